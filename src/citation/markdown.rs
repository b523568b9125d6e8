//! Citations as block quotations of Markdown.

use std::fmt::Write;

use super::{Citation, whose};

/// Writes a citation.
pub(super) fn write(citation: &Citation<'_>) -> String {
    let mut written = String::new();
    for passage in citation.excerpt.passages() {
        for line in passage.lines() {
            let _ = writeln!(written, "> {}", escaped(line)); // a string takes everything
        }
        written.push_str(">\n");
    }
    let speaker = citation.speaker.map(|speaker| escaped(&whose(speaker)));
    let title = escaped(&citation.source.title);
    let title = match citation.address() {
        Some(address) => format!("[{title}](<{address}>)"),
        None => title,
    };
    let title = match speaker {
        Some(speaker) => format!("{speaker}, in {title}"),
        None => title,
    };
    let details = citation.details().map(|it| escaped(&it));
    let details = std::iter::once(title).chain(details);
    let details: Vec<_> = details.filter(|it| !it.is_empty()).collect();
    let _ = write!(written, "> — {}", details.join(", "));
    written
}

/// Text as it has to be written in Markdown to be read as it is.
///
/// ```
/// assert_eq!(sidenote::citation::escaped("- 2*3 [a]"), r"\- 2\*3 \[a\]");
/// ```
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let number = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    for (at, c) in text.char_indices() {
        let is_markup = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&'
        );
        let is_first = at == 0 && matches!(c, '#' | '+' | '-' | '=');
        let is_numbering = at > 0 && at == number && matches!(c, '.' | ')');
        if is_markup || is_first || is_numbering {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
