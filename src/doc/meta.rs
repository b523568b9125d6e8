//! What an article says of itself.

use crate::text::date;

/// Title, author, date and address; all of them may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title.
    pub title: Option<String>,
    /// Who wrote it, without “By”.
    pub byline: Option<String>,
    /// When it came out: an ISO 8601 date, with a time when the article gives one.
    pub published: Option<String>,
    /// Who brought it out: the name of a site, a paper, a house.
    pub publisher: Option<String>,
    /// The language it is written in: `en`, `pt-BR`.
    pub language: Option<String>,
    /// Its canonical address.
    pub url: Option<String>,
    /// The questions that it says it answers, as they stand in data for search engines.
    pub questions: Vec<String>,
}

impl Meta {
    /// When it was published, as a person writes it; as the article has it where that is no date after ISO 8601.
    pub fn date(&self) -> Option<String> {
        let published = self.published.as_deref()?;
        Some(date::written(published).unwrap_or_else(|| published.to_owned()))
    }
}
