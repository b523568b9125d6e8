//! Pictures: rows above the words that stand for them.
//!
//! ```text
//! ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   strip 0 ┐
//! ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   strip 1 │ at the first byte of the block
//! [image: A boat]   strip 2 ┘
//! ```

use super::row::{Piece, PieceText, Role, Row, Share};
use crate::doc::picture::Picture;
use crate::doc::run::Marks;
use crate::picture::size::{Fit, Pixels, Room};
use crate::text::num;
use crate::text::span::Span;

/// What stands above the words of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Above {
    /// Nothing: there is no picture, or nothing is known of it.
    #[default]
    Nothing,
    /// A row that says something of it.
    Notice,
    /// The picture, which has so many pixels.
    Picture(Pixels),
}

/// Puts what stands above the words of a picture before their rows.
pub(super) fn put_above(
    rows: &mut Vec<Row>,
    picture: &Picture,
    above: Above,
    width: u16,
    room: Room,
) {
    let Some(first) = rows.first_mut() else {
        return;
    };
    let at = first.at;
    let (cols, shares) = match above {
        Above::Nothing => return,
        Above::Notice => (width, vec![Share::Notice]),
        Above::Picture(pixels) => match Fit::of(pixels, width, room) {
            Some(Fit { cols, rows }) => {
                let strip = |row| Share::Strip { row, rows };
                (cols, (0..rows).map(strip).collect())
            }
            None => return,
        },
    };
    first.strip = num::cells(shares.len());
    let strips = (0..).zip(shares).map(|(strip, share)| Row {
        at,
        strip,
        pieces: smallvec::smallvec![piece(cols, picture.span.start, share)],
    });
    rows.splice(..0, strips);
}

fn piece(cols: u16, at: u32, share: Share) -> Piece {
    Piece {
        col: 0,
        cols,
        span: Span::at(at),
        text: PieceText::Picture(share),
        role: Role::Picture,
        marks: Marks::empty(),
        link: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::Document;
    use crate::doc::block::BlockId;
    use crate::doc::format::Format;
    use crate::layout::Measure;
    use crate::layout::cache::Layouts;
    use crate::layout::walk::{Place, Walk};
    use crate::picture::size::Cell;

    const PIXELS: Pixels = Pixels {
        width: 80,
        height: 64,
    };

    /// Walks down over an article with a picture, and up again, with the picture at the second block.
    fn places(above: Above, rows: u16) -> Vec<(u32, u16)> {
        let text = "Before.\n\n![A boat](boat.png)\n\nBehind.";
        let document = Document::read(text.to_owned(), Format::Markdown);
        let mut layouts = Layouts::default();
        let picture = document.picture(BlockId::new(1)).unwrap();
        layouts.set_above(picture.span.start, above);
        let mut walk = Walk {
            document: &document,
            layouts: &mut layouts,
            measure: Measure {
                width: 40,
                room: Room {
                    cell: Cell::default(),
                    rows,
                },
                ..Measure::default()
            },
            range: document.blocks(),
        };
        let mut spot = walk.first();
        let mut places = vec![walk.place(spot)];
        while let Some(next) = walk.below(spot) {
            spot = next;
            places.push(walk.place(spot));
        }
        for &place in places.iter().rev() {
            assert_eq!(walk.place(spot), place);
            assert_eq!(walk.spot(place), spot);
            spot = walk.above(spot).unwrap_or(spot);
        }
        places.iter().map(|it| (it.at, it.strip)).collect()
    }

    #[test]
    fn every_strip_has_a_place_of_its_own() {
        let words = [(0, 0), (7, 0), (9, 0), (28, 0), (30, 0)];
        assert_eq!(places(Above::Nothing, 9), words);
        assert_eq!(places(Above::Picture(PIXELS), 0), words);
        assert_eq!(
            places(Above::Picture(PIXELS), 3),
            [
                (0, 0),
                (7, 0),
                (9, 0),
                (9, 1),
                (9, 2),
                (9, 3),
                (28, 0),
                (30, 0)
            ]
        );
        assert_eq!(
            places(Above::Notice, 3),
            [(0, 0), (7, 0), (9, 0), (9, 1), (28, 0), (30, 0)]
        );
    }

    #[test]
    fn a_place_in_a_picture_that_is_gone_is_that_of_its_words() {
        let document = Document::read("![A](b)".to_owned(), Format::Markdown);
        let mut layouts = Layouts::default();
        let mut walk = Walk {
            document: &document,
            layouts: &mut layouts,
            measure: Measure::default(),
            range: document.blocks(),
        };
        let place = Place {
            strip: 7,
            ..Place::default()
        };
        let spot = walk.spot(place);
        assert_eq!(walk.place(spot), Place::default());
    }
}
