//! Sheets over the article: scrolling and closing them, and looking for words in help.

use super::choose;
use crate::action::Action;
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::event::Key;
use crate::app::help::{self, Help, Sought};
use crate::app::prompt::{Prompt, Typed};
use crate::app::{App, Mode, facts, former};

/// Rows above a hit that is scrolled to.
const ABOVE: usize = 2;

/// Scrolls the sheet, looks for words in it, or closes it.
pub(super) fn perform(app: &mut App, action: Action) {
    match action {
        Action::Redraw => app.effects.push(Effect::Redraw),
        Action::Suspend => app.effects.push(Effect::Suspend),
        Action::Interrupt => app.effects.push(Effect::Interrupt),
        Action::Search => open_prompt(app, Direction::Down),
        Action::SearchBackwards => open_prompt(app, Direction::Up),
        Action::NextHit => next_hit(app, onward(app)),
        Action::PreviousHit => next_hit(app, onward(app).opposite()),
        Action::Cancel if forget_sought(app) => {}
        _ => match scrolled(app, action) {
            Some(top) => scroll_to(app, top),
            None => close(app),
        },
    }
}

/// Back to the article, or to the choice of one.
fn close(app: &mut App) {
    app.mode = Mode::Read;
    if app.shelf.open().is_none() {
        choose::open(app, 0);
    }
}

/// The first row after an action that scrolls.
fn scrolled(app: &App, action: Action) -> Option<usize> {
    let (top, lowest) = match &app.mode {
        Mode::Help(help) => (help.top, help::lowest_top(app)),
        Mode::Facts(top) => (*top, facts::lowest_top(app)),
        Mode::Former { change, top } => (*top, former::lowest_top(app, *change)),
        _ => return None,
    };
    let page = usize::from(app.size.height).saturating_sub(3).max(1);
    let top = match action {
        Action::Down => top + 1,
        Action::Up => top.saturating_sub(1),
        Action::PageDown => top + page,
        Action::PageUp => top.saturating_sub(page),
        Action::HalfDown => top + page / 2,
        Action::HalfUp => top.saturating_sub(page / 2),
        Action::Top => 0,
        Action::Bottom => lowest,
        _ => return None,
    };
    Some(top.min(lowest))
}

fn scroll_to(app: &mut App, row: usize) {
    match &mut app.mode {
        Mode::Help(help) => help.top = row,
        Mode::Facts(top) | Mode::Former { top, .. } => *top = row,
        _ => {}
    }
}

/// Opens the prompt of help; other sheets are too short to be searched.
fn open_prompt(app: &mut App, direction: Direction) {
    if let Mode::Help(help) = &mut app.mode {
        help.prompt = Some(Prompt::default());
        help.sought = Some(Sought {
            direction,
            origin: help.top,
            ..Sought::default()
        });
    }
}

/// Types a key into the prompt of help; what is looked for follows.
pub(super) fn type_key(app: &mut App, key: Key) {
    let Mode::Help(help) = &mut app.mode else {
        return;
    };
    let Some(prompt) = &mut help.prompt else {
        return;
    };
    match prompt.type_key(key) {
        Typed::Changed => follow(app),
        Typed::Nothing => {}
        Typed::Accepted => help.prompt = None,
        Typed::Cancelled => {
            let origin = help.sought.take().map(|it| it.origin);
            *help = Help {
                top: origin.unwrap_or(help.top),
                ..Help::default()
            };
        }
    }
}

/// Puts text into the prompt of help.
pub(super) fn paste(app: &mut App, text: &str) {
    if let Mode::Help(Help {
        prompt: Some(prompt),
        ..
    }) = &mut app.mode
    {
        prompt.insert(text);
        follow(app);
    }
}

/// Looks for what is typed now, from where help was.
fn follow(app: &mut App) {
    let Mode::Help(Help {
        prompt: Some(prompt),
        sought: Some(sought),
        top,
    }) = &mut app.mode
    else {
        return;
    };
    prompt.text().clone_into(&mut sought.typed);
    sought.at = None;
    *top = sought.origin;
    let onward = sought.direction;
    next_hit(app, onward);
}

/// The direction of what is looked for.
fn onward(app: &App) -> Direction {
    match &app.mode {
        Mode::Help(help) => help.sought.as_ref(),
        _ => None,
    }
    .map_or(Direction::Down, |sought| sought.direction)
}

/// To the next row that has what is looked for, or the one before, round the ends.
fn next_hit(app: &mut App, direction: Direction) {
    let (rows, lowest, room) = (help::rows(app), help::lowest_top(app), help::room(app));
    let Mode::Help(help) = &mut app.mode else {
        return;
    };
    let Some(sought) = &mut help.sought else {
        return;
    };
    let hits = sought.hits(&rows);
    let hit = match direction {
        Direction::Down => {
            let from = sought.at.map_or(help.top, |at| at + 1);
            hits.iter().find(|&&hit| hit >= from).or(hits.first())
        }
        Direction::Up => {
            let end = sought.at.unwrap_or(help.top);
            hits.iter().rfind(|&&hit| hit < end).or(hits.last())
        }
    };
    sought.at = hit.copied();
    if let Some(&hit) = hit.filter(|&&hit| !(help.top..help.top + room).contains(&hit)) {
        help.top = hit.saturating_sub(ABOVE).min(lowest);
    }
}

/// Looks for nothing any more. Whether there was something.
fn forget_sought(app: &mut App) -> bool {
    match &mut app.mode {
        Mode::Help(help) => help.sought.take().is_some(),
        _ => false,
    }
}
