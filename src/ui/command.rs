//! The command line, and above it what could be meant.

use super::canvas::Canvas;
use super::chrome::inset;
use super::list::back_over;
use super::notice::gist;
use super::status;
use crate::app::App;
use crate::app::area::Area;
use crate::app::command::{CommandLine, MOST, Suggestion};
use crate::config::theme::Look;
use crate::text::cluster::width;
use crate::text::num;

/// Cells between the columns.
const GAP: u16 = 2;

/// The widest column of names, in cells: longer ones run on.
const WIDEST: usize = 24;

/// Paints both; returns where the cursor stands.
pub(super) fn draw(app: &App, line: &CommandLine, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let area = inset(status::row(app)?);
    let room = MOST.min(usize::from(area.y) / 2);
    let top = line.top(room);
    let shown = line.suggestions.iter().enumerate().skip(top).take(room);
    let rows = num::cells(shown.len());
    let names = line.suggestions.iter().map(|it| width(&it.text));
    let column = num::cells(names.max().unwrap_or(0).min(WIDEST));
    for (y, (at, suggestion)) in (area.y - rows..).zip(shown) {
        let row = Area {
            x: 0,
            y,
            width: app.size.width,
            height: 1,
        };
        draw_suggestion(suggestion, line.cursor == Some(at), row, column, canvas);
    }
    if line.suggestions.is_empty() && !line.prompt.text().is_empty() && area.y > 0 {
        let row = Area {
            x: 0,
            y: area.y - 1,
            width: app.size.width,
            height: 1,
        };
        canvas.fill(row, 0, " ", canvas.theme.text);
        canvas.write(GAP, row.y, row.width, "no command fits", canvas.theme.faint);
    }
    let typed = (line.prompt.before_cursor(), line.prompt.text());
    let cursor = status::draw_prompt(":", typed, area, canvas);
    Some((cursor, area.y))
}

/// A row: the name, what it does, and at the right edge its keys.
fn draw_suggestion(
    suggestion: &Suggestion,
    is_chosen: bool,
    row: Area,
    column: u16,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let back = if is_chosen {
        theme.selected
    } else {
        Look::default()
    };
    canvas.fill(row, 0, " ", back);
    if is_chosen {
        canvas.line(row, ">", back_over(back, theme.accent));
    }
    let end = row.width.saturating_sub(1);
    let keys = num::cells(width(&suggestion.keys));
    let is_wide = row.width >= column + keys + 40;
    let words_end = if is_wide { end - keys - GAP } else { end };
    let text = back_over(back, theme.text);
    let x = canvas.write(GAP, row.y, end, &suggestion.text, text);
    let x = x.max(GAP + column) + GAP;
    let faint = back_over(back, theme.faint);
    let doc = gist(&suggestion.doc, words_end.saturating_sub(x).into());
    canvas.write(x, row.y, words_end, &doc, faint);
    if is_wide {
        let keys_look = back_over(back, theme.accent);
        canvas.write(end - keys, row.y, end, &suggestion.keys, keys_look);
    }
}
