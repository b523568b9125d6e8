//! Echoes: quotes with the same words as another one.
//!
//! An article that first describes a speaker and then names one for the very same words means the same person.

use std::collections::HashMap;

use super::Quote;
use super::said::Said;
use crate::article::reading::Reading;
use crate::article::reading::mention::Sort;
use crate::article::reading::people::Nature;
use crate::doc::Document;
use crate::text::fold::{Case, Folded};
use crate::text::word;

/// Fewest words by which a quote is known again; a single one can be anybody’s.
const FEWEST: usize = 2;

/// Names the speakers that an echo names, and links the repeats. `said` stands behind `quotes`, one by one.
pub(super) fn link(
    document: &Document,
    reading: &Reading<'_>,
    said: &[Said],
    quotes: &mut [Quote],
) {
    let words: Vec<_> = quotes.iter().map(|quote| folded(document, quote)).collect();
    name_by_echo(&words, reading, said, quotes);
    link_repeats(&words, quotes);
}

/// Gives a described speaker the name of a person who is quoted with the same words. The name stays a guess.
fn name_by_echo(words: &[String], reading: &Reading<'_>, said: &[Said], quotes: &mut [Quote]) {
    let mut named: HashMap<&str, usize> = HashMap::new();
    for (index, words) in words.iter().enumerate() {
        let is_known = said.get(index).is_some_and(|said| is_named(reading, said));
        if is_known && word::words(words).nth(FEWEST - 1).is_some() {
            named.entry(words).or_insert(index);
        }
    }
    for (index, words) in words.iter().enumerate() {
        let is_described = said
            .get(index)
            .is_some_and(|said| is_described(reading, said));
        let source = named.get(words.as_str()).filter(|_| is_described);
        let Some(known) = source.and_then(|&source| quotes.get(source)?.speaker.clone()) else {
            continue;
        };
        if let Some(speaker) = quotes
            .get_mut(index)
            .and_then(|quote| quote.speaker.as_mut())
        {
            speaker.name = known.name;
            speaker.role = known.role;
            speaker.is_inferred = true;
        }
    }
}

/// Links every quote to the first one with the same words by the same speaker.
fn link_repeats(words: &[String], quotes: &mut [Quote]) {
    let mut first: HashMap<(&str, String), usize> = HashMap::new();
    for ((index, quote), words) in quotes.iter_mut().enumerate().zip(words) {
        let Some(speaker) = &quote.speaker else {
            continue;
        };
        let key = (words.as_str(), speaker.name.clone());
        let original = *first.entry(key).or_insert(index);
        quote.same_as = (original < index).then_some(original);
    }
}

/// The words of a quote without case, accents, and the marks around them.
fn folded(document: &Document, quote: &Quote) -> String {
    let folded = Folded::new(&document.excerpt(quote.span), Case::Ignored);
    folded
        .as_str()
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_owned()
}

/// Whether the speaker is a person with a name.
fn is_named(reading: &Reading<'_>, said: &Said) -> bool {
    said.speaker.is_some_and(|speaker| {
        let is_sure = reading
            .meaning(speaker.mention)
            .is_some_and(|meaning| !meaning.is_guess);
        is_sure
            && reading
                .figure(speaker.mention)
                .is_some_and(|figure| matches!(figure.nature, Nature::Person | Nature::Unknown))
    })
}

/// Whether the speaker is one person, and only described.
fn is_described(reading: &Reading<'_>, said: &Said) -> bool {
    said.speaker.is_some_and(|speaker| {
        let is_role = reading
            .mention(speaker.mention)
            .is_some_and(|mention| mention.sort == Sort::Role);
        is_role
            && reading
                .meaning(speaker.mention)
                .is_none_or(|meaning| meaning.is_guess)
    })
}
