//! The chooser: the articles on the shelf.

use super::canvas::Canvas;
use super::chrome::inset;
use super::footer::{Hint, draw_hints};
use super::notice::fitted;
use super::status;
use crate::action::Action;
use crate::app::App;
use crate::app::area::Area;
use crate::app::chooser::{Chooser, rows_above, rows_below};
use crate::app::prompt::FILTER_KEYS;
use crate::app::shelf::{Glance, Volume};
use crate::config::theme::Look;
use crate::text::cluster::{shorten, width};

/// Cells before the title: the cursor and the sign of the article that is open.
const BEFORE: u16 = 3;

/// Cells that the title keeps whatever stands behind it.
const LEAST: usize = 24;

/// Paints the chooser; returns where the cursor stands.
pub(super) fn draw(app: &App, chooser: &Chooser, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let (size, above) = (app.size, rows_above(app.size));
    let row = |y| Area {
        x: 0,
        y,
        width: size.width,
        height: 1,
    };
    if above > 0 {
        heading(app, chooser, row(0), canvas);
    }
    if above > 1 {
        canvas.fill(row(1), 0, "─", canvas.theme.rule);
    }
    for (y, at) in (above..).zip(chooser.on_screen(size)) {
        let index = chooser.fitting.get(at).copied().unwrap_or_default();
        if let Some(volume) = app.shelf.volume(index) {
            let is_open = app.shelf.open() == Some(index);
            let row = Row {
                area: row(y),
                volume,
                title: if is_open {
                    Some(app.article.title())
                } else {
                    volume.title()
                },
                is_open,
                is_chosen: at == chooser.cursor,
            };
            row.draw(canvas);
        }
    }
    if chooser.fitting.is_empty() && size.height > above {
        canvas.write(
            BEFORE,
            above,
            size.width,
            "no article fits",
            canvas.theme.faint,
        );
    }
    let below = rows_below(size);
    if below > 1 {
        draw_hints(hints(app, chooser), inset(row(size.height - 1)), canvas);
    }
    let told = (below > 0).then(|| inset(row(size.height - below)))?;
    filter(app, chooser, told, canvas)
}

/// The keys that matter most.
fn hints(app: &App, chooser: &Chooser) -> Vec<Hint> {
    if chooser.prompt.is_some() {
        return (0..).zip(FILTER_KEYS).map(Hint::in_prompt).collect();
    }
    let leaves = match app.shelf.open() {
        _ if !chooser.filter.is_empty() => "list all",
        Some(_) => "back",
        None => "quit",
    };
    let named = |(rank, actions, label): (u8, &[Action], _)| Hint::named(app, rank, actions, label);
    let hints: [(u8, &[Action], _); 5] = [
        (2, &[Action::Down, Action::Up], "choose"),
        (0, &[Action::Open], "open"),
        (1, &[Action::Search], "filter"),
        (0, &[Action::Cancel], leaves),
        (3, &[Action::Help], "help"),
    ];
    hints.into_iter().filter_map(named).collect()
}

fn heading(app: &App, chooser: &Chooser, area: Area, canvas: &mut Canvas<'_>) {
    let (fitting, all) = (chooser.fitting.len(), app.shelf.volumes().len());
    canvas.line(inset(area), "Articles", canvas.theme.title);
    if area.width > 24 {
        let counts = format!("{fitting} of {all}");
        canvas.line_right(inset(area), &counts, canvas.theme.faint);
    }
}

/// The filter, and what there is to say about the last choice; returns where the cursor stands while something is typed.
fn filter(app: &App, chooser: &Chooser, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    if let Some(prompt) = &chooser.prompt {
        let typed = (prompt.before_cursor(), prompt.text());
        let cursor = status::draw_prompt("filter: ", typed, area, canvas);
        return Some((cursor, area.y));
    }
    let is_filtered = !chooser.filter.is_empty();
    let filter = is_filtered.then(|| format!("only what fits “{}”", chooser.filter));
    let told = app.notice.clone().or(filter).unwrap_or_default();
    if told.is_empty() && rows_below(app.size) == 1 {
        draw_hints(hints(app, chooser), area, canvas);
    }
    canvas.line(area, &fitted(&told, area.width.into()), canvas.theme.notice);
    None
}

/// A row of the chooser.
struct Row<'a> {
    area: Area,
    volume: &'a Volume,
    title: Option<&'a str>,
    is_open: bool,
    is_chosen: bool,
}

impl Row<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let (area, theme) = (self.area, canvas.theme);
        let back = if self.is_chosen {
            theme.selected
        } else {
            Look::default()
        };
        let over = |look: Look| super::list::back_over(back, look);
        if self.is_chosen {
            canvas.fill(area, 0, " ", back);
            canvas.line(area, ">", over(theme.accent));
        }
        let end = area.x + area.width;
        if self.is_open {
            canvas.write(area.x + 1, area.y, end, "*", over(theme.accent));
        }
        let name = self.volume.origin.name();
        let title = self.title.unwrap_or(&name);
        let room = usize::from(area.width).saturating_sub(usize::from(BEFORE) + 2);
        let (detail, look) = match &self.volume.glance {
            Glance::Failed(message) => (message.clone(), theme.notice),
            _ => (self.detail(&name, room), theme.faint),
        };
        let detail = shorten(&detail, room.saturating_sub(LEAST.min(width(title)) + 2));
        let left = room.saturating_sub(width(&detail) + 2);
        let title = shorten(title, left);
        canvas.write(BEFORE, area.y, end, &title, over(theme.text));
        let right = Area {
            width: area.width.saturating_sub(1),
            ..area
        };
        canvas.line_right(right, &detail, over(look));
    }

    /// `name · format · 3 min`, less of it where room is short: the name is what tells articles of one title apart.
    fn detail(&self, name: &str, room: usize) -> String {
        let mut parts = Vec::new();
        let has_name = room >= 36 && self.title.is_some_and(|title| title != name);
        if has_name {
            parts.push(shorten(name, room / 3).into_owned());
        }
        let rest = if has_name { room / 2 } else { room };
        if let Glance::Seen(head) = &self.volume.glance {
            let format = head.format.filter(|_| rest >= 35);
            parts.extend(format.map(|format| format.name().to_owned()));
            let minutes = head.minutes.filter(|_| rest >= 27 || !has_name);
            parts.extend(minutes.map(|minutes| format!("{minutes:>3} min")));
        }
        parts.join(" · ")
    }
}
