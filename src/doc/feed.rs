//! The feed: a text on its way into a document.
//!
//! The first part is made of little text, so that it is there at once; later ones of more. A part ends where the next block does not
//! depend on it, which the reader of the format tells: so the document is the same as if it had been read whole. Where no such
//! place is found in a piece of text, twice as much is taken, which keeps the whole linear.

use std::borrow::Cow;

use super::Document;
use super::format::Format;
use super::labels::Definitions;
use super::part::{Part, Start};
use super::plain::Wrap;
use super::{markdown, plain, terminal};

/// How much of a text tells what holds for all of it, in bytes: how it is wrapped, whether it has one title.
pub(super) const HEAD: usize = 16 * 1024;

/// Text that the first part is read from, in bytes.
const FIRST: usize = 48 * 1024;

/// Text that a later part is read from, in bytes.
const LATER: usize = 1024 * 1024;

/// Text to be read into a part.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    /// Definitions from elsewhere that it needs.
    pub(super) preamble: &'a str,
    /// The text.
    pub(super) text: &'a str,
    /// Where in the document it begins.
    pub(super) start: Start,
    /// Whether nothing follows; else the part ends at a border in the text.
    pub(super) is_last: bool,
}

impl<'a> Piece<'a> {
    /// Whether the document begins with it.
    pub(super) fn is_first(&self) -> bool {
        self.start == Start::default()
    }

    /// The text from the byte `skipped` on, behind the preamble.
    pub(super) fn behind_preamble(&self, skipped: usize) -> Cow<'a, str> {
        let text = crate::text::tail(self.text, skipped);
        if self.preamble.is_empty() {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(format!("{}{text}", self.preamble))
        }
    }
}

/// A text on its way into a document.
#[derive(Debug)]
pub struct Feed {
    document: Document,
    /// Text that has not become a part yet.
    pending: String,
    /// Bytes of it with which a part is tried next.
    goal: usize,
    /// Bytes with which every part but the first is tried.
    step: usize,
    definitions: Definitions,
    wrap: Option<Wrap>,
    /// Where the text comes from, if it has an address.
    address: Option<String>,
}

impl Feed {
    /// A feed for a text of this format.
    pub fn new(format: Format) -> Self {
        Self {
            document: Document {
                format,
                ..Document::default()
            },
            pending: String::new(),
            goal: FIRST,
            step: LATER,
            definitions: Definitions::default(),
            wrap: None,
            address: None,
        }
    }

    /// A feed that makes parts of little text.
    #[cfg(test)]
    pub(crate) fn in_steps(format: Format, step: usize) -> Self {
        Self {
            goal: HEAD + 2000,
            step,
            ..Self::new(format)
        }
    }

    /// The same feed for a text that comes from this address.
    #[must_use]
    pub fn from_address(self, address: Option<String>) -> Self {
        Self { address, ..self }
    }

    /// Whether nothing can be said of the text before all of it is there.
    pub fn is_patient(&self) -> bool {
        self.document.format.is_derived()
    }

    /// Adds text at the end. Whether there is more to read now than before.
    pub fn push(&mut self, text: &str) -> bool {
        self.pending.push_str(text);
        let parts = self.document.parts.len();
        while !self.is_patient() && self.pending.len() >= self.goal && self.take() {}
        self.document.parts.len() > parts
    }

    /// What has been read so far. Its blocks will stay as they are.
    pub fn document(&self) -> Document {
        self.document.clone()
    }

    /// What there is so far. Its last blocks may change, so that every other document of this feed is of a later revision.
    pub fn preview(&mut self) -> Document {
        let mut document = self.document.clone();
        self.document.revision += 1;
        if self.is_patient() {
            document.derive(&self.pending, self.address.as_deref());
            return document;
        }
        let mut wrap = self.wrap;
        let piece = self.piece(&self.pending, true);
        if let Some((part, _)) = read(document.format, piece, &mut wrap) {
            document.append(part, self.pending.as_str().into());
        }
        document
    }

    /// The whole document.
    pub fn finish(mut self) -> Document {
        let text = std::mem::take(&mut self.pending);
        if self.is_patient() {
            self.document.derive(&text, self.address.as_deref());
            self.document.is_whole = true;
            return self.document;
        }
        let piece = self.piece(&text, true);
        if let Some((part, _)) = read(self.document.format, piece, &mut self.wrap) {
            self.append(part, text.into_boxed_str());
        }
        self.revise();
        self.document.is_whole = true;
        self.document
    }

    /// The document of a text that is there whole, in one part.
    pub(super) fn whole(text: String, format: Format, address: Option<String>) -> Document {
        let mut feed = Self::new(format).from_address(address);
        feed.pending = text;
        feed.finish()
    }

    /// Makes a part of the text that is there, or asks for more. Whether there was enough.
    fn take(&mut self) -> bool {
        let whole_lines = memchr::memrchr(b'\n', self.pending.as_bytes()).map_or(0, |at| at + 1);
        let piece = self.piece(crate::text::head(&self.pending, whole_lines), false);
        let is_first = piece.is_first();
        let Some((part, end)) = read(self.document.format, piece, &mut self.wrap)
            .filter(|&(_, end)| !is_first || end >= HEAD)
        else {
            self.goal = 2 * self.pending.len();
            return false;
        };
        let rest = self.pending.split_off(end);
        let text = std::mem::replace(&mut self.pending, rest);
        self.append(part, text.into_boxed_str());
        self.goal = self.step;
        true
    }

    fn piece<'a>(&self, text: &'a str, is_last: bool) -> Piece<'a> {
        Piece {
            preamble: "",
            text,
            start: self.document.end(),
            is_last,
        }
    }

    fn append(&mut self, part: Part, text: Box<str>) {
        self.definitions.add(&part.labels);
        self.document.append(part, text);
        let last = self.document.parts.len() - 1;
        self.define(last);
    }

    /// Reads those parts again that use what is defined after them.
    fn revise(&mut self) {
        let mut has_changed = false;
        for at in 0..self.document.parts.len() {
            has_changed |= self.define(at);
        }
        self.document.revision += u32::from(has_changed);
    }

    /// Reads a part again if definitions are known now that were not when it was read. Whether that was so.
    fn define(&mut self, at: usize) -> bool {
        let part = &self.document.parts[at];
        let preamble = self.definitions.preamble(&part.labels);
        if preamble == part.labels.preamble() {
            return false;
        }
        let piece = Piece {
            preamble: &preamble,
            text: &part.text,
            start: part.start,
            is_last: true,
        };
        if let Some((mut again, _)) = markdown::read(piece) {
            again.text.clone_from(&part.text);
            again.labels = part.labels.clone().behind(preamble);
            self.document.replace(at, again);
        }
        true
    }
}

fn read(format: Format, piece: Piece<'_>, wrap: &mut Option<Wrap>) -> Option<(Part, usize)> {
    match format {
        Format::Markdown => markdown::read(piece),
        Format::Text => plain::read(
            piece,
            *wrap.get_or_insert_with(|| Wrap::of(crate::text::head(piece.text, HEAD))),
        ),
        Format::Terminal => terminal::read(piece),
        Format::Html | Format::Epub => None, // read whole
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::doc::block::{BlockKind, FrameKind, Marker};
    use crate::doc::run::{Marks, Shown};
    use crate::text::span::Span;

    /// A document without the numbers that its parts give.
    #[derive(Debug, PartialEq)]
    struct Picture {
        title: Option<String>,
        text: String,
        blocks: Vec<PictureBlock>,
        anchors: Vec<(String, usize)>,
    }

    #[derive(Debug, PartialEq)]
    struct PictureBlock {
        span: Span,
        kind: String,
        frames: Vec<String>,
        runs: Vec<(Span, String, Marks, Option<String>)>,
    }

    fn picture(document: &Document) -> Picture {
        let frame = |kind| match kind {
            FrameKind::Item(list, Marker::Letter(letter)) => {
                format!("{} {:?}", document.text(letter), document.spacing(list))
            }
            FrameKind::Item(list, marker) => format!("{marker:?} {:?}", document.spacing(list)),
            FrameKind::Note(label) => format!("[{}]", document.text(label)),
            FrameKind::Quote => "Quote".to_owned(),
        };
        let kind = |kind| match kind {
            BlockKind::Row(table, row) => {
                let table = document.table(table).unwrap();
                format!(
                    "{row:?} {:?} {} {:?}",
                    table.first, table.rows, table.columns
                )
            }
            kind => format!("{kind:?}"),
        };
        let block = |id| PictureBlock {
            span: document.block(id).unwrap().span,
            kind: kind(document.block(id).unwrap().kind),
            frames: document
                .frames(id)
                .map(|it| format!("{} {:?}", frame(it.kind), it.first))
                .collect(),
            runs: document
                .runs(id)
                .iter()
                .map(|run| {
                    let shown = match run.shown {
                        Shown::Break => "\n",
                        Shown::CellEnd => "|",
                        _ => document.shown(run),
                    };
                    let url = run.link.and_then(|link| document.link(link));
                    let url = url.map(|link| format!("{} {:?}", link.url, link.span));
                    (run.span, shown.to_owned(), run.marks, url)
                })
                .collect(),
        };
        Picture {
            title: document.meta().title.clone(),
            text: document.pieces().map(|(_, text)| text).collect(),
            blocks: document.ids().map(block).collect(),
            anchors: document
                .anchors()
                .map(|(name, block)| (name.to_owned(), block.index()))
                .collect(),
        }
    }

    /// Feeds `text` in small steps; what was read on the way has to be the beginning of the whole.
    fn read_in_steps(text: &str, format: Format, step: usize) -> (Document, usize) {
        let mut feed = Feed::in_steps(format, step);
        let mut rest = text;
        while !rest.is_empty() {
            let at = rest.ceil_char_boundary(step.min(rest.len()));
            let (piece, after) = rest.split_at(at);
            feed.push(piece);
            rest = after;
        }
        let parts = feed.document.parts.len();
        (feed.finish(), parts)
    }

    #[track_caller]
    fn check(text: &str, format: Format, step: usize) {
        let whole = picture(&Document::read(text.to_owned(), format));
        let (document, _) = read_in_steps(text, format, step);
        let stepped = picture(&document);
        for (stepped, whole) in stepped.blocks.iter().zip(&whole.blocks) {
            assert_eq!(stepped, whole);
        }
        assert_eq!(stepped, whole);
    }

    /// Ordinary copy that is longer than what is looked at to learn about a text.
    fn filler(format: Format) -> String {
        let paragraph =
            "The committee met again, and it had nothing new to say to those who waited.";
        let gap = if format == Format::Markdown {
            "\n\n"
        } else {
            "\n"
        };
        format!("{paragraph}{gap}").repeat(HEAD / paragraph.len() + 20)
    }

    /// Copy whose lines are wrapped by hand.
    const WRAPPED: &str = "The committee met again, and it had nothing new\nto say to those who waited in the cold outside.\n\n- An item that is longer than the line is, and\ngoes on.\n\nWhy?\n\n";

    /// What may stand above copy: nothing, or the fields of a message.
    const ABOVE: &[&str] = &[
        "",
        "From: Ann Lee <ann@example.org>\nX-Id: 1\nDate: Thu, 26 Nov 2026 03:00:00 +0000\nSubject: Who pays\n for it?\n\n",
        "\n\nTitle: Ferries\nLink: https://example.org/1\n\n",
        "Title: Ferries\nWords.\n",
    ];

    /// Lines of Markdown that belong together or not, depending on what stands around them.
    const MARKDOWN: &[&str] = &[
        "",
        "",
        "",
        "words",
        "more $w*rd_s*$ $h*r*e$",
        "# Head",
        "===",
        "---",
        "***",
        "- item",
        "  - inner",
        "    indented",
        "\tindented",
        "1. one",
        "2) two",
        "> quoted",
        "> - both",
        ">",
        "```",
        "~~~",
        "   ```",
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "<pre>",
        "</pre>",
        "| a | b |",
        "|---|---|",
        "| c | d |",
        "[a]: /one",
        "[b]: /two 'title'",
        "[a]: <other>",
        "[a] and [b][] and [c][a]",
        "![a]",
        "[^1]: note",
        "text[^1] and [^2]",
        "[^2]: another",
        "    more of it",
        "*a",
        "b*",
        "`c",
        "d`",
        "&amp; \\* x",
        "  ",
        "   words",
        "Also Read: [a]",
        "- [ ] task",
        "-",
        "*",
        "#",
        "[",
        "]: x",
        "\\",
        "<b>bold</b>",
        "see https://a.example/b, or www.a.example.",
        "ann@a.example",
        "<a id=\"x\"></a>",
        "<a href='/y'>link",
        "z</a>",
        "## Head {#w}",
        "Q?",
    ];

    fn lines(format: Format) -> impl Strategy<Value = String> {
        let line = match format {
            Format::Markdown => prop::sample::select(MARKDOWN.to_vec()),
            Format::Text => prop::sample::select(vec![
                "",
                "",
                "words",
                "Why is it so?",
                "What now?",
                "- item",
                "* item",
                "1. one",
                "2. two",
                "  - inner",
                "(a) letter",
                "Some longer words that end.",
                "Also Read: more",
                "    /\\    /\\",
                "  wide    gap    here",
                "\u{a0}\u{a0}odd space",
                "“Why?”",
                "Is it? It is.",
                "https://a.example/b",
                "> quoted",
                ">> - deeper",
                ">>> prompt",
                "> > quoted twice",
                ">",
                "> Why is it so?",
                "Year      Boats\n1998         12\n2004        120",
                "> pier    deep\n> boat    flat\n> tide    high",
                "pier\tdeep",
                "\nthe boats are tied\nthe gulls are gone\nand so am I\n",
                "From: Ann",
                "Subject: more",
                "Q: Who pays?",
                "A: Nobody.",
            ]),
            Format::Terminal => prop::sample::select(vec![
                "",
                "words",
                "N\u{8}NA\u{8}A",
                "   _\u{8}o_\u{8}n words",
                "\u{1b}[31mred",
                "\u{1b}[1;32mgreen\u{1b}[0m",
                "\u{1b}[m",
                "\u{1b}]8;;https://a.example/\u{1b}\\link",
                "\u{1b}]8;;\u{7}",
                "https://a.example/\u{1b}[1mb",
                "\u{1b}[",
                "\u{8}\u{8}",
                "\r",
            ]),
            Format::Html | Format::Epub => unreachable!("pages are read whole"),
        };
        prop::collection::vec(line, 0..60).prop_map(|lines| lines.join("\n"))
    }

    fn config() -> ProptestConfig {
        ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        }
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn markdown_read_in_steps_is_markdown_read_whole(text in lines(Format::Markdown), step in 1usize..400) {
            check(&(filler(Format::Markdown) + &text), Format::Markdown, step);
        }

        #[test]
        fn copy_read_in_steps_is_copy_read_whole(above in prop::sample::select(ABOVE), text in lines(Format::Text), step in 1usize..400) {
            check(&[above, &filler(Format::Text), &text].concat(), Format::Text, step);
        }

        #[test]
        fn wrapped_copy_read_in_steps_is_copy_read_whole(above in prop::sample::select(ABOVE), text in lines(Format::Text), step in 1usize..400) {
            let filler = WRAPPED.repeat(HEAD / WRAPPED.len() + 20);
            check(&[above, &filler, &text, "\n\n", WRAPPED].concat(), Format::Text, step);
        }

        #[test]
        fn output_read_in_steps_is_output_read_whole(text in lines(Format::Terminal), step in 1usize..400) {
            check(&(filler(Format::Terminal) + &text), Format::Terminal, step);
        }
    }

    #[test]
    fn copy_wrapped_by_hand_is_read_in_steps() {
        check(&WRAPPED.repeat(300), Format::Text, 100);
        let (_, parts) = read_in_steps(&WRAPPED.repeat(300), Format::Text, 100);
        assert!(parts >= 20, "{parts}");
    }

    #[test]
    fn ordinary_text_becomes_many_parts() {
        for format in [Format::Markdown, Format::Text, Format::Terminal] {
            let (_, parts) = read_in_steps(&filler(format).repeat(2), format, 1000);
            assert!(parts >= 10, "{parts}");
        }
    }

    #[test]
    fn definitions_hold_wherever_they_stand() {
        let filler = filler(Format::Markdown);
        check(
            &format!("[a] and [^1]\n\n{filler}\n\n[a]: /x\n\n[^1]: Note."),
            Format::Markdown,
            500,
        );
        check(
            &format!("[a]: /first\n\n{filler}\n\n[a]: /second\n\n[A] it is"),
            Format::Markdown,
            500,
        );
        check(
            &format!("---\ntitle: T\n---\n\n# [T][a]\n\n{filler}\n\n[a]: <x&amp;y>"),
            Format::Markdown,
            500,
        );
    }

    #[test]
    fn a_preview_shows_what_could_still_change() {
        let mut feed = Feed::new(Format::Markdown);
        assert!(!feed.push("Some words\n\nand mo"));
        assert_eq!((feed.document().len(), feed.preview().len()), (0, 2));
        feed.push("re");
        assert_eq!(
            feed.finish()
                .prose(crate::doc::block::BlockId::new(1))
                .as_str(),
            "and more"
        );
    }
}
