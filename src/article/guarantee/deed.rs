//! Deeds: what the verb before a noun of commitment does with it.

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
    phrase::simple_before(sentence, at + 1)
        .filter(|&start| sentence.had(start, giving) && !sentence.breaks(start, Gap::PHRASE))
        .map_or(at, |start| start - 1)
}

fn deed(sentence: Sentence<'_>, verb: usize, start: usize) -> Deed {
    let has = |tags| sentence.has(verb, tags);
    let is_aim = sentence.had(verb, Tags::TO) || has(Tags::GERUND);
    let is_direct = verb + 1 == start;
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
    } else if has(Tags::GIVING) {
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
