//! Language: whether an article is English, the one language whose words are known here.

use super::lexicon::Traits;
use super::passage::Passage;
use super::token::Shape;

/// What language an article is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, whose words are known here.
    English,
    /// Any other.
    Other,
}

/// What the words of an article tell of its language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Census {
    words: usize,
    /// Small words of English.
    small: usize,
    /// Words of another script.
    foreign: usize,
}

impl Census {
    /// Counts the words of a passage.
    pub fn read(&mut self, passage: &Passage<'_>) {
        let tokens = [&passage.narration, &passage.quoted].into_iter().flatten();
        for token in tokens {
            self.words += usize::from(token.is_word());
            self.small += usize::from(token.is(Traits::FUNCTION));
            self.foreign += usize::from(token.has(Shape::FOREIGN));
        }
    }

    /// The language as far as script and small words tell. A few words tell nothing, and count as English.
    pub fn language(&self) -> Language {
        const FEWEST: usize = 30;
        let is_latin = 2 * self.foreign <= self.words;
        if is_latin && (self.words < FEWEST || 4 * self.small >= self.words) {
            Language::English
        } else {
            Language::Other
        }
    }
}
