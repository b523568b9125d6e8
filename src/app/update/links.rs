//! Links and footnotes: from a letter, a mark or a click to where it leads.

use super::jump::{self, Reveal};
use super::{clipboard, motion, shelf};
use crate::action::Action;
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::event::{Code, Key, Mouse, MouseKind};
use crate::app::links::{Leads, Links, Neighbour, Sheet, panel};
use crate::app::prompt::{Prompt, Typed};
use crate::app::view::Mark;
use crate::app::words::Words;
use crate::app::{App, Focus, Mode};
use crate::citation::excerpt::Excerpt;

/// Shows the links that are on screen, from the first on that the list itself would cover.
pub(super) fn open(app: &mut App) {
    app.settle(); // keys that were typed ahead have moved the page
    if let Some(mut links) = Links::on_screen(app) {
        links.top = panel::first_covered(app, &links);
        links.cursor = links.top;
        app.mode = Mode::Links(links);
    } else {
        let all = app.keymap.keys(Action::AllLinks, app.scope()).next();
        let all = all.map_or_else(String::new, |key| format!(" · {key} those of the article"));
        app.notice = Some(format!("there are no links on screen{all}"));
    }
}

/// Shows the links and footnotes of the whole article.
pub(super) fn open_all(app: &mut App) {
    app.settle();
    match Links::all(app) {
        Some(mut links) => {
            links.go_to(links.cursor, panel::room(app));
            app.mode = Mode::Links(links);
        }
        None => app.notice = Some("there are no links in the article".to_owned()),
    }
}

/// Acts on the link or footnote in the words that are marked; without one, goes so many lines down.
pub(super) fn enter(app: &mut App, times: usize) {
    app.settle();
    let marked = app.here().mark();
    match marked.and_then(|mark| Links::within(app, mark.span)) {
        Some(links) => look(app, links),
        None => motion::scroll(app, times, Direction::Down),
    }
}

/// Marks the link or footnote so many further, and tells where it leads.
pub(super) fn step(app: &mut App, times: usize, direction: Direction) {
    let here = app.here();
    let further = match direction {
        Direction::Down => Links::behind(app, here, times),
        Direction::Up => Links::before(app, here, times),
    };
    let Some((mark, target)) = further else {
        let side = direction.end();
        app.notice = Some(format!("there are no more links to the {side}"));
        return;
    };
    if app.view.marked.is_none() {
        app.jumps.leave(&app.view);
    }
    app.focus = Focus::Text;
    jump::show(app, mark, Reveal::Gently);
    let briefly = target.leads.briefly(app);
    let enter = app.keymap.keys(Action::Open, app.scope()).next();
    let enter = enter.map_or_else(String::new, |key| format!("{key} opens it · "));
    app.notice = Some(format!("{enter}{briefly}"));
}

/// Does what a key means while links are shown.
pub(super) fn type_key(app: &mut App, key: Key) {
    let Mode::Links(mut links) = std::mem::take(&mut app.mode) else {
        return;
    };
    let is_list = links.sheet == Sheet::List;
    let room = panel::room(app);
    let is_move = matches!(
        key.code,
        Code::Up | Code::Down | Code::PageUp | Code::PageDown
    );
    if links.prompt.is_some() && !is_move {
        type_filter(app, &mut links, key);
        app.mode = Mode::Links(links);
        return;
    }
    match (key.code, links.sheet) {
        (Code::Char('c'), _) if key.ctrl => return,
        (Code::Esc, Sheet::One(_)) if links.count() > 1 => links.sheet = Sheet::List,
        (Code::Esc, Sheet::List) if links.filter.is_some() => links.sift(app, ""),
        (Code::Esc, _) => return,
        (Code::Up, Sheet::List) => links.go_to(links.cursor.saturating_sub(1), room),
        (Code::Down, Sheet::List) => links.go_to(links.cursor + 1, room),
        (Code::PageUp, Sheet::List) => links.go_to(links.cursor.saturating_sub(room), room),
        (Code::PageDown, Sheet::List) => links.go_to(links.cursor + room, room),
        (Code::Home, Sheet::List) => links.go_to(0, room),
        (Code::End, Sheet::List) => links.go_to(usize::MAX, room),
        (Code::Down | Code::Char('j'), Sheet::One(top)) => scroll(app, &mut links, top + 1),
        (Code::Up | Code::Char('k'), Sheet::One(top)) => {
            scroll(app, &mut links, top.saturating_sub(1));
        }
        (Code::Enter, Sheet::List) => return look(app, links),
        (Code::Enter, Sheet::One(_)) => return follow(app, links),
        (Code::Char('y'), Sheet::One(_)) => return copy(app, &links),
        (Code::Char('/'), Sheet::List) => {
            let typed = links.filter.as_ref().map_or("", Words::typed);
            links.prompt = Some(Prompt::new(typed.to_owned()));
        }
        (Code::Char(letter), Sheet::List) if !key.alt && !key.ctrl => {
            return type_letter(app, links, letter);
        }
        _ => {}
    }
    if is_list {
        links.typed.clear();
    }
    app.mode = Mode::Links(links);
}

/// Types a key into the filter; the list follows.
fn type_filter(app: &App, links: &mut Links, key: Key) {
    let Some(prompt) = &mut links.prompt else {
        return;
    };
    match prompt.type_key(key) {
        Typed::Changed => sift(app, links),
        Typed::Nothing => {}
        Typed::Accepted => links.prompt = None,
        Typed::Cancelled => {
            links.prompt = None;
            links.sift(app, "");
        }
    }
}

/// Puts text into the filter, while it is typed.
pub(super) fn paste(app: &mut App, text: &str) {
    let Mode::Links(mut links) = std::mem::take(&mut app.mode) else {
        return;
    };
    if let Some(prompt) = &mut links.prompt {
        prompt.insert(text);
        sift(app, &mut links);
    }
    app.mode = Mode::Links(links);
}

fn sift(app: &App, links: &mut Links) {
    let typed = links.prompt.as_ref().map(|it| it.text().to_owned());
    links.sift(app, &typed.unwrap_or_default());
}

fn scroll(app: &App, links: &mut Links, top: usize) {
    links.sheet = Sheet::One(top.min(panel::lowest_top(app, links)));
}

fn type_letter(app: &mut App, mut links: Links, letter: char) {
    links.typed.push(letter);
    if let Some(named) = links.named(&links.typed) {
        links.cursor = named;
        links.typed.clear();
        return look(app, links);
    }
    let begins = (0..links.targets.len()).any(|at| links.letters(at).starts_with(&links.typed));
    if !begins {
        app.notice = Some(format!("no link has the letter {}", links.typed));
        links.typed.clear();
    }
    app.mode = Mode::Links(links);
}

/// Shows what is known of the link under the cursor; a place in the article or another article, by going there.
fn look(app: &mut App, mut links: Links) {
    match links.chosen().map(|it| &it.leads) {
        Some(Leads::Here(mark)) => go(app, *mark),
        Some(Leads::Beside(_)) => follow(app, links),
        None => app.mode = Mode::Links(links),
        Some(_) => {
            links.sheet = Sheet::One(0);
            app.mode = Mode::Links(links);
        }
    }
}

/// The wheel moves in the panel; a click on a link of the list looks at it, and any other closes.
pub(super) fn mouse(app: &mut App, mouse: Mouse) {
    match mouse.kind {
        MouseKind::WheelDown => type_key(app, Key::plain(Code::Down)),
        MouseKind::WheelUp => type_key(app, Key::plain(Code::Up)),
        MouseKind::WheelLeft | MouseKind::WheelRight => {}
        MouseKind::Press => press_panel(app, mouse),
    }
}

fn press_panel(app: &mut App, mouse: Mouse) {
    let Mode::Links(mut links) = std::mem::take(&mut app.mode) else {
        return;
    };
    if let Some(pressed) = panel::pressed(app, &links, mouse.x, mouse.y) {
        links.cursor = pressed;
        look(app, links);
    }
}

/// Shows the links of one piece of text, as `look` does.
pub(super) fn press(app: &mut App, links: Links) {
    look(app, links);
}

/// Follows the link under the cursor.
fn follow(app: &mut App, links: Links) {
    match links.chosen().map(|it| &it.leads) {
        Some(Leads::Out(address)) => {
            app.notice = Some(format!("opening {} …", address.whole));
            app.effects.push(Effect::Browse(address.whole.clone()));
        }
        Some(Leads::Here(mark) | Leads::Note(mark)) => go(app, *mark),
        Some(Leads::Beside(neighbour)) => app.effects.push(Effect::Find(neighbour.clone())),
        Some(Leads::Nowhere { .. }) => app.mode = Mode::Links(links),
        None => {}
    }
}

/// Opens the file that a link leads to, once it is known to be one.
pub(super) fn found(app: &mut App, neighbour: Neighbour, is_file: Result<(), String>) {
    match is_file {
        Ok(()) => shelf::open_neighbour(app, neighbour),
        Err(message) => app.notice = Some(message),
    }
}

fn go(app: &mut App, mark: Mark) {
    app.focus = Focus::Text;
    app.jumps.leave(&app.view);
    jump::show(app, mark, Reveal::Gently);
}

/// Copies the address, or the words of a note.
fn copy(app: &mut App, links: &Links) {
    let words = links.chosen().map(|it| match &it.leads {
        Leads::Out(address) => address.whole.clone(),
        Leads::Note(mark) => Excerpt::of(&app.article.document, mark.span).text(),
        Leads::Beside(neighbour) => neighbour.path.display().to_string(),
        Leads::Here(_) => it.text.clone(),
        Leads::Nowhere { written, .. } => written.clone(),
    });
    if let Some(words) = words {
        clipboard::copy_text(app, words);
    }
}
