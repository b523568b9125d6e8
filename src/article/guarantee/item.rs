//! List items: which of them promise something, and how firmly.

use super::lexicon::Tags;
use super::token::{Gap, Sentence, Tokens};
use super::{Firmness, clause};

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
        || is_remark(item)
        || item.gap(item.len()).contains(Gap::QUESTION)
}

/// Whether an item asks something first, and answers it perhaps.
pub(super) fn begins_with_a_question(tokens: &Tokens<'_>) -> bool {
    let first = tokens.sentences().first().copied();
    first.is_some_and(|first| first.gap(first.len()).contains(Gap::QUESTION))
}

/// Words with a colon behind them that open a remark among the items. From general knowledge of English.
const REMARKS: &[&str] = &[
    "background",
    "caveat",
    "caution",
    "context",
    "correction",
    "disclaimer",
    "example",
    "explainer",
    "fact",
    "note",
    "notes",
    "question",
    "reminder",
    "source",
    "sources",
    "tip",
    "update",
    "warning",
];

/// Words that lead elsewhere. From general knowledge of English.
const POINTERS: &[&str] = &[
    "see also",
    "see above",
    "see below",
    "see the",
    "read more",
    "read the",
    "learn more",
    "find out",
    "click here",
    "for more",
    "for details",
    "please note",
    "note that",
    "nota bene",
    "more on",
    "for example",
];

/// Whether an item is a remark among the others: `Note: …`, `Read more: …`, a question with its answer.
fn is_remark(item: Sentence<'_>) -> bool {
    let is_note = item.is(0, REMARKS) && item.gap(1).contains(Gap::BREAK);
    let is_pointer = POINTERS.iter().any(|phrase| item.reads(0, phrase));
    let is_abbreviated =
        item.word(0).len() == 2 && item.is(0, &["nb", "ps"]) || item.reads(0, "n b");
    is_note || is_pointer || is_abbreviated
}

/// Where the promise begins that an item makes by its own words, whatever its list does: `We will acknowledge your report.`,
/// `Once it is mended, we will tell you.`
pub(super) fn own_promise(item: Sentence<'_>) -> Option<usize> {
    let is_clause = item.has(0, Tags::CONDITION | Tags::SUBORDINATOR);
    let comma = (1..item.len()).find(|&at| item.gap(at).contains(Gap::COMMA));
    let start = if is_clause { comma? } else { 0 };
    let act = (start + 2..start + 5).find(|&at| !item.has(at, Tags::ADVERB | Tags::NEGATION));
    let is_act = act.is_some_and(|at| at < item.len() && !item.has(at, Tags::STATE));
    let is_own = item.has(start, Tags::FIRST) && item.has(start + 1, Tags::WILL);
    (is_own && is_act && !is_no_promise(item)).then_some(start)
}

/// What an item begins with that is only thought about: `Consider a levy`.
const WEIGHING: &[&str] = &[
    "consider",
    "explore",
    "investigate",
    "study",
    "examine",
    "seek",
];

/// How firm an item is under a lead-in of this firmness.
///
/// Only its first sentence counts: what follows explains.
pub(super) fn firmness(tokens: &Tokens<'_>, lead_in: Firmness) -> Firmness {
    let Some(&item) = tokens.sentences().first() else {
        return lead_in;
    };
    let hedges = [
        "potential",
        "possible",
        "proposed",
        "would",
        "could",
        "might",
    ];
    let is_hedged = (0..item.len()).any(|at| item.is(at, &hedges)) || item.is(0, WEIGHING);
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
