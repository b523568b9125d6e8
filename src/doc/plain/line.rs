//! Lines of plain copy: where they begin and end, how far they are indented, and how deep they are quoted.

use crate::text::num;
use crate::text::span::Span;

/// What an interpreter prompts with, which quotes nobody.
const PROMPT: &str = ">>> ";

/// A line without the space around it, and without the marks (`> `) by which a reply quotes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Characters of space before it.
    pub(super) indent: u32,
    /// Bytes before it, marks included.
    pub(super) space: u32,
    /// Its length in characters, space before it included.
    pub(super) length: u32,
    /// How many quotations it stands in.
    pub(super) depth: u32,
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

/// The marks of quotation that a line begins with: how many, and how many bytes there are before what they quote.
fn marks(raw: &str) -> (u32, usize) {
    let mut rest = raw.trim_start();
    if !rest.starts_with('>') || rest.starts_with(PROMPT) {
        return (0, 0);
    }
    let mut depth = 0;
    while let Some(behind) = rest.strip_prefix('>') {
        rest = behind.strip_prefix(' ').unwrap_or(behind);
        depth += 1;
    }
    (depth, raw.len() - rest.len())
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
        let (depth, marked) = marks(raw);
        let raw = crate::text::tail(raw, marked);
        let words = raw.trim();
        let space = raw.len() - raw.trim_start().len();
        let start = at + marked + space;
        let indent = if words.is_empty() {
            0
        } else {
            raw.chars().take_while(|c| c.is_whitespace()).count()
        };
        Self {
            span: Span::of(start..start + words.len()),
            indent: num::offset(indent),
            space: num::offset(marked + space),
            length: num::offset(indent + words.chars().count()),
            depth,
        }
    }
}
