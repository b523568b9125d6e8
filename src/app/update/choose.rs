//! Choosing an article.

use super::shelf;
use crate::app::chooser::{Chooser, room};
use crate::app::effect::Effect;
use crate::app::event::{Code, Key, Mouse, MouseKind};
use crate::app::prompt::Typed;
use crate::app::shelf::{Glance, Head};
use crate::app::{App, Mode, chooser};

/// Shows the articles, with the cursor on one of them.
pub(super) fn open(app: &mut App, index: usize) {
    app.mode = Mode::Choose(Chooser::new(&app.shelf, index));
}

/// Types a key: the arrows choose, all else is the filter.
pub(super) fn type_key(app: &mut App, key: Key) {
    let page = room(app.size).saturating_sub(1).max(1).cast_signed();
    let Mode::Choose(chooser) = &mut app.mode else {
        return;
    };
    match (key.ctrl, key.code) {
        (_, Code::Down) | (true, Code::Char('n')) => chooser.step(1),
        (_, Code::Up) | (true, Code::Char('p')) => chooser.step(-1),
        (_, Code::PageDown) => chooser.step(page),
        (_, Code::PageUp) => chooser.step(-page),
        (true, Code::Char('l')) => app.effects.push(Effect::Redraw),
        (true, Code::Char('z')) => app.effects.push(Effect::Suspend),
        _ => match chooser.prompt.type_key(key) {
            Typed::Changed => chooser.filter(&app.shelf),
            Typed::Nothing => {}
            Typed::Accepted => accept(app),
            Typed::Cancelled => cancel(app, key),
        },
    }
}

/// Puts text into the filter.
pub(super) fn paste(app: &mut App, text: &str) {
    if let Mode::Choose(chooser) = &mut app.mode {
        chooser.prompt.insert(text);
        chooser.filter(&app.shelf);
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

/// Clears the filter, then goes back to the article; without one it ends.
fn cancel(app: &mut App, key: Key) {
    let Mode::Choose(chooser) = &mut app.mode else {
        return;
    };
    let is_filtered = !chooser.prompt.text().is_empty();
    let is_interrupt = key.ctrl && key.code == Code::Char('c');
    if is_filtered && !is_interrupt {
        *chooser = Chooser::new(&app.shelf, chooser.chosen().unwrap_or(0));
    } else if app.shelf.open().is_some() {
        app.mode = Mode::Read;
    } else if is_interrupt {
        app.effects.push(Effect::Interrupt);
    } else if key.code == Code::Esc {
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
