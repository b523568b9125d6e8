//! Blocks: paragraphs, headings and the like, in reading order, and the frames they stand in.

use crate::text::num;
use crate::text::span::Span;

/// A block of a document. Blocks are only ever appended, so an id never moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockId(pub(super) u32);

impl BlockId {
    /// The block at `index` in reading order.
    pub fn new(index: usize) -> Self {
        Self(num::offset(index))
    }

    /// Its place in reading order.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The block after it, which may not exist.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The block before it.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

/// One block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All of it in the reading text, markup included, without the line break after it.
    pub span: Span,
    /// The list item, quote or footnote it stands in.
    pub frame: FrameId,
    /// The first of its runs, counted in its part; they end where those of the next block begin.
    pub(super) first_run: u32,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title of the article.
    Title,
    /// Author and date as they stand above the text, and what else is set around it for those who print it.
    Byline,
    /// A heading, 1 to 6.
    Heading(u8),
    /// A paragraph, also the words of a list item.
    Paragraph,
    /// A term that a list defines, or the summary of something folded away; what belongs to it follows.
    Term,
    /// A line that leads to another article (“Also Read: …”); no part of the text.
    CrossLink,
    /// Text whose lines are kept.
    Code,
    /// A line that a program has printed for a terminal.
    Output,
    /// One row of a table.
    Row(TableId, RowKind),
    /// A break between parts, drawn as a rule.
    Rule,
}

impl BlockKind {
    /// Whether readers count it as a paragraph.
    pub fn is_paragraph(self) -> bool {
        matches!(
            self,
            Self::Paragraph | Self::Term | Self::Code | Self::Output | Self::Row(_, RowKind::Body)
        )
    }
}

/// Head or body of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// The row that names the columns.
    Head,
    /// Any other.
    Body,
}

/// A table of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableId(pub(super) u32);

/// What the rows of a table share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its head row.
    pub first: BlockId,
    /// How many rows it has, the head included.
    pub rows: usize,
    /// How each column is set.
    pub columns: Box<[Align]>,
}

/// How the cells of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// As suits them: numbers ragged left, all else ragged right.
    Unset,
    /// Ragged right.
    Left,
    /// Ragged both.
    Centre,
    /// Ragged left.
    Right,
}

/// A frame of the document: what a block stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FrameId(pub(super) u32);

impl FrameId {
    /// The page itself.
    pub const PAGE: Self = Self(0);
}

/// A frame and the frame around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The frame around it; the page is its own.
    pub outer: FrameId,
    /// What it is.
    pub kind: FrameKind,
    /// The block it begins with, where its marker is drawn.
    pub first: BlockId,
}

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// A block quotation.
    Quote,
    /// An item of a list.
    Item(ListId, Marker),
    /// The text of a footnote, under its label.
    Note(super::run::TextId),
}

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// A number.
    Number(u64),
    /// A letter or a small Roman number, with its brackets.
    Letter(super::run::TextId),
    /// A task, done or not.
    Task(bool),
}

/// The number of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ListId(pub(super) u32);

/// A list of the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// How its items follow each other.
    pub spacing: Spacing,
    /// The largest number of an item; 0 where they have none.
    pub last: u64,
}

/// How the items of a list follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spacing {
    /// Line upon line.
    #[default]
    Tight,
    /// With a blank line between.
    Loose,
}
