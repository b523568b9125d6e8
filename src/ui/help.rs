//! The help screen.

use std::ops::Range;

use super::canvas::Canvas;
use super::notice::fitted;
use super::status::draw_prompt;
use crate::action::{Action, Scope};
use crate::app::App;
use crate::app::area::Area;
use crate::app::help::{Help, HelpRole, HelpRow, MARGIN, Sought, lowest_top, room, rows};
use crate::config::theme::Look;
use crate::text::cut;

/// Paints help; returns where the cursor stands while something is typed.
pub(super) fn draw(app: &App, help: &Help, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let size = app.size;
    let lowest = lowest_top(app);
    let title = if app.mistakes.is_empty() {
        "Help"
    } else {
        "What is wrong in the configuration, and help"
    };
    canvas.write(1, 0, size.width, title, canvas.theme.title);
    let rows = rows(app);
    let shown = rows.iter().enumerate().skip(help.top.min(lowest));
    for (y, (at, row)) in (1..).zip(shown.take(room(app))) {
        let sought = help.sought.as_ref();
        let area = Area {
            x: MARGIN,
            y,
            width: size.width.saturating_sub(MARGIN),
            height: 1,
        };
        draw_row(row, area, sought.map(|it| (it, it.at == Some(at))), canvas);
    }
    match (&help.prompt, &help.sought) {
        (Some(prompt), Some(sought)) => {
            let area = last_row(app)?;
            canvas.fill(area, 0, " ", canvas.theme.text);
            let sign = sought.direction.sign();
            let typed = (prompt.before_cursor(), prompt.text());
            canvas.line_right(area, &sought.standing(&rows), canvas.theme.notice);
            Some((draw_prompt(sign, typed, area, canvas), area.y))
        }
        (None, Some(sought)) => {
            close_hint(
                app,
                "ends the search",
                &search_hints(app, Some(sought), &rows),
                canvas,
            );
            None
        }
        _ => {
            let more = (help.top < lowest).then(|| more(app));
            let hints: Vec<_> = more
                .into_iter()
                .chain(search_hints(app, None, &rows))
                .collect();
            close_hint(app, "closes", &hints, canvas);
            None
        }
    }
}

fn draw_row(row: &HelpRow, area: Area, sought: Option<(&Sought, bool)>, canvas: &mut Canvas<'_>) {
    let look = match row.role {
        HelpRole::Keys => canvas.theme.text,
        HelpRole::Heading => canvas.theme.heading,
        HelpRole::Note => canvas.theme.faint,
        HelpRole::Mistake => canvas.theme.notice,
    };
    let accent = canvas.theme.accent;
    let end = area.x + area.width;
    for (text, x, look) in [(&row.keys, area.x, accent), (&row.text, row.col, look)] {
        let hits = sought.map_or_else(Vec::new, |(sought, _)| sought.ranges(text));
        let hit = match sought {
            Some((_, true)) => canvas.theme.current_hit,
            _ => canvas.theme.hit,
        };
        let field = Area {
            x,
            width: end.saturating_sub(x),
            ..area
        };
        write_marked((text, look), (&hits, hit), field, canvas);
    }
}

/// Writes a text with some of it looking otherwise.
fn write_marked(
    (text, look): (&str, Look),
    (hits, hit): (&[Range<usize>], Look),
    area: Area,
    canvas: &mut Canvas<'_>,
) {
    let (mut x, end) = (area.x, area.x.saturating_add(area.width));
    let mut at = 0;
    for range in hits {
        x = canvas.write(x, area.y, end, cut(text, at..range.start), look);
        x = canvas.write(x, area.y, end, cut(text, range.clone()), hit);
        at = range.end;
    }
    canvas.write(x, area.y, end, cut(text, at..text.len()), look);
}

/// The keys that scroll on.
pub(super) fn more(app: &App) -> String {
    let key = |action| app.keymap.keys(action, Scope::HELP).next();
    let more = [Action::Down, Action::PageDown].into_iter().filter_map(key);
    format!("{} for more", more.collect::<Vec<_>>().join(", "))
}

/// What can be done with a search, or how one begins.
fn search_hints(app: &App, sought: Option<&Sought>, rows: &[HelpRow]) -> Vec<String> {
    let key = |action| app.keymap.keys(action, Scope::HELP).next();
    let Some(sought) = sought else {
        let search = key(Action::Search).map(|key| format!("{key} search"));
        return search.into_iter().collect();
    };
    let next = key(Action::NextHit).map(|key| format!("{key} next hit"));
    [Some(sought.standing(rows)), next]
        .into_iter()
        .flatten()
        .collect()
}

/// Tells in the last row how a sheet is closed, and what else can be done.
pub(super) fn close_hint(app: &App, closes: &str, others: &[String], canvas: &mut Canvas<'_>) {
    let Some(area) = last_row(app).filter(|_| app.size.height > 2) else {
        return;
    };
    let close = app.keymap.keys(Action::Cancel, Scope::HELP).next();
    let close = close.map(|key| format!("{key} {closes}"));
    let hints: Vec<_> = close.iter().chain(others).map(String::as_str).collect();
    let (told, look) = match &app.notice {
        Some(notice) => (notice.clone(), canvas.theme.notice),
        None => (hints.join(" · "), canvas.theme.faint),
    };
    canvas.line(area, &fitted(&told, area.width.into()), look);
}

fn last_row(app: &App) -> Option<Area> {
    Some(Area {
        x: 1,
        y: app.size.height.checked_sub(1)?,
        width: app.size.width.checked_sub(2)?,
        height: 1,
    })
}
