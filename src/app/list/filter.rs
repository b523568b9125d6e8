//! The filter of the list: only what fits the words that were typed is listed.

use std::collections::BTreeSet;
use std::ops::Range;

use super::hits::Hits;
use super::{Kind, rows};
use crate::app::article::Article;
use crate::app::find::Find;
use crate::app::findings::{Item, ItemId};
use crate::app::words::Words;
use crate::article::changes::Change;
use crate::article::section::SectionId;
use crate::search::Search;
use crate::search::manner::Asked;

/// Bytes that are looked at between two looks at the keyboard: about a millisecond.
const SLICE: usize = 64 * 1024;

/// What looking at an item costs on top of its words, in bytes.
const EACH: usize = 100;

/// What was typed, and the items that fit it.
#[derive(Clone, Debug)]
pub struct Filter {
    words: Words,
    /// The items that fit, in order.
    fitting: Vec<usize>,
    /// How many items have been looked at.
    at: usize,
    /// How often the items had been numbered then.
    numbering: u32,
    /// How many fit.
    tally: Tally,
    /// The hits that fit.
    hits: FittingHits,
}

/// How many items fit, and of what they are.
#[derive(Clone, Debug, Default)]
struct Tally {
    quotes: usize,
    guarantees: usize,
    /// Those who say or give them, but nobody.
    people: BTreeSet<usize>,
    /// Where quotes and guarantees stand.
    sections: BTreeSet<SectionId>,
}

/// The hits that fit.
#[derive(Clone, Debug, Default)]
struct FittingHits {
    /// What was searched for when they were looked at, and how many hits there were.
    of: Option<(Asked, usize)>,
    /// How many have been looked at.
    at: usize,
    /// Those that fit, by their indices in order.
    fitting: Vec<usize>,
}

impl FittingHits {
    /// Whether they are of this search.
    fn are_of(&self, find: &Find) -> bool {
        let count = find.search().map(Search::len);
        self.of.as_ref().is_some_and(|(asked, of)| {
            asked.typed == find.typed && asked.manner == find.manner && count == Some(*of)
        })
    }

    /// Whether there are hits that have not been looked at. While a search goes on it is waited for.
    fn have_work(&self, find: &Find) -> bool {
        let search = find.search().filter(|search| search.is_done());
        search.is_some_and(|search| !self.are_of(find) || self.at < search.len())
    }
}

impl Tally {
    fn add(&mut self, item: &Item, article: &Article) {
        match item.id {
            ItemId::Quote(_) => self.quotes += 1,
            ItemId::Guarantee(_) => self.guarantees += 1,
            ItemId::Speech(_) => {}
        }
        if Kind::Map.lists(item.id) {
            self.sections.insert(item.section);
        }
        let voice = article.voices().get(item.voice);
        if voice.is_some_and(|it| !it.name.is_empty()) {
            self.people.insert(item.voice);
        }
    }
}

impl Filter {
    /// The filter for what was typed; none where that is nothing.
    pub fn new(typed: &str) -> Option<Self> {
        Some(Self {
            words: Words::new(typed)?,
            fitting: Vec::new(),
            at: 0,
            numbering: 0,
            tally: Tally::default(),
            hits: FittingHits::default(),
        })
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        self.words.typed()
    }

    /// Whether an item fits, as far as is known.
    pub fn has(&self, item: usize) -> bool {
        self.fitting.binary_search(&item).is_ok()
    }

    /// The first item that fits from this one on.
    pub(super) fn from(&self, item: usize) -> Option<usize> {
        let at = self.fitting.partition_point(|&it| it < item);
        self.fitting.get(at).copied()
    }

    /// The last item that fits before this one.
    pub(super) fn before(&self, item: usize) -> Option<usize> {
        let behind = self.fitting.partition_point(|&it| it < item);
        self.fitting.get(behind.checked_sub(1)?).copied()
    }

    /// The items of a range that fit.
    pub(super) fn within(&self, range: Range<usize>) -> &[usize] {
        let [start, end] =
            [range.start, range.end].map(|border| self.fitting.partition_point(|&it| it < border));
        self.fitting.get(start..end).unwrap_or_default()
    }

    /// The hits of a search that fit, as far as is known, by their indices.
    pub fn hits(&self, find: &Find) -> &[usize] {
        if self.hits.are_of(find) {
            &self.hits.fitting
        } else {
            &[]
        }
    }

    /// How many of a kind fit, where that is known.
    pub fn count(&self, kind: Kind) -> Option<usize> {
        let Tally {
            quotes,
            guarantees,
            people,
            sections,
        } = &self.tally;
        match kind {
            Kind::All => Some(quotes + guarantees),
            Kind::Quotes => Some(*quotes),
            Kind::Guarantees => Some(*guarantees),
            Kind::People => Some(people.len()),
            Kind::Map => Some(sections.len()),
            Kind::Changes | Kind::Hits => None,
        }
    }

    /// Whether a change fits. Nothing is kept of that: there are few.
    pub(super) fn has_change(&self, article: &Article, change: &Change) -> bool {
        let words = rows::change_words(article, change);
        let (subject, kind) = (change.subject.name(), change.kind.name());
        self.words.are_in(&format!("{words} {subject} {kind}"))
    }

    /// Whether there is something that has not been looked at.
    pub fn has_work(&self, article: &Article, find: Option<&Find>) -> bool {
        self.numbering != article.numbering()
            || self.at < article.items().len()
            || find.is_some_and(|find| self.hits.have_work(find))
    }

    /// Looks at items and hits for a moment.
    pub fn advance(&mut self, article: &Article, find: Option<&Find>) {
        if self.numbering != article.numbering() {
            self.begin(article);
        }
        self.look_at_items(article);
        if let Some(find) = find.filter(|find| self.hits.have_work(find)) {
            self.look_at_hits(article, find);
        }
    }

    fn look_at_items(&mut self, article: &Article) {
        let mut left = SLICE;
        while let Some(item) = article.items().get(self.at).filter(|_| left > 0) {
            let words = article.document.visible(item.span);
            let text = format!("{words} {}", rows::detail(article, item));
            left = left.saturating_sub(text.len() + EACH);
            if self.words.are_in(&text) {
                self.fitting.push(self.at);
                self.tally.add(item, article);
            }
            self.at += 1;
        }
    }

    fn look_at_hits(&mut self, article: &Article, find: &Find) {
        let Some(search) = find.search() else { return };
        if !self.hits.are_of(find) {
            let asked = Asked {
                typed: find.typed.clone(),
                manner: find.manner,
            };
            self.hits = FittingHits {
                of: Some((asked, search.len())),
                ..FittingHits::default()
            };
        }
        let hits = Hits {
            search,
            article,
            fitting: None,
        };
        let mut left = SLICE;
        while let Some(hit) = hits.get(self.hits.at).filter(|_| left > 0) {
            let text = hits.words(hit);
            left = left.saturating_sub(text.len() + EACH);
            if self.words.are_in(&text) {
                self.hits.fitting.push(self.hits.at);
            }
            self.hits.at += 1;
        }
    }

    /// Looks at all items anew.
    pub(super) fn begin(&mut self, article: &Article) {
        self.fitting.clear();
        self.tally = Tally::default();
        self.hits = FittingHits::default();
        self.at = 0;
        self.numbering = article.numbering();
    }
}
