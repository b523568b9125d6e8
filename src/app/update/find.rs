//! Searching: the prompt, the hits, and going on where a search has not come to its end.

use super::jump::{self, Reveal};
use crate::action::{Action, Scope};
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::event::{Code, Key};
use crate::app::find::{Find, REMEMBERED};
use crate::app::prompt::{Prompt, Typed};
use crate::app::view::View;
use crate::app::{App, Focus, Mode};
use crate::config::keymap::Meaning;
use crate::layout::walk::Place;
use crate::search::manner::{Asked, CaseRule, Manner};
use crate::search::{Hit, Search};

/// Visible text searched between two looks at the keyboard, in bytes: about a millisecond.
const SLICE: usize = 256 * 1024;

/// Text searched at once when a hit is asked for that is not known yet, in bytes.
const LEAP: usize = 2 * 1024 * 1024;

/// Opens the prompt for a search that goes that way.
pub(super) fn open_prompt(app: &mut App, direction: Direction) {
    app.mode = Mode::Prompt(Prompt::default());
    let current = app.find.take().and_then(|find| find.current);
    let mut find = Find::new(app.view.clone(), app.manner, direction);
    find.current = current;
    app.find = Some(find);
    app.view.marked = None;
}

/// Types a key into the prompt; the search follows.
pub(super) fn type_key(app: &mut App, key: Key) {
    if let (Code::Up | Code::Down, false) = (key.code, key.ctrl) {
        let direction = match key.code {
            Code::Up => Direction::Up,
            _ => Direction::Down,
        };
        return recall(app, direction);
    }
    if (key.alt || key.ctrl)
        && let Meaning::Action(action) = app.keymap.meaning(&[key], Scope::TEXT)
        && turned(app.manner, action).is_some()
    {
        return turn(app, action);
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

/// Puts an earlier search into the prompt, or a later one.
fn recall(app: &mut App, direction: Direction) {
    let Mode::Prompt(prompt) = &app.mode else {
        return;
    };
    let is_this = |asked: &Asked| asked.typed == prompt.text();
    let at = app.history.iter().rposition(is_this);
    let index = match direction {
        Direction::Up => at.unwrap_or(app.history.len()).checked_sub(1),
        Direction::Down => at.map(|at| at + 1),
    };
    if let Some(asked) = index.and_then(|index| app.history.get(index)) {
        app.mode = Mode::Prompt(Prompt::new(asked.typed.clone()));
        app.manner = asked.manner;
        look_for_typed(app);
    }
}

/// Takes what was searched for in earlier sessions, which goes before the searches of this one.
pub(super) fn remember(app: &mut App, mut searches: Vec<Asked>) {
    let is_old = |asked: &Asked| app.history.iter().all(|it| it.typed != asked.typed);
    searches.retain(is_old);
    searches.append(&mut app.history);
    app.history = searches;
    forget_oldest(app);
}

fn forget_oldest(app: &mut App) {
    let over = app.history.len().saturating_sub(REMEMBERED);
    app.history.drain(..over);
}

/// The manner after an action that changes it.
fn turned(manner: Manner, action: Action) -> Option<Manner> {
    Some(match action {
        Action::ToggleRegex => Manner {
            is_regex: !manner.is_regex,
            ..manner
        },
        Action::ToggleWords => Manner {
            is_word: !manner.is_word,
            ..manner
        },
        Action::ToggleCase => Manner {
            case: manner.case.next(),
            ..manner
        },
        _ => return None,
    })
}

/// Takes what is searched for in another manner, what is typed now and what was typed before.
pub(super) fn turn(app: &mut App, action: Action) {
    let Some(manner) = turned(app.manner, action) else {
        return;
    };
    app.manner = manner;
    if let Mode::Prompt(_) = app.mode {
        return look_for_typed(app);
    }
    app.notice = Some(told(manner, action).to_owned());
    if let Some(find) = app.find.as_mut().filter(|find| !find.typed.is_empty()) {
        find.origin = app.view.clone();
        find.manner = manner;
        find.look_for(&find.typed.clone());
        if let Some(last) = app.history.last_mut().filter(|it| it.typed == find.typed) {
            last.manner = manner;
        }
    }
}

/// What an action has made of the manner.
fn told(manner: Manner, action: Action) -> &'static str {
    match (action, manner.case) {
        (Action::ToggleRegex, _) if manner.is_regex => "searches are regular expressions",
        (Action::ToggleRegex, _) => "searches are words as they stand",
        (Action::ToggleWords, _) if manner.is_word => "searches find whole words only",
        (Action::ToggleWords, _) => "searches find parts of words too",
        (_, CaseRule::Smart) => "capitals matter where one is typed",
        (_, CaseRule::Kept) => "capitals matter",
        (_, CaseRule::Ignored) => "capitals do not matter",
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
    find.manner = app.manner;
    find.look_for(prompt.text());
    if find.wrong.is_none() {
        app.view = View {
            marked: None,
            ..find.origin.clone()
        };
    }
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
        find.manner = last.manner;
        find.look_for(&last.typed);
        find.current = current;
        let onward = onward(app);
        return next_hit(app, 1, onward);
    }
    if find.wrong.is_some() {
        app.mode = Mode::Prompt(prompt); // what is wrong is told; there is nothing to stay at
        return;
    }
    let asked = Asked {
        typed: prompt.text().to_owned(),
        manner: find.manner,
    };
    app.effects.push(Effect::Remember(asked.clone()));
    // The first hit may still be to come: the place is kept although it has not been left yet.
    app.jumps.leave(&find.origin);
    app.focus = Focus::Text;
    add_to_history(app, asked);
}

/// Takes a search as the latest one.
pub(super) fn add_to_history(app: &mut App, asked: Asked) {
    app.history.retain(|it| it.typed != asked.typed);
    app.history.push(asked);
    forget_oldest(app);
}

/// Searches for words from the top of the screen on, as when they are typed.
pub(super) fn look_for(app: &mut App, words: &str) {
    let mut find = Find::new(app.view.clone(), app.manner, Direction::Down);
    find.look_for(words);
    app.find = Some(find);
    let asked = Asked {
        typed: words.to_owned(),
        manner: app.manner,
    };
    add_to_history(app, asked);
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
    app.find
        .as_ref()
        .map_or(Direction::Down, |find| find.direction)
}

/// Takes up the last search where there is none, also that of an earlier session, and looks some way ahead; says so where nothing
/// was ever searched for.
pub(super) fn resume(app: &mut App) -> bool {
    if app.find.is_none()
        && let Some(last) = app.history.last()
    {
        let mut find = Find::new(app.view.clone(), last.manner, Direction::Down);
        find.look_for(&last.typed);
        find.is_waiting = false; // the reader stays where it is asked for
        app.find = Some(find);
    }
    if app.find.is_none() {
        let key = app.keymap.way("search");
        app.notice = Some(format!("nothing is searched for: {key} first"));
        return false;
    }
    advance(app, LEAP);
    true
}

/// To the next hit or the one before; says when it comes round.
pub(super) fn next_hit(app: &mut App, times: usize, direction: Direction) {
    if !resume(app) {
        return;
    }
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
        let is_only = |search: &Search| search.is_complete() && search.len() == 1;
        app.notice = Some(if app.search().is_some_and(is_only) {
            "the only one".to_owned()
        } else {
            format!("from the {side}")
        });
    }
    if !super::shows_both(app) {
        app.focus = Focus::Text;
    }
}

/// The hit so many further, and whether it lies round the end: counted from the current one while that is in view, else from
/// the top of the screen.
fn neighbour(app: &mut App, times: usize, direction: Direction) -> Option<(Hit, bool)> {
    let current = app.find.as_ref()?.current;
    let current = current.filter(|&hit| app.is_in_view(place(hit)));
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

pub(super) fn place(hit: Hit) -> Place {
    Place::new(hit.block, hit.span.start)
}
