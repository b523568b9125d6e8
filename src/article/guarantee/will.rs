//! Commitments by `will` alone: what the speaker says it does, what it is said to have said, and what an agreement or a bargain says.
//!
//! Only acts that whoever announces them controls; `we will win` and `I will be honest` are none.

mod bargain;
mod price;
mod report;
mod terms;

use std::ops::Range;

use super::cue::Family;
use super::finding::Finding;
use super::lexicon::{self, Tags};
use super::party::{self, Party};
use super::token::{Gap, Sentence};
use super::{Firmness, clause, phrase};

/// How far back an agreement may stand (`under the deal reached last week in Paris, …`), in words.
const LONGEST_OPENING: usize = 24;

/// Who announces what, and how surely.
struct Reading {
    start: usize,
    /// `None` where the act is done by nobody named.
    actor: Option<Range<usize>>,
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
        .or_else(|| announcement.by_agreement())
        .or_else(|| announcement.decreed())
        .or_else(|| announcement.own())
        .or_else(|| announcement.said())
        .or_else(|| announcement.said_behind())
        .or_else(|| announcement.bargained())
        .or_else(|| announcement.priced())
        .or_else(|| announcement.willing())?;
    let words = reading.start..clause::end(sentence, act);
    let is_conditional = clause::is_conditional(sentence, words.clone());
    let firmness = match reading.firmness {
        Firmness::Firm if is_conditional => Firmness::Conditional,
        firmness => firmness,
    };
    Some(Finding {
        words,
        actor: reading.actor,
        cue: modal..modal + 1,
        family: Family::Will,
        firmness,
    })
}

/// Whether a word says what somebody will do, and can make a commitment by itself: `will`, `would`, `going to`.
pub(super) fn is_announcing(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.has(at, Tags::WILL | Tags::WILLING)
        || sentence.is(at, &["would", "'d", "’d"])
        || sentence.has(at, Tags::GOING) && sentence.has(at + 1, Tags::TO)
}

/// What is seen around a modal that makes no commitment, in words.
pub(super) fn seen(sentence: Sentence<'_>, modal: usize) -> Vec<&'static str> {
    let Some(act) = verb_after(sentence, modal) else {
        return vec!["no verb that belongs to it"];
    };
    let announcement = Announcement {
        sentence,
        modal,
        act,
    };
    let subject = phrase::subject(sentence, modal).filter(|it| !it.is_empty());
    let is_spoken = subject
        .as_ref()
        .is_some_and(|subject| party::of(sentence, subject) == Party::Speaker);
    let is_act = announcement.is_act() || is_spoken && announcement.is_own_act();
    let who = subject.map_or("nobody before it", |subject| {
        party::of(sentence, &subject).name()
    });
    let what = if is_act {
        "an act follows"
    } else {
        "no act follows that one can choose"
    };
    let why = if is_spoken && is_act {
        "only thought, asked or supposed"
    } else {
        "nobody announces it, no agreement says so"
    };
    let why = (is_act).then_some(why);
    [Some(who), Some(what), why].into_iter().flatten().collect()
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
            || sentence.has(modal, Tags::GOING | Tags::WILLING) && sentence.has(at, Tags::TO)
    };
    let verb = (after..after + 3).find(|&at| !is_loose(at))?;
    let is_able = sentence.reads(verb, "be able to") || sentence.reads(verb, "be happy to");
    let verb = verb + if is_able { 3 } else { 0 };
    let is_pointer =
        sentence.is(verb, &["do"]) && sentence.is(verb + 1, &["it", "that", "this", "so"]);
    (verb < sentence.len() && !is_pointer).then_some(verb)
}

/// Participles of acts that do not end in `-ed`. From general knowledge of English.
const DONE: &[&str] = &[
    "brought",
    "bought",
    "built",
    "cut",
    "drawn",
    "given",
    "held",
    "kept",
    "lent",
    "made",
    "paid",
    "put",
    "rebuilt",
    "repaid",
    "sent",
    "set",
    "shut",
    "sold",
    "spent",
    "taken",
    "taught",
    "torn",
    "withdrawn",
    "written",
];

/// Whether a form in `-ed`, or one that has no ending, belongs to a verb of action: `released`, `paid`.
fn is_done(word: &str) -> bool {
    let is_action =
        |verb: &str| lexicon::entry(verb).is_some_and(|entry| entry.tags.contains(Tags::ACTION));
    let stem = word.strip_suffix("ed");
    let is_doubled = |stem: &str| {
        let shorter = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
        shorter.chars().last() == stem.chars().last() && is_action(shorter)
    };
    let is_regular = |stem: &str| {
        let with_y = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
        is_action(stem)
            || is_action(&format!("{stem}e"))
            || with_y.is_some_and(|verb| is_action(&verb))
            || is_doubled(stem)
    };
    DONE.contains(&word) || stem.is_some_and(is_regular)
}

/// Whether the word at `at`, or the one behind its adverbs, is an act that whoever does it controls: `close`, `closing`.
pub(super) fn is_deed(sentence: Sentence<'_>, at: usize) -> bool {
    let is_loose = |at: usize| sentence.has(at, Tags::ADVERB | Tags::NEGATION);
    let deed = (at..at + 3).find(|&at| !is_loose(at)).unwrap_or(at);
    sentence.has(deed, Tags::ACTION) || is_active(sentence.word(deed))
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
        let may_be_ours = sentence.has(subject, Tags::BODY) && sentence.has(self.modal, Tags::WILL);
        let body = may_be_ours
            .then(|| phrase::simple_before(sentence, subject + 1))
            .flatten();
        let body = body.filter(|&start| sentence.is(start, &["our"]));
        let start = body.unwrap_or(subject);
        let is_will = sentence.has(self.modal, Tags::WILL)
            || sentence.has(self.modal, Tags::GOING) && !sentence.had(self.act, Tags::NEGATION);
        let is_own = is_will && (sentence.has(subject, Tags::FIRST) || body.is_some());
        (is_own && self.is_own_act() && self.is_open(start)).then_some(Reading {
            start,
            actor: Some(start..subject + 1),
            firmness: Firmness::Firm,
        })
    }

    /// `Norway is ready to send engineers`: what it would do, not what it does.
    fn willing(&self) -> Option<Reading> {
        let (sentence, adjective) = (self.sentence, self.modal);
        let is_to = sentence.has(adjective, Tags::WILLING) && sentence.has(adjective + 1, Tags::TO);
        let be = adjective
            .checked_sub(1)
            .filter(|_| is_to && self.is_act())?;
        let be = be - usize::from(sentence.has(be, Tags::ADVERB) && be > 0);
        let actor = phrase::before(sentence, be).filter(|_| sentence.is(be, &["is", "are"]))?;
        let is_meant = self.is_named(&actor) && self.opens_clause(actor.start);
        (is_meant && self.is_open(actor.start)).then_some(Reading {
            start: actor.start,
            actor: Some(actor),
            firmness: Firmness::Potential,
        })
    }

    /// Whether what the subject at `start` will do is not only believed, asked or supposed.
    fn is_open(&self, start: usize) -> bool {
        let sentence = self.sentence;
        let opener = Tags::BELIEF | Tags::CONDITION | Tags::RELATIVE | Tags::SUBORDINATOR;
        let is_that = sentence.had(start, Tags::THAT) && sentence.had(start - 1, Tags::BELIEF);
        sentence.breaks(start, Gap::PHRASE) || !sentence.had(start, opener) && !is_that
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
