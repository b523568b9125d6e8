//! The list pane: tabs, sections, items.

use super::canvas::Canvas;
use crate::app::area::Area;
use crate::app::list::rows::{Part, PartRole};
use crate::app::list::tabs;
use crate::app::{App, Focus};
use crate::config::theme::{Look, Theme};
use crate::text::num;

/// Cells that stay free behind what begins at the right edge.
const RIGHT_MARGIN: u16 = 1;

/// Paints the pane.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.page.areas.list;
    if app.page.areas.tabs.height > 0 {
        draw_tabs(app, canvas);
    }
    for (y, row) in (area.y..).zip(&app.page.list) {
        let row_area = Area {
            y,
            height: 1,
            ..area
        };
        let is_focused = app.focus == Focus::List;
        let back = if row.is_selected && is_focused {
            canvas.theme.selected
        } else {
            Look::default()
        };
        if row.is_selected && is_focused {
            canvas.fill(row_area, 0, " ", back);
        }
        if row.is_selected {
            let cursor = back_over(back, canvas.theme.accent);
            let sign = if is_focused { ">" } else { app.symbols.here() };
            canvas.line(row_area, sign, cursor);
        }
        let mut x = area.x + 1;
        for part in &row.line.parts {
            let look = match part.role {
                PartRole::Hit => hit_over(back, canvas.theme.hit),
                _ => back_over(back, look(part, canvas.theme)),
            };
            x = write_part(canvas, x, row_area, part, look);
        }
        let right = Area {
            width: area.width.saturating_sub(1),
            ..row_area
        };
        canvas.line_right(right, &row.line.right, back_over(back, canvas.theme.accent));
    }
}

/// Parts keep their ink on the paper of the cursor; where the cursor is ink and paper exchanged, they would exchange theirs
/// too, so there they keep their weight alone.
pub(super) fn back_over(back: Look, look: Look) -> Look {
    if back.reverse {
        Look {
            bold: look.bold,
            ..back
        }
    } else {
        Look {
            paper: back.paper,
            ..look
        }
    }
}

/// What was searched for stands out under the cursor, too: on its own paper, or by a line where ink and paper are exchanged already.
fn hit_over(back: Look, hit: Look) -> Look {
    if back.reverse {
        Look {
            underline: true,
            ..back
        }
    } else {
        hit
    }
}

fn write_part(canvas: &mut Canvas<'_>, x: u16, area: Area, part: &Part, look: Look) -> u16 {
    let end = area.x + area.width;
    let Some(direction) = part.direction else {
        return canvas.write(x, area.y, end, &part.text, look);
    };
    let room = Area {
        x,
        width: end.saturating_sub(x + RIGHT_MARGIN),
        ..area
    };
    canvas.line_of(room, &part.text, direction, look)
}

fn look(part: &Part, theme: &Theme) -> Look {
    match part.role {
        PartRole::Heading => theme.heading,
        PartRole::Sign => theme.accent,
        PartRole::Quote => Look::default(),
        PartRole::Guarantee => theme.guarantee,
        PartRole::Detail => theme.faint,
        PartRole::Hit => theme.hit,
    }
}

fn draw_tabs(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.page.areas.tabs;
    for tab in tabs(app.entries(), area.width.into()) {
        let is_current = tab.kind == app.list.kind;
        let look = if is_current {
            Look {
                underline: true,
                ..canvas.theme.heading
            }
        } else {
            canvas.theme.faint
        };
        canvas.write(
            area.x + num::cells(tab.col),
            area.y,
            area.x + area.width,
            &tab.text,
            look,
        );
    }
}
