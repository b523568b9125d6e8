//! Page furniture: lines around the text that are not the text.
//!
//! The title, the byline under it, and the cross-links that news sites put between paragraphs. A block keeps its runs and
//! its place; only its kind changes.

use super::Document;
use super::block::{Block, BlockId, BlockKind};
use super::cross_link::is_cross_link;
use super::feed::HEAD;
use super::format::Format;
use crate::text::contents::is_contents;
use crate::text::date;
use crate::text::label::Label;
use crate::text::sentence::ends_asking;
use crate::text::word;

/// Longest line, in bytes, that is looked at.
const LONGEST: u32 = 400;

/// Longest date, in bytes.
const LONGEST_DATE: usize = 80;

/// Within how many blocks from the top a byline is looked for.
const TOP: usize = 5;

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

/// What a byline begins with.
const BYLINES: &[&str] = &[
    "By ",
    "BY ",
    "Written by ",
    "Words by ",
    "Reported by ",
    "Story by ",
    "Text by ",
    "Von ",
    "Par ",
    "Por ",
];

/// What a date line begins with.
const DATES: &[&str] = &[
    "Published",
    "Updated",
    "Last updated",
    "Posted",
    "First published",
];

/// Marks the furniture of the part at `at`.
pub(super) fn mark(document: &mut Document, at: usize) {
    if at == 0 {
        mark_title(document);
        mark_bylines(document);
    }
    for id in document.parts[at].ids() {
        if is_short_paragraph(document, id) && is_cross_link(document.prose(id).as_str()) {
            document.set_kind(id, BlockKind::CrossLink);
        }
    }
}

fn is_short_paragraph(document: &Document, id: BlockId) -> bool {
    document
        .block(id)
        .is_some_and(|block| block.kind == BlockKind::Paragraph && block.span.len() <= LONGEST)
}

fn mark_title(document: &mut Document) {
    if document.format == Format::Text && document.meta.title.is_some() {
        return; // the header of a message has it
    }
    let first = BlockId::default();
    let prose = document.prose(first).as_str().trim().to_owned();
    if document.format == Format::Terminal {
        document.meta.title = manual(&prose).map(ToOwned::to_owned);
    }
    let is_title = match document.format {
        Format::Markdown => is_top_heading(document, &prose),
        Format::Text => {
            is_headline(document, &prose)
                || is_top_heading(document, &prose)
                || is_asking_headline(document, &prose)
        }
        Format::Terminal | Format::Html | Format::Epub => false, // their titles are no part of their texts
    };
    if is_title && !prose.is_empty() {
        document.set_kind(first, BlockKind::Title);
        document.meta.title.get_or_insert(prose);
    }
}

/// The name of a manual page, which its first line has at both ends: `LS(1)   User Commands   LS(1)`.
fn manual(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    let name = words.next()?;
    let section = name.strip_suffix(')')?.split_once('(')?.1;
    let is_name =
        section.starts_with(|c: char| c.is_ascii_digit()) && words.next_back() == Some(name);
    is_name.then_some(name)
}

/// The first block, when it is the one heading of the first level near the top, or repeats the title of the front matter. In plain copy the
/// first level is the one above all others.
fn is_top_heading(document: &Document, heading: &str) -> bool {
    let level = |block: &Block| match block.kind {
        BlockKind::Heading(level) => Some(level),
        _ => None,
    };
    let Some(top) = document.block(BlockId::default()).and_then(level) else {
        return false;
    };
    let near = document
        .ids()
        .map_while(|id| document.block(id))
        .take_while(|block| (block.span.start as usize) < HEAD);
    let mut below = near.skip(1).filter_map(level).peekable();
    let is_underlined = document.format == Format::Text && !ends_asking(heading);
    match &document.meta.title {
        Some(title) => top == 1 && title == heading,
        None if top == 1 => below.all(|level| level > 1),
        None => is_underlined && below.peek().is_some() && below.all(|level| level > top),
    }
}

/// Plain copy: a short first line without a full stop, and text or a question after it.
fn is_headline(document: &Document, line: &str) -> bool {
    is_short_paragraph(document, BlockId::default())
        && document.runs(BlockId::default()).len() == 1
        && document.list(BlockId::default()).is_none()
        && document
            .block(BlockId::new(1))
            .is_some_and(|next| matches!(next.kind, BlockKind::Paragraph | BlockKind::Heading(_)))
        && word::count(line) <= MOST_WORDS
        && !line.ends_with(['.', ':', ';', ',', '?', '”', '"'])
        && !ends_asking(line)
        && !is_contents(line)
        && is_upper_start(line)
        && !is_label(document, line)
}

/// Whether a line is the label of a speaker above the words: it has a time, or stands again.
fn is_label(document: &Document, line: &str) -> bool {
    let is_again = |id: BlockId| document.prose(id).as_str().trim() == line;
    Label::alone(line).is_some() || near(document).skip(1).any(is_again)
}

/// Plain copy: a question in the first line, which the text answers as a whole and not in a section. The author or a date stands under it, or
/// what is told; it is called an explainer; or the questions below are set in another manner.
fn is_asking_headline(document: &Document, line: &str) -> bool {
    let first = BlockId::default();
    let kind = document.block(first).map(|block| block.kind);
    let is_line = matches!(kind, Some(BlockKind::Heading(_) | BlockKind::Paragraph))
        && document.list(first).is_none()
        && ends_asking(line)
        && is_upper_start(line)
        && word::count(line) <= MOST_WORDS;
    let Some(below) = document.block(first.next()).filter(|_| is_line) else {
        return false;
    };
    let next = document.prose(first.next());
    let next = next.as_str().trim();
    let is_signed = below.kind == BlockKind::Byline || is_date(next) || author(next).is_some();
    let told = next.to_lowercase();
    let label = Label::of(line).map(|label| label.name.to_lowercase());
    is_signed
        || label.is_some_and(|label| EXPLAINERS.contains(&label.as_str()))
        || ANNOUNCED.iter().any(|words| told.contains(words))
        || are_other(document, line)
}

/// Whether the questions below, two or more, have one manner, and the first line another.
fn are_other(document: &Document, line: &str) -> bool {
    let asks = |id: &BlockId| {
        let kind = document.block(*id).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Heading(_)))
    };
    let manners = near(document).skip(1).filter(asks);
    let manners: Vec<_> = manners
        .map(|id| Manner::of(document.prose(id).as_str().trim()))
        .collect();
    let one = manners.first().copied().unwrap_or(Manner::Plain);
    manners.len() >= 2
        && one != Manner::Plain
        && Manner::of(line) != one
        && manners.iter().all(|it| *it == one)
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
enum Manner {
    Plain,
    Capitals,
    Numbered,
    Labelled,
}

impl Manner {
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

fn is_upper_start(line: &str) -> bool {
    line.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| !c.is_lowercase())
}

fn mark_bylines(document: &mut Document) {
    mark_date(document);
    for id in document.ids().take(TOP) {
        let prose = document.prose(id).as_str().trim().to_owned();
        if !is_short_paragraph(document, id) {
            continue;
        }
        if let Some(author) = author(&prose) {
            document.set_kind(id, BlockKind::Byline);
            document.meta.byline.get_or_insert(author);
        } else if is_date_line(&prose) {
            document.set_kind(id, BlockKind::Byline);
        }
    }
}

/// Whether a line is a date and nothing else.
fn is_date(line: &str) -> bool {
    line.len() <= LONGEST_DATE && date::is_date(&line.to_lowercase())
}

/// Marks a date under the title and the byline, when it is the only one near: else dates divide the text.
fn mark_date(document: &mut Document) {
    let has_date = |id: &BlockId| {
        is_short_paragraph(document, *id) && is_date(document.prose(*id).as_str().trim())
    };
    let mut dates = document.ids().take(2 * TOP).filter(has_date);
    let (date, other) = (dates.next(), dates.next());
    let is_furniture = |id: BlockId| {
        let kind = document.block(id).map(|block| block.kind);
        let is_marked = matches!(kind, Some(BlockKind::Title | BlockKind::Byline));
        is_marked || author(document.prose(id).as_str().trim()).is_some()
    };
    if let Some(date) = date.filter(|_| other.is_none())
        && date.index() > 0
        && document
            .ids()
            .take(date.index())
            .take(TOP)
            .all(is_furniture)
    {
        document.set_kind(date, BlockKind::Byline);
    }
}

/// The author in a byline: `By Ann Lee | 12 May`.
fn author(line: &str) -> Option<String> {
    let rest = BYLINES.iter().find_map(|by| line.strip_prefix(by))?;
    let is_line = is_upper_start(rest)
        && word::count(line) <= 14
        && !line.ends_with(['.', '?', '!', ':', ',']);
    let name = rest
        .split([',', '|', '·', '•', '—', '–'])
        .next()
        .unwrap_or_default()
        .trim();
    (is_line && !name.is_empty()).then(|| name.to_owned())
}

fn is_date_line(line: &str) -> bool {
    let begins = DATES.iter().any(|word| {
        line.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with([' ', ':']))
    });
    begins
        && word::count(line) <= 12
        && line.contains(|c: char| c.is_ascii_digit())
        && !line.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::block::BlockKind::{Byline, CrossLink, Heading, Paragraph, Title};

    #[track_caller]
    fn check(text: &str, format: Format, expected: &[BlockKind]) {
        let document = Document::read(text.to_owned(), format);
        let kinds: Vec<_> = document
            .ids()
            .filter_map(|id| document.block(id))
            .map(|block| block.kind)
            .collect();
        assert_eq!(kinds, expected);
    }

    #[test]
    fn manual_pages_are_called_by_their_first_line() {
        let title = |text: &str| {
            let document = Document::read(text.to_owned(), Format::Terminal);
            document.meta().title.clone()
        };
        let page = "LS(1)      User Commands      LS(1)\n\nN\u{8}NA\u{8}A\n";
        assert_eq!(title(page).as_deref(), Some("LS(1)"));
        for text in ["f(x) = 2 f(x)\n", "LS(1) and CP(1)\n", "x\n", ""] {
            assert_eq!(title(text), None, "{text}");
        }
    }

    #[test]
    fn title_and_byline_stand_at_the_top() {
        let text = "# A title\n\n*By Ann Lee, Kyiv*\n\nText.\n\n## Why?\n";
        check(
            text,
            Format::Markdown,
            &[Title, Byline, Paragraph, Heading(2)],
        );
        let document = Document::read(text.to_owned(), Format::Markdown);
        assert_eq!(document.meta().title.as_deref(), Some("A title"));
        assert_eq!(document.meta().byline.as_deref(), Some("Ann Lee"));
        check(
            "# One\n\nText.\n\n# Two\n",
            Format::Markdown,
            &[Heading(1), Paragraph, Heading(1)],
        );
    }

    #[test]
    fn a_headline_of_plain_copy_is_short_and_open() {
        check(
            "Talks near their end\nBy Ann Lee\nThe talks are near.\n",
            Format::Text,
            &[Title, Byline, Paragraph],
        );
        check(
            "The talks are near.\nMore words.\n",
            Format::Text,
            &[Paragraph, Paragraph],
        );
        check(
            "By accident they met in a town by the sea.\nMore.\n",
            Format::Text,
            &[Paragraph, Paragraph],
        );
    }

    #[test]
    fn a_headline_may_stand_above_questions() {
        check(
            "Five of them\n\nWho sails?\n\nThe old ones.\n",
            Format::Text,
            &[Title, Heading(2), Paragraph],
        );
        check(
            "Contents\n\nWho sails?\n\nThe old ones.\n",
            Format::Text,
            &[Paragraph, Heading(2), Paragraph],
        );
        check(
            "Ships\n~~~~~\n\nWho sails?\n^^^^^^^^^^\n\nThe old ones.\n",
            Format::Text,
            &[Title, Heading(4), Paragraph],
        );
    }

    #[test]
    fn a_headline_may_ask() {
        let title = |text: &str| {
            let document = Document::read(text.to_owned(), Format::Text);
            document.meta().title.clone()
        };
        for below in [
            "By Ann Lee\n\nThe ferry sails.\n\nWhy now?\n\nIt is time.",
            "May 4, 2031\n\nThe ferry sails.\n\nWhy now?\n\nIt is time.",
            "The ferry sails. Here is what to know.\n\nWhy now?\n\nIt is time.",
            "The ferry sails.\n\nWHY NOW?\n\nIt is time.\n\nWHO SAILS?\n\nAll.",
            "The ferry sails.\n\n1. Why now?\n\nIt is time.\n\n2. Who sails?\n\nAll.",
        ] {
            let text = format!("Where does the ferry go?\n\n{below}\n");
            let expected = Some("Where does the ferry go?".to_owned());
            assert_eq!(title(&text), expected, "{text}");
        }
        assert_eq!(
            title("Explainer: Where does it go?\n\nThe ferry sails.\n"),
            Some("Explainer: Where does it go?".to_owned())
        );
        for text in [
            "Where does the ferry go?\n\nTo Orrin.\n\nWhy now?\n\nIt is time.\n",
            "1. Where does it go?\n\nTo Orrin.\n\n2. Why now?\n\nIt is time.\n",
            "ANN LEE\nWhy now?\nBO ROE\nIt is time.\nANN LEE\nSo it is.\nBO ROE\nYes.\n",
            "Ann Lee  0:12\nWhy now?\n",
        ] {
            assert_eq!(title(text), None, "{text}");
        }
    }

    #[test]
    fn one_date_under_the_title_is_no_text() {
        check(
            "All of it\nBy Ann Lee\nMarch 3, 2031\nThe talks are near.\n",
            Format::Text,
            &[Title, Byline, Byline, Paragraph],
        );
        check(
            "All of it\nMarch 3, 2031\nThey talk.\nMarch 4, 2031\nThey go.\n",
            Format::Text,
            &[Title, Paragraph, Paragraph, Paragraph, Paragraph],
        );
    }

    #[test]
    fn the_author_stands_under_a_title_of_asciidoc() {
        let text =
            "= All of it\nAnn Lee\n:toc: left\n\nThe talks are near.\n\n== Why now?\n\nSo.\n";
        check(
            text,
            Format::Text,
            &[Title, Byline, Paragraph, Heading(2), Paragraph],
        );
        let document = Document::read(text.to_owned(), Format::Text);
        assert_eq!(document.meta().title.as_deref(), Some("All of it"));
        assert_eq!(document.meta().byline.as_deref(), Some("Ann Lee"));
    }

    #[test]
    fn cross_links_have_a_label() {
        check(
            "Some text.\nAlso Read: What “Now” Means\nMore.\n",
            Format::Text,
            &[Paragraph, CrossLink, Paragraph],
        );
        check("**Related:** [Other](x)\n", Format::Markdown, &[CrossLink]);
        check(
            "Related matters: they grew.\nRelated: it ended.\n",
            Format::Text,
            &[Paragraph, Paragraph],
        );
        check(
            "Some text.\nRead more: What now?\n",
            Format::Text,
            &[Paragraph, CrossLink],
        );
    }
}
