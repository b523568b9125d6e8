//! The help screen.

use super::canvas::Canvas;
use crate::app::App;
use crate::app::help::{MARGIN, lowest_top, room, rows};

/// Paints help from its row `top` on.
pub(super) fn draw(app: &App, top: usize, canvas: &mut Canvas<'_>) {
    let size = app.size;
    let lowest = lowest_top(app);
    canvas.write(1, 0, size.width, "Keys", canvas.theme.title);
    let rows = rows(&app.keymap, size.width);
    let shown = rows.iter().skip(top.min(lowest)).take(room(app));
    for (y, row) in (1..).zip(shown) {
        let look = if row.is_note {
            canvas.theme.faint
        } else {
            canvas.theme.text
        };
        canvas.write(MARGIN, y, row.col, &row.keys, canvas.theme.accent);
        canvas.write(row.col, y, size.width, row.text, look);
    }
    close_hint(app, top < lowest, canvas);
}

/// Tells in the last row how a sheet is closed, and whether there is more of it.
pub(super) fn close_hint(app: &App, has_more: bool, canvas: &mut Canvas<'_>) {
    let size = app.size;
    if size.height <= 2 {
        return;
    }
    let more = if has_more && size.width > 30 {
        " · j, Space for more"
    } else {
        ""
    };
    let hint = format!("Esc closes{more}");
    canvas.write(1, size.height - 1, size.width, &hint, canvas.theme.faint);
}
