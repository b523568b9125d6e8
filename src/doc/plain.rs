//! Plain news copy as it comes off the wire.
//!
//! Either every line is a paragraph, or paragraphs stand between blank lines and their lines are wrapped by hand; which of the
//! two is read off the text itself. A question alone on its line is a heading; `- `, `* `, `• ` and `1. ` begin list items;
//! drawings and columns keep their lines.

use super::block::{BlockKind, FrameKind, ListId, Marker};
use super::builder::Builder;
use super::feed::Piece;
use super::furniture;
use super::part::Part;
use crate::text::num;
use crate::text::sentence;
use crate::text::span::Span;

/// The level of a heading that is known by its question mark alone.
const QUESTION_LEVEL: u8 = 2;

/// Longest heading, in characters.
const LONGEST_HEADING: usize = 200;

/// Lines wrapped by hand are never longer, in characters.
const WIDEST_WRAP: u32 = 120;

/// Reads a piece of plain text: the part it makes, and where in the text that ends.
pub(super) fn read(piece: Piece<'_>, wrap: Wrap) -> Option<(Part, usize)> {
    let lines = lines(piece.text);
    let mut reader = Reader {
        text: piece.text,
        builder: Builder::new(piece.text, piece.start),
        list: None,
    };
    match wrap {
        Wrap::ByHand(width) => reader.groups(&lines, width),
        Wrap::None => reader.lines(&lines, piece.is_last),
    }
    if piece.is_last {
        Some((reader.builder.finish(), piece.text.len()))
    } else {
        reader.builder.finish_at_border()
    }
}

/// A line without the space around it.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// Characters of space before it.
    indent: u32,
    /// The same in bytes.
    space: u32,
    /// Its length in characters, space before it included.
    length: u32,
}

fn lines(text: &str) -> Vec<Line> {
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

/// How the lines of a text are wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    /// By hand, at this width in characters.
    ByHand(u32),
    /// Not at all: each line is a paragraph.
    None,
}

impl Wrap {
    /// How a text that begins with `head` is wrapped.
    ///
    /// A wrapped line has several words and ends in the middle of a sentence, where the first word of the next line would not have
    /// fitted any more. When that holds for most lines that have a neighbour, the text is wrapped.
    pub(super) fn of(head: &str) -> Self {
        let lines = lines(head);
        let pairs = || {
            lines
                .windows(2)
                .filter(|pair| pair.iter().all(|line| !line.span.is_empty()))
        };
        let width = pairs().map(|pair| pair[0].length).max().unwrap_or(0);
        let is_broken = |pair: &&[Line]| {
            let words = crate::text::cut(head, pair[0].span.range());
            let is_prose = words.split_whitespace().nth(5).is_some();
            is_prose && !is_done(words) && is_filled(head, pair[0], pair[1], width)
        };
        let filled = pairs().filter(is_broken).count();
        if width <= WIDEST_WRAP && 2 * filled > pairs().count() {
            Self::ByHand(width)
        } else {
            Self::None
        }
    }
}

/// Whether the first word of `next` would not have fitted behind `line`; a little slack, for not every wrap is perfect.
fn is_filled(text: &str, line: Line, next: Line, width: u32) -> bool {
    const SLACK: u32 = 6;
    let word = crate::text::cut(text, next.span.range())
        .split_whitespace()
        .next()
        .unwrap_or_default();
    line.length + 1 + num::offset(word.chars().count()) + SLACK > width
}

/// Whether a line ends where a sentence can end.
fn is_done(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ':', '”', '"', '…', '。'])
}

struct Reader<'a> {
    text: &'a str,
    builder: Builder<'a>,
    /// The list that the last line belonged to.
    list: Option<ListId>,
}

impl<'a> Reader<'a> {
    fn words(&self, line: Line) -> &'a str {
        crate::text::cut(self.text, line.span.range())
    }

    /// Reads lines of which each is a paragraph.
    fn lines(&mut self, lines: &[Line], is_end: bool) {
        let lines: Vec<_> = lines
            .iter()
            .copied()
            .filter(|line| !line.span.is_empty())
            .collect();
        let is_question = |at: usize| {
            lines
                .get(at)
                .is_some_and(|&line| is_question(self.words(line)))
        };
        let questions: Vec<_> = (0..lines.len()).map(is_question).collect();
        for (at, &line) in lines.iter().enumerate() {
            let near = |before: usize, after: usize| {
                let end = (at + after).min(questions.len());
                questions
                    .get(at.saturating_sub(before)..end)
                    .unwrap_or_default()
            };
            let is_listed = longest_run(near(2, 3)) >= 3; // questions upon questions are a list of them
            let is_last = is_end && at + 1 == lines.len();
            let is_apart = near(2, 2).len() == 4 && !near(2, 2).contains(&true);
            if is_apart && self.list.is_none() {
                self.builder.mark_border(line.span.start - line.space);
            }
            self.paragraph(&[line], !is_listed && !is_last);
        }
    }

    /// Reads lines wrapped by hand at `width`.
    fn groups(&mut self, lines: &[Line], width: u32) {
        let groups = lines.split(|line| line.span.is_empty());
        for group in groups.filter(|group| !group.is_empty()) {
            if self.list.is_none()
                && let Some(first) = group.first()
            {
                self.builder.mark_border(first.span.start - first.space);
            }
            self.group(group, width);
        }
    }

    /// Reads lines between two blank ones, wrapped by hand at `width`.
    fn group(&mut self, lines: &[Line], width: u32) {
        if is_drawing(self.text, lines) {
            return self.drawing(lines);
        }
        let mut paragraph = 0;
        for at in 1..=lines.len() {
            let ends = lines
                .get(at)
                .is_none_or(|&next| self.is_border(lines[paragraph], lines[at - 1], next, width));
            if ends {
                let is_alone = at - paragraph == 1 || lines.len() <= 2;
                self.paragraph(&lines[paragraph..at], is_alone);
                paragraph = at;
            }
        }
    }

    /// Whether a paragraph that began with `first` ends between `line` and `next`.
    fn is_border(&self, first: Line, line: Line, next: Line, width: u32) -> bool {
        let (words, after) = (self.words(line), self.words(next));
        let is_done = is_done(words);
        let is_short = !is_filled(self.text, line, next, width);
        let is_indented = next.indent > line.indent && Item::of(self.words(first)).is_none();
        let begins_item = Item::of(after).is_some()
            && (is_done || is_short || Item::of(words).is_some() || self.list.is_some());
        let is_question_line = first.span == line.span && is_question(words) && is_short;
        begins_item
            || is_question_line
            || is_done && (is_indented || is_short && after.starts_with(char::is_uppercase))
    }

    /// Reads the lines of one paragraph, list item or heading.
    fn paragraph(&mut self, lines: &[Line], may_be_heading: bool) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        let span = first.span.join(last.span);
        let words = crate::text::cut(self.text, span.range());
        let item = Item::of(words);
        let is_heading = may_be_heading
            && item.is_none()
            && is_question(words)
            && !furniture::is_cross_link(words);
        match &item {
            Some(item) => {
                let id = *self.list.get_or_insert_with(|| self.builder.add_list());
                self.builder.enter(FrameKind::Item(id, item.marker));
            }
            None => self.list = None,
        }
        self.builder.begin(
            if is_heading {
                BlockKind::Heading(QUESTION_LEVEL)
            } else {
                BlockKind::Paragraph
            },
            span.start,
        );
        let mut at = span.start + item.as_ref().map_or(0, |item| item.indent);
        for line in lines {
            if at < line.span.start {
                self.builder.push_space(Span::new(at, line.span.start));
            }
            self.builder
                .push_source(Span::new(at.max(line.span.start), line.span.end));
            at = line.span.end;
        }
        self.builder.end(span.end);
        if item.is_some() {
            self.builder.leave();
        }
    }

    fn drawing(&mut self, lines: &[Line]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        self.list = None;
        let start = first.span.start - first.space;
        self.builder.begin(BlockKind::Code, start);
        self.builder.push_source(Span::new(start, last.span.end));
        self.builder.end(last.span.end);
    }
}

/// The marker of a list item.
struct Item {
    marker: Marker,
    /// Bytes before its words.
    indent: u32,
}

impl Item {
    fn of(line: &str) -> Option<Self> {
        let bullet = ["- ", "* ", "• ", "– ", "‣ ", "◦ ", "▪ "]
            .iter()
            .find(|bullet| line.starts_with(**bullet));
        if let Some(bullet) = bullet {
            let space = line.len() - line.trim_start_matches(|c| bullet.contains(c)).len();
            return Some(Self {
                marker: Marker::Bullet,
                indent: num::offset(space),
            });
        }
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = line.split_at(digits);
        let is_numbered =
            (1..=3).contains(&digits) && rest.starts_with(['.', ')']) && !is_question(line);
        let words = rest.get(1..).unwrap_or_default();
        let is_item = is_numbered && words.starts_with(' ');
        is_item.then(|| Self {
            marker: Marker::Number(number.parse().unwrap_or(0)),
            indent: num::offset(line.len() - words.trim_start().len()),
        })
    }
}

/// Whether a line is a question and nothing else.
fn is_question(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['?', '？', '؟'])
        && line.chars().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING
        && line
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase())
        && !line.starts_with(['"', '“', '‘', '«', '„', '-', '*', '•', '–'])
        && sentence::sentences(line).len() <= 2
}

/// The length of the longest run of `true`.
fn longest_run(flags: &[bool]) -> usize {
    let runs = flags.split(|flag| !flag);
    runs.map(<[bool]>::len).max().unwrap_or(0)
}

/// Columns or a drawing: half of the lines hold wide gaps, or hardly any letters.
fn is_drawing(text: &str, lines: &[Line]) -> bool {
    let is_drawn = |line: &&Line| {
        let words = crate::text::cut(text, line.span.range());
        let signs = words.chars().filter(|c| !c.is_whitespace()).count();
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        words.contains("    ") || 2 * letters < signs
    };
    2 * lines.iter().filter(is_drawn).count() > lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// One line a block: a letter for its kind, then its words.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = Document::read(text.to_owned(), Format::Text);
        let mut shown = String::new();
        for id in document.ids() {
            let kind = match document.block(id).unwrap().kind {
                BlockKind::Heading(_) => 'H',
                BlockKind::Code => 'C',
                BlockKind::Paragraph if document.list(id).is_some() => 'I',
                BlockKind::Paragraph => 'P',
                _ => 'x',
            };
            shown.extend([kind, ' ']);
            shown.push_str(document.prose(id).as_str());
            shown.push('\n');
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn one_paragraph_a_line() {
        check(
            "The talks go on, and nobody knows for how long they will.\nWhat is at stake?\nA lot:\n- Money.\n• Time.\nThat is all there is to say about it today.",
            "P The talks go on, and nobody knows for how long they will.\nH What is at stake?\nP A lot:\nI Money.\nI Time.\nP That is all there is to say about it today.\n",
        );
    }

    #[test]
    fn paragraphs_wrapped_by_hand() {
        check(
            "A first paragraph whose lines are wrapped\nat about forty characters each, as mail\nused to be.\n\nWhat now?\n\nA second one that is wrapped as well and\nthen ends.\n",
            "P A first paragraph whose lines are wrapped at about forty characters each, as mail used to be.\nH What now?\nP A second one that is wrapped as well and then ends.\n",
        );
    }

    #[test]
    fn old_line_ends_are_line_ends() {
        check(
            "One line here.\rAnother line.\r\nA third.\u{2028}The last.",
            "P One line here.\nP Another line.\nP A third.\nP The last.\n",
        );
    }

    #[test]
    fn questions_upon_questions_are_no_headings() {
        check(
            "Who is it?\nWhat is it?\nWhere is it?\nNobody knows.",
            "P Who is it?\nP What is it?\nP Where is it?\nP Nobody knows.\n",
        );
    }

    #[test]
    fn a_question_inside_quotation_marks_is_no_heading() {
        check(
            "“Why me?”\nHe did not know.\nwhy not?\nBecause.",
            "P “Why me?”\nP He did not know.\nP why not?\nP Because.\n",
        );
    }

    #[test]
    fn drawings_keep_their_lines() {
        check(
            "Words that are wrapped at a width which\nis small enough to be seen as such by a\nprogram.\n\n  /\\    /\\\n /  \\__/  \\\n",
            "P Words that are wrapped at a width which is small enough to be seen as such by a program.\nC   /\\    /\\\n /  \\__/  \\\n",
        );
    }
}
