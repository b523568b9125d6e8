//! Versions as tokens: paragraphs of a text, and words of paragraphs.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::prose::Prose;
use crate::text::word;

/// Numbers for what is the same.
pub(super) struct Numbers<T>(HashMap<T, u32>);

impl<T: Eq + Hash> Numbers<T> {
    pub(super) fn new() -> Self {
        Self(HashMap::new())
    }

    /// The number of something: the same for what is equal.
    pub(super) fn of(&mut self, it: T) -> u32 {
        let next = crate::text::num::offset(self.0.len());
        *self.0.entry(it).or_insert(next)
    }
}

/// A number for each block, the same for the same visible text.
pub(super) fn blocks<'a>(document: &'a Document, numbers: &mut Numbers<Cow<'a, str>>) -> Vec<u32> {
    let ids = document.ids();
    ids.map(|id| numbers.of(document.prose(id).into_text()))
        .collect()
}

/// Some blocks as words and marks.
pub(super) struct Words<'a> {
    /// The visible text of each block.
    pub(super) proses: Vec<Prose<'a>>,
    /// All words and marks: which of the blocks they stand in, and where in its visible text.
    pub(super) all: Vec<(usize, Range<usize>)>,
    /// Where those of each block begin, and where those of the last one end.
    starts: Vec<usize>,
}

impl<'a> Words<'a> {
    pub(super) fn of(document: &'a Document, blocks: Range<usize>) -> Self {
        let proses: Vec<_> = blocks.map(|at| document.prose(BlockId::new(at))).collect();
        let (mut all, mut starts) = (Vec::new(), vec![0]);
        for (number, prose) in proses.iter().enumerate() {
            all.extend(tokens(prose.as_str()).map(|range| (number, range)));
            starts.push(all.len());
        }
        Self {
            proses,
            all,
            starts,
        }
    }

    /// How many blocks there are.
    pub(super) fn len(&self) -> usize {
        self.proses.len()
    }

    /// The words of some blocks, as a range of all.
    pub(super) fn of_blocks(&self, blocks: Range<usize>) -> Range<usize> {
        let border = |at: usize| self.starts.get(at).copied().unwrap_or(self.all.len());
        border(blocks.start)..border(blocks.end)
    }

    /// Neighbouring words of one block, as a range of its visible text; none for no words.
    pub(super) fn range(&self, words: Range<usize>) -> Option<Range<usize>> {
        let words = self.all.get(words)?;
        Some(words.first()?.1.start..words.last()?.1.end)
    }

    /// A word as it is seen.
    pub(super) fn text(&self, word: usize) -> &str {
        let (block, range) = &self.all[word];
        crate::text::cut(self.proses[*block].as_str(), range.clone())
    }
}

/// Words, and every mark between them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let ends = word::words(text).map(Some).chain([None]);
    ends.flat_map(move |word| {
        let between = at..word.as_ref().map_or(text.len(), |word| word.start);
        at = word.as_ref().map_or(text.len(), |word| word.end);
        marks(text, between).chain(word)
    })
}

fn marks(text: &str, between: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let start = between.start;
    let chars = crate::text::cut(text, between).char_indices();
    chars
        .filter(|(_, c)| !c.is_whitespace())
        .map(move |(at, c)| start + at..start + at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_and_marks_are_tokens() {
        let text = " “Sail, at 3.5,” é! ";
        let tokens: Vec<_> = super::tokens(text)
            .map(|range| crate::text::cut(text, range))
            .collect();
        assert_eq!(tokens, ["“", "Sail", ",", "at", "3.5", ",", "”", "é", "!"]);
    }
}
