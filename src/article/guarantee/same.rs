//! Which guarantees are the same one, named twice, and the fullest name of who gives them.

use std::collections::HashMap;

use super::cue::Family;
use super::stem::stem;
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
    let actor = guarantee.actor.as_ref()?.mention;
    let actor_words = stems(document, actor, &[]);
    let head = actor_words.last()?.clone();
    let cue: Vec<_> = guarantee.cue.into_iter().collect();
    let words = stems(
        document,
        guarantee.span,
        &[&[actor], cue.as_slice()].concat(),
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

/// The stems of a span without those of `except`.
fn stems(document: &Document, span: Span, except: &[Span]) -> Vec<String> {
    let text = document.slice(span);
    let is_wanted = |range: &std::ops::Range<usize>| {
        let at = Span::of(range.clone()).shift(span.start);
        !except.iter().any(|except| except.overlaps(at))
    };
    word::words(text)
        .filter(is_wanted)
        .filter_map(|range| stem(cut(text, range)).map(std::borrow::Cow::into_owned))
        .collect()
}
