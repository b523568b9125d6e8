//! Words that would take too many lines.

use std::borrow::Cow;

use crate::layout::wrap_text;
use crate::text::cluster::{Cluster, clusters, shorten};
use crate::text::head;

/// Lines that the words of an item take at the most.
const LONGEST: usize = 3;

/// Lines that are laid out to find those: a few more, for the lines that follow decide how even they are.
const CONSIDERED: usize = 3 * LONGEST;

/// At most [`LONGEST`] lines; what is left out is marked.
pub(super) fn clipped(text: &str, room: usize) -> Vec<String> {
    let mut cells = 0;
    let is_enough = |cluster: &Cluster<'_>| {
        cells += cluster.width;
        cells > CONSIDERED * room
    };
    let enough = clusters(text).find(is_enough);
    let text = enough.map_or(text, |cluster| head(text, cluster.at));
    let ranges = wrap_text(text, crate::text::num::cells(room));
    let rest = ranges.len() > LONGEST;
    let mut lines: Vec<String> = ranges
        .into_iter()
        .take(LONGEST)
        .map(|range| crate::text::cut(text, range).to_owned())
        .collect();
    if let Some(last) = lines.last_mut().filter(|_| rest) {
        *last = format!("{} […]", whole_words(last, room.saturating_sub(4)));
    }
    lines
}

/// As many words of `text` as fit in `cells`.
fn whole_words(text: &str, cells: usize) -> &str {
    match shorten(text, cells) {
        Cow::Borrowed(all) => all,
        Cow::Owned(part) => {
            let part = head(text, part.len().saturating_sub('…'.len_utf8()));
            part.rfind(' ').map_or(part, |space| head(part, space))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, room: usize, expected: &[&str]) {
        assert_eq!(clipped(text, room), expected);
    }

    #[test]
    fn words_are_clipped_to_three_lines() {
        check("", 20, &[]);
        check("a few words", 20, &["a few words"]);
        check(
            "some words on two lines",
            12,
            &["some words", "on two lines"],
        );
        let lines = ["one two", "three", "four […]"];
        let text = "one two three four five six seven eight nine ten";
        check(text, 10, &lines);
        // No more is laid out than is needed: this would take long.
        check(
            &format!("{text} {}", "more words ".repeat(2_000_000)),
            10,
            &lines,
        );
    }
}
