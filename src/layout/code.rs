//! Code: every line a row, never wrapped. What is wider than the column is reached sideways.

use smallvec::SmallVec;

use super::row::{Piece, PieceText, Role, Row};
use super::slab::{self, Slab};
use crate::doc::Document;
use crate::doc::run::{Marks, Run, Shown};
use crate::text::cluster;
use crate::text::num;
use crate::text::span::Span;

/// Cells before each line.
const INDENT: u16 = 2;

/// Cells from one tab stop to the next.
const TAB: u16 = 4;

/// The rows of a slab of code.
pub(super) fn rows(document: &Document, slab: Slab) -> Vec<Row> {
    let mut lines = Lines {
        rows: Vec::new(),
        open: None,
    };
    for clip in slab::clips(document, slab) {
        lines.add(&clip.run, clip.shown);
    }
    let mut rows = lines.rows;
    rows.extend(lines.open);
    super::prose::number(&mut rows, slab.span.start);
    rows
}

struct Lines {
    rows: Vec<Row>,
    /// The line that still grows.
    open: Option<Row>,
}

impl Lines {
    fn add(&mut self, run: &Run, shown: &str) {
        let mut at = 0;
        for line in shown.split_inclusive('\n') {
            let text = line.trim_end_matches(['\n', '\r']);
            let row = self.open.get_or_insert_with(|| Row {
                at: source(run, at, at).start,
                pieces: SmallVec::new(),
            });
            put(row, run, text, at);
            at += line.len();
            if text.len() < line.len() {
                if row.pieces.is_empty() {
                    let end = run.span.start + num::offset(at - 1).min(run.span.len());
                    row.pieces
                        .push(Piece::shown(INDENT, "", Span::at(end), Role::Code)); // an empty line keeps its place
                }
                self.rows.extend(self.open.take());
            }
        }
    }
}

/// Puts a line behind what the row already holds; tabs become the space to their stop.
fn put(row: &mut Row, run: &Run, text: &str, at: usize) {
    let mut at = at;
    for part in text.split_inclusive('\t') {
        let col = row.width().max(INDENT);
        let ink = part.trim_end_matches('\t');
        if !ink.is_empty() {
            row.pieces.push(piece(run, ink, at, col));
        }
        if ink.len() < part.len() {
            let col = row.width().max(INDENT);
            let blank = TAB - (col - INDENT) % TAB;
            let span = source(run, at + ink.len(), at + part.len());
            row.pieces.push(Piece::shown(
                col,
                " ".repeat(blank.into()),
                span,
                Role::Code,
            ));
        }
        at += part.len();
    }
}

fn piece(run: &Run, ink: &str, at: usize, col: u16) -> Piece {
    let text = if run.shown == Shown::Source {
        PieceText::Source
    } else {
        PieceText::Shown(ink.into())
    };
    let span = source(run, at, at + ink.len());
    let cols = num::cells(cluster::width(ink));
    Piece {
        col,
        cols,
        span,
        text,
        role: Role::Code,
        marks: Marks::empty(),
        link: None,
    }
}

/// The bytes of the source behind a part of what the run shows.
fn source(run: &Run, start: usize, end: usize) -> Span {
    match run.shown {
        Shown::Source => Span::of(start..end).shift(run.span.start),
        _ => run.span,
    }
}
