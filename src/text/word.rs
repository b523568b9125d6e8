//! Words: the tokens that detectors and counts read.

use std::ops::Range;

/// The words of `text` as byte ranges, in order.
///
/// A word is a run of letters and digits; an apostrophe, hyphen or full stop between two of them belongs to it
/// (`Kyiv’s`, `long-term`, `3.5`), a comma, colon or dash between two digits (`5,000`, `3:30`, `10–12`), and the last full stop of an
/// initialism (`U.S.`).
#[inline]
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = word_start(text, at)?;
        at = word_end(text, start);
        Some(start..at)
    })
}

/// How many words `text` has.
pub fn count(text: &str) -> usize {
    words(text).count()
}

/// The first letter or digit from `at` on. What is ASCII is told without being decoded.
#[inline]
fn word_start(text: &str, mut at: usize) -> Option<usize> {
    loop {
        let class = class(*text.as_bytes().get(at)?);
        if class == Class::Plain {
            return Some(at);
        }
        if class == Class::Other {
            return any_start(text, at);
        }
        at += 1;
    }
}

#[cold]
fn any_start(text: &str, at: usize) -> Option<usize> {
    Some(at + super::tail(text, at).find(char::is_alphanumeric)?)
}

/// What a byte is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// ASCII that is never within a word.
    Space,
    /// A letter or digit of ASCII.
    Plain,
    /// A mark that can stand within a word.
    Joint,
    /// A part of a character beyond ASCII.
    Other,
}

#[inline]
fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// The class of each byte; to look it up is quicker than to compare.
static CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < u8::MAX {
        classes[byte as usize] = match byte {
            b'\'' | b'-' | b'.' | b',' | b':' => Class::Joint,
            0x80.. => Class::Other,
            _ if byte.is_ascii_alphanumeric() => Class::Plain,
            _ => Class::Space,
        };
        byte += 1;
    }
    classes
};

#[inline]
fn word_end(text: &str, start: usize) -> usize {
    ascii_end(text.as_bytes(), start).unwrap_or_else(|| any_end(text, start))
}

/// The end of a word of ASCII alone, which most are; `None` when something else is in it or touches it.
#[inline]
fn ascii_end(text: &[u8], start: usize) -> Option<usize> {
    let byte = |at: usize| text.get(at).copied().unwrap_or(b' ');
    let mut at = start;
    let mut has_stop = false;
    loop {
        while class(byte(at)) == Class::Plain {
            at += 1;
        }
        let (mark, after) = match class(byte(at)) {
            Class::Plain | Class::Space => return Some(at),
            Class::Other => return None,
            Class::Joint => (byte(at), byte(at + 1)),
        };
        let is_inner = match mark {
            b',' | b':' => byte(at - 1).is_ascii_digit() && after.is_ascii_digit(),
            _ if after.is_ascii() => after.is_ascii_alphanumeric(),
            _ => return None,
        };
        if !is_inner {
            return (mark != b'.' || !has_stop).then_some(at); // U.S.
        }
        has_stop |= mark == b'.';
        at += 1;
    }
}

#[cold]
fn any_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut before = '\0';
    let mut chars = super::tail(text, start).char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or('\0', |&(_, next)| next);
        let is_number = before.is_ascii_digit() && after.is_ascii_digit();
        if c.is_alphanumeric() || is_mark(c) {
            end = start + at + c.len_utf8();
        } else if !(is_inner(c) && after.is_alphanumeric() || is_within_number(c) && is_number) {
            break;
        }
        before = c;
    }
    if super::tail(text, end).starts_with('.') && is_initialism(super::cut(text, start..end)) {
        end + 1
    } else {
        end
    }
}

fn is_inner(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‑' | '.' | '\u{AD}')
}

fn is_within_number(c: char) -> bool {
    matches!(c, ',' | ':' | '–')
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// Letters one by one between full stops: `U.S`, `e.g`, `J`.
fn is_initialism(word: &str) -> bool {
    word.split('.')
        .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
        && word.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = words(text)
            .map(|range| crate::text::cut(text, range))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn inner_marks_belong_to_the_word() {
        check("Kyiv’s long-term plan.", &["Kyiv’s", "long-term", "plan"]);
        check("the U.S. and 3.5 %", &["the", "U.S.", "and", "3.5"]);
        check("‘don’t’ – rock 'n' roll", &["don’t", "rock", "n", "roll"]);
        check("", &[]);
    }

    #[test]
    fn words_of_ascii_end_where_any_words_do() {
        for text in [
            "word",
            "word.",
            "word's end",
            "a-b-c",
            "3.5",
            "5,000",
            "3:30",
            "a.b",
            "U.S. x",
            "U.S.",
            "e.g",
            "a,b",
            "x-",
            "o'",
            "naïve",
            "it’s",
            "a.é",
            "1,a",
        ] {
            assert_eq!(word_end(text, 0), any_end(text, 0), "{text}");
        }
    }

    #[test]
    fn letters_of_other_scripts_begin_words_too() {
        check("— été, «Über» 東京.", &["été", "Über", "東京"]);
    }

    #[test]
    fn marks_between_digits_belong_to_the_number() {
        check("5,000 or 10.000,50", &["5,000", "or", "10.000,50"]);
        check("10–12, at 3:30: 4, 5,", &["10–12", "at", "3:30", "4", "5"]);
        check("a,b 5:a", &["a", "b", "5", "a"]);
    }
}
