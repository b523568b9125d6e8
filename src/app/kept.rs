//! What is kept of an article from one session to the next.

use std::collections::BTreeMap;

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
    pub hidden: Vec<(char, Anchor)>,
}

impl Kept {
    /// What is to be kept of the article on the desk.
    pub(super) fn of(app: &App) -> Self {
        let document = &app.article.document;
        let top = app.view.top;
        let is_paragraph = |&id: &BlockId| app.article.outline.paragraph(id).is_some();
        let first = document.ids().find(is_paragraph);
        let is_moved = first.is_some_and(|first| top > app.article.place(first));
        Self {
            top: is_moved.then(|| Anchor::of(document, top.at)),
            bookmarks: app.bookmarks.anchors(document),
            hidden: app.list.hidden.anchors(document),
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.top.is_none() && self.bookmarks.is_empty() && self.hidden.is_empty()
    }
}
