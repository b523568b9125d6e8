//! Plain news copy as it comes off the wire.
//!
//! Either every line is a paragraph, or paragraphs stand between blank lines and their lines are wrapped by hand; which of the
//! two is read off the text itself. A question alone on its line is a heading; `- `, `* `, `• ` and `1. ` begin list items; `> ` quotes,
//! as in replies; drawings, columns and verse keep their lines. The fields above a message are its title and what stands under that.

mod ask;
mod drawing;
mod header;
mod item;
mod line;
mod mark;
mod small;
mod verse;
mod wrap;

use super::block::{BlockKind, FrameKind, ListId, Marker};
use super::builder::Builder;
use super::feed::Piece;
use super::meta::Meta;
use super::part::Part;
use crate::text::date;
use crate::text::num;
use crate::text::sentence;
use crate::text::span::Span;
use ask::{Ask, asks, is_heading, is_listed, is_question, is_spoken, near};
use header::{Field, Header};
use item::{Item, Sign};
use line::Line;
use mark::Mark;
use wrap::Margin;
pub(super) use wrap::Wrap;

/// The level of a heading that is known by its question mark alone.
const QUESTION_LEVEL: u8 = 2;

/// Reads a piece of plain text: the part it makes, and where in the text that ends.
pub(super) fn read(piece: Piece<'_>, wrap: Wrap) -> Option<(Part, usize)> {
    let lines = line::lines(piece.text);
    let mut reader = Reader {
        text: piece.text,
        builder: Builder::new(piece.text, piece.start),
        depth: 0,
        lists: Vec::new(),
        above: Ask::Nothing,
    };
    let mut lines = lines.as_slice();
    if piece.is_first()
        && let Some(header) = Header::of(piece.text, lines)
    {
        reader.header(&header);
        lines = header.below;
    }
    match wrap {
        Wrap::ByHand(margin) => reader.groups(lines, margin),
        Wrap::None => reader.lines(lines, piece.is_last),
    }
    if piece.is_last {
        Some((reader.builder.finish(), piece.text.len()))
    } else {
        reader.builder.finish_at_border()
    }
}

/// Whether a text begins with the header of a message.
pub(super) fn is_message(head: &str) -> bool {
    Header::of(head, &line::lines(head)).is_some()
}

struct Reader<'a> {
    text: &'a str,
    builder: Builder<&'a str>,
    /// How many quotations the last line stood in.
    depth: u32,
    /// The lists that the last line belonged to, the outermost first.
    lists: Vec<OpenList>,
    /// What the last paragraph asked, where lines are wrapped by hand.
    above: Ask,
}

#[derive(Clone, Copy)]
struct OpenList {
    id: ListId,
    /// How far its items are indented.
    indent: u32,
}

impl<'a> Reader<'a> {
    fn words(&self, line: Line) -> &'a str {
        line.words(self.text)
    }

    /// Reads lines of which each is a paragraph.
    fn lines(&mut self, lines: &[Line], is_end: bool) {
        let is_gap = |line: &Line| line.is_blank() || mark::is_continuation(self.text, *line);
        let verses = verse::verses(self.text, lines, is_gap);
        let lines: Vec<_> = lines.iter().copied().filter(|it| !is_gap(it)).collect();
        let words = lines.iter().map(|&it| self.words(it));
        let asked = words.map(|it| (it, is_question(it) && !is_spoken(it)));
        let questions = asks(asked, Ask::Nothing);
        let pairs = drawing::aligned(self.text, &lines);
        let is_pair = |at: usize| pairs.get(at) == Some(&true);
        let mut at = 0;
        while let Some(&line) = lines.get(at) {
            let is_last = is_end && at + 1 == lines.len();
            let is_apart = near(&questions, at, 2, 2) == [Ask::Nothing; 4];
            let is_below = at > 0 && is_pair(at - 1);
            if is_apart && !is_below {
                self.mark_border(line);
            }
            self.quote(line.depth);
            let below = pairs.iter().skip(at).take_while(|it| **it && !is_below);
            let columns = below.count() + 1;
            if columns >= drawing::FEWEST_ROWS {
                self.drawing(lines.get(at..at + columns).unwrap_or_default());
                at += columns;
                continue;
            }
            if verses[at] > 0 {
                self.verse(lines.get(at..at + verses[at]).unwrap_or_default());
                at += verses[at];
                continue;
            }
            let marked = self.marked(lines.get(at..).unwrap_or_default());
            if marked == 0 {
                let is_question = questions[at] != Ask::Nothing;
                self.paragraph(
                    &[line],
                    is_question && !is_listed(&questions, at) && !is_last,
                );
            }
            at += marked.max(1);
        }
    }

    /// Reads a marked line, and the one that marks it; returns how many those are.
    fn marked(&mut self, lines: &[Line]) -> usize {
        let (Some(mark), Some(line)) = (mark::of(self.text, lines), lines.first()) else {
            return 0;
        };
        self.leave();
        let (kind, words, count) = match mark {
            Mark::Underlined(level) => (BlockKind::Heading(level), line.span, 2),
            Mark::Heading(level, words) => (BlockKind::Heading(level), words, 1),
            Mark::Term(words) => (BlockKind::Term, words, 1),
            Mark::Anchor => return 1,
        };
        self.builder.begin(kind, line.span.start);
        self.builder.push_source(words);
        let end = lines.get(count - 1).map_or(line.span.end, |it| it.span.end);
        self.builder.end(end);
        let words = crate::text::cut(self.text, words.range());
        self.above = Ask::of(words, sentence::ends_asking(words));
        match mark {
            Mark::Heading(1, _) => count + self.attributes(lines),
            _ => count,
        }
    }

    /// Reads what stands under the title of AsciiDoc: the author, and attributes, which are not shown. Returns how many lines those are.
    fn attributes(&mut self, lines: &[Line]) -> usize {
        let attributes = mark::attributes(self.text, lines);
        let authors = attributes
            .iter()
            .filter(|line| !self.words(**line).starts_with(':'));
        if let Some(line) = authors.copied().next() {
            let author = self.words(line).to_owned();
            self.builder.set_meta(Meta {
                byline: Some(author).filter(|it| !date::is_date(&it.to_lowercase())),
                ..Meta::default()
            });
            self.builder.begin(BlockKind::Byline, line.span.start);
            self.builder.push_source(line.span);
            self.builder.end(line.span.end);
        }
        attributes.len()
    }

    /// Reads the header of a message: its subject is the title, the other fields stand above and under that, each on its line.
    fn header(&mut self, header: &Header<'_>) {
        self.builder.set_meta(header.meta());
        let fields = header.shown();
        for fields in fields.chunk_by(|a, b| !a.is_title() && !b.is_title()) {
            self.fields(fields);
        }
    }

    /// Reads fields of a header: a title alone, or others.
    fn fields(&mut self, fields: &[Field<'_>]) {
        let is_title = fields.iter().any(Field::is_title);
        let kind = if is_title {
            BlockKind::Title
        } else {
            BlockKind::Byline
        };
        let mut above: Option<Span> = None;
        for field in fields {
            for (at, piece) in field.pieces().enumerate() {
                match above.map(|above| Span::new(above.end, piece.start)) {
                    None => self.builder.begin(kind, field.start()),
                    Some(gap) if at == 0 => self.builder.push_break(gap),
                    Some(gap) => self.builder.push_space(gap),
                }
                self.builder.push_source(piece);
                above = Some(piece);
            }
        }
        if let Some(last) = above {
            self.builder.end(last.end);
        }
    }

    /// Reads lines wrapped by hand.
    fn groups(&mut self, lines: &[Line], margin: Margin) {
        let is_gap = |line: &Line| line.is_blank() || mark::is_continuation(self.text, *line);
        let groups = lines.split(is_gap);
        for group in groups.filter(|group| !group.is_empty()) {
            for lines in group.chunk_by(|a, b| a.depth == b.depth) {
                let Some(&first) = lines.first() else {
                    continue;
                };
                if self.above == Ask::Nothing {
                    self.mark_border(first);
                }
                self.quote(first.depth);
                self.group(lines, margin);
            }
        }
    }

    /// Notes that the part may end before `line`, which stands in nothing that is open. A blank line above goes with it.
    fn mark_border(&mut self, line: Line) {
        if self.lists.is_empty() && self.depth == 0 {
            let start = line.span.start - line.space;
            let above = crate::text::head(self.text, start as usize);
            let gap = crate::text::tail(above, above.trim_end().len());
            let gap = gap.split_once('\n').map_or("", |(_, gap)| gap);
            self.builder.mark_border(start - num::offset(gap.len()));
        }
    }

    /// Enters as many quotations as a line of this `depth` stands in, or leaves them.
    fn quote(&mut self, depth: u32) {
        if depth != self.depth {
            self.leave();
        }
        for _ in depth..self.depth {
            self.builder.leave();
        }
        for _ in self.depth..depth {
            self.builder.enter(FrameKind::Quote);
        }
        self.depth = depth;
    }

    /// Reads lines between two blank ones, wrapped by hand.
    fn group(&mut self, mut lines: &[Line], margin: Margin) {
        loop {
            let marked = self.marked(lines);
            lines = lines.get(marked..).unwrap_or_default();
            if marked == 0 {
                break;
            }
        }
        if lines.is_empty() {
            return;
        }
        let above = std::mem::replace(&mut self.above, Ask::Nothing);
        if drawing::is_one(self.text, lines) {
            return self.drawing(lines);
        }
        if lines.iter().all(|line| margin.is_stub(*line)) && verse::is_verse(self.text, lines) {
            return self.verse(lines);
        }
        if ask::is_hanging_question(self.text, lines) {
            self.above = Ask::Question(0);
            return self.paragraph(lines, true);
        }
        let paragraphs = self.paragraphs(lines, margin);
        let words = |lines: &[Line]| match (lines.first(), lines.last()) {
            (Some(first), Some(last)) => {
                crate::text::cut(self.text, first.span.join(last.span).range())
            }
            _ => "",
        };
        let asked = paragraphs
            .iter()
            .map(|it| (words(it), is_heading(self.text, it)));
        let questions = asks(asked, above);
        self.above = questions.last().copied().unwrap_or(Ask::Nothing);
        for (at, lines) in paragraphs.into_iter().enumerate() {
            let is_question = questions[at] != Ask::Nothing;
            self.paragraph(lines, is_question && !is_listed(&questions, at));
        }
    }

    /// Cuts lines between two blank ones into paragraphs.
    fn paragraphs<'l>(&self, lines: &'l [Line], margin: Margin) -> Vec<&'l [Line]> {
        let mut paragraphs = Vec::new();
        let (mut first, mut has_item) = (0, !self.lists.is_empty());
        for at in 1..=lines.len() {
            let paragraph = &lines[first..at];
            let next = lines.get(at).copied();
            if next.is_none_or(|next| self.is_border(paragraph, next, margin, has_item)) {
                has_item |= Item::of(self.words(paragraph[0])).is_some();
                paragraphs.push(paragraph);
                first = at;
            }
        }
        paragraphs
    }

    /// Whether a paragraph of these lines ends before `next`, where items may stand above.
    fn is_border(&self, lines: &[Line], next: Line, margin: Margin, has_item: bool) -> bool {
        let (Some(&first), Some(&line)) = (lines.first(), lines.last()) else {
            return false;
        };
        let (words, after) = (self.words(line), self.words(next));
        if ask::is_turn(after) && ask::is_turn(self.words(first)) {
            return true;
        }
        let is_item = Item::of(self.words(first)).is_some();
        let is_done = is_done(words);
        let is_short = !margin.is_filled(self.text, line, next);
        if Item::of(after).is_some() {
            return is_done || is_short || is_item || has_item;
        }
        if begins_small(after) {
            return is_done && next.indent > line.indent && !is_item;
        }
        if is_item {
            let is_outside = next.indent <= first.indent;
            return is_outside && (is_short || margin.hangs() || line.indent > first.indent);
        }
        let is_indented = is_done && next.indent > line.indent;
        let is_cut =
            is_short && (is_done || margin.is_stub(line) || ask::stands_alone(self.text, &[next]));
        let is_answer = words.ends_with('”') && after.starts_with('“');
        is_indented || is_cut || is_answer || ask::stands_alone(self.text, lines)
    }

    /// Reads the lines of one paragraph, list item or heading.
    fn paragraph(&mut self, lines: &[Line], may_be_heading: bool) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        let item = Item::of(self.words(*first));
        match &item {
            Some(item) => self.enter(item.sign, first.indent),
            None => self.leave(),
        }
        let kind = if may_be_heading && is_heading(self.text, lines) {
            BlockKind::Heading(QUESTION_LEVEL)
        } else {
            BlockKind::Paragraph
        };
        self.builder.begin(kind, first.span.start);
        let start = first.span.start + item.map_or(0, |item| item.indent);
        self.put(start, lines, Builder::push_space);
        self.builder.end(last.span.end);
    }

    /// Reads lines whose breaks are kept.
    fn verse(&mut self, lines: &[Line]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        self.leave();
        self.builder.begin(BlockKind::Paragraph, first.span.start);
        self.put(first.span.start, lines, Builder::push_break);
        self.builder.end(last.span.end);
    }

    /// Puts what lines have from the byte `at` on into the open block, with `gap` between them.
    fn put(&mut self, mut at: u32, lines: &[Line], gap: fn(&mut Builder<&'a str>, Span)) {
        for line in lines {
            if at < line.span.start {
                gap(&mut self.builder, Span::new(at, line.span.start));
            }
            let words = Span::new(at.max(line.span.start), line.span.end);
            self.builder.push_source(words);
            at = line.span.end;
        }
    }

    /// Enters an item that is indented so far. Two characters further to the right is a list in the item above; less is the trouble
    /// of setting numbers under each other.
    fn enter(&mut self, sign: Sign<'_>, indent: u32) {
        while self.lists.len() > 1 && self.lists.last().is_some_and(|it| it.indent > indent + 1) {
            self.lists.pop();
            self.builder.leave();
        }
        let list = match self.lists.last().copied() {
            Some(list) if indent < list.indent + 2 => {
                self.builder.leave();
                list
            }
            _ => {
                let id = self.builder.add_list();
                let list = OpenList { id, indent };
                self.lists.push(list);
                list
            }
        };
        let marker = match sign {
            Sign::Bullet => Marker::Bullet,
            Sign::Number(number) => Marker::Number(number),
            Sign::Letter(letter) => Marker::Letter(self.builder.add_text(letter)),
        };
        self.builder.enter(FrameKind::Item(list.id, marker));
    }

    /// Leaves the lists that are open.
    fn leave(&mut self) {
        for _ in self.lists.drain(..) {
            self.builder.leave();
        }
    }

    fn drawing(&mut self, lines: &[Line]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        self.leave();
        let start = first.span.start - first.space;
        self.builder.begin(BlockKind::Code, start);
        self.builder.push_source(Span::new(start, last.span.end));
        self.builder.end(last.span.end);
    }
}

/// Whether a line ends where a sentence can end.
fn is_done(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ':', '”', '"', '…', '。'])
}

/// Whether the first word of a line has a small letter, so that no sentence begins there.
fn begins_small(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests;
