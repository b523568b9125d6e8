//! Changes of state: what each event does.

mod bookmark;
mod choose;
mod clipboard;
mod column;
mod command;
mod editor;
mod filter;
mod find;
mod goal;
mod hide;
mod jump;
mod links;
mod list;
mod listing;
mod motion;
mod mouse;
mod related;
mod renew;
mod select;
mod sentence;
mod sheet;
mod shelf;
mod sideways;
mod word;

use std::sync::Arc;

use jump::Reveal;

use super::bookmark::Bookmarking;
use super::chooser::Chooser;
use super::direction::Direction;
use super::effect::Effect;
use super::event::{Code, Event, Key};
use super::help::Help;
use super::jumps::Jumps;
use super::view::Extent;
use super::{App, Focus, Mode, Pending, Stage, area, pictures};
use crate::action::{Action, Scope};
use crate::article::section::{Outline, SectionId};
use crate::config::keymap::Meaning;
use crate::doc::Document;
use crate::doc::format::Format;
use crate::layout::cache::Layouts;

/// The largest count that keys can have.
const LARGEST_COUNT: u32 = 99_999;

/// Changes the state after an event; returns what is to be done outside.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let is_by_hand = matches!(event, Event::Key(_) | Event::Mouse(_));
    change(app, event);
    if is_by_hand {
        let leaves = |effect: &Effect| matches!(effect, Effect::Quit | Effect::Interrupt);
        let is_leaving = app.effects.iter().any(leaves);
        bookmark::follow(app, is_leaving);
    }
    choose::settle(app);
    list::settle(app);
    std::mem::take(&mut app.effects)
}

fn change(app: &mut App, event: Event) {
    match event {
        Event::Key(key) => key_pressed(app, key),
        Event::Mouse(mouse) => mouse::update(app, mouse),
        Event::Paste(text) => paste(app, &text),
        Event::Resize(size) => {
            app.size = size;
            app.follow_section();
        }
        Event::Read { document, outline } => read(app, document, outline),
        Event::Annotated { findings, is_more } => app.article.annotate(*findings, is_more),
        Event::Fetched(bytes) => {
            if let Some(fetch) = &mut app.fetch {
                fetch.bytes = bytes;
            }
        }
        Event::Arrived(arrived) => {
            app.fetch = None;
            app.notice = arrived.encoding.notice().or(app.notice.take());
            if arrived.address.is_some() {
                app.pictures.forget(); // they are named seen from there
            }
            app.article.arrived = Some(arrived);
        }
        Event::Notice(message) | Event::NotOpened(message) => {
            app.fetch = None;
            app.notice = Some(message);
        }
        Event::Made(made) => jump::keep_in_view(app, |app| pictures::made(app, *made)),
        Event::Of(reading, event) => shelf::hear(app, reading, *event),
        Event::Renewed(_) | Event::Unchanged => {} // only of a reading that was asked for
        Event::Outdated(index) => renew::outdated(app, index),
        Event::Gone(index) => renew::gone(app, index),
        Event::Glanced { index, head } => choose::glanced(app, index, head),
        Event::Copied { copy, way } => clipboard::copied(app, &copy, way),
        Event::Found { neighbour, is_file } => links::found(app, neighbour, is_file),
        Event::Completed { typed, paths } => command::completed(app, &typed, paths),
        Event::Remembered(searches) => find::remember(app, searches),
        Event::Kept(kept) => bookmark::remember(app, kept),
        Event::Unkept(why) => bookmark::forget(app, &why),
        Event::Work => {
            find::go_on(app);
            filter::go_on(app);
        }
    }
}

/// Pasted text goes into what is being typed and nowhere else: it must never act as keys.
fn paste(app: &mut App, text: &str) {
    match app.mode {
        Mode::Prompt(_) => find::paste(app, text),
        Mode::Filter(_) => filter::paste(app, text),
        Mode::Command(_) => command::paste(app, text),
        Mode::Choose(_) => choose::paste(app, text),
        Mode::Help(_) => sheet::paste(app, text),
        Mode::Links(_) => links::paste(app, text),
        Mode::Read | Mode::Bookmark(_) | Mode::Facts(_) | Mode::Former { .. } => {}
    }
}

/// Takes in what has been read of the article. The text stays where it is under the eyes.
fn read(app: &mut App, document: Arc<Document>, outline: Arc<Outline>) {
    let is_first = app.stage == Stage::Opening;
    let has_changed = app.article.grow(document, outline);
    app.list.hidden.seek(&app.article.document);
    app.layouts = Layouts::default(); // the end of what there was looks different with more behind it
    if is_first {
        app.stage = Stage::Open;
        if app.article.document.format() == Format::Terminal {
            app.show_alone(); // it needs the width, and quotes nobody
        } else {
            app.show_section(SectionId::default());
        }
        app.jumps = Jumps::default();
    } else if has_changed {
        app.view = app.article.again(&app.view);
        app.jumps.change(|view| app.article.again(view));
        app.bookmarks.change(|view| app.article.again(view));
        app.list.peek = app.list.peek.take().map(|view| app.article.again(&view));
        app.kept_at = app.kept_at.map(|place| app.article.place_of(place.at));
    }
    if app.goal.is_some() || is_first {
        goal::begin(app);
        app.kept_at = Some(app.view.top);
    }
    if app.is_at_end {
        app.show_end();
    }
    find::look_on(app, is_first || has_changed);
}

fn key_pressed(app: &mut App, key: Key) {
    app.notice = None;
    let was_following = app.is_following();
    app.is_at_end = false;
    app.goal = None;
    app.list.return_to_cursor();
    match app.mode {
        Mode::Prompt(_) => return find::type_key(app, key),
        Mode::Filter(_) => return filter::type_key(app, key),
        Mode::Command(_) => return command::type_key(app, key),
        Mode::Choose(Chooser {
            prompt: Some(_), ..
        }) => return choose::type_key(app, key),
        Mode::Bookmark(purpose) => return bookmark::type_key(app, key, purpose),
        Mode::Links(_) => return links::type_key(app, key),
        Mode::Help(Help {
            prompt: Some(_), ..
        }) => return sheet::type_key(app, key),
        Mode::Read | Mode::Choose(_) | Mode::Help(_) | Mode::Facts(_) | Mode::Former { .. } => {}
    }
    find::stop_waiting(app);
    if let Some(digit) = digit(app, key) {
        let count = app
            .pending
            .count
            .unwrap_or(0)
            .saturating_mul(10)
            .saturating_add(digit);
        app.pending.count = Some(count.min(LARGEST_COUNT));
        return;
    }
    let is_waiting = app.pending != Pending::default();
    let alone = app.keymap.meaning(&[key], app.scope());
    app.pending.keys.push(key);
    match app.keymap.meaning(&app.pending.keys, app.scope()) {
        Meaning::Pending => {}
        Meaning::Action(Action::Cancel) if is_waiting => app.pending = Pending::default(),
        Meaning::Unbound if is_waiting && is_way_out(alone) => app.pending = Pending::default(),
        Meaning::Action(Action::Cancel) if was_following => {
            app.pending = Pending::default();
            let key = app.keymap.way("follow-end");
            app.notice = Some(format!("follows no more · {key} follows again"));
        }
        Meaning::Action(action) => {
            let count = std::mem::take(&mut app.pending).count;
            perform(app, action, count);
        }
        Meaning::Unbound if matches!(app.mode, Mode::Facts(_) | Mode::Former { .. }) => {
            app.mode = Mode::Read; // a sheet of a few rows is in nobody's way
            app.pending = Pending::default();
            key_pressed(app, key);
        }
        Meaning::Unbound => {
            let keys = Key::write_chord(&std::mem::take(&mut app.pending).keys);
            app.notice = way_on(app).map(|way| format!("{keys} does nothing here · {way}"));
        }
    }
}

/// Whether a key leaves what was begun, whatever that is.
fn is_way_out(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Action(Action::Cancel | Action::Interrupt))
}

/// What leads on from a key that means nothing: help, or out of it.
fn way_on(app: &App) -> Option<String> {
    let (action, does) = match app.scope() {
        Scope::HELP => (Action::Cancel, "closes help"),
        _ => (Action::Help, "help"),
    };
    let key = app.keymap.keys(action, app.scope()).next()?;
    Some(format!("{key} {does}"))
}

/// Digits gather into a count while the text has the focus.
fn digit(app: &App, key: Key) -> Option<u32> {
    let Key {
        code: Code::Char(c),
        ctrl: false,
        alt: false,
    } = key
    else {
        return None;
    };
    let is_first = app.pending.count.is_none();
    c.to_digit(10).filter(|&digit| {
        app.scope().intersects(Scope::TEXT | Scope::SELECT)
            && app.pending.keys.is_empty()
            && (digit > 0 || !is_first)
    })
}

/// Carries an action out.
fn perform(app: &mut App, action: Action, count: Option<u32>) {
    if let Mode::Choose(_) = app.mode {
        return choose::perform(app, action);
    }
    if app.scope() == Scope::HELP {
        return sheet::perform(app, action);
    }
    if app.scope() == Scope::SELECT {
        return select::perform(app, action, count);
    }
    let times = count.unwrap_or(1) as usize;
    if !matches!(action, Action::SearchWord | Action::SearchWordBack) {
        app.pointed = None;
    }
    match action {
        Action::Down
        | Action::Up
        | Action::PageDown
        | Action::PageUp
        | Action::HalfDown
        | Action::HalfUp
        | Action::Top
        | Action::Bottom
            if app.focus == Focus::List =>
        {
            list::move_cursor(app, action);
        }
        Action::Down => motion::scroll(app, times, Direction::Down),
        Action::Up => motion::scroll(app, times, Direction::Up),
        Action::PageDown => motion::pages(app, times, Direction::Down),
        Action::PageUp => motion::pages(app, times, Direction::Up),
        Action::HalfDown => motion::half_page(app, count, Direction::Down),
        Action::HalfUp => motion::half_page(app, count, Direction::Up),
        Action::Top | Action::Bottom if let Some(number) = count => {
            jump::line(app, number as usize);
        }
        Action::Top => motion::top(app),
        Action::Bottom => motion::bottom(app),
        Action::FollowEnd => motion::follow_end(app),
        Action::Percent => motion::percent(app, count),
        Action::NextQuestion => motion::question(app, times, Direction::Down),
        Action::PreviousQuestion => motion::question(app, times, Direction::Up),
        Action::NextParagraph => jump::paragraph(app, times, Direction::Down),
        Action::PreviousParagraph => jump::paragraph(app, times, Direction::Up),
        Action::NextSentence => sentence::go(app, times, Direction::Down),
        Action::PreviousSentence => sentence::go(app, times, Direction::Up),
        Action::NextItem => jump::item(app, times, Direction::Down),
        Action::PreviousItem => jump::item(app, times, Direction::Up),
        Action::SwapPane => list::swap_pane(app),
        Action::ToggleSidebar => list::toggle(app),
        Action::NextPlace => related::next_place(app, times),
        Action::Follow => related::follow(app),
        Action::Open if app.focus == Focus::Text => links::enter(app, times),
        Action::Open => list::open(app),
        Action::Fold => list::fold(app),
        Action::Unfold => list::unfold(app),
        Action::FoldAll => list::fold_all(app),
        Action::ToggleWhole => toggle_whole(app),
        Action::Left => sideways::step(app, times, Direction::Up),
        Action::Right => sideways::step(app, times, Direction::Down),
        Action::Cancel => cancel(app),
        Action::Back => jump::back(app, times),
        Action::Forward => jump::forward(app, times),
        Action::SetBookmark => bookmark::open(app, Bookmarking::Set),
        Action::GoToBookmark => bookmark::open(app, Bookmarking::GoTo),
        Action::Search => find::open_prompt(app, Direction::Down),
        Action::SearchBackwards => find::open_prompt(app, Direction::Up),
        Action::NextHit => find::next_hit(app, times, find::onward(app)),
        Action::PreviousHit => find::next_hit(app, times, find::onward(app).opposite()),
        Action::SearchWord => word::search(app, times, Direction::Down),
        Action::SearchWordBack => word::search(app, times, Direction::Up),
        Action::ToggleRegex | Action::ToggleWords | Action::ToggleCase => find::turn(app, action),
        Action::CentreMark => jump::place_mark(app, Reveal::Centred),
        Action::RaiseMark => jump::place_mark(app, Reveal::Topmost),
        Action::Copy => clipboard::copy(app),
        Action::Cite => clipboard::cite(app),
        Action::Select => select::begin(app),
        Action::SelectWord
        | Action::SelectWordBack
        | Action::SentenceEnd
        | Action::SentenceStart
        | Action::SelectSentence
        | Action::SelectParagraph
        | Action::OtherEnd => select::perform(app, action, count),
        Action::Links => links::open(app),
        Action::AllLinks => links::open_all(app),
        Action::NextLink => links::step(app, times, Direction::Down),
        Action::PreviousLink => links::step(app, times, Direction::Up),
        Action::NextArticle => shelf::turn(app, times, Direction::Down),
        Action::PreviousArticle => shelf::turn(app, times, Direction::Up),
        Action::Narrower | Action::Wider | Action::ResetWidth => column::resize(app, action, times),
        action => manage(app, action),
    }
}

/// Carries out what concerns no place of the text: other articles, the list, the program itself.
fn manage(app: &mut App, action: Action) {
    match action {
        Action::Pictures => pictures::fetch(app),
        Action::Editor => editor::open(app),
        Action::Reload => renew::ask(app),
        Action::Command => command::open(app),
        Action::Choose => choose::open(app, app.shelf.open().unwrap_or(0)),
        Action::ToggleZen => column::toggle_zen(app),
        Action::ToggleMouse => mouse::toggle(app),
        Action::Redraw => app.effects.push(Effect::Redraw),
        Action::Suspend => app.effects.push(Effect::Suspend),
        Action::Help => app.mode = Mode::Help(Help::default()),
        Action::Facts => app.mode = Mode::Facts(0),
        Action::Quit => app.effects.push(Effect::Quit),
        Action::Interrupt => app.effects.push(Effect::Interrupt),
        action => listing::perform(app, action),
    }
}

fn toggle_whole(app: &mut App) {
    app.view.extent = match app.view.extent {
        Extent::Section => Extent::Whole,
        Extent::Whole => Extent::Section,
    };
    motion::settle_top(app);
    app.notice = Some(match app.view.extent {
        Extent::Section => "one section at a time".to_owned(),
        Extent::Whole => "the whole article in one flow".to_owned(),
    });
}

/// Closes what is open, one thing at a time: in the list its filter, then the peek and the list; then the mark, the hits, the filter,
/// what has changed. While nothing can
/// be read yet, it goes back to another article, or there is nothing to come back to.
fn cancel(app: &mut App) {
    if shelf::abandon(app) {
        return;
    }
    if app.fetch.is_some() && app.stage == Stage::Opening {
        app.effects.push(Effect::Quit);
    } else if app.focus == Focus::List && app.list.filter.is_some() {
        app.list.filter = None;
    } else if app.focus == Focus::List {
        list::close(app);
    } else if app.view.marked.is_some() {
        app.view.marked = None;
    } else if app.find.is_some() {
        app.find = None;
    } else if app.list.filter.is_some() {
        app.list.filter = None;
    } else {
        list::forget_changes(app);
    }
}

/// Whether text and list are side by side.
fn shows_both(app: &App) -> bool {
    app.panes() == area::Panes::Both
}
