//! Commitments by `will` alone: what the speaker says it does, and what it is said to have said.
//!
//! Only acts that whoever announces them controls; `we will win` and `I will be honest` are none.

use std::ops::Range;

use super::clause;
use super::cue::Family;
use super::finding::Finding;
use super::lexicon::{self, Tags};
use super::phrase;
use super::token::{Gap, Sentence};
use super::{Firmness, item};

/// How far back an agreement may stand (`under the deal reached last week in Paris, …`), in words.
const LONGEST_OPENING: usize = 24;

/// Verbs after which `she will` is her own word.
const ANNOUNCEMENTS: &[&str] = &[
    "said",
    "says",
    "announced",
    "declared",
    "stated",
    "confirmed",
];

/// Who announces what, and how surely.
struct Reading {
    start: usize,
    actor: Range<usize>,
    firmness: Firmness,
}

/// The commitment that the modal at `modal` makes, if it does.
pub(super) fn read(sentence: Sentence<'_>, modal: usize) -> Option<Finding> {
    let is_question = sentence.gap(sentence.len()).contains(Gap::QUESTION);
    let act = act(sentence, modal).filter(|_| !is_question)?;
    let reading = under_agreement(sentence, modal)
        .or_else(|| own(sentence, modal))
        .or_else(|| said(sentence, modal))?;
    let words = reading.start..clause::end(sentence, act);
    let is_conditional = clause::is_conditional(sentence, words.clone());
    let firmness = match reading.firmness {
        Firmness::Firm if is_conditional => Firmness::Conditional,
        firmness => firmness,
    };
    Some(Finding {
        words,
        actor: Some(reading.actor),
        cue: modal..modal + 1,
        family: Family::Will,
        firmness,
    })
}

/// The verb after a modal when it is an act: `will pay`, `will be working`, and for what will never be, any but a state.
fn act(sentence: Sentence<'_>, modal: usize) -> Option<usize> {
    let after = modal + 1..modal + 4;
    let act = after
        .clone()
        .find(|&at| !sentence.has(at, Tags::ADVERB | Tags::NEGATION))?;
    if sentence.is(act, &["do"]) && sentence.is(act + 1, &["it", "that", "this", "so"]) {
        return None;
    }
    let is_never = (modal + 1..act).any(|at| sentence.is(at, &["never"]));
    let is_going_on = sentence.is(act, &["be"]) && is_active(sentence.word(act + 1));
    let is_act = sentence.has(act, Tags::ACTION)
        || is_going_on
        || is_never && act < sentence.len() && !sentence.is(act, item::STATES);
    is_act.then_some(act)
}

/// Whether a form in `-ing` belongs to a verb of action.
fn is_active(word: &str) -> bool {
    let Some(stem) = word.strip_suffix("ing") else {
        return false;
    };
    let is_action =
        |verb: &str| lexicon::entry(verb).is_some_and(|entry| entry.tags.contains(Tags::ACTION));
    is_action(stem) || is_action(&format!("{stem}e"))
}

/// `we will pay`, not `I think we will pay`.
fn own(sentence: Sentence<'_>, modal: usize) -> Option<Reading> {
    let subject = (modal.saturating_sub(3)..modal)
        .rev()
        .find(|&at| !sentence.has(at, Tags::ADVERB))?;
    let is_own = sentence.has(modal, Tags::WILL) && sentence.has(subject, Tags::FIRST);
    let opener = Tags::BELIEF | Tags::CONDITION | Tags::RELATIVE | Tags::SUBORDINATOR;
    let is_that = sentence.had(subject, Tags::THAT) && sentence.had(subject - 1, Tags::BELIEF);
    let is_open =
        sentence.breaks(subject, Gap::PHRASE) || !sentence.had(subject, opener) && !is_that;
    (is_own && is_open).then_some(Reading {
        start: subject,
        actor: subject..subject + 1,
        firmness: Firmness::Firm,
    })
}

/// `the minister said she would pay`.
fn said(sentence: Sentence<'_>, modal: usize) -> Option<Reading> {
    let is_will = sentence.has(modal, Tags::WILL);
    let is_would = sentence.is(modal, &["would", "'d", "’d"]);
    let subject = modal
        .checked_sub(1)
        .filter(|&at| sentence.is(at, &["he", "she", "they", "it"]))?;
    let report = (subject.saturating_sub(4)..subject)
        .rev()
        .find(|&at| !sentence.has(at, Tags::THAT | Tags::TIME | Tags::ADVERB))?;
    let is_said = (is_will || is_would) && sentence.is(report, ANNOUNCEMENTS);
    let actor = is_said
        .then(|| phrase::subject(sentence, report))
        .flatten()?;
    Some(Reading {
        start: actor.start,
        actor,
        firmness: if is_will {
            Firmness::Firm
        } else {
            Firmness::Weak
        },
    })
}

/// `Under the deal, the company will pay`.
fn under_agreement(sentence: Sentence<'_>, modal: usize) -> Option<Reading> {
    let actor = phrase::subject(sentence, modal)?;
    if !sentence.gap(actor.start).contains(Gap::COMMA) {
        return None;
    }
    let from = actor.start.saturating_sub(LONGEST_OPENING);
    let opening = (from..actor.start)
        .rev()
        .find(|&at| sentence.is(at, &["under"]))?;
    let has = |tags| (opening..actor.start).any(|at| sentence.has(at, tags));
    let is_hedged = sentence.has(modal, Tags::MAYBE) || has(Tags::HEDGE);
    has(Tags::INSTRUMENT).then_some(Reading {
        start: opening,
        actor,
        firmness: if is_hedged {
            Firmness::Potential
        } else {
            Firmness::Firm
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_none};
    use super::Firmness::{Conditional, Firm, Weak};

    #[test]
    fn the_speaker_announces_its_own_acts() {
        check(
            "“We will rebuild the school,” she said.",
            &[(Firm, "We", "We will rebuild the school")],
        );
        check(
            "We won’t share your address.",
            &[(Firm, "We", "We won’t share your address")],
        );
        check(
            "“I’ll never eat there again.”",
            &[(Firm, "I", "I’ll never eat there again")],
        );
        check(
            "We will be working on it.",
            &[(Firm, "We", "We will be working on it")],
        );
        check(
            "If elected, I will lower the fees.",
            &[(Conditional, "I", "I will lower the fees")],
        );
    }

    #[test]
    fn what_somebody_said_it_would_do_is_weak() {
        check(
            "The firm said it would pay in May.",
            &[(Weak, "The firm", "The firm said it would pay in May")],
        );
        check(
            "The firm says it will pay in May.",
            &[(Firm, "The firm", "The firm says it will pay in May")],
        );
        check(
            "The firm said it would help and promised to pay.",
            &[(
                Firm,
                "The firm",
                "The firm said it would help and promised to pay",
            )],
        );
    }

    #[test]
    fn an_agreement_says_what_its_parties_do() {
        check(
            "Under the settlement, the state will pay $4 million.",
            &[(
                Firm,
                "the state",
                "Under the settlement, the state will pay $4 million",
            )],
        );
    }

    #[test]
    fn forecasts_and_talk_are_none() {
        check_none(&[
            "“We will win this,” he said.",
            "“I will tell you a story,” he said.",
            "“I think we will build houses,” he said.",
            "We will never know what happened.",
            "“I’ll do it,” he said.",
            "Prices will rise next year.",
            "The team will play in Rome on Friday.",
        ]);
    }
}
