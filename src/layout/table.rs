//! Tables: the widths of their columns, and their rows.
//!
//! A table gets its natural widths where they fit. Where they do not, narrow columns keep theirs and the wide ones share what
//! is left, their cells wrapped. Where even that leaves columns too narrow to read, the table is wider than the text column
//! and reached sideways. Linear in the cells that are looked at, of which there is a limit.

use smallvec::SmallVec;

use super::Measure;
use super::prose::{self, Column};
use super::row::{Piece, Role, Row};
use super::slab::Clip;
use crate::doc::Document;
use crate::doc::block::{Align, BlockId, RowKind, TableId};
use crate::doc::run::{Run, Shown};
use crate::text::cluster::clusters;
use crate::text::num;
use crate::text::order::Direction;
use crate::text::span::Span;

/// What stands between two columns.
const BORDER: &str = " │ ";

/// Cells that the border takes.
const BORDER_WIDTH: u16 = 3;

/// No column is made narrower than this, unless its cells are, in cells.
const NARROWEST: u16 = 8;

/// Cells that are measured before the widths are settled; later rows are wrapped into them.
const SAMPLE: usize = 10_000;

/// Clusters of one cell that are measured.
const LONGEST_CELL: usize = 400;

/// The columns of a table in a column of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    widths: Vec<u16>,
    aligns: Box<[Align]>,
    /// Whether some cell takes more than one line, so that rows need a border between them.
    is_wrapped: bool,
}

impl Columns {
    /// Solves the columns of a table.
    pub fn solve(document: &Document, id: TableId, measure: Measure) -> Self {
        let Some(table) = document.table(id) else {
            return Self {
                widths: Vec::new(),
                aligns: Box::default(),
                is_wrapped: false,
            };
        };
        let natural = natural_widths(document, table.first, table.rows, table.columns.len());
        let borders = BORDER_WIDTH.saturating_mul(num::cells(natural.len().saturating_sub(1)));
        let widths = shrink(&natural, measure.width.saturating_sub(borders));
        Self {
            is_wrapped: widths != natural,
            widths,
            aligns: table.columns.clone(),
        }
    }

    /// The rule under the head of the table; between the rows of its body where cells are wrapped, the borders alone.
    pub(super) fn separator(&self, kind: RowKind, span: Span) -> Option<Vec<Piece>> {
        let (fill, border) = match kind {
            RowKind::Head => ("─", "─┼─"),
            RowKind::Body if self.is_wrapped => (" ", BORDER),
            RowKind::Body => return None,
        };
        let cells: Vec<_> = self
            .widths
            .iter()
            .map(|&width| fill.repeat(width.into()))
            .collect();
        Some(vec![Piece::shown(0, cells.join(border), span, Role::Rule)])
    }
}

/// The widest cell of each column among the rows that are looked at.
fn natural_widths(document: &Document, first: BlockId, rows: usize, columns: usize) -> Vec<u16> {
    let mut widths = vec![1; columns];
    let looked_at = rows.min(SAMPLE / columns.max(1) + 1);
    for row in (first.index()..first.index() + looked_at).map(BlockId::new) {
        for (width, cell) in widths.iter_mut().zip(cells(document, row)) {
            *width = cell_width(document, cell).max(*width);
        }
    }
    widths
}

fn cell_width(document: &Document, cell: &[Run]) -> u16 {
    let shown = cell.iter().flat_map(|run| clusters(document.shown(run)));
    num::cells(shown.take(LONGEST_CELL).map(|cluster| cluster.width).sum())
}

/// The cells of a row: its runs between the cell ends.
fn cells(document: &Document, row: BlockId) -> impl Iterator<Item = &[Run]> {
    document
        .runs(row)
        .split_inclusive(|run| run.shown == Shown::CellEnd)
        .map(|cell| cell.split_last().map_or(cell, |(_, cell)| cell))
}

/// Takes from the widest columns until all fit in `room` or are as narrow as can be read.
fn shrink(natural: &[u16], room: u16) -> Vec<u16> {
    let mut sorted: Vec<u32> = natural.iter().map(|&width| width.into()).collect();
    sorted.sort_unstable();
    let mut left = u32::from(room);
    for (taken, &width) in sorted.iter().enumerate() {
        let share = left / num::offset(sorted.len() - taken);
        if width > share {
            let most = num::cells(share as usize).max(NARROWEST);
            return natural.iter().map(|&width| width.min(most)).collect();
        }
        left -= width;
    }
    natural.to_vec()
}

/// The rows that one row of a table takes: its cells side by side.
pub(super) fn rows(
    document: &Document,
    id: BlockId,
    columns: &Columns,
    column: Column,
) -> Vec<Row> {
    let Some(block) = document.block(id) else {
        return Vec::new();
    };
    let wrapped: Vec<Vec<Row>> = cells(document, id)
        .zip(&columns.widths)
        .map(|(cell, &width)| {
            let clips: Vec<_> = cell.iter().map(|run| Clip::whole(document, run)).collect();
            let direction = column.direction.map(|_| direction(&clips));
            let column = Column {
                width,
                hang: 0,
                language: None,
                direction,
                ..column
            };
            prose::lines(&clips, column)
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let leading = longest_cell(document, id);
    let row = |line: usize| {
        let at = wrapped.get(leading).and_then(|cell| cell.get(line));
        Row {
            at: at.map_or(0, |row| row.at),
            strip: 0,
            pieces: side_by_side(&wrapped, line, columns, block.span),
        }
    };
    let mut rows: Vec<Row> = (0..height).map(row).collect();
    prose::number(&mut rows, block.span.start);
    rows
}

/// Which way a cell runs: as its first letter.
fn direction(clips: &[Clip<'_>]) -> Direction {
    let shown = clips.iter().flat_map(|clip| clip.shown.chars());
    Direction::of(shown.take(LONGEST_CELL)).unwrap_or_default()
}

/// The cell whose lines give the rows their places: the longest, because it runs through most of them, and is the same one at
/// every width.
fn longest_cell(document: &Document, row: BlockId) -> usize {
    let length = |cell: &[Run]| -> usize { cell.iter().map(|run| document.shown(run).len()).sum() };
    let longest = cells(document, row)
        .enumerate()
        .max_by_key(|(_, cell)| length(cell));
    longest.map_or(0, |(index, _)| index)
}

fn side_by_side(
    cells: &[Vec<Row>],
    line: usize,
    columns: &Columns,
    span: Span,
) -> SmallVec<[Piece; 4]> {
    let mut pieces = SmallVec::new();
    let mut left = 0;
    for (index, &width) in columns.widths.iter().enumerate() {
        if index > 0 {
            pieces.push(Piece::shown(left, BORDER, Span::at(span.start), Role::Rule));
            left = left.saturating_add(BORDER_WIDTH);
        }
        if let Some(cell) = cells.get(index).and_then(|cell| cell.get(line)) {
            let slack = width.saturating_sub(cell.width());
            let indent = match columns.aligns.get(index) {
                Some(Align::Right) => slack,
                Some(Align::Centre) => slack / 2,
                _ => 0,
            };
            let mut cell = cell.clone();
            cell.indent(left.saturating_add(indent));
            pieces.append(&mut cell.pieces);
        }
        left = left.saturating_add(width);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_columns_keep_their_width() {
        assert_eq!(shrink(&[4, 10], 20), [4, 10]);
        assert_eq!(shrink(&[4, 30, 30], 44), [4, 20, 20]);
        assert_eq!(shrink(&[4, 12, 30], 44), [4, 12, 28]);
        assert_eq!(shrink(&[30, 30, 30], 12), [8, 8, 8]);
        assert_eq!(shrink(&[], 12), [0_u16; 0]);
    }
}
