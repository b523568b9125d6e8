//! How blocks stand: what is between two of them, what is written before one, and what stands side by side in one.

use std::borrow::Cow;

use super::Document;
use super::block::{BlockId, BlockKind, FrameKind, Marker, RowKind, Spacing};
use super::format::Format;
use super::run::{Run, Shown};
use crate::text::span::Span;

/// Frames that are looked at; what stands deeper is none of the closest lists.
const DEEPEST: usize = 32;

impl Document {
    /// Whether a blank row stands between two neighbouring blocks.
    pub fn has_gap(&self, above: BlockId, below: BlockId) -> bool {
        let kind = |id| self.block(id).map(|block| block.kind);
        match (kind(above), kind(below)) {
            (Some(BlockKind::Title | BlockKind::Byline), Some(BlockKind::Byline))
            | (Some(BlockKind::CrossLink), Some(BlockKind::CrossLink)) => false,
            (Some(BlockKind::Row(table, _)), Some(BlockKind::Row(other, RowKind::Body)))
                if table == other =>
            {
                false
            }
            _ if self.format() == Format::Terminal => self.has_blank_line(above, below),
            _ => !self.shares_tight_list(above, below),
        }
    }

    /// Whether there is a blank line between two neighbouring blocks.
    fn has_blank_line(&self, above: BlockId, below: BlockId) -> bool {
        let (Some(above), Some(below)) = (self.block(above), self.block(below)) else {
            return false;
        };
        let between = self.slice_from(Span::new(above.span.end, below.span.start));
        memchr::memchr_iter(b'\n', between.as_bytes()).count() > 1
    }

    /// Whether two blocks stand in the same list, one whose items follow each other line upon line.
    fn shares_tight_list(&self, above: BlockId, below: BlockId) -> bool {
        let lists = |id| {
            self.frames(id)
                .take(DEEPEST)
                .filter_map(|frame| match frame.kind {
                    FrameKind::Item(list, _) => Some(list),
                    _ => None,
                })
        };
        let shared = lists(below).find(|list| lists(above).any(|other| other == *list));
        shared.is_some_and(|list| self.spacing(list) == Spacing::Tight)
    }

    /// What is written before an item, with the space behind it: `• `, `3. `, `(a) `, `[x] `.
    pub fn sign(&self, marker: Marker) -> Cow<'_, str> {
        match marker {
            Marker::Bullet => Cow::Borrowed("• "),
            Marker::Number(number) => Cow::Owned(format!("{number}. ")),
            Marker::Letter(letter) => Cow::Owned(format!("{} ", self.text(letter))),
            Marker::Task(true) => Cow::Borrowed("[x] "),
            Marker::Task(false) => Cow::Borrowed("[ ] "),
        }
    }

    /// The cells of a row of a table: its runs between the cell ends.
    pub fn cells(&self, row: BlockId) -> impl Iterator<Item = &[Run]> {
        self.runs(row)
            .split_inclusive(|run| run.shown == Shown::CellEnd)
            .map(|cell| cell.split_last().map_or(cell, |(_, cell)| cell))
    }
}
