//! The sheet with what has changed, as it was.

use crate::action::Action;
use crate::app::effect::Effect;
use crate::app::event::MouseKind;
use crate::app::{App, Mode, former};

/// Rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// Shows a change as it was, where it was something.
pub(super) fn open(app: &mut App, change: usize) {
    let shown = app.article.changes.get(change);
    if shown.is_some_and(|it| !it.before.is_empty()) {
        app.mode = Mode::Former { change, top: 0 };
    }
}

/// Scrolls, copies, or closes.
pub(super) fn perform(app: &mut App, action: Action) {
    let Mode::Former { change, top } = app.mode else {
        return;
    };
    let page = former::room(app).saturating_sub(1).max(1);
    let lowest = former::lowest_top(app, change);
    let moved = match action {
        Action::Down => top + 1,
        Action::Up => top.saturating_sub(1),
        Action::PageDown => top + page,
        Action::PageUp => top.saturating_sub(page),
        Action::HalfDown => top + page / 2,
        Action::HalfUp => top.saturating_sub(page / 2),
        Action::Top => 0,
        Action::Bottom => lowest,
        Action::Redraw => return app.effects.push(Effect::Redraw),
        Action::Suspend => return app.effects.push(Effect::Suspend),
        Action::Interrupt => return app.effects.push(Effect::Interrupt),
        _ => return app.mode = Mode::Read,
    };
    scroll(app, change, moved);
}

/// The wheel scrolls, a click closes.
pub(super) fn mouse(app: &mut App, kind: MouseKind) {
    let Mode::Former { change, top } = app.mode else {
        return;
    };
    match kind {
        MouseKind::WheelDown => scroll(app, change, top + NOTCH),
        MouseKind::WheelUp => scroll(app, change, top.saturating_sub(NOTCH)),
        MouseKind::Press => app.mode = Mode::Read,
    }
}

fn scroll(app: &mut App, change: usize, top: usize) {
    let top = top.min(former::lowest_top(app, change));
    app.mode = Mode::Former { change, top };
}
