//! The outliner: makes the sections of an article as its text comes in.
//!
//! It keeps what it has to know to go on; what everybody reads is the [outline](Outline) that it has made by now.

use std::sync::Arc;

use super::convention::Conventions;
use super::evidence::{Candidate, Evidence, Voice};
use super::label::{is_alone, label};
use super::number::{Numbers, unnumbered};
use super::rules::Rules;
use super::shape::{PLAIN_LEVEL, Shape};
use super::{Outline, Section, SectionKind};
use crate::doc::Document;
use crate::doc::block::{Block, BlockId, BlockKind};
use crate::doc::format::Format;
use crate::text::label::Part;
use crate::text::span::Span;
use crate::text::tone::Tone;

/// The lowest level of a heading.
const LOWEST_LEVEL: u8 = 6;

/// Makes an outline, part by part.
#[derive(Debug, Default)]
pub struct Outliner {
    /// What has been made.
    outline: Outline,
    evidence: Evidence,
    conventions: Conventions,
    /// The revision of the document that it is made of.
    revision: u32,
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

impl Outliner {
    /// Takes in the blocks that a document has got since, or all of one that is another now.
    pub fn extend(&mut self, document: &Document) -> &Outline {
        if document.revision() != self.revision {
            *self = Self {
                revision: document.revision(),
                ..Self::default()
            };
        }
        for id in (self.outline.paragraphs.len()..document.len()).map(BlockId::new) {
            if let Some(block) = document.block(id) {
                self.evidence.add(document, id, block);
            }
        }
        if document.is_whole() || document.len() >= 2 * self.known {
            self.ask(document);
        }
        self.go_on(document);
        self.tell_voices();
        &self.outline
    }

    /// What has been made.
    pub(super) fn into_outline(self) -> Outline {
        self.outline
    }

    /// Asks for the conventions of what there is. Where they are other ones, all sections are made anew.
    fn ask(&mut self, document: &Document) {
        self.known = document.len();
        let conventions = Conventions::of(&self.evidence);
        if conventions != self.conventions {
            self.conventions = conventions;
            self.settled = Cursor::default();
        }
    }

    /// Makes the sections that are not settled once more, and those behind them.
    fn go_on(&mut self, document: &Document) {
        let (settled, before) = self.rewind(document);
        self.make(document);
        let after = self.outline.sections.iter().skip(settled);
        let after: Vec<_> = after.map(|it| it.heading).take(before.len()).collect();
        self.outline.revision += u32::from(after != before);
    }

    /// Forgets the sections that are not settled: how many others there are, and where those began.
    fn rewind(&mut self, document: &Document) -> (usize, Vec<Option<BlockId>>) {
        let Cursor {
            block,
            sections,
            paragraphs,
            ..
        } = self.settled;
        let outline = &mut self.outline;
        let forgotten = outline
            .sections
            .drain(sections.min(outline.sections.len())..);
        let forgotten = forgotten.map(|it| it.heading).collect();
        outline.paragraphs.truncate(block);
        if let Some(last) = outline.sections.last_mut() {
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
                let sections = &self.outline.sections;
                cursor.sections = sections.len();
                cursor.paragraphs = sections.last().map_or(0, |it| it.paragraphs);
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
        let outline = &mut self.outline;
        let has_introduction = !outline.sections.is_empty() || !is_text(block.kind);
        if let Some(section) = heading {
            outline.sections.push(section);
        } else if !has_introduction {
            outline.sections.push(Section {
                kind: SectionKind::Introduction,
                heading: None,
                title: Arc::default(),
                level: 0,
                span: Span::new(0, block.span.end),
                body: (BlockId::default(), id),
                paragraphs: 0,
            });
        }
        let mut number = 0;
        if let Some(section) = outline.sections.last_mut() {
            section.span = section.span.join(block.span);
            section.body.1 = id.next();
            if block.kind.is_paragraph() && !is_heading {
                section.paragraphs += 1;
                number = section.paragraphs;
            }
        }
        outline.paragraphs.push(number);
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
        let asks = |voice: Voice| voice.part == Some(Part::Question);
        let has_label = is_turn || candidate.voice.is_some_and(asks);
        let title = title(document, id, has_label);
        if let Shape::Heading(level) = candidate.shape
            && !is_turn
        {
            cursor.level = level;
        }
        Some(Section {
            kind: kind(candidate, is_turn),
            heading: Some(id),
            title: (!title.is_empty()).then_some(title)?,
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

    /// Says who begins to speak in which block, where the article is a dialogue.
    fn tell_voices(&mut self) {
        let Evidence {
            candidates, names, ..
        } = &self.evidence;
        let dialogue = &self.conventions.dialogue;
        let voice = |it: &Candidate| Some((it.block, dialogue.speaker(it)?));
        (self.outline.voices, self.outline.names) = if dialogue.is_empty() {
            Default::default()
        } else {
            (candidates.iter().filter_map(voice).collect(), names.clone())
        };
    }
}

/// Whether a block makes an introduction, or only stands above one.
fn is_text(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Title | BlockKind::Byline | BlockKind::CrossLink | BlockKind::Rule
    )
}

/// A heading as a reader sees it, without the label or the number before it. Where the label stands alone, it is what is said below.
fn title(document: &Document, id: BlockId, has_label: bool) -> Arc<str> {
    let prose = document.prose(id);
    let text = prose.as_str().trim();
    match label(document, id, text).filter(|_| has_label) {
        Some(label) if is_alone(&label, text) => {
            unnumbered(document.prose(id.next()).as_str().trim()).into()
        }
        Some(label) => unnumbered(crate::text::tail(text, label.end)).into(),
        None => unnumbered(text).into(),
    }
}

fn kind(candidate: &Candidate, is_turn: bool) -> SectionKind {
    let is_set_as_heading = matches!(candidate.shape, Shape::Heading(_));
    let tone = if is_turn {
        candidate.spoken().tone
    } else {
        candidate.said.tone
    };
    match tone {
        Tone::Question => SectionKind::Question,
        _ if is_turn => SectionKind::Prompt,
        Tone::Request if !is_set_as_heading => SectionKind::Prompt,
        _ => SectionKind::Heading,
    }
}
