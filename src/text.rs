//! Layer 0: bytes and positions.
//!
//! What a stretch of text is made of (clusters, words, sentences), how wide it is in cells, and how it compares for a
//! search. Knows no Markdown and no screen.

pub mod charset;
pub mod cluster;
pub mod contents;
pub mod date;
pub mod diff;
pub mod fold;
pub mod formula;
pub mod fuzzy;
pub mod label;
pub mod language;
pub mod line;
pub mod num;
pub mod order;
pub mod percent;
pub mod quotation;
pub mod script;
pub mod sentence;
pub mod span;
pub mod tone;
pub mod word;

use std::ops::Range;

/// The part of `text` in `range`; empty when the range leaves the text or cuts a character.
///
/// ```
/// assert_eq!(sidenote::text::cut("día", 0..2), "");
/// assert_eq!(sidenote::text::cut("día", 0..3), "dí");
/// ```
pub fn cut(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

/// The text up to `at`, exclusive; `at` is moved back to a character boundary.
pub fn head(text: &str, at: usize) -> &str {
    text.get(..text.floor_char_boundary(at)).unwrap_or_default()
}

/// The text from `at`; `at` is moved back to a character boundary.
pub fn tail(text: &str, at: usize) -> &str {
    text.get(text.floor_char_boundary(at)..).unwrap_or_default()
}
