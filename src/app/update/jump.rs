//! Jumps: to items, paragraphs, and back.

use super::motion::Direction;
use super::shows_both;
use crate::app::list::Entry;
use crate::app::view::{Extent, View};
use crate::app::{App, Focus, Mark};
use crate::doc::block::BlockId;
use crate::layout::walk::{Place, Spot};

/// Whether a target that is in view may stay where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reveal {
    /// It may.
    Gently,
    /// It goes to the middle of the screen.
    Centred,
}

/// Marks words and brings them into view.
pub(super) fn show(app: &mut App, mark: Mark, reveal: Reveal) {
    app.marked = Some(mark);
    bring(
        app,
        Place {
            block: mark.block,
            at: mark.span.start,
        },
        reveal,
    );
}

/// Brings a place into view; nothing scrolls when it is there already.
pub(super) fn bring(app: &mut App, place: Place, reveal: Reveal) {
    let section = app.article.outline.section_of(place.block);
    let is_elsewhere = section != app.view.section;
    if is_elsewhere && app.view.extent == Extent::Section {
        app.show_section(section);
    }
    let height = usize::from(app.areas().text.height).max(1);
    let top = app.view.top;
    app.view.top = app.walk(|walk| {
        let (top, target) = (walk.spot(top), walk.spot_showing(place));
        let bottom: Spot = walk
            .step(top, isize::try_from(height).unwrap_or(isize::MAX) - 1)
            .0;
        if reveal == Reveal::Gently && (top..=bottom).contains(&target) {
            return walk.place(top);
        }
        let above = if reveal == Reveal::Centred {
            height / 2
        } else {
            height / 4
        };
        let lowest = walk.lowest_top(height);
        let spot = walk
            .step(target, -isize::try_from(above).unwrap_or(0))
            .0
            .min(lowest);
        walk.place(spot)
    });
    super::motion::follow_section(app);
}

/// To the next quote or guarantee, of the kind that is listed.
pub(super) fn item(app: &mut App, times: usize, direction: Direction) {
    for _ in 0..times {
        let Some(index) = neighbour(app, direction) else {
            app.notice = Some(nothing_further(app, direction));
            return;
        };
        let Some(item) = app.article.items().get(index) else {
            return;
        };
        let mark = Mark {
            span: item.span,
            block: item.block,
        };
        let (section, entry) = (item.section, listed(app, index));
        if app.marked.is_none() {
            app.jumps.leave(&app.view);
        }
        show(app, mark, Reveal::Gently);
        if app.focus == Focus::List {
            app.list.set_unfolded(section, true);
            app.list.selected = Some(entry);
        }
    }
}

/// The entry that lists an item: its own, or that of the item it repeats.
fn listed(app: &App, index: usize) -> Entry {
    let holder = app
        .article
        .items()
        .iter()
        .position(|item| item.repeats.contains(&index));
    holder.map_or(Entry::Item(index), |item| Entry::Repeat {
        item,
        place: index,
    })
}

/// The item after or before the marked one, or else after or before the top of the screen.
fn neighbour(app: &App, direction: Direction) -> Option<usize> {
    let from = app.marked.map_or(app.view.top.at, |mark| mark.span.start);
    let is_listed = |&index: &usize| {
        app.article
            .items()
            .get(index)
            .is_some_and(|item| app.list.kind.lists(item.id))
    };
    let items = app.article.items();
    match (direction, app.marked) {
        (Direction::Down, Some(mark)) => {
            (items.partition_point(|item| item.span <= mark.span)..items.len()).find(is_listed)
        }
        (Direction::Down, None) => {
            (items.partition_point(|item| item.span.start < from)..items.len()).find(is_listed)
        }
        (Direction::Up, Some(mark)) => (0..items.partition_point(|item| item.span < mark.span))
            .rev()
            .find(is_listed),
        (Direction::Up, None) => (0..items.partition_point(|item| item.span.start < from))
            .rev()
            .find(is_listed),
    }
}

fn nothing_further(app: &App, direction: Direction) -> String {
    use crate::app::list::Kind;
    let what = match app.list.kind {
        Kind::All => "quotes or guarantees",
        Kind::Quotes => "quotes",
        Kind::Guarantees => "guarantees",
    };
    match direction {
        _ if !app.article.is_annotated() => format!("still looking for {what}"),
        _ if !app
            .article
            .items()
            .iter()
            .any(|item| app.list.kind.lists(item.id)) =>
        {
            format!("found no {what}")
        }
        Direction::Down => format!("found no {what} after this"),
        Direction::Up => format!("found no {what} before this"),
    }
}

/// To the next paragraph, which is marked so that it can be copied.
pub(super) fn paragraph(app: &mut App, times: usize, direction: Direction) {
    let is_paragraph = |block: &BlockId| app.article.outline.paragraph(*block).is_some();
    let here = app.marked.map_or(app.view.top.block, |mark| mark.block);
    let length = app.article.document.len();
    let skipped = times.saturating_sub(1);
    let target = match direction {
        Direction::Down => {
            let from = if app.marked.is_none() && is_whole_on_top(app, here) {
                here.index()
            } else {
                here.index() + 1
            };
            (from..length)
                .map(BlockId::new)
                .filter(is_paragraph)
                .nth(skipped)
        }
        Direction::Up => (0..here.index())
            .rev()
            .map(BlockId::new)
            .filter(is_paragraph)
            .nth(skipped),
    };
    let Some((block, span)) =
        target.and_then(|id| Some((id, app.article.document.block(id)?.span)))
    else {
        let side = if direction == Direction::Down {
            "last"
        } else {
            "first"
        };
        app.notice = Some(format!("this is the {side} paragraph"));
        return;
    };
    show(app, Mark { span, block }, Reveal::Gently);
}

/// Whether the top of the screen is the first row of a paragraph, so that this is the next one to mark.
fn is_whole_on_top(app: &App, block: BlockId) -> bool {
    app.article
        .document
        .block(block)
        .is_some_and(|block| block.span.start == app.view.top.at)
}

/// Back to where the reader was before the last jump.
pub(super) fn back(app: &mut App) {
    match app.jumps.back(&app.view) {
        Some(view) => restore(app, view),
        None => app.notice = Some("there was no jump before".to_owned()),
    }
}

/// Forward again.
pub(super) fn forward(app: &mut App) {
    match app.jumps.forward(&app.view) {
        Some(view) => restore(app, view),
        None => app.notice = Some("there was no jump after".to_owned()),
    }
}

/// Shows what was shown before, to the line.
pub(super) fn restore(app: &mut App, view: View) {
    app.marked = None;
    app.view = view;
    app.list.peek = None;
    if !shows_both(app) {
        app.focus = Focus::Text;
    }
}
