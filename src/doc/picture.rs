//! Pictures: where they stand in the text, and where they are.

use crate::text::span::Span;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What stands for it in the reading text: the sign for a picture, or all of its markup.
    pub span: Span,
    /// Its address as written; in a book, the name of its file there.
    pub address: Box<str>,
}
