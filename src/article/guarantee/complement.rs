//! Complements: what somebody binds itself to, as it follows the cue.

use super::binding::AID;
use super::cue::{Cue, Family, Frames};
use super::lexicon::Tags;
use super::phrase;
use super::token::{Gap, Sentence};

/// What follows a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// `to build a bridge`, from its verb.
    Act(usize),
    /// `it would build a bridge`, from its subject.
    Clause(usize),
    /// `a bridge`, from its first word.
    Thing(usize),
}

/// How many words may stand between a cue and what belongs to it.
const FARTHEST: usize = 14;

/// How far into a clause its `will` is looked for, in words.
const LONGEST_CLAUSE: usize = 30;

impl Complement {
    /// Its first word.
    pub(super) fn start(self) -> usize {
        match self {
            Self::Act(start) | Self::Clause(start) | Self::Thing(start) => start,
        }
    }
}

/// The complement of the verb at `verb`.
pub(super) fn of_verb(sentence: Sentence<'_>, verb: usize, cue: Cue) -> Option<Complement> {
    let reader = Reader {
        sentence,
        frames: cue.frames,
    };
    let assured = || {
        (cue.family == Family::Assure)
            .then(|| assured_of(sentence, verb))
            .flatten()
    };
    reader.read(verb + 1, verb + 1 + FARTHEST).or_else(assured)
}

/// How many words what somebody is assured of has at most.
const LONGEST_AID: usize = 5;

/// `assured the islanders of its support`
fn assured_of(sentence: Sentence<'_>, verb: usize) -> Option<Complement> {
    let of = phrase::simple_after(sentence, verb + 1);
    let is_near = |at: &usize| !sentence.breaks(*at, Gap::PHRASE);
    let mut words = (of + 1..of + 1 + LONGEST_AID).take_while(is_near);
    let is_given = of > verb + 1
        && sentence.is(of, &["of"])
        && !sentence.has(verb + 1, Tags::REFLEXIVE)
        && words.any(|at| sentence.is(at, AID));
    is_given.then_some(Complement::Thing(of + 1))
}

/// The complement of the noun before `start`: an act or a clause.
pub(super) fn of_noun(sentence: Sentence<'_>, start: usize) -> Option<Complement> {
    let reader = Reader {
        sentence,
        frames: Frames::ACT.union(Frames::CLAUSE),
    };
    reader.read(start, start + FARTHEST)
}

struct Reader<'a> {
    sentence: Sentence<'a>,
    frames: Frames,
}

impl Reader<'_> {
    fn read(&self, start: usize, limit: usize) -> Option<Complement> {
        let at = self.skip_loose(start, limit)?;
        let sentence = self.sentence;
        if self.frames.contains(Frames::DOING)
            && sentence.has(at, Tags::GERUND)
            && !sentence.has(at, Tags::NOMINAL)
        {
            return Some(Complement::Act(at));
        }
        if sentence.gap(at).contains(Gap::OPEN) {
            return self.quoted(at);
        }
        if sentence.has(at, Tags::TO) {
            return self.after_to(at + 1, limit);
        }
        if sentence.has(at, Tags::THAT) && self.frames.contains(Frames::CLAUSE) {
            let is_told = self.frames.contains(Frames::FACT) || has_future(sentence, at + 1);
            return is_told.then_some(Complement::Clause(at + 1));
        }
        if self.frames.contains(Frames::CLAUSE) && is_bare_clause(sentence, at) {
            return Some(Complement::Clause(at));
        }
        if sentence.has(at, Tags::PREPOSITION) {
            return self.after_adjunct(at, limit);
        }
        self.after_object(at, limit)
    }

    /// Skips what says when and how, and an aside between commas; `None` at the end of the clause.
    fn skip_loose(&self, start: usize, limit: usize) -> Option<usize> {
        let sentence = self.sentence;
        let mut at = start;
        while at < limit {
            let gap = sentence.gap(at);
            if at >= sentence.len() || gap.intersects(Gap::HARD.difference(Gap::OPEN)) {
                return None;
            }
            if gap.contains(Gap::COMMA) && !gap.contains(Gap::OPEN) {
                at = (at + 1..limit).find(|&at| sentence.gap(at).contains(Gap::COMMA))?;
                let goes_on = sentence.has(at, Tags::TO | Tags::THAT);
                return goes_on.then_some(at);
            }
            let is_loose = sentence.has(at, Tags::ADVERB | Tags::TIME | Tags::NEGATION)
                && !sentence.has(at, Tags::DETERMINER);
            if !is_loose || gap.contains(Gap::OPEN) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Words in quotation marks that belong to the sentence: `promised “a new era”`, `vowed to “fight on”`.
    fn quoted(&self, at: usize) -> Option<Complement> {
        if self.sentence.has(at, Tags::TO) {
            return self.after_to(at + 1, at + FARTHEST);
        }
        let is_clause = self.frames.contains(Frames::CLAUSE) && has_future(self.sentence, at);
        let is_thing = self.frames.contains(Frames::THING);
        if is_clause {
            Some(Complement::Clause(at))
        } else {
            is_thing.then_some(Complement::Thing(at))
        }
    }

    fn after_to(&self, at: usize, limit: usize) -> Option<Complement> {
        let sentence = self.sentence;
        if sentence.breaks(at, Gap::COMMA) && at >= sentence.len() {
            return None;
        }
        if is_verb_after_to(sentence, at) {
            return self
                .frames
                .contains(Frames::ACT)
                .then_some(Complement::Act(at));
        }
        if self.frames.contains(Frames::TO_THING) {
            return Some(Complement::Thing(at));
        }
        if self.frames.contains(Frames::RECIPIENT) || self.frames.contains(Frames::CLAUSE) {
            let end = phrase::end_after(sentence, at);
            return (end > at && end < limit)
                .then(|| self.read(end, limit))
                .flatten();
        }
        None
    }

    /// `pledged at a meeting to …`, `agreed with them to …`: what the phrase after the preposition leaves for the verb.
    fn after_adjunct(&self, at: usize, limit: usize) -> Option<Complement> {
        let sentence = self.sentence;
        let end = phrase::end_after(sentence, at + 1);
        let goes_on = end < limit
            && sentence.has(end, Tags::TO | Tags::THAT | Tags::PREPOSITION)
            && !sentence.is(at, &["on", "about"])
            || end < limit && sentence.has(end, Tags::TO);
        let rest = Self {
            sentence,
            frames: self.frames.difference(Frames::TO_THING),
        };
        (goes_on && !sentence.breaks(end, Gap::PHRASE))
            .then(|| rest.read(end, limit))
            .flatten()
    }

    /// `promised them that …`, `committed itself to …`, `pledged money`.
    fn after_object(&self, at: usize, limit: usize) -> Option<Complement> {
        let sentence = self.sentence;
        let end = phrase::end_after(sentence, at);
        if end == at {
            // `promised help`: what is a verb elsewhere is a noun behind a verb.
            let is_noun = sentence.has(at, Tags::VERB) && self.frames.contains(Frames::THING);
            return (is_noun && !is_past(sentence, at)).then_some(Complement::Thing(at));
        }
        let goes_on = end < limit && !sentence.breaks(end, Gap::HARD | Gap::COMMA);
        if goes_on && self.frames.contains(Frames::OBJECT_TO) && sentence.has(end, Tags::TO) {
            return Some(self.to_anything(end + 1));
        }
        if goes_on && self.frames.contains(Frames::RECIPIENT) {
            let simple = phrase::simple_after(sentence, at);
            let then = [end, simple]
                .into_iter()
                .find_map(|end| self.after_recipient(end, limit));
            if then.is_some() {
                return then;
            }
        }
        let is_sum = (at..phrase::simple_after(sentence, at).max(at + 1))
            .any(|at| sentence.has(at, Tags::NUMBER) || sentence.gap(at).contains(Gap::MONEY));
        let is_nothing = sentence.has(at, Tags::NEGATION)
            && !(sentence.is(at, &["no"]) && end > at + 1 && !sentence.is(at + 1, &["one"]));
        let is_given = (is_sum || !self.frames.contains(Frames::OBJECT_TO))
            && !is_nothing
            && !is_mere_recipient(sentence, at);
        (is_given && self.frames.contains(Frames::THING)).then_some(Complement::Thing(at))
    }

    fn to_anything(&self, at: usize) -> Complement {
        if is_verb_after_to(self.sentence, at) {
            Complement::Act(at)
        } else {
            Complement::Thing(at)
        }
    }

    fn after_recipient(&self, at: usize, limit: usize) -> Option<Complement> {
        let sentence = self.sentence;
        let is_clause = sentence.has(at, Tags::THAT) || is_bare_clause(sentence, at);
        let is_act = sentence.has(at, Tags::TO) && self.frames.contains(Frames::ACT);
        (at < limit && (is_clause || is_act))
            .then(|| self.read(at, limit))
            .flatten()
    }
}

fn is_past(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.has(at, Tags::PAST | Tags::REPORT)
}

/// Whether nothing is given to whom is promised: `I promise you, …`, but not `I promised you a place`.
fn is_mere_recipient(sentence: Sentence<'_>, at: usize) -> bool {
    let opens_clause = Tags::SUBJECT | Tags::NEGATION | Tags::AUXILIARY | Tags::THAT;
    sentence.has(at, Tags::OBJECT | Tags::YOU)
        && (sentence.breaks(at + 1, Gap::PHRASE) || sentence.has(at + 1, opens_clause))
}

/// Whether a clause without `that` begins at `at`: `he would …`, `taxes will …`.
fn is_bare_clause(sentence: Sentence<'_>, at: usize) -> bool {
    let end = phrase::end_after(sentence, at);
    let modal = (end..end + 3).find(|&at| !sentence.has(at, Tags::ADVERB));
    end > at
        && modal.is_some_and(|at| is_future_auxiliary(sentence, at))
        && !sentence.breaks(end, Gap::PHRASE)
}

/// Whether the clause that begins at `start` speaks of what is to come.
pub(super) fn has_future(sentence: Sentence<'_>, start: usize) -> bool {
    let is_border = |&at: &usize| {
        at > start
            && sentence
                .gap(at)
                .intersects(Gap::BREAK | Gap::CLOSE | Gap::QUESTION)
    };
    (start..sentence.len().min(start + LONGEST_CLAUSE))
        .take_while(|at| !is_border(at))
        .any(|at| {
            sentence.has(at, Tags::WILL)
                || sentence.is(at, &["would", "'d", "’d"])
                || sentence.is(at, &["never"]) && !sentence.had(at, Tags::HAVE | Tags::BE)
                || is_going_to(sentence, at)
        })
}

/// `will`, `would`, `can`, and the `’s` of `he’s going to`.
fn is_future_auxiliary(sentence: Sentence<'_>, at: usize) -> bool {
    let is_be = sentence.has(at, Tags::BE | Tags::OWNER);
    sentence.has(at, Tags::MODAL) && !sentence.has(at, Tags::DUTY)
        || is_be && is_going_to(sentence, at + 1)
}

fn is_going_to(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.is(at, &["going", "gonna"])
        && (sentence.has(at + 1, Tags::TO) || sentence.is(at, &["gonna"]))
}

/// Whether the word after `to` is a verb and not a noun: articles, names, numbers and plurals are no verbs.
pub(super) fn is_verb_after_to(sentence: Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let is_adverb =
        sentence.has(at, Tags::ADVERB | Tags::NEGATION) && !sentence.has(at, Tags::DETERMINER);
    if is_adverb {
        return at + 1 < sentence.len();
    }
    let is_plural =
        word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let no_verb = Tags::DETERMINER
        | Tags::POSSESSIVE
        | Tags::SUBJECT
        | Tags::OBJECT
        | Tags::REFLEXIVE
        | Tags::CAPITAL
        | Tags::NUMBER
        | Tags::GERUND
        | Tags::PREPOSITION
        | Tags::THAT
        | Tags::RELATIVE;
    let is_noun = sentence.has(at, no_verb) && !sentence.is(at, &["bring", "ring", "like"]);
    let opens_noun = sentence.gap(at).contains(Gap::MONEY)
        || sentence.breaks(at + 1, Gap::POSSESSIVE) && at + 1 < sentence.len();
    !word.is_empty() && !is_plural && !is_noun && !opens_noun
}
