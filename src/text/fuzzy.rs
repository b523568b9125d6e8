//! Fuzzy matching: how well what is typed fits a name, when letters may be left out.

use super::fold::{Case, Folded};

/// Letters of a name that are looked at, so that no name makes a key wait.
const LONGEST: usize = 256;

/// What a letter is worth by itself.
const LETTER: u32 = 1;

/// What it is worth besides right behind the letter before it.
const NEIGHBOUR: u32 = 5;

/// What it is worth besides where a word begins.
const INITIAL: u32 = 8;

/// How well `typed` fits `text`: the higher the better; `None` when it does not.
///
/// The letters of each word typed must stand in the text in their order. Those count more that begin a word or stand together.
///
/// ```
/// use sidenote::text::fuzzy::score;
///
/// assert!(score("nq", "next question") > score("nq", "the inquest"));
/// assert_eq!(score("nq", "question"), None);
/// ```
pub fn score(typed: &str, text: &str) -> Option<u32> {
    let text = Folded::new(text, Case::Ignored);
    let letters: Vec<char> = text.as_str().chars().take(LONGEST).collect();
    let typed = Folded::new(typed, Case::Ignored);
    let words = typed.as_str().split_whitespace();
    words.map(|word| word_score(word, &letters)).sum()
}

/// The best way to find the letters of a word, one after the other.
fn word_score(word: &str, text: &[char]) -> Option<u32> {
    // For each letter of the text, the best score of what was typed so far with its last letter there.
    let mut ends: Vec<Option<u32>> = Vec::new();
    for letter in word.chars().take(LONGEST) {
        let is_first = ends.is_empty();
        let mut farther = None; // the best score that ends before the neighbour
        let mut next = Vec::with_capacity(text.len());
        for (at, &here) in text.iter().enumerate() {
            let neighbour = at.checked_sub(1).and_then(|before| *ends.get(before)?);
            let before = if is_first {
                Some(0)
            } else {
                neighbour.map(|score| score + NEIGHBOUR).max(farther)
            };
            farther = farther.max(neighbour);
            let worth = before.map(|score| score + LETTER + initial(text, at));
            next.push(worth.filter(|_| here == letter));
        }
        ends = next;
    }
    ends.into_iter().flatten().max()
}

fn initial(text: &[char], at: usize) -> u32 {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    let is_initial = before.is_none_or(|before| !before.is_alphanumeric());
    if is_initial { INITIAL } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The names in the order in which they fit, those that do not left out.
    #[track_caller]
    fn check(typed: &str, names: &[&str], expected: &[&str]) {
        let mut fitting: Vec<_> = names
            .iter()
            .filter_map(|&name| Some((score(typed, name)?, name)))
            .collect();
        fitting.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
        let fitting: Vec<_> = fitting.into_iter().map(|(_, name)| name).collect();
        assert_eq!(fitting, expected, "{typed}");
    }

    #[test]
    fn initials_and_neighbours_fit_best() {
        check(
            "har",
            &["the charter", "a hard year", "harbour", "hazard", "ferry"],
            &["a hard year", "harbour", "hazard", "the charter"],
        );
        check("é", &["Ete", "one"], &["Ete", "one"]);
        check("b a", &["ab", "b", "a b"], &["a b", "ab"]);
    }

    #[test]
    fn nothing_typed_fits_everything() {
        assert_eq!(score(" ", "any"), Some(0));
        assert_eq!(score("a", ""), None);
    }

    proptest! {
        #[test]
        fn every_part_of_a_name_fits_it(name in "[a-z ]{1,40}", from in 0usize..40, length in 1usize..10) {
            let part: String = name.chars().skip(from).take(length).collect();
            prop_assert!(score(&part, &name).is_some());
        }
    }
}
