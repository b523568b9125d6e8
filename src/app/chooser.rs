//! The chooser: the articles on the shelf as a list with a filter.

use std::cmp::Reverse;
use std::ops::Range;

use super::area::Size;
use super::prompt::Prompt;
use super::shelf::{Shelf, Volume};
use crate::text::fuzzy;

/// The state of the chooser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chooser {
    /// What articles must fit.
    pub filter: String,
    /// What is typed for that, while it is.
    pub prompt: Option<Prompt>,
    /// The articles that it leaves, by their index on the shelf, the best first.
    pub fitting: Vec<usize>,
    /// Which of them the cursor is on.
    pub cursor: usize,
    /// The first of them on screen.
    top: usize,
}

impl Chooser {
    /// A chooser of all articles, with the cursor on one of them.
    pub fn new(shelf: &Shelf, index: usize) -> Self {
        let mut chooser = Self::default();
        chooser.sift(shelf, "");
        chooser.cursor = index;
        chooser
    }

    /// Leaves the articles whose title or name what is typed fits. Linear in articles.
    pub fn sift(&mut self, articles: &Shelf, typed: &str) {
        typed.clone_into(&mut self.filter);
        let volumes = articles.volumes().iter().enumerate();
        let mut fitting: Vec<_> = volumes
            .filter_map(|(at, volume)| Some((Reverse(fuzzy::score(typed, &label(volume))?), at)))
            .collect();
        fitting.sort_unstable();
        self.fitting = fitting.into_iter().map(|(_, at)| at).collect();
        self.cursor = 0;
    }

    /// Moves the cursor.
    pub fn step(&mut self, rows: isize) {
        let last = self.fitting.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(rows).min(last);
    }

    /// The article under the cursor.
    pub fn chosen(&self) -> Option<usize> {
        self.fitting.get(self.cursor).copied()
    }

    /// Scrolls as far as it must to have the cursor on a screen of this size.
    pub fn scroll(&mut self, size: Size) {
        let room = room(size);
        let lowest = self.fitting.len().saturating_sub(room);
        self.top = self.top.min(self.cursor).min(lowest);
        self.top = self.top.max((self.cursor + 1).saturating_sub(room));
    }

    /// Which of the articles that fit are on a screen of this size.
    pub fn on_screen(&self, size: Size) -> Range<usize> {
        let end = self.top + room(size);
        self.top..end.min(self.fitting.len())
    }
}

/// What the filter looks at.
fn label(volume: &Volume) -> String {
    let name = volume.origin.name();
    volume
        .title()
        .map_or_else(|| name.clone(), |title| format!("{title} {name}"))
}

/// The rows above the list: a heading and a rule.
pub fn rows_above(size: Size) -> u16 {
    match size.height {
        12.. => 2,
        4.. => 1,
        _ => 0,
    }
}

/// The rows below it: the filter and the keys.
pub fn rows_below(size: Size) -> u16 {
    match size.height {
        16.. => 2,
        2.. => 1,
        _ => 0,
    }
}

/// How many articles there is room for.
pub fn room(size: Size) -> usize {
    let taken = rows_above(size) + rows_below(size);
    usize::from(size.height.saturating_sub(taken)).max(1)
}
