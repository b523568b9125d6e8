//! Manners: how what was typed is taken.

use std::fmt;

use crate::text::fold::Case;

/// How what was typed is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Manner {
    /// Whether it is a regular expression, and not the words themselves.
    pub is_regex: bool,
    /// Whether it must be whole words.
    pub is_word: bool,
    /// Whether capitals matter.
    pub case: CaseRule,
}

/// Whether capitals matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CaseRule {
    /// When there is one in what was typed.
    #[default]
    Smart,
    /// Always.
    Kept,
    /// Never.
    Ignored,
}

impl CaseRule {
    /// The next one, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Smart => Self::Kept,
            Self::Kept => Self::Ignored,
            Self::Ignored => Self::Smart,
        }
    }
}

impl Manner {
    /// Whole words, as they stand.
    pub const WORD: Self = Self {
        is_regex: false,
        is_word: true,
        case: CaseRule::Smart,
    };

    /// Whether capitals in a text matter to what was typed.
    pub(super) fn case(self, typed: &str) -> Case {
        match self.case {
            CaseRule::Kept => Case::Kept,
            CaseRule::Ignored => Case::Ignored,
            CaseRule::Smart if self.is_regex => Case::of(&without_escapes(typed)),
            CaseRule::Smart => Case::of(typed),
        }
    }
}

/// What differs from the ordinary, in words: `regex, words`.
impl fmt::Display for Manner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let case = match self.case {
            CaseRule::Smart => "",
            CaseRule::Kept => "case",
            CaseRule::Ignored => "no case",
        };
        let regex = if self.is_regex { "regex" } else { "" };
        let words = if self.is_word { "words" } else { "" };
        let told = [regex, words, case].into_iter().filter(|it| !it.is_empty());
        f.write_str(&told.collect::<Vec<_>>().join(", "))
    }
}

/// What was searched for, and in which manner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What was typed.
    pub typed: String,
    /// How it was taken.
    pub manner: Manner,
}

/// A pattern without its classes, whose capitals are no letters to be matched: `\W`, `\p{Greek}`.
fn without_escapes(pattern: &str) -> String {
    let mut kept = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            kept.push(c);
        } else if let Some('p' | 'P') = chars.next()
            && let Some('{') = chars.next()
        {
            chars.find(|&c| c == '}');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, is_regex: bool, expected: Case) {
        let manner = Manner {
            is_regex,
            ..Manner::default()
        };
        assert_eq!(manner.case(typed), expected, "{typed}");
    }

    #[test]
    fn capitals_in_letters_matter_and_in_classes_do_not() {
        check("Ferry", false, Case::Kept);
        check("ferry", false, Case::Ignored);
        check(r"ferry\W", false, Case::Kept);
        check(r"ferry\W\p{Greek}\PL", true, Case::Ignored);
        check(r"\w Ferry", true, Case::Kept);
    }

    #[test]
    fn what_is_not_ordinary_is_told() {
        let manner = Manner {
            is_regex: true,
            is_word: true,
            case: CaseRule::Ignored,
        };
        assert_eq!(manner.to_string(), "regex, words, no case");
        assert_eq!(Manner::default().to_string(), "");
    }
}
