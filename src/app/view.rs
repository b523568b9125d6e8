//! The view: which part of the article is on screen.

use super::sideways::Sideways;
use crate::article::section::SectionId;
use crate::doc::block::BlockId;
use crate::layout::walk::Place;
use crate::text::span::Span;

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// How much of the article can be scrolled to.
    pub extent: Extent,
    /// The section that is shown, or that the top of the screen is in.
    pub section: SectionId,
    /// The top of the screen.
    pub top: Place,
    /// How far wide tables and code are moved sideways.
    pub sideways: Sideways,
    /// The words that were jumped to, until the next movement.
    pub marked: Option<Mark>,
}

impl View {
    /// Where the marked words begin, or else the top of the screen.
    pub fn at(&self) -> u32 {
        self.marked.map_or(self.top.at, |mark| mark.span.start)
    }
}

/// How much of the article can be scrolled to without turning a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// One section.
    #[default]
    Section,
    /// All of it.
    Whole,
}

/// Words that stand out because they were jumped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// The block they begin in.
    pub block: BlockId,
}
