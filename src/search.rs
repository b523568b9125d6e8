//! Layer 2: search.
//!
//! A [`Query`] is what was typed, folded; a [`Search`] goes through the article with it a slice at a time, from where the reader
//! is to the end and round, so that no key ever waits for it. Matching is over visible text: markup, wraps, case, accents and
//! curly marks do not get in the way, and a [`manner`] says what else does. Hits are spans, so they survive every resize. While the article
//! is still being read, a search goes on whenever there is more.

mod fragment;
pub mod manner;
mod query;
mod stretch;

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::span::Span;
use stretch::Stretch;

pub use query::{Query, Unusable};

/// Hits that are kept at the most: nobody steps through as many, and a letter stands in a long text millions of times.
const MOST: usize = 1_000_000;

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
    /// From where the reader is to the end.
    ahead: Stretch,
    /// From the beginning to where the reader is.
    behind: Stretch,
    /// Whether all of the article is there.
    is_whole: bool,
}

impl Search {
    /// A search that begins at a block.
    pub fn new(query: Query, origin: BlockId) -> Self {
        Self {
            query,
            ahead: Stretch::new(origin..BlockId::new(usize::MAX)),
            behind: Stretch::new(BlockId::default()..origin),
            is_whole: false,
        }
    }

    /// Takes in that the document has grown.
    fn extend(&mut self, document: &Document) {
        self.ahead.end = BlockId::new(document.len());
        self.is_whole = document.is_whole();
    }

    /// Whether all of the article has been searched.
    pub fn is_complete(&self) -> bool {
        self.is_whole && self.is_done() && !self.is_full()
    }

    /// Whether everything that is there has been searched, or there are too many hits to go on.
    pub fn is_done(&self) -> bool {
        self.is_full() || self.ahead.is_done() && self.behind.is_done()
    }

    /// Whether there are too many hits to look for more.
    pub fn is_full(&self) -> bool {
        self.len() >= MOST
    }

    /// How many hits there are so far.
    pub fn len(&self) -> usize {
        self.ahead.hits.len() + self.behind.hits.len()
    }

    /// Whether there is none so far.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The hit at `index` in reading order.
    pub fn hit(&self, index: usize) -> Option<Hit> {
        match index.checked_sub(self.behind.hits.len()) {
            Some(ahead) => self.ahead.hits.get(ahead).copied(),
            None => self.behind.hits.get(index).copied(),
        }
    }

    /// The index of the first hit that starts at `at` or later.
    pub fn index_at(&self, at: u32) -> usize {
        let before = |hits: &[Hit]| hits.partition_point(|hit| hit.span.start < at);
        before(&self.behind.hits) + before(&self.ahead.hits)
    }

    /// The hits inside `span`, in reading order.
    pub fn hits_in(&self, span: Span) -> impl Iterator<Item = Hit> + '_ {
        let first = self.index_at(span.start).saturating_sub(1); // one before may reach into it
        (first..self.len())
            .map_while(|index| self.hit(index))
            .take_while(move |hit| hit.span.start < span.end)
            .filter(move |hit| hit.span.overlaps(span))
    }

    /// Searches on through about `budget` bytes of folded text, or of raw text that costs as much. Returns whether anything is left to
    /// search.
    pub fn advance(&mut self, document: &Document, budget: usize) -> bool {
        self.extend(document);
        let mut left = budget;
        while left > 0 && !self.is_done() {
            let stretch = if self.ahead.is_done() {
                &mut self.behind
            } else {
                &mut self.ahead
            };
            left = stretch.advance(&self.query, document, left);
        }
        !self.is_done()
    }
}

#[cfg(test)]
mod tests {
    use super::manner::{CaseRule, Manner};
    use super::query::{REGEX_MATCHES, WINDOW};
    use super::*;
    use crate::doc::format::Format;

    fn search(
        text: &str,
        format: Format,
        typed: &str,
        origin: usize,
        budget: usize,
    ) -> (Document, Search) {
        search_in(text, format, (typed, Manner::default()), origin, budget)
    }

    fn search_in(
        text: &str,
        format: Format,
        (typed, manner): (&str, Manner),
        origin: usize,
        budget: usize,
    ) -> (Document, Search) {
        let document = Document::read(text.to_owned(), format);
        let query = Query::new(typed, manner).unwrap();
        let mut search = Search::new(query, BlockId::new(origin));
        while search.advance(&document, budget) {}
        (document, search)
    }

    const REGEX: Manner = Manner {
        is_regex: true,
        is_word: false,
        case: CaseRule::Smart,
    };

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
        check("In der Straße, ½ mile", "strasse", &["Straße"]);
        check("In der Straße, ½ mile", "1/2 mile", &["½ mile"]);
        check("In der Straße", "sse", &["ße"]);
        check("a ﬁne №", "fine no", &["ﬁne №"]);
        check("a  pier of oak", "a pier  of", &["a  pier of"]);
        for nothing in ["", "\u{200b}", " ", "  ", "\t"] {
            let query = Query::new(nothing, Manner::default());
            assert_eq!(query.unwrap_err(), Unusable::Nothing);
        }
    }

    #[test]
    fn a_search_goes_round() {
        let (_, search) = search("x one\n\nx two\n\nx three\n", Format::Markdown, "x", 1, 1);
        let blocks: Vec<_> = (0..search.len())
            .map(|index| search.hit(index).unwrap().block.index())
            .collect();
        assert_eq!(blocks, [0, 1, 2]);
        assert_eq!(search.ahead.hits.len(), 2);
        assert!(search.is_done());
    }

    #[test]
    fn no_match_is_lost_between_two_windows() {
        let text = format!(
            "{} needle {}needle",
            "é".repeat(WINDOW as usize / 2 - 3),
            "x ".repeat(WINDOW as usize)
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

    #[test]
    fn raw_text_and_folded_text_find_the_same() {
        let filler = "Nothing to be seen in here.\n\n".repeat(300);
        let text = format!(
            "{filler}A needle.\n\n{filler}a nee**dle**\n\n{filler}NEEDLÉ&nbsp;x [needle](needle) nee[^1]dle\n\n{filler}needle"
        );
        for budget in [1, 40, 400, 100_000] {
            let (_, search) = search(&text, Format::Markdown, "needle", 700, budget);
            assert_eq!(search.len(), 5, "{budget} at once");
        }
        let (_, search) = search(&filler, Format::Markdown, "needle", 10, 100);
        assert!(search.is_empty() && search.is_done());
    }

    #[test]
    fn a_search_goes_on_when_the_article_grows() {
        let mut feed = crate::doc::feed::Feed::new(Format::Text);
        let filler = "Nothing to be seen in here.\n".repeat(4000);
        assert!(feed.push(&filler));
        let document = feed.document();
        let mut search = Search::new(Query::new("needle", REGEX).unwrap(), BlockId::new(5));
        while search.advance(&document, 1000) {}
        feed.push("A needle.");
        let document = feed.finish();
        while search.advance(&document, 1000) {}
        assert_eq!(search.len(), 1);
    }

    #[test]
    fn a_long_block_is_searched_in_linear_time() {
        let text = "a **b** ".repeat(200_000);
        let (_, search) = search(&text, Format::Markdown, "b a b", 0, WINDOW as usize);
        assert_eq!(search.len(), 100_000);
    }

    #[test]
    fn a_pattern_is_found_across_markup_and_windows() {
        let filler = "Nothing to be seen in here, and so on. ".repeat(400);
        let text = format!("{filler} a **nee**dle {filler} needles {filler}\n\nneedle");
        for shift in 0..9 {
            let text = format!("{}{text}", "y".repeat(shift));
            let asked = (r"\bne{2}dles?$|needle\b", REGEX);
            let (document, search) = search_in(&text, Format::Markdown, asked, 1, 1);
            let found = (0..search.len()).map(|at| document.slice(search.hit(at).unwrap().span));
            let expected = ["nee**dle", "needle"];
            assert_eq!(found.collect::<Vec<_>>(), expected, "{shift}");
        }
    }

    #[test]
    fn a_word_stays_whole_between_two_windows() {
        let text = "oneone ".repeat(4000);
        let asked = ("one", Manner::WORD);
        let (_, search) = search_in(&text, Format::Text, asked, 0, 1);
        assert!(search.is_empty());
        for (typed, count) in [("^one", 1), ("one", 8000), ("one$", 1), ("one ", 3999)] {
            let asked = (typed, REGEX);
            let (_, search) = search_in(text.trim_end(), Format::Text, asked, 0, 1);
            assert_eq!(search.len(), count, "{typed}");
        }
    }

    #[test]
    fn a_hostile_pattern_takes_many_slices_and_no_long_one() {
        let text = "A".repeat(8_000);
        let document = Document::read(text, Format::Text);
        let query = Query::new("a*[^a]|a", REGEX).unwrap();
        let mut search = Search::new(query, BlockId::default());
        search.advance(&document, 1);
        assert!((1..=REGEX_MATCHES).contains(&search.len()));
        while search.advance(&document, 1) {}
        assert_eq!(search.len(), 8_000);
        let query = Query::new("a*[^a]|", REGEX).unwrap(); // empty everywhere
        let mut search = Search::new(query, BlockId::default());
        let mut slices = 1;
        while search.advance(&document, 1) {
            slices += 1;
        }
        assert!(search.is_empty() && slices >= 8_000 / REGEX_MATCHES);
    }
}
