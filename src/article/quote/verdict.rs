//! The verdict: is what stands between marks somebody’s words, or a title, a nickname, a term, irony?
//!
//! As with [speakers](crate::article::speaker), what is seen is named and weighed.

use bitflags::bitflags;

use crate::article::language::Language;
use crate::article::lexicon::Traits;
use crate::article::marks::{Pair, Strokes};
use crate::article::passage::Passage;
use crate::article::reading::Reading;
use crate::article::speaker::evidence::Evidence;
use crate::article::stretch::Stretch;
use crate::article::token::{Shape, Token, Tokens};
use crate::text::word;

bitflags! {
    /// What is seen of a stretch.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Signs: u32 {
        /// Sentences, or many words.
        const WHOLE = 1;
        /// One word.
        const ONE_WORD = 1 << 1;
        /// Two or three words.
        const FEW_WORDS = 1 << 2;
        /// It begins with a small letter.
        const SMALL = 1 << 3;
        /// Every word that could has a capital.
        const TITLED = 1 << 4;
        /// A stop or comma within its marks.
        const STOPPED = 1 << 5;
        /// A word of naming stands before: *the film*, *entitled*, *so-called*.
        const NAMED = 1 << 6;
        /// A capitalised possessive stands before: *CNN’s*.
        const OWNED = 1 << 7;
        /// It goes before a noun: a *“unity”* lunch.
        const BEFORE_NOUN = 1 << 9;
        /// It stands within a name: Juan *“Chico”* Diaz.
        const NICKNAME = 1 << 10;
        /// Subject and verb of speech touch it.
        const TIED = 1 << 11;
        /// A verb of speech is in its sentence.
        const TOLD = 1 << 12;
        /// A verb that works fragments in is in its sentence.
        const REPORTED = 1 << 13;
        /// Somebody was quoted before in its passage.
        const CARRIED = 1 << 14;
        /// The mark that should close it is missing.
        const UNCLOSED = 1 << 15;
        /// Single marks.
        const SINGLE = 1 << 16;
        /// *On* or *of* a programme.
        const ON = 1 << 17;
    }
}

/// What each sign weighs; a row with several signs counts when all of them are there. Set by hand.
pub const WEIGHTS: &[(Signs, f32)] = &[
    (Signs::WHOLE, 1.6),
    (Signs::ONE_WORD, -0.5),
    (Signs::FEW_WORDS, -0.5),
    (Signs::STOPPED, 0.5),
    (Signs::TITLED, -2.8),
    (Signs::TITLED.union(Signs::OWNED), -2.3),
    (Signs::TITLED.union(Signs::NAMED), -0.9),
    (Signs::TITLED.union(Signs::ON), -1.6),
    (Signs::TITLED.union(Signs::TOLD), -1.5),
    (Signs::NAMED, -0.5),
    (Signs::OWNED, -0.4),
    (Signs::ON, -0.5),
    (Signs::SMALL.union(Signs::BEFORE_NOUN), -1.0),
    (Signs::NICKNAME, -2.5),
    (Signs::TIED, 1.7),
    (Signs::TOLD, 2.3),
    (Signs::REPORTED, 1.5),
    (Signs::CARRIED, 1.6),
    (Signs::SINGLE, -0.5),
    (Signs::UNCLOSED, -1.4),
];

/// What only tells in English.
const ENGLISH: Signs = Signs::NAMED
    .union(Signs::OWNED)
    .union(Signs::BEFORE_NOUN)
    .union(Signs::NICKNAME)
    .union(Signs::ON);

/// The weight from which on a stretch is a quote.
pub const LEAST: f32 = -0.7;

impl Signs {
    /// What it all weighs.
    pub fn weight(self) -> f32 {
        WEIGHTS
            .iter()
            .filter(|(signs, _)| self.contains(*signs))
            .map(|(_, weight)| weight)
            .sum()
    }
}

/// Whether a stretch is a quote; `evidence` is that for its likeliest speaker.
pub fn is_quote(reading: &Reading<'_>, stretch: Stretch, evidence: Evidence) -> bool {
    let Some((scene, pair)) = reading.pair(stretch.first) else {
        return false;
    };
    let has_words = scene
        .passage
        .prose
        .cut(pair.inner.clone())
        .contains(char::is_alphanumeric);
    let mut signs = signs(&scene.passage, stretch.first.pair, evidence);
    if reading.language == Language::Other {
        signs -= ENGLISH;
    }
    has_words && signs.weight() >= LEAST
}

/// What is seen of the pair `index` of a passage; `evidence` is that for its likeliest speaker.
pub fn signs(passage: &Passage<'_>, index: usize, evidence: Evidence) -> Signs {
    let Some((pair, at)) = passage.pairs.get(index).zip(passage.token_of(index)) else {
        return Signs::empty();
    };
    let mut signs = of_words(passage, pair) | around(passage.told(), at);
    signs.set(Signs::WHOLE, passage.is_whole(index));
    signs.set(
        Signs::TITLED,
        signs.contains(Signs::TITLED) && !passage.is_title_case,
    );
    signs.set(Signs::UNCLOSED, !pair.is_closed);
    signs.set(Signs::SINGLE, pair.strokes == Strokes::Single);
    let near = Evidence::BEFORE | Evidence::AFTER;
    signs.set(
        Signs::TIED,
        evidence.intersects(Evidence::TOUCHES_AFTER | Evidence::TOUCHES_BEFORE | Evidence::LABEL),
    );
    signs.set(
        Signs::TOLD,
        evidence.intersects(near) && evidence.intersects(Evidence::SAY | Evidence::ACCORDING),
    );
    signs.set(
        Signs::REPORTED,
        evidence.intersects(near)
            && evidence.intersects(Evidence::REPORT | Evidence::PASSIVE | Evidence::NOUN),
    );
    signs.set(Signs::CARRIED, evidence.intersects(Evidence::CARRIED));
    signs
}

fn of_words(passage: &Passage<'_>, pair: &Pair) -> Signs {
    const SAMPLE: usize = 12;
    let text = passage.prose.cut(pair.inner.clone());
    let words: Vec<_> = word::words(text)
        .take(SAMPLE)
        .map(|range| crate::text::cut(text, range))
        .collect();
    let mut signs = Signs::empty();
    signs.set(Signs::ONE_WORD, words.len() == 1);
    signs.set(Signs::FEW_WORDS, (2..=3).contains(&words.len()));
    signs.set(
        Signs::SMALL,
        words
            .first()
            .is_some_and(|word| word.starts_with(char::is_lowercase)),
    );
    let mut main = words.iter().filter(|word| !IN_TITLES.contains(word));
    let is_open = !text.ends_with(['?', '!']);
    let starts_high = words
        .first()
        .is_some_and(|word| !word.starts_with(char::is_lowercase));
    signs.set(
        Signs::TITLED,
        starts_high
            && is_open
            && words.len() < SAMPLE
            && main.all(|word| !word.starts_with(char::is_lowercase)),
    );
    signs.set(Signs::STOPPED, text.ends_with(['.', ',', '?', '!', '…']));
    signs
}

/// Words that have no capital in titles either.
const IN_TITLES: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
    "the", "to", "vs", "with",
];

/// Words that say that a name or a term follows. Written from general knowledge.
const NAMING: &[&str] = &[
    "titled",
    "entitled",
    "called",
    "named",
    "dubbed",
    "nicknamed",
    "termed",
    "so-called",
    "as",
    "word",
    "words",
    "term",
    "phrase",
    "movie",
    "film",
    "book",
    "novel",
    "memoir",
    "song",
    "album",
    "series",
    "show",
    "program",
    "programme",
    "play",
    "musical",
    "drama",
    "documentary",
    "podcast",
    "newsletter",
    "magazine",
    "blog",
    "column",
    "comedy",
    "sitcom",
    "episode",
    "game",
    "poem",
    "painting",
    "ballad",
    "hit",
    "thriller",
    "click",
    "starred",
];

fn around(tokens: Tokens<'_>, at: usize) -> Signs {
    let mut signs = Signs::empty();
    let before = at
        .checked_sub(1)
        .filter(|&before| tokens.is_together(before, at));
    let word = before.and_then(|before| {
        let comma = tokens.is_mark(before, ',');
        if comma {
            before.checked_sub(1)
        } else {
            Some(before)
        }
    });
    signs.set(
        Signs::NAMED,
        word.is_some_and(|at| NAMING.contains(&tokens.word(at))),
    );
    let has_before = |shape: Shape| before.is_some_and(|at| tokens.has(at, shape));
    signs.set(
        Signs::OWNED,
        has_before(Shape::POSSESSIVE) && has_before(Shape::CAPITAL),
    );
    signs.set(
        Signs::ON,
        before.is_some_and(|at| matches!(tokens.word(at), "on" | "in" | "of" | "to")),
    );
    let next = tokens
        .get(at + 1)
        .filter(|next| next.is_word() && tokens.is_together(at, at + 1));
    let is_noun = |next: &Token| !next.is(Traits::FUNCTION | Traits::CUE) && !next.is_capital();
    signs.set(Signs::BEFORE_NOUN, next.is_some_and(is_noun));
    signs.set(
        Signs::NICKNAME,
        has_before(Shape::CAPITAL)
            && !has_before(Shape::FIRST)
            && next.is_some_and(Token::is_capital),
    );
    signs
}
