//! Stretches: blocks that are searched one after the other, as far as there is time.

use std::ops::Range;

use super::Hit;
use super::query::Query;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::fold::Folded;
use crate::text::span::Span;
use crate::text::{head, num};

/// What is seen before the place where matching begins, in bytes: the end of a word is not its beginning.
const BEFORE: u32 = 16;

/// Raw text costs so many times less than text that is folded.
const RAW: usize = 16;

/// Blocks that are searched one after the other.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// The block where it goes on.
    block: BlockId,
    /// The byte of the text where it goes on; anything up to the start of the block is its start.
    at: u32,
    /// The block behind the last.
    pub(super) end: BlockId,
    /// In reading order.
    pub(super) hits: Vec<Hit>,
}

impl Stretch {
    /// Blocks of which none has been searched.
    pub(super) fn new(blocks: Range<BlockId>) -> Self {
        Self {
            block: blocks.start,
            at: 0,
            end: blocks.end,
            hits: Vec::new(),
        }
    }

    /// Whether all of it has been searched.
    pub(super) fn is_done(&self) -> bool {
        self.block >= self.end
    }

    /// Searches on, through about `budget` bytes of folded text at the most, or raw text that costs as much; returns what is left of the
    /// budget. Goes no further than one window once a candidate is found.
    pub(super) fn advance(&mut self, query: &Query, document: &Document, budget: usize) -> usize {
        let skipped = self.skip(query, document, budget.saturating_mul(RAW));
        let left = budget.saturating_sub(skipped / RAW);
        if left == 0 || self.is_done() {
            return left;
        }
        let cost = self.search_window(query, document);
        left.saturating_sub(cost.max(RAW)) // an empty window is not free
    }

    /// Goes on to the next block that can hold a match, through at the most about so many bytes; returns through how many.
    fn skip(&mut self, query: &Query, document: &Document, most: usize) -> usize {
        let Some(fragment) = &query.fragment else {
            return 0;
        };
        let start = self.start(document);
        if self.at > start {
            return 0; // in the middle of a block
        }
        let rough = document.rough_from(self.block).unwrap_or(self.end);
        let end = document
            .block(rough)
            .map_or(u32::MAX, |block| block.span.start);
        let smooth = document.slice_from(Span::new(start, end));
        let text = head(smooth, most);
        let candidate = fragment.find(text.as_bytes());
        let reached = start + num::offset(candidate.unwrap_or(text.len()));
        let next = match candidate {
            None if text.len() == smooth.len() => document.block_from(reached),
            _ => document.block_at(reached).max(self.block),
        };
        if candidate.is_none() && next == self.block {
            return 0; // a block that is too long to be looked through at once
        }
        self.go_to(next.min(rough).min(self.end));
        (reached - start) as usize
    }

    /// Searches one window of a block and moves on; returns what that costs.
    fn search_window(&mut self, query: &Query, document: &Document) -> usize {
        let start = self.start(document);
        let from = start.max(document.char_start(self.at.saturating_sub(BEFORE)));
        let window = document.window(self.block, from, query.window, query.reach);
        let text = window.prose.as_str();
        let folded = Folded::new(text, query.case);
        let begin = if self.at > start {
            folded.offset(window.prose.offset(self.at))
        } else {
            0
        };
        let (mut reached, mut count) = (0, 0);
        for found in query.matches(folded.as_str(), begin) {
            let taken = found.start..found.end.max(found.start + 1); // of an empty match what it stands before
            let range = folded.original(text, taken);
            if range.start >= window.border {
                break;
            }
            reached = range.end;
            count += 1;
            if !found.is_empty() {
                let (span, block) = (window.prose.span(range), self.block);
                self.hits.push(Hit { span, block });
            }
        }
        let next = if count == query.most() {
            Some(window.prose.span(reached..reached).start)
        } else {
            window.next(reached.max(window.border))
        };
        match next.filter(|&next| next > self.at) {
            Some(next) => self.at = next,
            None => self.go_to(self.block.next()),
        }
        query.cost(text.len(), count)
    }

    /// Where the block begins at which it goes on.
    fn start(&self, document: &Document) -> u32 {
        let block = document.block(self.block);
        block.map_or(0, |block| block.span.start)
    }

    /// Goes on at the start of a block.
    fn go_to(&mut self, block: BlockId) {
        self.block = block;
        self.at = 0;
    }
}
