//! What the tests of the rules share: a sentence in, guarantees out.

use super::{Firmness, Guarantee, GuaranteeKind};
use crate::article::annotate;
use crate::article::section::Outline;
use crate::doc::Document;
use crate::doc::format::Format;

/// What is expected of a guarantee: how firm it is, who gives it (nobody known when empty), its words.
pub(super) type Expected<'a> = (Firmness, &'a str, &'a str);

/// A text and the guarantees of it.
pub(super) fn read(text: &str, format: Format) -> (Document, Vec<Guarantee>) {
    let document = Document::read(text.to_owned(), format);
    let guarantees = annotate(&document, &Outline::of(&document)).guarantees;
    (document, guarantees)
}

/// Checks all guarantees of a plain text.
#[track_caller]
pub(super) fn check(text: &str, expected: &[Expected<'_>]) {
    let (document, guarantees) = read(text, Format::Text);
    let found: Vec<_> = guarantees
        .iter()
        .map(|it| (it.firmness, actor(&document, it), document.slice(it.span)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// Checks that none of the sentences holds a guarantee.
#[track_caller]
pub(super) fn check_none(sentences: &[&str]) {
    for sentence in sentences {
        check(&format!("It is so. {sentence} So it is."), &[]);
    }
}

/// Checks the items of a Markdown text: how firm each is, who gives it, its words.
#[track_caller]
pub(super) fn check_items(markdown: &str, expected: &[Expected<'_>]) {
    let (document, guarantees) = read(markdown, Format::Markdown);
    let found: Vec<_> = guarantees
        .iter()
        .filter(|it| it.kind != GuaranteeKind::Sentence)
        .map(|it| (it.firmness, actor(&document, it), document.slice(it.span)))
        .collect();
    assert_eq!(found, expected, "{markdown}");
}

fn actor<'a>(document: &'a Document, guarantee: &Guarantee) -> &'a str {
    guarantee
        .actor
        .as_ref()
        .map_or("", |actor| document.slice(actor.mention))
}
