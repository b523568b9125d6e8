//! Spans: byte ranges of the reading text, the only coordinate that the layers share.

use std::ops::Range;

use super::num;

/// A range of bytes of the reading text, end exclusive, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one; never before `start`.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`; empty at `start` when `end` lies before it.
    pub fn new(start: u32, end: u32) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// The same from `usize` offsets.
    pub fn of(range: Range<usize>) -> Self {
        Self::new(num::offset(range.start), num::offset(range.end))
    }

    /// The empty span at `at`.
    pub fn at(at: u32) -> Self {
        Self { start: at, end: at }
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `at` lies inside.
    pub fn contains(self, at: u32) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether `other` lies inside, borders included.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span around both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// What both cover; empty where that is nothing.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// The same span counted from `base` bytes further on.
    #[must_use]
    pub fn shift(self, base: u32) -> Self {
        Self {
            start: self.start + base,
            end: self.end + base,
        }
    }

    /// As a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_are_half_open() {
        let span = Span::new(2, 5);
        assert!(span.contains(2) && !span.contains(5));
        assert!(!span.overlaps(Span::new(5, 9)) && span.overlaps(Span::new(4, 9)));
        assert_eq!(span.join(Span::new(7, 8)), Span::new(2, 8));
        assert!(Span::new(5, 2).is_empty());
    }
}
