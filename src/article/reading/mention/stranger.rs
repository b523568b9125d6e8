//! Strangers: speakers of whom no list knows what they are, told by their place alone.

use std::ops::Range;

use super::super::lexicon::Traits;
use super::super::phrase;
use super::super::token::{Shape, Token};
use super::{Finder, Mention, Sort};

impl Finder<'_> {
    /// The `@` at `at` and the words that make the name of an account with it: *@kent_lee*.
    pub(super) fn handle(&self, at: usize) -> Option<Range<usize>> {
        let gap = |next: usize| {
            let (word, before) = (self.tokens.get(next)?, self.tokens.before(next)?);
            word.is_word().then(|| word.start - before.end)
        };
        let is_name = self.tokens.is_mark(at, '@') && gap(at + 1) == Some(0);
        let parts =
            (at + 2..).take_while(|&next| gap(next) == Some(1) && self.is_underscored(next));
        is_name.then(|| at..at + 2 + parts.count())
    }

    /// Whether an underscore stands between the word at `next` and the one before.
    fn is_underscored(&self, next: usize) -> bool {
        self.tokens.written(next - 1..next + 1).contains('_')
    }

    /// *Some*, *many*, *another*, where a verb follows at once, or *said* stands before.
    pub(super) fn is_stand_in(&self, at: usize, token: &Token) -> bool {
        const STAND_INS: &[&str] = &[
            "some", "many", "others", "another", "one", "most", "both", "several", "few",
        ];
        if !token.is(Traits::DETERMINER) {
            return false;
        }
        let is_subject = self.tokens.is_joined(at, at + 1)
            && self.tokens.is(at + 1, Traits::CUE | Traits::AUXILIARY);
        let stands_alone =
            !self.tokens.is_joined(at, at + 1) || self.tokens.is(at + 1, Traits::PREPOSITION);
        (is_subject || stands_alone && self.follows_said(at))
            && STAND_INS.contains(&self.tokens.word(at).to_lowercase().as_str())
    }

    /// A share of many, where it says something: *21 percent said*, *about four in 10 say*.
    pub(super) fn share(&self, at: usize, token: &Token) -> Option<Mention> {
        let is_amount = |at| self.tokens.get(at).is_some_and(Token::is_amount);
        let is_date = |before: &Token| before.is(Traits::CALENDAR);
        if !token.is_amount() || self.tokens.before(at).is_some_and(is_date) {
            return None;
        }
        let end = match self.tokens.word(at + 1) {
            "percent" => at + 2,
            "per" => at + 3,
            "in" | "of" | "out" if is_amount(at + 2) => at + 3,
            _ => at + 1,
        };
        let speaks = self.tokens.is_joined(at, end) && self.tokens.is(end, Traits::CUE);
        (speaks && token.is_word()).then(|| self.mention(at..end, Sort::People, None))
    }

    /// Whether a quote and a verb of speech stand right before `at`: *“…,” said*.
    fn follows_said(&self, at: usize) -> bool {
        let is_quote = |at: Option<usize>| at.is_some_and(|at| self.tokens.is_stretch(at));
        let verb = at
            .checked_sub(1)
            .filter(|&verb| self.tokens.is(verb, Traits::SAY) && self.tokens.is_joined(verb, at));
        verb.is_some_and(|verb| {
            is_quote(verb.checked_sub(1))
                || is_quote(verb.checked_sub(2)) && !self.tokens.is(verb - 1, Traits::FUNCTION)
        })
    }

    /// A phrase that no list knows, where only a speaker can stand: *“…,” said the beekeeper* or *the beekeeper said*.
    pub(super) fn unknown(&self, at: usize, token: &Token, next: usize) -> Option<Mention> {
        const LONGEST: usize = 7;
        const BORDER: Traits = Traits::FUNCTION.union(Traits::CUE);
        if !token.is(Traits::DETERMINER) {
            return None;
        }
        let goes_on = |&end: &usize| {
            self.tokens.is_joined(end - 1, end)
                && (!self.tokens.is(end, BORDER) || self.tokens.is(end, Traits::MODIFIER))
                && !self.tokens.has(end - 1, Shape::POSSESSIVE)
        };
        let words = (at + 1..at + LONGEST).take_while(goes_on).count();
        let end = at + 1 + words;
        let speaks = self.tokens.is_joined(at, end) && self.only_says(end)
            || self.follows_said(at)
            || self.follows_according(at);
        let has_head = |tokens: &[Token]| tokens.iter().any(|token| token.is(phrase::HEADS));
        let name = self.names.get(next).filter(|name| name.run.start < end);
        let is_known = name.is_some() || has_head(self.tokens.slice(at + 1..end));
        (words > 0 && speaks && !is_known).then(|| self.mention(at..end, Sort::Role, None))
    }

    fn follows_according(&self, at: usize) -> bool {
        at > 1
            && self.tokens.word(at - 1) == "to"
            && self.tokens.word(at - 2).eq_ignore_ascii_case("according")
    }

    /// Whether the word at `at` is a verb of speech and can be nothing else, as *text* and *prepared* can.
    fn only_says(&self, at: usize) -> bool {
        const NOUNS: Traits = phrase::HEADS.union(Traits::NOUN);
        let is_past_or_present = matches!(self.tokens.word(at), "said" | "says" | "told" | "wrote")
            || self.tokens.word(at).ends_with("ed") && self.tokens.is(at + 1, Traits::FUNCTION);
        self.tokens.is(at, Traits::SAY) && !self.tokens.is(at, NOUNS) && is_past_or_present
    }
}
