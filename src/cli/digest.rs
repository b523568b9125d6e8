//! Markdown to be read: what was found in an article, under a heading for each kind.

use super::args::Kind;
use super::findings::Finding;
use super::listing::whose;
use crate::citation::{Source, escaped};
use crate::text::cluster::printed;

/// Writes what was found in an article.
pub(super) fn write(_: &str, source: &Source, findings: &[Finding]) -> String {
    let [title, byline, publisher, date, address] = source.parts();
    let address = if address.is_empty() {
        String::new()
    } else {
        format!("<{}>", printed(address))
    };
    let about = [text(byline), text(publisher), text(date), address];
    let about: Vec<_> = about.into_iter().filter(|it| !it.is_empty()).collect();
    let mut digest = format!("# {}\n", text(title));
    if !about.is_empty() {
        digest = format!("{digest}\n{}\n", about.join(" · "));
    }
    for findings in findings.chunk_by(|one, other| one.kind == other.kind) {
        let kind = findings.first().map_or("", |it| heading(it.kind));
        let lines: String = findings.iter().map(line).collect();
        digest = format!("{digest}\n## {kind}\n\n{lines}");
    }
    if findings.is_empty() {
        digest += "\nNothing was found.\n";
    }
    digest
}

fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Sections => "Sections",
        Kind::Quotes => "Quotes",
        Kind::Turns => "Turns",
        Kind::Guarantees => "Guarantees",
        Kind::People => "People",
        Kind::Links => "Links",
    }
}

/// `- “words” — Ann Lee, mayor · said · full · §3 ¶2`
fn line(finding: &Finding) -> String {
    let words = text(&finding.words);
    let words = match finding.kind {
        Kind::Quotes => format!("“{words}”"),
        _ => words,
    };
    let who = finding.who.as_ref().map(|who| text(&whose(who)));
    let words = match (finding.kind, who) {
        (Kind::People, Some(who)) => who,
        (_, Some(who)) => format!("{words} — {who}"),
        (_, None) => words,
    };
    let details = [&finding.cue, &finding.detail, &finding.place];
    let details = details.into_iter().filter(|it| !it.is_empty());
    let details: Vec<_> = details.map(|it| text(it)).collect();
    format!("- {words} · {}\n", details.join(" · "))
}

/// Text of an article as Markdown, harmless on a terminal.
fn text(text: &str) -> String {
    printed(&escaped(text)).into_owned()
}
