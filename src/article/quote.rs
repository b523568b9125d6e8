//! Direct quotes: what stands between quotation marks, and is somebody's words.

pub mod stretch;
pub mod verdict;

use super::marks::Pair;
use super::passage::{Passage, passages};
use super::reading::Reading;
use super::section::Outline;
use super::speaker::{self, Attribution, Spoken};
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::span::Span;
use crate::text::word;
use stretch::{Stretch, stretches};

/// A direct quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words inside the quotation marks.
    pub span: Span,
    /// The block it begins in.
    pub block: BlockId,
    /// Whole sentences, or a fragment.
    pub extent: Extent,
    /// Who said it; `None` when unknown.
    pub speaker: Option<Attribution>,
    /// The words that say that it was said.
    pub cue: Option<Span>,
    /// Whether it goes on with the quote before it, which the writer interrupted.
    pub continues: bool,
    /// The index of the first quote with the same words by the same speaker.
    pub same_as: Option<usize>,
}

/// How much of what was said is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Whole sentences.
    Full,
    /// A fragment worked into the writer's sentence.
    Partial,
}

/// The quotes of an article in reading order.
pub fn quotes(document: &Document, _outline: &Outline) -> Vec<Quote> {
    let passages = passages(document);
    if passages.iter().all(|passage| passage.pairs.is_empty()) {
        return Vec::new();
    }
    let stretches = stretches(&passages.iter().collect::<Vec<_>>());
    let reading = Reading::of(passages);
    let mut quotes = Vec::new();
    let mut before: Option<Spoken> = None;
    for stretch in stretches {
        let speaker = speaker::speaker(&reading, stretch, before.as_ref());
        if !is_quote(&reading, stretch, speaker.as_ref()) {
            continue;
        }
        quotes.extend(quote(&reading, stretch, speaker.as_ref()));
        before = speaker.and_then(|candidate| spoken(&reading, stretch, &candidate));
    }
    quotes
}

fn is_quote(
    reading: &Reading<'_>,
    stretch: Stretch,
    speaker: Option<&speaker::candidate::Candidate>,
) -> bool {
    let evidence = speaker.map_or(speaker::evidence::Evidence::empty(), |it| it.evidence);
    reading
        .scenes
        .get(stretch.first.scene)
        .is_some_and(|scene| {
            verdict::signs(&scene.passage, stretch.first.pair, evidence).weight() >= verdict::LEAST
        })
}

/// What a quote tells of the next one.
pub fn spoken(
    reading: &Reading<'_>,
    stretch: Stretch,
    candidate: &speaker::candidate::Candidate,
) -> Option<Spoken> {
    let scene = reading.scenes.get(stretch.last.scene)?;
    let at = scene.passage.token_of(stretch.last.pair)?;
    let mut end = at + 1;
    if candidate.mention.scene == stretch.last.scene {
        end = end.max(reading.mention(candidate.mention)?.tokens.end);
        if let Some(cue) = candidate.cue.and_then(|cue| scene.cues.get(cue)) {
            end = end.max(cue.tokens.end);
        }
    }
    Some(Spoken {
        stretch,
        mention: candidate.mention,
        end: (stretch.last.scene, end),
    })
}

fn quote(
    reading: &Reading<'_>,
    stretch: Stretch,
    speaker: Option<&speaker::candidate::Candidate>,
) -> Option<Quote> {
    let first = &reading.scenes.get(stretch.first.scene)?.passage;
    let last = &reading.scenes.get(stretch.last.scene)?.passage;
    let (open, close) = (
        first.pairs.get(stretch.first.pair)?,
        last.pairs.get(stretch.last.pair)?,
    );
    let span = first
        .prose
        .span(open.inner.clone())
        .join(last.prose.span(close.inner.clone()));
    let cue = speaker.and_then(|it| {
        let scene = reading.scenes.get(it.mention.scene)?;
        let cue = scene.cues.get(it.cue?)?;
        Some(scene.passage.span(cue.tokens.clone()))
    });
    Some(Quote {
        span,
        block: first.block,
        extent: if is_whole(first, open) {
            Extent::Full
        } else {
            Extent::Partial
        },
        speaker: speaker.and_then(|it| speaker::attribution(reading, it.mention)),
        cue,
        continues: false,
        same_as: None,
    })
}

/// Whether a stretch is whole sentences.
pub fn is_whole(passage: &Passage<'_>, pair: &Pair) -> bool {
    let words = passage.prose.cut(pair.inner.clone()).trim();
    let first = words.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| !c.is_lowercase()) && word::count(words) >= 4 || word::count(words) >= 8
}
