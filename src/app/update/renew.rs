//! Reading an article anew, and keeping the place by content.

use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::find::Find;
use crate::app::list::Kind;
use crate::app::renewal::Renewal;
use crate::app::shelf::Asker;
use crate::app::{App, Mode, Stage};
use crate::layout::cache::Layouts;

/// Reads the article on the desk anew.
pub(super) fn ask(app: &mut App) {
    match app.shelf.open() {
        Some(index) => begin(app, index, Asker::Reader),
        None => app.notice = Some("there is nothing to read anew".to_owned()),
    }
}

/// Has the file of the article on the desk looked at from now on, and read with what has been added to it since. Whether more can come.
pub(super) fn watch(app: &mut App) -> bool {
    let is_whole = app.stage == Stage::Open && app.article.document.is_whole();
    let index = app.shelf.open().filter(|&index| {
        let volume = app.shelf.volume(index);
        volume.is_some_and(|it| it.origin.can_be_watched())
    });
    if let Some(index) = index {
        app.effects.push(Effect::Watch);
        if is_whole {
            begin(app, index, Asker::Watch);
        }
    }
    index.is_some() || !is_whole
}

/// Reads an article anew whose file has changed.
pub(super) fn outdated(app: &mut App, index: usize) {
    begin(app, index, Asker::Watch);
}

/// Tells that a file is gone.
pub(super) fn gone(app: &mut App, index: usize) {
    if let Some(name) = app.shelf.volume(index).map(|it| it.origin.name()) {
        app.with_volume(index, |app| {
            app.notice = Some(format!(
                "{name} is gone; it is read anew when it comes back"
            ));
        });
    }
}

/// Begins to read an article anew; what is there stays until that is done. While it is being read already, it is read once more
/// afterwards.
fn begin(app: &mut App, index: usize, asker: Asker) {
    let Some(volume) = app.shelf.volume_mut(index) else {
        return;
    };
    if let Some(renewal) = &mut volume.renewal {
        renewal.is_outdated = true;
        return;
    }
    let origin = volume.origin.clone();
    app.with_volume(index, |app| {
        if app.stage == Stage::Opening || !app.article.document.is_whole() {
            app.notice = Some("the article is still being read".to_owned());
            return;
        }
        let before = Some(app.article.reading());
        let reading = app.shelf.begin_renewal(index, asker);
        if asker == Asker::Reader {
            app.notice = Some("reading it anew …".to_owned());
        }
        app.effects.push(Effect::Read {
            index,
            reading,
            origin,
            before,
        });
    });
}

/// Does what the end of such a reading does.
pub(super) fn hear(app: &mut App, index: usize, event: Event) {
    let Some(volume) = app.shelf.volume_mut(index) else {
        return;
    };
    let Some(renewal) = volume.renewal else {
        return;
    };
    let is_asked = renewal.asker == Asker::Reader;
    match event {
        Event::Renewed(news) => {
            volume.reading = Some(renewal.reading);
            app.with_volume(index, |app| take(app, *news));
        }
        Event::Unchanged if is_asked => app.with_volume(index, |app| {
            app.notice = Some("nothing has changed".to_owned());
            app.pictures.forget(); // those may have changed
        }),
        Event::Unchanged => {}
        Event::NotOpened(message) => app.with_volume(index, |app| {
            app.notice = Some(format!("cannot be read anew: {message}"));
        }),
        event => return app.with_volume(index, |app| super::change(app, event)),
    }
    if let Some(volume) = app.shelf.volume_mut(index) {
        volume.renewal = None;
    }
    if renewal.is_outdated {
        begin(app, index, renewal.asker);
    }
}

/// Takes an article as it is now. Everything that has a place in it keeps that by content.
fn take(app: &mut App, renewal: Renewal) {
    let ties = renewal.comparison.ties.clone();
    let old = std::mem::take(&mut app.article);
    app.article.name.clone_from(&old.name);
    if old.has_weak() {
        app.article.toggle_weak();
    }
    app.article.take(renewal);
    app.layouts = Layouts::default();
    app.pictures.forget();
    app.selection = None;
    let article = &app.article;
    app.view = article.followed(&app.view, &ties);
    app.jumps.change(|view| article.followed(view, &ties));
    app.bookmarks.change(|view| article.followed(view, &ties));
    app.list.follow(&old, article, &ties);
    app.seen.follow(&ties);
    if let Some(find) = &mut app.find {
        let origin = article.followed(&find.origin, &ties);
        follow_search(find, origin);
    }
    if app.list.kind == Kind::Changes && article.changes.is_empty() {
        app.list.kind = Kind::All;
    }
    if let Mode::Former { .. } | Mode::Links(_) = app.mode {
        app.mode = Mode::Read;
    }
    let summary = article.changes.summary();
    app.notice = Some(if summary.is_empty() {
        "nothing has changed but markup".to_owned()
    } else {
        summary
    });
    app.follow_section();
    if app.is_at_end {
        app.show_end();
    }
}

/// Searches once more, and goes nowhere.
fn follow_search(find: &mut Find, origin: crate::app::view::View) {
    let is_waiting = find.is_waiting;
    find.origin = origin;
    find.look_for(&find.typed.clone());
    find.is_waiting &= is_waiting;
}
