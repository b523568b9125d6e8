//! Commitments in running text, sentence by sentence.

use super::cue::Cue;
use super::finding::Finding;
use super::lexicon::Tags;
use super::token::Sentence;
use super::{instrument, noun, verb, will};

/// One word in so many is in the lists, or the sentence is in another language.
const KNOWN_WORDS: usize = 4;

/// What can make a commitment.
const TRIGGERS: Tags = Tags::WILL
    .union(Tags::MAYBE)
    .union(Tags::GOING)
    .union(Tags::WILLING)
    .union(Tags::BINDING);

/// Whether a word can make a commitment.
pub(super) fn is_trigger(cue: Option<Cue>, tags: Tags) -> bool {
    cue.is_some() || tags.intersects(TRIGGERS)
}

/// The commitments of a sentence in the order of their cues; they do not overlap. A bare `will` and a plan give way to a clearer
/// word (`said it would help and promised to pay`, `plans to guarantee`).
pub(super) fn findings(sentence: Sentence<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let tokens = sentence.tokens().iter().enumerate();
    let mut triggers = tokens
        .filter(|(_, token)| is_trigger(token.cue, token.tags))
        .peekable();
    if triggers.peek().is_none() || !is_english(sentence) {
        return found;
    }
    for (at, _) in triggers {
        let free_from = found.last().map_or(0, |last| last.words.end);
        let gives_way = found.last().is_some_and(|last| last.family.gives_way());
        if at < free_from && !gives_way {
            continue;
        }
        let Some(finding) = read(sentence, at) else {
            continue;
        };
        if finding.words.start < free_from {
            if !gives_way || finding.family.gives_way() {
                continue;
            }
            found.pop();
        }
        found.push(finding);
    }
    found
}

fn read(sentence: Sentence<'_>, at: usize) -> Option<Finding> {
    let by_cue = sentence.cue(at).and_then(|cue| {
        if noun::is_noun(sentence, at, cue) {
            noun::read(sentence, at, cue)
        } else {
            verb::read(sentence, at, cue)
        }
    });
    let is_binding = sentence.has(at, Tags::BINDING);
    let is_modal = sentence.has(at, Tags::MODAL | Tags::GOING | Tags::WILLING);
    let by_agreement = is_binding.then(|| instrument::read(sentence, at)).flatten();
    by_agreement
        .or(by_cue)
        .or_else(|| is_modal.then(|| will::read(sentence, at)).flatten())
}

/// Small words of French, German, Spanish and Italian that are none of English. From general knowledge of them.
const FOREIGN: &[&str] = &[
    "avec", "con", "das", "dans", "de", "del", "der", "des", "du", "el", "en", "est", "et", "ist",
    "la", "las", "le", "les", "los", "mit", "nicht", "pour", "que", "qui", "sur", "un", "una",
    "und", "une",
];

/// Whether enough of the words are known, and fewer are small words of other languages than of English.
fn is_english(sentence: Sentence<'_>) -> bool {
    let tokens = sentence.tokens();
    let known = tokens.iter().filter(|token| token.is_known()).count();
    let is_foreign = |at: usize| !tokens[at].is_known() && FOREIGN.contains(&sentence.word(at));
    let foreign = || (0..tokens.len()).filter(|&at| is_foreign(at)).count();
    let small = tokens
        .iter()
        .filter(|token| token.tags.intersects(Tags::FUNCTION));
    known * KNOWN_WORDS >= tokens.len() && foreign() <= small.count()
}
