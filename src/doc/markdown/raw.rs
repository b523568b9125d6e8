//! Raw HTML: its text, where blocks end in it, and what its tags say.

use std::ops::Range;

use super::{Reader, visible};
use crate::doc::block::BlockKind;
use crate::doc::html;
use crate::doc::run::{LinkId, Shown};
use crate::text::num;
use crate::text::script::Script;
use crate::text::span::Span;

/// A link of raw HTML.
pub(super) struct RawLink {
    /// Where its tag stands.
    start: u32,
    url: String,
    /// What it is called, once text has come.
    id: Option<LinkId>,
}

impl Reader<'_> {
    pub(super) fn html(&mut self, span: Span) {
        for part in self.html.strip(self.builder.text(span)) {
            match part {
                html::Part::Text(range) => self.inline(inside(span, range), Shown::Source),
                html::Part::Entity(range) => {
                    let span = inside(span, range);
                    self.text(&visible(self.builder.text(span)), span);
                }
                html::Part::Space(range) if self.builder.is_open() => {
                    self.inline(inside(span, range), Shown::Space);
                }
                html::Part::Space(_) => {}
                html::Part::Border(at) => {
                    self.builder.end(span.start + num::offset(at));
                    self.kind = BlockKind::Paragraph;
                }
                html::Part::Begin(kind) => self.kind = kind,
                html::Part::Tag(range) => self.tag(inside(span, range)),
            }
        }
    }

    /// Takes in the place that a tag names, and the link that it begins or ends.
    fn tag(&mut self, span: Span) {
        let tag = html::Tag::of(self.builder.text(span));
        if let Some(place) = tag.place() {
            self.builder.add_anchor(&place, span.start);
        }
        if tag.is_anchor() {
            self.raw_link = tag.href().map(|href| RawLink {
                start: span.start,
                url: href.into_owned(),
                id: None,
            });
        }
    }

    pub(super) fn inline_html(&mut self, tag: &str, span: Span) {
        self.tag(span);
        if html::is_line_break(tag) {
            self.inline(span, Shown::Break);
        }
        self.script = Script::of(tag.trim_matches(['<', '>']));
    }

    /// The link of raw HTML that `span` is a part of.
    pub(super) fn raw_link(&mut self, span: Span) -> Option<LinkId> {
        let link = self.raw_link.as_mut()?;
        let whole = Span::new(link.start, span.end);
        let add = || self.builder.add_link(whole, &link.url);
        let id = *link.id.get_or_insert_with(add);
        self.builder.extend_link(id, span.end);
        Some(id)
    }
}

/// The span of `range`, counted in the text of `span`.
fn inside(span: Span, range: Range<usize>) -> Span {
    Span::of(range).shift(span.start)
}
