//! Text folded for matching: what a reader types finds what a reader sees.
//!
//! Case, accents, curly and straight quotation marks, dashes, kinds of space, ligatures, fractions, ß, soft hyphens and other invisible
//! characters make no difference; a run of white space counts as one space. A map leads back to the text.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Whether capitals match small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// `Kyiv` matches `kyiv`.
    Ignored,
    /// It does not.
    Kept,
}

impl Case {
    /// Smart case: a capital in what was typed means that capitals matter.
    pub fn of(typed: &str) -> Self {
        if typed.chars().any(char::is_uppercase) {
            Self::Kept
        } else {
            Self::Ignored
        }
    }
}

/// A folded text that knows where each of its parts came from.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// Where the distance between the two texts changes: (byte in the folded text, byte in the original).
    steps: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds `original`. Linear; plain ASCII is copied.
    pub fn new(original: &str, case: Case) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            steps: Vec::new(),
        };
        let mut at = 0;
        while let Some(c) = super::tail(original, at).chars().next() {
            let plain = plain_length(original, at);
            if plain > 0 && !(c == ' ' && folded.text.ends_with(' ')) {
                folded.push_plain(at, super::cut(original, at..at + plain), case);
                at += plain;
            } else {
                let (start, steps) = (folded.text.len(), folded.steps.len());
                fold_char(c, case, |c| folded.push(at, c));
                // Where further parts of a character have a step back to it, its first part needs one too.
                if folded.steps.get(steps).is_some_and(|step| step.0 > start) {
                    folded.steps.insert(steps, (start, at));
                }
                at += c.len_utf8();
            }
        }
        folded.steps.push((folded.text.len(), original.len()));
        folded
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The range of `original` that folded to `range`; a character that folded to several counts whole.
    pub fn original(&self, original: &str, range: Range<usize>) -> Range<usize> {
        let Some(last) = range.end.checked_sub(1) else {
            return 0..0;
        };
        let end = original.ceil_char_boundary(self.origin(last) + 1);
        original.floor_char_boundary(self.origin(range.start))..end
    }

    /// The byte of the folded text for a byte of the original.
    pub fn offset(&self, original: usize) -> usize {
        let next = self.steps.partition_point(|&(_, step)| step <= original);
        let (folded, step) = next
            .checked_sub(1)
            .and_then(|at| self.steps.get(at))
            .copied()
            .unwrap_or_default();
        let limit = self.steps.get(next).map_or(self.text.len(), |it| it.0);
        let offset = (folded + (original - step)).min(limit);
        self.text.ceil_char_boundary(offset)
    }

    /// Adds what stays as it is but for case.
    fn push_plain(&mut self, at: usize, words: &str, case: Case) {
        self.step(at);
        let start = self.text.len();
        self.text.push_str(words);
        if let (Case::Ignored, Some(added)) = (case, self.text.get_mut(start..)) {
            added.make_ascii_lowercase();
        }
    }

    fn push(&mut self, at: usize, c: char) {
        if c == ' ' && self.text.ends_with(' ') {
            return;
        }
        self.step(at);
        self.text.push(c);
    }

    /// Remembers that what comes next stands at `at`, unless that is to be expected.
    fn step(&mut self, at: usize) {
        let expected = self
            .steps
            .last()
            .map(|&(folded, original)| original + (self.text.len() - folded));
        if expected != Some(at) {
            self.steps.push((self.text.len(), at));
        }
    }

    /// The byte of the original behind a byte of the folded text.
    fn origin(&self, folded: usize) -> usize {
        let next = self.steps.partition_point(|&(step, _)| step <= folded);
        let (step, original) = next
            .checked_sub(1)
            .and_then(|at| self.steps.get(at))
            .copied()
            .unwrap_or_default();
        // A folded character can be longer than its original: stay before the next one.
        let limit = self
            .steps
            .get(next)
            .map_or(usize::MAX, |&(_, original)| original.saturating_sub(1));
        (original + (folded - step)).min(limit.max(original))
    }
}

/// How many bytes from `at` on are printable ASCII, up to a second space.
fn plain_length(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    let mut before = b'\0';
    let is_over = |&byte: &u8| {
        let is_second = byte == b' ' && before == b' ';
        before = byte;
        is_second || !(b' '..=b'~').contains(&byte)
    };
    bytes.iter().position(is_over).unwrap_or(bytes.len())
}

/// Hands the folded form of `c` to `emit`: nothing, one character or several.
fn fold_char(c: char, case: Case, mut emit: impl FnMut(char)) {
    if is_ignorable(c) {
        return;
    }
    if let Some(letters) = spelled_out(c) {
        let emitted = letters.chars().map(|letter| match case {
            Case::Kept => letter,
            Case::Ignored => letter.to_ascii_lowercase(),
        });
        return emitted.for_each(emit);
    }
    // The look-alikes first: compatibility turns some of them (´) into a space and a mark.
    decompose_compatible(look_alike(c), |part| match case {
        _ if is_combining_mark(part) || is_ignorable(part) => {}
        Case::Kept => emit(look_alike(part)),
        Case::Ignored => {
            let small = part
                .to_lowercase()
                .filter(|&small| !is_combining_mark(small));
            small.for_each(|small| emit(look_alike(small)));
        }
    });
}

/// The letters that are typed for one that keyboards have not.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ẞ' => "SS",
        _ => return None,
    })
}

/// The character that keyboards have for one that they have not.
fn look_alike(c: char) -> char {
    match c {
        '’' | '‘' | '‛' | 'ʼ' | '′' | '´' | '`' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '⁄' => '/',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        'Ø' => 'O',
        'Ł' => 'L',
        'Đ' => 'D',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// Characters that a reader cannot see and so cannot type.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
        || c.is_control() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(original: &str, folded: &str) {
        assert_eq!(
            Folded::new(original, Case::Ignored).as_str(),
            folded,
            "{original:?}"
        );
    }

    #[test]
    fn what_looks_alike_folds_alike() {
        check("Don’t", "don't");
        check("Café Ärger ŁÓDŹ", "cafe arger lodz");
        check("“a — b…”", "\"a - b...\"");
        check("a \t\n b\u{a0}c", "a b c");
        check("pay\u{200b}pal co\u{ad}op", "paypal coop");
        check("ﬁnal №", "final no");
        check("Straße GROẞ ½", "strasse gross 1/2");
    }

    #[test]
    fn ranges_lead_back_to_whole_characters() {
        let original = "Où est l’Élysée  ici?";
        let folded = Folded::new(original, Case::Ignored);
        let at = folded.as_str().find("l'elysee i").unwrap();
        assert_eq!(
            crate::text::cut(original, folded.original(original, at..at + 10)),
            "l’Élysée  i"
        );
    }

    #[test]
    fn case_is_kept_on_demand() {
        assert_eq!(Case::of("kyiv"), Case::Ignored);
        assert_eq!(Case::of("Kyiv"), Case::Kept);
        assert_eq!(Folded::new("Été", Case::Kept).as_str(), "Ete");
    }

    #[test]
    fn a_byte_is_found_in_the_folded_text() {
        let original = "Où est  l’É\u{ad}lysée";
        let folded = Folded::new(original, Case::Ignored);
        for words in ["est", "l’", "lysée"] {
            let at = folded.offset(original.find(words).unwrap());
            let rest = crate::text::tail(folded.as_str(), at);
            let expected = Folded::new(words, Case::Ignored);
            assert!(rest.starts_with(expected.as_str()), "{words}");
        }
        assert_eq!(folded.offset(original.len()), folded.as_str().len());
    }

    proptest! {
        #[test]
        fn every_range_leads_back_inside_the_text(original in any::<String>(), a in 0usize..64, b in 0usize..64) {
            let folded = Folded::new(&original, Case::Ignored);
            let clamp = |at: usize| folded.as_str().floor_char_boundary(at.min(folded.as_str().len()));
            let (from, to) = (clamp(a.min(b)), clamp(a.max(b)));
            if from < to {
                let back = folded.original(&original, from..to);
                prop_assert!(original.get(back.clone()).is_some(), "{back:?} of {original:?}");
                prop_assert!(back.start < back.end);
            }
        }

        #[test]
        fn folding_twice_changes_nothing(original in any::<String>()) {
            let once = Folded::new(&original, Case::Ignored).text;
            prop_assert_eq!(Folded::new(&once, Case::Ignored).text, once);
        }
    }
}
