//! The pen: cells to bytes, with as few of them as can be.
//!
//! The cursor moves only where the next cell is not the next on the screen, and of the looks only what changes is said. After a
//! cell that some terminal may draw wider or narrower than we measure, the cursor is placed anew, which keeps the damage to that
//! cell.

mod easel;
mod iterm;
pub(super) mod kitty;
mod sixel;

use std::io::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

pub(super) use easel::Easel;
use easel::Stroke;

use crate::picture::tile::Tile;

/// Modifiers with the code that sets them and the code that takes them back. Bold and dim share theirs.
const MODIFIERS: &[(Modifier, u8, u8)] = &[
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Writes the cells that changed, with their places, of a screen that is to look like `buffer`; leaves the terminal with its own colours.
pub(super) fn draw<'a>(
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    buffer: &'a Buffer,
    mut easel: Easel<'_, '_>,
    out: &mut Vec<u8>,
) {
    let mut pen = Pen {
        out,
        look: Look::default(),
        cursor: None,
    };
    for (x, y, cell) in cells {
        if let Some(tile) = Tile::read(cell.symbol()) {
            pen.paint(x, y, tile, buffer, &mut easel);
        } else {
            if !is_certain(cell.symbol()) {
                // Where it is drawn narrower, the rest would show what was there before.
                for col in 1..cell.cell_width() {
                    pen.blank(x.saturating_add(col), y, cell, buffer);
                }
            }
            pen.go_to(x, y, buffer);
            pen.write(x, y, cell);
        }
    }
    Look::default().write_over(pen.look, pen.out);
}

/// Writes cells as a line that others follow; leaves the terminal with its own colours.
pub(super) fn line(cells: &[Cell], out: &mut Vec<u8>) {
    let mut pen = Pen {
        out,
        look: Look::default(),
        cursor: None,
    };
    for cell in uncovered(cells.iter()) {
        pen.write(0, 0, cell);
    }
    Look::default().write_over(pen.look, pen.out);
    pen.out.push(b'\n');
}

/// Cells of a row, without those that a wide one before them covers.
pub(super) fn uncovered<'a>(
    cells: impl Iterator<Item = &'a Cell>,
) -> impl Iterator<Item = &'a Cell> {
    let mut covered = 0_u16;
    cells.filter(move |cell| {
        let is_seen = covered == 0;
        if is_seen {
            covered = cell.cell_width();
        }
        covered = covered.saturating_sub(1);
        is_seen
    })
}

/// Cells that did not change and are written again rather than passed over: passing costs as much as writing so many letters.
const SHORT_GAP: u16 = 5;

/// What is known of the terminal while cells are written to it.
struct Pen<'a> {
    out: &'a mut Vec<u8>,
    look: Look,
    /// Where the next letter will appear, when that is certain.
    cursor: Option<(u16, u16)>,
}

impl Pen<'_> {
    fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        let next = Look::of(cell, self.look);
        next.write_over(self.look, self.out);
        self.look = next;
        self.out.extend(cell.symbol().as_bytes());
        let is_certain = is_certain(cell.symbol());
        self.cursor = is_certain.then(|| (x.saturating_add(cell.cell_width()), y));
    }

    /// Draws a cell of a picture: what stands there, or all of its row at once, unless that was done or is not to be seen whole.
    fn paint(&mut self, x: u16, y: u16, tile: Tile, buffer: &Buffer, easel: &mut Easel<'_, '_>) {
        let Some((cell, name)) = buffer
            .cell((x, y))
            .and_then(|cell| Some((cell, name(cell)?)))
        else {
            return;
        };
        match easel.stroke(name, tile.row, self.out) {
            Stroke::Tile => {
                self.go_to(x, y, buffer);
                self.write(x, y, cell);
                // Who shows pictures by it knows how wide it is.
                self.cursor = Some((x.saturating_add(1), y));
            }
            Stroke::Strip(strip) => {
                let left = x.checked_sub(tile.col);
                let is_whole = |&left: &u16| is_whole(left, y, tile.row, strip.cols, name, buffer);
                if left.is_some_and(|left| easel.has_drawn(left, y)) {
                    return;
                }
                if let Some(left) = left.filter(is_whole) {
                    // What is clear of it would show what was there before.
                    for col in 0..strip.cols {
                        self.blank(left.saturating_add(col), y, cell, buffer);
                    }
                    place(left, y, self.out);
                    easel.draw(&strip, (left, y), self.out);
                    self.cursor = None;
                    self.mend(left.saturating_add(strip.cols), y, buffer);
                } else {
                    self.blank(x, y, cell, buffer);
                }
            }
            Stroke::Nothing => self.blank(x, y, cell, buffer),
        }
    }

    /// Draws the cell behind a strip once more: Konsole clears it together with those of the strip.
    fn mend(&mut self, x: u16, y: u16, buffer: &Buffer) {
        let cell = buffer.cell((x, y));
        if let Some(cell) = cell.filter(|it| Tile::read(it.symbol()).is_none()) {
            self.go_to(x, y, buffer);
            self.write(x, y, cell);
        }
    }

    /// Draws a cell with nothing in it.
    fn blank(&mut self, x: u16, y: u16, cell: &Cell, buffer: &Buffer) {
        let mut blank = Cell::default();
        blank.bg = cell.bg;
        self.go_to(x, y, buffer);
        self.write(x, y, &blank);
    }

    /// Brings the cursor to a cell: along the row by writing a short gap again where that needs no other look, else by moving it.
    fn go_to(&mut self, x: u16, y: u16, buffer: &Buffer) {
        match self.cursor {
            Some((from, row)) if row == y && from == x => {}
            Some((from, row)) if row == y && from < x => {
                let gap: Vec<_> = (from..x)
                    .filter_map(|x| Some((x, buffer.cell((x, y))?)))
                    .collect();
                if x - from <= SHORT_GAP && gap.iter().all(|(_, cell)| self.can_write(cell)) {
                    for (x, cell) in gap {
                        self.write(x, y, cell);
                    }
                } else {
                    let _ = write!(self.out, "\x1b[{}G", u32::from(x) + 1); // a Vec takes everything
                }
            }
            _ => place(x, y, self.out),
        }
    }

    /// Whether a cell is a letter that needs no other look than the pen has.
    fn can_write(&self, cell: &Cell) -> bool {
        cell.cell_width() == 1
            && is_certain(cell.symbol())
            && Look::of(cell, self.look) == self.look
    }
}

/// The name of the plate that a tile in a cell belongs to: its ink.
fn name(cell: &Cell) -> Option<u32> {
    match cell.fg {
        Color::Rgb(red, green, blue) => Some(u32::from_be_bytes([0, red, green, blue])),
        _ => None,
    }
}

/// Whether all of a strip is to be seen from a cell on, and not in the last row, where what is drawn may move the screen.
fn is_whole(left: u16, y: u16, row: u16, cols: u16, plate: u32, buffer: &Buffer) -> bool {
    let is_last = y + 1 >= buffer.area.bottom();
    let is_part = |col: u16| {
        let cell = buffer.cell((left.saturating_add(col), y));
        cell.is_some_and(|it| {
            name(it) == Some(plate) && Tile::read(it.symbol()) == Some(Tile { row, col })
        })
    };
    !is_last && (0..cols).all(is_part)
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
    use ratatui::layout::Rect;
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
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        for (x, y, cell) in &cells {
            buffer[(*x, *y)] = cell.clone();
        }
        let mut out = Vec::new();
        let changed = cells.iter().map(|(x, y, cell)| (*x, *y, cell));
        let (find, mut sent) = (|_| None, Vec::new());
        let easel = Easel::new(&find, &mut sent, &mut out);
        draw(changed, &buffer, easel, &mut out);
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
    fn short_gaps_are_written_again_and_long_ones_passed_over() {
        let plain = Style::new();
        let bold = Style::new().add_modifier(Modifier::BOLD);
        check(&[(0, 0, "a", plain), (3, 0, "b", plain)], "^[1;1Ha  b");
        check(&[(0, 0, "a", plain), (9, 0, "b", plain)], "^[1;1Ha^[10Gb");
        let underlined = Style::new().add_modifier(Modifier::UNDERLINED);
        check(
            &[(0, 0, "a", underlined), (3, 0, "b", bold)],
            "^[1;1H^[4ma^[4G^[24;1mb^[0m",
        );
    }

    #[test]
    fn the_cursor_is_placed_anew_after_a_doubtful_cell() {
        let plain = Style::new();
        check(
            &[(0, 0, "\u{995}", plain), (1, 0, "b", plain)],
            "^[1;1H\u{995}^[1;2Hb",
        );
        check(
            &[(0, 0, "👍", plain), (2, 0, "b", plain)],
            "^[1;2H ^[1;1H👍^[1;3Hb",
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
