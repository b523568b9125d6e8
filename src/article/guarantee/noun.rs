//! Commitments by a noun: `a pledge to leave`, `guarantees from the allies`, `signed an agreement to meet`.

use std::ops::Range;

use super::Firmness;
use super::binding;
use super::clause;
use super::complement::{self, Complement};
use super::cue::{Cue, Family, Form};
use super::finding::Finding;
use super::group::{self, Mood};
use super::lexicon::Tags;
use super::phrase;
use super::token::{Gap, Sentence};

/// What stands before a noun to make a compound of the two: `campaign promises`, `loyalty pledge`.
const COMPOUNDS: &[&str] = &[
    "campaign",
    "election",
    "loyalty",
    "security",
    "empty",
    "broken",
    "big",
    "new",
    "many",
    "key",
    "core",
    "central",
    "signature",
    "spending",
    "tax",
    "climate",
    "aid",
    "party",
    "marriage",
    "wedding",
    "policy",
    "past",
    "old",
    "previous",
    "public",
    "written",
    "legal",
    "binding",
    "iron-clad",
    "ironclad",
    "firm",
    "solemn",
    "personal",
    "money-back",
    "loan",
];

/// Verbs that demand only with `for` or `on` behind them.
const ASKING_FOR: &[&str] = &[
    "ask", "asks", "asked", "asking", "call", "calls", "called", "calling", "press", "pressed",
    "pressing", "push", "pushed", "pushing",
];

/// A noun with what belongs to it.
struct Phrase<'a> {
    sentence: Sentence<'a>,
    cue: Cue,
    noun: usize,
    /// Its first word.
    start: usize,
    /// Whose it is: `the minister’s pledge`, `guarantees from the allies`.
    owner: Option<Range<usize>>,
    /// From whom it comes.
    giver: Option<Range<usize>>,
    content: Option<Complement>,
}

/// What the verb before a noun does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// `made a promise`, `kept its promise`
    Bind,
    /// `offered a guarantee`
    Offer,
    /// `negotiations to secure guarantees`
    Seek,
    /// `received assurances`, `broke the pledge`
    Presuppose,
    /// `demanded a commitment`
    Demand,
    /// Nothing known.
    None,
}

/// Whether a cue that can be a noun or a verb is a noun here.
pub(super) fn is_noun(sentence: Sentence<'_>, at: usize, cue: Cue) -> bool {
    if cue.form == Form::Noun || !cue.is_noun {
        return cue.is_noun;
    }
    let opens_noun = Tags::DETERMINER
        | Tags::POSSESSIVE
        | Tags::PREPOSITION
        | Tags::NUMBER
        | Tags::GERUND
        | Tags::HAVE;
    let opens_verb =
        Tags::MODAL | Tags::SUBJECT | Tags::RELATIVE | Tags::ADVERB | Tags::NEGATION | Tags::DO;
    if at == 0 || sentence.gap(at).intersects(Gap::POSSESSIVE) || sentence.had(at, opens_noun) {
        return true;
    }
    if cue.form == Form::Gerund {
        return false;
    }
    if sentence.had(at, Tags::TO) {
        return cue.form != Form::Base;
    }
    if sentence.had(at, opens_verb) {
        return false;
    }
    if sentence.had(at, Tags::AND | Tags::CONTRAST) || sentence.gap(at).contains(Gap::COMMA) {
        return !sentence.has(at + 1, Tags::TO | Tags::THAT);
    }
    if sentence.had(
        at,
        Tags::VERB | Tags::GIVING | Tags::KEEPING | Tags::BREAKING,
    ) && !sentence.had(at, Tags::CAPITAL)
    {
        return true;
    }
    let before = sentence.word(at - 1);
    let is_plural = before.ends_with('s') && !before.ends_with("ss");
    match cue.form {
        _ if sentence.is(at - 1, COMPOUNDS) => true,
        Form::Base => !is_plural,
        _ => is_plural && !sentence.had(at, Tags::CAPITAL),
    }
}

/// The commitment that the noun at `noun` names, if it does.
pub(super) fn read(sentence: Sentence<'_>, noun: usize, cue: Cue) -> Option<Finding> {
    let phrase = Phrase::read(sentence, noun, cue)?;
    let (deed, verb) = phrase.deed();
    let has_content = phrase.content.is_some();
    let is_known = phrase.owner.is_some() || phrase.giver.is_some();
    match deed {
        Deed::Demand => None,
        Deed::Bind | Deed::Offer => phrase.bound(verb?, deed),
        _ if cue.family == Family::Offer && phrase.owner.is_some() => {
            phrase.named(Firmness::Potential)
        }
        _ if cue.family == Family::Offer => None,
        _ if cue.family == Family::Agree && deed != Deed::Seek => None,
        Deed::Seek if has_content || phrase.giver.is_some() => phrase.named(Firmness::Potential),
        Deed::Presuppose if has_content || phrase.giver.is_some() => {
            phrase.named(Firmness::Reported)
        }
        Deed::None if phrase.is_self_sufficient(is_known) => phrase.named(Firmness::Reported),
        _ => None,
    }
}

impl<'a> Phrase<'a> {
    fn read(sentence: Sentence<'a>, noun: usize, cue: Cue) -> Option<Self> {
        let start = phrase::simple_before(sentence, noun + 1)?;
        let is_denied = (start.saturating_sub(1)..=noun)
            .any(|at| sentence.has(at, Tags::NEGATION) || sentence.is(at, &["any"]));
        if is_denied {
            return None;
        }
        let owner_end = (start..noun)
            .rev()
            .find(|&at| sentence.is(at, &["'s", "’s"]));
        let plural = (start + 1..=noun).find(|&at| sentence.gap(at).contains(Gap::POSSESSIVE));
        let pronoun = sentence.has(start, Tags::POSSESSIVE).then_some(start + 1);
        let owner = owner_end.or(plural).or(pronoun).map(|end| start..end);
        let owner = owner.or_else(|| adjective_owner(sentence, start..noun));
        let mut this = Self {
            sentence,
            cue,
            noun,
            start,
            owner: owner.filter(|owner| !owner.is_empty()),
            giver: None,
            content: None,
        };
        this.read_after();
        Some(this)
    }

    /// Reads the giver and the content behind the noun.
    fn read_after(&mut self) {
        let sentence = self.sentence;
        let mut at = self.noun + 1;
        let is_of = sentence.is(at, &["of"]) && self.cue.family == Family::Commit;
        if (is_of || sentence.is(at, &["from", "by"])) && !sentence.breaks(at, Gap::PHRASE) {
            let end = phrase::end_after(sentence, at + 1);
            self.giver = Some(at + 1..end).filter(|giver| !giver.is_empty());
            at = end;
        }
        if let Some((owner, end)) = relative_owner(sentence, at) {
            self.owner = Some(owner);
            at = end;
        }
        self.content = complement::of_noun(sentence, at).or_else(|| self.thing(at));
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

    /// What the verb before the phrase does with it, and that verb.
    fn deed(&self) -> (Deed, Option<usize>) {
        let sentence = self.sentence;
        if sentence.breaks(self.start, Gap::PHRASE) {
            return (Deed::None, None);
        }
        let mut verb = self.start - 1;
        while verb > 0
            && sentence.has(verb, Tags::ADVERB | Tags::PREPOSITION)
            && verb + 3 > self.start
        {
            verb -= 1;
        }
        let is_infinitive = sentence.had(verb, Tags::TO) || sentence.has(verb, Tags::GERUND);
        let has = |tags| sentence.has(verb, tags);
        let is_direct = verb + 1 == self.start;
        let is_demand = has(Tags::DIRECTIVE)
            && !has(Tags::SECURING)
            && !(is_direct && sentence.is(verb, ASKING_FOR));
        let deed = if has(Tags::REFUSAL) || is_demand {
            Deed::Demand
        } else if has(Tags::SECURING) || has(Tags::GETTING) && is_infinitive {
            Deed::Seek
        } else if has(Tags::GETTING | Tags::BREAKING) {
            Deed::Presuppose
        } else if sentence.is(verb, &["offer", "offers", "offered", "offering"]) {
            Deed::Offer
        } else if has(Tags::GIVING | Tags::KEEPING) {
            Deed::Bind
        } else {
            Deed::None
        };
        (deed, Some(verb))
    }

    /// The commitment of whoever makes, signs or keeps it.
    fn bound(&self, verb: usize, deed: Deed) -> Option<Finding> {
        let sentence = self.sentence;
        let is_named = self.cue.family == Family::Pledge && self.noun > self.start + 1;
        if self.content.is_none() && !is_named {
            return None;
        }
        let form = match sentence.word(verb) {
            word if word.ends_with("ing") => Form::Gerund,
            word if sentence.has(verb, Tags::HAVE) || word.ends_with('s') => Form::Present,
            _ => Form::Past,
        };
        let group = group::read(sentence, verb, form)?;
        let subject = if group.mood == Mood::Participle {
            phrase::first(
                sentence,
                phrase::clause_start(sentence, group.start),
                group.start,
            )
        } else {
            phrase::subject(sentence, group.start)
        };
        if subject
            .as_ref()
            .is_some_and(|subject| binding::is_demanded(sentence, subject.start))
        {
            return None;
        }
        let content = self.content.map_or(self.noun + 1, Complement::start);
        let end = clause::end(sentence, content.max(self.noun));
        let is_near = |subject: &Range<usize>| {
            !(subject.end..group.start).any(|at| sentence.gap(at).intersects(Gap::HARD))
        };
        let start = subject
            .clone()
            .filter(is_near)
            .map_or(group.start, |subject| subject.start);
        let firmness = if clause::is_conditional(sentence, start..end) {
            Firmness::Conditional
        } else if group.mood == Mood::Possible || deed == Deed::Offer {
            Firmness::Potential
        } else {
            Firmness::Firm
        };
        let actor = self
            .giver
            .clone()
            .or_else(|| subject.or_else(|| self.owner.clone()));
        self.finding(start..end, actor, firmness)
    }

    /// Whether the phrase says enough on its own: whose it is and what, or from whom.
    fn is_self_sufficient(&self, is_known: bool) -> bool {
        match self.content {
            None => self.giver.is_some(),
            Some(Complement::Act(_)) => true,
            Some(Complement::Clause(_)) => {
                is_known
                    || matches!(
                        self.cue.family,
                        Family::Promise | Family::Pledge | Family::Vow
                    )
            }
            Some(Complement::Thing(_)) => is_known,
        }
    }

    /// The commitment as the phrase names it, without a verb around it.
    fn named(&self, firmness: Firmness) -> Option<Finding> {
        let end = match self.content {
            Some(Complement::Clause(at)) => clause::end(self.sentence, at),
            Some(content) => self.act_end(content.start()),
            None => self.giver.as_ref().map_or(self.noun + 1, |giver| giver.end),
        };
        let actor = self.giver.clone().or_else(|| self.owner.clone());
        self.finding(self.start..end, actor, firmness)
    }

    /// The end of `to join the pact` where the phrase is a subject and its verb follows.
    fn act_end(&self, start: usize) -> usize {
        let sentence = self.sentence;
        let end = clause::end(sentence, start);
        let is_verb = |&at: &usize| {
            let is_finite =
                sentence.has(at, Tags::AUXILIARY | Tags::PAST | Tags::VERB | Tags::REPORT);
            is_finite
                && !sentence.had(
                    at,
                    Tags::TO | Tags::DETERMINER | Tags::POSSESSIVE | Tags::AND | Tags::NEGATION,
                )
        };
        (start + 1..end).find(is_verb).unwrap_or(end)
    }

    fn finding(
        &self,
        words: Range<usize>,
        actor: Option<Range<usize>>,
        firmness: Firmness,
    ) -> Option<Finding> {
        let is_question = self
            .sentence
            .gap(self.sentence.len())
            .contains(Gap::QUESTION);
        (!is_question || self.owner.is_some()).then(|| Finding {
            words,
            actor,
            cue: self.noun..self.noun + 1,
            family: self.cue.family,
            firmness,
        })
    }
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

/// Verbs behind `a pledge she …` that make it hers.
const MAKING: &[&str] = &["made", "makes", "gave", "given", "signed", "took"];

/// `a pledge (that) she made`: who made it, and the word after that.
fn relative_owner(sentence: Sentence<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    let has_pronoun = sentence.has(at, Tags::THAT) || sentence.is(at, &["which"]);
    let start = at + usize::from(has_pronoun);
    let end = phrase::end_after(sentence, start);
    let verb = (end..end + 3).find(|&at| !sentence.has(at, Tags::HAVE | Tags::ADVERB))?;
    let is_made = end > start && !sentence.breaks(end, Gap::PHRASE) && sentence.is(verb, MAKING);
    is_made.then_some((start..end, verb + 1))
}
