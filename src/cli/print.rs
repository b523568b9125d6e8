//! The article as plain text, for pipes and terminals that cannot move their cursor.

use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::process::ExitCode;

use super::opened::{self, Opened};
use super::{Failure, fail};
use crate::article::section::{Outline, Section};
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::format::Format;
use crate::input::{Origin, Terms};
use crate::layout::Measure;
use crate::layout::cache::Layouts;
use crate::layout::row::{PieceText, Row};
use crate::layout::walk::Walk;
use crate::picture::size::Room;
use crate::text::cluster::printed;
use crate::text::order::Order;

/// Within how many blocks from the top the title and the byline stand.
const TOP: usize = 8;

/// What is printed of each article, and how.
pub(super) struct Request<'a> {
    pub(super) terms: &'a Terms,
    pub(super) format: Option<Format>,
    /// The section alone that has this number.
    pub(super) section: Option<usize>,
    pub(super) width: u16,
}

/// Prints the articles. Several have their names above them, as `head` has it; what cannot be opened is told where it would stand, and the
/// others are printed all the same.
pub(super) fn run(origins: &[Origin], request: &Request<'_>) -> Result<ExitCode, Failure> {
    if let [origin] = origins {
        return print(origin, request);
    }
    let mut code = ExitCode::SUCCESS;
    for (number, origin) in origins.iter().enumerate() {
        let gap = if number > 0 { "\n" } else { "" };
        writeln!(io::stdout(), "{gap}==> {} <==", origin.name())?;
        match print(origin, request) {
            Err(failure @ (Failure::Open(_) | Failure::NoSection { .. })) => code = fail(&failure),
            result => _ = result?,
        }
    }
    Ok(code)
}

/// Prints an article, or one section of it.
fn print(origin: &Origin, request: &Request<'_>) -> Result<ExitCode, Failure> {
    let Request {
        terms,
        format,
        section,
        width,
    } = *request;
    let Opened { document, .. } = opened::open(origin, format, terms)?;
    let outline = Outline::of(&document);
    let range = range(&document, &outline, section)?;
    let mut printer = Printer {
        document: &document,
        outline: &outline,
        layouts: Layouts::default(),
        measure: Measure {
            width,
            hang: 0,
            order: Order::Logical, // as it would come from `cat`: what is printed goes on to other programs
            room: Room::default(),
        },
        out: BufWriter::new(io::stdout().lock()),
    };
    if section.is_none() {
        printer.head()?;
    }
    printer.blocks(range)?;
    printer.out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn range(
    document: &Document,
    outline: &Outline,
    number: Option<usize>,
) -> Result<Range<BlockId>, Failure> {
    let Some(number) = number else {
        return Ok(BlockId::default()..BlockId::new(document.len()));
    };
    let section = outline.numbered(number).and_then(|id| outline.section(id));
    section.map(Section::range).ok_or(Failure::NoSection {
        asked: number,
        last: outline.last_number(),
    })
}

struct Printer<'a, W> {
    document: &'a Document,
    outline: &'a Outline,
    layouts: Layouts,
    measure: Measure,
    out: W,
}

impl<W: Write> Printer<'_, W> {
    /// Prints what the article says of itself, as far as its text does not.
    fn head(&mut self) -> io::Result<()> {
        let lines = head(self.document);
        for line in &lines {
            let document = Document::read(line.clone(), Format::Text);
            let mut printer = Printer {
                document: &document,
                outline: &Outline::default(),
                layouts: Layouts::default(),
                measure: self.measure,
                out: &mut self.out,
            };
            printer.blocks(BlockId::default()..BlockId::new(document.len()))?;
        }
        if !lines.is_empty() {
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn blocks(&mut self, range: Range<BlockId>) -> io::Result<()> {
        for id in (range.start.index()..range.end.index()).map(BlockId::new) {
            self.block(id)?;
        }
        Ok(())
    }

    /// Prints the rows of a block; a heading bears the number of its section.
    fn block(&mut self, id: BlockId) -> io::Result<()> {
        // What a program prints is passed on as it is.
        if self.outline.is_heading(id) && self.document.format() != Format::Terminal {
            let section = self.outline.section_of(id);
            if let Some(label) = self.outline.label(section) {
                write!(self.out, "{label}  ")?;
            }
        }
        let mut walk = Walk {
            document: self.document,
            layouts: &mut self.layouts,
            measure: self.measure,
            range: id..id.next(),
        };
        let top = walk.first();
        for (_, row) in walk.rows(top) {
            writeln!(self.out, "{}", line(self.document, &row))?;
        }
        Ok(())
    }
}

/// Title and byline as they would stand above the text, a line each; none where they do.
fn head(document: &Document) -> Vec<String> {
    let has = |kind| {
        let kinds = document.ids().take(TOP).filter_map(|id| document.block(id));
        kinds.into_iter().any(|block| block.kind == kind)
    };
    let meta = document.meta();
    let title = meta.title.iter().filter(|_| !has(BlockKind::Title));
    let byline: Vec<_> = [meta.byline.clone(), meta.date()]
        .into_iter()
        .flatten()
        .filter(|_| !has(BlockKind::Byline))
        .collect();
    let lines = title.cloned().chain([byline.join(" · ")]);
    lines.filter(|line| !line.trim().is_empty()).collect()
}

/// A row as text, without space at its end.
fn line(document: &Document, row: &Row) -> String {
    let mut line = String::new();
    let mut col = 0;
    for piece in &row.pieces {
        let text = match &piece.text {
            PieceText::Source => document.slice(piece.span),
            PieceText::Shown(text) => text,
            PieceText::Picture(_) => "",
        };
        line.extend(std::iter::repeat_n(
            ' ',
            usize::from(piece.col.saturating_sub(col)),
        ));
        line.push_str(&printed(text));
        col = piece.col.saturating_add(piece.cols);
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::row::{Piece, Role};
    use crate::text::span::Span;

    #[test]
    fn a_row_wider_than_can_be_counted_is_printed() {
        let document = Document::read(String::new(), Format::Text);
        let piece = |col| Piece::shown(col, "wide", Span::at(0), Role::Text);
        let row = Row {
            at: 0,
            strip: 0,
            pieces: [piece(0), piece(u16::MAX), piece(u16::MAX)]
                .into_iter()
                .collect(),
        };
        let line = line(&document, &row);
        assert!(line.starts_with("wide ") && line.ends_with(" widewide"));
    }
}
