//! Page furniture: lines around the text that are not the text.
//!
//! What press releases have around their text, the title, the byline under it, and the cross-links that news sites put between
//! paragraphs. A block keeps its runs and its place; only its kind changes.

mod byline;
mod release;
mod title;

use super::Document;
use super::block::{BlockId, BlockKind};
use super::cross_link::is_cross_link;

/// Longest line, in bytes, that is looked at.
const LONGEST: u32 = 400;

/// Marks the furniture of the part at `at`.
pub(super) fn mark(document: &mut Document, at: usize) {
    if at == 0 {
        let top = release::mark(document);
        title::mark(document, top);
        byline::mark(document, top);
    }
    for id in document.parts[at].ids() {
        if is_short_paragraph(document, id) && is_cross_link(document.prose(id).as_str()) {
            document.set_kind(id, BlockKind::CrossLink);
        } else if release::is_end(document, id) {
            document.set_kind(id, BlockKind::Byline);
        }
    }
}

fn is_short_paragraph(document: &Document, id: BlockId) -> bool {
    document
        .block(id)
        .is_some_and(|block| block.kind == BlockKind::Paragraph && block.span.len() <= LONGEST)
}

fn is_upper_start(line: &str) -> bool {
    line.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::block::BlockKind::{Byline, CrossLink, Heading, Paragraph, Title};
    use crate::doc::format::Format;

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
        for text in [
            "f(x) = 2 f(x)\n",
            "LS(1) and CP(1)\n",
            "(1) (1)\n",
            "x\n",
            "",
        ] {
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

    /// What is known of a text, as `title | byline | published`.
    #[track_caller]
    fn check_meta(text: &str, format: Format, expected: &str) {
        let document = Document::read(text.to_owned(), format);
        let known = |it: &Option<String>| it.clone().unwrap_or_default();
        let meta = document.meta();
        let told = [&meta.title, &meta.byline, &meta.published].map(known);
        assert_eq!(told.join(" | "), expected, "{text}");
    }

    #[test]
    fn the_date_stands_under_the_title_or_opens_the_report() {
        const BODY: &str = "The ferry sails again. It was moored for two years.\n";
        for above in [
            "By Ann Lee\n\nMarch 3, 2031",
            "By Ann Lee\n\n3 March 2031",
            "By Ann Lee\n\n2031-03-03",
            "By Ann Lee\n\nDate: 3 March 2031",
            "By Ann Lee\n\nPublished March 3, 2031 at 10:15",
            "By Ann Lee\n\nTuesday, March 3rd, 2031",
            "By Ann Lee | March 3, 2031",
            "By Ann Lee, March 3, 2031",
            "By Ann Lee March 3, 2031",
            "By Ann Lee\nThe Pier\nMarch 3, 2031",
            "By Ann Lee\nThe Pier, 3 March 2031",
            "By Ann Lee\n\nThe Pier | 3 March 2031",
        ] {
            let expected = "A ferry comes home | Ann Lee | 2031-03-03";
            let text = format!("A ferry comes home\n\n{above}\n\n{BODY}");
            check_meta(&text, Format::Text, expected);
            check_meta(&format!("# {text}"), Format::Markdown, expected);
        }
        for opening in [
            "ORRIN, March 3, 2031 – ",
            "ORRIN, Fjordland, 3 March 2031 (Coast Wire) — ",
            "(ORRIN) March 3, 2031 -- ",
            "ORRIN, Fjordland – March 3, 2031 – ",
            "Orrin, 3 March 2031 – ",
            "Two years are over\n\nORRIN, March 3, 2031 – ",
        ] {
            let text = format!("A ferry comes home\n\nBy Ann Lee\n\n{opening}{BODY}");
            check_meta(
                &text,
                Format::Text,
                "A ferry comes home | Ann Lee | 2031-03-03",
            );
        }
        for above in [
            "*March 3, 2031*",
            "**Ann Lee** · 3 March 2031 · The Pier",
            "*Ann Lee, The Pier, 3 March 2031*",
            "2031-03-03 · Ann Lee",
            "Ann Lee\n\n3 March 2031",
        ] {
            let text = format!("# A ferry comes home\n\n{above}\n\n{BODY}");
            let expected = "A ferry comes home |  | 2031-03-03";
            check_meta(&text, Format::Markdown, expected);
        }
    }

    #[test]
    fn a_date_in_the_text_is_not_that_of_the_text() {
        for text in [
            "On March 3, 2031 the ferry sailed – for the last time.",
            "NATO met on March 3, 2031 – nobody came.",
            "On Tuesday, March 3, 2031 – a cold day – the ferry sailed.",
            "They sailed, 3 March 2031",
            "ORRIN, March 3 (Coast Wire) – The ferry sails.",
            "The ferry sailed. It was March 3, 2031.",
            "Updated March 3, 2031",
        ] {
            let text = format!("A ferry comes home\n\n{text}\n\nMore of it follows here.\n");
            check_meta(&text, Format::Text, "A ferry comes home |  | ");
        }
    }

    #[test]
    fn a_press_release_is_called_by_its_headline() {
        const BODY: &str = "ORRIN, March 3, 2031 – The ferry sails again. It was moored for two years.\n\n“It is home,” said Ann Lee.\n";
        let body = [Byline, Title, Paragraph, Paragraph];
        for above in [
            "FOR IMMEDIATE RELEASE",
            "Press Release",
            "EMBARGOED UNTIL 9 a.m., March 3, 2031",
            "Contact: Ann Lee, 555 0100, ann@pier.example",
        ] {
            let text = format!("{above}\n\nA Ferry Comes Home\n\n{BODY}");
            check_meta(&text, Format::Text, "A Ferry Comes Home |  | 2031-03-03");
            check(&text, Format::Text, &body);
            check(
                &format!("{text}\n###\n"),
                Format::Text,
                &[&body[..], &[Byline]].concat(),
            );
            let marked = format!("**{above}**\n\n# A Ferry Comes Home\n\n{BODY}");
            check_meta(
                &marked,
                Format::Markdown,
                "A Ferry Comes Home |  | 2031-03-03",
            );
        }
        let many = format!(
            "FOR IMMEDIATE RELEASE\n\nMay 4, 2031\n\nMedia contact:\n\nAnn Lee\n\nann@pier.example\n\n+47 555 0100\n\nA Ferry Comes Home\n\n{BODY}"
        );
        check_meta(&many, Format::Text, "A Ferry Comes Home |  | 2031-05-04");
        let issued =
            format!("Press release\nPier Office\n3 March 2031\n\nA Ferry Comes Home\n\n{BODY}");
        check_meta(&issued, Format::Text, "A Ferry Comes Home |  | 2031-03-03");
        let dated = "Press release\n\nA Ferry Comes Home\n\n3 March 2031\n\nThe ferry is here.\n";
        check_meta(dated, Format::Text, "A Ferry Comes Home |  | 2031-03-03");
        for end in ["-30-", "– ENDS –", "# # #"] {
            let text = format!("A Ferry Comes Home\n\n{BODY}\n{end}\n");
            check(&text, Format::Text, &[Title, Paragraph, Paragraph, Byline]);
        }
        check(
            "Contact: a film\n\nIt is old. It was long.\n",
            Format::Text,
            &[Title, Paragraph],
        );
    }

    #[test]
    fn an_interview_may_be_called_by_its_words() {
        let text = "Interview with Dr Ann Lee: “The ferry is home”\n\nThe engineer has mended it.\n\nWhy now?\n\nIt is time.\n";
        check_meta(
            text,
            Format::Text,
            "Interview with Dr Ann Lee: “The ferry is home” |  | ",
        );
        let text = "“The ferry is home”\n\nSo she says. It is.\n";
        check_meta(text, Format::Text, " |  | ");
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
