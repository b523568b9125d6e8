//! Commitments by a verb: `it has promised support`, `they agreed to meet`, “…,” he vowed.

use std::ops::Range;

use super::binding::{self, Claim};
use super::complement::{self, Complement};
use super::cue::{Cue, Family, Form, Frames};
use super::finding::Finding;
use super::group::{self, Group, Mood};
use super::lexicon::Tags;
use super::token::{Gap, Sentence};
use super::{Firmness, clause, hearsay, idiom, phrase};

/// A verb in its sentence.
struct Reader<'a> {
    sentence: Sentence<'a>,
    verb: usize,
    cue: Cue,
    group: Group,
}

/// The commitment that the verb at `verb` makes, if it does.
pub(super) fn read(sentence: Sentence<'_>, verb: usize, cue: Cue) -> Option<Finding> {
    let reader = Reader {
        sentence,
        verb,
        cue,
        group: group::read(sentence, verb, cue.form)?,
    };
    if idiom::is_idiom(sentence, verb, cue.family) {
        return None;
    }
    let complement = complement::of_verb(sentence, verb, cue);
    match complement {
        Some(complement) if reader.group.is_passive => reader.state(complement),
        _ if reader.group.is_passive => reader.passive(),
        Some(complement) if !reader.is_inverted() => reader.active(complement),
        _ => reader.speech().or_else(|| reader.participle()),
    }
}

impl Reader<'_> {
    /// `it has promised support`
    fn active(&self, complement: Complement) -> Option<Finding> {
        let subject = self.group.subject(self.sentence);
        if subject.is_none() && self.sentence.had(self.group.start, Tags::RELATIVE) {
            return None; // `it says who promised to pay`
        }
        let claim = Claim {
            sentence: self.sentence,
            cue: self.cue,
            verb: self.verb,
            is_bare: self.group.start == self.verb,
            is_possible: self.group.is_possible(),
            is_relative: self
                .sentence
                .had(self.group.start, Tags::RELATIVE | Tags::THAT),
            complement,
            subject: subject.clone(),
        };
        let is_binding =
            subject.is_none() && self.group.mood == Mood::Participle || binding::is_binding(&claim);
        let end = clause::end(self.sentence, complement.start());
        let start = self.group.start_with(self.sentence, subject.as_ref());
        (is_binding && !self.is_asked(end))
            .then(|| self.finding(start..end, complement.start(), subject))
    }

    /// `is committed to peace`, `is sworn to protect`.
    fn state(&self, complement: Complement) -> Option<Finding> {
        let is_state = matches!(
            self.cue.family,
            Family::Commit | Family::Swear | Family::Resolve
        );
        let is_person =
            matches!(complement, Complement::Thing(at) if self.sentence.has(at, Tags::OBJECT));
        if !is_state {
            return self.passive();
        }
        let subject = self.group.subject(self.sentence);
        let end = clause::end(self.sentence, complement.start());
        let start = self.group.start_with(self.sentence, subject.as_ref());
        (!is_person && !self.is_asked(end))
            .then(|| self.finding(start..end, complement.start(), subject))
    }

    /// `was promised by the minister`; what the law guarantees is no commitment of the article's.
    fn passive(&self) -> Option<Finding> {
        let sentence = self.sentence;
        let by = (self.verb + 1..self.verb + 4).find(|&at| sentence.is(at, &["by"]))?;
        let end = phrase::end_after(sentence, by + 1);
        let subject = self.group.subject(self.sentence)?;
        let is_said = !matches!(self.cue.family, Family::Guarantee | Family::Offer);
        (is_said && end > by + 1 && !self.is_asked(end))
            .then(|| self.finding(subject.start..end, self.verb, Some(by + 1..end)))
    }

    /// `…,” vowed the minister.`
    fn is_inverted(&self) -> bool {
        let is_speech = self.cue.frames.contains(Frames::SPEECH) && self.cue.form == Form::Past;
        is_speech && self.sentence.gap(self.group.start).contains(Gap::CLOSE)
    }

    /// “…,” he vowed. and “…,” vowed the minister.
    fn speech(&self) -> Option<Finding> {
        let sentence = self.sentence;
        if !self.cue.frames.contains(Frames::SPEECH) || self.cue.form != Form::Past {
            return None;
        }
        let actor = if self.is_inverted() {
            let end = phrase::end_after(sentence, self.verb + 1);
            (end > self.verb + 1).then_some(self.verb + 1..end)?
        } else {
            let subject = phrase::subject(sentence, self.group.start)?;
            let is_aside = sentence.gap(subject.start).contains(Gap::COMMA)
                && sentence.gap(self.verb + 1).contains(Gap::COMMA)
                && complement::has_future(sentence, self.verb + 1);
            let is_behind = sentence.gap(subject.start).contains(Gap::CLOSE);
            if is_aside {
                let end = clause::end(sentence, self.verb + 1);
                return Some(self.finding(0..end, 0, Some(subject)));
            }
            is_behind.then_some(subject)?
        };
        let end = actor.end.max(self.verb + 1);
        Some(self.finding(0..end, 0, Some(actor)))
    }

    /// `the money pledged by the fund`: the thing stands before its participle.
    fn participle(&self) -> Option<Finding> {
        let sentence = self.sentence;
        let is_given = matches!(self.cue.family, Family::Promise | Family::Pledge);
        let is_bare = self.cue.form == Form::Past && self.group.start == self.verb;
        let by = self.verb + 1;
        let end = phrase::end_after(sentence, by + 1);
        if !is_given || !is_bare || !sentence.is(by, &["by"]) || end == by + 1 {
            return None;
        }
        let thing = phrase::before(sentence, self.verb)?;
        Some(Finding {
            firmness: Firmness::Reported,
            ..self.finding(thing.start..end, self.verb, Some(by + 1..end))
        })
    }

    /// Whether a question mark closes the sentence or the quotation.
    fn is_asked(&self, end: usize) -> bool {
        let sentence = self.sentence;
        let marks = Gap::QUESTION | Gap::CLOSE;
        let close = (end..=sentence.len())
            .map(|at| sentence.gap(at))
            .find(|gap| gap.intersects(marks));
        let is_asked = |gap: Gap| gap.contains(Gap::QUESTION);
        close.is_some_and(is_asked) || is_asked(sentence.gap(sentence.len()))
    }

    /// Whether it is told by others or only taken up: `she says Low promised`, `the goal it pledged to reach`, `after they agreed`,
    /// `thanked them for agreeing`.
    fn is_presupposed(&self) -> bool {
        let sentence = self.sentence;
        let start = self.group.start;
        if self.group.mood == Mood::Participle {
            return sentence.was(start, &["for"]);
        }
        let Some(subject) = self.group.subject(sentence) else {
            return false;
        };
        let first = subject.start;
        if first == 0 || sentence.gap(first).intersects(Gap::PHRASE) || subject.end != start {
            return false;
        }
        let is_pronoun = sentence.has(first, Tags::SUBJECT);
        let is_that = sentence.had(first, Tags::THAT);
        let report = first - usize::from(is_that);
        let is_told = !is_pronoun
            && sentence.had(report, Tags::REPORT)
            && phrase::subject(sentence, report - 1).is_some();
        let before = first - 1;
        let is_earlier = sentence.is(before, &["after", "since", "because", "when", "which"]);
        let is_goal = is_pronoun && !sentence.has(first, Tags::FIRST) && self.is_goal(first);
        is_told || is_earlier || is_goal
    }

    /// Whether a thing stands right before the subject at `first`: `the goal it …`, not `told the crowd he …`.
    fn is_goal(&self, first: usize) -> bool {
        let sentence = self.sentence;
        let opener = Tags::DETERMINER | Tags::POSSESSIVE;
        let verb = Tags::REPORT | Tags::VERB | Tags::PERSUASION;
        phrase::simple_before(sentence, first).is_some_and(|thing| {
            sentence.has(thing, opener)
                && thing + 1 < first
                && !sentence.had(thing, verb)
                && !sentence.has(first - 1, Tags::TIME)
        })
    }

    fn finding(&self, words: Range<usize>, content: usize, actor: Option<Range<usize>>) -> Finding {
        Finding {
            firmness: self.firmness(words.end, content, actor.as_ref()),
            words,
            actor,
            cue: self.verb..self.verb + 1,
            family: self.cue.family,
        }
    }

    fn firmness(&self, end: usize, content: usize, actor: Option<&Range<usize>>) -> Firmness {
        let sentence = self.sentence;
        let is_broken = sentence.was(self.verb, &["had"]) && is_unkept(sentence, end);
        let is_hearsay = (0..end).any(|at| sentence.has(at, Tags::HEARSAY));
        let is_said = (self.group.start..end)
            .any(|at| sentence.is(at, group::TOLD) && sentence.had(at, Tags::BE));
        let is_told = is_hearsay || is_said || hearsay::is_told_by_others(sentence, actor);
        if self.cue.family == Family::Weigh {
            Firmness::Weak
        } else if is_told || is_broken || self.is_presupposed() {
            Firmness::Reported
        } else if clause::is_conditional(sentence, content..end) {
            Firmness::Conditional
        } else if self.group.is_possible()
            || matches!(self.cue.family, Family::Offer | Family::Plan)
        {
            Firmness::Potential
        } else {
            Firmness::Firm
        }
    }
}

/// How many words behind a promise it may be said that it was not kept.
const LONGEST_BREACH: usize = 6;

/// `…, but never did`, `… but failed to` behind the words that end before `end`.
fn is_unkept(sentence: Sentence<'_>, end: usize) -> bool {
    let mut behind = end + 1..sentence.len().min(end + LONGEST_BREACH);
    let breaks = Tags::NEGATION | Tags::REFUSAL | Tags::BREAKING;
    sentence.is(end, &["but", "yet", "and"]) && behind.any(|at| sentence.has(at, breaks))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_none};
    use super::Firmness::{Conditional, Firm, Potential, Reported};

    #[test]
    fn a_subject_binds_itself() {
        let cases = [
            (
                "The bank",
                "The bank has promised to refund every customer by March",
            ),
            ("Germany", "Germany pledged €2 billion for the fund"),
            (
                "Ministers",
                "Ministers vowed that the bridge would reopen in spring",
            ),
            ("The party", "The party promised voters a referendum"),
            (
                "Officials",
                "Officials promised help for farmers hit by the drought",
            ),
            ("The club", "The club guaranteed him a place in the team"),
            ("She", "She undertook to repay the money"),
            (
                "The mayor",
                "The mayor assured residents that she would not raise fees",
            ),
            ("The band", "The band swore that it would never tour again"),
            ("The owner", "The owner promised not to close the plant"),
            ("They", "They have sworn to defend the river"),
            ("Carl", "Carl has assured me he's going to keep it short"),
            (
                "The rebels",
                "The rebels agreed on Friday to lay down their arms",
            ),
        ];
        for (actor, words) in cases {
            check(&format!("{words}."), &[(Firm, actor, words)]);
        }
    }

    #[test]
    fn who_commits_to_what() {
        let cases = [
            ("The bank", "The bank committed itself to net zero by 2040"),
            (
                "Both companies",
                "Both companies have committed to the goals",
            ),
            ("Canada", "Canada committed $50 million to the effort"),
            ("The department", "The department is committed to openness"),
            ("The council", "The council agreed to a final hearing"),
        ];
        for (actor, words) in cases {
            check(&format!("{words}."), &[(Firm, actor, words)]);
        }
    }

    #[test]
    fn auxiliaries_and_governors_say_how_firm_it_is() {
        let cases = [
            (
                Potential,
                "The airline",
                "The airline is expected to agree to new slots",
            ),
            (Potential, "Brazil", "Brazil offered to host the talks"),
            (
                Potential,
                "The lender",
                "The lender would commit $3 billion under the plan",
            ),
            (
                Conditional,
                "The union",
                "The union agreed to end the strike if wages rise",
            ),
            (
                Reported,
                "The firm",
                "The firm has reportedly agreed to sell its stake",
            ),
            (
                Reported,
                "The firm",
                "The firm is said to have agreed to pay a fine",
            ),
            (Firm, "The coach", "The coach went on to promise a title"),
            (Firm, "The mayor", "The mayor began promising to rebuild"),
        ];
        for (firmness, actor, words) in cases {
            check(&format!("{words}."), &[(firmness, actor, words)]);
        }
        check(
            "If the treaty is signed, France has promised to send engineers.",
            &[(
                Conditional,
                "France",
                "France has promised to send engineers",
            )],
        );
    }

    #[test]
    fn speech_is_vowed_before_or_after_its_speaker() {
        check(
            "“No one will be left behind,” the mayor vowed.",
            &[(
                Firm,
                "the mayor",
                "“No one will be left behind,” the mayor vowed",
            )],
        );
        check(
            "“We will stay,” promised Anna Low.",
            &[(Firm, "Anna Low", "“We will stay,” promised Anna Low")],
        );
    }

    #[test]
    fn what_is_given_by_somebody_stands_before_its_participle() {
        check(
            "The money promised by the council has not arrived.",
            &[(Reported, "the council", "The money promised by the council")],
        );
    }

    #[test]
    fn denials_demands_and_questions_bind_nobody() {
        check_none(&[
            "He refused to commit to a date.",
            "She did not agree to the plan.",
            "Neither side has committed to the talks.",
            "Campaigners urged the bank to commit to a deadline.",
            "The army must commit to civilian rule.",
            "She demands that he promise to leave.",
            "If the bank promised to help, the shares would rise.",
            "Will the government promise to act?",
            "The rule bars officials from agreeing to such contracts.",
            "She stopped short of pledging troops.",
            "To guarantee quality, each unit is tested.",
        ]);
    }

    #[test]
    fn other_senses_bind_nobody() {
        check_none(&[
            "The weekend promises to be sunny.",
            "It is a promising approach.",
            "He won 300 pledged delegates.",
            "The police say he committed the murder.",
            "The two agreed to disagree.",
            "Scientists agree that the climate is warming.",
            "She was sworn in on Monday.",
            "Officials assured reporters that the bridge was safe.",
            "I guarantee you nobody read it.",
            "I promise you he will win.",
            "The treaty differs from the pact, which guarantees mutual defence.",
            "The refugees were promised nothing.",
            "She says who has promised something.",
            "Run git commit to save your work.",
            "The explanation offered by the office is thin.",
        ]);
    }
}
