//! Sections: the introduction, then a section for each question or other heading.
//!
//! A section begins with the block that heads it. Which blocks do is told in two steps: *evidence* is gathered from each block,
//! and the *conventions* of the whole text say what of it counts. As long as an article is still coming in, they are
//! those of what there is; the more has been read, the less often they are asked again.

mod contents;
mod convention;
mod dialogue;
mod evidence;
mod number;
mod question;

use std::ops::Range;

use crate::doc::Document;
use crate::doc::block::{Block, BlockId, BlockKind};
use crate::doc::format::Format;
use crate::text::label::{Label, Part};
use crate::text::num;
use crate::text::span::Span;
use convention::{Conventions, Numbers, Rules};
pub(super) use dialogue::Speaker;
use evidence::{Candidate, Evidence, Shape, Voice};
use number::unnumbered;
use question::Tone;

/// The level of a heading of plain text that has no number.
const PLAIN_LEVEL: u8 = 2;

/// The lowest level of a heading.
const LOWEST_LEVEL: u8 = 6;

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
    pub title: String,
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

/// The sections of an article in reading order; they follow each other without a gap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    sections: Vec<Section>,
    /// The number of each block among the paragraphs of its section; 0 for what is none.
    paragraphs: Vec<u32>,
    evidence: Evidence,
    conventions: Conventions,
    /// How many blocks there were when the conventions were told.
    known: usize,
    /// Up to where more text changes nothing.
    settled: Cursor,
}

/// How far the sections have been made, and what has to be known to go on from there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cursor {
    /// The next block.
    block: usize,
    /// The next candidate.
    candidate: usize,
    /// Sections so far.
    sections: usize,
    /// Paragraphs of the last of them.
    paragraphs: u32,
    /// The numbers before headings that have gone by.
    numbers: Numbers,
    /// The level of the last heading.
    level: u8,
}

/// Blocks at the end whose sections may change with what follows: a heading is told from the line of a list by the next two.
const UNSETTLED: usize = 2;

impl Outline {
    /// The outline of a document. One pass over its blocks.
    pub fn of(document: &Document) -> Self {
        let mut outline = Self::default();
        outline.extend(document);
        outline
    }

    /// Takes in the blocks that a document has got since. Whether a section that was there begins elsewhere now.
    pub fn extend(&mut self, document: &Document) -> bool {
        for id in (self.paragraphs.len()..document.len()).map(BlockId::new) {
            if let Some(block) = document.block(id) {
                self.evidence.add(document, id, block);
            }
        }
        if document.is_whole() || document.len() >= 2 * self.known {
            self.known = document.len();
            let conventions = Conventions::of(&self.evidence);
            if conventions != self.conventions {
                self.conventions = conventions;
                self.settled = Cursor::default();
            }
        }
        let before = self.rewind(document);
        self.make(document);
        let after = self.sections.iter().skip(self.sections.len().min(before.0));
        let after: Vec<_> = after.map(|it| it.heading).take(before.1.len()).collect();
        after != before.1
    }

    /// Forgets the sections that are not settled: how many others there are, and where those began.
    fn rewind(&mut self, document: &Document) -> (usize, Vec<Option<BlockId>>) {
        let Cursor {
            block,
            sections,
            paragraphs,
            ..
        } = self.settled;
        let forgotten = self.sections.drain(sections.min(self.sections.len())..);
        let forgotten = forgotten.map(|it| it.heading).collect();
        self.paragraphs.truncate(block);
        if let Some(last) = self.sections.last_mut() {
            let end = block
                .checked_sub(1)
                .and_then(|at| document.block(BlockId::new(at)));
            last.body.1 = BlockId::new(block);
            last.span.end = end.map_or(last.span.end, |block| block.span.end);
            last.paragraphs = paragraphs;
        }
        (sections, forgotten)
    }

    /// Makes the sections from where they are settled to the end of what there is.
    fn make(&mut self, document: &Document) {
        let mut cursor = self.settled;
        let settled = document.len().saturating_sub(UNSETTLED);
        for index in cursor.block..document.len() {
            cursor.block = index;
            if index <= settled {
                cursor.sections = self.sections.len();
                cursor.paragraphs = self.sections.last().map_or(0, |it| it.paragraphs);
                self.settled = cursor;
            }
            let id = BlockId::new(index);
            if let Some(block) = document.block(id) {
                self.add(document, id, block, &mut cursor);
            }
        }
    }

    fn add(&mut self, document: &Document, id: BlockId, block: &Block, cursor: &mut Cursor) {
        let heading = self.heading(document, id, cursor);
        let is_heading = heading.is_some();
        let has_introduction = !self.sections.is_empty() || !is_text(block.kind);
        if let Some(section) = heading {
            self.sections.push(section);
        } else if !has_introduction {
            self.sections.push(Section {
                kind: SectionKind::Introduction,
                heading: None,
                title: String::new(),
                level: 0,
                span: Span::new(0, block.span.end),
                body: (BlockId::default(), id),
                paragraphs: 0,
            });
        }
        let mut number = 0;
        if let Some(section) = self.sections.last_mut() {
            section.span = section.span.join(block.span);
            section.body.1 = id.next();
            if block.kind.is_paragraph() && !is_heading {
                section.paragraphs += 1;
                number = section.paragraphs;
            }
        }
        self.paragraphs.push(number);
    }

    /// The section that begins with a block, if one does.
    fn heading(&self, document: &Document, id: BlockId, cursor: &mut Cursor) -> Option<Section> {
        let at = cursor.candidate;
        let candidate = self
            .evidence
            .candidates
            .get(at)
            .filter(|it| it.block == id)?;
        cursor.candidate += 1;
        if !self
            .conventions
            .accept(&self.evidence, at, &mut cursor.numbers)
        {
            return None;
        }
        let is_turn = self.conventions.dialogue.speaker(candidate).is_some();
        let prose = document.prose(id);
        let asks = |voice: Voice| voice.part == Some(Part::Question);
        let has_label = is_turn || candidate.voice.is_some_and(asks);
        let title = title(prose.as_str(), has_label);
        if let Shape::Heading(level) = candidate.shape
            && !is_turn
        {
            cursor.level = level;
        }
        Some(Section {
            kind: kind(candidate, is_turn),
            heading: Some(id),
            title: (!title.is_empty()).then(|| title.to_owned())?,
            level: self.level(document, candidate, cursor.level),
            span: document.block(id)?.span,
            body: (id.next(), id.next()),
            paragraphs: 0,
        })
    }

    /// The level of a heading below one of level `above`. Plain text has numbers, or one level.
    fn level(&self, document: &Document, candidate: &Candidate, above: u8) -> u8 {
        let is_plain = document.format() == Format::Text;
        match (candidate.shape, candidate.number) {
            (_, Some(number)) if is_plain && self.conventions.has(Rules::NUMBERS) => {
                number.depth + 1
            }
            (_, _) if is_plain => PLAIN_LEVEL,
            (Shape::Heading(level), _) => level,
            _ => above.max(1) + 1,
        }
        .min(LOWEST_LEVEL)
    }

    /// Who begins to speak in which block, where the article is a dialogue.
    pub(super) fn voices(&self) -> impl Iterator<Item = (BlockId, Speaker)> {
        let dialogue = &self.conventions.dialogue;
        let candidates = self.evidence.candidates.iter();
        candidates.filter_map(|it| Some((it.block, dialogue.speaker(it)?)))
    }

    /// The name of a speaker, as it is written out.
    pub(super) fn name(&self, speaker: Speaker) -> &str {
        let name = self.evidence.names.get(speaker.name);
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

    /// Where a block stands, as readers cite it: `§4 ¶1`, or `¶1` where there is one section only.
    pub fn location(&self, block: BlockId) -> String {
        let id = self.section_of(block);
        let section = self.label(id).unwrap_or_else(|| self.title(id).to_owned());
        match self.paragraph(block) {
            Some(number) if self.len() == 1 && self.label(id).is_none() => format!("¶{number}"),
            Some(number) => format!("{section} ¶{number}"),
            None => section,
        }
    }

    /// The number of a block among the paragraphs of its section, from 1; `None` for headings, cross-links and the like.
    pub fn paragraph(&self, block: BlockId) -> Option<u32> {
        self.paragraphs
            .get(block.index())
            .copied()
            .filter(|&number| number > 0)
    }
}

/// Whether a block makes an introduction, or only stands above one.
fn is_text(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Title | BlockKind::Byline | BlockKind::CrossLink | BlockKind::Rule
    )
}

/// A heading as a reader sees it, without the label or the number before it.
fn title(prose: &str, has_label: bool) -> &str {
    let text = prose.trim();
    let label = Label::of(text).filter(|_| has_label);
    unnumbered(label.map_or(text, |label| crate::text::tail(text, label.end)))
}

fn kind(candidate: &Candidate, is_turn: bool) -> SectionKind {
    let is_set_as_heading = matches!(candidate.shape, Shape::Heading(_));
    match candidate.tone {
        Tone::Question => SectionKind::Question,
        _ if is_turn => SectionKind::Prompt,
        Tone::Request if !is_set_as_heading => SectionKind::Prompt,
        _ => SectionKind::Heading,
    }
}

#[cfg(test)]
mod tests;
