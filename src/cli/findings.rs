//! What `extract` finds, one by one: the rows of a table, the lines of a digest.

use super::args::{Extract, Kind};
use super::wire::View;
use crate::article::guarantee::Firmness;
use crate::article::quote::Extent;
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
    /// Who says it or gives it.
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
    kinds
        .flat_map(|kind| finder.all(kind, request.weak))
        .collect()
}

struct Finder<'a> {
    view: &'a View<'a>,
}

impl Finder<'_> {
    fn all(&self, kind: Kind, has_weak: bool) -> Vec<Finding> {
        let View {
            document,
            outline,
            annotations,
        } = self.view;
        match kind {
            Kind::Sections => {
                let sections = outline.iter();
                let headed = sections.filter_map(|(_, it)| Some((it, it.heading?)));
                let section = headed.map(|(it, heading)| Finding {
                    words: it.title.to_string(),
                    detail: if it.is_question() {
                        "question"
                    } else {
                        "heading"
                    }
                    .to_owned(),
                    ..self.finding(kind, document.block(heading).map_or(it.span, |it| it.span))
                });
                section.collect()
            }
            Kind::Quotes => {
                let quote = annotations.quotes.iter().map(|it| Finding {
                    who: it.speaker.clone(),
                    cue: self.cue(it.cue),
                    detail: match it.extent {
                        Extent::Full => "full",
                        Extent::Partial => "partial",
                    }
                    .to_owned(),
                    ..self.finding(kind, it.span)
                });
                quote.collect()
            }
            Kind::Turns => {
                let turn = annotations.speeches.iter().map(|it| Finding {
                    who: Some(it.speaker.clone()),
                    ..self.finding(kind, it.span)
                });
                turn.collect()
            }
            Kind::Guarantees => {
                let guarantees = annotations.guarantees.iter();
                let guarantees = guarantees.filter(|it| has_weak || it.firmness != Firmness::Weak);
                let guarantee = guarantees.map(|it| Finding {
                    who: it.actor.clone(),
                    cue: self.cue(it.cue),
                    detail: it.firmness.name().to_owned(),
                    ..self.finding(kind, it.span)
                });
                guarantee.collect()
            }
            Kind::People => {
                let person = annotations.people.iter().map(|it| Finding {
                    words: it.name.clone(),
                    detail: it.role.clone().unwrap_or_default(),
                    ..self.finding(kind, it.first)
                });
                person.collect()
            }
            Kind::Links => {
                let link = document.links().map(|it| Finding {
                    detail: it.url.to_string(),
                    ..self.finding(kind, it.span)
                });
                link.collect()
            }
        }
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
            place: outline.location(block),
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
