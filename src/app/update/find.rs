//! Searching: the prompt, the hits, and going on where a search has not come to its end.

use super::jump::{self, Reveal};
use super::motion::Direction;
use crate::app::event::{Code, Key};
use crate::app::find::Find;
use crate::app::prompt::{Prompt, Typed};
use crate::app::view::View;
use crate::app::{App, Focus, Mode};
use crate::layout::walk::Place;
use crate::search::Hit;

/// Visible text searched between two looks at the keyboard, in bytes: about a millisecond.
const SLICE: usize = 256 * 1024;

/// Searches that are remembered.
const REMEMBERED: usize = 100;

/// Text searched at once when a hit is asked for that is not known yet, in bytes.
const LEAP: usize = 2 * 1024 * 1024;

/// Opens the prompt.
pub(super) fn open_prompt(app: &mut App, is_backwards: bool) {
    app.mode = Mode::Prompt(Prompt::default());
    let current = app.find.take().and_then(|find| find.current);
    let mut find = Find::new(app.view.clone(), is_backwards);
    find.current = current;
    app.find = Some(find);
    app.view.marked = None;
}

/// Types a key into the prompt; the search follows.
pub(super) fn type_key(app: &mut App, key: Key) {
    if let (Code::Up | Code::Down, false) = (key.code, key.ctrl) {
        return recall(app, key.code);
    }
    let Mode::Prompt(prompt) = &mut app.mode else {
        return;
    };
    match prompt.type_key(key) {
        Typed::Changed => look_for_typed(app),
        Typed::Nothing => {}
        Typed::Accepted => accept(app),
        Typed::Cancelled => {
            if let Some(find) = app.find.take() {
                app.view = find.origin;
            }
            app.mode = Mode::Read;
        }
    }
}

/// Puts text into the prompt.
pub(super) fn paste(app: &mut App, text: &str) {
    if let Mode::Prompt(prompt) = &mut app.mode {
        prompt.insert(text);
        look_for_typed(app);
    }
}

/// Puts an earlier search into the prompt.
fn recall(app: &mut App, code: Code) {
    let Mode::Prompt(prompt) = &app.mode else {
        return;
    };
    let at = app.history.iter().rposition(|typed| typed == prompt.text());
    let index = match (code, at) {
        (Code::Up, Some(at)) => at.checked_sub(1),
        (Code::Up, None) => app.history.len().checked_sub(1),
        (_, Some(at)) => Some(at + 1),
        _ => None,
    };
    if let Some(typed) = index.and_then(|index| app.history.get(index)) {
        app.mode = Mode::Prompt(Prompt::new(typed.clone()));
        look_for_typed(app);
    }
}

/// Goes on searching in an article that has grown; from the beginning when it is not what it was.
pub(super) fn look_on(app: &mut App, is_new: bool) {
    let Some(find) = &mut app.find else { return };
    if is_new {
        find.origin = app.view.clone();
        app.jumps.leave(&find.origin);
        find.look_for(&find.typed.clone());
    }
    go_on(app);
}

fn look_for_typed(app: &mut App) {
    let (Mode::Prompt(prompt), Some(find)) = (&app.mode, &mut app.find) else {
        return;
    };
    find.look_for(prompt.text());
    app.view = View {
        marked: None,
        ..find.origin.clone()
    };
}

/// Ends the prompt; without anything typed it repeats the last search.
fn accept(app: &mut App) {
    let Mode::Prompt(prompt) = std::mem::take(&mut app.mode) else {
        return;
    };
    let Some(find) = &mut app.find else { return };
    if prompt.text().is_empty() {
        let Some(last) = app.history.last() else {
            app.find = None;
            return;
        };
        let current = find.current;
        find.look_for(&last.clone());
        find.current = current;
        let onward = onward(app);
        return next_hit(app, 1, onward);
    }
    app.history.retain(|typed| typed != prompt.text());
    app.history.push(prompt.text().to_owned());
    app.history
        .drain(..app.history.len().saturating_sub(REMEMBERED));
    // The first hit may still be to come: the place is kept although it has not been left yet.
    app.jumps.leave(&find.origin);
    app.focus = Focus::Text;
}

/// Searches on for a moment; goes to the first hit as soon as it is known.
pub(super) fn go_on(app: &mut App) {
    advance(app, SLICE);
    let Some(find) = &mut app.find else { return };
    let Some(search) = find.search().filter(|_| find.is_waiting) else {
        return;
    };
    let first = find.first();
    if first.is_some() || search.is_complete() {
        find.is_waiting = false;
    }
    if let Some(hit) = first {
        find.current = Some(hit);
        bring(app, hit);
    }
}

/// The reader goes on: from the first hit if that is near, else from where the eyes are.
pub(super) fn stop_waiting(app: &mut App) {
    if app.find.as_ref().is_some_and(|find| find.is_waiting) {
        go_on(app);
    }
    if let Some(find) = &mut app.find {
        find.is_waiting = false;
    }
}

fn advance(app: &mut App, budget: usize) {
    if let Some(search) = app.find.as_mut().and_then(Find::search_mut) {
        search.advance(&app.article.document, budget);
    }
}

fn bring(app: &mut App, hit: Hit) {
    jump::bring(app, place(hit), Reveal::Gently);
}

/// The direction that the search has.
pub(super) fn onward(app: &App) -> Direction {
    match &app.find {
        Some(find) if find.is_backwards => Direction::Up,
        _ => Direction::Down,
    }
}

/// To the next hit or the one before; says when it comes round.
pub(super) fn next_hit(app: &mut App, times: usize, direction: Direction) {
    if app.find.is_none()
        && let Some(last) = app.history.last()
    {
        let mut find = Find::new(app.view.clone(), false);
        find.look_for(&last.clone());
        app.find = Some(find);
    }
    if app.find.is_none() {
        app.notice = Some("nothing has been searched for yet".to_owned());
        return;
    }
    advance(app, LEAP);
    let Some((hit, has_wrapped)) = neighbour(app, times, direction) else {
        return; // the status says how many there are
    };
    app.jumps.leave(&app.view);
    app.view.marked = None;
    if let Some(find) = &mut app.find {
        find.current = Some(hit);
        find.is_waiting = false;
    }
    bring(app, hit);
    if has_wrapped {
        let side = direction.opposite().end();
        app.notice = Some(format!("search goes on from the {side}"));
    }
    if !super::shows_both(app) {
        app.focus = Focus::Text;
    }
}

/// The hit so many further, and whether it lies round the end: counted from the current one while that is in view, else from
/// the top of the screen.
fn neighbour(app: &mut App, times: usize, direction: Direction) -> Option<(Hit, bool)> {
    let current = app.find.as_ref()?.current;
    let current = current.filter(|&hit| jump::is_in_view(app, place(hit)));
    let search = app.find.as_ref()?.search()?;
    let length = search.len();
    let here = current.map_or(app.view.top.at, |hit| hit.span.start);
    let before = search.index_at(here);
    let (index, has_wrapped) = match direction {
        Direction::Down => {
            let after = current.map_or(before, |_| search.index_at(here + 1));
            let index = after + times - 1;
            (index.checked_rem(length)?, index >= length)
        }
        Direction::Up => {
            let back = times.checked_rem(length)?;
            ((before + length - back) % length, times > before)
        }
    };
    Some((search.hit(index)?, has_wrapped))
}

fn place(hit: Hit) -> Place {
    Place {
        block: hit.block,
        at: hit.span.start,
    }
}
