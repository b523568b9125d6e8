//! The census: what the words of an article tell of its language. English is the one whose words are known here.

use super::lexicon::Traits;
use super::passage::Passage;
use super::token::{Shape, Token, Tokens};
use crate::doc::Document;
use crate::text::language::Language;

/// Fewest words whose small words tell the language by their share.
const FEWEST: usize = 30;

/// What the words of an article tell of its language.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Census {
    words: usize,
    /// Small words of English.
    small: usize,
    /// Words of another script.
    foreign: usize,
    /// Words among the first [`FEWEST`] that other languages have in its letters.
    strange: usize,
}

impl Census {
    /// Counts the words of a passage.
    pub(super) fn read(&mut self, passage: &Passage<'_>) {
        for tokens in [passage.told(), passage.quotes()] {
            let list = tokens.slice(0..tokens.len()).iter().enumerate();
            for (at, token) in list.filter(|(_, token)| token.is_word()) {
                self.words += 1;
                self.small += usize::from(token.is(Traits::FUNCTION));
                self.foreign += usize::from(token.has(Shape::FOREIGN));
                self.strange += usize::from(self.words <= FEWEST && is_strange(tokens, at, token));
            }
        }
    }

    /// The language as far as script and small words tell, else as the text of the document does. A few words are English unless as many
    /// of them are none.
    pub(super) fn language(&self, document: &Document) -> Option<Language> {
        let is_latin = 2 * self.foreign <= self.words;
        let is_english = if self.words < FEWEST {
            self.strange == 0 || self.strange < self.small
        } else {
            4 * self.small >= self.words
        };
        if is_latin && is_english {
            return Some(Language::ENGLISH);
        }
        document.language().filter(|&it| it != Language::ENGLISH)
    }
}

/// Whether a word written small is none of English: it is a small word of a neighbour, or has letters that English lacks.
fn is_strange(tokens: Tokens<'_>, at: usize, token: &Token) -> bool {
    let word = tokens.word(at);
    let is_small = word.chars().next().is_some_and(char::is_lowercase) || token.has(Shape::FIRST);
    let has_letters = !word.is_ascii() && word.chars().all(char::is_alphabetic);
    let is_neighbour = || {
        STRANGE
            .split_whitespace()
            .any(|it| it.eq_ignore_ascii_case(word))
    };
    is_small && (has_letters && !token.is_capital() || is_neighbour())
}

/// Frequent words of German, French, Spanish, Italian, Portuguese, Dutch, the Scandinavian languages and Polish that are none of English and
/// do not stand in names. Written from general knowledge.
const STRANGE: &str = "
    das dem ein eine einen einer und ist nicht ich er sie wir ihr mit auf aber auch wie nein ja sagte sagt fragte rief antwortete
    les des une et est dans il elle nous vous je ne pas qui que sur avec mais dit disait demanda cria sont ce cette ont
    los las una es por con para se su lo pero muy dijo pregunta grita como esto
    gli che per ha ho sono disse chiese rispose questo anche ma nel nella
    os um uma em ao dos mas disse perguntou respondeu isso
    het een niet ik zei zegt maar hij zij wij voor ook met
    och att det som inte sade sa jag vi og ikke jeg sier han hun med
    nie jest jak ale tak powiedzia
";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    #[track_caller]
    fn check(text: &str, is_english: bool) {
        let language = testing::reading(text, |reading| reading.language);
        assert_eq!(language == Some(Language::ENGLISH), is_english, "{text}");
    }

    #[test]
    fn a_few_words_tell_other_languages() {
        check(
            "“No iremos”, dijo Ana López. Pedro Ruiz contestó: “Es tarde”.",
            false,
        );
        check("Er sagte \"nein\" und ging.", false);
        check(
            "«Nous partons», a dit Anne Leroy. Le maire a répondu: «Jamais».",
            false,
        );
        check("«Non lo so», disse Anna.", false);
        check("“Nie wiem”, powiedziała Anna.", false);
    }

    #[test]
    fn a_few_words_without_small_ones_are_english() {
        check("Mayor Lund: ‘No more bridges’", true);
        check("“Voilà,” said Zoë at the café.", true);
        check("Vera de la Cruz: ‘Nothing left’", true);
        check("", true);
    }
}
