//! Parts: how a document is kept.
//!
//! A text arrives piece by piece, and what has been read never changes because more has come. So a document is a list of parts, each
//! with its stretch of the reading text and everything that was read from it. Parts are shared: a copy of a document costs nothing.

use std::sync::OnceLock;

use super::block::{Block, BlockId, BlockKind, Frame, FrameId, List, ListId, Table, TableId};
use super::labels::Labels;
use super::meta::Meta;
use super::picture::Picture;
use super::run::{Link, LinkId, Marks, Run, TextId};
use crate::text::language::Language;
use crate::text::num;
use crate::text::span::Span;

/// Where a part begins.
///
/// Frames, lists, tables, links and texts are numbered from the first byte of their part on. A part has fewer of each than
/// bytes, so no number is given twice, and reading a part anew leaves the numbers of all others as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    /// Its first byte in the reading text.
    pub(super) byte: u32,
    /// Its first block.
    pub(super) block: u32,
}

/// A stretch of the reading text with its blocks.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) start: Start,
    pub(super) text: Box<str>,
    pub(super) blocks: Vec<Block>,
    pub(super) runs: Vec<Run>,
    pub(super) frames: Vec<Frame>,
    pub(super) lists: Vec<List>,
    pub(super) tables: Vec<Table>,
    pub(super) links: Vec<Link>,
    /// Its pictures, in the order of the text.
    pub(super) pictures: Vec<Picture>,
    pub(super) texts: Vec<Box<str>>,
    /// The places that addresses can name, in the order of the text.
    pub(super) anchors: Vec<(Box<str>, u32)>,
    /// Blocks of code, each with what its author says it is written in.
    pub(super) languages: Vec<(BlockId, Box<str>)>,
    /// Blocks whose words may stand in the text otherwise than they are shown.
    pub(super) rough: Vec<BlockId>,
    /// What its front matter says.
    pub(super) meta: Meta,
    /// The labels that it defines or uses.
    pub(super) labels: Labels,
    /// Its language, once somebody has asked.
    pub(super) language: OnceLock<Option<Language>>,
}

/// How much of everything a part holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    blocks: usize,
    runs: usize,
    frames: usize,
    lists: usize,
    tables: usize,
    links: usize,
    pictures: usize,
    texts: usize,
    anchors: usize,
}

impl Counts {
    /// The largest of those that are numbered by bytes.
    pub(super) fn most(self) -> usize {
        let Self {
            blocks: _,
            runs: _,
            anchors: _,
            frames,
            lists,
            tables,
            links,
            pictures: _,
            texts,
        } = self;
        frames.max(lists).max(tables).max(links).max(texts)
    }
}

impl Part {
    /// Where the part after this one begins.
    pub(super) fn end(&self) -> Start {
        Start {
            byte: self.start.byte + num::offset(self.text.len()),
            block: self.next_block().0,
        }
    }

    /// All of it in the reading text.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start.byte, self.end().byte)
    }

    /// The text that `span` names, as far as this part has it in one piece.
    pub(super) fn slice(&self, span: Span) -> &str {
        let local = |at: u32| at.saturating_sub(self.start.byte) as usize;
        crate::text::cut(&self.text, local(span.start)..local(span.end))
    }

    pub(super) fn block(&self, id: BlockId) -> Option<&Block> {
        self.blocks.get(self.index(id)?)
    }

    /// Its blocks.
    pub(super) fn ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        (self.start.block as usize..self.next_block().index()).map(BlockId::new)
    }

    /// The place of a block in this part.
    pub(super) fn index(&self, id: BlockId) -> Option<usize> {
        id.index().checked_sub(self.start.block as usize)
    }

    /// The runs of a block.
    pub(super) fn runs(&self, id: BlockId) -> &[Run] {
        let first = |block: &Block| block.first_run as usize;
        let Some(at) = self.index(id).filter(|&at| at < self.blocks.len()) else {
            return &[];
        };
        let next = self.blocks.get(at + 1).map_or(self.runs.len(), first);
        self.runs
            .get(first(&self.blocks[at])..next)
            .unwrap_or_default()
    }

    pub(super) fn frame(&self, id: FrameId) -> Option<Frame> {
        self.frames.get(self.frame_index(id)?).copied()
    }

    pub(super) fn list(&self, id: ListId) -> Option<List> {
        self.lists.get(self.local(id.0)?).copied()
    }

    pub(super) fn frame_mut(&mut self, id: FrameId) -> Option<&mut Frame> {
        let at = self.frame_index(id)?;
        self.frames.get_mut(at)
    }

    pub(super) fn list_mut(&mut self, id: ListId) -> Option<&mut List> {
        let at = self.local(id.0)?;
        self.lists.get_mut(at)
    }

    pub(super) fn table_mut(&mut self, id: TableId) -> Option<&mut Table> {
        let at = self.local(id.0)?;
        self.tables.get_mut(at)
    }

    pub(super) fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.get(self.local(id.0)?)
    }

    pub(super) fn link(&self, id: LinkId) -> Option<&Link> {
        self.links.get(self.local(id.number())?)
    }

    pub(super) fn link_mut(&mut self, id: LinkId) -> Option<&mut Link> {
        let at = self.local(id.number())?;
        self.links.get_mut(at)
    }

    /// The picture that is all of a paragraph: none where words stand around it, or another picture.
    pub(super) fn picture(&self, id: BlockId) -> Option<&Picture> {
        let may_be = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::CrossLink);
        let block = self.block(id).filter(|it| may_be(it.kind))?;
        let first = self
            .pictures
            .partition_point(|picture| picture.span.start < block.span.start);
        let mut inside = self.pictures.get(first..)?.iter();
        let mut inside = inside
            .by_ref()
            .take_while(|picture| picture.span.start < block.span.end);
        let (picture, None) = (inside.next()?, inside.next()) else {
            return None;
        };
        let is_alone = self
            .runs(id)
            .iter()
            .all(|run| run.marks.contains(Marks::IMAGE));
        is_alone.then_some(picture)
    }

    pub(super) fn text(&self, id: TextId) -> Option<&str> {
        self.texts.get(self.local(id.0)?).map(|text| &**text)
    }

    /// Frames are numbered from 1: 0 is no frame.
    fn frame_index(&self, id: FrameId) -> Option<usize> {
        self.local(id.0.checked_sub(1)?)
    }

    fn local(&self, number: u32) -> Option<usize> {
        number.checked_sub(self.start.byte).map(|at| at as usize)
    }

    pub(super) fn next_frame(&self) -> FrameId {
        FrameId(self.start.byte + 1 + num::offset(self.frames.len()))
    }

    pub(super) fn next_list(&self) -> ListId {
        ListId(self.start.byte + num::offset(self.lists.len()))
    }

    pub(super) fn next_table(&self) -> TableId {
        TableId(self.start.byte + num::offset(self.tables.len()))
    }

    pub(super) fn next_link(&self) -> LinkId {
        LinkId::new(self.start.byte + num::offset(self.links.len()))
    }

    pub(super) fn next_text(&self) -> TextId {
        TextId(self.start.byte + num::offset(self.texts.len()))
    }

    pub(super) fn next_block(&self) -> BlockId {
        BlockId(self.start.block + num::offset(self.blocks.len()))
    }

    pub(super) fn counts(&self) -> Counts {
        Counts {
            blocks: self.blocks.len(),
            runs: self.runs.len(),
            frames: self.frames.len(),
            lists: self.lists.len(),
            tables: self.tables.len(),
            links: self.links.len(),
            pictures: self.pictures.len(),
            texts: self.texts.len(),
            anchors: self.anchors.len(),
        }
    }

    /// Forgets everything that came after `counts` were taken.
    pub(super) fn truncate(&mut self, counts: Counts) {
        self.blocks.truncate(counts.blocks);
        let next = self.next_block();
        self.rough.retain(|&rough| rough < next);
        self.runs.truncate(counts.runs);
        self.frames.truncate(counts.frames);
        self.lists.truncate(counts.lists);
        self.tables.truncate(counts.tables);
        self.links.truncate(counts.links);
        self.pictures.truncate(counts.pictures);
        self.texts.truncate(counts.texts);
        self.anchors.truncate(counts.anchors);
        self.languages.retain(|&(block, _)| block < next);
    }

    /// Counts all spans from the beginning of the reading text instead of the part’s, and gives back the memory that is not needed.
    pub(super) fn settle(&mut self) {
        let by = self.start.byte;
        for span in self.spans_mut() {
            *span = span.shift(by);
        }
        for (_, at) in &mut self.anchors {
            *at += by;
        }
        self.blocks.shrink_to_fit();
        self.runs.shrink_to_fit();
    }

    fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let blocks = self.blocks.iter_mut().map(|block| &mut block.span);
        let runs = self.runs.iter_mut().map(|run| &mut run.span);
        let links = self.links.iter_mut().map(|link| &mut link.span);
        let pictures = self.pictures.iter_mut().map(|picture| &mut picture.span);
        blocks.chain(runs).chain(links).chain(pictures)
    }
}
