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

impl Language {
    /// The language as far as script and small words tell. A few words tell nothing, and count as English.
    pub fn of(passages: &[Passage<'_>]) -> Self {
        const FEWEST: usize = 30;
        let (mut words, mut small, mut strange) = (0, 0, 0);
        let tokens = passages.iter().flat_map(|it| [&it.narration, &it.quoted]);
        for token in tokens.flatten().filter(|token| token.is_word()) {
            words += 1;
            small += usize::from(token.is(Traits::FUNCTION));
            strange += usize::from(token.has(Shape::FOREIGN));
        }
        let is_latin = 2 * strange <= words;
        if is_latin && (words < FEWEST || 4 * small >= words) {
            Self::English
        } else {
            Self::Other
        }
    }
}
