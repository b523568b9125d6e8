//! Sections: the introduction, then a section for each question or other heading.

use std::ops::Range;

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::text::num;
use crate::text::span::Span;

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
    /// The heading as a reader sees it, without numbering; empty for the introduction.
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
}

impl Outline {
    /// The outline of a document. One pass over its blocks.
    pub fn of(document: &Document) -> Self {
        let mut outline = Self::default();
        outline.extend(document);
        outline
    }

    /// Takes in the blocks that a document has got since.
    pub fn extend(&mut self, document: &Document) {
        for index in self.paragraphs.len()..document.len() {
            self.add(document, BlockId::new(index));
        }
    }

    fn add(&mut self, document: &Document, id: BlockId) {
        let Some(block) = document.block(id) else {
            return;
        };
        let title = match block.kind {
            BlockKind::Heading(_) => unnumbered(document.prose(id).as_str().trim()).to_owned(),
            _ => String::new(),
        };
        let has_introduction = !self.sections.is_empty() || !is_text(block.kind);
        if let BlockKind::Heading(level) = block.kind
            && !title.is_empty()
        {
            let kind = if is_question(&title) {
                SectionKind::Question
            } else {
                SectionKind::Heading
            };
            self.begin(Section {
                kind,
                heading: Some(id),
                title,
                level,
                span: block.span,
                body: (id.next(), id.next()),
                paragraphs: 0,
            });
        } else if !has_introduction {
            let kind = SectionKind::Introduction;
            self.begin(Section {
                kind,
                heading: None,
                title,
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
            if block.kind.is_paragraph() {
                section.paragraphs += 1;
                number = section.paragraphs;
            }
        }
        self.paragraphs.push(number);
    }

    fn begin(&mut self, section: Section) {
        self.sections.push(section);
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

/// Whether a heading asks something: it ends with the question mark of some script.
fn is_question(title: &str) -> bool {
    let title = title.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '”' | '’' | '»' | ')' | ']' | '*')
    });
    let is_greek = || title.chars().any(|c| ('\u{370}'..='\u{3FF}').contains(&c));
    title.ends_with(['?', '？', '؟', '\u{37E}']) || title.ends_with(';') && is_greek()
}

/// A heading without the number before it: `1. `, `2.3 `, `(4) `, `Q5: `.
fn unnumbered(title: &str) -> &str {
    let rest = title.trim_start_matches('(');
    let rest = rest
        .strip_prefix(['Q', 'q'])
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(rest);
    let digits = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
            .len();
    let (number, after) = rest.split_at(digits);
    let words = after.trim_start_matches([')', ':', '.']);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.len() <= 8
        && words.starts_with(char::is_whitespace);
    let is_marked = number.contains('.') || words.len() < after.len();
    if is_number && is_marked && !words.trim().is_empty() {
        words.trim_start()
    } else {
        title
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    /// One line a section: its level, its kind, its title, how many paragraphs.
    #[track_caller]
    fn check(text: &str, format: Format, expected: &[(u8, SectionKind, &str, u32)]) {
        let outline = Outline::of(&Document::read(text.to_owned(), format));
        let found: Vec<_> = outline
            .iter()
            .map(|(_, it)| (it.level, it.kind, it.title.as_str(), it.paragraphs))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_introduction_and_a_section_a_heading() {
        use SectionKind::{Heading, Introduction, Question};
        let text = "# T\n\nIntro.\n\n## Why?\n\nText.\n\n- a\n- b\n\nAlso Read: X\n\n### More\n\n## 2. **Now?**\n";
        let expected = [
            (0, Introduction, "", 1),
            (2, Question, "Why?", 3),
            (3, Heading, "More", 0),
            (2, Question, "Now?", 0),
        ];
        check(text, Format::Markdown, &expected);
        check(
            "Why now?\nBecause it is so.",
            Format::Text,
            &[(2, Question, "Why now?", 1)],
        );
        check("", Format::Text, &[]);
    }

    #[test]
    fn sections_cover_the_blocks_without_a_gap() {
        let document = Document::read(
            "# T\n\nIntro.\n\n## Why?\n\nText.\n".to_owned(),
            Format::Markdown,
        );
        let outline = Outline::of(&document);
        let sections: Vec<_> = document
            .ids()
            .map(|id| outline.section_of(id).index())
            .collect();
        assert_eq!(sections, [0, 0, 1, 1]);
        let spans: Vec<_> = outline
            .iter()
            .map(|(_, section)| document.slice(section.span))
            .collect();
        assert_eq!(spans, ["# T\n\nIntro.", "## Why?\n\nText."]);
        assert_eq!(outline.paragraph(BlockId::new(1)), Some(1));
        assert_eq!(outline.paragraph(BlockId::new(2)), None);
    }

    #[test]
    fn numbers_before_headings_are_no_part_of_them() {
        for (title, expected) in [
            ("1. What?", "What?"),
            ("(12) What?", "What?"),
            ("1.2 What?", "What?"),
            ("Q3: What?", "What?"),
            ("2025 in review", "2025 in review"),
            ("3 questions", "3 questions"),
            ("Questions", "Questions"),
        ] {
            assert_eq!(unnumbered(title), expected);
        }
    }

    #[test]
    fn other_scripts_ask_too() {
        assert!(
            is_question("Τι είναι αυτό;")
                && is_question("ما هذا؟")
                && is_question("“Why?”")
                && !is_question("Why; then")
        );
    }
}
