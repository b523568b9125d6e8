//! An article that is opened for the shell, and what is told of it.

use super::say;
use crate::doc::Document;
use crate::doc::format::Format;
use crate::input::{self, OpenError, Origin, Terms};

/// An article that has been read to its end.
pub(super) struct Opened {
    pub(super) document: Document,
    /// Where it was found on the web.
    pub(super) address: Option<String>,
}

/// Opens an article; without a format it is taken for what it looks like. What a person should know of it is told on standard error:
/// a charset that was guessed, a page that holds no text. That is no failure: the answer to it is an empty one.
pub(super) fn open(
    origin: &Origin,
    format: Option<Format>,
    terms: &Terms,
) -> Result<Opened, OpenError> {
    let input = input::open(origin, terms)?;
    if let Some(notice) = input.arrived.encoding.notice() {
        say(&notice);
    }
    let format = format.unwrap_or_else(|| Format::of(input.envelope.path(), &input.text));
    let address = input.envelope.address;
    let document = Document::read_from(input.text, format, address.clone());
    if let Some(notice) = notice(&document, &origin.name()) {
        say(&notice);
    }
    Ok(Opened { document, address })
}

/// What a reader should know of how an article was read, or that there is nothing in it.
pub(super) fn notice(document: &Document, name: &str) -> Option<String> {
    let empty = || document.is_empty().then(|| format!("{name} is empty"));
    document.notice().map(ToOwned::to_owned).or_else(empty)
}
