//! Direct quotes: what stands between quotation marks, and is somebody's words.
//!
//! 1. [`marks`](super::marks) pairs the quotation marks, [`stretch`](super::stretch) joins what runs over paragraphs.
//! 2. [`reading`](super::reading) finds the mentions and cues around them, and who everybody is.
//! 3. [`speaker`] weighs the candidates, and [`verdict`] whether it is a quote at all.
//! 4. [`extent`] tells whole sentences from fragments and halves from wholes, [`echo`] finds the same words again.
//!
//! The words of other languages are found without their speakers: only English says who speaks in words that are known here.

mod echo;
mod extent;
pub mod verdict;

use super::language::Language;
use super::passage::passages;
use super::reading::Reading;
use super::speaker::candidate::Candidate;
use super::speaker::evidence::Evidence;
use super::speaker::{self, Attribution, Spoken};
use super::stretch::{Stretch, stretches};
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::span::Span;

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

/// A stretch that is a quote, and the mention that speaks it.
#[derive(Clone, Copy, Debug)]
struct Said {
    stretch: Stretch,
    speaker: Option<Candidate>,
    /// Whether it is the second half of the one before.
    continues: bool,
}

/// The quotes of an article in reading order. Linear in its length.
pub fn quotes(document: &Document) -> Vec<Quote> {
    let passages = passages(document);
    let stretches = stretches(&passages);
    if stretches.is_empty() {
        return Vec::new();
    }
    let reading = Reading::of(passages);
    let said = said(&reading, &stretches);
    let mut quotes: Vec<_> = said
        .iter()
        .filter_map(|said| quote(&reading, said))
        .collect();
    echo::link(document, &reading, &said, &mut quotes);
    quotes
}

/// Which stretches are quotes, and who speaks each.
fn said(reading: &Reading<'_>, stretches: &[Stretch]) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    let mut before: Option<Spoken> = None;
    for &stretch in stretches {
        let speaker = speaker::speaker(reading, stretch, before.as_ref())
            .filter(|_| reading.language == Language::English);
        let evidence = speaker.map_or(Evidence::empty(), |it| it.evidence);
        if !verdict::is_quote(reading, stretch, evidence) {
            continue;
        }
        before = speaker.and_then(|speaker| Spoken::new(reading, stretch, &speaker));
        let mut next = Said {
            stretch,
            speaker,
            continues: false,
        };
        next.continues = said
            .last()
            .is_some_and(|last| extent::continues(reading, last, &next));
        said.push(next);
    }
    said
}

fn quote(reading: &Reading<'_>, said: &Said) -> Option<Quote> {
    let (scene, pair) = reading.pair(said.stretch.first)?;
    let (last_scene, last_pair) = reading.pair(said.stretch.last)?;
    let start = scene.passage.prose.span(pair.inner.clone());
    let end = last_scene.passage.prose.span(last_pair.inner.clone());
    let cue = said.speaker.and_then(|speaker| {
        let scene = reading.scenes.get(speaker.mention.scene)?;
        let cue = scene.cues.get(speaker.cue?)?;
        Some(scene.passage.span(cue.tokens.clone()))
    });
    Some(Quote {
        span: start.join(end),
        block: scene.passage.block,
        extent: extent::extent(reading, said),
        speaker: said
            .speaker
            .and_then(|speaker| speaker::attribution(reading, &speaker)),
        cue,
        continues: said.continues,
        same_as: None,
    })
}
