//! Each convention in a few lines, and that it does not matter how a text arrives.

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
fn those_who_ask_head_sections() {
    markdown(
        "**Ann Lee:** Why now?\n\n**Bo Roe:** Why not?\n\nIt is time.\n\n**AL:** You said so before.\n\n**BR:** I did.\n\n**AL:** And then?\n\n**BR:** We wait.\n\n**AL:** Thank you.",
        &["Q2 Why now?", "P2 You said so before.", "Q2 And then?"],
    );
    plain(
        "Q: Who pays?\n\nA: The state.\n\nQ: Tell us more.\n\nA: Why should I?\n",
        &["Q2 Who pays?", "P2 Tell us more."],
    );
    markdown(
        "Q. Who pays? A. The state.\n\nQ. Who else?\n\nA. We do.",
        &["Q2 Who pays?", "Q2 Who else?"],
    );
}

#[test]
fn answers_need_no_labels() {
    markdown(
        "**Q1.** Who pays?\n\nWe do.\n\n**Q2.** And then?\n\nWe wait.\n\n**Q3.** Tell us why.\n\nSo.\n",
        &["Q2 Who pays?", "Q2 And then?", "P2 Tell us why."],
    );
    markdown("Q: Who pays?\n\nThat was the question.\n", &[]);
}

#[test]
fn two_who_take_strict_turns_are_in_an_interview() {
    markdown(
        "**Magazine:** You sail at night.\n\n**Roe:** I do, when it is calm.\n\n**Magazine:** And who pays?\n\n**Roe:** We all pay.\n\n**Magazine:** People call you a dreamer.\n\n**Roe:** They may.",
        &[
            "P2 You sail at night.",
            "Q2 And who pays?",
            "P2 People call you a dreamer.",
        ],
    );
    plain(
        "AL: You sail at night.\n\nBR: I do.\n\nAL: Describe it.\n\nBR: Dark.\n",
        &["P2 You sail at night.", "P2 Describe it."],
    );
    plain(
        "Лена: Вы выросли на ферме.\n\nТом: Да, у нас было девять коров.\n\nЛена: А потом?\n\nТом: Город.\n",
        &["P2 Вы выросли на ферме.", "Q2 А потом?"],
    );
    plain(
        "Ann Lee: Wer bezahlt das?\n\nBo Roe: Alle.\n\nAnn Lee: Das ist viel.\n\nBo Roe: Nein.\n",
        &["Q2 Wer bezahlt das?", "P2 Das ist viel."],
    );
}

#[test]
fn lists_with_labels_are_no_interview() {
    for list in [
        "**Pro:** It is cheap.\n\n**Con:** Who pays for the rest?\n\n**Pro:** It is fast.\n\n**Con:** It is loud.\n\n**Pro:** It is green.\n\n**Con:** It is rare.",
        "**Myth:** You need a large ship.\n\n**Fact:** You can sail a small one.\n\n**Myth:** You must be young.\n\n**Fact:** Age matters little.",
        "**Pro:** Is it cheap? You save half.\n\n**Con:** It is loud.\n\n**Pro:** You need no licence.\n\n**Con:** It is rare.",
    ] {
        markdown(list, &[]);
    }
}

#[test]
fn labels_that_ask_nothing_are_no_dialogue() {
    markdown(
        "Note: It rains.\n\nTip: A coat.\n\nNote: It snows.\n\nTip: Boots.",
        &[],
    );
    markdown(
        "## A. Ships\n\n## B. Weather\n\n## C. Tides\n\n## D. Who pays?",
        &[
            "H2 A. Ships",
            "H2 B. Weather",
            "H2 C. Tides",
            "Q2 Who pays?",
        ],
    );
}

#[test]
fn a_turn_between_headings_that_ask_is_none() {
    markdown(
        "## Eds: Why now?\n\n**Ann:** So.\n\n**Eds:** Fine.\n\n**Ann:** Yes.\n\n## Eds: And then?\n\n**Ann:** No.",
        &["Q2 Why now?", "Q2 And then?"],
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
fn questions_in_quotation_marks_head_sections_of_plain_text() {
    plain(
        "Nous avons parlé au maire.\n\n« Qui paie ? »\n\nTout le monde.\n\n« Et après ? »\n\nRien.\n\n« Où va-t-elle ? »\n\nDans la mer.\n",
        &[
            "Q2 « Qui paie ? »",
            "Q2 « Et après ? »",
            "Q2 « Où va-t-elle ? »",
        ],
    );
    plain(
        "« Qui paie ? »\n\n« Moi. »\n\n« Et après ? »\n\n« Rien. »\n\n« Où est-ce ? »\n\n« Dans la mer. »\n",
        &[],
    );
    plain(
        "“Who is there?”\n\nNobody spoke.\n\n“Is it you?”\n\nThe door fell shut.\n\n“What now?”\n\nIt rained.\n",
        &[],
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
fn questions_that_stand_alone_head_sections_where_nothing_else_asks() {
    let question = |word| format!("{word} does it matter?\n\nIt does.\n\n");
    let all: String = ["Why", "How", "When"].map(question).concat();
    markdown(
        &all,
        &[
            "Q2 Why does it matter?",
            "Q2 How does it matter?",
            "Q2 When does it matter?",
        ],
    );
    markdown(&format!("{all}{}", "Word upon word.\n\n".repeat(15)), &[]);
    markdown(&format!("# T\n\n## Is it?\n\n{all}"), &["Q2 Is it?"]);
}

#[test]
fn plain_lines_are_headings_among_questions() {
    plain(
        "The harbour is deep, and it is calm.\nWho sails?\nThe old ones sail.\nShips of the north\nThey are few.\nWho waits?\nThe young ones wait.\n",
        &["Q2 Who sails?", "H2 Ships of the north", "Q2 Who waits?"],
    );
    plain(
        "The harbour is deep.\nNo full stop here\nIt is calm.\n",
        &[],
    );
}

#[test]
fn numbers_go_through_a_plain_text() {
    plain(
        "The harbour\n\n 1. Ships\n\n  1.1 Who sails?\n\n  The old ones sail.\n\n  1.2 No wind\n\n  It is calm:\n\n  2. is no heading, as it is longer than a line of a screen has room for, and goes on and on.\n\n  1.3 Who waits?\n\n  The young.\n\n 2. Weather\n\n  2.1 Does it rain?\n\n  It does.\n",
        &[
            "H2 Ships",
            "Q3 Who sails?",
            "H3 No wind",
            "Q3 Who waits?",
            "H2 Weather",
            "Q3 Does it rain?",
        ],
    );
}

#[test]
fn two_numbered_questions_and_the_next_number() {
    plain(
        "Five of them\n\n1. Who sails?\n\nThe old ones sail.\n\n2. Who waits?\n\nThe young ones wait.\n\n3. When does it end\n\nIn spring.\n",
        &["Q2 Who sails?", "Q2 Who waits?", "Q2 When does it end"],
    );
}

#[test]
fn underlined_lines_and_terms_are_headings() {
    plain(
        "Harbour\n=======\n\nShips\n-----\n\n[[sail]]\nWho sails?::\n\tThe old ones.\n+\nAnd a few more.\n\nWho waits?::\n\tThe young.\n",
        &["H2 Ships", "Q2 Who sails?", "Q2 Who waits?"],
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
fn who_is_asked_may_ask_back() {
    let bare = "Who sails?\n\nI do. Why would I not?\n\nWho waits?\n\nAll of us.\n\nWho pays?\n\nThe state. Who else?\n";
    let expected = ["Q2 Who sails?", "Q2 Who waits?", "Q2 Who pays?"];
    markdown(bare, &expected);
    plain(bare, &expected);
    plain(
        "Ann Lee: You were born at sea.\n\nBo Roe: I was. Were you?\n\nAnn Lee: I was not. Who taught you?\n\nBo Roe: My father. Who else?\n\nAnn Lee: When was that?\n\nBo Roe: In spring.\n",
        &[
            "P2 You were born at sea.",
            "Q2 I was not. Who taught you?",
            "Q2 When was that?",
        ],
    );
    plain(
        "Ann Lee: You were born at sea.\n\nBo Roe: I was. Were you?\n\nAnn Lee: No.\n\nBo Roe: I knew it. Did I say so?\n\nAnn Lee: Tell us of your father.\n\nBo Roe: He sailed.\n",
        &[
            "P2 You were born at sea.",
            "P2 No.",
            "P2 Tell us of your father.",
        ],
    );
    for names in [["Ann Lee", "Bo Roe"], ["Ann", "Bo"]] {
        let [ann, bo] = names;
        markdown(
            &format!(
                "{ann}: When was it?\n\n{bo}: In spring.\n\n{ann}: You were afraid.\n\n{bo}: Never, and you?\n\n{ann}: No.\n\n{bo}: Good."
            ),
            &["Q2 When was it?", "P2 You were afraid.", "P2 No."],
        );
    }
}

#[test]
fn an_answer_that_asks_is_a_paragraph() {
    check(
        "Ann Lee: Who pays?\n\nBo Roe: The state. Would you?\n\nAnn Lee: What does it cost?\n\nBo Roe: Ten.\n",
        Format::Text,
        &[
            (2, SectionKind::Question, "Who pays?", 1),
            (2, SectionKind::Question, "What does it cost?", 1),
        ],
    );
}

#[test]
fn labels_may_stand_above_the_words() {
    for marks in [["", ":"], ["", "  0:12"]] {
        let turn = |name: &str, words: &str| format!("{}{name}{}\n{words}\n\n", marks[0], marks[1]);
        let text = [
            turn("Ann Lee", "Who sails?"),
            turn("Bo Roe", "The old ones sail."),
            turn("Ann Lee", "Tell us more."),
            turn("Bo Roe", "There is no more."),
        ];
        plain(&text.concat(), &["Q2 Who sails?", "P2 Tell us more."]);
    }
    plain(
        "ANN LEE\nWho sails?\n\nBO ROE\nThe old ones sail.\n\nANN LEE\nWho waits?\n\nBO ROE\nAll of us wait.\n",
        &["Q2 Who sails?", "Q2 Who waits?"],
    );
    markdown(
        "**Ann Lee**\nThe old ones sail.\n\n**Bo Roe**\nWho waits?\n\n**Ann Lee**\nAll of us wait.\n\n**Bo Roe**\nWho pays?\n\n**Ann Lee**\nNobody.",
        &["Q2 Who waits?", "Q2 Who pays?"],
    );
}

#[test]
fn a_request_has_a_label_too() {
    for [q, a] in [
        ["Q.", "A."],
        ["P.", "R."],
        ["Q:", "A:"],
        ["Question:", "Answer:"],
    ] {
        plain(
            &format!(
                "{q} Who sails?\n\n{a} The old ones sail.\n\n{q} Tell us more.\n\n{a} Why? I will not.\n"
            ),
            &["Q2 Who sails?", "P2 Tell us more."],
        );
    }
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

#[test]
fn lines_that_stand_as_headings_do() {
    let lines = |mark: &str, lines: &[&str]| -> String {
        let section = |line: &&str| format!("{mark}{line}{mark}\n\nIt is so. It has been so.\n\n");
        format!(
            "It is known.\n\n{}",
            lines.iter().map(section).collect::<String>()
        )
    };
    for mark in ["**", ""] {
        let text = lines(mark, &["The ships of old", "Costs", "The way on"]);
        let expected = ["H2 The ships of old", "H2 Costs", "H2 The way on"];
        if mark.is_empty() {
            plain(&text, &expected);
        } else {
            markdown(&text, &expected);
        }
        let is_emphasis = lines(mark, &["It is old.", "Costs", "The way on"]);
        check_headings(&is_emphasis, Format::Markdown, &[]);
        check_headings(
            &lines(mark, &["Costs", "Costs", "Costs"]),
            Format::Markdown,
            &[],
        );
    }
    plain(
        "A ship went out\n\nNo one saw it\n\nIts sails were white\n\nThe wind was low\n",
        &[],
    );
}

#[test]
fn guillemets_stand_beside_other_questions() {
    plain(
        "Wir sprachen.\n\nWer zahlt?\n\nAlle zahlen.\n\n»Und dann?«\n\nNichts mehr.\n\nWohin geht es?\n\nAufs Meer.\n",
        &["Q2 Wer zahlt?", "Q2 »Und dann?«", "Q2 Wohin geht es?"],
    );
    markdown(
        "**誰が払うのですか**\n\n市です。\n\n**なぜですか。**\n\n海です。",
        &["Q2 誰が払うのですか", "Q2 なぜですか。"],
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
