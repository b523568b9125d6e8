//! Items of lists in plain copy: bullets, numbers and letters at the beginning of a line.

use super::ask::is_question;
use crate::text::num;

/// What a line of a list begins with.
pub(super) struct Item<'a> {
    pub(super) sign: Sign<'a>,
    /// Bytes before its words.
    pub(super) indent: u32,
}

/// The sign before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign<'a> {
    Bullet,
    Number(u64),
    /// A letter or a small Roman number, with its brackets.
    Letter(&'a str),
}

const BULLETS: &[&str] = &["- ", "* ", "• ", "– ", "‣ ", "◦ ", "▪ "];

/// Small Roman numbers that are longer than a letter; no list of clauses goes on for longer.
const ROMAN: &[&str] = &["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"];

impl<'a> Item<'a> {
    /// The item that begins with `line`. A numbered question is a heading.
    pub(super) fn of(line: &'a str) -> Option<Self> {
        if let Some(bullet) = BULLETS.iter().find(|bullet| line.starts_with(**bullet)) {
            let words = line.trim_start_matches(|c| bullet.contains(c));
            return Some(Self::new(Sign::Bullet, line, words));
        }
        let (sign, words) = line.split_once(' ')?;
        let sign = number(sign).map(Sign::Number).or_else(|| letter(sign))?;
        (!is_question(line)).then(|| Self::new(sign, line, words.trim_start()))
    }

    fn new(sign: Sign<'a>, line: &str, words: &str) -> Self {
        Self {
            sign,
            indent: num::offset(line.len() - words.len()),
        }
    }
}

/// The number that a line begins with; 0 for none.
pub(super) fn number_before(line: &str) -> u64 {
    let sign = line.split_once(' ').map(|(sign, _)| sign);
    sign.and_then(number).unwrap_or(0)
}

/// The number in `1.`, `1)` or `(1)`.
fn number(sign: &str) -> Option<u64> {
    let bracketed = || sign.strip_prefix('(')?.strip_suffix(')');
    let digits = sign.strip_suffix(['.', ')']).filter(|it| is_number(it));
    digits
        .or_else(|| bracketed().filter(|it| is_number(it)))?
        .parse()
        .ok()
}

fn is_number(digits: &str) -> bool {
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The letter of `a)`, `(a)` or `(iv)`.
fn letter(sign: &str) -> Option<Sign<'_>> {
    let inner = sign.strip_suffix(')')?;
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    let mut chars = inner.chars();
    let is_letter = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
    (is_letter || ROMAN.contains(&inner)).then_some(Sign::Letter(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, sign: Option<Sign<'_>>, words: &str) {
        let item = Item::of(line);
        assert_eq!(item.as_ref().map(|item| item.sign), sign);
        let indent = item.map_or(0, |item| item.indent as usize);
        assert_eq!(crate::text::tail(line, indent), words);
    }

    #[test]
    fn bullets_numbers_and_letters_begin_items() {
        check("-  money", Some(Sign::Bullet), "money");
        check("12. Money.", Some(Sign::Number(12)), "Money.");
        check("(3) money", Some(Sign::Number(3)), "money");
        check("b) money", Some(Sign::Letter("b)")), "money");
        check("(iv) money", Some(Sign::Letter("(iv)")), "money");
    }

    #[test]
    fn years_questions_and_words_do_not() {
        for line in [
            "2031. The end",
            "3. Who pays?",
            "a. money",
            "(so) it is",
            "-",
        ] {
            check(line, None, line);
        }
    }
}
