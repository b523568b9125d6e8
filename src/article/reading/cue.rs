//! Cues: the words that say that somebody says something.
//!
//! Who says it is found by `subject`.
//!
//! ```text
//! “Go,” said Ann Lee, who knew.         Lee, the mayor, later called it “a mistake.”
//!       └──┘ └─────┘ subject            └─┘ subject     └────┘
//! ```

mod subject;

use std::ops::Range;

use super::lexicon::Traits;
use super::mention::{Link, Mention};
use super::token::{Shape, Token, Tokens};
use subject::Subjects;

/// A verb or phrase that reports speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its words, by tokens of the narration.
    pub tokens: Range<usize>,
    /// What sort of cue it is.
    pub kind: CueKind,
    /// Who speaks.
    pub subject: Option<Subject>,
}

/// Who speaks, seen from a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The number of the mention.
    pub mention: usize,
    /// Where it stands.
    pub order: Order,
}

/// What sort of cue it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueKind {
    /// A verb that can carry a whole quotation.
    Say,
    /// A verb that works a fragment into a sentence.
    Report,
    /// *According to*.
    According,
    /// A verb of either sort in the passive.
    Passive,
    /// A noun: *his warning that …*
    Noun,
}

/// Where the subject of a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// Right before it: *Lee said*, *Lee, the mayor, said*.
    Direct,
    /// Right behind it: *said Lee*.
    Inverted,
    /// Further away: *Lee went on to say*, *Lee left, saying*.
    Remote,
}

/// The cues of a passage in order. In title case a capital says nothing.
pub fn cues(tokens: Tokens<'_>, mentions: &[Mention], is_title_case: bool) -> Vec<Cue> {
    const CUES: Traits = Traits::CUE.union(Traits::NOUN).union(Traits::IDIOM);
    let finder = Finder {
        tokens,
        subjects: Subjects { tokens, mentions },
        is_title_case,
    };
    let tokens = tokens.slice(0..tokens.len()).iter().enumerate();
    let may_say = tokens.filter(|(_, token)| token.is(CUES)); // few
    may_say
        .filter_map(|(at, token)| finder.at(at, token))
        .collect()
}

struct Finder<'a> {
    tokens: Tokens<'a>,
    subjects: Subjects<'a>,
    is_title_case: bool,
}

impl Finder<'_> {
    fn at(&self, at: usize, token: &Token) -> Option<Cue> {
        if self.is_according(at) {
            let mention = self.subjects.named(at + 2);
            let subject = mention.map(|mention| Subject {
                mention,
                order: Order::Inverted,
            });
            return Some(Cue {
                tokens: at..at + 2,
                kind: CueKind::According,
                subject,
            });
        }
        if token.is(Traits::NOUN)
            && let Some(cue) = self.noun(at)
        {
            return Some(cue);
        }
        let is_verb = (token.is(Traits::CUE) || self.idiom(at) > 0)
            && self.may_be_verb(token)
            && !self.is_noun(at, token)
            && !self.is_onset(at, token)
            && self.subjects.covering(at).is_none();
        is_verb.then(|| self.verb(at, token))
    }

    fn is_according(&self, at: usize) -> bool {
        self.tokens.word(at + 1) == "to" && self.tokens.word(at).eq_ignore_ascii_case("according")
    }

    fn verb(&self, at: usize, token: &Token) -> Cue {
        let tokens = at..at + 1 + self.idiom(at);
        if self.is_passive(at) {
            return Cue {
                tokens,
                kind: CueKind::Passive,
                subject: self.subjects.agent(at),
            };
        }
        let kind = if token.is(Traits::SAY) || tokens.len() > 1 {
            CueKind::Say
        } else {
            CueKind::Report
        };
        Cue {
            tokens,
            kind,
            subject: self.subjects.of(at),
        }
    }

    /// How many words behind the verb at `at` make a phrase of it: *put it*, *made it clear*.
    fn idiom(&self, at: usize) -> usize {
        match (
            self.tokens.word(at),
            self.tokens.word(at + 1),
            self.tokens.word(at + 2),
        ) {
            ("put" | "puts" | "putting", "it", _)
            | ("made" | "makes" | "make" | "making", "clear", _) => 1,
            ("made" | "makes" | "make" | "making", "it", "clear") => 2,
            _ => 0,
        }
    }

    /// A noun of speech and whose it is: *Lee’s recent claim*.
    fn noun(&self, at: usize) -> Option<Cue> {
        const ADJECTIVES: usize = 4;
        let is_adjective = |&before: &usize| {
            let is_small = self.tokens.get(before).is_some_and(|token| {
                !token.is_capital() && !token.is(Traits::CUE | Traits::PREPOSITION)
            });
            is_small
                && self.tokens.is_joined(before, at)
                && self.subjects.covering(before).is_none()
        };
        let adjectives = (0..at).rev().take(ADJECTIVES).take_while(is_adjective);
        let owner = at
            .checked_sub(1 + adjectives.count())
            .filter(|&owner| self.tokens.is_joined(owner, at))
            .and_then(|owner| self.subjects.covering(owner))?;
        let is_owner = self
            .subjects
            .mentions
            .get(owner)
            .is_some_and(|mention| mention.link == Link::Possessive);
        is_owner.then_some(Cue {
            tokens: at..at + 1,
            kind: CueKind::Noun,
            subject: Some(Subject {
                mention: owner,
                order: Order::Direct,
            }),
        })
    }

    /// A capital in the middle of a sentence makes a name of a verb.
    fn may_be_verb(&self, token: &Token) -> bool {
        !token.is_capital() || token.has(Shape::FIRST) || self.is_title_case
    }

    /// Whether the word at `at` is rather a noun or an adjective: *a call*, *the alleged*, *of note*.
    fn is_noun(&self, at: usize, token: &Token) -> bool {
        const PRONOUNS: &[&str] = &[
            "that", "all", "both", "each", "some", "many", "most", "few", "one", "another",
            "others", "several", "who", "which",
        ];
        let follows_stretch = at > 0 && self.tokens.is_stretch(at - 1);
        if token.has(Shape::POSSESSIVE) || token.is(Traits::NOUN) && follows_stretch {
            return true;
        }
        let Some(before) = self
            .tokens
            .before(at)
            .filter(|before| before.is_word() && before.sentence == token.sentence)
        else {
            return false;
        };
        let word = self.tokens.word(at - 1);
        if before.is(Traits::DETERMINER)
            || before.has(Shape::POSSESSIVE) && !before.is(Traits::PRONOUN)
        {
            return !PRONOUNS.contains(&word) || token.has(Shape::FIRST);
        }
        let is_gerund = self.tokens.word(at).ends_with("ing");
        before.is(Traits::PREPOSITION)
            && word != "to"
            && !is_gerund
            && self.subjects.covering(at - 1).is_none()
    }

    /// Whether the verb at `at` says that something else begins or goes on: *continues to run*, *began a campaign*.
    fn is_onset(&self, at: usize, token: &Token) -> bool {
        let follows_quote = at > 0 && self.tokens.is_stretch(at - 1);
        token.is(Traits::ONSET)
            && !follows_quote
            && self.tokens.is_joined(at, at + 1)
            && (self.tokens.is(at + 1, Traits::DETERMINER)
                || ["to", "with"].contains(&self.tokens.word(at + 1))
                || self.tokens.word(at + 1).ends_with("ing"))
    }

    /// Whether a participle says what somebody is called: *Lee, dubbed “the fox,” left*.
    fn is_insertion(&self, at: usize) -> bool {
        const LEADING: &[&str] = &["as", "a", "an", "the"];
        let comma = at.checked_sub(1).filter(|&at| self.tokens.is_mark(at, ','));
        let is_leading = |&at: &usize| LEADING.contains(&self.tokens.word(at));
        let leading = (at + 1..at + 3).take_while(is_leading).count();
        let names = NAMING.contains(&self.tokens.word(at))
            && self.tokens.is_together(at, at + 1 + leading)
            && self.tokens.is_stretch(at + 1 + leading);
        names && comma.is_some_and(|comma| self.subjects.before_insertion(comma).is_none())
    }

    /// Whether somebody is asked before saying something: *Asked about it, Lee said no*.
    fn is_asked(&self, at: usize) -> bool {
        const ASKED: &[&str] = &[
            "Asked",
            "Questioned",
            "Pressed",
            "Told",
            "Challenged",
            "Quizzed",
        ];
        const WHAT: Traits = Traits::PREPOSITION.union(Traits::CONJUNCTION);
        self.tokens.has(at, Shape::FIRST)
            && ASKED.contains(&self.tokens.word(at))
            && self.tokens.is(at + 1, WHAT)
    }

    /// Whether something is read to others: *a statement read to the court*.
    fn is_read_out(&self, at: usize) -> bool {
        let before = self.tokens.before(at);
        self.tokens.word(at) == "read"
            && before.is_some_and(|before| before.is(Traits::TEXT))
            && matches!(
                self.tokens.word(at + 1),
                "to" | "by" | "out" | "aloud" | "in" | "at"
            )
    }

    fn is_passive(&self, at: usize) -> bool {
        if self.tokens.word(at).ends_with("ing") {
            return false;
        }
        let is_heard = matches!(self.tokens.word(at), "hear" | "hears" | "heard"); // not who hears it says it
        if is_heard || self.is_insertion(at) || self.is_asked(at) || self.is_read_out(at) {
            return true;
        }
        let verb = (at.saturating_sub(4)..at)
            .rev()
            .filter(|&before| self.tokens.is_together(before, at))
            .find(|&before| !subject::is_adverb(self.tokens, before));
        verb.is_some_and(|at| self.tokens.is(at, Traits::BE))
    }
}

/// Verbs that give a name.
const NAMING: &[&str] = &[
    "called",
    "dubbed",
    "nicknamed",
    "labeled",
    "labelled",
    "branded",
    "billed",
    "hailed",
    "described",
    "termed",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    /// Each cue, its kind, and its subject.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, CueKind, Option<&str>)]) {
        let found = testing::narration(text, |tokens, mentions| {
            let shown = |cue: Cue| {
                let subject = cue.subject.and_then(|it| mentions.get(it.mention));
                let subject = subject.map(|mention| tokens.text(mention.tokens.clone()));
                (tokens.text(cue.tokens), cue.kind, subject)
            };
            let cues = cues(tokens, mentions, false).into_iter();
            cues.map(shown).collect::<Vec<_>>()
        });
        let found: Vec<_> = found
            .iter()
            .map(|(cue, kind, subject)| (cue.as_str(), *kind, subject.as_deref()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_subject_stands_before_or_behind_its_verb() {
        use CueKind::Say;
        check("“Go,” Lee said.", &[("said", Say, Some("Lee"))]);
        check("“Go,” said Lee, who left.", &[("said", Say, Some("Lee"))]);
        check(
            "It is over, said Ann Lee.",
            &[("said", Say, Some("Ann Lee"))],
        );
        check("Lee later also said “no.”", &[("said", Say, Some("Lee"))]);
    }

    #[test]
    fn insertions_are_skipped() {
        use CueKind::Say;
        check(
            "Ann Lee, the mayor of Kent, said so.",
            &[("said", Say, Some("Ann Lee"))],
        );
        check(
            "Ann Lee (R-Ohio) said so.",
            &[("said", Say, Some("Ann Lee"))],
        );
        check(
            "Ann Lee, who runs the Kent office, said so.",
            &[("said", Say, Some("Ann Lee"))],
        );
        check(
            "Ann Lee, who said so, left.",
            &[("said", Say, Some("Ann Lee"))],
        );
        check(
            "A spokesman for the Lee campaign said so.",
            &[("said", Say, Some("A spokesman"))],
        );
        check(
            "A man who is chairman of the Kent party said so.",
            &[("said", Say, Some("A man"))],
        );
    }

    #[test]
    fn verbs_further_on_keep_their_subject() {
        use CueKind::{Report, Say};
        check(
            "Lee met Bob Smith and called him “a liar.”",
            &[("called", Report, Some("Lee"))],
        );
        check(
            "Lee left the room, saying “no.”",
            &[("saying", Say, Some("Lee"))],
        );
        check(
            "Calling it “a mistake,” Lee left.",
            &[("Calling", Report, Some("Lee"))],
        );
        check(
            "Lee left, but Bob Smith went on to say “no.”",
            &[("say", Say, Some("Bob Smith"))],
        );
    }

    #[test]
    fn phrases_and_nouns_are_cues_too() {
        check(
            "According to the mayor, it is “over.”",
            &[("According to", CueKind::According, Some("the mayor"))],
        );
        check(
            "As Lee put it, “no.”",
            &[("put it", CueKind::Say, Some("Lee"))],
        );
        check(
            "Lee made it clear it was “over.”",
            &[("made it clear", CueKind::Say, Some("Lee"))],
        );
        check(
            "Lee’s warning that it is “over” was heard.",
            &[
                ("warning", CueKind::Noun, Some("Lee")),
                ("heard", CueKind::Passive, None),
            ],
        );
    }

    #[test]
    fn passives_have_an_agent_or_none() {
        check(
            "He was called “a liar” by Ann Lee.",
            &[("called", CueKind::Passive, Some("Ann Lee"))],
        );
        check(
            "Asked about it, Lee said “no.”",
            &[
                ("Asked", CueKind::Passive, None),
                ("said", CueKind::Say, Some("Lee")),
            ],
        );
        check("He was told “no.”", &[("told", CueKind::Passive, None)]);
    }

    #[test]
    fn nouns_are_no_verbs() {
        check("The call for a claim of note was Lee’s.", &[]);
    }

    #[test]
    fn what_begins_need_not_be_speech() {
        check("Lee continues to run and began a walk.", &[]);
        check(
            "Lee continued: “no.”",
            &[("continued", CueKind::Say, Some("Lee"))],
        );
    }
}
