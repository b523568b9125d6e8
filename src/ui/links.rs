//! The links on screen: a letter beside each, and the panel that tells where they lead.

use super::canvas::Canvas;
use super::list::back_over;
use super::notice::fitted;
use crate::app::App;
use crate::app::area::Area;
use crate::app::links::panel::{MARGIN, PanelRow, Tone, keys, panel};
use crate::app::links::{Links, Sheet, Target};
use crate::config::theme::Look;
use crate::layout::row::{PieceText, Role};
use crate::text::num;
use crate::text::span::Span;

/// More letters than this stand in the list alone: beside links they would cover too much of the text.
const MOST_LETTERS: usize = 2;

/// Paints letters and panel.
pub(super) fn draw(app: &App, links: &Links, canvas: &mut Canvas<'_>) {
    if links.sheet == Sheet::List && links.letters(0).len() <= MOST_LETTERS {
        let pieces = app.page.rows.iter().flat_map(|(_, row)| &row.pieces);
        let spans = pieces.map(|it| it.span).filter(|it| !it.is_empty());
        let seen = spans.reduce(Span::join).unwrap_or_default();
        let targets = links.targets.iter().enumerate();
        for (index, target) in targets.filter(|(_, it)| it.span.overlaps(seen)) {
            if let Some((x, y)) = cell_of(app, target, canvas) {
                let end = app.page.areas.text.x + app.page.areas.text.width;
                canvas.write(x, y, end, &links.letters(index), canvas.theme.current_hit);
            }
        }
    }
    let panel = panel(app, links);
    let is_below = panel.area.x == 0;
    if let Some(y) = panel.area.y.checked_sub(1).filter(|_| is_below) {
        let rule = Area {
            y,
            height: 1,
            ..panel.area
        };
        canvas.fill(rule, 0, app.symbols.of("─"), canvas.theme.rule);
    }
    for row in 0..panel.area.height {
        canvas.fill(panel.area, row, " ", Look::default());
    }
    for (y, row) in (panel.area.y..).zip(&panel.rows) {
        let area = Area {
            y,
            height: 1,
            ..panel.area
        };
        draw_row(row, area, canvas);
    }
    status(app, links, panel.has_more, canvas);
}

/// Below the panel: whether it goes on, and where there is no footer the keys.
fn status(app: &App, links: &Links, has_more: bool, canvas: &mut Canvas<'_>) {
    let areas = app.page.areas;
    let mut told = Vec::new();
    if areas.footer.height == 0 {
        let keys = keys(links).iter();
        told.extend(keys.map(|(key, what)| format!("{key} {what}")));
    }
    if has_more {
        told.insert(told.len().min(1), "Down for more".to_owned());
    }
    if areas.status.height > 0 && !told.is_empty() {
        canvas.fill(areas.status, 0, " ", canvas.theme.text);
        let end = areas.status.x + areas.status.width;
        let text = told.join(" · ");
        let text = fitted(&text, end.saturating_sub(MARGIN).into());
        canvas.write(MARGIN, areas.status.y, end, &text, canvas.theme.faint);
    }
}

/// The cell for the letters of a target that is on screen: the one before it, also where a bracket or a quotation mark stands there, or in the
/// gutter; its first where a word touches it, or the word that a footnote belongs to.
fn cell_of(app: &App, target: &Target, canvas: &Canvas<'_>) -> Option<(u16, u16)> {
    let areas = app.page.areas;
    let rows = app.page.rows.iter().enumerate();
    let mut pieces = rows.flat_map(|(at, (_, row))| row.pieces.iter().map(move |it| (at, it)));
    let (row, col, piece) = pieces.find_map(|(row, piece)| {
        let col = app.page.side(row).drawn(piece.col)?;
        let is_its = piece.span.overlaps(target.span);
        is_its.then_some((row, col, piece))
    })?;
    let y = areas.text.y + num::cells(row);
    let mut start = areas.column.saturating_add(col);
    if piece.role == Role::Marker && piece.link.is_none() && piece.text == PieceText::Source {
        let before = target.span.start.saturating_sub(piece.span.start);
        start = start.saturating_add(num::cells(before as usize));
    }
    let before = start.checked_sub(1)?;
    let is_mark = piece.role == Role::Marker && piece.link.is_none();
    let is_covered = is_mark || canvas.has_word_at(before, y);
    Some((if is_covered { start } else { before }, y))
}

fn draw_row(row: &PanelRow, area: Area, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let back = if row.is_chosen {
        theme.selected
    } else {
        Look::default()
    };
    let look = match row.tone {
        Tone::Text => theme.text,
        Tone::Title => theme.title,
        Tone::Detail => theme.faint,
        Tone::Doubt => theme.notice,
    };
    canvas.fill(area, 0, " ", back);
    if row.is_chosen {
        canvas.line(area, ">", back_over(back, theme.accent));
    }
    let right = Area {
        width: area.width.saturating_sub(1),
        ..area
    };
    let end = right.x + right.width;
    let x = canvas.write(
        area.x + MARGIN,
        area.y,
        end,
        &row.letters,
        back_over(back, theme.accent),
    );
    let x = if row.letters.is_empty() { x } else { x + 2 };
    canvas.write(x, area.y, end, &row.text, back_over(back, look));
    canvas.line_right(right, &row.right, back_over(back, theme.faint));
}
