//! Queries: what is looked for, and how much of the text is taken at once to find it.

mod pattern;

use std::iter;
use std::ops::Range;

use super::fragment::Fragment;
use super::manner::Manner;
use crate::text::fold::{Case, Folded};
use crate::text::num;
use pattern::Pattern;

/// Text that is folded at once, in bytes.
pub(super) const WINDOW: u32 = 64 * 1024;

/// The same for regular expressions, and what a match can take at the most. Each look for a match is linear in this, but all the
/// matches of a hostile pattern together are not.
const REGEX_WINDOW: u32 = 4 * 1024;

/// Matches of a regular expression that are looked for at once, for the same reason.
pub(super) const REGEX_MATCHES: usize = 256;

/// How many times more a byte costs with a regular expression.
const REGEX_COST: usize = 4;

/// What a match of one costs besides: most take less, those of a hostile pattern more.
const MATCH_COST: usize = 512;

/// White space in a match that is allowed for, in bytes, on top of its words.
const LOOSE: usize = 4096;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Query {
    pub(super) case: Case,
    pattern: Pattern,
    /// What every match holds as it stands in raw text; `None` where that cannot be told.
    pub(super) fragment: Option<Fragment>,
    /// Bytes of the original that are taken at once, not counting those of a match that begins in them.
    pub(super) window: u32,
    /// Bytes of the original that a match can take at the most, so that none is missed between two windows.
    pub(super) reach: u32,
}

/// Why what was typed cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is nothing that can be seen.
    Nothing,
    /// It is no pattern, and why.
    Wrong(String),
}

impl Query {
    /// The query for what was typed. Unless the manner says otherwise, a capital in it means that case matters.
    pub fn new(typed: &str, manner: Manner) -> Result<Self, Unusable> {
        let case = manner.case(typed);
        let needle = Folded::new(typed, case);
        let needle = needle.as_str();
        if needle.is_empty() || needle == " " && !manner.is_regex {
            return Err(Unusable::Nothing);
        }
        Ok(if manner.is_regex {
            Self {
                case,
                pattern: Pattern::regex(typed, manner, case).map_err(Unusable::Wrong)?,
                fragment: None,
                window: REGEX_WINDOW,
                reach: REGEX_WINDOW,
            }
        } else {
            Self {
                case,
                pattern: Pattern::words(needle, manner.is_word),
                fragment: Fragment::of(needle, case),
                window: WINDOW,
                reach: num::offset(LOOSE + 8 * needle.len()),
            }
        })
    }

    /// The matches in folded text from `at` on, which may be empty; as many as are looked for at once.
    pub(super) fn matches(&self, folded: &str, at: usize) -> impl Iterator<Item = Range<usize>> {
        let mut from = at;
        let next = move || {
            let found = self.pattern.find(folded, from)?;
            let behind = found.end + usize::from(found.is_empty());
            from = folded.ceil_char_boundary(behind).max(behind); // behind the end there is no match
            Some(found)
        };
        iter::from_fn(next).take(self.most())
    }

    /// How many matches are looked for at once.
    pub(super) fn most(&self) -> usize {
        match self.pattern {
            Pattern::Words { .. } => usize::MAX,
            Pattern::Regex(_) => REGEX_MATCHES,
        }
    }

    /// What a window of so many bytes with so many matches costs, in bytes of text that is folded and searched for words.
    pub(super) fn cost(&self, bytes: usize, matches: usize) -> usize {
        match self.pattern {
            Pattern::Words { .. } => bytes,
            Pattern::Regex(_) => bytes * REGEX_COST + matches * MATCH_COST,
        }
    }
}
