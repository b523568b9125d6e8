//! Code, and what programs print: every line a row, never wrapped. What is wider than the column is reached sideways.

use smallvec::SmallVec;

use super::prose::Column;
use super::row::{Piece, PieceText, Role, Row};
use super::slab::{self, Slab};
use crate::doc::Document;
use crate::doc::run::{Run, Shown};
use crate::text::cluster;
use crate::text::num;
use crate::text::order::{self, Direction, Part};
use crate::text::span::Span;

/// The rows of a slab whose lines are kept.
pub(super) fn rows(document: &Document, slab: Slab, column: Column) -> Vec<Row> {
    let mut lines = Lines {
        rows: Vec::new(),
        open: None,
        setting: Setting::of(column),
    };
    for clip in slab::clips(document, slab) {
        lines.add(&clip.run, clip.shown);
    }
    let mut rows = lines.rows;
    rows.extend(lines.open);
    super::prose::number(&mut rows, slab.span.start);
    rows
}

/// How lines are set.
#[derive(Clone, Copy)]
struct Setting {
    role: Role,
    /// Cells before each.
    indent: u16,
    /// Cells from one tab stop to the next.
    tab: u16,
    /// Which way its words run, one after the other; `None` where they are left as they are stored.
    direction: Option<Direction>,
}

impl Setting {
    fn of(column: Column) -> Self {
        let (indent, tab) = match column.role {
            Role::Code => (2, 4),
            _ => (0, 8), // as terminals have it
        };
        Self {
            role: column.role,
            indent,
            tab,
            direction: column.direction,
        }
    }
}

struct Lines {
    rows: Vec<Row>,
    /// The line that still grows.
    open: Option<Row>,
    setting: Setting,
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
            self.setting.put(row, run, text, at);
            at += line.len();
            if text.len() < line.len() {
                if row.pieces.is_empty() {
                    let end = run.span.start + num::offset(at - 1).min(run.span.len());
                    let Setting { role, indent, .. } = self.setting;
                    row.pieces
                        .push(Piece::shown(indent, "", Span::at(end), role)); // an empty line keeps its place
                }
                self.rows.extend(self.open.take());
            }
        }
    }
}

impl Setting {
    /// Puts a line behind what the row already holds; tabs become the space to their stop.
    fn put(self, row: &mut Row, run: &Run, text: &str, at: usize) {
        let mut at = at;
        for part in text.split_inclusive('\t') {
            let ink = part.trim_end_matches('\t');
            self.put_ink(row, run, ink, at);
            if ink.len() < part.len() {
                let col = self.end(row);
                let blank = self.tab - (col - self.indent) % self.tab;
                let span = source(run, at + ink.len(), at + part.len());
                let blank = Piece::shown(col, " ".repeat(blank.into()), span, self.role);
                row.pieces.push(blank);
            }
            at += part.len();
        }
    }

    /// Puts what stands between two tabs behind what the row already holds.
    fn put_ink(self, row: &mut Row, run: &Run, ink: &str, at: usize) {
        let parts = match self.direction {
            Some(direction) => order::parts(ink, direction),
            None => vec![Part::whole(ink)],
        };
        for part in parts {
            let start = at + part.range.start;
            let text = crate::text::cut(ink, part.range);
            let mut piece = self.piece(run, text, start, self.end(row));
            if let Some(mirrored) = part.mirrored {
                piece.text = PieceText::Shown(mirrored.into());
            }
            row.pieces.extend(Some(piece).filter(|_| !text.is_empty()));
        }
    }

    /// The cell behind all that the row already holds.
    fn end(self, row: &Row) -> u16 {
        let last = row.pieces.last();
        last.map_or(self.indent, |piece| piece.col.saturating_add(piece.cols))
    }

    fn piece(self, run: &Run, ink: &str, at: usize, col: u16) -> Piece {
        let text = if run.shown == Shown::Source {
            PieceText::Source
        } else {
            PieceText::Shown(ink.into())
        };
        Piece {
            col,
            cols: num::cells(cluster::width(ink)),
            span: source(run, at, at + ink.len()),
            text,
            role: self.role,
            marks: run.marks,
            link: run.link,
        }
    }
}

/// The bytes of the source behind a part of what the run shows.
fn source(run: &Run, start: usize, end: usize) -> Span {
    match run.shown {
        Shown::Source => Span::of(start..end).shift(run.span.start),
        _ => run.span,
    }
}
