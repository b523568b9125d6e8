//! What has changed, as it was: the sheet that shows it, in rows for the width of the moment.

use std::ops::Range;

use super::App;
use crate::article::changes::Change;
use crate::layout::wrap_text;

/// Cells on both sides of the text.
pub const MARGIN: u16 = 2;

/// What stands above the text: what it is, and what became of it.
pub fn heading(change: &Change) -> String {
    let mut heading = format!(
        "As it was: {} {}",
        change.subject.name(),
        change.kind.name()
    );
    for note in &change.notes {
        heading = format!("{heading} · {note}");
    }
    heading
}

/// The rows of the text, as ranges of what it was.
pub fn rows(app: &App, change: usize) -> Vec<Range<usize>> {
    let room = app
        .size
        .width
        .saturating_sub(2 * MARGIN)
        .clamp(1, app.widths.text);
    let change = app.article.changes.get(change);
    change.map_or_else(Vec::new, |it| wrap_text(&it.before, room))
}

/// How many rows there is room for.
pub fn room(app: &App) -> usize {
    usize::from(app.size.height).saturating_sub(2).max(1)
}

/// How far it can be scrolled down, in rows.
pub fn lowest_top(app: &App, change: usize) -> usize {
    rows(app, change).len().saturating_sub(room(app))
}
