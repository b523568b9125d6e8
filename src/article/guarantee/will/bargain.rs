//! What somebody will do if another does something: `if they sign, the bank will pay`, `would lend, provided that …`.

use super::super::lexicon::Tags;
use super::super::{Firmness, clause, phrase};
use super::{Announcement, Reading};

impl Announcement<'_> {
    /// An act under a condition that is another’s act; what prices and the weather bring about is a forecast.
    pub(super) fn bargained(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        let is_will = sentence.has(modal, Tags::WILL);
        let is_would = sentence.is(modal, &["would"]);
        if !(is_will || is_would) || !self.is_act() || !clause::may_hang(sentence) {
            return None;
        }
        let actor = phrase::before(sentence, modal)?;
        if !self.is_named(&actor) || !self.is_open(actor.start) {
            return None;
        }
        let words = actor.start..clause::end(sentence, self.act);
        let is_supposed = self.is_supposed(actor.start);
        let is_offered = clause::is_bargain(sentence, words.clone())
            || is_would && clause::is_open_condition(sentence, words);
        (is_supposed || is_offered).then_some(Reading {
            start: actor.start,
            actor: Some(actor),
            firmness: Firmness::Conditional,
        })
    }

    /// `If the union agrees, ` right before the actor at `start`.
    fn is_supposed(&self, start: usize) -> bool {
        let sentence = self.sentence;
        let Some(condition) = clause::condition_before(sentence, start) else {
            return false;
        };
        if !sentence.has(self.modal, Tags::WILL) && clause::is_unreal(sentence, condition..start) {
            return false;
        }
        let subject = condition + 1..phrase::simple_after(sentence, condition + 1);
        let nobody = Tags::THING | Tags::ANYONE | Tags::READER;
        !subject.is_empty() && !subject.clone().any(|at| sentence.has(at, nobody))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_none};
    use super::Firmness::Conditional;

    #[test]
    fn what_hangs_on_the_act_of_another_is_conditional() {
        for (before, actor, words) in [
            (
                "If Norland agrees, ",
                "the league",
                "the league will send observers",
            ),
            (
                "If Norland attacks, ",
                "the league",
                "the league would close its ports",
            ),
            (
                "If the strike ends, ",
                "the bank",
                "the bank will reopen its branches",
            ),
            (
                "",
                "The fund",
                "The fund would lend the city $40 million, provided that the audit is published",
            ),
            (
                "",
                "The army",
                "The army would free them if the rebels leave the town",
            ),
            (
                "",
                "The bank",
                "The bank will lend the town €3 million in exchange for cuts",
            ),
        ] {
            check(&format!("{before}{words}."), &[(Conditional, actor, words)]);
        }
    }

    #[test]
    fn what_follows_by_itself_is_a_forecast() {
        check_none(&[
            "If prices rise, the bank will cut its staff.",
            "If it rains, the club will move the match.",
            "If Norland agrees, the war will end.",
            "The bank would close the branch if it lost money.",
            "If Norland attacked, the league would close its ports.",
            "The bank would close the branch if it were sold.",
        ]);
    }
}
