//! Rows and their pieces: what the painter draws.

use smallvec::SmallVec;

use crate::doc::run::{LinkId, Marks};
use crate::text::span::Span;

/// One row of laid-out text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place: a byte of the block, which grows from row to row.
    pub at: u32,
    /// Which of the rows at this byte it is: a picture takes many.
    pub strip: u16,
    /// What stands in it, from left to right.
    pub pieces: SmallVec<[Piece; 4]>,
}

/// A piece of a row, of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it starts, in cells from the left edge of the text column.
    pub col: u16,
    /// How many cells it takes.
    pub cols: u16,
    /// The bytes of the reading text that it stands for; empty for what is not in the text.
    pub span: Span,
    /// What is drawn.
    pub text: PieceText,
    /// What it is.
    pub role: Role,
    /// How the author marked it.
    pub marks: Marks,
    /// Where it leads.
    pub link: Option<LinkId>,
}

/// What is drawn of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceText {
    /// The bytes of its span.
    Source,
    /// Other text.
    Shown(Box<str>),
    /// A picture, or what is said in its place.
    Picture(Share),
}

/// What a row shows of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// As much of it as a row is high: which row it is, and of how many.
    Strip {
        /// The row, counted from the top of the picture.
        row: u16,
        /// All of them.
        rows: u16,
    },
    /// Nothing; there is something to say of it.
    Notice,
}

/// What a piece is; a theme gives each role its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// The title of the article.
    Title,
    /// Author and date.
    Byline,
    /// A heading.
    Heading,
    /// A term, or the summary of something folded away.
    Term,
    /// A line that leads to another article.
    CrossLink,
    /// Text whose lines are kept.
    Code,
    /// The head of a table.
    TableHead,
    /// A bullet, a number, the label of a footnote.
    Marker,
    /// The bar beside a block quotation.
    Bar,
    /// A rule, also between the cells of a table.
    Rule,
    /// A picture, or what is said in its place.
    Picture,
}

impl Piece {
    /// A piece that shows other text than it stands for. Its width is measured.
    pub fn shown(col: u16, text: impl Into<Box<str>>, span: Span, role: Role) -> Self {
        let text = text.into();
        let cols = crate::text::num::cells(crate::text::cluster::width(&text));
        Self {
            col,
            cols,
            span,
            text: PieceText::Shown(text),
            role,
            marks: Marks::empty(),
            link: None,
        }
    }
}

impl Row {
    /// Whether it is the first of a block that begins with the byte `start`.
    pub fn is_first(&self, start: u32) -> bool {
        self.at == start && self.strip == 0
    }

    /// The cell after the last one that is drawn.
    pub fn width(&self) -> u16 {
        self.pieces
            .iter()
            .map(|piece| piece.col.saturating_add(piece.cols))
            .max()
            .unwrap_or(0)
    }

    /// Moves everything `cols` cells to the right.
    pub(super) fn indent(&mut self, cols: u16) {
        for piece in &mut self.pieces {
            piece.col = piece.col.saturating_add(cols);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_wider_than_can_be_counted_ends_at_the_last_cell() {
        let piece = Piece::shown(u16::MAX - 1, "wide", Span::at(0), Role::Text);
        let row = Row {
            at: 0,
            strip: 0,
            pieces: SmallVec::from_iter([piece]),
        };
        assert_eq!(row.width(), u16::MAX);
    }
}
