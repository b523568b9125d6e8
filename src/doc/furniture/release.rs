//! Press releases: what they have around their text for those who print it.
//!
//! `FOR IMMEDIATE RELEASE`, until when it is not to be printed and whom to ask stand above the headline, `###` or `-30-` at the end.

use super::super::Document;
use super::super::block::{BlockId, BlockKind};
use super::byline::is_date;
use super::is_short_paragraph;
use crate::text::word;

/// Blocks that may stand above the headline.
const MOST: usize = 12;

/// Lines that may say whom to ask, and most words of one.
const MOST_ASKED: usize = 4;
const LONGEST_ASKED: usize = 12;

/// Longest mark behind the last line, in bytes.
const LONGEST_END: u32 = 16;

/// What releases are called, in small letters.
const RELEASES: &[&str] = &[
    "for immediate release",
    "for release",
    "immediate release",
    "media release",
    "news release",
    "press release",
    "presseinformation",
    "pressemitteilung",
    "communiqué de presse",
    "comunicado de prensa",
];

/// What a line begins with that says from when on it may be printed, in small letters.
const EMBARGOES: &[&str] = &[
    "embargo:",
    "embargoed ",
    "for release ",
    "not for publication before ",
    "not for release before ",
    "strictly embargoed ",
    "under embargo ",
];

/// What a line begins with that says whom to ask, in small letters.
const CONTACTS: &[&str] = &[
    "contact:",
    "contacts:",
    "media contact:",
    "media contacts:",
    "media inquiries:",
    "press contact:",
    "press contacts:",
];

/// What stands behind the last line, without dashes.
const ENDS: &[&str] = &["END", "ENDS", "Ends"];

/// Marks what stands above the headline; returns the first block behind them.
pub(super) fn mark(document: &mut Document) -> BlockId {
    let lines = document.ids().take(MOST).map_while(|id| line(document, id));
    let lines: Vec<_> = lines.collect();
    let mut end = 0;
    while let Some(lines) = lines.get(end..)
        && let Some(count) = above_headline(lines, end > 0)
    {
        end += count;
    }
    let end = BlockId::new(end);
    if document.block(end).is_none() {
        return BlockId::default(); // nothing stands under them
    }
    for id in document.ids().take_while(|id| *id < end) {
        document.set_kind(id, BlockKind::Byline);
    }
    end
}

/// How many of some lines stand together and are no headline. Below others, dates and addresses belong to them.
fn above_headline(lines: &[String], is_below: bool) -> Option<usize> {
    let first = lines.first()?;
    let asked = lines.iter().take(MOST_ASKED);
    let asked: Vec<_> = asked
        .take_while(|line| word::count(line) <= LONGEST_ASKED)
        .collect();
    let is_one = is_release(first) || is_below && (is_date(first) || is_reached(first));
    if is_contact(first) {
        let last = asked.iter().rposition(|line| is_reached(line))?;
        return Some(last + 1);
    }
    let is_issued = is_below && stands_above_date(lines);
    (is_one || is_issued).then_some(1)
}

/// Whether the first line says who has issued what is dated in the second: a headline comes under them.
fn stands_above_date(lines: &[String]) -> bool {
    matches!(lines, [issuer, date, headline, ..]
        if word::count(issuer) <= LONGEST_ASKED && is_date(date) && !headline.ends_with(['.', '”', '"']))
}

/// Whether a block is the mark behind the last line.
pub(super) fn is_end(document: &Document, id: BlockId) -> bool {
    let is_short = document
        .block(id)
        .is_some_and(|it| it.span.len() <= LONGEST_END);
    let words = Some(id)
        .filter(|_| is_short)
        .and_then(|id| line(document, id));
    let words = words.unwrap_or_default();
    let bare = words.trim_matches(['-', '–', '—', '*', ' ']);
    let is_dashed = bare.len() + 2 <= words.len();
    matches!(words.as_str(), "###" | "# # #") || bare == "30" && is_dashed || ENDS.contains(&bare)
}

/// The words of a short paragraph.
fn line(document: &Document, id: BlockId) -> Option<String> {
    is_short_paragraph(document, id).then(|| document.prose(id).as_str().trim().to_owned())
}

fn is_release(words: &str) -> bool {
    let small = words.to_lowercase();
    let name = small.trim_matches(|c: char| !c.is_alphanumeric());
    RELEASES.contains(&name)
        || EMBARGOES.iter().any(|it| small.starts_with(it)) && word::count(words) <= 14
}

fn is_contact(words: &str) -> bool {
    let small = words.to_lowercase();
    CONTACTS.iter().any(|it| small.starts_with(it))
}

/// Whether a line has where somebody is reached: an address of mail, or a number.
fn is_reached(words: &str) -> bool {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let has_address = words
        .split_whitespace()
        .any(|it| it.contains('@') && it.contains('.'));
    has_address || digits >= 6 && letters <= digits
}
