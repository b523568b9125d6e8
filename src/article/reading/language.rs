//! Language: whether an article is English, the one language whose words are known here.

use super::lexicon::Traits;
use super::passage::Passage;
use super::token::Token;

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
        for tokens in passages.iter().flat_map(|it| [it.told(), it.quotes()]) {
            for at in (0..tokens.len()).filter(|&at| tokens.get(at).is_some_and(Token::is_word)) {
                words += 1;
                small += usize::from(tokens.is(at, Traits::FUNCTION));
                strange += usize::from(tokens.word(at).starts_with(is_strange));
            }
        }
        let is_latin = 2 * strange <= words;
        if is_latin && (words < FEWEST || 4 * small >= words) {
            Self::English
        } else {
            Self::Other
        }
    }
}

/// Whether a letter is of another script than that of English.
fn is_strange(c: char) -> bool {
    const LAST_LATIN: char = 'ɏ';
    c > LAST_LATIN
}
