//! Prose: the visible text of a block in one piece, with a map back to the reading text.
//!
//! What detectors and search read: markup is gone, entities are resolved, a line break of the source is a space, and the
//! marks of footnotes are left out.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::Document;
use super::run::{Marks, Run, Shown};
use crate::text::num;
use crate::text::span::Span;

/// The visible text of a block.
#[derive(Debug)]
pub struct Prose<'a> {
    text: Cow<'a, str>,
    pieces: SmallVec<[Piece; 1]>,
}

/// A stretch of the prose and what it came from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it starts in the prose.
    at: usize,
    span: Span,
    /// Whether the bytes of both are the same.
    is_source: bool,
    /// Whether it is code within the prose.
    is_code: bool,
}

impl<'a> Prose<'a> {
    pub(super) fn new(document: &'a Document, runs: impl Iterator<Item = Run>) -> Self {
        let mut prose = Self {
            text: Cow::Borrowed(""),
            pieces: SmallVec::with_capacity(runs.size_hint().0),
        };
        for run in runs.filter(|run| !run.marks.contains(Marks::NOTE)) {
            let piece = Piece {
                at: prose.text.len(),
                span: run.span,
                is_source: run.shown == Shown::Source,
                is_code: run.marks.contains(Marks::CODE),
            };
            let shown = document.shown(&run);
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

    /// The text alone, which is the document's where it stands there in one piece.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// A part of the text.
    pub fn cut(&self, range: Range<usize>) -> &str {
        crate::text::cut(&self.text, range)
    }

    /// Whether there is code in it.
    pub fn has_code(&self) -> bool {
        self.pieces.iter().any(|piece| piece.is_code)
    }

    /// Whether the byte at `at` is code.
    pub fn is_code(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.is_code)
    }

    /// The bytes of the reading text behind a range of the prose. What shows other text than it covers counts whole; an
    /// empty range is an empty span.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.start(range.start, |piece| piece.span.start);
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

    /// The last place up to `at` where the prose can be cut: what shows other text than it covers stays whole, and goes before.
    fn border(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        match self.piece(at) {
            Some(piece) if !piece.is_source && piece.at < at => self
                .pieces
                .get(next)
                .map_or(self.text.len(), |next| next.at),
            _ => self.text.floor_char_boundary(at),
        }
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        next.checked_sub(1).and_then(|last| self.pieces.get(last))
    }

    fn start(&self, at: usize, otherwise: impl Fn(&Piece) -> u32) -> u32 {
        match self.piece(at) {
            Some(piece) if piece.is_source => {
                piece.span.start + num::offset(at - piece.at).min(piece.span.len())
            }
            Some(piece) => otherwise(piece),
            None => 0,
        }
    }
}

/// A part of the visible text of a block, with some of what follows.
#[derive(Debug)]
pub struct Window<'a> {
    /// The text.
    pub prose: Prose<'a>,
    /// Where in it the next window begins; its end in the last one.
    pub border: usize,
    /// The byte of the reading text where it ends; `None` in the last one.
    end: Option<u32>,
}

impl<'a> Window<'a> {
    /// What `runs` show of about `most` bytes from the byte `from` on, and of `more` bytes after them.
    pub(super) fn new(
        document: &'a Document,
        runs: &'a [Run],
        from: u32,
        most: u32,
        more: u32,
    ) -> Self {
        let first = runs.partition_point(|run| run.span.end <= from && !run.span.is_empty());
        let runs = runs.get(first..).unwrap_or_default();
        let from = runs.first().map_or(from, |run| from.max(run.span.start));
        let border = from.saturating_add(most);
        let limit = border.saturating_add(more);
        let end = document.char_start(limit);
        let inside = runs.partition_point(|run| run.span.start < limit);
        let inside = runs.get(..inside.max(1)).unwrap_or(runs);
        let is_whole = |run: &Run| run.span.end <= end || run.shown != Shown::Source;
        let is_last = inside.len() == runs.len() && inside.last().is_none_or(is_whole);
        let clip = move |run: &Run| match run.shown {
            Shown::Source => Run {
                span: run.span.intersection(Span::new(from, end)),
                ..*run
            },
            _ => *run,
        };
        let prose = Prose::new(document, inside.iter().map(clip));
        Self {
            border: if is_last {
                prose.text.len()
            } else {
                prose.border(prose.offset(border))
            },
            end: (!is_last).then_some(end),
            prose,
        }
    }

    /// The byte of the reading text with which to go on behind `at`, a border of the prose; `None` when the block has ended.
    pub fn next(&self, at: usize) -> Option<u32> {
        let end = self.end?;
        if at >= self.prose.text.len() {
            return Some(end);
        }
        Some(self.prose.start(at, |piece| piece.span.start))
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
