//! Parties: what stands before a verb, as one who can bind itself or not.

use std::ops::Range;

use super::lexicon::Tags;
use super::phrase;
use super::token::{Gap, Sentence};

/// Who or what a subject is. What tells nothing is taken for [`Party::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Party {
    /// `I`, `we`, `our team`.
    Speaker,
    /// `you`, `users`: whoever reads or uses what is written.
    Reader,
    /// `anyone`, `politicians` who always do: nobody in particular.
    Anyone,
    /// A person, a body, a name.
    Actor,
    /// An agreement.
    Paper,
    /// Laws: what they lay down is nobody’s promise.
    Law,
    /// `it`, `this`, and what is known to be no actor.
    Thing,
    /// Any other noun.
    Other,
}

impl Party {
    /// What it is called where it is explained.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Speaker => "by the speaker",
            Self::Reader => "by whoever reads it",
            Self::Anyone => "by nobody in particular",
            Self::Actor => "by a person or body",
            Self::Paper => "by an agreement",
            Self::Law => "by a law",
            Self::Thing => "by a thing",
            Self::Other => "by something else",
        }
    }
}

/// Endings of those who do something: *owner*, *author*, *activist*.
const AGENT_ENDINGS: &[&str] = &["er", "or", "ist", "ian", "man", "men", "ers", "ors", "ists"];

/// The word that a phrase is about: the last before `of …` and the like.
pub(super) fn head(sentence: Sentence<'_>, phrase: &Range<usize>) -> usize {
    let is_border = |&at: &usize| {
        let is_link = sentence.has(at, Tags::PREPOSITION | Tags::RELATIVE | Tags::THAT);
        is_link || sentence.gap(at).intersects(Gap::PHRASE) || phrase::stands_behind(sentence, at)
    };
    let end = (phrase.start + 1..phrase.end)
        .find(is_border)
        .unwrap_or(phrase.end);
    end.max(1) - 1
}

/// Who or what `subject` is.
pub(super) fn of(sentence: Sentence<'_>, subject: &Range<usize>) -> Party {
    let head = head(sentence, subject);
    let is_relative = sentence.has(subject.end, Tags::RELATIVE);
    let actor = Tags::SUBJECT | Tags::RELATIVE | Tags::BODY;
    if sentence.has(head, Tags::READER) {
        Party::Reader
    } else if sentence.has(head, Tags::FIRST) || sentence.is(subject.start, &["our", "my"]) {
        Party::Speaker
    } else if sentence.has(head, Tags::ANYONE) || is_relative && sentence.is(head, &["people"]) {
        Party::Anyone
    } else if sentence.has(head, Tags::LAW) {
        Party::Law
    } else if sentence.has(head, Tags::INSTRUMENT) {
        Party::Paper
    } else if sentence.has(head, Tags::THING) {
        Party::Thing
    } else if sentence.has(head, actor) || is_name(sentence, head) {
        Party::Actor
    } else {
        Party::Other
    }
}

/// A capital that does not only begin the sentence.
fn is_name(sentence: Sentence<'_>, head: usize) -> bool {
    let is_first = head == 0 || sentence.gap(head).contains(Gap::OPEN);
    sentence.has(head, Tags::CAPITAL) && !sentence.has(head, Tags::TIME) && !is_first
}

/// Whom `it`, `they`, `its` and `their` mean within the sentence: who says so, or what it begins with. The flag tells a guess.
pub(super) fn antecedent(
    sentence: Sentence<'_>,
    pronoun: &Range<usize>,
) -> Option<(Range<usize>, bool)> {
    let start = pronoun.start;
    if pronoun.len() != 1 || !sentence.is(start, &["it", "they", "its", "their"]) {
        return None;
    }
    let is_loose = |&at: &usize| {
        sentence.has(
            at,
            Tags::THAT | Tags::TIME | Tags::ADVERB | Tags::PREPOSITION,
        )
    };
    let report = (start.saturating_sub(5)..start)
        .rev()
        .find(|at| !is_loose(at));
    let speaker = report
        .filter(|&at| sentence.has(at, Tags::REPORT))
        .and_then(|at| phrase::subject(sentence, at));
    let first = || phrase::first(sentence, 0, start).map(|first| (first, true));
    let is_noun = |found: &(Range<usize>, bool)| {
        let words = Tags::SUBJECT | Tags::OBJECT | Tags::POSSESSIVE;
        found.0.end < start && (found.0.len() > 1 || !sentence.has(found.0.start, words))
    };
    speaker
        .map(|speaker| (speaker, false))
        .or_else(first)
        .filter(is_noun)
}

/// Whether a phrase names a person or a body: also by a name that begins the sentence, if it can be no plural noun (`Prices`).
pub(super) fn is_somebody(sentence: Sentence<'_>, phrase: &Range<usize>) -> bool {
    let head = head(sentence, phrase);
    match of(sentence, phrase) {
        Party::Actor => true,
        Party::Other => has_name(sentence, phrase) && !sentence.word(head).ends_with('s'),
        _ => false,
    }
}

/// Whether a word of the phrase has a capital, be it only as the first of the sentence.
pub(super) fn has_name(sentence: Sentence<'_>, phrase: &Range<usize>) -> bool {
    phrase
        .clone()
        .any(|at| sentence.has(at, Tags::CAPITAL) && !sentence.has(at, Tags::FUNCTION | Tags::TIME))
}

/// Whether a noun that tells nothing else ends as words for people do.
pub(super) fn is_agent(sentence: Sentence<'_>, subject: &Range<usize>) -> bool {
    let head = head(sentence, subject);
    let word = sentence.word(head);
    let is_plural_name = sentence.has(head, Tags::CAPITAL);
    is_plural_name || AGENT_ENDINGS.iter().any(|end| word.ends_with(end))
}
