//! Signals: the words of a lead-in that promise what is listed, each with who promises.

use std::ops::Range;

use super::super::cue::{Cue, Family, Form};
use super::super::lexicon::Tags;
use super::super::party::{self, Party};
use super::super::token::{Gap, Sentence};
use super::super::{group, noun, phrase};

/// A word that promises, and who does.
pub(super) struct Signal {
    pub(super) cue: usize,
    pub(super) actor: Option<Range<usize>>,
}

/// What an agreement is made of.
const PARTS: &[&str] = &[
    "terms",
    "points",
    "provisions",
    "elements",
    "parts",
    "conditions",
    "components",
    "pillars",
    "articles",
    "outline",
    "details",
];

/// Papers that are no agreement, but bind whoever issues them where they say what they grant: `The lease provides for:`.
const PAPERS: &[&str] = &[
    "plan",
    "plans",
    "law",
    "laws",
    "act",
    "bill",
    "statute",
    "constitution",
    "lease",
    "leases",
    "licence",
    "license",
    "policy",
    "policies",
    "warranty",
    "resolution",
    "package",
];

/// What such papers do to what they list. Weaker verbs (`is`, `says`, `means`) only describe them.
const GRANTS: &[&str] = &[
    "provide",
    "provides",
    "provided",
    "cover",
    "covers",
    "covered",
    "include",
    "includes",
    "included",
    "require",
    "requires",
    "required",
    "foresee",
    "foresees",
    "foresaw",
    "envisage",
    "envisages",
    "envisaged",
    "grant",
    "grants",
    "granted",
    "guarantee",
    "guarantees",
    "guaranteed",
    "stipulate",
    "stipulates",
    "stipulated",
];

/// What somebody proposes to do, in the first person.
pub(super) const PROPOSALS: &[&str] = &[
    "propose", "support", "seek", "advocate", "aim", "strive", "campaign", "pursue",
];

/// What somebody means to do, before `to`.
pub(super) const INTENTIONS: &[&str] = &[
    "plan",
    "plans",
    "planning",
    "intend",
    "intends",
    "aim",
    "aims",
    "aiming",
    "seek",
    "seeks",
    "propose",
    "proposes",
    "proposed",
    "proposing",
    "offers",
    "wants",
    "hopes",
];

/// A verb that promises.
pub(super) fn said(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let verb = sentence
        .cue(at)
        .filter(|&cue| !cue.family.is_intention() && !noun::is_noun(sentence, at, cue));
    verb.and_then(|cue| by_verb(sentence, at, cue))
        .or_else(|| by_right(sentence, at))
        .or_else(|| by_expectation(sentence, at))
        .or_else(|| by_will(sentence, at))
        .or_else(|| by_abstention(sentence, at))
        .or_else(|| by_duty(sentence, at))
        .or_else(|| by_target(sentence, at))
        .or_else(|| by_proposal(sentence, at))
}

/// A noun that names promises or an agreement.
pub(super) fn named(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let noun = sentence
        .cue(at)
        .filter(|&cue| noun::is_noun(sentence, at, cue));
    noun.and_then(|cue| by_noun(sentence, at, cue))
        .or_else(|| by_agreement(sentence, at))
}

/// `the guarantees include`, `our commitments`.
fn by_noun(sentence: Sentence<'_>, at: usize, cue: Cue) -> Option<Signal> {
    let start = phrase::simple_before(sentence, at + 1)?;
    let denial =
        Tags::NEGATION | Tags::DIRECTIVE | Tags::BREAKING | Tags::REFUSAL | Tags::SUBORDINATOR;
    let is_verb_next = sentence.has(at + 1, Tags::REFUSAL | Tags::BREAKING);
    let is_denied =
        sentence.has(start, Tags::NEGATION) || sentence.had(start, denial) || is_verb_next;
    let is_of_others = sentence.is(start, &["your"])
        || (1..start).any(|at| sentence.has(at, Tags::RELATIVE | Tags::THAT));
    let is_no_promise =
        matches!(cue.family, Family::Agree | Family::Offer) || cue.family.is_intention();
    if is_no_promise || is_denied || is_of_others {
        return None;
    }
    let owner = sentence
        .has(start, Tags::POSSESSIVE)
        .then_some(start..start + 1);
    let subject = phrase::first(sentence, 0, at).filter(|subject| subject.end <= start);
    Some(Signal {
        cue: at,
        actor: owner.or(subject),
    })
}

/// `we promise to`, `they agreed on`, `the following was agreed`.
pub(super) fn by_verb(sentence: Sentence<'_>, at: usize, cue: Cue) -> Option<Signal> {
    let group = group::read(sentence, at, cue.form)?;
    let is_last = at + 1 == sentence.len();
    let is_description = is_last && matches!(cue.form, Form::Base | Form::Present);
    let is_listed = sentence.is(sentence.len() - 1, &["following"])
        && sentence.has(at + 1, Tags::CAPITAL | Tags::DETERMINER);
    let is_offer = cue.family == Family::Offer
        && (is_description || !is_last && !is_listed && !sentence.has(at + 1, Tags::TO));
    let is_state = group.is_passive && cue.family == Family::Commit;
    let is_active = !group.is_passive || is_state;
    let actor = phrase::subject(sentence, group.start).filter(|_| is_active);
    let is_reader = actor
        .as_ref()
        .is_some_and(|actor| sentence.has(actor.end - 1, Tags::YOU));
    let is_relative =
        sentence.had(group.start, Tags::RELATIVE | Tags::THAT) && !sentence.is(0, &["what"]);
    (!is_offer && !is_reader && !is_relative).then_some(Signal { cue: at, actor })
}

/// `the deal requires`, `under the agreement`, `the terms of the treaty`, `its provisions included`.
fn by_agreement(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    if sentence.had(at, Tags::NEGATION) {
        return None;
    }
    let is_any = |words: &[&str]| (0..sentence.len()).any(|at| sentence.is(at, words));
    let start = usize::from(sentence.is(0, &["what"]));
    let is_subject = phrase::first(sentence, start, sentence.len()).is_some_and(|first| {
        (first.start..phrase::simple_after(sentence, first.start)).contains(&at)
    });
    let is_list = is_subject && (at + 1..sentence.len()).any(|at| is_contents(sentence, at));
    let is_paper = is_subject && is_paper(sentence, at);
    let is_agreement =
        sentence.has(at, Tags::INSTRUMENT) && (is_any(PARTS) || is_any(&["under"]) || is_list);
    let is_counted = sentence.is(at, &["points"]) && sentence.had(at, Tags::NUMBER);
    let is_part = is_list && (sentence.is(at, &["terms", "provisions"]) || is_counted);
    (is_agreement || is_part || is_paper).then_some(Signal {
        cue: at,
        actor: None,
    })
}

/// Whether the noun at `at` is a paper that grants something: `The lease provides for`, `The plan would cover`.
fn is_paper(sentence: Sentence<'_>, at: usize) -> bool {
    let verb = (at + 1..at + 4).find(|&at| !sentence.has(at, Tags::MODAL | Tags::ADVERB));
    let grants = |verb| sentence.is(verb, GRANTS) || is_set_out(sentence, verb + 1);
    sentence.is(at, PAPERS) && verb.is_some_and(grants)
}

/// `you have the following rights`, `passengers are entitled to`: what a reader may do, the writer must let happen.
fn by_right(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let last = sentence.len() - 1;
    let is_own =
        |at| sentence.has(at, Tags::READER | Tags::FIRST) || sentence.is(at, &["your", "our"]);
    let is_listed = sentence.is(at, &["rights"]) && (0..sentence.len()).any(is_own);
    let is_open = at + 1 == last || at + 3 >= last && sentence.is(at + 2, &["the", "a"]);
    let is_denied = (0..at).any(|at| sentence.has(at, Tags::NEGATION | Tags::CONDITION));
    let is_had = sentence.is(at, &["right", "entitled", "free", "eligible"])
        && sentence.has(at + 1, Tags::TO)
        && is_open
        && !sentence.was(at, &["reserve", "reserves", "our", "feel"]);
    ((is_listed || is_had) && !is_denied).then_some(Signal {
        cue: at,
        actor: None,
    })
}

/// `what you can expect from us`, `you can expect us to`, `our service standards`.
fn by_expectation(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let is_us = |at| sentence.is(at, &["us", "we", "our"]);
    let is_expected = sentence.is(at, &["expect"])
        && (is_us(at + 1) || sentence.is(at + 1, &["from"]) && is_us(at + 2))
        && !sentence.was(at, &["don't", "not"]);
    let is_told = sentence.reads(at, "what will happen") || sentence.reads(at, "what we will do");
    let is_standard = sentence.is(at, &["standards"])
        && sentence.was(at, &["service", "customer", "care"])
        && sentence.is(0, &["our"]);
    (is_expected || is_standard || is_told).then_some(Signal {
        cue: at,
        actor: is_expected
            .then(|| (at + 1..at + 3).find(|&at| is_us(at)).map(|at| at..at + 1))
            .flatten(),
    })
}

/// `we will`, `the council will not` to the end, `we will provide`, `the ministry will take these steps`.
fn by_will(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let is_small = |at| sentence.has(at, Tags::ADVERB | Tags::NEGATION);
    let is_held =
        sentence.gap(at + 1).contains(Gap::COMMA) && sentence.has(at + 1, Tags::CONDITION);
    let is_last = is_held || (at + 1..sentence.len()).all(is_small); // `it would, if elected:`
    let is_modal = sentence.has(at, Tags::WILL)
        || sentence.is(at, &["would", "'d", "’d"])
            && (is_last || sentence.has(at + 1, Tags::ACTION));
    let subject = is_modal.then(|| subject(sentence, at)).flatten()?;
    let party = party::of(sentence, &subject);
    let is_known = party::antecedent(sentence, &subject).is_some();
    if !is_known
        && matches!(
            party,
            Party::Reader | Party::Thing | Party::Law | Party::Anyone
        )
    {
        return None;
    }
    let act = (at + 1..at + 4).find(|&at| !is_small(at))?;
    let is_able = sentence.reads(act, "be able to") || sentence.reads(act, "be happy to");
    let act = act + if is_able { 3 } else { 0 };
    let takes_steps = sentence.has(act, Tags::ACTION)
        && (act..sentence.len()).any(|at| sentence.is(at, &["following", "these"]));
    let takes_steps = takes_steps || sentence.has(act, Tags::ACTION) && act + 1 == sentence.len();
    let is_own = party == Party::Speaker && !sentence.has(act, Tags::STATE);
    (is_last || is_own || takes_steps).then_some(Signal {
        cue: at,
        actor: Some(subject),
    })
}

/// The subject of a modal; behind `Under the deal, ` what the comma ends is none.
fn subject(sentence: Sentence<'_>, modal: usize) -> Option<Range<usize>> {
    phrase::before(sentence, modal).or_else(|| phrase::subject(sentence, modal))
}

/// `we never`, `we do not`, to the end, and `we do not sell`.
fn by_abstention(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let is_never = sentence.is(at, &["never"]) && sentence.had(at, Tags::FIRST);
    let is_not = sentence.has(at, Tags::NEGATION)
        && sentence.had(at, Tags::DO)
        && at > 1
        && sentence.has(at - 2, Tags::FIRST);
    let subject = if is_never {
        at.checked_sub(1)?
    } else {
        at.checked_sub(2)?
    };
    let is_act = at + 1 == sentence.len() || sentence.has(at + 1, Tags::ACTION);
    ((is_never || is_not) && is_act).then_some(Signal {
        cue: at,
        actor: Some(subject..subject + 1),
    })
}

/// `as part of the settlement the company must`, `the order requires the firm to`: whom a paper binds.
fn by_duty(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let last = sentence.len() - 1;
    let names_paper = (0..at).any(|at| {
        sentence.has(at, Tags::INSTRUMENT)
            || sentence.is(at, &["order", "decree", "ruling", "undertaking"])
    });
    let is_must = at == last && sentence.is(at, &["must", "shall"])
        || at + 1 == last && sentence.is(at, &["required", "obliged", "obligated"]);
    let actor = if is_must {
        let end = at - usize::from(sentence.had(at, Tags::BE));
        phrase::before(sentence, end)
    } else {
        let end = phrase::end_after(sentence, at + 1);
        let binds = sentence.has(at, Tags::BINDING) && end == last && sentence.has(last, Tags::TO);
        (binds && end > at + 1).then_some(at + 1..end)
    };
    let actor = actor.filter(|actor| party::of(sentence, actor) != Party::Reader)?;
    names_paper.then_some(Signal {
        cue: at,
        actor: Some(actor),
    })
}

/// `we have set ourselves the following targets`.
fn by_target(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let subject = (0..at).rev().find(|&at| sentence.has(at, Tags::FIRST))?;
    let is_set = (subject..at).any(|at| sentence.is(at, &["set", "adopted"]));
    (is_set && sentence.is(at, &["targets", "goals", "objectives"])).then_some(Signal {
        cue: at,
        actor: Some(subject..subject + 1),
    })
}

/// `we propose`, `we would support`, `the party plans to`.
fn by_proposal(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let is_last = at + 2 == sentence.len() && sentence.has(at + 1, Tags::TO);
    if is_last && sentence.is(at, INTENTIONS) {
        let end = at - usize::from(sentence.had(at, Tags::BE));
        let actor = subject(sentence, end)?;
        let can_mean = !matches!(party::of(sentence, &actor), Party::Reader | Party::Anyone);
        return can_mean.then_some(Signal {
            cue: at,
            actor: Some(actor),
        });
    }
    let subject = (at.saturating_sub(3)..at)
        .rev()
        .find(|&at| !sentence.has(at, Tags::ADVERB | Tags::MODAL))?;
    let is_own = sentence.has(subject, Tags::FIRST) && sentence.is(at, PROPOSALS);
    is_own.then_some(Signal {
        cue: at,
        actor: Some(subject..subject + 1),
    })
}

/// Whether a verb of content ends at `at`, a preposition that belongs to it included: `provides for`, `consists of`, `sets out`.
pub(super) fn is_contents(sentence: Sentence<'_>, at: usize) -> bool {
    let is_whole = sentence.has(at, Tags::CONTENTS);
    let is_phrasal = sentence.is(at, &["for", "of"])
        && sentence.had(at, Tags::CONTENTS)
        && !sentence.had(at, Tags::BE);
    is_whole || is_phrasal || is_set_out(sentence, at)
}

/// `sets out`, `lays down`, to their last word.
fn is_set_out(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.is(at, &["out", "down"])
        && sentence.was(at, &["set", "sets", "lays", "laid", "spells", "spelled"])
}
