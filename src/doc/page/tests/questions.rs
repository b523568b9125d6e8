//! Questions of a page, with answers that are folded away, aside, or in its data alone.

use super::*;

#[test]
fn answers_are_unfolded() {
    for hidden in ["style='display:none'", "aria-hidden=true", "hidden"] {
        for line in ["<h3>Who pays?</h3>", "<h3><button>Who pays?</button></h3>"] {
            check_page(
                "",
                &format!("<div>{line}<div {hidden}><p>{PAYS}</div></div>"),
                &["h3 Who pays?", PAYS],
            );
        }
    }
    let row = |line: &str, answer: &str| {
        format!("<div class=fold><button>{line}</button><div hidden><p>{answer}</div></div>")
    };
    let (repairs, tells) = (format!("Its men. {PAYS}"), format!("All of it. {PAYS}"));
    check_page(
        "",
        &[
            row("Who pays?", PAYS),
            row("Who repairs it?", &repairs),
            row("Tell us more", &tells),
        ]
        .concat(),
        &[
            "h3 Who pays?",
            PAYS,
            "h3 Who repairs it?",
            &repairs,
            "h3 Tell us more",
            &tells,
        ],
    );
    check_page("", "<div hidden><p>Nobody reads this.</div>", &[]);
    check_page(
        "",
        &format!("<h3>Who pays?</h3><p>{PAYS}<h3>Menu</h3><nav hidden><p>Home</nav>"),
        &["h3 Who pays?", PAYS, "h3 Menu"],
    );
}

/// Data that tell of these questions, with one answer.
fn data(questions: &[&str], answer: &str) -> String {
    let told = questions.iter().map(|question| {
        format!(r#"{{"@type":"Question","name":"{question}","acceptedAnswer":{{"@type":"Answer","text":"{answer}"}}}}"#)
    });
    let told = told.collect::<Vec<_>>().join(",");
    format!(
        r#"<script type="application/ld+json">{{"@type":"FAQPage","mainEntity":[{told}]}}</script>"#
    )
}

#[test]
fn what_stands_aside_is_not_brought_back() {
    let head = data(&["Who pays?", "Who repairs it?"], "The town.");
    let repairs = format!("Its men repair it. {PAYS}");
    let article = format!("<h2>Who pays?</h2><p>{PAYS}<h2>Who repairs it?</h2><p>{repairs}");
    let expected = ["h2 Who pays?", PAYS, "h2 Who repairs it?", &repairs];
    for aside in [
        "<aside><h3>What else?</h3><a href='/x'>Read more about piers</a></aside>",
        "</article></main><aside><h3>Why do gulls cry?</h3><a href='/x'>Read more on gulls</a></aside>",
        "</article></main><footer><h4>Need help?</h4><p>Call us on any day of the week, by night too.</footer>",
        "<div class=newsletter><h3>Want more of this?</h3><p>Subscribe to the newsletter.</div>",
    ] {
        check_page(&head, &format!("{article}{aside}"), &expected);
        check_page(
            &head,
            &article.replacen(
                "<h2>",
                &format!("{aside}<h2>"),
                usize::from(!aside.starts_with("</")),
            ),
            &expected,
        );
    }
}

#[test]
fn told_questions_are_brought_back_once() {
    let head = data(&["Who pays?"], "The town.");
    let body = format!(
        "<p>{PAYS}</article></main><div class=comment><h3>Who pays?</h3><p>{PAYS}<p>It pays in the autumn of each year.</div>"
    );
    check_page(
        &head,
        &body,
        &[PAYS, "h3 Who pays?", "It pays in the autumn of each year."],
    );
}

#[test]
fn answers_in_data_alone_are_the_article() {
    let page = |body: &str, answer: &str| {
        let head = data(&["Who pays?", "Who else?"], answer);
        let (part, notice) = read(
            &format!("<head>{head}</head><body>{body}<script>fill()</script>"),
            None,
        );
        assert_eq!(notice, None);
        picture(&part)
    };
    let told = [
        "h2 Who pays?",
        "The town & its people.",
        "With fees.",
        "h2 Who else?",
        "The town & its people.",
        "With fees.",
    ];
    let answer = "<p>The town &amp; its <b>people</b>.</p><p>With fees.</p>";
    assert_eq!(page("<div id=root></div>", answer), told);
    assert_eq!(page("<p>Find help here.</p>", answer)[1..], told);
    assert_eq!(
        page("<h2>Who pays?</h2><p>The town.", answer),
        [&["h2 Who pays?", "The town."], &told[3..]].concat()
    );
    assert_eq!(
        page(
            "<h2>Prices</h2><p>The town and its people with fees.",
            "The town, and its people: with fees."
        ),
        ["h2 Prices", "The town and its people with fees."]
    );
}

#[test]
fn questions_stand_in_the_rows_of_a_table() {
    let row = |question: &str, answer: &str| format!("<tr><td><b>{question}</b><td>{answer}");
    let asked = row("Who pays?", "The town.") + &row("Who else?", "Its people.");
    let page = |rows: &str| picture(&read(&format!("<article><table>{rows}</table>"), None).0);
    let expected = [
        "h3 *Who pays?*",
        "The town.",
        "h3 *Who else?*",
        "Its people.",
    ];
    assert_eq!(page(&asked), expected);
    assert_eq!(
        page(&format!("<tr><th>Question<th>Answer{asked}")),
        expected
    );
    assert_eq!(
        page(&(asked.clone() + &row("Lost things", "At the pier.")))[4..],
        ["h3 *Lost things*", "At the pier."]
    );
    let prices = row("Boat", "Ten.") + &row("Night?", "Two.") + &row("Day", "One.");
    assert!(page(&prices).iter().all(|line| !line.starts_with('h')));
}

#[test]
fn a_button_may_be_all_of_a_heading() {
    let item = |line: &str, answer: &str| {
        format!("<div><h3><button>{line}</button></h3><div>{answer}</div></div>")
    };
    let items = item("Who pays?", "The town.") + &item("Lost things", "At the pier.");
    assert_eq!(
        picture(&read(&format!("<article>{items}"), None).0),
        [
            "h3 Who pays?",
            "The town.",
            "h3 Lost things",
            "At the pier."
        ]
    );
    assert_eq!(
        picture(
            &read(
                "<article><h3>Prices <button>Share</button></h3><p>Ten.",
                None
            )
            .0
        ),
        ["h3 Prices", "Ten."]
    );
}

#[test]
fn what_the_page_tells_of_unfolds_without_a_mark() {
    let head = data(&["Who pays?", "Lost things"], "So.");
    let item = |line: &str, answer: &str| {
        format!("<div><button>{line}</button><div style=\"display:none\">{answer}</div></div>")
    };
    let items = item("Who pays?", "The town.") + &item("Lost things", "At the pier.");
    assert_eq!(
        picture(&read(&format!("<head>{head}</head><article>{items}"), None).0),
        [
            "h3 Who pays?",
            "The town.",
            "h3 Lost things",
            "At the pier."
        ]
    );
}
