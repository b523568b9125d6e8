//! Paragraphs: which are the same, which have changed, and which are new or gone.

use std::ops::Range;

use super::ties::Ties;
use super::version::{Numbers, Words, blocks};
use super::{Change, ChangeKind, Subject, Version};
use crate::article::section::Outline;
use crate::doc::Document;
use crate::doc::block::{Block, BlockId, BlockKind};
use crate::text::cut;
use crate::text::diff::{Match, gaps, matches};
use crate::text::span::Span;

/// Text whose words are compared at once, in bytes of either version. Of more nothing is the same but whole paragraphs.
const MOST: u32 = 4 * 1024 * 1024;

/// Compares the blocks of two versions.
pub(super) fn compare(old: Version<'_>, new: Version<'_>) -> (Ties, Vec<Change>) {
    let mut numbers = Numbers::new();
    let old_blocks = blocks(old.document, &mut numbers);
    let new_blocks = blocks(new.document, &mut numbers);
    let mut comparing = Comparing {
        old: old.document,
        new: new.document,
        outlines: (old.outline, new.outline),
        ties: Ties::to(new.document.bytes()),
        changes: Vec::new(),
    };
    let (mut old_at, mut new_at) = (0, 0);
    let end = Match {
        old: old.document.len(),
        new: new.document.len(),
        len: 0,
    };
    for same in matches(&old_blocks, &new_blocks).into_iter().chain([end]) {
        comparing.hunk(old_at..same.old, new_at..same.new);
        for step in 0..same.len {
            comparing.same(same.old + step, same.new + step);
        }
        (old_at, new_at) = (same.old + same.len, same.new + same.len);
    }
    (comparing.ties, comparing.changes)
}

/// A comparison that is under way, from the beginning of both versions to their end.
struct Comparing<'a> {
    old: &'a Document,
    new: &'a Document,
    outlines: (&'a Outline, &'a Outline),
    ties: Ties,
    changes: Vec<Change>,
}

impl Comparing<'_> {
    /// Ties a block to one with the same visible text.
    fn same(&mut self, old_at: usize, new_at: usize) {
        let (before, after) = (span(self.old, old_at), span(self.new, new_at));
        if self.old.slice(before) == self.new.slice(after) {
            return self.ties.tie(before, after.start);
        }
        // The markup is another one.
        let words = Words::of(self.old, old_at..old_at + 1);
        let others = Words::of(self.new, new_at..new_at + 1);
        for word in 0..words.all.len().min(others.all.len()) {
            self.tie(&words, word, &others, word);
        }
    }

    /// Compares blocks of which none is the same, by their words.
    fn hunk(&mut self, old_range: Range<usize>, new_range: Range<usize>) {
        let is_long = length(self.old, &old_range).max(length(self.new, &new_range)) > MOST;
        let has_words = !is_long && !old_range.is_empty() && !new_range.is_empty();
        let words = |document, range: &Range<usize>| {
            let range = if has_words { range.clone() } else { 0..0 };
            Words::of(document, range)
        };
        let hunk = Hunk::new(words(self.old, &old_range), words(self.new, &new_range));
        let pairs = if has_words {
            self.with_headings(hunk.pairs(), &old_range, &new_range)
        } else {
            Vec::new()
        };
        let (mut old_at, mut new_at) = (old_range.start, new_range.start);
        for (before, after) in pairs {
            let (old_next, new_next) = (old_range.start + before, new_range.start + after);
            self.tie_stray(&hunk, old_at - old_range.start..before);
            self.unpaired(old_at..old_next, new_at..new_next);
            self.changed(&hunk, (before, after), new_next);
            (old_at, new_at) = (old_next + 1, new_next + 1);
        }
        self.tie_stray(&hunk, old_at - old_range.start..hunk.old.len());
        self.unpaired(old_at..old_range.end, new_at..new_range.end);
    }

    /// Ties what is left of blocks that have no counterpart.
    fn tie_stray(&mut self, hunk: &Hunk<'_>, blocks: Range<usize>) {
        let words = hunk.old.of_blocks(blocks);
        let first = hunk
            .kept
            .partition_point(|it| it.old + it.len <= words.start);
        let near = hunk.kept.iter().skip(first);
        for same in near.take_while(|it| it.old < words.end) {
            let from = words.start.saturating_sub(same.old);
            for step in from..same.len.min(words.end - same.old) {
                self.tie(&hunk.old, same.old + step, &hunk.new, same.new + step);
            }
        }
    }

    /// Headings that stand between the same blocks are versions of each other, whatever they say.
    fn with_headings(
        &self,
        pairs: Vec<(usize, usize)>,
        old_range: &Range<usize>,
        new_range: &Range<usize>,
    ) -> Vec<(usize, usize)> {
        let headings = |(document, outline), range: &Range<usize>, between: Range<usize>| {
            let start = range.start;
            let is_heading =
                move |at: &usize| subject(document, outline, start + at) == Subject::Heading;
            between.filter(is_heading).collect::<Vec<_>>()
        };
        let mut all = Vec::new();
        let (mut old_at, mut new_at) = (0, 0);
        let end = (old_range.len(), new_range.len());
        for (before, after) in pairs.iter().copied().chain([end]) {
            let old = headings((self.old, self.outlines.0), old_range, old_at..before);
            let new = headings((self.new, self.outlines.1), new_range, new_at..after);
            if old.len() == new.len() {
                all.extend(old.into_iter().zip(new));
            }
            (old_at, new_at) = (before + 1, after + 1);
        }
        all.extend(pairs);
        all.sort_unstable();
        all
    }

    fn tie(&mut self, old: &Words<'_>, word: usize, new: &Words<'_>, other: usize) {
        let span = |words: &Words<'_>, at: usize| {
            let (block, range) = &words.all[at];
            words.proses[*block].span(range.clone())
        };
        let (old, new) = (span(old, word), span(new, other));
        let length = old.len().min(new.len());
        let whole = Span::new(old.start, old.start + length);
        self.ties.tie(whole, new.start);
    }

    /// Blocks that are gone, and others that are new in their place.
    fn unpaired(&mut self, old_range: Range<usize>, new_range: Range<usize>) {
        for gone in old_range {
            let subject = self.old_subject(gone);
            let (block, at) = self.gap(new_range.start, subject);
            let text = self.old.prose(BlockId::new(gone)).into_text().into_owned();
            let change = Change::removed(subject, block, at, text);
            self.changes.push(change);
        }
        for added in new_range {
            let (block, span) = (BlockId::new(added), span(self.new, added));
            self.changes
                .push(Change::added(self.new_subject(added), block, span));
        }
    }

    fn old_subject(&self, at: usize) -> Subject {
        subject(self.old, self.outlines.0, at)
    }

    fn new_subject(&self, at: usize) -> Subject {
        subject(self.new, self.outlines.1, at)
    }

    /// Where something is gone: the block that comes next, or the end of the one before where a section or the text ends there.
    fn gap(&self, next: usize, gone: Subject) -> (BlockId, u32) {
        let follows = self.new.block(BlockId::new(next));
        let is_end = follows.is_none() || self.new_subject(next) == Subject::Heading;
        match next.checked_sub(1) {
            Some(before) if is_end && gone == Subject::Paragraph => {
                (BlockId::new(before), span(self.new, before).end)
            }
            _ => (BlockId::new(next), span(self.new, next).start),
        }
    }

    /// A block that has kept most of its words. They are compared once more without those of its neighbours.
    fn changed(&mut self, hunk: &Hunk<'_>, (before, after): (usize, usize), new_at: usize) {
        let (old, new) = (&hunk.old, &hunk.new);
        let (old_range, new_range) = (
            old.of_blocks(before..before + 1),
            new.of_blocks(after..after + 1),
        );
        let kept = matches(
            hunk.old_tokens.get(old_range.clone()).unwrap_or_default(),
            hunk.new_tokens.get(new_range.clone()).unwrap_or_default(),
        );
        for same in &kept {
            for step in 0..same.len {
                let (word, other) = (
                    old_range.start + same.old + step,
                    new_range.start + same.new + step,
                );
                self.tie(old, word, new, other);
            }
        }
        let (mut words, mut gone) = (Vec::new(), Vec::new());
        for gap in gaps(&kept, old_range.len(), new_range.len()) {
            let (old_gap, new_gap) = (
                shifted(gap.old, old_range.start),
                shifted(gap.new, new_range.start),
            );
            gone.extend(
                old.range(old_gap)
                    .map(|range| cut(old.proses[before].as_str(), range)),
            );
            words.extend(
                new.range(new_gap)
                    .map(|range| new.proses[after].span(range)),
            );
        }
        self.changes.push(Change {
            subject: self.new_subject(new_at),
            kind: ChangeKind::Changed,
            span: span(self.new, new_at),
            block: BlockId::new(new_at),
            words,
            before: old.proses[before].as_str().to_owned(),
            gone: gone.join(" … "),
            notes: Vec::new(),
        });
    }
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Blocks of both versions of which none is the same, as words.
struct Hunk<'a> {
    old: Words<'a>,
    new: Words<'a>,
    old_tokens: Vec<u32>,
    new_tokens: Vec<u32>,
    /// What all of them have in common.
    kept: Vec<Match>,
}

impl<'a> Hunk<'a> {
    fn new(old: Words<'a>, new: Words<'a>) -> Self {
        let mut numbers = Numbers::new();
        let old_tokens: Vec<_> = (0..old.all.len())
            .map(|at| numbers.of(old.text(at)))
            .collect();
        let new_tokens: Vec<_> = (0..new.all.len())
            .map(|at| numbers.of(new.text(at)))
            .collect();
        let kept = matches(&old_tokens, &new_tokens);
        Self {
            old,
            new,
            old_tokens,
            new_tokens,
            kept,
        }
    }

    /// How many words which two blocks have in common, in order.
    fn common(&self) -> Vec<(usize, usize, usize)> {
        let mut common: Vec<(usize, usize, usize)> = Vec::new();
        for same in &self.kept {
            for step in 0..same.len {
                let before = self.old.all[same.old + step].0;
                let after = self.new.all[same.new + step].0;
                match common.last_mut() {
                    Some((old, new, count)) if (*old, *new) == (before, after) => *count += 1,
                    _ => common.push((before, after, 1)),
                }
            }
        }
        common
    }

    /// The blocks that are versions of each other, each of one at the most, in order: those with more than two words in five in common,
    /// counted over both, the closest first.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let mut closest = self.common();
        closest.retain(|&(before, after, count)| {
            let old = self.old.of_blocks(before..before + 1);
            let new = self.new.of_blocks(after..after + 1);
            5 * count > old.len() + new.len()
        });
        closest.sort_by_key(|(before, after, count)| (std::cmp::Reverse(*count), *before, *after));
        let mut is_old_taken = vec![false; self.old.len()];
        let mut is_new_taken = vec![false; self.new.len()];
        let mut pairs = Vec::new();
        for (before, after, _) in closest {
            if !is_old_taken[before] && !is_new_taken[after] {
                (is_old_taken[before], is_new_taken[after]) = (true, true);
                pairs.push((before, after));
            }
        }
        pairs.sort_unstable();
        pairs
    }
}

fn span(document: &Document, at: usize) -> Span {
    let block = document.block(BlockId::new(at));
    block.map_or(Span::at(document.bytes()), |block| block.span)
}

fn length(document: &Document, blocks: &Range<usize>) -> u32 {
    span(document, blocks.end).start - span(document, blocks.start).start
}

fn subject(document: &Document, outline: &Outline, at: usize) -> Subject {
    let id = BlockId::new(at);
    let is_title = |block: &Block| block.kind == BlockKind::Title;
    if outline.is_heading(id) || document.block(id).is_some_and(is_title) {
        Subject::Heading
    } else {
        Subject::Paragraph
    }
}
