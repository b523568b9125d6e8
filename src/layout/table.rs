//! Tables: the rows of a table, its cells side by side.
//!
//! Its columns are solved once for each width.

mod columns;
mod share;

pub use columns::Columns;
use smallvec::SmallVec;

use super::prose::{self, Column};
use super::row::{Piece, Role, Row};
use super::slab::Clip;
use crate::doc::Document;
use crate::doc::block::{Align, BlockId};
use crate::doc::run::Run;
use crate::text::order::Direction;
use crate::text::span::Span;

/// What stands between two columns.
const BORDER: &str = " │ ";

/// Cells that the border takes.
const BORDER_WIDTH: u16 = 3;

/// Characters of a cell that tell which way it runs.
const LOOKED_AT: usize = 400;

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
    let wrapped: Vec<Vec<Row>> = document
        .cells(id)
        .zip(&columns.widths)
        .map(|(cell, &width)| {
            let clips: Vec<_> = cell.iter().map(|run| Clip::whole(document, run)).collect();
            let direction = column.direction.map(|_| direction(&clips));
            let column = Column {
                width,
                hang: 0,
                language: None,
                direction,
                keeps_addresses: false,
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
    Direction::of(shown.take(LOOKED_AT)).unwrap_or_default()
}

/// The cell whose lines give the rows their places: the longest, because it runs through most of them, and is the same one at
/// every width.
fn longest_cell(document: &Document, row: BlockId) -> usize {
    let length = |cell: &[Run]| -> usize { cell.iter().map(|run| document.shown(run).len()).sum() };
    let longest = document
        .cells(row)
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
