//! Bookmarks, and what else is kept of an article.

use super::jump::{self, Reveal};
use crate::app::bookmark::Bookmarking;
use crate::app::effect::Effect;
use crate::app::event::{Code, Key};
use crate::app::goal::Goal;
use crate::app::kept::{Change, Kept};
use crate::app::{App, Mode, Stage};

/// Waits for a letter.
pub(super) fn open(app: &mut App, purpose: Bookmarking) {
    app.mode = Mode::Bookmark(purpose);
    let told = match purpose {
        Bookmarking::Set => "a bookmark here: type its letter",
        Bookmarking::GoTo if app.bookmarks.is_empty() => "no bookmark is set",
        Bookmarking::GoTo => "to which bookmark?",
    };
    app.notice = Some(told.to_owned());
}

/// Takes the letter.
pub(super) fn type_key(app: &mut App, key: Key, purpose: Bookmarking) {
    app.mode = Mode::Read;
    match (purpose, key.code) {
        (_, Code::Esc) => {}
        (_, Code::Char('c')) if key.ctrl => {}
        (Bookmarking::GoTo, Code::Char('\'')) => jump::back(app, 1),
        (_, Code::Char(letter)) if letter.is_alphanumeric() && !key.ctrl && !key.alt => {
            match purpose {
                Bookmarking::Set => set(app, letter),
                Bookmarking::GoTo => go_to(app, letter),
            }
        }
        _ => app.notice = Some("a bookmark is a letter or a digit".to_owned()),
    }
}

fn set(app: &mut App, letter: char) {
    let mut view = app.view.clone();
    view.marked = app.here().mark();
    app.bookmarks.set(letter, view);
    keep(app);
    let how_long = if app.keeps() {
        ""
    } else {
        ", for this session"
    };
    app.notice = Some(format!("bookmark {letter} is here{how_long}"));
}

fn go_to(app: &mut App, letter: char) {
    let document = &app.article.document;
    let view = app.bookmarks.get(letter).cloned();
    let kept = app.bookmarks.kept(letter);
    let at = kept.and_then(|anchor| anchor.find(document));
    match (view, at) {
        (Some(view), _) => {
            app.jumps.leave(&app.view);
            jump::restore(app, view);
        }
        (None, Some(at)) => {
            app.jumps.leave(&app.view);
            app.view.marked = None;
            let place = app.article.place_of(at);
            jump::bring(app, place, Reveal::Topmost);
        }
        (None, None) if kept.is_some() => {
            app.notice = Some(format!("what stood at bookmark {letter} is gone"));
        }
        (None, None) => app.notice = Some(format!("there is no bookmark {letter}")),
    }
}

/// Takes what was kept of the article in an earlier session.
pub(super) fn remember(app: &mut App, kept: Kept) {
    app.kept = Some(kept.clone());
    app.bookmarks.remember(kept.bookmarks);
    let document = &app.article.document;
    app.list.hidden.remember(kept.hidden, document);
    if app.stage == Stage::Opening && app.goal.is_none() && !app.is_at_end {
        app.goal = kept.top.map(Goal::Left);
    }
}

/// Takes note that nothing can be kept for later sessions, and tells why.
pub(super) fn forget(app: &mut App, why: &str) {
    app.forget();
    app.notice = Some(format!(
        "what you mark is kept for this session only · {why}"
    ));
}

/// Has the place kept when another section was gone to, or the reader leaves.
pub(super) fn follow(app: &mut App, is_leaving: bool) {
    let is_looking = app.list.peek.is_some() || matches!(app.mode, Mode::Prompt(_));
    let is_elsewhere = app.kept_at.is_some_and(|place| {
        let section = app.article.outline.section_of(place.block);
        place != app.view.top && (is_leaving || section != app.view.section)
    });
    if is_elsewhere && !is_looking {
        keep(app);
    }
}

/// Has the place and the bookmarks kept, where anything is kept of the article.
pub(super) fn keep(app: &mut App) {
    let volume = app.shelf.open().and_then(|index| app.shelf.volume(index));
    if let Some(origin) = volume.map(|it| it.origin.clone())
        && let Some(before) = app.kept.take()
    {
        let after = Kept::of(app, &before);
        app.kept = Some(after.clone());
        app.kept_at = Some(app.view.top);
        let change = Change { before, after };
        app.effects.insert(0, Effect::Keep { origin, change }); // before what ends the program
    }
}
