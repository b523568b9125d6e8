//! Puts a part together: blocks, runs and frames in reading order.

use super::autolink;
use super::block::{
    Align, Block, BlockId, BlockKind, Frame, FrameId, FrameKind, List, ListId, Marker, Spacing,
    Table, TableId,
};
use super::cleave::{self, Cut};
use super::directive;
use super::meta::Meta;
use super::part::{Counts, Part, Start};
use super::picture::Picture;
use super::run::{Link, LinkId, Marks, Run, Shown, TextId};
use crate::text::num;
use crate::text::span::Span;

/// The longest name of a place or a language, in bytes.
const LONGEST_NAME: usize = 400;

/// A part in the making. Spans count from the beginning of its text until it is finished; the text is there before (`&str`), or is
/// written on the way (`String`).
pub(super) struct Builder<Text> {
    text: Text,
    part: Part,
    frame: FrameId,
    open: Option<Open>,
    /// The last place at which the part could end.
    border: Option<Border>,
}

/// The block that takes runs.
struct Open {
    kind: BlockKind,
    start: u32,
    first_run: usize,
    /// What its author says that it is written in.
    language: Option<Box<str>>,
}

/// A place where something begins that does not depend on what stands before it.
#[derive(Clone, Copy)]
struct Border {
    at: u32,
    counts: Counts,
}

impl<'a> Builder<&'a str> {
    pub(super) fn text(&self, span: Span) -> &'a str {
        crate::text::cut(self.text, span.range())
    }

    /// The text from `start` on.
    pub(super) fn text_from(&self, start: u32) -> &'a str {
        crate::text::tail(self.text, start as usize)
    }

    /// The part, still without its text.
    pub(super) fn finish(self) -> Part {
        self.settle().0
    }
}

impl Builder<String> {
    /// Adds to the text. Where it stands in it.
    pub(super) fn write(&mut self, text: &str) -> Span {
        let start = self.written();
        self.text.push_str(text);
        Span::new(start, self.written())
    }

    /// How much has been written.
    pub(super) fn written(&self) -> u32 {
        num::offset(self.text.len())
    }

    /// How many there are of that of which there is most.
    pub(super) fn most(&self) -> u32 {
        num::offset(self.part.counts().most())
    }

    /// The part with its text.
    pub(super) fn finish(self) -> Part {
        let (mut part, text) = self.settle();
        part.text = text.into_boxed_str();
        part
    }
}

impl<Text: AsRef<str>> Builder<Text> {
    pub(super) fn new(text: Text, start: Start) -> Self {
        Self {
            text,
            part: Part {
                start,
                ..Part::default()
            },
            frame: FrameId::PAGE,
            open: None,
            border: None,
        }
    }

    /// The part, still without its text, and the text.
    fn settle(mut self) -> (Part, Text) {
        self.end(num::offset(self.text.as_ref().len()));
        self.part.settle();
        (self.part, self.text)
    }

    /// The part up to the last border, and where in the text that is.
    pub(super) fn finish_at_border(mut self) -> Option<(Part, usize)> {
        let border = self.border?;
        self.open = None;
        self.part.truncate(border.counts);
        self.part.settle();
        Some((self.part, border.at as usize))
    }

    /// Notes that what begins at `at` does not depend on what stands before it. The part may end there unless it were empty.
    pub(super) fn mark_border(&mut self, at: u32) {
        if !self.part.blocks.is_empty() {
            self.border = Some(Border {
                at,
                counts: self.part.counts(),
            });
        }
    }

    pub(super) fn set_meta(&mut self, meta: Meta) {
        self.part.meta = meta;
    }

    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The block that will be begun next.
    pub(super) fn next_block(&self) -> BlockId {
        self.part.next_block()
    }

    /// Begins a block at `start`; an open one ends there.
    pub(super) fn begin(&mut self, kind: BlockKind, start: u32) {
        self.end(start);
        self.open = Some(Open {
            kind,
            start,
            first_run: self.part.runs.len(),
            language: None,
        });
    }

    /// Ends the open block, if any, at `end` or before the white space that leads there.
    pub(super) fn end(&mut self, end: u32) {
        let Some(open) = self.open.take() else { return };
        let runs = self.part.runs.get(open.first_run..).unwrap_or_default();
        match cleave::cut(self.text.as_ref(), runs).filter(|_| open.kind == BlockKind::Paragraph) {
            Some(cut) => self.cleave(open, cut, end),
            None => self.close(&open, end),
        }
    }

    /// Ends the open block, unless nothing is seen of it: then there is none.
    pub(super) fn end_seen(&mut self, end: u32) {
        let is_unseen = |open: &Open| open.first_run == self.part.runs.len();
        if self.open.as_ref().is_some_and(is_unseen) {
            self.open = None;
        }
        self.end(end);
    }

    /// Ends an open block as several, the second of which begins at `cut`.
    fn cleave(&mut self, mut open: Open, cut: Cut, end: u32) {
        let runs = self.part.runs.split_off(open.first_run);
        let (mut rest, mut next) = (runs.as_slice(), Some(cut));
        while let Some(cut) = next {
            if cut.is_behind_term {
                open.kind = BlockKind::Term;
            }
            let (before, behind) = rest.split_at(cut.run);
            self.push_between(open.start, before, cut.end);
            self.push_between(open.start, behind.get(..1).unwrap_or_default(), cut.end);
            self.trim(open.first_run);
            self.close(&open, cut.end);
            open.kind = BlockKind::Paragraph;
            open.start = cut.at;
            open.first_run = self.part.runs.len();
            next = cleave::cut_behind(self.text.as_ref(), behind, cut.at);
            rest = behind;
        }
        self.push_between(open.start, rest, end);
        self.close(&open, end);
    }

    /// Takes white space from the end of the runs from `first` on.
    fn trim(&mut self, first: usize) {
        while self.part.runs.len() > first
            && let Some(last) = self.part.runs.pop()
        {
            let words = match last.shown {
                Shown::Source => crate::text::cut(self.text.as_ref(), last.span.range()).trim_end(),
                Shown::Text(_) => return self.part.runs.push(last),
                Shown::Space | Shown::Break | Shown::CellEnd => "",
            };
            if !words.is_empty() {
                let end = last.span.start + num::offset(words.len());
                let span = Span::new(last.span.start, end);
                return self.part.runs.push(Run { span, ..last });
            }
        }
    }

    /// Adds what `runs` have from `start` to `end`.
    fn push_between(&mut self, start: u32, runs: &[Run], end: u32) {
        let window = Span::new(start, end);
        let inside = runs.iter().filter_map(|run| match run.shown {
            Shown::Source => {
                let span = run.span.intersection(window);
                (!span.is_empty()).then_some(Run { span, ..*run })
            }
            _ => (run.span.start >= start && run.span.start < end).then_some(*run),
        });
        self.part.runs.extend(inside);
    }

    fn close(&mut self, open: &Open, end: u32) {
        let all = self.text.as_ref();
        let text = crate::text::cut(all, open.start as usize..end as usize).trim_end();
        let runs = self.part.runs.get(open.first_run..).unwrap_or_default();
        if is_rough(all, runs) {
            self.part.rough.push(self.part.next_block());
        }
        if open.kind != BlockKind::Code {
            let range = open.start as usize..end as usize;
            autolink::link(&mut self.part, all, range, open.first_run);
        }
        let language = open.language.clone();
        let block = self.part.next_block();
        self.part.languages.extend(language.map(|it| (block, it)));
        self.part.blocks.push(Block {
            kind: open.kind,
            span: Span::new(open.start, open.start + num::offset(text.len())),
            frame: self.frame,
            first_run: num::offset(open.first_run),
        });
    }

    /// Makes a term of an open paragraph that begins with a directive; the lines that say how it is set are left out, and what else it
    /// has is a paragraph below.
    pub(super) fn read_directive(&mut self) {
        let Some(open) = &mut self.open else { return };
        let all = self.text.as_ref();
        let text = crate::text::tail(all, open.start as usize);
        let Some(title) = directive::title(text) else {
            return;
        };
        let title = Span::of(title).shift(open.start);
        open.kind = BlockKind::Term;
        let runs = self.part.runs.split_off(open.first_run);
        self.push_between(title.start, &runs, title.end);
        self.end(title.end);
        let all = self.text.as_ref();
        let is_option = |run: &&Run| {
            run.shown == Shown::Space
                || directive::is_option(crate::text::cut(all, run.span.range()))
        };
        let below = runs.iter().skip_while(|run| run.span.start < title.end);
        let below: Vec<_> = below.skip_while(is_option).copied().collect();
        if let Some(start) = below.first().map(|run| run.span.start) {
            self.begin(BlockKind::Paragraph, start);
            self.part.runs.extend(below);
        }
    }

    /// Adds a run to the open block; a neighbour of the same kind grows instead.
    pub(super) fn push(&mut self, run: Run) {
        let Some(open) = &self.open else { return };
        let is_first = self.part.runs.len() == open.first_run;
        match self.part.runs.last_mut() {
            Some(last) if !is_first && continues(last, &run) => last.span.end = run.span.end,
            _ => self.part.runs.push(run),
        }
    }

    /// Adds the bytes of `span` as they stand.
    pub(super) fn push_source(&mut self, span: Span) {
        self.push(Run {
            span,
            shown: Shown::Source,
            marks: Marks::empty(),
            link: None,
        });
    }

    /// Adds a space for the line break in `span`.
    pub(super) fn push_space(&mut self, span: Span) {
        self.push(Run {
            span,
            shown: Shown::Space,
            marks: Marks::empty(),
            link: None,
        });
    }

    /// Adds a line break that is meant, for that in `span`.
    pub(super) fn push_break(&mut self, span: Span) {
        self.push(Run {
            span,
            shown: Shown::Break,
            marks: Marks::empty(),
            link: None,
        });
    }

    pub(super) fn enter(&mut self, kind: FrameKind) {
        if let FrameKind::Item(list, Marker::Number(number)) = kind
            && let Some(list) = self.part.list_mut(list)
        {
            list.last = list.last.max(number);
        }
        let frame = self.part.next_frame();
        self.part.frames.push(Frame {
            outer: self.frame,
            kind,
            first: self.next_block(),
        });
        self.frame = frame;
    }

    pub(super) fn leave(&mut self) {
        self.frame = self
            .part
            .frame(self.frame)
            .map_or(FrameId::PAGE, |frame| frame.outer);
    }

    /// What the innermost frame is, to change what is learnt of it late; `None` on the page.
    pub(super) fn frame_kind(&mut self) -> Option<&mut FrameKind> {
        self.part.frame_mut(self.frame).map(|frame| &mut frame.kind)
    }

    /// Whether nothing has been put into the innermost frame yet.
    pub(super) fn is_empty_frame(&self) -> bool {
        let frame = self.part.frame(self.frame);
        self.open.is_none() && frame.is_some_and(|frame| frame.first == self.next_block())
    }

    pub(super) fn add_list(&mut self) -> ListId {
        let list = self.part.next_list();
        self.part.lists.push(List::default());
        list
    }

    pub(super) fn loosen(&mut self, list: ListId) {
        if let Some(list) = self.part.list_mut(list) {
            list.spacing = Spacing::Loose;
        }
    }

    pub(super) fn add_table(&mut self, columns: Box<[Align]>) -> TableId {
        let table = self.part.next_table();
        self.part.tables.push(Table {
            first: self.next_block(),
            rows: 0,
            columns,
        });
        table
    }

    pub(super) fn add_row(&mut self, table: TableId) {
        if let Some(table) = self.part.table_mut(table) {
            table.rows += 1;
        }
    }

    pub(super) fn add_link(&mut self, span: Span, url: &str) -> LinkId {
        let link = self.part.next_link();
        self.part.links.push(Link {
            span,
            url: url.into(),
        });
        link
    }

    pub(super) fn add_picture(&mut self, span: Span, address: &str) {
        self.part.pictures.push(Picture {
            span,
            address: address.into(),
        });
    }

    /// Makes a link longer.
    pub(super) fn extend_link(&mut self, link: LinkId, end: u32) {
        if let Some(link) = self.part.link_mut(link) {
            link.span.end = link.span.end.max(end);
        }
    }

    /// At the byte `at` is a place that addresses can name.
    pub(super) fn add_anchor(&mut self, name: &str, at: u32) {
        if !name.is_empty() && name.len() <= LONGEST_NAME {
            self.part.anchors.push((name.into(), at));
        }
    }

    /// What the author says that the open block of code is written in.
    pub(super) fn add_language(&mut self, name: &str) {
        let name = crate::text::head(name.trim(), LONGEST_NAME);
        if let Some(open) = self.open.as_mut().filter(|_| !name.is_empty()) {
            open.language = Some(name.into());
        }
    }

    pub(super) fn add_text(&mut self, text: &str) -> TextId {
        let id = self.part.next_text();
        self.part.texts.push(text.into());
        id
    }
}

/// Whether `next` is more of the same as `last`.
fn continues(last: &Run, next: &Run) -> bool {
    last.shown == Shown::Source
        && next.shown == Shown::Source
        && last.span.end == next.span.start
        && last.marks == next.marks
        && last.link == next.link
}

/// Whether the words that `runs` show may stand in the text in pieces, or with other letters than they are looked for with.
fn is_rough(text: &str, runs: &[Run]) -> bool {
    let mut is_in_word = false;
    let seen = runs.iter().filter(|run| !run.marks.contains(Marks::NOTE));
    for run in seen {
        let bytes = match run.shown {
            Shown::Source => crate::text::cut(text, run.span.range()).as_bytes(),
            Shown::Text(_) => return true,
            Shown::Space | Shown::Break | Shown::CellEnd => b" ",
        };
        let begins_word = bytes.first().is_some_and(u8::is_ascii_alphanumeric);
        if is_in_word && begins_word || !is_plain(bytes) {
            return true;
        }
        is_in_word = bytes.last().is_some_and(u8::is_ascii_alphanumeric);
    }
    false
}

/// Whether text is ASCII without control characters, but for the marks that typographers add.
fn is_plain(mut bytes: &[u8]) -> bool {
    loop {
        let Some(at) = special(bytes) else {
            return true;
        };
        // No-break space; dashes, quotation marks, ellipsis and bullet; guillemets.
        let length = match bytes.get(at..).unwrap_or_default() {
            [0xC2, 0xA0 | 0xAB | 0xBB, ..] => 2,
            [0xE2, 0x80, 0x90..=0x95 | 0x98..=0x9F | 0xA2 | 0xA6, ..] => 3,
            _ => return false,
        };
        bytes = bytes.get(at + length..).unwrap_or_default();
    }
}

/// The first byte that is no ASCII or a control character.
fn special(bytes: &[u8]) -> Option<usize> {
    const LANE: usize = 32;
    let specials = |lane: &[u8; LANE]| {
        lane.iter()
            .fold(0, |any, &byte| any | u8::from(is_special(byte)))
    };
    let (lanes, _) = bytes.as_chunks::<LANE>();
    let passed = LANE * lanes.iter().take_while(|lane| specials(lane) == 0).count();
    let rest = bytes.get(passed..)?;
    Some(passed + rest.iter().position(|&byte| is_special(byte))?)
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without short cuts it is done for a whole lane at once"
)]
fn is_special(byte: u8) -> bool {
    !(b' '..=b'~').contains(&byte) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r')
}
