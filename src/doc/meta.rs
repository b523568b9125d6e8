//! What an article says of itself.

/// Title, author, date and address; all of them may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title.
    pub title: Option<String>,
    /// Who wrote it, without “By”.
    pub byline: Option<String>,
    /// When it came out: an ISO 8601 date, with a time when the article gives one.
    pub published: Option<String>,
    /// Its canonical address.
    pub url: Option<String>,
}
