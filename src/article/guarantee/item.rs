//! List items: which of them promise something, and how firmly.

use super::lexicon::Tags;
use super::token::{Gap, Sentence};
use super::{Firmness, clause};

/// What nobody can promise by `we will`: states and ways of talking.
pub(super) const STATES: &[&str] = &[
    "be",
    "have",
    "see",
    "need",
    "know",
    "look",
    "talk",
    "say",
    "tell",
    "find",
    "learn",
    "get",
    "become",
    "win",
    "lose",
    "like",
    "love",
    "want",
    "think",
    "believe",
    "understand",
    "discuss",
    "explore",
    "cover",
    "start",
    "begin",
    "feel",
    "happen",
    "admit",
    "forget",
    "remember",
    "miss",
    "regret",
    "call",
    "assume",
    "consider",
];

/// Whether an item promises nothing although its list does: a duty of the reader, a right that the writer keeps, a belief, a
/// question, nothing at all.
pub(super) fn is_no_promise(item: Sentence<'_>) -> bool {
    let is_duty = item.has(0, Tags::YOU) && item.has(1, Tags::DUTY | Tags::MAYBE);
    let is_right =
        item.has(0, Tags::FIRST) && (item.has(1, Tags::MAYBE) || item.is(1, &["reserve", "can"]));
    let is_belief = item.has(0, Tags::FIRST) && (1..4).any(|at| item.has(at, Tags::BELIEF));
    item.len() == 0
        || is_duty
        || is_right
        || is_belief
        || item.gap(item.len()).contains(Gap::QUESTION)
}

/// Whether an item promises by its own words, whatever its list does: `We will acknowledge your report.`
pub(super) fn is_own_promise(item: Sentence<'_>) -> bool {
    let act = (2..5).find(|&at| !item.has(at, Tags::ADVERB | Tags::NEGATION));
    let is_act = act.is_some_and(|at| at < item.len() && !item.is(at, STATES));
    item.has(0, Tags::FIRST) && item.has(1, Tags::WILL) && is_act && !is_no_promise(item)
}

/// How firm an item is under a lead-in of this firmness.
pub(super) fn firmness(item: Sentence<'_>, lead_in: Firmness) -> Firmness {
    let hedges = [
        "potential",
        "possible",
        "proposed",
        "would",
        "could",
        "might",
    ];
    let is_hedged = (0..item.len()).any(|at| item.is(at, &hedges));
    match lead_in {
        Firmness::Firm if clause::is_conditional(item, 0..item.len()) => Firmness::Conditional,
        Firmness::Firm if is_hedged => Firmness::Potential,
        firmness => firmness,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_items;
    use super::Firmness::{Conditional, Firm, Potential};

    #[test]
    fn an_item_can_hedge_or_take_back_what_its_list_promises() {
        check_items(
            "We will:\n\n- pay\n- pay more if you ask\n- send a possible refund\n\n1. Will we pay?\n",
            &[
                (Firm, "We", "pay"),
                (Conditional, "We", "pay more if you ask"),
                (Potential, "We", "send a possible refund"),
            ],
        );
        check_items(
            "Our promises:\n\n- You must ask.\n- We may refuse.\n- We believe in roads.\n",
            &[],
        );
    }

    #[test]
    fn an_item_can_promise_by_itself() {
        check_items(
            "The steps:\n\n1. Send us the form.\n2. We’ll acknowledge it.\n3. We will need time.\n",
            &[(Firm, "We", "We’ll acknowledge it.")],
        );
    }
}
