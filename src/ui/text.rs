//! The text pane: the pinned question, the gutter, and the rows with what is laid over them.

mod gutter;
mod look;

use super::canvas::Canvas;
use crate::app::App;
use crate::app::Stage;
use crate::app::area::Areas;
use crate::app::sideways::Side;
use crate::config::theme::Look;
use crate::doc::block::BlockId;
use crate::layout::row::{Piece, PieceText, Role, Row, Share};
use crate::layout::wrap_text;
use crate::text::cluster::{clusters, shorten};
use crate::text::cut;
use crate::text::num;
use crate::text::span::Span;
use gutter::Gutter;
use look::{Overlays, base};

/// Paints the pane.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.page.areas;
    if areas.text.width == 0 {
        return;
    }
    pinned(app, canvas);
    if app.page.rows.is_empty() {
        emptiness(app, canvas);
    }
    for (number, (block, row)) in app.page.rows.iter().enumerate() {
        let y = areas.text.y + num::cells(number);
        let gutter = Gutter {
            app,
            block: *block,
            row,
            y,
        };
        gutter.draw(canvas);
        let pane = Pane {
            app,
            block: *block,
            y,
            left: areas.column,
            end: areas.text.x + areas.text.width,
            side: app.page.side(number),
        };
        pane.row(row, canvas);
    }
}

/// Says why there is no text.
fn emptiness(app: &App, canvas: &mut Canvas<'_>) {
    let Areas {
        text,
        column,
        measure,
        ..
    } = app.page.areas;
    let why = why_empty(app);
    let look = canvas.theme.faint;
    for (y, line) in (text.y..text.y + text.height).zip(wrap_text(&why, measure)) {
        canvas.write(column, y, column + measure, cut(&why, line), look);
    }
}

fn why_empty(app: &App) -> String {
    match app.stage {
        Stage::Opening => format!("opening {} …", app.article.name),
        Stage::Open if app.article.document.is_empty() => {
            let why = app.article.document.notice();
            format!(
                "there is nothing to read: {}",
                why.unwrap_or("the article is empty")
            )
        }
        Stage::Open => "there is no text under this heading".to_owned(),
    }
}

/// The question above the text, its number in the gutter.
fn pinned(app: &App, canvas: &mut Canvas<'_>) {
    let Areas { pinned, column, .. } = app.page.areas;
    if pinned.height == 0 {
        return;
    }
    gutter::number(app, app.view.section, pinned.y, canvas);
    let section = app.article.outline.section(app.view.section);
    let block = section.and_then(|it| it.heading).unwrap_or_default();
    let end = pinned.x + pinned.width;
    let mut first = app.page.rows.iter().take(1);
    let goes_on = first.any(|(id, row)| *id == block && !row.pieces.is_empty());
    let behind = pinned.y + num::cells(app.page.pinned.len());
    for (y, row) in (pinned.y..pinned.y + pinned.height).zip(&app.page.pinned) {
        let pane = Pane {
            app,
            block,
            y,
            left: column,
            end,
            side: Side::default(),
        };
        pane.row(row, canvas);
        if goes_on && y + 1 == behind {
            canvas.write(column + row.width(), y, end, " …", canvas.theme.faint);
        }
    }
}

/// From the first to the last byte that a row shows.
fn row_span(row: &Row) -> Span {
    let spans = row
        .pieces
        .iter()
        .map(|piece| piece.span)
        .filter(|span| !span.is_empty());
    spans.reduce(Span::join).unwrap_or(Span::at(row.at))
}

/// Where a row is painted.
struct Pane<'a> {
    app: &'a App,
    block: BlockId,
    y: u16,
    left: u16,
    end: u16,
    side: Side,
}

impl Pane<'_> {
    fn row(&self, row: &Row, canvas: &mut Canvas<'_>) {
        let overlays = Overlays::of(self.app, self.block, row_span(row), canvas.theme);
        let is_heading = self.app.article.outline.is_heading(self.block);
        for piece in &row.pieces {
            let base = base(piece, is_heading, canvas.theme);
            match piece.text {
                PieceText::Picture(share) => self.picture(piece, share, canvas),
                _ => self.piece(piece, base, &overlays, canvas),
            }
        }
        self.signs(row, canvas);
    }

    /// The signs that there is more of a row to the left and to the right: before what moves, and behind the column, or in its last cell
    /// where nothing is behind it.
    fn signs(&self, row: &Row, canvas: &mut Canvas<'_>) {
        let Side { still, shift } = self.side;
        let Areas {
            gutter, measure, ..
        } = self.app.page.areas;
        let (less, more) = (self.app.symbols.of("‹"), self.app.symbols.of("›"));
        let look = canvas.theme.accent;
        let moved = still..still.saturating_add(shift);
        let is_cut = |piece: &Piece| {
            piece.cols > 0 && piece.col < moved.end && piece.col.saturating_add(piece.cols) > still
        };
        if shift > 0 && row.pieces.iter().any(is_cut) {
            let x = self.left + still - u16::from(still + gutter > 0);
            canvas.write(x, self.y, x + 1, less, look);
        }
        if row.width().saturating_sub(shift) > measure {
            let x = (self.left + measure).min(self.end.saturating_sub(1));
            canvas.write(x, self.y, self.end, more, look);
        }
    }

    /// A strip of a picture, once there is one, or what is said in its place.
    fn picture(&self, piece: &Piece, share: Share, canvas: &mut Canvas<'_>) {
        let x = self.left.saturating_add(piece.col);
        let end = self.end.min(x.saturating_add(piece.cols));
        if share == Share::Notice {
            let notice = self.app.picture_notice(piece.span.start);
            let notice = notice.unwrap_or_default();
            let notice = shorten(&notice, piece.cols.into());
            canvas.write(x, self.y, end, &notice, canvas.theme.notice);
        } else if let Some(strip) = self.app.strip(piece) {
            for (col, x) in (0..).zip(x..end) {
                canvas.strip(x, self.y, strip, col);
            }
        }
    }

    fn piece(&self, piece: &Piece, base: Look, overlays: &Overlays, canvas: &mut Canvas<'_>) {
        let end = self.end.min(self.left + self.app.page.areas.measure);
        let shown;
        let text = match &piece.text {
            PieceText::Source => self.app.article.document.slice(piece.span),
            PieceText::Shown(signs) if matches!(piece.role, Role::Bar | Role::Rule) => {
                shown = self.app.symbols.write(signs);
                &shown
            }
            PieceText::Shown(text) => text,
            PieceText::Picture(_) => return,
        };
        let mut col = piece.col;
        for cluster in clusters(text) {
            let at = match piece.text {
                PieceText::Source => piece.span.start + num::offset(cluster.at),
                PieceText::Shown(_) | PieceText::Picture(_) => piece.span.start,
            };
            let look = if piece.span.is_empty() {
                base
            } else {
                overlays.look(at, base)
            };
            let drawn = self
                .side
                .drawn(col)
                .map(|drawn| self.left.saturating_add(drawn));
            if drawn.is_some_and(|x| x >= end) {
                break;
            }
            if let Some(x) = drawn {
                canvas.put(x, self.y, end, &cluster, look);
            }
            col = col.saturating_add(num::cells(cluster.width));
        }
    }
}
