//! Words that are typed to find what has all of them.

use crate::text::fold::{Case, Folded};

/// What was typed, word by word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    typed: String,
    /// Each of them, folded.
    folded: Vec<String>,
    /// Whether capitals matter, which they do where one is typed.
    case: Case,
}

impl Words {
    /// The words of what was typed; none where that is nothing.
    pub fn new(typed: &str) -> Option<Self> {
        let case = Case::of(typed);
        let fold = |word| Folded::new(word, case).as_str().to_owned();
        let folded: Vec<_> = typed.split_whitespace().map(fold).collect();
        let is_empty = folded.iter().all(String::is_empty);
        (!is_empty).then(|| Self {
            typed: typed.trim().to_owned(),
            folded,
            case,
        })
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether all of them stand in a text, in whatever order.
    pub fn are_in(&self, text: &str) -> bool {
        let text = Folded::new(text, self.case);
        let has = |word: &String| text.as_str().contains(word.as_str());
        self.folded.iter().all(has)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, text: &str, expected: bool) {
        let words = Words::new(typed);
        assert_eq!(words.is_none_or(|it| it.are_in(text)), expected, "{typed}");
    }

    #[test]
    fn all_words_must_be_there_in_whatever_order() {
        let text = "“We don’t sail,” José Lee · said · full quote";
        check("", text, true);
        check("  ", text, true);
        check("sail", text, true);
        check("jose don't", text, true);
        check("Jose", text, true);
        check("Sail", text, false);
        check("sail mend", text, false);
    }
}
