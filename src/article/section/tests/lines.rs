//! Lines of plain text that head sections: questions, numbers, underlines, bare lines.

use super::*;

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
