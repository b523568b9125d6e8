//! Rows that the reader has hidden for good, because they are wrong.
//!
//! What is hidden is told by its sort and the place where its words begin, so it is hidden whatever else is found, and found again in
//! later sessions by the words there.

use std::collections::BTreeSet;

use crate::app::article::Article;
use crate::app::findings::{Item, ItemId};
use crate::article::anchor::Anchor;
use crate::article::changes::ties::Ties;
use crate::doc::Document;

/// Rows that are kept hidden at the most.
pub const MOST: usize = 1000;

/// A row: the byte where its words begin, and the letter of its sort.
type Row = (u32, char);

/// The rows of an article that are hidden.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    rows: BTreeSet<Row>,
    /// Those that were hidden in this session and can be brought back one after the other, the latest last.
    latest: Vec<Row>,
    /// Those of earlier sessions whose words have not been found yet.
    sought: Vec<(char, Anchor)>,
    /// Whether they are listed all the same.
    pub are_listed: bool,
}

impl Hidden {
    /// Whether an item is one of them.
    pub fn has(&self, item: &Item) -> bool {
        !self.rows.is_empty() && self.rows.contains(&row(item))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Hides an item, or brings it back. Whether it is hidden now.
    pub fn toggle(&mut self, item: &Item) -> bool {
        let row = row(item);
        self.latest.retain(|it| *it != row);
        if self.rows.remove(&row) {
            return false;
        }
        self.rows.insert(row);
        self.latest.push(row);
        true
    }

    /// How many of them can be brought back one after the other.
    pub fn latest(&self) -> usize {
        self.latest.len()
    }

    /// Brings the one that was hidden last back; its index, where it is an item.
    pub fn undo(&mut self, article: &Article) -> Option<usize> {
        let row = self.latest.pop()?;
        self.rows.remove(&row);
        index(article, row)
    }

    /// The items that they are.
    pub fn items(&self, article: &Article) -> impl Iterator<Item = usize> {
        self.rows.iter().filter_map(|&row| index(article, row))
    }

    /// Takes those of earlier sessions.
    pub fn remember(&mut self, kept: BTreeSet<(char, Anchor)>, document: &Document) {
        self.sought = kept.into_iter().collect();
        self.seek(document);
    }

    /// Looks for those of earlier sessions in what has been read by now.
    pub fn seek(&mut self, document: &Document) {
        let rows = &mut self.rows;
        self.sought.retain(|(letter, anchor)| {
            let found = anchor.find(document);
            rows.extend(found.map(|at| (at, *letter)));
            found.is_none()
        });
    }

    /// All of them, to be kept.
    pub fn anchors(&self, document: &Document) -> BTreeSet<(char, Anchor)> {
        let rows = self.rows.iter();
        let rows = rows.map(|&(at, letter)| (letter, Anchor::of(document, at)));
        rows.chain(self.sought.iter().cloned()).take(MOST).collect()
    }

    /// The same in a new version of the text.
    pub(super) fn follow(&mut self, ties: &Ties) {
        let follow = |(at, letter): Row| (ties.follow(at), letter);
        self.rows = self.rows.iter().copied().map(follow).collect();
        self.latest = self.latest.iter().copied().map(follow).collect();
    }
}

fn row(item: &Item) -> Row {
    let letter = match item.id {
        ItemId::Quote(_) => 'Q',
        ItemId::Speech(_) => 'T',
        ItemId::Guarantee(_) => 'G',
    };
    (item.span.start, letter)
}

fn index(article: &Article, wanted: Row) -> Option<usize> {
    let items = article.items();
    let first = items.partition_point(|item| item.span.start < wanted.0);
    let mut there = (first..items.len()).take_while(|&at| items[at].span.start == wanted.0);
    there.find(|&at| row(&items[at]) == wanted)
}
