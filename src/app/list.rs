//! The list beside the text: sections with their quotes and guarantees.

pub mod entries;
pub mod filter;
pub mod grouping;
mod groups;
pub mod hidden;
pub mod hits;
mod items;
pub mod map;
pub mod rows;

use std::collections::HashMap;
use std::ops::Range;

use entries::Entries;
use filter::Filter;
use grouping::{Arranged, Grouping, Order};
use hidden::Hidden;

use super::App;
use super::article::Article;
use super::degree::Degree;
use super::findings::ItemId;
use super::view::View;
use crate::article::changes::ties::Ties;
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
    /// Both, under those who say or give them, and the turns of those who speak without marks.
    People,
    /// What has changed since the article was read before.
    Changes,
    /// What was searched for.
    Hits,
    /// How long the sections are, and what is where in them.
    Map,
}

impl Kind {
    /// All kinds, in the order of their tabs.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Quotes,
        Self::Guarantees,
        Self::People,
        Self::Changes,
        Self::Hits,
        Self::Map,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Quotes => "Quotes",
            Self::Guarantees => "Guarantees",
            Self::People => "People",
            Self::Changes => "Changes",
            Self::Hits => "Hits",
            Self::Map => "Map",
        }
    }

    /// Whether items like this one are listed.
    pub fn lists(self, id: ItemId) -> bool {
        match self {
            Self::All | Self::Map => !matches!(id, ItemId::Speech(_)),
            Self::People => true,
            Self::Changes | Self::Hits => false,
            Self::Quotes => matches!(id, ItemId::Quote(_)),
            Self::Guarantees => matches!(id, ItemId::Guarantee(_)),
        }
    }
}

/// What items are listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// A section.
    Section(SectionId),
    /// One who is quoted or gives guarantees, by number.
    Voice(usize),
    /// How firm or how sure something is.
    Degree(Degree),
    /// Something that has changed, by number; nothing is listed under it.
    Change(usize),
}

impl Group {
    /// Its number among all groups of its sort.
    pub(super) fn number(self) -> usize {
        match self {
            Self::Section(section) => section.index(),
            Self::Voice(number) | Self::Change(number) => number,
            Self::Degree(degree) => degree.index(),
        }
    }
}

/// One entry of the list. Items are named by their index among the items of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// What the entries below stand under.
    Group(Group),
    /// A quote or a guarantee.
    Item(usize),
    /// A hit, by the byte it starts at: that stays while more are found.
    Hit(u32),
    /// Another place of the same words.
    Repeat {
        /// The item that is listed.
        item: usize,
        /// The item at the other place.
        place: usize,
    },
    /// A paragraph that elaborates a guarantee, or the fuller quote that a fragment is from.
    Reference {
        /// The guarantee, or the fragment.
        item: usize,
        /// Which of its references.
        index: usize,
    },
}

/// Which groups are unfolded when nobody says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfolded {
    /// All of them.
    Every,
    /// This section.
    Only(SectionId),
}

/// How much of the screen the list takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// What is beside the text.
    #[default]
    Beside,
    /// All of it, while the list has the focus.
    Full,
    /// Nothing: the reader has hidden it.
    Hidden,
}

/// The state of the list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Which items are listed.
    pub kind: Kind,
    /// What they are grouped by, where their kind does not say.
    pub by: Grouping,
    /// What the reader wants groups to be ordered by, where they can be.
    pub wanted: Order,
    /// The groups in that order.
    arranged: Arranged,
    /// How much of the screen it takes.
    pub room: Room,
    /// What was listed, and in which room, before it took all of the screen.
    before: Option<(Room, Kind)>,
    /// The entry under the cursor, once the list has had the focus.
    pub selected: Option<Entry>,
    /// Where the eyes were before the list began to show its sources.
    pub peek: Option<View>,
    /// Where the eyes were when the cursor’s entry was opened: whoever comes back there comes back to the entry.
    opened_from: Option<View>,
    /// Whether the reader has unfolded (`true`) or folded everything.
    all_unfolded: Option<bool>,
    /// Groups that the reader has folded (`false`) or unfolded (`true`) since.
    folds: HashMap<Group, bool>,
    /// What all that is listed must fit.
    pub filter: Option<Filter>,
    /// What the reader has hidden for good.
    pub hidden: Hidden,
    /// Whether only what has hits is listed.
    pub is_sifted: bool,
    /// The first entry on screen, once it has been drawn.
    pub(super) top: Option<Entry>,
    /// Whether the wheel has moved the list away from its cursor.
    is_adrift: bool,
}

impl List {
    /// Whether the reader has hidden it.
    pub fn is_hidden(&self) -> bool {
        self.room == Room::Hidden
    }

    /// Shows it where it is hidden.
    pub(super) fn reveal(&mut self) {
        if self.is_hidden() {
            self.room = Room::Beside;
        }
    }

    /// Gives it all of the screen.
    pub(super) fn widen(&mut self) {
        if self.room != Room::Full {
            self.before = Some((self.room, self.kind));
            self.room = Room::Full;
        }
    }

    /// Makes it what it was before it took all of the screen, where it does.
    pub(super) fn narrow(&mut self) {
        if let Some(before) = self.before.take().filter(|_| self.room == Room::Full) {
            (self.room, self.kind) = before;
        }
    }

    /// What items are grouped by.
    pub fn grouping(&self) -> Grouping {
        match self.kind {
            Kind::All | Kind::Quotes | Kind::Guarantees => self.by,
            Kind::People => Grouping::Speaker,
            Kind::Changes | Kind::Hits | Kind::Map => Grouping::Section,
        }
    }

    /// What groups are ordered by.
    pub fn order(&self) -> Order {
        let orders = self.orders();
        let order = orders.iter().find(|it| **it == self.wanted);
        order.copied().unwrap_or_default()
    }

    /// The orders that groups can have.
    fn orders(&self) -> &'static [Order] {
        match self.kind {
            Kind::Changes | Kind::Hits | Kind::Map => &[Order::Own],
            _ => self.grouping().orders(),
        }
    }

    /// What groups and their order are called.
    pub fn ordered(&self) -> String {
        let grouping = self.grouping();
        format!("by {}, {}", grouping.name(), grouping.ordered(self.order()))
    }

    /// Orders groups by the next that they can be ordered by, and after the last as at first.
    pub fn turn(&mut self) {
        let behind = self.orders().iter().skip_while(|it| **it != self.order());
        self.wanted = behind.copied().nth(1).unwrap_or_default();
    }

    /// The groups in an order that is not their own.
    fn arranged(&self) -> Option<&Arranged> {
        let is_current = self
            .arranged
            .is_of(self.kind, self.grouping(), self.order());
        is_current.then_some(&self.arranged)
    }

    /// Whether a group shows its items.
    pub fn is_unfolded(&self, group: Group, unfolded: Unfolded) -> bool {
        let otherwise = match (unfolded, group) {
            (Unfolded::Every, _) => true,
            (Unfolded::Only(only), Group::Section(section)) => only == section,
            (Unfolded::Only(_), Group::Voice(_) | Group::Degree(_) | Group::Change(_)) => false,
        };
        let fold = self.folds.get(&group).copied();
        fold.or(self.all_unfolded).unwrap_or(otherwise)
    }

    /// Folds or unfolds a group.
    pub fn set_unfolded(&mut self, group: Group, is_unfolded: bool) {
        self.folds.insert(group, is_unfolded);
    }

    /// Folds or unfolds everything.
    pub fn set_all_unfolded(&mut self, is_unfolded: bool) {
        self.all_unfolded = Some(is_unfolded);
        self.folds.clear();
    }

    /// Leaves nothing but the headings of sections, or folds and unfolds as it was at first. Whether it is headings alone now.
    pub fn toggle_outline(&mut self) -> bool {
        let is_folded = self.all_unfolded == Some(false) && !self.folds.values().any(|it| *it);
        let is_outline = is_folded && self.grouping() == Grouping::Section;
        self.all_unfolded = (!is_outline).then_some(false);
        self.folds.clear();
        self.by = Grouping::Section;
        !is_outline
    }

    /// Keeps the place of an entry whose words are gone to from `origin`: its group stays unfolded, wherever the text is then.
    pub(super) fn open(&mut self, entry: Entry, group: Group, origin: &View) {
        self.selected = Some(entry);
        self.opened_from = Some(origin.clone());
        if matches!(entry, Entry::Repeat { .. } | Entry::Reference { .. }) {
            self.set_unfolded(group, true);
        }
    }

    /// Whether an entry was opened where the eyes are again.
    pub(super) fn was_opened_from(&self, view: &View) -> bool {
        self.opened_from.as_ref() == Some(view)
    }

    /// Shows the list from its top again, or from as near to that as its cursor allows.
    pub(super) fn rewind(&mut self) {
        self.top = None;
    }

    /// Shows the list from an entry on, wherever its cursor is.
    pub fn drift(&mut self, top: Entry) {
        self.top = Some(top);
        self.is_adrift = true;
    }

    /// Keeps the cursor and the folds by content when the article was read anew.
    pub(super) fn follow(&mut self, old: &Article, new: &Article, ties: &Ties) {
        let follow = Follow { old, new, ties };
        self.selected = self.selected.and_then(|entry| follow.entry(entry));
        self.top = self.top.and_then(|entry| follow.entry(entry));
        self.peek = self.peek.take().map(|view| new.followed(&view, ties));
        let opened_from = self.opened_from.take();
        self.opened_from = opened_from.map(|view| new.followed(&view, ties));
        let folds = self.folds.drain();
        let folds = folds.filter_map(|(group, fold)| Some((follow.group(group)?, fold)));
        self.folds = folds.collect();
        self.hidden.follow(ties);
        if let Some(filter) = &mut self.filter {
            filter.begin(new);
        }
    }

    /// Brings the list back to its cursor.
    pub fn return_to_cursor(&mut self) {
        self.is_adrift = false;
    }
}

/// Puts the groups in their order, as far as they are known by now.
pub(super) fn arrange(app: &mut App) {
    app.list.arranged = Arranged::new(app.entries());
}

/// Finds what is listed of an old version of an article in a new one.
struct Follow<'a> {
    old: &'a Article,
    new: &'a Article,
    ties: &'a Ties,
}

impl Follow<'_> {
    fn group(&self, group: Group) -> Option<Group> {
        match group {
            Group::Section(section) => {
                let start = self.old.outline.section(section)?.range().start;
                let there = self.ties.follow(self.old.place(start).at);
                let block = self.new.document.block_at(there);
                Some(Group::Section(self.new.outline.section_of(block)))
            }
            Group::Voice(voice) => {
                let name = &self.old.voices().get(voice)?.name;
                let mut voices = self.new.voices().iter();
                voices.position(|it| it.name == *name).map(Group::Voice)
            }
            Group::Degree(degree) => Some(Group::Degree(degree)),
            Group::Change(_) => None,
        }
    }

    fn item(&self, item: usize) -> Option<usize> {
        let item = self.old.items().get(item)?;
        let span = self.ties.follow_span(item.span)?;
        let (at, _) = self.new.items_at(span).next()?;
        Some(at)
    }

    /// The entry for the same thing; for an item that is none any more, the section that it stood in.
    fn entry(&self, entry: Entry) -> Option<Entry> {
        let item = match entry {
            Entry::Group(group) => return self.group(group).map(Entry::Group),
            Entry::Hit(at) => return Some(Entry::Hit(self.ties.follow(at))),
            Entry::Item(item) | Entry::Repeat { item, .. } | Entry::Reference { item, .. } => item,
        };
        let section = || {
            let section = self.old.items().get(item)?.section;
            self.group(Group::Section(section)).map(Entry::Group)
        };
        self.item(item).map(Entry::Item).or_else(section)
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

/// The tabs above a list of so many cells; where room is short, only that of the current kind has its full name.
pub fn tabs(entries: Entries<'_>, width: usize) -> Vec<Tab> {
    const GAP: usize = 3;
    let current = entries.list.kind;
    let write = |is_short: bool| -> Vec<Tab> {
        let mut col = 2;
        let tabs = entries.kinds().map(|kind| {
            let name = if is_short && kind != current {
                kind.name().get(..1).unwrap_or_default()
            } else {
                kind.name()
            };
            let text = format!("{name} {}", entries.count(kind));
            let tab = Tab { kind, text, col };
            col += tab.text.len() + GAP;
            tab
        });
        tabs.collect()
    };
    let tabs = write(false);
    let fits = tabs
        .last()
        .is_some_and(|tab| tab.col + tab.text.len() < width);
    if fits { tabs } else { write(true) }
}

/// The items of a section, by their indices.
pub fn items_of(article: &Article, section: SectionId) -> Range<usize> {
    let items = article.items();
    let before = |end: SectionId| items.partition_point(|item| item.section < end);
    before(section)..before(SectionId::new(section.index() + 1))
}
