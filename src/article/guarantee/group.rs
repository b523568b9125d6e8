//! Verb groups: what stands before a verb and says whether, when and how surely it happens.

use std::ops::Range;

use super::cue::{Family, Form};
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

impl Group {
    /// Who the verb is said of; for a participle the subject of its clause.
    pub(super) fn subject(self, sentence: Sentence<'_>) -> Option<Range<usize>> {
        let start = self.start;
        match self.mood {
            Mood::Participle => blamed(sentence, start).or_else(|| phrase::main(sentence, start)),
            Mood::Fact | Mood::Possible => phrase::subject(sentence, start),
        }
    }

    /// Where a clause begins whose verb this is: with its subject, unless a border lies between the two.
    pub(super) fn start_with(
        self,
        sentence: Sentence<'_>,
        subject: Option<&Range<usize>>,
    ) -> usize {
        let end = phrase::before_brackets(sentence, self.start);
        let is_near = |subject: &&Range<usize>| {
            !(subject.end..end).any(|at| sentence.gap(at).intersects(Gap::HARD))
        };
        subject
            .filter(is_near)
            .map_or(self.start, |subject| subject.start)
    }

    /// Whether it may come, but has not.
    pub(super) fn is_possible(self) -> bool {
        self.mood == Mood::Possible
    }
}

/// How many words a group can have before its verb.
const LONGEST: usize = 12;

/// What is told of somebody: `is said to have agreed`.
pub(super) const TOLD: &[&str] = &[
    "said",
    "reported",
    "believed",
    "understood",
    "thought",
    "alleged",
    "rumored",
    "rumoured",
];

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

/// Verbs that say of an act that somebody thinks of it: `is considering guaranteeing`.
const WEIGHING: &[&str] = &[
    "considering",
    "mulling",
    "weighing",
    "contemplating",
    "discussing",
    "suggested",
    "proposed",
];

/// Words right before a verb that say that it did not happen, or hardly ever does: `almost agreed`. From general knowledge of English.
const BARELY: &[&str] = &[
    "almost",
    "nearly",
    "barely",
    "scarcely",
    "rarely",
    "seldom",
    "virtually",
    "falsely",
];

/// Verbs that say that a state goes on: `remains committed`.
const REMAINING: &[&str] = &[
    "remain",
    "remains",
    "remained",
    "remaining",
    "stay",
    "stays",
    "stayed",
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

/// What one more word makes of a group.
enum Step {
    /// It belongs to it.
    Taken,
    /// The group began behind it.
    Border,
    /// It takes back what the verb says.
    Withheld,
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
    while verb - reader.start < LONGEST {
        match reader.step(verb, form) {
            Step::Taken => {}
            Step::Border => break,
            Step::Withheld => return None,
        }
    }
    reader.finish(verb, form)
}

impl Reader<'_> {
    /// Reads the word before the group.
    fn step(&mut self, verb: usize, form: Form) -> Step {
        let sentence = self.sentence;
        if sentence.breaks(self.start, Gap::HARD) {
            return Step::Border;
        }
        let at = self.start - 1;
        let is_barely = sentence.is(at, BARELY) && !sentence.has(at + 1, Tags::ADVERB);
        let is_all_but = sentence.is(at, &["but"]) && sentence.was(at, &["all"]);
        if sentence.has(at, Tags::NEGATION) || is_barely || is_all_but {
            return Step::Withheld;
        }
        if sentence.has(at, Tags::TO) {
            return self.infinitive(at);
        }
        if sentence.gap(self.start).contains(Gap::COMMA) {
            return Step::Border;
        }
        if sentence.has(at, Tags::MODAL) {
            return self.modal(at, verb);
        }
        if sentence.has(at, Tags::AUXILIARY) {
            self.is_passive |=
                sentence.has(at, Tags::BE) && form == Form::Past && !self.has_auxiliary;
            self.is_perfect |= sentence.has(at, Tags::HAVE);
            self.has_auxiliary = true;
        } else if form == Form::Gerund && sentence.is(at, ASPECTS) {
            self.has_auxiliary = true;
        } else if form == Form::Gerund && sentence.is(at, WEIGHING) {
            self.has_auxiliary = true;
            self.mood = Mood::Possible;
        } else if form == Form::Past && sentence.is(at, REMAINING) {
            self.has_auxiliary = true;
            self.is_passive = true;
        } else if !sentence.has(at, Tags::ADVERB) {
            return Step::Border;
        }
        self.start = at;
        Step::Taken
    }

    /// Takes in the words from `start` on.
    fn take(&mut self, start: usize) -> Step {
        self.has_auxiliary = true;
        self.start = start;
        Step::Taken
    }

    /// `will pledge`, `can promise` and `could offer`, but not `could promise`, `must promise`, `would promise if …` and `would have
    /// promised`.
    fn modal(&mut self, at: usize, verb: usize) -> Step {
        let sentence = self.sentence;
        let is_offer = sentence
            .cue(verb)
            .is_some_and(|cue| cue.family == Family::Offer);
        let has_condition = || (0..sentence.len()).any(|at| sentence.is(at, &["if"]));
        let is_would = sentence.is(at, &["would", "'d", "’d"]);
        let is_supposed = self.is_perfect || sentence.had(at, Tags::SUBJECT) && has_condition();
        let is_maybe = sentence.has(at, Tags::MAYBE);
        let is_unsure = !is_would && (!is_offer || self.is_perfect);
        if sentence.has(at, Tags::DUTY) || is_maybe && (is_unsure || is_supposed) {
            return Step::Withheld;
        }
        if is_maybe || !sentence.had(at, Tags::FIRST) {
            self.mood = Mood::Possible;
        }
        self.take(at)
    }

    /// `is ready to promise`, `went on to promise`, `persuaded them to promise`, `the first to promise`; any other infinitive is
    /// an aim or a demand.
    fn infinitive(&mut self, to: usize) -> Step {
        let sentence = self.sentence;
        let is_loose =
            |&at: &usize| sentence.has(at, Tags::ADVERB) && !sentence.has(at, Tags::READY);
        let governor = (to.saturating_sub(LONGEST)..to)
            .rev()
            .find(|at| !is_loose(at));
        let Some(governor) = governor.filter(|_| !sentence.breaks(to, Gap::PHRASE)) else {
            return Step::Withheld;
        };
        let is_missed = sentence.is(governor, &["close"])
            && sentence.was(governor, &["came", "come", "comes", "coming"]);
        if sentence.has(governor, Tags::REFUSAL | Tags::NEGATION) || is_missed {
            return Step::Withheld;
        }
        if sentence.has(governor, Tags::READY) || sentence.is(governor, &["going"]) {
            self.mood = Mood::Possible;
            return self.take(governor);
        }
        if sentence.has(governor, Tags::ONWARD) || is_performed(sentence, governor) {
            let has_particle = governor > 0 && sentence.is(governor, &["on"]);
            return self.take(governor - usize::from(has_particle));
        }
        if is_persuaded(sentence, to) {
            self.take(to);
            return Step::Border;
        }
        Step::Withheld
    }

    fn finish(self, verb: usize, form: Form) -> Option<Group> {
        let mood = if form == Form::Gerund && !self.has_auxiliary {
            self.participle()?
        } else {
            self.mood
        };
        let is_imperative = form == Form::Base && !self.agrees_with_base(verb);
        let is_bare =
            !self.has_auxiliary && (is_imperative || form == Form::Past && self.is_adjective());
        (!is_bare).then_some(Group {
            start: self.start,
            mood,
            is_passive: self.is_passive,
        })
    }

    /// Whether what stands before a base form can be its subject: `they promise`, `the parties promise`, not `git commit`.
    fn agrees_with_base(&self, verb: usize) -> bool {
        let sentence = self.sentence;
        let plural = Tags::SUBJECT | Tags::RELATIVE | Tags::THAT | Tags::AND | Tags::BODY;
        let is_plural = sentence.had(self.start, plural)
            || self.start > 0 && sentence.word(self.start - 1).ends_with('s');
        let is_quantity = sentence.was(self.start, phrase::QUANTITIES);
        !sentence.breaks(verb, Gap::HARD)
            && (is_plural || is_quantity || sentence.gap(self.start).contains(Gap::COMMA))
    }

    /// `pledged delegates`, but not `both pledged`.
    fn is_adjective(&self) -> bool {
        let opener = Tags::DETERMINER | Tags::POSSESSIVE | Tags::PREPOSITION | Tags::NUMBER;
        let is_subject = self.sentence.was(self.start, phrase::QUANTITIES);
        self.sentence.had(self.start, opener) && !is_subject
    }

    /// Whose act `promising` is: of the subject of the sentence (`…, promising`, `by promising`) or of the noun before it
    /// (`with the minister promising`). Elsewhere it is an adjective.
    fn participle(&self) -> Option<Mood> {
        let sentence = self.sentence;
        if sentence.had(self.start, Tags::NEGATION)
            || sentence.was(self.start, &["of", "before", "from"])
        {
            return None;
        }
        let opener = Tags::PREPOSITION | Tags::AND | Tags::SUBORDINATOR;
        if sentence.breaks(self.start, Gap::COMMA) || sentence.had(self.start, opener) {
            return Some(Mood::Participle);
        }
        let noun = phrase::simple_before(sentence, self.start)?;
        let is_subject = sentence.had(self.start, Tags::CAPITAL | Tags::OBJECT | Tags::INSTRUMENT)
            || sentence.was(noun, &["with"]);
        is_subject.then_some(Mood::Fact)
    }
}

/// `criticised the bank for promising`: whom the verb before `for` is about.
fn blamed(sentence: Sentence<'_>, participle: usize) -> Option<Range<usize>> {
    let link = participle.checked_sub(1)?;
    let person = phrase::simple_before(sentence, link)?..link;
    let is_person = sentence.had(person.start, Tags::PREPOSITION | Tags::PAST | Tags::VERB)
        && !sentence.breaks(link, Gap::PHRASE);
    (sentence.is(link, &["for"]) && is_person).then_some(person)
}

/// `I want to promise`, `is said to have promised`.
fn is_performed(sentence: Sentence<'_>, governor: usize) -> bool {
    let is_wish = sentence.is(governor, &["want", "like"]);
    let is_told = sentence.is(governor, TOLD) && sentence.had(governor, Tags::BE);
    is_told || is_wish && sentence.had(governor, Tags::FIRST | Tags::MODAL)
}

/// `persuaded them to promise`, `the first to promise`: the noun before `to` does it.
fn is_persuaded(sentence: Sentence<'_>, to: usize) -> bool {
    let ranks = ["first", "latest", "last", "only", "next"];
    phrase::simple_before(sentence, to).is_some_and(|object| {
        sentence.had(object, Tags::PERSUASION) || (object..to).any(|at| sentence.is(at, &ranks))
    })
}
