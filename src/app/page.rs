//! The page: the rows about to be shown, and where everything is.
//!
//! `settle` is the last step of every change: it lays out what will be on screen and nothing else. The painter draws the
//! page, the mouse looks things up in it.

use std::ops::RangeInclusive;

use super::area::Areas;
use super::list::entries::Entries;
use super::list::map::Scale;
use super::list::rows::{self, Line, Style};
use super::list::{Entry, Group, Kind};
use super::sideways::{self, Side, Wide};
use super::view::Mark;
use super::{App, Focus, pictures};
use crate::doc::block::BlockId;
use crate::layout::row::Row;
use crate::search::Hit;
use crate::text::num;
use crate::text::span::Span;

/// What is on screen.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Where everything is.
    pub areas: Areas,
    /// The pinned question.
    pub pinned: Vec<Row>,
    /// The rows of the text, each with its block.
    pub rows: Vec<(BlockId, Row)>,
    /// How each of them lies in the column.
    pub sides: Vec<Side>,
    /// What of them is wider than that.
    pub wide: Vec<Wide>,
    /// The rows of the list.
    pub list: Vec<ListRow>,
    /// The entries of it that are not on screen.
    pub beyond: Beyond,
    /// Where the reader is.
    pub position: Position,
}

impl Page {
    /// How a row of the text lies in the column.
    pub fn side(&self, row: usize) -> Side {
        self.sides.get(row).copied().unwrap_or_default()
    }
}

/// How many entries of the list are above the screen and below it, counted up to [`Beyond::MOST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// Above.
    pub above: usize,
    /// Below.
    pub below: usize,
}

impl Beyond {
    /// How far they are counted: what the list costs depends on the screen alone.
    pub const MOST: usize = 100;

    fn of(entries: Entries<'_>, first: Entry, last: Entry) -> Self {
        let count = |entry, next: &dyn Fn(Entry) -> Option<Entry>| {
            let others = std::iter::successors(next(entry), |&at| next(at));
            others.take(Self::MOST).count()
        };
        Self {
            above: count(first, &|at| entries.before(at)),
            below: count(last, &|at| entries.after(at)),
        }
    }
}

/// A row of the list.
#[derive(Clone, Debug)]
pub struct ListRow {
    /// The entry it belongs to.
    pub entry: Entry,
    /// What it says.
    pub line: Line,
    /// Whether the cursor is on the entry.
    pub is_selected: bool,
}

/// Where in the article the screen is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// `§3/5`.
    pub section: Option<String>,
    /// The paragraph where the reader is.
    pub paragraph: Option<u32>,
    /// How far the reader has come: 0 at the top of the article, 100 at its end.
    pub percent: u8,
    /// Minutes of reading that are left.
    pub minutes: usize,
}

/// Lays out what is on screen.
pub(super) fn settle(app: &mut App) {
    pictures::settle(app);
    let pinned = app.pinned();
    let areas = app.areas();
    let top = app.view.top;
    let (rows, _) = app.walk(|walk| {
        let top = walk.spot(top);
        walk.page(top, areas.text.height.into())
    });
    see(app, pinned.iter());
    see(app, rows.iter().map(|(_, row)| row));
    let (sides, wide) = sideways::lie(app, &rows);
    let position = position(app, &rows);
    let (list, beyond) = list_rows(app, areas);
    app.page = Page {
        areas,
        pinned,
        rows,
        sides,
        wide,
        list,
        beyond,
        position,
    };
}

/// Remembers rows that stand one below the other on screen as seen.
fn see<'a>(app: &mut App, rows: impl Iterator<Item = &'a Row>) {
    let spans = rows.flat_map(|row| &row.pieces);
    let spans = spans.map(|piece| piece.span).filter(|it| !it.is_empty());
    if let Some(all) = spans.reduce(Span::join) {
        app.seen.add(all);
    }
}

fn position(app: &mut App, rows: &[(BlockId, Row)]) -> Position {
    let tops = app.tops();
    let (gone, all) = (
        app.view.top.at.saturating_sub(tops.start),
        tops.end - tops.start,
    );
    let here = app.here().mark().map(|mark| mark.block);
    let article = &app.article;
    let last = article.outline.last_number();
    let label = article.outline.label(app.view.section);
    Position {
        section: label.map(|label| format!("{label}/{last}")),
        paragraph: here
            .into_iter()
            .chain(rows.iter().map(|(block, _)| *block))
            .find_map(|block| article.outline.paragraph(block)),
        percent: num::percent(gone, all),
        minutes: article.minutes_left(gone, all),
    }
}

/// The rows of the list around its cursor: only what is on screen is written.
fn list_rows(app: &mut App, areas: Areas) -> (Vec<ListRow>, Beyond) {
    let (height, width) = (
        usize::from(areas.list.height),
        usize::from(areas.list.width),
    );
    if height == 0 || width == 0 {
        return Default::default();
    }
    let cursor = cursor(app);
    let style = Style {
        width,
        kind: app.list.kind,
        symbols: app.symbols,
        here: app.view.section,
        map: (app.list.kind == Kind::Map)
            .then(|| Scale::new(&app.article, &app.seen, app.view.top.at)),
    };
    let entries = app.entries();
    let size = |entry| rows::height(entries, entry, style);
    let focus = focus(entries, cursor, app.focus == Focus::List);
    let first = entries.scroll(focus, height, size);
    let mut shown = Vec::new();
    for entry in entries.from(first) {
        let is_selected = entry == cursor;
        let lines = rows::lines(entries, entry, style);
        shown.extend(lines.into_iter().map(|line| ListRow {
            entry,
            line,
            is_selected,
        }));
        if shown.len() >= height {
            break;
        }
    }
    shown.truncate(height);
    let last = shown.last().map_or(first, |row| row.entry);
    let beyond = Beyond::of(entries, first, last);
    app.list.top = Some(first);
    (shown, beyond)
}

/// The entries that should be on screen: the one under the cursor; a section that is read, with its items.
fn focus(entries: Entries<'_>, cursor: Entry, is_alone: bool) -> RangeInclusive<Entry> {
    match cursor {
        Entry::Group(group @ Group::Section(_)) if !is_alone => cursor..=entries.last_of(group),
        _ => cursor..=cursor,
    }
}

/// The entry that the list stands at: its own cursor while it has the focus, else where the reader is in the text.
pub(super) fn cursor(app: &App) -> Entry {
    let entries = app.entries();
    let is_by_section = matches!(entries.first(), Entry::Group(Group::Section(_)));
    let here = match app.list.selected {
        _ if is_by_section => entries.nearest(Entry::Group(Group::Section(app.view.section))),
        Some(selected) => entries.nearest(selected),
        None => entries.first(),
    };
    let found = || {
        let hit = app.find.as_ref()?.current?;
        Some(Entry::Hit(hit.span.start)).filter(|&entry| entries.contains(entry))
    };
    let marked = || {
        let mark = app.view.marked?;
        let mut items = app.article.items_at(mark.span);
        let (at, _) = items.find(|&(at, _)| entries.has(at))?;
        Some(Entry::Item(at)).filter(|&entry| entries.contains(entry))
    };
    match app.focus {
        Focus::List => app
            .list
            .selected
            .map_or(here, |entry| entries.nearest(entry)),
        Focus::Text => {
            let is_listed = |entry: &Entry| entries.contains(*entry);
            let opened = opened(app).filter(is_listed);
            opened.or_else(marked).or_else(found).unwrap_or(here)
        }
    }
}

/// The entry that was opened, as long as the text shows its words, or again what it showed before.
fn opened(app: &App) -> Option<Entry> {
    let entry = app.list.selected?;
    let mark = target(app, entry);
    let is_there = mark.is_some() && mark == app.view.marked;
    (is_there || app.list.was_opened_from(&app.view)).then_some(entry)
}

/// The words that an entry stands for: of a person, where the article names them first. A section stands for no words.
pub(super) fn target(app: &App, entry: Entry) -> Option<Mark> {
    let item = |index: usize| {
        app.article.items().get(index).map(|item| Mark {
            span: item.span,
            block: item.block,
        })
    };
    match entry {
        Entry::Group(Group::Section(_) | Group::Degree(_)) => None,
        Entry::Group(Group::Voice(voice)) => app.article.person(voice).map(|person| Mark {
            span: person.first,
            block: app.article.document.block_at(person.first.start),
        }),
        Entry::Group(Group::Change(change)) => app.article.change_mark(change),
        Entry::Item(index) | Entry::Repeat { place: index, .. } => item(index),
        Entry::Hit(at) => hit(app, at).map(|hit| Mark {
            span: hit.span,
            block: hit.block,
        }),
        Entry::Reference { item, index } => app.article.reference(item, index),
    }
}

/// The hit that starts at a byte.
pub(super) fn hit(app: &App, at: u32) -> Option<Hit> {
    let search = app.search()?;
    let hit = search.hit(search.index_at(at))?;
    (hit.span.start == at).then_some(hit)
}
