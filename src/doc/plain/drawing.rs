//! Drawings and columns in plain copy, whose lines are kept.

use super::line::Line;
use crate::doc::columns::Gaps;

/// Fewest rows that columns have.
pub(super) const FEWEST_ROWS: usize = 3;

/// Columns or a drawing: half of the lines hold wide gaps, or hardly any letters, or have words under each other.
pub(super) fn is_one(text: &str, lines: &[Line]) -> bool {
    let pairs = aligned(text, lines);
    let is_aligned = |at: usize| {
        let with = |pair: Option<usize>| pair.and_then(|it| pairs.get(it)) == Some(&true);
        lines.len() >= FEWEST_ROWS && (with(Some(at)) || with(at.checked_sub(1)))
    };
    let is_drawn = |(at, line): &(usize, &Line)| {
        let words = line.words(text);
        let signs = words.chars().filter(|c| !c.is_whitespace()).count();
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        words.contains("    ") || 2 * letters < signs || is_aligned(*at)
    };
    2 * lines.iter().enumerate().filter(is_drawn).count() > lines.len()
}

/// For each line whether it has words under each other with the next one, behind wide gaps.
pub(super) fn aligned(text: &str, lines: &[Line]) -> Vec<bool> {
    let whole = |line: &Line| {
        crate::text::cut(
            text,
            (line.span.start - line.space) as usize..line.span.end as usize,
        )
    };
    let gaps: Vec<_> = lines.iter().map(|line| Gaps::of(whole(line))).collect();
    let is_next = |pair: &[Line]| {
        let between =
            crate::text::cut(text, pair[0].span.end as usize..pair[1].span.start as usize);
        let is_quoted = pair.iter().any(|line| line.depth > 0);
        !is_quoted && memchr::memchr_iter(b'\n', between.as_bytes()).count() <= 1
    };
    let pairs = lines.windows(2).zip(gaps.windows(2));
    pairs
        .map(|(lines, gaps)| gaps[0].are_aligned(&gaps[1], true) && is_next(lines))
        .collect()
}
