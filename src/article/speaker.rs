//! Speakers: who said it.
//!
//! For every quote the mentions around it are [gathered](candidate) with the [evidence] for each and [weighed](weights), and the one that
//! weighs most is the speaker.

pub mod candidate;
pub mod evidence;
pub mod weights;

use super::reading::lexicon::{self, Traits};
use super::reading::stretch::Stretch;
use super::reading::{MentionId, Reading};
use crate::text::span::Span;
use crate::text::tail;
use candidate::Candidate;
use evidence::Evidence;

/// Who a quote or a guarantee is ascribed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// What stands in the text: a name, a pronoun, a description.
    pub mention: Span,
    /// The fullest name that the article gives this person or body.
    pub name: String,
    /// What the article says this person is.
    pub role: Option<String>,
    /// Whether the name is a guess.
    pub is_inferred: bool,
}

/// A quote with its speaker, for what it tells of the next one.
#[derive(Clone, Copy, Debug)]
pub struct Spoken {
    /// The speaker.
    pub mention: MentionId,
    /// The cue, by its number in the passage of the mention.
    pub cue: Option<usize>,
    /// Where the quote and its attribution end: the passage, and the token behind.
    pub end: (usize, usize),
}

impl Spoken {
    /// The stretch said by `speaker`.
    pub fn new(reading: &Reading<'_>, stretch: Stretch, speaker: &Candidate) -> Option<Self> {
        let scene = reading.scenes.get(stretch.last.scene)?;
        let mut end = scene.passage.token_of(stretch.last.pair)? + 1;
        if speaker.mention.scene == stretch.last.scene {
            let cue = speaker.cue.and_then(|cue| scene.cues.get(cue));
            end = end
                .max(reading.mention(speaker.mention)?.tokens.end)
                .max(cue.map_or(0, |cue| cue.tokens.end));
        }
        Some(Self {
            mention: speaker.mention,
            cue: speaker.cue,
            end: (stretch.last.scene, end),
        })
    }
}

/// The most likely speaker of all who could be. Of equals the first one found.
pub fn speaker(candidates: &[Candidate]) -> Option<Candidate> {
    let weighed = candidates.iter().map(|it| (it.evidence.weight(), it));
    weighed
        .filter(|(weight, _)| *weight > 0.0)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| *candidate)
}

/// The attribution to a candidate.
pub fn attribution(reading: &Reading<'_>, speaker: &Candidate) -> Option<Attribution> {
    let passage = &reading.scenes.get(speaker.mention.scene)?.passage;
    let tokens = reading.mention(speaker.mention)?.tokens.clone();
    let figure = reading.figure(speaker.mention);
    let is_guess = reading
        .meaning(speaker.mention)
        .is_some_and(|meaning| meaning.is_guess);
    Some(Attribution {
        mention: passage.span(tokens.clone()),
        name: figure.map_or_else(
            || described(&passage.told().text(tokens)),
            |figure| figure.name.clone(),
        ),
        role: figure.and_then(|figure| figure.role.clone()),
        is_inferred: is_guess || !speaker.evidence.intersects(SURE),
    })
}

/// A description as it reads within a sentence: the same one at the beginning of another is nobody else.
pub fn described(words: &str) -> String {
    const SMALL: Traits = Traits::DETERMINER
        .union(Traits::PRONOUN)
        .union(Traits::MODIFIER);
    let first = words.split(' ').next().unwrap_or_default();
    let is_small = lexicon::traits(first).intersects(SMALL)
        && !lexicon::traits(first).intersects(Traits::DEMONYM | Traits::PLACE)
        && !matches!(first, "I");
    if is_small && !first.contains(char::is_numeric) {
        first.to_lowercase() + tail(words, first.len())
    } else {
        words.to_owned()
    }
}

/// Evidence of which one piece ties a quote to its speaker by more than standing near.
const SURE: Evidence = Evidence::TOUCHES_BEFORE
    .union(Evidence::TOUCHES_AFTER)
    .union(Evidence::SAY)
    .union(Evidence::REPORT)
    .union(Evidence::ACCORDING)
    .union(Evidence::NOUN)
    .union(Evidence::LABEL)
    .union(Evidence::SIGNED)
    .union(Evidence::CARRIED);
