//! Help, made of the live keymap: how far it has been read, and what is looked for in it.

mod notes;
mod rows;

pub use notes::MEASURED;
pub use rows::{HelpRole, HelpRow, lines_of, rows};

use std::ops::Range;

use super::App;
use super::direction::Direction;
use super::prompt::Prompt;
use crate::text::fold::{Case, Folded};

/// Cells before everything.
pub const MARGIN: u16 = 2;

/// Help while it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The first row on screen.
    pub top: usize,
    /// What is looked for, while it is being typed.
    pub prompt: Option<Prompt>,
    /// What is looked for.
    pub sought: Option<Sought>,
}

/// What is looked for in help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// What was typed.
    pub typed: String,
    /// Which way it is looked for.
    pub direction: Direction,
    /// The row that has been gone to.
    pub at: Option<usize>,
    /// Where help was before.
    pub origin: usize,
}

impl Sought {
    /// The rows that have it.
    pub fn hits(&self, rows: &[HelpRow]) -> Vec<usize> {
        let has = |row: &HelpRow| {
            let parts = [&row.keys, &row.text];
            parts.iter().any(|part| !self.ranges(part).is_empty())
        };
        let numbered = rows.iter().enumerate();
        numbered
            .filter(|(_, row)| has(row))
            .map(|(at, _)| at)
            .collect()
    }

    /// Where it stands in a text. A capital in it means that capitals matter.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let case = Case::of(&self.typed);
        let typed = Folded::new(&self.typed, case);
        let folded = Folded::new(text, case);
        if typed.as_str().is_empty() {
            return Vec::new();
        }
        let found = folded.as_str().match_indices(typed.as_str());
        let range = |(at, found): (usize, &str)| folded.original(text, at..at + found.len());
        found.map(range).collect()
    }

    /// `2/5`, or `no match`.
    pub fn standing(&self, rows: &[HelpRow]) -> String {
        let hits = self.hits(rows);
        let at = self.at.and_then(|at| hits.iter().position(|&it| it == at));
        match at {
            Some(at) => format!("{}/{}", at + 1, hits.len()),
            None if self.typed.is_empty() => String::new(),
            None => "no match".to_owned(),
        }
    }
}

/// How many rows of help are on screen.
pub fn room(app: &App) -> usize {
    usize::from(app.size.height).saturating_sub(2).max(1)
}

/// How far help can be scrolled down, in rows.
pub fn lowest_top(app: &App) -> usize {
    rows(app).len().saturating_sub(room(app))
}
