//! The article that is read, and what has been found in it.

use std::mem;
use std::sync::Arc;

use super::degree::Degree;
use super::findings::{Findings, Item, ItemId, Voice};
use super::renewal::{Reading, Renewal};
use super::view::{Mark, View};
use crate::article::changes::Changes;
use crate::article::changes::ties::Ties;
use crate::article::guarantee::{Firmness, Guarantee};
use crate::article::people::Person;
use crate::article::quote::Quote;
use crate::article::section::{Locations, Outline};
use crate::article::speaker::Attribution;
use crate::article::speech::Speech;
use crate::citation::Source;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::input::arrival::Arrived;
use crate::layout::reach;
use crate::layout::walk::Place;
use crate::text::span::Span;
use crate::text::word;

/// Words a minute that people read of a text that matters (Brysbaert, “How many words do we read per minute?”, 2019: 238 for
/// non-fiction).
const READING_SPEED: usize = 238;

/// How many bytes are counted to learn how long words are.
const SAMPLE: usize = 32 * 1024;

/// An article as the reader has it.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Its text.
    pub document: Arc<Document>,
    /// Its sections.
    pub outline: Arc<Outline>,
    /// What it is called when it has no title; safe to draw.
    pub name: String,
    /// How it came, once all of it has.
    pub arrived: Option<Arrived>,
    /// How many of its bytes have been counted to learn how long words are, and the words in them.
    counted: (usize, usize),
    findings: Arc<Findings>,
    /// How often its items were numbered from the first one on.
    numbering: u32,
    /// What has changed since it was read before.
    pub changes: Changes,
}

impl Article {
    /// An article that is still to come.
    pub fn expected(name: String) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// What it is to be compared with when it is read anew.
    pub fn reading(&self) -> Reading {
        Reading {
            document: Arc::clone(&self.document),
            outline: Arc::clone(&self.outline),
            findings: Arc::clone(&self.findings),
        }
    }

    /// Takes in all of an article that was read anew.
    pub(super) fn take(&mut self, renewal: Renewal) {
        self.grow(renewal.document, renewal.outline);
        self.annotate(renewal.findings, false);
        self.changes = renewal.comparison.changes;
        self.arrived = renewal.arrived;
    }

    /// Takes in what has been read by now. Whether blocks or sections that were there are other ones now.
    pub fn grow(&mut self, document: Arc<Document>, outline: Arc<Outline>) -> bool {
        let has_changed = document.revision() != self.document.revision();
        let is_revised = outline.revision() != self.outline.revision();
        self.document = document;
        self.outline = outline;
        if is_revised {
            let has_weak = self.findings.has_weak();
            self.list_again(has_weak);
        }
        let sample = sample(&self.document);
        if sample.len() != self.counted.0 {
            self.counted = (sample.len(), word::count(sample));
        }
        has_changed || is_revised
    }

    /// A view of the same text after blocks or sections have changed.
    pub fn again(&self, view: &View) -> View {
        let top = self.place_of(view.top.at);
        let marked = view.marked.map(|mark| Mark {
            block: self.document.block_at(mark.span.start),
            ..mark
        });
        View {
            section: self.outline.section_of(top.block),
            top,
            marked,
            ..view.clone()
        }
    }

    /// The same view of an older version, in this one.
    pub(super) fn followed(&self, view: &View, ties: &Ties) -> View {
        let top = self.place_of(self.document.char_start(ties.follow(view.top.at)));
        let marked = view.marked.and_then(|mark| {
            let span = ties.follow_span(mark.span)?;
            let start = self.document.char_start(span.start);
            Some(Mark {
                span: Span::new(start, self.document.char_start(span.end)),
                block: self.document.block_at(start),
            })
        });
        let sideways = view.sideways.followed(|head| {
            let start = self.document.char_start(ties.follow(head));
            reach::head(&self.document, self.document.block_at(start))
        });
        View {
            extent: view.extent,
            section: self.outline.section_of(top.block),
            top,
            sideways,
            marked,
        }
    }

    /// Whether weak commitments are listed.
    pub fn has_weak(&self) -> bool {
        self.findings.has_weak()
    }

    /// What to call it.
    pub fn title(&self) -> &str {
        self.document.meta().title.as_deref().unwrap_or(&self.name)
    }

    /// Who wrote it, when it says so.
    pub fn author(&self) -> Option<&str> {
        self.document.meta().byline.as_deref()
    }

    /// Whether all of its quotes and guarantees have been found.
    pub fn is_annotated(&self) -> bool {
        self.findings.is_complete
    }

    /// Takes what has been found: everything by now, or more behind that.
    pub fn annotate(&mut self, findings: Findings, is_more: bool) {
        if is_more {
            Arc::make_mut(&mut self.findings).append(findings, &self.outline);
        } else {
            let has_weak = self.findings.has_weak();
            let mut all = Findings::default().again(&self.outline, has_weak);
            all.append(findings, &self.outline);
            self.findings = Arc::new(all);
            self.numbering += 1;
        }
    }

    fn list_again(&mut self, has_weak: bool) {
        let findings = Arc::unwrap_or_clone(mem::take(&mut self.findings));
        self.findings = Arc::new(findings.again(&self.outline, has_weak));
        self.numbering += 1;
    }

    /// Lists weak commitments too, or no more. Whether they are listed now, and how many there are.
    pub(super) fn toggle_weak(&mut self) -> (bool, usize) {
        let has_weak = !self.findings.has_weak();
        self.list_again(has_weak);
        let guarantees = self.findings.annotations.guarantees.iter();
        let weak = guarantees
            .filter(|it| it.firmness == Firmness::Weak)
            .count();
        (has_weak, weak)
    }

    /// All items in reading order.
    pub fn items(&self) -> &[Item] {
        &self.findings.items
    }

    /// How often they were numbered from the first one on: only then one has another index than before.
    pub(super) fn numbering(&self) -> u32 {
        self.numbering
    }

    /// How many of them are quotes.
    pub fn quotes(&self) -> usize {
        self.findings.annotations.quotes.len()
    }

    /// How many of them are turns without marks.
    pub fn speeches(&self) -> usize {
        self.findings.annotations.speeches.len()
    }

    /// How many of them are guarantees.
    pub fn guarantees(&self) -> usize {
        self.items().len() - self.quotes() - self.speeches()
    }

    /// The items with exactly these words, with their indices: one, or a quote and a guarantee.
    pub fn items_at(&self, span: Span) -> impl Iterator<Item = (usize, &Item)> {
        self.findings.items_at(span)
    }

    /// A quote.
    pub fn quote(&self, index: usize) -> Option<&Quote> {
        self.findings.annotations.quotes.get(index)
    }

    /// A turn without marks.
    pub fn speech(&self, index: usize) -> Option<&Speech> {
        self.findings.annotations.speeches.get(index)
    }

    /// A guarantee.
    pub fn guarantee(&self, index: usize) -> Option<&Guarantee> {
        self.findings.annotations.guarantees.get(index)
    }

    /// How many places elaborate the item at `item`.
    pub fn references(&self, item: usize) -> usize {
        match self.items().get(item).map(|item| item.id) {
            Some(ItemId::Guarantee(index)) => {
                self.guarantee(index).map_or(0, |it| it.see_also.len())
            }
            Some(ItemId::Quote(index)) => {
                usize::from(self.quote(index).is_some_and(|it| it.fuller.is_some()))
            }
            Some(ItemId::Speech(_)) | None => 0,
        }
    }

    /// One of the places that elaborate the item at `item`, best first: for a guarantee a paragraph, for a fragment the fuller quote.
    pub fn reference(&self, item: usize, index: usize) -> Option<Mark> {
        match self.items().get(item)?.id {
            ItemId::Guarantee(guarantee) => {
                let block = self.guarantee(guarantee)?.see_also.get(index)?.block;
                let span = self.document.block(block)?.span;
                Some(Mark { span, block })
            }
            ItemId::Speech(_) => None,
            ItemId::Quote(quote) => {
                let fuller = self.quote(quote)?.fuller.filter(|_| index == 0)?;
                let fuller = self.quote(fuller)?;
                Some(Mark {
                    span: fuller.span,
                    block: fuller.block,
                })
            }
        }
    }

    /// The words of a change; of what is gone, the place where it would stand.
    pub(super) fn change_mark(&self, change: usize) -> Option<Mark> {
        let span = self.changes.get(change)?.span;
        let block = self.document.block_at(span.start);
        Some(Mark { span, block })
    }

    /// Who says the words in `span`: whose quote they belong to, or else whose turn. Nobody where they are the article's own, or nobody
    /// knows.
    pub fn speaker_of(&self, span: Span) -> Option<Attribution> {
        self.findings.annotations.speaker_of(span)
    }

    /// What is known of it to cite it.
    pub fn source(&self) -> Source {
        Source::new(self.document.meta(), &self.name, self.address())
    }

    /// Where it was found on the web, or else where it says that it is.
    pub fn address(&self) -> Option<&str> {
        let arrived = self.arrived.as_ref();
        let address = arrived.and_then(|it| it.address.as_deref());
        address.or(self.document.meta().url.as_deref())
    }

    /// Those who are quoted or give guarantees, in the order in which they first do.
    pub fn voices(&self) -> &[Voice] {
        self.findings.voices()
    }

    /// The items of a degree, in reading order.
    pub(super) fn of_degree(&self, degree: Degree) -> &[usize] {
        self.findings.of_degree(degree)
    }

    /// Who a voice is; `None` where that is not known.
    pub fn person(&self, voice: usize) -> Option<&Person> {
        let people = &self.findings.annotations.people;
        people.get(people.number(&self.voices().get(voice)?.name)?)
    }

    /// The items whose words reach into `span`, in reading order.
    pub fn items_in(&self, span: Span) -> impl Iterator<Item = &Item> {
        self.findings.items_in(span)
    }

    /// Whether some guarantee is elaborated in a block.
    pub fn is_elaboration(&self, block: BlockId) -> bool {
        self.findings.is_elaboration(block)
    }

    /// Where words stand, as readers cite it.
    pub fn locations(&self, span: Span) -> Locations {
        self.outline.locations(&self.document.blocks_of(span))
    }

    /// The place where a block begins.
    pub fn place(&self, block: BlockId) -> Place {
        let start = self.document.block(block).map(|block| block.span.start);
        Place::new(block, start.unwrap_or(0))
    }

    /// The place of a byte of the text.
    pub(super) fn place_of(&self, at: u32) -> Place {
        Place::new(self.document.block_at(at), at)
    }

    /// How many people say or give what is listed.
    pub fn people(&self) -> usize {
        self.voices()
            .iter()
            .filter(|it| !it.name.is_empty())
            .count()
    }

    /// How many words it has; whether that is no more than an estimate.
    pub fn words(&self) -> (usize, bool) {
        let (bytes, words) = self.counted;
        let all = self.document.bytes() as usize;
        (all * words / bytes.max(1), bytes < all)
    }

    /// Minutes that are left to read when `gone` parts of `all` are behind the reader, rounded up.
    pub(super) fn minutes_left(&self, gone: u32, all: u32) -> usize {
        let (bytes, words) = self.counted;
        let all_words = self.document.bytes() as usize * words.max(1) / bytes.max(1);
        let left = all_words * all.saturating_sub(gone) as usize;
        left.div_ceil(READING_SPEED * all.max(1) as usize)
    }
}

/// Minutes that so many words take to read, rounded up.
pub fn minutes(words: usize) -> usize {
    words.div_ceil(READING_SPEED)
}

/// The beginning of the text, in which words are counted.
fn sample(document: &Document) -> &str {
    let beginning = document.pieces().next().map_or("", |(_, text)| text);
    crate::text::head(beginning, SAMPLE)
}
