//! Notices: what is said in one row, cut so that what matters is left.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::cluster::{clusters, shorten, width};
use crate::text::{cut, head, tail};

/// Cells that a path or an address keeps at the least.
const LEAST: usize = 12;

/// A notice in so many cells. Where room is short, the longest name in it gives way first, in its middle; then its end.
pub(super) fn fitted(notice: &str, room: usize) -> Cow<'_, str> {
    let over = width(notice).saturating_sub(room);
    if over == 0 {
        return Cow::Borrowed(notice);
    }
    let name = longest_word(notice);
    let word = cut(notice, name.clone());
    let cells = width(word).saturating_sub(over).max(LEAST);
    if width(word) <= cells {
        return shorten(notice, room);
    }
    let (before, after) = (head(notice, name.start), tail(notice, name.end));
    let whole = format!("{before}{}{after}", without_middle(word, cells));
    Cow::Owned(shorten(&whole, room).into_owned())
}

/// Where the widest word stands.
fn longest_word(text: &str) -> Range<usize> {
    let mut at = 0;
    let words = text.split_inclusive(' ').map(|word| {
        let start = at;
        at += word.len();
        start..start + word.trim_end_matches([' ', ':', ';', ',']).len()
    });
    words
        .max_by_key(|range| width(cut(text, range.clone())))
        .unwrap_or(0..0)
}

/// A word whose middle gives way to `…`.
fn without_middle(word: &str, cells: usize) -> String {
    let kept = cells.saturating_sub(1);
    let start = fitting(clusters(word).map(|it| (it.len, it.width)), kept - kept / 2);
    let all: Vec<_> = clusters(word).map(|it| (it.len, it.width)).collect();
    let end = fitting(all.into_iter().rev(), kept / 2);
    format!("{}…{}", head(word, start), tail(word, word.len() - end))
}

/// How many bytes of these clusters fit into so many cells.
fn fitting(clusters: impl Iterator<Item = (usize, usize)>, cells: usize) -> usize {
    let mut left = cells;
    let fits = clusters.take_while(|&(_, width)| {
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    });
    fits.map(|(bytes, _)| bytes).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(notice: &str, room: usize, expected: &str) {
        assert_eq!(fitted(notice, room), expected);
        assert!(width(&fitted(notice, room)) <= room);
    }

    #[test]
    fn names_give_way_before_what_is_said_of_them() {
        let notice = "no such file: /home/ann/articles/2031/harbour.txt";
        check(notice, 80, notice);
        check(notice, 40, "no such file: /home/ann/art…/harbour.txt");
        check(notice, 20, "no such file: /home…");
        check(
            "cannot find www.harbour-and-sea.example: check the name",
            45,
            "cannot find www.harb….example: check the name",
        );
        check("one section at a time", 10, "one secti…");
        check(
            "大きな大きな大きな大きな大きな名前 no",
            20,
            "大きな大…きな名前 no",
        );
        check("", 0, "");
    }
}
