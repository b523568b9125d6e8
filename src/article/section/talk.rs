//! Talk: the words by which people who speak with each other are told from a list with labels.
//!
//! `Pro: It is cheap.` and `Con: It is slow.` take turns too, but nobody is spoken to. The words are those of English.

/// Most of a text that is looked at, in bytes.
const LONGEST: usize = 1200;

/// Words that are said to somebody.
const TO_ANOTHER: &[&str] = &["you", "your", "yours", "yourself"];

/// Words that somebody says of himself. Those in capitals are numbers and countries.
const OF_ONESELF: &[&str] = &[
    "I", "My", "We", "Our", "me", "my", "we", "us", "our", "myself",
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
        words.fold(Self::default(), |talk, word| Self {
            to_another: talk.to_another
                || TO_ANOTHER.iter().any(|it| it.eq_ignore_ascii_case(word)),
            of_oneself: talk.of_oneself || OF_ONESELF.contains(&word),
        })
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
        ] {
            let expected = Talk {
                to_another,
                of_oneself,
            };
            assert_eq!(Talk::of(text), expected, "{text}");
        }
    }
}
