//! Commitments by an agreement: `the deal requires the company to pay`.

use super::Firmness;
use super::clause;
use super::complement;
use super::cue::{Family, Form};
use super::finding::Finding;
use super::group::{self, Mood};
use super::lexicon::Tags;
use super::phrase;
use super::token::{Gap, Sentence};

/// What the agreement before the verb at `verb` binds somebody to, if it does.
pub(super) fn read(sentence: Sentence<'_>, verb: usize) -> Option<Finding> {
    let group = group::read(sentence, verb, Form::Present)?;
    let subject = phrase::subject(sentence, group.start)?;
    let is_agreement = subject.clone().any(|at| sentence.has(at, Tags::INSTRUMENT));
    let end = phrase::end_after(sentence, verb + 1);
    let is_bound = sentence.has(end, Tags::TO)
        && complement::is_verb_after_to(sentence, end + 1)
        && end > verb + 1;
    let is_question = sentence.gap(sentence.len()).contains(Gap::QUESTION);
    if !is_agreement || !is_bound || is_question {
        return None;
    }
    let words = subject.start..clause::end(sentence, end + 1);
    let is_hedged = subject.clone().any(|at| sentence.has(at, Tags::HEDGE));
    let firmness = if clause::is_conditional(sentence, words.clone()) {
        Firmness::Conditional
    } else if is_hedged || group.mood == Mood::Possible {
        Firmness::Potential
    } else {
        Firmness::Firm
    };
    Some(Finding {
        words,
        actor: Some(verb + 1..end),
        cue: verb..verb + 1,
        family: Family::Agree,
        firmness,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_none};
    use super::Firmness::{Firm, Potential};

    #[test]
    fn an_agreement_binds_its_parties() {
        check(
            "The deal requires Iran to dismantle two reactors.",
            &[(
                Firm,
                "Iran",
                "The deal requires Iran to dismantle two reactors",
            )],
        );
        check(
            "The proposed treaty would commit both states to share data.",
            &[(
                Potential,
                "both states",
                "The proposed treaty would commit both states to share data",
            )],
        );
    }

    #[test]
    fn laws_and_needs_bind_nobody() {
        check_none(&[
            "The law requires companies to report losses.",
            "The plan requires money.",
        ]);
    }
}
