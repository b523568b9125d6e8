//! Layer 4: the state as cells.
//!
//! Gets `&App` and paints it; cannot change it. Hits, marks and quotes are laid over the rows by span, so they never wrap
//! anything. All text reaches the screen through [`canvas::Canvas`], which draws clusters and nothing else.

pub mod canvas;
mod chooser;
mod chrome;
mod command;
mod facts;
mod footer;
mod former;
mod help;
mod links;
mod list;
mod notice;
mod status;
mod text;
mod ways;

use ratatui::buffer::Buffer;

use crate::app::{App, Mode};
use crate::config::theme::Theme;
use crate::text::cluster::safe;
use canvas::Canvas;

/// What is going on, in words: a notice, or else which quote or guarantee is marked; safe to draw.
pub fn going_on(app: &App) -> String {
    safe(&status::going_on(app)).into_owned()
}

/// Paints the page that [`App::settle`] has laid out; returns where the cursor stands, when there is one.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let mut canvas = Canvas::new(buffer, theme, app.order());
    canvas.clear();
    match &app.mode {
        Mode::Help(help) => {
            let cursor = help::draw(app, help, &mut canvas);
            ways::draw(app, &mut canvas);
            return cursor;
        }
        Mode::Facts(top) => {
            facts::draw(app, *top, &mut canvas);
            ways::draw(app, &mut canvas);
            return None;
        }
        Mode::Former { change, top } => {
            former::draw(app, *change, *top, &mut canvas);
            ways::draw(app, &mut canvas);
            return None;
        }
        Mode::Choose(chooser) => return chooser::draw(app, chooser, &mut canvas),
        Mode::Read
        | Mode::Prompt(_)
        | Mode::Filter(_)
        | Mode::Command(_)
        | Mode::Bookmark(_)
        | Mode::Links(_) => {}
    }
    chrome::header(app, &mut canvas);
    chrome::rules(app, &mut canvas);
    text::draw(app, &mut canvas);
    list::draw(app, &mut canvas);
    footer::draw(app, &mut canvas);
    if let Mode::Command(line) = &app.mode {
        return command::draw(app, line, &mut canvas);
    }
    let cursor = status::draw(app, &mut canvas);
    if let Mode::Links(links) = &app.mode {
        links::draw(app, links, &mut canvas);
    }
    ways::draw(app, &mut canvas);
    cursor
}
