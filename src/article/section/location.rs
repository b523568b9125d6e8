//! Locations: where words stand, as readers cite it.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::{Outline, SectionId};
use crate::doc::block::BlockId;

/// Where a block stands: `§4 ¶1`, or `¶1` where there is one section only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The section.
    pub section: SectionId,
    /// What that is called in short: `§4`, `Introduction`. Empty where there is one section only.
    pub label: String,
    /// Its heading.
    pub heading: Option<Arc<str>>,
    /// The number of the paragraph in it; none for headings, cross-links and the like.
    pub paragraph: Option<u32>,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.label, self.paragraph) {
            ("", Some(number)) => write!(f, "¶{number}"),
            (label, Some(number)) => write!(f, "{label} ¶{number}"),
            (label, None) => f.write_str(label),
        }
    }
}

/// Where words stand that may run over some blocks: `§4 ¶1`, `§4 ¶1–3`, `§4 ¶3–§5 ¶1`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locations {
    /// Where they begin.
    pub first: Location,
    /// Where they end.
    pub last: Location,
}

impl Locations {
    /// Whether they stand in one section.
    pub fn is_one_section(&self) -> bool {
        self.first.section == self.last.section
    }

    /// The first and the last of several paragraphs of one section.
    pub fn several(&self) -> Option<(u32, u32)> {
        let (first, last) = (self.first.paragraph?, self.last.paragraph?);
        (self.is_one_section() && first < last).then_some((first, last))
    }

    /// What is written behind where they begin: `–3`, `–§5 ¶1`.
    fn onward(&self) -> String {
        match self.several() {
            Some((_, last)) => format!("–{last}"),
            None if self.is_one_section() => String::new(),
            None => format!("–{}", self.last),
        }
    }
}

impl fmt::Display for Locations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.first, self.onward())
    }
}

impl Outline {
    /// Where a block stands.
    pub fn location(&self, block: BlockId) -> Location {
        let section = self.section_of(block);
        let heading = self.section(section).filter(|it| it.heading.is_some());
        let paragraph = self.paragraph(block);
        let label = self.label(section).unwrap_or_else(|| {
            let is_all = self.len() == 1 && paragraph.is_some();
            let title = if is_all { "" } else { self.title(section) };
            title.to_owned()
        });
        Location {
            section,
            label,
            heading: heading.map(|it| Arc::clone(&it.title)),
            paragraph,
        }
    }

    /// Where words stand that run over these blocks: from their first paragraph to their last. What stands before or behind those in
    /// their sections and is none, a heading or a cross-link, is not told.
    pub fn locations(&self, blocks: &RangeInclusive<BlockId>) -> Locations {
        let (start, end) = (*blocks.start(), *blocks.end());
        let is_paragraph = |id: &BlockId| self.paragraph(*id).is_some();
        let is_in = |section: SectionId| move |id: &BlockId| self.section_of(*id) == section;
        let ids = || (start.index()..=end.index()).map(BlockId::new);
        let first = ids().take_while(is_in(self.section_of(start)));
        let last = ids().rev().take_while(is_in(self.section_of(end)));
        Locations {
            first: self.location({ first }.find(is_paragraph).unwrap_or(start)),
            last: self.location({ last }.find(is_paragraph).unwrap_or(end)),
        }
    }

    /// The same without the section that they begin in: `¶1–3`; nothing for headings and the like.
    pub fn paragraphs(&self, blocks: &RangeInclusive<BlockId>) -> String {
        let locations = self.locations(blocks);
        let first = locations.first.paragraph;
        first.map_or_else(String::new, |first| {
            format!("¶{first}{}", locations.onward())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::Document;
    use crate::doc::format::Format;
    use crate::text::span::Span;

    /// Where the words stand from one to another, and how that is written under the heading of their section.
    #[track_caller]
    fn check(text: &str, from: &str, to: &str, expected: (&str, &str)) {
        let document = Document::read(text.to_owned(), Format::Markdown);
        let outline = Outline::of(&document);
        let span = Span::of(text.find(from).unwrap()..text.find(to).unwrap() + to.len());
        let blocks = document.blocks_of(span);
        let (whole, short) = (outline.locations(&blocks), outline.paragraphs(&blocks));
        assert_eq!((&*whole.to_string(), &*short), expected, "{from}–{to}");
    }

    #[test]
    fn words_stand_from_their_first_paragraph_to_their_last() {
        let text = "Ahead.\n\n## Why?\n\nOne.\n\nTwo.\n\n- three\n\nAlso Read: Boats\n\n## When?\n\nNow.\n";
        for (from, to, whole, short) in [
            ("Ahead", "Ahead", "Introduction ¶1", "¶1"),
            ("One", "One", "§1 ¶1", "¶1"),
            ("One", "three", "§1 ¶1–3", "¶1–3"),
            ("Why", "Why", "§1", ""),
            ("Why", "Two", "§1 ¶1–2", "¶1–2"),
            ("Two", "Boats", "§1 ¶2–3", "¶2–3"),
            ("Boats", "Boats", "§1", ""),
            ("three", "Now", "§1 ¶3–§2 ¶1", "¶3–§2 ¶1"),
            ("Two", "When", "§1 ¶2–§2", "¶2–§2"),
            ("Ahead", "Now", "Introduction ¶1–§2 ¶1", "¶1–§2 ¶1"),
        ] {
            check(text, from, to, (whole, short));
        }
        check("One.\n\nTwo.\n", "One", "Two", ("¶1–2", "¶1–2"));
        check("# T\n\nOne.\n", "T", "T", ("The text", ""));
    }
}
