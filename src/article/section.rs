//! Sections: the introduction, then a section for each question or other heading.
//!
//! A section begins with the block that heads it. Which blocks do is told in two steps: *evidence* is gathered from each block,
//! and the *conventions* of the whole text say what of it counts. As long as an article is still coming in, they are
//! those of what there is; the more has been read, the less often they are asked again.

mod contents;
mod convention;
mod dialogue;
mod evidence;
mod label;
mod location;
mod number;
mod outliner;
mod rules;
mod shape;
mod talk;

use std::ops::Range;
use std::sync::Arc;

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::num;
use crate::text::span::Span;
pub(super) use dialogue::Speaker;
pub(super) use label::{is_alone, label};
pub use location::{Location, Locations};
pub use outliner::Outliner;

/// A section of an outline, by its place in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionId(u32);

impl SectionId {
    /// The section at `index`.
    pub fn new(index: usize) -> Self {
        Self(num::offset(index))
    }

    /// Its place in the outline.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A part of the article under its own heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// The block of its heading; none for the introduction.
    pub heading: Option<BlockId>,
    /// The heading as a reader sees it, without numbering or label; empty for the introduction.
    pub title: Arc<str>,
    /// Depth of the heading, 1 to 6; 0 for the introduction.
    pub level: u8,
    /// From its heading to the end of its text.
    pub span: Span,
    /// Its blocks after the heading: from, to (exclusive).
    body: (BlockId, BlockId),
    /// How many paragraphs it has.
    pub paragraphs: u32,
}

/// What a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// The text before the first heading.
    Introduction,
    /// A question and its answer.
    Question,
    /// What stands in the place of a question without being one: “Tell us about …”.
    Prompt,
    /// Any other heading and its text.
    Heading,
}

impl Section {
    /// The blocks after the heading.
    pub fn body(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        (self.body.0.index()..self.body.1.index()).map(BlockId::new)
    }

    /// The first block of the section, heading included, and the one after its last.
    pub fn range(&self) -> Range<BlockId> {
        self.heading.unwrap_or(self.body.0)..self.body.1
    }

    /// Whether the heading poses a question.
    pub fn is_question(&self) -> bool {
        self.kind == SectionKind::Question
    }
}

/// The sections of an article in reading order; they follow each other without a gap. A copy shares its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    sections: Vec<Section>,
    /// The number of each block among the paragraphs of its section; 0 for what is none.
    paragraphs: Vec<u32>,
    /// Who begins to speak in which block, where the article is a dialogue.
    voices: Vec<(BlockId, Speaker)>,
    /// The names of those who speak, with those of other labels.
    names: Vec<Arc<str>>,
    revision: u32,
}

impl Outline {
    /// The outline of a document. One pass over its blocks.
    pub fn of(document: &Document) -> Self {
        let mut outliner = Outliner::default();
        outliner.extend(document);
        outliner.into_outline()
    }

    /// How often a section that was there has come to begin elsewhere while the text came in.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Who begins to speak in which block, where the article is a dialogue.
    pub(super) fn voices(&self) -> &[(BlockId, Speaker)] {
        &self.voices
    }

    /// The name of a speaker, as it is written out.
    pub(super) fn name(&self, speaker: Speaker) -> &str {
        let name = self.names.get(speaker.name);
        name.map_or("", |name| name.split('(').next().unwrap_or(name).trim_end())
    }

    /// Whether a section begins with a block as its heading.
    pub fn is_heading(&self, block: BlockId) -> bool {
        let section = self.section(self.section_of(block));
        section.is_some_and(|section| section.heading == Some(block))
    }

    /// How many sections there are.
    pub fn len(&self) -> usize {
        self.sections.len()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// All sections with their ids.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (SectionId, &Section)> {
        self.sections
            .iter()
            .enumerate()
            .map(|(index, section)| (SectionId::new(index), section))
    }

    /// One section.
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.get(id.index())
    }

    /// The section that a block belongs to; what stands before the first belongs to it.
    pub fn section_of(&self, block: BlockId) -> SectionId {
        let after = self
            .sections
            .partition_point(|section| section.range().start <= block);
        SectionId::new(after.saturating_sub(1))
    }

    /// What a section is called: its heading, or what it is when it has none.
    pub fn title(&self, id: SectionId) -> &str {
        match self.section(id) {
            Some(section) if section.heading.is_some() => &section.title,
            Some(_) if self.len() > 1 => "Introduction",
            _ => "The text",
        }
    }

    /// `§3`, as readers count: the introduction has no number, the first section after it is 1.
    pub fn label(&self, id: SectionId) -> Option<String> {
        self.section(id)?.heading?;
        Some(format!("§{}", id.index() + self.first_number()))
    }

    /// The section with the number that readers give it; 0 is the introduction, or else the beginning.
    pub fn numbered(&self, number: usize) -> Option<SectionId> {
        let id = SectionId::new(number.saturating_sub(self.first_number()));
        self.section(id).map(|_| id)
    }

    /// The largest number that a section has.
    pub fn last_number(&self) -> usize {
        (self.len() + self.first_number()).saturating_sub(1)
    }

    /// The number of the first section: 0 for an introduction, else 1.
    fn first_number(&self) -> usize {
        usize::from(
            self.section(SectionId::default())
                .is_some_and(|section| section.heading.is_some()),
        )
    }

    /// The number of a block among the paragraphs of its section, from 1; `None` for headings, cross-links and the like.
    pub fn paragraph(&self, block: BlockId) -> Option<u32> {
        self.paragraphs
            .get(block.index())
            .copied()
            .filter(|&number| number > 0)
    }
}

#[cfg(test)]
mod tests;
