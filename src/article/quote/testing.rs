//! What the tests of quotes share: a plain text in, its quotes out.

use super::{Quote, quotes};
use crate::article::chapter::Chapter;
use crate::article::reading::OnDemand;
use crate::doc::Document;
use crate::doc::format::Format;

/// A text and its quotes.
pub(super) fn read(text: &str) -> (Document, Vec<Quote>) {
    let document = Document::read(text.to_owned(), Format::Text);
    let chapter = Chapter::whole(&document);
    let quotes = quotes(&document, &OnDemand::new(&chapter));
    (document, quotes)
}
