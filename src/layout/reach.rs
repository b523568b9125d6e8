//! Reach: how far what keeps its lines goes to the right, and how it is moved sideways.
//!
//! ```text
//!        │ still ║ what moves …
//! Town   │ Boats ║ Harbours │ Ferries │ …
//! ```
//!
//! The markers and bars before a block stay in place, and with them the first column of a table, as long as it leaves room for the
//! others; so every row can be told by its name wherever its other cells are.

use std::ops::Range;
use std::rc::Rc;

use super::Measure;
use super::cache::Layouts;
use super::prefix::Prefix;
use super::slab::{self, Slab};
use super::table::Columns;
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};

/// Of how many parts of the column the first column of a table may take one and still stay in place.
const STILL: u16 = 3;

/// How far a block goes, in cells from the left edge of the text column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Cells that stay in place.
    pub still: u16,
    /// The cell behind the last one, where that is known of all rows.
    pub end: Option<u16>,
    /// Cells of the text column.
    width: u16,
    columns: Option<Rc<Columns>>,
}

/// The byte where all begins that moves together with a block: itself, its table, or all that programs have printed. `None` for what is
/// never moved, such as a row of a table that is so long that its cells flow.
pub fn head(document: &Document, id: BlockId) -> Option<u32> {
    let block = document.block(id)?;
    let first = match block.kind {
        BlockKind::Code => id,
        BlockKind::Output => BlockId::default(),
        BlockKind::Row(table, _) if slab::is_one(block.span) => document.table(table)?.first,
        _ => return None,
    };
    Some(document.block(first)?.span.start)
}

impl Reach {
    /// The reach of a block that keeps its lines.
    pub fn of(
        document: &Document,
        layouts: &mut Layouts,
        id: BlockId,
        measure: Measure,
    ) -> Option<Self> {
        let block = document.block(id)?;
        let slab = layouts.slabs(document, id).slab(0);
        let width = measure.width;
        let left = Prefix::of(document, slab, measure.inner()).width() + measure.hang;
        let reach = |still, end, columns| Self {
            still,
            end,
            width,
            columns,
        };
        match block.kind {
            BlockKind::Row(table, _) => {
                let columns = layouts.columns(document, table, measure);
                let second = columns.starts().nth(1);
                let still = second.filter(|&it| it <= width / STILL).unwrap_or(left);
                Some(reach(still, Some(columns.end()), Some(columns)))
            }
            BlockKind::Code => {
                let end = slab
                    .is_whole(block.span)
                    .then(|| end(document, layouts, slab, measure));
                Some(reach(left, end, None))
            }
            BlockKind::Output => Some(reach(0, None, None)),
            _ => None,
        }
    }

    /// Cells by which it can be moved until its end is seen, where the widest row that is known of ends at `end`: a table, until a column
    /// stands first.
    pub fn farthest(&self, end: u16) -> u16 {
        let least = self.end.unwrap_or(end).saturating_sub(self.width);
        self.stops().find(|&stop| stop >= least).unwrap_or(least)
    }

    /// The shift of a table at which its next column stands first; `None` where there is none, or it is further than a screen away.
    pub fn next(&self, shift: u16) -> Option<u16> {
        self.stops()
            .find(|&stop| stop > shift)
            .filter(|stop| stop - shift < self.room())
    }

    /// The shift of a table at which the column before stands first.
    pub fn previous(&self, shift: u16) -> Option<u16> {
        let before = self.stops().take_while(|&stop| stop < shift).last();
        before.filter(|stop| shift - stop < self.room())
    }

    /// The shift at which the cells `cols` are seen, from `shift` on, which stays when they are.
    pub fn showing(&self, cols: &Range<u16>, shift: u16) -> u16 {
        let end = cols.end.min(cols.start.saturating_add(self.room()));
        let is_seen = |shift: u16| {
            let moved = shift.saturating_add(self.still)..=shift.saturating_add(self.width);
            cols.end <= self.still || moved.contains(&cols.start) && moved.contains(&end)
        };
        let start = cols.start.saturating_sub(self.still);
        let stop = self.stops().take_while(|&stop| stop <= start).last();
        let choices = [shift, 0]
            .into_iter()
            .chain(stop)
            .chain([start.saturating_sub(self.room() / 4)]);
        choices
            .into_iter()
            .find(|&shift| is_seen(shift))
            .unwrap_or(start)
    }

    /// Cells of the column in which something moves.
    fn room(&self) -> u16 {
        self.width.saturating_sub(self.still).max(1)
    }

    /// The shifts at which a column stands first among those that move.
    fn stops(&self) -> impl Iterator<Item = u16> {
        let starts = self.columns.iter().flat_map(|columns| columns.starts());
        starts.filter_map(|start| start.checked_sub(self.still))
    }
}

/// The cell behind the widest row of a slab.
fn end(document: &Document, layouts: &mut Layouts, slab: Slab, measure: Measure) -> u16 {
    let flow = layouts.flow(document, slab, measure);
    flow.rows
        .iter()
        .map(super::row::Row::width)
        .max()
        .unwrap_or(0)
}
