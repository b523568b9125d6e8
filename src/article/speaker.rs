//! Speakers: who said it.

use crate::text::span::Span;

/// Who a quote or a guarantee is ascribed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// What stands in the text: a name, a pronoun, a description.
    pub mention: Span,
    /// The fullest name that the article gives this person or body.
    pub name: String,
    /// What the article says this person is.
    pub role: Option<String>,
    /// Whether the name is a guess.
    pub is_inferred: bool,
}
