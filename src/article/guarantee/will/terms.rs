//! What an agreement says that its parties will do.

use super::super::deed::{self, Deed};
use super::super::lexicon::Tags;
use super::super::nominal::Nominal;
use super::super::party::{self, Party};
use super::super::{Firmness, phrase};
use super::{Announcement, LONGEST_OPENING, Reading, is_done};
use crate::article::guarantee::token::Gap;

/// Papers of one’s own that bind like an agreement.
const OWN_WORDS: &[&str] = &["commitment", "commitments", "pledge", "promise"];

impl Announcement<'_> {
    /// `Under the deal, the company will pay`, `Sudan will, under the accord, pay`.
    pub(super) fn under_agreement(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        let is_passive = sentence.is(self.act, &["be"]) && is_done(sentence.word(self.act + 1));
        let is_state = sentence.has(self.act, Tags::STATE) && !is_passive;
        let may_be_paper = |at| sentence.has(at, Tags::INSTRUMENT) || sentence.cue(at).is_some();
        let is_bare = !(0..self.act).any(may_be_paper);
        if is_state || is_bare || sentence.has(modal, Tags::GOING) {
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
        let is_own_word = (opening..place.end).any(|at| sentence.is(at, OWN_WORDS));
        (has(Tags::INSTRUMENT) || is_own_word).then_some(Reading {
            start: opening.min(actor.start),
            actor: (!is_passive).then_some(actor),
            firmness: if is_hedged {
                Firmness::Potential
            } else {
                Firmness::Firm
            },
        })
    }

    /// `The supplier shall deliver`: what a contract lays on those who sign it.
    pub(super) fn decreed(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        if !sentence.is(modal, &["shall"]) || sentence.has(self.act, Tags::STATE) {
            return None;
        }
        let actor = phrase::subject(sentence, modal)?;
        let is_party = matches!(party::of(sentence, &actor), Party::Actor | Party::Other);
        let is_denied = actor.clone().any(|at| sentence.has(at, Tags::NEGATION));
        (is_party && !is_denied).then_some(Reading {
            start: actor.start,
            actor: Some(actor),
            firmness: Firmness::Firm,
        })
    }

    /// `an agreement under which Canada will buy`, `a deal whereby the state would pay`: firm where the agreement has been made.
    pub(super) fn by_agreement(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        let is_duty = sentence.is(modal, &["will", "would", "shall", "'ll", "’ll"]);
        let may_link = |at| sentence.has(at, Tags::RELATIVE | Tags::SUBORDINATOR);
        if !is_duty || !(0..modal).any(may_link) || sentence.has(self.act, Tags::STATE) {
            return None;
        }
        let actor = phrase::before(sentence, modal)?;
        let link = actor.start.checked_sub(1)?;
        let is_which = sentence.is(link, &["which"]) && sentence.was(link, &["under", "in", "by"]);
        let end = if is_which { link - 1 } else { link };
        if !is_which && !sentence.is(link, &["whereby"]) || sentence.breaks(end, Gap::HARD) {
            return None;
        }
        let is_paper = |at: usize| {
            let is_word = sentence.cue(at).is_some_and(|cue| cue.family.is_pledge());
            sentence.has(at, Tags::INSTRUMENT) || is_word
        };
        let is_near = |at: &usize| !sentence.gap(at + 1).intersects(Gap::HARD);
        let near = (end.saturating_sub(LONGEST_OPENING)..end)
            .rev()
            .take_while(is_near);
        let noun = near.clone().find(|&at| is_paper(at))?;
        let paper = phrase::simple_before(sentence, noun + 1)?..noun + 1;
        let owner = sentence
            .cue(noun)
            .and_then(|cue| Nominal::read(sentence, noun, cue)?.owner);
        let is_pronoun = sentence.is(actor.start, &["it", "they"]);
        let actor = owner.filter(|_| is_pronoun).unwrap_or(actor);
        let has = |tags| paper.clone().any(|at| sentence.has(at, tags));
        let (deed, verb) = deed::before(sentence, paper.start);
        let is_made = deed == Deed::Bind && !verb.is_some_and(|verb| sentence.had(verb, Tags::TO));
        let is_denied = deed == Deed::Demand || has(Tags::NEGATION);
        let is_open =
            has(Tags::HEDGE) || deed == Deed::Seek || sentence.has(modal, Tags::MAYBE) && !is_made;
        (!is_denied).then_some(Reading {
            start: paper.start,
            actor: Some(actor),
            firmness: if is_open {
                Firmness::Potential
            } else {
                Firmness::Firm
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_none};
    use super::Firmness::{Firm, Potential};

    #[test]
    fn what_is_done_under_an_agreement_may_have_no_doer() {
        check(
            "Under the truce, all prisoners will be released by May.",
            &[(
                Firm,
                "",
                "Under the truce, all prisoners will be released by May",
            )],
        );
        check_none(&[
            "Under the truce, all will be well.",
            "Under the truce, prices will be low.",
        ]);
    }

    #[test]
    fn a_clause_of_an_agreement_binds_whom_it_names() {
        for (before, firmness, words) in [
            (
                "They signed ",
                Firm,
                "an agreement under which Norland will buy forty trams",
            ),
            (
                "They signed ",
                Firm,
                "an agreement under which Norland would buy forty trams",
            ),
            (
                "They seek ",
                Potential,
                "a deal under which Norland will buy forty trams",
            ),
            (
                "It would be ",
                Potential,
                "a pact whereby Norland would buy forty trams",
            ),
        ] {
            check(
                &format!("{before}{words}."),
                &[(firmness, "Norland", words)],
            );
        }
        check(
            "It was in the undertaking that Norland gave in May, under which it will report every leak.",
            &[(
                Firm,
                "Norland",
                "the undertaking that Norland gave in May, under which it will report every leak",
            )],
        );
        check_none(&[
            "They rejected an agreement under which Norland will buy forty trams.",
            "It is a law under which Norland will buy forty trams.",
            "It is a deal under which prices will rise.",
        ]);
    }
}
