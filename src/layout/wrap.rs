//! Wrapping: where lines end, so that the right edge is as even as can be.
//!
//! Optimal fit over words: of all ways to break a paragraph, the one with the smallest sum of squared slack, the last line left
//! out (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981, in the form for ragged right). A line holds at most as many
//! words as it has cells, so the cost is words times words a line, never quadratic.

/// What stands between two places where a line may end. It takes a cell at least, or a line could hold words without end;
/// only the last word before a forced end may take none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Cells of it, without the space after it.
    pub(super) width: usize,
    /// Cells of the space after it, which is not drawn at the end of a line.
    pub(super) space: usize,
    /// Cells that a line takes more when it ends here: the hyphen that divides a word.
    pub(super) hyphen: usize,
    /// Whether a line that ends here ends within an address.
    pub(super) is_in_address: bool,
    /// Whether the line must end here.
    pub(super) is_forced: bool,
}

/// A last line shorter than this looks like a leftover, in cells.
const FEWEST: usize = 4;

/// A last line of one word that is no longer than this looks like one as well, in cells.
const SHORT_WORD: usize = 8;

/// But in a narrow column only a word that takes less than this part of it.
const PART: usize = 3;

/// What a leftover costs: more than the edge of any paragraph, so that none stays which could be avoided.
const LEFTOVER: u64 = 1 << 56;

/// What a divided word costs: as much as a line that is so many cells short.
const DIVIDED: u64 = 4;

/// What a second division costs right after the first: as a line that is so many cells short.
const DIVIDED_AGAIN: u64 = 30;

/// What an address costs that is broken: as much as a line that is so many cells short.
const BROKEN: u64 = 10;

/// The lines that `words` are broken into, as the index after the last word of each. A word wider than `width` gets a
/// line of its own and sticks out.
pub(super) fn lines(words: &[Word], width: usize) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let length = words
            .iter()
            .skip(start)
            .position(|word| word.is_forced)
            .map_or(words.len() - start, |at| at + 1);
        let paragraph = &words[start..start + length];
        lines.extend(fit(paragraph, width).into_iter().map(|end| start + end));
        start += length;
    }
    lines
}

/// The cost of the best way to break what follows a word, and where its first line ends.
#[derive(Clone, Copy)]
struct Best {
    cost: u64,
    end: usize,
    /// Whether that line ends within a word.
    is_divided: bool,
}

fn fit(words: &[Word], width: usize) -> Vec<usize> {
    let mut best = vec![
        Best {
            cost: 0,
            end: words.len(),
            is_divided: false,
        };
        words.len() + 1
    ];
    for start in (0..words.len()).rev() {
        best[start] = best_line(words, start, width, &best);
    }
    let mut lines = Vec::new();
    let mut at = 0;
    while at < words.len() {
        at = best[at].end;
        lines.push(at);
    }
    lines
}

/// The best line that begins with the word at `start`, given the best for everything after it.
fn best_line(words: &[Word], start: usize, width: usize, best: &[Best]) -> Best {
    let mut found: Option<Best> = None;
    let (mut used, mut count) = (0, 0);
    for (end, word) in words.iter().enumerate().skip(start) {
        let line = used + word.width + word.hyphen;
        if used + word.width > width && end > start {
            break;
        }
        used += word.width + word.space;
        count += usize::from(word.width > 0);
        if line > width && end > start {
            continue; // only the hyphen does not fit
        }
        let slack = width.saturating_sub(line) as u64;
        let cost = match end + 1 == words.len() {
            true if start > 0 && is_leftover(line, count, width) => LEFTOVER,
            true => 0,
            false => slack * slack + division(*word, best[end + 1]) + best[end + 1].cost,
        };
        if found.is_none_or(|found| cost <= found.cost) {
            found = Some(Best {
                cost,
                end: end + 1,
                is_divided: word.hyphen > 0,
            });
        }
    }
    found.unwrap_or(Best {
        cost: 0,
        end: start + 1,
        is_divided: false,
    })
}

/// Whether a last line of so many cells and words looks as if it had been forgotten.
fn is_leftover(line: usize, words: usize, width: usize) -> bool {
    let short_word = SHORT_WORD.min(width / PART);
    line < FEWEST || (words == 1 && line <= short_word)
}

/// What it costs that a line ends within a word or an address, or not, before the best way to go on.
fn division(last: Word, after: Best) -> u64 {
    match (last.hyphen > 0, after.is_divided) {
        (true, true) => DIVIDED * DIVIDED + DIVIDED_AGAIN * DIVIDED_AGAIN,
        (true, false) => DIVIDED * DIVIDED,
        (false, _) if last.is_in_address => BROKEN * BROKEN,
        (false, _) => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<Word> {
        text.split(' ')
            .map(|word| Word {
                width: word.len(),
                space: 1,
                ..Word::default()
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, width: usize, expected: &str) {
        let split: Vec<_> = text.split(' ').collect();
        let mut start = 0;
        let mut shown = Vec::new();
        for end in lines(&words(text), width) {
            shown.push(split[start..end].join(" "));
            start = end;
        }
        assert_eq!(shown.join("\n"), expected);
    }

    #[test]
    fn the_right_edge_is_even() {
        // First fit would leave “aaa bb” and “cc” on lines of very different length.
        check("aaa bb cc ddddd", 6, "aaa\nbb cc\nddddd");
    }

    #[test]
    fn the_last_line_is_free_but_no_leftover() {
        check("one two three four", 20, "one two three four");
        check("aaaa bbbb cccc dddd i", 20, "aaaa bbbb cccc\ndddd i");
    }

    #[test]
    fn no_short_word_is_left_alone_where_it_could_be_avoided() {
        // However even the edge is without it.
        let text = "and where the open questions that nobody has an answer to are.";
        check(
            text,
            58,
            "and where the open questions that nobody has an answer\nto are.",
        );
        check(
            "what the treaty would have to cover:",
            30,
            "what the treaty would have\nto cover:",
        );
        check(
            "aaaa bbbb cccccccccccccccc it.",
            17,
            "aaaa bbbb\ncccccccccccccccc\nit.",
        );
        check("aaaa bbb cccc", 9, "aaaa bbb\ncccc"); // short, but not beside the others
    }

    #[test]
    fn a_word_too_wide_stands_alone() {
        check("a extraordinary b", 6, "a\nextraordinary\nb");
    }

    proptest! {
        #[test]
        fn every_line_fits_and_no_word_is_lost(widths in prop::collection::vec((1usize..9, 0usize..2), 0..200), width in 9usize..80) {
            let words: Vec<_> = widths.iter().map(|&(width, space)| Word { width, space, ..Word::default() }).collect();
            let mut start = 0;
            for end in lines(&words, width) {
                prop_assert!(end > start);
                let line: usize = words[start..end].iter().map(|word| word.width + word.space).sum();
                prop_assert!(line - words[end - 1].space <= width);
                start = end;
            }
            prop_assert_eq!(start, words.len());
        }
    }
}
