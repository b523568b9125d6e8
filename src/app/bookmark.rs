//! Bookmarks: places with a letter.

use std::collections::{BTreeMap, BTreeSet};

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

/// The keys that matter while a letter is waited for, and what they do.
pub fn keys(purpose: Bookmarking) -> &'static [(&'static str, &'static str)] {
    match purpose {
        Bookmarking::Set => &[("a-z 0-9", "set it here"), ("Esc", "cancel")],
        Bookmarking::GoTo => &[
            ("a-z 0-9", "go there"),
            ("'", "back before a jump"),
            ("Esc", "cancel"),
        ],
    }
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

    /// Their letters, in order, with the bytes where they stand; nowhere, where the words around them are gone.
    pub fn places<'a>(
        &'a self,
        document: &'a Document,
    ) -> impl Iterator<Item = (char, Option<u32>)> + 'a {
        let letters: BTreeSet<char> = self.set.keys().chain(self.kept.keys()).copied().collect();
        letters.into_iter().map(|letter| {
            let set = self.get(letter).map(View::at);
            let kept = || self.kept(letter)?.find(document);
            (letter, set.or_else(kept))
        })
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
        let set = set.map(|(&letter, view)| (letter, Anchor::of(document, view.at())));
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
