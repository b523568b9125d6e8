//! Small texts of both kinds, as they come from mail, wires and editors.

use super::*;
use crate::doc::Document;
use crate::doc::format::Format;

/// One line a block: a `>` for each quotation, a letter for its kind, then its words.
#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(picture(text), expected, "{text}");
}

fn picture(text: &str) -> String {
    let document = Document::read(text.to_owned(), Format::Text);
    let mut shown = String::new();
    for id in document.ids() {
        let kind = match document.block(id).unwrap().kind {
            BlockKind::Heading(_) => 'H',
            BlockKind::Code => 'C',
            BlockKind::Paragraph if document.list(id).is_some() => 'I',
            BlockKind::Title => 'T',
            BlockKind::Byline => 'B',
            BlockKind::Paragraph => 'P',
            _ => 'x',
        };
        let quotes = document.frames(id).filter(|it| it.kind == FrameKind::Quote);
        shown.extend(quotes.map(|_| '>').chain([kind, ' ']));
        shown.push_str(document.prose(id).as_str());
        shown.push('\n');
    }
    shown
}

/// The words of each block of a picture.
fn words(picture: &str) -> Vec<&str> {
    let lines = picture.lines();
    lines.map(|line| crate::text::tail(line, 2)).collect()
}

#[test]
fn verse_keeps_its_lines() {
    check(
        "The Harbour\n\nThe harbour sleeps beneath the snow\n  And every boat is tied\nAnd every gull that used to go\n  Now lingers there\n\nThe mayor sits beside his fire.\nHe counts.\nHe waits.\n",
        "T The Harbour\nP The harbour sleeps beneath the snow And every boat is tied And every gull that used to go Now lingers there\n\
         P The mayor sits beside his fire.\nP He counts.\nP He waits.\n",
    );
    check(
        "The talks go on, and nobody knows for how long they will go on\nin the town, which has other things to think of than a ferry.\n\nAnn Lee\nHarbour Office\n12 Pier Road\n\nAnn Lee\nWho pays?\nThe town\n",
        "P The talks go on, and nobody knows for how long they will go on in the town, which has other things to think of than a ferry.\n\
         P Ann Lee Harbour Office 12 Pier Road\nP Ann Lee\nH Who pays?\nP The town\n",
    );
}

/// Nothing else tells that the lines are wrapped.
#[test]
fn a_name_or_a_number_goes_on_where_a_small_word_stands_above() {
    for text in [
        "The ships that used to call at Kolm now go to the port of\nOstmark, which is farther but open.\n",
        "The clerk said that the money was short. He would report in\nMay, and he promised to show the figures.\n",
        "She had gone to see the mayor of the smaller of the two towns,\nAnn Lee, who was ill.\n",
        "She had left the harbour long before the storm, but neither she nor\nI knew of it.\n",
        "Of all the boats in the two towns, the council has sold more than\n40, and it has bought one.\n",
        "They went on foot from the old pier to the house of the\nMayor.\n",
        "Der Rat der Stadt hat am Montag beschlossen, das Geld für den\nHafen nicht zu zahlen.\n",
        "Le conseil a voté lundi contre le projet de la\nMairie.\n",
        "The only ferry that they had seen was the\n“Anna”, which is old.\n",
    ] {
        let flowing: Vec<_> = text.lines().map(str::trim_end).collect();
        check(text, &format!("P {}\n", flowing.join(" ")));
    }
}

/// What ends a line for another reason, though the next begins with a capital.
#[test]
fn lines_that_nothing_goes_on_below_stay_apart() {
    for text in [
        "The council of the old town has closed its harbour for good\nThe council said today that nobody needed it, and that it would be sold.\n",
        "What all of the people in the two towns are waiting for\nThe board of the harbour has told nobody when the boats will come back, or who is to pay.\n",
        "Pier Office of the Council of Kolm and the Islands\nMayor of Kolm\n",
        "Yours, on behalf of the council and its harbour,\nAnn Lee\n",
        "I went down to the\nHarbour\n",
        "The night the boats went out and the\nMoon was low upon the tide and\nNobody\n",
    ] {
        assert_eq!(words(&picture(text)), text.lines().collect::<Vec<_>>());
    }
}

#[test]
fn verse_may_hold_as_many_ends_of_sentences_as_other_lines() {
    check(
        "The Boat\n\n“I heard it creak,” the sailor said,\n“I heard it in the night.”\nThe captain did not leave his bed\nAnd did not see the light.\n\n\
         The wind came up, the wind went down,\n\"It blows,\" the sailor cried.\nThe captain wore his paper crown\nAnd waited for the tide.\n",
        "T The Boat\nP “I heard it creak,” the sailor said, “I heard it in the night.” The captain did not leave his bed And did not see the light.\n\
         P The wind came up, the wind went down, \"It blows,\" the sailor cried. The captain wore his paper crown And waited for the tide.\n",
    );
    check(
        "Of Boats\n\nA boat\nIt floats.\nA crown\nIt does not.\n",
        "T Of Boats\nP A boat\nP It floats.\nP A crown\nP It does not.\n",
    );
}

#[test]
fn one_paragraph_a_line() {
    check(
        "The talks go on, and nobody knows for how long they will.\nWhat is at stake?\nA lot:\n- Money.\n• Time.\nThat is all there is to say about it today.",
        "P The talks go on, and nobody knows for how long they will.\nH What is at stake?\nP A lot:\nI Money.\nI Time.\nP That is all there is to say about it today.\n",
    );
}

#[test]
fn paragraphs_wrapped_by_hand() {
    check(
        "A first paragraph whose lines are wrapped\nat about forty characters each, as mail\nused to be.\n\nWhat now?\n\nA second one that is wrapped as well and\nthen ends.\n",
        "P A first paragraph whose lines are wrapped at about forty characters each, as mail used to be.\nH What now?\nP A second one that is wrapped as well and then ends.\n",
    );
}

#[test]
fn old_line_ends_are_line_ends() {
    check(
        "One line here.\rAnother line.\r\nA third.\u{2028}The last.",
        "P One line here.\nP Another line.\nP A third.\nP The last.\n",
    );
}

#[test]
fn questions_upon_questions_are_no_headings() {
    check(
        "Who is it?\nWhat is it?\nWhere is it?\nNobody knows.",
        "P Who is it?\nP What is it?\nP Where is it?\nP Nobody knows.\n",
    );
}

#[test]
fn a_list_of_numbered_questions_ends_where_the_numbers_begin_anew() {
    check(
        "1. Who is it?\n2. What is it?\n1. Who is it?\nNobody knows it.\n2. What is it?\nNobody knows it.",
        "H 1. Who is it?\nH 2. What is it?\nH 1. Who is it?\nP Nobody knows it.\nH 2. What is it?\nP Nobody knows it.\n",
    );
    check(
        "1. Who?\n2. What?\n3. Where?\n1. Who?\nNobody knows it.",
        "P 1. Who?\nP 2. What?\nP 3. Where?\nH 1. Who?\nP Nobody knows it.\n",
    );
}

#[test]
fn a_list_of_questions_ends_where_they_are_asked_again() {
    check(
        "Contents\nWho is it?\nWhat is it?\nWhere is it?\n\nWho is it?\nNobody knows it.\n\nWhat is it?\nNobody knows it.",
        "P Contents\nP Who is it?\nP What is it?\nP Where is it?\nH Who is it?\nP Nobody knows it.\nH What is it?\nP Nobody knows it.\n",
    );
}

#[test]
fn who_is_asked_may_ask_back() {
    check(
        "We met.\nWho sails?\nI do. Why would I not?\nWho waits?\nAll of us wait.",
        "P We met.\nH Who sails?\nP I do. Why would I not?\nH Who waits?\nP All of us wait.\n",
    );
    check(
        "We met at a pier that is as old as they are\nin this town.\n\nWho sails?\n\nI do. Why would I not?\n\nYou were born here. Who waits?\n\nAll of us wait.",
        "P We met at a pier that is as old as they are in this town.\nH Who sails?\nP I do. Why would I not?\nH You were born here. Who waits?\nP All of us wait.\n",
    );
}

#[test]
fn what_a_speaker_asks_is_a_paragraph() {
    check(
        "Two talk.\nAnn Lee: Who sails?\nBo Roe: Why?\nQ: Who waits?\nThe end.",
        "P Two talk.\nP Ann Lee: Who sails?\nP Bo Roe: Why?\nH Q: Who waits?\nP The end.\n",
    );
}

#[test]
fn greek_asks_with_a_semicolon() {
    check(
        "Το λιμάνι είναι βαθύ.\nΠοιος πληρώνει;\nΌλοι.\nΠού πάει\u{37E}\nΣτη θάλασσα.",
        "P Το λιμάνι είναι βαθύ.\nH Ποιος πληρώνει;\nP Όλοι.\nH Πού πάει\u{37E}\nP Στη θάλασσα.\n",
    );
}

#[test]
fn headings_of_asciidoc_have_signs_before_them() {
    check(
        "= All of it\n\n== Who sails?\n\nThe old ones.\n\n=== 2. No wind ===\n\nIt is calm.\n= 5\n==\n",
        "T All of it\nH Who sails?\nP The old ones.\nH 2. No wind\nP It is calm.\nP = 5\nP ==\n",
    );
}

#[test]
fn a_question_inside_quotation_marks_is_no_heading() {
    check(
        "“Why me?”\nHe did not know.\nwhy not?\nBecause.",
        "P “Why me?”\nP He did not know.\nP why not?\nP Because.\n",
    );
}

#[test]
fn drawings_keep_their_lines() {
    check(
        "Words that are wrapped at a width which\nis small enough to be seen as such by a\nprogram.\n\n  /\\    /\\\n /  \\__/  \\\n",
        "P Words that are wrapped at a width which is small enough to be seen as such by a program.\nC   /\\    /\\\n /  \\__/  \\\n",
    );
}

/// Wraps the paragraphs of a picture at `width` characters; items go on to the right of their bullet.
fn wrapped(picture: &str, width: usize, indent: &str, hang: &str, gap: &str) -> String {
    let mut text = String::new();
    for line in picture.lines() {
        let (kind, words) = line.split_once(' ').unwrap();
        let (bullet, hang) = if kind == "I" { ("- ", hang) } else { ("", "") };
        let mut row = format!("{indent}{bullet}");
        let mut is_empty = true;
        for word in words.split(' ') {
            if !is_empty && row.chars().count() + 1 + word.chars().count() > width {
                text.push_str(&row);
                text.push('\n');
                row = format!("{indent}{hang}");
                is_empty = true;
            }
            if !is_empty {
                row.push(' ');
            }
            row.push_str(word);
            is_empty = false;
        }
        text.push_str(&row);
        text.push('\n');
        text.push_str(gap);
    }
    text
}

const WRAPPED: &[&str] = &[
    "P The ferry between the two towns will run again in spring, as the board of the harbour said on Monday in a short note that it sent to all papers.\nP Tickets are sold at the pier.\n",
    "T The levy and its price\nP The scheme covers the accounts that most people in the country have with a bank of any size:\nI savings accounts that are held by residents and were opened before the end of the year;\nI current accounts.\nH Who pays for it in the end?\nP Banks pay. The levy is set each year by the board of the fund and is then collected by the tax office, as the law demands it.\n",
    "P “I will not sign a blank cheque,” said the mayor of the smaller town, who has led it for years, “but I will sign a fair one.”\nP “Nobody asked her to,” said the other, and he left the room without a word to the reporters who waited for him outside.\nH Why does the office in the old town need a second ferry, when the first is never full?\nP Nobody knows, and those who do will not say so before the vote that is due in the first week of March.\n",
    "H Why is a Deal so Vital?\nP It ends a quarrel that has cost both of them more than the dredging of the harbour ever could, and it ends it for good.\nI Free berths for all the fishing boats under twelve metres that have their home in one of the towns.\nI A joint office\nH Is the Night Ferry Real?\nP Perhaps. The mayor described it as a test for one summer, and the office of her neighbour did not answer.\n",
];

const WIDTHS: [usize; 5] = [40, 55, 65, 72, 78];

#[test]
fn lines_wrapped_by_hand_are_joined_again() {
    for expected in WRAPPED {
        for width in WIDTHS {
            for (indent, hang) in [("", "  "), ("", ""), ("    ", "  ")] {
                let text = wrapped(expected, width, indent, hang, "\n");
                check(&text, expected);
                check(&text.replace('\n', "\r\n"), expected);
            }
        }
    }
}

#[test]
fn paragraphs_that_touch_are_told_apart() {
    for expected in WRAPPED {
        for width in WIDTHS {
            check(&wrapped(expected, width, "", "  ", ""), expected);
        }
    }
}

#[test]
fn short_paragraphs_stay_what_they_are() {
    for lines in [
        "The ferry runs again.\nTickets are sold at the pier.\nIt leaves at nine.\n",
        "Ann Lee\n12 High Street\nSouthmole\n",
        "A ship went out at break of day\nAnd no one saw it go\nIts sails were white, its hull was grey\nThe wind was light and low\n",
        "The deal covers:\nloans to banks\nloans to people\ngrants\n",
        "It was late.\niPhones rang all over the hall.\nNobody answered.\n",
        "He said:\n“I do not know.”\nShe said:\n“I do.”\n",
    ] {
        assert_eq!(words(&picture(lines)), lines.lines().collect::<Vec<_>>());
    }
}

#[test]
fn fixture_wrapped_by_hand_has_the_same_blocks() {
    let original = picture(include_str!("../../../tests/fixtures/harbour.txt"));
    for width in WIDTHS {
        for hang in ["", "  "] {
            check(&wrapped(&original, width, "", hang, "\n"), &original);
        }
    }
}

#[test]
fn items_go_on_under_their_bullet() {
    check(
        "The Big Explainer\n\nThe scheme covers:\n\n  * savings accounts, held\n    by residents;\n  * current accounts.\n\nWho pays?\n\nBanks pay. The levy is set each year by the board of the fund\nand is then collected by the tax office, as the law demands it.\n",
        "T The Big Explainer\nP The scheme covers:\nI savings accounts, held by residents;\nI current accounts.\nH Who pays?\nP Banks pay. The levy is set each year by the board of the fund and is then collected by the tax office, as the law demands it.\n",
    );
}

#[test]
fn lists_stand_in_items() {
    let text = "The deal:\n- outer one\n  - inner one\n  - inner two\n- outer two\n(a) a letter\n(iv) a number\nThe end.";
    check(
        text,
        "P The deal:\nI outer one\nI inner one\nI inner two\nI outer two\nI a letter\nI a number\nP The end.\n",
    );
    let document = Document::read(text.to_owned(), Format::Text);
    let depths: Vec<_> = document
        .ids()
        .map(|id| document.frames(id).count())
        .collect();
    assert_eq!(depths, [0, 1, 2, 2, 1, 1, 1, 0]);
}

#[test]
fn columns_keep_their_lines() {
    let columns = "Year   Boats   Ferries\n1998      12         4\n2004     120         7";
    check(
        &format!(
            "The council has told what it knows of them.\n\n{columns}\n\nNobody was surprised by that.\nNobody."
        ),
        &format!(
            "P The council has told what it knows of them.\nC {columns}\nP Nobody was surprised by that.\nP Nobody.\n"
        ),
    );
    let wrapped = "The council has told what it knows of the\nboats, and nobody was surprised by what it\nsaid.";
    let flowing = wrapped.replace('\n', " ");
    check(
        &format!("{wrapped}\n\n{columns}\n\n{wrapped}"),
        &format!("P {flowing}\nC {columns}\nP {flowing}\n"),
    );
    check(
        "Even lines have  two spaces where nobody needs\nthem, and   nobody  who only reads  the  words\nwould ever  see  the spaces  between  them all.",
        "P Even lines have  two spaces where nobody needs them, and   nobody  who only reads  the  words would ever  see  the spaces  between  them all.\n",
    );
}

#[test]
fn odd_spaces_before_a_drawing_belong_to_it() {
    let text = "Words that are wrapped at a width which\nis small enough to be seen as such by a\nprogram.\n\n\u{a0}/\\    /\\\n\u{a0}/  \\__/  \\\n\n\u{3000}|    |\n";
    check(
        text,
        "P Words that are wrapped at a width which is small enough to be seen as such by a program.\nC \u{a0}/\\    /\\\n\u{a0}/  \\__/  \\\nC \u{3000}|    |\n",
    );
}

#[test]
fn replies_quote() {
    check(
        "On Monday Ann Holt wrote:\n\n> We met, and there is a plan that all of\n> us can live with.\n>\n> - Money.\n>\n>> Is that so?\n>> I ask.\n\nIt is, and there is nothing more to say\nabout it.\n",
        "P On Monday Ann Holt wrote:\n>P We met, and there is a plan that all of us can live with.\n>I Money.\n>>H Is that so?\n>>P I ask.\nP It is, and there is nothing more to say about it.\n",
    );
    check("> One.\n>Two.\nThree.\n", ">P One.\n>P Two.\nP Three.\n");
    check(">>> 1 + 1.\n2\n", "P >>> 1 + 1.\nP 2\n");
}

#[test]
fn the_header_of_a_message_is_its_title_and_what_stands_around_it() {
    check(
        "X-Id: 1\nFrom: Ann <a@example.org>\nTo: Bo,\n  Cy\nSubject: Who\n pays?\nDate: 1 May 2026\n\nNobody.\n",
        "B From: Ann <a@example.org> To: Bo, Cy\nT Who pays?\nB Date: 1 May 2026\nP Nobody.\n",
    );
}

/// Anything but linear would take minutes here.
#[test]
fn rows_under_the_attributes_of_a_title_are_read_in_linear_time() {
    let row = "tides      3\n";
    let rows = 200_000;
    let text = format!("= The harbour\n:toc:      x\n{}", row.repeat(rows));
    let document = Document::read(text, Format::Text);
    assert_eq!(document.len(), rows + 1);
}
