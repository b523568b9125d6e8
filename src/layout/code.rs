//! Code, and what programs print: every line a row, never wrapped. What is wider than the column is reached sideways.

mod ink;

use ink::Inks;
use smallvec::SmallVec;

use super::prose::Column;
use super::row::{Piece, PieceText, Role, Row};
use super::slab::{self, Clip, Slab};
use crate::doc::Document;
use crate::doc::run::{Run, Shown};
use crate::text::cluster;
use crate::text::num;
use crate::text::order::{self, Direction, Part};
use crate::text::span::Span;

/// The rows of a slab whose lines are kept.
pub(super) fn rows(document: &Document, slab: Slab, column: Column) -> Vec<Row> {
    let inks = Inks::of(document, slab);
    let mut lines = Lines {
        rows: Vec::new(),
        open: None,
        setting: Setting::of(column, &inks),
    };
    let mut base = 0;
    for Clip { run, shown } in slab::clips(document, slab) {
        lines.add(PlacedRun { run, base }, shown);
        base += shown.len();
    }
    let mut rows = lines.rows;
    rows.extend(lines.open);
    super::prose::number(&mut rows, slab.span.start);
    rows
}

/// How lines are set.
#[derive(Clone, Copy)]
struct Setting<'a> {
    role: Role,
    /// Cells before each.
    indent: u16,
    /// Cells from one tab stop to the next.
    tab: u16,
    /// Which way its words run, one after the other; `None` where they are left as they are stored.
    direction: Option<Direction>,
    inks: &'a Inks,
}

impl<'a> Setting<'a> {
    fn of(column: Column, inks: &'a Inks) -> Self {
        let (indent, tab) = match column.role {
            Role::Code => (2, 4),
            _ => (0, 8), // as terminals have it
        };
        Self {
            role: column.role,
            indent,
            tab,
            direction: column.direction,
            inks,
        }
    }
}

/// A run in its slab.
#[derive(Clone, Copy)]
struct PlacedRun {
    run: Run,
    /// Where what the run shows begins in what the slab shows.
    base: usize,
}

impl PlacedRun {
    /// The bytes of the text behind a part of what the run shows.
    fn span(self, start: usize, end: usize) -> Span {
        match self.run.shown {
            Shown::Source => Span::of(start..end).shift(self.run.span.start),
            _ => self.run.span,
        }
    }
}

struct Lines<'a> {
    rows: Vec<Row>,
    /// The line that still grows.
    open: Option<Row>,
    setting: Setting<'a>,
}

impl Lines<'_> {
    fn add(&mut self, placed: PlacedRun, shown: &str) {
        let mut at = 0;
        for line in shown.split_inclusive('\n') {
            let text = line.trim_end_matches(['\n', '\r']);
            let row = self.open.get_or_insert_with(|| Row {
                at: placed.span(at, at).start,
                strip: 0,
                pieces: SmallVec::new(),
            });
            self.setting.put(row, placed, text, at);
            at += line.len();
            if text.len() < line.len() {
                if row.pieces.is_empty() {
                    let span = placed.run.span;
                    let end = span.start + num::offset(at - 1).min(span.len());
                    let Setting { role, indent, .. } = self.setting;
                    row.pieces
                        .push(Piece::shown(indent, "", Span::at(end), role)); // an empty line keeps its place
                }
                self.rows.extend(self.open.take());
            }
        }
    }
}

impl Setting<'_> {
    /// Puts a line behind what the row already holds; tabs become the space to their stop.
    fn put(self, row: &mut Row, placed: PlacedRun, text: &str, at: usize) {
        let mut at = at;
        for part in text.split_inclusive('\t') {
            let ink = part.trim_end_matches('\t');
            self.put_ink(row, placed, ink, at);
            if ink.len() < part.len() {
                let col = self.end(row);
                let blank = self.tab - (col - self.indent) % self.tab;
                let span = placed.span(at + ink.len(), at + part.len());
                let blank = Piece::shown(col, " ".repeat(blank.into()), span, self.role);
                row.pieces.push(blank);
            }
            at += part.len();
        }
    }

    /// Puts what stands between two tabs behind what the row already holds.
    fn put_ink(self, row: &mut Row, placed: PlacedRun, text: &str, at: usize) {
        let parts = match self.direction {
            Some(direction) => order::parts(text, direction),
            None => vec![Part::whole(text)],
        };
        let start = placed.base + at;
        for part in parts {
            let range = start + part.range.start..start + part.range.end;
            for (range, ink) in self.inks.cut(range) {
                let from = range.start - start;
                let text = crate::text::cut(text, from..range.end - start);
                let mut piece = self.piece(placed, text, at + from, self.end(row));
                if let Some(mirrored) = part.mirrored {
                    piece.text = PieceText::Shown(mirrored.into());
                }
                if let Some(ink) = ink {
                    piece.role = ink.role;
                    piece.marks |= ink.marks;
                }
                row.pieces.push(piece);
            }
        }
    }

    /// The cell behind all that the row already holds.
    fn end(self, row: &Row) -> u16 {
        let last = row.pieces.last();
        last.map_or(self.indent, |piece| piece.col.saturating_add(piece.cols))
    }

    fn piece(self, placed: PlacedRun, text: &str, at: usize, col: u16) -> Piece {
        let run = placed.run;
        Piece {
            col,
            cols: num::cells(cluster::width(text)),
            span: placed.span(at, at + text.len()),
            text: match run.shown {
                Shown::Source => PieceText::Source,
                _ => PieceText::Shown(text.into()),
            },
            role: self.role,
            marks: run.marks,
            link: run.link,
        }
    }
}
