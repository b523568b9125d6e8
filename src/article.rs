//! Layer 2: what the article says.
//!
//! Pure functions over the document. The [sections](section) come from its blocks alone. For the rest the [reading] says once who is
//! who; from it come the [quotes](quote) with their [speakers](speaker), and then the [guarantees](guarantee) with those who give them and
//! the paragraphs that take them up again. Read them in this order.
//!
//! All is found by rules: what is listed stands in the text, but something can be missed.

pub mod guarantee;
pub mod quote;
pub mod reading;
pub mod section;
pub mod speaker;

use std::ops::Range;
use std::vec;

use crate::doc::Document;
use crate::doc::block::BlockId;
use guarantee::{Guarantee, Guarantees};
use quote::Quote;
use reading::OnDemand;
use section::Outline;

/// Everything that is found beside the text, each list in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// Who is quoted saying what.
    pub quotes: Vec<Quote>,
    /// What is promised, offered or agreed.
    pub guarantees: Vec<Guarantee>,
}

/// Text in which it is read at once who is who, in bytes. What people read in one go is shorter; a record of many days is read chapter
/// by chapter, so that memory is bounded.
const CHAPTER: u32 = 512 * 1024;

/// Finds the quotes and guarantees of an article.
pub fn annotate(document: &Document, outline: &Outline) -> Annotations {
    let mut annotator = Annotator::new(document, outline);
    while !annotator.is_done() {
        annotator.step();
    }
    annotator.finish()
}

/// An article in which quotes and guarantees are being found, chapter by chapter.
#[derive(Debug)]
pub struct Annotator<'a> {
    document: &'a Document,
    outline: &'a Outline,
    /// The chapters that are left.
    chapters: vec::IntoIter<Range<BlockId>>,
    quotes: Vec<Quote>,
    guarantees: Guarantees,
}

impl<'a> Annotator<'a> {
    /// One that has found nothing yet.
    pub fn new(document: &'a Document, outline: &'a Outline) -> Self {
        Self {
            document,
            outline,
            chapters: chapters(document, outline).into_iter(),
            quotes: Vec::new(),
            guarantees: Guarantees::default(),
        }
    }

    /// Whether no chapter is left.
    pub fn is_done(&self) -> bool {
        self.chapters.len() == 0
    }

    /// Goes through the next chapter. Who is who is read once, for quotes and guarantees, and only where there is either.
    pub fn step(&mut self) {
        let Some(chapter) = self.chapters.next() else {
            return;
        };
        let reading = OnDemand::new(self.document, chapter.clone());
        let found = quote::quotes(self.document, &reading);
        self.guarantees
            .gather(self.document, chapter, &reading, &found);
        let before = self.quotes.len();
        self.quotes.extend(found.into_iter().map(|quote| Quote {
            same_as: quote.same_as.map(|first| before + first),
            ..quote
        }));
    }

    /// What has been found so far; guarantees are not tied to each other yet.
    pub fn so_far(&self) -> Annotations {
        Annotations {
            quotes: self.quotes.clone(),
            guarantees: self.guarantees.untied().to_vec(),
        }
    }

    /// Everything that has been found.
    pub fn finish(self) -> Annotations {
        Annotations {
            quotes: self.quotes,
            guarantees: self.guarantees.tied(self.document, self.outline),
        }
    }
}

/// The chapters: as many whole sections as make up enough text.
fn chapters(document: &Document, outline: &Outline) -> Vec<Range<BlockId>> {
    let mut chapters = Vec::new();
    let (mut start, mut first_byte) = (BlockId::default(), 0);
    for (_, section) in outline.iter().skip(1) {
        if section.span.start - first_byte >= CHAPTER {
            chapters.push(start..section.range().start);
            (start, first_byte) = (section.range().start, section.span.start);
        }
    }
    chapters.push(start..BlockId::new(document.len()));
    chapters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    #[test]
    fn chapters_are_whole_sections_and_cover_the_text() {
        let section = format!(
            "## Why?\n\n{}\n\n",
            "Ann Lee said “yes, we will.” ".repeat(7_000)
        );
        let document = Document::read(section.repeat(5), Format::Markdown);
        let outline = Outline::of(&document);
        let chapters = chapters(&document, &outline);
        assert_eq!(chapters.len(), 2);
        assert_eq!(chapters[0].end, chapters[1].start);
        let sections = outline.iter().map(|(_, section)| section.range().start);
        assert!(sections.into_iter().any(|start| start == chapters[1].start));
        let quotes = annotate(&document, &outline).quotes;
        assert_eq!(quotes.len(), 35_000);
        let last = quotes.last().and_then(|quote| quote.same_as);
        assert!(last.is_some_and(|first| quotes[first].block >= chapters[1].start));
    }

    #[test]
    fn what_has_been_found_stays_when_more_is_found() {
        let words = "Ann Lee said “yes, we will.” We will pay. ";
        let section = format!("## Why?\n\n{}\n\n", words.repeat(15_000));
        let document = Document::read(section.repeat(3), Format::Markdown);
        let outline = Outline::of(&document);
        let mut annotator = Annotator::new(&document, &outline);
        let mut found = Vec::new();
        while !annotator.is_done() {
            annotator.step();
            found.push(annotator.so_far());
        }
        let all = annotator.finish();
        assert_eq!(found.len(), 3);
        assert_eq!(found[2].quotes, all.quotes);
        assert_eq!(found[2].guarantees.len(), all.guarantees.len());
        assert!(all.quotes.starts_with(&found[0].quotes) && found[0].quotes.len() == 15_000);
    }
}
