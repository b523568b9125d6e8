//! Decoding: bytes of a file to pixels, within limits.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, Rgba, RgbaImage};

use super::size::Pixels;

/// The longest side of a picture, in pixels.
const LONGEST: u32 = 20_000;

/// Bytes that decoding may take.
const MOST: u64 = 192 << 20;

/// The longest side that is kept: no screen shows more.
const KEPT: u32 = 1600;

/// A picture that was decoded.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The size that it has in its file.
    pub size: Pixels,
    /// Its pixels, fewer where it is large; colours count as much as can be seen of them, so that what is clear gives none to its neighbours.
    image: RgbaImage,
}

/// Why a picture cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It is none of the formats that are read.
    #[error("no PNG, JPEG, GIF or WebP")]
    Unknown,
    /// It has more pixels than are decoded.
    #[error("too many pixels")]
    TooLarge,
    /// It is damaged.
    #[error("a damaged picture")]
    Damaged,
}

impl From<ImageError> for DecodeError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            ImageError::Unsupported(_) => Self::Unknown,
            _ => Self::Damaged,
        }
    }
}

impl Decoded {
    /// Decodes a picture; of one that moves, what is seen first.
    pub fn read(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .map_err(|_error| DecodeError::Damaged)?;
        if reader.format().is_none() {
            return Err(DecodeError::Unknown);
        }
        reader.limits(limits());
        let mut decoder = reader.into_decoder()?;
        let turn = decoder.orientation()?;
        let (width, height) = decoder.dimensions();
        let mut left = limits();
        left.check_dimensions(width, height)?;
        left.reserve(decoder.total_bytes())?;
        decoder.set_limits(left)?;
        let mut image = DynamicImage::from_decoder(decoder)?;
        image.apply_orientation(turn);
        let size = Pixels {
            width: image.width(),
            height: image.height(),
        };
        let mut image = reduced(image).into_rgba8();
        for Rgba([red, green, blue, alpha]) in image.pixels_mut() {
            for colour in [red, green, blue] {
                *colour = share(*colour, *alpha, u8::MAX);
            }
        }
        Ok(Self { size, image })
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.image.as_raw().len()
    }

    /// The picture with so many pixels.
    pub(super) fn scaled(&self, to: Pixels) -> RgbaImage {
        let filter = FilterType::Triangle;
        let mut scaled = image::imageops::resize(&self.image, to.width, to.height, filter);
        for Rgba([red, green, blue, alpha]) in scaled.pixels_mut() {
            for colour in [red, green, blue] {
                *colour = share(*colour, u8::MAX, (*alpha).max(1));
            }
        }
        scaled
    }
}

/// `part / whole` of a colour.
pub(super) fn share(colour: u8, part: u8, whole: u8) -> u8 {
    let (part, whole) = (u16::from(part), u16::from(whole));
    u8::try_from((u16::from(colour) * part + whole / 2) / whole).unwrap_or(u8::MAX)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MOST);
    limits
}

/// A picture with no more pixels than are kept.
fn reduced(image: DynamicImage) -> DynamicImage {
    if image.width().max(image.height()) > KEPT {
        image.thumbnail(KEPT, KEPT)
    } else {
        image
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::plate::png;

    fn chart(width: u32, height: u32) -> Vec<u8> {
        png(&RgbaImage::from_fn(width, height, |x, y| {
            let [shade, ..] = (x + y).to_le_bytes();
            Rgba([shade, 255 - shade, 90, 255])
        }))
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<(u32, u32), DecodeError>) {
        let read = Decoded::read(bytes).map(|it| (it.size.width, it.size.height));
        assert_eq!(read, expected);
    }

    #[test]
    fn what_is_no_picture_or_a_broken_one_is_told_apart() {
        let whole = chart(40, 30);
        check(&whole, Ok((40, 30)));
        check(&whole[..whole.len() / 2], Err(DecodeError::Damaged));
        check(b"", Err(DecodeError::Unknown));
        check(b"<svg xmlns='x'/>", Err(DecodeError::Unknown));
        check(b"BM and a bitmap", Err(DecodeError::Unknown));
        check(b"GIF89a", Err(DecodeError::Damaged));
        check(b"\xff\xd8\xff\xe0", Err(DecodeError::Damaged));
        check(b"RIFF\x10\0\0\0WEBPVP8 ", Err(DecodeError::Damaged));
    }

    #[test]
    fn a_picture_that_claims_to_be_large_is_not_decoded() {
        let mut bomb = chart(8, 8);
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let sum = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        check(&bomb, Err(DecodeError::TooLarge));
        bomb[16..20].copy_from_slice(&19_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&19_000_u32.to_be_bytes());
        let sum = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        check(&bomb, Err(DecodeError::TooLarge));
    }

    /// The sum at the end of a chunk of PNG.
    fn crc(bytes: &[u8]) -> u32 {
        let step = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1));
        let sum = bytes.iter().fold(u32::MAX, |sum, &byte| {
            (0..8).fold(sum ^ u32::from(byte), step)
        });
        !sum
    }

    #[test]
    fn a_large_picture_is_kept_small() {
        let decoded = Decoded::read(&chart(4000, 10)).unwrap();
        assert_eq!(decoded.size.width, 4000);
        assert_eq!(decoded.image.width(), KEPT);
    }
}
