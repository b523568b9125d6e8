//! Commands: what is typed behind `:`.

use super::{jump, motion, shelf};
use crate::app::command::{Command, CommandLine, argument, remember, theme};
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::event::{Code, Key};
use crate::app::prompt::{Prompt, Typed};
use crate::app::{App, Mode};

/// Opens the command line.
pub(super) fn open(app: &mut App) {
    let themes = app.settings.theme_names();
    let line = CommandLine::new(&app.keymap, themes, &app.commands);
    app.mode = Mode::Command(line);
}

/// Types a key; the suggestions follow.
pub(super) fn type_key(app: &mut App, key: Key) {
    let Mode::Command(line) = &mut app.mode else {
        return;
    };
    match (key.ctrl, key.code) {
        (_, Code::Up) if line.cursor.is_none() => _ = line.recall(Direction::Up, &app.keymap),
        (_, Code::Down) if line.cursor.is_none() && line.recall(Direction::Down, &app.keymap) => {}
        (_, Code::Down) | (true, Code::Char('n')) => line.step(Direction::Down),
        (_, Code::Up) | (true, Code::Char('p')) => line.step(Direction::Up),
        (_, Code::Tab) => complete(app),
        _ => match line.prompt.type_key(key) {
            Typed::Changed => follow(app),
            Typed::Nothing => {}
            Typed::Accepted => accept(app),
            Typed::Cancelled => app.mode = Mode::Read,
        },
    }
}

/// Puts text into the command line.
pub(super) fn paste(app: &mut App, text: &str) {
    if let Mode::Command(line) = &mut app.mode {
        line.prompt.insert(text);
        follow(app);
    }
}

/// Types what is suggested; paths that are not known yet, as soon as they are.
fn complete(app: &mut App) {
    let Mode::Command(line) = &mut app.mode else {
        return;
    };
    let is_early = line.suggestions.is_empty() && argument(line.prompt.text()).is_some();
    if is_early {
        line.is_waiting = true;
    } else {
        line.complete();
        follow(app);
    }
}

fn follow(app: &mut App) {
    let Mode::Command(line) = &mut app.mode else {
        return;
    };
    line.is_waiting = false;
    line.suggest(&app.keymap);
    if let Some(path) = argument(line.prompt.text()) {
        app.effects.push(Effect::Complete(path.to_owned()));
    }
}

/// Takes the paths that begin with what was typed, unless something else is typed by now.
pub(super) fn completed(app: &mut App, typed: &str, paths: Vec<String>) {
    if let Mode::Command(line) = &mut app.mode
        && argument(line.prompt.text()) == Some(typed)
    {
        line.suggest_paths(paths);
        if std::mem::take(&mut line.is_waiting) && !line.suggestions.is_empty() {
            complete(app);
        }
    }
}

fn accept(app: &mut App) {
    let Mode::Command(line) = std::mem::take(&mut app.mode) else {
        return;
    };
    remember(&mut app.commands, line.prompt.text());
    match line.meaning() {
        Command::Nothing => {}
        Command::Do(action) => super::perform(app, action, None),
        Command::Line(number) => jump::line(app, number),
        Command::Percent(percent) => motion::percent(app, Some(percent)),
        Command::Open(name) => shelf::open_named(app, &name),
        Command::Write => {
            app.notice = Some("nothing to write: an article is read, never changed".to_owned());
        }
        Command::Theme(name) => {
            app.notice = Some(format!("the theme is {name} in this session"));
            app.effects.push(Effect::Theme(name));
        }
        Command::Incomplete(text) => {
            let prompt = Prompt::new(text);
            app.mode = Mode::Command(CommandLine { prompt, ..line });
            follow(app);
        }
        Command::Unknown => {
            let typed = crate::text::cluster::safe(line.prompt.text()).into_owned();
            app.notice = Some(match theme(&typed) {
                Some(name) => format!("there is no theme {name}"),
                None => format!("there is no command {typed}"),
            });
        }
    }
}
