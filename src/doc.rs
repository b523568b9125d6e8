//! Layer 1: what the text is.
//!
//! Every format yields the same three things: the reading text, its blocks in reading order, and the runs of each block.
//! Reading never fails: what cannot be understood is shown as it stands. The only user of `pulldown_cmark`.
//!
//! ```
//! use sidenote::doc::{Document, format::Format};
//!
//! let document = Document::read("# Title\n\nSome *words*.".to_owned(), Format::Markdown);
//! let words: Vec<_> = document.ids().map(|id| document.prose(id).as_str().to_owned()).collect();
//! assert_eq!(words, ["Title", "Some words."]);
//! ```

pub mod block;
mod builder;
pub mod format;
mod front;
mod furniture;
mod html;
mod markdown;
pub mod meta;
mod plain;
pub mod prose;
pub mod run;

use block::{Block, BlockId, Frame, FrameId, FrameKind, ListId, Spacing, Table, TableId};
use format::Format;
use meta::Meta;
use prose::Prose;
use run::{Link, LinkId, Run, Shown, TextId};

use crate::text::source::SourceText;
use crate::text::span::Span;

/// An article as text: what the layers above read.
#[derive(Debug, Default)]
pub struct Document {
    source: SourceText,
    format: Format,
    meta: Meta,
    blocks: Vec<Block>,
    runs: Vec<Run>,
    frames: Vec<Frame>,
    lists: Vec<Spacing>,
    tables: Vec<Table>,
    links: Vec<Link>,
    texts: Vec<Box<str>>,
}

impl Document {
    /// Reads `text` as `format`. Never fails; linear in the length of the text.
    pub fn read(text: String, format: Format) -> Self {
        let mut document = match format {
            Format::Markdown => markdown::read(&text),
            Format::Text => plain::read(&text),
        };
        document.source = SourceText::new(text);
        furniture::mark(&mut document);
        document
    }

    /// The reading text.
    pub fn source(&self) -> &SourceText {
        &self.source
    }

    /// The text that `span` names.
    pub fn slice(&self, span: Span) -> &str {
        self.source.slice(span)
    }

    /// The format it was read as.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What the article says of itself.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// All blocks in reading order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        (0..self.blocks.len()).map(BlockId::new)
    }

    /// One block; `None` behind the last one.
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.blocks.get(id.index())
    }

    /// The block that holds the byte `at`, or the last one before it.
    pub fn block_at(&self, at: u32) -> BlockId {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        BlockId::new(after.saturating_sub(1))
    }

    /// The visible text of a block, piece by piece.
    pub fn runs(&self, id: BlockId) -> &[Run] {
        let (from, to) = self.block(id).map_or((0, 0), |block| block.runs);
        self.runs
            .get(from as usize..to as usize)
            .unwrap_or_default()
    }

    /// What is seen of a run; a break shows as one space.
    pub fn shown(&self, run: &Run) -> &str {
        match run.shown {
            Shown::Source => self.slice(run.span),
            Shown::Text(id) => self.text(id),
            Shown::Space | Shown::Break | Shown::CellEnd => " ",
        }
    }

    /// A text that the document shows but does not contain.
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(id.0 as usize).map_or("", |text| text)
    }

    /// The visible text of a block in one piece.
    pub fn prose(&self, id: BlockId) -> Prose<'_> {
        Prose::new(self, self.runs(id))
    }

    /// A frame.
    pub fn frame(&self, id: FrameId) -> Frame {
        const PAGE: Frame = Frame {
            outer: FrameId::PAGE,
            kind: FrameKind::Page,
            first: BlockId(0),
        };
        self.frames.get(id.0 as usize).copied().unwrap_or(PAGE)
    }

    /// The frames around a block from the innermost out, the page left out.
    pub fn frames(&self, id: BlockId) -> impl Iterator<Item = Frame> + '_ {
        let innermost = self.block(id).map_or(FrameId::PAGE, |block| block.frame);
        let step = |&id: &FrameId| Some(self.frame(id).outer);
        std::iter::successors(Some(innermost), step)
            .take_while(|&id| id != FrameId::PAGE)
            .map(|id| self.frame(id))
    }

    /// The list that a block is an item of, if it stands directly in one.
    pub fn list(&self, id: BlockId) -> Option<ListId> {
        match self.frames(id).next()?.kind {
            FrameKind::Item(list, _) => Some(list),
            _ => None,
        }
    }

    /// How the items of a list follow each other.
    pub fn spacing(&self, list: ListId) -> Spacing {
        self.lists
            .get(list.0 as usize)
            .copied()
            .unwrap_or(Spacing::Tight)
    }

    /// A table.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.get(id.0 as usize)
    }

    /// All links in the order of the text.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// One link.
    pub fn link(&self, id: LinkId) -> Option<&Link> {
        self.links.get(id.0 as usize)
    }
}
