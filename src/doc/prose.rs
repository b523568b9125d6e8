//! Prose: the visible text of a block in one piece, with a map back to the reading text.
//!
//! What detectors and search read: markup is gone, entities are resolved, a line break of the source is a space, and the
//! marks of footnotes are left out.

use std::borrow::Cow;
use std::ops::Range;

use super::Document;
use super::run::{Marks, Run, Shown};
use crate::text::num;
use crate::text::span::Span;

/// The visible text of a block.
#[derive(Debug)]
pub struct Prose<'a> {
    text: Cow<'a, str>,
    pieces: Vec<Piece>,
}

/// A stretch of the prose and what it came from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it starts in the prose.
    at: usize,
    span: Span,
    /// Whether the bytes of both are the same.
    is_source: bool,
}

impl<'a> Prose<'a> {
    pub(super) fn new(document: &'a Document, runs: &[Run]) -> Self {
        let mut prose = Self {
            text: Cow::Borrowed(""),
            pieces: Vec::with_capacity(runs.len()),
        };
        for run in runs.iter().filter(|run| !run.marks.contains(Marks::NOTE)) {
            let piece = Piece {
                at: prose.text.len(),
                span: run.span,
                is_source: run.shown == Shown::Source,
            };
            let shown = document.shown(run);
            if prose.text.is_empty() {
                prose.text = Cow::Borrowed(shown);
            } else {
                prose.text.to_mut().push_str(shown);
            }
            prose.pieces.push(piece);
        }
        prose
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A part of the text.
    pub fn cut(&self, range: Range<usize>) -> &str {
        crate::text::cut(&self.text, range)
    }

    /// The bytes of the reading text behind a range of the prose. What shows other text than it covers counts whole; an
    /// empty range is an empty span.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start, |piece| piece.span.start);
        if range.is_empty() {
            return Span::at(start);
        }
        let end = match self.piece(range.end - 1) {
            Some(piece) if piece.is_source => piece.span.start + num::offset(range.end - piece.at),
            Some(piece) => piece.span.end,
            None => start,
        };
        Span::new(start, end)
    }

    /// The byte of the prose that shows the byte `at` of the reading text; the next visible one where it is not seen.
    pub fn offset(&self, at: u32) -> usize {
        let next = self.pieces.partition_point(|piece| piece.span.end <= at);
        let Some(piece) = self.pieces.get(next) else {
            return self.text.len();
        };
        if piece.is_source && piece.span.contains(at) {
            piece.at + (at - piece.span.start) as usize
        } else {
            piece.at
        }
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        next.checked_sub(1).and_then(|last| self.pieces.get(last))
    }

    fn place(&self, at: usize, otherwise: impl Fn(&Piece) -> u32) -> u32 {
        match self.piece(at) {
            Some(piece) if piece.is_source => {
                piece.span.start + num::offset(at - piece.at).min(piece.span.len())
            }
            Some(piece) => otherwise(piece),
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::doc::Document;
    use crate::doc::block::BlockId;
    use crate::doc::format::Format;

    #[track_caller]
    fn check(markdown: &str, words: &str, source: &str) {
        let document = Document::read(markdown.to_owned(), Format::Markdown);
        let prose = document.prose(BlockId::new(0));
        let at = prose.as_str().find(words).unwrap();
        let span = prose.span(at..at + words.len());
        assert_eq!(document.slice(span), source);
        assert_eq!(prose.offset(span.start), at);
    }

    #[test]
    fn a_phrase_leads_back_through_markup() {
        check("one **two** three", "one two three", "one **two** three");
        check("one **two** three", "two", "two");
        check("> one\n> two", "one two", "one\n> two");
        check("a &amp; b", "& b", "&amp; b");
        check("a[^1] b\n\n[^1]: Note.", "a b", "a[^1] b");
    }
}
