//! The pen: cells to bytes, with as few of them as can be.
//!
//! The cursor moves only where the next cell is not the next on the screen, and of the looks only what changes is said. After a
//! cell that some terminal may draw wider or narrower than we measure, the cursor is placed anew, which keeps the damage to that
//! cell.

use std::io::Write;

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// Modifiers with the code that sets them and the code that takes them back. Bold and dim share theirs.
const MODIFIERS: &[(Modifier, u8, u8)] = &[
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Writes cells at their places; leaves the terminal with its own colours.
pub(super) fn draw<'a>(cells: impl Iterator<Item = (u16, u16, &'a Cell)>, out: &mut Vec<u8>) {
    let mut look = Look::default();
    let mut cursor = None;
    for (x, y, cell) in cells {
        if cursor != Some((x, y)) {
            place(x, y, out);
        }
        let next = Look::of(cell, look);
        next.write_over(look, out);
        look = next;
        out.extend(cell.symbol().as_bytes());
        cursor = is_certain(cell.symbol()).then(|| (x + cell.cell_width(), y));
    }
    Look::default().write_over(look, out);
}

/// Moves the cursor.
pub(super) fn place(x: u16, y: u16, out: &mut Vec<u8>) {
    let _ = write!(out, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1); // a Vec takes everything
}

/// How the terminal draws at the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Look {
    ink: Color,
    paper: Color,
    modifiers: Modifier,
}

impl Look {
    /// The look that a cell needs. What cannot be seen on a blank stays as it was before.
    fn of(cell: &Cell, before: Self) -> Self {
        const ON_BLANKS: Modifier = Modifier::UNDERLINED
            .union(Modifier::REVERSED)
            .union(Modifier::CROSSED_OUT);
        if cell.symbol() == " " && !cell.modifier.intersects(ON_BLANKS) {
            return Self {
                paper: cell.bg,
                modifiers: before.modifiers - ON_BLANKS,
                ..before
            };
        }
        Self {
            ink: cell.fg,
            paper: cell.bg,
            modifiers: cell.modifier,
        }
    }

    /// Says what of this look differs from another.
    fn write_over(self, before: Self, out: &mut Vec<u8>) {
        if self == before {
            return;
        }
        if self == Self::default() {
            out.extend(b"\x1b[0m");
            return;
        }
        let mut codes = String::new();
        let gone = before.modifiers - self.modifiers;
        let mut kept = before.modifiers & self.modifiers;
        for &(modifier, _, off) in MODIFIERS
            .iter()
            .filter(|(modifier, ..)| gone.contains(*modifier))
        {
            push(&mut codes, &off.to_string());
            if off == 22 {
                kept -= Modifier::BOLD | Modifier::DIM;
            }
            kept -= modifier;
        }
        for &(_, on, _) in MODIFIERS
            .iter()
            .filter(|(modifier, ..)| (self.modifiers - kept).contains(*modifier))
        {
            push(&mut codes, &on.to_string());
        }
        if self.ink != before.ink {
            push(&mut codes, &colour(self.ink, 38));
        }
        if self.paper != before.paper {
            push(&mut codes, &colour(self.paper, 48));
        }
        let _ = write!(out, "\x1b[{codes}m"); // a Vec takes everything
    }
}

fn push(codes: &mut String, code: &str) {
    if !codes.is_empty() {
        codes.push(';');
    }
    codes.push_str(code);
}

/// The code of a colour; `base` is 38 for ink and 48 for paper.
fn colour(colour: Color, base: u8) -> String {
    match colour {
        Color::Rgb(r, g, b) => format!("{base};2;{r};{g};{b}"),
        Color::Indexed(index @ 0..=7) => (base - 8 + index).to_string(),
        Color::Indexed(index) => format!("{base};5;{index}"),
        _ => (base + 1).to_string(),
    }
}

/// Whether every terminal agrees on how wide a symbol is: letters, digits and signs of the common alphabets, Chinese, Japanese
/// and Korean characters, rules.
fn is_certain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return false;
    };
    matches!(c, ' '..='~' | '\u{A0}'..='\u{2FF}' | '\u{370}'..='\u{481}' | '\u{48A}'..='\u{58F}' | '\u{5D0}'..='\u{5EA}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20BF}' | '\u{2190}'..='\u{2194}'
        | '\u{2400}'..='\u{2426}' | '\u{2500}'..='\u{259F}' | '\u{27E6}'..='\u{27EB}' | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF60}' | '\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[track_caller]
    fn check(cells: &[(u16, u16, &'static str, Style)], expected: &str) {
        let cells: Vec<_> = cells
            .iter()
            .map(|&(x, y, symbol, style)| {
                let mut cell = Cell::new(symbol);
                cell.set_style(style);
                (x, y, cell)
            })
            .collect();
        let mut out = Vec::new();
        draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell)), &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap().replace('\x1b', "^"),
            expected
        );
    }

    #[test]
    fn neighbours_need_no_movement() {
        let plain = Style::new();
        check(
            &[(0, 0, "a", plain), (1, 0, "b", plain), (5, 1, "c", plain)],
            "^[1;1Hab^[2;6Hc",
        );
        check(&[(0, 0, "安", plain), (2, 0, "b", plain)], "^[1;1H安b");
    }

    #[test]
    fn the_cursor_is_placed_anew_after_a_doubtful_cell() {
        let plain = Style::new();
        check(
            &[(0, 0, "\u{995}", plain), (1, 0, "b", plain)],
            "^[1;1H\u{995}^[1;2Hb",
        );
    }

    #[test]
    fn only_what_changes_of_the_look_is_said() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let red = bold.fg(Color::Indexed(1));
        let dim = Style::new()
            .add_modifier(Modifier::DIM)
            .fg(Color::Rgb(1, 2, 3));
        check(
            &[
                (0, 0, "a", bold),
                (1, 0, "b", red),
                (2, 0, "c", dim),
                (3, 0, "d", Style::new()),
            ],
            "^[1;1H^[1ma^[31mb^[22;2;38;2;1;2;3mc^[0md",
        );
    }
}
