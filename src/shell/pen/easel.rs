//! The easel: pictures on their way to the terminal, each in its way.
//!
//! What is written was made from pixels, as letters of base64 or of sixels; nothing of a file is in it.

use super::{iterm, kitty, sixel};
use crate::picture::plate::{Plate, Print};

/// The pictures of a frame.
pub(in crate::shell) struct Easel<'s, 'a> {
    /// Finds the plate of a name.
    find: &'s dyn Fn(u32) -> Option<&'a Plate>,
    /// Plates that the terminal has, by name.
    sent: &'s mut Vec<u32>,
    /// Where strips begin that were drawn in this frame.
    drawn: Vec<(u16, u16)>,
}

/// How a cell of a picture is drawn.
pub(super) enum Stroke<'a> {
    /// By what stands in it.
    Tile,
    /// With the strip that begins in its row.
    Strip(Strip<'a>),
    /// Not at all.
    Nothing,
}

/// What is shown in a row of cells of a picture, all at once.
pub(super) struct Strip<'a> {
    /// How many cells it covers.
    pub(super) cols: u16,
    shape: Shape<'a>,
}

/// A strip as the terminal takes it.
enum Shape<'a> {
    Iterm(&'a [u8]),
    Sixel(&'a [u8]),
}

impl<'s, 'a> Easel<'s, 'a> {
    /// The pictures that `find` finds. The terminal loses those that it has but are gone.
    pub(in crate::shell) fn new(
        find: &'s dyn Fn(u32) -> Option<&'a Plate>,
        sent: &'s mut Vec<u32>,
        out: &mut Vec<u8>,
    ) -> Self {
        sent.retain(|&name| {
            let is_there = find(name).is_some();
            if !is_there {
                kitty::delete(name, out);
            }
            is_there
        });
        Self {
            find,
            sent,
            drawn: Vec::new(),
        }
    }

    /// How to draw a cell in this row of the plate of a name. What the terminal keeps is sent first.
    pub(super) fn stroke(&mut self, name: u32, row: u16, out: &mut Vec<u8>) -> Stroke<'a> {
        let Some(plate) = (self.find)(name) else {
            return Stroke::Nothing;
        };
        match &plate.print {
            Print::Blocks(_) => Stroke::Nothing,
            Print::Whole(png) => {
                if !self.sent.contains(&name) {
                    kitty::send(name, plate.mould.fit, png, out);
                    self.sent.push(name);
                }
                Stroke::Tile
            }
            Print::Iterm(strips) => stroke(plate, strips, row, Shape::Iterm),
            Print::Sixel(strips) => stroke(plate, strips, row, Shape::Sixel),
        }
    }

    /// Whether the strip that begins in a cell has been drawn in this frame.
    pub(super) fn has_drawn(&self, x: u16, y: u16) -> bool {
        self.drawn.contains(&(x, y))
    }

    /// Draws a strip at the cursor, which is in this cell.
    pub(super) fn draw(&mut self, strip: &Strip<'_>, at: (u16, u16), out: &mut Vec<u8>) {
        self.drawn.push(at);
        match strip.shape {
            Shape::Iterm(png) => iterm::write(strip.cols, png, out),
            Shape::Sixel(sixels) => sixel::write(sixels, out),
        }
    }
}

/// How to draw a cell in this row of a plate that is drawn strip by strip.
fn stroke<'a>(
    plate: &Plate,
    strips: &'a [Vec<u8>],
    row: u16,
    shape: fn(&'a [u8]) -> Shape<'a>,
) -> Stroke<'a> {
    let strip = strips.get(usize::from(row)).map(|strip| Strip {
        cols: plate.mould.fit.cols,
        shape: shape(strip),
    });
    strip.map_or(Stroke::Nothing, Stroke::Strip)
}
