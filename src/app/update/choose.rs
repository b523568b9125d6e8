//! Choosing an article.

use super::shelf;
use crate::action::Action;
use crate::app::area::Size;
use crate::app::chooser::{Chooser, room};
use crate::app::effect::Effect;
use crate::app::event::{Code, Key, Mouse, MouseKind};
use crate::app::help::Help;
use crate::app::prompt::{Prompt, Typed};
use crate::app::shelf::{Glance, Head};
use crate::app::{App, Mode, chooser};

/// Shows the articles, with the cursor on one of them.
pub(super) fn open(app: &mut App, index: usize) {
    app.mode = Mode::Choose(Chooser::new(&app.shelf, index));
}

/// Does what an action means while articles are listed.
pub(super) fn perform(app: &mut App, action: Action) {
    let Mode::Choose(chooser) = &mut app.mode else {
        return;
    };
    match action {
        Action::Search | Action::SearchBackwards | Action::Filter => {
            chooser.prompt = Some(Prompt::new(chooser.filter.clone()));
        }
        Action::Open => accept(app),
        Action::Cancel => cancel(app),
        Action::Quit => leave(app),
        Action::Help => app.mode = Mode::Help(Help::default()),
        Action::Interrupt => app.effects.push(Effect::Interrupt),
        Action::Redraw => app.effects.push(Effect::Redraw),
        Action::Suspend => app.effects.push(Effect::Suspend),
        _ => match rows(app.size, action) {
            Some(rows) => chooser.step(rows),
            None => app.notice = Some("an article is to be chosen first".to_owned()),
        },
    }
}

/// How many rows an action moves down, on a screen of this size.
fn rows(size: Size, action: Action) -> Option<isize> {
    let page = room(size).saturating_sub(1).max(1).cast_signed();
    Some(match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::HalfDown => (page + 1) / 2,
        Action::HalfUp => -(page + 1) / 2,
        Action::PageDown => page,
        Action::PageUp => -page,
        Action::Top => isize::MIN,
        Action::Bottom => isize::MAX,
        _ => return None,
    })
}

/// Types a key into the filter; the arrows choose meanwhile.
pub(super) fn type_key(app: &mut App, key: Key) {
    let Mode::Choose(chooser) = &mut app.mode else {
        return;
    };
    let Some(prompt) = &mut chooser.prompt else {
        return;
    };
    match (key.ctrl, key.code) {
        (_, Code::Down) | (true, Code::Char('n')) => chooser.step(1),
        (_, Code::Up) | (true, Code::Char('p')) => chooser.step(-1),
        _ => match prompt.type_key(key) {
            Typed::Changed => follow(app),
            Typed::Nothing => {}
            Typed::Accepted => chooser.prompt = None,
            Typed::Cancelled => list_all(app),
        },
    }
}

/// Puts text into the filter, while it is typed.
pub(super) fn paste(app: &mut App, text: &str) {
    if let Mode::Choose(Chooser {
        prompt: Some(prompt),
        ..
    }) = &mut app.mode
    {
        prompt.insert(text);
        follow(app);
    }
}

/// Lists what fits what is typed now.
fn follow(app: &mut App) {
    if let Mode::Choose(chooser) = &mut app.mode {
        let typed = chooser.prompt.as_ref().map(|it| it.text().to_owned());
        chooser.sift(&app.shelf, &typed.unwrap_or_default());
    }
}

/// Lists all articles again, with the cursor where it was.
fn list_all(app: &mut App) {
    if let Mode::Choose(chooser) = &app.mode {
        let chosen = chooser.chosen().unwrap_or(0);
        app.mode = Mode::Choose(Chooser::new(&app.shelf, chosen));
    }
}

/// The wheel chooses, a click on the chosen article opens it.
pub(super) fn mouse(app: &mut App, mouse: Mouse) {
    let above = chooser::rows_above(app.size);
    let Mode::Choose(chooser) = &mut app.mode else {
        return;
    };
    match mouse.kind {
        MouseKind::WheelDown => chooser.step(1),
        MouseKind::WheelUp => chooser.step(-1),
        MouseKind::WheelLeft | MouseKind::WheelRight => {}
        MouseKind::Press => {
            let row = mouse.y.checked_sub(above).map(usize::from);
            let pressed = row.and_then(|row| chooser.on_screen(app.size).nth(row));
            match pressed {
                Some(at) if at == chooser.cursor => accept(app),
                Some(at) => chooser.cursor = at,
                None => {}
            }
        }
    }
}

fn accept(app: &mut App) {
    let Mode::Choose(chooser) = &app.mode else {
        return;
    };
    match chooser.chosen() {
        Some(index) => shelf::open(app, index),
        None => app.notice = Some("no article fits".to_owned()),
    }
}

/// Lists all articles again, or leaves them.
fn cancel(app: &mut App) {
    let is_filtered = |chooser: &Chooser| !chooser.filter.is_empty();
    match &app.mode {
        Mode::Choose(chooser) if is_filtered(chooser) => list_all(app),
        _ => leave(app),
    }
}

/// Goes back to the article; without one it ends.
fn leave(app: &mut App) {
    if app.shelf.open().is_some() {
        app.mode = Mode::Read;
    } else {
        app.effects.push(Effect::Quit);
    }
}

/// Takes what the beginning of an article tells.
pub(super) fn glanced(app: &mut App, index: usize, head: Result<Head, String>) {
    if let Some(volume) = app.shelf.volume_mut(index) {
        volume.glance = match head {
            Ok(head) => Glance::Seen(head),
            Err(message) => Glance::Failed(message),
        };
    }
}

/// Has the articles on screen looked at that nobody has looked at.
pub(super) fn settle(app: &mut App) {
    let Mode::Choose(chooser) = &mut app.mode else {
        return;
    };
    chooser.scroll(app.size);
    for at in chooser.on_screen(app.size) {
        let index = chooser.fitting[at];
        let Some(volume) = app.shelf.volume_mut(index) else {
            continue;
        };
        if volume.glance == Glance::None {
            volume.glance = Glance::Asked;
            let origin = volume.origin.clone();
            app.effects.push(Effect::Glance { index, origin });
        }
    }
}
