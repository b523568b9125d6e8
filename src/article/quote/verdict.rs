//! The verdict: is what stands between marks somebody’s words, or a title, a nickname, a term, irony?
//!
//! As with [speakers](crate::article::speaker), what is seen is named and weighed.

use bitflags::bitflags;

use super::code;
use super::surroundings::{around, is_labelled, is_list};
use super::wording::{FEW, SAMPLE, Wording};
use crate::article::reading::Reading;
use crate::article::reading::cue::{Cue, Manner};
use crate::article::reading::marks::Strokes;
use crate::article::reading::passage::Passage;
use crate::article::reading::scene::Scene;
use crate::article::reading::stretch::Stretch;
use crate::article::reading::token::{Kind, Token};
use crate::article::speaker::evidence::Evidence;
use crate::text::tail;

bitflags! {
    /// What is seen of a stretch.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Signs: u64 {
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
        /// It goes on with a list of titles or words: the films “Heat” and *“Cold Rain.”*
        const LISTED = 1 << 24;
        /// The text speaks of it as of a word: what *“fair”* means.
        const MENTIONED = 1 << 26;
        /// A verb for what is done with books and songs stands before: she read *“Cold Rain.”*
        const ENJOYED = 1 << 27;
        /// A hyphen joins it to the word behind: *“moan”*-worthy.
        const COMPOUND = 1 << 28;
        /// It has the marks of a book: *『…』*.
        const BOOK = 1 << 29;

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
        /// In a headline, right behind whoever it is said of or says it: Lee *‘furious’* over delay.
        const HEADED = 1 << 33;
        /// It is said of somebody, nobody says by whom: he was said to be *“furious.”*
        const SAID_OF = 1 << 30;
        /// Who says something behind it begins another clause with that: the *“smart”* meters, and Lee said so.
        const BEHIND = 1 << 31;

        /// Nobody says a whole sentence in all the article, as in manuals: what has marks is a term.
        const MUTE = 1 << 17;

        /// It has no marks, and is a block quotation.
        const FRAMED = 1 << 19;
        /// The block quotation is signed, or led in by somebody’s verb of speech.
        const CREDITED = 1 << 20;
        /// It has no marks, and is a line of dialogue.
        const DASHED = 1 << 21;
        /// It has no marks, and is the post of an account.
        const POSTED = 1 << 32;
    }
}

/// What each sign weighs; a row with several signs counts when all of them are there. Set by hand, after a regression over the training
/// articles: weights that are fitted on them decide no better in articles left out, for too little there is no quote.
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
    (Signs::TITLED.union(Signs::ON), -2.1),
    (Signs::TITLED.union(Signs::TOLD), -1.5),
    (Signs::NAMED, -0.5),
    (Signs::OWNED, -0.4),
    (Signs::SMALL.union(Signs::BEFORE_NOUN), -1.0),
    (Signs::NICKNAME, -2.5),
    (Signs::GLOSS, -3.0),
    (Signs::SOURCE, -3.0),
    (Signs::TITLED.union(Signs::LISTED), -3.0),
    (Signs::LISTED, -1.0),
    (Signs::MENTIONED, -2.5),
    (Signs::TITLED.union(Signs::ENJOYED), -2.0),
    (Signs::COMPOUND, -2.5),
    (Signs::BOOK, -10.0),
    (Signs::CHANTED, 3.0),
    (Signs::TIED, 1.7),
    (Signs::TOLD, 2.3),
    (Signs::TOLD.union(Signs::TIED).union(Signs::STOPPED), 1.0),
    (Signs::REPORTED, 1.5),
    (Signs::CARRIED, 1.6),
    (Signs::LED, 1.5),
    (Signs::HEADED, 2.5),
    (Signs::SAID_OF, 2.0),
    (Signs::BEHIND, -1.0),
    (Signs::MUTE.union(Signs::ONE_WORD), -2.0),
    (Signs::MUTE.union(Signs::FEW_WORDS), -2.0),
    // No training article has these: their setting decides alone.
    (Signs::FRAMED, -10.0),
    (Signs::FRAMED.union(Signs::CREDITED), 20.0),
    (Signs::DASHED, 10.0),
    (Signs::POSTED, 10.0),
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
    .union(Signs::LISTED)
    .union(Signs::MENTIONED)
    .union(Signs::ENJOYED);

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
    pub(super) fn of<const N: usize>(signs: [(Self, bool); N]) -> Self {
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
        let at = scene.passage.token_of(pair);
        let is_headed = at.is_some_and(|at| is_headed(scene, at, pair));
        verdict.signs.set(Signs::HEADED, is_headed);
        let at = at.filter(|&at| is_said_of(scene, at, scene.passage.quote(pair)));
        verdict.signs.set(Signs::SAID_OF, at.is_some());
        if evidence.intersects(Evidence::PERSON | Evidence::PEOPLE) {
            verdict.signs -= Signs::MUTE;
        }
        if stretch.first != stretch.last {
            verdict.signs = (verdict.signs - Signs::UNCLOSED) | Signs::WHOLE;
        }
        let least = if reading.is_english() {
            LEAST
        } else {
            verdict.signs -= ENGLISH;
            LEAST_UNTOLD
        };
        let has_words = scene.passage.quote(pair).contains(char::is_alphanumeric);
        verdict.is_quote =
            has_words && verdict.signs.weight() >= least && !code::is_code(&scene.passage, pair);
        verdict
    }

    /// What the verdict on the stretch `last` tells of `next`: behind a title, with nothing but a comma or *and* between, stands a title,
    /// behind a word that is spoken of another one, and behind a slogan another one.
    pub fn tells(self, reading: &Reading<'_>, last: Stretch, next: Stretch) -> Signs {
        const LISTED: Signs = Signs::TITLED.union(Signs::MENTIONED).union(Signs::LISTED);
        let is_title = !self.is_quote && self.signs.intersects(LISTED);
        let (from, to) = (last.last, next.first);
        let scene = reading.scenes.get(to.scene);
        let is_listed = scene.is_some_and(|scene| {
            let at = |pair| scene.passage.token_of(pair).unwrap_or(0);
            from.scene == to.scene && is_list(scene.passage.told(), at(from.pair)..at(to.pair))
        });
        let is_chanted = self.is_quote && self.signs.contains(Signs::CHANTED);
        Signs::of([
            (Signs::LISTED, is_title && is_listed),
            (Signs::CHANTED, is_chanted && is_listed),
        ])
    }
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
        (Signs::POSTED, has_strokes(Strokes::Posted)),
        (
            Signs::BOOK,
            pair.is_some_and(|pair| passage.prose.cut(pair.outer.clone()).starts_with('『')),
        ),
        (
            Signs::COMPOUND,
            pair.is_some_and(|pair| is_joined(passage.prose.as_str(), pair.outer.end)),
        ),
    ])
}

/// Whether single marks stand right behind the subject of a headline, whose verb is left out.
fn is_headed(scene: &Scene<'_>, at: usize, pair: usize) -> bool {
    let passage = &scene.passage;
    let subject = at.checked_sub(1).and_then(|last| scene.mention_at(last));
    let is_subject = subject.is_some_and(|subject| {
        let is_first = scene
            .mentions
            .get(subject)
            .is_some_and(|it| it.tokens.start <= 1);
        is_first && scene.is_first(subject)
    });
    let is_single = passage
        .pairs
        .get(pair)
        .is_some_and(|it| it.strokes == Strokes::Single);
    let text = passage.prose.as_str().trim_end();
    let starts_small = passage.quote(pair).starts_with(char::is_lowercase);
    is_subject && is_single && starts_small && !text.ends_with(['.', ';', ':'])
}

/// Whether a passive says of somebody what stands between the marks at `at`. Without an article or a word between it is a name: *is called
/// “wet lung”*.
fn is_said_of(scene: &Scene<'_>, at: usize, words: &str) -> bool {
    let has_article = || {
        let mut articles = ["a ", "an ", "the "].iter();
        articles.any(|article| words.starts_with(article))
    };
    scene
        .passive_before(at)
        .is_some_and(|cue| cue.tokens.end < at || has_article())
}

/// Whether a hyphen joins what ends at `end` to the word behind.
fn is_joined(text: &str, end: usize) -> bool {
    let rest = tail(text, end).strip_prefix('-');
    rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

fn of_speaker(evidence: Evidence) -> Signs {
    const TOUCHES: Evidence = Evidence::TOUCHES_BEFORE
        .union(Evidence::TOUCHES_AFTER)
        .union(Evidence::LABEL)
        .union(Evidence::GAPPED);
    const REPORTS: Evidence = Evidence::REPORT
        .union(Evidence::PASSIVE)
        .union(Evidence::NOUN)
        .union(Evidence::FELT);
    const LED_IN: Evidence = Evidence::LED_IN.union(Evidence::SAY);
    const SAYS: Evidence = Evidence::SAY.union(Evidence::ACCORDING);
    const ABOUT: Evidence = Evidence::TOUCHES_AFTER
        .union(Evidence::FINAL)
        .union(Evidence::WHOLE);
    let is_here = evidence.intersects(Evidence::BEFORE | Evidence::AFTER);
    let is_behind = evidence.contains(Evidence::AFTER) && !evidence.intersects(ABOUT);
    Signs::of([
        (Signs::BEHIND, is_behind && evidence.intersects(SAYS)),
        (Signs::TIED, evidence.intersects(TOUCHES)),
        (Signs::TOLD, is_here && evidence.intersects(SAYS)),
        (Signs::REPORTED, is_here && evidence.intersects(REPORTS)),
        (Signs::CARRIED, evidence.contains(Evidence::CARRIED)),
        (
            Signs::CREDITED,
            evidence.contains(Evidence::SIGNED) || evidence.contains(LED_IN),
        ),
    ])
}

#[cfg(test)]
mod tests {
    use crate::article::chapter::Chapter;
    use crate::article::quote::quotes;
    use crate::article::reading::OnDemand;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// The words that are quotes.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let quotes = quotes(&document, &OnDemand::new(&chapter));
        let found: Vec<_> = quotes.iter().map(|it| document.slice(it.span)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_said_of_somebody_is_a_quote() {
        check(
            "The plan was said to be “dead on arrival.”",
            &["dead on arrival."],
        );
        check("The deal was hailed as “historic.”", &["historic."]);
        check(
            "Lee, dubbed “the quiet captain,” left.",
            &["the quiet captain,"],
        );
        check("The illness is called “wet lung.”", &[]);
        check("The hall is known as “Old Barn.”", &[]);
    }

    #[test]
    fn slogans_are_quotes() {
        check(
            "They stood under a banner reading “No more tolls.”",
            &["No more tolls."],
        );
        check(
            "Placards by the gate: “Fair pay”, “Enough is enough”.",
            &["Fair pay", "Enough is enough"],
        );
        check("Their slogan, “Hands Off,” is old.", &["Hands Off,"]);
    }

    #[test]
    fn headlines_leave_verbs_out() {
        check("Mayor Lund ‘furious’ over bridge delay", &["furious"]);
        check("Orrin residents ‘devastated’ by the fire", &["devastated"]);
        check("Lund’s ‘furious’ week is over", &[]);
        check("Lund opens ‘smart’ bridge", &[]);
        check("Mayor Lund ‘furious’ is no headline.", &[]);
    }

    #[test]
    fn words_that_are_spoken_of_are_no_quotes() {
        check("The law has words such as “will,” “may” and “should.”", &[]);
        check("The term “best effort” is not defined, lawyers said.", &[]);
        check("What “fair” means is not clear, she said.", &[]);
        check("Lee said that what is meant by “fair” is not clear.", &[]);
        check("Lee said the so-called “night watch” was late.", &[]);
        check("It was a “why”-shaped hole, Lee said.", &[]);
        check("He used the word “liar,” she said.", &["liar,"]);
    }

    #[test]
    fn books_that_are_read_are_no_quotes() {
        check("He was reading “War and Water,” he said.", &[]);
        check("Her book 『海の声』 sold out, she said.", &[]);
        check("The sign read “Keep Out.”", &["Keep Out."]);
    }
}
