//! The JSON of `extract`: types of their own, so that the program can change and the contract cannot.
//!
//! Within a schema version keys may be added; none is renamed or removed. Spans are byte offsets into the reading text.

mod view;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::args::{Extract, Kind};
use super::opened;
use crate::doc::format::Format;
use crate::input::decode::charset::Encoding;
use crate::text::span;

pub(super) use view::View;

/// The version of the contract.
const SCHEMA: u32 = 1;

/// The answer for one article.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Record {
    Article(Box<Article>),
    Failure(Failure),
}

#[derive(Debug, Serialize)]
pub(super) struct Failure {
    schema: u32,
    source: FailedSource,
    error: String,
}

#[derive(Debug, Serialize)]
struct FailedSource {
    path: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Article {
    schema: u32,
    source: Source,
    title: Option<String>,
    byline: Option<String>,
    published: Option<String>,
    publisher: Option<String>,
    language: Option<String>,
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<Vec<Section>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotes: Option<Vec<Quote>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    turns: Option<Vec<Turn>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guarantees: Option<Vec<Guarantee>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<Person>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<Vec<Link>>,
    warnings: Vec<Warning>,
}

#[derive(Debug, Serialize)]
pub(super) struct Source {
    path: String,
    format: &'static str,
    encoding: &'static str,
    bytes: usize,
    sha256: String,
    #[serde(skip)]
    notice: Option<String>,
    /// Where it was found on the web.
    #[serde(skip)]
    address: Option<String>,
}

#[derive(Debug, Serialize)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Debug, Serialize)]
struct Words {
    text: String,
    span: Span,
}

#[derive(Debug, Serialize)]
struct Section {
    index: usize,
    heading: Option<String>,
    is_question: bool,
    level: u8,
    line: Option<usize>,
    span: Span,
    paragraphs: u32,
}

#[derive(Debug, Serialize)]
struct Speaker {
    mention: String,
    span: Span,
    name: String,
    role: Option<String>,
    inferred: bool,
}

#[derive(Debug, Serialize)]
struct Quote {
    text: String,
    span: Span,
    section: usize,
    /// 0 for words in a title or heading.
    paragraph: u32,
    /// Of words that run over several paragraphs each without the mark that opens it anew.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passages: Vec<String>,
    extent: &'static str,
    speaker: Option<Speaker>,
    cue: Option<Words>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    continues: bool,
    same_as: Option<usize>,
    fuller: Option<usize>,
}

/// What somebody says at a stretch in an interview or a record, without marks.
#[derive(Debug, Serialize)]
struct Turn {
    text: String,
    span: Span,
    section: usize,
    /// 0 for words in a title or heading.
    paragraph: u32,
    speaker: Speaker,
}

#[derive(Debug, Serialize)]
struct Guarantee {
    text: String,
    span: Span,
    section: usize,
    paragraph: u32,
    kind: &'static str,
    lead_in: Option<Words>,
    actor: Option<Speaker>,
    firmness: &'static str,
    cue: Option<Words>,
    see_also: Vec<CrossRef>,
    same_as: Option<usize>,
}

#[derive(Debug, Serialize)]
struct CrossRef {
    section: usize,
    paragraph: u32,
    strength: &'static str,
}

#[derive(Debug, Serialize)]
struct Person {
    name: String,
    kind: &'static str,
    role: Option<String>,
    aliases: Vec<String>,
    span: Span,
    section: usize,
    paragraph: u32,
    quotes: Vec<usize>,
    turns: Vec<usize>,
    guarantees: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct Link {
    text: String,
    url: String,
    span: Span,
    section: usize,
}

#[derive(Debug, Serialize)]
struct Warning {
    message: String,
}

/// What is told of the bytes of an article.
pub(super) struct Bytes {
    count: usize,
    sha256: String,
}

impl Bytes {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self {
            count: bytes.len(),
            sha256: format!("{digest:x}"),
        }
    }
}

impl Source {
    pub(super) fn new(path: String, format: Format, bytes: Bytes, encoding: Encoding) -> Self {
        Self {
            path,
            format: format.name(),
            encoding: encoding.charset.name(),
            bytes: bytes.count,
            sha256: bytes.sha256,
            notice: encoding.notice(),
            address: None,
        }
    }

    /// Where it was found on the web.
    pub(super) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The same, found at an address.
    pub(super) fn at(self, address: Option<String>) -> Self {
        Self { address, ..self }
    }
}

impl Record {
    pub(super) fn failure(path: String, error: String) -> Self {
        Self::Failure(Failure {
            schema: SCHEMA,
            source: FailedSource { path },
            error,
        })
    }

    pub(super) fn article(source: Source, view: &View<'_>, request: &Extract) -> Self {
        let wants = |kind| request.kind.is_empty() || request.kind.contains(&kind);
        let meta = view.document.meta().clone();
        let notices = source.notice.iter().cloned();
        let notices = notices.chain(opened::notice(view.document, "the article"));
        let warnings = notices.map(|message| Warning { message }).collect();
        let url = meta.url.or_else(|| source.address.clone());
        Self::Article(Box::new(Article {
            schema: SCHEMA,
            source,
            title: meta.title,
            byline: meta.byline,
            published: meta.published,
            publisher: meta.publisher,
            language: meta.language,
            url,
            sections: wants(Kind::Sections).then(|| view.sections()),
            quotes: wants(Kind::Quotes).then(|| view.quotes()),
            turns: wants(Kind::Turns).then(|| view.turns()),
            guarantees: wants(Kind::Guarantees).then(|| view.guarantee_records()),
            people: wants(Kind::People).then(|| view.people()),
            links: wants(Kind::Links).then(|| view.links()),
            warnings,
        }))
    }
}

impl From<span::Span> for Span {
    fn from(span: span::Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
        }
    }
}
