//! What stands around the panes: header, rules, status and footer.

use super::canvas::Canvas;
use super::notice::fitted;
use crate::action::{Action, Scope, describe};
use crate::app::area::{Area, Areas, Panes};
use crate::app::command;
use crate::app::event::Key;
use crate::app::find::Find;
use crate::app::findings::ItemId;
use crate::app::links::{Links, panel};
use crate::app::list::{Entry, Group, rows};
use crate::app::page::Beyond;
use crate::app::prompt;
use crate::app::selection::{self, Selection};
use crate::app::view::Extent;
use crate::app::{App, Focus, Mode, Stage};
use crate::text::cluster::{clusters, shorten, width};
use crate::text::{num, tail};

/// Title to the left, with the author where there is room; position to the right.
pub(super) fn header(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.page.areas.header;
    if area.height == 0 {
        return;
    }
    let position = position(app, area.width.into());
    let room = usize::from(area.width).saturating_sub(width(&position) + 4);
    let title = app.article.title();
    let end = canvas.line(inset(area), &shorten(title, room), canvas.theme.title);
    if let Some(author) = app.article.author().map(|author| format!(" · {author}"))
        && width(title) + width(&author) <= room
    {
        canvas.write(
            end,
            area.y,
            area.x + area.width,
            &author,
            canvas.theme.faint,
        );
    }
    canvas.line_right(inset(area), &position, canvas.theme.faint);
}

/// `§3/5 · ¶2 · 62 % · 2 min left`, less of it where room is short.
fn position(app: &App, room: usize) -> String {
    let position = &app.page.position;
    let mut parts: Vec<String> = Vec::new();
    if let Some(open) = app
        .shelf
        .open()
        .filter(|_| room >= 60 && !app.shelf.is_single())
    {
        let all = app.shelf.volumes().len();
        parts.push(format!("article {}/{all}", open + 1));
    }
    parts.extend(position.section.clone());
    parts.extend(position.paragraph.map(|number| format!("¶{number}")));
    if app.stage == Stage::Open {
        parts.push(format!("{} %", position.percent));
    }
    if room >= 60 && position.minutes > 0 {
        parts.push(time_left(position.minutes));
    }
    parts.join(" · ")
}

fn time_left(minutes: usize) -> String {
    if minutes < 120 {
        format!("{minutes} min left")
    } else {
        format!("{} h left", minutes / 60)
    }
}

/// One cell of margin on both sides.
pub(super) fn inset(area: Area) -> Area {
    let margin = u16::from(area.width > 20);
    Area {
        x: area.x + margin,
        width: area.width.saturating_sub(2 * margin),
        ..area
    }
}

/// The rule under the header, heavy above the pane that has the focus, and the line between the panes.
pub(super) fn rules(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.page.areas;
    let has_both = app.panes() == Panes::Both;
    if areas.rule.height > 0 {
        let (text, list) = match app.focus {
            Focus::Text => ("━", "─"),
            Focus::List => ("─", "━"),
        };
        let split = if has_both {
            areas.divider.x
        } else {
            areas.rule.width
        };
        for x in areas.rule.x..areas.rule.x + areas.rule.width {
            let is_text = x < split || !has_both && app.focus == Focus::Text;
            let is_focused = is_text == (app.focus == Focus::Text) && x != split;
            let look = if is_focused && has_both {
                canvas.theme.accent
            } else {
                canvas.theme.rule
            };
            let sign = match x {
                _ if !has_both => "─",
                _ if x == split => "┬",
                _ if is_text => text,
                _ => list,
            };
            canvas.write(x, areas.rule.y, x + 1, app.symbols.of(sign), look);
        }
    }
    if areas.list.height > 0 && areas.rule.height > 0 {
        over_list(app, canvas);
    }
    for y in areas.divider.y..areas.divider.y + areas.divider.height {
        canvas.write(
            areas.divider.x,
            y,
            areas.divider.x + 1,
            app.symbols.of("│"),
            canvas.theme.rule,
        );
    }
}

/// On the rule above the list: its filter, and how many of its entries are above the screen and below it.
fn over_list(app: &App, canvas: &mut Canvas<'_>) {
    let written = |sign, count: usize| match count {
        0 => String::new(),
        Beyond::MOST.. => format!(" {}{}+", app.symbols.of(sign), Beyond::MOST - 1),
        _ => format!(" {}{count}", app.symbols.of(sign)),
    };
    let Beyond { above, below } = app.page.beyond;
    let counts = written("↑", above) + &written("↓", below);
    let Areas { rule, list, .. } = app.page.areas;
    let field = Area {
        x: list.x,
        width: list.width.saturating_sub(2),
        ..rule
    };
    if let Some(filter) = &app.list.filter {
        let typed = shorten(filter.typed(), usize::from(field.width / 2));
        let (x, end) = (field.x + 2, field.x + field.width);
        let told = format!(" only “{typed}” ");
        canvas.write(x, rule.y, end, &told, canvas.theme.accent);
    }
    if !counts.is_empty() {
        canvas.line_right(field, &(counts + " "), canvas.theme.faint);
    }
}

/// The line that says what is going on; returns where the cursor stands.
pub(super) fn status(app: &App, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let area = inset(app.page.areas.status);
    if area.height == 0 {
        return None;
    }
    if let Mode::Prompt(prompt) = &app.mode {
        let hits = app
            .find
            .as_ref()
            .map(|find| match prompt.text() {
                "" => find.manner.to_string(),
                _ => find.standing(),
            })
            .unwrap_or_default();
        let room = area.width.saturating_sub(num::cells(width(&hits)) + 2);
        let field = Area {
            width: room.max(area.width / 2),
            ..area
        };
        let sign = app.find.as_ref().map_or("/", Find::sign);
        let typed = (prompt.before_cursor(), prompt.text());
        let cursor = draw_prompt(sign, typed, field, canvas);
        canvas.line_right(area, &hits, canvas.theme.notice);
        return Some((cursor, area.y));
    }
    if let Mode::Filter(prompt) = &app.mode {
        let typed = (prompt.before_cursor(), prompt.text());
        let cursor = draw_prompt("filter: ", typed, area, canvas);
        return Some((cursor, area.y));
    }
    if let Some(notice) = &app.notice {
        let hits = app.find.as_ref().map(Find::standing).unwrap_or_default();
        canvas.line_right(area, &hits, canvas.theme.notice);
        let taken = if hits.is_empty() { 0 } else { width(&hits) + 2 };
        let room = usize::from(area.width).saturating_sub(taken);
        canvas.line(area, &fitted(notice, room), canvas.theme.notice);
        return None;
    }
    let right = right_status(app);
    canvas.line_right(area, &right, canvas.theme.notice);
    if app.panes() == Panes::Zen {
        return None;
    }
    let room = usize::from(area.width).saturating_sub(width(&right) + 2);
    let mode = mode_name(app);
    let x = canvas.line(area, mode, canvas.theme.accent);
    let detail = shorten(&item_status(app), room.saturating_sub(width(mode) + 2)).into_owned();
    canvas.write(
        x + 2,
        area.y,
        area.x + area.width,
        &detail,
        canvas.theme.faint,
    );
    None
}

/// Draws `/typed`, the part around the cursor, given with what stands before that; returns the column of the cursor.
pub(super) fn draw_prompt(
    sign: &str,
    (before, typed): (&str, &str),
    area: Area,
    canvas: &mut Canvas<'_>,
) -> u16 {
    let room = usize::from(area.width).saturating_sub(width(sign) + 1);
    let mut over = width(before).saturating_sub(room);
    let skipped: usize = clusters(before)
        .take_while(|cluster| {
            let is_over = over > 0;
            over = over.saturating_sub(cluster.width);
            is_over
        })
        .map(|cluster| cluster.len)
        .sum();
    let x = canvas.line(area, sign, canvas.theme.accent);
    let cursor = x + num::cells(width(tail(before, skipped)));
    let end = area.x + area.width;
    canvas.write(x, area.y, end, tail(typed, skipped), canvas.theme.text);
    cursor
}

fn mode_name(app: &App) -> &'static str {
    match app.focus {
        _ if matches!(app.mode, Mode::Links(_)) => "LINKS",
        _ if app.selection.is_some() => "SELECT",
        Focus::Text if app.view.extent == Extent::Whole => "WHOLE",
        Focus::Text => "READ",
        Focus::List => "LIST",
    }
}

/// A count that is being typed, and the search.
fn right_status(app: &App) -> String {
    let keys = Key::write_chord(&app.pending.keys);
    let count = app
        .pending
        .count
        .map(|count| count.to_string())
        .unwrap_or_default();
    let find = app.find.as_ref().map(|find| {
        format!(
            "{}{}\u{200E} {}", // a mark of direction: the count stands behind the words, whichever way they run
            find.sign(),
            shorten(&find.typed, 24),
            find.standing()
        )
    });
    [format!("{count}{keys}"), find.unwrap_or_default()]
        .join(" ")
        .trim()
        .to_owned()
}

/// What the reader should know: a notice, or else which quote or guarantee is marked.
pub(super) fn going_on(app: &App) -> String {
    app.notice.clone().unwrap_or_else(|| item_status(app))
}

/// The quote or guarantee that is marked: which one, what it says, who says it, where.
fn item_status(app: &App) -> String {
    if let Some(selection) = app.selection {
        return selection_status(app, selection);
    }
    if let Some(status) = change_status(app) {
        return status;
    }
    let marked = app.view.marked.and_then(|mark| {
        let mut items = app.article.items_at(mark.span);
        items.find(|(_, item)| app.list.kind.lists(item.id))
    });
    let Some((_, item)) = marked else {
        return if app.article.is_annotated() {
            String::new()
        } else {
            waiting(app)
        };
    };
    let words = rows::words(&app.article, item);
    let words = shorten(words.trim_matches(['“', '”']), 40).into_owned();
    let number = item.number;
    let what = match item.id {
        ItemId::Quote(_) => {
            format!("quote {number}/{} · “{words}”", app.article.quotes())
        }
        ItemId::Speech(_) => format!("turn {number}/{} · {words}", app.article.speeches()),
        ItemId::Guarantee(_) => {
            format!("guarantee {number}/{} · {words}", app.article.guarantees())
        }
    };
    format!(
        "{what} · {} · {}",
        rows::detail(&app.article, item),
        app.article
            .outline
            .locations(&app.article.document.blocks_of(item.span))
    )
}

/// What is selected: `12 words · §3 ¶2`.
fn selection_status(app: &App, selection: Selection) -> String {
    let article = &app.article;
    let count = match selection::count(&article.document, selection) {
        Some(1) => "1 word".to_owned(),
        Some(count) => format!("{count} words"),
        None => num::size(selection.span().len().into()),
    };
    let block = article.document.block_at(selection.span().start);
    format!("{count} · {}", article.outline.location(block))
}

/// The change that is marked.
fn change_status(app: &App) -> Option<String> {
    let Some(Entry::Group(Group::Change(index))) = app.list.selected else {
        return None;
    };
    let change = app.article.changes.get(index)?;
    let mark = app.view.marked.filter(|mark| mark.span == change.span)?;
    let words = rows::change_words(&app.article, change);
    Some(format!(
        "change {}/{} · {} {} · {} · {}",
        index + 1,
        app.article.changes.len(),
        change.subject.name(),
        change.kind.name(),
        shorten(&words, 40),
        app.article.outline.location(mark.block)
    ))
}

fn waiting(app: &App) -> String {
    match app.stage {
        _ if let Some(fetch) = &app.fetch => fetch.to_string(),
        Stage::Opening => String::new(),
        Stage::Open if !app.article.document.is_whole() => "reading on …".to_owned(),
        Stage::Open => "looking for quotes and guarantees …".to_owned(),
    }
}

/// The keys that matter most where the focus is; where room is short, fewer of them.
pub(super) fn footer(app: &App, canvas: &mut Canvas<'_>) {
    let area = inset(app.page.areas.footer);
    if area.height == 0 {
        return;
    }
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
    actions
        .iter()
        .filter(|(_, actions)| actions.iter().all(is_of_use))
        .filter_map(|(rank, actions)| Hint::of(app, *rank, actions))
        .collect()
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
    let turns = (1..).zip(turns).filter_map(|(rank, action)| {
        let mut keys = app.keymap.keys(action, Scope::TEXT);
        let keys = keys.find(|keys| holds_in_prompt(keys))?;
        let label = describe(action)?.label;
        Some(Hint::in_prompt((rank, (&keys, label))))
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
        let key = |&action: &Action| app.keymap.keys(action, app.scope()).next();
        let keys: Vec<_> = actions.iter().filter_map(key).collect();
        let label = describe(*actions.first()?)?.label;
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
    (5, &[Action::Help]),
];

const LIST_HINTS: &[(u8, &[Action])] = &[
    (4, &[Action::Down, Action::Up]),
    (1, &[Action::Open]),
    (2, &[Action::Cancel]),
    (5, &[Action::Fold, Action::Unfold]),
    (6, &[Action::CycleKind]),
    (7, &[Action::Filter]),
    (8, &[Action::NextGrouping]),
    (3, &[Action::Copy]),
    (0, &[Action::Help]),
    (0, &[Action::Quit]),
];
