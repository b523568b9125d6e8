//! Candidates: the mentions near a quote that could be its speaker, each with the evidence for it.
//!
//! They come from cues before and behind the quote, from the subjects of sentences without a cue, from the end of the passage before, and
//! from the quote before. Only so many are looked at, so that a search takes the same time in any text.

mod place;

use super::Spoken;
use super::evidence::Evidence;
use crate::article::cue::{Cue, Manner, Order};
use crate::article::lexicon::Traits;
use crate::article::mention::{Link, Mention, Pronoun, Sort};
use crate::article::people::Nature;
use crate::article::reading::{MentionId, Reading};
use crate::article::stretch::Stretch;
use crate::article::token::Tokens;
use place::Place;

/// A mention that could be the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The mention.
    pub mention: MentionId,
    /// The cue that ties it to the quote, by its number in the passage of the mention.
    pub cue: Option<usize>,
    /// What speaks for and against it.
    pub evidence: Evidence,
}

/// How many cues or mentions are looked at on each side.
const NEAREST: usize = 8;

/// The candidates for a stretch; `before` is the quote before it.
pub fn candidates(
    reading: &Reading<'_>,
    stretch: Stretch,
    before: Option<&Spoken>,
) -> Vec<Candidate> {
    let first = Place::of(reading, stretch.first);
    let Some((first, last)) = first.zip(Place::of(reading, stretch.last)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    found.extend(first.cues_before());
    found.extend(last.cues_behind());
    found.extend(first.label());
    found.extend(first.subjects_before());
    found.extend(last.name_behind());
    found.extend(signature(reading, last));
    found.extend(passage_before(reading, first));
    found.extend(before.and_then(|before| first.carried(before)));
    let shape = shape(first, last);
    for candidate in &mut found {
        candidate.evidence |= shape | of_mention(reading, candidate);
    }
    found
}

/// A name under the quote, as under a letter: “…” — *Ann Lee, Kent*.
fn signature(reading: &Reading<'_>, last: Place<'_>) -> Option<Candidate> {
    let line = if last.at + 1 == last.tokens().len() {
        Place::first_of(reading, last.number + 1)?
    } else {
        Place {
            at: last.at + 1,
            ..last
        }
    };
    let start = line.at + 1;
    let mentions = &line.scene.mentions;
    let mention = mentions.partition_point(|mention| mention.tokens.start < start);
    let is_name = mentions
        .get(mention)
        .is_some_and(|name| name.sort == Sort::Name && name.tokens.start == start);
    let is_signed =
        is_name && line.tokens().is_mark(line.at, '—') && is_signature(line.tokens(), start);
    is_signed.then(|| line.candidate(mention, None, Evidence::SIGNED))
}

/// Whether nothing but names, places and ages stands from `start` to the end.
fn is_signature(tokens: Tokens<'_>, start: usize) -> bool {
    const LONGEST: usize = 14;
    const VERB: Traits = Traits::CUE.union(Traits::AUXILIARY).union(Traits::BE);
    let rest = tokens.slice(start..tokens.len());
    rest.len() <= LONGEST
        && !rest
            .iter()
            .any(|token| token.is_stretch() || token.is(VERB) && !token.is_capital())
}

/// The subjects of the last sentence of the passage before, when the quote opens its own.
fn passage_before(reading: &Reading<'_>, first: Place<'_>) -> Vec<Candidate> {
    let before = first.number.checked_sub(1).filter(|_| first.at == 0);
    let Some(place) = before.and_then(|number| Place::last_of(reading, number)) else {
        return Vec::new();
    };
    let mut evidence = Evidence::PASSAGE_BEFORE;
    evidence.set(Evidence::LED_IN, place.tokens().is_mark(place.at, ':'));
    let is_last = |at: usize| place.tokens().is_together(at, place.at);
    let scene = place.scene;
    let from = scene
        .mentions
        .partition_point(|mention| !is_last(mention.tokens.start));
    let subject = (from..scene.mentions.len())
        .take(NEAREST)
        .find(|&at| scene.is_first(at));
    let cue = scene
        .cues
        .iter()
        .enumerate()
        .next_back()
        .filter(|(_, cue)| is_last(cue.tokens.start));
    let without =
        subject.map(|mention| place.candidate(mention, None, evidence | Evidence::CUELESS));
    let with = cue.and_then(|(index, cue)| {
        Some(place.candidate(cue.subject?.mention, Some(index), evidence | of_cue(cue)))
    });
    without.into_iter().chain(with).collect()
}

/// What holds of the quote, whoever spoke.
fn shape(first: Place<'_>, last: Place<'_>) -> Evidence {
    let passage = &first.scene.passage;
    let words = last.words();
    let is_whole = first.number != last.number || passage.is_whole(first.pair);
    let mut shape = Evidence::empty();
    shape.set(Evidence::WHOLE, is_whole);
    shape.set(Evidence::FRAGMENT, !is_whole);
    shape.set(
        Evidence::STOPS,
        words.ends_with('.') && !words.ends_with(".."),
    );
    shape.set(
        Evidence::COLON,
        first.at > 0 && first.tokens().is_mark(first.at - 1, ':'),
    );
    shape.set(Evidence::ALONE, passage.is_all_quotes());
    shape
}

/// What holds of a cue, wherever it stands.
fn of_cue(cue: &Cue) -> Evidence {
    let manner = match cue.manner {
        Manner::Say => Evidence::SAY,
        Manner::Report => Evidence::REPORT,
        Manner::According => Evidence::ACCORDING,
        Manner::Passive => Evidence::PASSIVE,
        Manner::Noun => Evidence::NOUN,
    };
    let is_direct = cue
        .subject
        .is_some_and(|subject| subject.order != Order::Remote);
    manner
        | if is_direct {
            Evidence::DIRECT
        } else {
            Evidence::empty()
        }
}

/// What holds of the mention of a candidate, wherever it stands.
fn of_mention(reading: &Reading<'_>, candidate: &Candidate) -> Evidence {
    let Some(mention) = reading.mention(candidate.mention) else {
        return Evidence::empty();
    };
    let mut evidence = of_words(mention);
    let is_subject = candidate.evidence.contains(Evidence::DIRECT)
        && !candidate.evidence.contains(Evidence::NOUN);
    let is_bound = matches!(
        mention.link,
        Link::Governed | Link::Possessive | Link::Aside
    );
    evidence.set(Evidence::BOUND, is_bound && !is_subject);
    evidence.set(Evidence::ADDRESSED, mention.link == Link::Addressed);
    let nature = reading
        .figure(candidate.mention)
        .map(|figure| figure.nature);
    evidence.set(Evidence::PERSON, nature == Some(Nature::Person));
    evidence.set(Evidence::PLACE, nature == Some(Nature::Place));
    evidence
}

fn of_words(mention: &Mention) -> Evidence {
    match mention.sort {
        Sort::Name => Evidence::NAME,
        Sort::Pronoun(Pronoun::He | Pronoun::She | Pronoun::They) => Evidence::PRONOUN,
        Sort::Pronoun(Pronoun::It) => Evidence::IT,
        Sort::Pronoun(Pronoun::I) => Evidence::WRITER,
        Sort::Role | Sort::People | Sort::Body => Evidence::empty(),
        Sort::Text => Evidence::TEXT,
    }
}
