//! CSV after RFC 4180: a header, then one row for each thing that was found.
//!
//! It is made for spreadsheets, and some of those take a cell for a formula that begins with a sign of one. What an article says must
//! never compute or call anything, so an apostrophe stands before such a cell, which spreadsheets take for “text follows”. Whoever needs
//! every byte as it is has JSON, and the spans.

use std::borrow::Cow;

use super::findings::Finding;
use crate::citation::Source;
use crate::text::cluster::printed;

/// The names of the columns.
pub(super) const HEADER: &str = "article,kind,text,who,role,inferred,detail,cue,place,section,heading,paragraph,start,end,\
title,byline,publisher,published,url\r\n";

/// The rows of an article.
pub(super) fn rows(path: &str, source: &Source, findings: &[Finding]) -> String {
    findings.iter().map(|it| row(path, source, it)).collect()
}

fn row(path: &str, source: &Source, finding: &Finding) -> String {
    let who = finding.who.as_ref();
    let inferred = who.map_or("", |it| if it.is_inferred { "true" } else { "false" });
    let paragraph = finding.paragraph.map(|it| it.to_string());
    let [section, start, end] = [
        finding.section.to_string(),
        finding.span.start.to_string(),
        finding.span.end.to_string(),
    ];
    let [title, byline, publisher, date, address] = source.parts();
    let cells = [
        path,
        finding.kind.one(),
        &finding.words,
        who.map_or("", |it| &it.name),
        who.and_then(|it| it.role.as_deref()).unwrap_or_default(),
        inferred,
        &finding.detail,
        &finding.cue,
        &finding.place,
        &section,
        &finding.heading,
        paragraph.as_deref().unwrap_or_default(),
        &start,
        &end,
        title,
        byline,
        publisher,
        date,
        address,
    ];
    cells.map(|it| cell(it)).join(",") + "\r\n"
}

/// A cell: harmless on a terminal and in a spreadsheet, in quotation marks where it needs them.
fn cell(text: &str) -> Cow<'_, str> {
    let text = printed(text);
    let is_formula = text.chars().nth(1).is_some()
        && text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let text = if is_formula {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    };
    if text.contains([',', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_need_it() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("the \"old\" pier", "\"the \"\"old\"\" pier\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("-", "-"),
            ("a\u{1b}[31m", "a␛[31m"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
