//! Phrases: where a description of somebody begins and ends around its head.
//!
//! ```text
//! a top Ukrainian diplomat        Trump’s campaign        a person close to the talks
//!                 └──────┘ head           └──────┘          └────┘
//! ```

use super::lexicon::Traits;
use super::token::{Shape, Token, Tokens};

/// Longest stretch of words before the head of a phrase.
const BEFORE: usize = 9;

/// Longest stretch of words after the head of a phrase.
const AFTER: usize = 14;

/// The words that a phrase can be about.
pub const HEADS: Traits = Traits::ROLE
    .union(Traits::PLURAL)
    .union(Traits::GROUP)
    .union(Traits::TEXT);

/// What may stand between an article and a head, or before a head without one.
const KNOWN: Traits = Traits::MODIFIER
    .union(Traits::ROLE)
    .union(Traits::PLURAL)
    .union(Traits::GROUP)
    .union(Traits::DEMONYM);

/// Where a phrase begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// Its first token.
    pub at: usize,
    /// Whether it begins with an article, an owner or the like.
    pub is_determined: bool,
}

/// Which words may stand in a phrase before its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Words {
    /// All that are no verbs or small words, as long as an article stands before them.
    Any,
    /// Only those that are known to: before a name, anything else could be a verb.
    Known,
}

/// Where the phrase begins whose head, or first sure word, is at `head`.
pub fn start(tokens: Tokens<'_>, head: usize, words: Words) -> Start {
    let mut sure = head;
    for at in (head.saturating_sub(BEFORE)..head).rev() {
        let Some(token) = tokens.get(at).filter(|_| tokens.is_joined(at, at + 1)) else {
            break;
        };
        if token.is(Traits::DETERMINER) && !token.is(Traits::MODIFIER) {
            if tokens.word(at).eq_ignore_ascii_case("that") {
                break; // more often a conjunction
            }
            return Start {
                at,
                is_determined: true,
            };
        }
        if token.has(Shape::POSSESSIVE) {
            return Start {
                at: owner_start(tokens, at),
                is_determined: true,
            };
        }
        if sure == at + 1 && (joins_offices(tokens, at) || joins_body(tokens, at)) {
            sure = at;
            continue;
        }
        if is_known(tokens, at, token) {
            if sure == at + 1 {
                sure = at;
            }
            continue;
        }
        let is_border = token.is(Traits::FUNCTION | Traits::CUE) && !token.is(Traits::ADVERB);
        if is_border || words == Words::Known {
            break;
        }
    }
    let is_determined = sure < head && tokens.is(sure, Traits::MODIFIER | Traits::DETERMINER);
    Start {
        at: sure,
        is_determined,
    }
}

fn is_known(tokens: Tokens<'_>, at: usize, token: &Token) -> bool {
    let is_ordinal =
        matches!(tokens.word(at), "First" | "Second") && tokens.has(at + 1, Shape::CAPITAL);
    let opens_sentence = token.has(Shape::FIRST) && token.is(Traits::ADVERB) && !is_ordinal;
    let is_capital = token.is_capital() && !token.has(Shape::FIRST);
    !opens_sentence && (token.is(KNOWN) || is_capital || tokens.word(at).contains('-'))
}

/// Whether the word at `at` joins two offices of one who has both, so that no article stands before the first: *founder and CTO*.
fn joins_offices(tokens: Tokens<'_>, at: usize) -> bool {
    const ARTICLES: &[&str] = &["the", "The", "a", "an", "A", "An", "both"];
    let office = at
        .checked_sub(1)
        .filter(|&before| tokens.is_joined(before, at));
    let has_article = || {
        let before = (at.saturating_sub(BEFORE)..at).rev();
        let mut phrase = before.take_while(|&at| tokens.is_joined(at, at + 1));
        phrase.any(|at| ARTICLES.contains(&tokens.word(at)))
    };
    matches!(tokens.word(at), "and" | "&")
        && tokens.is(at + 1, Traits::ROLE)
        && office.is_some_and(|office| tokens.is(office, Traits::ROLE))
        && !has_article()
}

/// Whether the word at `at` stands within the name of a body: *University of Oslo* historian.
fn joins_body(tokens: Tokens<'_>, at: usize) -> bool {
    let body = at
        .checked_sub(1)
        .filter(|&before| tokens.is_joined(before, at + 1));
    tokens.word(at) == "of"
        && tokens.has(at + 1, Shape::CAPITAL)
        && body.is_some_and(|body| tokens.is(body, Traits::BODY))
}

/// Where an office with *of* in it begins that stands before the name at `name`: *deputy chief of staff* Ann Lee.
pub fn office(tokens: Tokens<'_>, name: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    const OFFICES: &[&str] = &[
        "chief",
        "head",
        "secretary",
        "undersecretary",
        "director",
        "minister",
        "president",
        "chairman",
        "chairwoman",
        "chair",
        "commissioner",
        "commander",
        "professor",
        "dean",
        "leader",
        "manager",
    ];
    let is_plain = |at: &usize| {
        let token = tokens
            .get(*at)
            .filter(|token| token.is_word() && tokens.is_joined(*at, name));
        let may_say = |token: &Token| token.is(Traits::CUE) && tokens.word(*at) != "state";
        token.is_some_and(|token| {
            !token.is_capital() && !token.is(Traits::FUNCTION) && !may_say(token)
        })
    };
    let words = (0..name).rev().take(LONGEST).take_while(is_plain).count();
    let of = name
        .checked_sub(words + 1)
        .filter(|&of| words > 0 && tokens.word(of) == "of")?;
    let head = of
        .checked_sub(1)
        .filter(|&head| tokens.is_joined(head, name))?;
    let is_office = OFFICES.contains(&tokens.word(head));
    is_office.then(|| start(tokens, head, Words::Known).at)
}

/// Where the owner begins who ends at `at`: *the senator’s*, *Ann Lee’s*. Owners of owners are left out.
fn owner_start(tokens: Tokens<'_>, at: usize) -> usize {
    let is_capital = tokens.has(at, Shape::CAPITAL);
    let mut start = at;
    for before in (at.saturating_sub(BEFORE)..at).rev() {
        let is_article = !is_capital && tokens.is(before, Traits::DETERMINER);
        let goes_on = if is_capital {
            tokens.has(before, Shape::CAPITAL)
        } else {
            !tokens.is(before, Traits::FUNCTION | Traits::CUE) || is_article
        };
        if !goes_on
            || !tokens.is_joined(before, before + 1)
            || tokens.has(before, Shape::POSSESSIVE)
        {
            break;
        }
        start = before;
        if is_article {
            break;
        }
    }
    start
}

/// Where the phrase ends whose head is at `head`.
pub fn end(tokens: Tokens<'_>, head: usize) -> usize {
    const VERB: Traits = Traits::CUE.union(Traits::AUXILIARY).union(Traits::BE);
    if !matches!(
        tokens.word(head + 1),
        "close" | "familiar" | "briefed" | "involved" | "knowledgeable"
    ) {
        return head + 1;
    }
    let is_over = |&at: &usize| {
        !tokens.is_joined(at - 1, at)
            || tokens.is(at, VERB) && !tokens.is(at - 1, Traits::DETERMINER)
            || matches!(tokens.word(at), "who" | "and" | "but")
    };
    (head + 2..head + AFTER).find(is_over).unwrap_or(head + 1)
}

/// Whether the word at `at` only leads to the head of its phrase, which comes next: *campaign* manager.
pub fn leads_on(tokens: Tokens<'_>, at: usize) -> bool {
    let is_of_one = at > 0 && matches!(tokens.word(at - 1), "a" | "an" | "A" | "An"); // a staff report
    let is_plural = tokens.is(at, Traits::PLURAL) && !is_of_one;
    let is_head = |token: &Token| {
        token.is(HEADS) && !token.is_capital() && !(token.is(Traits::CUE) && is_plural)
    };
    tokens.is_joined(at, at + 1)
        && tokens.get(at + 1).is_some_and(is_head)
        && !tokens.has(at, Shape::POSSESSIVE)
}
