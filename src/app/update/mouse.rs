//! The mouse: the wheel scrolls what is under it, a click goes there.

use super::{choose, jump, links, list, motion, sideways};
use crate::action::{Action, Scope};
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::event::{Mouse, MouseKind};
use crate::app::links::Links;
use crate::app::list::tabs;
use crate::app::view::Mark;
use crate::app::{App, Focus, Mode};
use crate::layout::row::{Piece, PieceText, Row};
use crate::text::cluster::clusters;
use crate::text::num;

/// Rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// Does what the mouse asks for.
pub(super) fn update(app: &mut App, mouse: Mouse) {
    if mouse.kind == MouseKind::Press {
        app.notice = None; // as with keys, what was said is answered
    }
    if app.scope() == Scope::HELP {
        return on_sheet(app, mouse.kind);
    }
    if let Mode::Choose(_) = app.mode {
        return choose::mouse(app, mouse);
    }
    if let Mode::Links(_) = app.mode {
        return links::mouse(app, mouse);
    }
    let is_over_list = app.page.areas.list.contains(mouse.x, mouse.y);
    match mouse.kind {
        MouseKind::WheelDown if is_over_list => drift(app, 1),
        MouseKind::WheelUp if is_over_list => drift(app, -1),
        MouseKind::WheelDown => motion::scroll(app, NOTCH, Direction::Down),
        MouseKind::WheelUp => motion::scroll(app, NOTCH, Direction::Up),
        MouseKind::WheelLeft => roll(app, mouse, Direction::Up),
        MouseKind::WheelRight => roll(app, mouse, Direction::Down),
        MouseKind::Press => press(app, mouse),
    }
}

/// The wheel moves the wide block under it sideways.
fn roll(app: &mut App, mouse: Mouse, direction: Direction) {
    let text = app.page.areas.text;
    if text.contains(mouse.x, mouse.y) {
        sideways::step_at(app, usize::from(mouse.y - text.y), direction);
    }
}

/// Gives the mouse to the terminal, or takes it back.
pub(super) fn toggle(app: &mut App) {
    app.is_mouse_released = !app.is_mouse_released;
    app.effects
        .push(Effect::CaptureMouse(!app.is_mouse_released));
    let state = if app.is_mouse_released {
        "the mouse selects text in the terminal"
    } else {
        "the mouse scrolls and clicks here"
    };
    app.notice = Some(state.to_owned());
}

/// The wheel scrolls a sheet that lies over the article, a click closes it.
fn on_sheet(app: &mut App, kind: MouseKind) {
    let (times, action) = match kind {
        MouseKind::WheelDown => (NOTCH, Action::Down),
        MouseKind::WheelUp => (NOTCH, Action::Up),
        MouseKind::Press => (1, Action::Cancel),
        MouseKind::WheelLeft | MouseKind::WheelRight => return,
    };
    for _ in 0..times {
        super::sheet::perform(app, action);
    }
}

fn press(app: &mut App, mouse: Mouse) {
    app.selection = None;
    let areas = app.page.areas;
    if areas.tabs.contains(mouse.x, mouse.y) {
        press_tab(app, usize::from(mouse.x - areas.tabs.x));
    } else if areas.list.contains(mouse.x, mouse.y) {
        press_entry(app, usize::from(mouse.y - areas.list.y));
    } else if areas.text.contains(mouse.x, mouse.y) {
        press_text(app, mouse);
    }
}

fn press_tab(app: &mut App, col: usize) {
    let tabs = tabs(app.entries(), app.page.areas.tabs.width.into());
    if let Some(tab) = tabs
        .into_iter()
        .rfind(|tab| (tab.col..tab.col + tab.text.len()).contains(&col))
    {
        list::show_kind(app, tab.kind);
    }
}

/// Scrolls the list alone.
fn drift(app: &mut App, entries: isize) {
    let all = app.entries();
    let top = all.step(all.top(), entries);
    app.list.drift(top);
}

/// A click puts the cursor on an entry, a second one jumps to it.
fn press_entry(app: &mut App, row: usize) {
    let Some(entry) = app.page.list.get(row).map(|row| row.entry) else {
        return;
    };
    let is_second = app.focus == Focus::List && app.list.selected == Some(entry);
    app.focus = Focus::List;
    app.list.selected = Some(entry);
    if is_second {
        list::open(app);
    } else {
        list::select(app, entry);
    }
}

/// A click on a link, or the mark or number of a footnote, tells where it leads or goes there, one on quoted words marks them; any other gives the focus to the text.
fn press_text(app: &mut App, mouse: Mouse) {
    list::stay(app);
    let areas = app.page.areas;
    let number = usize::from(mouse.y - areas.text.y);
    let row = app.page.rows.get(number);
    let col = mouse.x.checked_sub(areas.column);
    let col = col.map(|col| app.page.side(number).under(col));
    let link = row.and_then(|(block, row)| {
        let col = col?;
        let is_here = |it: &&Piece| (it.col..it.col.saturating_add(it.cols)).contains(&col);
        let piece = row.pieces.iter().find(is_here)?;
        let at = byte_at(app, row, col).unwrap_or(piece.span.start);
        Links::under(app, *block, piece, at)
    });
    if let Some(link) = link {
        return links::press(app, link);
    }
    let at = col.and_then(|col| byte_at(app, &row?.1, col));
    app.pointed = at;
    let item = at.and_then(|at| {
        app.article
            .items_in(crate::text::span::Span::new(at, at + 1))
            .last()
    });
    let mark = item.map(|item| Mark {
        span: item.span,
        block: item.block,
    });
    match mark {
        Some(mark) => {
            app.jumps.leave(&app.view);
            jump::show(app, mark, jump::Reveal::Gently);
        }
        None => app.view.marked = None,
    }
}

/// The same, or else the nearest before it, or the first.
pub(super) fn byte_near(app: &App, row: &Row, col: u16) -> Option<u32> {
    let drawn = row.pieces.iter().filter(|piece| !piece.span.is_empty());
    let before = drawn.clone().rfind(|piece| piece.col <= col);
    let nearest = before.or(drawn.clone().next())?;
    let last = piece_end(nearest).saturating_sub(1);
    byte_at(app, row, col.clamp(nearest.col, last)).or(Some(nearest.span.start))
}

fn piece_end(piece: &Piece) -> u16 {
    piece.col.saturating_add(piece.cols.max(1))
}

/// Whether words of the text are drawn in a column.
fn is_under(piece: &Piece, col: u16) -> bool {
    (piece.col..piece.col + piece.cols).contains(&col) && !piece.span.is_empty()
}

/// The byte of the text that is drawn in a column of a row.
fn byte_at(app: &App, row: &Row, col: u16) -> Option<u32> {
    let piece = row.pieces.iter().find(|piece| is_under(piece, col))?;
    if piece.text != PieceText::Source {
        return Some(piece.span.start);
    }
    let mut left = usize::from(col - piece.col);
    let text = app.article.document.slice(piece.span);
    let cluster = clusters(text).find(|cluster| {
        let is_here = left < cluster.width;
        left = left.saturating_sub(cluster.width);
        is_here
    });
    cluster.map(|cluster| piece.span.start + num::offset(cluster.at))
}
