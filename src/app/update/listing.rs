//! What is listed, and how: kinds, groups, an outline, a map, over the full width.

use super::{filter, hide, list, shows_both};
use crate::action::Action;
use crate::app::list::{Entry, Group, Kind, Room, map};
use crate::app::{App, Focus, area};

/// Carries out an action that changes what is listed.
pub(super) fn perform(app: &mut App, action: Action) {
    match action {
        Action::CycleKind => list::show_kind(app, app.entries().next_kind()),
        Action::ShowAll => list::show_kind(app, Kind::All),
        Action::ShowQuotes => list::show_kind(app, Kind::Quotes),
        Action::ShowGuarantees => list::show_kind(app, Kind::Guarantees),
        Action::ShowPeople => list::show_kind(app, Kind::People),
        Action::ShowChanges => list::show_changes(app),
        Action::ShowHits => list::show_hits(app),
        Action::ShowMap => show_map(app),
        Action::WhoSaidWhat => who_said_what(app),
        Action::ToggleWeak => list::toggle_weak(app),
        Action::ToggleHits => list::sift(app),
        Action::WidenList => widen(app),
        Action::Hide => hide::hide(app),
        Action::BringBack => hide::bring_back(app),
        Action::ToggleHidden => hide::toggle_hidden(app),
        Action::Filter => filter::open_prompt(app),
        Action::NextOrder => order(app),
        Action::NextGrouping => group(app),
        Action::ToggleOutline => toggle_outline(app),
        _ => {} // all others are carried out elsewhere
    }
}

/// Groups what is listed by something else. What is listed in a way of its own becomes quotes and guarantees.
fn group(app: &mut App) {
    if app.article.quotes() + app.article.guarantees() == 0 {
        app.notice = Some(nothing_to(app, "group"));
        return;
    }
    if !matches!(app.list.kind, Kind::All | Kind::Quotes | Kind::Guarantees) {
        app.list.kind = Kind::All;
    }
    app.list.by = app.list.by.next();
    app.notice = Some(format!("by {}", app.list.by.name()));
    bring_in(app);
}

/// Lists the groups in another order, where they can have one.
fn order(app: &mut App) {
    let kind = app.list.kind.name().to_lowercase();
    app.notice = Some(match app.list.kind {
        Kind::Changes | Kind::Hits | Kind::Map => format!("{kind}: always as in the article"),
        _ if app.article.items().is_empty() => nothing_to(app, "order"),
        _ => {
            app.list.turn();
            app.list.ordered()
        }
    });
    bring_in(app);
}

/// Tells why nothing changes.
fn nothing_to(app: &App, verb: &str) -> String {
    if app.article.is_annotated() {
        format!("nothing was found to {verb}")
    } else {
        "still looking for quotes and guarantees".to_owned()
    }
}

/// Leaves nothing but the questions, or lists everything as it was.
fn toggle_outline(app: &mut App) {
    if !matches!(app.list.kind, Kind::All | Kind::Quotes | Kind::Guarantees) {
        app.list.kind = Kind::All;
    }
    app.list.selected = Some(Entry::Group(Group::Section(app.view.section)));
    let is_outline = app.list.toggle_outline();
    app.notice = is_outline.then(|| "questions alone".to_owned());
    bring_in(app);
}

/// Lists the sections as a map.
fn show_map(app: &mut App) {
    app.list.kind = Kind::Map;
    app.notice = Some(app.symbols.write(map::LEGEND).into_owned());
    bring_in(app);
}

/// Gives the list all of the screen, or puts it beside the text again.
fn widen(app: &mut App) {
    if app.list.room == Room::Full {
        app.list.room = Room::Beside;
    } else {
        app.list.widen();
        give_focus(app);
    }
}

/// Lists people over the full width, with all that they say and give.
fn who_said_what(app: &mut App) {
    app.list.widen();
    app.list.kind = Kind::People;
    app.list.set_all_unfolded(true);
    give_focus(app);
}

/// Gives the focus to the list.
pub(super) fn give_focus(app: &mut App) {
    app.frills = area::Frills::default();
    app.list.rewind();
    if app.focus == Focus::Text {
        list::swap_pane(app);
    }
}

/// Shows the list where it is not on screen; where there is room for one pane only, it gets that and the focus.
fn bring_in(app: &mut App) {
    app.frills = area::Frills::default();
    app.list.rewind();
    app.list.reveal();
    if !shows_both(app) && app.focus == Focus::Text {
        list::swap_pane(app);
    }
}
