//! Sideways: how far what is wider than the column has been moved, block by block.

use std::ops::Range;

use super::App;
use crate::doc::block::BlockId;
use crate::layout::reach::{self, Reach};
use crate::layout::row::Row;

/// Blocks that are moved; of more the oldest is forgotten.
const MOST: usize = 64;

/// How far blocks have been moved to the left, by where what moves together [begins](crate::layout::reach::head).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sideways(Vec<(u32, u16)>);

impl Sideways {
    /// The cells by which a block is moved.
    pub fn of(&self, head: u32) -> u16 {
        let moved = self.0.iter().find(|(it, _)| *it == head);
        moved.map_or(0, |&(_, shift)| shift)
    }

    /// Moves a block.
    pub fn set(&mut self, head: u32, shift: u16) {
        self.0.retain(|(it, _)| *it != head);
        if shift > 0 {
            self.0.push((head, shift));
        }
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    /// The same for the blocks that these have become.
    pub(super) fn followed(&self, become_of: impl Fn(u32) -> Option<u32>) -> Self {
        let moved = self.0.iter();
        Self(
            moved
                .filter_map(|&(head, shift)| Some((become_of(head)?, shift)))
                .collect(),
        )
    }
}

/// Something on screen that reaches further than the column, or has been moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wide {
    /// Where all begins that moves together.
    pub head: u32,
    /// The rows of the screen that show it.
    pub rows: Range<usize>,
    /// How it lies there.
    pub side: Side,
    /// Cells by which it can be moved until its end is seen.
    pub farthest: u16,
}

/// How a row lies in the column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Cells at its beginning that stay in place.
    pub still: u16,
    /// Cells by which the others are moved to the left.
    pub shift: u16,
}

impl Side {
    /// Where in the column a cell of the row is drawn; `None` for what is out of sight to the left.
    pub fn drawn(self, col: u16) -> Option<u16> {
        match col.checked_sub(self.shift) {
            _ if col < self.still => Some(col),
            drawn => drawn.filter(|&drawn| drawn >= self.still),
        }
    }

    /// The cell of the row that is drawn in a cell of the column.
    pub fn under(self, drawn: u16) -> u16 {
        if drawn < self.still {
            drawn
        } else {
            drawn.saturating_add(self.shift)
        }
    }
}

/// How each row on screen lies in the column, and what is wider than that.
pub(super) fn lie(app: &mut App, rows: &[(BlockId, Row)]) -> (Vec<Side>, Vec<Wide>) {
    let (mut sides, mut wide) = (Vec::new(), Vec::new());
    let measure = app.measure();
    let document = &*app.article.document;
    let head = |block| reach::head(document, block);
    for rows in rows.chunk_by(|(one, _), (other, _)| head(*one) == head(*other)) {
        let range = sides.len()..sides.len() + rows.len();
        let first = rows.first().map(|(block, _)| *block);
        let reach = first.and_then(|it| {
            Some((
                head(it)?,
                Reach::of(document, &mut app.layouts, it, measure)?,
            ))
        });
        let Some((head, reach)) = reach else {
            sides.resize(range.end, Side::default());
            continue;
        };
        let farthest = reach.farthest(rows.iter().map(|(_, row)| row.width()).max().unwrap_or(0));
        let shift = app.view.sideways.of(head);
        let is_known = reach.end.is_some();
        let shift = if is_known { shift.min(farthest) } else { shift };
        let side = Side {
            still: reach.still,
            shift,
        };
        sides.resize(range.end, side);
        if farthest > 0 || shift > 0 {
            add(
                &mut wide,
                Wide {
                    head,
                    rows: range,
                    side,
                    farthest,
                },
            );
        }
    }
    (sides, wide)
}

/// Adds what is wide to others; headings may stand between what moves together.
fn add(all: &mut Vec<Wide>, wide: Wide) {
    match all.last_mut().filter(|last| last.head == wide.head) {
        Some(last) => {
            last.rows.end = wide.rows.end;
            last.farthest = last.farthest.max(wide.farthest);
        }
        None => all.push(wide),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_is_what_is_under_it() {
        let side = Side { still: 4, shift: 6 };
        for (col, drawn) in [
            (3, Some(3)),
            (4, None),
            (9, None),
            (10, Some(4)),
            (12, Some(6)),
        ] {
            assert_eq!(side.drawn(col), drawn, "{col}");
            assert!(drawn.is_none_or(|drawn| side.under(drawn) == col));
        }
    }

    #[test]
    fn each_block_has_a_shift_of_its_own() {
        let mut sideways = Sideways::default();
        sideways.set(3, 8);
        sideways.set(5, 16);
        sideways.set(3, 24);
        assert_eq!([3, 4, 5].map(|it| sideways.of(it)), [24, 0, 16]);
        sideways.set(5, 0);
        assert_eq!(sideways.0.len(), 1);
    }
}
