//! Quotation marks at the ends of a guarantee: a mark whose partner lies inside belongs to it.

use std::ops::Range;

use crate::text::{cut, head, tail};

/// `range` with the opening mark right before it or the closing mark right behind it, where the partner is inside: so that
/// `…” vowed the mayor` begins with its “. Straight marks open and close alike.
pub(super) fn balanced(text: &str, range: Range<usize>) -> Range<usize> {
    let (mut open, mut unopened) = (0_usize, 0_usize);
    for c in cut(text, range.clone()).chars() {
        match c {
            '“' => open += 1,
            '”' if open > 0 => open -= 1,
            '”' => unopened += 1,
            '"' => open = 1 - open.min(1),
            _ => {}
        }
    }
    let before = head(text, range.start).chars().next_back();
    let after = tail(text, range.end).chars().next();
    let opens = unopened > 0 && before == Some('“') || open > 0 && before == Some('"');
    let closes = open > 0 && (after == Some('”') || after == Some('"') && !opens);
    let length = |c: Option<char>, is_taken: bool| c.filter(|_| is_taken).map_or(0, char::len_utf8);
    range.start - length(before, opens)..range.end + length(after, closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with bars around the range, and what it becomes.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut parts = text.split('|');
        let (before, inside) = (parts.next().unwrap(), parts.next().unwrap());
        let plain = text.replace('|', "");
        let range = balanced(&plain, before.len()..before.len() + inside.len());
        assert_eq!(cut(&plain, range), expected);
    }

    #[test]
    fn a_mark_whose_partner_is_inside_belongs_to_it() {
        check("“|Stay,” he vowed|.", "“Stay,” he vowed");
        check("|pledged to “fight on|”.", "pledged to “fight on”");
        check("\"|Stay,\" he vowed|.", "\"Stay,\" he vowed");
        check("|to \"fight on|\".", "to \"fight on\"");
    }

    #[test]
    fn a_mark_whose_partner_is_outside_does_not() {
        check("“|We will stay|,” he said.", "We will stay");
        check("“|We will stay|”", "We will stay");
        check("\"|We will stay|\"", "We will stay");
        check("|a “so-called” plan|”", "a “so-called” plan");
    }
}
