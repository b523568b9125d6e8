//! Layer 1: what the text is.
//!
//! Every format yields the same three things: the reading text, its blocks in reading order, and the runs of each block.
//! Reading never fails: what cannot be understood is shown as it stands. A long text can be read [piece by piece](feed), with the
//! same result. The only user of `pulldown_cmark`.
//!
//! ```
//! use sidenote::doc::{Document, format::Format};
//!
//! let document = Document::read("# Title\n\nSome *words*.".to_owned(), Format::Markdown);
//! let words: Vec<_> = document.ids().map(|id| document.prose(id).as_str().to_owned()).collect();
//! assert_eq!(words, ["Title", "Some words."]);
//! ```

mod autolink;
pub mod block;
mod builder;
mod cleave;
mod code;
mod columns;
mod cross_link;
mod directive;
pub mod feed;
pub mod format;
mod front;
mod furniture;
mod html;
mod labels;
mod markdown;
pub mod meta;
mod output;
mod page;
mod part;
pub mod picture;
mod plain;
pub mod prose;
pub mod run;
mod standing;
mod terminal;

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use block::{
    Block, BlockId, BlockKind, Frame, FrameId, FrameKind, List, ListId, Spacing, Table, TableId,
};
use feed::Feed;
use format::Format;
use meta::Meta;
use part::{Part, Start};
use picture::Picture;
use prose::{Prose, Window};
use run::{Link, LinkId, Run, Shown, TextId};

use crate::text::language::Language;
use crate::text::line::Lines;
use crate::text::num;
use crate::text::span::Span;

/// An article as text: what the layers above read. A copy shares what it holds.
#[derive(Clone, Debug, Default)]
pub struct Document {
    format: Format,
    meta: Meta,
    parts: Vec<Arc<Part>>,
    revision: u32,
    is_whole: bool,
    notice: Option<&'static str>,
}

impl Document {
    /// Reads `text` as `format`. Never fails; linear in the length of the text.
    pub fn read(text: String, format: Format) -> Self {
        Feed::whole(text, format, None)
    }

    /// Reads `text`, which came from this address, as `format`.
    pub fn read_from(text: String, format: Format, address: Option<String>) -> Self {
        Feed::whole(text, format, address)
    }

    /// Reads a text whose reading text has to be taken out of it.
    fn derive(&mut self, text: &str, address: Option<&str>) {
        let parts;
        (parts, self.notice) = if self.format == Format::Epub {
            page::book::read(text)
        } else {
            let (part, notice) = page::read(text, address);
            (vec![part], notice)
        };
        for mut part in parts {
            let text = std::mem::take(&mut part.text);
            self.append(part, text);
        }
    }

    /// Adds a part at the end.
    fn append(&mut self, mut part: Part, text: Box<str>) {
        part.text = text;
        let at = self.parts.len();
        self.parts.push(Arc::default());
        self.replace(at, part);
    }

    /// Puts a part in the place of one that was read from the same text.
    fn replace(&mut self, at: usize, part: Part) {
        if at == 0 {
            self.meta = part.meta.clone();
        }
        self.parts[at] = Arc::new(part);
        furniture::mark(self, at);
    }

    /// Says what a block of a part that is not shared yet is.
    fn set_kind(&mut self, id: BlockId, kind: BlockKind) {
        let part = self
            .part_index(id)
            .and_then(|at| Arc::get_mut(self.parts.get_mut(at)?));
        if let Some(part) = part
            && let Some(block) = part.index(id).and_then(|at| part.blocks.get_mut(at))
        {
            block.kind = kind;
        }
    }

    /// Where the next part begins.
    fn end(&self) -> Start {
        self.parts
            .last()
            .map_or(Start::default(), |part| part.end())
    }

    /// How often blocks that were there have become other ones. While it stays, a document only grows.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Whether all of the article has been read.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The lines of the reading text.
    pub fn lines(&self) -> Lines {
        Lines::of(self.pieces())
    }

    /// The reading text in the pieces in which it is kept, each with its first byte.
    pub fn pieces(&self) -> impl Iterator<Item = (u32, &str)> {
        self.parts.iter().map(|part| (part.start.byte, &*part.text))
    }

    /// Whether two documents were read from the same text in the same way. Linear in its length.
    pub fn has_same_text(&self, other: &Self) -> bool {
        fn text(document: &Document) -> impl Iterator<Item = u8> {
            document.pieces().flat_map(|(_, text)| text.bytes())
        }
        self.format == other.format && self.bytes() == other.bytes() && text(self).eq(text(other))
    }

    /// How many bytes the reading text has.
    pub fn bytes(&self) -> u32 {
        self.end().byte
    }

    /// The text that `span` names within a block; empty when the span is none of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.part_at(span.start).map_or("", |part| part.slice(span))
    }

    /// The beginning of the text that `span` names: as much as is kept in one piece.
    pub fn slice_from(&self, span: Span) -> &str {
        self.part_at(span.start)
            .map_or("", |part| part.slice(part.span().intersection(span)))
    }

    /// The text that `span` names, over as many blocks as it may reach.
    pub fn excerpt(&self, span: Span) -> Cow<'_, str> {
        match self.part_at(span.start) {
            Some(part) if span.end <= part.end().byte => Cow::Borrowed(part.slice(span)),
            _ => self
                .parts
                .iter()
                .map(|part| part.slice(part.span().intersection(span)))
                .collect(),
        }
    }

    /// The first and the last block of the words of `span`.
    pub fn blocks_of(&self, span: Span) -> RangeInclusive<BlockId> {
        let first = self.block_at(span.start);
        first..=self.block_at(span.end.saturating_sub(1)).max(first)
    }

    /// What a reader sees of `span`, without markup; it may run over several blocks.
    pub fn visible(&self, span: Span) -> String {
        let mut shown = String::new();
        let mut id = self.block_at(span.start);
        while let Some(block) = self.block(id).filter(|block| block.span.start < span.end) {
            let prose = self.prose_around(id, span);
            let from = prose.offset(span.start.max(block.span.start));
            let words = prose.cut(from..prose.offset(span.end));
            if !shown.is_empty() && !words.is_empty() {
                shown.push(' ');
            }
            shown.push_str(words);
            id = id.next();
        }
        shown
    }

    /// The start of the character that holds the byte `at`.
    pub fn char_start(&self, at: u32) -> u32 {
        self.part_at(at).map_or(self.bytes(), |part| {
            let start = part.start.byte;
            start + num::offset(part.text.floor_char_boundary((at - start) as usize))
        })
    }

    /// The format it was read as.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What the article says of itself.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// What a reader should know of how it was read.
    pub fn notice(&self) -> Option<&'static str> {
        self.notice
    }

    /// The language it is written in, as its first paragraphs tell; `None` when they leave a doubt, or it is none that is known.
    /// Looked for when first asked.
    pub fn language(&self) -> Option<Language> {
        let first = self.parts.first()?;
        *first
            .language
            .get_or_init(|| Language::of_text(&self.sample(first)))
    }

    /// About two thousand bytes of the paragraphs that a part begins with.
    fn sample(&self, part: &Part) -> String {
        const ENOUGH: u32 = 2000;
        let mut sample = String::new();
        for (id, block) in part.ids().zip(&part.blocks) {
            let left = ENOUGH.saturating_sub(num::offset(sample.len()));
            if left == 0 {
                break;
            }
            if block.kind == BlockKind::Paragraph {
                let window = self.window(id, block.span.start, left, 0);
                sample.push_str(window.prose.as_str());
                sample.push('\n');
            }
        }
        sample
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.end().block as usize
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All blocks: the first, and the one behind the last.
    pub fn blocks(&self) -> Range<BlockId> {
        BlockId::default()..BlockId::new(self.len())
    }

    /// All blocks in reading order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        (0..self.len()).map(BlockId::new)
    }

    /// One block; `None` behind the last one.
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.part_of(id)?.block(id)
    }

    /// The block that holds the byte `at`, or the last one before it.
    pub fn block_at(&self, at: u32) -> BlockId {
        let starts_before = |part: &Arc<Part>| {
            part.blocks
                .first()
                .is_none_or(|block| block.span.start <= at)
        };
        let after = self.parts.partition_point(starts_before);
        let part = self
            .parts
            .get(..after)
            .unwrap_or_default()
            .iter()
            .rev()
            .find(|part| !part.blocks.is_empty());
        let Some(part) = part else {
            return BlockId::default();
        };
        let after = part.blocks.partition_point(|block| block.span.start <= at);
        BlockId::new(part.start.block as usize + after.saturating_sub(1))
    }

    /// The first block that begins at the byte `at` or later.
    pub fn block_from(&self, at: u32) -> BlockId {
        let first = self.parts.partition_point(|part| part.end().byte <= at);
        let Some(part) = self.parts.get(first) else {
            return BlockId::new(self.len());
        };
        let before = part.blocks.partition_point(|block| block.span.start < at);
        BlockId::new(part.start.block as usize + before)
    }

    /// The visible text of a block, piece by piece.
    pub fn runs(&self, id: BlockId) -> &[Run] {
        self.part_of(id).map_or(&[], |part| part.runs(id))
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
        self.part_at(id.0)
            .and_then(|part| part.text(id))
            .unwrap_or_default()
    }

    /// The visible text of a block in one piece.
    pub fn prose(&self, id: BlockId) -> Prose<'_> {
        Prose::new(self, self.runs(id).iter().copied())
    }

    /// The visible text of those runs of a block that `span` reaches: what is long costs no more than what is asked for.
    fn prose_around(&self, id: BlockId, span: Span) -> Prose<'_> {
        let runs = self.runs(id);
        let first = runs.partition_point(|run| run.span.end <= span.start);
        let runs = runs.iter().skip(first).copied();
        Prose::new(self, runs.take_while(|run| run.span.start < span.end))
    }

    /// The visible text of a block from the byte `from` on: about `most` bytes of it, and `more` of what follows.
    pub fn window(&self, id: BlockId, from: u32, most: u32, more: u32) -> Window<'_> {
        Window::new(self, self.runs(id), from, most, more)
    }

    /// The first block from `id` on in which words may be shown otherwise than they stand in the text: in pieces, by entities, or with
    /// letters beyond ASCII. In all others each word of ASCII letters stands as it is shown.
    pub fn rough_from(&self, id: BlockId) -> Option<BlockId> {
        let first = self.parts.partition_point(|part| part.next_block() <= id);
        let rough = |part: &Arc<Part>| {
            let at = part.rough.partition_point(|&rough| rough < id);
            part.rough.get(at).copied()
        };
        self.parts.get(first..)?.iter().find_map(rough)
    }

    /// The frames around a block from the innermost out, the page left out.
    pub fn frames(&self, id: BlockId) -> impl Iterator<Item = Frame> + '_ {
        let part = self.part_of(id);
        let frame = move |id: FrameId| part?.frame(id);
        let innermost = self.block(id).and_then(|block| frame(block.frame));
        std::iter::successors(innermost, move |inner| frame(inner.outer))
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
        self.list_of(list).spacing
    }

    /// The largest number of an item of a list; 0 where they have none.
    pub fn last_number(&self, list: ListId) -> u64 {
        self.list_of(list).last
    }

    fn list_of(&self, list: ListId) -> List {
        let part = self.part_at(list.0);
        part.and_then(|part| part.list(list)).unwrap_or_default()
    }

    /// A table.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.part_at(id.0)?.table(id)
    }

    /// All links in the order of the text.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.parts.iter().flat_map(|part| {
            let mut links: Vec<_> = part.links.iter().collect();
            links.sort_by_key(|link| link.span.start); // autolinks come behind the others of their block
            links
        })
    }

    /// One link.
    pub fn link(&self, id: LinkId) -> Option<&Link> {
        self.part_at(id.number())?.link(id)
    }

    /// All pictures in the order of the text.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.parts.iter().flat_map(|part| &part.pictures)
    }

    /// The picture that is all of a paragraph; `None` where words stand around it, or another picture.
    pub fn picture(&self, id: BlockId) -> Option<&Picture> {
        self.part_of(id)?.picture(id)
    }

    /// The places that addresses can name, in the order of the text, each with its block.
    pub fn anchors(&self) -> impl Iterator<Item = (&str, BlockId)> {
        let anchors = self.parts.iter().flat_map(|part| &part.anchors);
        anchors.map(|(name, at)| (&**name, self.block_behind(*at)))
    }

    /// The block with the byte `at` in it, or else the next; where there is none, the last.
    fn block_behind(&self, at: u32) -> BlockId {
        let before = self.block_at(at);
        let is_inside = self.block(before).is_some_and(|it| at < it.span.end);
        let next = Some(self.block_from(at)).filter(|id| id.index() < self.len() && !is_inside);
        next.unwrap_or(before)
    }

    /// What the author of a block of code says that it is written in.
    pub fn code_language(&self, id: BlockId) -> Option<&str> {
        let languages = &self.part_of(id)?.languages;
        let at = languages.binary_search_by_key(&id, |(block, _)| *block);
        languages.get(at.ok()?).map(|(_, name)| &**name)
    }

    /// The part that holds a block.
    fn part_of(&self, id: BlockId) -> Option<&Part> {
        self.parts.get(self.part_index(id)?).map(|part| &**part)
    }

    fn part_index(&self, id: BlockId) -> Option<usize> {
        let after = self.parts.partition_point(|part| part.start.block <= id.0);
        after.checked_sub(1)
    }

    /// The part that holds a byte of the text.
    fn part_at(&self, at: u32) -> Option<&Part> {
        let after = self.parts.partition_point(|part| part.start.byte <= at);
        self.parts.get(after.checked_sub(1)?).map(|part| &**part)
    }
}
