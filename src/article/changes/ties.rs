//! Ties: where the places of an old text are in a new one.

use crate::text::span::Span;

/// Where the places of an old text are in a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    stretches: Vec<Stretch>,
    /// How long the new text is.
    end: u32,
}

/// Bytes that stand in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    old: Span,
    /// Where they begin in the new text.
    new: u32,
}

impl Stretch {
    fn new_end(self) -> u32 {
        self.new + self.old.len()
    }
}

impl Ties {
    /// Ties to a text of so many bytes.
    pub(super) fn to(end: u32) -> Self {
        Self {
            stretches: Vec::new(),
            end,
        }
    }

    /// Ties the bytes of `old` to as many from `new` on. Both lie behind all that are tied already; what lies outside is left out.
    pub(super) fn tie(&mut self, old: Span, new: u32) {
        let Some(last) = self.stretches.last_mut() else {
            return self.stretches.push(Stretch { old, new });
        };
        if old.start < last.old.end || new < last.new_end() {
            return;
        }
        if old.start - last.old.start == new - last.new {
            last.old.end = old.end;
        } else {
            self.stretches.push(Stretch { old, new });
        }
    }

    /// Where the byte `at` is in the new text; the nearest that is left of what stood around it when it is gone. Keeps the order.
    pub fn follow(&self, at: u32) -> u32 {
        let next = self.stretches.partition_point(|it| it.old.end < at);
        let (before, here) = (
            next.checked_sub(1).and_then(|it| self.stretches.get(it)),
            self.stretches.get(next),
        );
        match (before, here) {
            (_, Some(here)) if at >= here.old.start => here.new + (at - here.old.start),
            (Some(before), Some(here)) if at - before.old.end < here.old.start - at => {
                before.new_end()
            }
            (_, Some(here)) => here.new,
            (Some(before), None) => before.new_end(),
            (None, None) => at.min(self.end),
        }
    }

    /// Where the words of `span` are in the new text: from the first to the last that are left; `None` when none is.
    pub fn follow_span(&self, span: Span) -> Option<Span> {
        let first = self
            .stretches
            .partition_point(|it| it.old.end <= span.start);
        let after = self.stretches.partition_point(|it| it.old.start < span.end);
        let left = self.stretches.get(first..after).unwrap_or_default();
        let (first, last) = (left.first()?, left.last()?);
        let start = first.new + span.start.saturating_sub(first.old.start);
        let end = last.new + (span.end.min(last.old.end) - last.old.start);
        (start < end).then(|| Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ties() -> Ties {
        let mut ties = Ties::to(40);
        ties.tie(Span::new(0, 4), 10);
        ties.tie(Span::new(5, 9), 15); // goes on
        ties.tie(Span::new(20, 30), 20);
        ties
    }

    #[test]
    fn places_are_followed_to_what_is_left_around_them() {
        let ties = ties();
        let followed = [0, 4, 9, 10, 19, 20, 29, 99].map(|at| ties.follow(at));
        assert_eq!(followed, [10, 14, 19, 19, 20, 20, 29, 30]);
        assert_eq!(Ties::to(5).follow(9), 5);
    }

    #[test]
    fn words_are_followed_while_one_is_left() {
        let ties = ties();
        let follow = |start, end| ties.follow_span(Span::new(start, end));
        assert_eq!(follow(2, 6), Some(Span::new(12, 16)));
        assert_eq!(follow(10, 20), None);
        assert_eq!(follow(7, 22), Some(Span::new(17, 22)));
        assert_eq!(follow(35, 40), None);
    }
}
