//! Fragments: where in the raw text a match could be.
//!
//! In most blocks the words stand in the source as they are shown, in one piece. There, a match of `the Sea’s edge` can only be where
//! some spelling of its longest plain word is: that is looked for in the raw text, many times faster than text is folded. A block with a
//! candidate, and every block whose words do not stand there as they are shown, is then searched in earnest.

use memchr::memchr2;

use crate::text::fold::Case;

/// A word of ASCII letters and digits that every match holds.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    word: Box<[u8]>,
    case: Case,
    /// The place in it of the letter that is looked for.
    rarest: usize,
}

/// Letters from the rarest to the most frequent in English texts, where digits and the rest count as rare.
/// After the counts of Lewand, “Cryptological Mathematics”, 2000.
const FREQUENCY: &[u8] = b"zqxjkvbpygfwmucldrhsnioate";

impl Fragment {
    /// The longest fragment of a folded needle; `None` when it has none.
    pub(super) fn of(needle: &str, case: Case) -> Option<Self> {
        let words = needle.split(|c: char| !c.is_ascii_alphanumeric());
        let word = words.max_by_key(|word| word.len())?.as_bytes();
        let frequency = |&at: &usize| {
            let rank = FREQUENCY
                .iter()
                .position(|letter| word.get(at).map(u8::to_ascii_lowercase) == Some(*letter));
            rank.map_or(0, |rank| rank + 1)
        };
        let rarest = (0..word.len()).min_by_key(frequency)?;
        Some(Self {
            word: word.into(),
            case,
            rarest,
        })
    }

    /// The first place of the fragment in `text`.
    pub(super) fn find(&self, text: &[u8]) -> Option<usize> {
        let letter = *self.word.get(self.rarest)?;
        let other = match self.case {
            Case::Kept => letter,
            Case::Ignored => letter.to_ascii_uppercase(),
        };
        let mut from = self.rarest;
        loop {
            let at = from + memchr2(letter, other, text.get(from..)?)?;
            let start = at - self.rarest;
            if self.is(text.get(start..start + self.word.len())?) {
                return Some(start);
            }
            from = at + 1;
        }
    }

    fn is(&self, candidate: &[u8]) -> bool {
        match self.case {
            Case::Kept => *candidate == *self.word,
            Case::Ignored => candidate.eq_ignore_ascii_case(&self.word),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(needle: &str, case: Case, text: &str, expected: Option<usize>) {
        let found = Fragment::of(needle, case).and_then(|fragment| fragment.find(text.as_bytes()));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_longest_word_is_looked_for() {
        check("the sea's edge", Case::Ignored, "At the EDGE of", Some(7));
        check("Edge", Case::Kept, "edge Edge", Some(5));
        check("é’", Case::Ignored, "é’", None);
        check("zzz", Case::Ignored, "zz", None);
        check("ez", Case::Ignored, "z ez", Some(2));
    }

    proptest! {
        #[test]
        fn it_is_found_where_it_first_is(text in "[abAB ]{0,30}", word in "[ab]{1,4}") {
            let fragment = Fragment::of(&word, Case::Ignored).unwrap();
            prop_assert_eq!(fragment.find(text.as_bytes()), text.to_lowercase().find(&word));
        }
    }
}
