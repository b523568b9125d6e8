//! What is said: every quoted stretch weighed in turn, with what the one before tells of it.

use super::extent;
use super::verdict::{self, Verdict};
use crate::article::reading::Reading;
use crate::article::reading::marks::Strokes;
use crate::article::reading::stretch::Stretch;
use crate::article::speaker::candidate::{Candidate, candidates};
use crate::article::speaker::evidence::Evidence;
use crate::article::speaker::{Spoken, speaker};

/// A stretch that is a quote, and the mention that speaks it.
#[derive(Clone, Copy, Debug)]
pub(in crate::article) struct Said {
    pub(super) stretch: Stretch,
    pub(super) speaker: Option<Candidate>,
    /// Whether it is the second half of the one before.
    pub(super) continues: bool,
}

/// A stretch with all that was weighed.
#[derive(Debug)]
pub(in crate::article) struct Judgement {
    pub(in crate::article) stretch: Stretch,
    /// All who could speak, in the order in which they were found.
    pub(in crate::article) candidates: Vec<Candidate>,
    /// The likeliest of them.
    pub(in crate::article) speaker: Option<Candidate>,
    pub(in crate::article) verdict: Verdict,
}

/// Which stretches are quotes, and who speaks each. Every judgement on the way is shown to `witness`.
pub(in crate::article) fn said(
    reading: &Reading<'_>,
    mut witness: impl FnMut(&Judgement),
) -> Vec<Said> {
    let custom = verdict::custom(reading);
    let mut said: Vec<Said> = Vec::new();
    let mut before: Option<Spoken> = None;
    let mut last: Option<(Stretch, Verdict)> = None;
    for &stretch in &reading.stretches {
        let mut candidates = candidates(reading, stretch, before.as_ref());
        candidates.retain(|candidate| may_speak(reading, stretch, candidate));
        let speaker = speaker(&candidates).filter(|_| reading.is_english());
        let evidence = speaker.map_or(Evidence::empty(), |it| of_all(&candidates, &it));
        let listed = last.map(|(last, verdict)| verdict.tells(reading, last, stretch));
        let known = custom | listed.unwrap_or_default();
        let judgement = Judgement {
            stretch,
            candidates,
            speaker,
            verdict: Verdict::of(reading, stretch, evidence, known),
        };
        last = Some((stretch, judgement.verdict));
        witness(&judgement);
        if !judgement.verdict.is_quote {
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

/// The evidence for a speaker. Where nothing in it says that anything is said, with that for whoever is the likeliest to say it before
/// it in the sentence: who speaks is one question, whether somebody does another.
fn of_all(candidates: &[Candidate], speaker: &Candidate) -> Evidence {
    let says = |it: &&Candidate| {
        let is_here = it.evidence.contains(Evidence::BEFORE);
        it.cue.is_some() && is_here && it.evidence.weight() > 0.0
    };
    let likelier = |one: &&Candidate, other: &&Candidate| {
        one.evidence.weight().total_cmp(&other.evidence.weight())
    };
    let other = candidates.iter().filter(says).max_by(likelier);
    let other = other.filter(|_| speaker.cue.is_none());
    speaker.evidence | other.map_or(Evidence::empty(), |it| it.evidence)
}

/// Whether a mention may speak a stretch. Without marks only one can who is tied to it by its setting: what stands near says nothing of
/// who speaks in a dialogue, or in an extract.
fn may_speak(reading: &Reading<'_>, stretch: Stretch, candidate: &Candidate) -> bool {
    let strokes = reading.pair(stretch.first).map(|(_, pair)| pair.strokes);
    let tie = match strokes {
        Some(Strokes::Framed) => Evidence::SIGNED | Evidence::LED_IN,
        Some(Strokes::Dashed) => Evidence::TOUCHES_AFTER,
        Some(Strokes::Posted) => Evidence::LABEL,
        _ => return true,
    };
    candidate.evidence.intersects(tie)
}
