//! The writer: the text of a page as it is read, and what belongs to it.
//!
//! What comes from the page is words, spaces, breaks and borders. The writer makes one line of text of each block, with blank lines
//! where readers see them, and says to the builder which bytes are what.

use super::super::block::{Align, BlockId, BlockKind, FrameKind, ListId, Marker, RowKind, TableId};
use super::super::builder::Builder;
use super::super::part::{Part, Start};
use super::super::run::{LinkId, Marks, Run, Shown};
use crate::text::span::Span;

/// What stands in the text for a picture.
const PICTURE: &str = "\u{fffc}";

/// What stands in the text for a rule.
const RULE: &str = "———";

/// A part with its text in the making.
pub(super) struct Writer {
    builder: Builder<String>,
    /// What text becomes at the moment, innermost last; a paragraph otherwise.
    kinds: Vec<BlockKind>,
    frames: Vec<Frame>,
    styles: Vec<Style>,
    links: Vec<Target>,
    gap: Gap,
    /// Space in text whose spaces are kept, before the next sign.
    held: String,
    /// Where a line begins in the open block: nothing of it has been written behind this.
    line: u32,
    /// What the block before was.
    before: Option<Before>,
    table: Option<TableId>,
    /// What the code that is written is said to be written in.
    language: Option<String>,
    /// Whether other parts stand before this one.
    is_later: bool,
}

/// What a writer is to know of a frame until a block stands in it.
struct Frame {
    kind: Kind,
    is_entered: bool,
}

/// A frame, or what will be one.
pub(super) enum Kind {
    /// A quotation.
    Quote,
    /// An item of a list.
    Item(ListId, Sign),
    /// A footnote with its label.
    Note(String),
}

/// What stands before an item.
pub(super) enum Sign {
    /// A bullet.
    Bullet,
    /// A number.
    Number(u64),
    /// Other signs, such as letters.
    Text(String),
}

/// What flows: its marks, and where it leads.
#[derive(Clone, Copy, Default)]
struct Style {
    marks: Marks,
    link: Option<usize>,
}

/// Where a link leads, and what it is called in the block that is open.
struct Target {
    url: String,
    /// The block, and its link.
    id: Option<(BlockId, LinkId)>,
}

/// What stands between the last word and the next.
#[derive(Clone, Copy, Default)]
enum Gap {
    #[default]
    Nothing,
    /// A space that flows so.
    Space(Style),
    Break,
    /// So many ends of cells.
    Cells(usize),
}

/// A block that was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A row of a table.
    Row(TableId),
    /// In an item of a list.
    Item,
    Other,
}

impl Writer {
    pub(super) fn new(start: Start) -> Self {
        Self {
            builder: Builder::new(String::new(), start),
            kinds: Vec::new(),
            frames: Vec::new(),
            styles: Vec::new(),
            links: Vec::new(),
            gap: Gap::Nothing,
            held: String::new(),
            line: 0,
            before: None,
            table: None,
            language: None,
            is_later: start != Start::default(),
        }
    }

    /// All that was written.
    pub(super) fn finish(mut self) -> Part {
        self.border();
        // A part has fewer of everything than bytes.
        while self.builder.most() > self.builder.written() {
            self.builder.write("\n");
        }
        if self.before.is_some() {
            self.builder.write("\n");
        }
        self.builder.finish()
    }

    /// Adds text that flows: white space in it is space between words.
    pub(super) fn text(&mut self, text: &str) {
        let style = self.style();
        for piece in text.split_inclusive(is_space) {
            // No block begins or ends with white space of any kind.
            let word = piece.trim();
            if !piece.starts_with(word) {
                self.space(style);
            }
            if !word.is_empty() {
                self.word(word);
            }
            if !piece.ends_with(word) || word.is_empty() {
                self.space(style);
            }
        }
    }

    /// Adds text whose lines and spaces are kept. Those at the end wait for what follows.
    pub(super) fn verbatim(&mut self, text: &str) {
        let is_first = !self.builder.is_open() && self.held.is_empty();
        let text = if is_first {
            text.trim_start_matches('\n')
        } else {
            text
        };
        let shown = text.trim_end();
        if !shown.is_empty() {
            self.open();
            let held = std::mem::take(&mut self.held);
            if !held.is_empty() {
                self.put(&held, Shown::Source, Style::default());
            }
            self.put(shown, Shown::Source, self.style());
        }
        self.held.push_str(crate::text::tail(text, shown.len()));
    }

    /// A space before the next word.
    fn space(&mut self, style: Style) {
        if matches!(self.gap, Gap::Nothing) {
            self.gap = Gap::Space(style);
        }
    }

    /// Space before the next word that belongs to none of its neighbours.
    pub(super) fn apart(&mut self) {
        self.space(Style::default());
    }

    /// A line break before the next word; a second one ends the block.
    pub(super) fn line_break(&mut self) {
        if self.is_line() {
            return self.apart();
        }
        match self.gap {
            Gap::Break => self.border(),
            _ if self.builder.is_open() => self.gap = Gap::Break,
            _ => {}
        }
    }

    /// Ends the block that is open.
    pub(super) fn border(&mut self) {
        self.gap = Gap::Nothing;
        self.held.clear();
        if self.builder.is_open() {
            self.builder.end(self.builder.written());
        }
    }

    /// Whether all text makes one line at the moment.
    pub(super) fn is_line(&self) -> bool {
        !matches!(self.kinds.last(), None | Some(BlockKind::Code))
    }

    /// Whether lines and spaces are kept at the moment.
    pub(super) fn is_verbatim(&self) -> bool {
        self.kinds.last() == Some(&BlockKind::Code)
    }

    /// What follows is of this kind, up to [`Self::end_kind`].
    pub(super) fn begin_kind(&mut self, kind: BlockKind) {
        self.border();
        self.kinds.push(kind);
    }

    /// What follows is code in this language, up to [`Self::end_kind`].
    pub(super) fn begin_code(&mut self, language: Option<String>) {
        self.begin_kind(BlockKind::Code);
        self.language = language;
    }

    /// A line of code begins, unless it just has.
    pub(super) fn line_of_code(&mut self) {
        let is_first = !self.builder.is_open() && self.held.is_empty();
        if !is_first && !self.held.ends_with('\n') {
            self.held.push('\n');
        }
    }

    /// Ends what [`Self::begin_kind`] began.
    pub(super) fn end_kind(&mut self) {
        self.border();
        self.kinds.pop();
    }

    /// What follows stands in a frame.
    pub(super) fn enter(&mut self, kind: Kind) {
        self.border();
        self.frames.push(Frame {
            kind,
            is_entered: false,
        });
    }

    /// The frame ends.
    pub(super) fn leave(&mut self) {
        self.border();
        if self.frames.pop().is_some_and(|frame| frame.is_entered) {
            self.builder.leave();
        }
    }

    /// A list for items.
    pub(super) fn add_list(&mut self) -> ListId {
        self.border();
        self.builder.add_list()
    }

    /// A paragraph begins: the items of a list that has such stand apart.
    pub(super) fn paragraph(&mut self) {
        if let Some(Frame {
            kind: Kind::Item(list, _),
            ..
        }) = self.frames.last()
        {
            self.builder.loosen(*list);
        }
    }

    /// What follows bears these marks too.
    pub(super) fn begin_style(&mut self, marks: Marks) {
        let style = self.style();
        self.styles.push(Style {
            marks: style.marks | marks,
            ..style
        });
    }

    /// What follows leads there.
    pub(super) fn begin_link(&mut self, url: &str) {
        let style = self.style();
        self.links.push(Target {
            url: url.to_owned(),
            id: None,
        });
        self.styles.push(Style {
            link: Some(self.links.len() - 1),
            ..style
        });
    }

    /// What follows is a place that addresses can name.
    pub(super) fn anchor(&mut self, name: &str) {
        let at = self.builder.written();
        self.builder.add_anchor(name, at);
    }

    /// Ends a style or a link.
    pub(super) fn end_style(&mut self) {
        self.styles.pop();
    }

    fn style(&self) -> Style {
        self.styles.last().copied().unwrap_or_default()
    }

    /// A table with these columns begins.
    pub(super) fn begin_table(&mut self, columns: Box<[Align]>) {
        self.border();
        self.table = Some(self.builder.add_table(columns));
    }

    /// A row of the table begins.
    pub(super) fn begin_row(&mut self, kind: RowKind) {
        if let Some(table) = self.table {
            self.builder.add_row(table);
            self.begin_kind(BlockKind::Row(table, kind));
            self.open();
        }
    }

    /// A cell of the row ends.
    pub(super) fn end_cell(&mut self) {
        self.put("", Shown::CellEnd, Style::default());
        self.gap = match self.gap {
            Gap::Cells(cells) => Gap::Cells(cells + 1),
            _ => Gap::Cells(1),
        };
    }

    /// The reference to a footnote.
    pub(super) fn reference(&mut self, label: &str) {
        self.begin_style(Marks::NOTE);
        self.word(&format!("[{label}]"));
        self.end_style();
    }

    /// A picture, by the words that stand for it, with its address.
    pub(super) fn picture(&mut self, words: &str, address: &str) {
        self.begin_style(Marks::IMAGE);
        self.gap_before_word();
        let start = self.builder.written();
        let words = self.builder.add_text(&format!("[image: {words}]"));
        self.put(PICTURE, Shown::Text(words), self.style());
        let span = Span::new(start, self.builder.written());
        self.builder.add_picture(span, address);
        self.end_style();
        self.apart();
    }

    /// A rule across the page.
    pub(super) fn rule(&mut self) {
        if self.is_line() || self.before.is_none() && !self.builder.is_open() {
            return;
        }
        self.begin_kind(BlockKind::Rule);
        self.open();
        self.builder.write(RULE);
        self.end_kind();
    }

    fn word(&mut self, word: &str) {
        self.gap_before_word();
        self.put(word, Shown::Source, self.style());
    }

    fn gap_before_word(&mut self) {
        self.open();
        let gap = std::mem::take(&mut self.gap);
        let is_first = self.builder.written() == self.line;
        match gap {
            Gap::Nothing => {}
            Gap::Space(_) | Gap::Break if is_first => {}
            Gap::Space(style) => self.put(" ", Shown::Source, style),
            Gap::Break => self.put("\n", Shown::Break, Style::default()),
            Gap::Cells(cells) => _ = self.builder.write(&"\t".repeat(cells)),
        }
    }

    /// Writes into the open block.
    fn put(&mut self, text: &str, shown: Shown, style: Style) {
        let span = self.builder.write(text);
        let link = self.link(style.link, span);
        let Style { marks, .. } = style;
        self.builder.push(Run {
            span,
            shown,
            marks,
            link,
        });
    }

    /// The link in this block that `span` is a part of.
    fn link(&mut self, target: Option<usize>, span: Span) -> Option<LinkId> {
        let target = self.links.get_mut(target?)?;
        let block = self.builder.next_block();
        let id = match target.id {
            Some((known, id)) if known == block => id,
            _ => self.builder.add_link(span, &target.url),
        };
        target.id = Some((block, id));
        self.builder.extend_link(id, span.end);
        Some(id)
    }

    /// Opens a block unless one is open.
    fn open(&mut self) {
        if self.builder.is_open() {
            return;
        }
        for at in 0..self.frames.len() {
            self.realise(at);
        }
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let now = match (kind, self.frames.last()) {
            (BlockKind::Row(table, _), _) => Before::Row(table),
            (
                _,
                Some(Frame {
                    kind: Kind::Item(..),
                    ..
                }),
            ) => Before::Item,
            _ => Before::Other,
        };
        match self.before {
            None if self.is_later => _ = self.builder.write("\n"),
            None => {}
            Some(before) if before == now && now != Before::Other => _ = self.builder.write("\n"),
            Some(_) => _ = self.builder.write("\n\n"),
        }
        self.before = Some(now);
        self.gap = Gap::Nothing;
        self.line = self.builder.written();
        self.builder.begin(kind, self.line);
        if let Some(language) = self.language.as_deref().filter(|_| kind == BlockKind::Code) {
            self.builder.add_language(language);
        }
    }

    /// Makes a frame of what waited for its first block.
    fn realise(&mut self, at: usize) {
        let Some(frame) = self.frames.get_mut(at).filter(|frame| !frame.is_entered) else {
            return;
        };
        frame.is_entered = true;
        let kind = match &frame.kind {
            Kind::Quote => FrameKind::Quote,
            Kind::Item(list, sign) => {
                let marker = match sign {
                    Sign::Bullet => Marker::Bullet,
                    Sign::Number(number) => Marker::Number(*number),
                    Sign::Text(text) => Marker::Letter(self.builder.add_text(text)),
                };
                FrameKind::Item(*list, marker)
            }
            Kind::Note(label) => FrameKind::Note(self.builder.add_text(label)),
        };
        self.builder.enter(kind);
    }
}

/// White space after the rules of HTML, which do not count a no-break space.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C')
}
