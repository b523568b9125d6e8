//! Shape: how a block stands out from the text around it.
//!
//! Told cheaply: most blocks do not, which their first words or their length alone say.

use super::number::Number;
use crate::doc::Document;
use crate::doc::block::{Block, BlockId, BlockKind, Frame, FrameKind, ListId, Marker};
use crate::doc::format::Format;
use crate::doc::run::{Marks, Run};
use crate::text::label::Label;
use crate::text::sentence;
use crate::text::span::Span;
use crate::text::tone::Tone;

/// The longest paragraph that can be a heading without being marked as one, in bytes: a question of three lines.
const LONGEST: u32 = 300;

/// The longest paragraph that is a heading because it is bold, in bytes: interviewers say what they know before they ask.
pub(super) const LONGEST_BOLD: u32 = 1200;

/// The longest line without a full stop that is a heading of plain text, in characters: a row of the screen.
const LONGEST_BARE: usize = 80;

/// Most sentences of a paragraph that is a question: one may stand before it.
const MOST_SENTENCES: usize = 2;

/// The level of a heading of plain text that has no number.
pub(super) const PLAIN_LEVEL: u8 = 2;

/// How much of a paragraph is looked at for a question mark, in bytes; brackets and markup may stand behind it.
const MARK: usize = 8;

/// How much of a paragraph is looked at to see whether it has a label, in bytes.
const BEGINNING: usize = 100;

/// The longest run of initials, in bytes.
const INITIALS: u32 = 8;

/// How a block stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A heading of this level.
    Heading(u8),
    /// A term, or the summary of something folded away.
    Term,
    /// A paragraph in bold type.
    Bold,
    /// A paragraph in italics.
    Italic,
    /// An item of a list.
    Item(ListId),
    /// A line of plain text without a full stop.
    Bare,
    /// A paragraph that is a question.
    Question,
    /// A line that asks for an answer without being a question.
    Request,
    /// A paragraph that is among the questions that the article says it answers.
    Told,
    /// Any other that a label begins.
    Words,
}

impl Shape {
    /// How a block stands out; `None` for most.
    pub(super) fn of(document: &Document, id: BlockId, block: &Block) -> Option<Self> {
        match block.kind {
            BlockKind::Heading(level) => Some(Self::Heading(level)),
            BlockKind::Term => Some(Self::Term),
            BlockKind::Paragraph => match document.frames(id).next() {
                Some(frame) => Self::of_item(document, id, block, &frame),
                None => Self::of_paragraph(document, id, block),
            },
            _ => None,
        }
    }

    /// The first paragraph of an item that asks, or has a number and stands like a heading.
    fn of_item(document: &Document, id: BlockId, block: &Block, frame: &Frame) -> Option<Self> {
        let FrameKind::Item(list, marker) = frame.kind else {
            return None;
        };
        if frame.first != id || block.span.len() > LONGEST {
            return None;
        }
        let words = item_words(document, id, block);
        let is_open = is_line(words) && !words.ends_with(['.', ':', ';', ',']);
        let is_heading = document.format() == Format::Text || is_open || is_request(words);
        let is_numbered = matches!(marker, Marker::Number(_));
        (is_numbered && is_heading || is_question(words)).then_some(Self::Item(list))
    }

    /// A paragraph that is in nothing else.
    fn of_paragraph(document: &Document, id: BlockId, block: &Block) -> Option<Self> {
        let (runs, text) = (document.runs(id), document.slice(block.span));
        let is_short = block.span.len() <= LONGEST;
        let is_plain = document.format() == Format::Text;
        if block.span.len() <= LONGEST_BOLD && is_all(runs, document, Marks::STRONG) {
            Some(Self::Bold)
        } else if is_short && is_all(runs, document, Marks::EMPHASIS) {
            Some(Self::Italic)
        } else if is_short && is_question(text) && !is_reply(document, block) {
            // Plain text marks none of its headings. Whether one with a label is one, all labels together tell.
            let has_label = is_plain && Label::of(text).is_some();
            Some(if has_label {
                Self::Heading(PLAIN_LEVEL)
            } else {
                Self::Question
            })
        } else if is_plain && is_bare(document, block) {
            Some(Self::Bare)
        } else if is_short && is_request(text) {
            Some(Self::Request)
        } else {
            begins_with_label(document, id, block).then_some(Self::Words)
        }
    }
}

/// Whether all words of a block have this mark.
fn is_all(runs: &[Run], document: &Document, mark: Marks) -> bool {
    let has_words = |run: &&Run| {
        !run.marks.contains(Marks::NOTE) && document.shown(run).contains(char::is_alphanumeric)
    };
    runs.iter().any(|run| run.marks.contains(mark))
        && runs
            .iter()
            .filter(has_words)
            .all(|run| run.marks.contains(mark))
}

/// Whether a text is a question, or something and a question.
fn is_question(text: &str) -> bool {
    let end = text
        .as_bytes()
        .get(text.len().saturating_sub(MARK)..)
        .unwrap_or_default();
    let may_be_mark = |byte: &u8| matches!(byte, b'?' | b';') || !byte.is_ascii();
    end.iter().any(may_be_mark)
        && sentence::ends_asking(text)
        && text.starts_with(|c: char| !c.is_lowercase())
        && sentence::sentences(text).nth(MOST_SENTENCES).is_none()
}

/// Whether a text is a line that asks for something: “Tell us about …”.
fn is_request(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && is_line(text)
        && !text.ends_with([':', '?'])
        && Tone::of(text) == Tone::Request
        && sentence::sentences(text).nth(1).is_none()
}

/// Whether a text has no more characters than a row of the screen has room for.
pub(super) fn is_line(text: &str) -> bool {
    text.len() <= 4 * LONGEST_BARE && text.chars().count() <= LONGEST_BARE
}

/// Whether a line stands there like a heading: few words, the first with a capital, and no end of a sentence.
fn is_bare(document: &Document, block: &Block) -> bool {
    let text = document.slice(block.span);
    let words = text.trim_end_matches(sentence::CLOSING);
    let is_line = is_line(text)
        && text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && !text.contains('\n');
    is_line
        && (Number::of(text).is_some()
            || words.ends_with(char::is_alphanumeric) && !text.contains([':', '@']))
}

/// Whether the first words of a paragraph may be a label.
fn begins_with_label(document: &Document, id: BlockId, block: &Block) -> bool {
    let text = crate::text::head(document.slice(block.span), BEGINNING);
    let words = text.trim_start_matches(['*', '_', '(', '<', '[']);
    let is_marked = words.len() < text.len();
    let has_marked_label = || Label::of(&words.replace(['*', '_'], "")).is_some();
    let begins_bold = || {
        let first = document.runs(id).first();
        first.is_some_and(|run| run.marks.contains(Marks::STRONG) && run.span.len() <= INITIALS)
    };
    words.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && (has_colon(words)
            || Label::of(words).is_some()
            || is_marked && has_marked_label()
            || begins_bold())
}

/// Whether a colon is in a text, or may be.
fn has_colon(text: &str) -> bool {
    const WIDE: u8 = 0xEF; // the first byte of the wide colon
    memchr::memchr2(b':', WIDE, text.as_bytes()).is_some()
}

/// The words of an item, without its bullet.
fn item_words<'a>(document: &'a Document, id: BlockId, block: &Block) -> &'a str {
    let first = document.runs(id).first();
    let start = first.map_or(block.span.start, |run| run.span.start);
    document.slice(Span::new(start.min(block.span.end), block.span.end))
}

/// Whether a line of plain text is in quotation marks as what somebody says in a story is. Those in guillemets may be the questions of an
/// interview.
fn is_reply(document: &Document, block: &Block) -> bool {
    document.format() == Format::Text
        && document
            .slice(block.span)
            .starts_with(['“', '"', '„', '‘', '「'])
}
