//! A line of clusters as a row: in the order in which it is seen, in pieces.

use smallvec::SmallVec;

use super::prose::{Column, ink};
use super::row::{Piece, PieceText, Role, Row};
use super::slab::Clip;
use crate::doc::run::{Marks, Shown};
use crate::text::order::{self, Direction, Level};
use crate::text::span::Span;

/// One cluster.
#[derive(Clone, Copy)]
pub(super) struct Atom {
    /// The clip it belongs to.
    pub(super) clip: usize,
    /// Its bytes in what the clip shows.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) width: u16,
    pub(super) kind: Kind,
}

/// What a cluster is where a line ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Ink,
    Space,
    SoftHyphen,
    Break,
}

/// One line.
pub(super) struct Line<'a> {
    /// Its clusters, the space at its end included.
    pub(super) atoms: &'a [Atom],
    /// Their levels, where some of the text runs to the left.
    pub(super) levels: Option<&'a [Level]>,
    /// Whether it ends within a word.
    pub(super) is_divided: bool,
    /// Cells that it may take.
    pub(super) room: u16,
}

impl Line<'_> {
    /// The line as a row, without the space at its end. Its place is the byte it begins with, or 0 when it is blank.
    pub(super) fn row(&self, clips: &[Clip<'_>], column: Column) -> Row {
        let drawn = ink(self.atoms);
        let mut row = Row {
            at: drawn.first().map_or(0, |first| source(clips, first).start),
            strip: 0,
            pieces: SmallVec::new(),
        };
        let mut col = 0;
        for stretch in self.stretches(drawn.len()) {
            let runs_left = self.runs_left(stretch.start);
            let atoms = drawn.get(stretch).unwrap_or_default();
            for atoms in atoms.chunk_by(|a, b| a.clip == b.clip) {
                if let Some(piece) = piece(clips, atoms, col, column.role, runs_left) {
                    col += piece.cols;
                    row.pieces.push(piece);
                }
            }
        }
        let end = drawn.last().map_or(0, |last| source(clips, last).end);
        if self.has_hyphen() && col < self.room {
            put_hyphen(&mut row, end, column);
        }
        if column.direction == Some(Direction::RightToLeft) {
            row.indent(self.room.saturating_sub(row.width()));
        }
        row
    }

    /// What of its first `drawn` clusters is seen one after the other.
    fn stretches(&self, drawn: usize) -> Vec<std::ops::Range<usize>> {
        let levels = self.levels.and_then(|levels| levels.get(..drawn));
        let whole = || std::iter::once(0..drawn).collect();
        levels.map_or_else(whole, order::stretches)
    }

    fn runs_left(&self, at: usize) -> bool {
        let level = self.levels.and_then(|levels| levels.get(at));
        level.is_some_and(Level::is_rtl)
    }

    /// Whether a hyphen is drawn at its end: where a word is divided, or a soft hyphen stands.
    fn has_hyphen(&self) -> bool {
        let last = self.atoms.last();
        self.is_divided || last.is_some_and(|atom| atom.kind == Kind::SoftHyphen)
    }
}

/// Draws a hyphen where the line ends, behind the byte `end`.
fn put_hyphen(row: &mut Row, end: u32, column: Column) {
    let hyphen = |col| Piece::shown(col, "-", Span::at(end), column.role);
    if column.direction == Some(Direction::RightToLeft) {
        row.indent(1);
        row.pieces.insert(0, hyphen(0));
    } else {
        row.pieces.push(hyphen(row.width()));
    }
}

/// The bytes that a cluster stands for.
fn source(clips: &[Clip<'_>], atom: &Atom) -> Span {
    let Some(Clip { run, .. }) = clips.get(atom.clip) else {
        return Span::default();
    };
    match run.shown {
        Shown::Source => Span::new(run.span.start + atom.start, run.span.start + atom.end),
        _ => run.span,
    }
}

/// The piece that neighbouring clusters of one clip make.
fn piece(
    clips: &[Clip<'_>],
    atoms: &[Atom],
    col: u16,
    role: Role,
    runs_left: bool,
) -> Option<Piece> {
    let (first, last) = (atoms.first()?, atoms.last()?);
    let Clip { run, shown } = clips.get(first.clip)?;
    let shown = crate::text::cut(shown, first.start as usize..last.end as usize);
    let mirrored = order::mirrored(shown).filter(|_| runs_left);
    let text = match run.shown {
        Shown::Source if mirrored.is_none() => PieceText::Source,
        _ => PieceText::Shown(mirrored.unwrap_or(shown).into()),
    };
    let role = if run.marks.contains(Marks::NOTE) {
        Role::Marker
    } else {
        role
    };
    Some(Piece {
        col,
        cols: atoms.iter().map(|atom| atom.width).sum(),
        span: source(clips, first).join(source(clips, last)),
        text,
        role,
        marks: run.marks,
        link: run.link,
    })
}
