//! Findings: commitments as stretches of words, before they become spans of the article.

use std::ops::Range;

use super::Firmness;
use super::cue::Family;

/// A commitment in a sentence; all ranges count its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// The whole of it.
    pub(super) words: Range<usize>,
    /// Who binds itself.
    pub(super) actor: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) family: Family,
    pub(super) firmness: Firmness,
}
