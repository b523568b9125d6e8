//! The columns of a table: how wide each is, how it is set, and where it stands.
//!
//! As browsers do it (CSS 2.1, 17.5.2.2), a column takes at least its longest word and at the most its cells on one line. Where all fit
//! on one line they do; else the columns [share](share()) the room. Where not even the words fit, the table is wider than the text
//! column and reached sideways. Linear in the cells that are looked at, of which there is a limit.

use super::super::Measure;
use super::super::prefix::Prefix;
use super::super::prose;
use super::super::row::{Piece, Role};
use super::super::slab::{Clip, Slabs};
use super::share::share;
use super::{BORDER, BORDER_WIDTH};
use crate::doc::Document;
use crate::doc::block::{Align, BlockId, RowKind, Table, TableId};
use crate::doc::run::Run;
use crate::text::cluster::clusters;
use crate::text::num;
use crate::text::span::Span;

/// No column is made narrower than this, unless its cells are, in cells.
const NARROWEST: u16 = 8;

/// A longer word may be cut, in cells: it is an address, or made of signs.
const LONGEST_WORD: u16 = 20;

/// Cells that are measured before the widths are settled; later rows are wrapped into them.
const SAMPLE: usize = 10_000;

/// Clusters of one cell that are measured.
const LONGEST_CELL: usize = 400;

/// The columns of a table in a column of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// How wide each is.
    pub(super) widths: Vec<u16>,
    /// How each is set; none is left unset.
    pub(super) aligns: Vec<Align>,
    /// Whether some cell takes more than one line, so that rows need a border between them.
    is_wrapped: bool,
    /// Cells before the first.
    left: u16,
}

impl Columns {
    /// Solves the columns of a table.
    pub fn solve(document: &Document, id: TableId, measure: Measure) -> Self {
        let Some(table) = document.table(id) else {
            return Self::default();
        };
        let sample = Sample { document, table };
        let indent = sample.indent(measure);
        let room = measure.inner().saturating_sub(indent).max(1);
        let borders =
            BORDER_WIDTH.saturating_mul(num::cells(table.columns.len().saturating_sub(1)));
        let most = sample.most();
        let fits =
            most.iter().map(|&it| u32::from(it)).sum::<u32>() + u32::from(borders) <= room.into();
        let widths = if fits {
            most
        } else {
            let least = sample.least(&most, room);
            let words = least
                .iter()
                .fold(borders, |sum, &it| sum.saturating_add(it));
            let room = if words > room { wider(room) } else { room };
            share(&least, &most, room.saturating_sub(borders))
        };
        Self {
            is_wrapped: !fits,
            aligns: sample.aligns(),
            widths,
            left: indent.saturating_add(measure.hang),
        }
    }

    /// The cell where each column starts.
    pub(in crate::layout) fn starts(&self) -> impl Iterator<Item = u16> {
        self.widths.iter().scan(self.left, |next, &width| {
            let start = *next;
            *next = start.saturating_add(width).saturating_add(BORDER_WIDTH);
            Some(start)
        })
    }

    /// The cell behind the last column.
    pub(in crate::layout) fn end(&self) -> u16 {
        let last = self.starts().zip(&self.widths).last();
        last.map_or(self.left, |(start, &width)| start.saturating_add(width))
    }

    /// The rule under the head of the table; between the rows of its body where cells are wrapped, the borders alone.
    pub(in crate::layout) fn separator(&self, kind: RowKind, span: Span) -> Option<Vec<Piece>> {
        let (fill, border) = match kind {
            RowKind::Head => ("─", "─┼─"),
            RowKind::Body if self.is_wrapped => (" ", BORDER),
            RowKind::Body => return None,
        };
        let cells: Vec<_> = self
            .widths
            .iter()
            .map(|&width| fill.repeat(width.into()))
            .collect();
        Some(vec![Piece::shown(0, cells.join(border), span, Role::Rule)])
    }
}

/// The room of a table that is reached sideways anyway: half as much again, so that its rows are not as high as they could be.
fn wider(room: u16) -> u16 {
    room.saturating_add(room / 2)
}

/// The rows of a table that are looked at.
#[derive(Clone, Copy)]
struct Sample<'a> {
    document: &'a Document,
    table: &'a Table,
}

impl<'a> Sample<'a> {
    /// The cells of each row with the number of their column.
    fn rows(self) -> impl Iterator<Item = impl Iterator<Item = &'a [Run]>> {
        let Table {
            first,
            rows,
            columns,
        } = self.table;
        let looked_at = (*rows).min(SAMPLE / columns.len().max(1) + 1);
        let blocks = (first.index()..first.index() + looked_at).map(BlockId::new);
        blocks.map(move |row| self.document.cells(row))
    }

    /// Cells that markers and bars take before the table.
    fn indent(self, measure: Measure) -> u16 {
        let slab = Slabs::of(self.document, self.table.first).slab(0);
        Prefix::of(self.document, slab, measure.inner()).width()
    }

    /// The width of each column where all of its cells stand on one line.
    fn most(self) -> Vec<u16> {
        let mut most = vec![1; self.table.columns.len()];
        for row in self.rows() {
            for (most, cell) in most.iter_mut().zip(row) {
                *most = self.width(cell).max(*most);
            }
        }
        most
    }

    /// The width of each column where none of its words is cut, as far as the last column can be reached at all.
    fn least(self, most: &[u16], room: u16) -> Vec<u16> {
        let share = usize::from(u16::MAX) / most.len().max(1);
        let reachable = num::cells(share).saturating_sub(BORDER_WIDTH);
        let longest = LONGEST_WORD.min(room).min(reachable).max(1);
        let narrow = |&most: &u16| most.min(NARROWEST).min(longest);
        let mut least: Vec<_> = most.iter().map(narrow).collect();
        for row in self.rows() {
            for (least, cell) in least.iter_mut().zip(row) {
                if *least < longest && self.width(cell) > *least {
                    *least = prose::widest_word(&self.beginning(cell), longest).max(*least);
                }
            }
        }
        least
    }

    fn width(self, cell: &[Run]) -> u16 {
        let shown = cell
            .iter()
            .flat_map(|run| clusters(self.document.shown(run)));
        num::cells(shown.take(LONGEST_CELL).map(|cluster| cluster.width).sum())
    }

    /// As much of a cell as is measured.
    fn beginning(self, cell: &[Run]) -> Vec<Clip<'a>> {
        let mut left = LONGEST_CELL;
        let clip = |run| {
            let Clip { run, shown } = Clip::whole(self.document, run);
            let shown = crate::text::head(shown, shown.floor_char_boundary(left));
            left -= shown.len();
            Clip { run, shown }
        };
        cell.iter().map(clip).collect()
    }

    /// How each column is set. Numbers are compared by their last digits, so they stand under each other.
    fn aligns(self) -> Vec<Align> {
        let mut numbers = vec![0; self.table.columns.len()];
        let mut words = numbers.clone();
        for row in self.rows().skip(1) {
            for (column, cell) in row.enumerate().take(numbers.len()) {
                match self.is_number(cell) {
                    Some(true) => numbers[column] += 1,
                    Some(false) => words[column] += 1,
                    None => {}
                }
            }
        }
        let columns = self.table.columns.iter().zip(numbers.iter().zip(&words));
        let align = |(&align, (&numbers, &words)): (&Align, (&usize, &usize))| match align {
            Align::Unset if numbers > 0 && words == 0 => Align::Right,
            Align::Unset => Align::Left,
            align => align,
        };
        columns.map(align).collect()
    }

    /// Whether a cell holds a number and nothing else; `None` where it holds nothing.
    fn is_number(self, cell: &[Run]) -> Option<bool> {
        let shown = cell.iter().flat_map(|run| self.document.shown(run).chars());
        let signs: String = shown.take(LONGEST_NUMBER + 1).collect();
        let signs = signs.trim();
        let is_blank = signs
            .chars()
            .all(|c| matches!(c, '-' | '–' | '—' | '…' | '.' | '?'));
        (!is_blank).then(|| is_number(signs))
    }
}

/// Longest number, in characters.
const LONGEST_NUMBER: usize = 24;

/// Whether a text is a number: digits with what groups them, a sign or a currency before them, a share or a currency behind them.
fn is_number(text: &str) -> bool {
    let text = text.trim_start_matches(['+', '-', '−', '±', '~', '≈', '<', '>', '≤', '≥', ' ']);
    let text = text.trim_matches(|c: char| CURRENCIES.contains(&c) || c == ' ');
    let text = text.trim_start_matches(['+', '-', '−']);
    let text = text.trim_end_matches(['%', '‰', ' ', '\u{A0}', '\u{202F}']);
    let is_grouping = |c: char| matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{A0}' | '\u{202F}');
    text.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.chars().count() <= LONGEST_NUMBER
        && text.chars().all(|c| c.is_ascii_digit() || is_grouping(c))
}

/// Signs of currencies that stand before a number or behind it.
const CURRENCIES: &[char] = &[
    '$', '€', '£', '¥', '₹', '₩', '₽', '₺', '₴', '₪', '฿', '₱', '₫', '₦', '¢',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_words() {
        for number in [
            "7",
            "-1.5",
            "1,234,567",
            "12 %",
            "$3.20",
            "−4",
            "≈ 10",
            "1’000",
            "€ 12",
            "12 €",
            ".5",
        ] {
            assert!(is_number(number), "{number}");
        }
        for other in [
            "",
            "a",
            "7 km",
            "2024-01-12",
            "10:30",
            "1/2",
            "3rd",
            "1–2",
            "$",
            "1.",
        ] {
            assert!(!is_number(other), "{other}");
        }
    }
}
