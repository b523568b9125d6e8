//! Layer 2: where the text sits for a width.
//!
//! Blocks become rows of pieces. Rows carry roles and spans, never colours, so themes, hits and marks never wrap anything
//! anew; they are laid out one [slab] at a time and on demand, so a frame costs what is on screen, not what is in the
//! article. Nothing here draws, and nothing here fails.

pub mod cache;
mod code;
mod line;
pub mod picture;
mod prefix;
mod prose;
pub mod reach;
pub mod row;
pub mod slab;
pub mod table;
mod tie;
pub mod walk;
mod wrap;

use picture::Above;
use prose::Column;
pub use prose::wrap_text;
use row::{Piece, Role, Row};
use slab::Slab;
use table::Columns;

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind, RowKind};
use crate::picture::size::Room;
use crate::text::order::{Direction, Order};
use crate::text::span::Span;

/// How much room the text has, and how it is set in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Measure {
    /// Cells from the left edge of the text column to its right edge.
    pub width: u16,
    /// How many of them, at the left edge, hold nothing but marks that open a quotation, where one begins a paragraph: 0 or 1.
    pub hang: u16,
    /// Who orders what runs from right to left.
    pub order: Order,
    /// How much room there is for a picture.
    pub room: Room,
}

impl Measure {
    /// Cells of the text without those.
    fn inner(self) -> u16 {
        self.width.saturating_sub(self.hang).max(1)
    }
}

/// A slab laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Its rows from top to bottom; the last may be the blank row or the rule that follows the block.
    pub rows: Vec<Row>,
}

impl Flow {
    /// The row that a place in the block stands for, by the keys of the rows.
    pub fn row_of(&self, at: u32, strip: u16) -> usize {
        self.rows
            .partition_point(|row| (row.at, row.strip) <= (at, strip))
            .saturating_sub(1)
    }

    /// The row that shows the byte `at`; the one before it when it is not seen.
    pub fn row_showing(&self, at: u32) -> usize {
        let shows = |row: &Row| row.pieces.iter().any(|piece| piece.span.contains(at));
        self.rows
            .iter()
            .position(shows)
            .unwrap_or_else(|| self.row_of(at, 0))
    }
}

/// Lays one slab of a block out. Cost is that of the slab, whatever the size of the article.
///
/// `columns` are those of the table, when the block is a row of one; `above` is what stands above the words of a picture.
pub fn flow(
    document: &Document,
    slab: Slab,
    measure: Measure,
    columns: Option<&Columns>,
    above: Above,
) -> Flow {
    let Some(block) = document.block(slab.block) else {
        return Flow::default();
    };
    let prefix = prefix::Prefix::of(document, slab, measure.inner());
    let width = measure.inner().saturating_sub(prefix.width()).max(1);
    let direction = direction(document, slab.block, measure.order);
    let edge = (direction == Some(Direction::RightToLeft)).then_some(measure.inner());
    let may_hang = edge.is_none() && slab.is_first && !prefix.has_bar();
    let hangs = may_hang && opens(document, slab.block);
    let column = Column {
        direction,
        keeps_addresses: measure.order == Order::Logical,
        hang: if hangs { measure.hang } else { 0 },
        ..Column::of(document, width, role(block.kind))
    };
    let mut rows = rows(document, slab, columns, column);
    if rows.is_empty() && slab.is_first {
        rows.push(Row {
            at: slab.span.start,
            strip: 0,
            pieces: smallvec::SmallVec::new(),
        });
    }
    if slab.is_first
        && let Some(picture) = document.picture(slab.block)
    {
        picture::put_above(&mut rows, picture, above, width, measure.room);
    }
    for (number, row) in rows.iter_mut().enumerate() {
        prefix.put(row, number == 0, edge);
    }
    if slab.is_last {
        rows.extend(trailing(
            document, slab.block, columns, &prefix, measure, edge,
        ));
    }
    for row in rows.iter_mut().skip(hangs.into()) {
        row.indent(measure.hang);
    }
    Flow { rows }
}

/// The rows of a slab of a block, without what stands before them and behind it.
fn rows(document: &Document, slab: Slab, columns: Option<&Columns>, column: Column) -> Vec<Row> {
    let Some(block) = document.block(slab.block) else {
        return Vec::new();
    };
    match (block.kind, columns) {
        (BlockKind::Code | BlockKind::Output, _) => code::rows(document, slab, column),
        (BlockKind::Rule, _) => vec![rule(block.span, column.width)],
        (BlockKind::Row(..), Some(columns)) if slab.is_whole(block.span) => {
            table::rows(document, slab.block, columns, column)
        }
        _ => prose::rows(document, slab, column),
    }
}

/// Which way a block runs: as its first letter, among those that are looked at. Code and tables run to the right; cells are told apart.
fn direction(document: &Document, id: BlockId, order: Order) -> Option<Direction> {
    const LOOKED_AT: usize = 1000;
    if order == Order::Logical {
        return None;
    }
    let runs = match document.block(id)?.kind {
        BlockKind::Code | BlockKind::Output | BlockKind::Row(..) | BlockKind::Rule => &[],
        _ => document.runs(id),
    };
    let shown = runs.iter().flat_map(|run| document.shown(run).chars());
    Some(Direction::of(shown.take(LOOKED_AT)).unwrap_or_default())
}

/// Whether a paragraph begins with a mark that opens a quotation.
fn opens(document: &Document, id: BlockId) -> bool {
    const MARKS: [char; 9] = ['“', '„', '"', '‘', '‚', '\'', '«', '»', '‹'];
    let block = document.block(id);
    let is_paragraph = block.is_some_and(|block| block.kind == BlockKind::Paragraph);
    let mut runs = document.runs(id).iter();
    let mut first = || runs.find_map(|run| document.shown(run).chars().next());
    is_paragraph && first().is_some_and(|sign| MARKS.contains(&sign))
}

/// The role of the text of a block.
fn role(kind: BlockKind) -> Role {
    match kind {
        BlockKind::Title => Role::Title,
        BlockKind::Byline => Role::Byline,
        BlockKind::Heading(_) => Role::Heading,
        BlockKind::Term => Role::Term,
        BlockKind::CrossLink => Role::CrossLink,
        BlockKind::Code => Role::Code,
        BlockKind::Row(_, RowKind::Head) => Role::TableHead,
        BlockKind::Paragraph | BlockKind::Output | BlockKind::Row(..) | BlockKind::Rule => {
            Role::Text
        }
    }
}

/// A short rule in the middle of the column.
fn rule(span: Span, width: u16) -> Row {
    let length = (width / 4).max(1);
    let piece = Piece::shown(
        (width - length) / 2,
        "─".repeat(length.into()),
        span,
        Role::Rule,
    );
    Row {
        at: span.start,
        strip: 0,
        pieces: smallvec::smallvec![piece],
    }
}

/// What stands between a block and the next one: nothing, a blank row, or the rule under the head of a table. It has the byte
/// after the block for its place.
fn trailing(
    document: &Document,
    id: BlockId,
    columns: Option<&Columns>,
    prefix: &prefix::Prefix,
    measure: Measure,
    edge: Option<u16>,
) -> Option<Row> {
    let (block, next) = (document.block(id)?, document.block(id.next())?);
    let mut row = Row {
        at: block.span.end,
        strip: 0,
        pieces: smallvec::SmallVec::new(),
    };
    if let (BlockKind::Row(table, kind), BlockKind::Row(below, _), Some(columns)) =
        (block.kind, next.kind, columns)
        && table == below
    {
        row.pieces
            .extend(columns.separator(kind, Span::at(block.span.end))?);
        prefix.put(&mut row, false, None);
        return Some(row);
    }
    document.has_gap(id, id.next()).then(|| {
        prefix::put_shared_bars(document, id, measure.inner(), edge, &mut row);
        row
    })
}
