//! Layer 2: search.
//!
//! A [`Query`] is what was typed, folded; a [`Search`] goes through the article with it a slice at a time, from where the reader
//! is to the end and round, so that no key ever waits for it. Matching is over visible text: markup, wraps, case, accents and
//! curly marks do not get in the way. Hits are spans, so they survive every resize.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::fold::{Case, Folded};
use crate::text::span::Span;

/// Visible text that is folded at once, in bytes.
const WINDOW: usize = 64 * 1024;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Query {
    case: Case,
    finder: Finder<'static>,
    /// Bytes of the original that a match can take at the most, so that none is missed between two windows.
    reach: usize,
}

impl Query {
    /// The query for what was typed; `None` while that is nothing. A capital in it means that case matters.
    pub fn new(typed: &str) -> Option<Self> {
        let case = Case::of(typed);
        let needle = Folded::new(typed, case);
        let needle = needle.as_str();
        (!needle.is_empty()).then(|| Self {
            case,
            finder: Finder::new(needle.as_bytes()).into_owned(),
            reach: 64 + 8 * needle.len(),
        })
    }

    /// The ranges of `text` that match, in order, without overlap.
    fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text, self.case);
        let length = self.finder.needle().len();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(step) = self
            .finder
            .find(crate::text::tail(folded.as_str(), at).as_bytes())
        {
            let start = at + step;
            found.push(folded.original(text, start..start + length));
            at = start + length;
        }
        found
    }
}

/// A match in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The bytes that match.
    pub span: Span,
    /// The block they stand in.
    pub block: BlockId,
}

/// A search on its way through an article.
#[derive(Clone, Debug)]
pub struct Search {
    query: Query,
    /// Where it began.
    origin: BlockId,
    /// Where it goes on: a block, and a byte of its visible text.
    next: Option<(BlockId, usize)>,
    has_wrapped: bool,
    /// Hits from the origin on, and hits before it, each in reading order.
    ahead: Vec<Hit>,
    behind: Vec<Hit>,
}

impl Search {
    /// A search that begins at a block.
    pub fn new(query: Query, origin: BlockId) -> Self {
        Self {
            query,
            origin,
            next: Some((origin, 0)),
            has_wrapped: false,
            ahead: Vec::new(),
            behind: Vec::new(),
        }
    }

    /// Whether all of the article has been searched.
    pub fn is_done(&self) -> bool {
        self.next.is_none()
    }

    /// How many hits there are so far.
    pub fn len(&self) -> usize {
        self.ahead.len() + self.behind.len()
    }

    /// Whether there is none so far.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The hit at `index` in reading order.
    pub fn hit(&self, index: usize) -> Option<Hit> {
        match index.checked_sub(self.behind.len()) {
            Some(ahead) => self.ahead.get(ahead).copied(),
            None => self.behind.get(index).copied(),
        }
    }

    /// The index of the first hit that starts at `at` or later.
    pub fn index_at(&self, at: u32) -> usize {
        let before = |hits: &[Hit]| hits.partition_point(|hit| hit.span.start < at);
        before(&self.behind) + before(&self.ahead)
    }

    /// The hits inside `span`, in reading order.
    pub fn hits_in(&self, span: Span) -> impl Iterator<Item = Hit> + '_ {
        let first = self.index_at(span.start).saturating_sub(1); // one before may reach into it
        (first..self.len())
            .map_while(|index| self.hit(index))
            .take_while(move |hit| hit.span.start < span.end)
            .filter(move |hit| hit.span.overlaps(span))
    }

    /// Searches on through about `budget` bytes of visible text. Returns whether anything is left to search.
    pub fn advance(&mut self, document: &Document, budget: usize) -> bool {
        let mut left = budget;
        while left > 0 {
            let Some((block, at)) = self.next else {
                return false;
            };
            left = left.saturating_sub(self.search_window(document, block, at).max(16));
        }
        !self.is_done()
    }

    /// Searches one window of a block and moves on; returns how many bytes that were.
    fn search_window(&mut self, document: &Document, block: BlockId, at: usize) -> usize {
        let prose = document.prose(block);
        let text = crate::text::tail(prose.as_str(), at);
        let window = crate::text::head(text, WINDOW + self.query.reach);
        let is_last = window.len() == text.len();
        let border = if is_last {
            window.len()
        } else {
            text.floor_char_boundary(WINDOW)
        };
        let mut reached = border;
        for range in self.query.matches(window) {
            if range.start >= border {
                break;
            }
            reached = reached.max(range.end);
            let span = prose.span(at + range.start..at + range.end);
            let hits = if self.has_wrapped {
                &mut self.behind
            } else {
                &mut self.ahead
            };
            hits.push(Hit { span, block });
        }
        self.next = if is_last {
            self.block_after(document, block)
        } else {
            Some((block, at + reached))
        };
        window.len()
    }

    /// Where to go on after a block: to the end, then round to the origin.
    fn block_after(&mut self, document: &Document, block: BlockId) -> Option<(BlockId, usize)> {
        let next = block.next();
        if !self.has_wrapped && next.index() >= document.len() {
            self.has_wrapped = true;
            return (self.origin.index() > 0).then(|| (BlockId::default(), 0));
        }
        (!self.has_wrapped || next < self.origin).then_some((next, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    fn search(
        text: &str,
        format: Format,
        typed: &str,
        origin: usize,
        budget: usize,
    ) -> (Document, Search) {
        let document = Document::read(text.to_owned(), format);
        let mut search = Search::new(Query::new(typed).unwrap(), BlockId::new(origin));
        while search.advance(&document, budget) {}
        (document, search)
    }

    #[track_caller]
    fn check(markdown: &str, typed: &str, expected: &[&str]) {
        let (document, search) = search(markdown, Format::Markdown, typed, 0, 1);
        let found: Vec<_> = (0..search.len())
            .map(|index| document.slice(search.hit(index).unwrap().span))
            .collect();
        assert_eq!(found, expected, "{typed:?} in {markdown:?}");
    }

    #[test]
    fn what_is_seen_is_found() {
        check(
            "I don’t **know what** it\nis.",
            "don't know what it is",
            &["don’t **know what** it\nis"],
        );
        check("Café, CAFE", "cafe", &["Café", "CAFE"]);
        check("Café, cafe", "Cafe", &["Café"]);
        check("a-b a–b", "a–b", &["a-b", "a–b"]);
        check("aaaa", "aa", &["aa", "aa"]);
        check("one[^1] two\n\n[^1]: x", "one two", &["one[^1] two"]);
        assert!(Query::new("").is_none());
        assert!(Query::new("\u{200b}").is_none());
    }

    #[test]
    fn a_search_goes_round() {
        let (_, search) = search("x one\n\nx two\n\nx three\n", Format::Markdown, "x", 1, 1);
        let blocks: Vec<_> = (0..search.len())
            .map(|index| search.hit(index).unwrap().block.index())
            .collect();
        assert_eq!(blocks, [0, 1, 2]);
        assert_eq!(search.ahead.len(), 2);
        assert!(search.is_done());
    }

    #[test]
    fn no_match_is_lost_between_two_windows() {
        let text = format!(
            "{} needle {}needle",
            "é".repeat(WINDOW / 2 - 3),
            "x ".repeat(WINDOW)
        );
        for shift in 0..12 {
            let text = format!("{}{text}", "y".repeat(shift));
            let (_, search) = search(&text, Format::Text, "needle", 0, 1);
            assert_eq!(search.len(), 2, "shifted by {shift}");
        }
    }

    #[test]
    fn hits_are_found_by_place() {
        let (_, search) = search("aXbXc\n", Format::Text, "X", 0, 100);
        assert_eq!(search.index_at(2), 1);
        assert_eq!(search.hits_in(Span::new(0, 2)).count(), 1);
        assert_eq!(search.hits_in(Span::new(0, 9)).count(), 2);
    }
}
