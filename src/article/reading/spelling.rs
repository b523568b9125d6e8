//! Spellings: what the letters of a word tell, and the lexicon, looked up once for each word of a chapter.

use super::lexicon::{self, Traits};
use super::token::Shape;
use crate::article::chapter::glossary::{Glossary, WordId};

/// What a word tells wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct Spelling {
    /// The word without its possessive ending.
    pub word: WordId,
    /// How many bytes that has.
    pub length: u8,
    /// What the lexicon says of it.
    pub traits: Traits,
    /// How it is spelt.
    pub shape: Shape,
    /// Whether an apostrophe behind it makes a possessive of it.
    pub ends_in_s: bool,
}

/// The spellings of the words of a chapter, each made when it is asked for.
#[derive(Debug)]
pub struct Spellings<'a> {
    glossary: &'a Glossary,
    /// Those that are not known yet have no length.
    known: Vec<Spelling>,
}

impl<'a> Spellings<'a> {
    /// The spellings of the words of a glossary.
    pub fn new(glossary: &'a Glossary) -> Self {
        Self {
            glossary,
            known: vec![Spelling::UNKNOWN; glossary.count()],
        }
    }

    /// The spelling of a word.
    #[inline]
    pub fn of(&mut self, word: WordId) -> Spelling {
        let known = &mut self.known[word.index()];
        if known.length == 0 {
            *known = Spelling::of(self.glossary, word);
        }
        *known
    }
}

impl Spelling {
    const UNKNOWN: Self = Self {
        word: WordId::LONG,
        length: 0,
        traits: Traits::empty(),
        shape: Shape::empty(),
        ends_in_s: false,
    };

    #[cold]
    fn of(glossary: &Glossary, word: WordId) -> Self {
        let stem = glossary.stem(word);
        let text = glossary.text(stem);
        let mut shape = shape(text);
        shape.set(Shape::POSSESSIVE, stem != word);
        Self {
            word: stem,
            length: u8::try_from(text.len()).unwrap_or(u8::MAX),
            traits: lexicon::traits(text),
            shape,
            ends_in_s: text.ends_with('s'),
        }
    }
}

fn shape(word: &str) -> Shape {
    const LAST_LATIN: char = 'ɏ';
    let first = word.chars().next().unwrap_or_default();
    let mut shape = Shape::empty();
    shape.set(Shape::COMPOUND, word.contains('-'));
    shape.set(Shape::NUMBER, first.is_ascii_digit());
    shape.set(Shape::FOREIGN, first > LAST_LATIN);
    if first.is_uppercase() {
        let is_long = word.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
        shape |= Shape::CAPITAL;
        shape.set(
            Shape::CAPITALS,
            is_long && !word.contains(char::is_lowercase),
        );
    }
    shape
}
