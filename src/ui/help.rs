//! The help screen.

use super::canvas::Canvas;
use crate::action::{Action, Scope};
use crate::app::App;
use crate::app::help::{MARGIN, lowest_top, room, rows};

/// Paints help from its row `top` on.
pub(super) fn draw(app: &App, top: usize, canvas: &mut Canvas<'_>) {
    let size = app.size;
    let lowest = lowest_top(app);
    let title = if app.mistakes.is_empty() {
        "Keys"
    } else {
        "What is wrong in the configuration, and keys"
    };
    canvas.write(1, 0, size.width, title, canvas.theme.title);
    let rows = rows(app);
    let shown = rows.iter().skip(top.min(lowest)).take(room(app));
    for (y, row) in (1..).zip(shown) {
        let look = if row.is_note {
            canvas.theme.faint
        } else {
            canvas.theme.text
        };
        canvas.write(MARGIN, y, row.col, &row.keys, canvas.theme.accent);
        canvas.write(row.col, y, size.width, &row.text, look);
    }
    close_hint(app, top < lowest, canvas);
}

/// Tells in the last row how a sheet is closed, and whether there is more of it.
pub(super) fn close_hint(app: &App, has_more: bool, canvas: &mut Canvas<'_>) {
    let size = app.size;
    if size.height <= 2 {
        return;
    }
    let key = |action| app.keymap.keys(action, Scope::HELP).next();
    let close = key(Action::Cancel).map(|key| format!("{key} closes"));
    let more = [Action::Down, Action::PageDown].into_iter().filter_map(key);
    let more = format!("{} for more", more.collect::<Vec<_>>().join(", "));
    let has_more = has_more && size.width > 30;
    let hints: Vec<_> = close.into_iter().chain(has_more.then_some(more)).collect();
    canvas.write(
        1,
        size.height - 1,
        size.width,
        &hints.join(" · "),
        canvas.theme.faint,
    );
}
