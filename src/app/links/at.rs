//! What a stretch of the text belongs to: a link, the mark of a footnote, or the number before its text.

use crate::doc::Document;
use crate::doc::block::{BlockId, Frame, FrameKind};
use crate::doc::run::{LinkId, Marks, Run, Shown};
use crate::layout::row::{Piece, PieceText};
use crate::text::num;
use crate::text::span::Span;

/// A link, the mark of a footnote, or the number of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum At {
    Link(LinkId),
    Note(Span),
    /// The number before a footnote, which begins with this block.
    Number(BlockId),
}

impl At {
    /// What a piece of a row shows of a block.
    pub(super) fn of_piece(
        document: &Document,
        block: BlockId,
        piece: &Piece,
    ) -> impl Iterator<Item = Self> + use<> {
        let stretch = Stretch {
            span: piece.span,
            marks: piece.marks,
            link: piece.link,
            is_source: piece.text == PieceText::Source,
        };
        let number = is_number(document, block, piece).then_some(Self::Number(block));
        stretch.all(document).chain(number)
    }

    /// What a run holds.
    pub(super) fn of_run(document: &Document, run: &Run) -> impl Iterator<Item = Self> + use<> {
        let stretch = Stretch {
            span: run.span,
            marks: run.marks,
            link: run.link,
            is_source: run.shown == Shown::Source,
        };
        stretch.all(document)
    }

    /// Where it stands in the text.
    pub(super) fn span(self, document: &Document) -> Option<Span> {
        match self {
            Self::Link(id) => Some(document.link(id)?.span),
            Self::Note(span) => Some(span),
            Self::Number(block) => Some(document.block(block)?.span),
        }
    }
}

/// A part of the text that is set alike.
struct Stretch {
    span: Span,
    marks: Marks,
    link: Option<LinkId>,
    /// Whether it shows the bytes of its span.
    is_source: bool,
}

impl Stretch {
    /// Its link, or its marks of footnotes: where they stand in the text itself, several in a row make one stretch.
    fn all(self, document: &Document) -> impl Iterator<Item = At> + use<> {
        let span = self.span;
        let notes = if !self.marks.contains(Marks::NOTE) {
            Vec::new()
        } else if self.is_source {
            let text = document.slice(span);
            let ends = text.match_indices(']').map(|(at, _)| num::offset(at + 1));
            let mut start = 0;
            let mark = |end| Span::new(std::mem::replace(&mut start, end), end).shift(span.start);
            ends.map(mark).collect()
        } else {
            vec![span]
        };
        let link = self.link.filter(|_| notes.is_empty()).map(At::Link);
        link.into_iter().chain(notes.into_iter().map(At::Note))
    }
}

/// Whether a piece is the number before a footnote that begins with a block.
fn is_number(document: &Document, block: BlockId, piece: &Piece) -> bool {
    let PieceText::Shown(text) = &piece.text else {
        return false;
    };
    let label = text.trim_end().strip_prefix('[');
    let label = label.and_then(|label| label.strip_suffix(']'));
    piece.span.is_empty() && label.is_some() && note(document, block) == label
}

/// The label of the footnote that begins with a block.
pub(super) fn note(document: &Document, block: BlockId) -> Option<&str> {
    let begins = |it: &Frame| it.first == block;
    let mut begun = document.frames(block).filter(begins);
    begun.find_map(|it| match it.kind {
        FrameKind::Note(label) => Some(document.text(label)),
        _ => None,
    })
}
