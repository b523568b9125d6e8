//! Which guarantees are the same one, named twice.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cue::Family;
use super::lexicon::{self, Tags};
use super::stem::{is_count, stem};
use super::{Guarantee, GuaranteeKind};
use crate::doc::Document;
use crate::text::span::Span;
use crate::text::{cut, word};

/// How many guarantees with the same actor and verb are compared.
const MOST_COMPARED: usize = 8;

/// Points each guarantee at the first one that says the same: the same item, or the same actor binding itself to the same.
pub(super) fn mark(document: &Document, guarantees: &mut [Guarantee], families: &[Option<Family>]) {
    let mut seen: HashMap<Key, Vec<(usize, Content)>> = HashMap::new();
    for (at, family) in families.iter().enumerate().take(guarantees.len()) {
        let Some((key, content)) = describe(document, &guarantees[at], *family) else {
            continue;
        };
        let alike = seen.entry(key).or_default();
        let first = alike
            .iter()
            .find(|(_, other)| content.is_same(other))
            .map(|&(first, _)| first);
        guarantees[at].same_as = first;
        if first.is_none() && alike.len() < MOST_COMPARED {
            alike.push((at, content));
        }
    }
}

/// What must be equal.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    family: Option<Family>,
    /// The last word of the actor.
    head: Option<String>,
}

/// What is compared.
#[derive(Debug)]
struct Content {
    actor: Vec<String>,
    /// What is promised; empty when only the promise is named.
    words: Vec<String>,
}

impl Content {
    fn is_same(&self, other: &Self) -> bool {
        let is_part = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
        let is_same_actor =
            is_part(&self.actor, &other.actor) || is_part(&other.actor, &self.actor);
        let is_named_only = self.words.is_empty() || other.words.is_empty();
        is_same_actor
            && (is_named_only
                || is_part(&self.words, &other.words) && is_part(&other.words, &self.words))
    }
}

fn describe(
    document: &Document,
    guarantee: &Guarantee,
    family: Option<Family>,
) -> Option<(Key, Content)> {
    if let GuaranteeKind::Item { .. } = guarantee.kind {
        let content = Content {
            actor: Vec::new(),
            words: stems(document, guarantee.span, &[]),
        };
        return (!content.words.is_empty()).then_some((
            Key {
                family: None,
                head: None,
            },
            content,
        ));
    }
    let actor = guarantee.actor.as_ref()?;
    let actor_words: Vec<_> = word::words(&actor.name)
        .filter_map(|range| stem(cut(&actor.name, range)).map(Cow::into_owned))
        .collect();
    let head = actor_words.last()?.clone();
    let cue: Vec<_> = guarantee.cue.into_iter().collect();
    let words = stems(
        document,
        guarantee.span,
        &[&[actor.mention], cue.as_slice()].concat(),
    );
    let content = Content {
        actor: actor_words,
        words,
    };
    Some((
        Key {
            family,
            head: Some(head),
        },
        content,
    ))
}

/// What tells two promises of one actor apart beside their content words: numbers, times, and what is not promised.
fn telling(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let telling = Tags::TIME | Tags::NEGATION;
    let is_listed = lexicon::entry(&word).is_some_and(|entry| entry.tags.intersects(telling));
    (is_count(&word) || is_listed).then_some(word)
}

/// The stems of a span and the words that tell it apart, without those of `except`.
fn stems(document: &Document, span: Span, except: &[Span]) -> Vec<String> {
    let text = &document.excerpt(span);
    let is_wanted = |range: &std::ops::Range<usize>| {
        let at = Span::of(range.clone()).shift(span.start);
        !except.iter().any(|except| except.overlaps(at))
    };
    word::words(text)
        .filter(is_wanted)
        .filter_map(|range| {
            let word = cut(text, range);
            stem(word).map(Cow::into_owned).or_else(|| telling(word))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use crate::doc::format::Format;

    #[track_caller]
    fn check(text: &str, expected: &[Option<usize>]) {
        let (_, guarantees) = testing::read(text, Format::Markdown);
        let same: Vec<_> = guarantees
            .iter()
            .map(|guarantee| guarantee.same_as)
            .collect();
        assert_eq!(same, expected, "{text}");
    }

    #[test]
    fn the_same_promise_of_the_same_actor_is_one() {
        check(
            "The bank promised to pay. Later the bank promised to pay.",
            &[None, Some(0)],
        );
        check(
            "Anna Low promised to pay. Later she promised to pay.",
            &[None, Some(0)],
        );
        check(
            "It is a commitment from U.S. leaders. The commitment from U.S. leaders to help is new.",
            &[None, Some(0)],
        );
        check(
            "We will:\n\n- build roads\n\nAgain, we will:\n\n- Build roads.\n",
            &[None, Some(0)],
        );
    }

    #[test]
    fn another_sum_time_or_denial_is_another_promise() {
        for text in [
            "The bank promised to pay $5 million. Later the bank promised to pay $7 million.",
            "The bank pledged to open two branches. The bank pledged to open three branches.",
            "The bank pledged to leave in March. The bank pledged to leave in May.",
            "The bank vowed to leave. The bank vowed not to leave.",
        ] {
            check(text, &[None, None]);
        }
    }

    #[test]
    fn another_actor_verb_or_act_is_another_promise() {
        check(
            "The bank promised to pay. The city promised to pay.",
            &[None, None],
        );
        check(
            "The bank promised to pay. The bank promised to leave.",
            &[None, None],
        );
        check(
            "The bank promised to pay. The bank agreed to pay.",
            &[None, None],
        );
    }
}
