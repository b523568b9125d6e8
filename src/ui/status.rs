//! The status: one row that says what is going on.

use super::canvas::Canvas;
use super::chrome::inset;
use super::footer;
use super::notice::fitted;
use crate::app::area::{Area, Panes};
use crate::app::event::Key;
use crate::app::find::Find;
use crate::app::findings::ItemId;
use crate::app::links::Links;
use crate::app::list::{Entry, Group, rows};
use crate::app::prompt::Prompt;
use crate::app::selection::{self, Selection};
use crate::app::view::Extent;
use crate::app::ways::ways;
use crate::app::{App, Focus, Mode, Stage};
use crate::text::cluster::{clusters, shorten, width};
use crate::text::{num, tail};

/// Cells of the cursor and the gap behind what is typed.
const BEHIND: usize = 2;

/// The line that says what is going on; returns where the cursor stands.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let area = inset(row(app)?);
    canvas.fill(area, 0, " ", canvas.theme.text);
    if let Mode::Prompt(prompt) = &app.mode {
        return Some((draw_search(app, prompt, area, canvas), area.y));
    }
    if let Mode::Filter(prompt)
    | Mode::Links(Links {
        prompt: Some(prompt),
        ..
    }) = &app.mode
    {
        let typed = (prompt.before_cursor(), prompt.text());
        let cursor = draw_prompt("filter: ", typed, area, canvas);
        return Some((cursor, area.y));
    }
    if let Some(notice) = &app.notice {
        draw_notice(app, notice, area, canvas);
        return None;
    }
    let right = right_status(app, area.width.into());
    canvas.line_right(area, &right, canvas.theme.notice);
    if app.panes() == Panes::Zen {
        return None;
    }
    let room = usize::from(area.width).saturating_sub(width(&right) + 2);
    let mut detail = item_status(app);
    if detail.is_empty() && app.page.areas.rule.height == 0 {
        detail = filter_status(app).unwrap_or_default(); // else it stands on the rule
    }
    if detail.is_empty() && app.page.areas.footer.height == 0 {
        let field = Area {
            width: num::cells(room),
            ..area
        };
        footer::draw_in(app, field, canvas);
        return None;
    }
    let mode = mode_name(app);
    let x = canvas.line(area, mode, canvas.theme.accent);
    let detail = shorten(&detail, room.saturating_sub(width(mode) + 2)).into_owned();
    canvas.write(
        x + 2,
        area.y,
        area.x + area.width,
        &detail,
        canvas.theme.faint,
    );
    None
}

/// What is typed to be searched for, and how it stands, which leaves half of the row to what is typed; returns the column of the cursor.
fn draw_search(app: &App, prompt: &Prompt, area: Area, canvas: &mut Canvas<'_>) -> u16 {
    let sign = app.find.as_ref().map_or("/", |find| find.direction.sign());
    let cells = usize::from(area.width);
    let typed = width(sign) + width(prompt.text()) + BEHIND;
    let room = cells
        .saturating_sub(typed)
        .max((cells / 2).saturating_sub(1));
    let standing = app.find.as_ref().map(|find| match prompt.text() {
        "" => first_fitting([find.manner.to_string()], room),
        _ => standing_in(find, room),
    });
    let standing = standing.unwrap_or_default();
    let taken = if standing.is_empty() {
        0
    } else {
        width(&standing) + 1
    };
    let field = Area {
        width: area.width.saturating_sub(num::cells(taken)),
        ..area
    };
    let typed = (prompt.before_cursor(), prompt.text());
    let cursor = draw_prompt(sign, typed, field, canvas);
    canvas.line_right(area, &standing, canvas.theme.notice);
    cursor
}

/// A notice, and how a search stands: with its words where all has room, else as much as leaves room for what matters of the notice.
fn draw_notice(app: &App, notice: &str, area: Area, canvas: &mut Canvas<'_>) {
    let cells = usize::from(area.width);
    let beside = |told: &str| cells.saturating_sub(width(told) + 2);
    let matters = notice.split(" · ").next().unwrap_or_default();
    let hits = app.find.as_ref().map(|find| {
        let named = sought(app, find, beside(notice));
        let short = || first_fitting([find.standing(), find.outcome()], beside(matters));
        Some(named)
            .filter(|it| !it.is_empty())
            .unwrap_or_else(short)
    });
    let hits = hits.unwrap_or_default();
    canvas.line_right(area, &hits, canvas.theme.notice);
    let room = if hits.is_empty() {
        cells
    } else {
        beside(&hits)
    };
    canvas.line(area, &fitted(notice, room), canvas.theme.notice);
}

/// How a search stands, in so many cells: its manner gives way first, then the end of what is wrong.
fn standing_in(find: &Find, room: usize) -> String {
    let told = first_fitting([find.standing(), find.outcome()], room);
    let wrong = find.wrong.as_ref().filter(|_| told.is_empty());
    wrong.map_or(told, |wrong| shorten(wrong, room).into_owned())
}

/// What is searched for and how it stands, in so many cells, and whether only hits are shown: the manner gives way first, then the words.
fn sought(app: &App, find: &Find, room: usize) -> String {
    let only = app.list.is_sifted.then(|| {
        let key = app.keymap.way("toggle-hits");
        format!("only hits ({key} ends) · ")
    });
    let only = only.unwrap_or_default();
    let left = room.saturating_sub(width(&only));
    match searched(find, left) {
        told if told.is_empty() => searched(find, room),
        told => only + &told,
    }
}

/// What is searched for and how it stands, in so many cells.
fn searched(find: &Find, room: usize) -> String {
    // A mark of direction: the count stands behind the words, whichever way they run.
    let words = format!(
        "{}{}\u{200E} ",
        find.direction.sign(),
        shorten(&find.typed, 24)
    );
    let [all, short] = [find.standing(), find.outcome()];
    first_fitting(
        [
            format!("{words}{all}"),
            format!("{words}{short}"),
            all,
            short,
        ],
        room,
    )
}

/// The first of several ways to tell something that fits into so many cells, or nothing.
fn first_fitting<const N: usize>(ways: [String; N], room: usize) -> String {
    let mut ways = ways.into_iter();
    ways.find(|it| width(it) <= room).unwrap_or_default()
}

/// Where it stands: on the last row of the text where there is none for it and something must be said.
pub(super) fn row(app: &App) -> Option<Area> {
    let area = app.page.areas.status;
    if area.height > 0 {
        return Some(area);
    }
    let is_typing = matches!(
        app.mode,
        Mode::Prompt(_) | Mode::Filter(_) | Mode::Command(_)
    );
    let y = app.size.height.checked_sub(1)?;
    (is_typing || app.notice.is_some()).then_some(Area {
        x: 0,
        y,
        width: app.size.width,
        height: 1,
    })
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
        Focus::Text if app.is_following() => "FOLLOW",
        Focus::Text if app.view.extent == Extent::Whole => "WHOLE",
        Focus::Text => "READ",
        Focus::List => "LIST",
    }
}

/// A count that is being typed, and the search.
fn right_status(app: &App, room: usize) -> String {
    let keys = Key::write_chord(&app.pending.keys);
    let count = app
        .pending
        .count
        .map(|count| count.to_string())
        .unwrap_or_default();
    let typed = format!("{count}{keys}");
    let room = room.saturating_sub(width(&typed) + 1);
    let find = app.find.as_ref().map(|find| sought(app, find, room));
    [typed, find.unwrap_or_default()]
        .join(" ")
        .trim()
        .to_owned()
}

/// What the reader should know: a notice, or else which quote or guarantee is marked in the text; and what may be typed next.
pub(super) fn going_on(app: &App) -> String {
    let ways = ways(app).into_iter();
    let ways: Vec<_> = ways
        .map(|way| format!("{} {}", way.keys, way.label))
        .collect();
    let item = Some(item_status(app)).filter(|it| !it.is_empty() && app.focus == Focus::Text);
    let notice = app.notice.clone().or(item);
    let notice = notice.or_else(|| filter_status(app)).unwrap_or_default();
    if ways.is_empty() {
        return notice;
    }
    let ways = ways.join(", ");
    match Key::write_chord(&app.pending.keys).as_str() {
        "" => format!("{notice} {ways}"),
        typed => format!("{typed}: {ways}"),
    }
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
    let is_mark = |c: char| c.is_whitespace() || "“”«»‹›".contains(c);
    let words = shorten(words.trim_matches(is_mark), 40).into_owned();
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
        app.article.locations(item.span)
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
    format!("{count} · {}", article.locations(selection.span()))
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
        app.article.locations(mark.span)
    ))
}

/// What is listed alone, while the list has the focus.
fn filter_status(app: &App) -> Option<String> {
    let filter = app.list.filter.as_ref()?;
    let is_at_group = matches!(app.list.selected, None | Some(Entry::Group(_)));
    let told = format!("only what has “{}”", filter.typed());
    (app.focus == Focus::List && is_at_group).then_some(told)
}

fn waiting(app: &App) -> String {
    match app.stage {
        _ if let Some(fetch) = &app.fetch => fetch.to_string(),
        Stage::Opening => String::new(),
        Stage::Open if !app.article.document.is_whole() => "reading on …".to_owned(),
        Stage::Open => "looking for quotes and guarantees …".to_owned(),
    }
}
