//! The verdict: is what stands between marks somebody’s words, or a title, a nickname, a term, irony?
//!
//! As with [speakers](crate::article::speaker), what is seen is named and weighed.

mod code;
mod surroundings;
mod wording;

use super::signs::Signs;
use crate::article::reading::Reading;
use crate::article::reading::cue::{Cue, CueKind};
use crate::article::reading::marks::Strokes;
use crate::article::reading::passage::Passage;
use crate::article::reading::scene::Scene;
use crate::article::reading::stretch::Stretch;
use crate::article::reading::token::{Kind, Token};
use crate::article::speaker::evidence::Evidence;
use crate::text::tail;
use surroundings::{around, is_labelled, is_list};
use wording::{FEW, SAMPLE, Wording};

/// The weight from which on a stretch is a quote.
const LEAST: f32 = 0.0;

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
    cue.kind == CueKind::Say
        && cue.subject.is_some()
        && scene.passage.told().slice(near).iter().any(is_whole)
}

/// Whether a stretch is a quote, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
        let Some(scene) = reading.scenes.get(stretch.first.scene) else {
            return Self::default();
        };
        let pair = stretch.first.pair;
        let mut signs = signs(scene, pair, evidence) | custom;
        if evidence.intersects(Evidence::PERSON | Evidence::PEOPLE) {
            signs -= Signs::MUTE;
        }
        if stretch.first != stretch.last {
            signs = (signs - Signs::UNCLOSED) | Signs::WHOLE;
        }
        let least = if reading.is_english() {
            LEAST
        } else {
            signs -= ENGLISH;
            LEAST_UNTOLD
        };
        let has_words = scene.passage.quote(pair).contains(char::is_alphanumeric);
        let may_be = has_words && !code::is_code(&scene.passage, pair);
        Self {
            signs,
            is_quote: may_be && signs.weight() >= least,
        }
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
fn signs(scene: &Scene<'_>, pair: usize, evidence: Evidence) -> Signs {
    let passage = &scene.passage;
    let seen = of_words(passage, pair) | of_speaker(evidence);
    let Some(at) = passage.token_of(pair) else {
        return seen;
    };
    let is_led = evidence.contains(LEADS) && is_labelled(passage.told(), at);
    let of_sentence = Signs::of([
        (Signs::LED, is_led),
        (Signs::HEADED, is_headed(scene, at, pair)),
        (Signs::SAID_OF, is_said_of(scene, at, passage.quote(pair))),
    ]);
    let seen = seen | around(passage.told(), at) | of_sentence;
    if is_answer(passage, at, seen) {
        seen - Signs::TITLED
    } else {
        seen
    }
}

/// Whether it is one word that somebody says behind a colon, which has its capital as the first there: *she told us: “Enough”*.
fn is_answer(passage: &Passage<'_>, at: usize, seen: Signs) -> bool {
    let colon = at.checked_sub(1);
    let is_behind_colon = colon.is_some_and(|colon| passage.told().is_mark(colon, ':'));
    seen.contains(Signs::ONE_WORD | Signs::TOLD) && is_behind_colon
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
        .union(Evidence::HEADLINED)
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
    use crate::article::quote::testing::read;

    /// The words that are quotes.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (document, quotes) = read(text);
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
    fn a_colon_ties_a_headline_to_what_is_quoted() {
        let told = |headline: &str, expected: &[&str]| {
            check(
                &format!("{headline}\n\nPer Lund, the mayor, was there on Monday."),
                expected,
            );
        };
        told("'It's over': Lund quits", &["It's over"]);
        told("‘We are done’: Mayor on bridge", &["We are done"]);
        told("Lund tells rebels: 'Enough'", &["Enough"]);
        told(
            "Mayor Lund tells rebels: ‘Enough is enough’",
            &["Enough is enough"],
        );
        told("‘Heat dome’: why the coast is dry", &[]);
        told("‘Cold Rain’: Lund’s film is out", &[]);
        told("‘Cold Rain’: Lund shines", &[]);
        told("Now showing: ‘Heat’", &[]);
        told("Lund’s new film: ‘Heat’", &[]);
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
