//! Titles: where in a run of capitalised words the title ends and the name begins.

use std::ops::Range;

use super::super::lexicon::Traits;
use super::super::token::Shape;
use super::{Finder, Name};

impl Finder<'_> {
    /// Parts a run into title and name. A word that can only stand before a name is none by itself.
    pub(super) fn parted(&self, run: Range<usize>) -> Option<Name> {
        let is_modifier = |at: usize| {
            self.is(at, Traits::MODIFIER)
                && !self.is(
                    at,
                    Traits::ROLE | Traits::GIVEN | Traits::BODY | Traits::DEMONYM | Traits::GROUP,
                )
        };
        let is_letter = run.len() == 1 && self.tokens.word(run.start).len() == 1; // Q: and A: of an interview
        let is_seat = run.len() == 1 && is_seat(self.tokens.word(run.start));
        if is_letter || is_seat || run.clone().all(is_modifier) {
            return None;
        }
        let start = if self.is_origin(&run) {
            run.end
        } else {
            self.name_start(&run)
        };
        let proper = start..run.end;
        Some(Name { run, proper })
    }

    /// Whether a run only says where somebody comes from or belongs to: an *Ohio Republican*. Without an article it can be a surname.
    fn is_origin(&self, run: &Range<usize>) -> bool {
        const MODIFIERS: usize = 3;
        const ARTICLES: &[&str] = &["a", "an", "the", "one", "another", "this", "each", "every"];
        let last = run.end - 1;
        let leads_on = |&at: &usize| {
            self.tokens.is_joined(at, run.start)
                && (self.is(at, Traits::MODIFIER) || self.tokens.has(at, Shape::NUMBER))
                && !self.is(at, Traits::DETERMINER)
        };
        let before = (0..run.start).rev();
        let modifiers = before.clone().take(MODIFIERS).take_while(leads_on).count();
        let article = before.clone().nth(modifiers);
        self.is(last, Traits::DEMONYM)
            && !self.is(last, Traits::GIVEN)
            && article.is_some_and(|at| {
                let word = self.tokens.word(at).to_ascii_lowercase();
                ARTICLES.contains(&word.as_str()) && self.tokens.is_joined(at, run.start)
            })
    }

    /// Where the name proper begins.
    fn name_start(&self, run: &Range<usize>) -> usize {
        const OFFICE: Traits = Traits::TITLE.union(Traits::ROLE).union(Traits::PLURAL);
        if self.is_body_of(run) || self.is_body_of_people(run) {
            return run.start;
        }
        let is_office = |&at: &usize| {
            self.is(at, OFFICE) && !(at == run.start && self.is_given_name(at, run.end))
        };
        let Some(office) = run.clone().rev().find(is_office) else {
            return self.after_origin(run);
        };
        let after = office + 1;
        if after == run.end {
            let is_surname = run.len() == 2
                && self.is(run.start, Traits::GIVEN)
                && !self.is(run.start, Traits::MODIFIER);
            return if is_surname { run.start } else { run.end };
        }
        if !matches!(self.tokens.word(after), "of" | "for") {
            return after;
        }
        let given = (after + 2..run.end).find(|&at| self.is(at, Traits::GIVEN) && at + 1 < run.end);
        given.unwrap_or(if run.end - after >= 4 {
            run.end - 2
        } else {
            run.end
        })
    }

    /// Whether a run is the name of a body with *of* or *for* in it: *Department of Justice*.
    fn is_body_of(&self, run: &Range<usize>) -> bool {
        let is_small = |&at: &usize| self.has_small_word(at..at + 1);
        let small = run.clone().find(is_small);
        small.is_some_and(|at| {
            at > run.start && self.is(at - 1, Traits::BODY) && !self.is(at - 1, Traits::ROLE)
        })
    }

    /// Whether it is a body that has words for people in its name: *California Teachers Association*, *Kent General Hospital*.
    fn is_body_of_people(&self, run: &Range<usize>) -> bool {
        const PEOPLE: Traits = Traits::TITLE.union(Traits::ROLE).union(Traits::PLURAL);
        let is_body = |at: usize| self.is(at, Traits::BODY) && !self.is(at, Traits::GIVEN);
        let last = run.clone().rev().find(|&at| self.is(at, PEOPLE));
        last.is_some_and(|last| {
            let rest = last + 1..run.end;
            let is_plural = self.is(last, Traits::PLURAL) && !self.is(last + 1, Traits::GIVEN);
            let is_named = is_plural && rest.clone().last().is_some_and(is_body);
            !rest.is_empty() && (is_named || rest.clone().all(is_body))
        })
    }

    /// Whether a word that may be an office is rather a given name: *Dean Baker*.
    fn is_given_name(&self, at: usize, end: usize) -> bool {
        self.is(at, Traits::GIVEN) && !self.is(at, Traits::TITLE) && at + 1 < end
    }

    /// Leaves out what stands before a name: *Republican* Ann Lee, *former* AG Lee.
    fn after_origin(&self, run: &Range<usize>) -> usize {
        let is_origin = |&at: &usize| {
            self.is(at, Traits::DEMONYM | Traits::MODIFIER | Traits::PLACE)
                && !self.is(at, Traits::GIVEN)
        };
        let start = run
            .clone()
            .take_while(is_origin)
            .last()
            .map_or(run.start, |at| at + 1);
        let has_name = start + 1 < run.end && self.is(start, Traits::GIVEN);
        if has_name {
            return start;
        }
        let is_former = matches!(
            self.tokens.word(run.start),
            "Former" | "Ex" | "Late" | "Longtime" | "Veteran"
        );
        run.start + usize::from(is_former && run.len() > 1)
    }
}

/// Whether a word is a party and a state, as in brackets behind a name: *D-Ohio*, *R-N.Y.*
fn is_seat(word: &str) -> bool {
    let seat = word
        .split_once('-')
        .filter(|(party, _)| matches!(*party, "D" | "R" | "I"));
    seat.is_some_and(|(_, state)| state.starts_with(char::is_uppercase))
}
