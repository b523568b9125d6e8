//! Lines of a text by number, as editors count them.

use super::num;

/// Where the lines of a text end.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    breaks: Vec<u32>,
}

impl Lines {
    /// The lines of a text that is kept in pieces, each given with its first byte.
    pub fn of<'a>(pieces: impl Iterator<Item = (u32, &'a str)>) -> Self {
        let breaks = pieces.flat_map(|(start, text)| {
            memchr::memchr_iter(b'\n', text.as_bytes()).map(move |at| start + num::offset(at))
        });
        Self {
            breaks: breaks.collect(),
        }
    }

    /// The first byte of the line with this number, from 1.
    pub fn start(&self, number: usize) -> Option<u32> {
        match number.checked_sub(2) {
            Some(before) => self.breaks.get(before).map(|&end| end + 1),
            None => (number == 1).then_some(0),
        }
    }

    /// The number of the line that holds the byte `at`, from 1.
    pub fn number(&self, at: u32) -> usize {
        self.breaks.partition_point(|&end| end < at) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one_and_end_with_their_break() {
        let lines = Lines::of([(0, "a\nb"), (3, "c\n\nd")].into_iter());
        let numbers: Vec<_> = (0..=7).map(|at| lines.number(at)).collect();
        assert_eq!(numbers, [1, 1, 2, 2, 2, 3, 4, 4]);
        let starts: Vec<_> = (0..=5).map(|number| lines.start(number)).collect();
        assert_eq!(starts, [None, Some(0), Some(2), Some(5), Some(6), None]);
    }
}
