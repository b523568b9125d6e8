//! Citations as block quotations of Markdown.

use std::fmt::Write;

use super::excerpt::Passage;
use super::{Citation, whose};
use crate::doc::block::RowKind;

/// Writes a citation.
pub(super) fn write(citation: &Citation<'_>) -> String {
    let mut written = String::new();
    let lines = lines(citation.excerpt.passages());
    for line in lines.iter().chain([&String::new()]) {
        let _ = writeln!(written, "{}", format!("> {line}").trim_end()); // a string takes everything
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

/// The lines of passages. Rows under the head of their table are a table; of others nobody knows the columns, and they stand alone.
fn lines(passages: &[Passage]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut above: Option<&Passage> = None;
    let mut rest = passages;
    while let Some((passage, behind)) = rest.split_first() {
        rest = behind;
        if above.is_some_and(|above| !passage.is_close_in_markdown(above)) {
            lines.push(String::new());
        }
        above = Some(passage);
        if passage.row == Some(RowKind::Head) {
            let is_row = |it: &&Passage| it.row == Some(RowKind::Body) && it.is_close;
            let (rows, behind) = behind.split_at(behind.iter().take_while(is_row).count());
            rest = behind;
            table(passage, rows, &mut lines);
        } else {
            lines.extend(passage.markdown(escaped));
        }
    }
    lines
}

/// Writes a table as GitHub reads it.
fn table(head: &Passage, rows: &[Passage], lines: &mut Vec<String>) {
    let cells = |row: &Passage| -> Vec<String> { row.words().split('\t').map(escaped).collect() };
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = cells(head);
    let border = vec!["---".to_owned(); head.len()];
    lines.extend([row(head), row(border)]);
    lines.extend(rows.iter().map(|it| row(cells(it))));
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
