//! The footer: the keys that matter most.

use super::canvas::Canvas;
use super::chrome::inset;
use crate::action::{Action, Scope, describe};
use crate::app::area::Area;
use crate::app::bookmark;
use crate::app::command;
use crate::app::event::Key;
use crate::app::links::{Links, panel};
use crate::app::prompt;
use crate::app::{App, Focus, Mode};
use crate::text::cluster::width;
use crate::text::num;

/// The keys that matter most where the focus is; where room is short, fewer of them.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = inset(app.page.areas.footer);
    if area.height == 0 {
        return;
    }
    draw_in(app, area, canvas);
}

/// The same in another place.
pub(super) fn draw_in(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    draw_hints(hints(app), area, canvas);
}

pub(super) fn draw_hints(mut hints: Vec<Hint>, area: Area, canvas: &mut Canvas<'_>) {
    while hints.iter().map(Hint::width).sum::<usize>() > usize::from(area.width) + Hint::GAP {
        let Some(least) = (0..hints.len()).max_by_key(|&at| hints[at].rank) else {
            break;
        };
        hints.remove(least);
    }
    let (mut x, end) = (area.x, area.x + area.width);
    for hint in hints {
        x = canvas.write(x, area.y, end, &hint.keys, canvas.theme.accent);
        x = canvas.write(x + 1, area.y, end, hint.label, canvas.theme.faint)
            + num::cells(Hint::GAP);
    }
}

fn hints(app: &App) -> Vec<Hint> {
    let actions = match (&app.mode, app.focus) {
        (Mode::Prompt(_), _) => return prompt_hints(app),
        (Mode::Filter(_), _) => {
            let keys = (0..).zip(prompt::FILTER_KEYS);
            return keys.map(Hint::in_prompt).collect();
        }
        (Mode::Command(_), _) => return (0..).zip(command::KEYS).map(Hint::in_prompt).collect(),
        (Mode::Links(links), _) => {
            let keys = panel::keys(links).iter().copied();
            return (0..).zip(keys).map(Hint::in_prompt).collect();
        }
        (Mode::Bookmark(purpose), _) => {
            let keys = (0..).zip(bookmark::keys(*purpose).iter().copied());
            return keys.map(Hint::in_prompt).collect();
        }
        _ if !app.pending.keys.is_empty() => {
            return Hint::named(app, 0, &[Action::Cancel], "cancel")
                .into_iter()
                .collect();
        }
        _ if app.selection.is_some() => SELECT_HINTS,
        (_, Focus::Text) => TEXT_HINTS,
        (_, Focus::List) => LIST_HINTS,
    };
    let is_of_use = |action: &Action| match action {
        Action::Back => app.can_go_back(),
        Action::Links => Links::are_on_screen(app),
        Action::NextPlace => has_places(app),
        Action::Follow => has_references(app),
        _ => true,
    };
    let lifts = app.list.filter.is_some() && lifts_filter(app);
    let hint = |(rank, actions): &(u8, &[Action])| match actions {
        [Action::Cancel] if lifts => Hint::named(app, 0, actions, "list all"),
        [Action::Cancel] if app.scope() == Scope::TEXT => None,
        _ => Hint::of(app, *rank, actions),
    };
    let of_use = |(_, actions): &&(u8, &[Action])| actions.iter().all(is_of_use);
    actions.iter().filter(of_use).filter_map(hint).collect()
}

/// Whether what is closed next is the filter of the list.
fn lifts_filter(app: &App) -> bool {
    match app.focus {
        Focus::List => true,
        Focus::Text => app.selection.is_none() && app.view.marked.is_none() && app.find.is_none(),
    }
}

/// Whether the marked words stand in other places too.
fn has_places(app: &App) -> bool {
    let mark = app.view.marked;
    let mut items = mark
        .into_iter()
        .flat_map(|it| app.article.items_at(it.span));
    items.any(|(_, item)| !item.repeats.is_empty() || item.holder.is_some())
}

/// Whether the marked words are elaborated, or elaborate a guarantee.
fn has_references(app: &App) -> bool {
    let article = &app.article;
    app.view.marked.is_some_and(|mark| {
        let mut items = article.items_at(mark.span);
        let is_whole = article.document.block(mark.block).map(|it| it.span) == Some(mark.span);
        items.any(|(at, _)| article.references(at) > 0)
            || is_whole && article.is_elaboration(mark.block)
    })
}

/// The keys of the prompt, and those that change how it is taken.
fn prompt_hints(app: &App) -> Vec<Hint> {
    let turns = [Action::ToggleRegex, Action::ToggleWords, Action::ToggleCase];
    let turns = turns.into_iter().filter_map(|action| {
        let mut keys = app.keymap.keys(action, Scope::TEXT);
        let keys = keys.find(|keys| holds_in_prompt(keys))?;
        let label = describe(action)?.label;
        Some(Hint::in_prompt((1, (&keys, label))))
    });
    let keys = (0..).zip(prompt::KEYS).map(Hint::in_prompt);
    keys.chain(turns).collect()
}

/// Whether they are one key that types nothing.
fn holds_in_prompt(keys: &str) -> bool {
    Key::parse(keys).is_some_and(|key| key.alt || key.ctrl)
}

/// Keys and what they do.
pub(super) struct Hint {
    /// How soon it gives way to others: the higher the sooner.
    rank: u8,
    keys: String,
    label: &'static str,
}

impl Hint {
    /// Cells between two hints.
    const GAP: usize = 3;

    fn of(app: &App, rank: u8, actions: &[Action]) -> Option<Self> {
        let label = describe(*actions.first()?)?.label;
        Self::named(app, rank, actions, label)
    }

    /// The same under another name.
    pub(super) fn named(
        app: &App,
        rank: u8,
        actions: &[Action],
        label: &'static str,
    ) -> Option<Self> {
        let key = |&action: &Action| app.keymap.keys(action, app.scope()).next();
        let keys: Vec<_> = actions.iter().filter_map(key).collect();
        (!keys.is_empty()).then(|| Self {
            rank,
            keys: keys.join(" "),
            label,
        })
    }

    pub(super) fn in_prompt((rank, (keys, label)): (u8, (&str, &'static str))) -> Self {
        Self {
            rank,
            keys: keys.to_owned(),
            label,
        }
    }

    fn width(&self) -> usize {
        width(&self.keys) + 1 + width(self.label) + Self::GAP
    }
}

const TEXT_HINTS: &[(u8, &[Action])] = &[
    (1, &[Action::NextQuestion, Action::PreviousQuestion]),
    (3, &[Action::NextItem, Action::PreviousItem]),
    (6, &[Action::PageDown]),
    (5, &[Action::NextPlace]),
    (5, &[Action::Follow]),
    (2, &[Action::SwapPane]),
    (4, &[Action::Search]),
    (5, &[Action::Copy]),
    (8, &[Action::Links]),
    (7, &[Action::Back]),
    (0, &[Action::Cancel]),
    (0, &[Action::Help]),
    (0, &[Action::Quit]),
];

const SELECT_HINTS: &[(u8, &[Action])] = &[
    (1, &[Action::SelectWord, Action::SelectWordBack]),
    (2, &[Action::SentenceEnd, Action::SentenceStart]),
    (3, &[Action::NextParagraph, Action::PreviousParagraph]),
    (4, &[Action::OtherEnd]),
    (0, &[Action::Copy]),
    (1, &[Action::Cite]),
    (0, &[Action::Cancel]),
    (0, &[Action::Help]),
];

const LIST_HINTS: &[(u8, &[Action])] = &[
    (4, &[Action::Down, Action::Up]),
    (1, &[Action::Open]),
    (2, &[Action::Cancel]),
    (5, &[Action::Fold, Action::Unfold]),
    (6, &[Action::CycleKind]),
    (7, &[Action::Filter]),
    (8, &[Action::NextGrouping]),
    (9, &[Action::NextOrder]),
    (3, &[Action::Copy]),
    (0, &[Action::Help]),
    (0, &[Action::Quit]),
];
