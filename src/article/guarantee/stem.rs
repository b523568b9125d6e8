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

/// Adjectives that tell no two things apart. From general knowledge of English.
const VAGUE: &[&str] = &[
    "recent", "latest", "new", "own", "other", "same", "various", "certain", "further", "several",
];

/// Shortest stem, in bytes.
const SHORTEST: usize = 4;

/// The stem of a content word in small letters; `None` for words that say nothing of their own.
pub(super) fn stem(word: &str) -> Option<Cow<'_, str>> {
    let empty = Tags::FUNCTION | Tags::NEGATION | Tags::ADVERB | Tags::TIME;
    let word = folded(word);
    let is_empty = lexicon::entry(&word).is_some_and(|entry| entry.tags.intersects(empty));
    let says_something = word.len() >= 3 && !is_empty && !VAGUE.contains(&word.as_ref());
    says_something.then(|| shortened(word))
}

/// The key of the stem of any word: of what [`stem`] makes of it where it is a content word, and cheaper. `None` when `is_known` denies
/// that any stem of interest has such an [opening](Key::opening), which most words are done with.
pub(super) fn root(word: &str, is_known: impl Fn(u64) -> bool) -> Option<Key> {
    let whole = Key::of_head(word);
    let is_plain = word.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_plain && !is_known(whole.opening()) {
        return None;
    }
    let has_capital_inside = word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    Some(if is_plain && !has_capital_inside {
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
