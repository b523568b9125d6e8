//! The text as it is told: blocks in words.

use std::borrow::Cow;

use super::lines::Lines;
use crate::app::App;
use crate::app::view::Extent;
use crate::article::section::SectionId;
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind, FrameKind, Marker, RowKind, TableId};
use crate::layout::row::{PieceText, Row};
use crate::search::Hit;
use crate::text::span::Span;

/// A longer block is told row by row, in bytes.
const LONGEST: u32 = 8 * 1024;

/// Bytes around a hit that are told with it.
const AROUND: u32 = 80;

/// What is told at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    block: BlockId,
    /// The place of the row, where a block is told row by row.
    row: Option<u32>,
}

/// What is on screen.
pub(super) fn on_screen(app: &App) -> Vec<Unit> {
    let unit = |(block, row): &(BlockId, Row)| {
        let is_long = app
            .article
            .document
            .block(*block)
            .is_some_and(|it| it.span.len() > LONGEST);
        Unit {
            block: *block,
            row: is_long.then_some(row.at),
        }
    };
    let mut units: Vec<_> = app.page.rows.iter().map(unit).collect();
    units.dedup();
    units
}

/// Tells it.
pub(super) fn tell(app: &App, unit: &Unit, out: &mut Lines) {
    let document = &*app.article.document;
    let id = unit.block;
    let Some(block) = document.block(id) else {
        return;
    };
    if let Some(at) = unit.row {
        let mut rows = app.page.rows.iter();
        if let Some((_, row)) = rows.find(|(block, row)| *block == id && row.at == at) {
            out.keep(&shown(document, row));
        }
        return;
    }
    if app.article.outline.is_heading(id) {
        return heading(app, id, out);
    }
    match block.kind {
        BlockKind::Rule => {}
        BlockKind::Title => out.say(&format!("Title: {}", words(document, id))),
        BlockKind::Heading(_) => out.say(&format!("Heading: {}", words(document, id))),
        BlockKind::Term => out.say(&format!("Term: {}", words(document, id))),
        BlockKind::Row(table, kind) => out.say(&table_row(document, id, table, kind)),
        BlockKind::Output => out.keep(&kept(document, id)),
        BlockKind::Code => {
            out.say("Code:");
            kept(document, id).lines().for_each(|line| out.keep(line));
            out.say("End of code.");
        }
        BlockKind::Byline | BlockKind::CrossLink | BlockKind::Paragraph => {
            out.say(&(marker(document, id) + &words(document, id)));
        }
    }
}

/// Tells a heading by its section, unless that has just been told.
fn heading(app: &App, block: BlockId, out: &mut Lines) {
    let id = app.article.outline.section_of(block);
    if app.view.extent == Extent::Whole || id != app.view.section {
        out.say(&section(app, id));
    }
}

/// `Section 3 of 5: Is Europe on board?`
pub(super) fn section(app: &App, id: SectionId) -> String {
    let outline = &app.article.outline;
    match outline.label(id) {
        Some(label) => format!(
            "Section {} of {}: {}",
            label.trim_start_matches('§'),
            outline.last_number(),
            outline.title(id)
        ),
        None => outline.title(id).to_owned(),
    }
}

/// `Section 2, paragraphs 2 to 9, 62 percent.`
pub(super) fn place(app: &App, told: &[&Unit]) -> String {
    let outline = &app.article.outline;
    let mut numbers = told.iter().filter_map(|unit| outline.paragraph(unit.block));
    let (first, last) = (numbers.next(), numbers.next_back());
    let section = outline
        .label(app.view.section)
        .filter(|_| app.view.extent == Extent::Whole);
    let section = section.map(|label| format!("section {}", label.trim_start_matches('§')));
    let paragraphs = match (first, last) {
        (Some(first), Some(last)) if first < last => Some(format!("paragraphs {first} to {last}")),
        (Some(first), _) => Some(format!("paragraph {first}")),
        _ => None,
    };
    let percent = Some(format!("{} percent.", app.page.position.percent));
    let parts: Vec<_> = [section, paragraphs, percent]
        .into_iter()
        .flatten()
        .collect();
    capital(&parts.join(", "))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// `, paragraph 4: … the words around a hit …`
pub(super) fn around(app: &App, hit: Hit) -> String {
    let document = &*app.article.document;
    let Some(block) = document.block(hit.block) else {
        return String::new();
    };
    let start = document.char_start(hit.span.start.saturating_sub(AROUND).max(block.span.start));
    let end = document.char_start(hit.span.end.saturating_add(AROUND).min(block.span.end));
    let words = document.visible(Span::new(start, end.max(hit.span.end)));
    let (left, right) = (start > block.span.start, end < block.span.end);
    let words = if left {
        words.split_once(' ').map_or("", |(_, it)| it)
    } else {
        words.as_str()
    };
    let words = if right {
        words.rsplit_once(' ').map_or("", |(it, _)| it)
    } else {
        words
    };
    let [left, right] = [left, right].map(|is_cut| if is_cut { "… " } else { "" });
    let paragraph = app.article.outline.paragraph(hit.block);
    let paragraph = paragraph.map_or_else(String::new, |it| format!(", paragraph {it}"));
    format!("{paragraph}: {left}{} {right}", squeezed(words))
        .trim_end()
        .to_owned()
}

/// What stands before a block, for those who do not see how it stands.
fn marker(document: &Document, block: BlockId) -> String {
    let mut frames: Vec<_> = document.frames(block).collect();
    frames.reverse();
    let mark = |frame: &crate::doc::block::Frame| match frame.kind {
        FrameKind::Quote => Cow::Borrowed("Quoted: "),
        _ if frame.first != block => Cow::Borrowed(""),
        FrameKind::Note(label) => Cow::Owned(format!("Note {}: ", document.text(label))),
        FrameKind::Item(_, marker) => match marker {
            Marker::Bullet => Cow::Borrowed("• "),
            Marker::Number(number) => Cow::Owned(format!("{number}. ")),
            Marker::Letter(letter) => Cow::Owned(format!("{} ", document.text(letter))),
            Marker::Task(true) => Cow::Borrowed("Done: "),
            Marker::Task(false) => Cow::Borrowed("To do: "),
        },
    };
    let mut marks: Vec<_> = frames.iter().map(mark).collect();
    marks.dedup_by(|one, other| one == "Quoted: " && one == other);
    marks.concat()
}

/// `Table of 3 rows: Harbour; Depth`, `Row 2: Harbour: Ost; Depth: 7`
fn table_row(document: &Document, block: BlockId, id: TableId, kind: RowKind) -> String {
    let Some(table) = document.table(id) else {
        return String::new();
    };
    let cells = cells(document, block);
    if kind == RowKind::Head {
        let names: Vec<_> = cells.into_iter().filter(|it| !it.is_empty()).collect();
        let count = table.rows.saturating_sub(1);
        let rows = if count == 1 { "row" } else { "rows" };
        return format!("Table of {count} {rows}: {}", names.join("; "));
    }
    let head = self::cells(document, table.first);
    let named = |(at, cell): (usize, &String)| match head.get(at) {
        Some(name) if !name.is_empty() => format!("{name}: {cell}"),
        _ => cell.clone(),
    };
    let filled = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let told: Vec<_> = filled.map(named).collect();
    format!(
        "Row {}: {}",
        block.index() - table.first.index(),
        told.join("; ")
    )
}

/// The words of each cell of a row.
fn cells(document: &Document, row: BlockId) -> Vec<String> {
    let words = |cell: &[crate::doc::run::Run]| {
        squeezed(
            &cell
                .iter()
                .map(|run| document.shown(run))
                .collect::<String>(),
        )
    };
    document.cells(row).map(words).collect()
}

/// All words of a block, on one line.
fn words(document: &Document, block: BlockId) -> String {
    squeezed(
        &document
            .runs(block)
            .iter()
            .map(|run| document.shown(run))
            .collect::<String>(),
    )
}

/// What a block shows, with its lines.
fn kept(document: &Document, block: BlockId) -> String {
    document
        .runs(block)
        .iter()
        .map(|run| document.shown(run))
        .collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a row shows.
fn shown(document: &Document, row: &Row) -> String {
    let text = |piece: &crate::layout::row::Piece| match &piece.text {
        PieceText::Source => document.slice(piece.span).to_owned(),
        PieceText::Shown(text) => text.to_string(),
        PieceText::Picture(_) => String::new(),
    };
    row.pieces.iter().map(text).collect()
}
