//! Moving through the text.

use super::renew;
use crate::action::Action;
use crate::app::direction::Direction;
use crate::app::view::Extent;
use crate::app::{App, area};
use crate::article::section::SectionId;
use crate::doc::block::BlockId;
use crate::layout::walk::{Place, Spot};

/// Rows that one key moves over at the most, so that no count makes it wait.
const FARTHEST: usize = 20_000;

/// Scrolls by rows, as far as the section goes; says so where it ends.
pub(super) fn scroll(app: &mut App, rows: usize, direction: Direction) {
    if !has_scrolled(app, rows, direction) {
        let is_last = app.view.extent == Extent::Whole || neighbour(app, direction).is_none();
        let what = if is_last { "article" } else { "section" };
        let turn = page_key(app, direction).filter(|_| !is_last);
        let turn = turn.map_or_else(String::new, |key| format!(" · {key} turns the page"));
        app.notice = Some(format!("the {} of the {what}{turn}", direction.end()));
    }
}

fn page_key(app: &App, direction: Direction) -> Option<String> {
    let action = match direction {
        Direction::Down => Action::PageDown,
        Direction::Up => Action::PageUp,
    };
    app.keymap.keys(action, app.scope()).next()
}

/// Scrolls by rows within the section; tells whether there was anywhere to go.
fn has_scrolled(app: &mut App, rows: usize, direction: Direction) -> bool {
    app.view.marked = None;
    let rows = rows.min(FARTHEST);
    let height = app.text_height();
    let top = app.view.top;
    let moved = app.walk(|walk| {
        let top = walk.spot(top);
        match direction {
            Direction::Down => {
                let lowest = walk.lowest_top(height).max(walk.first());
                (top < lowest)
                    .then(|| walk.step(top, signed(rows)).0.min(lowest))
                    .map(|spot| walk.place(spot))
            }
            Direction::Up => walk
                .above(top)
                .map(|_| walk.step(top, -signed(rows)).0)
                .map(|spot| walk.place(spot)),
        }
    });
    if let Some(place) = moved {
        app.view.top = place;
    }
    app.follow_section();
    moved.is_some()
}

pub(super) fn signed(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX)
}

/// Turns to the section after or before; backwards to its last page.
fn turn(app: &mut App, direction: Direction) {
    let Some(section) = neighbour(app, direction).filter(|_| app.view.extent == Extent::Section)
    else {
        app.notice = Some(format!("the {} of the article", direction.end()));
        return;
    };
    app.show_section(section);
    if direction == Direction::Up {
        app.show_last_page();
    }
}

fn neighbour(app: &App, direction: Direction) -> Option<SectionId> {
    let here = app.view.section.index();
    let index = match direction {
        Direction::Down => here + 1,
        Direction::Up => here.checked_sub(1)?,
    };
    (index < app.article.outline.len()).then(|| SectionId::new(index))
}

/// Scrolls by pages. Past the end of a section it turns to the next one; so it does backwards.
pub(super) fn pages(app: &mut App, times: usize, direction: Direction) {
    for _ in 0..times.min(FARTHEST / 40) {
        let rows = app.text_height();
        if !has_scrolled(app, rows, direction) {
            turn(app, direction);
        }
    }
}

/// Scrolls by half a page, or by as many rows as the count says.
pub(super) fn half_page(app: &mut App, count: Option<u32>, direction: Direction) {
    let rows = count.map_or_else(|| app.text_height().div_ceil(2), |count| count as usize);
    scroll(app, rows, direction);
}

/// To the top of the article.
pub(super) fn top(app: &mut App) {
    app.jumps.leave(&app.view);
    app.view.marked = None;
    app.show_start();
}

/// To the bottom of the article.
pub(super) fn bottom(app: &mut App) {
    app.jumps.leave(&app.view);
    app.view.marked = None;
    app.is_at_end = app.follows || !app.article.document.is_whole();
    app.show_end();
}

/// To the bottom of the article, to stay there while more comes.
pub(super) fn follow_end(app: &mut App) {
    bottom(app);
    if renew::watch(app) {
        app.follow();
    } else {
        app.notice = Some("the end of the article · nothing can be added to it".to_owned());
    }
}

/// To so many percent of the article.
pub(super) fn percent(app: &mut App, count: Option<u32>) {
    let Some(percent) = count else {
        let key = app.keymap.keys(Action::Percent, app.scope()).next();
        let key = key.unwrap_or_default();
        app.notice = Some(format!("how far? type a number before it: 40{key}"));
        return;
    };
    app.jumps.leave(&app.view);
    app.view.marked = None;
    let tops = app.tops();
    let all = u64::from(tops.end - tops.start);
    let gone = (all * u64::from(percent.min(100))).div_ceil(100);
    let at = tops.start + u32::try_from(gone).unwrap_or(u32::MAX);
    let place = app.article.place_of(at);
    if !app.article.document.is_whole() {
        app.notice = Some(format!("{percent} % of what has been read so far"));
    }
    app.view.section = app.article.outline.section_of(place.block);
    app.view.top = app.walk(|walk| {
        let spot = walk.spot(place);
        let row = walk.place(spot);
        let next = walk.below(spot).filter(|_| row.at < at);
        next.map_or(row, |next| walk.place(next))
    });
    settle_top(app);
}

/// To the question after or before. Backwards, first to the beginning of the one that is being read.
pub(super) fn question(app: &mut App, times: usize, direction: Direction) {
    app.jumps.leave(&app.view);
    app.view.marked = None;
    for _ in 0..times {
        let is_inside = direction == Direction::Up && !is_at_section_top(app);
        let next = app.entries().next_section(app.view.section, direction);
        match next {
            _ if is_inside => show_heading(app, app.view.section),
            Some(section) => show_heading(app, section),
            None => {
                app.notice = Some(format!("this is the {} section", direction.last()));
                break;
            }
        }
    }
}

/// Shows a section from its top; in the whole flow, from the row below its heading, where that is pinned.
fn show_heading(app: &mut App, section: SectionId) {
    app.show_section(section);
    if app.view.extent == Extent::Whole {
        let pinned = 1..=usize::from(area::pinned_room(app.size));
        let is_pinned = pinned.contains(&app.heading_height());
        let [start, below] = starts(app, section);
        app.view.top = if is_pinned { below } else { start };
    }
}

/// Where a section begins in the whole flow, and where it goes on below its heading.
fn starts(app: &App, section: SectionId) -> [Place; 2] {
    let section = app.article.outline.section(section);
    let start = section.map_or(app.view.top.block, |section| section.range().start);
    let heading = section.and_then(|section| section.heading);
    let below = heading.map(BlockId::next);
    let below = below.filter(|block| block.index() < app.article.document.len());
    [start, below.unwrap_or(start)].map(|block| app.article.place(block))
}

fn is_at_section_top(app: &mut App) -> bool {
    let top = app.view.top;
    match app.view.extent {
        Extent::Section => app.walk(|walk| walk.spot(top) == walk.first()),
        Extent::Whole => starts(app, app.view.section).contains(&top),
    }
}

/// Brings the top of the screen back to where there is text enough below it, and the section to the top.
pub(super) fn settle_top(app: &mut App) {
    app.follow_section();
    let height = app.text_height();
    let top = app.view.top;
    app.view.top = app.walk(|walk| {
        let lowest = walk.lowest_top(height);
        let spot: Spot = walk.spot(top).min(lowest);
        walk.place(spot)
    });
    app.follow_section();
}
