//! Sideways: moving what is wider than the column, and bringing words of it into view.
//!
//! Of several wide blocks on screen, the one moves that holds the marked words, the hit or the selection; else the one nearest the middle
//! of the screen, where the eyes are; and where that has come to its end, the next nearest.

use std::ops::Range;

use crate::app::App;
use crate::app::direction::Direction;
use crate::app::here::Here;
use crate::app::sideways::Wide;
use crate::doc::block::BlockId;
use crate::layout::reach::{self, Reach};
use crate::layout::row::{Piece, PieceText, Row};
use crate::layout::walk::Place;
use crate::text::cluster::width;
use crate::text::num;
use crate::text::span::Span;

/// Cells that code moves at once.
const STEP: u16 = 8;

/// Moves the wide block under the eyes.
pub(super) fn step(app: &mut App, times: usize, direction: Direction) {
    let count = app.page.wide.len();
    let Some(number) = under_the_eyes(app, direction) else {
        app.notice = Some(match (count, direction) {
            (0, _) => "nothing here is wider than the column".to_owned(),
            (_, Direction::Down) => "there is no more to the right".to_owned(),
            (_, Direction::Up) => "there is no more to the left".to_owned(),
        });
        return;
    };
    shift(app, number, times, direction);
    if count > 1 {
        app.notice = Some(format!("moves wide block {} of {count} here", number + 1));
    }
}

/// Moves the wide block in a row of the screen.
pub(super) fn step_at(app: &mut App, row: usize, direction: Direction) {
    let is_there = |wide: &Wide| wide.rows.contains(&row);
    if let Some(number) = app.page.wide.iter().position(is_there) {
        shift(app, number, 1, direction);
    }
}

/// The number of the wide block on screen that a key moves.
fn under_the_eyes(app: &App, direction: Direction) -> Option<usize> {
    let middle = usize::from(app.page.areas.text.height) / 2;
    let words = app.outstanding().map(|words| words.place().block);
    let head = words.and_then(|block| reach::head(&app.article.document, block));
    let distance = |rows: &Range<usize>| match rows {
        rows if rows.end <= middle => middle - rows.end + 1,
        rows => rows.start.saturating_sub(middle),
    };
    let wide = app.page.wide.iter().enumerate();
    let movable = wide.filter(|(_, wide)| match direction {
        Direction::Down => wide.side.shift < wide.farthest,
        Direction::Up => wide.side.shift > 0,
    });
    let nearest = movable.min_by_key(|(_, wide)| (Some(wide.head) != head, distance(&wide.rows)));
    nearest.map(|(number, _)| number)
}

fn shift(app: &mut App, number: usize, times: usize, direction: Direction) {
    let Some(Wide {
        head,
        rows,
        side,
        farthest,
    }) = app.page.wide.get(number).cloned()
    else {
        return;
    };
    let block = app.page.rows.get(rows.start).map(|(block, _)| *block);
    let Some(reach) = block.and_then(|block| reach_of(app, block)) else {
        return;
    };
    let next = |shift: u16| match direction {
        Direction::Down => reach.next(shift).unwrap_or(shift.saturating_add(STEP)),
        Direction::Up => reach.previous(shift).unwrap_or(shift.saturating_sub(STEP)),
    };
    let is_end = |shift: u16| match direction {
        Direction::Down => shift >= farthest,
        Direction::Up => shift == 0,
    };
    let steps = std::iter::successors(Some(side.shift), |shift| Some(next(*shift)));
    let mut steps = steps.enumerate();
    let last = steps.find(|(step, shift)| *step == times || is_end(*shift));
    let shift = last.map_or(side.shift, |(_, shift)| shift);
    app.view
        .sideways
        .set(head, shift.min(farthest.max(side.shift)));
}

/// Brings words at a place of a wide block into view: all of those that stand out, where they begin there.
pub(super) fn reveal(app: &mut App, place: Place) {
    let Some(head) = reach::head(&app.article.document, place.block) else {
        return;
    };
    let row = app.walk(|walk| {
        let spot = walk.spot_showing(place);
        walk.rows(spot).next()
    });
    let words = app.outstanding().map(Here::span);
    let words = words.filter(|span| span.start == place.at);
    let words = words.unwrap_or(Span::new(place.at, place.at + 1));
    let cols = row.and_then(|(_, row)| cols(app, &row, words));
    if let Some(cols) = cols
        && let Some(reach) = reach_of(app, place.block)
    {
        let shift = reach.showing(&cols, app.view.sideways.of(head));
        app.view.sideways.set(head, shift);
    }
}

fn reach_of(app: &mut App, block: BlockId) -> Option<Reach> {
    let measure = app.measure();
    Reach::of(&app.article.document, &mut app.layouts, block, measure)
}

/// The cells of a row in which words are drawn.
fn cols(app: &App, row: &Row, words: Span) -> Option<Range<u16>> {
    let pieces = row.pieces.iter().filter(|piece| piece.span.overlaps(words));
    let cols = pieces.map(|piece| cols_in(app, piece, words));
    cols.reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
}

fn cols_in(app: &App, piece: &Piece, words: Span) -> Range<u16> {
    let start = words.start.max(piece.span.start);
    let end = words.end.min(piece.span.end);
    match piece.text {
        PieceText::Source => {
            let cells =
                |from, to| num::cells(width(app.article.document.slice(Span::new(from, to))));
            let first = piece.col.saturating_add(cells(piece.span.start, start));
            first..first.saturating_add(cells(start, end).max(1))
        }
        PieceText::Shown(_) | PieceText::Picture(_) => {
            piece.col..piece.col.saturating_add(piece.cols)
        }
    }
}
