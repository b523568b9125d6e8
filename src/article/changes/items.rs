//! Items: the quotes and guarantees that are new, gone, or not what they were.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::ties::Ties;
use super::version::tokens;
use super::{Change, ChangeKind, Subject, Version};
use crate::article::guarantee::{Firmness, Guarantee};
use crate::article::quote::Quote;
use crate::article::speaker::Attribution;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::cut;
use crate::text::diff::{gaps, matches};
use crate::text::span::Span;

/// The longest block whose visible text is made for the words of one item, in bytes; of a longer one the words are told as they stand.
const LONGEST: u32 = 64 * 1024;

/// Compares the quotes, and the guarantees that are no weak ones.
pub(super) fn compare(old: Version<'_>, new: Version<'_>, ties: &Ties) -> Vec<Change> {
    let pairing = Pairing {
        old: old.document,
        new: new.document,
        ties,
    };
    let mut changes = pairing.compare(Subject::Quote, &quotes(old), &quotes(new));
    changes.extend(pairing.compare(Subject::Guarantee, &guarantees(old), &guarantees(new)));
    changes
}

fn quotes(version: Version<'_>) -> Vec<Item<'_>> {
    let quotes = version.annotations.quotes.iter();
    quotes.map(Item::of_quote).collect()
}

fn guarantees(version: Version<'_>) -> Vec<Item<'_>> {
    let guarantees = version.annotations.guarantees.iter();
    let listed = guarantees.filter(|it| it.firmness != Firmness::Weak);
    listed.map(Item::of_guarantee).collect()
}

/// A quote or a guarantee, as far as it can change.
struct Item<'a> {
    span: Span,
    block: BlockId,
    /// Who speaks or gives it; empty where nobody knows.
    who: &'a str,
    firmness: Option<Firmness>,
}

impl<'a> Item<'a> {
    fn of_quote(quote: &'a Quote) -> Self {
        Self {
            span: quote.span,
            block: quote.block,
            who: name(quote.speaker.as_ref()),
            firmness: None,
        }
    }

    fn of_guarantee(guarantee: &'a Guarantee) -> Self {
        Self {
            span: guarantee.span,
            block: guarantee.block,
            who: name(guarantee.actor.as_ref()),
            firmness: Some(guarantee.firmness),
        }
    }

    /// What is different of another version but the words.
    fn notes(&self, after: &Self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.who != after.who {
            let name = |who: &'a str| if who.is_empty() { "nobody named" } else { who };
            notes.push(format!("{} → {}", name(self.who), name(after.who)));
        }
        if let (Some(before), Some(after)) = (self.firmness, after.firmness)
            && before != after
        {
            notes.push(format!("{} → {}", before.name(), after.name()));
        }
        notes
    }
}

fn name(attribution: Option<&Attribution>) -> &str {
    attribution.map_or("", |attribution| &attribution.name)
}

/// Two versions of a text, to find the items of one in the other.
struct Pairing<'a> {
    old: &'a Document,
    new: &'a Document,
    ties: &'a Ties,
}

impl Pairing<'_> {
    fn compare(&self, subject: Subject, old: &[Item<'_>], new: &[Item<'_>]) -> Vec<Change> {
        let mut is_taken = vec![false; new.len()];
        let (mut changes, mut gone) = (Vec::new(), Vec::new());
        for item in old {
            match self.counterpart(item, new, &is_taken) {
                Some(at) => {
                    is_taken[at] = true;
                    changes.extend(self.changed(subject, item, &new[at]));
                }
                None => gone.push(item),
            }
        }
        let added = new.iter().zip(&is_taken).filter(|(_, taken)| !**taken);
        let mut added: Vec<_> = added.map(|(item, _)| item).collect();
        self.leave_out_moved(&mut gone, &mut added);
        changes.extend(gone.into_iter().map(|item| self.removed(subject, item)));
        changes.extend(
            added
                .into_iter()
                .map(|item| Change::added(subject, item.block, item.span)),
        );
        changes
    }

    /// The item that stands where another one stood: the first with some of its words.
    fn counterpart(&self, item: &Item<'_>, new: &[Item<'_>], is_taken: &[bool]) -> Option<usize> {
        let there = self.ties.follow_span(item.span)?;
        let first = new.partition_point(|it| it.span.end <= there.start);
        let near = new.iter().enumerate().skip(first);
        let mut near = near.take_while(|(_, it)| it.span.start < there.end);
        near.find(|(at, it)| !is_taken[*at] && it.span.overlaps(there))
            .map(|(at, _)| at)
    }

    fn changed(&self, subject: Subject, before: &Item<'_>, after: &Item<'_>) -> Option<Change> {
        let notes = before.notes(after);
        let (was, is) = (self.old.excerpt(before.span), self.new.excerpt(after.span));
        if notes.is_empty() && has_same_words(&was, &is) {
            return None;
        }
        let (words, gone) = difference(&was, &is, after.span);
        Some(Change {
            subject,
            kind: ChangeKind::Changed,
            span: after.span,
            block: after.block,
            words,
            before: shown(self.old, before),
            gone,
            notes,
        })
    }

    fn removed(&self, subject: Subject, item: &Item<'_>) -> Change {
        let at = self.new.char_start(self.ties.follow(item.span.start));
        let text = shown(self.old, item);
        Change::removed(subject, self.new.block_at(at), at, text)
    }

    /// Forgets the items that only stand elsewhere: the same words, by the same one.
    fn leave_out_moved(&self, gone: &mut Vec<&Item<'_>>, added: &mut Vec<&Item<'_>>) {
        fn key<'a>(document: &'a Document, item: &Item<'a>) -> (Cow<'a, str>, &'a str) {
            (document.excerpt(item.span), item.who)
        }
        let mut elsewhere: HashMap<_, usize> = HashMap::new();
        for item in added.iter() {
            *elsewhere.entry(key(self.new, item)).or_default() += 1;
        }
        let mut moved: HashMap<_, usize> = HashMap::new();
        gone.retain(|item| match elsewhere.get_mut(&key(self.old, item)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                *moved.entry(key(self.old, item)).or_default() += 1;
                false
            }
            _ => true,
        });
        added.retain(|item| match moved.get_mut(&key(self.new, item)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
    }
}

/// The words that are new and those that are gone between two versions of an item.
fn difference(was: &str, is: &str, place: Span) -> (Vec<Span>, String) {
    let (old, new): (Vec<_>, Vec<_>) = (tokens(was).collect(), tokens(is).collect());
    let mut numbers = super::version::Numbers::new();
    let old_tokens: Vec<_> = old
        .iter()
        .map(|it| numbers.of(cut(was, it.clone())))
        .collect();
    let new_tokens: Vec<_> = new
        .iter()
        .map(|it| numbers.of(cut(is, it.clone())))
        .collect();
    let (mut words, mut gone) = (Vec::new(), Vec::new());
    let kept = matches(&old_tokens, &new_tokens);
    for gap in gaps(&kept, old.len(), new.len()) {
        if let Some(range) = range(old.get(gap.old)) {
            gone.push(cut(was, range));
        }
        if let Some(range) = range(new.get(gap.new)) {
            words.push(Span::of(range).shift(place.start));
        }
    }
    (words, gone.join(" … "))
}

/// From the first to the last of some words.
fn range(words: Option<&[Range<usize>]>) -> Option<Range<usize>> {
    let words = words?;
    Some(words.first()?.start..words.last()?.end)
}

/// Whether two texts have the same words and marks, however their lines are broken.
fn has_same_words(was: &str, is: &str) -> bool {
    was == is || was.split_whitespace().eq(is.split_whitespace())
}

/// The words of an item as they are seen.
fn shown(document: &Document, item: &Item<'_>) -> String {
    let block = document.block(item.block);
    if block.is_some_and(|block| block.span.len() <= LONGEST) {
        document.visible(item.span)
    } else {
        document.excerpt(item.span).into_owned()
    }
}
