//! The surroundings: what the words around quotation marks tell of what stands between them.

use std::ops::Range;

use super::super::signs::Signs;
use crate::article::reading::lexicon::Traits;
use crate::article::reading::token::{Shape, Token, Tokens};

/// What the words next to the quote at `at` tell.
pub(super) fn around(tokens: Tokens<'_>, at: usize) -> Signs {
    let before = at
        .checked_sub(1)
        .filter(|&before| tokens.is_together(before, at));
    let comma = before.filter(|&before| tokens.is_mark(before, ','));
    let word_before = comma.map_or(before, |comma| comma.checked_sub(1));
    let next = tokens
        .get(at + 1)
        .filter(|next| next.is_word() && tokens.is_together(at, at + 1));
    let has_noun = next.is_some_and(is_noun);
    let has_capital = next.is_some_and(Token::is_capital);
    let is_behind =
        |test: fn(Tokens<'_>, usize) -> bool| before.is_some_and(|before| test(tokens, before));
    Signs::of([
        (
            Signs::NAMED,
            word_before.is_some_and(|word| tokens.is(word, Traits::NAMING)),
        ),
        (Signs::OWNED, is_behind(is_owner)),
        (Signs::ON, is_behind(is_on)),
        (Signs::BEFORE_NOUN, has_noun),
        (Signs::GLOSS, is_behind(is_gloss)),
        (Signs::SOURCE, has_noun && is_behind(is_source)),
        (Signs::CHANTED, is_behind(is_chanted)),
        (Signs::MENTIONED, is_mentioned(tokens, at)),
        (Signs::ENJOYED, is_behind(is_enjoyed)),
        (Signs::NICKNAME, has_capital && is_behind(is_name)),
    ])
}

/// Whether a word can be the noun that a term stands before.
fn is_noun(word: &Token) -> bool {
    !word.is(Traits::FUNCTION | Traits::CUE) && !word.is_capital()
}

/// Whether a name in the possessive stands at `at`: *CNN’s*.
fn is_owner(tokens: Tokens<'_>, at: usize) -> bool {
    tokens.has(at, Shape::POSSESSIVE) && tokens.has(at, Shape::CAPITAL)
}

/// Whether a word stands at `at` that programmes and papers have before them.
fn is_on(tokens: Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at), "on" | "in" | "of" | "to" | "with")
}

/// Whether a word within a sentence has a capital.
fn is_name(tokens: Tokens<'_>, at: usize) -> bool {
    tokens.has(at, Shape::CAPITAL) && !tokens.has(at, Shape::FIRST)
}

/// Whether a verb for what is done with books, films and songs stands at `at`.
fn is_enjoyed(tokens: Tokens<'_>, at: usize) -> bool {
    ENJOYED.contains(&tokens.word(at))
}

/// Verbs for what is done with books, films and songs.
const ENJOYED: &[&str] = &[
    "read", "reads", "reading", "watch", "watched", "watching", "saw", "sang", "sing", "sings",
    "singing", "played", "playing", "hummed", "humming", "recited", "reciting",
];

/// Whether the words up to `last` lead from a word for what many say at once, or write to be seen, to what that is.
fn is_chanted(tokens: Tokens<'_>, last: usize) -> bool {
    const CHANTS: &str = "chant chants cry cries shout shouts scream screams call calls sign signs banner banners placard placards \
        yell yells chorus choruses slogan slogans motto";
    const WRITTEN: &str = "sign signs banner banners placard placards poster posters slogan slogans motto graffiti chant chants";
    const LEADING: &[&str] = &[
        ",",
        ":",
        "—",
        "with",
        "that",
        "which",
        "read",
        "reads",
        "reading",
        "said",
        "saying",
        "say",
        "says",
        "bearing",
        "declaring",
        "proclaiming",
        "the",
        "words",
        "message",
    ];
    const REACH: usize = 5;
    const FAR: usize = 8;
    let is_one = |list: &str, at: Option<usize>| {
        at.is_some_and(|at| {
            list.split(' ')
                .any(|it| it.eq_ignore_ascii_case(tokens.word(at)))
        })
    };
    let is_leading = |&at: &usize| LEADING.contains(&tokens.word(at));
    let is_written = |at: usize| is_one(WRITTEN, Some(at)) && tokens.is_together(at, last);
    if tokens.is_mark(last, ':') && (last.saturating_sub(FAR)..last).any(is_written) {
        return true;
    }
    let mut between = (0..=last).rev().take(REACH).take_while(is_leading);
    let nearest = between.by_ref().last().unwrap_or(last + 1);
    tokens.word(last) == "of" && is_one(CHANTS, last.checked_sub(1))
        || is_one(WRITTEN, nearest.checked_sub(1))
            && nearest > 0
            && tokens.is_together(nearest - 1, last)
}

/// Whether the text speaks of the words at `at` as words: *words such as “will”*, *the term “x” is*, *what “x” means*.
fn is_mentioned(tokens: Tokens<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &["word", "words", "term", "terms", "phrase", "expression"];
    const MEANS: &[&str] = &["means", "mean", "meant", "denotes", "appears", "occurs"];
    let back = |steps: usize| at.checked_sub(steps).map_or("", |at| tokens.word(at));
    let is_word = |steps| WORDS.contains(&back(steps));
    let next = at + 1 + usize::from(tokens.word(at + 1).ends_with("ly"));
    let is_subject = tokens.is_together(at, next)
        && (MEANS.contains(&tokens.word(next)) || is_word(1) && tokens.is(next, Traits::BE));
    let is_example = match back(1) {
        "as" => back(2) == "such" && is_word(3),
        "like" => is_word(2),
        "so-called" => true,
        "by" => back(2) == "meant",
        _ => false,
    };
    is_subject || is_example
}

/// Whether the word at `last` leads from a foreign word to what it means.
fn is_gloss(tokens: Tokens<'_>, last: usize) -> bool {
    const LANGUAGES: &str = "Arabic Cantonese Chinese Czech Danish Dutch Farsi Finnish French Gaelic German Greek Hawaiian Hebrew \
        Hindi Hungarian Irish Italian Japanese Korean Latin Mandarin Norwegian Persian Polish Portuguese Russian Sanskrit Spanish \
        Swahili Swedish Thai Turkish Ukrainian Urdu Vietnamese Welsh Yiddish shorthand slang";
    let language = last.checked_sub(1).map_or("", |at| tokens.word(at));
    tokens.word(last) == "for" && LANGUAGES.split(' ').any(|it| it == language)
}

/// Whether *according to* ends with the word at `last`, or with the one before an article there.
fn is_source(tokens: Tokens<'_>, last: usize) -> bool {
    let to = last.saturating_sub(usize::from(tokens.is(last, Traits::DETERMINER)));
    let according = to.checked_sub(1).map_or("", |at| tokens.word(at));
    tokens.word(to) == "to" && according.eq_ignore_ascii_case("according")
}

/// Whether a passage begins with a name and a colon, before `at`.
pub(super) fn is_labelled(tokens: Tokens<'_>, at: usize) -> bool {
    const LONGEST: usize = 5;
    let mut start = tokens.slice(0..at.min(LONGEST)).iter();
    start
        .find(|token| !token.is_capital())
        .is_some_and(|token| token.is_mark(':'))
}

/// Whether nothing but a comma or a conjunction stands between two tokens of a sentence.
pub(super) fn is_list(tokens: Tokens<'_>, ends: Range<usize>) -> bool {
    const WIDEST: usize = 2;
    let mut between = ends.start + 1..ends.end;
    between.len() <= WIDEST
        && tokens.is_together(ends.start, ends.end)
        && between.all(|at| matches!(tokens.word(at), "," | "and" | "or"))
}
