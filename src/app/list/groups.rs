//! The groups of the list: which there are, and which of them are listed.

use std::iter::successors;

use super::entries::Entries;
use super::filter::Filter;
use super::grouping::Grouping;
use super::hits::Hits;
use super::{Entry, Group, Kind, items_of};
use crate::app::degree::Degree;
use crate::app::direction::Direction;
use crate::app::findings::Item;
use crate::article::section::SectionId;

impl<'a> Entries<'a> {
    /// The hits, where sections without any are not listed; `None` while there is none at all.
    pub(super) fn sifting(self) -> Option<Hits<'a>> {
        let is_sifted = self.list.is_sifted || self.list.kind == Kind::Hits;
        self.hits
            .filter(|hits| is_sifted && !hits.search.is_empty())
    }

    /// The number of the first group that is listed from this one on.
    pub(super) fn number_from(self, number: usize) -> Option<usize> {
        let first = self.candidate_from(number);
        let mut numbers = successors(first, |&number| self.candidate_from(number + 1));
        numbers.find(|&number| self.is_listed(self.group(number)))
    }

    /// The number of the last group that is listed before this one.
    pub(super) fn number_before(self, number: usize) -> Option<usize> {
        let last = self.candidate_before(number);
        let mut numbers = successors(last, |&number| self.candidate_before(number));
        numbers.find(|&number| self.is_listed(self.group(number)))
    }

    /// The number of the first group from this one on that can be listed. Sections without hits, or without items that fit a filter, are leapt over.
    fn candidate_from(self, number: usize) -> Option<usize> {
        let Some(section) = self.standing(number) else {
            return Some(number).filter(|&number| number < self.groups());
        };
        let section = match (self.sifting(), self.filter()) {
            (Some(hits), _) => hits.section_from(section),
            (None, Some(filter)) => {
                let first = items_of(self.article, section).start;
                filter.from(first).and_then(|item| self.section_of(item))
            }
            (None, None) => Some(section).filter(|it| it.index() < self.groups()),
        };
        section.map(SectionId::index)
    }

    /// The number of the last group before this one that can be listed.
    fn candidate_before(self, number: usize) -> Option<usize> {
        let Some(section) = self.standing(number) else {
            return number.min(self.groups()).checked_sub(1);
        };
        let section = match (self.sifting(), self.filter()) {
            (Some(hits), _) => hits.section_before(section),
            (None, Some(filter)) => {
                let first = items_of(self.article, section).start;
                filter.before(first).and_then(|item| self.section_of(item))
            }
            (None, None) => {
                let before = section.index().min(self.groups()).checked_sub(1);
                before.map(SectionId::new)
            }
        };
        section.map(SectionId::index)
    }

    /// The section that is a group, where they stand as in the article.
    fn standing(self, number: usize) -> Option<SectionId> {
        match self.group(number) {
            Group::Section(section) if self.list.arranged().is_none() => Some(section),
            _ => None,
        }
    }

    fn section_of(self, item: usize) -> Option<SectionId> {
        Some(self.article.items().get(item)?.section)
    }

    /// The filter, where items are listed. Hits that do not fit are none of [`Hits`].
    fn filter(self) -> Option<&'a Filter> {
        let filter = self.list.filter.as_ref();
        filter.filter(|_| self.list.kind != Kind::Hits)
    }

    /// Whether a change fits the filter.
    fn fits(self, change: usize) -> bool {
        let change = self.article.changes.get(change);
        self.filter()
            .zip(change)
            .is_none_or(|(filter, change)| filter.has_change(self.article, change))
    }

    /// Whether a group is listed: sections are while nothing is filtered or sifted, others with something under them.
    fn is_listed(self, group: Group) -> bool {
        let has_hits = |section| {
            self.sifting()
                .is_none_or(|it| !it.of_section(section).is_empty())
        };
        match group {
            Group::Section(section) if !has_hits(section) => false,
            Group::Section(_) => self.filter().is_none() || self.first_of(group).is_some(),
            Group::Change(change) => self.fits(change),
            Group::Voice(_) | Group::Degree(_) => self.first_of(group).is_some(),
        }
    }

    /// Whether a section is passed over because it has no hits, as far as is known.
    pub fn passes_over(self, section: SectionId) -> bool {
        let sifting = self.sifting().filter(|_| self.list.is_sifted);
        sifting.is_some_and(|hits| hits.search.is_complete() && hits.of_section(section).is_empty())
    }

    /// The section to go on with after this one, or before it.
    pub fn next_section(self, section: SectionId, direction: Direction) -> Option<SectionId> {
        let after = SectionId::new(section.index() + 1);
        let before = section.index().checked_sub(1);
        let sifting = self.sifting().filter(|_| self.list.is_sifted);
        match (direction, sifting) {
            (Direction::Down, Some(hits)) => hits.section_from(after),
            (Direction::Down, None) => self.article.outline.section(after).map(|_| after),
            (Direction::Up, Some(hits)) => hits.section_before(section),
            (Direction::Up, None) => before.map(SectionId::new),
        }
    }

    /// How many groups there are, one at least.
    pub(super) fn groups(self) -> usize {
        let groups = match (self.list.kind, self.list.grouping()) {
            (Kind::Changes, _) => self.article.changes.len(),
            (_, Grouping::Speaker) => self.article.voices().len(),
            (_, Grouping::Firmness) => Degree::COUNT,
            (_, Grouping::Section) => self.article.outline.len(),
        };
        groups.max(1)
    }

    /// A group by its number.
    pub(super) fn group(self, number: usize) -> Group {
        let number = self.list.arranged().map_or(number, |it| it.group(number));
        match (self.list.kind, self.list.grouping()) {
            (Kind::Changes, _) => Group::Change(number),
            (_, Grouping::Speaker) => Group::Voice(number),
            (_, Grouping::Firmness) => {
                let degree = Degree::ALL.get(number).copied();
                Group::Degree(degree.unwrap_or(Degree::Unknown))
            }
            (_, Grouping::Section) => Group::Section(SectionId::new(number)),
        }
    }

    /// The number of a group; `None` when it is none of those that are listed now.
    pub(super) fn number(self, group: Group) -> Option<usize> {
        let is_listed = match group {
            Group::Change(_) => self.list.kind == Kind::Changes,
            _ if self.list.kind == Kind::Changes => false,
            Group::Voice(_) => self.list.grouping() == Grouping::Speaker,
            Group::Degree(_) => self.list.grouping() == Grouping::Firmness,
            Group::Section(_) => self.list.grouping() == Grouping::Section,
        };
        let place = |number| self.list.arranged().map_or(number, |it| it.place(number));
        is_listed.then(|| place(group.number()))
    }

    /// The group that an item stands under.
    pub(super) fn group_of(self, item: &Item) -> Group {
        match self.list.grouping() {
            Grouping::Section => Group::Section(item.section),
            Grouping::Speaker => Group::Voice(item.voice),
            Grouping::Firmness => Group::Degree(item.degree),
        }
    }

    /// Whether some group is folded. Linear in groups.
    pub fn has_folded(self) -> bool {
        (0..self.groups()).any(|number| !self.is_unfolded(self.group(number)))
    }

    /// The group that an entry stands under, or is.
    pub fn group_above(self, entry: Entry) -> Group {
        match entry {
            Entry::Group(group) => group,
            Entry::Hit(at) => {
                let block = self.article.document.block_at(at);
                Group::Section(self.article.outline.section_of(block))
            }
            Entry::Item(item) | Entry::Repeat { item, .. } | Entry::Reference { item, .. } => {
                let item = self.item(item);
                item.map_or_else(|| self.group(0), |it| self.group_of(it))
            }
        }
    }
}
