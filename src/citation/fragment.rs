//! Text fragments: the end of an address that names words of the page, so that a browser goes there and marks them
//! (<https://wicg.github.io/scroll-to-text-fragment/>).
//!
//! Browsers look for whole words as the page shows them. So a fragment begins and ends with words; what is long, runs over several
//! blocks or has a footnote's mark in it is named by its first and its last words; and what is very short, by what stands before it too.

use std::fmt::Write;
use std::ops::Range;

use super::excerpt::{Excerpt, LEFT_OUT};
use crate::text::{cut, head, word};

/// The longest words that are named whole, in characters.
const WHOLE: usize = 300;

/// Words that name the beginning, and the end, of what is longer.
const NAMED: usize = 5;

/// Fewer words than these may well stand elsewhere too.
const FEW: usize = 4;

/// Words before those.
const BEFORE: usize = 3;

/// The directive that names the words: `text=first%20words,last%20words`. None where there are no words.
pub(super) fn of(excerpt: &Excerpt) -> Option<String> {
    let passages = excerpt.passages().iter();
    let blocks = passages.flat_map(|it| it.words().split('\t')); // cells are blocks of the page
    let blocks: Vec<_> = blocks.filter(|it| !it.is_empty()).collect();
    let first = blocks.iter().find(|it| **it != LEFT_OUT)?;
    let last = blocks.last()?;
    let words: Vec<_> = word::words(first).collect();
    let all = cut(first, words.first()?.start..words.last()?.end);
    let is_whole = blocks.len() == 1 && !excerpt.has_notes && all.chars().count() <= WHOLE;
    if is_whole || blocks.len() == 1 && words.len() == 1 {
        let prefix = if words.len() < FEW {
            prefix(&excerpt.before, head(first, words.first()?.start))
        } else {
            String::new()
        };
        return Some(format!("text={prefix}{}", encoded(all)));
    }
    let ends: Vec<_> = word::words(last).collect();
    let most = if blocks.len() == 1 {
        NAMED.min(words.len() / 2)
    } else {
        NAMED
    };
    let start = words.get(..most.min(words.len()))?;
    let end = ends.get(ends.len().saturating_sub(most)..)?;
    let start = encoded(spanned(first, start)?);
    let end = encoded(spanned(last, end)?);
    Some(format!("text={start},{end}"))
}

/// The text from the first of some words to the last.
fn spanned<'a>(text: &'a str, words: &[Range<usize>]) -> Option<&'a str> {
    Some(cut(text, words.first()?.start..words.last()?.end))
}

/// What stands before the words, up to them, with its dash; nothing where no word does.
fn prefix(before: &str, opening: &str) -> String {
    let words: Vec<_> = word::words(before).collect();
    let Some(first) = words.get(words.len().saturating_sub(BEFORE)) else {
        return String::new();
    };
    let before = crate::text::tail(before, first.start);
    encoded(&super::one_line(&format!("{before}{opening}"))) + "-,"
}

/// Percent-encoded, with the three signs that mean something in a directive.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            encoded.push(byte.into());
        } else {
            let _ = write!(encoded, "%{byte:02X}"); // a string takes everything
        }
    }
    encoded
}
