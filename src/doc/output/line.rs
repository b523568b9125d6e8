//! What a line is, by itself and beside others.

use super::beginning::{begins_set, behind_clock};
use super::words::{Words, is_mark, is_number, is_odd};
use crate::doc::columns::Gaps;
use crate::text::label::Label;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Blank,
    /// Its end means something.
    Set,
    /// It goes on in the next.
    Prose,
    Doubtful,
}

pub(super) fn classify(lines: &[&str]) -> Vec<Line> {
    let gaps: Vec<_> = lines.iter().map(|line| Gaps::of(line)).collect();
    let alone: Vec<_> = lines.iter().map(|line| Line::alone(line.trim())).collect();
    let pair = |at: usize| {
        let (one, other) = (lines.get(at)?, lines.get(at + 1)?);
        let is_prose = alone[at] == Line::Prose && alone[at + 1] == Line::Prose;
        let is_pair = gaps[at].are_aligned(&gaps[at + 1], is_prose)
            || have_key_ends(one, other)
            || begin_alike(one, other);
        Some(is_pair)
    };
    let pairs: Vec<_> = (0..lines.len()).map_while(pair).collect();
    let is_aligned =
        |at: usize| pairs.get(at) == Some(&true) || at > 0 && pairs.get(at - 1) == Some(&true);
    let line = |(at, &line): (usize, &Line)| if is_aligned(at) { Line::Set } else { line };
    alone.iter().enumerate().map(line).collect()
}

/// Whether the keys before the colons of two lines end in one column, though they do not begin in one.
fn have_key_ends(one: &str, other: &str) -> bool {
    let key = |line: &str| {
        let words = line.trim_start();
        let key = words.split_once(": ").map(|(key, _)| key)?;
        let indent = line.len() - words.len();
        (!key.is_empty()).then_some((indent, indent + key.chars().count()))
    };
    let keys = key(one).zip(key(other));
    keys.is_some_and(|(one, other)| one.0 != other.0 && one.1 == other.1)
}

/// Whether two lines begin with the same word, and it is none.
fn begin_alike(one: &str, other: &str) -> bool {
    let first = one.split_whitespace().next().unwrap_or_default();
    let core = first.trim_matches(is_mark);
    is_odd(core) && !is_number(core) && other.split_whitespace().next() == Some(first)
}

impl Line {
    /// What a line is by itself.
    fn alone(line: &str) -> Self {
        if line.is_empty() {
            return Self::Blank;
        }
        if let Some(behind) = behind_clock(line) {
            return match Self::alone(behind) {
                Self::Prose => Self::Doubtful,
                _ if Label::of(behind).is_some() => Self::Doubtful,
                _ => Self::Set,
            };
        }
        let words = Words::of(line);
        let all = words.plain + words.numbers + words.odd;
        let ends_as_code = line.ends_with(['{', '}', ';', '\\', '(', '=', '[', '|']);
        let is_odd = match all {
            0 => false,
            1..3 => 2 * words.odd >= all,
            _ => 3 * words.odd >= all,
        };
        if begins_set(line)
            || is_drawn(line)
            || all > 0 && (ends_as_code || is_odd || words.plain == 0)
        {
            return Self::Set;
        }
        let is_long = words.plain >= 5 && 8 * words.odd <= all && 4 * words.numbers <= all;
        let ends_sentence = line.ends_with(['.', '?', '!', ':', '”', '"', '。', '？']);
        let is_sentence = words.plain >= 3 && words.odd == 0 && ends_sentence;
        // Scripts without spaces have few words in a line, and many letters.
        let is_written = line
            .chars()
            .filter(|c| !c.is_ascii() && c.is_alphabetic())
            .nth(14)
            .is_some();
        if !line.starts_with('#') && (is_long || is_sentence || is_written) {
            Self::Prose
        } else {
            Self::Doubtful
        }
    }
}

/// Whether a line is drawn: corners and strokes, or what points up at the line above.
fn is_drawn(line: &str) -> bool {
    let is_box = |c: char| ('\u{2500}'..='\u{257F}').contains(&c);
    let is_pointer = |c: char| matches!(c, '^' | '~' | ' ' | '|');
    line.starts_with(is_box)
        || line.contains("-+-")
        || line.starts_with("+-")
        || line.contains('^') && line.chars().all(is_pointer)
}
