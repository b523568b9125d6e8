//! The screen: frames as differences.
//!
//! Only cells that changed are written, in one piece and between the marks of a synchronised update, so a terminal never shows
//! half a frame.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::pen::{self, Easel};
use crate::app::area::Size;
use crate::picture::plate::Plate;
use crate::text::order;

/// What the terminal shows.
#[derive(Debug, Default)]
pub(super) struct Screen {
    shown: Buffer,
    cursor: Option<(u16, u16)>,
    /// Whether the terminal may show anything else.
    is_unknown: bool,
    /// The pictures that it keeps, by name.
    sent: Vec<u32>,
    turn: Turn,
}

/// What is turned round before the terminal does so once more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turn {
    /// Nothing is.
    #[default]
    Nothing,
    /// The letters of words that run to the left.
    Words,
}

impl Screen {
    pub(super) fn new(turn: Turn) -> Self {
        Self {
            turn,
            is_unknown: true,
            ..Self::default()
        }
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) {
        self.is_unknown = true;
    }

    /// The pictures that the terminal keeps, by name.
    pub(super) fn sent(&self) -> &[u32] {
        &self.sent
    }

    /// The bytes that turn what is shown into what `paint` paints, with the plates that `find` finds; none when nothing changed.
    pub(super) fn frame<'a>(
        &mut self,
        size: Size,
        find: &dyn Fn(u32) -> Option<&'a Plate>,
        paint: impl FnOnce(&mut Buffer) -> Option<(u16, u16)>,
    ) -> Vec<u8> {
        let area = Rect::new(0, 0, size.width, size.height);
        let mut next = Buffer::empty(area);
        let cursor = paint(&mut next);
        if self.turn == Turn::Words {
            turn_words(&mut next);
        }
        let mut body = Vec::new();
        if self.is_unknown || self.shown.area != area {
            self.shown = Buffer::empty(area);
            for name in self.sent.drain(..) {
                pen::kitty::delete(name, &mut body);
            }
            body.extend(b"\x1b[2J");
        }
        let easel = Easel::new(find, &mut self.sent, &mut body);
        pen::draw(self.shown.diff_iter(&next), &next, easel, &mut body);
        if body.is_empty() && cursor == self.cursor && !self.is_unknown {
            return body;
        }
        self.shown = next;
        self.is_unknown = false;
        let mut frame = Vec::with_capacity(body.len() + 64);
        frame.extend(b"\x1b[?2026h");
        if self.cursor.is_some() {
            frame.extend(b"\x1b[?25l");
        }
        frame.extend(body);
        if let Some((x, y)) = cursor {
            pen::place(x, y, &mut frame);
            frame.extend(b"\x1b[?25h");
        }
        frame.extend(b"\x1b[?2026l");
        self.cursor = cursor;
        frame
    }
}

/// Turns round the letters of each word that runs to the left; looks stay where they are.
fn turn_words(buffer: &mut Buffer) {
    let is_letter = |sign: char| order::runs_left(sign) && !sign.is_numeric();
    let runs_left = |cell: &Cell| cell.symbol().chars().next().is_some_and(is_letter);
    for row in buffer.content.chunks_mut(buffer.area.width.max(1).into()) {
        for word in row.chunk_by_mut(|one, other| runs_left(one) && runs_left(other)) {
            if word.len() > 1 {
                let letters: Vec<_> = word.iter().map(|it| it.symbol().to_owned()).collect();
                for (cell, letter) in word.iter_mut().zip(letters.iter().rev()) {
                    cell.set_symbol(letter);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::picture::Way;
    use crate::picture::plate::{Mould, Print};
    use crate::picture::size::{self, Fit};
    use crate::picture::tile::Tile;

    /// A screen of two rows, of which the first begins with a strip of two cells, and with words over it.
    fn strips(screen: &mut Screen, plate: &Plate, over: &str) -> String {
        let size = Size {
            width: 4,
            height: 2,
        };
        let bytes = screen.frame(size, &|name| (name == 7).then_some(plate), |buffer| {
            for (row, col) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
                let cell = &mut buffer[(col, row)];
                cell.set_symbol(&Tile { row, col }.write().unwrap());
                cell.fg = Color::Rgb(0, 0, 7);
            }
            buffer.set_string(1, 0, over, Style::new());
            None
        });
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_strip_is_written_whole_when_any_of_it_changes_and_may_be_seen() {
        let fit = Fit { cols: 2, rows: 2 };
        let mould = Mould {
            fit,
            cell: size::Cell::default(),
            way: Way::Sixel,
        };
        let plate = Plate {
            mould,
            print: Print::Sixel([b"one".to_vec(), b"two".to_vec()].into()),
        };
        let strip = "\x1b[1;1H\x1bP0;1;0qone\x1b\\";
        let mut screen = Screen::new(Turn::Nothing);
        let first = strips(&mut screen, &plate, "");
        assert_eq!(first.matches(strip).count(), 1, "{first:?}");
        assert!(
            first.contains("\x1b[1;1H  \x1b[1;1H"),
            "no trace of before: {first:?}"
        );
        assert!(
            first.contains(&format!("{strip}\x1b[1;3H ")),
            "the cell behind it may have been cleared: {first:?}"
        );
        assert!(!first.contains("two"), "the last row may scroll: {first:?}");
        assert_eq!(strips(&mut screen, &plate, ""), "");
        let covered = strips(&mut screen, &plate, "ab");
        assert!(
            covered.ends_with("b\u{1b}[?2026l") && !covered.contains("one"),
            "{covered:?}"
        );
        let uncovered = strips(&mut screen, &plate, "");
        assert_eq!(uncovered.matches(strip).count(), 1, "{uncovered:?}");
        screen.forget();
        let covered = strips(&mut screen, &plate, "a");
        assert!(
            !covered.contains("one") && !covered.contains('\u{10EEEE}'),
            "{covered:?}"
        );
    }

    fn frame(screen: &mut Screen, text: &str) -> String {
        let size = Size {
            width: 12,
            height: 1,
        };
        let bytes = screen.frame(size, &|_| None, |buffer| {
            for (x, c) in (0..).zip(text.chars()) {
                buffer[(x, 0)].set_symbol(c.encode_utf8(&mut [0; 4]));
            }
            None
        });
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn letters_of_words_that_run_to_the_left_are_turned_round() {
        let mut screen = Screen::new(Turn::Words);
        let shown = frame(&mut screen, "a דג 12 !בא");
        assert!(shown.contains("a גד 12 !אב"), "{shown:?}");
        assert!(frame(&mut Screen::new(Turn::Nothing), "דג").contains("דג"));
    }

    #[test]
    fn only_what_changed_is_written_and_nothing_when_nothing_did() {
        let mut screen = Screen::new(Turn::Nothing);
        assert!(frame(&mut screen, "abc").contains("abc"));
        assert_eq!(frame(&mut screen, "abc"), "");
        let third = frame(&mut screen, "abd");
        assert!(third.contains('d') && !third.contains('a'), "{third:?}");
        screen.forget();
        assert!(frame(&mut screen, "abd").contains("abd"));
    }
}
