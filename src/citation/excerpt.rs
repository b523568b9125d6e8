//! Excerpts: words that are taken out of an article, as a reader sees them.

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::run::Marks;
use crate::text::quotation;
use crate::text::span::Span;

/// What stands where something was left out.
pub const LEFT_OUT: &str = "[…]";

/// Bytes before the words that are kept, to tell them from the same words elsewhere.
const BEFORE: u32 = 120;

/// Words of an article without markup, a passage for each of its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    passages: Vec<String>,
    /// The end of what stands before them in their block.
    pub(super) before: String,
    /// Whether the mark of a footnote stands among them.
    pub(super) has_notes: bool,
}

impl Excerpt {
    /// The words in `span`. Lines that lead to other articles are no part of the text: where one stood, `[…]` does. Nor are the marks
    /// that open a quotation anew in each of its paragraphs, where `span` begins within its marks.
    pub fn of(document: &Document, span: Span) -> Self {
        let mut excerpt = Self::default();
        let mut has_gap = false;
        let first = document.block_at(span.start);
        excerpt.before = before(document, first, span.start);
        for id in (first.index()..document.len()).map(BlockId::new) {
            let Some(block) = document.block(id).filter(|it| it.span.start < span.end) else {
                break;
            };
            if block.kind == BlockKind::CrossLink && !block.span.covers(span) {
                has_gap = true;
                continue;
            }
            let prose = document.prose(id);
            let from = prose.offset(span.start.max(block.span.start));
            let words = prose.cut(from..prose.offset(span.end));
            let words = match block.kind {
                BlockKind::Code => words.trim_end().to_owned(),
                _ => super::one_line(words),
            };
            if words.is_empty() {
                continue;
            }
            if std::mem::take(&mut has_gap) && !excerpt.passages.is_empty() {
                excerpt.passages.push(LEFT_OUT.to_owned());
            }
            excerpt.passages.push(words);
            let runs = document.runs(id).iter();
            let mut notes = runs.filter(|run| run.marks.contains(Marks::NOTE));
            excerpt.has_notes |= notes.any(|run| span.covers(run.span));
        }
        excerpt.leave_out_marks();
        excerpt
    }

    /// Takes away the marks with which the further paragraphs of a quotation open.
    fn leave_out_marks(&mut self) {
        if !quotation::opens(&self.before) {
            return;
        }
        let mut passages = self.passages.iter_mut();
        let mut is_open = passages
            .next()
            .is_some_and(|first| quotation::stays_open(first));
        for passage in passages {
            if !is_open {
                break;
            }
            let words = quotation::continued(passage).to_owned();
            is_open = quotation::stays_open(&words);
            *passage = words;
        }
    }

    /// The words, block by block.
    pub fn passages(&self) -> &[String] {
        &self.passages
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// The words, with blank lines between blocks.
    pub fn text(&self) -> String {
        self.passages.join("\n\n")
    }
}

/// The end of what stands in a block before the byte `at`.
fn before(document: &Document, id: BlockId, at: u32) -> String {
    let start = document.block(id).map_or(at, |block| block.span.start);
    let from = document.char_start(at.saturating_sub(BEFORE).max(start));
    let window = document.window(id, from, at.saturating_sub(from), 0);
    let end = window.prose.offset(at);
    window.prose.cut(0..end).to_owned()
}
