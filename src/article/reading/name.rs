//! Names: runs of capitalised words, parted into title and name proper.
//!
//! ```text
//! White House press secretary Josh Earnest       Department of Justice       Mr. Reid
//! └─────────┘                 └──────────┘       └───────────────────┘       └──────┘ a run each
//! Senate Minority Leader Harry Reid
//! └────────────────────┘ └────────┘ title, name
//! ```
//!
//! What stands before a run in small letters is the business of [`mention`](super::mention).

mod title;

use std::ops::Range;

use super::lexicon::Traits;
use super::passage::Passage;
use super::token::{Shape, Token, Tokens};
use crate::article::chapter::glossary::{Glossary, WordId};

/// Longest run that is looked at, in tokens.
const LONGEST: usize = 12;

/// Longest nickname within a name, in bytes with its marks.
const NICKNAME: usize = 30;

/// A run of capitalised words, by its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Title and name.
    pub run: Range<usize>,
    /// The name without its title; empty when there is nothing but a title.
    pub proper: Range<usize>,
}

/// What the article tells of its words. Where any word has a capital, those that it also writes with a small letter are no names, and
/// those to which it gives a capital elsewhere are.
#[derive(Debug)]
pub struct Vocabulary<'a> {
    glossary: &'a Glossary,
    /// For each word whether it is written small.
    small: Vec<bool>,
    /// For each word whether it has a capital within a sentence.
    capital: Vec<bool>,
}

impl<'a> Vocabulary<'a> {
    /// The vocabulary of an article that has not been read yet, the words of which are in `glossary`.
    pub fn new(glossary: &'a Glossary) -> Self {
        Self {
            glossary,
            small: vec![false; glossary.count()],
            capital: vec![false; glossary.count()],
        }
    }

    /// Learns the words of a passage.
    pub fn read(&mut self, passage: &Passage<'_>) {
        for tokens in [&passage.narration, &passage.quoted] {
            for (at, token) in tokens.iter().enumerate() {
                let Some(word) = token.word() else { continue };
                if !token.is_capital() {
                    self.small[word.index()] |= is_small(token);
                } else if !passage.is_title_case && at > 0 && !token.has(Shape::FIRST) {
                    self.capital[word.index()] = true;
                }
            }
        }
    }

    /// Whether the article writes `word` with a small letter too.
    fn knows(&self, word: WordId) -> bool {
        self.small[self.glossary.small(word).index()]
    }

    /// Whether `word` has its capital elsewhere too, within a sentence.
    fn names(&self, word: WordId) -> bool {
        self.capital[word.index()]
    }
}

/// Whether a word is written small; those that are no names anyway need not be known.
fn is_small(token: &Token) -> bool {
    let is_plain = !token.is(Traits::FUNCTION | Traits::CUE) || token.is(Traits::GIVEN);
    is_plain && !token.has(Shape::CAPITAL | Shape::NUMBER)
}

/// The names in one list of tokens of a passage, in order. `is_title_case`: all words have a capital there.
pub fn names<'a>(
    tokens: Tokens<'a>,
    vocabulary: &'a Vocabulary<'a>,
    is_title_case: bool,
) -> impl Iterator<Item = Name> + 'a {
    let finder = Finder {
        tokens,
        vocabulary,
        is_title_case,
    };
    let mut at = 0;
    let runs = std::iter::from_fn(move || {
        loop {
            let rest = tokens.slice(at..tokens.len());
            let capital = at + rest.iter().position(Token::is_capital)?;
            at = capital + 1;
            if let Some(run) = finder.run(capital) {
                at = run.end;
                return Some(finder.parted(run));
            }
        }
    });
    runs.flatten()
}

struct Finder<'a> {
    tokens: Tokens<'a>,
    vocabulary: &'a Vocabulary<'a>,
    is_title_case: bool,
}

impl Finder<'_> {
    fn is(&self, at: usize, traits: Traits) -> bool {
        self.tokens.is(at, traits)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.has(at, Shape::CAPITAL)
    }

    /// Whether the token can be part of a name.
    fn is_part(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.is_capital()) else {
            return false;
        };
        let is_none = self.is_turn(at)
            || self.opens_turn(at, token)
            || self.opens_post(at)
            || self.is_ticker(at)
            || is_degree(self.tokens, at);
        if is_none {
            return false;
        }
        if self.is_worded_name(at, token) {
            return true;
        }
        if token.is(Traits::CALENDAR) {
            return token.is(Traits::GIVEN) && self.is_joined_capital(at)
                || self.is_after_given_name(at);
        }
        if self.is_initial(at) {
            return true;
        }
        if token.is(Traits::FUNCTION) && !token.is(Traits::GIVEN | Traits::PLACE) {
            return token.is(Traits::MODIFIER) && !token.is(Traits::ADVERB);
        }
        if token.has(Shape::COMPOUND) && is_adjective(self.tokens.word(at)) {
            return false;
        }
        !self.is_weak(at, token) || token.is(Traits::TITLE) || self.is_name_in_weak_place(at, token)
    }

    /// Whether a small word or a month is a given name, which its capital within a sentence tells: *said Per Lund*, *said May Brown*.
    fn is_worded_name(&self, at: usize, token: &Token) -> bool {
        const NAMES: &[&str] = &["An", "Per", "So", "Do", "May", "April", "June", "August"];
        let follows_verb =
            at > 0 && self.is(at - 1, Traits::SAY) && self.tokens.is_joined(at - 1, at);
        follows_verb
            && !self.is_weak(at, token)
            && NAMES.contains(&self.tokens.word(at))
            && self.is_joined_capital(at)
    }

    /// Whether the passage begins with the *Q.* or *A.* of a record, and not with two initials.
    fn is_turn(&self, at: usize) -> bool {
        at == 0
            && matches!(self.tokens.word(at), "Q" | "A")
            && self.is_capital(at + 1)
            && self.tokens.word(at + 1).len() > 1
    }

    /// Whether a word is what a share is called, or the exchange where it is: *Acme (NASDAQ: ACM)*.
    fn is_ticker(&self, at: usize) -> bool {
        let is_mark =
            |at: usize, mark| self.tokens.get(at).is_some_and(|token| token.is_mark(mark));
        let is_share = |colon: usize| {
            colon > 1
                && is_mark(colon - 2, '(')
                && is_mark(colon, ':')
                && self.tokens.has(colon + 1, Shape::CAPITALS)
                && is_mark(colon + 2, ')')
        };
        is_share(at + 1) || at > 0 && is_share(at - 1)
    }

    /// Whether a word has its capital because a turn begins with it: *Q. Please go on.*
    fn opens_turn(&self, at: usize, token: &Token) -> bool {
        const NAME: Traits = Traits::GIVEN
            .union(Traits::TITLE)
            .union(Traits::PLACE)
            .union(Traits::ADDRESS);
        at == 1 && self.is_turn(0) && !token.is(NAME) && !self.is(at + 1, Traits::CUE)
    }

    /// Whether the *A.* or *I.* at `at` is an initial within a name.
    fn is_initial(&self, at: usize) -> bool {
        let is_letter = matches!(self.tokens.word(at), "A" | "I" | "A." | "I.");
        let before = at.checked_sub(1);
        let is_within = is_letter
            && before.is_some_and(|before| {
                self.is(before, Traits::GIVEN) && self.tokens.is_joined(before, at + 1)
            })
            && self.is_capital(at + 1)
            && !self.is(at + 1, Traits::FUNCTION);
        is_within && self.tokens.with_stop(at..at + 1).ends_with('.')
    }

    /// Whether a post that is handed on begins with the word at `at`: `RT @kentlee`.
    fn opens_post(&self, at: usize) -> bool {
        self.tokens.word(at) == "RT" && self.tokens.is_mark(at + 1, '@')
    }

    fn is_joined_capital(&self, at: usize) -> bool {
        self.is_capital(at + 1)
            && self.tokens.is_joined(at, at + 1)
            && !self.is(at + 1, Traits::FUNCTION | Traits::CALENDAR)
    }

    fn is_after_given_name(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.is(before, Traits::GIVEN) && self.tokens.is_joined(before, at)
        })
    }

    /// Whether a capital at `at` says nothing: it opens a sentence or what is as good as one, or stands in a headline.
    fn is_weak(&self, at: usize, token: &Token) -> bool {
        let opens = |before: &Token| [':', '—', '|'].iter().any(|&c| before.is_mark(c));
        self.is_title_case || token.has(Shape::FIRST) || self.tokens.before(at).is_some_and(opens)
    }

    fn is_name_in_weak_place(&self, at: usize, token: &Token) -> bool {
        const VERB: Traits = Traits::CUE
            .union(Traits::OPENER)
            .union(Traits::AUXILIARY)
            .union(Traits::PREPOSITION);
        let is_unknown = || !token.word().is_some_and(|word| self.vocabulary.knows(word));
        if token.is(Traits::PLURAL | Traits::GROUP | Traits::TEXT) && !self.is_capital(at + 1) {
            return false;
        }
        if token.is(Traits::GIVEN | Traits::PLACE) && self.is_joined_capital(at) {
            return true;
        }
        !token.is(VERB)
            && (token.is(Traits::ROLE | Traits::MODIFIER | Traits::PLACE) && !self.is_title_case
                || is_unknown() && !self.is_common(at, token))
    }

    /// Whether nothing but its place gives the word at `at` its capital: no other name goes on with it, no mark, no verb of speech, and
    /// it has none elsewhere.
    fn is_common(&self, at: usize, token: &Token) -> bool {
        const NAME: Traits = Traits::GIVEN
            .union(Traits::DEMONYM)
            .union(Traits::BODY)
            .union(Traits::TITLE);
        let word = self.tokens.word(at);
        let stands_alone = token.has(Shape::FIRST)
            && self.tokens.is_joined(at, at + 1)
            && !self.is_capital(at + 1)
            && !token.has(Shape::POSSESSIVE | Shape::CAPITALS);
        let speaks =
            self.is(at + 1, Traits::CUE | Traits::AUXILIARY | Traits::BE) && !word.ends_with("ly");
        let is_name = || token.word().is_some_and(|word| self.vocabulary.names(word));
        stands_alone && !token.is(NAME) && !speaks && !is_name()
    }

    /// The run that begins at `start`, if one does.
    fn run(&self, start: usize) -> Option<Range<usize>> {
        let is_start = self.is_part(start) && !self.is(start, Traits::SUFFIX);
        is_start.then(|| start..self.run_end(start))
    }

    /// The end of the run that begins at `start`.
    fn run_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end < start + LONGEST {
            let Some(step) = self.step(start, end) else {
                break;
            };
            end += step;
        }
        end
    }

    /// How many tokens from `at` continue the run that begins at `start`.
    fn step(&self, start: usize, at: usize) -> Option<usize> {
        let (last, next) = (self.tokens.before(at)?, self.tokens.get(at)?);
        if next.sentence != last.sentence {
            return None;
        }
        if next.is_mark(',') && self.is(at + 1, Traits::SUFFIX) && self.is_capital(at + 1) {
            return Some(2);
        }
        if last.has(Shape::POSSESSIVE) {
            return None;
        }
        if next.is_word() && self.is_part(at) {
            return Some(1);
        }
        let goes_on = |by: usize| {
            (self.is_part(at + by) && self.tokens.is_together(at, at + by)).then_some(by + 1)
        };
        if next.is_mark('&') {
            return goes_on(1);
        }
        if next.is(Traits::PARTICLE) && !next.is_capital() && !last.is(Traits::TITLE) {
            return goes_on(1).or_else(|| {
                self.is(at + 1, Traits::PARTICLE)
                    .then(|| goes_on(2))
                    .flatten()
            });
        }
        if next.is_stretch() && next.range().len() <= NICKNAME && last.is(Traits::GIVEN) {
            return goes_on(1); // a nickname: Juan “Chico” Ruiz
        }
        let is_body = last.is(Traits::BODY | Traits::GROUP);
        match self.tokens.word(at) {
            "of" if self.has_small_word(start..at) => None,
            "of" if is_body || last.is(Traits::ROLE | Traits::TITLE) => {
                goes_on(if self.tokens.word(at + 1) == "the" {
                    2
                } else {
                    1
                })
            }
            "for" if is_body => goes_on(1),
            "and" if self.has_small_word(start..at) && !self.is(at + 1, Traits::GIVEN) => {
                goes_on(1)
            }
            _ => None,
        }
    }

    /// Whether a run is the name of a body that has *of* or *for* in it.
    fn has_small_word(&self, run: Range<usize>) -> bool {
        self.tokens
            .slice(run)
            .iter()
            .any(|token| token.is(Traits::PREPOSITION) && !token.is_capital())
    }
}

/// Whether a degree stands at `at`, behind a comma that follows a name: *Jane Roe, M.D., Ph.D.*
pub fn is_degree(tokens: Tokens<'_>, at: usize) -> bool {
    const DEGREES: &[&str] = &[
        "M.D", "Ph.D", "MD", "PhD", "J.D", "Esq", "M.B.A", "MBA", "R.N", "RN", "D.O", "Ed.D",
        "D.Phil",
    ];
    let word = tokens.word(at).trim_end_matches('.');
    at > 0 && tokens.is_mark(at - 1, ',') && DEGREES.contains(&word)
}

/// Whether a compound with a name in it only says how something stands to whom it names: *Kent-based*.
fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "based",
        "born",
        "backed",
        "led",
        "area",
        "style",
        "era",
        "owned",
        "funded",
        "trained",
        "educated",
        "controlled",
        "dominated",
        "leaning",
        "sponsored",
        "wide",
        "related",
        "linked",
    ];
    word.rsplit_once('-')
        .is_some_and(|(_, last)| ENDINGS.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::chapter::Chapter;
    use crate::article::reading::passage::passages;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// Each name as `title|name`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let passage = passages(&chapter).next().unwrap();
        let mut vocabulary = Vocabulary::new(chapter.glossary());
        vocabulary.read(&passage);
        let tokens = passage.told();
        let found: Vec<_> = names(tokens, &vocabulary, passage.is_title_case)
            .map(|name| {
                format!(
                    "{}|{}",
                    tokens.text(name.run.start..name.proper.start),
                    tokens.text(name.proper.clone())
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn titles_are_parted_from_names() {
        check(
            "He met Sen. Ann B. Lee and Mr. Reid.",
            &["Sen|Ann B. Lee", "Mr|Reid"],
        );
        check(
            "Then we saw Secretary of State Ann Lee.",
            &["Secretary of State|Ann Lee"],
        );
        check(
            "Former Prime Minister Ann Lee has left them there.",
            &["Former Prime Minister|Ann Lee"],
        );
        check("It was the Attorney General.", &["Attorney General|"]);
        check(
            "He saw Dean Baker and Stephen King.",
            &["|Dean Baker", "|Stephen King"],
        );
        check("It hurt Republican Ann Lee.", &["Republican|Ann Lee"]);
    }

    #[test]
    fn an_origin_with_an_article_is_no_name() {
        check("We saw one Kent Democrat there.", &["Kent Democrat|"]);
        check("We saw a retired Ohio Republican.", &["Ohio Republican|"]);
        check(
            "We saw Zzz White and Kent White.",
            &["|Zzz White", "|Kent White"],
        );
        check("We saw a Kent-based firm.", &[]);
    }

    #[test]
    fn names_go_on_over_small_words() {
        check("We saw Vera de la Cruz.", &["|Vera de la Cruz"]);
        check("We saw Robert Lee, Jr., there.", &["|Robert Lee, Jr"]);
        check("We saw Ann A. Lee there.", &["|Ann A. Lee"]);
        check("We saw Plan A. Lee left.", &["|Plan", "|Lee"]);
        check("We saw Juan “Chico” Ruiz.", &["|Juan “Chico” Ruiz"]);
        check(
            "It is the Department of Justice of Ohio.",
            &["|Department of Justice", "|Ohio"],
        );
        check(
            "It is the Center for Trade and Peace.",
            &["|Center for Trade and Peace"],
        );
        check("It is Smith & Lee.", &["|Smith & Lee"]);
        check(
            "New York met the New Jersey Times.",
            &["|New York", "|New Jersey Times"],
        );
        check("New rules met New Mayor Ann Lee.", &["New Mayor|Ann Lee"]);
    }

    #[test]
    fn the_first_word_of_a_sentence_needs_more_than_its_capital() {
        check("Talks stalled. But Lee said talks were near.", &["|Lee"]);
        check("Asked about it, Lee left.", &["|Lee"]);
        check("Will Smith left. Will it do?", &["|Will Smith"]);
        check("However, On Monday he left.", &[]);
        check(
            "Certainly feel free. Zebras eat. Zzz said no. Qqq left.",
            &["|Zzz"],
        );
        check("Zzz left. We met Zzz.", &["|Zzz", "|Zzz"]);
        check("Q: Why? A: Ask X.", &[]);
        check("Q. Please sit down.", &[]);
    }

    #[test]
    fn a_possessive_ends_a_name() {
        check("It was Acme’s Ann Lee.", &["|Acme", "|Ann Lee"]);
    }

    #[test]
    fn a_ticker_is_no_name() {
        check(
            "In May Norvik (OSE: NVM) met Anna Low.",
            &["|Norvik", "|Anna Low"],
        );
        check(
            "In May Norvik (OSE) met Anna Low.",
            &["|Norvik", "|OSE", "|Anna Low"],
        );
    }

    #[test]
    fn months_are_given_names_only_before_surnames() {
        check("In June April Ryan left.", &["|April Ryan"]);
        check("Theresa May left in May.", &["|Theresa May"]);
    }
}
