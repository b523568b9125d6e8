//! Deeds: what the verb before a noun of commitment does with it.

use std::ops::Range;

use super::cue::Form;
use super::lexicon::Tags;
use super::phrase;
use super::token::{Gap, Sentence};

/// What is done with a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// `made a promise`
    Bind,
    /// `kept its promise`
    Keep,
    /// `offered a guarantee`
    Offer,
    /// `negotiations to secure guarantees`
    Seek,
    /// `received assurances`, `broke the pledge`
    Presuppose,
    /// `demanded a commitment`, `refused a promise`
    Demand,
    /// Nothing that is known.
    None,
}

/// Verbs that demand only with `for` or `on` behind them.
const ASKING_FOR: &[&str] = &[
    "ask", "asks", "asked", "asking", "call", "calls", "called", "calling", "press", "pressed",
    "pressing", "push", "pushed", "pushing",
];

/// How many small words may stand between the verb and the phrase: `stood firmly by its promise`.
const MOST_SMALL_WORDS: usize = 2;

/// What is done with the phrase that begins at `start`, and the verb that says so.
pub(super) fn before(sentence: Sentence<'_>, start: usize) -> (Deed, Option<usize>) {
    let first = (start..start + MOST_SMALL_WORDS).find(|&at| !sentence.has(at, Tags::ADVERB));
    let participle = first.filter(|&at| sentence.has(at, Tags::BREAKING | Tags::KEEPING));
    if let Some(verb) = participle.filter(|_| sentence.had(start, Tags::HAVE | Tags::ADVERB)) {
        return (deed(sentence, verb, verb + 1), Some(verb)); // `have often broken promises`
    }
    if sentence.breaks(start, Gap::PHRASE) {
        return (Deed::None, None);
    }
    let is_small = |&at: &usize| sentence.has(at, Tags::ADVERB | Tags::PREPOSITION);
    let earliest = start.saturating_sub(1 + MOST_SMALL_WORDS);
    let nearest = (earliest..start)
        .rev()
        .find(|at| !is_small(at))
        .unwrap_or(earliest);
    let verb = over_recipient(sentence, nearest);
    (deed(sentence, verb, start), Some(verb))
}

/// The verb before the recipient that ends at `at` (`gave the fans an assurance`), or `at`.
fn over_recipient(sentence: Sentence<'_>, at: usize) -> usize {
    let giving = Tags::GIVING | Tags::SECURING | Tags::GETTING | Tags::DIRECTIVE;
    if sentence.has(at, Tags::BREAKING | Tags::KEEPING) {
        return at;
    }
    let Some(start) = phrase::simple_before(sentence, at + 1) else {
        return at;
    };
    let is_given = sentence.had(start, giving) && !sentence.breaks(start, Gap::PHRASE);
    let before = is_given.then(|| start - 1);
    let inside = || giving_verb(sentence, &(start..at + 1));
    before.or_else(inside).unwrap_or(at)
}

/// The verb in words that look like a phrase: `could offer Kyiv`, not `the offer`.
pub(super) fn giving_verb(sentence: Sentence<'_>, phrase: &Range<usize>) -> Option<usize> {
    let is_verb = |&at: &usize| {
        let before = Tags::MODAL | Tags::TO | Tags::ADVERB | Tags::SUBJECT;
        sentence.has(at, Tags::GIVING) && sentence.had(at, before)
    };
    (phrase.start..phrase.end.saturating_sub(1))
        .rev()
        .find(is_verb)
}

fn deed(sentence: Sentence<'_>, verb: usize, start: usize) -> Deed {
    let has = |tags| sentence.has(verb, tags);
    let is_aim = sentence.had(verb, Tags::TO) || has(Tags::GERUND);
    let is_direct = verb + 1 == start;
    let is_kept = has(Tags::KEEPING) && !is_direct; // `delivered on its promise`
    let asks_for = !(is_direct && sentence.is(verb, ASKING_FOR));
    let is_demand = has(Tags::DIRECTIVE) && !has(Tags::SECURING) && asks_for;
    if has(Tags::REFUSAL) || is_demand {
        Deed::Demand
    } else if has(Tags::SECURING) || has(Tags::GETTING) && is_aim {
        Deed::Seek
    } else if has(Tags::GETTING | Tags::BREAKING) {
        Deed::Presuppose
    } else if sentence.is(verb, &["offer", "offers", "offered", "offering"]) {
        Deed::Offer
    } else if has(Tags::GIVING) && !is_kept {
        Deed::Bind
    } else if has(Tags::KEEPING) {
        Deed::Keep
    } else {
        Deed::None
    }
}

/// The form that the verb at `verb` has; what is unknown counts as past.
pub(super) fn form(sentence: Sentence<'_>, verb: usize) -> Form {
    let word = sentence.word(verb);
    if word.ends_with("ing") {
        Form::Gerund
    } else if sentence.has(verb, Tags::HAVE) || word.ends_with('s') {
        Form::Present
    } else {
        Form::Past
    }
}
