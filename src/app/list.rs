//! The list beside the text: sections with their quotes and guarantees.

pub mod entries;
pub mod rows;

use std::collections::HashMap;
use std::ops::Range;

use super::article::Article;
use super::findings::ItemId;
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
    /// Whether the reader has unfolded (`true`) or folded everything.
    all_unfolded: Option<bool>,
    /// Sections that the reader has folded (`false`) or unfolded (`true`) since.
    folds: HashMap<SectionId, bool>,
    /// The first entry on screen, once it has been drawn.
    pub(super) top: Option<Entry>,
    /// Whether the wheel has moved the list away from its cursor.
    is_adrift: bool,
}

impl List {
    /// Whether a section shows its items.
    pub fn is_unfolded(&self, section: SectionId, unfolded: Unfolded) -> bool {
        let otherwise = unfolded == Unfolded::Every || unfolded == Unfolded::Only(section);
        let fold = self.folds.get(&section).copied();
        fold.or(self.all_unfolded).unwrap_or(otherwise)
    }

    /// Folds or unfolds a section.
    pub fn set_unfolded(&mut self, section: SectionId, is_unfolded: bool) {
        self.folds.insert(section, is_unfolded);
    }

    /// Unfolds everything when something is folded, and folds everything otherwise. Linear in sections.
    pub fn fold_all(&mut self, article: &Article, unfolded: Unfolded) {
        let mut sections = article.outline.iter();
        let is_folded = sections.any(|(id, _)| !self.is_unfolded(id, unfolded));
        self.all_unfolded = Some(is_folded);
        self.folds.clear();
    }

    /// Shows the list from an entry on, wherever its cursor is.
    pub fn drift(&mut self, top: Entry) {
        self.top = Some(top);
        self.is_adrift = true;
    }

    /// Brings the list back to its cursor.
    pub fn return_to_cursor(&mut self) {
        self.is_adrift = false;
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

/// The items of a section, by their indices.
pub fn items_of(article: &Article, section: SectionId) -> Range<usize> {
    let items = article.items();
    let before = |end: SectionId| items.partition_point(|item| item.section < end);
    before(section)..before(SectionId::new(section.index() + 1))
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
