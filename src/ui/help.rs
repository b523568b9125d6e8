//! The help screen.

use super::canvas::Canvas;
use crate::app::App;
use crate::app::help::{Line, lines};
use crate::layout::wrap_text;
use crate::text::cluster::width;
use crate::text::num;

/// Paints help from its line `top` on.
pub(super) fn draw(app: &App, top: usize, canvas: &mut Canvas<'_>) {
    let size = app.size;
    let lines = lines(&app.keymap);
    let keys = lines
        .iter()
        .map(|line| width(&line.keys))
        .max()
        .unwrap_or(0)
        .min(usize::from(size.width) / 2);
    let left = 2 + num::cells(keys) + 2;
    let rows = size.height.saturating_sub(2).max(1);
    canvas.write(1, 0, size.width, "Keys", canvas.theme.title);
    let mut y = 1;
    for line in lines.iter().skip(top) {
        if y > rows {
            break;
        }
        y += draw_line(canvas, line, y, left, size.width, rows);
    }
    if size.height > 2 {
        let more = if top < crate::app::help::lowest_top(app) {
            "j, Space for more · "
        } else {
            ""
        };
        canvas.write(
            1,
            size.height - 1,
            size.width,
            &format!("{more}Esc closes"),
            canvas.theme.faint,
        );
    }
}

/// Writes a line at a row; returns how many rows it took.
fn draw_line(canvas: &mut Canvas<'_>, line: &Line, y: u16, left: u16, end: u16, last: u16) -> u16 {
    let (x, look) = if line.keys.is_empty() {
        (2, canvas.theme.faint)
    } else {
        (left, canvas.theme.text)
    };
    canvas.write(2, y, x, &line.keys, canvas.theme.accent);
    let texts = wrap_text(line.doc, end.saturating_sub(x + 1).max(8));
    let mut rows = 0;
    for text in texts {
        if y + rows <= last {
            canvas.write(x, y + rows, end, crate::text::cut(line.doc, text), look);
        }
        rows += 1;
    }
    rows.max(1)
}
