//! Parts of names: which words with a capital can stand in one, and which have it for another reason.

use super::{Finder, is_degree};
use crate::article::reading::lexicon::Traits;
use crate::article::reading::token::{Shape, Token};

impl Finder<'_> {
    /// Whether the token can be part of a name.
    pub(super) fn is_part(&self, at: usize) -> bool {
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

    /// Whether a word has its capital because a turn begins with it: *Q. Please go on.*
    fn opens_turn(&self, at: usize, token: &Token) -> bool {
        const NAME: Traits = Traits::GIVEN
            .union(Traits::TITLE)
            .union(Traits::PLACE)
            .union(Traits::ADDRESS);
        at == 1 && self.is_turn(0) && !token.is(NAME) && !self.is(at + 1, Traits::CUE)
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

    /// Whether a post that is handed on begins with the word at `at`: `RT @kentlee`.
    fn opens_post(&self, at: usize) -> bool {
        self.tokens.word(at) == "RT" && self.tokens.is_mark(at + 1, '@')
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
