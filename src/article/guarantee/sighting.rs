//! Sightings: what the rules see of every verb and noun that can promise in running text, whether it makes a guarantee there or not.
//!
//! They ask the same questions as the rules and answer in words; which answers decided can be read from them.

use super::complement::{self, Complement};
use super::cue::Cue;
use super::deed::{self, Deed};
use super::finding::Finding;
use super::nominal::Nominal;
use super::party;
use super::token::{Gap, Sentence, Tokens};
use super::{Firmness, binding, clause, group, idiom, noun, sentence, will};
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::prose::Prose;
use crate::text::span::Span;

/// A word that can promise, and what is seen around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The word.
    pub cue: Span,
    /// What makes the guarantee, or the sentence that makes none.
    pub words: Span,
    /// How firm the guarantee is; `None` when it makes none.
    pub firmness: Option<Firmness>,
    /// What is seen, in words: `a verb`, `denied, supposed or wished`.
    pub seen: Vec<&'static str>,
}

/// Every sighting in running text, in reading order. Items of lists promise by their lead-in, and are not among them.
pub fn sightings(document: &Document) -> Vec<Sighting> {
    let is_read = |id: &BlockId| {
        let is_paragraph =
            document.block(*id).map(|block| block.kind) == Some(BlockKind::Paragraph);
        is_paragraph && document.list(*id).is_none()
    };
    let mut found = Vec::new();
    for id in document.ids().filter(is_read) {
        let prose = document.prose(id);
        let tokens = Tokens::read(prose.as_str());
        for sentence in tokens.sentences() {
            of_sentence(&prose, sentence, &mut found);
        }
    }
    found
}

fn of_sentence(prose: &Prose<'_>, sentence: Sentence<'_>, found: &mut Vec<Sighting>) {
    let findings = sentence::findings(sentence);
    for at in 0..sentence.len() {
        let finding = findings.iter().find(|it| it.cue.start == at);
        let is_inside = findings.iter().any(|it| it.words.contains(&at));
        let cue = sentence.cue(at);
        let can_promise = cue.is_some() || will::is_announcing(sentence, at);
        if finding.is_none() && (!can_promise || is_inside) {
            continue;
        }
        let words = finding.map_or(0..sentence.len(), |it| it.words.clone());
        found.push(Sighting {
            cue: prose.span(sentence.bytes(at..at + 1)),
            words: prose.span(sentence.bytes(words)),
            firmness: finding.map(|it| it.firmness),
            seen: Sight { sentence, at }.seen(cue, finding),
        });
    }
}

/// A word that is looked at.
struct Sight<'a> {
    sentence: Sentence<'a>,
    at: usize,
}

impl Sight<'_> {
    fn seen(&self, cue: Option<Cue>, finding: Option<&Finding>) -> Vec<&'static str> {
        let words = finding.map_or(self.at..self.sentence.len(), |it| it.words.clone());
        let mut seen = match cue {
            Some(cue) if noun::is_noun(self.sentence, self.at, cue) => self.of_noun(cue),
            Some(cue) => self.of_verb(cue),
            None if finding.is_some() => vec!["what somebody will do, or is bound to"],
            None => will::seen(self.sentence, self.at),
        };
        let is_asked = self
            .sentence
            .gap(self.sentence.len())
            .contains(Gap::QUESTION);
        seen.extend(is_asked.then_some("in a question"));
        let is_conditional = clause::is_conditional(self.sentence, words);
        seen.extend(is_conditional.then_some("under a condition"));
        seen
    }

    fn of_verb(&self, cue: Cue) -> Vec<&'static str> {
        let sentence = self.sentence;
        let mut seen = vec!["a verb"];
        match group::read(sentence, self.at, cue.form) {
            None => seen.push("denied, asked for or a duty"),
            Some(group) => {
                seen.extend(group.is_passive.then_some("in the passive"));
                seen.extend(group.is_possible().then_some("only possible"));
                let subject = group.subject(sentence).filter(|it| !it.is_empty());
                seen.push(subject.clone().map_or("nobody before it", |subject| {
                    party::of(sentence, &subject).name()
                }));
                let is_withheld =
                    subject.is_some_and(|subject| binding::is_withheld(sentence, subject));
                seen.extend(is_withheld.then_some("denied, supposed or wished"));
            }
        }
        seen.extend(idiom::is_idiom(sentence, self.at, cue.family).then_some("an idiom"));
        seen.push(followed(complement::of_verb(sentence, self.at, cue)));
        seen
    }

    fn of_noun(&self, cue: Cue) -> Vec<&'static str> {
        let mut seen = vec!["a noun"];
        let Some(nominal) = Nominal::read(self.sentence, self.at, cue) else {
            seen.push("denied, or no more than a word");
            return seen;
        };
        seen.push(done(deed::before(self.sentence, nominal.start).0));
        let is_known = nominal.owner.is_some() || nominal.giver.is_some();
        seen.push(if is_known {
            "it is said whose"
        } else {
            "it is not said whose"
        });
        seen.push(followed(nominal.content));
        seen
    }
}

fn done(deed: Deed) -> &'static str {
    match deed {
        Deed::Bind => "it is given",
        Deed::Keep => "it is kept",
        Deed::Offer => "it is offered",
        Deed::Seek => "it is sought",
        Deed::Presuppose => "it is taken for given",
        Deed::Demand => "it is demanded or refused",
        Deed::None => "no verb gives it",
    }
}

fn followed(complement: Option<Complement>) -> &'static str {
    match complement {
        Some(Complement::Act(_)) => "an act follows",
        Some(Complement::Clause(_)) => "a clause follows",
        Some(Complement::Thing(_)) => "a thing follows",
        None => "nothing follows that could be promised",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::annotate;
    use crate::article::section::Outline;
    use crate::doc::format::Format;

    /// Each cue, how firm what it makes is, and what is seen.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let found: Vec<_> = sightings(&document)
            .iter()
            .map(|it| {
                let verdict = it
                    .firmness
                    .map_or("none".to_owned(), |it| format!("{it:?}"));
                format!(
                    "{} {verdict}: {}",
                    document.slice(it.cue),
                    it.seen.join(", ")
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_seen_has_words() {
        check(
            "The mayor promised to pay. She never promised to pay.",
            &[
                "promised Firm: a verb, by a person or body, an act follows",
                "promised none: a verb, denied, asked for or a duty, an act follows",
            ],
        );
        check(
            "Prices will rise. If they rise, we will see. The mayor will pay.",
            &[
                "will none: by a thing, no act follows that one can choose",
                "will none: by the speaker, no act follows that one can choose, under a condition",
                "will none: by a person or body, an act follows, nobody announces it, no agreement says so",
            ],
        );
        check(
            "They broke a pledge.",
            &[
                "pledge none: a noun, it is taken for given, it is not said whose, nothing follows that could be promised",
            ],
        );
    }

    #[test]
    fn sightings_and_guarantees_agree() {
        let text = "The mayor promised to pay. They spoke of guarantees from Kent. “We will mend it,” she said. He agreed.";
        let document = Document::read(text.to_owned(), Format::Text);
        let outline = Outline::of(&document);
        let guarantees = annotate(&document, &outline).guarantees;
        let given: Vec<_> = guarantees
            .iter()
            .map(|it| (it.cue, Some(it.firmness)))
            .collect();
        let seen = sightings(&document);
        let seen: Vec<_> = seen
            .iter()
            .filter(|it| it.firmness.is_some())
            .map(|it| (Some(it.cue), it.firmness))
            .collect();
        assert_eq!(seen, given);
    }
}
