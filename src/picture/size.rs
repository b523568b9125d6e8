//! Sizes: how many cells a picture takes.

use crate::text::num;

/// The most columns or rows of a picture.
const MOST: u16 = 255;

/// Pixels of a side below which there is nothing to see: such pictures count visits.
const LEAST: u32 = 3;

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pixels {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// The size of a cell in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Default for Cell {
    /// That of a terminal that does not tell.
    fn default() -> Self {
        Self {
            width: 8,
            height: 16,
        }
    }
}

impl Cell {
    /// The cell of a screen of so many cells and pixels; the usual one where that cannot be.
    pub fn of(columns: u16, rows: u16, width: u16, height: u16) -> Self {
        let side = |pixels: u16, cells: u16| pixels.checked_div(cells).unwrap_or(0);
        let cell = Self {
            width: side(width, columns),
            height: side(height, rows),
        };
        let is_sane = (2..=100).contains(&cell.width) && (4..=200).contains(&cell.height);
        if is_sane { cell } else { Self::default() }
    }

    /// The cell that a picture in blocks is measured by. A cell has two of them however large it is, so nothing is gained by fine pixels,
    /// and small pictures would lose what they show.
    #[must_use]
    pub fn of_blocks(self) -> Self {
        let usual = Self::default();
        if self.width <= usual.width {
            return self;
        }
        Self {
            width: usual.width,
            height: (self.height * usual.width / self.width).max(1),
        }
    }
}

/// How much room there is for a picture besides the width of its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Room {
    /// How large a cell is.
    pub cell: Cell,
    /// The most rows; none where pictures are not shown.
    pub rows: u16,
}

/// The cells that a picture takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fit {
    /// Columns.
    pub cols: u16,
    /// Rows.
    pub rows: u16,
}

impl Fit {
    /// The cells of a picture in a column of `width` cells: as many as it has pixels for, fewer where there is no room. `None` where
    /// there is nothing to see, or no room at all.
    pub fn of(picture: Pixels, width: u16, room: Room) -> Option<Self> {
        let (cell_width, cell_height) = (u64::from(room.cell.width), u64::from(room.cell.height));
        let most_width = u64::from(width.min(MOST)) * cell_width;
        let most_height = u64::from(room.rows.min(MOST)) * cell_height;
        let (wide, high) = (u64::from(picture.width), u64::from(picture.height));
        if most_width == 0 || most_height == 0 || picture.width.min(picture.height) < LEAST {
            return None;
        }
        // The picture is scaled by `over / under`, which is one at the most.
        let (over, under) = if wide <= most_width && high <= most_height {
            (1, 1)
        } else if wide * most_height > high * most_width {
            (most_width, wide)
        } else {
            (most_height, high)
        };
        let cells = |pixels: u64, cell: u64, most: u16| {
            let cells = (pixels * over + under * cell / 2) / (under * cell);
            u16::try_from(cells).unwrap_or(most).clamp(1, most)
        };
        Some(Self {
            cols: cells(wide, cell_width, width.min(MOST)),
            rows: cells(high, cell_height, room.rows.min(MOST)),
        })
    }

    /// How many pixels that is.
    pub fn pixels(self, cell: Cell) -> Pixels {
        Pixels {
            width: u32::from(self.cols) * u32::from(cell.width),
            height: u32::from(self.rows) * u32::from(cell.height),
        }
    }
}

/// The rows that a picture may take of a screen with so many.
pub fn most_rows(screen: u16) -> u16 {
    num::cells(usize::from(screen) * 2 / 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(picture: (u32, u32), width: u16, rows: u16, expected: Option<(u16, u16)>) {
        let room = Room {
            cell: Cell::default(),
            rows,
        };
        let pixels = Pixels {
            width: picture.0,
            height: picture.1,
        };
        let fit = Fit::of(pixels, width, room);
        assert_eq!(fit.map(|it| (it.cols, it.rows)), expected, "{picture:?}");
    }

    #[test]
    fn a_picture_keeps_its_shape_and_never_grows() {
        check((80, 64), 70, 26, Some((10, 4)));
        check((800, 400), 70, 26, Some((70, 18)));
        check((400, 4000), 70, 20, Some((4, 20)));
        check((1, 5000), 70, 20, None);
        check((3, 5000), 70, 20, Some((1, 20)));
        check((5000, 3), 70, 20, Some((70, 1)));
        check((9, 20), 70, 20, Some((1, 1)));
    }

    #[test]
    fn nothing_is_shown_where_there_is_no_room_or_nothing_to_see() {
        check((800, 400), 0, 20, None);
        check((800, 400), 20, 0, None);
        check((1, 1), 20, 20, None);
        check((0, 9), 20, 20, None);
        check((u32::MAX, u32::MAX), 20, 20, Some((20, 10)));
        check((u32::MAX, 3), u16::MAX, u16::MAX, Some((255, 1)));
    }

    #[test]
    fn blocks_are_as_many_on_fine_screens() {
        let blocks = |width, height| {
            let Cell { width, height } = Cell { width, height }.of_blocks();
            (width, height)
        };
        assert_eq!(blocks(16, 32), (8, 16));
        assert_eq!(blocks(10, 21), (8, 16));
        assert_eq!(blocks(7, 15), (7, 15));
    }

    #[test]
    fn a_cell_that_cannot_be_is_the_usual_one() {
        assert_eq!(
            Cell::of(100, 50, 900, 1000),
            Cell {
                width: 9,
                height: 20
            }
        );
        assert_eq!(Cell::of(100, 50, 0, 0), Cell::default());
        assert_eq!(Cell::of(0, 0, 900, 1000), Cell::default());
        assert_eq!(Cell::of(1, 1, 9000, 9000), Cell::default());
    }
}
