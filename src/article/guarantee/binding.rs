//! Whether somebody binds itself by what is said of it: not `the day promises to be hot`, not `I guarantee you it is safe`.

use std::ops::Range;

use super::complement::{self, Complement};
use super::cue::{Cue, Family, Form};
use super::lexicon::Tags;
use super::party::{self, Party};
use super::token::{Gap, Sentence};
use super::{hearsay, phrase, will};

/// A subject, a cue and what follows it.
pub(super) struct Claim<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) cue: Cue,
    pub(super) verb: usize,
    /// Whether the verb stands without an auxiliary.
    pub(super) is_bare: bool,
    /// Whether it is only to be expected.
    pub(super) is_possible: bool,
    /// Whether it stands behind `which` or `that`.
    pub(super) is_relative: bool,
    pub(super) complement: Complement,
    pub(super) subject: Option<Range<usize>>,
}

/// Whether the claim is a commitment of its subject.
pub(super) fn is_binding(claim: &Claim<'_>) -> bool {
    let sentence = claim.sentence;
    if claim.is_empty() {
        return false;
    }
    let Some(subject) = claim.subject.clone().filter(|subject| !subject.is_empty()) else {
        let is_forecast = matches!(
            claim.cue.family,
            Family::Guarantee | Family::Bind | Family::Warrant | Family::Plan | Family::Weigh
        );
        return !is_forecast && (claim.is_act() || claim.is_own());
    };
    let is_hoped = claim.is_possible && is_believed(sentence, subject.start);
    if is_hoped || is_withheld(sentence, subject.clone()) {
        return false;
    }
    let last = subject.end - 1;
    let is_thing = sentence.is(last, &["it", "this", "that", "which", "there", "what"])
        && !is_told_of_itself(sentence, last);
    let party = if is_told_of_itself(sentence, last) {
        Party::Actor
    } else {
        party::of(sentence, &subject)
    };
    if matches!(party, Party::Reader | Party::Anyone) || claim.is_habit() {
        return false;
    }
    match claim.cue.family {
        Family::Promise => {
            !is_thing
                && !claim.is_feared(&subject)
                && !claim.is_figurative(&subject, party)
                && claim.is_own_promise(last)
        }
        Family::Guarantee => !is_thing && claim.is_guaranteed(&subject, party),
        Family::Warrant => claim.is_warranted(&subject, party),
        Family::Bind => claim.is_reflexive(),
        Family::Assure => claim.is_own(),
        Family::Swear => claim.is_act() || claim.is_sworn(),
        Family::Undertake => (claim.is_act() || claim.is_sworn()) && !is_thing,
        Family::Resolve => claim.is_act() && !is_thing,
        Family::Offer => !is_thing && (claim.is_act() || claim.is_aid(&subject)),
        Family::Plan | Family::Weigh => !is_thing && claim.is_intended(&subject, party),
        Family::Commit => !claim.is_object(subject.start),
        Family::Pledge | Family::Vow | Family::Agree | Family::Word | Family::Will => true,
    }
}

/// Whether the words around a subject make what follows a denial, a condition, a question or a demand: `neither side
/// promised`, `if he promised`, `did he promise`, `demands that he promise`.
pub(super) fn is_withheld(sentence: Sentence<'_>, subject: Range<usize>) -> bool {
    let is_few = sentence.is(subject.start, &["few"]) && !sentence.was(subject.start, &["a"]);
    let is_denied = is_few || subject.clone().any(|at| sentence.has(at, Tags::NEGATION));
    let Some(before) = subject.start.checked_sub(1) else {
        return is_denied;
    };
    let is_supposed = sentence.has(before, Tags::CONDITION | Tags::DO | Tags::NEGATION)
        || sentence.is(before, &["whether", "had"]);
    let is_that = sentence.has(before, Tags::THAT) && sentence.had(before, Tags::DIRECTIVE);
    let is_wanted = sentence.is(before, WANTING);
    let is_governed = is_supposed || is_that || is_wanted;
    is_denied || is_governed && !sentence.breaks(subject.start, Gap::COMMA)
}

/// `Acme said (that) it plans to`: here `it` is somebody.
fn is_told_of_itself(sentence: Sentence<'_>, pronoun: usize) -> bool {
    let report = pronoun - usize::from(sentence.had(pronoun, Tags::THAT));
    sentence.is(pronoun, &["it"]) && sentence.had(report, Tags::REPORT)
}

/// `they hope (that) it will agree`: somebody else's belief.
fn is_believed(sentence: Sentence<'_>, subject: usize) -> bool {
    let is_that = sentence.had(subject, Tags::THAT);
    let verb = subject.saturating_sub(usize::from(is_that));
    sentence.had(verb, Tags::BELIEF) && !sentence.breaks(subject, Gap::PHRASE)
}

/// Verbs right before a subject that ask for its act: `demands he promise`.
const WANTING: &[&str] = &["demanding", "demands", "demanded", "let", "make", "makes"];

/// Words that stand for a promise whose content is said elsewhere.
const POINTERS: &[&str] = &[
    "something",
    "anything",
    "nothing",
    "everything",
    "it",
    "this",
    "that",
    "these",
    "so",
    "much",
    "more",
];

/// Within how many words of a clause it is denied: `it will not`.
const LONGEST_DENIAL: usize = 6;

/// How many words whom and what is offered has at most.
const LONGEST_OFFER: usize = 9;

/// What can be offered to somebody in need, or to end a quarrel. From general knowledge of English.
pub(super) const AID: &[&str] = &[
    "aid",
    "amnesty",
    "assistance",
    "asylum",
    "backing",
    "ceasefire",
    "citizenship",
    "compensation",
    "concession",
    "concessions",
    "discount",
    "discounts",
    "entry",
    "funding",
    "help",
    "jobs",
    "loan",
    "loans",
    "money",
    "protection",
    "raise",
    "refuge",
    "refund",
    "refunds",
    "residency",
    "rise",
    "sanctuary",
    "shelter",
    "support",
    "training",
    "troops",
    "truce",
    "visas",
    "weapons",
];

impl Claim<'_> {
    /// `promised something`: that there is a promise, but not what. And `I guarantee he’s lying`, which only says what is.
    fn is_empty(&self) -> bool {
        let sentence = self.sentence;
        let is_clause = |at| sentence.has(at, Tags::SUBJECT) && !sentence.has(at, Tags::OBJECT);
        if matches!(self.complement, Complement::Thing(at) if is_clause(at)) {
            return true;
        }
        matches!(self.complement, Complement::Thing(at) if sentence.is(at, POINTERS) && (sentence.breaks(at + 1, Gap::PHRASE) || sentence.has(at + 1, Tags::AND)))
    }

    fn is_act(&self) -> bool {
        matches!(self.complement, Complement::Act(_))
    }

    /// Whether what is promised is an act, a thing, or a clause about what a person will do: `that we will pay`, not `that it
    /// is safe`.
    fn is_own(&self) -> bool {
        let Complement::Clause(at) = self.complement else {
            return true;
        };
        let sentence = self.sentence;
        let is_person = sentence.has(at, Tags::SUBJECT)
            && !sentence.has(at, Tags::YOU)
            && !sentence.is(at, &["it", "there"]);
        let is_ruled_out = sentence.has(at, Tags::NEGATION | Tags::ANYONE)
            || sentence.is(at, &["all", "every", "each"]);
        (is_person || is_ruled_out) && complement::has_future(sentence, at)
    }

    /// `swore that it would stay`
    fn is_sworn(&self) -> bool {
        matches!(self.complement, Complement::Clause(at) if complement::has_future(self.sentence, at))
    }

    /// `warrants that the goods are sound`, `warrants it against defects`, by one who can be held to it; not `the case warrants a
    /// trial`.
    fn is_warranted(&self, subject: &Range<usize>, party: Party) -> bool {
        let sentence = self.sentence;
        let is_against = |at: usize| {
            let end = phrase::end_after(sentence, at);
            sentence.is(end, &["against"]) && !sentence.breaks(end, Gap::PHRASE)
        };
        let is_agent = party == Party::Other && party::is_agent(sentence, subject);
        (is_agent || matches!(party, Party::Actor | Party::Speaker))
            && match self.complement {
                Complement::Clause(_) => true,
                Complement::Thing(at) => is_against(at),
                Complement::Act(_) => false,
            }
    }

    /// `offered the town a loan`, `could offer €2 million`: help that is offered once, not what a shop always has.
    fn is_aid(&self, subject: &Range<usize>) -> bool {
        let Complement::Thing(at) = self.complement else {
            return false;
        };
        let sentence = self.sentence;
        let is_once = self.is_possible || matches!(self.cue.form, Form::Past | Form::Gerund);
        let is_open = |at: &usize| {
            !sentence.breaks(*at, Gap::PHRASE) && !sentence.has(*at, Tags::PREPOSITION | Tags::TO)
        };
        let mut words = std::iter::once(at).chain((at + 1..at + LONGEST_OFFER).take_while(is_open));
        let is_aid = |at| {
            sentence.has(at, Tags::NUMBER)
                || sentence.gap(at).contains(Gap::MONEY)
                || sentence.is(at, AID)
        };
        is_once && party::is_somebody(sentence, subject) && words.any(is_aid)
    }

    /// `plans to close the mine`, not `plans to be there` or `to vote`, and not what it had planned once.
    fn is_intended(&self, subject: &Range<usize>, party: Party) -> bool {
        let sentence = self.sentence;
        let Complement::Act(at) = self.complement else {
            return false;
        };
        let opener = Tags::DETERMINER | Tags::POSSESSIVE | Tags::CAPITAL;
        let is_someone = match party {
            Party::Actor | Party::Speaker => true,
            Party::Other => sentence.has(subject.start, opener),
            _ => false,
        };
        let is_private = sentence.is(at, &["vote"]);
        is_someone
            && !is_private
            && !sentence.was(self.verb, &["had"])
            && will::is_deed(sentence, at)
    }

    /// In the first person only what the speaker will do itself, not `I promise you he will`; or what it has promised before, and what `we`
    /// rule out.
    fn is_own_promise(&self, subject: usize) -> bool {
        let Complement::Clause(at) = self.complement else {
            return true;
        };
        let sentence = self.sentence;
        let is_about_self =
            sentence.has(at, Tags::FIRST | Tags::NEGATION) || sentence.is(at, &["our", "my"]);
        let is_told = self.cue.form == Form::Past;
        let is_ruled_out = sentence.is(subject, &["we"])
            && (at..at + LONGEST_DENIAL).any(|at| sentence.has(at, Tags::NEGATION));
        !sentence.has(subject, Tags::FIRST)
            || is_told
            || is_ruled_out
            || self.is_own() && is_about_self
    }

    /// `The debate promises to be lively`, `the new line promises to save time`: nobody who could promise, now or to be something.
    fn is_figurative(&self, subject: &Range<usize>, party: Party) -> bool {
        let is_to_be =
            matches!(self.complement, Complement::Act(at) if self.sentence.is(at, &["be"]));
        let is_now = self.cue.form == Form::Present && self.is_act();
        match party {
            Party::Thing => true,
            Party::Other => {
                is_to_be && !party::has_name(self.sentence, subject)
                    || is_now && !party::is_agent(self.sentence, subject)
            }
            _ => false,
        }
    }

    /// `my opponent promises chaos`: what a rival is said to bring.
    fn is_feared(&self, subject: &Range<usize>) -> bool {
        let is_now = matches!(self.cue.form, Form::Base | Form::Present);
        let is_thing = matches!(self.complement, Complement::Thing(_));
        is_now && is_thing && hearsay::is_rival(self.sentence, subject)
    }

    /// `Politicians often promise`: what is always so binds nobody.
    fn is_habit(&self) -> bool {
        let sentence = self.sentence;
        let is_now = matches!(self.cue.form, Form::Base | Form::Present);
        is_now
            && sentence.was(
                self.verb,
                &["often", "always", "usually", "sometimes", "typically"],
            )
    }

    /// `binds itself to peace`
    fn is_reflexive(&self) -> bool {
        self.sentence.has(self.verb + 1, Tags::REFLEXIVE)
    }

    /// Whoever guarantees is a person, a name, a body or an agreement; `a tax cut guarantees growth` is a forecast, and what
    /// another treaty guarantees (`the pact, which guarantees …`) is named for contrast.
    fn is_guaranteed(&self, subject: &Range<usize>, party: Party) -> bool {
        let sentence = self.sentence;
        let is_actor = match party {
            Party::Actor | Party::Paper | Party::Speaker => true,
            Party::Other => {
                let is_meant = !self.is_possible || sentence.had(self.verb, Tags::TO);
                is_meant && party::has_name(sentence, subject)
            }
            _ => false,
        };
        let is_own = match self.complement {
            Complement::Clause(at) => {
                let is_house = !sentence.is(subject.start, &["i"]);
                let is_about_other = !is_house && sentence.is(at, &["he", "she", "they"]);
                self.is_own() && !is_about_other || is_house && complement::has_future(sentence, at)
            }
            Complement::Act(_) | Complement::Thing(_) => !self.is_relative,
        };
        (self.cue.form != Form::Gerund || self.is_possible) && is_actor && is_own
    }

    /// `wants someone committed to peace`: the subject is the object of the verb before it.
    fn is_object(&self, subject: usize) -> bool {
        let is_past = self.is_bare && self.cue.form == Form::Past;
        let verb = Tags::VERB | Tags::DIRECTIVE | Tags::PREPOSITION;
        let is_governed =
            self.sentence.had(subject, verb) && !self.sentence.had(subject, Tags::REPORT);
        is_past && is_governed && !self.sentence.breaks(subject, Gap::PHRASE)
    }
}
