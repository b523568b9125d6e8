//! Stems: what the forms of a word have in common, for comparing what two passages are about.

use std::borrow::Cow;

use super::lexicon::{self, Tags};

/// Endings that are cut off, longest first; what is left must keep [`SHORTEST`] bytes. From general knowledge of English.
const ENDINGS: &[&str] = &[
    "ements", "ement", "ations", "ation", "ments", "ment", "ional", "ings", "ions", "ness", "able",
    "ing", "ion", "ian", "ies", "ive", "ial", "ers", "ed", "er", "es", "ly", "al", "s", "e", "y",
];

/// Adjectives that tell no two things apart. From general knowledge of English.
const VAGUE: &[&str] = &[
    "recent", "latest", "new", "own", "other", "same", "various", "certain", "further", "several",
];

/// Shortest stem, in bytes.
const SHORTEST: usize = 4;

/// The stem of a content word in small letters; `None` for words that say nothing of their own.
pub(super) fn stem(word: &str) -> Option<Cow<'_, str>> {
    let word = word.split(['\'', '’']).next().unwrap_or_default();
    let word = if word.chars().any(char::is_uppercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    };
    let empty = Tags::FUNCTION | Tags::NEGATION | Tags::ADVERB | Tags::TIME;
    let is_empty = lexicon::entry(&word).is_some_and(|entry| entry.tags.intersects(empty))
        || VAGUE.contains(&word.as_ref());
    if word.len() < 3 || is_empty {
        return None;
    }
    let length = stem_length(&word);
    Some(match word {
        Cow::Borrowed(word) => Cow::Borrowed(crate::text::head(word, length)),
        Cow::Owned(mut word) => {
            word.truncate(length);
            Cow::Owned(word)
        }
    })
}

fn stem_length(word: &str) -> usize {
    let shorter = ENDINGS
        .iter()
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
