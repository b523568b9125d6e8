//! Citations after the Publication Manual of the American Psychological Association, seventh edition: the quotation with its
//! parenthesis, then the entry of the list of references.

use super::author::Author;
use super::{Citation, Source, marked};
use crate::text::word;

/// From so many words on a quotation is a block without marks.
const BLOCK: usize = 40;

/// Authors that are named where the words stand.
const NAMED: usize = 2;

/// Writes a citation.
pub(super) fn write(citation: &Citation<'_>) -> String {
    let words = citation.excerpt.passages().join("\n\n");
    let words = if word::count(&words) < BLOCK {
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

/// `Ann Lee, as cited in Kim, 2026, §3, para. 2`
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
    let place = citation
        .place
        .replace(" ¶", ", para. ")
        .replace('¶', "para. ");
    let place = if place.is_empty() {
        place
    } else {
        format!(", {place}")
    };
    format!("{speaker}{who}, {year}{place}")
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
