//! Walking over rows: from a place to the rows around it, on demand.
//!
//! A [`Place`] is a block and a byte in it and survives everything; a [`Spot`] is a row at the measure of the moment and dies
//! with the frame. Every row has its own place, so stepping down and up again returns.

use std::ops::Range;
use std::rc::Rc;

use super::cache::Layouts;
use super::row::Row;
use super::{Flow, Measure};
use crate::doc::Document;
use crate::doc::block::BlockId;

/// A position in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The block.
    pub block: BlockId,
    /// A byte of the reading text in it; the one after its last means the row that follows the block.
    pub at: u32,
    /// Which of the rows that show it: a picture takes many.
    pub strip: u16,
}

impl Place {
    /// The first row of a byte in a block.
    pub fn new(block: BlockId, at: u32) -> Self {
        Self {
            block,
            at,
            strip: 0,
        }
    }
}

/// A row on the screen of the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    block: BlockId,
    slab: usize,
    row: usize,
}

/// Rows of a range of blocks at one measure.
pub struct Walk<'a> {
    /// What is walked over.
    pub document: &'a Document,
    /// Where rows are laid out.
    pub layouts: &'a mut Layouts,
    /// How wide.
    pub measure: Measure,
    /// The blocks to stay within: from, to (exclusive).
    pub range: Range<BlockId>,
}

impl Walk<'_> {
    /// The row at a place; the nearest one inside the range.
    pub fn spot(&mut self, place: Place) -> Spot {
        self.find(place, |flow| flow.row_of(place.at, place.strip))
    }

    /// The row that shows the byte of a place.
    pub fn spot_showing(&mut self, place: Place) -> Spot {
        self.find(place, |flow| flow.row_showing(place.at))
    }

    fn find(&mut self, place: Place, row: impl Fn(&Flow) -> usize) -> Spot {
        if place.block < self.range.start {
            return self.first();
        }
        if place.block >= self.range.end {
            return self.last();
        }
        let slab = self
            .layouts
            .slabs(self.document, place.block)
            .index_of(place.at);
        let flow = self.flow(place.block, slab);
        Spot {
            block: place.block,
            slab,
            row: row(&flow),
        }
    }

    /// The first row.
    pub fn first(&self) -> Spot {
        Spot {
            block: self.range.start,
            slab: 0,
            row: 0,
        }
    }

    /// The last row.
    pub fn last(&mut self) -> Spot {
        let block = self
            .range
            .end
            .previous()
            .unwrap_or_default()
            .max(self.range.start);
        self.end_of(block)
    }

    fn end_of(&mut self, block: BlockId) -> Spot {
        let slab = self.layouts.slabs(self.document, block).count() - 1;
        let flow = self.flow(block, slab);
        Spot {
            block,
            slab,
            row: flow.rows.len().saturating_sub(1),
        }
    }

    /// The place of a row.
    pub fn place(&mut self, spot: Spot) -> Place {
        let flow = self.flow(spot.block, spot.slab);
        let start = self
            .document
            .block(spot.block)
            .map_or(0, |block| block.span.start);
        let row = flow.rows.get(spot.row);
        Place {
            block: spot.block,
            at: row.map_or(start, |row| row.at),
            strip: row.map_or(0, |row| row.strip),
        }
    }

    /// The row below.
    pub fn below(&mut self, spot: Spot) -> Option<Spot> {
        if self.range.is_empty() {
            return None;
        }
        if spot.row + 1 < self.flow(spot.block, spot.slab).rows.len() {
            return Some(Spot {
                row: spot.row + 1,
                ..spot
            });
        }
        let mut slab = spot.slab + 1;
        let mut block = spot.block;
        loop {
            if slab >= self.layouts.slabs(self.document, block).count() {
                (block, slab) = (block.next(), 0);
            }
            if block >= self.range.end {
                return None;
            }
            if !self.flow(block, slab).rows.is_empty() {
                return Some(Spot {
                    block,
                    slab,
                    row: 0,
                });
            }
            slab += 1;
        }
    }

    /// The row above.
    pub fn above(&mut self, spot: Spot) -> Option<Spot> {
        if self.range.is_empty() {
            return None;
        }
        if spot.row > 0 {
            return Some(Spot {
                row: spot.row - 1,
                ..spot
            });
        }
        let (mut block, mut slab) = (spot.block, spot.slab);
        loop {
            if slab == 0 {
                block = block
                    .previous()
                    .filter(|&block| block >= self.range.start)?;
                slab = self.layouts.slabs(self.document, block).count();
            }
            slab -= 1;
            if let Some(row) = self.flow(block, slab).rows.len().checked_sub(1) {
                return Some(Spot { block, slab, row });
            }
        }
    }

    /// The row `rows` further down, or up when negative; stops at the ends. Returns how many rows it went as well.
    pub fn step(&mut self, spot: Spot, rows: isize) -> (Spot, usize) {
        let mut at = spot;
        for gone in 0..rows.unsigned_abs() {
            let next = if rows < 0 {
                self.above(at)
            } else {
                self.below(at)
            };
            match next {
                Some(next) => at = next,
                None => return (at, gone),
            }
        }
        (at, rows.unsigned_abs())
    }

    /// The rows from a spot on, at most `height`, and whether the last of them is the last there is.
    pub fn page(&mut self, top: Spot, height: usize) -> (Vec<(BlockId, Row)>, bool) {
        let mut rest = self.rows(top);
        let rows = rest.by_ref().take(height).collect();
        (rows, rest.next().is_none())
    }

    /// The rows from a spot to the end, laid out as they are asked for.
    pub fn rows(&mut self, top: Spot) -> impl Iterator<Item = (BlockId, Row)> {
        let mut next = Some(top).filter(|_| !self.range.is_empty());
        let rows = std::iter::from_fn(move || {
            let spot = next?;
            let row = self.flow(spot.block, spot.slab).rows.get(spot.row).cloned();
            next = self.below(spot);
            Some(row.map(|row| (spot.block, row)))
        });
        rows.flatten()
    }

    /// The lowest row that can stand at the top of a screen of `height` rows without leaving room at its bottom.
    pub fn lowest_top(&mut self, height: usize) -> Spot {
        let last = self.last();
        self.step(last, -(isize::try_from(height).unwrap_or(isize::MAX) - 1))
            .0
    }

    fn flow(&mut self, block: BlockId, slab: usize) -> Rc<Flow> {
        let slab = self.layouts.slabs(self.document, block).slab(slab);
        self.layouts.flow(self.document, slab, self.measure)
    }
}
