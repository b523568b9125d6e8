//! Direct quotes: what stands between quotation marks, and is somebody's words.

use super::section::Outline;
use super::speaker::Attribution;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::span::Span;

/// A direct quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words inside the quotation marks.
    pub span: Span,
    /// The block it begins in.
    pub block: BlockId,
    /// Whole sentences, or a fragment.
    pub extent: Extent,
    /// Who said it; `None` when unknown.
    pub speaker: Option<Attribution>,
    /// The words that say that it was said.
    pub cue: Option<Span>,
    /// Whether it goes on with the quote before it, which the writer interrupted.
    pub continues: bool,
    /// The index of the first quote with the same words by the same speaker.
    pub same_as: Option<usize>,
}

/// How much of what was said is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Whole sentences.
    Full,
    /// A fragment worked into the writer's sentence.
    Partial,
}

/// The quotes of an article in reading order.
pub fn quotes(_document: &Document, _outline: &Outline) -> Vec<Quote> {
    Vec::new()
}
