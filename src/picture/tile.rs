//! Tiles: what stands in a cell for its part of a picture, until the pen draws it.
//!
//! A tile is the sign that kitty has set apart for this (U+10EEEE), with a sign above it for the row and one for the column. No
//! document can say it: [`crate::text::cluster`] draws that sign as `�`.

use std::sync::LazyLock;

/// The sign for a cell of a picture.
pub const SIGN: char = '\u{10EEEE}';

/// The signs above it that count, in their order, from the first to the last of each stretch. They are those of the protocol
/// (<https://sw.kovidgoyal.net/kitty/graphics-protocol/>, `rowcolumn-diacritics.txt`).
const COUNTS: &[(char, char)] = &[
    ('\u{305}', '\u{305}'),
    ('\u{30D}', '\u{30E}'),
    ('\u{310}', '\u{310}'),
    ('\u{312}', '\u{312}'),
    ('\u{33D}', '\u{33F}'),
    ('\u{346}', '\u{346}'),
    ('\u{34A}', '\u{34C}'),
    ('\u{350}', '\u{352}'),
    ('\u{357}', '\u{357}'),
    ('\u{35B}', '\u{35B}'),
    ('\u{363}', '\u{36F}'),
    ('\u{483}', '\u{487}'),
    ('\u{592}', '\u{595}'),
    ('\u{597}', '\u{599}'),
    ('\u{59C}', '\u{5A1}'),
    ('\u{5A8}', '\u{5A9}'),
    ('\u{5AB}', '\u{5AC}'),
    ('\u{5AF}', '\u{5AF}'),
    ('\u{5C4}', '\u{5C4}'),
    ('\u{610}', '\u{617}'),
    ('\u{657}', '\u{65B}'),
    ('\u{65D}', '\u{65E}'),
    ('\u{6D6}', '\u{6DC}'),
    ('\u{6DF}', '\u{6E2}'),
    ('\u{6E4}', '\u{6E4}'),
    ('\u{6E7}', '\u{6E8}'),
    ('\u{6EB}', '\u{6EC}'),
    ('\u{730}', '\u{730}'),
    ('\u{732}', '\u{733}'),
    ('\u{735}', '\u{736}'),
    ('\u{73A}', '\u{73A}'),
    ('\u{73D}', '\u{73D}'),
    ('\u{73F}', '\u{741}'),
    ('\u{743}', '\u{743}'),
    ('\u{745}', '\u{745}'),
    ('\u{747}', '\u{747}'),
    ('\u{749}', '\u{74A}'),
    ('\u{7EB}', '\u{7F1}'),
    ('\u{7F3}', '\u{7F3}'),
    ('\u{816}', '\u{819}'),
    ('\u{81B}', '\u{823}'),
    ('\u{825}', '\u{827}'),
    ('\u{829}', '\u{82D}'),
    ('\u{951}', '\u{951}'),
    ('\u{953}', '\u{954}'),
    ('\u{F82}', '\u{F83}'),
    ('\u{F86}', '\u{F87}'),
    ('\u{135D}', '\u{135F}'),
    ('\u{17DD}', '\u{17DD}'),
    ('\u{193A}', '\u{193A}'),
    ('\u{1A17}', '\u{1A17}'),
    ('\u{1A75}', '\u{1A7C}'),
    ('\u{1B6B}', '\u{1B6B}'),
    ('\u{1B6D}', '\u{1B73}'),
    ('\u{1CD0}', '\u{1CD2}'),
    ('\u{1CDA}', '\u{1CDB}'),
    ('\u{1CE0}', '\u{1CE0}'),
    ('\u{1DC0}', '\u{1DC1}'),
    ('\u{1DC3}', '\u{1DC9}'),
    ('\u{1DCB}', '\u{1DCC}'),
    ('\u{1DD1}', '\u{1DE6}'),
    ('\u{1DFE}', '\u{1DFE}'),
    ('\u{20D0}', '\u{20D1}'),
    ('\u{20D4}', '\u{20D7}'),
    ('\u{20DB}', '\u{20DC}'),
    ('\u{20E1}', '\u{20E1}'),
    ('\u{20E7}', '\u{20E7}'),
    ('\u{20E9}', '\u{20E9}'),
    ('\u{20F0}', '\u{20F0}'),
    ('\u{2CEF}', '\u{2CF1}'),
    ('\u{2DE0}', '\u{2DFF}'),
    ('\u{A66F}', '\u{A66F}'),
    ('\u{A67C}', '\u{A67D}'),
    ('\u{A6F0}', '\u{A6F1}'),
    ('\u{A8E0}', '\u{A8E5}'),
];

/// Which cell of a picture is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its row in the picture.
    pub row: u16,
    /// Its column.
    pub col: u16,
}

impl Tile {
    /// The tile as it stands in a cell; `None` beyond what can be counted.
    pub fn write(self) -> Option<String> {
        Some([SIGN, sign(self.row)?, sign(self.col)?].iter().collect())
    }

    /// Reads what stands in a cell; `None` when that is no tile.
    pub fn read(cell: &str) -> Option<Self> {
        let mut chars = cell.strip_prefix(SIGN)?.chars();
        Some(Self {
            row: count(chars.next()?)?,
            col: count(chars.next()?)?,
        })
    }
}

/// The signs that count, in their order, which is that of their numbers.
static SIGNS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let stretches = COUNTS.iter();
    stretches.flat_map(|&(first, last)| first..=last).collect()
});

fn sign(count: u16) -> Option<char> {
    SIGNS.get(usize::from(count)).copied()
}

fn count(sign: char) -> Option<u16> {
    u16::try_from(SIGNS.binary_search(&sign).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for count in 0..256 {
            let tile = Tile {
                row: count,
                col: 255 - count,
            };
            assert_eq!(Tile::read(&tile.write().unwrap()), Some(tile));
        }
        assert_eq!(Tile { row: 256, col: 0 }.write(), None);
        for none in ["", "a", "\u{10EEEE}", "\u{10EEEE}\u{305}", "\u{10EEEE}ab"] {
            assert_eq!(Tile::read(none), None);
        }
    }
}
