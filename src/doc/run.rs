//! Runs: the visible text of a block, piece by piece, each tied to the bytes it came from.

use std::num::NonZeroU32;

use bitflags::bitflags;

use crate::text::span::Span;

bitflags! {
    /// How the author marked a run.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Marks: u16 {
        /// Emphasis.
        const EMPHASIS = 1;
        /// Strong emphasis.
        const STRONG = 1 << 1;
        /// Struck out.
        const STRIKE = 1 << 2;
        /// Code within prose.
        const CODE = 1 << 3;
        /// The text that stands for an image.
        const IMAGE = 1 << 4;
        /// The reference to a footnote; no words of the article.
        const NOTE = 1 << 5;
        /// Red, in what a program prints; with others a mixture of light.
        const RED = 1 << 6;
        /// Green.
        const GREEN = 1 << 7;
        /// Blue.
        const BLUE = 1 << 8;
        /// All of these.
        const LIGHT = Self::RED.bits() | Self::GREEN.bits() | Self::BLUE.bits();
    }
}

/// One piece of visible text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The bytes of the reading text that it stands for.
    pub span: Span,
    /// What is seen of them.
    pub shown: Shown,
    /// How it is marked.
    pub marks: Marks,
    /// Where it leads.
    pub link: Option<LinkId>,
}

/// What is seen of the bytes of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The bytes themselves.
    Source,
    /// Other text: an entity resolved, a label made.
    Text(TextId),
    /// A space where the source breaks its line.
    Space,
    /// A line break that the author meant.
    Break,
    /// The border between two cells of a table row.
    CellEnd,
}

/// A link of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LinkId(NonZeroU32);

impl LinkId {
    /// The link with this number. Kept one higher, so that a run without a link needs no room to say so.
    pub(super) fn new(number: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(number))
    }

    /// Its number.
    pub(super) fn number(self) -> u32 {
        self.0.get() - 1
    }
}

/// A text that the document shows but does not contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextId(pub(super) u32);

/// A link: what it covers and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The link with its markup.
    pub span: Span,
    /// Its target as written.
    pub url: Box<str>,
}
