//! The links on screen: a letter on each, and the panel that tells where they lead.

use super::canvas::Canvas;
use super::list::back_over;
use super::notice::fitted;
use crate::app::App;
use crate::app::area::Area;
use crate::app::links::panel::{MARGIN, PanelRole, PanelRow, keys, panel};
use crate::app::links::{Links, Sheet, Target};
use crate::config::theme::Look;
use crate::layout::row::{Piece, PieceText, Role};
use crate::text::cluster::shorten;
use crate::text::num;
use crate::text::span::Span;

/// More letters than this stand in the list alone: on links they would cover too much of the text.
const MOST_LETTERS: usize = 2;

/// Paints letters and panel.
pub(super) fn draw(app: &App, links: &Links, canvas: &mut Canvas<'_>) {
    if links.sheet == Sheet::List && links.letters(0).len() <= MOST_LETTERS {
        let pieces = app.page.rows.iter().flat_map(|(_, row)| &row.pieces);
        let spans = pieces.map(|it| it.span).filter(|it| !it.is_empty());
        let seen = spans.reduce(Span::join).unwrap_or_default();
        let targets = links.targets.iter().enumerate();
        for (index, target) in targets.filter(|(_, it)| it.span.overlaps(seen)) {
            if let Some(cells) = cells_of(app, target) {
                label(app, &links.letters(index), cells, canvas);
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
        if let Some(filter) = &links.filter {
            let told = format!(
                " only “{}” ",
                shorten(filter.typed(), usize::from(rule.width / 2))
            );
            canvas.write(MARGIN, y, rule.width, &told, canvas.theme.accent);
        }
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
    if links.prompt.is_some() {
        return; // it stands there
    }
    let areas = app.page.areas;
    let mut told = Vec::new();
    if areas.footer.height == 0 {
        let keys = keys(links).iter();
        told.extend(keys.map(|(key, what)| format!("{key} {what}")));
    }
    if has_more {
        // In a list how to look at a link comes before it; of a note there is the rest to be read first.
        let before = usize::from(links.sheet == Sheet::List);
        told.insert(before.min(told.len()), "Down for more".to_owned());
    }
    if areas.status.height > 0 && !told.is_empty() {
        canvas.fill(areas.status, 0, " ", canvas.theme.text);
        let end = areas.status.x + areas.status.width;
        let text = told.join(" · ");
        let text = fitted(&text, end.saturating_sub(MARGIN).into());
        canvas.write(MARGIN, areas.status.y, end, &text, canvas.theme.faint);
    }
}

/// Writes letters over the first cells of a target, in brackets, so that they are told from words without any colour. Where a link is
/// shorter than that, the gaps beside it are taken; letters alone where words touch it.
fn label(app: &App, letters: &str, cells: Area, canvas: &mut Canvas<'_>) {
    let areas = app.page.areas;
    let end = areas.text.x + areas.text.width;
    let missing = (num::cells(letters.len()) + 2).saturating_sub(cells.width);
    let behind = cells.x + cells.width;
    let has_gap = |x: u16| x < end && canvas.is_blank_at(x, cells.y);
    let before = u16::from(missing > 0 && cells.x > areas.text.x && has_gap(cells.x - 1));
    let after = u16::from(missing > before && has_gap(behind));
    let (x, label) = if before + after >= missing {
        (cells.x - before, format!("[{letters}]"))
    } else {
        (cells.x, letters.to_owned())
    };
    canvas.write(x, cells.y, end, &label, canvas.theme.current_hit);
}

/// The cells of a target in the first row of the screen that has some of it.
fn cells_of(app: &App, target: &Target) -> Option<Area> {
    let areas = app.page.areas;
    let document = &app.article.document;
    let mut rows = app.page.rows.iter().enumerate();
    let (row, pieces) = rows.find_map(|(at, (block, row))| {
        let is_its = |piece: &&Piece| target.is_shown_by(document, *block, piece);
        let mut pieces = row.pieces.iter().filter(is_its).peekable();
        pieces.peek()?;
        Some((at, pieces))
    })?;
    let side = app.page.side(row);
    let shown = pieces.filter_map(|it| {
        let (col, width) = cells_in(it, target);
        Some((side.drawn(col)?, width))
    });
    let (start, end) = shown.fold((u16::MAX, 0), |(start, end), (col, width)| {
        (start.min(col), end.max(col.saturating_add(width)))
    });
    (start < end).then(|| Area {
        x: areas.column.saturating_add(start),
        y: areas.text.y + num::cells(row),
        width: end - start,
        height: 1,
    })
}

/// Where in its row a piece shows a target, and over how many cells: several marks of footnotes can stand in one piece.
fn cells_in(piece: &Piece, target: &Target) -> (u16, u16) {
    let is_among_marks =
        piece.role == Role::Marker && piece.link.is_none() && piece.text == PieceText::Source;
    if !is_among_marks {
        return (piece.col, piece.cols);
    }
    let shared = piece.span.intersection(target.span);
    let before = num::cells((shared.start - piece.span.start) as usize);
    (
        piece.col.saturating_add(before),
        num::cells(shared.len() as usize),
    )
}

fn draw_row(row: &PanelRow, area: Area, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let back = if row.is_chosen {
        theme.selected
    } else {
        Look::default()
    };
    let look = match row.role {
        PanelRole::Text => theme.text,
        PanelRole::Title => theme.title,
        PanelRole::Detail => theme.faint,
        PanelRole::Doubt => theme.notice,
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
