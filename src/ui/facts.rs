//! The sheet of facts.

use super::canvas::Canvas;
use super::help::{close_hint, more};
use crate::app::App;
use crate::app::facts::{lowest_top, rows};
use crate::app::help::{MARGIN, room};

/// Paints what is known of the article, from row `top` on.
pub(super) fn draw(app: &App, top: usize, canvas: &mut Canvas<'_>) {
    let size = app.size;
    let lowest = lowest_top(app);
    canvas.write(1, 0, size.width, "This article", canvas.theme.title);
    let rows = rows(app, size.width);
    let shown = rows.iter().skip(top.min(lowest)).take(room(app));
    for (y, row) in (1..).zip(shown) {
        canvas.write(MARGIN, y, size.width, row.name, canvas.theme.accent);
        canvas.write(row.col, y, size.width, &row.value, canvas.theme.text);
    }
    let more = (top < lowest).then(|| more(app));
    close_hint(app, "closes", more.as_slice(), canvas);
}
