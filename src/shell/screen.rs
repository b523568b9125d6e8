//! The screen: frames as differences.
//!
//! Only cells that changed are written, in one piece and between the marks of a synchronised update, so a terminal never shows
//! half a frame.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen;
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
            body.extend(b"\x1b[2J");
        }
        pen::draw(self.shown.diff_iter(&next), &next, &mut body);
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
}
