//! Hearsay: others who say what somebody has promised, `according to the union`.

use std::ops::Range;

use super::lexicon::Tags;
use super::party;
use super::phrase;
use super::token::{Gap, Sentence};

/// Papers and people that speak for whoever gives the promise: `according to its statement`, `according to a spokesman`. From general
/// knowledge of English.
const OWN_VOICES: &[&str] = &[
    "announcement",
    "company",
    "contract",
    "document",
    "documents",
    "filing",
    "firm",
    "letter",
    "manifesto",
    "ministry",
    "minister",
    "official",
    "officials",
    "plan",
    "plans",
    "release",
    "schedule",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "statement",
    "terms",
    "text",
    "website",
];

/// Those who only judge and foresee: by their word nobody does anything. From general knowledge of English.
const ONLOOKERS: &[&str] = &[
    "analyst",
    "analysts",
    "commentator",
    "commentators",
    "economist",
    "economists",
    "expert",
    "experts",
    "forecaster",
    "forecasters",
    "historian",
    "historians",
    "observer",
    "observers",
    "pollster",
    "pollsters",
    "researcher",
    "researchers",
    "scientist",
    "scientists",
];

/// Those who are against somebody: what they say of others is what they fear or foretell. From general knowledge of English.
const RIVALS: &[&str] = &[
    "critic",
    "critics",
    "detractor",
    "detractors",
    "opponent",
    "opponents",
    "opposition",
    "rival",
    "rivals",
];

/// Those who speak of others rather than for them. From general knowledge of English.
const OUTSIDERS: &[&str] = &[
    "activist",
    "activists",
    "campaigner",
    "campaigners",
    "charity",
    "insider",
    "insiders",
    "media",
    "newspaper",
    "paper",
    "people",
    "person",
    "report",
    "reports",
    "source",
    "sources",
    "union",
    "unions",
];

/// In what capacity somebody speaks of what another one will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// For the one who acts.
    Own,
    /// Of it, as one who has heard.
    Outside,
    /// As one who only foresees.
    Onlooker,
}

/// How the words of a phrase speak of what others do.
pub(super) fn voice(sentence: Sentence<'_>, phrase: &Range<usize>) -> Voice {
    let head = party::head(sentence, phrase);
    let is_rival = phrase.clone().any(|at| sentence.is(at, RIVALS));
    if sentence.is(head, ONLOOKERS) || is_rival {
        Voice::Onlooker
    } else if sentence.is(head, OUTSIDERS) {
        Voice::Outside
    } else {
        Voice::Own
    }
}

/// Whether a phrase names somebody who is called so to stay unnamed: what `it` does is never their act.
pub(super) fn is_insider(sentence: Sentence<'_>, phrase: &Range<usize>) -> bool {
    let insiders = [
        "insider", "insiders", "people", "person", "source", "sources",
    ];
    sentence.is(party::head(sentence, phrase), &insiders)
}

/// Whether whoever a phrase names is against somebody: `my opponent`.
pub(super) fn is_rival(sentence: Sentence<'_>, phrase: &Range<usize>) -> bool {
    sentence.is(party::head(sentence, phrase), RIVALS)
}

/// Whether the sentence says so `according to` somebody who is not the actor.
pub(super) fn is_told_by_others(sentence: Sentence<'_>, actor: Option<&Range<usize>>) -> bool {
    let mut sources = (0..sentence.len()).filter_map(|at| source(sentence, at));
    sources.any(|source| is_other(sentence, &source, actor))
}

/// Who is named behind `according to` at `at`.
pub(super) fn source(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + 2;
    // Behind `to` a bare noun could be a verb, but for the words before it.
    let is_one = sentence.breaks(start + 1, Gap::PHRASE);
    let later = start + usize::from(!is_one);
    let end = phrase::end_after(sentence, start).max(phrase::end_after(sentence, later));
    (sentence.reads(at, "according to") && end > start).then_some(start..end)
}

fn is_other(sentence: Sentence<'_>, source: &Range<usize>, actor: Option<&Range<usize>>) -> bool {
    let is_own = sentence.has(source.start, Tags::POSSESSIVE | Tags::OBJECT)
        || source
            .clone()
            .any(|at| sentence.is(at, OWN_VOICES) || sentence.has(at, Tags::INSTRUMENT));
    let names_actor = actor.is_some_and(|actor| {
        let mut words = actor.clone();
        let is_name = |at: &usize| !sentence.has(*at, Tags::FUNCTION);
        let is_in_source = |at: usize| {
            let word = sentence.word(at);
            source
                .clone()
                .any(|at| sentence.word(at).eq_ignore_ascii_case(word))
        };
        words.any(|at| is_name(&at) && is_in_source(at))
    });
    let is_time = sentence.has(source.start, Tags::TIME | Tags::NUMBER)
        || sentence.gap(source.start).contains(Gap::MONEY);
    !is_own && !names_actor && !is_time
}
