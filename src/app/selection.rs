//! Selections: words that are taken by keyboard, from the one where it began to the one where it stands.
//!
//! A selection is bytes of the reading text, so it stays what it is whatever the screen does. It grows by words, sentences and blocks;
//! what is looked at for that is bounded, whatever the block.

use std::ops::Range;

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::prose::Prose;
use crate::text::sentence::sentences;
use crate::text::span::Span;
use crate::text::word;

/// Bytes on both sides in which the ends of sentences are looked for. Longer ones end there.
const NEAR: u32 = 8 * 1024;

/// Bytes whose words are counted at the most: it is done for each frame.
const COUNTED: u32 = 256 * 1024;

/// Words that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The word where it began.
    tail: Span,
    /// The one where it stands, perhaps with the marks behind it.
    head: Span,
}

impl Selection {
    /// A selection of one word.
    pub fn of(word: Span) -> Self {
        Self {
            tail: word,
            head: word,
        }
    }

    /// All that is taken.
    pub fn span(self) -> Span {
        self.tail.join(self.head)
    }

    /// The byte that moves with it.
    pub fn edge(self) -> u32 {
        if self.head < self.tail {
            self.head.start
        } else {
            self.head.end.saturating_sub(1).max(self.head.start)
        }
    }

    /// The same, standing at the other end.
    #[must_use]
    pub(super) fn turned(self) -> Self {
        Self {
            tail: self.head,
            head: self.tail,
        }
    }

    /// The same, standing at another word.
    #[must_use]
    pub fn to(self, head: Span) -> Self {
        Self { head, ..self }
    }

    /// All of `span`, standing at its end.
    fn all(document: &Document, span: Span) -> Self {
        let first = word_after(document, span.start).unwrap_or(span);
        let last = word_before(document, span.end).unwrap_or(span);
        Self {
            tail: Span::new(span.start, first.end),
            head: Span::new(last.start, span.end),
        }
    }

    /// Standing a word further on.
    pub(super) fn next_word(self, document: &Document) -> Option<Self> {
        Some(self.to(word_after(document, self.head.end)?))
    }

    /// Standing a word further back.
    pub(super) fn previous_word(self, document: &Document) -> Option<Self> {
        Some(self.to(word_before(document, self.head.start)?))
    }

    /// Standing at the end of the part it stands in, or else of the next.
    pub fn next(self, document: &Document, part: Part) -> Option<Self> {
        let here = part.around(document, self.head.start);
        let here = here.filter(|it| it.end > self.head.end);
        let next = || part.around(document, word_after(document, self.head.end)?.start);
        Some(self.to(Self::all(document, here.or_else(next)?).head))
    }

    /// Standing at the beginning of the part it stands in, or else of the one before.
    pub fn previous(self, document: &Document, part: Part) -> Option<Self> {
        let here = part.around(document, self.head.start);
        let here = here.filter(|it| it.start < self.head.start);
        let before = || part.around(document, word_before(document, self.head.start)?.start);
        Some(self.to(Self::all(document, here.or_else(before)?).tail))
    }

    /// Whole parts: those that it reaches into, or else one more.
    pub fn whole(self, document: &Document, part: Part) -> Option<Self> {
        let span = self.span();
        let first = part.around(document, span.start)?;
        let last = part.around(document, span.end.saturating_sub(1).max(span.start))?;
        let whole = Self::all(document, first.join(last));
        if whole.span() == span {
            whole.next(document, part)
        } else {
            Some(whole)
        }
    }
}

/// What a selection grows by besides words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sentence.
    Sentence,
    /// A paragraph or a heading: all of a block.
    Block,
}

impl Part {
    /// The part with the byte `at` in it.
    fn around(self, document: &Document, at: u32) -> Option<Span> {
        let id = document.block_at(at);
        let block = document.block(id)?;
        if self == Self::Block {
            let mut runs = document.runs(id).iter().map(|run| run.span);
            return runs.next().map(|first| runs.fold(first, Span::join));
        }
        let from = document.char_start(at.saturating_sub(NEAR).max(block.span.start));
        let window = document.window(id, from, 2 * NEAR, 0);
        let offset = window.prose.offset(at);
        let mut sentences = sentences(window.prose.as_str());
        let sentence = sentences.find(|it| it.end > offset)?;
        Some(window.prose.span(sentence))
    }
}

/// The word that holds the byte `at`, or else the next.
pub(super) fn word_at(document: &Document, at: u32) -> Option<Span> {
    let from = word_before(document, at).map_or(0, |word| word.end);
    let start = document.block(document.block_at(at))?.span.start;
    word_after(document, from.max(start))
}

/// The first word from the byte `at` on.
fn word_after(document: &Document, at: u32) -> Option<Span> {
    let first = document.block_at(at).index();
    let mut ids = (first..document.len()).map(BlockId::new);
    ids.find_map(|id| {
        let mut from = Some(texts(document, id)?.start.max(at));
        while let Some(start) = from {
            let window = document.window(id, start, NEAR, 0);
            let word = word::words(window.prose.as_str())
                .map(|word| window.prose.span(word))
                .find(|it| it.start >= at);
            if word.is_some() {
                return word;
            }
            from = window.next(window.prose.as_str().len());
        }
        None
    })
}

/// The last word that ends before the byte `at`, or with it.
pub fn word_before(document: &Document, at: u32) -> Option<Span> {
    let last = document.block_at(at).index();
    let mut ids = (0..=last).rev().map(BlockId::new);
    ids.find_map(|id| {
        let block = texts(document, id)?;
        let mut end = at.min(block.end);
        while end > block.start {
            let from = document.char_start(end.saturating_sub(NEAR).max(block.start));
            let window = document.window(id, from, end - from, 0);
            if let Some(word) = last_word(&window.prose, at) {
                return Some(word);
            }
            end = from;
        }
        None
    })
}

fn last_word(prose: &Prose<'_>, at: u32) -> Option<Span> {
    let text = prose.as_str();
    let near = |word: &Range<usize>| prose.span(word.clone());
    let words = word::words(text).map(|word| near(&word));
    words.take_while(|it| it.end <= at).last()
}

/// The bytes of a block that words can be taken from.
fn texts(document: &Document, id: BlockId) -> Option<Span> {
    let block = document.block(id)?;
    let is_text = !matches!(block.kind, BlockKind::CrossLink | BlockKind::Rule);
    is_text.then_some(block.span)
}

/// How many words are taken; `None` where it would take long to count them.
pub fn count(document: &Document, selection: Selection) -> Option<usize> {
    let span = selection.span();
    (span.len() <= COUNTED).then(|| word::count(&document.visible(span)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::doc::format::Format;
    use crate::text::num;

    const TEXT: &str = "# The pier\n\nIt is *old*. “Who pays?” they ask. Perhaps.\n\nAlso Read: Boats\n\nNobody pays.\n";

    fn document() -> Document {
        Document::read(TEXT.to_owned(), Format::Markdown)
    }

    fn take(selection: Selection, document: &Document, step: char) -> Option<Selection> {
        match step {
            'l' => selection.next_word(document),
            'h' => selection.previous_word(document),
            ')' => selection.next(document, Part::Sentence),
            '(' => selection.previous(document, Part::Sentence),
            '}' => selection.next(document, Part::Block),
            '{' => selection.previous(document, Part::Block),
            's' => selection.whole(document, Part::Sentence),
            'p' => selection.whole(document, Part::Block),
            _ => Some(selection.turned()),
        }
    }

    /// Begins at a word and takes steps; what is taken then.
    #[track_caller]
    fn check(start: &str, steps: &str, expected: &str) {
        let document = document();
        let at = num::offset(TEXT.find(start).unwrap());
        let mut selection = Selection::of(word_at(&document, at).unwrap());
        for step in steps.chars() {
            selection = take(selection, &document, step).unwrap_or(selection);
        }
        assert_eq!(
            document.visible(selection.span()),
            expected,
            "{start} {steps}"
        );
    }

    #[test]
    fn words_are_taken_one_by_one_in_both_directions() {
        check("old", "", "old");
        check("old", "ll", "old. “Who pays");
        check("old", "hh", "It is old");
        check("old", "hhl", "is old");
        check("old", "lolhh", "is old. “Who");
        check("pier", "hhh", "The pier");
        check("pays.", "lll", "pays");
    }

    #[test]
    fn sentences_are_taken_with_their_marks() {
        check("is", ")", "is old.");
        check("is", "))", "is old. “Who pays?” they ask.");
        check("ask", "(", "“Who pays?” they ask");
        check("ask", "((", "It is old. “Who pays?” they ask");
        check("pays?", "s", "“Who pays?” they ask.");
        check("pays?", "ss", "“Who pays?” they ask. Perhaps.");
    }

    #[test]
    fn paragraphs_are_taken_without_what_leads_elsewhere() {
        check("is", "}", "is old. “Who pays?” they ask. Perhaps.");
        check("Nobody", "h", "Perhaps. Also Read: Boats Nobody");
        check("Nobody", "p", "Nobody pays.");
        check(
            "pays.",
            "{{",
            "It is old. “Who pays?” they ask. Perhaps. Also Read: Boats Nobody pays",
        );
    }

    #[test]
    fn words_are_found_in_blocks_of_any_length() {
        let text = format!("first {} last", "— ".repeat(20_000));
        let document = Document::read(text, Format::Text);
        let first = Selection::of(word_at(&document, 0).unwrap());
        let last = first.next_word(&document).unwrap();
        assert_eq!(document.visible(last.head), "last");
        assert_eq!(last.previous_word(&document), Some(first));
    }

    proptest! {
        #[test]
        fn selections_stay_within_any_text(text in any::<String>(), steps in "[lh)({}spo]{0,12}") {
            let document = Document::read(text, Format::Markdown);
            let Some(word) = word_at(&document, 0) else {
                return Ok(());
            };
            let mut selection = Selection::of(word);
            for step in steps.chars() {
                selection = take(selection, &document, step).unwrap_or(selection);
                let span = selection.span();
                prop_assert!(!span.is_empty() && span.end <= document.bytes());
                prop_assert_eq!(document.char_start(span.start), span.start);
                prop_assert_eq!(document.char_start(span.end), span.end);
                prop_assert!(span.contains(selection.edge()));
            }
        }
    }
}
