//! Bylines: lines near the top that tell who has written the text, and when.

use super::super::Document;
use super::super::block::{BlockId, BlockKind};
use super::super::prose::Prose;
use super::super::run::Shown;
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

/// Most words of a name.
const LONGEST_NAME: usize = 6;

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
            let author = author_in_line(document, id).unwrap_or(author);
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
    let is_above = |id: &BlockId| is_marked(document, *id);
    let words = |id: BlockId| document.prose(id).as_str().trim().to_owned();
    let above = document.ids().take(top.index() + TOP);
    let is_later = |line: &String| LATER.iter().any(|word| line.starts_with(word));
    let mut lines = above
        .filter(|id| document.block(*id).map(|it| it.kind) == Some(BlockKind::Byline))
        .map(words)
        .filter(|line| !is_later(line));
    let day = lines.find_map(|line| date::day_in(&line));
    let text = document.ids().take(top.index() + 2 * TOP);
    let mut text = text.filter(|id| !is_above(id)).map(words);
    day.or_else(|| {
        let first = text.next()?;
        let below = text.next().filter(|_| !first.ends_with(['.', '?', '!'])); // under a second headline
        dateline(&first).or_else(|| dateline(&below?))
    })
}

/// The day in the place and date that open a report: `ORRIN, 3 March 2031 (Coast Wire) – `, `Orrin, 3 March 2031 – The …`.
fn dateline(text: &str) -> Option<String> {
    let head = text::head(text, LONGEST_DATELINE);
    let (at, day) = date::find(head)?;
    let (place, rest) = (text::head(head, at), text::tail(head, at));
    let ends = DASHES
        .iter()
        .filter_map(|dash| Some((rest.find(dash)?, dash.len())));
    let (end, dash) = ends.min()?;
    let is_capitals = |word: &str| word.chars().all(char::is_uppercase) && word.len() > 1;
    let is_wired = words_of(place).next().is_some_and(is_capitals);
    let is_plain = place.trim_end().ends_with(',')
        && is_date(text::head(rest, end))
        && is_upper_start(text::tail(rest, end + dash));
    (is_names(place) && (is_wired || is_plain)).then_some(day)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Whether all words begin as those of names do.
fn is_names(text: &str) -> bool {
    words_of(text).all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a line has a date and else nothing but names, of who has written the text and where it came out: `The Pier, 3 March 2031`,
/// `Ann Lee | 3 March 2031`, `2031-03-03 · Ann Lee`.
fn is_credit(line: &str) -> bool {
    let mut parts = line.split(['|', '·', '•', '–', '—']);
    let is_known = |part: &str| match date::find(part) {
        Some((at, _)) => is_names(text::head(part, at)) && is_date(text::tail(part, at)),
        None => is_name(part),
    };
    date::day_in(line).is_some()
        && author(line).is_none()
        && !line.ends_with(['.', '?', '!', ':'])
        && parts.all(is_known)
}

/// Whether a text can be the name of somebody, or of a paper.
fn is_name(text: &str) -> bool {
    is_names(text) && word::count(text) <= LONGEST_NAME && !text.ends_with(['.', '?', '!', ':'])
}

/// Whether a line is a date and nothing else.
pub(super) fn is_date(line: &str) -> bool {
    line.len() <= LONGEST_DATE && date::is_date(&line.to_lowercase())
}

/// Marks a line with the date under the title and the byline, when it is the only one near: else dates divide the text. A name alone may
/// stand between them.
fn mark_date(document: &mut Document) {
    let has_date = |id: &BlockId| {
        let line = document.prose(*id).as_str().trim().to_owned();
        is_short_paragraph(document, *id) && (is_date(&line) || is_credit(&line))
    };
    let mut dates = document.ids().take(2 * TOP).filter(has_date);
    let (date, other) = (dates.next(), dates.next());
    let Some(date) = date.filter(|date| date.index() > 0 && other.is_none()) else {
        return;
    };
    let is_furniture = |id: BlockId| {
        let line = document.prose(id).as_str().trim().to_owned();
        let is_name = id.next() == date && id.index() > 0 && is_name(&line);
        is_marked(document, id)
            || author(&line).is_some()
            || is_short_paragraph(document, id) && is_name
    };
    let mut above = document.ids().take(date.index()).take(TOP);
    if above.all(is_furniture) {
        document.set_kind(date, BlockKind::Byline);
        let name = BlockId::new(date.index() - 1);
        if !is_marked(document, name) && author(document.prose(name).as_str().trim()).is_none() {
            document.set_kind(name, BlockKind::Byline);
        }
    }
}

fn is_marked(document: &Document, id: BlockId) -> bool {
    let kind = document.block(id).map(|block| block.kind);
    matches!(kind, Some(BlockKind::Title | BlockKind::Byline))
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

/// The author in the first line of a byline, where the name does not go on in the next.
fn author_in_line(document: &Document, id: BlockId) -> Option<String> {
    let runs = document.runs(id).iter().copied();
    let line = runs.take_while(|run| !matches!(run.shown, Shown::Space | Shown::Break));
    let author = author(Prose::new(document, line).as_str().trim())?;
    let is_whole = words_of(&author).last().is_some_and(is_names);
    is_whole.then_some(author)
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
