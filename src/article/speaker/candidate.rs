//! Candidates: the mentions near a quote that could be its speaker, each with the evidence for it.
//!
//! They come from cues before and behind the quote, from the subjects of sentences without a cue, from the end of the passage before, and
//! from the quote before. Only so many are looked at, so that a search takes the same time in any text.

mod about;
mod place;
mod tie;

use super::Spoken;
use super::evidence::Evidence;
use crate::article::reading::cue::{Cue, CueKind, Order};
use crate::article::reading::lexicon::Traits;
use crate::article::reading::mention::{Link, Sort};
use crate::article::reading::people::Nature;
use crate::article::reading::stretch::Stretch;
use crate::article::reading::token::Token;
use crate::article::reading::{MentionId, Reading};
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
    let mut found = Vec::with_capacity(4 * NEAREST);
    found.extend(first.cues_before());
    found.extend(last.cues_behind());
    found.extend(first.label());
    found.extend(first.gapped(before));
    found.extend(first.felt());
    found.extend(first.subjects_before());
    found.extend(last.name_behind());
    found.extend(last.headlined(first));
    found.extend(signature(reading, first, last));
    found.extend(footing(reading, first, last, before));
    found.extend(heading(reading, first, before));
    found.extend(passage_before(reading, first));
    found.extend(before.and_then(|before| first.carried(before)));
    if first.scene.passive_before(first.at).is_some() {
        found.retain(says_here); // not the one of whom it is said, nor those around
    }
    let shape = about::quote(first, last);
    for candidate in &mut found {
        candidate.evidence |= shape
            | tie(first, last, candidate)
            | about::mention(reading, candidate)
            | about::person(reading, candidate, before);
    }
    found
}

/// Whether a candidate has a cue in the sentence of the quote.
fn says_here(candidate: &Candidate) -> bool {
    let is_here = candidate
        .evidence
        .intersects(Evidence::BEFORE | Evidence::AFTER);
    is_here && candidate.cue.is_some() && !candidate.evidence.contains(Evidence::CARRIED)
}

/// A name behind the quote, as under a letter: “…” — *Ann Lee, Kent*. Without a dash or brackets nothing else may stand behind it.
fn signature(reading: &Reading<'_>, first: Place<'_>, last: Place<'_>) -> Option<Candidate> {
    let start = last.at + 1;
    let has_mark = ['—', '('].iter().any(|&c| last.tokens().is_mark(start, c));
    let stands_free = first.at <= 1 && last.is_over();
    let name = if has_mark && stands_free {
        name_at(last, start + 1)
    } else {
        name_line(last, start + usize::from(has_mark))
    };
    let candidate = last.candidate(name?, None, Evidence::SIGNED);
    let is_dash = last.tokens().is_mark(start, '—');
    (is_dash || stands_free && is_person(reading, &candidate)).then_some(candidate)
}

/// A name under the quote: on a line of its own it needs no dash, but then the line above must not be such a name that is still to be
/// used. Names stand either over the quotes of a list or under them.
fn footing(
    reading: &Reading<'_>,
    first: Place<'_>,
    last: Place<'_>,
    before: Option<&Spoken>,
) -> Option<Candidate> {
    let ends_passage = last.at + 1 == last.tokens().len();
    let line = Place::first_of(reading, last.number + 1).filter(|_| ends_passage)?;
    let has_dash = line.tokens().is_mark(0, '—');
    let candidate = line.candidate(
        name_line(line, usize::from(has_dash))?,
        None,
        Evidence::SIGNED,
    );
    let is_line = first.at == 0 && is_person(reading, &candidate);
    let is_signed = has_dash || is_line && heading(reading, first, before).is_none();
    is_signed.then_some(candidate)
}

/// A name over the quote: a line of its own that was not the signature of the quote before.
fn heading(reading: &Reading<'_>, first: Place<'_>, before: Option<&Spoken>) -> Option<Candidate> {
    let number = first.number.checked_sub(1).filter(|_| first.at == 0)?;
    let line = Place::first_of(reading, number)?;
    let candidate = line.candidate(name_line(line, 0)?, None, Evidence::SIGNED);
    let is_used = before.is_some_and(|before| before.mention.scene == number);
    (!is_used && is_person(reading, &candidate)).then_some(candidate)
}

fn is_person(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let figure = reading.figure(candidate.mention);
    figure.is_some_and(|figure| figure.nature == Nature::Person)
}

/// The name with which the rest of a passage begins, if nothing but names, places and ages follow.
fn name_line(line: Place<'_>, start: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    const VERB: Traits = Traits::CUE.union(Traits::AUXILIARY).union(Traits::BE);
    let tokens = line.tokens();
    let rest = tokens.slice(start..tokens.len());
    let is_verb = |token: &Token| token.is(VERB) && !token.is_capital();
    let is_line = rest.len() <= LONGEST
        && !rest
            .iter()
            .any(|token| token.is_stretch() || is_verb(token));
    name_at(line, start).filter(|_| is_line)
}

/// The name that begins at the token `start`.
fn name_at(line: Place<'_>, start: usize) -> Option<usize> {
    let mentions = &line.scene.mentions;
    let mention = mentions.partition_point(|mention| mention.tokens.start < start);
    let name = mentions.get(mention)?;
    let is_name = name.sort == Sort::Name && name.tokens.start == start;
    (is_name && matches!(name.link, Link::Free | Link::Aside)).then_some(mention)
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

/// What ties a candidate to the end of the quote that is nearer.
fn tie(first: Place<'_>, last: Place<'_>, candidate: &Candidate) -> Evidence {
    let is_behind = first.number != last.number && candidate.mention.scene == last.number;
    let place = if is_behind { last } else { first };
    place.tie(candidate)
}

/// What holds of a cue, wherever it stands.
fn of_cue(cue: &Cue) -> Evidence {
    let kind = match cue.kind {
        CueKind::Say => Evidence::SAY,
        CueKind::Report => Evidence::REPORT,
        CueKind::According => Evidence::ACCORDING,
        CueKind::Passive => Evidence::PASSIVE,
        CueKind::Noun => Evidence::NOUN,
    };
    let is_direct = cue
        .subject
        .is_some_and(|subject| subject.order != Order::Remote);
    kind | if is_direct {
        Evidence::DIRECT
    } else {
        Evidence::empty()
    }
}
