//! What items are listed under, and in which order that is.

use super::Kind;
use super::entries::Entries;

/// What items are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The sections they stand in.
    #[default]
    Section,
    /// Those who say or give them.
    Speaker,
    /// How firm they are, or how sure it is who speaks.
    Firmness,
}

impl Grouping {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Speaker => "speaker",
            Self::Firmness => "firmness",
        }
    }

    /// The one after it, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Section => Self::Speaker,
            Self::Speaker => Self::Firmness,
            Self::Firmness => Self::Section,
        }
    }

    /// The orders that its groups can have, their own first.
    pub fn orders(self) -> &'static [Order] {
        match self {
            Self::Section | Self::Firmness => &[Order::Own, Order::Count],
            Self::Speaker => &[Order::Own, Order::Count, Order::Name],
        }
    }

    /// What an order of its groups is called.
    pub fn ordered(self, order: Order) -> &'static str {
        match (order, self) {
            (Order::Own, Self::Section) => "as in the article",
            (Order::Own, Self::Speaker) => "first heard first",
            (Order::Own, Self::Firmness) => "firmest first",
            (Order::Count, _) => "most first",
            (Order::Name, _) => "A to Z",
        }
    }
}

/// What groups are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Where they stand, or where people are first heard; the firmest first.
    #[default]
    Own,
    /// How much is listed under them, most first.
    Count,
    /// Their names.
    Name,
}

/// The groups of a list in another order than their own.
#[derive(Clone, Debug, Default)]
pub struct Arranged {
    /// What is listed, and how.
    of: (Kind, Grouping, Order),
    /// The numbers that the groups have in their own order, in this one.
    groups: Vec<usize>,
    /// Where each of them stands.
    places: Vec<usize>,
}

impl Arranged {
    /// The groups as they are listed now. Linear in items where they are counted.
    pub(super) fn new(entries: Entries<'_>) -> Self {
        let (list, article) = (entries.list, entries.article);
        let mut groups: Vec<_> = (0..entries.groups()).collect();
        match list.order() {
            Order::Own => return Self::default(),
            Order::Count => {
                let mut counts = vec![0_usize; groups.len()];
                let listed = (0..article.items().len()).filter(|&at| entries.has(at));
                let items = listed.filter_map(|at| entries.item(at));
                for item in items {
                    if let Some(count) = counts.get_mut(entries.group_of(item).number()) {
                        *count += 1;
                    }
                }
                groups.sort_by_key(|&group| std::cmp::Reverse(counts[group]));
            }
            Order::Name => {
                let name =
                    |voice: usize| article.voices().get(voice).map(|it| it.name.to_lowercase());
                groups.sort_by_cached_key(|&voice| name(voice));
            }
        }
        // Those whom nobody names stand behind all others.
        if list.grouping() == Grouping::Speaker {
            groups.sort_by_key(|&voice| {
                article
                    .voices()
                    .get(voice)
                    .is_none_or(|it| it.name.is_empty())
            });
        }
        let mut places = vec![0; groups.len()];
        for (place, &group) in groups.iter().enumerate() {
            places[group] = place;
        }
        Self {
            of: (list.kind, list.grouping(), list.order()),
            groups,
            places,
        }
    }

    /// Whether this is how a list is ordered; else it is about to be ordered anew.
    pub(super) fn is_of(&self, kind: Kind, grouping: Grouping, order: Order) -> bool {
        self.of == (kind, grouping, order) && order != Order::Own
    }

    /// The group at a place.
    pub(super) fn group(&self, place: usize) -> usize {
        self.groups.get(place).copied().unwrap_or(place)
    }

    /// The place of a group.
    pub(super) fn place(&self, group: usize) -> usize {
        self.places.get(group).copied().unwrap_or(group)
    }
}
