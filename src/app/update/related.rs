//! Going round what belongs together: places of the same words, a guarantee and what elaborates it, a fragment and its fuller quote.

use super::jump::{self, Reveal};
use crate::app::list::Entry;
use crate::app::view::Mark;
use crate::app::{App, Focus, page};

/// To the next place of the same words, and after the last to the first.
pub(super) fn next_place(app: &mut App, times: usize) {
    let Some((holder, places)) = item(app).map(|item| places(app, item)) else {
        app.notice = Some("no quote or guarantee is marked".to_owned());
        return;
    };
    if places.len() < 2 {
        app.notice = Some("these words stand here alone".to_owned());
        return;
    }
    let here = item(app).and_then(|item| places.iter().position(|&it| it == item));
    let number = (here.unwrap_or(0) + times) % places.len();
    let place = places[number];
    let entry = if place == holder {
        Entry::Item(holder)
    } else {
        Entry::Repeat {
            item: holder,
            place,
        }
    };
    go_to(app, entry);
    app.notice = Some(format!("place {} of {}", number + 1, places.len()));
}

/// From an item to what it refers to, one after the other and back; from a paragraph that elaborates a guarantee to that.
pub(super) fn follow(app: &mut App) {
    let Some(entry) = followed(app) else {
        app.notice = Some("nothing is known to belong to this".to_owned());
        return;
    };
    go_to(app, entry);
}

fn followed(app: &App) -> Option<Entry> {
    let article = &app.article;
    if let Some((item, index)) = reference(app) {
        let next = index + 1;
        let has_next = next < article.references(item);
        return Some(if has_next {
            Entry::Reference { item, index: next }
        } else {
            Entry::Item(item)
        });
    }
    let here = item(app).map(|item| places(app, item).0);
    let has_any = |item: &usize| article.references(*item) > 0;
    if let Some(item) = here.filter(has_any) {
        return Some(Entry::Reference { item, index: 0 });
    }
    referring(app).map(Entry::Item)
}

/// The reference whose words are marked, or which the cursor of the list is on.
fn reference(app: &App) -> Option<(usize, usize)> {
    let entry = match app.focus {
        Focus::List => page::cursor(app),
        Focus::Text => app.list.selected?,
    };
    let is_here = app.focus == Focus::List || page::target(app, entry) == app.view.marked;
    match entry {
        Entry::Reference { item, index } if is_here => Some((item, index)),
        _ => None,
    }
}

/// The first item that refers to the marked words, or else to a paragraph that is marked or on screen.
fn referring(app: &App) -> Option<usize> {
    let article = &app.article;
    let shown = app.page.rows.iter().map(|(block, _)| *block);
    let block = match app.view.marked {
        Some(mark) => Some(mark.block),
        None => shown.into_iter().find(|&it| article.is_elaboration(it)),
    };
    let is_meant = |mark: Mark| match app.view.marked {
        Some(marked) if mark.span == marked.span => true,
        _ => block.is_some_and(|it| it == mark.block && article.is_elaboration(it)),
    };
    let refers = |&item: &usize| {
        let mut references = 0..article.references(item);
        references.any(|index| article.reference(item, index).is_some_and(is_meant))
    };
    (0..article.items().len()).find(refers)
}

/// The item under the cursor of the list, or else the one whose words are marked.
fn item(app: &App) -> Option<usize> {
    let on_list = match page::cursor(app) {
        Entry::Item(item) | Entry::Reference { item, .. } => Some(item),
        Entry::Repeat { place, .. } => Some(place),
        Entry::Group(_) | Entry::Hit(_) => None,
    };
    let marked = || {
        let mut items = app.article.items_at(app.view.marked?.span);
        items.next().map(|(item, _)| item)
    };
    match app.focus {
        Focus::List => on_list,
        Focus::Text => marked(),
    }
}

/// The item that lists these words, and all places of them in reading order.
fn places(app: &App, item: usize) -> (usize, Vec<usize>) {
    let items = app.article.items();
    let holder = items.get(item).and_then(|it| it.holder).unwrap_or(item);
    let repeats = items.get(holder).map_or(&[][..], |it| &it.repeats);
    let mut places = [&[holder], repeats].concat();
    places.sort_unstable();
    (holder, places)
}

/// Shows the words of an entry: from the list as a look, from the text as a jump.
fn go_to(app: &mut App, entry: Entry) {
    let Some(mark) = page::target(app, entry) else {
        return;
    };
    let group = app.entries().group_above(entry);
    if app.focus == Focus::List {
        app.list.peek.get_or_insert_with(|| app.view.clone());
        app.list.set_unfolded(group, true);
        app.list.selected = Some(entry);
    } else {
        app.jumps.leave(&app.view);
        let origin = app.view.clone();
        app.list.open(entry, group, &origin);
    }
    jump::show(app, mark, Reveal::Gently);
}
