//! Lines of plain copy that are marked as more than a paragraph: underlined headings, and the terms and anchors of AsciiDoc.
//!
//! ```text
//! Why now?        [[why]]
//! --------        Why now?::
//!                     Because …
//! ```

use super::line::Line;
use crate::text::span::Span;

/// What a marked line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A heading of this level; the line below underlines it.
    Heading(u8),
    /// A term, without the colons behind it.
    Term(Span),
    /// An anchor, which is not shown.
    Anchor,
}

/// Characters that underline headings, those of the first level first.
const UNDERLINES: &[char] = &['=', '-', '~', '^', '+'];

/// Fewest characters of an underline.
const SHORTEST: u32 = 3;

/// By how many characters an underline may miss the length of its heading.
const SLACK: u32 = 3;

/// The mark of the first of these lines.
pub(super) fn of(text: &str, lines: &[Line]) -> Option<Mark> {
    let line = lines.first()?;
    let words = line.words(text);
    if let Some(next) = lines.get(1)
        && let Some(level) = underline(text, *line, *next)
    {
        return Some(Mark::Heading(level));
    }
    if let Some(term) = words.strip_suffix("::") {
        let is_term = term.ends_with(|c: char| !c.is_whitespace() && c != ':');
        let end = line.span.start as usize + term.len();
        return is_term.then(|| Mark::Term(Span::of(line.span.start as usize..end)));
    }
    let anchor = words
        .strip_prefix("[[")
        .and_then(|it| it.strip_suffix("]]"));
    anchor
        .is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace))
        .then_some(Mark::Anchor)
}

/// Whether a line parts two paragraphs of the same item, as AsciiDoc has it.
pub(super) fn is_continuation(text: &str, line: Line) -> bool {
    line.words(text) == "+"
}

/// The level of the heading that `next` underlines.
fn underline(text: &str, line: Line, next: Line) -> Option<u8> {
    let (words, rule) = (line.words(text), next.words(text));
    let mark = rule.chars().next()?;
    let level = UNDERLINES.iter().position(|&it| it == mark)?;
    let gap = crate::text::cut(text, line.span.end as usize..next.span.start as usize);
    let breaks = |mark| gap.matches(mark).count();
    let is_rule = next.length >= SHORTEST && rule.chars().all(|c| c == mark);
    let is_under = breaks('\n').max(breaks('\r')) <= 1 && line.indent == next.indent;
    let is_as_long = line.length.abs_diff(next.length) <= SLACK;
    (is_rule && is_under && is_as_long && words.contains(char::is_alphabetic))
        .then(|| u8::try_from(level + 1).ok())
        .flatten()
}
