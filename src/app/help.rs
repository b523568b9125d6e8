//! Help, made of the live keymap.

use super::App;
use crate::action::{ACTIONS, Scope};
use crate::config::keymap::Keymap;

/// A line of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The keys, or nothing for a line of text.
    pub keys: String,
    /// What they do.
    pub doc: &'static str,
}

/// All lines of help.
pub fn lines(keymap: &Keymap) -> Vec<Line> {
    let bound = ACTIONS.iter().map(|entry| {
        let mut keys: Vec<_> = keymap.keys(entry.action, Scope::ALL).collect();
        keys.dedup();
        Line {
            keys: keys.join("  "),
            doc: entry.doc,
        }
    });
    let text = |doc| Line {
        keys: String::new(),
        doc,
    };
    let mut lines: Vec<_> = bound.filter(|line| !line.keys.is_empty()).collect();
    lines.extend([
        text(""),
        text("A number before a key repeats it (5j) or says how far (40%)."),
        text("In the gutter: Q a quote, G a guarantee, g a paragraph that elaborates one."),
        text("In the list: ? after a name that is a guess, = the same words again, ↔ more about it."),
        text("Quotes and guarantees are found by rules. What is listed stands in the text; some can be missed."),
    ]);
    lines
}

/// How far help can be scrolled down.
pub fn lowest_top(app: &App) -> usize {
    let room = usize::from(app.size.height).saturating_sub(2).max(1);
    lines(&app.keymap).len().saturating_sub(room)
}
