//! Forms: how the rules meet a word, found once for each word of a chapter.
//!
//! Short forms are taken apart (`we’ll` is `we` and `’ll`, `didn’t` is `did` and `n’t`, `Kyiv’s` is `Kyiv` and `’s`), so that the rules
//! meet each small word in one shape.

use super::lexicon::{self, Entry, Tags};
use super::sentence;
use crate::article::chapter::Word;
use crate::article::chapter::glossary::{Glossary, WordId};
use crate::text::{head, tail};

/// A word with what it can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// What the word is, without the short form at its end.
    pub(super) entry: Entry,
    /// The byte of the word with which its short form begins, and what that is.
    pub(super) short: Option<(usize, Entry)>,
}

/// The forms of the words of a chapter.
#[derive(Debug)]
pub(super) struct Forms {
    forms: Vec<Form>,
    /// For each word whether it can make a commitment.
    triggers: Vec<bool>,
}

impl Forms {
    /// The forms of all words of a glossary.
    pub(super) fn of(glossary: &Glossary) -> Self {
        let forms: Vec<_> = glossary.words().map(Form::of).collect();
        Self {
            triggers: forms.iter().map(Form::is_trigger).collect(),
            forms,
        }
    }

    /// The form of a word.
    pub(super) fn get(&self, word: WordId) -> &Form {
        &self.forms[word.index()]
    }

    /// Whether anything in a text could be a commitment; most texts are done with this.
    pub(super) fn can_promise(&self, words: &[Word]) -> bool {
        words.iter().any(|word| self.triggers[word.id.index()])
    }
}

impl Form {
    fn of(word: &str) -> Self {
        let short = short_form(word);
        Self {
            entry: classify(short.map_or(word, |at| head(word, at))),
            short: short.map(|at| (at, classify(tail(word, at)))),
        }
    }

    fn is_trigger(&self) -> bool {
        let is_trigger = |entry: Entry| sentence::is_trigger(entry.cue, entry.tags);
        is_trigger(self.entry) || self.short.is_some_and(|(_, entry)| is_trigger(entry))
    }
}

/// What the lists and the shape of a word say of it.
fn classify(word: &str) -> Entry {
    let ends = |ending: &str| {
        let bytes = word.as_bytes();
        let start = bytes.len().saturating_sub(ending.len());
        bytes
            .get(start..)
            .is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
    };
    let first = word.chars().next().unwrap_or(' ');
    let mut entry = lexicon::entry(word).unwrap_or_else(|| Entry {
        tags: if ends("ly") {
            Tags::ADVERB
        } else {
            Tags::empty()
        },
        cue: None,
    });
    entry.tags.set(Tags::CAPITAL, first.is_uppercase());
    entry.tags.set(Tags::NUMBER, first.is_numeric());
    if ends("ing") {
        entry.tags |= Tags::GERUND;
    }
    let is_participle = ends("ed") && !entry.tags.intersects(Tags::NOMINAL | Tags::ADVERB);
    entry.tags.set(Tags::PAST, is_participle);
    entry
}

/// Where the short form at the end of a word begins.
fn short_form(word: &str) -> Option<usize> {
    const ENDINGS: [&str; 6] = ["s", "ll", "ve", "re", "d", "m"];
    // Both apostrophes hold one of these bytes, and most words hold neither.
    if !word.bytes().any(|byte| matches!(byte, b'\'' | 0xE2)) {
        return None;
    }
    let (apostrophe, mark) = word
        .char_indices()
        .rfind(|(_, c)| matches!(c, '\'' | '’'))?;
    let ending = tail(word, apostrophe + mark.len_utf8());
    let stem = head(word, apostrophe);
    let is_ending = |known: &str| ending.eq_ignore_ascii_case(known);
    if ENDINGS.into_iter().any(is_ending) {
        return Some(apostrophe);
    }
    let is_not = is_ending("t") && stem.len() > 1 && stem.ends_with(['n', 'N']);
    is_not.then(|| apostrophe - 1)
}
