//! What stands around the panes: header and rules.

use super::canvas::Canvas;
use crate::app::area::{Area, Areas, Panes};
use crate::app::list::grouping::Order;
use crate::app::page::Beyond;
use crate::app::{App, Focus, Stage};
use crate::text::cluster::{shorten, width};

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
    let Areas {
        rule,
        divider,
        list,
        ..
    } = app.page.areas;
    if rule.height > 0 {
        draw_rule(app, canvas);
    }
    if list.height > 0 && rule.height > 0 {
        over_list(app, canvas);
    }
    let line = app.symbols.of("│");
    for y in divider.y..divider.y + divider.height {
        canvas.write(divider.x, y, divider.x + 1, line, canvas.theme.rule);
    }
}

fn draw_rule(app: &App, canvas: &mut Canvas<'_>) {
    let Areas { rule, divider, .. } = app.page.areas;
    let has_both = app.panes() == Panes::Both;
    for x in rule.x..rule.x + rule.width {
        let is_focused = match app.focus {
            Focus::Text => x < divider.x,
            Focus::List => x > divider.x,
        };
        let (sign, look) = match is_focused {
            _ if !has_both => ("─", canvas.theme.rule),
            _ if x == divider.x => ("┬", canvas.theme.rule),
            true => ("━", canvas.theme.accent),
            false => ("─", canvas.theme.rule),
        };
        canvas.write(x, rule.y, x + 1, app.symbols.of(sign), look);
    }
}

/// On the rule above the list: its order, its filter, and how many of its entries are above the screen and below it.
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
    let (order, grouping) = (app.list.order(), app.list.grouping());
    let order = (order != Order::Own).then(|| grouping.ordered(order).to_owned());
    let filter = app.list.filter.as_ref().map(|filter| {
        let typed = shorten(filter.typed(), usize::from(field.width / 2));
        format!("only “{typed}”")
    });
    let told: Vec<_> = [order, filter].into_iter().flatten().collect();
    if !told.is_empty() {
        let (x, end) = (field.x + 2, field.x + field.width);
        let told = format!(" {} ", told.join(" · "));
        canvas.write(x, rule.y, end, &told, canvas.theme.accent);
    }
    if !counts.is_empty() {
        canvas.line_right(field, &(counts + " "), canvas.theme.faint);
    }
}
