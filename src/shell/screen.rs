//! The screen: frames as differences.
//!
//! Only cells that changed are written, in one piece and between the marks of a synchronised update, so a terminal never shows
//! half a frame. After every cell that some terminal may draw wider or narrower than we measure, the cursor is placed anew,
//! which keeps the damage to that cell.

use std::io::Write;

use crossterm::queue;
use crossterm::{cursor, terminal};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::app::area::Size;

/// What the terminal shows.
#[derive(Debug, Default)]
pub(super) struct Screen {
    shown: Buffer,
    cursor: Option<(u16, u16)>,
    /// Whether the terminal may show anything else.
    is_unknown: bool,
}

impl Screen {
    pub(super) fn new() -> Self {
        // NO_COLOR is a matter of themes; crossterm's own answer to it resets bold and underline as well.
        crossterm::style::force_color_output(true);
        Self {
            is_unknown: true,
            ..Self::default()
        }
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) {
        self.is_unknown = true;
    }

    /// The bytes that turn what is shown into what `paint` paints; none when nothing changed.
    pub(super) fn frame(
        &mut self,
        size: Size,
        paint: impl FnOnce(&mut Buffer) -> Option<(u16, u16)>,
    ) -> Vec<u8> {
        let area = Rect::new(0, 0, size.width, size.height);
        let mut next = Buffer::empty(area);
        let cursor = paint(&mut next);
        let mut body = Vec::new();
        if self.is_unknown || self.shown.area != area {
            self.shown = Buffer::empty(area);
            let _ = queue!(body, terminal::Clear(terminal::ClearType::All)); // a Vec takes everything
        }
        draw_cells(&self.shown, &next, &mut body);
        if body.is_empty() && cursor == self.cursor && !self.is_unknown {
            return body;
        }
        self.shown = next;
        self.is_unknown = false;
        let mut frame = Vec::with_capacity(body.len() + 64);
        let _ = queue!(frame, terminal::BeginSynchronizedUpdate);
        if self.cursor.is_some() {
            let _ = queue!(frame, cursor::Hide);
        }
        frame.extend(body);
        if let Some((x, y)) = cursor {
            let _ = queue!(frame, cursor::MoveTo(x, y), cursor::Show);
        }
        let _ = queue!(frame, terminal::EndSynchronizedUpdate);
        self.cursor = cursor;
        frame
    }
}

/// Writes the cells that differ, in runs that end behind every cell of doubtful width.
fn draw_cells(shown: &Buffer, next: &Buffer, out: &mut Vec<u8>) {
    let updates: Vec<(u16, u16, &Cell)> = shown.diff_iter(next).collect();
    for run in updates.split_inclusive(|(_, _, cell)| !is_certain(cell.symbol())) {
        // A Vec takes everything.
        let _ = CrosstermBackend::new(&mut *out).draw(run.iter().copied());
    }
    let _ = out.flush();
}

/// Whether every terminal agrees on how wide a symbol is: letters, digits and signs of the common alphabets, Chinese, Japanese
/// and Korean characters, rules.
fn is_certain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return symbol.is_empty();
    };
    matches!(c, ' '..='~' | '\u{A0}'..='\u{2FF}' | '\u{370}'..='\u{481}' | '\u{48A}'..='\u{58F}' | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20BF}' | '\u{2500}'..='\u{259F}' | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(screen: &mut Screen, text: &str) -> String {
        let size = Size {
            width: 12,
            height: 1,
        };
        let bytes = screen.frame(size, |buffer| {
            for (x, c) in (0..).zip(text.chars()) {
                buffer[(x, 0)].set_symbol(c.encode_utf8(&mut [0; 4]));
            }
            None
        });
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn only_what_changed_is_written_and_nothing_when_nothing_did() {
        let mut screen = Screen::new();
        assert!(frame(&mut screen, "abc").contains("abc"));
        assert_eq!(frame(&mut screen, "abc"), "");
        let third = frame(&mut screen, "abd");
        assert!(third.contains('d') && !third.contains('a'), "{third:?}");
        screen.forget();
        assert!(frame(&mut screen, "abd").contains("abd"));
    }

    #[test]
    fn the_cursor_is_placed_anew_after_a_doubtful_cell() {
        let mut screen = Screen::new();
        let drawn = frame(&mut screen, "a\u{995}b");
        let after = drawn.split('\u{995}').nth(1).unwrap();
        assert!(after.contains("\u{1b}[1;3Hb"), "{drawn:?}");
    }
}
