//! Lead-ins: whether the words before a list promise what it lists.
//!
//! `We will:`, `The agreement includes:` and the heading `Our guarantees` do; `You need:` and `The following cities:` do not.

mod signal;

use std::ops::Range;

use super::cue::{Cue, Form};
use super::lexicon::Tags;
use super::token::Sentence;
use super::{Firmness, clause, group, hearsay, noun};
use signal::{INTENTIONS, PROPOSALS, Signal, by_verb, is_contents};

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

/// Reads a lead-in; `None` when it promises nothing.
pub(super) fn read(sentence: Sentence<'_>) -> Option<Promise> {
    let last = sentence.len().checked_sub(1)?;
    let is_verb = is_contents(sentence, last);
    if is_exclusion(sentence) {
        return None;
    }
    if sentence.is(last, &["of"]) && !is_verb {
        return None; // `the lowest of:` lists what is chosen from
    }
    let is_named = (is_verb || !sentence.is(last, PARTIES)) && !is_addressed(sentence);
    let named = |at| is_named.then(|| signal::named(sentence, at)).flatten();
    let mut signals = (0..=last).filter_map(|at| signal::said(sentence, at).or_else(|| named(at)));
    let first = signals.next()?;
    let signal = if first.actor.is_none() && sentence.was(first.cue, &["the", "this", "that"]) {
        // `Under the agreement, Iran will:`
        let by_verb = signals.find(|later| later.actor.is_some());
        by_verb.unwrap_or(first)
    } else {
        first
    };
    let signal = last_promise(sentence, signal.cue).unwrap_or(signal);
    let is_foretold = |actor: &Range<usize>| hearsay::is_rival(sentence, actor);
    if signal.actor.as_ref().is_some_and(is_foretold) {
        return None; // `My opponent promises:` lists what is feared
    }
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

/// What a paper does not do to what is left out of it. From general knowledge of English.
const GRANTED: &[&str] = &[
    "apply",
    "contain",
    "contained",
    "cover",
    "covered",
    "extend",
    "guaranteed",
    "include",
    "included",
    "insured",
];

/// Words that leave out by themselves.
const EXCLUDING: &[&str] = &[
    "exclude",
    "excludes",
    "excluded",
    "excluding",
    "exclusion",
    "exclusions",
    "except",
    "exception",
    "exceptions",
];

/// `The guarantee does not include:`, `What is not covered:`, `The warranty excludes:`.
fn is_exclusion(sentence: Sentence<'_>) -> bool {
    let is_small = |at: &usize| !sentence.has(*at, Tags::ADVERB | Tags::BE);
    let is_left_out = |at: usize| {
        let verb = (at + 1..at + 4).find(is_small);
        sentence.has(at, Tags::NEGATION) && verb.is_some_and(|verb| sentence.is(verb, GRANTED))
    };
    (0..sentence.len()).any(|at| is_left_out(at) || sentence.is(at, EXCLUDING))
}

/// Whether a lead-in tells the reader what to do, and not what the writer does.
fn is_addressed(sentence: Sentence<'_>) -> bool {
    let mut words = 0..sentence.len();
    let is_ours = |at| sentence.has(at, Tags::FIRST) || sentence.is(at, &["our", "my"]);
    words.clone().any(|at| sentence.has(at, Tags::YOU)) && !words.any(is_ours)
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
            (
                "Norland offers the islanders the following:",
                Potential,
                "Norland",
            ),
            ("The party said it would, if elected:", Conditional, "it"),
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
            "The guarantee does not include:",
            "What is not covered by the guarantee:",
            "What is not included in our promise:",
            "The warranty excludes:",
            "My opponent promises:",
            "Critics promise the following disasters:",
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
