//! As a pager, with what programs print for a terminal, and without a screen at all.

use sidenote::doc::format::Format;

use crate::screen::Screen;
use crate::terminal::{Terminal, script};

/// A manual page as `nroff` prints it: `*bold*` is struck twice, `_underlined_` over an underscore.
fn manual() -> String {
    let page = "\
LIFT(1)                  Harbour Manual                  LIFT(1)

*NAME*
       lift - raise a barrier

*SYNOPSIS*
       *lift* [*-n*] _barrier_...

*DESCRIPTION*
       *lift* raises each _barrier_. It never lowers one.

       *-n*     says what it would do.
";
    let (mut printed, mut style) = (String::new(), None);
    for c in page.chars() {
        match c {
            '*' | '_' => style = if style.is_none() { Some(c) } else { None },
            _ => {
                let under = style.map(|style| if style == '*' { c } else { '_' });
                printed.extend(under.into_iter().flat_map(|under| [under, '\u{8}']));
                printed.push(c);
            }
        }
    }
    printed
}

fn screen(text: &str, keys: &str) -> Screen {
    Screen::read(text, Format::of(None, text), "standard input", "70x16").keys(keys)
}

#[test]
fn a_manual_page_has_its_sections() {
    insta::assert_snapshot!("manual", screen(&manual(), "").picture());
    insta::assert_snapshot!("manual_roles", screen(&manual(), "").roles());
    insta::assert_snapshot!("manual_section", screen(&manual(), "] ]").picture());
}

#[test]
fn what_is_struck_over_is_found_and_copied_as_it_is_seen() {
    let screen = screen(&manual(), "/ type:lift_[-n]_barrier Enter");
    assert!(screen.row_from_below(2).trim_end().ends_with("1/1"));
    assert_eq!(screen.keys("y").copied(), Some("lift [-n] barrier..."));
}

#[test]
fn a_difference_keeps_its_colours() {
    let text = "\
\u{1b}[1mdiff --git a/tide.txt b/tide.txt\u{1b}[m
\u{1b}[36m@@ -1 +1 @@\u{1b}[m
\u{1b}[31m-low\u{1b}[m
\u{1b}[32m+\u{1b}[m\u{1b}[32mhigh\u{1b}[m
 and\ta tab
";
    insta::assert_snapshot!("difference", screen(text, "").picture());
    insta::assert_snapshot!("difference_roles", screen(text, "").roles());
}

#[test]
fn what_fits_on_the_screen_is_printed_when_that_is_asked_for() {
    let short = r"printf '\033[31mred\033[2J\033[m\n\nand more\n' | sidenote -F";
    let mut terminal = Terminal::run_as_it_is(script(short));
    assert!(terminal.end().success());
    assert!(
        terminal
            .log()
            .contains("\u{1b}[31mred␛[2J\u{1b}[0m\r\n\r\nand more\r\n")
    );
    assert!(!terminal.log().contains("\u{1b}[?1049h"));
    for colourless in ["NO_COLOR=1 sidenote -F", "sidenote -F --theme plain"] {
        let mut terminal =
            Terminal::run_as_it_is(script(&short.replace("sidenote -F", colourless)));
        assert!(terminal.end().success());
        assert!(!terminal.log().contains("\u{1b}[31m"));
    }
    for empty in [
        "sidenote -F < /dev/null; echo over",
        "true | sidenote -F; echo over",
    ] {
        let mut terminal = Terminal::run_as_it_is(script(empty));
        assert!(terminal.end().success());
        assert_eq!(terminal.log(), "over\r\n", "{empty}");
    }
    let line = r"printf '\033[31m%77s THE-END\033[m\n' ebb | sidenote -F";
    let code = r"printf '# Tides\n\n```\n%77s THE-END\n```\n' ebb | sidenote -F";
    for (long, beginning) in [
        ("sidenote -F harbour.txt", "Two towns"),
        (line, "ebb"),
        (code, "Tides"),
    ] {
        let mut terminal = Terminal::run(script(long));
        terminal.wait_for(beginning);
        terminal.type_keys("q");
        assert!(terminal.end().success());
        terminal.assert_given_back();
    }
}

#[test]
fn what_would_have_to_be_moved_sideways_does_not_fit() {
    let height = |text: &str| screen(text, "").app.height_alone(8);
    assert_eq!(height(&format!("\u{1b}[1m{:>70}\u{1b}[m", "ebb")), Some(1));
    assert_eq!(height(&format!("\u{1b}[1m{:>71}\u{1b}[m", "ebb")), None);
    assert_eq!(height(&"\u{1b}[1mebb\u{1b}[m\n".repeat(8)), Some(8));
    assert_eq!(height(&"\u{1b}[1mebb\u{1b}[m\n".repeat(9)), None);
    let table = |cell: &str| height(&format!("| Ebb | Flood |\n|---|---|\n| {cell} | late |\n"));
    assert_eq!(table("early"), Some(3));
    assert_eq!(
        table("low_water_by_the_old_mole_and_then_on_to_the_far_side_of_the_long_bar"),
        None
    );
}

#[test]
fn a_growing_file_is_followed() {
    let folder = std::env::temp_dir().join(format!("sidenote-follow-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("growing.log");
    let lines = |count: usize| {
        let line = |number| format!("\u{1b}[1mline\u{1b}[m {number} of the log\n");
        (1..=count).map(line).collect::<Vec<_>>().concat()
    };
    std::fs::write(&path, lines(100)).unwrap();
    let mut terminal = Terminal::open(&["+F", path.to_str().unwrap()]);
    terminal.wait_for("line 100 of the log");
    terminal.wait_for("FOLLOW");
    std::fs::write(&path, lines(200)).unwrap();
    terminal.wait_for("line 200 of the log");
    terminal.type_keys("g");
    terminal.wait_for("line 1 of the log");
    std::fs::write(&path, lines(300)).unwrap();
    terminal.wait_for("100 paragraphs added");
    terminal.wait_for("line 1 of the log");
    terminal.type_keys("Gq");
    assert!(terminal.end().success());
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn without_a_screen_it_is_told_what_changes() {
    let mut terminal = Terminal::open(&["--plain-ui", "harbour.txt"]);
    terminal.wait_for("Two towns");
    terminal.type_keys("]");
    terminal.wait_for("Section 1 of 3: What did the towns agree on?");
    terminal.type_keys("/silts");
    terminal.wait_for("Search: silts");
    terminal.type_keys("\r");
    terminal.wait_for("Hit 1 of 1, paragraph 3: The sum is not small.");
    terminal.type_keys("\t");
    terminal.wait_for("List of quotes and guarantees, 14.");
    terminal.wait_for("Who pays for the dredging?, 3 quotes, 3 guarantees");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    let log = terminal.log();
    assert!(!log.contains('\u{1b}'), "{log:?}");
    assert_eq!(
        log.matches("What did the towns agree on?").count(),
        1,
        "{log}"
    );
}

#[test]
fn without_a_screen_sheets_and_what_is_typed_are_told() {
    let mut terminal = Terminal::open(&["--plain-ui", "harbour.txt"]);
    terminal.wait_for("Two towns");
    // What is known of the article is in nobody's way.
    terminal.type_keys("i");
    terminal.wait_for("What is known of the article:");
    terminal.type_keys("v");
    terminal.wait_for("1 word, Introduction paragraph 1");
    terminal.type_keys("v:wid");
    terminal.wait_for("Command, Down tells what fits: wid");
    terminal.type_keys("\u{1b}[B");
    terminal.wait_for("widen-list, Lw, the list over the full width");
    terminal.type_keys("\u{3}?/bookmark here\r");
    terminal.wait_for("Found: m with a letter behind it: a bookmark here");
    terminal.type_keys("x");
    terminal.wait_for("x does nothing here · Esc closes help");
    terminal.type_keys("qq");
    assert!(terminal.end().success());
    assert_eq!(terminal.log().matches("Found: m ").count(), 1);
}

#[test]
fn without_a_screen_it_is_told_what_is_shown() {
    let mut terminal = Terminal::open(&["--plain-ui", "harbour.txt"]);
    terminal.wait_for("Two towns");
    for (key, told) in [
        ("z", "the text alone, z all the rest again"),
        ("z", "all the rest is there again"),
        ("s", "List of quotes and guarantees"),
        ("s", "Text."),
    ] {
        terminal.type_keys(key);
        terminal.wait_for(told);
    }
    terminal.type_keys("q");
    assert!(terminal.end().success());
}

#[test]
fn without_a_screen_blocks_are_told_whole() {
    let mut terminal = Terminal::open(&["--plain-ui", "everything.md"]);
    terminal.wait_for("? help. q quits.");
    terminal.type_keys("]");
    terminal.wait_for("1. first");
    terminal.wait_for("Quoted: A quotation");
    terminal.type_keys("]");
    terminal.wait_for("Table of 2 rows: Left; Middle; Right");
    terminal.wait_for("Row 2: Left: wider cell; Middle: c; Right: 1000");
    terminal.wait_for("far too long to fit into any text column of seventy cells\");");
    terminal.wait_for("End of code.");
    terminal.type_keys("i");
    terminal.wait_for("By: A. Tester");
    terminal.type_keys("q");
    terminal.wait_for("Text.");
    terminal.type_keys("q");
    assert!(terminal.end().success());
    let log = terminal.log();
    assert_eq!(log.matches("Row 2").count(), 1, "{log}");
    assert!(!log.contains(['│', '─', '\u{1b}']), "{log:?}");
}
