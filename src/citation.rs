//! Layer 2: words as they are cited: who said them, in which article, and where in it they stand.
//!
//! A [`Source`] is what is known of the article, an [`Excerpt`] the words; a [`Citation`] joins them and writes itself in one of
//! the [`Form`]s. What is not known is left out. Nothing is shortened but where it says `[…]`.

mod apa;
mod author;
pub mod excerpt;
mod fragment;
mod markdown;

use url::Url;

use crate::article::section::Locations;
use crate::article::speaker::Attribution;
use crate::doc::meta::Meta;
use crate::text::date::Date;
use excerpt::Excerpt;
pub use markdown::escaped;

/// How a citation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Lines of text.
    #[default]
    Plain,
    /// A block quotation of Markdown with a link.
    Markdown,
    /// After the Publication Manual of the American Psychological Association: the quotation, and the entry of the list of references.
    Apa,
}

impl Form {
    /// All forms.
    pub const ALL: &[Self] = &[Self::Plain, Self::Markdown, Self::Apa];

    /// What configuration calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Apa => "apa",
        }
    }
}

/// What is known of the article that is cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    title: String,
    byline: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    address: Option<String>,
}

impl Source {
    /// What an article says of itself. `name` is what it is called without a title, `address` where it was found; one that is not on the
    /// web leads nobody there and is none.
    pub fn new(meta: &Meta, name: &str, address: Option<&str>) -> Self {
        let known = |text: &Option<String>| {
            let text = one_line(text.as_deref()?);
            (!text.is_empty()).then_some(text)
        };
        let addresses = [meta.url.as_deref(), address];
        Self {
            title: known(&meta.title).unwrap_or_else(|| one_line(name)),
            publisher: known(&meta.publisher).filter(|it| Some(it) != known(&meta.byline).as_ref()),
            byline: known(&meta.byline),
            published: known(&meta.published),
            address: addresses.into_iter().flatten().find_map(on_the_web),
        }
    }

    /// Title, author, publisher, date and address; empty where they are not known.
    pub fn parts(&self) -> [&str; 5] {
        [
            &self.title,
            self.byline.as_deref().unwrap_or_default(),
            self.publisher.as_deref().unwrap_or_default(),
            self.published.as_deref().unwrap_or_default(),
            self.address.as_deref().unwrap_or_default(),
        ]
    }

    fn date(&self) -> Option<Date> {
        Date::of(self.published.as_deref()?)
    }

    /// When it came out: `12 May 2026`, or as it says itself.
    fn day(&self) -> Option<String> {
        self.date()
            .map(|date| date.to_string())
            .or_else(|| self.published.clone())
    }
}

/// An address that leads somewhere on the web, as browsers write it.
fn on_the_web(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then(|| url.into())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words with all that belongs to citing them.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The words.
    pub excerpt: &'a Excerpt,
    /// Who said them; nobody where they are the article's own.
    pub speaker: Option<&'a Attribution>,
    /// Where they stand.
    pub place: &'a Locations,
    /// The article.
    pub source: &'a Source,
    /// Whether the address leads to the words themselves.
    pub has_fragment: bool,
}

impl Citation<'_> {
    /// The citation as text, without a line break at its end.
    pub fn write(&self, form: Form) -> String {
        match form {
            Form::Plain => self.plain(),
            Form::Markdown => markdown::write(self),
            Form::Apa => apa::write(self),
        }
    }

    fn plain(&self) -> String {
        let words = marked(&self.excerpt.text());
        let speaker = self
            .speaker
            .map_or_else(String::new, |speaker| format!(" — {}", whose(speaker)));
        let title = Some(self.source.title.clone()).filter(|it| !it.is_empty());
        let details: Vec<_> = title.into_iter().chain(self.details()).collect();
        let lines = [
            Some(words + &speaker),
            Some(details.join(", ")),
            self.address(),
        ];
        let lines: Vec<_> = lines
            .into_iter()
            .flatten()
            .filter(|it| !it.is_empty())
            .collect();
        lines.join("\n")
    }

    /// What is known besides the title: author, publisher, day, place.
    fn details(&self) -> impl Iterator<Item = String> {
        let Source {
            byline, publisher, ..
        } = self.source;
        let byline = byline.as_ref().map(|it| format!("by {it}"));
        let place = Some(self.place.to_string()).filter(|it| !it.is_empty());
        [byline, publisher.clone(), self.source.day(), place]
            .into_iter()
            .flatten()
    }

    /// The address, with a fragment that names the words where that is wanted.
    fn address(&self) -> Option<String> {
        let address = self.source.address.clone()?;
        let fragment = self
            .has_fragment
            .then(|| fragment::of(self.excerpt))
            .flatten();
        Some(match fragment {
            Some(fragment) if address.contains('#') => format!("{address}:~:{fragment}"),
            Some(fragment) => format!("{address}#:~:{fragment}"),
            None => address,
        })
    }
}

/// `Ann Lee [inferred], mayor`
fn whose(speaker: &Attribution) -> String {
    let doubt = if speaker.is_inferred {
        " [inferred]"
    } else {
        ""
    };
    let role = speaker.role.as_ref();
    let role = role.map_or_else(String::new, |role| format!(", {role}"));
    format!("{}{doubt}{role}", speaker.name)
}

/// Words in quotation marks. Such marks within them become single ones, as one sets a quotation within another.
fn marked(words: &str) -> String {
    let inner: String = words
        .chars()
        .map(|c| match c {
            '“' => '‘',
            '”' => '’',
            '"' => '\'',
            c => c,
        })
        .collect();
    format!("“{inner}”")
}

#[cfg(test)]
mod tests;
