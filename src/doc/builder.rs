//! Puts a document together: blocks, runs and frames in reading order.

use super::Document;
use super::block::{
    Align, Block, BlockId, BlockKind, Frame, FrameId, FrameKind, ListId, Spacing, Table, TableId,
};
use super::format::Format;
use super::meta::Meta;
use super::run::{Link, LinkId, Marks, Run, Shown, TextId};
use crate::text::num;
use crate::text::span::Span;

/// A document in the making.
pub(super) struct Builder<'a> {
    text: &'a str,
    document: Document,
    frame: FrameId,
    open: Option<Open>,
}

/// The block that takes runs.
struct Open {
    kind: BlockKind,
    start: u32,
    first_run: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, format: Format) -> Self {
        let page = Frame {
            outer: FrameId::PAGE,
            kind: FrameKind::Page,
            first: BlockId::default(),
        };
        let document = Document {
            format,
            frames: vec![page],
            ..Document::default()
        };
        Self {
            text,
            document,
            frame: FrameId::PAGE,
            open: None,
        }
    }

    /// The document, still without its source, which the builder only borrows.
    pub(super) fn finish(mut self) -> Document {
        self.end(num::offset(self.text.len()));
        self.document
    }

    pub(super) fn set_meta(&mut self, meta: Meta) {
        self.document.meta = meta;
    }

    pub(super) fn text(&self, span: Span) -> &'a str {
        crate::text::cut(self.text, span.range())
    }

    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The block that will be begun next.
    pub(super) fn next_block(&self) -> BlockId {
        BlockId::new(self.document.blocks.len())
    }

    /// Begins a block at `start`; an open one ends there.
    pub(super) fn begin(&mut self, kind: BlockKind, start: u32) {
        self.end(start);
        self.open = Some(Open {
            kind,
            start,
            first_run: self.document.runs.len(),
        });
    }

    /// Ends the open block, if any, at `end` or before the white space that leads there.
    pub(super) fn end(&mut self, end: u32) {
        let Some(open) = self.open.take() else { return };
        let text = self.text(Span::new(open.start, end)).trim_end();
        let span = Span::new(open.start, open.start + num::offset(text.len()));
        let runs = (
            num::offset(open.first_run),
            num::offset(self.document.runs.len()),
        );
        self.document.blocks.push(Block {
            kind: open.kind,
            span,
            frame: self.frame,
            runs,
        });
    }

    /// Adds a run to the open block; a neighbour of the same kind grows instead.
    pub(super) fn push(&mut self, run: Run) {
        let Some(open) = &self.open else { return };
        let is_first = self.document.runs.len() == open.first_run;
        match self.document.runs.last_mut() {
            Some(last) if !is_first && continues(last, &run) => last.span.end = run.span.end,
            _ => self.document.runs.push(run),
        }
    }

    /// Adds the bytes of `span` as they stand.
    pub(super) fn push_source(&mut self, span: Span) {
        self.push(Run {
            span,
            shown: Shown::Source,
            marks: Marks::empty(),
            link: None,
        });
    }

    /// Adds a space for the line break in `span`.
    pub(super) fn push_space(&mut self, span: Span) {
        self.push(Run {
            span,
            shown: Shown::Space,
            marks: Marks::empty(),
            link: None,
        });
    }

    pub(super) fn enter(&mut self, kind: FrameKind) {
        self.document.frames.push(Frame {
            outer: self.frame,
            kind,
            first: self.next_block(),
        });
        self.frame = FrameId(num::offset(self.document.frames.len() - 1));
    }

    pub(super) fn leave(&mut self) {
        self.frame = self.document.frame(self.frame).outer;
    }

    /// The innermost frame, to change what is learnt of it late.
    pub(super) fn frame_mut(&mut self) -> &mut Frame {
        self.document
            .frames
            .get_mut(self.frame.0 as usize)
            .expect("frames are entered before they are named")
    }

    /// Whether nothing has been put into the innermost frame yet.
    pub(super) fn is_empty_frame(&self) -> bool {
        self.open.is_none() && self.document.frame(self.frame).first == self.next_block()
    }

    pub(super) fn add_list(&mut self) -> ListId {
        self.document.lists.push(Spacing::Tight);
        ListId(num::offset(self.document.lists.len() - 1))
    }

    pub(super) fn loosen(&mut self, list: ListId) {
        if let Some(spacing) = self.document.lists.get_mut(list.0 as usize) {
            *spacing = Spacing::Loose;
        }
    }

    pub(super) fn add_table(&mut self, columns: Box<[Align]>) -> TableId {
        self.document.tables.push(Table {
            first: self.next_block(),
            rows: 0,
            columns,
        });
        TableId(num::offset(self.document.tables.len() - 1))
    }

    pub(super) fn add_row(&mut self, table: TableId) {
        if let Some(table) = self.document.tables.get_mut(table.0 as usize) {
            table.rows += 1;
        }
    }

    pub(super) fn add_link(&mut self, span: Span, url: &str) -> LinkId {
        self.document.links.push(Link {
            span,
            url: url.into(),
        });
        LinkId(num::offset(self.document.links.len() - 1))
    }

    pub(super) fn add_text(&mut self, text: &str) -> TextId {
        self.document.texts.push(text.into());
        TextId(num::offset(self.document.texts.len() - 1))
    }
}

/// Whether `next` is more of the same as `last`.
fn continues(last: &Run, next: &Run) -> bool {
    last.shown == Shown::Source
        && next.shown == Shown::Source
        && last.span.end == next.span.start
        && last.marks == next.marks
        && last.link == next.link
}
