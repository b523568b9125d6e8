//! Bylines: lines near the top that tell who has written the text, and when.

use super::super::Document;
use super::super::block::{BlockId, BlockKind};
use super::{is_short_paragraph, is_upper_start};
use crate::text::{self, date, word};

/// Longest date, in bytes.
const LONGEST_DATE: usize = 80;

/// Within how many blocks from the top a byline is looked for.
const TOP: usize = 5;

/// What a byline begins with.
const BYLINES: &[&str] = &[
    "By ",
    "BY ",
    "Written by ",
    "Words by ",
    "Reported by ",
    "Story by ",
    "Text by ",
    "Von ",
    "Par ",
    "Por ",
];

/// What a date line begins with.
const DATES: &[&str] = &[
    "Published",
    "Updated",
    "Last updated",
    "Posted",
    "First published",
    "Date:",
];

/// What a line begins with that gives another day than that on which a text came out.
const LATER: &[&str] = &["Updated", "Last updated"];

/// Longest beginning of a report that can be its place and date, in bytes.
const LONGEST_DATELINE: usize = 120;

/// What ends the place and date that open a report.
const DASHES: &[&str] = &["–", "—", "--", " - ", "/PRNewswire/"];

/// Marks lines under the title that tell who has written the text, and when.
pub(super) fn mark(document: &mut Document, top: BlockId) {
    mark_date(document);
    for id in document.ids().take(top.index() + TOP) {
        let prose = document.prose(id).as_str().trim().to_owned();
        if !is_short_paragraph(document, id) {
            continue;
        }
        if let Some(author) = author(&prose) {
            document.set_kind(id, BlockKind::Byline);
            document.meta.byline.get_or_insert(author);
        } else if is_date_line(&prose) {
            document.set_kind(id, BlockKind::Byline);
        }
    }
    if document.meta.published.is_none() {
        document.meta.published = published(document, top);
    }
}

/// The day on which a text says that it came out: above it, or where it begins.
fn published(document: &Document, top: BlockId) -> Option<String> {
    let is_above = |id: &BlockId| {
        let kind = document.block(*id).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Title | BlockKind::Byline))
    };
    let words = |id: BlockId| document.prose(id).as_str().trim().to_owned();
    let above = document.ids().take(top.index() + TOP);
    let is_later = |line: &String| LATER.iter().any(|word| line.starts_with(word));
    let mut lines = above
        .filter(|id| document.block(*id).map(|it| it.kind) == Some(BlockKind::Byline))
        .map(words)
        .filter(|line| !is_later(line));
    let day = lines.find_map(|line| date::day_in(&line));
    let mut text = document.ids().take(top.index() + 2 * TOP);
    day.or_else(|| dateline(&words(text.find(|id| !is_above(id))?)))
}

/// The day in the place and date that open a report: `ORRIN, 3 March 2031 (Coast Wire) – `.
fn dateline(text: &str) -> Option<String> {
    let head = text::head(text, LONGEST_DATELINE);
    let end = DASHES.iter().filter_map(|dash| head.find(dash)).min()?;
    let (at, day) = date::find(text::head(head, end))?;
    let place = text::head(head, at);
    let mut words = place
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty());
    let is_capitals = |word: &str| word.chars().all(char::is_uppercase) && word.len() > 1;
    let is_place = words.next().is_some_and(is_capitals)
        && words.all(|word| word.starts_with(char::is_uppercase));
    is_place.then_some(day)
}

/// Whether a line is a date and nothing else.
pub(super) fn is_date(line: &str) -> bool {
    line.len() <= LONGEST_DATE && date::is_date(&line.to_lowercase())
}

/// Marks a date under the title and the byline, when it is the only one near: else dates divide the text.
fn mark_date(document: &mut Document) {
    let has_date = |id: &BlockId| {
        is_short_paragraph(document, *id) && is_date(document.prose(*id).as_str().trim())
    };
    let mut dates = document.ids().take(2 * TOP).filter(has_date);
    let (date, other) = (dates.next(), dates.next());
    let is_furniture = |id: BlockId| {
        let kind = document.block(id).map(|block| block.kind);
        let is_marked = matches!(kind, Some(BlockKind::Title | BlockKind::Byline));
        is_marked || author(document.prose(id).as_str().trim()).is_some()
    };
    if let Some(date) = date.filter(|_| other.is_none())
        && date.index() > 0
        && document
            .ids()
            .take(date.index())
            .take(TOP)
            .all(is_furniture)
    {
        document.set_kind(date, BlockKind::Byline);
    }
}

/// The author in a byline: `By Ann Lee | 12 May`.
pub(super) fn author(line: &str) -> Option<String> {
    let rest = BYLINES.iter().find_map(|by| line.strip_prefix(by))?;
    let rest = date::find(rest).map_or(rest, |(at, _)| text::head(rest, at));
    let is_line = is_upper_start(rest)
        && word::count(line) <= 14
        && !line.ends_with(['.', '?', '!', ':', ',']);
    let name = rest
        .split([',', '|', '·', '•', '—', '–'])
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches(" on");
    (is_line && !name.is_empty()).then(|| name.to_owned())
}

fn is_date_line(line: &str) -> bool {
    let begins = DATES.iter().any(|word| {
        line.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with([' ', ':']))
    });
    begins
        && word::count(line) <= 12
        && line.contains(|c: char| c.is_ascii_digit())
        && !line.ends_with('.')
}
