//! The help screen.

use super::canvas::Canvas;
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
    if size.height > 2 {
        let more = if top < lowest && size.width > 30 {
            " · j, Space for more"
        } else {
            ""
        };
        canvas.write(
            1,
            size.height - 1,
            size.width,
            &format!("Esc closes{more}"),
            canvas.theme.faint,
        );
    }
}
