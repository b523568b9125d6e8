//! Excerpts: words that are taken out of an article, as a reader sees them.

mod passage;

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::run::Marks;
use crate::text::span::Span;
use crate::text::{quotation, word};
pub use passage::Passage;

/// What stands where something was left out.
pub const LEFT_OUT: &str = "[…]";

/// Bytes before the words that are kept, to tell them from the same words elsewhere.
const BEFORE: u32 = 120;

/// Words of an article without markup, a passage for each of its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    passages: Vec<Passage>,
    /// The end of what stands before them in their block.
    pub(super) before: String,
    /// Whether the mark of a footnote stands among them.
    pub(super) has_notes: bool,
}

impl Excerpt {
    /// The words in `span`. Lines that lead to other articles are no part of the text: where one stood, `[…]` does. Nor are the marks
    /// that open a quotation anew in each of its paragraphs, where `span` begins within its marks. Items of lists keep their signs where
    /// there is more than one block.
    pub fn of(document: &Document, span: Span) -> Self {
        let mut excerpt = Self::default();
        let mut has_gap = false;
        let mut above = None;
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
            let mut passage = Passage::of(document, id, block, span);
            if passage.words.is_empty() {
                continue;
            }
            if std::mem::take(&mut has_gap) && above.is_some() {
                above = None;
                excerpt.passages.push(Passage {
                    words: LEFT_OUT.to_owned(),
                    depth: passage.depth,
                    ..Passage::default()
                });
            }
            passage.is_close = above.is_some_and(|above| !document.has_gap(above, id));
            above = Some(id);
            excerpt.passages.push(passage);
            let runs = document.runs(id).iter();
            let mut notes = runs.filter(|run| run.marks.contains(Marks::NOTE));
            excerpt.has_notes |= notes.any(|run| span.covers(run.span));
        }
        excerpt.leave_out_marks();
        excerpt.move_left();
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
            .is_some_and(|first| quotation::stays_open(&first.words));
        for passage in passages {
            if !is_open {
                break;
            }
            let words = quotation::continued(&passage.words).to_owned();
            is_open = quotation::stays_open(&words);
            passage.words = words;
        }
    }

    /// Takes away what all passages are indented by, and of one that stands alone its signs, what indents its only line, and empty cells.
    fn move_left(&mut self) {
        if let [passage] = self.passages.as_mut_slice() {
            passage.items.clear();
            if !passage.words.contains('\n') {
                passage.words = passage.words.trim().to_owned();
            }
        }
        let depths = self.passages.iter().map(|passage| passage.depth);
        let least = depths.min().unwrap_or(0);
        for passage in &mut self.passages {
            passage.depth -= least;
        }
        if let Some(first) = self.passages.first_mut() {
            first.depth = 0; // whatever it is the rest of
        }
    }

    /// The words, block by block.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        let passages = self.passages.iter();
        passages.map(|passage| word::count(passage.words())).sum()
    }

    /// The words as they stand: items behind their signs, a line for each row of a table with tabs between its cells, and blank lines
    /// between blocks that stand apart.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        for passage in &self.passages {
            if !lines.is_empty() && !passage.is_close {
                lines.push(String::new());
            }
            lines.extend(passage.lines());
        }
        lines.join("\n")
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
