//! Layer 2: what the article says.
//!
//! Pure functions over the document. The [sections](section) come from its blocks alone. For the rest the [reading] says once who is
//! who; from it come the [quotes](quote) with their [speakers](speaker), and then the [guarantees](guarantee) with those who give them and
//! the paragraphs that take them up again. Read them in this order.
//!
//! Why a quote has its speaker, and why another is none, is told by [explain].
//!
//! All is found by rules: what is listed stands in the text, but something can be missed.

pub mod explain;
pub mod guarantee;
pub mod quote;
pub mod reading;
pub mod section;
pub mod speaker;

use std::ops::Range;

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

/// Finds the quotes and guarantees of an article. Who is who is read once, for both, and only where there is either.
pub fn annotate(document: &Document, outline: &Outline) -> Annotations {
    let mut quotes = Vec::new();
    let mut guarantees = Guarantees::default();
    for chapter in chapters(document, outline) {
        let reading = OnDemand::new(document, chapter.clone());
        let found = quote::quotes(document, &reading);
        guarantees.gather(document, chapter, &reading, &found);
        let before = quotes.len();
        quotes.extend(found.into_iter().map(|quote| Quote {
            same_as: quote.same_as.map(|first| before + first),
            ..quote
        }));
    }
    Annotations {
        quotes,
        guarantees: guarantees.tied(document, outline),
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
}
