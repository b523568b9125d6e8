//! An article as the types of the wire.

use super::{CrossRef, Guarantee, Link, Person, Quote, Section, Speaker, Turn, Words};
use crate::article::Annotations;
use crate::article::guarantee::{self, Firmness, GuaranteeKind, Strength};
use crate::article::people::{self, PersonKind};
use crate::article::quote;
use crate::article::section::{self, Outline};
use crate::article::speaker::Attribution;
use crate::article::speech;
use crate::citation::excerpt::Excerpt;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::run;
use crate::text::span::Span;

/// An article with what was found in it.
pub(in crate::cli) struct View<'a> {
    pub(in crate::cli) document: &'a Document,
    pub(in crate::cli) outline: &'a Outline,
    pub(in crate::cli) annotations: &'a Annotations,
    /// Whether weak guarantees are asked for.
    pub(in crate::cli) has_weak: bool,
}

impl View<'_> {
    pub(super) fn sections(&self) -> Vec<Section> {
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

    pub(super) fn quotes(&self) -> Vec<Quote> {
        let describe = |quote: &quote::Quote| Quote {
            text: self.document.excerpt(quote.span).into_owned(),
            span: quote.span.into(),
            section: self.section(quote.block),
            paragraph: self.paragraph(quote.block),
            passages: self.passages(quote.span),
            extent: quote.extent.name(),
            speaker: quote.speaker.as_ref().map(|speaker| self.speaker(speaker)),
            cue: quote.cue.map(|span| self.words(span)),
            continues: quote.continues,
            same_as: quote.same_as,
            fuller: quote.fuller,
        };
        self.annotations.quotes.iter().map(describe).collect()
    }

    pub(super) fn turns(&self) -> Vec<Turn> {
        let describe = |speech: &speech::Speech| Turn {
            text: self.document.excerpt(speech.span).into_owned(),
            span: speech.span.into(),
            section: self.section(speech.block),
            paragraph: self.paragraph(speech.block),
            speaker: self.speaker(&speech.speaker),
        };
        self.annotations.speeches.iter().map(describe).collect()
    }

    /// The guarantees that are asked for. Weak ones are left out unless they are.
    pub(in crate::cli) fn guarantees(&self) -> impl Iterator<Item = &guarantee::Guarantee> {
        let guarantees = self.annotations.guarantees.iter();
        guarantees.filter(|it| self.is_asked_for(it))
    }

    fn is_asked_for(&self, guarantee: &guarantee::Guarantee) -> bool {
        self.has_weak || guarantee.firmness != Firmness::Weak
    }

    /// For each guarantee of the article, its index among those that are asked for.
    fn indices(&self) -> Vec<Option<usize>> {
        let mut next = 0..;
        let all = self.annotations.guarantees.iter();
        all.map(|it| self.is_asked_for(it).then(|| next.next()).flatten())
            .collect()
    }

    pub(super) fn guarantee_records(&self) -> Vec<Guarantee> {
        let indices = self.indices();
        let index = |at: usize| indices.get(at).copied().flatten();
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
        self.guarantees().map(describe).collect()
    }

    pub(super) fn people(&self) -> Vec<Person> {
        let indices = self.indices();
        let describe = |person: &people::Person| {
            let block = self.document.block_at(person.first.start);
            Person {
                name: person.name.clone(),
                kind: kind(person.kind),
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
                    .filter_map(|&at| indices.get(at).copied().flatten())
                    .collect(),
            }
        };
        self.annotations.people.iter().map(describe).collect()
    }

    pub(super) fn links(&self) -> Vec<Link> {
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

    fn link_text(&self, block: BlockId, link: Span) -> String {
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

    /// Words that run over several paragraphs, as they are cited.
    fn passages(&self, span: Span) -> Vec<String> {
        let blocks = self.document.blocks_of(span);
        if blocks.start() == blocks.end() {
            return Vec::new();
        }
        let excerpt = Excerpt::of(self.document, span);
        let passages = excerpt.passages().iter();
        passages.map(|it| it.words().to_owned()).collect()
    }

    fn words(&self, span: Span) -> Words {
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

fn kind(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Person => "person",
        PersonKind::Body => "body",
        PersonKind::Place => "place",
        PersonKind::Unknown => "unknown",
        PersonKind::Described => "described",
        PersonKind::Several => "several",
    }
}
