//! The items of a group, by their indices.

use std::ops::Range;

/// The items of a group: neighbours, or here and there.
pub(super) enum Items<'a> {
    /// Neighbours.
    Range(Range<usize>),
    /// Here and there.
    List(&'a [usize]),
}

impl<'a> Items<'a> {
    /// Those from the item at `start` on.
    pub(super) fn from(self, start: usize) -> Self {
        match self {
            Self::Range(range) => Self::Range(range.start.max(start)..range.end),
            Self::List(list) => {
                let first = list.partition_point(|&at| at < start);
                Self::List(list.get(first..).unwrap_or_default())
            }
        }
    }

    /// Those before the item at `end`.
    pub(super) fn before(self, end: usize) -> Self {
        match self {
            Self::Range(range) => Self::Range(range.start..range.end.min(end)),
            Self::List(list) => {
                let behind = list.partition_point(|&at| at < end);
                Self::List(list.get(..behind).unwrap_or_default())
            }
        }
    }

    /// Their indices, in order.
    pub(super) fn indices(self) -> impl DoubleEndedIterator<Item = usize> + 'a {
        let (range, list) = match self {
            Self::Range(range) => (range, [].as_slice()),
            Self::List(list) => (0..0, list),
        };
        range.chain(list.iter().copied())
    }
}
