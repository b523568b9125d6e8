//! The JSON of `extract`: types of their own, so that the program can change and the contract cannot.
//!
//! Within a schema version keys may be added; none is renamed or removed. Spans are byte offsets into the reading text.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::args::{Extract, Kind};
use crate::article::Annotations;
use crate::article::guarantee::{self, Firmness, GuaranteeKind, Strength};
use crate::article::people::{self, PersonKind};
use crate::article::quote::{self, Extent};
use crate::article::section::{self, Outline};
use crate::article::speaker::Attribution;
use crate::article::speech;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::format::Format;
use crate::doc::run;
use crate::input::decode::charset::Encoding;
use crate::text::span;

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

/// An article with what was found in it.
pub(super) struct View<'a> {
    pub(super) document: &'a Document,
    pub(super) outline: &'a Outline,
    pub(super) annotations: &'a Annotations,
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
        let warnings = source
            .notice
            .as_deref()
            .into_iter()
            .chain(view.document.notice())
            .map(|message| Warning {
                message: message.to_owned(),
            })
            .collect();
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
            guarantees: wants(Kind::Guarantees).then(|| view.guarantees(request.weak)),
            people: wants(Kind::People).then(|| view.people(request.weak)),
            links: wants(Kind::Links).then(|| view.links()),
            warnings,
        }))
    }
}

impl View<'_> {
    fn sections(&self) -> Vec<Section> {
        let lines = self.document.lines();
        let describe = |(id, section): (section::SectionId, &section::Section)| Section {
            index: id.index(),
            heading: section.heading.map(|_| section.title.to_string()),
            is_question: section.is_question(),
            level: section.level,
            line: section
                .heading
                .filter(|_| !self.document.format().is_derived())
                .map(|_| lines.number(section.span.start)),
            span: section.span.into(),
            paragraphs: section.paragraphs,
        };
        self.outline.iter().map(describe).collect()
    }

    fn quotes(&self) -> Vec<Quote> {
        let describe = |quote: &quote::Quote| Quote {
            text: self.document.excerpt(quote.span).into_owned(),
            span: quote.span.into(),
            section: self.section(quote.block),
            paragraph: self.paragraph(quote.block),
            extent: match quote.extent {
                Extent::Full => "full",
                Extent::Partial => "partial",
            },
            speaker: quote.speaker.as_ref().map(|speaker| self.speaker(speaker)),
            cue: quote.cue.map(|span| self.words(span)),
            continues: quote.continues,
            same_as: quote.same_as,
            fuller: quote.fuller,
        };
        self.annotations.quotes.iter().map(describe).collect()
    }

    fn turns(&self) -> Vec<Turn> {
        let describe = |speech: &speech::Speech| Turn {
            text: self.document.excerpt(speech.span).into_owned(),
            span: speech.span.into(),
            section: self.section(speech.block),
            paragraph: self.paragraph(speech.block),
            speaker: self.speaker(&speech.speaker),
        };
        self.annotations.speeches.iter().map(describe).collect()
    }

    /// For each guarantee, its index among those that are printed. Weak ones are left out unless they are asked for.
    fn printed(&self, weak: bool) -> Vec<Option<usize>> {
        let mut count = 0;
        let printed_at = |guarantee: &guarantee::Guarantee| {
            let is_printed = weak || guarantee.firmness != Firmness::Weak;
            let at = is_printed.then_some(count);
            count += usize::from(is_printed);
            at
        };
        self.annotations.guarantees.iter().map(printed_at).collect()
    }

    /// Indices in them count what is printed.
    fn guarantees(&self, weak: bool) -> Vec<Guarantee> {
        let printed = self.printed(weak);
        let index = |at: usize| printed.get(at).copied().flatten();
        let describe = |guarantee: &guarantee::Guarantee| Guarantee {
            text: self.document.excerpt(guarantee.span).into_owned(),
            span: guarantee.span.into(),
            section: self.section(guarantee.block),
            paragraph: self.paragraph(guarantee.block),
            kind: match guarantee.kind {
                GuaranteeKind::Item { .. } => "item",
                GuaranteeKind::Sentence => "sentence",
            },
            lead_in: match guarantee.kind {
                GuaranteeKind::Item { lead_in } => lead_in.map(|span| self.words(span)),
                GuaranteeKind::Sentence => None,
            },
            actor: guarantee.actor.as_ref().map(|actor| self.speaker(actor)),
            firmness: guarantee.firmness.name(),
            cue: guarantee.cue.map(|span| self.words(span)),
            see_also: guarantee
                .see_also
                .iter()
                .map(|&reference| self.cross_ref(reference))
                .collect(),
            same_as: guarantee.same_as.and_then(index),
        };
        self.annotations
            .guarantees
            .iter()
            .zip(&printed)
            .filter(|(_, index)| index.is_some())
            .map(|(guarantee, _)| describe(guarantee))
            .collect()
    }

    fn people(&self, weak: bool) -> Vec<Person> {
        let printed = self.printed(weak);
        let describe = |person: &people::Person| {
            let block = self.document.block_at(person.first.start);
            Person {
                name: person.name.clone(),
                kind: match person.kind {
                    PersonKind::Person => "person",
                    PersonKind::Body => "body",
                    PersonKind::Place => "place",
                    PersonKind::Unknown => "unknown",
                    PersonKind::Described => "described",
                    PersonKind::Several => "several",
                },
                role: person.role.clone(),
                aliases: person.aliases.clone(),
                span: person.first.into(),
                section: self.section(block),
                paragraph: self.paragraph(block),
                quotes: person.quotes.clone(),
                turns: person.speeches.clone(),
                guarantees: person
                    .guarantees
                    .iter()
                    .filter_map(|&at| printed.get(at).copied().flatten())
                    .collect(),
            }
        };
        self.annotations.people.iter().map(describe).collect()
    }

    fn links(&self) -> Vec<Link> {
        let describe = |link: &run::Link| {
            let block = self.document.block_at(link.span.start);
            Link {
                text: self.link_text(block, link.span),
                url: link.url.to_string(),
                span: link.span.into(),
                section: self.section(block),
            }
        };
        self.document.links().map(describe).collect()
    }

    fn link_text(&self, block: BlockId, link: span::Span) -> String {
        let runs = self.document.runs(block);
        let first = runs.partition_point(|run| run.span.start < link.start);
        let inside = runs
            .iter()
            .skip(first)
            .take_while(|run| run.span.end <= link.end);
        inside.map(|run| self.document.shown(run)).collect()
    }

    fn section(&self, block: BlockId) -> usize {
        self.outline.section_of(block).index()
    }

    fn paragraph(&self, block: BlockId) -> u32 {
        self.outline.paragraph(block).unwrap_or(0)
    }

    fn words(&self, span: span::Span) -> Words {
        Words {
            text: self.document.excerpt(span).into_owned(),
            span: span.into(),
        }
    }

    fn speaker(&self, speaker: &Attribution) -> Speaker {
        Speaker {
            mention: self.document.slice(speaker.mention).to_owned(),
            span: speaker.mention.into(),
            name: speaker.name.clone(),
            role: speaker.role.clone(),
            inferred: speaker.is_inferred,
        }
    }

    fn cross_ref(&self, reference: guarantee::CrossRef) -> CrossRef {
        CrossRef {
            section: self.section(reference.block),
            paragraph: self.paragraph(reference.block),
            strength: match reference.strength {
                Strength::Weak => "weak",
                Strength::Medium => "medium",
                Strength::Strong => "strong",
            },
        }
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
