//! The links on screen: a letter beside each, and the panel that tells where they lead.

use super::canvas::Canvas;
use super::list::back_over;
use crate::app::App;
use crate::app::area::Area;
use crate::app::links::panel::{MARGIN, PanelRow, Tone, shown};
use crate::app::links::{Links, Sheet};
use crate::config::theme::Look;
use crate::layout::row::Role;
use crate::text::num;

/// Paints letters and panel.
pub(super) fn draw(app: &App, links: &Links, canvas: &mut Canvas<'_>) {
    if links.sheet == Sheet::List {
        letters(app, links, canvas);
    }
    let (rows, has_more) = shown(app, links);
    let bottom = match app.page.areas.status {
        status if status.height > 0 => status.y,
        _ => app.size.height,
    };
    let top = bottom.saturating_sub(num::cells(rows.len()));
    if top > 0 {
        let area = row_area(app, top - 1);
        canvas.fill(area, 0, app.symbols.of("─"), canvas.theme.rule);
    }
    for (y, row) in (top..).zip(&rows) {
        draw_row(row, row_area(app, y), canvas);
    }
    let status = app.page.areas.status;
    if has_more && status.height > 0 {
        canvas.fill(status, 0, " ", canvas.theme.text);
        canvas.write(
            MARGIN,
            status.y,
            app.size.width,
            "Down for more",
            canvas.theme.faint,
        );
    }
}

fn row_area(app: &App, y: u16) -> Area {
    Area {
        x: 0,
        y,
        width: app.size.width,
        height: 1,
    }
}

/// The letters, each in the cell before its link, or in the gutter; where a footnote’s mark touches the word before it, in its first cell.
fn letters(app: &App, links: &Links, canvas: &mut Canvas<'_>) {
    let areas = app.page.areas;
    let end = areas.text.x + areas.text.width;
    for (index, target) in links.targets.iter().enumerate() {
        let rows = app.page.rows.iter().enumerate();
        let mut pieces = rows.flat_map(|(at, (_, row))| row.pieces.iter().map(move |it| (at, it)));
        if let Some((row, piece)) = pieces.find(|(_, it)| it.span.overlaps(target.span)) {
            let y = areas.text.y + num::cells(row);
            let col = app.page.side(row).drawn(piece.col).unwrap_or(0);
            let start = areas.column.saturating_add(col);
            let before = target.span.start.saturating_sub(piece.span.start);
            let is_note = matches!(piece.role, Role::Marker) && piece.link.is_none();
            let x = if is_note {
                start.saturating_add(num::cells(before as usize))
            } else {
                start.saturating_sub(1)
            };
            let letters = links.letters(index);
            canvas.write(x, y, end, &letters, canvas.theme.current_hit);
        }
    }
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
    let end = area.width.saturating_sub(1);
    let x = canvas.write(
        MARGIN,
        area.y,
        end,
        &row.letters,
        back_over(back, theme.accent),
    );
    let x = if row.letters.is_empty() { x } else { x + 2 };
    canvas.write(x, area.y, end, &row.text, back_over(back, look));
    let right = Area { width: end, ..area };
    canvas.line_right(right, &row.right, back_over(back, theme.faint));
}
