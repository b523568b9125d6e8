//! The words of guarantees: what a later paragraph has to share to take one up.

use std::collections::HashSet;
use std::ops::Range;

use crate::article::guarantee::Guarantee;
use crate::article::guarantee::key::{Key, KeyMap};
use crate::article::guarantee::stem::stem;
use crate::doc::Document;
use crate::text::span::Span;
use crate::text::{cut, word};

/// How many words of a guarantee are compared.
const MOST: usize = 48;

/// Which word it is, by the order in which the guarantees first use it.
pub(super) type Word = usize;

/// The words that guarantees use.
#[derive(Default)]
pub(super) struct Words {
    /// Each by its stem.
    pub(super) known: KeyMap<Word>,
    /// Those that have a capital within a guarantee.
    pub(super) names: HashSet<Word>,
}

impl Words {
    /// Enters the content words of a guarantee without those of its actor, and gives them, each once.
    pub(super) fn enter(&mut self, document: &Document, guarantee: &Guarantee) -> Vec<Word> {
        let text = &document.excerpt(guarantee.span);
        let actor = guarantee.actor.as_ref();
        let of_actor: Vec<_> = actor.map_or(Vec::new(), |it| keys(&it.name).collect());
        let mention = actor.map_or(Span::at(0), |it| it.mention);
        let ranges: Vec<_> = word::words(text).take(MOST).collect();
        let mut words = Vec::new();
        for (number, range) in ranges.iter().enumerate() {
            // Of a name in several words the last one speaks for all.
            let goes_on = ranges
                .get(number + 1)
                .is_some_and(|next| is_one_name(text, range, next));
            let here = Span::of(range.clone()).shift(guarantee.span.start);
            let word = cut(text, range.clone());
            if goes_on || word.starts_with(char::is_numeric) || here.overlaps(mention) {
                continue;
            }
            let Some(key) = key(word).filter(|it| !of_actor.contains(it)) else {
                continue;
            };
            let number = self.number(key);
            if range.start > 0 && is_capital(word) {
                self.names.insert(number);
            }
            if !words.contains(&number) {
                words.push(number);
            }
        }
        words
    }

    fn number(&mut self, key: Key) -> Word {
        let next = self.known.len();
        *self.known.entry(key).or_insert(next)
    }
}

/// The keys of the content words of a text.
fn keys(text: &str) -> impl Iterator<Item = Key> {
    word::words(text).filter_map(|range| key(cut(text, range)))
}

/// The key of a word; `None` for one that says nothing of its own.
fn key(word: &str) -> Option<Key> {
    stem(word).map(|stem| Key::of_head(&stem))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether two neighbouring words are of one name.
fn is_one_name(text: &str, one: &Range<usize>, next: &Range<usize>) -> bool {
    is_capital(cut(text, one.clone()))
        && is_capital(cut(text, next.clone()))
        && cut(text, one.end..next.start) == " "
}
