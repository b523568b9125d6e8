//! Plates: pictures as they are shown, in cells.

use image::codecs::png::PngEncoder;
use image::{GenericImageView, Rgba, RgbaImage};

use super::decode::{Decoded, share};
use super::size::{Cell, Fit, Pixels};
use super::{Way, sixel};
use crate::config::theme::{Colour, Depth};

/// What is to be made of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mould {
    /// The cells that it takes.
    pub fit: Fit,
    /// How large those are.
    pub cell: Cell,
    /// How it is shown.
    pub way: Way,
}

/// A picture for some cells of a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plate {
    /// What it was made for.
    pub mould: Mould,
    /// What is shown.
    pub print: Print,
}

/// What is shown of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Print {
    /// Two blocks a cell, row by row.
    Blocks(Box<[Blocks]>),
    /// All of it as PNG.
    Whole(Vec<u8>),
    /// Each row of cells for itself, as PNG for iTerm2.
    Iterm(Box<[Vec<u8>]>),
    /// Each row of cells for itself, as sixels.
    Sixel(Box<[Vec<u8>]>),
}

/// The two halves of a cell; what cannot be seen of a picture has no colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    /// The upper one.
    pub upper: Option<Colour>,
    /// The lower one.
    pub lower: Option<Colour>,
}

/// Alpha from which a pixel counts as seen.
pub(super) const SEEN: u8 = 128;

impl Plate {
    /// Makes a plate; `None` where pictures are not shown.
    pub fn of(picture: &Decoded, mould: Mould) -> Option<Self> {
        let scaled = || picture.scaled(mould.fit.pixels(mould.cell));
        let print = match mould.way {
            Way::Words => return None,
            Way::Blocks(depth) => Print::Blocks(blocks(picture, mould.fit, depth)),
            Way::Kitty => Print::Whole(png(&scaled())),
            Way::Iterm(paper) => Print::Iterm(png_strips(&on(paper, scaled()), mould.cell)),
            Way::Sixel => Print::Sixel(sixel::strips(&scaled(), mould.cell.height)),
        };
        Some(Self { mould, print })
    }

    /// The cell in a row and column, where it is made of blocks.
    pub fn blocks(&self, row: u16, col: u16) -> Option<Blocks> {
        let cols = self.mould.fit.cols;
        let Print::Blocks(blocks) = &self.print else {
            return None;
        };
        let at = usize::from(row) * usize::from(cols) + usize::from(col);
        blocks.get(at).copied().filter(|_| col < cols)
    }
}

fn blocks(picture: &Decoded, fit: Fit, depth: Depth) -> Box<[Blocks]> {
    let scaled = picture.scaled(Pixels {
        width: fit.cols.into(),
        height: u32::from(fit.rows) * 2,
    });
    let colour = &|x: u16, y: u32| {
        let Rgba([red, green, blue, alpha]) = *scaled.get_pixel(x.into(), y);
        let colour = Colour::Rgb(red, green, blue).at(depth);
        colour.filter(|_| alpha >= SEEN)
    };
    let cells = (0..u32::from(fit.rows)).flat_map(|row| {
        (0..fit.cols).map(move |col| Blocks {
            upper: colour(col, row * 2),
            lower: colour(col, row * 2 + 1),
        })
    });
    cells.collect()
}

/// A picture on paper of a colour, when that is known.
fn on(paper: Colour, mut image: RgbaImage) -> RgbaImage {
    if let Colour::Rgb(red, green, blue) = paper {
        for Rgba([r, g, b, alpha]) in image.pixels_mut() {
            let clear = u8::MAX - *alpha;
            for (colour, paper) in [(r, red), (g, green), (b, blue)] {
                let shown = share(*colour, *alpha, u8::MAX);
                *colour = shown.saturating_add(share(paper, clear, u8::MAX));
            }
            *alpha = u8::MAX;
        }
    }
    image
}

/// Each row of cells as PNG.
fn png_strips(image: &RgbaImage, cell: Cell) -> Box<[Vec<u8>]> {
    let (width, height) = (image.width(), u32::from(cell.height));
    let tops = (0..image.height() / height).map(|row| row * height);
    let strips = tops.map(|top| png(&image.view(0, top, width, height).to_image()));
    strips.collect()
}

/// A picture as PNG.
pub(super) fn png(image: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A Vec takes everything.
    _ = image.write_with_encoder(PngEncoder::new(&mut bytes));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_shows_where_a_picture_is_clear() {
        let image = RgbaImage::from_fn(3, 1, |x, _| Rgba([255, 0, 0, [0, 51, 255][x as usize]]));
        let on = |paper| on(paper, image.clone()).into_raw();
        let expected = [0, 0, 200, 255, 51, 0, 160, 255, 255, 0, 0, 255];
        assert_eq!(on(Colour::Rgb(0, 0, 200)), expected);
        assert_eq!(on(Colour::Terminal), *image.as_raw());
    }

    #[test]
    fn a_cell_is_two_blocks_and_what_is_clear_has_no_colour() {
        let image = RgbaImage::from_fn(8, 16, |_, y| {
            Rgba(if y < 8 { [255, 0, 0, 255] } else { [0; 4] })
        });
        let picture = Decoded::read(&png(&image)).unwrap();
        let mould = Mould {
            fit: Fit { cols: 2, rows: 1 },
            cell: Cell::default(),
            way: Way::Blocks(Depth::Rgb),
        };
        let plate = Plate::of(&picture, mould).unwrap();
        let expected = Blocks {
            upper: Some(Colour::Rgb(255, 0, 0)),
            lower: None,
        };
        assert_eq!(plate.blocks(0, 0), Some(expected));
        assert_eq!(plate.blocks(0, 1), Some(expected));
        assert_eq!(plate.blocks(0, 2), None);
        assert_eq!(plate.blocks(1, 0), None);
        let words = Mould {
            way: Way::Words,
            ..mould
        };
        assert_eq!(Plate::of(&picture, words), None);
    }
}
