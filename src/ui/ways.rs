//! What may follow the keys that were typed: a panel above the status, one way on a row, or only their names where room is short.

use super::canvas::Canvas;
use super::notice::gist;
use super::status;
use crate::app::App;
use crate::app::area::Area;
use crate::app::ways::{Way, ways};
use crate::text::cluster::{shorten, width};
use crate::text::num;

/// Cells on both sides, and between columns.
const GAP: u16 = 2;

/// Cells from which it is said at length what keys do.
const WIDE: u16 = 60;

/// The widest column of names, in cells.
const WIDEST: usize = 24;

/// Paints the panel while keys wait for more.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let ways = ways(app);
    let bottom = status::row(app).map_or(app.size.height, |row| row.y);
    if ways.is_empty() || bottom == 0 {
        return;
    }
    let is_long = app.size.width >= WIDE && ways.len() < usize::from(bottom / 2);
    let rows = if is_long {
        ways.len()
    } else {
        let columns = columns(&ways, app.size.width);
        ways.len().div_ceil(columns)
    };
    let top = bottom - num::cells(rows).min(bottom);
    for y in top.saturating_sub(1)..bottom {
        let sign = if y < top { "─" } else { " " };
        canvas.fill(row(app, y), 0, app.symbols.of(sign), canvas.theme.rule);
    }
    let area = Area {
        y: top,
        height: bottom - top,
        ..row(app, top)
    };
    if is_long {
        draw_list(&ways, area, canvas);
    } else {
        draw_grid(&ways, area, canvas);
    }
}

fn row(app: &App, y: u16) -> Area {
    Area {
        x: 0,
        y,
        width: app.size.width,
        height: 1,
    }
}

/// Each way on a row: its keys, its name, what it does.
fn draw_list(ways: &[Way], area: Area, canvas: &mut Canvas<'_>) {
    let widest = |of: fn(&Way) -> &str| ways.iter().map(|way| width(of(way))).max().unwrap_or(0);
    let keys = num::cells(widest(|way| &way.keys));
    let label = num::cells(widest(|way| &way.label).min(WIDEST));
    let end = area.width - GAP;
    for (y, way) in (area.y..).zip(ways) {
        canvas.write(GAP, y, end, &way.keys, canvas.theme.accent);
        let x = GAP + keys + GAP;
        let name = shorten(&way.label, label.into());
        canvas.write(x, y, end, &name, canvas.theme.text);
        let x = x + label + GAP;
        let doc = gist(&way.doc, end.saturating_sub(x).into());
        canvas.write(x, y, end, &doc, canvas.theme.faint);
    }
}

/// Keys and names alone, in columns; where not even these have room, it is said how many more there are.
fn draw_grid(ways: &[Way], area: Area, canvas: &mut Canvas<'_>) {
    let columns = columns(ways, area.width);
    let rows = usize::from(area.height);
    let room = rows * columns;
    let is_short = room < ways.len();
    let shown = if is_short { room - 1 } else { ways.len() };
    let cell = area.width / num::cells(columns);
    let place = |at: usize| {
        let (column, row) = (at / rows, at % rows);
        (num::cells(column) * cell + GAP, area.y + num::cells(row))
    };
    for (at, way) in ways.iter().take(shown).enumerate() {
        let (x, y) = place(at);
        let end = (x + cell - GAP).min(area.width);
        let x = canvas.write(x, y, end, &way.keys, canvas.theme.accent);
        canvas.write(x + 1, y, end, &way.label, canvas.theme.text);
    }
    if is_short {
        let (x, y) = place(shown);
        let more = format!("and {} more", ways.len() - shown);
        canvas.write(x, y, area.width, &more, canvas.theme.faint);
    }
}

/// How many columns of keys and names fit side by side.
fn columns(ways: &[Way], width_of_all: u16) -> usize {
    let cell = |way: &Way| width(&way.keys) + 1 + width(&way.label) + usize::from(GAP);
    let widest = ways.iter().map(cell).max().unwrap_or(1);
    (usize::from(width_of_all.saturating_sub(GAP)) / widest).max(1)
}
