//! Notices: what is said in one row, cut so that what matters is left.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::cluster::{clusters, elided, shorten, width};
use crate::text::{cut, head, tail};

/// Cells that a path or an address keeps at the least.
const LEAST: usize = 12;

/// Stands between what matters and what can be left out behind it.
const BETWEEN: &str = " · ";

/// Stands after words that were left out.
const LEFT_OUT: &str = " […]";

/// A notice in so many cells. Where room is short, somebody’s words at its end are told in part; then its last parts give way, each whole; then
/// the longest name, in its middle; then its end.
pub(super) fn fitted(notice: &str, room: usize) -> Cow<'_, str> {
    if let Some(told) = with_less_words(notice, room) {
        return told;
    }
    let notice = without_last(notice, room);
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

/// A notice with less of the words that are its last part, where some of them have room and not all.
fn with_less_words(notice: &str, room: usize) -> Option<Cow<'_, str>> {
    let (told, words) = notice.rsplit_once(BETWEEN)?;
    let words = words.strip_prefix('“').filter(|_| width(notice) > room)?;
    let close = if words.ends_with('”') { "”" } else { "" };
    let words = words.trim_end_matches('”');
    let words = words.strip_suffix(LEFT_OUT).unwrap_or(words);
    let left = room.checked_sub(width(told) + width(BETWEEN) + 2)?;
    let less = elided(words, left.min(width(words).saturating_sub(1)));
    (left >= LEAST).then(|| format!("{told}{BETWEEN}“{less}{close}").into())
}

/// As many parts of a notice as there is room for, one at the least.
fn without_last(notice: &str, room: usize) -> &str {
    let mut rest = notice;
    while width(rest) > room
        && let Some(end) = rest.rfind(BETWEEN)
    {
        rest = head(rest, end);
    }
    rest
}

/// What something does, in so many cells: where room is short, as many clauses as there is room for, or else the beginning of the first.
pub(super) fn gist(doc: &str, room: usize) -> Cow<'_, str> {
    if width(doc) <= room {
        return Cow::Borrowed(doc);
    }
    // What follows a semicolon is told whole or not at all: a comma there does not end what can stand alone.
    let first = doc.find(';').unwrap_or(doc.len());
    let ends = doc.match_indices([',', ';', ':']).map(|(at, _)| at);
    let ends = ends.filter(|&at| at <= first);
    let clauses = ends.map(|end| head(doc, end));
    let longest = clauses.take_while(|it| width(it) <= room).last();
    longest.map_or_else(|| shorten(doc, room), Cow::Borrowed)
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
    fn what_something_does_is_told_by_clauses() {
        let doc = "a map: how long it is, what is where; and more";
        for (room, expected) in [
            (50, doc),
            (40, "a map: how long it is, what is where"),
            (30, "a map: how long it is"),
            (10, "a map"),
            (4, "a m…"),
        ] {
            assert_eq!(gist(doc, room), expected);
        }
        assert_eq!(
            gist("a line up; in the list, the entry before", 30),
            "a line up"
        );
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
            "the text alone · z all the rest again",
            20,
            "the text alone",
        );
        let notice = "copied 6 words · “guards at all of the gates”";
        check(notice, 45, notice);
        check(notice, 44, "copied 6 words · “guards at all of […]”");
        check(notice, 39, "copied 6 words · “guards at all […]”");
        check(notice, 24, "copied 6 words");
        let notice = "copied 6 words · “guards at all […]”";
        check(notice, 35, "copied 6 words · “guards […]”");
    }
}
