//! Plain news copy as it comes off the wire.
//!
//! Either every line is a paragraph, or paragraphs stand between blank lines and their lines are wrapped by hand; which of the
//! two is read off the text itself. A question alone on its line is a heading; `- `, `* `, `• ` and `1. ` begin list items; `> ` quotes,
//! as in replies; drawings and columns keep their lines. The fields above a message are its title and what stands under that.

mod header;
mod item;
mod line;
mod mark;
mod wrap;

use std::collections::HashSet;

use super::block::{BlockKind, FrameKind, ListId, Marker};
use super::builder::Builder;
use super::columns::Gaps;
use super::cross_link::is_cross_link;
use super::feed::Piece;
use super::meta::Meta;
use super::part::Part;
use crate::text::date;
use crate::text::label::{self, Label};
use crate::text::sentence;
use crate::text::span::Span;
use header::{Field, Header};
use item::{Item, Sign};
use line::Line;
use mark::Mark;
use wrap::Margin;
pub(super) use wrap::Wrap;

/// The level of a heading that is known by its question mark alone.
const QUESTION_LEVEL: u8 = 2;

/// Longest heading, in characters.
const LONGEST_HEADING: usize = 200;

/// Fewest rows that columns have.
const FEWEST_ROWS: usize = 3;

/// Longest heading, in wrapped lines.
const MOST_LINES: usize = 3;

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
        let lines: Vec<_> = lines.iter().copied().filter(|it| !is_gap(it)).collect();
        let words = lines.iter().map(|&it| self.words(it));
        let asked = words.map(|it| (it, is_question(it) && !is_spoken(it)));
        let questions = asks(asked, Ask::Nothing);
        let pairs = aligned(self.text, &lines);
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
            let columns = pairs.iter().skip(at).take_while(|it| **it).count() + 1;
            if columns >= FEWEST_ROWS && !is_below {
                self.drawing(lines.get(at..at + columns).unwrap_or_default());
                at += columns;
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

    /// Notes that the part may end before `line`, which stands in nothing that is open.
    fn mark_border(&mut self, line: Line) {
        if self.lists.is_empty() && self.depth == 0 {
            self.builder.mark_border(line.span.start - line.space);
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
        if is_drawing(self.text, lines) {
            return self.drawing(lines);
        }
        if is_hanging_question(self.text, lines) {
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
        if is_turn(after) && is_turn(self.words(first)) {
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
            is_short && (is_done || margin.is_stub(line) || stands_alone(self.text, &[next]));
        let is_answer = words.ends_with('”') && after.starts_with('“');
        is_indented || is_cut || is_answer || stands_alone(self.text, lines)
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
        let mut at = first.span.start + item.map_or(0, |item| item.indent);
        for line in lines {
            if at < line.span.start {
                self.builder.push_space(Span::new(at, line.span.start));
            }
            self.builder
                .push_source(Span::new(at.max(line.span.start), line.span.end));
            at = line.span.end;
        }
        self.builder.end(last.span.end);
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

/// Whether a line is a question and nothing else.
fn is_question(line: &str) -> bool {
    let line = line.trim_end();
    let is_asked = line.ends_with(['?', '？', '؟', '\u{37E}'])
        || line.ends_with(';') && sentence::ends_asking(line);
    is_asked
        && line.chars().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING
        && line
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase())
        && !line.starts_with(['"', '“', '‘', '«', '„', '-', '*', '•', '–'])
        && sentence::sentences(line).nth(2).is_none()
}

/// Whether lines are a question that stands alone and that nobody is said to ask: whether a speaker’s heads a section is told by all labels of
/// the text together.
fn is_heading(text: &str, lines: &[Line]) -> bool {
    let words = lines.first().map_or("", |line| line.words(text));
    !is_spoken(words) && stands_alone(text, lines)
}

/// Whether a line begins with the label of somebody.
fn is_spoken(line: &str) -> bool {
    Label::of(line).is_some_and(|label| label.part != Some(label::Part::Question))
}

/// Whether lines are a question that stands alone.
fn stands_alone(text: &str, lines: &[Line]) -> bool {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return false;
    };
    let words = crate::text::cut(text, first.span.join(last.span).range());
    lines.len() <= MOST_LINES
        && is_question(words)
        && (lines.len() == 1 || sentence::sentences(words).count() == 1)
        && Item::of(words).is_none()
        && !is_cross_link(words)
}

/// Whether a line begins with the label of a question or an answer.
fn is_turn(line: &str) -> bool {
    Label::of(line).is_some_and(|label| label.part.is_some())
}

/// Whether lines are a question that goes on under its label or number, however many sentences it has.
fn is_hanging_question(text: &str, lines: &[Line]) -> bool {
    let [first, rest @ .., last] = lines else {
        return false;
    };
    let words = first.words(text);
    let is_marked = || is_turn(words) || words.starts_with(|c: char| c.is_ascii_digit());
    lines.len() <= MOST_LINES
        && rest
            .iter()
            .chain([last])
            .all(|line| line.indent > first.indent)
        && sentence::ends_asking(last.words(text))
        && is_marked()
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

/// What a line asks, next to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    Nothing,
    /// A question, with the number before it; 0 for none.
    Question(u64),
    /// A question that stands among those right above it already: a table of contents ends there.
    Again,
}

impl Ask {
    fn of(line: &str, is_question: bool) -> Self {
        if is_question {
            Self::Question(item::number_before(line))
        } else {
            Self::Nothing
        }
    }

    /// Whether this goes on with the list of the question above. Where the numbers begin anew, another list does, or the text itself.
    fn follows(self, above: Self) -> bool {
        match (above, self) {
            (Self::Question(above), Self::Question(number)) => number == 0 || number > above,
            (Self::Again, Self::Question(_)) => true,
            _ => false,
        }
    }
}

/// What each of several lines asks, with whether it is a question, below one that asks `above`. Who is asked may ask back: a line that tells
/// something first, right under a question, is its answer.
fn asks<'a>(lines: impl Iterator<Item = (&'a str, bool)>, above: Ask) -> Vec<Ask> {
    let mut asks: Vec<Ask> = Vec::new();
    let mut above_it = HashSet::new();
    for (line, is_question) in lines {
        let above = asks.last().copied().unwrap_or(above);
        let is_marked = || item::number_before(line) > 0 || is_turn(line);
        let is_reply = above != Ask::Nothing && !is_marked() && sentence::tells_first(line);
        let ask = match Ask::of(line, is_question && !is_reply) {
            Ask::Question(0) if !above_it.insert(line) => Ask::Again,
            ask => ask,
        };
        if ask == Ask::Nothing || ask == Ask::Again {
            above_it.clear();
        }
        asks.push(ask);
    }
    asks
}

/// Whether one of several questions upon questions, which are a list of them.
fn is_listed(questions: &[Ask], at: usize) -> bool {
    let follows = |at: usize| {
        let above = at.checked_sub(1).and_then(|above| questions.get(above));
        let pair = above.zip(questions.get(at));
        pair.is_some_and(|(above, it)| it.follows(*above))
    };
    let before = (at.saturating_sub(1)..=at).rev();
    let after = (at + 1..at + 3).take_while(|&at| follows(at)).count();
    before.take_while(|&at| follows(at)).count() + after >= 2
}

/// What is asked from so many lines before `at` up to so many after.
fn near(asks: &[Ask], at: usize, before: usize, after: usize) -> &[Ask] {
    let end = (at + after).min(asks.len());
    asks.get(at.saturating_sub(before)..end).unwrap_or_default()
}

/// Columns or a drawing: half of the lines hold wide gaps, or hardly any letters, or have words under each other.
fn is_drawing(text: &str, lines: &[Line]) -> bool {
    let pairs = aligned(text, lines);
    let is_aligned = |at: usize| {
        let with = |pair: Option<usize>| pair.and_then(|it| pairs.get(it)) == Some(&true);
        lines.len() >= FEWEST_ROWS && (with(Some(at)) || with(at.checked_sub(1)))
    };
    let is_drawn = |(at, line): &(usize, &Line)| {
        let words = line.words(text);
        let signs = words.chars().filter(|c| !c.is_whitespace()).count();
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        words.contains("    ") || 2 * letters < signs || is_aligned(*at)
    };
    2 * lines.iter().enumerate().filter(is_drawn).count() > lines.len()
}

/// For each line whether it has words under each other with the next one, behind wide gaps.
fn aligned(text: &str, lines: &[Line]) -> Vec<bool> {
    let whole = |line: &Line| {
        crate::text::cut(
            text,
            (line.span.start - line.space) as usize..line.span.end as usize,
        )
    };
    let gaps: Vec<_> = lines.iter().map(|line| Gaps::of(whole(line))).collect();
    let is_next = |pair: &[Line]| {
        let between =
            crate::text::cut(text, pair[0].span.end as usize..pair[1].span.start as usize);
        let is_quoted = pair.iter().any(|line| line.depth > 0);
        !is_quoted && memchr::memchr_iter(b'\n', between.as_bytes()).count() <= 1
    };
    let pairs = lines.windows(2).zip(gaps.windows(2));
    pairs
        .map(|(lines, gaps)| gaps[0].are_aligned(&gaps[1], true) && is_next(lines))
        .collect()
}

#[cfg(test)]
mod tests;
