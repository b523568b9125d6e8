//! Lines of plain copy that are marked as more than a paragraph: underlined headings, and the headings, terms and anchors of AsciiDoc.
//!
//! ```text
//! Why now?        == Why now?      [[why]]
//! --------                         Why now?::
//!                                      Because …
//! ```

use super::line::Line;
use crate::text::span::Span;

/// What a marked line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A heading of this level; the line below underlines it.
    Underlined(u8),
    /// A heading of this level, without the signs before it, and behind it.
    Heading(u8, Span),
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

/// Most words of the line under a title that names its author.
const MOST_AUTHOR_WORDS: usize = 6;

/// The mark of the first of these lines.
pub(super) fn of(text: &str, lines: &[Line]) -> Option<Mark> {
    let line = lines.first()?;
    let words = line.words(text);
    if let Some(next) = lines.get(1)
        && let Some(level) = underline(text, *line, *next)
    {
        return Some(Mark::Underlined(level));
    }
    if let Some(heading) = heading(text, *line) {
        return Some(heading);
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
    let is_rule = next.length >= SHORTEST && rule.chars().all(|c| c == mark);
    let is_under = touches(text, line, next) && line.indent == next.indent;
    let is_as_long = line.length.abs_diff(next.length) <= SLACK;
    (is_rule && is_under && is_as_long && words.contains(char::is_alphabetic))
        .then(|| u8::try_from(level + 1).ok())
        .flatten()
}

/// The heading of a line that begins with as many signs as its level: `== Why now?`, or `== Why now? ==`.
fn heading(text: &str, line: Line) -> Option<Mark> {
    let words = line.words(text);
    let behind = words.trim_start_matches('=');
    let level = words.len() - behind.len();
    let title = behind.trim_start();
    let is_marked = (1..=6).contains(&level) && title.len() < behind.len() && line.indent == 0;
    let title = match title.trim_end_matches('=') {
        bare if title.len() - bare.len() == level => bare.trim_end(),
        _ => title,
    };
    let begins = title.starts_with(|c: char| c.is_alphabetic() || matches!(c, '¿' | '“' | '«'))
        || level > 1 && title.starts_with(|c: char| c.is_ascii_digit());
    let start = line.span.end as usize - title_end(words, title);
    (is_marked && begins).then(|| {
        Mark::Heading(
            u8::try_from(level).unwrap_or(6),
            Span::of(start..start + title.len()),
        )
    })
}

/// The lines that touch the title above them, as AsciiDoc has it: the author first, then attributes.
pub(super) fn attributes<'l>(text: &str, lines: &'l [Line]) -> &'l [Line] {
    let is_part = |at: usize| {
        let (Some(above), Some(line)) = (lines.get(at - 1), lines.get(at)) else {
            return false;
        };
        let words = line.words(text);
        let is_attribute = words.starts_with(':') && words.trim_start_matches(':').contains(':');
        let is_author = at == 1
            && words.starts_with(char::is_uppercase)
            && words.split_whitespace().nth(MOST_AUTHOR_WORDS).is_none()
            && !words.ends_with(['.', '?', '!']);
        touches(text, *above, *line) && (is_attribute || is_author)
    };
    let count = (1..lines.len()).take_while(|&at| is_part(at)).count();
    lines.get(1..=count).unwrap_or_default()
}

/// Whether a line follows another without a blank one between.
fn touches(text: &str, line: Line, next: Line) -> bool {
    let gap = crate::text::cut(text, line.span.end as usize..next.span.start as usize);
    let breaks = |mark| gap.matches(mark).count();
    breaks('\n').max(breaks('\r')) <= 1
}

/// How many bytes before the end of a line its title begins.
fn title_end(words: &str, title: &str) -> usize {
    words.find(title).map_or(title.len(), |at| words.len() - at)
}
