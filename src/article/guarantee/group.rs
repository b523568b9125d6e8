//! Verb groups: what stands before a verb and says whether, when and how surely it happens.

use super::cue::Form;
use super::lexicon::Tags;
use super::phrase;
use super::token::{Gap, Sentence};

/// How surely what the verb says is said of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// It is so, or was.
    Fact,
    /// It may come: `is expected to`, `could`.
    Possible,
    /// `by promising …`: of the subject of the sentence.
    Participle,
}

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Its first word.
    pub(super) start: usize,
    pub(super) mood: Mood,
    /// `was promised`.
    pub(super) is_passive: bool,
}

/// How many words a group can have before its verb.
const LONGEST: usize = 12;

/// Verbs that say of an act that it begins or goes on: `began promising`.
const ASPECTS: &[&str] = &[
    "began",
    "begun",
    "begins",
    "started",
    "starts",
    "kept",
    "keeps",
    "continued",
    "continues",
];

/// What has been read of a group, from the verb back.
struct Reader<'a> {
    sentence: Sentence<'a>,
    start: usize,
    mood: Mood,
    is_passive: bool,
    has_auxiliary: bool,
    is_perfect: bool,
}

/// Reads the group that ends with the verb at `verb`; `None` when it is negated, asked for, a duty, or no verb at all.
pub(super) fn read(sentence: Sentence<'_>, verb: usize, form: Form) -> Option<Group> {
    let mut reader = Reader {
        sentence,
        start: verb,
        mood: Mood::Fact,
        is_passive: false,
        has_auxiliary: false,
        is_perfect: false,
    };
    while verb - reader.start < LONGEST && reader.step(form)? {}
    reader.finish(verb, form)
}

impl Reader<'_> {
    /// Takes in one more word; `Some(false)` when the next one does not belong to the group.
    fn step(&mut self, form: Form) -> Option<bool> {
        let Some(at) = self.start.checked_sub(1) else {
            return Some(false);
        };
        let sentence = self.sentence;
        if sentence.gap(self.start).intersects(Gap::HARD) {
            return Some(false);
        }
        if sentence.has(at, Tags::NEGATION) {
            return None;
        }
        let is_comma = sentence.gap(self.start).contains(Gap::COMMA);
        if sentence.has(at, Tags::TO) {
            return self.infinitive(at);
        }
        if sentence.has(at, Tags::MODAL) && !is_comma {
            return self.modal(at);
        }
        if sentence.has(at, Tags::BE) && !is_comma {
            self.is_passive |= form == Form::Past && !self.has_auxiliary;
            self.has_auxiliary = true;
        } else if sentence.has(at, Tags::HAVE | Tags::DO) && !is_comma {
            self.has_auxiliary = true;
            self.is_perfect |= sentence.has(at, Tags::HAVE);
        } else if form == Form::Gerund && !is_comma && sentence.is(at, ASPECTS) {
            self.has_auxiliary = true;
        } else if is_comma || !sentence.has(at, Tags::ADVERB) {
            return Some(false);
        }
        self.start = at;
        Some(true)
    }

    /// `will pledge` and `can promise`, but not `must promise`, `would promise if …` and `would have promised`.
    fn modal(&mut self, at: usize) -> Option<bool> {
        let sentence = self.sentence;
        if sentence.has(at, Tags::DUTY) {
            return None;
        }
        if sentence.has(at, Tags::MAYBE) {
            let has_condition = (0..sentence.len()).any(|at| sentence.is(at, &["if"]));
            let is_would = sentence.is(at, &["would", "'d", "’d"]);
            if !is_would || self.is_perfect || has_condition && sentence.had(at, Tags::SUBJECT) {
                return None;
            }
            self.mood = Mood::Possible;
        } else if !sentence.had(at, Tags::FIRST) {
            self.mood = Mood::Possible;
        }
        self.has_auxiliary = true;
        self.start = at;
        Some(true)
    }

    /// `is ready to promise`, `went on to promise`, `persuaded them to promise`; any other infinitive is an aim or a demand.
    fn infinitive(&mut self, to: usize) -> Option<bool> {
        let sentence = self.sentence;
        let mut governor = to.checked_sub(1)?;
        while sentence.has(governor, Tags::ADVERB)
            && !sentence.has(governor, Tags::READY)
            && governor > 0
        {
            governor -= 1;
        }
        if sentence.gap(to).intersects(Gap::PHRASE)
            || sentence.has(governor, Tags::REFUSAL | Tags::NEGATION)
        {
            return None;
        }
        self.has_auxiliary = true;
        if sentence.has(governor, Tags::READY) || sentence.is(governor, &["going"]) {
            self.mood = Mood::Possible;
            self.start = governor;
            return Some(true);
        }
        let is_performed = sentence.is(governor, &["want", "like"])
            && sentence.had(governor, Tags::FIRST | Tags::MODAL);
        if sentence.has(governor, Tags::ONWARD) || is_performed {
            self.start = governor;
            return Some(true);
        }
        let object = phrase::simple_before(sentence, to)?;
        if sentence.had(object, Tags::PERSUASION) {
            self.start = to;
            return Some(false);
        }
        None
    }

    fn finish(self, verb: usize, form: Form) -> Option<Group> {
        let mood = if form == Form::Gerund && !self.has_auxiliary {
            self.participle()?
        } else {
            self.mood
        };
        let is_imperative = form == Form::Base && self.sentence.breaks(verb, Gap::HARD);
        let is_bare =
            !self.has_auxiliary && (is_imperative || form == Form::Past && self.is_adjective());
        (!is_bare).then_some(Group {
            start: self.start,
            mood,
            is_passive: self.is_passive,
        })
    }

    /// `pledged delegates`, but not `both pledged`.
    fn is_adjective(&self) -> bool {
        let opener = Tags::DETERMINER | Tags::POSSESSIVE | Tags::PREPOSITION | Tags::NUMBER;
        let is_subject = self.start > 0 && self.sentence.is(self.start - 1, phrase::QUANTITIES);
        self.sentence.had(self.start, opener) && !is_subject
    }

    /// Whose act `promising` is: of the subject of the sentence (`…, promising`, `by promising`) or of the noun before it
    /// (`with the minister promising`). Elsewhere it is an adjective.
    fn participle(&self) -> Option<Mood> {
        let sentence = self.sentence;
        if sentence.had(self.start, Tags::NEGATION)
            || self.start > 0 && sentence.is(self.start - 1, &["of", "before"])
        {
            return None;
        }
        let opener = Tags::PREPOSITION | Tags::AND | Tags::SUBORDINATOR;
        if sentence.breaks(self.start, Gap::COMMA) || sentence.had(self.start, opener) {
            return Some(Mood::Participle);
        }
        let noun = phrase::simple_before(sentence, self.start)?;
        let is_subject = sentence.had(self.start, Tags::CAPITAL | Tags::OBJECT | Tags::INSTRUMENT)
            || noun > 0 && sentence.is(noun - 1, &["with"]);
        is_subject.then_some(Mood::Fact)
    }
}
