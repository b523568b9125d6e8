//! Passages: what one block gives to an excerpt, and how it stands there.

use crate::citation::one_line;
use crate::doc::Document;
use crate::doc::block::{Block, BlockId, BlockKind, FrameKind, Marker, RowKind};
use crate::text::span::Span;

/// Frames that are looked at from the inside out; deeper ones change nothing that could be seen.
const DEEPEST: usize = 32;

/// What a level of a list indents by. All marks are narrower, so what stands there is of the item above in Markdown, too.
const INDENT: &str = "    ";

/// Words of one block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The words. In code they keep their lines, in the row of a table tabs stand between the cells.
    pub(super) words: String,
    /// The items of lists that begin here, from the outside in.
    pub(super) items: Vec<Item>,
    /// How many items around it have begun before.
    pub(super) depth: usize,
    /// Whether it stands right under the passage before it, without a blank line between.
    pub(in crate::citation) is_close: bool,
    /// What row of a table it is.
    pub(in crate::citation) row: Option<RowKind>,
}

/// What stands before an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    marker: Marker,
    sign: String,
}

impl Passage {
    /// The words of a block that are in `span`.
    pub(super) fn of(document: &Document, id: BlockId, block: &Block, span: Span) -> Self {
        let row = match block.kind {
            BlockKind::Row(_, kind) => Some(kind),
            _ => None,
        };
        let mut passage = Self {
            words: words(document, id, block, span),
            row,
            ..Self::default()
        };
        passage.take_items(document, id, span);
        passage
    }

    fn take_items(&mut self, document: &Document, id: BlockId, span: Span) {
        let first = document.runs(id).first();
        let begins = first.is_none_or(|run| span.start <= run.span.start);
        let mut frames: Vec<_> = document.frames(id).take(DEEPEST).collect();
        frames.reverse();
        for frame in frames {
            let FrameKind::Item(_, marker) = frame.kind else {
                continue;
            };
            if frame.first == id && begins {
                let sign = document.sign(marker).into_owned();
                self.items.push(Item { marker, sign });
            } else {
                self.depth += 1;
            }
        }
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Lines as they stand in plain text.
    pub(super) fn lines(&self) -> impl Iterator<Item = String> {
        let signs: String = self.items.iter().map(|item| &*item.sign).collect();
        self.set(signs, str::to_owned)
    }

    /// Lines of Markdown that are read so, where `escape` keeps words from being markup.
    pub(in crate::citation) fn markdown(
        &self,
        escape: impl Fn(&str) -> String,
    ) -> impl Iterator<Item = String> {
        let sign = |item: &Item| match item.marker {
            Marker::Bullet => "- ".to_owned(),
            Marker::Task(_) => format!("- {}", item.sign),
            Marker::Number(_) => item.sign.clone(),
            Marker::Letter(_) => escape(&item.sign),
        };
        let signs = self.items.iter().map(sign).collect();
        let is_row = self.row.is_some();
        self.set(signs, move |line| {
            if is_row {
                escape(&line.replace('\t', " | "))
            } else {
                escape(line)
            }
        })
    }

    /// Whether it stands right under the passage before it in Markdown, too: that keeps the lines of items alone, and has none with letters.
    pub(in crate::citation) fn is_close_in_markdown(&self, above: &Self) -> bool {
        let is_listed = |item: &Item| !matches!(item.marker, Marker::Letter(_));
        let is_item = |it: &Self| !it.items.is_empty() && it.items.iter().all(is_listed);
        self.is_close && is_item(self) && is_item(above)
    }

    /// The words line by line, indented, the first behind its signs.
    fn set(
        &self,
        mut signs: String,
        escape: impl Fn(&str) -> String,
    ) -> impl Iterator<Item = String> {
        let indent = INDENT.repeat(self.depth);
        self.words.lines().map(move |line| {
            let signs = std::mem::take(&mut signs);
            format!("{indent}{signs}{}", escape(line))
        })
    }
}

/// The words of a block that are in `span`.
fn words(document: &Document, id: BlockId, block: &Block, span: Span) -> String {
    if let BlockKind::Row(..) = block.kind {
        return cells(document, id, span).join("\t");
    }
    let prose = document.prose(id);
    let from = prose.offset(span.start.max(block.span.start));
    let words = prose.cut(from..prose.offset(span.end));
    match block.kind {
        BlockKind::Code | BlockKind::Output => words.trim_end().to_owned(),
        _ => one_line(words),
    }
}

/// The words of the cells of a row that `span` reaches; of a whole row also the empty ones at its ends, so that all stay in their columns.
fn cells(document: &Document, row: BlockId, span: Span) -> Vec<String> {
    let cells = document.cells(row);
    let cells = cells.map(|cell| cell.iter().map(|run| run.span).reduce(Span::join));
    let cells: Vec<_> = cells.collect();
    let taken = |cell: &Option<Span>| cell.filter(|it| it.overlaps(span));
    let is_whole = cells.iter().flatten().all(|cell| cell.overlaps(span));
    let is_taken = |cell: &Option<Span>| is_whole || taken(cell).is_some();
    let first = cells.iter().position(is_taken).unwrap_or(cells.len());
    let last = cells
        .iter()
        .rposition(is_taken)
        .map_or(first, |last| last + 1);
    let words = |cell: &Option<Span>| {
        let seen = taken(cell).map(|cell| document.visible(cell.intersection(span)));
        seen.map_or_else(String::new, |seen| one_line(&seen))
    };
    let cells = cells.get(first..last).unwrap_or_default();
    cells.iter().map(words).collect()
}
