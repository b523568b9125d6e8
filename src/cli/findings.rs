//! What `extract` finds, one by one: the rows of a table, the lines of a digest.

use super::args::{Extract, Kind};
use super::wire::View;
use crate::article::speaker::Attribution;
use crate::doc::block::BlockId;
use crate::text::span::Span;

/// Something that was found. The fields are those that all kinds have; what one does not have is empty.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) kind: Kind,
    /// The words as a reader sees them, on one line.
    pub(super) words: String,
    pub(super) span: Span,
    /// Its section, by index.
    pub(super) section: usize,
    pub(super) heading: String,
    pub(super) paragraph: Option<u32>,
    /// Where that is, as readers cite it.
    pub(super) place: String,
    /// Who says it or gives it; of a person itself.
    pub(super) who: Option<Attribution>,
    /// The words that decided it.
    pub(super) cue: String,
    /// `full`, `firm`, an address.
    pub(super) detail: String,
}

impl Kind {
    /// What its items are called.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Sections => "section",
            Self::Quotes => "quote",
            Self::Turns => "turn",
            Self::Guarantees => "guarantee",
            Self::People => "person",
            Self::Links => "link",
        }
    }
}

/// What is asked for, kind by kind in reading order: without a word of the reader quotes, turns and guarantees.
pub(super) fn of(view: &View<'_>, request: &Extract) -> Vec<Finding> {
    let usual = [Kind::Quotes, Kind::Turns, Kind::Guarantees];
    let all = [
        Kind::Sections,
        Kind::Quotes,
        Kind::Turns,
        Kind::Guarantees,
        Kind::People,
        Kind::Links,
    ];
    let is_wanted = |kind: &Kind| match request.kind.as_slice() {
        [] => usual.contains(kind),
        asked => asked.contains(kind),
    };
    let finder = Finder { view };
    let kinds = all.into_iter().filter(is_wanted);
    kinds.flat_map(|kind| finder.all(kind)).collect()
}

/// Finds what an article has of each kind.
struct Finder<'a> {
    view: &'a View<'a>,
}

impl Finder<'_> {
    fn all(&self, kind: Kind) -> Vec<Finding> {
        match kind {
            Kind::Sections => self.sections().collect(),
            Kind::Quotes => self.quotes().collect(),
            Kind::Turns => self.turns().collect(),
            Kind::Guarantees => self.guarantees().collect(),
            Kind::People => self.people().collect(),
            Kind::Links => self.links().collect(),
        }
    }

    fn sections(&self) -> impl Iterator<Item = Finding> {
        let headed = self.view.outline.iter();
        let headed = headed.filter_map(|(_, it)| Some((it, it.heading?)));
        headed.map(|(it, heading)| {
            let block = self.view.document.block(heading);
            let detail = if it.is_question() {
                "question"
            } else {
                "heading"
            };
            Finding {
                words: it.title.to_string(),
                detail: detail.to_owned(),
                ..self.finding(Kind::Sections, block.map_or(it.span, |it| it.span))
            }
        })
    }

    fn quotes(&self) -> impl Iterator<Item = Finding> {
        let quotes = self.view.annotations.quotes.iter();
        quotes.map(|it| Finding {
            who: it.speaker.clone(),
            cue: self.cue(it.cue),
            detail: it.extent.name().to_owned(),
            ..self.finding(Kind::Quotes, it.span)
        })
    }

    fn turns(&self) -> impl Iterator<Item = Finding> {
        let speeches = self.view.annotations.speeches.iter();
        speeches.map(|it| Finding {
            who: Some(it.speaker.clone()),
            ..self.finding(Kind::Turns, it.span)
        })
    }

    fn guarantees(&self) -> impl Iterator<Item = Finding> {
        self.view.guarantees().map(|it| Finding {
            who: it.actor.clone(),
            cue: self.cue(it.cue),
            detail: it.firmness.name().to_owned(),
            ..self.finding(Kind::Guarantees, it.span)
        })
    }

    fn people(&self) -> impl Iterator<Item = Finding> {
        let people = self.view.annotations.people.iter();
        people.map(|it| Finding {
            words: it.name.clone(),
            who: Some(Attribution {
                mention: it.first,
                name: it.name.clone(),
                role: it.role.clone(),
                is_inferred: false,
            }),
            ..self.finding(Kind::People, it.first)
        })
    }

    fn links(&self) -> impl Iterator<Item = Finding> {
        self.view.document.links().map(|it| Finding {
            detail: it.url.to_string(),
            ..self.finding(Kind::Links, it.span)
        })
    }

    fn finding(&self, kind: Kind, span: Span) -> Finding {
        let outline = self.view.outline;
        let block: BlockId = self.view.document.block_at(span.start);
        let section = outline.section_of(block);
        Finding {
            kind,
            words: self.words(span),
            span,
            section: section.index(),
            heading: outline
                .section(section)
                .map_or_else(String::new, |it| it.title.to_string()),
            paragraph: outline.paragraph(block),
            place: outline
                .locations(&self.view.document.blocks_of(span))
                .to_string(),
            who: None,
            cue: String::new(),
            detail: String::new(),
        }
    }

    fn cue(&self, span: Option<Span>) -> String {
        span.map_or_else(String::new, |span| self.words(span))
    }

    fn words(&self, span: Span) -> String {
        let visible = self.view.document.visible(span);
        visible.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
