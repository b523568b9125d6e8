//! Tables of contents in plain text: lines that stand again below, as the headings they lead to.
//!
//! Three lines in a row are told from headings by standing in a row. A table that is divided by blank lines, or whose entries are wrapped, is
//! told by what it says. The line above it that gives it its name belongs to it.

use std::collections::HashMap;
use std::ops::Range;

use super::evidence::{Candidate, Evidence};
use crate::doc::block::BlockId;

/// Fewest entries of a table.
const FEWEST: usize = 3;

/// Fewest of a table whose entries stand line upon line, and ask or have numbers.
const FEWEST_QUESTIONS: usize = 2;

/// The blocks of the table of contents; none where there is no table.
///
/// From its first entry on, two of three lines that may be headings stand again below it, once, and little else stands between them.
pub(super) fn of(evidence: &Evidence) -> Range<BlockId> {
    let all = &evidence.candidates;
    if !evidence.is_plain {
        return Range::default();
    }
    let again = repeats(all);
    let Some(first) = again.iter().position(Option::is_some) else {
        return Range::default();
    };
    let start = all[first].block;
    let (mut entries, mut questions, mut end) = (0, 0, start);
    let mut below = usize::MAX;
    for (at, repeat) in again.iter().enumerate().skip(first) {
        below = below.min(repeat.unwrap_or(usize::MAX));
        if at >= below {
            break;
        }
        entries += usize::from(repeat.is_some());
        let is_question = all[at].said.ends_asking || all[at].number.is_some();
        questions += usize::from(repeat.is_some() && is_question);
        let lines = all[at].block.index() - start.index() + 1;
        let is_dense = 3 * entries >= 2 * (at + 1 - first) && 2 * entries >= lines;
        let is_short_table = questions == lines && questions >= FEWEST_QUESTIONS;
        if repeat.is_some() && (entries >= FEWEST && is_dense || is_short_table) {
            end = all[at].block.next();
        }
    }
    let name = first.checked_sub(1).map(|above| &all[above]);
    let name = name.filter(|it| it.block.next() == start && it.names_contents && start < end);
    name.map_or(start, |name| name.block)..end
}

/// For each candidate the one below that says the same, if there is one and no more.
fn repeats(all: &[Candidate]) -> Vec<Option<usize>> {
    let mut places: HashMap<u64, (usize, usize, usize)> = HashMap::new();
    for (at, candidate) in all.iter().enumerate() {
        let (_, last, count) = places.entry(candidate.key).or_insert((at, at, 0));
        *last = at;
        *count += 1;
    }
    let repeat = |(at, candidate): (usize, &Candidate)| match places.get(&candidate.key) {
        Some(&(first, last, 2)) if first == at => Some(last),
        _ => None,
    };
    all.iter().enumerate().map(repeat).collect()
}

#[cfg(test)]
mod tests {
    use crate::article::section::Outline;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// The lines of the sections.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let outline = Outline::of(&document);
        let titles: Vec<_> = outline
            .iter()
            .map(|(_, section)| document.slice(section.span).lines().next().unwrap())
            .collect();
        assert_eq!(titles, expected);
    }

    #[test]
    fn what_stands_again_below_is_no_section() {
        check(
            "The harbour\n\nContents\n\n1. Ships\n\n1.1 Who sails?\n\n1.2 Who waits?\n\n2. Weather\n\n2.1 Does it rain?\n\n1. Ships\n\n1.1 Who sails?\n\nThe old ones sail.\n\n1.2 Who waits?\n\nAll of us wait.\n\n2. Weather\n\n2.1 Does it rain?\n\nIt does.\n",
            &[
                "The harbour",
                "1. Ships",
                "1.1 Who sails?",
                "1.2 Who waits?",
                "2. Weather",
                "2.1 Does it rain?",
            ],
        );
    }

    #[test]
    fn a_short_table_is_none_the_less_one() {
        check(
            "The harbour\n\nContents\n1. Who sails?\n2. Who waits?\n\n1. Who sails?\n\nThe old ones sail.\n\n2. Who waits?\n\nAll of us wait.\n",
            &["The harbour", "1. Who sails?", "2. Who waits?"],
        );
    }

    #[test]
    fn entries_may_name_their_pages() {
        check(
            "The harbour\n\nContents\n\n1. Who sails? ........ 1\n2. Who waits? ........ 12\n\nWho sails?\n----------\n\nThe old ones sail.\n\nWho waits?\n----------\n\nAll of us wait.\n",
            &["The harbour", "Who sails?", "Who waits?"],
        );
    }
}
