//! What somebody will pay: terms of a deal or of a right that are told as such, with the sum or with who pays.

use super::super::lexicon::Tags;
use super::super::{Firmness, party, phrase};
use super::{Announcement, Reading};
use crate::article::guarantee::token::Gap;

/// Acts that a sum makes a term: `will pay $30`. From general knowledge of English.
const PAYING: &[&str] = &[
    "contribute",
    "donate",
    "invest",
    "lend",
    "pay",
    "refund",
    "repay",
];

/// What is done with money by whom `by` names: `will be paid by the airline`.
const PAID: &[&str] = &[
    "borne",
    "compensated",
    "covered",
    "paid",
    "refunded",
    "reimbursed",
    "repaid",
];

/// How many words after the act a sum may stand.
const FARTHEST_SUM: usize = 4;

impl Announcement<'_> {
    /// `Acme will pay $30 per share`, `refunds will be paid by the airline`.
    pub(super) fn priced(&self) -> Option<Reading> {
        if !self.sentence.has(self.modal, Tags::WILL) || self.act != self.modal + 1 {
            return None;
        }
        self.paid_by_actor().or_else(|| self.paid_by_another())
    }

    fn paid_by_actor(&self) -> Option<Reading> {
        let (sentence, act) = (self.sentence, self.act);
        let is_sum = |at| sentence.gap(at).contains(Gap::MONEY);
        if !sentence.is(act, PAYING) || !(act + 1..act + FARTHEST_SUM).any(is_sum) {
            return None;
        }
        let actor = phrase::before(sentence, self.modal)?;
        let is_told = self.is_named(&actor) && self.begins(actor.start);
        is_told.then_some(Reading {
            start: actor.start,
            actor: Some(actor),
            firmness: Firmness::Firm,
        })
    }

    fn paid_by_another(&self) -> Option<Reading> {
        let (sentence, act) = (self.sentence, self.act);
        let is_paid = sentence.is(act, &["be"]) && sentence.is(act + 1, PAID);
        if !is_paid || !sentence.is(act + 2, &["by"]) {
            return None;
        }
        let payer = act + 3..phrase::end_after(sentence, act + 3);
        let thing = phrase::before(sentence, self.modal)?;
        let is_payer = !payer.is_empty() && party::is_somebody(sentence, &payer);
        (is_payer && self.begins(thing.start)).then_some(Reading {
            start: thing.start,
            actor: Some(payer),
            firmness: Firmness::Firm,
        })
    }

    /// Whether the sentence begins at `start`, and is nobody’s forecast: not `…, analysts said`.
    fn begins(&self, start: usize) -> bool {
        let sentence = self.sentence;
        let is_told =
            |at| sentence.has(at, Tags::REPORT | Tags::BELIEF) || sentence.is(at, &["according"]);
        start == 0 && !(self.act + 1..sentence.len()).any(is_told)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_none};
    use super::Firmness::Firm;

    #[test]
    fn a_sum_or_a_payer_makes_a_term() {
        check(
            "Orrin Metals will pay $30 per share in cash.",
            &[(
                Firm,
                "Orrin Metals",
                "Orrin Metals will pay $30 per share in cash",
            )],
        );
        check(
            "Refunds will be paid by the airline.",
            &[(Firm, "the airline", "Refunds will be paid by the airline")],
        );
    }

    #[test]
    fn what_is_paid_without_a_choice_is_none() {
        check_none(&[
            "Drivers will pay $30 for a permit.",
            "The bank will pay $4 million in May, analysts said.",
            "She believes that the bank will pay $4 million.",
            "The prize will be shared by the winners.",
        ]);
    }
}
