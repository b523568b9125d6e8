//! What is kept of an article from one session to the next.
//!
//! Several sessions may read one article at once. So each says what it has changed, and that is done to what is kept by then: what another one
//! has kept meanwhile stays.

use std::collections::{BTreeMap, BTreeSet};

use super::App;
use crate::article::anchor::Anchor;
use crate::doc::block::BlockId;

/// What is kept of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The top of the screen, unless that was the top of the article.
    pub top: Option<Anchor>,
    /// The bookmarks.
    pub bookmarks: BTreeMap<char, Anchor>,
    /// Rows of the list that are hidden: the letter of each, and where its words begin.
    pub hidden: BTreeSet<(char, Anchor)>,
}

/// How long something is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Memory {
    /// For later sessions.
    #[default]
    Lasting,
    /// For this one: nothing is to be written, or nothing can be.
    Session,
}

/// What a session has changed of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What the session knew to be kept.
    pub before: Kept,
    /// What it wants to be kept.
    pub after: Kept,
}

impl Kept {
    /// What is to be kept of the article on the desk, of which this was kept before.
    pub(super) fn of(app: &App, before: &Self) -> Self {
        let document = &app.article.document;
        let is_still = app.kept_at == Some(app.view.top);
        Self {
            top: if is_still {
                before.top.clone()
            } else {
                top(app)
            },
            bookmarks: app.bookmarks.anchors(document),
            hidden: app.list.hidden.anchors(document),
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.top.is_none() && self.bookmarks.is_empty() && self.hidden.is_empty()
    }
}

/// The top of the screen, unless that is the top of the article.
fn top(app: &App) -> Option<Anchor> {
    let document = &app.article.document;
    let top = app.view.top;
    let is_paragraph = |&id: &BlockId| app.article.outline.paragraph(id).is_some();
    let first = document.ids().find(is_paragraph)?;
    (top > app.article.place(first)).then(|| Anchor::of(document, top.at))
}

impl Change {
    /// What is kept after it, when this is kept before it.
    pub fn made_to(self, there: Kept) -> Kept {
        let Self { before, after } = self;
        let is_taken = |letter: &char| {
            before.bookmarks.contains_key(letter) && !after.bookmarks.contains_key(letter)
        };
        let mut bookmarks = there.bookmarks;
        bookmarks.retain(|letter, _| !is_taken(letter));
        let is_new = |letter: &char, at: &Anchor| before.bookmarks.get(letter) != Some(at);
        let set = after
            .bookmarks
            .iter()
            .filter(|(letter, at)| is_new(letter, at));
        bookmarks.extend(set.map(|(&letter, at)| (letter, at.clone())));
        let listed = &before.hidden - &after.hidden;
        let hidden = &after.hidden - &before.hidden;
        Kept {
            top: if after.top == before.top {
                there.top
            } else {
                after.top
            },
            bookmarks,
            hidden: &(&there.hidden - &listed) | &hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(at: u32) -> Anchor {
        Anchor {
            at,
            ..Anchor::default()
        }
    }

    /// `9 a1 b2 x3`: the top, bookmarks, and hidden rows.
    fn kept(written: &str) -> Kept {
        let mut kept = Kept::default();
        for word in written.split_whitespace() {
            let (letter, at) = word.split_at(word.len() - 1);
            let at = anchor(at.parse().unwrap());
            match letter.chars().next() {
                None => kept.top = Some(at),
                Some('x') => _ = kept.hidden.insert(('Q', at)),
                Some(letter) => _ = kept.bookmarks.insert(letter, at),
            }
        }
        kept
    }

    #[track_caller]
    fn check([before, after]: [&str; 2], there: &str, expected: &str) {
        let change = Change {
            before: kept(before),
            after: kept(after),
        };
        assert_eq!(change.made_to(kept(there)), kept(expected));
    }

    #[test]
    fn what_others_have_kept_meanwhile_stays() {
        check(["", "9 r1"], "q2 x3", "9 r1 q2 x3");
        check(["5", "5 r1"], "8", "8 r1");
        check(["5", ""], "8 q2", "q2");
        check(["a1 x1", "a1 x1"], "", "");
        check(["a1 b2 x1 x2", "b3 x2 x4"], "a1 b2 c5 x1 x3", "b3 c5 x3 x4");
        check(["a1", "a1"], "a2", "a2");
        check(["a1", "a3"], "a2", "a3");
    }
}
