//! Markdown: CommonMark with GitHub's tables, task lists, strikethrough and footnotes.
//!
//! Events of `pulldown_cmark` become blocks and runs one by one, without recursion, so depth costs nothing. Left out on
//! purpose: its metadata blocks (quadratic on a flood of `---`; [`super::front`] reads front matter) and smart punctuation (the
//! text stays as it was written).

mod formula;
mod raw;

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd,
};

use super::block::{Align, BlockKind, FrameKind, ListId, Marker, RowKind, TableId};
use super::builder::Builder;
use super::code;
use super::feed::Piece;
use super::front;
use super::html;
use super::labels::Labels;
use super::part::Part;
use super::run::{LinkId, Marks, Run, Shown};
use crate::text::formula::{is_formula, is_in};
use crate::text::num;
use crate::text::script::Script;
use crate::text::span::Span;
use raw::RawLink;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Reads a piece of Markdown: the part it makes, and where in the text that ends.
pub(super) fn read(piece: Piece<'_>) -> Option<(Part, usize)> {
    let mut reader = Reader::new(piece);
    let mut skipped = 0;
    if piece.is_first()
        && let Some(front) = front::matter(piece.text)
    {
        reader.builder.set_meta(front.meta());
        skipped = front.len;
    }
    let text = piece.behind_preamble(skipped);
    let own = |range: Range<usize>| {
        let start = range.start.checked_sub(piece.preamble.len())?;
        Some(Span::of(start..range.end - piece.preamble.len()).shift(num::offset(skipped)))
    };
    let wanted = RefCell::new(Vec::new());
    let want = |link: BrokenLink<'_>| {
        wanted.borrow_mut().push(link.reference.into_string());
        None
    };
    let mut options = OPTIONS;
    options.set(Options::ENABLE_MATH, is_in(&text));
    let mut events =
        Parser::new_with_broken_link_callback(&text, options, Some(want)).into_offset_iter();
    for (event, range) in events.by_ref() {
        if let Some(span) = own(range) {
            reader.event(event, span);
        }
    }
    for (label, definition) in events.reference_definitions().iter() {
        if let Some(span) = own(definition.span.clone()) {
            reader.labels.define_link(label, &definition.dest, span);
        }
    }
    drop(events);
    reader.labels.want(wanted.into_inner());
    reader.labels.want_notes(piece.text);
    reader.part(piece)
}

/// What the reader knows between two events.
struct Reader<'a> {
    builder: Builder<&'a str>,
    /// Marks and link of the inline elements that are open, innermost last.
    styles: Vec<Style>,
    /// The lists that are open, innermost last.
    lists: Vec<OpenList>,
    table: Option<TableId>,
    html: html::Tags,
    /// The kind of a block that begins with text alone: a paragraph, or what raw HTML says.
    kind: BlockKind,
    /// How many blocks are open around the next event.
    depth: usize,
    labels: Labels,
    /// Where the text stands, after a tag that says so.
    script: Option<Script>,
    /// The link that a tag has begun.
    raw_link: Option<RawLink>,
    /// Where the last paragraph ends that has begun.
    paragraph_end: u32,
    /// Where the formula in brackets ends that is read.
    formula_end: u32,
}

#[derive(Clone, Copy, Default)]
struct Style {
    marks: Marks,
    link: Option<LinkId>,
}

struct OpenList {
    id: ListId,
    /// The number of the next item; none in a list of bullets.
    number: Option<u64>,
}

impl<'a> Reader<'a> {
    fn new(piece: Piece<'a>) -> Self {
        Self {
            builder: Builder::new(piece.text, piece.start),
            styles: Vec::new(),
            lists: Vec::new(),
            table: None,
            html: html::Tags::default(),
            kind: BlockKind::Paragraph,
            depth: 0,
            labels: Labels::default(),
            script: None,
            raw_link: None,
            paragraph_end: 0,
            formula_end: 0,
        }
    }

    /// The part that has been read. When something is defined behind its end, which belongs to the next, it is read again without that.
    fn part(self, piece: Piece<'a>) -> Option<(Part, usize)> {
        let (mut part, end) = if piece.is_last {
            (self.builder.finish(), piece.text.len())
        } else {
            self.builder.finish_at_border()?
        };
        if self.labels.end() as usize > end {
            return read(Piece {
                text: crate::text::head(piece.text, end),
                is_last: true,
                ..piece
            });
        }
        part.labels = self.labels;
        Some((part, end))
    }

    /// Reads an event. What begins outside of everything behind a blank line depends on nothing before it but the labels; without
    /// the blank line it may go on from a definition, which makes no event.
    fn event(&mut self, event: Event<'_>, span: Span) {
        if self.depth == 0
            && let Some(line) = self.line_behind_blank(span.start)
        {
            self.builder.mark_border(line);
        }
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.read(event, span);
    }

    /// The beginning of the line in which the byte `at` is the first that is not blank, when the line before is blank.
    fn line_behind_blank(&self, at: u32) -> Option<u32> {
        let is_blank = |c| matches!(c, ' ' | '\t' | '\r');
        let before = self
            .builder
            .text(Span::new(0, at))
            .trim_end_matches(is_blank);
        let above = before.strip_suffix('\n')?.trim_end_matches(is_blank);
        above.ends_with('\n').then(|| num::offset(before.len()))
    }

    fn read(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.finish(tag, span),
            _ if span.start < self.formula_end => self.behind_formula(span),
            Event::Text(text) if text.starts_with(['(', '[']) && self.bracketed(span) => {}
            Event::Text(text) => self.text(&text, span),
            Event::InlineMath(text) if is_formula(&text) => self.verbatim(span, Shown::Space),
            Event::DisplayMath(text) if is_formula(&text) => self.verbatim(span, Shown::Break),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.prices(span),
            Event::Code(text) => self.code(&text, span),
            Event::Html(_) => self.html(span),
            Event::InlineHtml(tag) => self.inline_html(&tag, span),
            Event::FootnoteReference(label) => self.note_reference(&label, span),
            Event::SoftBreak => self.inline(span, Shown::Space),
            Event::HardBreak => self.inline(span, Shown::Break),
            Event::Rule => {
                self.builder.begin(BlockKind::Rule, span.start);
                self.builder.end(span.end);
            }
            Event::TaskListMarker(is_done) => self.task(is_done),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        if !is_inline(&tag) {
            self.raw_link = None;
        }
        match tag {
            Tag::Paragraph => {
                if let Some(&mut FrameKind::Item(list, _)) = self.builder.frame_kind() {
                    self.builder.loosen(list);
                }
                self.paragraph_end = span.end;
                self.builder.begin(BlockKind::Paragraph, span.start);
            }
            Tag::Heading { level, id, .. } => {
                self.builder
                    .begin(BlockKind::Heading(level as u8), span.start);
                if let Some(id) = id {
                    self.builder.add_anchor(&id, span.start);
                }
            }
            Tag::BlockQuote(_) => self.enter(FrameKind::Quote, span),
            Tag::CodeBlock(kind) => {
                self.builder.begin(BlockKind::Code, span.start);
                if let CodeBlockKind::Fenced(info) = kind {
                    self.builder.add_language(&info);
                }
            }
            Tag::HtmlBlock => {
                self.html = html::Tags::default();
                self.kind = BlockKind::Paragraph;
            }
            Tag::List(first) => {
                self.builder.end(span.start);
                self.lists.push(OpenList {
                    id: self.builder.add_list(),
                    number: first,
                });
            }
            Tag::Item => self.item(span),
            Tag::FootnoteDefinition(label) => {
                self.labels.define_note(&label, span);
                let label = self.builder.add_text(&label);
                self.enter(FrameKind::Note(label), span);
            }
            Tag::Table(columns) => {
                let columns = columns.iter().map(|&column| align(column)).collect();
                self.table = Some(self.builder.add_table(columns));
            }
            Tag::TableHead => self.row(RowKind::Head, span),
            Tag::TableRow => self.row(RowKind::Body, span),
            Tag::Emphasis => self.style(Marks::EMPHASIS),
            Tag::Strong => self.style(Marks::STRONG),
            Tag::Strikethrough => self.style(Marks::STRIKE),
            Tag::Link { dest_url, .. } => {
                self.style(Marks::empty());
                let link = self.builder.add_link(span, &dest_url);
                self.styles
                    .last_mut()
                    .expect("a style was just pushed")
                    .link = Some(link);
            }
            Tag::Image { dest_url, .. } => {
                self.builder.add_picture(span, &dest_url);
                self.image(span);
            }
            // The others are extensions that are not enabled.
            _ => {}
        }
    }

    fn finish(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph => {
                self.builder.read_directive();
                self.builder.end_seen(span.end); // a tag that names a place may be all of it
            }
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => {
                self.builder.end(span.end);
            }
            TagEnd::HtmlBlock => {
                self.builder.end(span.end);
                self.kind = BlockKind::Paragraph;
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => self.leave(span),
            TagEnd::Item => {
                if self.builder.is_empty_frame() {
                    self.builder.begin(BlockKind::Paragraph, span.start); // an empty item still has its marker
                }
                self.leave(span);
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Table => self.table = None,
            TagEnd::TableCell => {
                self.builder.push(Run {
                    span: Span::at(span.end),
                    shown: Shown::CellEnd,
                    marks: Marks::empty(),
                    link: None,
                });
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.styles.pop();
            }
            TagEnd::Image => self.image_end(span),
            _ => {}
        }
    }

    fn enter(&mut self, kind: FrameKind, span: Span) {
        self.builder.end(span.start);
        self.builder.enter(kind);
    }

    fn leave(&mut self, span: Span) {
        self.builder.end(span.end);
        self.builder.leave();
    }

    fn item(&mut self, span: Span) {
        self.builder.end(span.start);
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        let marker = list.number.map_or(Marker::Bullet, Marker::Number);
        list.number = list.number.map(|number| number.saturating_add(1));
        let kind = FrameKind::Item(list.id, marker);
        self.builder.enter(kind);
    }

    fn task(&mut self, is_done: bool) {
        if let Some(FrameKind::Item(_, marker)) = self.builder.frame_kind() {
            *marker = Marker::Task(is_done);
        }
    }

    fn row(&mut self, kind: RowKind, span: Span) {
        let Some(table) = self.table else { return };
        self.builder.add_row(table);
        self.builder.begin(BlockKind::Row(table, kind), span.start);
    }

    fn style(&mut self, marks: Marks) {
        let Style { marks: outer, link } = self.current();
        self.styles.push(Style {
            marks: outer | marks,
            link,
        });
    }

    fn current(&self) -> Style {
        self.styles.last().copied().unwrap_or_default()
    }

    /// Adds a run in the style of the moment. In a tight list, text comes without a paragraph around it.
    fn inline(&mut self, span: Span, shown: Shown) {
        if !self.builder.is_open() {
            self.builder.begin(self.kind, span.start);
        }
        let Style { marks, link } = self.current();
        let link = link.or_else(|| self.raw_link(span));
        self.builder.push(Run {
            span,
            shown,
            marks,
            link,
        });
    }

    fn text(&mut self, text: &str, span: Span) {
        let small = self.script.and_then(|script| script.write(text));
        let text = small.as_deref().unwrap_or(text);
        if self.builder.text(span) == text {
            return self.inline(span, Shown::Source);
        }
        let text = self.builder.add_text(text);
        self.inline(span, Shown::Text(text));
    }

    /// Code within prose, line by line where the source has it so.
    fn code(&mut self, text: &str, span: Span) {
        self.style(Marks::CODE);
        match code::lines(self.builder.text(span), text) {
            Some(lines) => {
                let mut end = None;
                for line in lines {
                    let line = line.shift(span.start);
                    if let Some(end) = end {
                        self.inline(Span::new(end, line.start), Shown::Space);
                    }
                    self.inline(line, Shown::Source);
                    end = Some(line.end);
                }
            }
            None => self.text(text, span),
        }
        self.styles.pop();
    }

    fn note_reference(&mut self, label: &str, span: Span) {
        self.style(Marks::NOTE);
        let label = self.builder.add_text(&format!("[{label}]"));
        self.inline(span, Shown::Text(label));
        self.styles.pop();
    }

    fn image(&mut self, span: Span) {
        self.style(Marks::IMAGE);
        let is_described = !self.builder.text(span).starts_with("![]");
        let opening = self
            .builder
            .add_text(if is_described { "[image: " } else { "[image" });
        self.inline(Span::at(span.start), Shown::Text(opening));
    }

    fn image_end(&mut self, span: Span) {
        let closing = self.builder.add_text("]");
        self.inline(Span::at(span.end), Shown::Text(closing));
        self.styles.pop();
    }
}

/// Whether an element flows with the text around it.
fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// The visible text of a line of Markdown.
pub(super) fn visible(line: &str) -> String {
    let texts = Parser::new(line).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" ".into()),
        _ => None,
    });
    texts.map(CowStr::into_string).collect()
}

fn align(column: Alignment) -> Align {
    match column {
        Alignment::None => Align::Unset,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::Right,
    }
}

#[cfg(test)]
mod tests;
