//! Lead-ins: whether the words before a list promise what it lists.
//!
//! `We will:`, `The agreement includes:` and the heading `Our guarantees` do; `You need:` and `The following cities:` do not.

use std::ops::Range;

use super::cue::{Cue, Family, Form};
use super::group;
use super::lexicon::Tags;
use super::party::{self, Party};
use super::token::Sentence;
use super::{Firmness, clause, noun, phrase};

/// What a lead-in says of the items after it; ranges count its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) cue: Range<usize>,
    pub(super) actor: Option<Range<usize>>,
    pub(super) firmness: Firmness,
}

impl Promise {
    /// Where the clause begins that leads in: behind another promise (`…, and the state promised to:`) with its actor.
    pub(super) fn clause_start(&self, sentence: Sentence<'_>) -> usize {
        let is_own = |actor: &&Range<usize>| {
            sentence.had(actor.start, Tags::AND | Tags::CONTRAST) && actor.end <= self.cue.start
        };
        let is_pledge = |at| sentence.cue(at).is_some_and(|cue| cue.family.is_pledge());
        let own = self.actor.as_ref().filter(is_own);
        own.filter(|actor| (0..actor.start).any(is_pledge))
            .map_or(0, |actor| actor.start)
    }
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

/// Words behind which a list names the parties or the choices, not what is promised.
const PARTIES: &[&str] = &[
    "with",
    "by",
    "from",
    "between",
    "among",
    "for",
    "like",
    "of",
    "parties",
    "signatories",
    "countries",
    "members",
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
const PROPOSALS: &[&str] = &[
    "propose", "support", "seek", "advocate", "aim", "strive", "campaign", "pursue",
];

/// What somebody means to do, before `to`.
const INTENTIONS: &[&str] = &[
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

/// A word that promises, and who does.
struct Signal {
    cue: usize,
    actor: Option<Range<usize>>,
}

/// Reads a lead-in; `None` when it promises nothing.
pub(super) fn read(sentence: Sentence<'_>) -> Option<Promise> {
    let last = sentence.len().checked_sub(1)?;
    let is_verb = is_contents(sentence, last);
    if sentence.is(last, &["of"]) && !is_verb {
        return None; // `the lowest of:` lists what is chosen from
    }
    let is_named = (is_verb || !sentence.is(last, PARTIES)) && !is_addressed(sentence);
    let named = |at| is_named.then(|| named(sentence, at)).flatten();
    let mut signals = (0..=last).filter_map(|at| said(sentence, at).or_else(|| named(at)));
    let first = signals.next()?;
    let signal = if first.actor.is_none() && sentence.was(first.cue, &["the", "this", "that"]) {
        // `Under the agreement, Iran will:`
        let by_verb = signals.find(|later| later.actor.is_some());
        by_verb.unwrap_or(first)
    } else {
        first
    };
    let signal = last_promise(sentence, signal.cue).unwrap_or(signal);
    Some(Promise {
        firmness: firmness(sentence),
        cue: signal.cue..signal.cue + 1,
        actor: signal.actor,
    })
}

/// `The rebels have agreed to disarm, and the state promised that it would:` leads in what the state promised, from a clause of its own.
fn last_promise(sentence: Sentence<'_>, first: usize) -> Option<Signal> {
    let promise = |at: usize| {
        let cue = sentence.cue(at).filter(|cue| cue.family.is_pledge())?;
        let is_verb = !noun::is_noun(sentence, at, cue);
        let signal = is_verb.then(|| by_verb(sentence, at, cue)).flatten()?;
        let actor = signal.actor.clone()?;
        let is_new = actor.start > first
            && sentence.had(actor.start, Tags::AND | Tags::CONTRAST)
            && !sentence.has(actor.start, Tags::SUBJECT);
        is_new.then_some(signal)
    };
    (first + 1..sentence.len()).rev().find_map(promise)
}

/// Whether a verb of content ends at `at`, a preposition that belongs to it included: `provides for`, `consists of`, `sets out`.
fn is_contents(sentence: Sentence<'_>, at: usize) -> bool {
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

/// Whether a lead-in tells the reader what to do, and not what the writer does.
fn is_addressed(sentence: Sentence<'_>) -> bool {
    let mut words = 0..sentence.len();
    let is_ours = |at| sentence.has(at, Tags::FIRST) || sentence.is(at, &["our", "my"]);
    words.clone().any(|at| sentence.has(at, Tags::YOU)) && !words.any(is_ours)
}

/// A verb that promises.
fn said(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
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
fn named(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
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
fn by_verb(sentence: Sentence<'_>, at: usize, cue: Cue) -> Option<Signal> {
    let group = group::read(sentence, at, cue.form)?;
    let is_last = at + 1 == sentence.len();
    let is_description = is_last && matches!(cue.form, Form::Base | Form::Present);
    let is_offer = cue.family == Family::Offer
        && (is_description || !is_last && !sentence.has(at + 1, Tags::TO));
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
    let is_last = (at + 1..sentence.len()).all(is_small);
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

/// `promised that it would`: behind a past form `would` is no more than `will`.
fn is_promised(sentence: Sentence<'_>, would: usize) -> bool {
    let promises = |at: usize| {
        let is_past = |cue: &Cue| cue.form == Form::Past && cue.family.is_pledge();
        let verb = sentence.cue(at).filter(is_past);
        verb.is_some_and(|cue| !noun::is_noun(sentence, at, cue))
    };
    sentence.is(would, &["would"]) && (0..would).any(promises)
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

fn firmness(sentence: Sentence<'_>) -> Firmness {
    let has = |tags| (0..sentence.len()).any(|at| sentence.has(at, tags));
    let is_hedged =
        (0..sentence.len()).any(|at| sentence.has(at, Tags::HEDGE) && !is_promised(sentence, at));
    let is_told =
        (1..sentence.len()).any(|at| sentence.is(at, group::TOLD) && sentence.had(at, Tags::BE));
    let is_intended = (0..sentence.len()).any(|at| sentence.is(at, INTENTIONS));
    let is_after = (0..sentence.len()).any(|at| sentence.is(at, &["after", "when", "where"]));
    if has(Tags::HEARSAY) || is_told {
        Firmness::Reported
    } else if clause::is_conditional(sentence, 0..sentence.len()) || is_after {
        Firmness::Conditional
    } else if is_hedged || is_intended || (0..sentence.len()).any(|at| sentence.is(at, PROPOSALS)) {
        Firmness::Potential
    } else {
        Firmness::Firm
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_items;
    use super::Firmness::{self, Conditional, Firm, Potential, Reported};

    #[track_caller]
    fn check(lead_in: &str, expected: Option<(Firmness, &str)>) {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(firmness, actor)| (firmness, actor, "new roads"))
            .collect();
        check_items(
            &format!("Text.\n\n{lead_in}\n\n- new roads\n\nMore."),
            &expected,
        );
    }

    #[test]
    fn promises_agreements_and_announcements_lead_in() {
        for (lead_in, firmness, actor) in [
            ("We will:", Firm, "We"),
            ("The mayor promised that she would:", Firm, "The mayor"),
            (
                "The rebels agreed to disarm, and the state promised to:",
                Firm,
                "the state",
            ),
            (
                "The club has pledged that it would build:",
                Firm,
                "The club",
            ),
            ("The council will:", Firm, "The council"),
            ("We promise to build:", Firm, "We"),
            ("Both sides have undertaken to build:", Firm, "Both sides"),
            ("## Our commitments", Firm, "Our"),
            (
                "The company made the following commitments:",
                Firm,
                "The company",
            ),
            ("The terms of the treaty are:", Firm, ""),
            ("Its provisions included:", Firm, ""),
            ("The contract provides for:", Firm, ""),
            ("The deal calls for:", Firm, ""),
            ("The accord consists of:", Firm, ""),
            ("The charter sets out:", Firm, ""),
            ("The treaty foresees:", Firm, ""),
            ("The lease grants the tenants:", Firm, ""),
            ("The new law provides for the following:", Firm, ""),
            ("The policy sets out:", Firm, ""),
            ("The peace plan would cover:", Potential, ""),
            ("What has the mayor promised?", Firm, "the mayor"),
            ("Our promises to you:", Firm, "Our"),
            ("You have the following rights:", Firm, ""),
            ("If elected, we will:", Conditional, "we"),
            ("The proposed treaty would include:", Potential, ""),
            ("The pacts under discussion include:", Potential, ""),
            ("The union offered to build:", Potential, "The union"),
            ("We propose:", Potential, "We"),
            ("The leaders reportedly agreed to:", Reported, "The leaders"),
        ] {
            check(lead_in, Some((firmness, actor)));
        }
    }

    #[test]
    fn other_lists_promise_nothing() {
        for lead_in in [
            "You will need:",
            "The course will cover:",
            "Users must agree to:",
            "Before you commit, check:",
            "The unions demand:",
            "Critics of the deal want:",
            "The agreement was signed by:",
            "The deal was brokered for:",
            "The contract is for:",
            "The best of the contracts, in the view of:",
            "The law is about:",
            "The plan has critics, among them:",
            "There is no guarantee of:",
            "The mayor has broken her promises on:",
            "Towns that agreed to build:",
            "The mayor did not promise:",
            "## Ingredients",
        ] {
            check(lead_in, None);
        }
    }

    #[test]
    fn a_few_words_leave_the_promise_to_the_heading() {
        check("## Our commitments\n\nIn short:", Some((Firm, "Our")));
        check(
            "## Our commitments\n\nThe paper also lists those who took part in it, among them:",
            None,
        );
    }
}
