//! Hiding wrong rows of the list for good, and bringing them back.

use super::{bookmark, list};
use crate::action::Action;
use crate::app::list::Entry;
use crate::app::{App, page};

/// Hides the row under the cursor for good, or lists it again.
pub(super) fn hide(app: &mut App) {
    let entry = page::cursor(app);
    let (Entry::Item(index)
    | Entry::Repeat { item: index, .. }
    | Entry::Reference { item: index, .. }) = entry
    else {
        app.notice = Some("only quotes, turns and guarantees can be hidden".to_owned());
        return;
    };
    let next = beside(app, index);
    let Some(item) = app.article.items().get(index) else {
        return;
    };
    let places = item.repeats.len() + 1;
    let is_hidden = app.list.hidden.toggle(item);
    let key = app.keymap.keys(Action::BringBack, app.scope()).next();
    let back = key.map_or_else(String::new, |key| format!(" · {key} brings it back"));
    let told = match (is_hidden, app.keeps()) {
        (true, true) => "hidden",
        (true, false) => "hidden for this session",
        (false, _) => "listed again",
    };
    let where_to = match places {
        1 => String::new(),
        _ => format!(" at all {places} places"),
    };
    let back = if is_hidden { back } else { String::new() };
    app.notice = Some(format!("{told}{where_to}{back}"));
    if is_hidden && !app.list.hidden.are_listed {
        list::select(app, next);
    }
    bookmark::keep(app);
}

/// The entry below an item and all that belongs to it, or else the one above.
fn beside(app: &App, index: usize) -> Entry {
    let entries = app.entries();
    let item = Entry::Item(index);
    let is_other = |entry: &Entry| match *entry {
        Entry::Item(it) | Entry::Repeat { item: it, .. } | Entry::Reference { item: it, .. } => {
            it != index
        }
        Entry::Group(_) | Entry::Hit(_) => true,
    };
    let below = entries.from(item).find(is_other);
    let is_item = |entry: &Entry| matches!(entry, Entry::Item(_));
    below
        .filter(is_item)
        .or_else(|| entries.before(item))
        .unwrap_or(item)
}

/// Lists what was hidden last again.
pub(super) fn bring_back(app: &mut App) {
    if app.list.hidden.latest() == 0 {
        app.notice = Some(nothing_to_bring_back(app));
        return;
    }
    let index = app.list.hidden.undo(&app.article);
    if let Some(index) = index {
        list::select(app, Entry::Item(index));
    }
    app.notice = Some("listed again".to_owned());
    bookmark::keep(app);
}

/// Tells why nothing is brought back; what was hidden before this session is listed by another key.
fn nothing_to_bring_back(app: &App) -> String {
    if app.list.hidden.is_empty() {
        return "nothing is hidden".to_owned();
    }
    let key = app.keymap.way("toggle-hidden");
    format!("nothing was hidden in this session · {key} lists what is")
}

/// Lists what is hidden too, or no more.
pub(super) fn toggle_hidden(app: &mut App) {
    let hidden = &mut app.list.hidden;
    hidden.are_listed = !hidden.are_listed && !hidden.is_empty();
    app.notice = Some(match (hidden.len(), hidden.are_listed) {
        (0, _) => "nothing is hidden".to_owned(),
        (1, true) => "the hidden row is listed too".to_owned(),
        (count, true) => format!("{count} hidden rows are listed too"),
        (1, false) => "the hidden row is left out".to_owned(),
        (count, false) => format!("{count} hidden rows are left out"),
    });
}
