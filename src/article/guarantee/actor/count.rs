//! Counts: whom *the five* are, as the text before tells.

use crate::text::{cut, word};

/// Numbers that stand for those who were counted before, in words and digits.
const NUMBERS: &[(&str, &str)] = &[
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
];

/// How many words may stand between a number and what it counts: `five small coastal states`.
const MOST_BETWEEN: usize = 2;

/// The number that a phrase is but for its article: `five` of `the five`.
pub(super) fn number(phrase: &str) -> Option<&'static str> {
    let mut words = phrase.split_whitespace();
    let article = words.next()?;
    let count = words.next().filter(|_| words.next().is_none())?;
    let mut known = NUMBERS.iter().map(|(number, _)| *number);
    known.find(|number| article.eq_ignore_ascii_case("the") && count.eq_ignore_ascii_case(number))
}

/// What was counted last in a text: `five states`.
pub(super) fn counted<'a>(text: &'a str, number: &str) -> Option<&'a str> {
    let digits = NUMBERS.iter().find(|(word, _)| *word == number)?.1;
    let words: Vec<_> = word::words(text).collect();
    let is_number = |at: usize| {
        let word = words.get(at).map_or("", |range| cut(text, range.clone()));
        word.eq_ignore_ascii_case(number) || word == digits
    };
    let counted = |at: usize| {
        let nouns = words.get(at + 1..words.len().min(at + 2 + MOST_BETWEEN))?;
        let end = nouns
            .iter()
            .find(|range| is_plural(cut(text, (*range).clone())))?
            .end;
        let phrase = cut(text, words.get(at)?.start..end);
        let is_whole = phrase
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
        is_whole.then_some(phrase)
    };
    (0..words.len())
        .rev()
        .filter(|&at| is_number(at))
        .find_map(counted)
}

/// Whether a word could be more than one of something, and counts no money or time.
fn is_plural(word: &str) -> bool {
    const MEASURES: &[&str] = &[
        "days", "weeks", "months", "years", "hours", "minutes", "times", "dollars", "euros",
        "pounds", "miles", "points", "cents",
    ];
    let is_people = matches!(word, "people" | "men" | "women" | "children");
    is_people || word.ends_with('s') && !word.ends_with("ss") && !MEASURES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_is_named() {
        for (text, expected) in [
            (
                "Envoys of five coastal states met.",
                Some("five coastal states"),
            ),
            ("It took five years. Then 5 states met.", Some("5 states")),
            ("The five of them met.", None),
            ("Five, he said, were ships.", None),
            ("It took five years.", None),
        ] {
            assert_eq!(counted(text, "five"), expected, "{text}");
        }
        assert_eq!(number("The five"), Some("five"));
        assert_eq!(number("the five states"), None);
    }
}
