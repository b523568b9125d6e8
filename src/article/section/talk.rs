//! Talk: the words by which people who speak with each other are told from a list with labels.
//!
//! `Pro: It is cheap.` and `Con: It is slow.` take turns too, but nobody is spoken to. The words are those of some languages of Europe.

use std::borrow::Cow;

/// Most of a text that is looked at, in bytes.
const LONGEST: usize = 1200;

/// The longest of the words, in bytes.
const LONGEST_WORD: usize = 16;

/// Words that are said to somebody. Those with a capital are others without it.
const TO_ANOTHER: &[&str] = &[
    "you", "your", "yours", "yourself", "Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "du", "vous",
    "votre", "vos", "usted", "ustedes", "você", "vocês", "voi", "uw", "вы", "вас", "вам", "ваш",
    "ваша", "ваши", "ви",
];

/// Words that somebody says of himself.
const OF_ONESELF: &[&str] = &[
    "I", "my", "me", "we", "us", "our", "myself", "ich", "wir", "mir", "mich", "mein", "meine",
    "uns", "je", "nous", "yo", "nosotros", "eu", "nós", "io", "noi", "ik", "wij", "я", "мы", "мне",
    "меня", "нас", "мой", "моя", "мені",
];

/// Who is spoken to, and of whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Talk {
    /// Whether it is said to somebody.
    pub(super) to_another: bool,
    /// Whether somebody speaks of himself.
    pub(super) of_oneself: bool,
}

impl Talk {
    /// The talk of a text that stands alone, or is a turn.
    pub(super) fn of(text: &str) -> Self {
        let words = crate::text::head(text, LONGEST).split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| (1..=LONGEST_WORD).contains(&word.len()));
        words.fold(Self::default(), |talk, word| {
            let small = small(word);
            let is_any = |list: &[&str]| list.iter().any(|it| *it == word || *it == small);
            Self {
                to_another: talk.to_another || is_any(TO_ANOTHER),
                of_oneself: talk.of_oneself || is_any(OF_ONESELF),
            }
        })
    }
}

/// A word in small letters. One in capitals is left alone: it is a country, or a number.
fn small(word: &str) -> Cow<'_, str> {
    let mut chars = word.chars();
    let begins = chars.next().is_some_and(char::is_uppercase);
    if begins && chars.all(char::is_lowercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_say_you_and_i() {
        for (text, to_another, of_oneself) in [
            ("You’re tired.", true, false),
            ("I’d say so; my mother did.", false, true),
            ("Thank you, we’re fine.", true, true),
            ("It is cheap. The US says so.", false, false),
            ("Sie sind weit gereist.", true, false),
            ("Was sie sagt, ist wahr.", false, false),
            ("Вы выросли на ферме.", true, false),
            ("Да, у нас было девять коров.", false, true),
        ] {
            let expected = Talk {
                to_another,
                of_oneself,
            };
            assert_eq!(Talk::of(text), expected, "{text}");
        }
    }
}
