//! The wording: how the first words between quotation marks are spelt, which tells titles.

use crate::text::{cut, word};

/// Most words of a title, and one more.
pub(super) const SAMPLE: usize = 12;

/// Most words that are few.
pub(super) const FEW: usize = 3;

/// How the first words between marks are spelt.
#[derive(Default)]
pub(super) struct Wording {
    /// How many there are. It is exact up to [`FEW`], and of titles up to [`SAMPLE`].
    pub(super) count: usize,
    /// The first one begins with a small letter.
    pub(super) starts_small: bool,
    has_capital: bool,
    /// One has a small letter that would have a capital in a title.
    has_small: bool,
}

impl Wording {
    /// Reads no more words than it takes to tell.
    pub(super) fn of(text: &str) -> Self {
        let mut wording = Self::default();
        for word in word::words(text).take(SAMPLE).map(|range| cut(text, range)) {
            let is_small = word.starts_with(char::is_lowercase);
            wording.starts_small |= wording.count == 0 && is_small;
            wording.has_capital |= word.starts_with(char::is_uppercase);
            wording.has_small |= is_small && !IN_TITLES.contains(&word);
            wording.count += 1;
            if wording.has_small && wording.count > FEW {
                break;
            }
        }
        wording
    }

    /// Whether every word that could has a capital.
    pub(super) fn is_titled(&self) -> bool {
        self.has_capital && !self.has_small && !self.starts_small
    }
}

/// Words that have no capital in titles either.
const IN_TITLES: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
    "the", "to", "vs", "with",
];
