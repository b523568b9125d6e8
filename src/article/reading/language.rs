//! Language: whether an article is English, the one language whose words are known here.

use super::lexicon::Traits;
use super::passage::Passage;

/// What language an article is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, whose words are known here.
    English,
    /// Any other.
    Other,
}

impl Language {
    /// The language as far as small words tell. A few words tell nothing, and count as English.
    pub fn of(passages: &[Passage<'_>]) -> Self {
        const FEWEST: usize = 30;
        let tokens = passages
            .iter()
            .flat_map(|passage| passage.narration.iter().chain(&passage.quoted));
        let (mut words, mut small) = (0, 0);
        for token in tokens.filter(|token| token.is_word()) {
            words += 1;
            small += usize::from(token.is(Traits::FUNCTION));
        }
        if words < FEWEST || 4 * small >= words {
            Self::English
        } else {
            Self::Other
        }
    }
}
