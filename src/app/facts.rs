//! Facts: what is known of the article, in rows for the width of the moment.

use super::App;
use super::article::Article;
use super::help::{MARGIN, room};
use crate::layout::wrap_text;
use crate::text::{cut, num};

/// Where values begin, in cells from the left edge.
const COLUMN: u16 = 14;

/// The least room for a value beside its name; where there is less, it stands below.
const BESIDE: u16 = 16;

/// A row of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactRow {
    /// What is told, in the first row of it.
    pub name: &'static str,
    /// What there is to tell, or a part of it.
    pub value: String,
    /// Where it starts, in cells from the left edge.
    pub col: u16,
}

/// All rows on a screen of `columns` cells.
pub fn rows(app: &App, columns: u16) -> Vec<FactRow> {
    let mut facts = facts(&app.article);
    facts.extend(pictures(app));
    facts
        .into_iter()
        .flat_map(|(name, value)| wrapped(name, &value, columns))
        .collect()
}

fn wrapped(name: &'static str, value: &str, columns: u16) -> Vec<FactRow> {
    let is_wide = columns >= COLUMN + BESIDE;
    let col = if is_wide { COLUMN } else { 2 * MARGIN };
    let room = columns.saturating_sub(col + 1).max(8);
    let above = FactRow {
        name,
        ..FactRow::default()
    };
    let mut rows: Vec<_> = wrap_text(value, room)
        .into_iter()
        .map(|range| FactRow {
            name: "",
            value: cut(value, range).to_owned(),
            col,
        })
        .collect();
    match rows.first_mut().filter(|_| is_wide) {
        Some(first) => first.name = name,
        None => rows.insert(0, above),
    }
    rows
}

/// What is known, each with its name; what is not known is left out.
fn facts(article: &Article) -> Vec<(&'static str, String)> {
    let meta = article.document.meta();
    let arrived = article.arrived.as_ref();
    let address = arrived.and_then(|it| it.address.as_ref());
    let known = |name, value: Option<&String>| Some((name, value?.clone()));
    let mut facts: Vec<_> = [
        known("Title", meta.title.as_ref()),
        Some(("From", article.name.clone())),
        known("By", meta.byline.as_ref()),
        known("Published", meta.date().as_ref()),
        known("Publisher", meta.publisher.as_ref()),
        known("Language", meta.language.as_ref()),
        known("Address", meta.url.as_ref().or(address)),
        Some(("Format", article.document.format().name().to_owned())),
        arrived.map(|it| ("Encoding", it.encoding.to_string())),
    ]
    .into_iter()
    .flatten()
    .collect();
    facts.push(("Length", length(article)));
    facts.push(("Sections", num::grouped(article.outline.last_number())));
    facts.push(("Found", found(article)));
    facts
}

/// `3 · 1 of those looked for cannot be shown: boat.png: no such file`
fn pictures(app: &App) -> Option<(&'static str, String)> {
    let count = app.article.document.pictures().count();
    let failed = app
        .pictures
        .failed()
        .map_or_else(String::new, |(failed, why)| {
            format!(
                " · {} of those looked for cannot be shown: {why}",
                num::grouped(failed)
            )
        });
    (count > 0).then(|| ("Pictures", num::grouped(count) + &failed))
}

/// `5 432 bytes · 893 words · 4 minutes`
fn length(article: &Article) -> String {
    let bytes = article.arrived.as_ref().map_or_else(
        || format!("{} bytes so far", grouped(article.document.bytes())),
        |it| format!("{} bytes", grouped(it.bytes)),
    );
    let (words, is_estimate) = article.words();
    let about = if is_estimate { "about " } else { "" };
    let minutes = article.minutes_left(0, 1);
    let unit = if minutes == 1 { "minute" } else { "minutes" };
    format!(
        "{bytes} · {about}{} words · {} {unit}",
        num::grouped(words),
        num::grouped(minutes)
    )
}

fn grouped(bytes: impl TryInto<usize>) -> String {
    num::grouped(bytes.try_into().unwrap_or(usize::MAX))
}

/// `7 quotes · 7 guarantees · 6 people`
fn found(article: &Article) -> String {
    let count = |count: usize, one: &str, many: &str| {
        let what = if count == 1 { one } else { many };
        format!("{} {what}", num::grouped(count))
    };
    let found = [
        count(article.quotes(), "quote", "quotes"),
        count(article.guarantees(), "guarantee", "guarantees"),
        count(article.people(), "person", "people"),
    ]
    .join(" · ");
    if article.is_annotated() {
        found
    } else {
        format!("{found}, still looking …")
    }
}

/// How far the facts can be scrolled down, in rows.
pub fn lowest_top(app: &App) -> usize {
    rows(app, app.size.width).len().saturating_sub(room(app))
}
