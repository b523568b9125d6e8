//! What stands before the rows of a block: markers of items, bars of quotations, and the indent under them.

use super::row::{Piece, PieceText, Role, Row};
use super::slab::Slab;
use crate::doc::Document;
use crate::doc::block::{BlockId, Frame, FrameKind, Marker};
use crate::text::order::{self, Direction};
use crate::text::span::Span;

/// Frames that are looked at from the outside in; deeper ones indent no further anyway.
const DEEPEST: usize = 32;

/// The prefix of the rows of one block.
#[derive(Clone, Debug, Default)]
pub(super) struct Prefix {
    first: Vec<Piece>,
    rest: Vec<Piece>,
    width: u16,
}

impl Prefix {
    /// The prefix of a slab in a column of `width` cells, of which it takes a third at the most.
    pub(super) fn of(document: &Document, slab: Slab, width: u16) -> Self {
        let mut frames: Vec<Frame> = document.frames(slab.block).collect();
        frames.reverse();
        frames.truncate(DEEPEST);
        let mut prefix = Self::default();
        for frame in frames {
            let is_first = slab.is_first && frame.first == slab.block;
            prefix.add(document, frame, is_first, width / 3);
        }
        prefix
    }

    fn add(&mut self, document: &Document, frame: Frame, is_first: bool, most: u16) {
        let (mark, role) = mark(document, frame.kind);
        let piece = Piece::shown(self.width, mark, Span::default(), role);
        let width = self.width.saturating_add(piece.cols);
        if width > most {
            return;
        }
        self.width = width;
        if role == Role::Bar {
            self.rest.push(piece.clone());
        }
        if role == Role::Bar || is_first {
            self.first.push(piece);
        }
    }

    /// Cells it takes.
    pub(super) fn width(&self) -> u16 {
        self.width
    }

    /// Whether a bar stands in it.
    pub(super) fn has_bar(&self) -> bool {
        self.rest.iter().any(|piece| piece.role == Role::Bar)
    }

    /// Puts it before a row, which moves to the right; or behind it, where the text begins at a right edge.
    pub(super) fn put(&self, row: &mut Row, is_first: bool, edge: Option<u16>) {
        let pieces = if is_first { &self.first } else { &self.rest };
        let Some(edge) = edge else {
            row.indent(self.width);
            row.pieces.insert_many(0, pieces.iter().cloned());
            return;
        };
        row.pieces
            .extend(pieces.iter().map(|piece| mirrored(piece, edge)));
    }
}

/// A piece as it stands at a right edge.
fn mirrored(piece: &Piece, edge: u16) -> Piece {
    let PieceText::Shown(text) = &piece.text else {
        return piece.clone();
    };
    let text = order::line(text, Direction::RightToLeft);
    let col = edge.saturating_sub(piece.col.saturating_add(piece.cols));
    Piece::shown(col, &*text, piece.span, piece.role)
}

/// What marks a frame, with the space behind it. The numbers of a list stand under each other by their last digits.
fn mark(document: &Document, kind: FrameKind) -> (String, Role) {
    match kind {
        FrameKind::Quote => ("│ ".to_owned(), Role::Bar),
        FrameKind::Item(list, marker @ Marker::Number(_)) => {
            let digits = document.last_number(list).to_string().len();
            (
                format!("{:>1$}", document.sign(marker), digits + 2),
                Role::Marker,
            )
        }
        FrameKind::Item(_, marker) => (document.sign(marker).into_owned(), Role::Marker),
        FrameKind::Note(label) => (format!("[{}] ", document.text(label)), Role::Marker),
    }
}

/// Puts the bars of the quotations that hold both blocks on the blank row between them.
pub(super) fn put_shared_bars(
    document: &Document,
    above: BlockId,
    width: u16,
    edge: Option<u16>,
    row: &mut Row,
) {
    let below: Vec<Frame> = document.frames(above.next()).collect();
    let mut prefix = Prefix::default();
    let mut frames: Vec<Frame> = document.frames(above).collect();
    frames.reverse();
    for (frame, other) in frames
        .into_iter()
        .zip(below.into_iter().rev())
        .take(DEEPEST)
    {
        if frame != other {
            break;
        }
        prefix.add(document, frame, false, width / 3);
    }
    prefix.put(row, false, edge);
}
