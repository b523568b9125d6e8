//! Sixels: pixels as letters, six rows at once, in colours that a palette names.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::ops::Range;

use color_quant::NeuQuant;
use image::{Rgba, RgbaImage};

use super::plate::SEEN;

/// Colours of a palette: what terminals have, but for those of long ago.
const COLOURS: usize = 255;

/// Pixels that are looked at for the palette, some tens of milliseconds: of a small picture all, of a larger one a share.
const LOOKED_AT: u32 = 1 << 16;

/// The smallest share that there can be: one of so many.
const SMALLEST: u32 = 30;

/// Rows that a letter shows.
const BAND: usize = 6;

/// A picture as strips of so many rows, in one palette: what stands between the beginning and the end of the sequence that shows each.
pub(super) fn strips(image: &RgbaImage, rows: u16) -> Box<[Vec<u8>]> {
    let mut palette = Palette::of(image);
    let height = u32::from(rows.max(1));
    let tops = (0..image.height()).step_by(usize::from(rows.max(1)));
    let strip = |top: u32| strip(image, top..(top + height).min(image.height()), &mut palette);
    tops.map(strip).collect()
}

/// The colours of a picture.
struct Palette {
    colours: NeuQuant,
    /// Which of them is nearest.
    known: HashMap<[u8; 3], usize>,
}

impl Palette {
    fn of(image: &RgbaImage) -> Self {
        let pixels = image.width().saturating_mul(image.height());
        let one_of = (pixels / LOOKED_AT).clamp(1, SMALLEST);
        Self {
            colours: NeuQuant::new(one_of.cast_signed(), COLOURS, image.as_raw()),
            known: HashMap::new(),
        }
    }

    /// The colour of a pixel; none when it is clear.
    fn nearest(&mut self, pixel: Rgba<u8>) -> Option<usize> {
        let Rgba([red, green, blue, alpha]) = pixel;
        let colours = &self.colours;
        let nearest = || colours.index_of(&[red, green, blue, u8::MAX]);
        let known = self.known.entry([red, green, blue]);
        (alpha >= SEEN).then(|| *known.or_insert_with(nearest))
    }

    /// Says what a colour is, in percent of each light.
    fn define(&self, colour: usize, out: &mut String) {
        let [red, green, blue, _] = self.colours.lookup(colour).unwrap_or_default();
        let percent = |light: u8| (u16::from(light) * 100 + 127) / 255;
        let (red, green, blue) = (percent(red), percent(green), percent(blue));
        let _ = write!(out, "#{colour};2;{red};{green};{blue}"); // a String takes everything
    }
}

/// Some rows of a picture.
fn strip(image: &RgbaImage, rows: Range<u32>, palette: &mut Palette) -> Vec<u8> {
    let mut colours: Vec<usize> = Vec::new();
    let mut body = String::new();
    let height = rows.len();
    let bands: Vec<u32> = rows.clone().step_by(BAND).collect();
    for top in bands {
        let band = top..rows.end.min(top.saturating_add(6));
        for (colour, bits) in bits(image, band, palette) {
            colours.push(colour);
            let _ = write!(body, "#{colour}"); // a String takes everything
            write_letters(&bits, &mut body);
            body.push('$');
        }
        body.push('-');
    }
    colours.sort_unstable();
    colours.dedup();
    let mut strip = format!("\"1;1;{};{height}", image.width());
    for colour in colours {
        palette.define(colour, &mut strip);
    }
    strip.push_str(&body);
    strip.into_bytes()
}

/// For each colour in up to six rows, its pixels: a column a byte, a row a bit.
fn bits(image: &RgbaImage, rows: Range<u32>, palette: &mut Palette) -> BTreeMap<usize, Vec<u8>> {
    let mut all: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
    for (bit, y) in rows.enumerate() {
        for (column, x) in (0..image.width()).enumerate() {
            if let Some(colour) = palette.nearest(*image.get_pixel(x, y)) {
                let bits = all.entry(colour).or_default();
                bits.resize(bits.len().max(column + 1), 0);
                if let Some(bits) = bits.get_mut(column) {
                    *bits |= 1 << bit;
                }
            }
        }
    }
    all
}

/// Writes pixels as letters, with a count before those that repeat.
fn write_letters(bits: &[u8], out: &mut String) {
    for run in bits.chunk_by(|one, other| one == other) {
        let letter = run.first().map_or('?', |bits| char::from(b'?' + bits));
        if run.len() > 3 {
            let _ = write!(out, "!{}{letter}", run.len()); // a String takes everything
        } else {
            out.extend(std::iter::repeat_n(letter, run.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(image: &RgbaImage, rows: u16, expected: &[&str]) {
        let strips = strips(image, rows);
        let strips: Vec<_> = strips
            .iter()
            .map(|it| str::from_utf8(it).unwrap())
            .collect();
        // Which number a colour has is for the palette to say.
        let shape = |strip: &str| {
            let (head, _) = strip.split_once('#').unwrap_or((strip, ""));
            let letters: String = strip
                .split(['#', '$'])
                .map(|it| it.trim_start_matches(|c: char| c.is_ascii_digit()))
                .filter(|it| !it.starts_with(';') && !it.starts_with('"'))
                .collect();
            format!("{head} {letters}")
        };
        let shapes: Vec<_> = strips.iter().map(|strip| shape(strip)).collect();
        assert_eq!(shapes, expected, "{strips:?}");
    }

    #[test]
    fn six_rows_make_a_letter_and_repeated_letters_are_counted() {
        let red = RgbaImage::from_pixel(10, 8, Rgba([255, 0, 0, 255]));
        check(&red, 8, &["\"1;1;10;8 !10~-!10B-"]);
        check(&red, 4, &["\"1;1;10;4 !10N-", "\"1;1;10;4 !10N-"]);
        check(&red, 7, &["\"1;1;10;7 !10~-!10@-", "\"1;1;10;1 !10@-"]);
    }

    #[test]
    fn what_is_clear_is_not_drawn() {
        let image =
            RgbaImage::from_fn(4, 1, |x, _| Rgba([0, 0, 255, if x == 2 { 255 } else { 0 }]));
        check(&image, 6, &["\"1;1;4;1 ??@-"]);
        let clear = RgbaImage::new(4, 6);
        check(&clear, 6, &["\"1;1;4;6- "]);
    }

    #[test]
    fn nothing_but_letters_of_the_protocol_is_written() {
        let image = RgbaImage::from_fn(64, 32, |x, y| {
            let [shade, ..] = (x * y * 37).to_le_bytes();
            Rgba([shade, shade ^ 0x55, 255 - shade, shade | 0x40])
        });
        let strips = strips(&image, 13);
        assert_eq!(strips.len(), 3);
        let is_known = |byte: &u8| matches!(byte, b'?'..=b'~' | b'0'..=b'9' | b'#' | b';' | b'!' | b'$' | b'-' | b'"');
        assert!(strips.iter().flatten().all(is_known));
    }
}
