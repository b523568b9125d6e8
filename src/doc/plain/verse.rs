//! Verse in plain copy: short lines under each other between blank ones, as poems, addresses and signatures have them. Their breaks are kept.

use super::ask;
use super::item::Item;
use super::line::Line;
use super::{is_done, mark};
use crate::doc::cross_link::is_cross_link;
use crate::text::label::Label;

/// What stands above a signature.
const SIGNATURE: &str = "--";

/// Fewest lines: two may be a heading and what it heads.
const FEWEST: usize = 3;

/// Most lines.
const MOST: usize = 100;

/// The longest line, in characters.
pub(super) const LONGEST: u32 = 60;

/// For each of `lines` that is no gap how many lines of verse begin with it. Those above the first blank line may be a title with its author, or
/// go on from elsewhere.
pub(super) fn verses(text: &str, lines: &[Line], is_gap: impl Fn(&Line) -> bool) -> Vec<usize> {
    let mut verses = Vec::new();
    let is_border = |line: &Line| line.is_blank() && line.depth == 0;
    for (at, group) in lines.split(is_border).enumerate() {
        let first = verses.len();
        verses.extend(group.iter().filter(|line| !is_gap(line)).map(|_| 0));
        let has_gap = verses.len() < first + group.len();
        if at > 0 && !has_gap && is_verse(text, group) {
            verses[first] = group.len();
        }
    }
    verses
}

/// Whether the lines between two blank ones are verse: short, and few of them end as a sentence does; half of them where another ends with a
/// comma, as headings do not. Whatever has another shape is none.
pub(super) fn is_verse(text: &str, lines: &[Line]) -> bool {
    let is_plain = |line: &Line| {
        let words = line.words(text);
        line.length <= LONGEST
            && line.depth == lines[0].depth
            && (words.contains(char::is_alphabetic) || words == SIGNATURE)
            && !ask::is_question(words)
            && !is_cross_link(words)
            && Item::of(words).is_none()
            && Label::of(words).or_else(|| Label::alone(words)).is_none()
    };
    let is_marked = |at: usize| mark::of(text, lines.get(at..).unwrap_or_default()).is_some();
    let done = lines
        .iter()
        .filter(|line| is_done(line.words(text)))
        .count();
    let has_comma = || {
        lines
            .iter()
            .any(|line| line.words(text).ends_with([',', ';']))
    };
    (FEWEST..=MOST).contains(&lines.len())
        && (2 * done < lines.len() || 2 * done == lines.len() && has_comma())
        && lines.iter().all(is_plain)
        && !(0..lines.len()).any(is_marked)
}
