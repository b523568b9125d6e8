//! As a pager: what programs print for a terminal, in colours and with letters struck over.

use sidenote::doc::format::Format;

use crate::screen::Screen;

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
    assert_eq!(screen.keys("} } y").copied(), Some("lift [-n] barrier..."));
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
