//! Commitments by `will` alone: what the speaker says it does, and what it is said to have said.
//!
//! Only acts that whoever announces them controls; `we will win` and `I will be honest` are none.

use std::ops::Range;

use super::Firmness;
use super::cue::Family;
use super::finding::Finding;
use super::lexicon::{self, Tags};
use super::party::{self, Party};
use super::phrase;
use super::token::{Gap, Sentence};
use super::{clause, deed, group};

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

/// A modal with its verb.
struct Announcement<'a> {
    sentence: Sentence<'a>,
    modal: usize,
    act: usize,
}

/// The commitment that the modal at `modal` makes, if it does.
pub(super) fn read(sentence: Sentence<'_>, modal: usize) -> Option<Finding> {
    let is_question = sentence.gap(sentence.len()).contains(Gap::QUESTION);
    let act = verb_after(sentence, modal).filter(|_| !is_question)?;
    let announcement = Announcement {
        sentence,
        modal,
        act,
    };
    let reading = announcement
        .under_agreement()
        .or_else(|| announcement.decreed())
        .or_else(|| announcement.own())
        .or_else(|| announcement.said())?;
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

/// The verb that belongs to a modal: `will soon pay`, `going to pay`, `will, under the accord, pay`.
fn verb_after(sentence: Sentence<'_>, modal: usize) -> Option<usize> {
    let after = if sentence.gap(modal + 1).contains(Gap::COMMA) {
        (modal + 2..modal + LONGEST_OPENING).find(|&at| sentence.gap(at).contains(Gap::COMMA))?
    } else {
        modal + 1
    };
    let is_loose = |at: usize| {
        sentence.has(at, Tags::ADVERB | Tags::NEGATION)
            || sentence.has(modal, Tags::GOING) && sentence.has(at, Tags::TO)
    };
    let verb = (after..after + 3).find(|&at| !is_loose(at))?;
    let is_able = sentence.reads(verb, "be able to") || sentence.reads(verb, "be happy to");
    let verb = verb + if is_able { 3 } else { 0 };
    let is_pointer =
        sentence.is(verb, &["do"]) && sentence.is(verb + 1, &["it", "that", "this", "so"]);
    (verb < sentence.len() && !is_pointer).then_some(verb)
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

impl Announcement<'_> {
    /// `will pay`, `will be working`, and for what will never be, any verb but of a state.
    fn is_act(&self) -> bool {
        let (sentence, act) = (self.sentence, self.act);
        let is_never = (self.modal + 1..act).any(|at| sentence.is(at, &["never"]));
        let is_going_on = sentence.is(act, &["be"]) && is_active(sentence.word(act + 1));
        sentence.has(act, Tags::ACTION)
            || is_going_on
            || is_never && !sentence.has(act, Tags::STATE)
    }

    /// For the first person any verb but those of states and talk: `we will achieve it`; and what one will not be.
    fn is_own_act(&self) -> bool {
        let (sentence, act) = (self.sentence, self.act);
        let is_state = sentence.has(act, Tags::STATE | Tags::AUXILIARY);
        let is_denied = (self.modal + 1..act).any(|at| sentence.has(at, Tags::NEGATION));
        let is_no_state = sentence.is(act, &["be"])
            && is_denied
            && !sentence.has(act + 1, Tags::PAST | Tags::GERUND | Tags::FUNCTION);
        let is_will = sentence.has(self.modal, Tags::WILL);
        self.is_act() || is_no_state || is_will && !is_state
    }

    /// `we will pay`, `our team will answer`, `I’m going to sign`, not `I think we will pay`.
    fn own(&self) -> Option<Reading> {
        let sentence = self.sentence;
        let is_small = |at| sentence.has(at, Tags::ADVERB | Tags::BE);
        let subject = (self.modal.saturating_sub(3)..self.modal)
            .rev()
            .find(|&at| !is_small(at))?;
        let body = phrase::simple_before(sentence, subject + 1)
            .filter(|_| sentence.has(subject, Tags::BODY) && sentence.has(self.modal, Tags::WILL));
        let body = body.filter(|&start| sentence.is(start, &["our"]));
        let start = body.unwrap_or(subject);
        let is_will = sentence.has(self.modal, Tags::WILL)
            || sentence.has(self.modal, Tags::GOING) && !sentence.had(self.act, Tags::NEGATION);
        let is_own = is_will && (sentence.has(subject, Tags::FIRST) || body.is_some());
        (is_own && self.is_own_act() && self.is_open(start)).then_some(Reading {
            start,
            actor: start..subject + 1,
            firmness: Firmness::Firm,
        })
    }

    /// Whether what the subject at `start` will do is not only believed, asked or supposed.
    fn is_open(&self, start: usize) -> bool {
        let sentence = self.sentence;
        let opener = Tags::BELIEF | Tags::CONDITION | Tags::RELATIVE | Tags::SUBORDINATOR;
        let is_that = sentence.had(start, Tags::THAT) && sentence.had(start - 1, Tags::BELIEF);
        sentence.breaks(start, Gap::PHRASE) || !sentence.had(start, opener) && !is_that
    }

    /// `the minister said she would pay`.
    fn said(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        let is_will = sentence.has(modal, Tags::WILL);
        let is_would = sentence.is(modal, &["would", "'d", "’d"]);
        let subject = modal
            .checked_sub(1)
            .filter(|&at| sentence.is(at, &["he", "she", "they", "it"]))?;
        let is_loose = |&at: &usize| {
            sentence.has(
                at,
                Tags::THAT | Tags::TIME | Tags::ADVERB | Tags::PREPOSITION,
            )
        };
        let report = (subject.saturating_sub(5)..subject)
            .rev()
            .find(|at| !is_loose(at))?;
        let is_said = (is_will || is_would) && sentence.is(report, ANNOUNCEMENTS) && self.is_act();
        let form = deed::form(sentence, report);
        let group = group::read(sentence, report, form).filter(|_| is_said)?;
        let actor = group.subject(sentence)?;
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

    /// `Under the deal, the company will pay`, `Sudan will, under the accord, pay`.
    fn under_agreement(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        if sentence.has(self.act, Tags::STATE) || sentence.has(modal, Tags::GOING) {
            return None;
        }
        let actor = phrase::subject(sentence, modal)?;
        let is_inside = sentence.gap(modal + 1).contains(Gap::COMMA);
        if !is_inside && !sentence.gap(actor.start).contains(Gap::COMMA) {
            return None;
        }
        let place = if is_inside {
            modal + 1..self.act
        } else {
            actor.start.saturating_sub(LONGEST_OPENING)..actor.start
        };
        let opening = place.clone().rev().find(|&at| {
            sentence.is(at, &["under"])
                || sentence.reads(at, "as part of")
                || sentence.reads(at, "in line with")
        })?;
        let has = |tags| (opening..place.end).any(|at| sentence.has(at, tags));
        let is_hedged = sentence.has(modal, Tags::MAYBE) || has(Tags::HEDGE);
        let is_own_word = (opening..place.end)
            .any(|at| sentence.is(at, &["commitment", "commitments", "pledge", "promise"]));
        (has(Tags::INSTRUMENT) || is_own_word).then_some(Reading {
            start: opening.min(actor.start),
            actor,
            firmness: if is_hedged {
                Firmness::Potential
            } else {
                Firmness::Firm
            },
        })
    }

    /// `The supplier shall deliver`: what a contract lays on those who sign it.
    fn decreed(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        if !sentence.is(modal, &["shall"]) || sentence.has(self.act, Tags::STATE) {
            return None;
        }
        let actor = phrase::subject(sentence, modal)?;
        let is_party = matches!(party::of(sentence, &actor), Party::Actor | Party::Other);
        let is_denied = actor.clone().any(|at| sentence.has(at, Tags::NEGATION));
        (is_party && !is_denied).then_some(Reading {
            start: actor.start,
            actor,
            firmness: Firmness::Firm,
        })
    }
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
