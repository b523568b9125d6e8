//! Numbers before headings: `1. `, `2.3 `, `(4) `, `[5] `, `#6 `, `Q7: `.

use crate::text::sentence::ends_asking;

/// The number before a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// How many numbers it consists of: two in `2.3`.
    pub(super) depth: u8,
    /// The last of them.
    pub(super) last: u32,
}

impl Number {
    /// The number that `title` begins with.
    pub(super) fn of(title: &str) -> Option<Self> {
        let (digits, _) = split(title)?;
        let digits = digits.trim_end_matches('.');
        let last = digits.rsplit('.').next()?.parse().ok()?;
        let depth = u8::try_from(digits.split('.').count()).ok()?;
        Some(Self { depth, last })
    }
}

/// The numbers that have gone by: an item among numbered headings is one of them when it has the next number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    last: u32,
}

impl Numbers {
    /// Takes the number of a heading for the last one.
    pub(super) fn pass(&mut self, number: Option<Number>) {
        if let Some(number) = number.filter(|it| it.depth == 1) {
            self.last = number.last;
        }
    }

    /// Whether a number is the next one, which it is the last one then.
    pub(super) fn follow(&mut self, number: Option<Number>) -> bool {
        let is_next = number.is_some_and(|it| it.depth == 1 && it.last == self.last + 1);
        if is_next {
            self.last += 1;
        }
        is_next
    }
}

/// A heading without the number or the letter before it: `1. `, `(a) `.
pub(super) fn unnumbered(title: &str) -> &str {
    let numbered = split(title).map(|(_, words)| words);
    numbered.or_else(|| unlettered(title)).unwrap_or(title)
}

/// A heading without the letter before it, `a) ` or `(a) `. A capital before a question is one too: `A. Who sails?` is no initial.
fn unlettered(title: &str) -> Option<&str> {
    if let Some((capital, words)) = title.split_once([')', '.'])
        && is_capital(capital)
        && words.starts_with(' ')
    {
        return ends_asking(words).then(|| words.trim_start());
    }
    let (letter, words) = title.split_once(") ")?;
    let letter = letter.strip_prefix('(').unwrap_or(letter);
    let is_letter = letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_lowercase());
    is_letter
        .then(|| words.trim_start())
        .filter(|words| !words.is_empty())
}

/// Whether a sign is a capital letter, or a Roman number.
fn is_capital(sign: &str) -> bool {
    const LONGEST: usize = 5;
    let is_roman = || sign.len() <= LONGEST && sign.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    match sign.as_bytes() {
        [] => false,
        [letter] => letter.is_ascii_uppercase(),
        _ => is_roman(),
    }
}

/// The digits before a heading, and the heading.
fn split(title: &str) -> Option<(&str, &str)> {
    let is_sign = title.starts_with('#');
    let rest = title.trim_start_matches(['(', '[', '#']);
    let rest = rest
        .strip_prefix(['Q', 'q'])
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(rest);
    let digits = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
            .len();
    let (number, after) = rest.split_at(digits);
    let words = after.trim_start_matches([')', ']', ':', '.']);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.len() <= 8
        && words.starts_with(char::is_whitespace);
    let is_marked = is_sign || number.contains('.') || words.len() < after.len();
    (is_number && is_marked && !words.trim().is_empty()).then(|| (number, words.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_headings_are_no_part_of_them() {
        for (title, expected) in [
            ("1. What?", "What?"),
            ("(12) What?", "What?"),
            ("1.2 What?", "What?"),
            ("Q3: What?", "What?"),
            ("[12] What?", "What?"),
            ("#4 What?", "What?"),
            ("#what is it?", "#what is it?"),
            ("2025 in review", "2025 in review"),
            ("3 questions", "3 questions"),
            ("Questions", "Questions"),
            ("(a) What?", "What?"),
            ("b) What?", "What?"),
            ("A) What?", "What?"),
            ("B. What?", "What?"),
            ("IV. What?", "What?"),
            ("A. Roe sails", "A. Roe sails"),
            ("(so) What?", "(so) What?"),
        ] {
            assert_eq!(unnumbered(title), expected);
        }
    }

    #[test]
    fn a_number_has_a_depth() {
        let number = |depth, last| Some(Number { depth, last });
        for (title, expected) in [
            ("1. What?", number(1, 1)),
            ("(12) What?", number(1, 12)),
            ("1.2 What?", number(2, 2)),
            ("4.5.10 What?", number(3, 10)),
            ("2031", None),
            ("1..2 What?", number(3, 2)),
            ("What?", None),
        ] {
            assert_eq!(Number::of(title), expected, "{title}");
        }
    }
}
