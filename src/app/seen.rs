//! What of an article has been on screen.

use crate::article::changes::ties::Ties;
use crate::text::span::Span;

/// The stretches of an article that have been on screen in this session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// In order, and none touches another.
    stretches: Vec<Span>,
}

impl Seen {
    /// Adds a stretch.
    pub fn add(&mut self, span: Span) {
        let first = self.stretches.partition_point(|it| it.end < span.start);
        let behind = self.stretches.partition_point(|it| it.start <= span.end);
        let touched = self.stretches.get(first..behind).unwrap_or_default();
        let joined = touched.iter().fold(span, |all, &it| all.join(it));
        self.stretches.splice(first..behind, [joined]);
    }

    /// Whether a byte has been on screen.
    pub fn contains(&self, at: u32) -> bool {
        let behind = self.stretches.partition_point(|it| it.end <= at);
        self.stretches.get(behind).is_some_and(|it| it.contains(at))
    }

    /// The same in a new version of the text.
    pub(super) fn follow(&mut self, ties: &Ties) {
        let old = std::mem::take(self);
        for span in old.stretches {
            let [start, end] = [span.start, span.end].map(|at| ties.follow(at));
            if start < end {
                self.add(Span::new(start, end));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(added: &[(u32, u32)], expected: &[(u32, u32)]) {
        let mut seen = Seen::default();
        for &(start, end) in added {
            seen.add(Span::new(start, end));
        }
        let stretches: Vec<_> = seen.stretches.iter().map(|it| (it.start, it.end)).collect();
        assert_eq!(stretches, expected);
        for at in 0..50 {
            let is_in = added.iter().any(|&(start, end)| (start..end).contains(&at));
            assert_eq!(seen.contains(at), is_in, "{at}");
        }
    }

    #[test]
    fn stretches_that_touch_are_one() {
        check(&[], &[]);
        check(&[(5, 9)], &[(5, 9)]);
        check(&[(5, 9), (20, 30), (9, 12)], &[(5, 12), (20, 30)]);
        check(&[(5, 9), (20, 30), (0, 40)], &[(0, 40)]);
        check(&[(20, 30), (5, 9), (12, 14)], &[(5, 9), (12, 14), (20, 30)]);
        check(&[(5, 9), (12, 14), (20, 30), (10, 20)], &[(5, 9), (10, 30)]);
    }
}
