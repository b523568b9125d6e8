//! The list: its cursor, its folds, and what it shows of the text.

use super::jump::{self, Reveal};
use super::{find, shows_both};
use crate::action::Action;
use crate::app::direction::Direction;
use crate::app::find::Find;
use crate::app::list::{Entry, Group, Kind, Room};
use crate::app::view::Extent;
use crate::app::{App, Focus, Mode, area, page};
use crate::article::changes::{Change, ChangeKind, Changes};

/// Moves the cursor of the list; the text shows what it comes to.
pub(super) fn move_cursor(app: &mut App, action: Action) {
    let entries = app.entries();
    let cursor = page::cursor(app);
    let mut on_screen: Vec<_> = app.page.list.iter().map(|row| row.entry).collect();
    on_screen.dedup();
    let page = on_screen.len().saturating_sub(1).max(1).cast_signed();
    let half = (page + 1) / 2;
    let to = match action {
        Action::Down => entries.step(cursor, 1),
        Action::Up => entries.step(cursor, -1),
        Action::PageDown => entries.step(cursor, page),
        Action::PageUp => entries.step(cursor, -page),
        Action::HalfDown => entries.step(cursor, half),
        Action::HalfUp => entries.step(cursor, -half),
        Action::Top => entries.first(),
        _ => entries.last(),
    };
    select(app, to);
}

/// Puts the cursor on an entry. Where both panes are shown, the text shows its source.
pub(super) fn select(app: &mut App, entry: Entry) {
    app.list.selected = Some(entry);
    if shows_both(app) {
        app.list.peek.get_or_insert_with(|| app.view.clone());
        show(app, entry, Reveal::Gently);
    }
}

fn show(app: &mut App, entry: Entry, reveal: Reveal) {
    if let Entry::Hit(at) = entry
        && let Some(hit) = page::hit(app, at)
        && let Some(find) = &mut app.find
    {
        find.current = Some(hit);
        find.is_waiting = false;
    }
    match (entry, page::target(app, entry)) {
        (_, Some(mark)) => jump::show(app, mark, reveal),
        (Entry::Group(Group::Section(section)), None) => {
            app.view.marked = None;
            app.show_section(section);
            if let Some(start) = app
                .article
                .outline
                .section(section)
                .map(|section| section.range().start)
            {
                jump::bring(app, app.article.place(start), Reveal::Gently);
            }
        }
        _ => {}
    }
}

/// Jumps to the entry under the cursor and gives the focus to the text.
pub(super) fn open(app: &mut App) {
    let entry = page::cursor(app);
    let is_there = app.list.peek.is_none()
        && app.view.marked.is_some()
        && app.view.marked == page::target(app, entry);
    if let Entry::Group(Group::Change(change)) = entry {
        let is_gone = |it: &Change| it.kind == ChangeKind::Removed;
        if is_there || app.article.changes.get(change).is_some_and(is_gone) {
            return show_former(app, change);
        }
    }
    let origin = app.list.peek.take().unwrap_or_else(|| app.view.clone());
    if !is_there {
        let group = current_group(app);
        app.list.open(entry, group, &origin);
    }
    app.focus = Focus::Text;
    show(
        app,
        entry,
        if is_there {
            Reveal::Centred
        } else {
            Reveal::Gently
        },
    );
    leave(app, &origin);
}

/// Shows a change as it was, where it was something.
fn show_former(app: &mut App, change: usize) {
    let shown = app.article.changes.get(change);
    if shown.is_some_and(|it| !it.before.is_empty()) {
        app.mode = Mode::Former { change, top: 0 };
    }
}

/// Keeps the place that was left, when it was left.
fn leave(app: &mut App, origin: &crate::app::view::View) {
    if *origin != app.view {
        app.jumps.leave(origin);
    }
}

/// From the text to the list, or back to the text where it is now.
pub(super) fn swap_pane(app: &mut App) {
    match app.focus {
        Focus::Text => {
            app.list.reveal();
            app.focus = Focus::Text;
            app.list.selected = Some(page::cursor(app));
            app.focus = Focus::List;
        }
        Focus::List => stay(app),
    }
}

/// Gives the focus to the text where it is now.
pub(super) fn stay(app: &mut App) {
    if let Some(origin) = app.list.peek.take() {
        leave(app, &origin);
    }
    app.focus = Focus::Text;
}

/// Gives the focus to the text where the eyes came from; a list over the full width is again what it was before.
pub(super) fn close(app: &mut App) {
    app.list.narrow();
    if let Some(view) = app.list.peek.take() {
        app.view = view;
    }
    app.focus = Focus::Text;
}

/// Shows or hides the list.
pub(super) fn toggle(app: &mut App) {
    if std::mem::take(&mut app.frills) == area::Frills::Hidden {
        app.list.reveal();
        return;
    }
    if !area::fits_two(app.size) {
        return swap_pane(app);
    }
    app.list.room = match app.list.room {
        Room::Hidden => Room::Beside,
        Room::Beside | Room::Full => Room::Hidden,
    };
    if app.list.is_hidden() && app.focus == Focus::List {
        stay(app);
    }
}

/// Lists what has changed.
pub(super) fn show_changes(app: &mut App) {
    if app.article.changes.is_empty() {
        app.notice = Some("nothing has changed since the article was opened".to_owned());
    } else {
        show_kind(app, Kind::Changes);
    }
}

/// Lists what was searched for, with the cursor on the hit that the reader is at, or else the next one.
pub(super) fn show_hits(app: &mut App) {
    if !find::resume(app) {
        return;
    }
    show_kind(app, Kind::Hits);
    let hit = |find: &Find| find.current.or_else(|| find.first());
    if let Some(hit) = app.find.as_ref().and_then(hit) {
        let entry = Entry::Hit(hit.span.start);
        let group = app.entries().group_above(entry);
        app.list.set_unfolded(group, true);
        app.list.selected = Some(entry);
    }
}

/// Lists only sections and items with hits, or all of them again. Where nothing is searched for, that is asked first.
pub(super) fn sift(app: &mut App) {
    if app.find.is_none() {
        find::open_prompt(app, Direction::Down);
        app.list.is_sifted = true;
        return;
    }
    find::resume(app);
    let has_hits = app.search().is_some_and(|search| !search.is_empty());
    app.list.is_sifted = !app.list.is_sifted && has_hits;
    if is_passed_over(app) {
        find::next_hit(app, 1, Direction::Down);
    }
    let told = match (app.list.is_sifted, has_hits) {
        (true, _) => "only sections and items with hits",
        (false, true) => "all sections and items",
        (false, false) => "nothing is found that could be shown alone",
    };
    app.notice = Some(told.to_owned());
}

/// Whether the section on screen has no hits while only those with hits are shown. In the whole flow all of them are.
fn is_passed_over(app: &App) -> bool {
    app.view.extent == Extent::Section && app.entries().passes_over(app.view.section)
}

/// Shows all sections again where one has been gone to that has no hits, as by its number or a link.
fn leave_sifting(app: &mut App) {
    let is_searching = app.find.as_ref().is_some_and(|find| find.is_waiting);
    if is_searching || !matches!(app.mode, Mode::Read) || !is_passed_over(app) {
        return;
    }
    app.list.is_sifted = false;
    let told = "no hits here · all sections are shown again";
    let notice = app.notice.take();
    app.notice = Some(notice.map_or(told.to_owned(), |notice| format!("{notice} · {told}")));
}

/// Without a search there are no hits to list, and sections without any are left. What has come or gone may change the order of the groups.
pub(super) fn settle(app: &mut App) {
    leave_sifting(app);
    if app.find.is_none() {
        app.list.is_sifted = false;
        if app.list.kind == Kind::Hits {
            app.list.kind = Kind::All;
        }
    }
    crate::app::list::arrange(app);
}

/// Marks no more what has changed, where something has.
pub(super) fn forget_changes(app: &mut App) {
    if app.article.changes.is_empty() {
        let key = app.keymap.way("quit");
        app.notice = Some(format!("nothing to close · {key} quits"));
        return;
    }
    app.article.changes = Changes::default();
    if app.list.kind == Kind::Changes {
        app.list.kind = Kind::All;
    }
}

/// Lists another kind of items.
pub(super) fn show_kind(app: &mut App, kind: Kind) {
    app.list.kind = kind;
    if area::fits_two(app.size) && app.list.is_hidden()
        || !shows_both(app) && app.focus == Focus::Text
    {
        app.notice = Some(format!("{} are listed", kind.name().to_lowercase()));
    }
}

/// Lists weak commitments too, or no more.
pub(super) fn toggle_weak(app: &mut App) {
    let (is_listed, count) = app.article.toggle_weak();
    app.list.selected = None; // items have other numbers now
    app.notice = Some(match (count, is_listed) {
        (0, _) => "no weak commitments were found".to_owned(),
        (1, true) => "1 weak commitment is listed too".to_owned(),
        (count, true) => format!("{count} weak commitments are listed too"),
        (_, false) => "weak commitments are left out".to_owned(),
    });
}

/// Folds the group under the cursor.
pub(super) fn fold(app: &mut App) {
    let group = current_group(app);
    app.list.set_unfolded(group, false);
    app.list.selected = Some(Entry::Group(group));
}

/// Unfolds the group under the cursor.
pub(super) fn unfold(app: &mut App) {
    let group = current_group(app);
    app.list.set_unfolded(group, true);
}

/// Unfolds everything when something is folded, and folds everything otherwise.
pub(super) fn fold_all(app: &mut App) {
    app.list.selected = Some(Entry::Group(current_group(app)));
    let has_folded = app.entries().has_folded();
    app.list.set_all_unfolded(has_folded);
}

/// The group under the cursor.
fn current_group(app: &App) -> Group {
    app.entries().group_above(page::cursor(app))
}
