//! Page furniture: lines around the text that are not the text.
//!
//! The title, the byline under it, and the cross-links that news sites put between paragraphs. A block keeps its runs and
//! its place; only its kind changes.

use super::Document;
use super::block::{Block, BlockId, BlockKind};
use super::feed::HEAD;
use super::format::Format;
use crate::text::word;

/// Longest line, in bytes, that is looked at.
const LONGEST: u32 = 400;

/// Longest label of a cross link with the mark behind it, in bytes.
const LONGEST_LABEL: usize = 48;

/// Within how many blocks from the top a byline is looked for.
const TOP: usize = 5;

/// What a cross-link begins with, in small letters; a colon, a bar or a dash follows. The wordings of English, French, German,
/// Spanish, Portuguese, Italian, Polish, Ukrainian and Russian news sites, written from general knowledge.
const CROSS_LINKS: &[&str] = &[
    "also read",
    "also see",
    "also on this site",
    "don't miss",
    "don’t miss",
    "explained",
    "explainer",
    "from the archive",
    "further reading",
    "in case you missed it",
    "more on this",
    "more on this story",
    "more from us",
    "must read",
    "read",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related",
    "related article",
    "related articles",
    "related coverage",
    "related reading",
    "related stories",
    "related story",
    "see also",
    "watch",
    "watch also",
    "you may also like",
    "à lire aussi",
    "lire aussi",
    "lesen sie auch",
    "mehr zum thema",
    "lea también",
    "lee también",
    "leia também",
    "leia mais",
    "leggi anche",
    "czytaj też",
    "czytaj także",
    "zobacz też",
    "читайте також",
    "читайте также",
];

/// Labels that an ordinary question may begin with too.
const ALSO_VERBS: &[&str] = &["explained", "explainer", "read", "watch"];

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
    let first = BlockId::default();
    let prose = document.prose(first).as_str().trim().to_owned();
    let is_title = match document.format {
        Format::Markdown => is_top_heading(document, &prose),
        Format::Text => is_headline(document, &prose) || is_top_heading(document, &prose),
        Format::Terminal | Format::Html | Format::Epub => false, // their titles are no part of their texts
    };
    if is_title && !prose.is_empty() {
        document.set_kind(first, BlockKind::Title);
        document.meta.title.get_or_insert(prose);
    }
}

/// The first block, when it is the one heading of the first level near the top, or repeats the title of the front matter.
fn is_top_heading(document: &Document, heading: &str) -> bool {
    let is_top = |block: &&Block| block.kind == BlockKind::Heading(1);
    let near = document
        .ids()
        .map_while(|id| document.block(id))
        .take_while(|block| (block.span.start as usize) < HEAD);
    document
        .block(BlockId::default())
        .as_ref()
        .is_some_and(is_top)
        && match &document.meta.title {
            Some(title) => title == heading,
            None => near.filter(is_top).nth(1).is_none(),
        }
}

/// Plain copy: a short first line without a full stop, and text after it.
fn is_headline(document: &Document, line: &str) -> bool {
    is_short_paragraph(document, BlockId::default())
        && document.runs(BlockId::default()).len() == 1
        && document.list(BlockId::default()).is_none()
        && document
            .block(BlockId::new(1))
            .is_some_and(|next| next.kind == BlockKind::Paragraph)
        && word::count(line) <= 20
        && !line.ends_with(['.', ':', ';', ',', '?', '”', '"'])
        && is_upper_start(line)
}

fn is_upper_start(line: &str) -> bool {
    line.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| !c.is_lowercase())
}

fn mark_bylines(document: &mut Document) {
    for id in document.ids().take(TOP) {
        if !is_short_paragraph(document, id) {
            continue;
        }
        let prose = document.prose(id).as_str().trim().to_owned();
        if let Some(author) = author(&prose) {
            document.set_kind(id, BlockKind::Byline);
            document.meta.byline.get_or_insert(author);
        } else if is_date_line(&prose) {
            document.set_kind(id, BlockKind::Byline);
        }
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

/// Whether a line leads to another article.
pub(super) fn is_cross_link(line: &str) -> bool {
    let line = line.trim();
    let head = crate::text::head(line, LONGEST_LABEL);
    let is_mark = |c| matches!(c, ':' | '|' | '–' | '—' | '»' | '>');
    let Some(at) = head.find(is_mark) else {
        return false;
    };
    let (label, rest) = line.split_at(at);
    let label = label.trim().to_lowercase();
    let is_sentence =
        line.ends_with('.') || line.ends_with('?') && ALSO_VERBS.contains(&label.as_str());
    CROSS_LINKS.contains(&label.as_str()) && rest.contains(char::is_alphabetic) && !is_sentence
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
