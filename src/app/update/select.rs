//! Selecting by keyboard.

use super::jump::{self, Reveal};
use super::{clipboard, mouse};
use crate::action::Action;
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::help::Help;
use crate::app::selection::{Part, Selection, word_at, word_before};
use crate::app::{App, Mode};
use crate::doc::block::BlockId;
use crate::layout::row::{PieceText, Row};
use crate::text::cluster::width;
use crate::text::num;
use crate::text::span::Span;

/// Rows without words that are passed over.
const BLANK: usize = 100;

/// Begins with the first of the marked words, or else with the hit, or else with the first on screen.
pub(super) fn begin(app: &mut App) {
    app.settle(); // keys that were typed ahead have moved the page, and nobody has laid it out yet
    let marked = app.here().mark();
    let start = marked.map(|mark| mark.span.start).or_else(|| {
        let is_paragraph = |block: &BlockId| app.article.outline.paragraph(*block).is_some();
        let rows = app.page.rows.iter().filter(|(id, _)| is_paragraph(id));
        let mut starts = rows.filter_map(|(_, row)| first_byte(row));
        starts.next()
    });
    match start.and_then(|at| word_at(&app.article.document, at)) {
        Some(word) => app.selection = Some(Selection::of(word)),
        None => app.notice = Some("there is nothing to select here".to_owned()),
    }
}

/// Does what an action means while words are selected.
pub(super) fn perform(app: &mut App, action: Action, count: Option<u32>) {
    if app.selection.is_none() {
        begin(app);
    }
    let Some(selection) = app.selection else {
        return;
    };
    let page = app.text_height();
    let times = count.unwrap_or(1) as usize;
    let half = count.map_or(page.div_ceil(2), |count| count as usize);
    match action {
        Action::Down => rows(app, times, Direction::Down),
        Action::Up => rows(app, times, Direction::Up),
        Action::HalfDown => rows(app, half, Direction::Down),
        Action::HalfUp => rows(app, half, Direction::Up),
        Action::PageDown => rows(app, page.saturating_mul(times), Direction::Down),
        Action::PageUp => rows(app, page.saturating_mul(times), Direction::Up),
        Action::Top | Action::Bottom if let Some(number) = count => {
            line(app, selection, number as usize);
        }
        Action::Top => whole_section(app, selection, Direction::Up),
        Action::Bottom => whole_section(app, selection, Direction::Down),
        Action::OtherEnd => stand(app, selection.turned()),
        Action::Copy => clipboard::copy(app),
        Action::Cite => clipboard::cite(app),
        Action::Redraw => app.effects.push(Effect::Redraw),
        Action::Suspend => app.effects.push(Effect::Suspend),
        Action::Interrupt => app.effects.push(Effect::Interrupt),
        Action::Help => app.mode = Mode::Help(Help::default()),
        Action::Facts => app.mode = Mode::Facts(0),
        Action::Cancel | Action::Quit | Action::Select => app.selection = None,
        _ => step(app, action, times),
    }
}

/// Grows or shrinks by so many steps.
fn step(app: &mut App, action: Action, times: usize) {
    let Some(mut selection) = app.selection else {
        return;
    };
    let document = &*app.article.document;
    for _ in 0..times {
        let next = match action {
            Action::SelectWord => selection.next_word(document),
            Action::SelectWordBack => selection.previous_word(document),
            Action::SentenceEnd => selection.next(document, Part::Sentence),
            Action::SentenceStart => selection.previous(document, Part::Sentence),
            Action::NextParagraph => selection.next(document, Part::Block),
            Action::PreviousParagraph => selection.previous(document, Part::Block),
            Action::SelectSentence => selection.whole(document, Part::Sentence),
            Action::SelectParagraph => selection.whole(document, Part::Block),
            _ => return,
        };
        let Some(next) = next else {
            app.notice = Some("there are no more words that way".to_owned());
            break;
        };
        selection = next;
    }
    stand(app, selection);
}

/// Takes a selection and brings its moving end into view.
fn stand(app: &mut App, selection: Selection) {
    app.selection = Some(selection);
    let place = app.article.place_of(selection.edge());
    jump::bring(app, place, Reveal::Gently);
}

/// To the word so many rows up or down, under or above the one where it stands.
fn rows(app: &mut App, times: usize, direction: Direction) {
    let Some(selection) = app.selection else {
        return;
    };
    let edge = selection.edge();
    let place = app.article.place_of(edge);
    let step = match direction {
        Direction::Down => 1,
        Direction::Up => -1,
    };
    let found = app.walk(|walk| {
        let mut spot = walk.spot_showing(place);
        let here = walk.rows(spot).next().map(|(_, row)| row);
        let mut target = None;
        let (mut left, mut blank) = (times, 0);
        while left > 0 && blank < BLANK {
            let (next, gone) = walk.step(spot, step);
            if gone == 0 {
                break;
            }
            spot = next;
            let row = walk.rows(spot).next().map(|(_, row)| row);
            match row.filter(has_words) {
                Some(row) => {
                    target = Some(row);
                    left -= 1;
                }
                None => blank += 1,
            }
        }
        Some((here?, target?))
    });
    let Some((here, row)) = found else {
        app.notice = Some(format!(
            "this is the {} row of the section",
            direction.last()
        ));
        return;
    };
    let col = column(app, &here, edge);
    let at = mouse::byte_near(app, &row, col);
    if let Some(word) = at.and_then(|at| word_at(&app.article.document, at)) {
        stand(app, selection.to(word));
    }
}

fn has_words(row: &Row) -> bool {
    first_byte(row).is_some()
}

/// The first byte that a row shows, wherever it stands in it.
fn first_byte(row: &Row) -> Option<u32> {
    let spans = row.pieces.iter().map(|piece| piece.span);
    let shown = spans.filter(|span| !span.is_empty());
    shown.map(|span| span.start).min()
}

/// The column of a row in which a byte is drawn.
fn column(app: &App, row: &Row, at: u32) -> u16 {
    let piece = row.pieces.iter().find(|piece| piece.span.contains(at));
    piece.map_or(0, |piece| {
        let before = Span::new(piece.span.start, at);
        let before = match piece.text {
            PieceText::Source => width(app.article.document.slice(before)),
            PieceText::Shown(_) | PieceText::Picture(_) => 0,
        };
        piece.col.saturating_add(num::cells(before))
    })
}

/// To the first word of a line of the source, or of the next that has one.
fn line(app: &mut App, selection: Selection, number: usize) {
    let document = &*app.article.document;
    let start = document.lines().start(number);
    let word = start.and_then(|at| word_at(document, at));
    match word {
        Some(word) => stand(app, selection.to(word)),
        None => app.notice = Some(format!("there is no line {number}")),
    }
}

/// To the first or the last word of the section.
fn whole_section(app: &mut App, selection: Selection, direction: Direction) {
    let Some(section) = app.article.outline.section(app.view.section) else {
        return;
    };
    let document = &*app.article.document;
    let (start, end) = (section.body().next(), section.body().next_back());
    let target = match direction {
        Direction::Up => start
            .and_then(|id| document.block(id))
            .map(|it| it.span.start),
        Direction::Down => end.and_then(|id| document.block(id)).map(|it| it.span.end),
    };
    let word = target.and_then(|at| match direction {
        Direction::Up => word_at(document, at),
        Direction::Down => word_before(document, at),
    });
    if let Some(word) = word {
        stand(app, selection.to(word));
    }
}
