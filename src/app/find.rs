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
    /// Whether the first hit has still to be gone to.
    pub is_waiting: bool,
    search: Option<Search>,
}

impl Find {
    /// A search that has not been typed yet.
    pub fn new(origin: View) -> Self {
        Self {
            typed: String::new(),
            origin,
            current: None,
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
