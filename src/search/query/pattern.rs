//! Patterns: what a text must hold to match, in folded text.

use std::ops::Range;

use memchr::memmem::Finder;
use regex_automata::Input;
use regex_automata::meta::Regex;
use regex_syntax::hir::{Hir, Look};
use regex_syntax::{Error, ParserBuilder};

use super::super::manner::Manner;
use crate::text::fold::{Case, Folded};
use crate::text::{head, tail};

/// How deep groups of a pattern may lie in each other.
const DEPTH: u32 = 50;

/// How much a pattern may take when it is made ready, in bytes.
const LARGEST: usize = 1024 * 1024;

/// What a text must hold to match.
#[derive(Clone, Debug)]
pub(super) enum Pattern {
    /// These words.
    Words {
        /// The words, folded.
        finder: Box<Finder<'static>>,
        /// Whether no letter or digit may stand beside them.
        is_word: bool,
    },
    /// What a regular expression describes. Every search with it is linear.
    Regex(Regex),
}

impl Pattern {
    /// The words of a folded text.
    pub(super) fn words(folded: &str, is_word: bool) -> Self {
        Self::Words {
            finder: Box::new(Finder::new(folded.as_bytes()).into_owned()),
            is_word,
        }
    }

    /// A regular expression, or what is wrong with it.
    pub(super) fn regex(typed: &str, manner: Manner, case: Case) -> Result<Self, String> {
        let parsed = ParserBuilder::new()
            .case_insensitive(case == Case::Ignored)
            .nest_limit(DEPTH)
            .build()
            .parse(&folded(typed));
        let pattern = parsed.map_err(|error| what_is_wrong(&error))?;
        let pattern = if manner.is_word {
            let [start, end] = [Look::WordStartHalfUnicode, Look::WordEndHalfUnicode];
            Hir::concat(vec![Hir::look(start), pattern, Hir::look(end)])
        } else {
            pattern
        };
        let config = Regex::config().nfa_size_limit(Some(LARGEST));
        Regex::builder()
            .configure(config)
            .build_from_hir(&pattern)
            .map(Self::Regex)
            .map_err(|error| match error.size_limit() {
                Some(_) => "the pattern is too large".to_owned(),
                None => error.to_string(),
            })
    }

    /// The first match in `text` from `at` on, which may be empty. What stands before is seen, but does not match.
    pub(super) fn find(&self, text: &str, at: usize) -> Option<Range<usize>> {
        match self {
            Self::Words { finder, is_word } => find_words(finder, *is_word, text, at),
            Self::Regex(regex) => find_regex(regex, text, at),
        }
    }
}

fn find_words(finder: &Finder<'_>, is_word: bool, text: &str, at: usize) -> Option<Range<usize>> {
    let mut from = at;
    loop {
        let start = from + finder.find(text.as_bytes().get(from..)?)?;
        let end = start + finder.needle().len();
        if !is_word || is_alone(text, start..end) {
            return Some(start..end);
        }
        from = text.ceil_char_boundary(start + 1);
    }
}

/// Whether no letter or digit stands beside a range.
fn is_alone(text: &str, range: Range<usize>) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let before = head(text, range.start).chars().next_back();
    let after = tail(text, range.end).chars().next();
    !is_part(before) && !is_part(after)
}

fn find_regex(regex: &Regex, text: &str, at: usize) -> Option<Range<usize>> {
    let rest = (at <= text.len()).then(|| Input::new(text).span(at..text.len()))?;
    regex.search(&rest).map(|found| found.range())
}

/// A pattern as the text is folded: what keyboards have in the place of what they have not. Its own signs are plain already.
fn folded(pattern: &str) -> String {
    let mut folded = String::with_capacity(pattern.len());
    for c in pattern.chars() {
        if c.is_ascii() {
            folded.push(c);
        } else {
            let plain = Folded::new(c.encode_utf8(&mut [0; 4]), Case::Kept);
            folded.push_str(&regex_syntax::escape(plain.as_str()));
        }
    }
    folded
}

/// What is wrong with a pattern, in a few words.
fn what_is_wrong(error: &Error) -> String {
    let told = match error {
        Error::Parse(error) => error.kind().to_string(),
        Error::Translate(error) => error.kind().to_string(),
        _ => "not a pattern".to_owned(),
    };
    let brief = told.split(", ").next().unwrap_or_default();
    let end = " is not supported";
    let is_cut = told.ends_with(end) && !brief.ends_with(end);
    format!("{brief}{}", if is_cut { end } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, is_word: bool, text: &str, expected: &[&str]) {
        let manner = Manner {
            is_regex: true,
            is_word,
            ..Manner::default()
        };
        let pattern = Pattern::regex(typed, manner, Case::Ignored).unwrap();
        let mut at = 0;
        let mut found = Vec::new();
        while let Some(range) = pattern.find(text, at) {
            at = range.end.max(range.start + 1);
            found.push(crate::text::cut(text, range));
        }
        found.retain(|words| !words.is_empty());
        assert_eq!(found, expected, "{typed} in {text}");
    }

    #[test]
    fn a_pattern_finds_what_it_describes() {
        check("colou?r", false, "color Colour colr", &["color", "Colour"]);
        check("x*", false, "axxbx", &["xx", "x"]);
        check("^a|b$", false, "a a b b", &["a", "b"]);
        check("[“’]", false, "say \"it's\"", &["\"", "'", "\""]);
        check("ha|har|harbour", true, "harbour ha", &["harbour", "ha"]);
        check("é…", false, "e... exyz", &["e..."]);
        check("", false, "abc", &[]);
    }

    #[test]
    fn whole_words_stand_alone() {
        let pattern = Pattern::words("ferry", true);
        let text = "ferryman ferry-boat, the_ferry ferry";
        assert_eq!(pattern.find(text, 0), Some(9..14));
        assert_eq!(pattern.find(text, 10), Some(31..36));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (typed, expected) in [
            ("(a", "unclosed group"),
            ("a)", "unopened group"),
            ("a(?=b)", "look-around is not supported"),
            ("[a", "unclosed character class"),
            ("a{2", "unclosed counted repetition"),
            ("a\\", "incomplete escape sequence"),
            (r"(a)\1", "backreferences are not supported"),
            (r"\w{90}{90}", "the pattern is too large"),
            (&"(".repeat(60), "unclosed group"),
        ] {
            let wrong = Pattern::regex(typed, Manner::default(), Case::Kept);
            assert_eq!(wrong.unwrap_err(), expected, "{typed}");
        }
    }
}
