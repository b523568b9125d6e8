//! Direct quotes: what stands between quotation marks, and is somebody's words.
//!
//! 1. [`marks`](super::reading::marks) pairs the quotation marks, [`stretch`](super::reading::stretch) joins what runs over paragraphs.
//! 2. [`reading`](super::reading) finds the mentions and cues around them, and who everybody is.
//! 3. [`speaker`] weighs the candidates, and [`verdict`] whether it is a quote at all.
//!    `wording` and `surroundings` see what tells, the [`signs`]; code is none, says `code`.
//! 4. `extent` tells whole sentences from fragments and halves from wholes, `echo` finds the same words again.
//!
//! The words of other languages are found without their speakers: only English says who speaks in words that are known here.

mod echo;
mod extent;
pub(super) mod said;
pub mod signs;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod verdict;

use super::reading::cue::Cue;
use super::reading::{OnDemand, Reading};
use super::speaker::{self, Attribution};
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::order;
use crate::text::quotation;
use crate::text::span::Span;
use said::{Said, said};

/// Bytes before a quote in which the mark stands that opens it, with what stands around that, such as emphasis.
const LONGEST_OPENING: u32 = 16;

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
    /// Of a fragment, the index of a fuller quote that has its words.
    pub fuller: Option<usize>,
}

impl Quote {
    /// What a reader sees of the words, without the marks with which their further paragraphs open.
    pub fn words(&self, document: &Document) -> String {
        let has_marks = self.has_marks(document);
        let mut words = String::new();
        let mut id = self.block;
        while let Some(block) = document
            .block(id)
            .filter(|block| block.span.start < self.span.end)
        {
            let part = document.visible(block.span.intersection(self.span));
            let part = if has_marks && id != self.block {
                quotation::continued(&part)
            } else {
                &part
            };
            if !words.is_empty() && !part.is_empty() {
                words.push(' ');
            }
            words.push_str(part);
            id = id.next();
        }
        words
    }

    /// The marks to show it in: guillemets, with their spaces, where the writer has such, or else those of English.
    pub fn marks(&self, document: &Document) -> (String, String) {
        let before = self.before(document);
        let mark = before.trim_end().chars().next_back();
        let closes = mark.and_then(|mark| order::mirrored(mark.encode_utf8(&mut [0; 4])));
        match (mark, closes) {
            (Some(opens @ ('«' | '»' | '‹' | '›')), Some(closes)) => {
                let gap = crate::text::tail(&before, before.trim_end().len());
                (format!("{opens}{gap}"), format!("{gap}{closes}"))
            }
            _ => ("“".to_owned(), "”".to_owned()),
        }
    }

    /// Whether it stands between marks, and is no block quotation.
    fn has_marks(&self, document: &Document) -> bool {
        quotation::opens(&self.before(document))
    }

    /// What a reader sees right before it.
    fn before(&self, document: &Document) -> String {
        let start = document.block(self.block).map_or(0, |it| it.span.start);
        let from = document.char_start(self.span.start.saturating_sub(LONGEST_OPENING));
        document.visible(Span::new(from.max(start), self.span.start))
    }
}

/// How much of what was said is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Whole sentences.
    Full,
    /// A fragment worked into the writer's sentence.
    Partial,
}

impl Extent {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
        }
    }
}

/// The quotes of an article in reading order. Linear in its length.
pub fn quotes(document: &Document, reading: &OnDemand<'_>) -> Vec<Quote> {
    if !reading.has_pairs() {
        return Vec::new();
    }
    let said = said(reading.get(), |_| ());
    let mut quotes: Vec<_> = said
        .iter()
        .filter_map(|said| quote(reading.get(), said))
        .collect();
    echo::link(document, reading, &said, &mut quotes);
    quotes
}

/// The quote that is made of what is said.
fn quote(reading: &Reading<'_>, said: &Said) -> Option<Quote> {
    let (scene, pair) = reading.pair(said.stretch.first)?;
    let (last_scene, last_pair) = reading.pair(said.stretch.last)?;
    let start = scene.passage.prose.span(pair.inner.clone());
    let end = last_scene.passage.prose.span(last_pair.inner.clone());
    let extent = extent::extent(reading, said);
    let cue = said.speaker.and_then(|speaker| {
        let scene = reading.scenes.get(speaker.mention.scene)?;
        let cue = scene.cues.get(speaker.cue?)?;
        let is_shown = extent == Extent::Full || is_near(reading, said, speaker.mention.scene, cue);
        is_shown.then_some(())?;
        Some(scene.passage.span(cue.tokens.clone()))
    });
    Some(Quote {
        span: start.join(end),
        block: scene.passage.block,
        extent,
        speaker: said.speaker.and_then(|speaker| {
            let mut attribution = speaker::attribution(reading, &speaker)?;
            attribution.is_inferred |=
                extent == Extent::Partial && speaker::is_borrowed(speaker.evidence);
            Some(attribution)
        }),
        cue,
        continues: said.continues,
        same_as: None,
        fuller: None,
    })
}

/// Whether a cue of the passage `number` stands in a sentence of the quote. One of another sentence says nothing of a fragment.
fn is_near(reading: &Reading<'_>, said: &Said, number: usize, cue: &Cue) -> bool {
    let ends = [said.stretch.first, said.stretch.last];
    ends.iter().any(|id| {
        let scene = reading.scenes.get(id.scene).filter(|_| id.scene == number);
        scene.is_some_and(|scene| {
            let at = scene.passage.token_of(id.pair);
            at.is_some_and(|at| scene.passage.told().is_together(cue.tokens.start, at))
        })
    })
}
