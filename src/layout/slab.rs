//! Slabs: long blocks in parts, so that a row in the middle of a paragraph of 20 MB costs no more than any other.
//!
//! A block of up to 8 KiB, which is nearly every block, is one slab. A longer one is cut at the ends of sentences, or lines in
//! code; each slab is laid out for itself. Where the cuts fall depends on the text alone, never on the width.

use std::sync::Arc;

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::run::{Run, Shown};
use crate::text::num;
use crate::text::span::Span;

/// The longest slab, in bytes of the source. What is shown of them is hardly more: only some entities grow, and by a byte or two.
const LIMIT: u32 = 8 * 1024;

/// How far back from there a good place to cut is looked for, in bytes.
const WINDOW: u32 = 1024;

/// A part of a block that is laid out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slab {
    /// The block.
    pub block: BlockId,
    /// The bytes of it.
    pub span: Span,
    /// Whether the block begins with it.
    pub is_first: bool,
    /// Whether the block ends with it.
    pub is_last: bool,
}

/// Whether a block is one slab.
pub(super) fn is_one(block: Span) -> bool {
    block.len() <= LIMIT
}

impl Slab {
    /// Whether it is all of the block.
    pub fn is_whole(self, block: Span) -> bool {
        self.span == block
    }
}

/// The slabs of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slabs {
    block: BlockId,
    span: Span,
    /// Where the second slab and those after it start.
    cuts: Arc<[u32]>,
}

impl Slabs {
    /// Cuts a block. Cost grows with the length of the block, but only its cuts are looked at.
    pub fn of(document: &Document, block: BlockId) -> Self {
        let span = document
            .block(block)
            .map(|block| block.span)
            .unwrap_or_default();
        let mut cuts = Vec::new();
        let mut start = span.start;
        while span.end - start > LIMIT {
            start = cut(document, block, start);
            cuts.push(start);
        }
        Self {
            block,
            span,
            cuts: cuts.into(),
        }
    }

    /// How many there are; never none.
    pub fn count(&self) -> usize {
        self.cuts.len() + 1
    }

    /// The slab at `index`; the last one behind it.
    pub fn slab(&self, index: usize) -> Slab {
        let index = index.min(self.cuts.len());
        let start = index
            .checked_sub(1)
            .and_then(|before| self.cuts.get(before))
            .copied();
        let end = self.cuts.get(index).copied();
        Slab {
            block: self.block,
            span: Span::new(
                start.unwrap_or(self.span.start),
                end.unwrap_or(self.span.end),
            ),
            is_first: start.is_none(),
            is_last: end.is_none(),
        }
    }

    /// The index of the slab that holds the byte `at`.
    pub fn index_of(&self, at: u32) -> usize {
        self.cuts.partition_point(|&cut| cut <= at)
    }
}

/// Where the slab that begins at `start` ends.
fn cut(document: &Document, block: BlockId, start: u32) -> u32 {
    let limit = start + LIMIT;
    let runs = document.runs(block);
    let at = runs.partition_point(|run| run.span.end <= limit);
    let Some(run) = runs.get(at).filter(|run| run.span.start < limit) else {
        return limit;
    };
    if run.shown != Shown::Source {
        return if is_divisible(run) {
            document.char_start(limit)
        } else {
            run.span.start
        };
    }
    let is_code = document
        .block(block)
        .is_some_and(|block| matches!(block.kind, BlockKind::Code | BlockKind::Output));
    let from = run.span.start.max(limit - WINDOW).max(start + 1);
    let window = document.slice(Span::new(
        document.char_start(from),
        document.char_start(limit),
    ));
    let good = if is_code {
        window.rfind('\n').map(|at| at + 1)
    } else {
        sentence_cut(window)
    };
    let cut = good.or_else(|| {
        window
            .rfind(char::is_whitespace)
            .map(|at| next_char(window, at))
    });
    cut.map_or_else(
        || document.char_start(limit),
        |cut| document.char_start(from) + num::offset(cut),
    )
}

/// After the space behind the last sentence that ends in `window`.
fn sentence_cut(window: &str) -> Option<usize> {
    let ends = [". ", "? ", "! ", ".” ", "。"];
    ends.iter()
        .filter_map(|end| window.rfind(end).map(|at| at + end.len()))
        .max()
}

fn next_char(text: &str, at: usize) -> usize {
    text.ceil_char_boundary(at + 1)
}

/// A run or a piece cut from one, with what is seen of it.
#[derive(Clone, Copy)]
pub(super) struct Clip<'a> {
    pub(super) run: Run,
    pub(super) shown: &'a str,
}

impl<'a> Clip<'a> {
    /// All of a run.
    pub(super) fn whole(document: &'a Document, run: &Run) -> Self {
        Self {
            run: *run,
            shown: document.shown(run),
        }
    }

    /// What a slab holds of a run.
    fn inside(document: &'a Document, run: &Run, slab: Span) -> Option<Self> {
        if !is_divisible(run) {
            return (run.span.start >= slab.start).then(|| Self::whole(document, run));
        }
        let span = Span::new(run.span.start.max(slab.start), run.span.end.min(slab.end));
        let shown = document.shown(run);
        let share = |at| share(shown, at - run.span.start, run.span.len());
        (!span.is_empty()).then(|| Self {
            run: Run { span, ..*run },
            shown: crate::text::cut(shown, share(span.start)..share(span.end)),
        })
    }
}

/// Whether a run may be cut between slabs. What shows other text than it covers is not, unless it fills slabs.
fn is_divisible(run: &Run) -> bool {
    run.shown == Shown::Source || run.span.len() > LIMIT
}

/// As much of what a run shows as `part` is of `whole`, in bytes.
fn share(shown: &str, part: u32, whole: u32) -> usize {
    let bytes = shown.len() as u64 * u64::from(part) / u64::from(whole.max(1));
    shown.floor_char_boundary(usize::try_from(bytes).unwrap_or(usize::MAX))
}

/// The runs of a slab, cut to it.
pub(super) fn clips(document: &Document, slab: Slab) -> impl Iterator<Item = Clip<'_>> {
    let runs = document.runs(slab.block);
    let first = runs.partition_point(|run| run.span.end < slab.span.start);
    let is_inside = move |run: &&Run| run.span.start < slab.span.end || slab.is_last;
    runs.iter()
        .skip(first)
        .take_while(is_inside)
        .filter_map(move |run| Clip::inside(document, run, slab.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    #[track_caller]
    fn check(text: &str, format: Format) {
        let document = Document::read(text.to_owned(), format);
        for id in document.ids() {
            let slabs = Slabs::of(&document, id);
            let shown: String = (0..slabs.count())
                .flat_map(|index| clips(&document, slabs.slab(index)))
                .map(|clip| clip.shown)
                .collect();
            let whole: String = document
                .runs(id)
                .iter()
                .map(|run| document.shown(run))
                .collect();
            assert_eq!(shown.len(), whole.len());
            assert_eq!(shown, whole);
            for slab in (0..slabs.count()).map(|index| slabs.slab(index)) {
                let shown: usize = clips(&document, slab).map(|clip| clip.shown.len()).sum();
                assert!(slab.span.len() <= LIMIT && shown <= 2 * LIMIT as usize);
            }
        }
    }

    #[test]
    fn slabs_cover_the_block_in_order() {
        check("Short.", Format::Text);
        check(&"A sentence of some words. ".repeat(2000), Format::Text);
        check(&"x".repeat(50_000), Format::Text);
        check(&"é".repeat(50_000), Format::Text);
        check(&"*a* &amp; `b` [c](d)\n".repeat(5000), Format::Markdown);
        check(
            &format!("```\n{}```", "code line\n".repeat(5000)),
            Format::Markdown,
        );
        check(
            &format!("a\u{301}{}", "\u{301}".repeat(20_000)),
            Format::Text,
        );
        check(
            &format!("x[^{0}] y\n\n[^{0}]: z", "a".repeat(20_000)),
            Format::Markdown,
        );
        check(&"&nGt;".repeat(5000), Format::Markdown);
        for words in 4090..4100 {
            check(&("a\n".repeat(words) + "éé"), Format::Markdown);
        }
    }

    #[test]
    fn a_byte_leads_to_its_slab() {
        let document = Document::read("word ".repeat(10_000), Format::Text);
        let slabs = Slabs::of(&document, BlockId::default());
        for index in 0..slabs.count() {
            let span = slabs.slab(index).span;
            assert_eq!(
                (slabs.index_of(span.start), slabs.index_of(span.end - 1)),
                (index, index)
            );
        }
    }
}
