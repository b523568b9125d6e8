//! Citations after the Publication Manual of the American Psychological Association, seventh edition: the quotation with its
//! parenthesis, then the entry of the list of references.

use super::author::Author;
use super::{Citation, Source, marked};
use crate::article::section::{Location, Locations};

/// From so many words on a quotation is a block without marks.
const BLOCK: usize = 40;

/// Authors that are named where the words stand.
const NAMED: usize = 2;

/// Writes a citation.
pub(super) fn write(citation: &Citation<'_>) -> String {
    let words = citation.excerpt.text();
    let words = if citation.excerpt.count() < BLOCK {
        marked(&words)
    } else {
        words
    };
    let authors = citation.source.byline.as_deref();
    let authors = authors.map_or_else(Vec::new, Author::all);
    format!(
        "{words} ({})\n\n{}",
        within_text(citation, &authors),
        reference(citation, &authors)
    )
}

/// `Ann Lee, as cited in Kim, 2026, “Who pays?” section, para. 2`
fn within_text(citation: &Citation<'_>, authors: &[Author]) -> String {
    let families = |count| authors.iter().take(count).map(|it| it.family.as_str());
    let who = match authors.len() {
        0 => marked(&citation.source.title),
        1..=NAMED => families(NAMED).collect::<Vec<_>>().join(" & "),
        _ => format!("{} et al.", families(1).collect::<String>()),
    };
    let speaker = citation.speaker.map_or_else(String::new, |speaker| {
        let doubt = if speaker.is_inferred {
            " [inferred]"
        } else {
            ""
        };
        format!("{}{doubt}, as cited in ", speaker.name)
    });
    let date = citation.source.date();
    let year = date.map_or_else(|| "n.d.".to_owned(), |date| date.year.to_string());
    let place = place(citation.place);
    let gap = if place.is_empty() { "" } else { ", " };
    format!("{speaker}{who}, {year}{gap}{place}")
}

/// Where words stand that have no pages: by the heading of their section and the paragraphs under it, `“Who pays?” section, paras. 1–3`.
fn place(place: &Locations) -> String {
    let part = |it: &Location, paragraphs: Option<String>| {
        let heading = it.heading.as_ref();
        let section = heading.map(|it| format!("{} section", marked(it)));
        let parts = [section, paragraphs].into_iter().flatten();
        parts.collect::<Vec<_>>().join(", ")
    };
    let one = |it: &Location| part(it, it.paragraph.map(|number| format!("para. {number}")));
    match place.several() {
        Some((first, last)) => part(&place.first, Some(format!("paras. {first}–{last}"))),
        None if place.is_one_section() => one(&place.first),
        None => format!("{}, to {}", one(&place.first), one(&place.last)),
    }
}

/// `Kim, B. (2026, May 12). Title. Publisher. https://…`
fn reference(citation: &Citation<'_>, authors: &[Author]) -> String {
    let Source {
        title, publisher, ..
    } = citation.source;
    let date = citation.source.date();
    let date = date.map_or_else(|| "n.d.".to_owned(), super::Date::year_first);
    let date = format!("({date}).");
    let title = stopped(title);
    let [first, second] = match listed(authors) {
        Some(authors) => [format!("{} {date}", stopped(&authors)), title],
        None => [title, date],
    };
    let publisher = publisher.as_ref().map(|it| stopped(it));
    let parts = [Some(first), Some(second), publisher, citation.address()];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(" ")
}

/// `Lee, A., Kim, B., & Orr, C.`
fn listed(authors: &[Author]) -> Option<String> {
    let (last, others) = authors.split_last()?;
    let others: Vec<_> = others.iter().map(Author::inverted).collect();
    Some(if others.is_empty() {
        last.inverted()
    } else {
        format!("{}, & {}", others.join(", "), last.inverted())
    })
}

/// The text with a full stop, unless it ends with a mark of its own.
fn stopped(text: &str) -> String {
    if text.ends_with(['.', '?', '!', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
