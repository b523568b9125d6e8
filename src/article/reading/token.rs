//! Tokens: the words and marks of a passage, with what the lexicon and their spelling say of each.

use std::ops::Range;

use bitflags::bitflags;

use super::lexicon::Traits;
use super::spelling::{Spelling, Spellings};
use crate::article::chapter::Word;
use crate::article::chapter::glossary::WordId;
use crate::text::{cut, num, tail};

bitflags! {
    /// How a word is spelt.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Shape: u8 {
        /// It begins with a capital.
        const CAPITAL = 1;
        /// It has no small letter and more than one letter.
        const CAPITALS = 1 << 1;
        /// It is in the possessive; the token covers the word without its ending.
        const POSSESSIVE = 1 << 2;
        /// It begins with a digit.
        const NUMBER = 1 << 3;
        /// It is the first of its sentence, where every word has a capital.
        const FIRST = 1 << 4;
        /// It begins with a letter of another script than that of English.
        const FOREIGN = 1 << 5;
        /// It has a hyphen.
        const COMPOUND = 1 << 6;
    }
}

/// A word or a mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
    /// What the lexicon says of it.
    pub traits: Traits,
    /// How it is spelt.
    pub shape: Shape,
    /// The number of its sentence within the passage; a quoted stretch is part of the sentence around it.
    pub sentence: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word.
    Word(WordId),
    /// A mark that parts or joins words. Full stops are none: they show in the number of the sentence.
    Mark(char),
    /// All that stands between quotation marks, by its number within the passage.
    Stretch(u32),
}

/// A word that is too long has no spaces, and stands as a mark.
const LONG: Kind = Kind::Mark('…');

impl Token {
    /// The token of a quoted stretch, marks included.
    pub fn stretch(index: usize, range: Range<usize>) -> Self {
        Self::new(Kind::Stretch(num::offset(index)), range)
    }

    fn new(kind: Kind, range: Range<usize>) -> Self {
        Self {
            kind,
            start: num::offset(range.start),
            end: num::offset(range.end),
            traits: Traits::empty(),
            shape: Shape::empty(),
            sentence: 0,
        }
    }

    /// The token of a word.
    fn of_word(text: &str, word: &Word, spelling: Spelling) -> Self {
        let range = word.range();
        if word.id == WordId::LONG {
            return Self::new(LONG, range);
        }
        let mut shape = spelling.shape;
        if spelling.ends_in_s && tail(text, range.end).starts_with(['\'', '’']) {
            shape |= Shape::POSSESSIVE;
        }
        Self {
            kind: Kind::Word(spelling.word),
            start: word.start,
            end: word.start + u32::from(spelling.length),
            traits: spelling.traits,
            shape,
            sentence: 0,
        }
    }

    /// Where it stands.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it has any of these traits.
    pub fn is(&self, traits: Traits) -> bool {
        self.traits.intersects(traits)
    }

    /// Whether it is spelt in any of these ways.
    pub fn has(&self, shape: Shape) -> bool {
        self.shape.intersects(shape)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word(_))
    }

    /// Which word it is, without a possessive ending.
    pub fn word(&self) -> Option<WordId> {
        match self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is a word with a capital.
    pub fn is_capital(&self) -> bool {
        self.has(Shape::CAPITAL)
    }

    /// Whether it says how many.
    pub fn is_amount(&self) -> bool {
        self.has(Shape::NUMBER) || self.is(Traits::AMOUNT)
    }

    /// Whether it is the mark `c`.
    pub fn is_mark(&self, c: char) -> bool {
        self.kind == Kind::Mark(c)
    }

    /// Whether it is a word that is too long.
    pub fn is_long(&self) -> bool {
        self.kind == LONG
    }

    /// Whether it is a quoted stretch.
    pub fn is_stretch(&self) -> bool {
        matches!(self.kind, Kind::Stretch(_))
    }
}

/// A list of tokens over its text.
#[derive(Clone, Copy, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    list: &'a [Token],
}

impl<'a> Tokens<'a> {
    /// Tokens of `text`.
    pub fn new(text: &'a str, list: &'a [Token]) -> Self {
        Self { text, list }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// One token.
    pub fn get(&self, at: usize) -> Option<&'a Token> {
        self.list.get(at)
    }

    /// The token before `at`.
    pub fn before(&self, at: usize) -> Option<&'a Token> {
        at.checked_sub(1).and_then(|before| self.list.get(before))
    }

    /// The tokens in `range`.
    pub fn slice(&self, range: Range<usize>) -> &'a [Token] {
        self.list.get(range).unwrap_or_default()
    }

    /// The text of one token.
    pub fn word(&self, at: usize) -> &'a str {
        self.list
            .get(at)
            .map_or("", |token| cut(self.text, token.range()))
    }

    /// The text of the tokens in `range`, as one line.
    pub fn text(&self, range: Range<usize>) -> String {
        let written = self.written(range);
        let mut text = String::with_capacity(written.len());
        for word in written.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }

    /// The same with the full stop of an abbreviation at its end: *Sen.*
    pub fn with_stop(&self, range: Range<usize>) -> String {
        let end = self.before(range.end).map_or(0, |last| last.range().end);
        let stop = if tail(self.text, end).starts_with('.') {
            "."
        } else {
            ""
        };
        self.text(range) + stop
    }

    /// The text of the tokens in `range` as it stands, be it on two lines.
    pub fn written(&self, range: Range<usize>) -> &'a str {
        let (Some(first), Some(last)) = (self.get(range.start), self.before(range.end)) else {
            return "";
        };
        cut(self.text, first.range().start..last.range().end)
    }

    /// Whether the token at `at` has any of these traits.
    pub fn is(&self, at: usize, traits: Traits) -> bool {
        self.get(at).is_some_and(|token| token.is(traits))
    }

    /// Whether the token at `at` is spelt in any of these ways.
    pub fn has(&self, at: usize, shape: Shape) -> bool {
        self.get(at).is_some_and(|token| token.has(shape))
    }

    /// Whether the token at `at` is the mark `c`.
    pub fn is_mark(&self, at: usize, c: char) -> bool {
        self.get(at).is_some_and(|token| token.is_mark(c))
    }

    /// Whether the token at `at` is a quoted stretch.
    pub fn is_stretch(&self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_stretch)
    }

    /// The sentence of the token at `at`.
    pub fn sentence(&self, at: usize) -> Option<u32> {
        self.get(at).map(|token| token.sentence)
    }

    /// Whether both tokens are there and stand in one sentence.
    pub fn is_together(&self, one: usize, other: usize) -> bool {
        self.sentence(one).is_some() && self.sentence(one) == self.sentence(other)
    }

    /// Whether both tokens are words of one sentence.
    pub fn is_joined(&self, one: usize, other: usize) -> bool {
        let is_word = |at| self.get(at).is_some_and(Token::is_word);
        is_word(one) && is_word(other) && self.is_together(one, other)
    }
}

/// Takes a text apart, part by part.
#[derive(Debug)]
pub struct Tokenizer<'a, 's> {
    text: &'a str,
    /// The words that have not been read.
    words: &'a [Word],
    spellings: &'s mut Spellings<'a>,
}

impl<'a, 's> Tokenizer<'a, 's> {
    /// Takes `text` apart, whose words are `words`.
    pub fn new(text: &'a str, words: &'a [Word], spellings: &'s mut Spellings<'a>) -> Self {
        Self {
            text,
            words,
            spellings,
        }
    }

    /// Adds the tokens of a part of the text to `tokens`. A part stands behind the one before it, and no word reaches out of it. Linear.
    pub fn read(&mut self, part: Range<usize>, tokens: &mut Vec<Token>) {
        let mut at = part.start;
        while let [word, rest @ ..] = self.words
            && word.range().start < part.end
        {
            self.words = rest;
            let start = word.range().start;
            let is_space = start == at + 1 && self.text.as_bytes().get(at) == Some(&b' ');
            if start > at && !is_space {
                marks(self.text, at..start, tokens);
            }
            tokens.push(Token::of_word(self.text, word, self.spellings.of(word.id)));
            at = word.range().end;
        }
        marks(self.text, at..part.end, tokens);
    }
}

/// The marks between two words, where there is more than a space. A hyphen with space around it is a dash.
fn marks(text: &str, gap: Range<usize>, tokens: &mut Vec<Token>) {
    let between = cut(text, gap.clone());
    for (at, c) in between.char_indices() {
        let kind = match c {
            ',' | ';' | ':' | '(' | ')' | '[' | ']' | '&' | '/' | '@' | '#' | '|' => Kind::Mark(c),
            '—' | '–' | '-' if is_dash(between, at) => Kind::Mark('—'),
            _ => continue,
        };
        let start = gap.start + at;
        tokens.push(Token::new(kind, start..start + c.len_utf8()));
    }
}

fn is_dash(between: &str, at: usize) -> bool {
    let rest = tail(between, at);
    !rest.starts_with('-') || rest.starts_with("--") || rest.starts_with("- ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::chapter::Chapter;
    use crate::doc::Document;
    use crate::doc::block::BlockId;
    use crate::doc::format::Format;

    /// The tokens of a text, and the letters of their shapes: Capital, ALL, ’s, 1.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let words = chapter.wording(BlockId::default()).unwrap().words;
        let mut spellings = Spellings::new(chapter.glossary());
        let mut tokens = Vec::new();
        Tokenizer::new(text, words, &mut spellings).read(0..text.len(), &mut tokens);
        let found: Vec<_> = tokens
            .iter()
            .map(|token| (cut(text, token.range()), letters(token)))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(word, shape)| (*word, shape.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    fn letters(token: &Token) -> String {
        let letters = [
            (Shape::CAPITAL, 'C'),
            (Shape::CAPITALS, 'A'),
            (Shape::POSSESSIVE, 's'),
            (Shape::NUMBER, '1'),
        ];
        letters
            .iter()
            .filter(|(shape, _)| token.has(*shape))
            .map(|(_, letter)| letter)
            .collect()
    }

    #[test]
    fn words_know_how_they_are_spelt() {
        check("Lee’s", &[("Lee", "Cs")]);
        check(
            "the voters' U.S. choice",
            &[("the", ""), ("voters", "s"), ("U.S.", "CA"), ("choice", "")],
        );
        check("34-year-old", &[("34-year-old", "1")]);
    }

    #[test]
    fn only_marks_that_part_or_join_are_tokens() {
        check(
            "Lee, 34: “a”!",
            &[("Lee", "C"), (",", ""), ("34", "1"), (":", ""), ("a", "")],
        );
        check(
            "a - b--c—d-e",
            &[
                ("a", ""),
                ("-", ""),
                ("b", ""),
                ("-", ""),
                ("c", ""),
                ("—", ""),
                ("d-e", ""),
            ],
        );
        check(
            "AT&T (No.)",
            &[
                ("AT", "CA"),
                ("&", ""),
                ("T", "C"),
                ("(", ""),
                ("No", "C"),
                (")", ""),
            ],
        );
    }

    #[test]
    fn a_word_without_end_is_a_mark() {
        let long = "A".repeat(100);
        check(&long, &[(&long, "")]);
    }
}
