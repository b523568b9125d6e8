//! A hit: its paragraph, and the words around it.

use std::ops::Range;

use super::line::{Line, Part, PartRole, part};
use super::{INDENT, room};
use crate::app::list::entries::Entries;
use crate::layout::wrap_text;
use crate::text::cluster::{shorten, width as cells};
use crate::text::{head, num, tail};

/// Cells that tell what a hit is about.
const ENOUGH: usize = 80;

/// Lines that they take at the most.
const LONGEST: usize = 3;

pub(super) fn lines(entries: Entries<'_>, at: u32, width: usize) -> Vec<Line> {
    let hit = entries
        .hits
        .and_then(|hits| Some((hits, hits.get(hits.index(at)?)?)));
    let Some((hits, hit)) = hit else {
        return vec![Line::default()];
    };
    let paragraph = entries.article.outline.paragraph(hit.block);
    let paragraph = paragraph.map_or_else(String::new, |number| format!("¶{number} "));
    let room = room(width);
    let most = ENOUGH.div_ceil(room).min(LONGEST);
    let [before, words, after] = hits.context(hit, (most * room).saturating_sub(cells(&paragraph)));
    let parts = [
        part(paragraph, PartRole::Detail),
        part(before, PartRole::Quote),
        part(words, PartRole::Hit),
        part(after, PartRole::Quote),
    ];
    wrapped(&parts, room, most)
}

/// Parts of a text as at most so many lines, indented; what does not fit is cut with an ellipsis.
fn wrapped(parts: &[Part], room: usize, most: usize) -> Vec<Line> {
    let mut text: String = parts.iter().map(|part| part.text.as_str()).collect();
    let mut ranges = wrap_text(&text, num::cells(room));
    let is_cut = ranges.len() > most;
    ranges.truncate(most);
    if let Some(last) = ranges.last_mut().filter(|_| is_cut) {
        let rest = shorten(tail(&text, last.start), room).into_owned();
        text = format!("{}{rest}", head(&text, last.start));
        last.end = text.len();
    }
    if ranges.is_empty() {
        ranges.push(0..0); // nothing but space was found
    }
    let lines = ranges.into_iter().map(|range| {
        let mut line = vec![part(" ".repeat(INDENT), PartRole::Detail)];
        line.extend(shown(parts, &text, &range));
        Line {
            parts: line,
            right: String::new(),
        }
    });
    lines.collect()
}

/// What of each part is in a range of their text.
fn shown(parts: &[Part], text: &str, range: &Range<usize>) -> Vec<Part> {
    let mut end = 0;
    let shown = parts.iter().filter_map(|it| {
        let start = end.clamp(range.start, range.end);
        end += it.text.len();
        let words = tail(head(text, end.clamp(range.start, range.end)), start);
        (!words.is_empty()).then(|| part(words, it.role))
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(parts: [&str; 3], (room, most): (usize, usize), expected: &[&str]) {
        let roles = [PartRole::Quote, PartRole::Hit, PartRole::Quote];
        let parts: Vec<_> = (0..3).map(|at| part(parts[at], roles[at])).collect();
        let lines = wrapped(&parts, room, most).into_iter().map(|line| {
            let mark = |it: &Part| match it.role {
                PartRole::Hit => format!("<{}>", it.text),
                _ => it.text.clone(),
            };
            line.parts.iter().skip(1).map(mark).collect::<String>()
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_hit_stands_out_on_each_of_its_lines() {
        check(["by the ", "port", " now"], (20, 2), &["by the <port> now"]);
        check(
            ["by the ", "port of the town", " now"],
            (12, 3),
            &["by the <port>", "<of the>", "<town> now"],
        );
        check(
            ["by the ", "port", " of the town now"],
            (12, 2),
            &["by the <port>", "of the town…"],
        );
        check(["one ", "twó", " three"], (6, 1), &["one <t…>"]);
        check(["", " ", ""], (6, 1), &[""]);
    }
}
