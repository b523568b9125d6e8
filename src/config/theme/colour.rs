//! Colours: what they are called, and what is left of them where there are few.

use super::Depth;

/// A colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// What the terminal has.
    #[default]
    Terminal,
    /// One of the terminal's own by its number: 16 that its user chose, or 256.
    Ansi(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

/// The names of the sixteen, in their order; after them those of the brighter eight.
const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// What the terminal has, by name.
const TERMINAL: &str = "terminal";

impl Colour {
    /// Reads a colour as it is written: `#rrggbb`, `#rgb`, a name.
    pub fn parse(text: &str) -> Option<Self> {
        if text == TERMINAL {
            return Some(Self::Terminal);
        }
        if let Some(digits) = text.strip_prefix('#') {
            return Self::parse_hex(digits);
        }
        let index = NAMES.iter().position(|name| *name == text)?;
        u8::try_from(index).ok().map(Self::Ansi)
    }

    fn parse_hex(digits: &str) -> Option<Self> {
        let is_short = digits.len() == 3;
        if !digits.chars().all(|c| c.is_ascii_hexdigit()) || !is_short && digits.len() != 6 {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let part = |at: u32| {
            let part = if is_short {
                number >> (4 * at) & 0xf
            } else {
                number >> (8 * at) & 0xff
            };
            u8::try_from(if is_short { part * 0x11 } else { part }).ok()
        };
        Some(Self::Rgb(part(2)?, part(1)?, part(0)?))
    }

    /// The names that colours can have.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.into_iter().chain([TERMINAL])
    }

    /// The nearest that a terminal of so many colours has; `None` when none need be near.
    pub fn at(self, depth: Depth) -> Option<Self> {
        match (self, depth) {
            (Self::Rgb(..) | Self::Ansi(16..), Depth::Sixteen) => None,
            (Self::Rgb(..), Depth::Indexed) => Some(self.indexed()),
            _ => Some(self),
        }
    }

    /// The nearest of the 240 colours that are the same on all terminals of 256: a cube of six levels and 24 greys (the table of
    /// xterm's 256colres.h).
    pub(super) fn indexed(self) -> Self {
        const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        let Self::Rgb(r, g, b) = self else {
            return self;
        };
        let distance = |parts: [u8; 3]| -> u32 {
            let pairs = parts.into_iter().zip([r, g, b]);
            pairs.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
        };
        let step = |part: u8| (0u8..6).min_by_key(|&step| LEVELS[usize::from(step)].abs_diff(part));
        let steps = [r, g, b].map(|part| step(part).unwrap_or_default());
        let cube = steps.map(|step| LEVELS[usize::from(step)]);
        let grey = |index: u8| [8 + 10 * index; 3];
        let index = (0u8..24).min_by_key(|&index| distance(grey(index)));
        let index = index.unwrap_or_default();
        Self::Ansi(if distance(cube) <= distance(grey(index)) {
            16 + 36 * steps[0] + 6 * steps[1] + steps[2]
        } else {
            232 + index
        })
    }
}

#[cfg(test)]
impl Colour {
    /// Relative luminance after WCAG 2.1. The sixteen are taken as xterm has them; the terminal's own is unknown and must not be asked for.
    pub(super) fn luminance(self) -> f64 {
        const XTERM: [u32; 16] = [
            0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd,
            0xe5_e5_e5, 0x7f_7f_7f, 0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff,
            0x00_ff_ff, 0xff_ff_ff,
        ];
        let [_, r, g, b] = match self {
            Self::Rgb(r, g, b) => [0, r, g, b],
            Self::Ansi(index @ 0..16) => XTERM[usize::from(index)].to_be_bytes(),
            Self::Ansi(index @ 232..) => [8 + 10 * (index - 232); 4],
            Self::Ansi(index) => {
                let level =
                    |step: u8| [0, 95, 135, 175, 215, 255][usize::from((index - 16) / step % 6)];
                [0, level(36), level(6), level(1)]
            }
            Self::Terminal => unreachable!("the caller knows it"),
        };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_they_are_written() {
        for (text, expected) in [
            ("#ff8000", Some(Colour::Rgb(255, 128, 0))),
            ("#f80", Some(Colour::Rgb(255, 136, 0))),
            ("bright-red", Some(Colour::Ansi(9))),
            ("terminal", Some(Colour::Terminal)),
            ("#ff80", None),
            ("#+ff800", None),
            ("pink", None),
        ] {
            assert_eq!(Colour::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn colours_are_found_among_256() {
        assert_eq!(Colour::Rgb(255, 0, 0).indexed(), Colour::Ansi(196));
        assert_eq!(Colour::Rgb(0x17, 0x18, 0x1b).indexed(), Colour::Ansi(234));
        assert_eq!(Colour::Rgb(250, 100, 180).indexed(), Colour::Ansi(205));
        assert_eq!(Colour::Rgb(0, 0, 0).indexed(), Colour::Ansi(16));
        assert_eq!(Colour::Terminal.indexed(), Colour::Terminal);
    }
}
