//! Sentences: where one ends and the next begins.
//!
//! Rules for news prose: a full stop after an abbreviation, an initial or inside a number ends nothing, closing marks belong
//! to the sentence they close, and a mark inside a quotation (`“Why?” he asked`) ends one only before a capital.

use std::ops::Range;

use super::charset::CharSet;

/// Abbreviations that stand before a name, so that a capital after them says nothing. Written from general knowledge of
/// English, German, French and Spanish news copy.
const BEFORE_NAMES: &[&str] = &[
    "Adm", "Amb", "Atty", "Brig", "Capt", "Cmdr", "Col", "Comdr", "Cpl", "Del", "Dr", "Drs", "Fr",
    "Ft", "Gen", "Gov", "Govs", "Hon", "Hr", "Insp", "Lt", "Maj", "Messrs", "Mlle", "Mme", "Mr",
    "Mrs", "Ms", "Mt", "Mx", "Pfc", "Pres", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens",
    "Sgt", "Spc", "Sr", "Sra", "St", "Ste", "Supt", "bzw", "ca", "cf", "vs",
];

/// Abbreviations that end no sentence before a number; before a capital they may.
const BEFORE_NUMBERS: &[&str] = &[
    "Abs", "Apr", "Art", "Aug", "Dec", "Feb", "Fig", "Jan", "Jul", "Jun", "Mar", "No", "Nos",
    "Nov", "Nr", "Oct", "Sep", "Sept", "Tel", "Vol", "approx", "est", "p", "pp",
];

/// Abbreviations at the end of the names of firms, which end no sentence before a bracket: `Acme Corp. (NASDAQ: ACM)`.
const OF_FIRMS: &[&str] = &["Bros", "Co", "Corp", "Cos", "Inc", "Ltd", "Mfg", "Pty"];

/// Longest of the abbreviations, in bytes.
const LONGEST: usize = 6;

/// Words that begin a sentence after an initialism such as `U.S.`, where any other capital may be a name.
const STARTERS: &[&str] = &[
    "A", "After", "And", "As", "At", "But", "For", "He", "His", "However", "I", "If", "In", "It",
    "Its", "On", "She", "So", "That", "The", "Their", "There", "These", "They", "This", "We",
    "What", "When", "While", "Yet", "You",
];

/// How much of a text tells that it is Greek, in bytes.
const GREEK: usize = 64;

/// The sentences of `text` as byte ranges without the space between them, in order. Linear.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = skip_space(text, 0);
    let mut at = start;
    let mut next = 0; // the letter or digit behind a mark; kept, as a row of marks has the same one
    std::iter::from_fn(move || {
        while let Some(mark) = TERMINATORS.find(text, at) {
            at = closing_end(text, mark);
            if next < at {
                next = skip_signs(text, at);
            }
            if ends_sentence(text, start..mark, at, next) {
                let sentence = start..at;
                start = skip_space(text, at);
                at = start;
                return Some(sentence);
            }
        }
        let rest = start..text.trim_end().len();
        (start, at) = (text.len(), text.len());
        (!rest.is_empty()).then_some(rest)
    })
}

/// Marks that may stand behind the mark of a sentence and belong to it.
pub const CLOSING: &[char] = &[
    '"', '”', '’', '»', '«', '“', ')', ']', '*', '_', '」', '』', '）', '›', '\'',
];

/// Whether a text ends with a question, by the marks of all scripts. A semicolon is one among Greek letters.
pub fn ends_asking(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '!' | '！') || CLOSING.contains(&c)
    });
    let is_greek = || {
        let tail = super::tail(text, text.len().saturating_sub(GREEK));
        tail.chars().any(|c| ('\u{370}'..='\u{3FF}').contains(&c))
    };
    text.ends_with(['?', '？', '؟', '\u{37E}', '՞', '፧', '⁇', '⁈'])
        || text.ends_with(';') && is_greek()
}

/// Whether a text of several sentences begins with one that does not ask: “I was. Were you?”
pub fn tells_first(text: &str) -> bool {
    let mut sentences = sentences(text);
    let first = sentences.next().unwrap_or_default();
    sentences.next().is_some() && !ends_asking(super::cut(text, first))
}

/// What ends a sentence, the wide ones too.
const TERMINATORS: CharSet = CharSet::of(*b".!?", "…。！？؟।");

/// Terminators of scripts that put no space between sentences.
fn is_wide_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '؟' | '।')
}

/// Marks that close what the sentence opened.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']' | '」' | '』'
    )
}

fn skip_space(text: &str, at: usize) -> usize {
    let tail = super::tail(text, at);
    at + (tail.len() - tail.trim_start().len())
}

/// The next letter or digit.
fn skip_signs(text: &str, at: usize) -> usize {
    let signs = super::tail(text, at).find(char::is_alphanumeric);
    signs.map_or(text.len(), |length| at + length)
}

/// The end of the run of terminators and closing marks that begins at `mark`.
fn closing_end(text: &str, mark: usize) -> usize {
    let run = super::tail(text, mark).find(|c| !TERMINATORS.contains(c) && !is_closing(c));
    run.map_or(text.len(), |length| mark + length)
}

/// Whether `before` ends with the marks up to `end`, when the next letter or digit stands at `next`.
fn ends_sentence(text: &str, before: Range<usize>, end: usize, next: usize) -> bool {
    let rest = super::tail(text, end);
    let Some(terminator) = super::tail(text, before.end).chars().next() else {
        return true;
    };
    if is_wide_terminator(terminator) || rest.trim_start().is_empty() {
        return true;
    }
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next = super::tail(text, next);
    if next.starts_with(char::is_lowercase) {
        return false;
    }
    let is_full_stop = terminator == '.' && end == before.end + 1;
    let before = super::cut(text, before);
    if is_full_stop && rest.trim_start().starts_with('(') && OF_FIRMS.contains(&last_word(before)) {
        return false;
    }
    !is_full_stop || full_stop_ends(before, next)
}

/// What stands behind the last space or opening mark.
fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘' | '—'))
        .next()
        .unwrap_or_default()
}

/// Whether a full stop after `before` ends a sentence when `next` follows, which does not begin with a small letter.
fn full_stop_ends(before: &str, next: &str) -> bool {
    let last = last_word(before);
    let is_number = !last.is_empty() && last.chars().all(|c| c.is_ascii_digit());
    let is_any = |list: &[&str]| last.len() <= LONGEST && list.contains(&last);
    if is_number && before.trim() == last || is_any(BEFORE_NAMES) {
        return false; // "1. What …" and "Mr. Smith"
    }
    if is_any(BEFORE_NUMBERS) {
        return !next.starts_with(|c: char| c.is_ascii_digit());
    }
    let is_initial =
        last.chars().count() == 1 && last.chars().all(char::is_uppercase) && last != "I";
    let is_initialism = last.contains('.') && last.split('.').all(|part| part.chars().count() <= 2);
    if is_initial || is_initialism {
        return STARTERS
            .iter()
            .any(|starter| begins_with_word(next, starter));
    }
    true
}

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(expected: &[&str]) {
        let text = expected.join(" ");
        let found: Vec<_> = sentences(&text)
            .map(|range| crate::text::cut(&text, range))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_end_nothing() {
        check(&[
            "Mr. Smith met Sen. J. R. Biden on Jan. 5 in Washington.",
            "He left.",
        ]);
        check(&[
            "The U.S. Senate voted.",
            "It was in the U.S.",
            "He went home at 3.5 percent.",
        ]);
        check(&["Acme Inc. said no.", "It is No. 5."]);
        check(&[
            "Acme Corp. (NASDAQ: ACM) said no.",
            "It is so.",
            "(He left.)",
        ]);
    }

    #[test]
    fn no_abbreviation_is_too_long_to_be_found() {
        let all = BEFORE_NAMES.iter().chain(BEFORE_NUMBERS);
        assert_eq!(all.map(|it| it.len()).max(), Some(LONGEST));
    }

    #[test]
    fn closing_marks_belong_to_their_sentence() {
        check(&["“Go away.”", "He went."]);
        check(&[
            "“Why?” he asked.",
            "“Because!”",
            "(She laughed.)",
            "Then…",
            "Nothing.",
        ]);
    }

    #[test]
    fn scripts_without_spaces_have_sentences() {
        let text = "これは文です。次の文です。";
        assert_eq!(sentences(text).count(), 2);
    }

    #[test]
    fn a_list_number_is_no_sentence() {
        check(&["1. What is this?", "2. Nothing."]);
    }

    /// Anything but linear would take minutes here.
    #[test]
    fn rows_of_marks_cost_no_more_than_words() {
        let marks = "A. ".to_owned() + &"- . ".repeat(100_000);
        assert_eq!(sentences(&marks).count(), 100_000);
        let initialisms = "-.-. ".repeat(50_000) + &"A".repeat(500_000);
        assert_eq!(sentences(&initialisms).count(), 1);
    }

    proptest! {
        #[test]
        fn sentences_are_ordered_and_lose_only_space(text in any::<String>()) {
            let mut at = 0;
            for range in sentences(&text) {
                prop_assert!(crate::text::cut(&text, at..range.start).trim().is_empty());
                prop_assert!(range.start < range.end);
                at = range.end;
            }
            prop_assert!(crate::text::tail(&text, at).trim().is_empty());
        }
    }
}
