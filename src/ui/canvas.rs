//! The canvas: the one place where text becomes cells.
//!
//! Everything is drawn as clusters, so nothing from a document reaches the terminal as a control sequence and every cell is as
//! wide as layout measured it. What does not fit is cut at the edge.

use std::borrow::Cow;
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::app::area::Area;
use crate::app::pictures::Strip;
use crate::config::theme::{Colour, Look, Theme};
use crate::picture::plate::{Blocks, Print};
use crate::picture::tile::Tile;
use crate::text::cluster::{Cluster, clusters};
use crate::text::num;
use crate::text::order::{self, Direction, Order};

/// A screen to paint on.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// The looks to paint in.
    pub theme: &'a Theme,
    order: Order,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme, order: Order) -> Self {
        Self {
            buffer,
            theme,
            order,
        }
    }

    /// Paints every cell as empty paper.
    pub(super) fn clear(&mut self) {
        let blank = cell(" ", self.theme.text);
        self.buffer.content.fill(blank);
    }

    /// Writes `text` from column `x` on, up to column `end`, in the order in which it is seen; returns the column after it.
    pub(super) fn write(&mut self, x: u16, y: u16, end: u16, text: &str, look: Look) -> u16 {
        let text = self.ordered(text, direction(text));
        self.draw(x, y, end, &text, look)
    }

    /// A line of a text that runs in `direction`, in the order in which it is seen here.
    fn ordered<'t>(&self, text: &'t str, direction: Direction) -> Cow<'t, str> {
        match self.order {
            Order::Visual => order::line(text, direction),
            Order::Logical => Cow::Borrowed(text),
        }
    }

    /// Writes what is in order already.
    fn draw(&mut self, x: u16, y: u16, end: u16, text: &str, look: Look) -> u16 {
        clusters(text).fold(x, |x, cluster| self.put(x, y, end, &cluster, look))
    }

    /// Writes a line of a text that runs in `direction` into an area, from the edge at which it begins; returns the column after it.
    pub(super) fn line_of(
        &mut self,
        area: Area,
        text: &str,
        direction: Direction,
        look: Look,
    ) -> u16 {
        let text = self.ordered(text, direction);
        let is_right = self.order == Order::Visual && direction == Direction::RightToLeft;
        let width = num::cells(crate::text::cluster::width(&text));
        let free = area.width.saturating_sub(width);
        let x = if is_right { area.x + free } else { area.x };
        self.draw(x, area.y, area.x + area.width, &text, look)
    }

    /// Writes a line into an area, from its left edge.
    pub(super) fn line(&mut self, area: Area, text: &str, look: Look) -> u16 {
        if area.height == 0 {
            area.x
        } else {
            self.write(area.x, area.y, area.x + area.width, text, look)
        }
    }

    /// Writes a line into an area, up to its right edge.
    pub(super) fn line_right(&mut self, area: Area, text: &str, look: Look) {
        let width = num::cells(crate::text::cluster::width(text));
        if area.height > 0 && width <= area.width {
            self.write(
                area.x + area.width - width,
                area.y,
                area.x + area.width,
                text,
                look,
            );
        }
    }

    /// Draws one cluster; returns the column after it. A cluster that does not fit before `end` is not drawn, nor is anything
    /// after it.
    pub(super) fn put(
        &mut self,
        x: u16,
        y: u16,
        end: u16,
        cluster: &Cluster<'_>,
        look: Look,
    ) -> u16 {
        let width = num::cells(cluster.width);
        if width > end.saturating_sub(x) {
            return end;
        }
        // The name of an invisible character, such as `⟨RLO⟩`, has a cell for each of its letters.
        if cluster.shown.starts_with('⟨') && cluster.shown.ends_with('⟩') {
            for (x, letter) in (x..).zip(cluster.shown.chars()) {
                self.set(x, y, letter.encode_utf8(&mut [0; 4]), 1, look);
            }
            return x + width;
        }
        self.set(x, y, &cluster.shown, width, look);
        x + width
    }

    fn set(&mut self, x: u16, y: u16, shown: &str, width: u16, look: Look) {
        let look = look.over(self.theme.text);
        let Some(width) = NonZeroU16::new(width) else {
            return;
        };
        if let Some(drawn) = self.buffer.cell_mut((x, y)) {
            *drawn = cell(shown, look);
            if shown.cell_width() != width.get() {
                drawn.set_diff_option(CellDiffOption::ForcedWidth(width));
            }
        }
        // The cells that the cluster covers besides.
        for covered in 1..width.get() {
            if let Some(drawn) = self.buffer.cell_mut((x + covered, y)) {
                *drawn = cell(" ", look);
            }
        }
    }

    /// Draws a cell of a picture: as blocks of colour, or as a tile that the pen knows.
    pub(super) fn strip(&mut self, x: u16, y: u16, strip: Strip<'_>, col: u16) {
        let Strip { name, plate, row } = strip;
        if let Print::Blocks(_) = plate.print {
            return self.blocks(x, y, plate.blocks(row, col).unwrap_or_default());
        }
        let [_, red, green, blue] = name.to_be_bytes();
        let tile = Tile { row, col }.write();
        if let Some((drawn, tile)) = self.buffer.cell_mut((x, y)).zip(tile) {
            *drawn = Cell::default();
            drawn.set_symbol(&tile);
            drawn.set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::MIN));
            drawn.fg = Color::Rgb(red, green, blue);
            drawn.bg = colour(self.theme.text.paper);
        }
    }

    /// Draws the two halves of a cell.
    fn blocks(&mut self, x: u16, y: u16, blocks: Blocks) {
        let Blocks { upper, lower } = blocks;
        let of = |ink: Option<Colour>, paper: Option<Colour>| Look {
            ink: ink.unwrap_or_default(),
            paper: paper.unwrap_or_default(),
            ..Look::default()
        };
        match (upper, lower) {
            (None, None) => {}
            (None, lower) => self.set(x, y, "▄", 1, of(lower, None)),
            (upper, lower) => self.set(x, y, "▀", 1, of(upper, lower)),
        }
    }

    /// Whether nothing is painted in a cell.
    pub(super) fn is_blank_at(&self, x: u16, y: u16) -> bool {
        let cell = self.buffer.cell((x, y));
        cell.is_some_and(|cell| cell.symbol().trim().is_empty())
    }

    /// Fills a row of an area.
    pub(super) fn fill(&mut self, area: Area, row: u16, sign: &str, look: Look) {
        for x in area.x..area.x + area.width {
            self.write(x, area.y + row, area.x + area.width, sign, look);
        }
    }
}

/// Which way a text of the reader's own runs: to the left where it begins with such words, to the right where a sign of ours stands before.
fn direction(text: &str) -> Direction {
    let is_around =
        |sign: char| sign.is_whitespace() || matches!(sign, '“' | '”' | '"' | '«' | '(');
    let first = text.chars().find(|&sign| !is_around(sign));
    Direction::of(first.into_iter()).unwrap_or_default()
}

fn cell(shown: &str, look: Look) -> Cell {
    let modifiers = [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.underline, Modifier::UNDERLINED),
        (look.reverse, Modifier::REVERSED),
        (look.strike, Modifier::CROSSED_OUT),
    ];
    let mut cell = Cell::default();
    cell.set_symbol(shown);
    cell.fg = colour(look.ink);
    cell.bg = colour(look.paper);
    cell.modifier = modifiers
        .into_iter()
        .filter(|(is_on, _)| *is_on)
        .map(|(_, modifier)| modifier)
        .collect();
    cell
}

fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Terminal => Color::Reset,
        Colour::Ansi(index) => Color::Indexed(index),
        Colour::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::config::theme::COLOURLESS;

    #[track_caller]
    fn check(text: &str, cells: &[&str]) {
        let width = num::cells(cells.len());
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        let mut canvas = Canvas::new(&mut buffer, &COLOURLESS, Order::Visual);
        canvas.write(0, 0, width, text, Look::default());
        let drawn: Vec<_> = buffer.content().iter().map(Cell::symbol).collect();
        assert_eq!(drawn, cells);
    }

    #[test]
    fn only_the_name_of_a_character_is_drawn_letter_by_letter() {
        check("\u{202e}a", &["⟨", "R", "L", "O", "⟩", "a"]);
        check("⟨\u{301}\u{301}a", &["⟨\u{301}\u{301}", "a", " "]);
        check("⟨b⟩", &["⟨", "b", "⟩"]);
    }

    #[test]
    fn a_letter_has_cells_for_the_signs_that_terminals_draw_beside_it() {
        check("বাংলা", &["বাং", " ", " ", "লা", " "]);
        check("தமிழ்நாடு", &["த", "மி", " ", "ழ்", "நா", " ", "டு", " "]);
        check("ខ្មែរ", &["ខ្មែ", " ", " ", "រ"]);
    }

    #[test]
    fn words_that_run_to_the_left_stay_behind_our_signs() {
        check("¶1 אב", &["¶", "1", " ", "ב", "א"]);
        check("“אב”?", &["?", "”", "ב", "א", "“"]);
    }
}
