//! The state of a search: what was looked for, and which hit the reader is at.

use super::direction::Direction;
use super::view::View;
use crate::search::manner::Manner;
use crate::search::{Hit, Query, Search, Unusable};

/// Searches that are remembered.
pub const REMEMBERED: usize = 100;

/// A search as the reader has it.
#[derive(Clone, Debug)]
pub struct Find {
    /// What was typed.
    pub typed: String,
    /// How it is taken.
    pub manner: Manner,
    /// What is wrong with what is typed now; meanwhile the hits are those of what was typed before.
    pub wrong: Option<String>,
    /// Where the eyes were before; `Esc` in the prompt returns there.
    pub origin: View,
    /// The hit that the reader is at.
    pub current: Option<Hit>,
    /// Which way it goes.
    pub direction: Direction,
    /// Whether the first hit has still to be gone to.
    pub is_waiting: bool,
    search: Option<Search>,
}

impl Find {
    /// A search that has not been typed yet.
    pub fn new(origin: View, manner: Manner, direction: Direction) -> Self {
        Self {
            typed: String::new(),
            manner,
            wrong: None,
            origin,
            current: None,
            direction,
            is_waiting: false,
            search: None,
        }
    }

    /// Looks for what is typed now, from where the reader was.
    pub fn look_for(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        self.wrong = None;
        let search = match Query::new(typed, self.manner) {
            Ok(query) => Some(Search::new(query, self.origin.top.block)),
            Err(Unusable::Nothing) => None,
            Err(Unusable::Wrong(what)) => {
                self.wrong = Some(what);
                return;
            }
        };
        self.is_waiting = search.is_some();
        self.search = search;
        self.current = None;
    }

    /// The search behind it, while something is typed.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// The same, to go on with.
    pub fn search_mut(&mut self) -> Option<&mut Search> {
        self.search.as_mut()
    }

    /// The first hit from where the eyes were, as soon as it is known. Backwards that is when all there is has been searched, which
    /// begins at the eyes and goes round.
    pub fn first(&self) -> Option<Hit> {
        let search = self.search.as_ref()?;
        let here = search.index_at(self.origin.top.at);
        if self.direction == Direction::Down {
            return search
                .hit(here)
                .or_else(|| search.hit(0).filter(|_| search.is_complete()));
        }
        let last = || search.len().checked_sub(1).filter(|_| search.is_complete());
        let before = here
            .checked_sub(1)
            .or_else(last)
            .filter(|_| search.is_done());
        search.hit(before?)
    }

    /// Whether there is something left to search.
    pub fn has_work(&self) -> bool {
        self.search.as_ref().is_some_and(|search| !search.is_done())
    }

    /// What is told of it: in which manner, and what is wrong or which hit this is.
    pub fn standing(&self) -> String {
        let told = [self.manner.to_string(), self.outcome()];
        let told = told.into_iter().filter(|it| !it.is_empty());
        told.collect::<Vec<_>>().join(" · ")
    }

    /// What is wrong, or else which hit this is.
    pub fn outcome(&self) -> String {
        self.wrong.clone().unwrap_or_else(|| self.position())
    }

    /// `3/14`, with `…` while more may come and `+` when there are more than are counted.
    pub fn position(&self) -> String {
        let Some(search) = &self.search else {
            return String::new();
        };
        let more = match search {
            search if search.is_full() => "+",
            search if search.is_complete() => "",
            _ => "…",
        };
        match self.current {
            _ if search.is_empty() && search.is_complete() => "no match".to_owned(),
            Some(hit) => format!(
                "{}/{}{more}",
                search.index_at(hit.span.start) + 1,
                search.len()
            ),
            None => format!("{} found{more}", search.len()),
        }
    }
}
