//! Tables: which of them hold data, and the shape of those.
//!
//! Spans are clamped: a table has no more columns than can be read, whatever a page asks for.

use std::collections::VecDeque;

use dom_query::NodeRef;

use super::super::block::Align;
use super::tag;

/// Columns that a table has at the most.
const MOST: usize = 64;

/// The longest text of a cell, in bytes: pages are laid out in tables too.
const LONGEST: usize = 1200;

/// Elements that no cell of data holds.
const NO_DATA: &[&str] = &[
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "form",
    "article",
    "section",
];

/// A row, and the empty cells that spans leave before each of its own.
pub(super) struct Row<'a> {
    pub(super) cells: Vec<Cell<'a>>,
    pub(super) is_head: bool,
}

/// A cell; empty where another one spans its place.
pub(super) type Cell<'a> = Option<NodeRef<'a>>;

/// A table of data.
pub(super) struct Table<'a> {
    pub(super) caption: Option<NodeRef<'a>>,
    pub(super) rows: Vec<Row<'a>>,
    pub(super) columns: Box<[Align]>,
}

impl<'a> Table<'a> {
    /// The table that an element is; none where it only lays out what stands in it.
    pub(super) fn of(node: &NodeRef<'a>) -> Option<Self> {
        let role = node.attr("role").unwrap_or_default();
        if matches!(&*role, "presentation" | "none") {
            return None;
        }
        let (mut caption, mut rows) = (None, Vec::new());
        for node in node.descendants_it().filter(NodeRef::is_element) {
            let name = node.node_name().unwrap_or_default();
            match &*name {
                "caption" => caption = caption.or(Some(node)),
                "tr" => rows.push(node),
                name if NO_DATA.contains(&name) => return None,
                _ => {}
            }
        }
        let mut spans = Spans::default();
        let rows: Vec<_> = rows
            .into_iter()
            .map(|row| spans.row(&row))
            .collect::<Option<_>>()?;
        let width = rows.iter().map(|row| row.cells.len()).max()?;
        let aligns = aligns(rows.iter().max_by_key(|row| row.cells.len())?);
        (width >= 2).then(|| Self {
            caption,
            rows: rows
                .into_iter()
                .filter(|row| row.cells.iter().flatten().any(has_text))
                .collect(),
            columns: aligns,
        })
    }
}

/// Whether a reader finds words in a cell; scripts are none.
fn has_text(cell: &NodeRef<'_>) -> bool {
    let is_shown = |node: &NodeRef<'_>| {
        let parent = node.parent().and_then(|parent| parent.node_name());
        !parent.is_some_and(|name| tag::is_hidden(&name))
    };
    cell.descendants_it()
        .filter(|node| node.is_text() && is_shown(node))
        .any(|text| !text.text().trim().is_empty())
}

fn aligns(row: &Row<'_>) -> Box<[Align]> {
    let align = |cell: &Cell<'_>| {
        let value = |name| {
            cell.and_then(|cell| cell.attr(name))
                .unwrap_or_default()
                .to_ascii_lowercase()
        };
        let (align, style) = (value("align"), value("style").replace(' ', ""));
        if align == "right" || style.contains("text-align:right") {
            Align::Right
        } else if align == "center"
            || style.contains("text-align:center") && !cell.is_some_and(|cell| cell.has_name("th"))
        {
            Align::Centre
        } else if align == "left" || style.contains("text-align:left") {
            Align::Left
        } else {
            Align::Unset
        }
    };
    row.cells.iter().map(align).collect()
}

/// For how many rows the cells above reach down, column by column.
#[derive(Default)]
struct Spans(VecDeque<usize>);

impl Spans {
    /// The cells of a row; `None` where they hold more than data.
    fn row<'a>(&mut self, row: &NodeRef<'a>) -> Option<Row<'a>> {
        let own: Vec<_> = row
            .element_children()
            .into_iter()
            .filter(|cell| cell.has_name("td") || cell.has_name("th"))
            .collect();
        let is_head = !own.is_empty() && own.iter().all(|cell| cell.has_name("th"))
            || row.parent().is_some_and(|parent| parent.has_name("thead"));
        let mut cells = Vec::new();
        for cell in own {
            if cell.text().len() > LONGEST {
                return None;
            }
            self.skip(&mut cells);
            if cells.len() >= MOST {
                break;
            }
            let (across, down) = (span(&cell, "colspan"), span(&cell, "rowspan"));
            for column in 0..across.min(MOST - cells.len()) {
                self.reach(cells.len(), down);
                cells.push((column == 0).then_some(cell));
            }
        }
        self.skip(&mut cells);
        for down in &mut self.0 {
            *down = down.saturating_sub(1);
        }
        Some(Row { cells, is_head })
    }

    /// Leaves the columns empty that cells above reach into.
    fn skip(&self, cells: &mut Vec<Cell<'_>>) {
        while cells.len() < MOST && self.0.get(cells.len()).is_some_and(|&down| down > 0) {
            cells.push(None);
        }
    }

    fn reach(&mut self, column: usize, down: usize) {
        if self.0.len() <= column {
            self.0.resize(column + 1, 0);
        }
        if let Some(reach) = self.0.get_mut(column) {
            *reach = down;
        }
    }
}

/// A span of a cell; what is no number counts as one.
fn span(cell: &NodeRef<'_>, name: &str) -> usize {
    let value = cell.attr(name).unwrap_or_default();
    value.trim().parse().unwrap_or(1).clamp(1, 1000)
}
