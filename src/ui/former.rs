//! What has changed, as it was.

use super::canvas::Canvas;
use super::help::{close_hint, more};
use crate::app::App;
use crate::app::former::{MARGIN, heading, lowest_top, room, rows};
use crate::text::cluster::shorten;
use crate::text::cut;

/// Paints the sheet from its row `top` on.
pub(super) fn draw(app: &App, index: usize, top: usize, canvas: &mut Canvas<'_>) {
    let Some(change) = app.article.changes.get(index) else {
        return;
    };
    let size = app.size;
    let title = heading(change);
    let title = shorten(&title, usize::from(size.width).saturating_sub(2));
    canvas.write(1, 0, size.width, &title, canvas.theme.title);
    let lowest = lowest_top(app, index);
    let rows = rows(app, index);
    let shown = rows.iter().skip(top.min(lowest)).take(room(app));
    for (y, row) in (1..).zip(shown) {
        let text = cut(&change.before, row.clone());
        canvas.write(MARGIN, y, size.width, text, canvas.theme.text);
    }
    let more = (top < lowest).then(|| more(app));
    close_hint(app, "closes", more.as_slice(), canvas);
}
