//! Chapters: the blocks that are annotated at once, taken apart into words, once for all who read them.
//!
//! ```text
//! He met Lee. Lee left.       the words of a block:  He met Lee Lee left
//!                             their ids:             1  2   3   3   4
//! ```
//!
//! What is known of a word is asked for its [id](WordId): lists are searched once for each word that is different.

pub mod glossary;

use std::ops::Range;

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::prose::Prose;
use crate::text::{num, word};
use glossary::{Glossary, WordId};

/// How many bytes a word takes with what stands behind it, at least in most text.
const WORD: usize = 5;

/// The blocks that are annotated at once.
#[derive(Debug)]
pub struct Chapter<'a> {
    document: &'a Document,
    blocks: Range<BlockId>,
    proses: Vec<Prose<'a>>,
    words: Vec<Word>,
    /// How many words there are up to the end of each block.
    ends: Vec<usize>,
    glossary: Glossary,
}

/// A word of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its first byte in the visible text.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
    /// Which word it is.
    pub id: WordId,
}

impl Word {
    /// Where it stands.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A block of a chapter: its visible text and the words of that.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The text.
    pub prose: &'a Prose<'a>,
    /// The words.
    pub words: &'a [Word],
}

impl Wording<'_> {
    /// How many words begin in a part of the text.
    pub fn count(&self, part: &Range<usize>) -> usize {
        let before = |at| self.words.partition_point(|word| word.range().start < at);
        before(part.end) - before(part.start)
    }
}

impl<'a> Chapter<'a> {
    /// Takes some blocks of a document apart. Linear in their length.
    pub fn new(document: &'a Document, blocks: Range<BlockId>) -> Self {
        let count = blocks.end.index().saturating_sub(blocks.start.index());
        let first = document.block(blocks.start);
        let last = blocks.end.previous().and_then(|last| document.block(last));
        let bytes = first.zip(last).map_or(0, |(first, last)| {
            last.span.end.saturating_sub(first.span.start)
        });
        let mut chapter = Self {
            document,
            blocks,
            proses: Vec::with_capacity(count),
            words: Vec::with_capacity(bytes as usize / WORD),
            ends: Vec::with_capacity(count),
            glossary: Glossary::new(bytes as usize),
        };
        for id in chapter.ids() {
            chapter.read(document.prose(id));
        }
        chapter
    }

    /// All of a document as one chapter.
    pub fn whole(document: &'a Document) -> Self {
        Self::new(document, document.blocks())
    }

    fn read(&mut self, prose: Prose<'a>) {
        self.words.extend(words(prose.as_str(), &mut self.glossary));
        self.ends.push(self.words.len());
        self.proses.push(prose);
    }

    /// What it is a part of.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// Its different words.
    pub fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// Its blocks in reading order.
    pub fn ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        (self.blocks.start.index()..self.blocks.end.index()).map(BlockId::new)
    }

    /// One block; `None` when it stands elsewhere.
    pub fn wording(&self, id: BlockId) -> Option<Wording<'_>> {
        let at = id.index().checked_sub(self.blocks.start.index())?;
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        Some(Wording {
            prose: self.proses.get(at)?,
            words: self.words.get(start.copied().unwrap_or(0)..end)?,
        })
    }
}

/// The words of a text, which are entered in `glossary`.
pub fn words<'a>(text: &'a str, glossary: &'a mut Glossary) -> impl Iterator<Item = Word> + 'a {
    word::words(text).map(|range| Word {
        start: num::offset(range.start),
        end: num::offset(range.end),
        id: glossary.enter_from(text, range),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    #[test]
    fn blocks_have_their_words_and_equal_words_one_id() {
        let document = Document::read("He met Lee.\n\nLee left.".to_owned(), Format::Text);
        let chapter = Chapter::new(&document, BlockId::new(0)..BlockId::new(2));
        let words = |block| {
            let words = chapter.wording(BlockId::new(block)).unwrap().words;
            let text = |word: &Word| chapter.glossary().text(word.id);
            words.iter().map(text).collect::<Vec<_>>()
        };
        assert_eq!(words(0), ["He", "met", "Lee"]);
        assert_eq!(words(1), ["Lee", "left"]);
        assert_eq!(chapter.words[2].id, chapter.words[3].id);
        assert!(chapter.wording(BlockId::new(2)).is_none());
    }
}
