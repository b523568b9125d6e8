//! Copying and citing: what goes to the clipboard, and what the shell prints.

use serde_json::Value;
use sidenote::app::effect::Effect;
use sidenote::app::event::{Event, Key};
use sidenote::doc::format::Format;

use crate::cli::{json, sidenote_with, text};
use crate::screen::Screen;

/// An article that says all of itself.
const PIER: &str = "---
title: Who pays for the pier?
author: Ann Lee
date: 2026-05-12
url: https://harbour.example/pier
---

The two towns call each other “best friends,” and share [a pier](https://pier.example/).

## Will it be mended?

Mayor Ines Calloway said: “We will mend the *whole* pier, and nobody pays twice.”

She promised to open it in May.
";

fn pier(configuration: &str) -> Screen {
    let mut screen = Screen::set(configuration, "80x24");
    screen.take(PIER, Format::Markdown, "pier.md");
    screen
}

#[test]
fn words_are_copied_with_who_said_them_and_where_they_stand() {
    let screen = pier("").keys("t ] . Y");
    assert_eq!(
        screen.copied(),
        Some(
            "“We will mend the whole pier, and nobody pays twice.” — Ines Calloway, Mayor\n\
             Who pays for the pier?, by Ann Lee, 12 May 2026, §1 ¶1\n\
             https://harbour.example/pier#:~:text=We%20will%20mend%20the%20whole%20pier%2C%20and%20nobody%20pays%20twice"
        )
    );
    let notice = "copied §1 ¶1, 10 words with their source · “We will mend the whole pier, and nobody pays twice.” […]";
    assert_eq!(screen.app.notice.as_deref(), Some(notice));
}

#[test]
fn the_form_of_citations_is_set() {
    let markdown = "cite = \"markdown\"\ncite-fragment = false";
    assert_eq!(
        pier(markdown).keys("t ] . Y").copied(),
        Some(
            "> We will mend the whole pier, and nobody pays twice.\n>\n> — Ines Calloway, Mayor, \
             in [Who pays for the pier?](<https://harbour.example/pier>), by Ann Lee, 12 May 2026, §1 ¶1"
        )
    );
    assert_eq!(
        pier("cite = \"apa\"\ncite-fragment = false")
            .keys("] Y")
            .copied(),
        Some(
            "“Mayor Ines Calloway said: ‘We will mend the whole pier, and nobody pays twice.’” \
             (Lee, 2026, “Will it be mended?” section, para. 1)\n\n\
             Lee, A. (2026, May 12). Who pays for the pier? https://harbour.example/pier"
        )
    );
}

#[test]
fn it_is_told_how_words_were_copied() {
    let copy = |screen: &Screen| match screen.effects.last() {
        Some(Effect::Copy(copy)) => copy.clone(),
        other => panic!("{other:?}"),
    };
    let mut screen = pier("").keys("t ] . y");
    let copied = copy(&screen);
    screen.event(Event::Copied {
        copy: copied.clone(),
        way: Ok("xclip"),
    });
    let notice = "copied §1 ¶1, 10 words · through xclip · “We will mend the whole pier, and nobody pays twice.”";
    assert_eq!(screen.app.notice.as_deref(), Some(notice));
    let mut screen = screen.keys("j");
    screen.event(Event::Copied {
        copy: copied,
        way: Ok("xclip"),
    });
    assert_ne!(screen.app.notice.as_deref(), Some(notice));
    let screen = pier("clipboard = \"none\"").keys("y");
    assert!(screen.effects.is_empty());
    assert!(screen.row_from_below(2).contains("nothing is copied"));
}

#[test]
fn quotes_are_printed_as_citations() {
    let printed = |arguments: &[&str]| {
        let arguments = [arguments, &["--no-fragment", "-"]].concat();
        text(&sidenote_with(&arguments, PIER.as_bytes()).stdout).to_owned()
    };
    let friends = "“best friends,”\nWho pays for the pier?, by Ann Lee, 12 May 2026, Introduction ¶1\nhttps://harbour.example/pier\n";
    let pier = "“We will mend the whole pier, and nobody pays twice.” — Ines Calloway, Mayor\n\
                Who pays for the pier?, by Ann Lee, 12 May 2026, §1 ¶1\nhttps://harbour.example/pier\n";
    let plain = printed(&["quotes", "--cite", "plain"]);
    assert!(plain.starts_with("“best friends,”"), "{plain}");
    assert!(plain.ends_with(&format!("\n\n{pier}")), "{plain}");
    let by_speaker = printed(&["quotes", "--by", "speaker", "--cite", "plain"]);
    assert!(by_speaker.contains(pier), "{by_speaker}");
    assert!(friends.starts_with("“best friends,”"));
    let apa = printed(&["guarantees", "--cite", "apa"]);
    assert!(
        apa.contains(
            "“She promised to open it in May” (Lee, 2026, “Will it be mended?” section, para. 2)\n\nLee, A. (2026, May 12). "
        ),
        "{apa}"
    );
}

#[test]
fn who_is_taken_to_give_a_guarantee_is_cited_as_a_guess() {
    let letters =
        "Anna Weil, minister of letters, was firm. “We will guarantee every letter,” she said.\n";
    let cited = "“We will guarantee every letter” — Anna Weil [inferred], minister of letters\n";
    let output = sidenote_with(&["guarantees", "--cite", "plain", "-"], letters.as_bytes());
    assert!(text(&output.stdout).starts_with(cited));
    let screen = Screen::read(letters, Format::Text, "letters.txt", "80x24").keys(". Y");
    assert!(screen.copied().unwrap().starts_with(cited));
    let said = Screen::read(letters, Format::Text, "letters.txt", "80x24").keys(". . Y");
    assert!(said.copied().unwrap().contains("Anna Weil, minister"));
}

#[test]
fn the_role_of_a_person_stands_in_its_column() {
    let printed = |format: &str| {
        let arguments = ["extract", "--kind", "people", "--format", format, "-"];
        text(&sidenote_with(&arguments, PIER.as_bytes()).stdout).to_owned()
    };
    let row = "\r\n-,person,Ines Calloway,Ines Calloway,Mayor,false,,,§1 ¶1,1,";
    assert!(printed("csv").contains(row), "{}", printed("csv"));
    let line = "\n- Ines Calloway, Mayor · §1 ¶1\n";
    assert!(printed("markdown").contains(line));
}

#[test]
fn tables_have_a_row_for_each_thing_that_is_found() {
    let hostile = PIER.replace("title: Who", "title: =Who") + "\nShe said: “=1, or \"two\"?”\n";
    let output = sidenote_with(&["extract", "--format", "csv", "-"], hostile.as_bytes());
    let printed = text(&output.stdout);
    let lines: Vec<_> = printed.split_terminator("\r\n").collect();
    let columns = lines[0].split(',').count();
    assert!(lines[0].starts_with("article,kind,text,who,"), "{printed}");
    let said = "-,quote,\"We will mend the whole pier, and nobody pays twice.\",Ines Calloway,Mayor,false,full,said,§1 ¶1,1,";
    let line = lines.iter().find(|line| line.starts_with(said));
    let line = line.unwrap_or_else(|| panic!("{printed}"));
    assert_eq!(line.split(',').count(), columns + 1, "{line}");
    assert!(line.contains(",'=Who pays for the pier?,"), "{line}");
    let data = json(&sidenote_with(&["extract", "-"], hostile.as_bytes()));
    let count = |kind: &str| data[kind].as_array().map_or(0, Vec::len);
    assert_eq!(
        lines.len(),
        1 + count("quotes") + count("turns") + count("guarantees")
    );
    assert_ne!(data["quotes"], Value::Null);
}

#[test]
fn digests_are_markdown_to_be_read() {
    let arguments = [
        "extract",
        "--format",
        "markdown",
        "--kind",
        "sections,quotes",
        "-",
    ];
    let output = sidenote_with(&arguments, PIER.as_bytes());
    let printed = text(&output.stdout);
    assert!(
        printed.starts_with(
            "# Who pays for the pier?\n\nAnn Lee · 2026-05-12 · <https://harbour.example/pier>\n\n\
             ## Sections\n\n- Will it be mended? · question · §1\n\n## Quotes\n\n- “best friends,”"
        ),
        "{printed}"
    );
}

#[test]
fn an_article_that_cannot_be_read_has_no_rows() {
    let output = sidenote_with(
        &["extract", "--format", "csv", "no.txt", "harbour.txt"],
        b"",
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "sidenote: no such file: no.txt\n");
    assert!(text(&output.stdout).starts_with("article,kind,"));
    assert!(text(&output.stdout).contains("\r\nharbour.txt,quote,"));
}

#[test]
fn words_are_selected_by_keyboard() {
    insta::assert_snapshot!("select", pier("").keys("] v ) )").picture());
    insta::assert_snapshot!("select_roles", pier("").keys("] v l l").roles());
    insta::assert_snapshot!("select_50x20", pier("").keys("50x20 ] v s").picture());
}

#[test]
fn what_is_selected_is_copied_and_stays_marked() {
    let screen = pier("").keys("] v l l y");
    assert_eq!(screen.copied(), Some("Mayor Ines Calloway"));
    assert_eq!(screen.app.selection, None);
    assert!(screen.app.view.marked.is_some());
    let copied = |keys: &str| pier("").keys(keys).copied().unwrap_or_default().to_owned();
    assert_eq!(copied("t ] . v 3 l o l y"), "will mend the");
    assert_eq!(
        copied("] v j y"),
        "Mayor Ines Calloway said: “We will mend the whole"
    );
    assert_eq!(copied("] v } } y").matches("\n\n").count(), 1);
    assert!(copied("] v ) Y").starts_with("“Mayor Ines"));
    let cited = copied("t ] . v l l Y");
    assert!(
        cited.starts_with("“We will mend” — Ines Calloway, Mayor\n"),
        "{cited}"
    );
}

#[test]
fn a_selection_survives_a_resize_and_help_and_ends_with_esc() {
    let screen = pier("").keys("] v ) 40x10 120x40 ?");
    let selection = screen.app.selection;
    assert!(selection.is_some());
    let screen = screen.keys("Esc");
    assert_eq!(screen.app.selection, selection);
    for key in ["Esc", "v", "q", "click:10,5"] {
        let screen = pier("").keys("] v").keys(key);
        assert_eq!(screen.app.selection, None, "{key}");
        let is_kept = |effect: &Effect| matches!(effect, Effect::Keep { .. });
        assert!(screen.effects.iter().all(is_kept), "{key}");
    }
}

#[test]
fn a_selection_goes_where_the_eyes_cannot_see_and_takes_them_along() {
    let paragraph = |n| format!("This is paragraph number {n}.\n\n");
    let long: String = (0..60).map(paragraph).collect();
    let mut screen = Screen::set("", "60x12");
    screen.take(&long, Format::Markdown, "long.md");
    let screen = screen.keys("v 3 0 }");
    let edge = screen.app.selection.unwrap().edge();
    assert!(screen.shows(edge), "{}", screen.picture());
    let screen = screen.keys("G");
    assert!(screen.picture().contains("number 59"));
    let screen = screen.keys("y");
    assert!(screen.copied().unwrap().ends_with("number 59"));
    let empty = Screen::set("", "60x12").keys("v l y");
    assert_eq!(empty.app.selection, None);
}

#[test]
fn keys_that_are_typed_ahead_take_what_would_be_on_screen() {
    let typed = |keys: &str| {
        let mut screen = pier("");
        for key in keys.chars() {
            screen.event(Event::Key(Key::char(key)));
        }
        screen
    };
    assert_eq!(typed("]vy").copied(), Some("Mayor"));
    assert!(typed("]y").copied().unwrap().starts_with("Mayor"));
    assert_eq!(
        typed("]o").app.notice.as_deref(),
        Some("there are no links on screen · O those of the article")
    );
}
