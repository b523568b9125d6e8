//! Lines of plain copy: where they begin and end, and how far they are indented.

use crate::text::num;
use crate::text::span::Span;

/// A line without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Characters of space before it.
    pub(super) indent: u32,
    /// The same in bytes.
    pub(super) space: u32,
    /// Its length in characters, space before it included.
    pub(super) length: u32,
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    for raw in text.split_inclusive(is_line_break) {
        let is_second_half = raw == "\n" && crate::text::head(text, at).ends_with('\r');
        if !is_second_half {
            lines.push(Line::new(raw, at));
        }
        at += raw.len();
    }
    lines
}

/// Line breaks of all systems, printers and of Unicode.
fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

impl Line {
    /// Its words in the text that it is a line of.
    pub(super) fn words(self, text: &str) -> &str {
        crate::text::cut(text, self.span.range())
    }

    /// Whether there is nothing on it.
    pub(super) fn is_blank(self) -> bool {
        self.span.is_empty()
    }

    fn new(raw: &str, at: usize) -> Self {
        let words = raw.trim();
        let start = at + (raw.len() - raw.trim_start().len());
        let indent = if words.is_empty() {
            0
        } else {
            raw.chars().take_while(|c| c.is_whitespace()).count()
        };
        Self {
            span: Span::of(start..start + words.len()),
            indent: num::offset(indent),
            space: num::offset(raw.len() - raw.trim_start().len()),
            length: num::offset(indent + words.chars().count()),
        }
    }
}
