//! The verdict: is what stands between marks somebody’s words, or a title, a nickname, a term, irony?
//!
//! As with [speakers](crate::article::speaker), what is seen is named and weighed.

use std::ops::Range;

use bitflags::bitflags;

use super::code;
use crate::article::reading::Reading;
use crate::article::reading::cue::{Cue, Manner};
use crate::article::reading::language::Language;
use crate::article::reading::lexicon::Traits;
use crate::article::reading::marks::Strokes;
use crate::article::reading::passage::Passage;
use crate::article::reading::scene::Scene;
use crate::article::reading::stretch::Stretch;
use crate::article::reading::token::{Kind, Shape, Token, Tokens};
use crate::article::speaker::evidence::Evidence;
use crate::text::{cut, word};

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
        /// Every word that could has a capital, as in a title.
        const TITLED = 1 << 4;
        /// A stop or comma within its marks.
        const STOPPED = 1 << 5;
        /// The mark that should close it is missing.
        const UNCLOSED = 1 << 6;
        /// Single marks.
        const SINGLE = 1 << 7;

        /// A word stands before that announces a name or a term: *the film*, *so-called*.
        const NAMED = 1 << 8;
        /// A name in the possessive stands before: *CNN’s*.
        const OWNED = 1 << 9;
        /// *On* or the like stands before, as before a programme.
        const ON = 1 << 10;
        /// It goes before a noun: a *“unity”* lunch.
        const BEFORE_NOUN = 1 << 11;
        /// It stands within a name: Juan *“Chico”* Diaz.
        const NICKNAME = 1 << 12;
        /// What is shouted or held up in public stands before: *chants of*.
        const CHANTED = 1 << 18;
        /// It says what a foreign word means: Latin for *“peace.”*
        const GLOSS = 1 << 22;
        /// It is part of what names a source: according to the *“unity”* plan.
        const SOURCE = 1 << 23;
        /// It goes on with a list of titles: the films “Heat” and *“Cold Rain.”*
        const LISTED = 1 << 24;

        /// A speaker and a verb of speech touch it.
        const TIED = 1 << 13;
        /// Somebody says it in its sentence.
        const TOLD = 1 << 14;
        /// Somebody works it into the sentence.
        const REPORTED = 1 << 15;
        /// Whoever was quoted before in its passage goes on.
        const CARRIED = 1 << 16;
        /// In a headline, behind whoever says all of it: Lee: Plan was *‘a mess’*.
        const LED = 1 << 25;

        /// Nobody says a whole sentence in all the article, as in manuals: what has marks is a term.
        const MUTE = 1 << 17;

        /// It has no marks, and is a block quotation.
        const FRAMED = 1 << 19;
        /// The block quotation is signed, or led in by somebody’s verb of speech.
        const CREDITED = 1 << 20;
        /// It has no marks, and is a line of dialogue.
        const DASHED = 1 << 21;
    }
}

/// What each sign weighs; a row with several signs counts when all of them are there. Set by hand, after a regression over the training
/// articles.
pub const WEIGHTS: &[(Signs, f32)] = &[
    (Signs::WHOLE, 1.6),
    (Signs::ONE_WORD, -0.5),
    (Signs::FEW_WORDS, -0.5),
    (Signs::STOPPED, 0.5),
    (Signs::UNCLOSED, -1.4),
    (Signs::SINGLE, -0.5),
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
    (Signs::GLOSS, -3.0),
    (Signs::SOURCE, -3.0),
    (Signs::TITLED.union(Signs::LISTED), -3.0),
    (Signs::CHANTED, 3.0),
    (Signs::TIED, 1.7),
    (Signs::TOLD, 2.3),
    (Signs::TOLD.union(Signs::TIED).union(Signs::STOPPED), 1.0),
    (Signs::REPORTED, 1.5),
    (Signs::CARRIED, 1.6),
    (Signs::LED, 1.5),
    (Signs::MUTE.union(Signs::ONE_WORD), -2.0),
    (Signs::MUTE.union(Signs::FEW_WORDS), -2.0),
    // No training article has these: their setting decides alone.
    (Signs::FRAMED, -10.0),
    (Signs::FRAMED.union(Signs::CREDITED), 20.0),
    (Signs::DASHED, 10.0),
];

/// The weight from which on a stretch is a quote.
pub const LEAST: f32 = 0.0;

/// The same where nothing tells whether somebody says it.
const LEAST_UNTOLD: f32 = -0.7;

/// What only tells in English.
const ENGLISH: Signs = Signs::NAMED
    .union(Signs::OWNED)
    .union(Signs::ON)
    .union(Signs::BEFORE_NOUN)
    .union(Signs::NICKNAME)
    .union(Signs::GLOSS)
    .union(Signs::SOURCE)
    .union(Signs::LISTED);

impl Signs {
    /// What it all weighs.
    pub fn weight(self) -> f32 {
        self.rows().map(|(_, weight)| weight).sum()
    }

    /// The rows of the table that count.
    pub fn rows(self) -> impl Iterator<Item = (Self, f32)> {
        let rows = WEIGHTS.iter().copied();
        rows.filter(move |(signs, _)| self.contains(*signs))
    }

    /// The signs that hold.
    fn of<const N: usize>(signs: [(Self, bool); N]) -> Self {
        let holding = signs.into_iter().filter(|(_, holds)| *holds);
        holding.map(|(sign, _)| sign).collect()
    }
}

/// What the whole article tells of its quotation marks.
pub fn custom(reading: &Reading<'_>) -> Signs {
    const LONG: usize = 300;
    let tokens = reading
        .scenes
        .iter()
        .map(|scene| scene.passage.narration.len());
    let is_long = tokens.sum::<usize>() >= LONG;
    let has_speech = |scene: &Scene<'_>| scene.cues.iter().any(|cue| is_speech(scene, cue));
    Signs::of([(
        Signs::MUTE,
        is_long && !reading.scenes.iter().any(has_speech),
    )])
}

/// Whether a cue has a subject, and whole sentences next to it.
fn is_speech(scene: &Scene<'_>, cue: &Cue) -> bool {
    const REACH: usize = 6;
    let near = cue.tokens.start.saturating_sub(REACH)..cue.tokens.end + REACH;
    let near = near.start..near.end.min(scene.passage.narration.len());
    let is_whole = |token: &Token| match token.kind {
        Kind::Stretch(pair) => scene.passage.is_whole(pair as usize),
        _ => false,
    };
    cue.manner == Manner::Say
        && cue.subject.is_some()
        && scene.passage.told().slice(near).iter().any(is_whole)
}

/// Whether a stretch is a quote, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What is seen of it.
    pub signs: Signs,
    /// Whether it is a quote.
    pub is_quote: bool,
}

impl Verdict {
    /// The verdict on a stretch; `evidence` is that for its likeliest speaker, and `custom` what the
    /// [article](custom) and the stretch [before](Verdict::tells) tell. A stretch without a word is no quote, and neither is code.
    pub fn of(reading: &Reading<'_>, stretch: Stretch, evidence: Evidence, custom: Signs) -> Self {
        let mut verdict = Self {
            signs: Signs::empty(),
            is_quote: false,
        };
        let Some(scene) = reading.scenes.get(stretch.first.scene) else {
            return verdict;
        };
        let pair = stretch.first.pair;
        verdict.signs = signs(&scene.passage, pair, evidence) | custom;
        if evidence.intersects(Evidence::PERSON | Evidence::PEOPLE) {
            verdict.signs -= Signs::MUTE;
        }
        if stretch.first != stretch.last {
            verdict.signs = (verdict.signs - Signs::UNCLOSED) | Signs::WHOLE;
        }
        let least = match reading.language {
            Language::English => LEAST,
            Language::Other => {
                verdict.signs -= ENGLISH;
                LEAST_UNTOLD
            }
        };
        let has_words = scene.passage.quote(pair).contains(char::is_alphanumeric);
        verdict.is_quote =
            has_words && verdict.signs.weight() >= least && !code::is_code(&scene.passage, pair);
        verdict
    }

    /// What the verdict on the stretch `last` tells of `next`: behind a title, with nothing but a comma or *and* between, stands a title.
    pub fn tells(self, reading: &Reading<'_>, last: Stretch, next: Stretch) -> Signs {
        let is_title = !self.is_quote && self.signs.contains(Signs::TITLED);
        let (from, to) = (last.last, next.first);
        let scene = reading.scenes.get(to.scene);
        let is_listed = scene.is_some_and(|scene| {
            let at = |pair| scene.passage.token_of(pair).unwrap_or(0);
            from.scene == to.scene && is_list(scene.passage.told(), at(from.pair)..at(to.pair))
        });
        Signs::of([(Signs::LISTED, is_title && is_listed)])
    }
}

/// Whether nothing but a comma or a conjunction stands between two tokens of a sentence.
fn is_list(tokens: Tokens<'_>, ends: Range<usize>) -> bool {
    const WIDEST: usize = 2;
    let mut between = ends.start + 1..ends.end;
    between.len() <= WIDEST
        && tokens.is_together(ends.start, ends.end)
        && between.all(|at| matches!(tokens.word(at), "," | "and" | "or"))
}

/// What is seen of a pair of marks; `evidence` is that for its likeliest speaker.
pub fn signs(passage: &Passage<'_>, pair: usize, evidence: Evidence) -> Signs {
    let around = passage.token_of(pair).map(|at| {
        let is_led = evidence.contains(LEADS) && is_labelled(passage.told(), at);
        around(passage.told(), at) | Signs::of([(Signs::LED, is_led)])
    });
    of_words(passage, pair) | around.unwrap_or_default() | of_speaker(evidence)
}

/// Evidence for one who could say all of a headline.
const LEADS: Evidence = Evidence::HEADLINE
    .union(Evidence::TOP)
    .union(Evidence::PERSON);

/// Whether a passage begins with a name and a colon, before `at`.
fn is_labelled(tokens: Tokens<'_>, at: usize) -> bool {
    const LONGEST: usize = 5;
    let mut start = tokens.slice(0..at.min(LONGEST)).iter();
    start
        .find(|token| !token.is_capital())
        .is_some_and(|token| token.is_mark(':'))
}

fn of_words(passage: &Passage<'_>, index: usize) -> Signs {
    let text = passage.quote(index);
    let pair = passage.pairs.get(index);
    let wording = Wording::of(text);
    let has_strokes = |strokes| pair.is_some_and(|pair| pair.strokes == strokes);
    let may_be_title =
        wording.count < SAMPLE && !text.ends_with(['?', '!']) && !passage.is_title_case;
    Signs::of([
        (Signs::WHOLE, passage.is_whole(index)),
        (Signs::ONE_WORD, wording.count == 1),
        (Signs::FEW_WORDS, (2..=FEW).contains(&wording.count)),
        (Signs::SMALL, wording.starts_small),
        (Signs::TITLED, may_be_title && wording.is_titled()),
        (Signs::STOPPED, text.ends_with(['.', ',', '?', '!', '…'])),
        (Signs::UNCLOSED, pair.is_some_and(|pair| !pair.is_closed)),
        (Signs::SINGLE, has_strokes(Strokes::Single)),
        (Signs::FRAMED, has_strokes(Strokes::Framed)),
        (Signs::DASHED, has_strokes(Strokes::Dashed)),
    ])
}

/// Most words of a title, and one more.
const SAMPLE: usize = 12;

/// Most words that are few.
const FEW: usize = 3;

/// How the first words between marks are spelt.
#[derive(Default)]
struct Wording {
    /// How many there are. It is exact up to [`FEW`], and of titles up to [`SAMPLE`].
    count: usize,
    /// The first one begins with a small letter.
    starts_small: bool,
    has_capital: bool,
    /// One has a small letter that would have a capital in a title.
    has_small: bool,
}

impl Wording {
    /// Reads no more words than it takes to tell.
    fn of(text: &str) -> Self {
        let mut wording = Self::default();
        for word in word::words(text).take(SAMPLE).map(|range| cut(text, range)) {
            let is_small = word.starts_with(char::is_lowercase);
            wording.starts_small |= wording.count == 0 && is_small;
            wording.has_capital |= word.starts_with(char::is_uppercase);
            wording.has_small |= is_small && !IN_TITLES.contains(&word);
            wording.count += 1;
            if wording.has_small && wording.count > FEW {
                break;
            }
        }
        wording
    }

    /// Whether every word that could has a capital.
    fn is_titled(&self) -> bool {
        self.has_capital && !self.has_small && !self.starts_small
    }
}

/// Words that have no capital in titles either.
const IN_TITLES: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
    "the", "to", "vs", "with",
];

/// What the words next to the quote at `at` tell.
fn around(tokens: Tokens<'_>, at: usize) -> Signs {
    let before = at
        .checked_sub(1)
        .filter(|&before| tokens.is_together(before, at));
    let comma = before.filter(|&before| tokens.is_mark(before, ','));
    let word_before = comma.map_or(before, |comma| comma.checked_sub(1));
    let is_before = |shape| before.is_some_and(|before| tokens.has(before, shape));
    let next = tokens
        .get(at + 1)
        .filter(|next| next.is_word() && tokens.is_together(at, at + 1));
    let is_noun = |next: &Token| !next.is(Traits::FUNCTION | Traits::CUE) && !next.is_capital();
    let is_in_name = is_before(Shape::CAPITAL)
        && !is_before(Shape::FIRST)
        && next.is_some_and(Token::is_capital);
    Signs::of([
        (
            Signs::NAMED,
            word_before.is_some_and(|word| tokens.is(word, Traits::NAMING)),
        ),
        (
            Signs::OWNED,
            is_before(Shape::POSSESSIVE) && is_before(Shape::CAPITAL),
        ),
        (
            Signs::ON,
            before.is_some_and(|before| {
                matches!(tokens.word(before), "on" | "in" | "of" | "to" | "with")
            }),
        ),
        (Signs::BEFORE_NOUN, next.is_some_and(is_noun)),
        (
            Signs::GLOSS,
            before.is_some_and(|before| is_gloss(tokens, before)),
        ),
        (
            Signs::SOURCE,
            next.is_some_and(is_noun) && before.is_some_and(|before| is_source(tokens, before)),
        ),
        (
            Signs::CHANTED,
            before.is_some_and(|of| is_chanted(tokens, of)),
        ),
        (Signs::NICKNAME, is_in_name),
    ])
}

/// Whether the word at `of` follows a word for what many say at once, or write to be seen.
fn is_chanted(tokens: Tokens<'_>, of: usize) -> bool {
    const CHANTS: &[&str] = &[
        "chant", "chants", "cry", "cries", "shout", "shouts", "scream", "screams", "call", "calls",
        "sign", "signs", "banner", "banners", "placards", "yell", "yells", "choruses", "chorus",
    ];
    let chant = of.checked_sub(1).map_or("", |at| tokens.word(at));
    tokens.word(of) == "of" && CHANTS.contains(&chant)
}

/// Whether the word at `last` leads from a foreign word to what it means.
fn is_gloss(tokens: Tokens<'_>, last: usize) -> bool {
    const LANGUAGES: &[&str] = &[
        "Arabic",
        "Cantonese",
        "Chinese",
        "Czech",
        "Danish",
        "Dutch",
        "Farsi",
        "Finnish",
        "French",
        "Gaelic",
        "German",
        "Greek",
        "Hawaiian",
        "Hebrew",
        "Hindi",
        "Hungarian",
        "Irish",
        "Italian",
        "Japanese",
        "Korean",
        "Latin",
        "Mandarin",
        "Norwegian",
        "Persian",
        "Polish",
        "Portuguese",
        "Russian",
        "Sanskrit",
        "Spanish",
        "Swahili",
        "Swedish",
        "Thai",
        "Turkish",
        "Ukrainian",
        "Urdu",
        "Vietnamese",
        "Welsh",
        "Yiddish",
        "shorthand",
        "slang",
    ];
    let language = last.checked_sub(1).map_or("", |at| tokens.word(at));
    tokens.word(last) == "for" && LANGUAGES.contains(&language)
}

/// Whether *according to* ends with the word at `last`, or with the one before an article there.
fn is_source(tokens: Tokens<'_>, last: usize) -> bool {
    let to = last.saturating_sub(usize::from(tokens.is(last, Traits::DETERMINER)));
    let according = to.checked_sub(1).map_or("", |at| tokens.word(at));
    tokens.word(to) == "to" && according.eq_ignore_ascii_case("according")
}

fn of_speaker(evidence: Evidence) -> Signs {
    const TOUCHES: Evidence = Evidence::TOUCHES_BEFORE
        .union(Evidence::TOUCHES_AFTER)
        .union(Evidence::LABEL);
    const REPORTS: Evidence = Evidence::REPORT
        .union(Evidence::PASSIVE)
        .union(Evidence::NOUN);
    const LED_IN: Evidence = Evidence::LED_IN.union(Evidence::SAY);
    let is_here = evidence.intersects(Evidence::BEFORE | Evidence::AFTER);
    Signs::of([
        (Signs::TIED, evidence.intersects(TOUCHES)),
        (
            Signs::TOLD,
            is_here && evidence.intersects(Evidence::SAY | Evidence::ACCORDING),
        ),
        (Signs::REPORTED, is_here && evidence.intersects(REPORTS)),
        (Signs::CARRIED, evidence.contains(Evidence::CARRIED)),
        (
            Signs::CREDITED,
            evidence.contains(Evidence::SIGNED) || evidence.contains(LED_IN),
        ),
    ])
}
