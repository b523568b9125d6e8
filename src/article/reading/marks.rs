//! Quotation marks: which one opens, which one closes, what stands between.
//!
//! Straight, curly and mixed marks, `''` and ` `` ` of typewriters, single marks with apostrophes about them, «…», „…“ and 「…」. What
//! stands within other marks is no pair of its own. Knows nothing of what is said: titles and irony have marks as well.
//!
//! ```text
//! “Go,” he said. “It’s ‘now’ or never.”
//! └───┘          └────────────────────┘
//! ```

mod mark;

use std::ops::Range;

use crate::text::{cut, head, tail};
use mark::{Family, Mark, Side, marks};

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// With its marks.
    pub outer: Range<usize>,
    /// Without them and without space at its ends.
    pub inner: Range<usize>,
    /// One stroke or two.
    pub strokes: Strokes,
    /// Whether the closing mark is there. Without it the stretch ends with the text, or before the next one opens.
    pub is_closed: bool,
}

/// The look of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strokes {
    /// ‘…’
    Single,
    /// “…” and all marks that are not single.
    Double,
    /// None: a block quotation.
    Framed,
    /// A dash, as before lines of dialogue.
    Dashed,
    /// None: the post of an account.
    Posted,
}

/// The outermost pairs of `text`, in order. Linear.
///
/// Of single marks only those count that close again, or that open the text: they look too much like apostrophes.
pub fn pairs(text: &str) -> Vec<Pair> {
    let marks = marks(text);
    if marks.is_empty() {
        return Vec::new();
    }
    let doubles = doubles(text, &marks);
    let singles = singles(text, &marks, &doubles);
    let mut pairs = merge(singles, doubles);
    for pair in &mut pairs {
        pair.inner = trimmed(text, pair.inner.clone());
    }
    pairs
}

/// A range without the space at its ends; an empty one stays where it begins.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = cut(text, range.clone());
    let start = range.start + (words.len() - words.trim_start().len());
    if start == range.end {
        return range.start..range.start;
    }
    start..start + words.trim().len()
}

/// The outermost pairs of double marks. What was opened within an open one belongs to it, unless that one never closes.
fn doubles(text: &str, marks: &[Mark]) -> Vec<Pair> {
    let mut open: Vec<(&Mark, usize)> = Vec::new(); // with how many pairs were found before it
    let mut found: Vec<Pair> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.family != Family::Single) {
        let top = open
            .last()
            .filter(|(last, _)| last.family == mark.family)
            .copied();
        match (mark.side, top) {
            (Side::Opens, _) | (Side::Turns, None) => open.push((mark, found.len())),
            (Side::Closes | Side::Turns | Side::MayClose, Some((opening, inside))) => {
                open.pop();
                found.truncate(inside);
                found.push(Pair::closed(opening, mark));
            }
            _ => {}
        }
    }
    let unclosed = open.iter().map(|(mark, _)| mark.range.clone()).collect();
    with_unclosed(text, found, unclosed)
}

/// Adds what never closes: to the end of the text, or to where the next one opens.
fn with_unclosed(text: &str, closed: Vec<Pair>, unclosed: Vec<Range<usize>>) -> Vec<Pair> {
    let mut pairs = closed;
    pairs.extend(unclosed.into_iter().map(|mark| Pair {
        outer: mark.start..text.len(),
        inner: mark.end..text.len(),
        strokes: Strokes::Double,
        is_closed: false,
    }));
    pairs.sort_by_key(|pair| pair.outer.start);
    let mut limit = text.len();
    for pair in pairs.iter_mut().rev() {
        if !pair.is_closed {
            let end = pair.inner.start + cut(text, pair.inner.start..limit).trim_end().len();
            pair.inner.end = end;
            pair.outer.end = end;
        }
        limit = pair.outer.start;
    }
    pairs
}

impl Pair {
    fn closed(open: &Mark, close: &Mark) -> Self {
        Self {
            outer: open.range.start..close.range.end,
            inner: open.range.end..close.range.start,
            strokes: if open.family == Family::Single {
                Strokes::Single
            } else {
                Strokes::Double
            },
            is_closed: true,
        }
    }
}

/// The pairs of single marks that do not stand in double ones.
fn singles(text: &str, marks: &[Mark], doubles: &[Pair]) -> Vec<Pair> {
    let mut outside = Vec::new();
    let mut next = doubles.iter().peekable();
    let is_single = |mark: &&Mark| mark.family == Family::Single && !is_short_and(text, mark);
    for mark in marks.iter().filter(is_single) {
        while next
            .next_if(|pair| pair.outer.end <= mark.range.start)
            .is_some()
        {}
        if next
            .peek()
            .is_none_or(|pair| mark.range.end <= pair.outer.start)
        {
            outside.push(mark);
        }
    }
    let first_word = text.len() - text.trim_start().len();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = outside.get(at) {
        at += 1;
        if open.side != Side::Opens {
            continue;
        }
        let closing = outside
            .iter()
            .skip(at)
            .take_while(|mark| mark.side == Side::Closes);
        match closing_single(text, closing.copied()) {
            Some((steps, close)) => {
                found.push(Pair::closed(open, close));
                at += steps + 1;
            }
            None if open.range.start <= first_word => found.push(Pair {
                outer: open.range.start..text.len(),
                inner: open.range.end..text.len(),
                strokes: Strokes::Single,
                is_closed: false,
            }),
            None => {}
        }
    }
    found
}

/// Whether a mark is one of those about the *n* of *rock ’n’ roll*.
fn is_short_and(text: &str, mark: &Mark) -> bool {
    const MARKS: [char; 3] = ['\'', '’', '‘'];
    let (before, after) = (head(text, mark.range.start), tail(text, mark.range.end));
    let n = |text: &str| {
        text.strip_prefix(['n', 'N'])
            .is_some_and(|rest| rest.starts_with(MARKS))
    };
    let ends_n = || {
        let before = before.strip_suffix(['n', 'N']);
        before.is_some_and(|before| before.ends_with(MARKS) && after.starts_with(' '))
    };
    n(after) && before.ends_with(' ') || ends_n()
}

/// Which of the marks closes: the first one behind a stop, else the first one that is no plural’s apostrophe, else the first.
fn closing_single<'a>(
    text: &str,
    marks: impl Iterator<Item = &'a Mark> + Clone,
) -> Option<(usize, &'a Mark)> {
    let stops = |mark: &Mark| {
        head(text, mark.range.start).ends_with([',', '.', '?', '!', '…', '—', '”', '"'])
    };
    let is_plural = |mark: &Mark| {
        let after = tail(text, mark.range.end).trim_start();
        head(text, mark.range.start).ends_with(['s', 'S']) && after.starts_with(char::is_lowercase)
    };
    let numbered = marks.enumerate();
    numbered
        .clone()
        .find(|(_, mark)| stops(mark))
        .or_else(|| numbered.clone().find(|(_, mark)| !is_plural(mark)))
        .or_else(|| numbered.clone().next())
}

/// Both in order. A single pair around double ones takes them in; where the two cross, the single one was none.
fn merge(singles: Vec<Pair>, doubles: Vec<Pair>) -> Vec<Pair> {
    if singles.is_empty() {
        return doubles;
    }
    let mut merged: Vec<Pair> = Vec::with_capacity(singles.len() + doubles.len());
    merged.extend(singles);
    merged.extend(doubles);
    merged.sort_by_key(|pair| (pair.outer.start, std::cmp::Reverse(pair.outer.end)));
    let mut end = 0;
    merged.retain(|pair| {
        let is_outermost = pair.outer.start >= end;
        if is_outermost {
            end = pair.outer.end;
        }
        is_outermost
    });
    merged
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What stands between the outermost marks.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = pairs(text)
            .into_iter()
            .map(|pair| cut(text, pair.inner).to_owned())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn curly_straight_and_mixed_marks() {
        check("“Go,” he said. “Now.”", &["Go,", "Now."]);
        check("\"Go,\" he said. \"Now.\"", &["Go,", "Now."]);
        check("“Go,\" he said. \"Now.”", &["Go,", "Now."]);
        check("''Go,'' he said. ``Now.''", &["Go,", "Now."]);
        check("He said \" yes \" twice.", &["yes"]);
        check("She said:\"Go.\" He said—\"no.\"", &["Go.", "no."]);
        check("the film “Frozen“ and more", &["Frozen"]);
    }

    #[test]
    fn marks_of_other_languages() {
        check("„Geh“, sagte er. »Nein«, rief sie.", &["Geh", "Nein"]);
        check("« Oui », dit-il. «Non»", &["Oui", "Non"]);
        check("”Hej”, sade hon.", &["Hej"]);
        check("彼は「『はい』と言う」と言った。", &["『はい』と言う"]);
    }

    #[test]
    fn inner_pairs_are_part_of_the_outer() {
        check("“She said ‘go’ to us.”", &["She said ‘go’ to us."]);
        check("‘She said “go” to us,’ he said.", &["She said “go” to us,"]);
        check("“A “B” c”", &["A “B” c"]);
        check("''He says 'no.'''", &["He says 'no.'"]);
        check("\"'No,' he says.\"", &["'No,' he says."]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("It's the voters' choice in the '90s, rock 'n' roll.", &[]);
        check("'Rock 'n' roll won't do.'", &["Rock 'n' roll won't do."]);
        check(
            "‘It’s the voters’ choice,’ he said. ‘Isn’t it?’",
            &["It’s the voters’ choice,", "Isn’t it?"],
        );
        check("Reid: 'It's over'", &["It's over"]);
        check("She is 5'10\" tall, a 6\" more", &[]);
        check("<a href=\"x\">", &[]);
    }

    #[test]
    fn what_never_closes_ends_somewhere() {
        check("He said, “go on. And so", &["go on. And so"]);
        check(
            "He said, “go on, she said. “Now,” he said.",
            &["go on, she said.", "Now,"],
        );
        check("He left.” And “so”", &["so"]);
        check("‘A whole paragraph", &["A whole paragraph"]);
    }

    proptest! {
        #[test]
        fn pairs_are_ordered_and_apart(text in "[“”\"'‘’«»„ a.,(=\n]{0,60}|\\PC*") {
            let mut at = 0;
            for pair in pairs(&text) {
                prop_assert!(at <= pair.outer.start && pair.outer.start < pair.inner.start);
                prop_assert!(pair.inner.start <= pair.inner.end && pair.inner.end <= pair.outer.end);
                prop_assert!(text.get(pair.inner.clone()).is_some());
                at = pair.outer.end;
            }
            prop_assert!(at <= text.len());
        }
    }
}
