//! The list beside the text: sections with their quotes and guarantees.

pub mod rows;

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::article::Article;
use super::findings::{Item, ItemId};
use super::view::View;
use crate::article::section::SectionId;

/// Which items are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Quotes and guarantees.
    #[default]
    All,
    /// Quotes only.
    Quotes,
    /// Guarantees only.
    Guarantees,
}

impl Kind {
    /// All kinds, in the order of their tabs.
    pub const ALL: [Self; 3] = [Self::All, Self::Quotes, Self::Guarantees];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Quotes => "Quotes",
            Self::Guarantees => "Guarantees",
        }
    }

    /// The kind after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::All => Self::Quotes,
            Self::Quotes => Self::Guarantees,
            Self::Guarantees => Self::All,
        }
    }

    /// Whether items like this one are listed.
    pub fn lists(self, id: ItemId) -> bool {
        match self {
            Self::All => true,
            Self::Quotes => matches!(id, ItemId::Quote(_)),
            Self::Guarantees => matches!(id, ItemId::Guarantee(_)),
        }
    }
}

/// One entry of the list. Items are named by their index among the items of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// A section.
    Section(SectionId),
    /// A quote or a guarantee.
    Item(usize),
    /// Another place of the same words.
    Repeat {
        /// The item that is listed.
        item: usize,
        /// The item at the other place.
        place: usize,
    },
    /// A paragraph that elaborates a guarantee.
    Reference {
        /// The guarantee.
        item: usize,
        /// Which of its references.
        index: usize,
    },
}

/// Which sections are unfolded when nobody says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfolded {
    /// All of them.
    Every,
    /// This one.
    Only(SectionId),
}

/// The state of the list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Which items are listed.
    pub kind: Kind,
    /// Whether the reader has hidden it.
    pub is_hidden: bool,
    /// The entry under the cursor, once the list has had the focus.
    pub selected: Option<Entry>,
    /// Where the eyes were before the list began to show its sources.
    pub peek: Option<View>,
    /// Sections that the reader has folded (`false`) or unfolded (`true`).
    folds: HashMap<SectionId, bool>,
    /// Grows with every change of the folds.
    folding: u32,
    /// The first entry on screen.
    top: usize,
    /// Whether the wheel has moved the list away from its cursor.
    is_adrift: bool,
    /// The entries from top to bottom, and what they were made for.
    entries: Vec<Entry>,
    made_for: Option<Made>,
}

/// What the entries depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Made {
    kind: Kind,
    folding: u32,
    unfolded: Unfolded,
    edition: u32,
}

impl List {
    /// Whether a section shows its items.
    pub fn is_unfolded(&self, section: SectionId, unfolded: Unfolded) -> bool {
        let otherwise = unfolded == Unfolded::Every || unfolded == Unfolded::Only(section);
        self.folds.get(&section).copied().unwrap_or(otherwise)
    }

    /// Folds or unfolds a section.
    pub fn set_unfolded(&mut self, section: SectionId, is_unfolded: bool) {
        self.folds.insert(section, is_unfolded);
        self.folding += 1;
    }

    /// Unfolds everything when something is folded, and folds everything otherwise.
    pub fn fold_all(&mut self, article: &Article, unfolded: Unfolded) {
        let is_folded = article
            .outline
            .iter()
            .any(|(id, _)| !self.is_unfolded(id, unfolded));
        self.folds = article
            .outline
            .iter()
            .map(|(id, _)| (id, is_folded))
            .collect();
        self.folding += 1;
    }

    /// The entries from top to bottom, as [`List::refresh`] left them.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Makes the entries anew when something has changed that they depend on. Linear in sections and unfolded items then.
    pub fn refresh(&mut self, article: &Article, unfolded: Unfolded) {
        let made = Made {
            kind: self.kind,
            folding: self.folding,
            unfolded,
            edition: article.edition(),
        };
        if self.made_for != Some(made) {
            let mut entries = std::mem::take(&mut self.entries);
            entries.clear();
            self.make_entries(article, unfolded, &mut entries);
            self.entries = entries;
            self.made_for = Some(made);
        }
    }

    fn make_entries(&self, article: &Article, unfolded: Unfolded, entries: &mut Vec<Entry>) {
        let is_listed = |item: &Item| item.holder.is_none() && self.kind.lists(item.id);
        let mut items = article.items().iter().enumerate().peekable();
        for (section, _) in article.outline.iter() {
            entries.push(Entry::Section(section));
            let is_unfolded = self.is_unfolded(section, unfolded);
            while let Some((at, item)) = items.next_if(|(_, item)| item.section <= section) {
                if is_unfolded && is_listed(item) {
                    push_item(article, at, item, entries);
                }
            }
        }
    }

    /// Moves the list by entries, wherever its cursor is.
    pub fn drift(&mut self, entries: isize) {
        self.top = self.top.saturating_add_signed(entries);
        self.is_adrift = true;
    }

    /// Brings the list back to its cursor.
    pub fn return_to_cursor(&mut self) {
        self.is_adrift = false;
    }

    /// Moves the list no further than it must to have the entries from `focus.start` to `focus.end` (inclusive) on screen, the
    /// first of them in any case; returns the first entry to show. `height` tells how many of the `room` rows an entry takes.
    pub(super) fn scroll(
        &mut self,
        focus: RangeInclusive<usize>,
        room: usize,
        height: impl Fn(&Self, usize) -> usize,
    ) -> usize {
        if self.is_adrift {
            self.top = self.top.min(self.entries.len().saturating_sub(1));
            return self.top;
        }
        let limit = self.top.min(*focus.start());
        let mut first = *focus.end();
        let mut used = height(self, first);
        while first > limit && used + height(self, first - 1) <= room {
            first -= 1;
            used += height(self, first);
        }
        self.top = first.min(*focus.start());
        self.top
    }
}

fn push_item(article: &Article, at: usize, item: &Item, entries: &mut Vec<Entry>) {
    entries.push(Entry::Item(at));
    entries.extend(
        item.repeats
            .iter()
            .map(|&place| Entry::Repeat { item: at, place }),
    );
    if let ItemId::Guarantee(index) = item.id {
        let references = article
            .guarantee(index)
            .map_or(0, |guarantee| guarantee.see_also.len());
        entries.extend((0..references).map(|index| Entry::Reference { item: at, index }));
    }
}

/// A tab above the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// What it lists.
    pub kind: Kind,
    /// What it says: a name and a count.
    pub text: String,
    /// Where it starts, in cells from the left edge of the list.
    pub col: usize,
}

/// The tabs above a list of so many cells; without their counts where room is short.
pub fn tabs(article: &Article, width: usize) -> Vec<Tab> {
    const GAP: usize = 3;
    let count = |kind| match kind {
        Kind::All => article.items().len(),
        Kind::Quotes => article.quotes(),
        Kind::Guarantees => article.guarantees(),
    };
    let write = |is_short: bool| -> Vec<Tab> {
        let mut col = 2;
        let tabs = Kind::ALL.into_iter().map(|kind| {
            let name = if is_short {
                kind.name().get(..1).unwrap_or_default()
            } else {
                kind.name()
            };
            let text = format!("{name} {}", count(kind));
            let tab = Tab { kind, text, col };
            col += tab.text.len() + GAP;
            tab
        });
        tabs.collect()
    };
    let tabs = write(false);
    let fits = tabs
        .last()
        .is_some_and(|tab| tab.col + tab.text.len() <= width);
    if fits { tabs } else { write(true) }
}

/// The items of a section with their indices.
pub fn items_of(
    article: &Article,
    section: SectionId,
) -> impl Iterator<Item = (usize, &Item)> + Clone {
    let items = article.items();
    let from = items.partition_point(|item| item.section < section);
    items
        .iter()
        .enumerate()
        .skip(from)
        .take_while(move |(_, item)| item.section == section)
}

/// The section that an entry stands under.
pub fn section_of(article: &Article, entry: Entry) -> SectionId {
    match entry {
        Entry::Section(section) => section,
        Entry::Item(item) | Entry::Repeat { item, .. } | Entry::Reference { item, .. } => article
            .items()
            .get(item)
            .map(|item| item.section)
            .unwrap_or_default(),
    }
}
