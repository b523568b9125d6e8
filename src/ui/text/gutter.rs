//! The gutter: what stands before a row of the text.

use std::ops::Range;

use super::row_span;
use crate::app::App;
use crate::app::area::Areas;
use crate::app::findings::ItemId;
use crate::app::selection::Selection;
use crate::app::view::Extent;
use crate::article::changes::ChangeKind;
use crate::article::section::SectionId;
use crate::doc::block::BlockId;
use crate::layout::row::Row;
use crate::text::num;
use crate::text::span::Span;
use crate::ui::canvas::Canvas;

/// The gutter beside a row.
pub(super) struct Gutter<'a> {
    pub(super) app: &'a App,
    pub(super) block: BlockId,
    pub(super) row: &'a Row,
    pub(super) y: u16,
}

impl Gutter<'_> {
    /// Paints what there is room for: the number of a section, letters, signs of changes, the bar.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let section = self.heading_in_flow();
        let number = section.map(|section| number(self.app, section, self.y, canvas));
        let mut taken: Vec<_> = number.into_iter().flatten().collect();
        taken.extend(self.letters(canvas));
        if !self.changes(&taken, canvas) {
            self.bar(canvas);
        }
    }

    /// The section whose heading begins in this row, in the whole flow or below a title.
    fn heading_in_flow(&self) -> Option<SectionId> {
        let outline = &self.app.article.outline;
        let section = outline.section_of(self.block);
        let heading = outline.section(section)?.heading;
        let flows = self.app.view.extent == Extent::Whole || self.app.is_titled();
        let is_there = flows && heading == Some(self.block);
        (is_there && self.is_first()).then_some(section)
    }

    /// Whether the row is the first of its block.
    fn is_first(&self) -> bool {
        let block = self.app.article.document.block(self.block);
        block.is_some_and(|block| self.row.is_first(block.span.start))
    }

    /// The letters: `Q` and `G` where a quote or a guarantee begins, `g` where one is elaborated. Returns the cells that they take.
    fn letters(&self, canvas: &mut Canvas<'_>) -> Vec<u16> {
        let Areas { column, gutter, .. } = self.app.page.areas;
        let look = canvas.theme.accent;
        let (left, step, most) = match gutter {
            4.. => (column - 4, 1, 3), // each has a cell of its own
            2.. => (column - 2, 0, 1),
            _ => (column, 0, 0),
        };
        let due = (0..).zip(self.letters_due());
        let due = due.filter_map(|(at, letter)| Some((left + at * step, letter?)));
        let letters = due.take(most).map(|(x, letter)| {
            canvas.write(x, self.y, column, letter, look);
            x
        });
        letters.collect()
    }

    fn letters_due(&self) -> [Option<&'static str>; 3] {
        let Self { app, row, .. } = self;
        let begins = |span: Span| row.pieces.iter().any(|it| it.span.contains(span.start));
        let items = app.article.items_in(row_span(row));
        let items = items.filter(|item| begins(item.span) && !app.entries().hides(item));
        let starts: Vec<_> = items.map(|item| item.id).collect();
        let has = |is_it: fn(&ItemId) -> bool| starts.iter().any(is_it);
        [
            has(|id| matches!(id, ItemId::Quote(_))).then_some("Q"),
            has(|id| matches!(id, ItemId::Guarantee(_))).then_some("G"),
            (self.is_first() && app.article.is_elaboration(self.block)).then_some("g"),
        ]
    }

    /// The bar beside what was jumped to, or is selected.
    fn bar(&self, canvas: &mut Canvas<'_>) {
        let Areas { column, gutter, .. } = self.app.page.areas;
        let marked = || self.app.view.marked.map(|mark| mark.span);
        let stands_out = self.app.selection.map(Selection::span).or_else(marked);
        let overlaps = |span| self.row.pieces.iter().any(|it| it.span.overlaps(span));
        if gutter >= 2 && stands_out.is_some_and(overlaps) {
            let bar = self.app.symbols.of("▌");
            canvas.write(column - 1, self.y, column, bar, canvas.theme.accent);
        }
    }

    /// The sign beside a block that is new, has changed or moved: `+`, `~` or `>`; `-` where something before it is gone, or behind it. Where both
    /// stand beside one row, they stand in the order of the text. A cell is left free before the words, unless letters have `taken` the others, for
    /// `-5` is another word than `5`. Whether it was not.
    fn changes(&self, taken: &[u16], canvas: &mut Canvas<'_>) -> bool {
        let Areas { column, gutter, .. } = self.app.page.areas;
        if gutter < 2 {
            return false;
        }
        let signs = self.changes_due();
        let apart = (column - gutter..column - 1)
            .rev()
            .filter(|x| !taken.contains(x));
        let mut free: Vec<_> = apart.chain([column - 1]).take(signs.len()).collect();
        free.sort_unstable();
        for (&x, sign) in free.iter().zip(signs) {
            canvas.write(x, self.y, x + 1, sign, canvas.theme.notice);
        }
        free.last() == Some(&(column - 1))
    }

    fn changes_due(&self) -> Vec<&'static str> {
        let changes = &self.app.article.changes;
        let Some(block) = self.app.article.document.block(self.block) else {
            return Vec::new();
        };
        let removed = ChangeKind::Removed.sign();
        let sign = changes.of_block(self.block).filter(|_| self.is_first());
        let is_before = self.is_first() && changes.is_gap(self.block, block.span.start);
        let is_behind = self.is_last() && changes.is_gap(self.block, block.span.end);
        let signs = [
            is_before.then_some(removed),
            sign.map(|it| it.kind.sign()),
            (is_behind && !is_before).then_some(removed),
        ];
        signs.into_iter().flatten().collect()
    }

    /// Whether the row ends its block, or the blank behind it: behind the last block there is none.
    fn is_last(&self) -> bool {
        let document = &self.app.article.document;
        let Some(block) = document.block(self.block) else {
            return false;
        };
        let is_last_block = self.block.next().index() == document.len();
        let runs = document.runs(self.block).iter().rev();
        let end = runs.map(|run| run.span).find(|span| !span.is_empty());
        let end = end.map_or(block.span.end, |span| span.end);
        let unseen = Span::new(row_span(self.row).end.min(end), end);
        let is_seen = || document.slice(unseen).trim().is_empty();
        self.row.at >= block.span.end || is_last_block && is_seen()
    }
}

/// The number of a section, in the gutter beside its heading. One that is wider than the gutter stands in the header alone.
/// Returns the cells that it takes.
pub(super) fn number(app: &App, section: SectionId, y: u16, canvas: &mut Canvas<'_>) -> Range<u16> {
    let Areas { column, gutter, .. } = app.page.areas;
    let label = app.article.outline.label(section).unwrap_or_default();
    if num::cells(label.chars().count()) >= gutter {
        return column..column;
    }
    let left = column - gutter;
    left..canvas.write(left, y, column, &label, canvas.theme.faint)
}
