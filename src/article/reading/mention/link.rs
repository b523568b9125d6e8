//! Links: how a mention hangs together with what stands before it, which decides whether it can be the one who speaks.

use std::ops::Range;

use super::{Finder, Sort};
use crate::article::reading::lexicon::Traits;
use crate::article::reading::token::Shape;

/// How a mention hangs together with what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// It can be a subject.
    Free,
    /// It hangs on a preposition: *a friend of Ann Lee*.
    Governed,
    /// After *by*: the one who did it.
    Agent,
    /// After *according to*.
    According,
    /// It is in the possessive: *Lee’s*.
    Possessive,
    /// After *told*: the one who listens.
    Addressed,
    /// It only adds where or when: *(R-Ohio)*, *Ames, Iowa*, *KYIV, May 1 —*.
    Aside,
}

/// Prepositions that are conjunctions as well: what follows them can be a subject.
const CLAUSES: &[&str] = &[
    "as", "As", "after", "After", "before", "Before", "since", "Since", "until", "Until", "than",
];

impl Finder<'_> {
    /// The link of the mention that `tokens` are.
    pub(super) fn link(&self, tokens: &Range<usize>, sort: Sort) -> Link {
        if tokens.start < self.dateline || self.is_aside(tokens) {
            return Link::Aside;
        }
        if self.tokens.has(tokens.end - 1, Shape::POSSESSIVE) {
            return Link::Possessive;
        }
        let Some(before) = self.word_before(tokens.start) else {
            return Link::Free;
        };
        let is_inverted = before
            .checked_sub(1)
            .is_some_and(|at| self.tokens.is_stretch(at));
        match self.tokens.word(before) {
            "by" => Link::Agent,
            "to" if before > 0
                && self
                    .tokens
                    .word(before - 1)
                    .eq_ignore_ascii_case("according") =>
            {
                Link::According
            }
            "asked" | "asks" | "asking" | "warned" | "urged" if !is_inverted => Link::Addressed,
            _ if self.tokens.is(before, Traits::TELL) => Link::Addressed,
            word if CLAUSES.contains(&word) && matches!(sort, Sort::Name | Sort::Pronoun(_)) => {
                Link::Free
            }
            "as" | "As" if sort == Sort::Role && self.acts(tokens) => Link::Free,
            _ if self.tokens.is(before, Traits::PREPOSITION) => Link::Governed,
            _ => Link::Free,
        }
    }

    /// The word before `start`, articles left out.
    fn word_before(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while at > 0 && self.tokens.is_joined(at - 1, at) {
            at -= 1;
            if !self.tokens.is(at, Traits::DETERMINER) {
                return Some(at);
            }
        }
        None
    }

    /// Whether somebody with an article or an owner does something at once: *as my father used to say*, but *as mayor* and *as a mayor, he*.
    fn acts(&self, tokens: &Range<usize>) -> bool {
        const VERB: Traits = Traits::CUE.union(Traits::AUXILIARY).union(Traits::ADVERB);
        let next = tokens.end;
        let is_article = matches!(self.tokens.word(tokens.start), "a" | "an");
        let is_determined = self.tokens.is(tokens.start, Traits::DETERMINER) && !is_article;
        let does = self.tokens.is(next, VERB)
            || matches!(self.tokens.word(next), "used" | "likes" | "liked");
        is_determined && self.tokens.is_joined(next - 1, next) && does
    }

    /// Whether a verb of speech or a relative goes on with what ends at `end`: *(Lee said so)*, *(Lee, who …)*.
    fn opens_clause(&self, end: usize) -> bool {
        let next = end + usize::from(self.tokens.is_mark(end, ','));
        self.tokens.is_together(end - 1, next)
            && (self.tokens.is(next, Traits::SAY) || self.tokens.word(next) == "who")
    }

    /// In brackets that hold no clause, or a place behind another: *Ames, Iowa*.
    fn is_aside(&self, tokens: &Range<usize>) -> bool {
        let Some(mark) = tokens.start.checked_sub(1) else {
            return false;
        };
        let is_place = self.tokens.is(tokens.start, Traits::PLACE)
            && tokens.len() <= 2
            && !self.tokens.has(tokens.start, Shape::POSSESSIVE); // China’s president
        self.tokens.is_mark(mark, '(') && !self.opens_clause(tokens.end)
            || is_place && self.tokens.is_mark(mark, ',') && self.is_apposed(tokens.start)
    }
}
