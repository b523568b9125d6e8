//! What somebody is said to have announced: `the minister said she would pay`, `the council will pay, the mayor said`.
//!
//! What somebody says of others by name or by *they* is a forecast; in quotation marks *he*, *she*, *it* and *they* are always others.

use std::ops::Range;

use super::super::hearsay::{self, Voice};
use super::super::lexicon::Tags;
use super::super::party;
use super::super::{Firmness, deed, group, phrase};
use super::{Announcement, Reading};
use crate::article::guarantee::token::Gap;

/// Verbs after which `she will` is her own word.
const ANNOUNCEMENTS: &[&str] = &[
    "said",
    "says",
    "announced",
    "declared",
    "stated",
    "confirmed",
];

/// How many words may stand between an act and who announces it: `will pay …, the minister said`.
const FARTHEST: usize = 50;

impl Announcement<'_> {
    /// `the minister said she would pay`, `the firm said the mine’s owner will pay`.
    pub(super) fn said(&self) -> Option<Reading> {
        let (sentence, modal) = (self.sentence, self.modal);
        let has_report = || (0..modal).any(|at| sentence.has(at, Tags::REPORT));
        if !self.is_announced() || !has_report() {
            return None;
        }
        let subject = phrase::before(sentence, modal)?;
        let report = self.report_before(subject.start)?;
        let is_direct = (report + 1..=subject.start).any(|at| sentence.breaks(at, Gap::PHRASE));
        let form = deed::form(sentence, report);
        let speaker = group::read(sentence, report, form)?.subject(sentence)?;
        let is_pronoun = sentence.is(subject.start, &["he", "she", "they", "it"]);
        if is_pronoun && (is_direct || !self.can_mean(subject.start, &speaker))
            || is_direct && !self.is_house(&subject)
        {
            return None;
        }
        let is_person = sentence.is(subject.start, &["he", "she"]);
        let actor = if is_pronoun { speaker.clone() } else { subject };
        let is_somebody = is_pronoun || self.is_somebody(&actor);
        let firmness = self.firmness(&speaker, &actor).filter(|_| is_somebody)?;
        let firmness = match firmness {
            Firmness::Firm if is_person && self.is_vouched(report, &speaker) => Firmness::Reported,
            _ if is_person => Firmness::Weak,
            firmness => firmness,
        };
        Some(Reading {
            start: actor.start,
            actor: Some(actor),
            firmness,
        })
    }

    /// The verb that announces something right before a clause, if one does.
    fn report_before(&self, clause: usize) -> Option<usize> {
        const LOOSE: Tags = Tags::THAT
            .union(Tags::TIME)
            .union(Tags::ADVERB)
            .union(Tags::PREPOSITION);
        const REACH: usize = 5;
        let mut near = (clause.saturating_sub(REACH)..clause).rev();
        let report = near.find(|&at| !self.sentence.has(at, LOOSE))?;
        self.sentence.is(report, ANNOUNCEMENTS).then_some(report)
    }

    /// Whether *he* is surely who says so. That is a guess, and a poor one behind a bare surname and *said*: others were named before.
    fn is_vouched(&self, report: usize, speaker: &Range<usize>) -> bool {
        let sentence = self.sentence;
        let is_full = speaker.len() > 1 || sentence.has(speaker.start, Tags::SUBJECT);
        let is_standing = !sentence.is(report, &["said"]) || sentence.had(report, Tags::HAVE);
        is_full || is_standing
    }

    /// Whether a pronoun behind `said` can be whoever says so: one person is not *they*, an insider not *it*.
    fn can_mean(&self, pronoun: usize, speaker: &Range<usize>) -> bool {
        let sentence = self.sentence;
        let head = party::head(sentence, speaker);
        let is_body = sentence.has(head, Tags::BODY | Tags::SUBJECT);
        let is_several = sentence.word(head).ends_with('s')
            || speaker.clone().any(|at| sentence.has(at, Tags::AND));
        if sentence.is(pronoun, &["they"]) {
            is_body || is_several
        } else {
            !sentence.is(pronoun, &["it"]) || !hearsay::is_insider(sentence, speaker)
        }
    }

    /// `the council will pay, the mayor said`, `…, said the mayor`, `…, it announced`, `…, according to a statement`.
    pub(super) fn said_behind(&self) -> Option<Reading> {
        let sentence = self.sentence;
        if !self.is_announced() {
            return None;
        }
        if !self.may_be_announced() {
            return None;
        }
        let actor = phrase::subject(sentence, self.modal)?;
        let is_clause = self.is_named(&actor) && self.opens_clause(actor.start);
        let is_quoted = sentence.has(self.modal, Tags::QUOTED);
        if !is_clause || is_quoted && !self.is_house(&actor) {
            return None;
        }
        let aside = actor.end..self.modal; // `The council, the mayor said, will pay`
        let behind = self.act + 1..sentence.len().min(self.act + FARTHEST);
        let opening = hearsay::source(sentence, 0).filter(|source| source.end == actor.start);
        let speaker = aside
            .chain(behind)
            .filter(|&at| sentence.gap(at).intersects(Gap::COMMA | Gap::CLOSE))
            .find_map(|at| self.announcer(at))
            .or(opening)?;
        let firmness = self.firmness(&speaker, &actor)?;
        Some(Reading {
            start: actor.start,
            actor: Some(actor),
            firmness,
        })
    }

    /// Whether any word says so; most sentences are done with this.
    fn may_be_announced(&self) -> bool {
        let sentence = self.sentence;
        (0..sentence.len())
            .any(|at| sentence.has(at, Tags::REPORT) || sentence.reads(at, "according to"))
    }

    /// Who announces it in the words that begin at `at`.
    fn announcer(&self, at: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let is_verb = |at| sentence.is(at, ANNOUNCEMENTS);
        let is_told = |at| is_verb(at) || sentence.is(at, &["told"]);
        let phrase_at = |at| {
            let end = phrase::end_after(sentence, at);
            (end > at).then_some(at..end)
        };
        if is_verb(at) {
            return phrase_at(at + 1);
        }
        let before =
            phrase_at(at).filter(|it| is_told(it.end) && !sentence.breaks(it.end, Gap::HARD));
        before.or_else(|| hearsay::source(sentence, at))
    }

    /// Whether an actor is a body without a name, `the government`, of which those who are quoted speak as their own; of *Mayor Orr* they
    /// speak as of others.
    fn is_house(&self, actor: &Range<usize>) -> bool {
        let sentence = self.sentence;
        let head = party::head(sentence, actor);
        sentence.has(head, Tags::BODY) && !sentence.has(head, Tags::CAPITAL)
    }

    /// Whether nothing but a time or a link stands before the clause that begins at `start`.
    pub(super) fn opens_clause(&self, start: usize) -> bool {
        let sentence = self.sentence;
        let link = Tags::TIME | Tags::ADVERB | Tags::AND | Tags::CONTRAST;
        sentence.breaks(start, Gap::PHRASE) || sentence.had(start, link)
    }

    /// What is said to be going on (`will be attending`) is a schedule.
    fn is_announced(&self) -> bool {
        let (sentence, modal) = (self.sentence, self.modal);
        let is_will = sentence.has(modal, Tags::WILL);
        let is_would = sentence.is(modal, &["would", "'d", "’d"]);
        (is_will || is_would) && self.is_act() && !sentence.is(self.act, &["be"])
    }

    /// Whether an actor right before the modal is somebody in particular: not `people`, `those who`, `they`.
    pub(super) fn is_named(&self, actor: &Range<usize>) -> bool {
        let sentence = self.sentence;
        let opener = Tags::DETERMINER | Tags::POSSESSIVE | Tags::CAPITAL;
        let is_told =
            (actor.end..self.modal).any(|at| sentence.has(at, Tags::RELATIVE | Tags::THAT));
        let is_crowd = sentence.is(
            actor.start,
            &["people", "men", "women", "families", "workers"],
        );
        self.is_somebody(actor)
            && sentence.has(actor.start, opener)
            && !sentence.has(actor.start, Tags::SUBJECT)
            && !is_told
            && !is_crowd
    }

    /// Whether an actor is a person or a body of whom it is not denied that it will act.
    fn is_somebody(&self, actor: &Range<usize>) -> bool {
        let sentence = self.sentence;
        let is_denied = actor.clone().any(|at| sentence.has(at, Tags::NEGATION));
        party::is_somebody(sentence, actor) && !is_denied
    }

    /// How firmly an actor is bound by what a speaker says; `None` when that is no more than a forecast.
    fn firmness(&self, speaker: &Range<usize>, actor: &Range<usize>) -> Option<Firmness> {
        let sentence = self.sentence;
        let is_own = speaker == actor;
        let is_reported =
            sentence.reads(0, "according to") && hearsay::is_told_by_others(sentence, Some(actor));
        match hearsay::voice(sentence, speaker) {
            Voice::Onlooker if !is_own => None,
            _ if !sentence.has(self.modal, Tags::WILL) => Some(Firmness::Weak),
            Voice::Outside if !is_own => Some(Firmness::Reported),
            _ if is_reported => Some(Firmness::Reported),
            _ => Some(Firmness::Firm),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_none};
    use super::Firmness::{Firm, Reported, Weak};

    #[test]
    fn what_is_announced_by_or_for_a_body_binds_it() {
        for (firmness, actor, words, behind) in [
            (
                Firm,
                "The council",
                "The council will rebuild the pier",
                ", the mayor said",
            ),
            (
                Firm,
                "The council",
                "The council will rebuild the pier",
                ", said Anna Low",
            ),
            (
                Firm,
                "Acme",
                "It is so. Acme will close the mine",
                ", it announced",
            ),
            (
                Firm,
                "Acme",
                "It is so. Acme will close the mine",
                ", according to a statement",
            ),
            (
                Reported,
                "Acme",
                "It is so. Acme will close the mine",
                ", the union said",
            ),
            (
                Weak,
                "The council",
                "The council would rebuild the pier",
                ", she said",
            ),
        ] {
            let words_only = words.strip_prefix("It is so. ").unwrap_or(words);
            check(
                &format!("{words}{behind}."),
                &[(firmness, actor, words_only)],
            );
        }
        check(
            "Anna Low said the council will rebuild the pier.",
            &[(Firm, "the council", "the council will rebuild the pier")],
        );
        check(
            "According to The Herald, Norland will send 20 trams.",
            &[(Reported, "Norland", "Norland will send 20 trams")],
        );
        check(
            "The council will publish the report by 1 June, Transport Secretary Ann Howe told the house.",
            &[(
                Firm,
                "The council",
                "The council will publish the report by 1 June",
            )],
        );
    }

    #[test]
    fn others_behind_said_are_not_the_speaker() {
        for said in [
            "Mark Stone said: \"They will never build it.\"",
            "Howe said, \"He will sign the bill.\"",
            "Howe said: “She will send troops.”",
            "Howe said: ‘She will send troops.’",
            "Howe said: 'She will send troops.'",
            "Howe said: “It will close the plant.”",
            "Howe said they will raise rents.",
            "A person close to the talks said: \"They will never agree.\"",
            "A person familiar with its thinking said it \"will not pay\".",
            "Opposition leader Tom Howe said: \"The government will never cut taxes.\"",
            "Rivals said the council will cut the trees.",
        ] {
            check(said, &[]);
        }
        check(
            "“I will send troops,” Howe said. Howe said: “We will send troops.”",
            &[
                (Firm, "I", "I will send troops"),
                (Firm, "We", "We will send troops"),
            ],
        );
        check(
            "The owners said they will raise rents. The firm says it will pay.",
            &[
                (Firm, "The owners", "The owners said they will raise rents"),
                (Firm, "The firm", "The firm says it will pay"),
            ],
        );
        check(
            "Mark Stone said he will sign the bill.",
            &[(
                Reported,
                "Mark Stone",
                "Mark Stone said he will sign the bill",
            )],
        );
    }

    #[test]
    fn forecasts_stay_forecasts() {
        check_none(&[
            "The council will rebuild the pier, analysts said.",
            "Prices will rise, the minister said.",
            "The council will rebuild the pier.",
            "Economists said the bank will raise its rates.",
            "No council will rebuild the pier, she said.",
        ]);
    }
}
