//! Layer 2: where the text sits for a width.
//!
//! Blocks become rows of pieces. Rows carry roles and spans, never colours, so themes, hits and marks never wrap anything
//! anew; they are laid out one [slab] at a time and on demand, so a frame costs what is on screen, not what is in the
//! article. Nothing here draws, and nothing here fails.

pub mod cache;
mod code;
mod prefix;
mod prose;
pub mod row;
pub mod slab;
pub mod table;
mod tie;
pub mod walk;
mod wrap;

pub use prose::wrap_text;
use row::{Piece, Role, Row};
use slab::Slab;
use table::Columns;

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind, RowKind};
use crate::text::span::Span;

/// How much room the text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// Cells from the left edge of the text column to its right edge.
    pub width: u16,
}

/// A slab laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Its rows from top to bottom; the last may be the blank row or the rule that follows the block.
    pub rows: Vec<Row>,
}

impl Flow {
    /// The row that a place in the block stands for, by the keys of the rows.
    pub fn row_of(&self, at: u32) -> usize {
        self.rows
            .partition_point(|row| row.at <= at)
            .saturating_sub(1)
    }

    /// The row that shows the byte `at`; the one before it when it is not seen.
    pub fn row_showing(&self, at: u32) -> usize {
        let shows = |row: &Row| row.pieces.iter().any(|piece| piece.span.contains(at));
        self.rows
            .iter()
            .position(shows)
            .unwrap_or_else(|| self.row_of(at))
    }
}

/// Lays one slab of a block out. Cost is that of the slab, whatever the size of the article.
///
/// `columns` are those of the table, when the block is a row of one.
pub fn flow(document: &Document, slab: Slab, measure: Measure, columns: Option<&Columns>) -> Flow {
    let Some(block) = document.block(slab.block) else {
        return Flow::default();
    };
    let prefix = prefix::Prefix::of(document, slab, measure.width);
    let width = measure.width.saturating_sub(prefix.width()).max(1);
    let mut rows = match (block.kind, columns) {
        (BlockKind::Code | BlockKind::Output, _) => code::rows(document, slab, role(block.kind)),
        (BlockKind::Rule, _) => vec![rule(block.span, width)],
        (BlockKind::Row(..), Some(columns)) if slab.is_whole(block.span) => {
            table::rows(document, slab.block, columns)
        }
        (kind, _) => prose::rows(document, slab, width, role(kind)),
    };
    if rows.is_empty() && slab.is_first {
        rows.push(Row {
            at: slab.span.start,
            pieces: smallvec::SmallVec::new(),
        });
    }
    for (number, row) in rows.iter_mut().enumerate() {
        prefix.put(row, number == 0);
    }
    if slab.is_last {
        rows.extend(trailing(document, slab.block, columns, &prefix, measure));
    }
    Flow { rows }
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
) -> Option<Row> {
    let (block, next) = (document.block(id)?, document.block(id.next())?);
    let mut row = Row {
        at: block.span.end,
        pieces: smallvec::SmallVec::new(),
    };
    if let (BlockKind::Row(table, kind), BlockKind::Row(below, _), Some(columns)) =
        (block.kind, next.kind, columns)
        && table == below
    {
        row.pieces
            .extend(columns.separator(kind, Span::at(block.span.end))?);
        prefix.put(&mut row, false);
        return Some(row);
    }
    prefix::has_gap(document, id, id.next()).then(|| {
        prefix::put_shared_bars(document, id, measure.width, &mut row);
        row
    })
}
