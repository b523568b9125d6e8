//! Tokens: the words of a block with their classes and the punctuation between them.
//!
//! Short forms are words of their own (see `form`). All offsets are bytes of the text that was read.

use std::ops::Range;

use bitflags::bitflags;

use super::cue::Cue;
use super::form::Forms;
use super::lexicon::{Entry, Tags};
use crate::article::chapter::glossary::Glossary;
use crate::article::chapter::{self, Word};
use crate::text::{cut, sentence};

/// Longest sentence, in words; more is read in parts, so that the rules can look at all of a sentence for each cue.
const LONGEST_SENTENCE: usize = 160;

bitflags! {
    /// What stands between two words.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(super) struct Gap: u16 {
        const COMMA = 1;
        /// A semicolon, colon, dash or bracket.
        const BREAK = 1 << 1;
        const OPEN = 1 << 2;
        const CLOSE = 1 << 3;
        const QUESTION = 1 << 4;
        /// The sign of a currency before a number.
        const MONEY = 1 << 5;
        /// The apostrophe of `the parties’ pledge`.
        const POSSESSIVE = 1 << 6;
        /// A bracket that opens or closes; each is a [`Gap::BREAK`] too.
        const BRACKET = 1 << 7;
        const UNBRACKET = 1 << 8;

        /// What no phrase runs over.
        const PHRASE = Self::COMMA.bits() | Self::HARD.bits();
        /// What no clause runs over.
        const HARD = Self::BREAK.bits() | Self::OPEN.bits() | Self::CLOSE.bits() | Self::QUESTION.bits();
    }
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tags: Tags,
    pub(super) cue: Option<Cue>,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Token {
    /// Whether it stands in a list.
    pub(super) fn is_known(&self) -> bool {
        let by_shape =
            Tags::CAPITAL | Tags::NUMBER | Tags::PAST | Tags::GERUND | Tags::ADVERB | Tags::QUOTED;
        self.cue.is_some() || !self.tags.difference(by_shape).is_empty()
    }
}

/// A text taken apart.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    words: Vec<Token>,
    /// Whether a quotation is open at the end of what was read.
    is_quoted: bool,
}

impl<'a> Tokens<'a> {
    /// Takes a text of its own apart. One pass.
    pub(super) fn read(text: &'a str) -> Self {
        let mut glossary = Glossary::new(text.len());
        let words: Vec<_> = chapter::words(text, &mut glossary).collect();
        Self::new(text, &words, &Forms::of(&glossary))
    }

    /// The tokens of a text with these words, whose forms are known.
    pub(super) fn new(text: &'a str, words: &[Word], forms: &Forms) -> Self {
        let mut tokens = Self {
            text,
            words: Vec::with_capacity(words.len() + words.len() / 8),
            is_quoted: false,
        };
        for word in words {
            let (range, form) = (word.range(), forms.get(word.id));
            match form.short {
                Some((at, entry)) => {
                    let middle = range.start + at;
                    tokens.push(range.start..middle, form.entry);
                    tokens.push(middle..range.end, entry);
                }
                None => tokens.push(range, form.entry),
            }
        }
        tokens
    }

    fn push(&mut self, range: Range<usize>, entry: Entry) {
        let gap = self.gap(range.start);
        let mut tags = entry.tags;
        tags.set(Tags::QUOTED, self.is_quoted);
        self.words.push(Token {
            start: range.start,
            end: range.end,
            tags,
            cue: entry.cue,
            gap,
        });
    }

    /// What stands between the last word and the byte `end`.
    fn gap(&mut self, end: usize) -> Gap {
        let start = self.words.last().map_or(0, |token| token.end);
        match cut(self.text, start..end) {
            "" | " " => Gap::default(),
            between => read_gap(between, &mut self.is_quoted),
        }
    }

    /// The whole text as if it were one sentence.
    pub(super) fn whole(&self) -> Sentence<'_> {
        self.sentence(0..self.words.len(), self.text.len())
    }

    /// The sentences, none longer than [`LONGEST_SENTENCE`].
    pub(super) fn sentences(&self) -> Vec<Sentence<'_>> {
        let mut found = Vec::new();
        let mut from = 0;
        for range in sentence::sentences(self.text) {
            let rest = self.words.get(from..).unwrap_or_default();
            let to = from + rest.partition_point(|token| token.start < range.end);
            while from < to {
                let next = to.min(from + LONGEST_SENTENCE);
                found.push(self.sentence(from..next, range.end));
                from = next;
            }
        }
        found
    }

    fn sentence(&self, range: Range<usize>, end: usize) -> Sentence<'_> {
        let to = range.end;
        let tokens = self.words.get(range).unwrap_or_default();
        let last = tokens.last().map_or(end, |token| token.end);
        let next = self.words.get(to).map_or(end, |token| token.start);
        Sentence {
            text: self.text,
            tokens,
            end: read_gap(cut(self.text, last..end.min(next)), &mut true),
        }
    }
}

/// A stretch of tokens that is read together; all indices count from its first word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// What stands behind the last word.
    end: Gap,
}

impl<'a> Sentence<'a> {
    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The words.
    pub(super) fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// The class of a word; none where there is no word.
    pub(super) fn tags(&self, at: usize) -> Tags {
        self.tokens
            .get(at)
            .map_or(Tags::empty(), |token| token.tags)
    }

    /// Whether a word is one of `tags`.
    pub(super) fn has(&self, at: usize, tags: Tags) -> bool {
        self.tags(at).intersects(tags)
    }

    /// Whether the word before `at` is one of `tags`.
    pub(super) fn had(&self, at: usize, tags: Tags) -> bool {
        at > 0 && self.has(at - 1, tags)
    }

    /// The cue that a word is.
    pub(super) fn cue(&self, at: usize) -> Option<Cue> {
        self.tokens.get(at).and_then(|token| token.cue)
    }

    /// The word as it stands; empty where there is none.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| cut(self.text, token.start..token.end))
    }

    /// Whether a word is one of `words`, which are in small letters.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// Whether the word before `at` is one of `words`.
    pub(super) fn was(&self, at: usize, words: &[&str]) -> bool {
        at > 0 && self.is(at - 1, words)
    }

    /// Whether the words from `at` on are those of `phrase`, which is in small letters.
    pub(super) fn reads(&self, at: usize, phrase: &str) -> bool {
        let first = |text: &str| text.as_bytes().first().map(u8::to_ascii_lowercase);
        if first(self.word(at)) != first(phrase) {
            return false; // most are done with this
        }
        let mut words = phrase.split(' ').enumerate();
        words.all(|(step, word)| self.word(at + step).eq_ignore_ascii_case(word))
    }

    /// What stands before a word, or at the end.
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.tokens.get(at).map_or(self.end, |token| token.gap)
    }

    /// Whether anything of `gap` stands before a word; the border of the sentence is a hard one.
    pub(super) fn breaks(&self, at: usize, gap: Gap) -> bool {
        at == 0 || at >= self.len() || self.gap(at).intersects(gap)
    }

    /// The bytes of the text from word to word.
    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        let start = self.tokens.get(words.start).map_or(0, |token| token.start);
        let last = words.end.checked_sub(1).and_then(|at| self.tokens.get(at));
        start..last.map_or(start, |token| token.end).max(start)
    }
}

/// Reads the marks between two words; the first characters belong to the word before, what follows a space to the next.
fn read_gap(between: &str, is_quoted: &mut bool) -> Gap {
    let mut gap = Gap::default();
    let mut before = '\0';
    for (at, c) in between.char_indices() {
        gap |= match c {
            ',' => Gap::COMMA,
            ';' | ':' | '—' | '–' | '…' => Gap::BREAK,
            '(' | '[' => Gap::BREAK | Gap::BRACKET,
            ')' | ']' => Gap::BREAK | Gap::UNBRACKET,
            '-' if before == '-' || before == ' ' => Gap::BREAK,
            '?' => Gap::QUESTION,
            '$' | '€' | '£' | '¥' => Gap::MONEY,
            '“' | '«' | '„' => quotation(true, is_quoted),
            '”' | '»' => quotation(false, is_quoted),
            '"' => quotation(!*is_quoted, is_quoted),
            '\'' if before == '\'' => quotation(!*is_quoted, is_quoted),
            '’' | '\'' if at == 0 => Gap::POSSESSIVE,
            _ => Gap::default(),
        };
        before = c;
    }
    gap
}

fn quotation(opens: bool, is_quoted: &mut bool) -> Gap {
    *is_quoted = opens;
    if opens { Gap::OPEN } else { Gap::CLOSE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = Tokens::read(text);
        let sentence = tokens.whole();
        let words: Vec<_> = (0..sentence.len()).map(|at| sentence.word(at)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn short_forms_are_words() {
        check(
            "We’ll pay, they won't.",
            &["We", "’ll", "pay", "they", "wo", "n't"],
        );
        check(
            "Kyiv’s plan isn’t O’Brien’s",
            &["Kyiv", "’s", "plan", "is", "n’t", "O’Brien", "’s"],
        );
    }

    #[test]
    fn gaps_say_what_stands_between() {
        let tokens = Tokens::read("“Why?” he asked -- for $5 (the parties’ pledge), \"so\".");
        let sentence = tokens.whole();
        let gaps: Vec<_> = (0..=sentence.len()).map(|at| sentence.gap(at)).collect();
        let none = Gap::default();
        let expected = [
            Gap::OPEN,
            Gap::QUESTION | Gap::CLOSE,
            none,
            Gap::BREAK,
            Gap::MONEY,
            Gap::BREAK | Gap::BRACKET,
            none,
            Gap::POSSESSIVE,
            Gap::BREAK | Gap::UNBRACKET | Gap::COMMA | Gap::OPEN,
            Gap::CLOSE,
        ];
        assert_eq!(gaps, expected);
        let quoted: Vec<_> = (0..sentence.len())
            .filter(|&at| sentence.has(at, Tags::QUOTED))
            .collect();
        assert_eq!(quoted, [0, 8]);
    }

    #[test]
    fn sentences_share_out_the_words() {
        let tokens = Tokens::read("One two. — Three! 4");
        let lengths: Vec<_> = tokens.sentences().iter().map(Sentence::len).collect();
        assert_eq!(lengths, [2, 1, 1]);
    }
}
