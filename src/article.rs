//! Layer 2: what the article says.
//!
//! Pure functions over the document. The [sections](section) come from its blocks alone. For the rest a [chapter] is taken apart into
//! words, and the [reading] says once who is who; from it come the [quotes](quote) with their [speakers](speaker), the [speeches](speech) of those who take turns, and then the [guarantees](guarantee) with those who give them and
//! the paragraphs that take them up again; [people] is the index of all who appear. Read them in this order.
//!
//! Why a quote has its speaker, and why another is none, is told by [explain].
//!
//! All is found by rules: what is listed stands in the text, but something can be missed.

pub mod anchor;
pub mod changes;
pub mod chapter;
pub mod explain;
pub mod guarantee;
pub mod people;
pub mod quote;
pub mod reading;
pub mod section;
pub mod speaker;
pub mod speech;
pub mod turn;

use std::ops::Range;

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::span::Span;
use chapter::Chapter;
use guarantee::Guarantee;
use people::People;
use quote::Quote;
use reading::{OnDemand, Reading};
use section::Outline;
use speaker::Attribution;
use speech::Speech;

/// Everything that is found beside the text, each list in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// Who is quoted saying what.
    pub quotes: Vec<Quote>,
    /// What is said in turns, without marks.
    pub speeches: Vec<Speech>,
    /// What is promised, offered or agreed.
    pub guarantees: Vec<Guarantee>,
    /// Who appears.
    pub people: People,
}

/// Text in which it is read at once who is who, in bytes. What people read in one go is shorter; a record of many days is read chapter
/// by chapter, so that memory is bounded.
const CHAPTER: u32 = 512 * 1024;

impl Annotations {
    /// Quotes and guarantees with the people behind them, and all others whom the reading that was made for them names.
    pub fn new(
        reading: Option<&Reading<'_>>,
        quotes: Vec<Quote>,
        speeches: Vec<Speech>,
        guarantees: Vec<Guarantee>,
    ) -> Self {
        Self {
            people: People::of(reading, &quotes, &speeches, &guarantees),
            quotes,
            speeches,
            guarantees,
        }
    }

    /// Who says the words in `span`: whose quote they belong to, the shortest where one stands in another, or else whose turn. Nobody
    /// where they are the article's own, or nobody knows. Of a guarantee a guess too where it is one that the speaker gives it: for it is
    /// listed so.
    pub fn speaker_of(&self, span: Span) -> Option<Attribution> {
        let mut speaker = self.said_by(span)?.clone();
        let first = self.guarantees.partition_point(|it| it.span < span);
        let given = self.guarantees.iter().skip(first);
        let given = given.take_while(|it| it.span == span);
        let mut givers = given.filter_map(|it| it.actor.as_ref());
        speaker.is_inferred |= givers.any(|it| it.is_inferred && it.name == speaker.name);
        Some(speaker)
    }

    fn said_by(&self, span: Span) -> Option<&Attribution> {
        let quotes = self.quotes.iter().filter(|it| it.span.covers(span));
        if let Some(quote) = quotes.min_by_key(|it| it.span.len()) {
            return quote.speaker.as_ref();
        }
        let mut speeches = self.speeches.iter();
        let speech = speeches.find(|it| it.span.covers(span))?;
        Some(&speech.speaker)
    }

    /// Adds those of the text that follows.
    pub fn append(&mut self, more: Self) {
        let (quotes, guarantees) = (self.quotes.len(), self.guarantees.len());
        let before = [quotes, self.speeches.len(), guarantees];
        self.people.append(more.people, before);
        self.speeches.extend(more.speeches);
        self.quotes
            .extend(more.quotes.into_iter().map(|quote| Quote {
                same_as: quote.same_as.map(|first| quotes + first),
                fuller: quote.fuller.map(|fuller| quotes + fuller),
                ..quote
            }));
        let shifted = more.guarantees.into_iter().map(|guarantee| Guarantee {
            same_as: guarantee.same_as.map(|first| guarantees + first),
            ..guarantee
        });
        self.guarantees.extend(shifted);
    }
}

/// Finds the quotes and guarantees of an article.
pub fn annotate(document: &Document, outline: &Outline) -> Annotations {
    let mut chapters = annotate_chapters(document, outline);
    let mut all = chapters.next().unwrap_or_default();
    for chapter in chapters {
        all.append(chapter);
    }
    all
}

/// Finds the quotes and guarantees of an article chapter by chapter. Who is who is read once a chapter, for both, and only where there
/// is either; what is the same and what takes up what is told within a chapter.
pub fn annotate_chapters(
    document: &Document,
    outline: &Outline,
) -> impl ExactSizeIterator<Item = Annotations> {
    let starts = speech::starts(document, outline);
    let annotate = move |blocks: Range<BlockId>| {
        let chapter = Chapter::new(document, blocks.clone());
        let reading = OnDemand::new(&chapter);
        let mut quotes = quote::quotes(document, &reading);
        let speeches = speech::speeches(document, &starts, &blocks, &reading);
        let mut guarantees = guarantee::guarantees(outline, &reading, &quotes);
        speech::lend_names(&speeches, &mut quotes, &mut guarantees);
        Annotations::new(reading.made(), quotes, speeches, guarantees)
    };
    chapters(document, outline).into_iter().map(annotate)
}

/// The chapters, one at least: as many whole sections as make up enough text. A section as long as two is divided.
fn chapters(document: &Document, outline: &Outline) -> Vec<Range<BlockId>> {
    let mut chapters = Vec::new();
    let (mut start, mut first_byte) = (BlockId::default(), 0);
    let borders = outline
        .iter()
        .skip(1)
        .map(|(_, section)| (section.range().start, section.span.start));
    for (block, byte) in borders.chain([(BlockId::new(document.len()), document.bytes())]) {
        while byte - first_byte >= 2 * CHAPTER {
            let middle = document.block_from(first_byte + CHAPTER).min(block);
            chapters.push(start..middle);
            start = middle;
            first_byte = document
                .block(middle)
                .map_or(byte, |block| block.span.start);
        }
        if byte - first_byte >= CHAPTER {
            chapters.push(start..block);
            (start, first_byte) = (block, byte);
        }
    }
    let end = BlockId::new(document.len());
    if chapters.is_empty() || start < end {
        chapters.push(start..end);
    }
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
    fn a_section_as_long_as_chapters_is_divided() {
        let text = "Ann Lee said “yes, we will.” ".repeat(1000) + "\n\n";
        let document = Document::read(text.repeat(100), Format::Text);
        let outline = Outline::of(&document);
        let chapters = chapters(&document, &outline);
        assert_eq!(chapters.len(), 6);
        let ends = chapters.iter().map(|chapter| chapter.end);
        let starts = chapters.iter().map(|chapter| chapter.start);
        let after_last = BlockId::new(document.len());
        assert!(starts.skip(1).chain([after_last]).eq(ends));
        assert_eq!(annotate(&document, &outline).quotes.len(), 100_000);
        let long = Document::read(text.replace('\n', "").repeat(100), Format::Text);
        assert_eq!(super::chapters(&long, &Outline::of(&long)).len(), 1);
    }
}
