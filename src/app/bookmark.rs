//! Bookmarks: places with a letter.

use std::collections::BTreeMap;

use super::view::View;
use crate::article::anchor::Anchor;
use crate::doc::Document;

/// What the next letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bookmarking {
    /// A bookmark here.
    Set,
    /// To a bookmark.
    GoTo,
}

/// The bookmarks of an article.
#[derive(Clone, Debug, Default)]
pub struct Bookmarks {
    /// Those of this session.
    set: BTreeMap<char, View>,
    /// Those of earlier ones, which are looked for when they are gone to.
    kept: BTreeMap<char, Anchor>,
}

impl Bookmarks {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty() && self.kept.is_empty()
    }

    /// Their letters, in order, with spaces between them.
    pub fn letters(&self) -> String {
        let mut letters: Vec<_> = self.set.keys().chain(self.kept.keys()).collect();
        letters.sort_unstable();
        letters.dedup();
        let written: Vec<_> = letters.into_iter().map(char::to_string).collect();
        written.join(" ")
    }

    /// Sets one, over another of the same letter.
    pub fn set(&mut self, letter: char, view: View) {
        self.kept.remove(&letter);
        self.set.insert(letter, view);
    }

    /// One of this session.
    pub fn get(&self, letter: char) -> Option<&View> {
        self.set.get(&letter)
    }

    /// One of an earlier session.
    pub fn kept(&self, letter: char) -> Option<&Anchor> {
        self.kept.get(&letter)
    }

    /// Takes those of earlier sessions.
    pub fn remember(&mut self, kept: BTreeMap<char, Anchor>) {
        self.kept = kept;
    }

    /// All of them, to be kept.
    pub fn anchors(&self, document: &Document) -> BTreeMap<char, Anchor> {
        let set = self.set.iter();
        let set = set.map(|(&letter, view)| (letter, Anchor::of(document, view.top.at)));
        let mut all = self.kept.clone();
        all.extend(set);
        all
    }

    /// Changes all places that were set.
    pub fn change(&mut self, again: impl Fn(&View) -> View) {
        for view in self.set.values_mut() {
            *view = again(view);
        }
    }
}
