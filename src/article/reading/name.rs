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

mod part;
mod title;
mod vocabulary;

use std::ops::Range;

use super::lexicon::Traits;
use super::token::{Shape, Token, Tokens};

pub use vocabulary::Vocabulary;

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

/// Finds names in one list of tokens.
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
        if next.is_mark('&') || is_nickname(last, next) {
            return self.step_over(at, 1);
        }
        if next.is(Traits::PARTICLE) && !next.is_capital() && !last.is(Traits::TITLE) {
            let has_two = self.is(at + 1, Traits::PARTICLE);
            let over_two = || self.step_over(at, 2).filter(|_| has_two);
            return self.step_over(at, 1).or_else(over_two);
        }
        self.step_over_small_word(start..at, last)
    }

    /// How many tokens continue a run over `count` of them from `at` that are none of a name’s, if a part of one stands behind.
    fn step_over(&self, at: usize, count: usize) -> Option<usize> {
        let behind = at + count;
        let goes_on = self.is_part(behind) && self.tokens.is_together(at, behind);
        goes_on.then_some(count + 1)
    }

    /// The same over a small word in the name of a body or an office, behind its words so far: *Department of Justice*.
    fn step_over_small_word(&self, run: Range<usize>, last: &Token) -> Option<usize> {
        let at = run.end;
        let is_body = last.is(Traits::BODY | Traits::GROUP);
        let is_office = last.is(Traits::ROLE | Traits::TITLE);
        match self.tokens.word(at) {
            "of" if self.has_small_word(run.clone()) => None,
            "of" if is_body || is_office => {
                let has_article = self.tokens.word(at + 1) == "the";
                self.step_over(at, if has_article { 2 } else { 1 })
            }
            "for" if is_body || is_office => self.step_over(at, 1),
            "and" if self.has_small_word(run) && !self.is(at + 1, Traits::GIVEN) => {
                self.step_over(at, 1)
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

/// Whether marks behind a given name are around a nickname: *Juan “Chico” Ruiz*.
fn is_nickname(last: &Token, next: &Token) -> bool {
    next.is_stretch() && next.range().len() <= NICKNAME && last.is(Traits::GIVEN)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    /// Each name as `title|name`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = testing::passage(text, |passage, vocabulary| {
            let tokens = passage.told();
            let shown = |name: Name| {
                let title = tokens.text(name.run.start..name.proper.start);
                format!("{title}|{}", tokens.text(name.proper))
            };
            let names = names(tokens, vocabulary, passage.is_title_case);
            names.map(shown).collect::<Vec<_>>()
        });
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
            "Then we saw Deputy Minister for Energy Ann Lee and the Minister for Work.",
            &["Deputy Minister for Energy|Ann Lee", "Minister for Work|"],
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
