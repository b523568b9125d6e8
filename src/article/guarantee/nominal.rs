//! Nouns of commitment with what belongs to them: whose they are, from whom, and what they promise.

use std::ops::Range;

use super::complement::{self, Complement};
use super::cue::{Cue, Family};
use super::lexicon::Tags;
use super::token::{Gap, Sentence};
use super::{clause, deed, phrase};

/// Verbs behind `a pledge she …` that make it hers.
const MAKING: &[&str] = &["made", "makes", "gave", "given", "signed", "took"];

/// A noun with what belongs to it.
pub(super) struct Nominal<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) cue: Cue,
    pub(super) noun: usize,
    /// The first word of its phrase.
    pub(super) start: usize,
    /// Whose it is: `the minister’s pledge`, `American guarantees`, `a promise she made`.
    pub(super) owner: Option<Range<usize>>,
    /// From whom it comes: `guarantees from the allies`.
    pub(super) giver: Option<Range<usize>>,
    pub(super) content: Option<Complement>,
}

impl<'a> Nominal<'a> {
    /// Reads the phrase around the noun at `noun`; `None` for `no promise` and `any promise`.
    pub(super) fn read(sentence: Sentence<'a>, noun: usize, cue: Cue) -> Option<Self> {
        let phrase = phrase::simple_before(sentence, noun + 1)?..noun;
        let is_given = is_safety(cue.family) && is_recipient(sentence, &phrase);
        let start = if is_given { noun } else { phrase.start };
        let is_denied = (start.saturating_sub(1)..=noun)
            .any(|at| sentence.has(at, Tags::NEGATION) || sentence.is(at, &["any"]));
        let mut nominal = Self {
            sentence,
            cue,
            noun,
            start,
            owner: owner(sentence, start..noun),
            giver: None,
            content: None,
        };
        nominal.read_after();
        (!is_denied && !nominal.is_to_be_kept()).then_some(nominal)
    }

    /// `a hard promise to keep` says nothing of what is promised.
    fn is_to_be_kept(&self) -> bool {
        let sentence = self.sentence;
        let handling = Tags::KEEPING | Tags::BREAKING | Tags::GIVING;
        matches!(self.content, Some(Complement::Act(at)) if sentence.has(at, handling) && sentence.breaks(at + 1, Gap::PHRASE))
    }

    /// Reads what stands behind the noun.
    fn read_after(&mut self) {
        let sentence = self.sentence;
        let mut at = self.noun + 1;
        if let Some(giver) = self.giver(at) {
            at = giver.end;
            self.giver = Some(giver);
        }
        if let Some((owner, end)) = relative_owner(sentence, at) {
            self.owner = Some(owner);
            at = end;
        }
        self.content = complement::of_noun(sentence, at).or_else(|| self.thing(at));
        if let (None, Some(Complement::Thing(thing))) = (&self.giver, self.content) {
            // `a pledge of help from the neighbours`
            let end = phrase::end_after(sentence, thing);
            let from = (thing..=end).find(|&at| sentence.is(at, &["from", "by"]));
            self.giver = from.and_then(|from| self.giver(from));
        }
    }

    /// `from the allies`; `of the allies` only where it goes on with what they promise.
    fn giver(&self, at: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let end = phrase::end_after(sentence, at + 1);
        let is_of = self.cue.family == Family::Commit
            && sentence.is(at, &["of"])
            && sentence.has(end, Tags::TO);
        let is_giver = is_of || sentence.is(at, &["from", "by"]);
        (is_giver && end > at + 1 && !sentence.breaks(at, Gap::PHRASE)).then_some(at + 1..end)
    }

    /// `commitment to the alliance`, `guarantee of safety`.
    fn thing(&self, at: usize) -> Option<Complement> {
        let sentence = self.sentence;
        let links: &[&str] = match self.cue.family {
            Family::Commit => &["to"],
            Family::Guarantee | Family::Pledge | Family::Promise | Family::Assure => &["of"],
            _ => return None,
        };
        let end = phrase::end_after(sentence, at + 1);
        let is_thing = sentence.is(at, links) && !sentence.breaks(at, Gap::PHRASE) && end > at + 1;
        is_thing.then_some(Complement::Thing(at + 1))
    }

    /// Whether it is `its` or `their`.
    pub(super) fn is_own(&self) -> bool {
        self.sentence.has(self.start, Tags::POSSESSIVE)
    }

    /// `gave the islanders guarantees`: to whom, which is enough of guarantees and assurances.
    pub(super) fn is_to_somebody(&self, verb: usize) -> bool {
        let recipient = verb + 1..self.start;
        is_safety(self.cue.family)
            && !recipient.is_empty()
            && !recipient
                .clone()
                .any(|at| self.sentence.has(at, Tags::PREPOSITION))
    }

    /// The end of the phrase with its content.
    pub(super) fn end(&self) -> usize {
        let of_giver = self.giver.as_ref().map_or(self.noun + 1, |giver| giver.end);
        match self.content {
            Some(Complement::Clause(at)) => clause::end(self.sentence, at),
            Some(content) => self.content_end(content.start()).max(of_giver),
            None => of_giver,
        }
    }

    /// The end of `to join the pact` where the phrase is a subject and its verb follows.
    fn content_end(&self, start: usize) -> usize {
        let sentence = self.sentence;
        let end = clause::end(sentence, start);
        let opener = Tags::TO | Tags::DETERMINER | Tags::POSSESSIVE | Tags::AND | Tags::NEGATION;
        let finite = Tags::AUXILIARY | Tags::PAST | Tags::VERB | Tags::REPORT;
        let is_verb = |&at: &usize| sentence.has(at, finite) && !sentence.had(at, opener);
        (start + 1..end).find(is_verb).unwrap_or(end)
    }
}

/// Whether a noun says enough with those it is given to.
pub(super) fn is_safety(family: Family) -> bool {
    matches!(family, Family::Guarantee | Family::Assure)
}

/// Whether the words before a noun name to whom it is given, and not what it is: `gave Kyiv guarantees`, `offered the islanders
/// guarantees`, but not `offered American guarantees`.
pub(super) fn is_recipient(sentence: Sentence<'_>, phrase: &Range<usize>) -> bool {
    let Some(last) = phrase.clone().last() else {
        return false;
    };
    if sentence.has(last, Tags::FUNCTION | Tags::ADVERB) {
        return false;
    }
    let word = sentence.word(last);
    let is_plural = word.ends_with('s') && !word.ends_with("ss");
    let is_of_country = ["can", "ian", "ish", "ese", "ean"]
        .iter()
        .any(|end| word.ends_with(end));
    let is_name = sentence.has(last, Tags::CAPITAL) && !is_of_country;
    let is_owned =
        sentence.gap(phrase.end).contains(Gap::POSSESSIVE) || sentence.has(last, Tags::OWNER);
    let is_near = !sentence.breaks(phrase.start, Gap::PHRASE);
    let is_given = deed::giving_verb(sentence, phrase).is_some()
        || is_near && sentence.had(phrase.start, Tags::GIVING);
    is_given && !is_owned && (is_plural || is_name)
}

/// Whose the noun is that ends the phrase.
fn owner(sentence: Sentence<'_>, phrase: Range<usize>) -> Option<Range<usize>> {
    let start = phrase.start;
    let name = (start + 1..phrase.end)
        .rev()
        .find(|&at| sentence.has(at, Tags::OWNER));
    let plural = (start + 1..=phrase.end).find(|&at| sentence.gap(at).contains(Gap::POSSESSIVE));
    let pronoun = sentence.has(start, Tags::POSSESSIVE).then_some(start + 1);
    let end = name.or(plural).or(pronoun);
    end.map(|end| start..end)
        .or_else(|| adjective_owner(sentence, phrase))
}

/// `American commitments`: a capital inside the phrase that does not begin the sentence.
fn adjective_owner(sentence: Sentence<'_>, phrase: Range<usize>) -> Option<Range<usize>> {
    let is_name = |&at: &usize| {
        at > 0 && sentence.has(at, Tags::CAPITAL) && !sentence.has(at, Tags::FUNCTION)
    };
    let first = phrase.clone().find(is_name)?;
    let end = (first..phrase.end)
        .find(|at| !is_name(at))
        .unwrap_or(phrase.end);
    Some(first..end)
}

/// `a pledge (that) she made`: who made it, and the word after that.
fn relative_owner(sentence: Sentence<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    let has_pronoun = sentence.has(at, Tags::THAT) || sentence.is(at, &["which"]);
    let start = at + usize::from(has_pronoun);
    let end = phrase::end_after(sentence, start);
    let verb = (end..end + 3).find(|&at| !sentence.has(at, Tags::HAVE | Tags::ADVERB))?;
    let is_made = end > start && !sentence.breaks(end, Gap::PHRASE) && sentence.is(verb, MAKING);
    is_made.then_some((start..end, verb + 1))
}
