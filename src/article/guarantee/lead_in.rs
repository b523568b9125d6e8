//! Lead-ins: whether the words before a list promise what it lists.
//!
//! `We will:`, `The agreement includes:` and the heading `Our guarantees` do; `You need:` and `The following cities:` do not.

use std::ops::Range;

use super::cue::{Cue, Family};
use super::group;
use super::lexicon::Tags;
use super::token::Sentence;
use super::{Firmness, clause, noun, phrase};

/// What a lead-in says of the items after it; ranges count its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) cue: Range<usize>,
    pub(super) actor: Option<Range<usize>>,
    pub(super) firmness: Firmness,
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
    let signal = (0..=last).find_map(|at| said(sentence, at).or_else(|| named(at)))?;
    Some(Promise {
        firmness: firmness(sentence),
        cue: signal.cue..signal.cue + 1,
        actor: signal.actor,
    })
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
        .filter(|&cue| !noun::is_noun(sentence, at, cue));
    verb.and_then(|cue| by_verb(sentence, at, cue))
        .or_else(|| by_right(sentence, at))
        .or_else(|| by_will(sentence, at))
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
    if matches!(cue.family, Family::Agree | Family::Offer) || is_denied {
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
    let is_offer = cue.family == Family::Offer && !is_last && !sentence.has(at + 1, Tags::TO);
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
    let is_part = is_list && sentence.is(at, &["terms", "provisions"]);
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

/// `you have the following rights`: what a reader may do, the writer must let happen.
fn by_right(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let is_own =
        |at| sentence.has(at, Tags::YOU | Tags::FIRST) || sentence.is(at, &["your", "our"]);
    let is_given = sentence.is(at, &["rights"]) && (0..sentence.len()).any(is_own);
    is_given.then_some(Signal {
        cue: at,
        actor: None,
    })
}

/// `we will`, `the council will` as its last word, `we will provide`.
fn by_will(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
    let is_last = at + 1 == sentence.len();
    let is_modal = sentence.has(at, Tags::WILL) || is_last && sentence.is(at, &["would"]);
    let subject = is_modal.then(|| phrase::subject(sentence, at)).flatten()?;
    if sentence.has(subject.end - 1, Tags::YOU) {
        return None;
    }
    let is_own = sentence.has(subject.end - 1, Tags::FIRST);
    let act = (at + 1..at + 4).find(|&at| !sentence.has(at, Tags::ADVERB | Tags::NEGATION))?;
    (is_last || is_own && sentence.has(act, Tags::ACTION)).then_some(Signal {
        cue: at,
        actor: Some(subject),
    })
}

/// `we propose`, `we would support`.
fn by_proposal(sentence: Sentence<'_>, at: usize) -> Option<Signal> {
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
    let is_after = (0..sentence.len()).any(|at| sentence.is(at, &["after", "when", "where"]));
    if has(Tags::HEARSAY) {
        Firmness::Reported
    } else if clause::is_conditional(sentence, 0..sentence.len()) || is_after {
        Firmness::Conditional
    } else if has(Tags::HEDGE) || (0..sentence.len()).any(|at| sentence.is(at, PROPOSALS)) {
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
