//! Speakers: who said it.
//!
//! For every quote the mentions around it are [weighed](evidence), and the one that weighs most is the speaker.

pub mod candidate;
pub mod evidence;

use super::people::FigureId;
use super::quote::stretch::Stretch;
use super::reading::{MentionId, Reading};
use crate::text::span::Span;
use candidate::{Candidate, candidates};
use evidence::LEAST;

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

/// A quote before it, for what it tells of the next one.
#[derive(Clone, Copy, Debug)]
pub struct Spoken {
    /// The stretch.
    pub stretch: Stretch,
    /// Its speaker.
    pub mention: MentionId,
    /// Where its attribution ends: passage, token.
    pub end: (usize, usize),
}

/// The most likely speaker of a stretch, given the one before it.
pub fn speaker(
    reading: &Reading<'_>,
    stretch: Stretch,
    before: Option<&Spoken>,
) -> Option<Candidate> {
    candidates(reading, stretch, before)
        .into_iter()
        .map(|candidate| (candidate.evidence.weight(), candidate))
        .filter(|(weight, _)| *weight >= LEAST)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

/// The attribution to a mention.
pub fn attribution(reading: &Reading<'_>, id: MentionId) -> Option<Attribution> {
    let scene = reading.scenes.get(id.scene)?;
    let mention = reading.mention(id)?;
    let figure = reading.figure(id).and_then(|id| reading.people.figure(id));
    let words = || scene.passage.told().text(mention.tokens.clone());
    Some(Attribution {
        mention: scene.passage.span(mention.tokens.clone()),
        name: figure.map_or_else(words, |figure| figure.name.clone()),
        role: figure.and_then(|figure| figure.role.clone()),
        is_inferred: false,
    })
}

/// Whom a candidate means.
pub fn figure(reading: &Reading<'_>, candidate: &Candidate) -> Option<FigureId> {
    reading.figure(candidate.mention)
}
