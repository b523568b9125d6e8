//! How the lines of plain copy are wrapped.
//!
//! A line that was broken by hand ends in the middle of a sentence, and the next one goes on with a small letter or, under a bullet,
//! further to the right; or it is long and ends with a small word or a comma, and a name or a number goes on below, no longer than
//! the line itself could be. Such lines end near one width. Where lines are paragraphs, nearly all of them end like sentences, or
//! their lengths have nothing in common.

use super::begins_small;
use super::header::Header;
use super::item::Item;
use super::line::{Line, lines};
use super::small::ends_small;
use super::verse;
use crate::text::num;

/// Lines wrapped by hand are never longer, in characters.
const WIDEST: u32 = 120;

/// Lines that are shorter, in characters, tell nothing of the width.
const NARROWEST: u32 = 30;

/// Lines of verse may end with a small word; they are seldom longer, in characters.
const VERSE: u32 = 40;

/// Slack that every text has: tools that wrap count bytes, and a typographic mark has three.
const BYTES: u32 = 2;

/// How the lines of a text are wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::doc) enum Wrap {
    /// By hand.
    ByHand(Margin),
    /// Not at all: each line is a paragraph.
    None,
}

/// Where the lines of a text end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::doc) struct Margin {
    /// The length of the longest wrapped line, in characters.
    width: u32,
    /// By how much the first word of the next line would have missed that width, nearly always.
    slack: u32,
    /// Whether items go on further to the right than they begin.
    hangs: bool,
}

/// Two lines of which the second goes on where the first was broken.
#[derive(Clone, Copy)]
struct Break {
    /// Characters of the first.
    length: u32,
    /// Characters that it would have had with one more word.
    needed: u32,
    /// Whether the second stands to the right of the bullet of the first.
    hangs: bool,
}

impl Wrap {
    /// How a text that begins with `head` is wrapped.
    pub(in crate::doc) fn of(head: &str) -> Self {
        let lines = lines(head);
        let header = Header::of(head, &lines);
        let lines = header.map_or(lines.as_slice(), |header| header.below);
        let pairs = || {
            lines
                .windows(2)
                .map(|pair| (pair[0], pair[1]))
                .filter(|(line, next)| !line.is_blank() && !next.is_blank())
                .filter(|(_, next)| Item::of(next.words(head)).is_none())
        };
        let breaks: Vec<_> = pairs()
            .filter_map(|(line, next)| Break::between(head, line, next))
            .collect();
        let width = breaks.iter().map(|it| it.length).max().unwrap_or(0);
        let is_full = |it: &&Break| it.hangs || it.is_full(width);
        let full = breaks.iter().filter(is_full).count();
        if full > 0
            && width <= WIDEST
            && full > 2 * (breaks.len() - full)
            && 8 * full >= pairs().count()
        {
            Self::ByHand(Margin::of(&breaks, width))
        } else {
            Self::None
        }
    }
}

impl Break {
    fn between(text: &str, line: Line, next: Line) -> Option<Self> {
        let (words, after) = (line.words(text), next.words(text));
        let is_open = ends_small(words) && line.length > VERSE
            || words.ends_with(',') && line.length > verse::LONGEST;
        let goes_on = begins_small(after)
            || is_caseless(after) && is_prose(words)
            || is_open && next.length <= needed(text, line, next);
        let is_broken = !ends_like_paragraph(words) && goes_on;
        is_broken.then(|| Self {
            length: line.length,
            needed: needed(text, line, next),
            hangs: next.indent > line.indent && Item::of(words).is_some(),
        })
    }

    fn is_full(self, width: u32) -> bool {
        self.length >= NARROWEST && 4 * self.length >= 3 * width
    }
}

impl Margin {
    /// The margin of these breaks. One in twenty may be out of the ordinary: an item set narrower, a word that was moved later.
    fn of(breaks: &[Break], width: u32) -> Self {
        let mut gaps: Vec<_> = breaks
            .iter()
            .map(|it| (width + 1).saturating_sub(it.needed))
            .collect();
        gaps.sort_unstable();
        let slack = gaps.get(gaps.len().saturating_sub(1) * 19 / 20);
        Self {
            width,
            slack: slack.copied().unwrap_or(0).max(BYTES),
            hangs: breaks.iter().any(|it| it.hangs),
        }
    }

    /// Whether the first word of `next` would not have fitted behind `line`.
    pub(super) fn is_filled(self, text: &str, line: Line, next: Line) -> bool {
        line.length <= WIDEST && needed(text, line, next) + self.slack > self.width
    }

    /// Whether a line is so short that nobody would have broken it there.
    pub(super) fn is_stub(self, line: Line) -> bool {
        3 * line.length < 2 * self.width
    }

    /// Whether items go on further to the right than they begin.
    pub(super) fn hangs(self) -> bool {
        self.hangs
    }
}

/// Characters of `line` with the first word of `next` behind it.
fn needed(text: &str, line: Line, next: Line) -> u32 {
    let word = next.words(text).split_whitespace().next();
    line.length + 1 + num::offset(word.unwrap_or_default().chars().count())
}

/// Whether a line ends where a paragraph can end; in a list without bullets that may be a semicolon.
fn ends_like_paragraph(line: &str) -> bool {
    super::is_done(line) || line.ends_with(';')
}

/// Whether a line begins with a letter of a script that has no capitals.
fn is_caseless(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
}

/// Whether a line has several words.
fn is_prose(line: &str) -> bool {
    line.split_whitespace().nth(5).is_some()
}
