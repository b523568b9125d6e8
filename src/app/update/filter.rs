//! Filtering the list as words are typed.

use super::listing;
use crate::app::event::Key;
use crate::app::list::filter::Filter;
use crate::app::prompt::{Prompt, Typed};
use crate::app::{App, Mode};

/// Opens the prompt, with what was typed before.
pub(super) fn open_prompt(app: &mut App) {
    listing::give_focus(app);
    let typed = app.list.filter.as_ref().map_or("", Filter::typed);
    app.mode = Mode::Filter(Prompt::new(typed.to_owned()));
}

/// Types a key into the prompt; the list follows.
pub(super) fn type_key(app: &mut App, key: Key) {
    let Mode::Filter(prompt) = &mut app.mode else {
        return;
    };
    match prompt.type_key(key) {
        Typed::Changed => follow(app),
        Typed::Nothing => {}
        Typed::Accepted => app.mode = Mode::Read,
        Typed::Cancelled => {
            app.list.filter = None;
            app.mode = Mode::Read;
        }
    }
}

/// Puts text into the prompt.
pub(super) fn paste(app: &mut App, text: &str) {
    if let Mode::Filter(prompt) = &mut app.mode {
        prompt.insert(text);
        follow(app);
    }
}

fn follow(app: &mut App) {
    if let Mode::Filter(prompt) = &app.mode {
        app.list.filter = Filter::new(prompt.text());
        app.list.rewind();
        go_on(app);
    }
}

/// Looks on for what fits, for a moment.
pub(super) fn go_on(app: &mut App) {
    if let Some(filter) = &mut app.list.filter {
        filter.advance(&app.article, app.find.as_ref());
    }
}
