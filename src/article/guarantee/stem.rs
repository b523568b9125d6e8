//! Stems: what the forms of a word have in common, for comparing what two passages are about.

use std::borrow::Cow;

use super::key::Key;
use super::lexicon::{self, Tags};
use crate::text::head;

/// Endings that are cut off, by their last letter, longest first; what is left must keep [`SHORTEST`] bytes. From general
/// knowledge of English.
const ENDINGS: &[(u8, &[&str])] = &[
    (
        b's',
        &[
            "ements", "ations", "ments", "ings", "ions", "ness", "ies", "ers", "es", "s",
        ],
    ),
    (b't', &["ement", "ment"]),
    (b'n', &["ation", "ion", "ian"]),
    (b'l', &["ional", "ial", "al"]),
    (b'g', &["ing"]),
    (b'e', &["able", "ive", "e"]),
    (b'd', &["ed"]),
    (b'r', &["er"]),
    (b'y', &["ly", "y"]),
];

/// Words that tell no two things apart. From general knowledge of English.
const VAGUE: &[&str] = &[
    "recent", "latest", "new", "own", "other", "same", "various", "certain", "further", "several",
    "day", "days", "weeks", "months", "years", "time", "part", "way", "number",
];

/// Counts in words: two texts with the same one need not be about the same.
const COUNTS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozen", "second", "third", "half", "twice", "hundred", "thousand", "million", "billion",
];

/// Shortest stem, in bytes.
const SHORTEST: usize = 4;

/// The stem of a content word in small letters; `None` for words that say nothing of their own.
pub(super) fn stem(word: &str) -> Option<Cow<'_, str>> {
    let empty = Tags::FUNCTION | Tags::NEGATION | Tags::ADVERB | Tags::TIME;
    let word = folded(word);
    let is_empty = lexicon::entry(&word).is_some_and(|entry| entry.tags.intersects(empty));
    let says_something = word.len() >= 3
        && !is_empty
        && !VAGUE.contains(&word.as_ref())
        && !COUNTS.contains(&word.as_ref());
    says_something.then(|| shortened(word))
}

/// Whether a word in small letters counts something.
pub(super) fn is_count(word: &str) -> bool {
    COUNTS.contains(&word) || word.starts_with(|c: char| c.is_numeric())
}

/// With which three letters stems begin: most words are told apart from all of them by it.
#[derive(Debug)]
pub(super) struct Openings(Vec<bool>);

impl Openings {
    /// How many letters make an opening: every stem has so many.
    const LETTERS: usize = 3;

    /// How many bits tell small letters apart.
    const BITS: usize = 5;

    /// The openings of some stems.
    pub(super) fn of<'a>(stems: impl Iterator<Item = &'a Key>) -> Self {
        let mut openings = Self(vec![false; 1 << (Self::LETTERS * Self::BITS)]);
        for place in stems.filter_map(|stem| Self::place(&stem.bytes())) {
            openings.0[place] = true;
        }
        openings
    }

    /// Whether a stem can begin as a word does. One with other letters than those of ASCII may always.
    fn may_have(&self, word: &str) -> bool {
        Self::place(word.as_bytes()).is_none_or(|place| self.0[place])
    }

    fn place(word: &[u8]) -> Option<usize> {
        let letters: &[u8; Self::LETTERS] = word.first_chunk()?;
        let is_plain = letters.iter().all(u8::is_ascii_alphabetic);
        let place =
            |place, letter: &u8| place << Self::BITS | usize::from(letter % (1 << Self::BITS));
        is_plain.then(|| letters.iter().fold(0, place))
    }
}

/// The key of the stem of any word: of what [`stem`] makes of it where it is a content word, and cheaper. `None` when it is none of the
/// stems with these openings.
pub(super) fn root(word: &str, openings: &Openings) -> Option<Key> {
    if !openings.may_have(word) {
        return None;
    }
    let mut inner = word.bytes().skip(1);
    let is_plain = inner.all(|byte| byte.is_ascii_lowercase()) && word.is_char_boundary(1);
    Some(if is_plain && word.is_ascii() {
        // A capital at its beginning is no concern of its ending, and a key does not see it.
        Key::of_head(head(word, stem_length(word)))
    } else {
        Key::of_head(&shortened(folded(word)))
    })
}

/// A word in small letters without `’s`.
fn folded(word: &str) -> Cow<'_, str> {
    let word = word.split(['\'', '’']).next().unwrap_or_default();
    if word.chars().any(char::is_uppercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

fn shortened(word: Cow<'_, str>) -> Cow<'_, str> {
    let length = stem_length(&word);
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(head(word, length)),
        Cow::Owned(mut word) => {
            word.truncate(length);
            Cow::Owned(word)
        }
    }
}

fn stem_length(word: &str) -> usize {
    let last = word.as_bytes().last();
    let endings = ENDINGS.iter().find(|(letter, _)| last == Some(letter));
    let shorter = endings
        .into_iter()
        .flat_map(|(_, endings)| *endings)
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.len() >= SHORTEST && !word.ends_with("ss"));
    shorter.unwrap_or(word).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], expected: Option<&str>) {
        for word in words {
            assert_eq!(stem(word).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        check(&["train", "Training", "trained", "trains"], Some("train"));
        check(
            &["finance", "financing", "finances", "financial’s"],
            Some("financ"),
        );
        check(&["procure", "procurement"], Some("procur"));
        check(&["discuss", "discussed", "discussions"], Some("discuss"));
        check(&["the", "not", "is", "EU"], None);
    }
}
