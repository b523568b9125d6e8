//! The vocabulary: which words the article writes small, and which with a capital.

use crate::article::chapter::glossary::{Glossary, WordId};
use crate::article::reading::lexicon::Traits;
use crate::article::reading::passage::Passage;
use crate::article::reading::token::{Shape, Token};

/// What the article tells of its words. Where any word has a capital, those that it also writes with a small letter are no names, and
/// those to which it gives a capital elsewhere are.
#[derive(Debug)]
pub struct Vocabulary<'a> {
    glossary: &'a Glossary,
    /// For each word whether it is written small.
    small: Vec<bool>,
    /// For each word whether it has a capital within a sentence.
    capital: Vec<bool>,
}

impl<'a> Vocabulary<'a> {
    /// The vocabulary of an article that has not been read yet, the words of which are in `glossary`.
    pub fn new(glossary: &'a Glossary) -> Self {
        Self {
            glossary,
            small: vec![false; glossary.count()],
            capital: vec![false; glossary.count()],
        }
    }

    /// Learns the words of a passage.
    pub fn read(&mut self, passage: &Passage<'_>) {
        for tokens in [&passage.narration, &passage.quoted] {
            for (at, token) in tokens.iter().enumerate() {
                let Some(word) = token.word() else { continue };
                if !token.is_capital() {
                    self.small[word.index()] |= is_small(token);
                } else if !passage.is_title_case && at > 0 && !token.has(Shape::FIRST) {
                    self.capital[word.index()] = true;
                }
            }
        }
    }

    /// Whether the article writes `word` with a small letter too.
    pub(super) fn knows(&self, word: WordId) -> bool {
        self.small[self.glossary.small(word).index()]
    }

    /// Whether `word` has its capital elsewhere too, within a sentence.
    pub(super) fn names(&self, word: WordId) -> bool {
        self.capital[word.index()]
    }
}

/// Whether a word is written small; those that are no names anyway need not be known.
fn is_small(token: &Token) -> bool {
    let is_plain = !token.is(Traits::FUNCTION | Traits::CUE) || token.is(Traits::GIVEN);
    is_plain && !token.has(Shape::CAPITAL | Shape::NUMBER)
}
