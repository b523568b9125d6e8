//! The title: the first line, where it is a headline and no part of the text.

use super::super::Document;
use super::super::block::{Block, BlockId, BlockKind};
use super::super::feed::HEAD;
use super::super::format::Format;
use super::super::output::manual_page;
use super::byline::{author, is_date};
use super::{is_short_paragraph, is_upper_start};
use crate::text::contents::is_contents;
use crate::text::label::Label;
use crate::text::sentence::ends_asking;
use crate::text::word;

/// Most words of a headline.
const MOST_WORDS: usize = 20;

/// What articles that answer questions are called.
const EXPLAINERS: &[&str] = &[
    "explainer",
    "explained",
    "faq",
    "fact check",
    "q&a",
    "analysis",
];

/// What such an article says above its questions.
const ANNOUNCED: &[&str] = &[
    "here is what",
    "here's what",
    "here’s what",
    "here are the answers",
    "what to know",
    "what you need to know",
    "what we know",
];

/// What the text before a colon begins with where it says what kind of article follows, in small letters.
const KINDS: &[&str] = &["interview", "opinion", "podcast", "q&a"];

/// Marks the block at the top when it is the title, and says so in what is known of the document.
pub(super) fn mark(document: &mut Document, top: BlockId) {
    if document.format == Format::Text && document.meta.title.is_some() {
        return; // the header of a message has it
    }
    let prose = document.prose(top).as_str().trim().to_owned();
    if document.format == Format::Terminal {
        document.meta.title = manual_page(&prose).map(ToOwned::to_owned);
    }
    let is_title = match document.format {
        Format::Markdown => is_top_heading(document, top, &prose),
        Format::Text => {
            is_headline(document, top, &prose)
                || is_top_heading(document, top, &prose)
                || is_asking_headline(document, top, &prose)
        }
        Format::Terminal | Format::Html | Format::Epub => false, // their titles are no part of their texts
    };
    if is_title && !prose.is_empty() {
        document.set_kind(top, BlockKind::Title);
        document.meta.title.get_or_insert(prose);
    }
}

/// The first block, when it is the one heading of the first level near the top, or repeats the title of the front matter. In plain copy the
/// first level is the one above all others.
fn is_top_heading(document: &Document, top: BlockId, heading: &str) -> bool {
    let level = |block: &Block| match block.kind {
        BlockKind::Heading(level) => Some(level),
        _ => None,
    };
    let Some(highest) = document.block(top).and_then(level) else {
        return false;
    };
    let near = document
        .ids()
        .map_while(|id| document.block(id))
        .take_while(|block| (block.span.start as usize) < HEAD);
    let mut below = near.skip(top.index() + 1).filter_map(level).peekable();
    let is_underlined = document.format == Format::Text && !ends_asking(heading);
    match &document.meta.title {
        Some(title) => highest == 1 && title == heading,
        None if highest == 1 => below.all(|level| level > 1),
        None => is_underlined && below.peek().is_some() && below.all(|level| level > highest),
    }
}

/// Plain copy: a short first line without a full stop, and text or a question after it.
fn is_headline(document: &Document, top: BlockId, line: &str) -> bool {
    is_short_paragraph(document, top)
        && document.runs(top).len() == 1
        && document.list(top).is_none()
        && document
            .block(top.next())
            .is_some_and(|next| matches!(next.kind, BlockKind::Paragraph | BlockKind::Heading(_)))
        && word::count(line) <= MOST_WORDS
        && !line.ends_with(['.', ':', ';', ',', '?'])
        && (!line.ends_with(['”', '"']) || tells_kind(line))
        && !ends_asking(line)
        && !is_contents(line)
        && is_upper_start(line)
        && !is_label(document, top, line)
}

/// Whether a line says what kind of article it is the headline of: `Interview with Ann Lee: “It is home”`.
fn tells_kind(line: &str) -> bool {
    let kind = line.split_once(':').map(|(kind, _)| kind.to_lowercase());
    let tells = |kind: String| KINDS.iter().any(|known| kind.starts_with(known));
    kind.is_some_and(tells)
}

/// Whether a line is the label of a speaker above the words: it has a time, or stands again.
fn is_label(document: &Document, top: BlockId, line: &str) -> bool {
    let is_again = |id: BlockId| document.prose(id).as_str().trim() == line;
    Label::alone(line).is_some() || near(document).skip(top.index() + 1).any(is_again)
}

/// Plain copy: a question in the first line, which the text answers as a whole and not in a section. The author or a date stands under it, or
/// what is told; it is called an explainer; or the questions below are set in another style.
fn is_asking_headline(document: &Document, top: BlockId, line: &str) -> bool {
    let kind = document.block(top).map(|block| block.kind);
    let is_line = matches!(kind, Some(BlockKind::Heading(_) | BlockKind::Paragraph))
        && document.list(top).is_none()
        && ends_asking(line)
        && is_upper_start(line)
        && word::count(line) <= MOST_WORDS;
    let Some(below) = document.block(top.next()).filter(|_| is_line) else {
        return false;
    };
    let next = document.prose(top.next());
    let next = next.as_str().trim();
    let is_signed = below.kind == BlockKind::Byline || is_date(next) || author(next).is_some();
    let told = next.to_lowercase();
    let label = Label::of(line).map(|label| label.name.to_lowercase());
    is_signed
        || label.is_some_and(|label| EXPLAINERS.contains(&label.as_str()))
        || ANNOUNCED.iter().any(|words| told.contains(words))
        || are_other(document, top, line)
}

/// Whether the questions below, two or more, have one style, and the first line another.
fn are_other(document: &Document, top: BlockId, line: &str) -> bool {
    let asks = |id: &BlockId| {
        let kind = document.block(*id).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Heading(_)))
    };
    let styles = near(document).skip(top.index() + 1).filter(asks);
    let styles: Vec<_> = styles
        .map(|id| Style::of(document.prose(id).as_str().trim()))
        .collect();
    let one = styles.first().copied().unwrap_or(Style::Plain);
    styles.len() >= 2
        && one != Style::Plain
        && Style::of(line) != one
        && styles.iter().all(|it| *it == one)
}

/// The blocks near the top.
fn near(document: &Document) -> impl Iterator<Item = BlockId> {
    let is_near = |id: &BlockId| {
        let block = document.block(*id);
        block.is_some_and(|block| (block.span.start as usize) < HEAD)
    };
    document.ids().take_while(is_near)
}

/// How a question is set in plain copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Plain,
    Capitals,
    Numbered,
    Labelled,
}

impl Style {
    fn of(line: &str) -> Self {
        if Label::of(line).is_some_and(|label| label.part.is_some()) {
            Self::Labelled
        } else if line.starts_with(|c: char| c.is_ascii_digit()) {
            Self::Numbered
        } else if line.contains(char::is_lowercase) {
            Self::Plain
        } else {
            Self::Capitals
        }
    }
}
