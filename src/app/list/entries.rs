//! The entries of the list from top to bottom.
//!
//! None of them is kept: they are found from their neighbours while they are walked, so that a list of a million entries costs
//! no more than what is on screen.

use std::ops::RangeInclusive;

use super::hits::Hits;
use super::items::Items;
use super::{Entry, Group, Kind, List, Unfolded, items_of};
use crate::app::article::Article;
use crate::app::findings::Item;

/// The entries of a list of an article.
#[derive(Clone, Copy, Debug)]
pub struct Entries<'a> {
    /// The article.
    pub article: &'a Article,
    /// The list: what it lists, and what the reader has folded.
    pub list: &'a List,
    /// What is unfolded otherwise.
    pub unfolded: Unfolded,
    /// What was searched for, if anything.
    pub hits: Option<Hits<'a>>,
}

/// Where an entry stands among all: the number of its group, the item in it, then repeats before references.
type Rank = (usize, Option<usize>, u8, usize);

impl<'a> Entries<'a> {
    /// The first entry. There is always one group: where nothing is listed, the first one stands for that.
    pub fn first(self) -> Entry {
        let first = self.number_from(0).unwrap_or_default();
        Entry::Group(self.group(first))
    }

    /// The last entry.
    pub fn last(self) -> Entry {
        let last = self.number_before(self.groups()).unwrap_or_default();
        self.last_of(self.group(last))
    }

    /// The kinds that can be listed: changes and hits only where there are any, the map while it is.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        let is_shown = move |kind: &Kind| match kind {
            Kind::Changes => !self.article.changes.is_empty(),
            Kind::Hits => self.hits.is_some(),
            Kind::Map => self.list.kind == Kind::Map,
            _ => true,
        };
        Kind::ALL.into_iter().filter(is_shown)
    }

    /// The kind after the one that is listed, and after the last the first.
    pub fn next_kind(self) -> Kind {
        let mut behind = self.kinds().skip_while(|&kind| kind != self.list.kind);
        behind.nth(1).unwrap_or_default()
    }

    /// How many of a kind there are.
    pub fn count(self, kind: Kind) -> usize {
        let article = self.article;
        if let Some(count) = self.list.filter.as_ref().and_then(|it| it.count(kind)) {
            return count.saturating_sub(self.hidden(kind));
        }
        match kind {
            Kind::All => {
                (article.quotes() + article.guarantees()).saturating_sub(self.hidden(kind))
            }
            Kind::Quotes => article.quotes().saturating_sub(self.hidden(kind)),
            Kind::Guarantees => article.guarantees().saturating_sub(self.hidden(kind)),
            Kind::People => article.people(),
            Kind::Changes => article.changes.len(),
            Kind::Hits => self.hits.map_or(0, Hits::len),
            Kind::Map => article.outline.len(),
        }
    }

    /// Whether an entry is listed now.
    pub fn contains(self, entry: Entry) -> bool {
        match entry {
            Entry::Group(group) => {
                let number = self.number(group);
                number.is_some_and(|it| self.number_from(it) == Some(it))
            }
            Entry::Hit(at) => {
                let is_there = self.hits.is_some_and(|hits| hits.index(at).is_some());
                is_there
                    && self.list.kind == Kind::Hits
                    && self.is_unfolded(self.group_above(entry))
            }
            Entry::Item(at) => {
                self.lists(at)
                    && self
                        .item(at)
                        .is_some_and(|item| self.is_unfolded(self.group_of(item)))
            }
            Entry::Repeat { item, place } => {
                let is_repeat = |item: &Item| item.repeats.binary_search(&place).is_ok();
                self.contains(Entry::Item(item)) && self.item(item).is_some_and(is_repeat)
            }
            Entry::Reference { item, index } => {
                self.contains(Entry::Item(item)) && index < self.references(item)
            }
        }
    }

    /// The entry below.
    pub fn after(self, entry: Entry) -> Option<Entry> {
        let next = match entry {
            Entry::Group(group) => {
                let first = match self.list.kind {
                    Kind::Hits => self.hit_of(group, 0),
                    _ => self.first_item(group, 0),
                };
                return first.or_else(|| self.below(group));
            }
            Entry::Hit(at) => {
                let group = self.group_above(entry);
                let next = self.hit_of(group, self.hit_number(group, at)? + 1);
                return next.or_else(|| self.below(group));
            }
            Entry::Item(item) => self.repeat(item, 0).or_else(|| self.reference(item, 0)),
            Entry::Repeat { item, place } => {
                let next = self.item(item)?.repeats.partition_point(|&it| it <= place);
                self.repeat(item, next).or_else(|| self.reference(item, 0))
            }
            Entry::Reference { item, index } => self.reference(item, index + 1),
        };
        let (group, (_, item, ..)) = (self.group_above(entry), self.rank(entry));
        next.or_else(|| self.first_item(group, item? + 1))
            .or_else(|| self.below(group))
    }

    /// The group below another one.
    fn below(self, group: Group) -> Option<Entry> {
        let next = self.number_from(self.number(group)? + 1)?;
        Some(Entry::Group(self.group(next)))
    }

    /// The entry above.
    pub fn before(self, entry: Entry) -> Option<Entry> {
        let above = |item: usize| Some(Entry::Item(item));
        match entry {
            Entry::Group(group) => {
                let before = self.number_before(self.number(group)?)?;
                Some(self.last_of(self.group(before)))
            }
            Entry::Hit(at) => {
                let group = self.group_above(entry);
                let before = self.hit_number(group, at)?.checked_sub(1);
                let before = before.and_then(|before| self.hit_of(group, before));
                before.or(Some(Entry::Group(group)))
            }
            Entry::Item(at) => {
                let group = self.group_of(self.item(at)?);
                let before = self.last_item(group, at);
                Some(before.map_or(Entry::Group(group), |item| self.last_below(item)))
            }
            Entry::Repeat { item, place } => {
                let number = self.item(item)?.repeats.partition_point(|&it| it < place);
                let before = number.checked_sub(1);
                before.map_or_else(|| above(item), |before| self.repeat(item, before))
            }
            Entry::Reference { item, index } => {
                let before = index.checked_sub(1);
                let last_repeat = || self.item(item)?.repeats.len().checked_sub(1);
                before
                    .and_then(|before| self.reference(item, before))
                    .or_else(|| self.repeat(item, last_repeat()?))
                    .or_else(|| above(item))
            }
        }
    }

    /// The entry so many below (above when negative), or the last there is on the way.
    pub fn step(self, from: Entry, entries: isize) -> Entry {
        let step = |at| {
            if entries < 0 {
                self.before(at)
            } else {
                self.after(at)
            }
        };
        std::iter::successors(Some(from), |&at| step(at))
            .take(entries.unsigned_abs().saturating_add(1))
            .last()
            .unwrap_or(from)
    }

    /// The entries from one on.
    pub fn from(self, entry: Entry) -> impl Iterator<Item = Entry> + 'a {
        std::iter::successors(Some(entry), move |&at| self.after(at))
    }

    /// The entry itself while it is listed, else the group it would stand under.
    pub fn nearest(self, entry: Entry) -> Entry {
        if self.contains(entry) {
            return entry;
        }
        let Some(number) = self.number(self.group_above(entry)) else {
            return self.first();
        };
        let from = self.number_from(number);
        from.map_or_else(|| self.last(), |number| Entry::Group(self.group(number)))
    }

    /// The first entry on screen.
    pub fn top(self) -> Entry {
        let top = self.list.top.unwrap_or_else(|| self.first());
        self.nearest(top)
    }

    /// The first entry to show: the list moves no further than it must to have the entries of `focus` on screen, the first of
    /// them in any case; not at all while it is adrift. `height` tells how many of the `room` rows an entry takes.
    pub fn scroll(
        self,
        focus: RangeInclusive<Entry>,
        room: usize,
        height: impl Fn(Entry) -> usize,
    ) -> Entry {
        if self.list.is_adrift {
            return self.top();
        }
        let (start, mut first) = focus.into_inner();
        let limit = self.rank(self.top()).min(self.rank(start));
        let mut used = height(first);
        while self.rank(first) > limit
            && let Some(before) = self.before(first)
            && used + height(before) <= room
        {
            first = before;
            used += height(first);
        }
        std::cmp::min_by_key(first, start, |&entry| self.rank(entry))
    }

    /// What entries are ordered by.
    pub fn rank(self, entry: Entry) -> Rank {
        let number = self.number(self.group_above(entry)).unwrap_or_default();
        match entry {
            Entry::Group(_) => (number, None, 0, 0),
            Entry::Item(item) => (number, Some(item), 0, 0),
            Entry::Hit(at) => (number, Some(at as usize), 0, 0),
            Entry::Repeat { item, place } => (number, Some(item), 1, place),
            Entry::Reference { item, index } => (number, Some(item), 2, index),
        }
    }

    pub(super) fn item(self, at: usize) -> Option<&'a Item> {
        self.article.items().get(at)
    }

    /// Whether a group shows its items, which none does on the map.
    pub fn is_unfolded(self, group: Group) -> bool {
        self.list.kind != Kind::Map && self.list.is_unfolded(group, self.unfolded)
    }

    /// Whether an item is listed where its group is unfolded.
    fn lists(self, at: usize) -> bool {
        self.has(at) && self.item(at).is_some_and(|item| item.holder.is_none())
    }

    /// Whether an item is of those that are listed, or the same as one of them.
    pub fn has(self, at: usize) -> bool {
        let is_sought = |item: &Item| self.sifting().is_none_or(|hits| hits.has_in(item.span));
        let fits = self.list.filter.as_ref().is_none_or(|it| it.has(at));
        self.item(at).is_some_and(|item| {
            self.list.kind.lists(item.id) && fits && !self.hides(item) && is_sought(item)
        })
    }

    /// Whether an item is left out because the reader has hidden it, or the one that it repeats.
    pub fn hides(self, item: &Item) -> bool {
        let hidden = &self.list.hidden;
        if hidden.is_empty() || hidden.are_listed {
            return false;
        }
        let holder = item.holder.and_then(|holder| self.item(holder));
        hidden.has(holder.unwrap_or(item))
    }

    /// How many places of a kind are hidden.
    fn hidden(self, kind: Kind) -> usize {
        if self.list.hidden.are_listed {
            return 0;
        }
        let items = self.list.hidden.items(self.article);
        let items = items.filter_map(|at| Some((at, self.item(at)?)));
        let items = items.filter(|(_, item)| kind.lists(item.id));
        let fits = |at: &usize| self.list.filter.as_ref().is_none_or(|it| it.has(*at));
        items
            .map(|(at, item)| {
                let places = std::iter::once(&at).chain(&item.repeats);
                places.filter(|at| fits(at)).count()
            })
            .sum()
    }

    /// The items of a group, folded or not, that are listed or the same as one of them.
    pub fn under(self, group: Group) -> impl Iterator<Item = &'a Item> {
        let items = self.items(group).into_iter().flat_map(Items::indices);
        items
            .filter(move |&at| self.has(at))
            .filter_map(move |at| self.item(at))
    }

    /// A hit in a group, by its number there, while that is unfolded.
    fn hit_of(self, group: Group, number: usize) -> Option<Entry> {
        let Group::Section(section) = group else {
            return None;
        };
        let hits = self.hits.filter(|_| self.is_unfolded(group))?;
        let index = hits.of_section(section).nth(number)?;
        Some(Entry::Hit(hits.get(index)?.span.start))
    }

    /// The number of a hit in its group.
    fn hit_number(self, group: Group, at: u32) -> Option<usize> {
        let Group::Section(section) = group else {
            return None;
        };
        let hits = self.hits?;
        hits.index(at)?.checked_sub(hits.of_section(section).start)
    }

    /// How many hits are listed in a group.
    fn hits_of(self, group: Group) -> usize {
        match (group, self.hits) {
            (Group::Section(section), Some(hits)) => hits.of_section(section).len(),
            _ => 0,
        }
    }

    /// The last entry of a group: the group itself where nothing is listed under it.
    pub fn last_of(self, group: Group) -> Entry {
        if self.list.kind == Kind::Hits {
            let last = self.hits_of(group).checked_sub(1);
            let last = last.and_then(|last| self.hit_of(group, last));
            return last.unwrap_or(Entry::Group(group));
        }
        self.last_item(group, usize::MAX)
            .map_or(Entry::Group(group), |item| self.last_below(item))
    }

    fn last_below(self, item: usize) -> Entry {
        let last_of = |count: usize| count.checked_sub(1);
        let repeats = self.item(item).map_or(0, |item| item.repeats.len());
        last_of(self.references(item))
            .and_then(|last| self.reference(item, last))
            .or_else(|| self.repeat(item, last_of(repeats)?))
            .unwrap_or(Entry::Item(item))
    }

    /// The first item that is listed in a group, from the item at `from` on, while that is unfolded.
    fn first_item(self, group: Group, from: usize) -> Option<Entry> {
        let items = self.items(group).filter(|_| self.is_unfolded(group))?;
        let first = items.from(from).indices().find(|&at| self.lists(at));
        first.map(Entry::Item)
    }

    /// The last item that is listed in a group before the item at `end`, while that is unfolded.
    fn last_item(self, group: Group, end: usize) -> Option<usize> {
        let items = self.items(group).filter(|_| self.is_unfolded(group))?;
        items.before(end).indices().rfind(|&at| self.lists(at))
    }

    /// The first item that is listed in a group when it is unfolded.
    pub(super) fn first_of(self, group: Group) -> Option<usize> {
        self.items(group)?.indices().find(|&at| self.lists(at))
    }

    /// The items of a group.
    fn items(self, group: Group) -> Option<Items<'a>> {
        Some(match group {
            Group::Section(section) => {
                let range = items_of(self.article, section);
                match &self.list.filter {
                    Some(filter) => Items::List(filter.within(range)),
                    None => Items::Range(range),
                }
            }
            Group::Voice(voice) => Items::List(&self.article.voices().get(voice)?.items),
            Group::Degree(degree) => Items::List(self.article.of_degree(degree)),
            Group::Change(_) => return None,
        })
    }

    fn repeat(self, item: usize, number: usize) -> Option<Entry> {
        let &place = self.item(item)?.repeats.get(number)?;
        Some(Entry::Repeat { item, place })
    }

    fn reference(self, item: usize, index: usize) -> Option<Entry> {
        (index < self.references(item)).then_some(Entry::Reference { item, index })
    }

    fn references(self, item: usize) -> usize {
        self.article.references(item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::findings::Findings;
    use crate::article::annotate;
    use crate::article::section::{Outline, SectionId};
    use crate::doc::Document;
    use crate::doc::format::Format;
    use std::sync::Arc;

    const ARTICLE: &str = "\
# What was said?

Ann Lee said: “We will never sell the harbour.” The pact would include:

- Guards at every gate of the harbour.

# And then?

Nothing.

# Was that all?

Ann Lee said: “We will never sell the harbour.” Guards at every gate of the harbour stood there.
";

    fn article() -> Article {
        let document = Arc::new(Document::read(ARTICLE.to_owned(), Format::Markdown));
        let mut article = Article::default();
        article.grow(Arc::clone(&document), Arc::new(Outline::of(&document)));
        let annotations = annotate(&document, &article.outline);
        let findings = Findings::new(annotations, &article.outline, true);
        article.annotate(findings, false);
        article
    }

    /// What the list reads from top to bottom; from bottom to top it must read the same.
    #[track_caller]
    fn check(list: &List, unfolded: Unfolded, expected: &[Entry]) {
        let article = article();
        let entries = Entries {
            article: &article,
            list,
            unfolded,
            hits: None,
        };
        let down: Vec<_> = entries.from(entries.first()).collect();
        assert_eq!(down, expected);
        let mut up: Vec<_> =
            std::iter::successors(Some(entries.last()), |&at| entries.before(at)).collect();
        up.reverse();
        assert_eq!(up, expected);
        assert!(down.is_sorted_by_key(|&entry| entries.rank(entry)));
        assert!(down.iter().all(|&entry| entries.contains(entry)));
        for entries_down in 0..down.len() {
            let there = entries.step(down[0], entries_down.cast_signed());
            assert_eq!(there, down[entries_down]);
        }
    }

    fn section(index: usize) -> Entry {
        Entry::Group(Group::Section(SectionId::new(index)))
    }

    #[test]
    fn what_is_unfolded_is_walked() {
        let all = [
            section(0),
            Entry::Item(0), // as a guarantee
            Entry::Repeat { item: 0, place: 3 },
            Entry::Reference { item: 0, index: 0 },
            Entry::Item(1), // as a quote
            Entry::Repeat { item: 1, place: 4 },
            Entry::Item(2),
            Entry::Reference { item: 2, index: 0 },
            section(1),
            section(2),
        ];
        let list = List::default();
        check(&list, Unfolded::Every, &all);
        let only = Unfolded::Only(SectionId::new(2));
        check(&list, only, &[section(0), section(1), section(2)]);
        let quotes = List {
            kind: Kind::Quotes,
            ..List::default()
        };
        let expected = [&all[..1], &all[4..6], &all[8..]].concat();
        check(&quotes, Unfolded::Every, &expected);
        let mut folded = List::default();
        folded.set_unfolded(Group::Section(SectionId::new(0)), false);
        check(
            &folded,
            Unfolded::Every,
            &[section(0), section(1), section(2)],
        );
    }

    #[test]
    fn people_are_walked_with_what_they_say_and_give() {
        let voice = |number| Entry::Group(Group::Voice(number));
        let people = List {
            kind: Kind::People,
            ..List::default()
        };
        let all = [
            voice(0),
            Entry::Item(0), // Ann Lee, as a guarantee
            Entry::Repeat { item: 0, place: 3 },
            Entry::Reference { item: 0, index: 0 },
            Entry::Item(1), // as a quote
            Entry::Repeat { item: 1, place: 4 },
            voice(1), // nobody
            Entry::Item(2),
            Entry::Reference { item: 2, index: 0 },
        ];
        check(&people, Unfolded::Every, &all);
        check(
            &people,
            Unfolded::Only(SectionId::new(0)),
            &[voice(0), voice(1)],
        );
    }

    #[test]
    fn what_is_not_listed_stands_under_its_section() {
        let article = article();
        let list = List::default();
        let entries = Entries {
            article: &article,
            list: &list,
            unfolded: Unfolded::Only(SectionId::new(1)),
            hits: None,
        };
        assert_eq!(entries.nearest(Entry::Item(1)), section(0));
        assert_eq!(entries.nearest(section(2)), section(2));
        assert_eq!(entries.nearest(section(9)), section(2));
    }
}
