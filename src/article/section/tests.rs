//! Each convention in a few lines, and that it does not matter how a text arrives.

mod dialogue;
mod lines;

use proptest::prelude::*;

use super::*;
use crate::doc::feed::Feed;
use crate::doc::format::Format;

/// One line a section: its level, its kind, its title, how many paragraphs.
#[track_caller]
fn check(text: &str, format: Format, expected: &[(u8, SectionKind, &str, u32)]) {
    let outline = Outline::of(&Document::read(text.to_owned(), format));
    let found: Vec<_> = outline
        .iter()
        .map(|(_, it)| (it.level, it.kind, &*it.title, it.paragraphs))
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

/// The headings of the sections, each with a letter for its kind and its level: `Q2 Why?`.
#[track_caller]
fn check_headings(text: &str, format: Format, expected: &[&str]) {
    let outline = Outline::of(&Document::read(text.to_owned(), format));
    assert_eq!(headings(&outline), expected, "{text}");
}

fn headings(outline: &Outline) -> Vec<String> {
    let sections = outline.iter().filter(|(_, it)| it.heading.is_some());
    let shown = sections.map(|(_, it)| {
        let kind = match it.kind {
            SectionKind::Question => 'Q',
            SectionKind::Prompt => 'P',
            SectionKind::Heading | SectionKind::Introduction => 'H',
        };
        format!("{kind}{} {}", it.level, it.title)
    });
    shown.collect()
}

#[track_caller]
fn markdown(text: &str, expected: &[&str]) {
    check_headings(text, Format::Markdown, expected);
}

#[track_caller]
fn plain(text: &str, expected: &[&str]) {
    check_headings(text, Format::Text, expected);
}

#[test]
fn bold_questions_head_sections_and_what_is_said_between_them_does() {
    markdown(
        "Intro.\n\n**Why the harbour?**\n\nIt is deep.\n\n**So it stays.**\n\nYes.\n\n**1. For how long?** A year.",
        &["Q2 Why the harbour?", "H2 So it stays.", "Q2 For how long?"],
    );
    markdown(
        "## Ships\n\n**Who sails?**\n\nThe old ones.",
        &["H2 Ships", "Q3 Who sails?"],
    );
}

#[test]
fn one_bold_question_alone_is_emphasis() {
    let text = "It rains.\n\n**Will it stop?**\n\nNobody knows.\n\n";
    markdown(text, &[]);
    markdown(&format!("# Rain\n\n{text}"), &[]);
    let asked = "Q2 Will it stop?";
    markdown(
        &format!("{text}**And then?**\n\nSun."),
        &[asked, "Q2 And then?"],
    );
    markdown(&format!("{text}**It snows.**\n\nCold."), &[asked]);
    markdown(&format!("{text}## Snow\n\nCold."), &[asked, "H2 Snow"]);
}

#[test]
fn bold_words_are_no_headings() {
    markdown(
        "**Note.** Wait.\n\n**It rains.**\n\nAll day.\n\n**It snows.**\n\nAll night.",
        &[],
    );
    markdown("**Why?**\n\n**Who?**\n\n**When?**\n\nNobody knows.", &[]);
}

#[test]
fn one_who_asks_in_bold_says_other_things_too() {
    let turns = |mark: &str, lines: &[&str]| -> String {
        let turn = |line: &&str| format!("{mark}{line}{mark}\n\nSo it is.\n\n");
        lines.iter().map(turn).collect()
    };
    let interview = [
        "You sail at night.",
        "Who taught you?",
        "And then the war came.",
        "Tell me about the ship.",
        "It must have been hard for you.",
    ];
    let expected = [
        "H2 You sail at night.",
        "Q2 Who taught you?",
        "H2 And then the war came.",
        "P2 Tell me about the ship.",
        "H2 It must have been hard for you.",
    ];
    for mark in ["**", "*"] {
        markdown(&turns(mark, &interview), &expected);
    }
    let requests = [
        "Tell us about your day.",
        "Describe the best bread.",
        "Explain the salt.",
    ];
    let expected = requests.map(|it| format!("P2 {it}"));
    let expected = expected.each_ref().map(String::as_str);
    for mark in ["**", "*", ""] {
        markdown(&turns(mark, &requests), &expected);
    }
    plain(&turns("", &requests), &expected);
    markdown(
        &turns("**", &["It rains.", "Why not?", "It snows.", "It is cold."]),
        &["Q2 Why not?"],
    );
    markdown(
        &turns(
            "*",
            &["It rains on you.", "Why not?", "It snows.", "It is cold."],
        ),
        &[],
    );
    plain(
        &turns(
            "",
            &["Name the file.", "Describe a tide.", "Explain the salt."],
        ),
        &[],
    );
}

#[test]
fn questions_in_italics_need_company() {
    let question = |word| format!("*{word} does it matter?*\n\nIt does.\n\n");
    markdown(&question("Why"), &[]);
    let all: String = ["Why", "How", "When"].map(question).concat();
    markdown(
        &all,
        &[
            "Q2 Why does it matter?",
            "Q2 How does it matter?",
            "Q2 When does it matter?",
        ],
    );
}

#[test]
fn summaries_and_terms_that_ask_head_sections() {
    let fold =
        |title: &str| format!("<details>\n<summary>{title}</summary>\n\nSo.\n</details>\n\n");
    let all: String = ["Who sails?", "Describe a <b>tide</b>", "Low tide"]
        .map(fold)
        .concat();
    markdown(
        &all,
        &["Q2 Who sails?", "P2 Describe a tide", "H2 Low tide"],
    );
    let glossary: String = ["Low tide", "High tide"].map(fold).concat();
    markdown(&glossary, &[]);
    markdown(
        ".. question:: Who sails?\n    :open: yes\n\n??? question \"Who waits?\"\n",
        &["Q2 Who sails?", "Q2 Who waits?"],
    );
}

#[test]
fn items_that_are_answered_head_sections() {
    markdown(
        "1. Who sails?\n\n   The old ones.\n\n2. Who waits?\n\n   The young ones.\n",
        &["Q2 Who sails?", "Q2 Who waits?"],
    );
    markdown(
        "Ask yourself:\n\n1. Who sails?\n2. Who waits?\n3. Who pays?\n\nThen go.",
        &[],
    );
}

#[test]
fn an_item_without_a_question_may_follow_those_with_one() {
    markdown(
        "1. Who sails?\n\n   The old ones.\n\n2. Who waits?\n\n   1. The young\n   2. The sick\n\n3. Thanks to all\n\n   It was a joy.\n\n4. Tell us more.\n\n   No.\n",
        &[
            "Q2 Who sails?",
            "Q2 Who waits?",
            "H2 Thanks to all",
            "P2 Tell us more.",
        ],
    );
    plain(
        "a) Who sails?\nThe old ones sail.\n\nb) Who waits?\nThe young ones wait.\n",
        &["Q2 Who sails?", "Q2 Who waits?"],
    );
}

#[test]
fn a_table_of_contents_is_no_section() {
    markdown(
        "# T\n\n## Contents\n\n- [Who?](#who)\n\n## Who?\n\nAll.\n",
        &["Q2 Who?"],
    );
}

#[test]
fn what_a_page_says_it_answers_heads_sections() {
    let data = r#"{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Tickets and prices"},{"@type":"Question","name":"Who sails?"}]}"#;
    let words =
        "The ferry sails every evening, and nobody has to wait for long at the pier. ".repeat(8);
    let page = format!(
        "<html><head><title>The ferry</title><script type=\"application/ld+json\">{data}</script></head><body><article><h1>The ferry</h1><p>{words}</p><p>Tickets and prices</p><p>{words}</p><p>Who sails?</p><p>{words}</p></article></body></html>"
    );
    check_headings(
        &page,
        Format::Html,
        &["Q2 Tickets and prices", "Q2 Who sails?"],
    );
}

#[test]
fn the_languages_of_the_world_ask() {
    markdown(
        "**¿Quién paga?**\n\nNadie.\n\n**Τι είναι αυτό;**\n\nΤίποτα.",
        &["Q2 ¿Quién paga?", "Q2 Τι είναι αυτό;"],
    );
    markdown(
        "问：谁付钱？\n\n答：没有人。\n\n问：为什么？\n\n答：不知道。",
        &["Q2 谁付钱？", "Q2 为什么？"],
    );
}

#[test]
fn numbers_and_letters_are_no_part_of_a_heading() {
    plain(
        "[1] Who sails?\nThe old ones sail.\n\n[2] Who waits?\nAll of us wait.\n",
        &["Q2 Who sails?", "Q2 Who waits?"],
    );
    plain(
        "#1 Who sails?\nThe old ones sail.\n\n#2 Who waits?\nAll of us wait.\n",
        &["Q2 Who sails?", "Q2 Who waits?"],
    );
}

fn lines() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "",
        "",
        "",
        "Words of it.",
        "More words\nand more.",
        "**Why so?**",
        "**Bold.**",
        "**Why?** So.",
        "*How?*",
        "Ann: Why?",
        "Ann: Why?",
        "Bo: So.",
        "Bo: So. Why?",
        "Ann:",
        "ANN LEE",
        "**Bo Roe**",
        "So. Why then?",
        "(LAUGHTER)",
        "**Ann:** And?",
        "**Bo:** No.",
        "Q: Who?",
        "A: They.",
        "Q: Who? A: They.",
        "# Top",
        "## What?",
        "## Else",
        "- Who sails?",
        "1. Who waits?",
        "2. No.",
        "   They do.",
        "<summary>Fold?</summary>",
        "1.1 Who?",
        "2.1 Not",
        "Bare line",
        "Which is it?",
        "Term?::",
        "Line\n----",
    ]);
    prop::collection::vec(line, 0..60).prop_map(|lines| lines.join("\n\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn an_outline_of_parts_is_the_outline_of_the_whole(
        text in lines(),
        format in prop::sample::select(vec![Format::Markdown, Format::Text]),
        step in 100usize..2000,
    ) {
        let text = format!("{}{text}", "Some words come first.\n\n".repeat(800));
        let whole = Outline::of(&Document::read(text.clone(), format));
        let mut feed = Feed::in_steps(format, step);
        let mut outliner = Outliner::default();
        for line in text.split_inclusive('\n') {
            if feed.push(line) {
                outliner.extend(&feed.document());
            }
        }
        let document = feed.finish();
        let outline = outliner.extend(&document);
        prop_assert_eq!(&outline.sections, &whole.sections);
        prop_assert_eq!(&outline.paragraphs, &whole.paragraphs);
        prop_assert_eq!(&outline.voices, &whole.voices);
        let ranges: Vec<_> = outline.iter().map(|(_, it)| it.range()).collect();
        for pair in ranges.windows(2) {
            prop_assert_eq!(pair[0].end, pair[1].start);
        }
        prop_assert!(ranges.last().is_none_or(|last| last.end == document.blocks().end));
    }
}
