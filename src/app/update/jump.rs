//! Jumps: to items, paragraphs, and back.

use super::find;
use super::motion::signed;
use super::{shelf, shows_both, sideways};
use crate::app::direction::Direction;
use crate::app::findings::Item;
use crate::app::here::Here;
use crate::app::list::{Entry, Group, Kind};
use crate::app::view::{Extent, Mark, View};
use crate::app::{App, Focus};
use crate::doc::block::BlockId;
use crate::layout::walk::Place;
use crate::text::span::Span;

/// Whether a target that is in view may stay where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reveal {
    /// It may.
    Gently,
    /// It goes to the middle of the screen.
    Centred,
    /// It goes to the top.
    Topmost,
}

/// Marks words and brings them into view.
pub(super) fn show(app: &mut App, mark: Mark, reveal: Reveal) {
    app.view.marked = Some(mark);
    bring(app, Place::new(mark.block, mark.span.start), reveal);
}

/// Puts the marked words, or else the hit, to another row of the screen.
pub(super) fn place_mark(app: &mut App, reveal: Reveal) {
    match app.outstanding() {
        Some(words) => bring(app, words.place(), reveal),
        None => app.notice = Some("no words are marked".to_owned()),
    }
}

/// Changes what is laid out near the screen; the marked words, or else the hit, stay in view.
pub(super) fn keep_in_view(app: &mut App, change: impl FnOnce(&mut App)) {
    let seen = app.outstanding().map(Here::place);
    let seen = seen.filter(|&place| app.is_in_view(place));
    change(app);
    if let Some(place) = seen.filter(|&place| !app.is_in_view(place)) {
        bring(app, place, Reveal::Gently);
    }
}

/// Brings a place into view; nothing scrolls when it is there already.
pub(super) fn bring(app: &mut App, place: Place, reveal: Reveal) {
    let section = app.article.outline.section_of(place.block);
    let is_elsewhere = section != app.view.section;
    if is_elsewhere && app.view.extent == Extent::Section {
        app.show_section(section);
    }
    if reveal != Reveal::Gently || !app.is_in_view(place) {
        let height = app.text_height();
        let above = match reveal {
            Reveal::Centred => height / 2,
            Reveal::Gently => height / 4,
            Reveal::Topmost => 0,
        };
        app.view.top = app.walk(|walk| {
            let target = walk.spot_showing(place);
            let lowest = walk.lowest_top(height);
            let spot = walk.step(target, -signed(above)).0.min(lowest);
            walk.place(spot)
        });
    }
    sideways::reveal(app, place);
    app.follow_section();
}

/// To the quote or guarantee so many further, of the kind that is listed. Going from one to the next is one jump, and in the
/// list a look that `Esc` ends.
pub(super) fn item(app: &mut App, times: usize, direction: Direction) {
    if app.list.kind == Kind::Changes {
        return change(app, times, direction);
    }
    if app.list.kind == Kind::Hits {
        return hit(app, times, direction);
    }
    let here = app.here().span();
    let further = further(app, here, times, direction);
    if further.len() < times {
        app.notice = Some(nothing_further(app, direction));
    }
    let Some(&index) = further.last() else { return };
    let Some(item) = app.article.items().get(index) else {
        return;
    };
    let mark = Mark {
        span: item.span,
        block: item.block,
    };
    let entry = listed(item, index);
    if app.focus == Focus::List {
        let group = app.entries().group_above(entry);
        app.list.peek.get_or_insert_with(|| app.view.clone());
        app.list.set_unfolded(group, true);
        app.list.selected = Some(entry);
    } else if !is_at_item(app) {
        app.jumps.leave(&app.view);
    }
    show(app, mark, Reveal::Gently);
}

/// To the change so many further, from the one under the cursor or else from here.
fn change(app: &mut App, times: usize, direction: Direction) {
    let here = app.here().place().at;
    let changes = &app.article.changes;
    let last = changes.len().saturating_sub(1);
    let current = match app.list.selected {
        Some(Entry::Group(Group::Change(at))) if app.view.marked == app.article.change_mark(at) => {
            Some(at)
        }
        _ => None,
    };
    let behind = changes.index_at(here);
    let target = match direction {
        Direction::Down => current.map_or(behind, |at| at + 1).checked_add(times - 1),
        Direction::Up => current.unwrap_or(behind).checked_sub(times),
    };
    let Some(target) = target.filter(|&at| at <= last) else {
        app.notice = Some(format!("this is the {} change", direction.last()));
        return;
    };
    let Some(mark) = app.article.change_mark(target) else {
        return;
    };
    if app.focus == Focus::List {
        app.list.peek.get_or_insert_with(|| app.view.clone());
    } else if current.is_none() {
        app.jumps.leave(&app.view);
    }
    app.list.selected = Some(Entry::Group(Group::Change(target)));
    show(app, mark, Reveal::Gently);
}

/// To the hit so many further; in the list its cursor goes along.
fn hit(app: &mut App, times: usize, direction: Direction) {
    let focus = app.focus;
    if focus == Focus::List {
        app.list.peek.get_or_insert_with(|| app.view.clone());
    }
    find::next_hit(app, times, direction);
    app.focus = focus;
    let current = app.find.as_ref().and_then(|find| find.current);
    app.list.selected = current.map(|hit| Entry::Hit(hit.span.start));
}

/// Whether the words that are marked are those of an item.
fn is_at_item(app: &App) -> bool {
    app.view
        .marked
        .is_some_and(|mark| app.article.items_at(mark.span).next().is_some())
}

/// The entry that lists an item: its own, or that of the item it repeats.
fn listed(item: &Item, index: usize) -> Entry {
    item.holder
        .map_or(Entry::Item(index), |holder| Entry::Repeat {
            item: holder,
            place: index,
        })
}

/// The next listed items, `times` at the most, after or before these words.
fn further(app: &App, here: Span, times: usize, direction: Direction) -> Vec<usize> {
    let items = app.article.items();
    let entries = app.entries();
    let is_listed = |&index: &usize| entries.has(index);
    match direction {
        Direction::Down => (items.partition_point(|item| item.span <= here)..items.len())
            .filter(is_listed)
            .take(times)
            .collect(),
        Direction::Up => (0..items.partition_point(|item| item.span < here))
            .rev()
            .filter(is_listed)
            .take(times)
            .collect(),
    }
}

fn nothing_further(app: &App, direction: Direction) -> String {
    let what = match app.list.kind {
        Kind::All | Kind::People | Kind::Changes | Kind::Hits | Kind::Map => "quotes or guarantees",
        Kind::Quotes => "quotes",
        Kind::Guarantees => "guarantees",
    };
    let has_any = (0..app.article.items().len()).any(|at| app.entries().has(at));
    match direction {
        Direction::Up if has_any => format!("found no {what} before this"),
        _ if !app.article.is_annotated() => format!("still looking for {what}"),
        _ if !has_any => format!("found no {what}"),
        _ => format!("found no {what} after this"),
    }
}

/// To the next paragraph, which is marked so that it can be copied.
pub(super) fn paragraph(app: &mut App, times: usize, direction: Direction) {
    let here = app.here().place().block;
    let is_paragraph = |block: &BlockId| app.article.outline.paragraph(*block).is_some();
    let length = app.article.document.len();
    let skipped = times.saturating_sub(1);
    let target = match direction {
        Direction::Down => (here.index() + 1..length)
            .map(BlockId::new)
            .filter(is_paragraph)
            .nth(skipped),
        Direction::Up => (0..here.index())
            .rev()
            .map(BlockId::new)
            .filter(is_paragraph)
            .nth(skipped),
    };
    let Some((block, span)) =
        target.and_then(|id| Some((id, app.article.document.block(id)?.span)))
    else {
        app.notice = Some(format!("this is the {} paragraph", direction.last()));
        return;
    };
    show(app, Mark { span, block }, Reveal::Gently);
}

/// To a line of the source.
pub(super) fn line(app: &mut App, number: usize) {
    let document = &app.article.document;
    let Some(at) = document.lines().start(number) else {
        app.notice = Some(format!("there is no line {number}"));
        return;
    };
    let place = app.article.place_of(at);
    app.jumps.leave(&app.view);
    app.view.marked = None;
    bring(app, place, Reveal::Gently);
}

/// Back to where the reader was so many jumps before, also to the article with the link that led here.
pub(super) fn back(app: &mut App, times: usize) {
    for _ in 0..times {
        match app.jumps.back(&app.view) {
            Some(view) => restore(app, view),
            None if shelf::return_from_link(app) => return,
            None => {
                app.notice = Some("there was no jump before".to_owned());
                return;
            }
        }
    }
}

/// So many jumps forward again.
pub(super) fn forward(app: &mut App, times: usize) {
    for _ in 0..times {
        let Some(view) = app.jumps.forward(&app.view) else {
            app.notice = Some("there was no jump after".to_owned());
            return;
        };
        restore(app, view);
    }
}

/// Shows what was shown before, to the line.
pub(super) fn restore(app: &mut App, view: View) {
    app.view = view;
    app.list.peek = None;
    if !shows_both(app) {
        app.focus = Focus::Text;
    }
}
