//! Who asks and who answers: turns, labels, words in bold.

use super::*;

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
