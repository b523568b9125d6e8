//! The ways on from keys that wait for more: what may be typed next, and what that does.

use super::bookmark::Bookmarking;
use super::{App, Mode};
use crate::action::actions;

/// Keys that may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The keys.
    pub keys: String,
    /// What they do, in a word or two.
    pub label: String,
    /// The same, at length.
    pub doc: String,
}

/// What may follow the beginning of a chord, or of a bookmark; nothing where no key waits.
pub fn ways(app: &App) -> Vec<Way> {
    match app.mode {
        Mode::Bookmark(Bookmarking::Set | Bookmarking::GoTo) => bookmarks(app),
        _ if app.pending.keys.is_empty() => Vec::new(),
        _ => chords(app),
    }
}

/// The rest of all chords that begin with what was typed, in the order of help.
fn chords(app: &App) -> Vec<Way> {
    let typed = &app.pending.keys;
    let ways = actions().filter_map(|entry| {
        let rests = app.keymap.rests(typed, entry.action, app.scope());
        let keys = rests.collect::<Vec<_>>().join(" ");
        (!keys.is_empty()).then(|| Way {
            keys,
            label: entry.label.to_owned(),
            doc: entry.doc.to_owned(),
        })
    });
    ways.collect()
}

/// The bookmarks that are set, with where they lead.
fn bookmarks(app: &App) -> Vec<Way> {
    let article = &app.article;
    let ways = app.bookmarks.places(&article.document);
    let ways = ways.map(|(letter, at)| {
        let block = at.map(|at| article.document.block_at(at));
        let section = block.map(|it| article.outline.section_of(it));
        let title = section.map_or("", |it| article.outline.title(it));
        let label = block.map_or("gone".to_owned(), |it| {
            article.outline.location(it).to_string()
        });
        let is_said = label.starts_with(title);
        Way {
            keys: letter.to_string(),
            label,
            doc: if is_said { "" } else { title }.to_owned(),
        }
    });
    ways.collect()
}
