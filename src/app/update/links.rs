//! Links and footnotes: from a letter to where it leads.

use super::clipboard;
use super::jump::{self, Reveal};
use crate::app::effect::Effect;
use crate::app::event::{Code, Key};
use crate::app::links::{Leads, Links, Sheet, panel};
use crate::app::view::Mark;
use crate::app::{App, Focus, Mode};

/// Shows the links that are on screen.
pub(super) fn open(app: &mut App) {
    app.settle(); // keys that were typed ahead have moved the page
    match Links::on_screen(app) {
        Some(links) => app.mode = Mode::Links(links),
        None => app.notice = Some("there are no links on screen".to_owned()),
    }
}

/// Does what a key means while links are shown.
pub(super) fn type_key(app: &mut App, key: Key) {
    let Mode::Links(mut links) = std::mem::take(&mut app.mode) else {
        return;
    };
    let is_list = links.sheet == Sheet::List;
    match (key.code, links.sheet) {
        (Code::Char('c'), _) if key.ctrl => return,
        (Code::Esc, Sheet::One(_)) if links.targets.len() > 1 => links.sheet = Sheet::List,
        (Code::Esc, _) => return,
        (Code::Up, Sheet::List) => links.cursor = links.cursor.saturating_sub(1),
        (Code::Down, Sheet::List) => {
            let last = links.targets.len().saturating_sub(1);
            links.cursor = (links.cursor + 1).min(last);
        }
        (Code::Down | Code::Char('j'), Sheet::One(top)) => scroll(app, &mut links, top + 1),
        (Code::Up | Code::Char('k'), Sheet::One(top)) => {
            scroll(app, &mut links, top.saturating_sub(1));
        }
        (Code::Enter, Sheet::List) => return look(app, links),
        (Code::Enter, Sheet::One(_)) => return follow(app, links),
        (Code::Char('y'), Sheet::One(_)) => return copy(app, &links),
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

/// Shows what is known of the link under the cursor; a place in the article, by going there.
fn look(app: &mut App, mut links: Links) {
    if let Some(Leads::Here(mark)) = links.chosen().map(|it| &it.leads) {
        return go(app, *mark);
    }
    links.sheet = Sheet::One(0);
    app.mode = Mode::Links(links);
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
        Some(Leads::Here(mark) | Leads::Note { mark, .. }) => go(app, *mark),
        Some(Leads::Nowhere { .. }) => app.mode = Mode::Links(links),
        None => {}
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
        Leads::Note { words, .. } => words.clone(),
        Leads::Here(_) => it.text.clone(),
        Leads::Nowhere { written, .. } => written.clone(),
    });
    if let Some(words) = words {
        clipboard::copy_text(app, words);
    }
}
