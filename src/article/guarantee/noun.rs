//! Commitments by a noun: `a pledge to leave`, `guarantees from the allies`, `signed an agreement to meet`.

use std::ops::Range;

use super::complement::Complement;
use super::cue::{Cue, Family, Form};
use super::deed::{self, Deed};
use super::finding::Finding;
use super::group;
use super::lexicon::Tags;
use super::nominal::{self, Nominal};
use super::token::{Gap, Sentence};
use super::{Firmness, binding, clause, phrase};

/// What stands before a noun to make a compound of the two: `campaign promises`, `loyalty pledge`. From general knowledge.
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
        | Tags::SUBORDINATOR
        | Tags::HAVE;
    let opens_verb =
        Tags::MODAL | Tags::SUBJECT | Tags::RELATIVE | Tags::ADVERB | Tags::NEGATION | Tags::DO;
    if is_told_of(sentence, at, cue.form) {
        return true;
    }
    let is_quantity = sentence.was(at, &["both", "all", "many", "others"]);
    if at == 0 || sentence.gap(at).intersects(Gap::POSSESSIVE) {
        return true;
    }
    if sentence.had(at, opens_noun) && !is_quantity {
        return true;
    }
    if is_wished(sentence, at, cue.form) {
        return false;
    }
    let is_given = || {
        let before = phrase::simple_before(sentence, at).map(|start| start..at);
        before.is_some_and(|before| nominal::is_recipient(sentence, &before))
    };
    if nominal::is_safety(cue.family) && is_given() {
        return true;
    }
    if cue.form == Form::Gerund || sentence.had(at, opens_verb) {
        return false;
    }
    if sentence.had(at, Tags::TO) {
        return cue.form != Form::Base;
    }
    if sentence.had(at, Tags::AND | Tags::CONTRAST) || sentence.gap(at).contains(Gap::COMMA) {
        return !sentence.has(at + 1, Tags::TO | Tags::THAT);
    }
    is_noun_after_noun(sentence, at, cue.form)
}

/// `voters know that promises cost money`, `some say pledges need money`: the subject of what is known or said.
fn is_told_of(sentence: Sentence<'_>, at: usize, form: Form) -> bool {
    let knowing = Tags::REPORT | Tags::BELIEF | Tags::STATE | Tags::VERB;
    let is_that = sentence.had(at, Tags::THAT);
    let verb = at - usize::from(is_that);
    let is_known = sentence.had(verb, if is_that { knowing } else { Tags::REPORT });
    let is_subject = !sentence.has(
        at + 1,
        Tags::TO | Tags::THAT | Tags::DETERMINER | Tags::POSSESSIVE,
    );
    form == Form::Present && is_known && is_subject && !sentence.breaks(at, Gap::PHRASE)
}

/// `demanded that the mayor promise to resign`: a verb in its bare form.
fn is_wished(sentence: Sentence<'_>, at: usize, form: Form) -> bool {
    form == Form::Base
        && sentence.has(at + 1, Tags::TO | Tags::THAT)
        && phrase::before(sentence, at)
            .is_some_and(|subject| binding::is_withheld(sentence, subject))
}

/// Whether a cue after a word of no small class is a noun: after a verb it is, after a subject of the other number too.
fn is_noun_after_noun(sentence: Sentence<'_>, at: usize, form: Form) -> bool {
    let is_name = sentence.had(at, Tags::CAPITAL);
    let verb = Tags::VERB | Tags::GIVING | Tags::KEEPING | Tags::BREAKING;
    let is_intended = form == Form::Present && sentence.has(at + 1, Tags::TO);
    let is_compound = sentence.is(at - 1, COMPOUNDS) && !is_intended;
    if sentence.had(at, verb) && !is_name || is_compound {
        return true;
    }
    let before = sentence.word(at - 1);
    let is_plural = before.ends_with('s') && !before.ends_with("ss");
    match form {
        Form::Base => !is_plural && !is_name,
        _ => is_plural && !is_name,
    }
}

/// The commitment that the noun at `noun` names, if it does.
pub(super) fn read(sentence: Sentence<'_>, noun: usize, cue: Cue) -> Option<Finding> {
    let nominal = Nominal::read(sentence, noun, cue).filter(|_| !cue.family.is_intention())?;
    let (deed, verb) = deed::before(sentence, nominal.start);
    let says_enough = nominal.content.is_some() || nominal.giver.is_some();
    match (cue.family, deed) {
        (Family::Offer, Deed::Demand) if nominal.owner.is_some() && !nominal.is_own() => {
            named(&nominal, Firmness::Potential).filter(|_| nominal.content.is_some())
        }
        (_, Deed::Demand) => None,
        (Family::Word, _) if deed != Deed::Bind || !nominal.is_own() => None,
        (_, Deed::Bind | Deed::Keep | Deed::Offer) => bound(&nominal, verb?, deed),
        (Family::Offer, _) => {
            let is_offer = nominal.owner.is_some() && nominal.content.is_some();
            named(&nominal, Firmness::Potential).filter(|_| is_offer)
        }
        (_, Deed::Seek) => named(&nominal, Firmness::Potential).filter(|_| says_enough),
        (Family::Agree, _) => None,
        (_, Deed::Presuppose) => {
            let holder = nominal.is_own().then(|| holder(sentence, verb?)).flatten();
            let found = named(&nominal, Firmness::Reported).filter(|_| says_enough)?;
            Some(Finding {
                actor: holder.or(found.actor),
                ..found
            })
        }
        (_, Deed::None) => {
            named(&nominal, Firmness::Reported).filter(|_| is_self_sufficient(&nominal))
        }
    }
}

/// The commitment of whoever makes, signs or keeps it.
fn bound(nominal: &Nominal<'_>, verb: usize, deed: Deed) -> Option<Finding> {
    let sentence = nominal.sentence;
    let is_named = nominal.cue.family == Family::Pledge && nominal.noun > nominal.start + 1;
    let is_thing = matches!(nominal.content, Some(Complement::Thing(_)));
    let is_figurative = deed == Deed::Keep && is_thing && nominal.owner.is_none();
    let is_effort = nominal.cue.family == Family::Commit
        && sentence.is(verb, &["take", "takes", "took", "taken", "taking"]);
    let is_to_somebody = nominal.is_to_somebody(verb);
    let says_nothing = nominal.content.is_none() && !is_named && !is_to_somebody;
    if says_nothing || is_figurative || is_effort {
        return None;
    }
    let group = group::read(sentence, verb, deed::form(sentence, verb));
    let subject = group.and_then(|group| group.subject(sentence));
    let is_withheld = |subject| binding::is_withheld(sentence, subject);
    let is_denied = group.is_none() || subject.clone().is_some_and(is_withheld);
    let Some(group) = group.filter(|_| !is_denied) else {
        return unkept(nominal, deed);
    };
    let content = nominal.content.map_or(nominal.noun, Complement::start);
    let words = group.start_with(sentence, subject.as_ref())..clause::end(sentence, content);
    let firmness = if clause::is_conditional(sentence, words.clone()) {
        Firmness::Conditional
    } else if group.is_possible() || deed == Deed::Offer {
        Firmness::Potential
    } else {
        Firmness::Firm
    };
    let giver = nominal.giver.clone();
    let named = nominal
        .owner
        .clone()
        .filter(|_| is_of_another(nominal, verb));
    let actor = giver
        .or(named)
        .or(subject)
        .or_else(|| nominal.owner.clone());
    finding(nominal, words, actor, firmness)
}

/// Verbs by which somebody speaks for whoever has promised. From general knowledge of English.
const RESTATING: &[&str] = &[
    "reaffirm",
    "reaffirms",
    "reaffirmed",
    "reaffirming",
    "reiterate",
    "reiterates",
    "reiterated",
    "reiterating",
    "repeat",
    "repeats",
    "repeated",
    "repeating",
    "restate",
    "restated",
    "stress",
    "stressed",
    "underline",
    "underlined",
    "underscored",
    "underscore",
];

/// Whether a promise has a named owner, for whom whoever is the subject only speaks: `reaffirmed Norland’s commitment`.
fn is_of_another(nominal: &Nominal<'_>, verb: usize) -> bool {
    let sentence = nominal.sentence;
    let speaks = sentence.is(verb, RESTATING);
    let is_name =
        |end| sentence.has(end, Tags::OWNER) || sentence.gap(end).contains(Gap::POSSESSIVE);
    speaks
        && nominal
            .owner
            .as_ref()
            .is_some_and(|owner| is_name(owner.end))
}

/// `failed to keep its promise to pay`, `has yet to honour it`: the promise is one all the same.
fn unkept(nominal: &Nominal<'_>, deed: Deed) -> Option<Finding> {
    let is_told = deed == Deed::Keep && nominal.is_own() && nominal.content.is_some();
    named(nominal, Firmness::Reported).filter(|_| is_told)
}

/// The commitment as the phrase names it, without the verb before it.
fn named(nominal: &Nominal<'_>, firmness: Firmness) -> Option<Finding> {
    let words = nominal.start..nominal.end();
    let actor = nominal.giver.clone().or_else(|| nominal.owner.clone());
    finding(nominal, words, actor, firmness)
}

/// Whose `its` is: the subject of the verb before it.
fn holder(sentence: Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    group::read(sentence, verb, deed::form(sentence, verb))?.subject(sentence)
}

/// Whether the phrase says enough on its own: whose it is and what, or from whom.
fn is_self_sufficient(nominal: &Nominal<'_>) -> bool {
    let is_known = nominal.owner.is_some() || nominal.giver.is_some();
    let is_speech = matches!(
        nominal.cue.family,
        Family::Promise | Family::Pledge | Family::Vow
    );
    match nominal.content {
        None => nominal.giver.is_some(),
        Some(Complement::Act(_)) => true,
        Some(Complement::Clause(_)) => is_known || is_speech,
        Some(Complement::Thing(_)) => is_known,
    }
}

/// What somebody has promised stays so when a question is asked about it; what nobody has, does not.
fn finding(
    nominal: &Nominal<'_>,
    words: Range<usize>,
    actor: Option<Range<usize>>,
    firmness: Firmness,
) -> Option<Finding> {
    let sentence = nominal.sentence;
    let is_asked = sentence.gap(sentence.len()).contains(Gap::QUESTION);
    (!is_asked || nominal.owner.is_some()).then(|| Finding {
        words,
        actor,
        cue: nominal.noun..nominal.noun + 1,
        family: nominal.cue.family,
        firmness,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_none};
    use super::Firmness::{Firm, Potential, Reported};

    #[test]
    fn whoever_makes_or_keeps_a_promise_is_bound() {
        let cases = [
            (
                "The foundation",
                "The foundation made a commitment to plant a million trees",
            ),
            (
                "The governor",
                "The governor signed a pledge to oppose new taxes",
            ),
            (
                "The firm",
                "The firm renewed its pledge to end deforestation",
            ),
            (
                "The pair",
                "The pair reached an agreement to share the revenue",
            ),
            (
                "Rome",
                "Rome has given Tripoli an assurance that it will train the coast guard",
            ),
            ("He", "He gave his word that the money would be returned"),
        ];
        for (actor, words) in cases {
            check(&format!("{words}."), &[(Firm, actor, words)]);
        }
    }

    #[test]
    fn a_promise_that_is_only_named_is_reported() {
        check(
            "Voters remember his pledge to cut taxes.",
            &[(Reported, "his", "his pledge to cut taxes")],
        );
        check(
            "Critics recall the minister’s promise that fares would fall.",
            &[(
                Reported,
                "the minister",
                "the minister’s promise that fares would fall",
            )],
        );
        check(
            "Commitments from Japan to buy gas were welcomed.",
            &[(Reported, "Japan", "Commitments from Japan to buy gas")],
        );
        check(
            "The pledge she made to cut waiting times was popular.",
            &[(Reported, "she", "The pledge she made to cut waiting times")],
        );
        check(
            "The regime broke its promise to free the journalists.",
            &[(
                Reported,
                "The regime",
                "its promise to free the journalists",
            )],
        );
    }

    #[test]
    fn what_is_sought_or_offered_is_potential() {
        check(
            "Talks to secure firm guarantees from the allies go on.",
            &[(Potential, "the allies", "firm guarantees from the allies")],
        );
        check(
            "The state accepted its offer to provide free flights.",
            &[(Potential, "its", "its offer to provide free flights")],
        );
    }

    #[test]
    fn a_bare_promise_is_none() {
        check_none(&[
            "There is no guarantee that the plan will work.",
            "His promises are worth nothing.",
            "The union demanded a commitment from the owners to keep the plant.",
            "The film fulfils the promise of its opening.",
            "It takes commitment to learn the violin.",
            "A deal to end the war seems far off.",
            "The lack of commitments from rich states angered the islands.",
            "That is a difficult pledge to keep.",
            "They will learn that promises cost money.",
            "Voters know that promises cost money.",
            "Some say pledges need money.",
            "The commitment of the staff impressed the visitors.",
        ]);
    }
}
