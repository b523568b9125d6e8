//! The text pane: the pinned question, the gutter, and the rows with what is laid over them.

use std::ops::Range;

use super::canvas::Canvas;
use crate::app::App;
use crate::app::Stage;
use crate::app::area::Areas;
use crate::app::findings::ItemId;
use crate::app::selection::Selection;
use crate::app::sideways::Side;
use crate::app::view::Extent;
use crate::article::changes::ChangeKind;
use crate::article::section::SectionId;
use crate::config::theme::{Look, Theme};
use crate::doc::block::BlockId;
use crate::doc::run::Marks;
use crate::layout::row::{Piece, PieceText, Role, Row, Share};
use crate::layout::wrap_text;
use crate::text::cluster::{clusters, shorten};
use crate::text::num;
use crate::text::span::Span;

/// Paints the pane.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.page.areas;
    if areas.text.width == 0 {
        return;
    }
    pinned(app, canvas);
    if app.page.rows.is_empty() {
        let text = empty_state(app);
        for (y, line) in
            (areas.text.y..areas.text.y + areas.text.height).zip(wrap_text(&text, areas.measure))
        {
            let end = areas.column + areas.measure;
            canvas.write(
                areas.column,
                y,
                end,
                crate::text::cut(&text, line),
                canvas.theme.faint,
            );
        }
    }
    for (number, (block, row)) in app.page.rows.iter().enumerate() {
        let y = areas.text.y + num::cells(number);
        gutter(app, *block, row, y, canvas);
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

fn empty_state(app: &App) -> String {
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
    if pinned.height > 0 {
        number(app, app.view.section, pinned.y, canvas);
    }
    let end = pinned.x + pinned.width;
    let rows = app.page.pinned.len();
    for (index, row) in app
        .page
        .pinned
        .iter()
        .enumerate()
        .take(pinned.height.into())
    {
        let block = app
            .article
            .outline
            .section(app.view.section)
            .and_then(|section| section.heading)
            .unwrap_or_default();
        let y = pinned.y + num::cells(index);
        Pane {
            app,
            block,
            y,
            left: column,
            end,
            side: Side::default(),
        }
        .row(row, canvas);
        let is_cut = index + 1 == rows
            && app
                .page
                .rows
                .first()
                .is_some_and(|(first, _)| *first == block);
        if is_cut {
            canvas.write(column + row.width(), y, end, " …", canvas.theme.faint);
        }
    }
}

/// The number of a section, in the gutter beside its heading. One that is wider than the gutter stands in the header alone.
/// Returns the cells that it takes.
fn number(app: &App, section: SectionId, y: u16, canvas: &mut Canvas<'_>) -> Range<u16> {
    let Areas { column, gutter, .. } = app.page.areas;
    let label = app.article.outline.label(section).unwrap_or_default();
    if num::cells(label.chars().count()) >= gutter {
        return column..column;
    }
    let left = column - gutter;
    left..canvas.write(left, y, column, &label, canvas.theme.faint)
}

/// The section whose heading begins in a row of the whole flow.
fn heading_in_flow(app: &App, block: BlockId) -> Option<SectionId> {
    let outline = &app.article.outline;
    let section = outline.section_of(block);
    let heading = outline.section(section)?.heading;
    (app.view.extent == Extent::Whole && heading == Some(block)).then_some(section)
}

/// The letters before a row: `Q` and `G` where a quote or a guarantee begins, `g` where one is elaborated, and the bar
/// beside what was jumped to.
fn gutter(app: &App, block: BlockId, row: &Row, y: u16, canvas: &mut Canvas<'_>) {
    let Areas { column, gutter, .. } = app.page.areas;
    let text = row_span(row);
    let begins = |span: Span| {
        row.pieces
            .iter()
            .any(|piece| piece.span.contains(span.start))
    };
    let starts: Vec<_> = app
        .article
        .items_in(text)
        .filter(|item| begins(item.span) && !app.entries().hides(item))
        .map(|item| item.id)
        .collect();
    let is_first = app
        .article
        .document
        .block(block)
        .is_some_and(|block| row.is_first(block.span.start));
    let mut taken = Vec::new();
    if let Some(section) = heading_in_flow(app, block).filter(|_| is_first) {
        taken.extend(number(app, section, y, canvas));
    }
    let letters = [
        (starts.iter().any(|id| matches!(id, ItemId::Quote(_))), "Q"),
        (
            starts.iter().any(|id| matches!(id, ItemId::Guarantee(_))),
            "G",
        ),
        (is_first && app.article.is_elaboration(block), "g"),
    ];
    let look = canvas.theme.accent;
    let shown = (0..).zip(letters).filter(|(_, (is_shown, _))| *is_shown);
    let (left, most) = match gutter {
        4.. => (column - 4, letters.len()),
        2.. => (column - 2, 1),
        _ => (column, 0),
    };
    for (at, (_, letter)) in shown.take(most) {
        let x = if gutter >= 4 { left + at } else { left };
        canvas.write(x, y, column, letter, look);
        taken.push(x);
    }
    let is_at_text = change_signs(app, block, row, &taken, y, canvas);
    if gutter >= 2 && !is_at_text && {
        let marked = || app.view.marked.map(|mark| mark.span);
        let stands_out = app.selection.map(Selection::span).or_else(marked);
        stands_out.is_some_and(|span| row.pieces.iter().any(|piece| piece.span.overlaps(span)))
    } {
        canvas.write(column - 1, y, column, app.symbols.of("▌"), look);
    }
}

/// The sign beside a block that is new, has changed or moved: `+`, `~` or `>`; `-` where something before it is gone, or behind it. Where both
/// stand beside one row, they stand in the order of the text. A cell is left free before the words, unless letters have `taken` the others, for
/// `-5` is another word than `5`. Whether it was not.
fn change_signs(
    app: &App,
    id: BlockId,
    row: &Row,
    taken: &[u16],
    y: u16,
    canvas: &mut Canvas<'_>,
) -> bool {
    let Areas { column, gutter, .. } = app.page.areas;
    let changes = &app.article.changes;
    let Some(block) = app.article.document.block(id).filter(|_| gutter >= 2) else {
        return false;
    };
    let is_first = row.is_first(block.span.start);
    let removed = ChangeKind::Removed.sign();
    let sign = changes.of_block(id).filter(|_| is_first);
    let is_before = is_first && changes.is_gap(id, block.span.start);
    let is_behind = is_end(app, id, row) && changes.is_gap(id, block.span.end);
    let signs = [
        is_before.then_some(removed),
        sign.map(|it| it.kind.sign()),
        (is_behind && !is_before).then_some(removed),
    ];
    let signs: Vec<_> = signs.into_iter().flatten().collect();
    let apart = (column - gutter..column - 1)
        .rev()
        .filter(|x| !taken.contains(x));
    let mut free: Vec<_> = apart.chain([column - 1]).take(signs.len()).collect();
    free.sort_unstable();
    for (&x, sign) in free.iter().zip(signs) {
        canvas.write(x, y, x + 1, sign, canvas.theme.notice);
    }
    free.last() == Some(&(column - 1))
}

/// Whether a row ends its block, or the blank behind it: behind the last block there is none.
fn is_end(app: &App, id: BlockId, row: &Row) -> bool {
    let document = &app.article.document;
    let Some(block) = document.block(id) else {
        return false;
    };
    let is_last = id.next().index() == document.len();
    let runs = document.runs(id).iter().rev();
    let end = runs.map(|run| run.span).find(|span| !span.is_empty());
    let end = end.map_or(block.span.end, |span| span.end);
    let shown = row_span(row).end.min(end);
    row.at >= block.span.end || is_last && document.slice(Span::new(shown, end)).trim().is_empty()
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

/// The look of a piece before anything is laid over it. What heads a section looks like a heading, however the author set it.
fn base(piece: &Piece, is_heading: bool, theme: &Theme) -> Look {
    let role = match piece.role {
        Role::Text | Role::Term if is_heading => theme.heading,
        Role::Text | Role::Term => Look::default(),
        Role::Title => theme.title,
        Role::Heading | Role::TableHead => theme.heading,
        Role::Byline | Role::CrossLink | Role::Marker | Role::Picture => theme.faint,
        Role::Code => theme.code,
        Role::Bar | Role::Rule => theme.rule,
    };
    let mut look = role;
    if piece.marks.contains(Marks::CODE) {
        look = theme.code.over(look);
    }
    look = light(piece.marks, theme).over(look);
    if piece.marks.contains(Marks::IMAGE) {
        look = theme.faint.over(look);
    }
    if piece.link.is_some() && piece.role != Role::CrossLink {
        look = theme.link.over(look);
    }
    look.bold |= piece.role == Role::Term || piece.marks.contains(Marks::STRONG);
    look.italic |= piece.marks.contains(Marks::EMPHASIS);
    look.strike |= piece.marks.contains(Marks::STRIKE);
    look
}

/// The look of the colour that a program has given its letters.
fn light(marks: Marks, theme: &Theme) -> Look {
    let (red, green, blue) = (Marks::RED, Marks::GREEN, Marks::BLUE);
    let looks = [
        (red, theme.red),
        (green, theme.green),
        (red | green, theme.yellow),
        (blue, theme.blue),
        (red | blue, theme.magenta),
        (green | blue, theme.cyan),
    ];
    let light = marks & Marks::LIGHT;
    let look = looks.into_iter().find(|(lights, _)| *lights == light);
    look.map_or_else(Look::default, |(_, look)| look)
}

/// What lies over the text of a row, the lowest first.
struct Overlays {
    spans: Vec<(Span, Look)>,
}

impl Overlays {
    fn of(app: &App, block: BlockId, row: Span, theme: &Theme) -> Self {
        let mut spans = Vec::new();
        let items = app.article.items_in(row);
        let items = items.filter(|item| !app.entries().hides(item));
        let items = items.filter_map(|item| match item.id {
            ItemId::Quote(_) => Some((item.span, theme.quote)),
            ItemId::Guarantee(_) => Some((item.span, theme.guarantee)),
            ItemId::Speech(_) => None, // it would be all of an interview
        });
        spans.extend(items);
        let changed = app.article.changes.of_block(block);
        let changed = changed.filter(|it| it.kind == ChangeKind::Changed);
        let words = changed.into_iter().flat_map(|it| it.words_in(row));
        spans.extend(words.map(|span| (span, theme.changed)));
        spans.extend(app.view.marked.map(|mark| (mark.span, theme.marked)));
        if let Some(search) = app.find.as_ref().and_then(|find| find.search()) {
            spans.extend(search.hits_in(row).map(|hit| (hit.span, theme.hit)));
            let current = app.find.as_ref().and_then(|find| find.current);
            spans.extend(current.map(|hit| (hit.span, theme.current_hit)));
        }
        let selection = app.selection.map(|it| (it.span(), theme.selection));
        spans.extend(selection);
        Self { spans }
    }

    fn look(&self, at: u32, base: Look) -> Look {
        let over = self.spans.iter().filter(|(span, _)| span.contains(at));
        over.fold(base, |under, (_, look)| look.over(under))
    }
}
