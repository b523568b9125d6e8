//! The state of a search: what was looked for, and which hit the reader is at.

use super::view::View;
use crate::search::{Hit, Query, Search};

/// A search as the reader has it.
#[derive(Clone, Debug)]
pub struct Find {
    /// What was typed.
    pub typed: String,
    /// Where the eyes were before; `Esc` in the prompt returns there.
    pub origin: View,
    /// The hit that the reader is at.
    pub current: Option<Hit>,
    /// Whether it goes towards the beginning.
    pub is_backwards: bool,
    /// Whether the first hit has still to be gone to.
    pub is_waiting: bool,
    search: Option<Search>,
}

impl Find {
    /// A search that has not been typed yet.
    pub fn new(origin: View, is_backwards: bool) -> Self {
        Self {
            typed: String::new(),
            origin,
            current: None,
            is_backwards,
            is_waiting: false,
            search: None,
        }
    }

    /// Looks for what is typed now, from where the reader was.
    pub fn look_for(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        self.current = None;
        self.search = Query::new(typed).map(|query| Search::new(query, self.origin.top.block));
        self.is_waiting = self.search.is_some();
    }

    /// The search behind it, while something is typed.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// The same, to go on with.
    pub fn search_mut(&mut self) -> Option<&mut Search> {
        self.search.as_mut()
    }

    /// The sign that it is asked for with.
    pub fn sign(&self) -> &'static str {
        if self.is_backwards { "?" } else { "/" }
    }

    /// The first hit from where the eyes were, as soon as it is known. Backwards that is when all there is has been searched, which
    /// begins at the eyes and goes round.
    pub fn first(&self) -> Option<Hit> {
        let search = self.search.as_ref()?;
        let here = search.index_at(self.origin.top.at);
        if !self.is_backwards {
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
