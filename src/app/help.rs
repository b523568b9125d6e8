//! Help, made of the live keymap, in rows for the width of the moment.

use super::App;
use crate::action::{ACTIONS, Scope};
use crate::config::keymap::Keymap;
use crate::layout::wrap_text;
use crate::text::cluster::width;
use crate::text::{cut, num};

/// Cells before everything.
pub const MARGIN: u16 = 2;

/// The least room for words beside the keys; where there is less, they stand below.
const BESIDE: u16 = 16;

/// What is told besides the keys.
const NOTES: [&str; 4] = [
    "A number before a key repeats it (5j) or says how far (40%).",
    "In the gutter: Q a quote, G a guarantee, g a paragraph that elaborates one.",
    "In the list: ? after a name that is a guess, = the same words again, ↔ more about it.",
    "Quotes and guarantees are found by rules. What is listed stands in the text; some can be missed.",
];

/// A row of help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpRow {
    /// The keys, in the first row of what they do or in rows of their own.
    pub keys: String,
    /// A part of what they do, or of a note.
    pub text: &'static str,
    /// Where the text starts, in cells from the left edge.
    pub col: u16,
    /// Whether it belongs to a note, not to keys.
    pub is_note: bool,
}

/// All rows of help on a screen of `columns` cells.
pub fn rows(keymap: &Keymap, columns: u16) -> Vec<HelpRow> {
    let bound: Vec<_> = ACTIONS
        .iter()
        .map(|entry| {
            let mut keys: Vec<_> = keymap.keys(entry.action, Scope::ALL).collect();
            keys.dedup();
            (keys.join("  "), entry.doc)
        })
        .filter(|(keys, _)| !keys.is_empty())
        .collect();
    let widest = bound.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    let col = num::cells(widest) + 2 * MARGIN;
    let is_wide = columns >= col + BESIDE;
    let mut rows: Vec<_> = bound
        .into_iter()
        .flat_map(|(keys, doc)| {
            if is_wide {
                wrapped(keys, doc, col, columns)
            } else {
                stacked(&keys, doc, columns)
            }
        })
        .collect();
    rows.push(HelpRow::default());
    rows.extend(
        NOTES
            .into_iter()
            .flat_map(|note| wrapped(String::new(), note, MARGIN, columns)),
    );
    rows
}

/// Keys, and below them what they do.
fn stacked(keys: &str, doc: &'static str, columns: u16) -> Vec<HelpRow> {
    let room = columns.saturating_sub(MARGIN + 1).max(8);
    let keys = wrap_text(keys, room).into_iter().map(|range| HelpRow {
        keys: cut(keys, range).to_owned(),
        col: columns,
        ..HelpRow::default()
    });
    keys.chain(wrapped(String::new(), doc, 2 * MARGIN, columns))
        .collect()
}

fn wrapped(mut keys: String, text: &'static str, col: u16, columns: u16) -> Vec<HelpRow> {
    let room = columns.saturating_sub(col.saturating_add(1)).max(8);
    let row = |range| HelpRow {
        keys: std::mem::take(&mut keys),
        text: cut(text, range),
        col,
        is_note: col == MARGIN,
    };
    wrap_text(text, room).into_iter().map(row).collect()
}

/// How many rows of help are on screen.
pub fn room(app: &App) -> usize {
    usize::from(app.size.height).saturating_sub(2).max(1)
}

/// How far help can be scrolled down, in rows.
pub fn lowest_top(app: &App) -> usize {
    rows(&app.keymap, app.size.width)
        .len()
        .saturating_sub(room(app))
}
