//! The hits of a search as the list has them: by sections, and in context.

use std::ops::Range;

use crate::app::article::Article;
use crate::article::section::{Section, SectionId};
use crate::doc::prose::Prose;
use crate::search::{Hit, Search};
use crate::text::cluster::{clusters, shorten, width};
use crate::text::span::Span;
use crate::text::{head, tail};

/// Bytes of the text that are looked at on each side of a hit, and of the hit itself: more than a line shows.
const CONTEXT: u32 = 300;

/// The hits of a search in an article.
#[derive(Clone, Copy, Debug)]
pub struct Hits<'a> {
    /// The search.
    pub search: &'a Search,
    /// The article.
    pub article: &'a Article,
    /// Those of them that fit a filter, by their indices in order, where there is one.
    pub fitting: Option<&'a [usize]>,
}

impl<'a> Hits<'a> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.fitting.map_or(self.search.len(), <[usize]>::len)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The index of the first hit that starts at a byte or behind it.
    fn index_at(self, start: u32) -> usize {
        let index = self.search.index_at(start);
        self.fitting
            .map_or(index, |it| it.partition_point(|&fitting| fitting < index))
    }

    /// The hits in a section, by their indices.
    pub fn of_section(self, section: SectionId) -> Range<usize> {
        let sections = &self.article.outline;
        let Some(range) = sections.section(section).map(Section::range) else {
            return self.len()..self.len();
        };
        let before = |block| {
            let start = self.article.document.block(block).map(|it| it.span.start);
            start.map_or(self.len(), |start| self.index_at(start))
        };
        before(range.start)..before(range.end)
    }

    /// The hit at `index`.
    pub fn get(self, index: usize) -> Option<Hit> {
        let index = match self.fitting {
            Some(fitting) => *fitting.get(index)?,
            None => index,
        };
        self.search.hit(index)
    }

    /// The index of the hit that starts at a byte.
    pub fn index(self, at: u32) -> Option<usize> {
        let index = self.index_at(at);
        let hit = self.get(index)?;
        (hit.span.start == at).then_some(index)
    }

    /// Whether a hit reaches into a span.
    pub fn has_in(self, span: Span) -> bool {
        self.search.hits_in(span).next().is_some()
    }

    /// The section in which a hit stands.
    pub fn section(self, index: usize) -> Option<SectionId> {
        let hit = self.get(index)?;
        Some(self.article.outline.section_of(hit.block))
    }

    /// The first section with hits from this one on.
    pub fn section_from(self, section: SectionId) -> Option<SectionId> {
        self.section(self.of_section(section).start)
    }

    /// The last section with hits before this one.
    pub fn section_before(self, section: SectionId) -> Option<SectionId> {
        self.section(self.of_section(section).start.checked_sub(1)?)
    }

    /// Where the block of a hit starts, and where what is looked at of it.
    fn around(self, hit: Hit) -> (u32, u32) {
        let document = &self.article.document;
        let start = document.block(hit.block).map_or(0, |it| it.span.start);
        let from = document.char_start(hit.span.start.saturating_sub(CONTEXT));
        (start, from.max(start))
    }

    fn prose(self, hit: Hit, from: u32) -> Prose<'a> {
        let most = hit.span.end - from + CONTEXT;
        let document = &self.article.document;
        document.window(hit.block, from, most, 0).prose
    }

    /// A hit with the words around it.
    pub fn words(self, hit: Hit) -> String {
        let (_, from) = self.around(hit);
        self.prose(hit, from).as_str().to_owned()
    }

    /// What stands before a hit, the hit, and what stands behind it, in so many cells.
    pub fn context(self, hit: Hit, room: usize) -> [String; 3] {
        let (start, from) = self.around(hit);
        let prose = self.prose(hit, from);
        let [at, end] = [hit.span.start, hit.span.end].map(|at| prose.offset(at));
        let shown = |range| prose.cut(range).replace(char::is_whitespace, " ");
        let words = shorten(&shown(at..end), room).into_owned();
        let left = room.saturating_sub(width(&words));
        let after = shown(end..prose.as_str().len());
        let spare = left.saturating_sub(width(&after));
        let enough = spare.max(room / 3);
        let most = spare.max(room / 2).min(left);
        let before = last_words(&shown(0..at), enough, most, from > start);
        let after = shorten(&after, left.saturating_sub(width(&before))).into_owned();
        [before, words, after]
    }
}

/// The last words of `text`: as many as make `enough` cells, but none that would make more than `most`, with an ellipsis where some
/// are left out.
fn last_words(text: &str, enough: usize, most: usize, is_cut: bool) -> String {
    let ellipsis = if is_cut { "…" } else { "" };
    if width(text) + width(ellipsis) <= enough.min(most) {
        return format!("{ellipsis}{text}");
    }
    let mut starts: Vec<_> = word_starts(text).collect();
    let mut kept = "";
    while width(kept) + 1 < enough
        && let Some(start) = starts.pop()
        && width(tail(text, start)) < most
    {
        kept = tail(text, start);
    }
    let is_whole = kept.len() == text.len() && !is_cut;
    format!("{}{kept}", if is_whole { "" } else { "…" })
}

/// Where words may begin: behind a space, and with each sign that is as wide as those of Chinese, which needs none.
fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_start = |at: usize| at == 0 || head(text, at).ends_with(' ');
    let starts = clusters(text).filter(move |it| it.width > 1 || is_start(it.at));
    starts.map(|it| it.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, (enough, most): (usize, usize), is_cut: bool, expected: &str) {
        assert_eq!(last_words(text, enough, most, is_cut), expected);
    }

    #[test]
    fn the_words_before_a_hit_are_the_last_ones() {
        check("one two ", (20, 20), false, "one two ");
        check("one two ", (20, 20), true, "…one two ");
        check("one two three ", (5, 12), false, "…three ");
        check("one two three ", (8, 12), true, "…two three ");
        check("one two three ", (8, 9), true, "…three ");
        check("one two three ", (13, 14), false, "…two three ");
        check("one two har", (8, 12), false, "…two har");
        check("eleventh", (3, 4), false, "…");
        check("港の橋の", (5, 6), true, "…橋の");
        check("", (0, 0), false, "");
    }
}
