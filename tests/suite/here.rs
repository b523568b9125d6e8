//! Where the reader is: keys that act on this place know the hit of a search, and nothing else does as long as it is on screen.

use sidenote::app::effect::Effect;
use sidenote::doc::format::Format;

use crate::screen::Screen;

/// Three answers; what is searched for stands in the last paragraph of the second.
const LETTERS: &str = "---
title: Who writes the letters?
author: Ann Lee
date: 2026-05-12
---

The town has one office. It writes to everybody.

## Who reads them?

Nobody reads all of them. The clerks try.

Some are read twice.

The mayor was asked. To burn them is unthinkable, she said. They stay.

## Where are they kept?

In the cellar. Some are wet.
";

fn letters(size: &str, keys: &str) -> Screen {
    let mut screen = Screen::set("cite-fragment = false", size);
    screen.take(LETTERS, Format::Markdown, "letters.md");
    screen.keys(keys)
}

const FIND: &str = "/ type:unthinkable Enter ";

#[track_caller]
fn check(keys: &str, expected: &str) {
    let screen = letters("100x30", &format!("{FIND}{keys}"));
    assert_eq!(screen.copied(), Some(expected), "{keys}");
}

const PARAGRAPH: &str = "The mayor was asked. To burn them is unthinkable, she said. They stay.";

#[test]
fn what_is_copied_at_a_hit_is_what_holds_it() {
    check("y", PARAGRAPH);
    check("; y", PARAGRAPH);
    check("j y", PARAGRAPH);
    check("w y", PARAGRAPH);
    check("J y", "To burn them is unthinkable, she said.");
    check("K y", "To burn them is unthinkable, she said.");
    check("2 J y", "They stay.");
    check("2 K y", "The mayor was asked.");
    check("{ y", "Some are read twice.");
    check("} y", "In the cellar. Some are wet.");
    check("v y", "unthinkable");
    check("v l l y", "unthinkable, she said");
    check("v s y", "To burn them is unthinkable, she said.");
    check("7 Tab y", PARAGRAPH);
    check("m a g ' a v s y", "To burn them is unthinkable, she said.");
    check(
        "Y",
        &format!("“{PARAGRAPH}”\nWho writes the letters?, by Ann Lee, 12 May 2026, §1 ¶3"),
    );
    let screen = letters("100x30", &format!("{FIND}y"));
    let notice = "copied §1 ¶3, 13 words · “The mayor was asked.";
    assert!(screen.app.notice.unwrap().starts_with(notice));
}

#[test]
fn a_hit_in_a_heading_is_in_that() {
    let screen = letters("100x30", "/ type:kept Enter Y");
    let cited = "“Where are they kept?”\nWho writes the letters?, by Ann Lee, 12 May 2026, §2";
    assert_eq!(screen.copied(), Some(cited));
}

#[test]
fn what_is_marked_or_off_the_screen_goes_before_a_hit() {
    let first = "Nobody reads all of them. The clerks try.";
    let gone = letters("100x30", &format!("{FIND}] y"));
    assert_eq!(gone.copied(), Some("In the cellar. Some are wet."));
    let marked = letters("100x30", &format!("{FIND}}} {{ {{ {{ y"));
    assert_eq!(marked.copied(), Some(first));
    let closed = letters("100x30", &format!("{FIND}Esc y"));
    assert_eq!(closed.copied(), Some(first));
}

#[test]
fn the_place_of_a_hit_is_told() {
    let screen = letters("100x30", FIND);
    assert_eq!(screen.app.page.position.paragraph, Some(3));
    let bookmarks = letters("100x30", &format!("{FIND}m a g '")).picture();
    assert!(bookmarks.contains("§1 ¶3"), "{bookmarks}");
}

#[test]
fn words_over_paragraphs_and_sections_are_cited_with_all_of_them() {
    for (keys, place) in [
        ("] v p p p", "§1 ¶1–3"),
        ("] v p", "§1 ¶1"),
        ("w ] v p p p p p", "§1 ¶1–§2 ¶1"),
        ("w v p p", "Introduction ¶1–§1"),
    ] {
        let screen = letters("100x30", keys);
        let status = screen.row_from_below(2);
        assert!(
            status.trim_end().ends_with(&format!(" · {place}")),
            "{keys}: {status}"
        );
        let screen = screen.keys("Y");
        let cited = screen.copied().unwrap().lines().last().unwrap().to_owned();
        let expected = format!("Who writes the letters?, by Ann Lee, 12 May 2026, {place}");
        assert_eq!(cited, expected, "{keys}");
    }
}

#[test]
fn the_editor_opens_at_the_hit() {
    let screen = letters("100x30", &format!("{FIND}e"));
    let line = screen.effects.iter().find_map(|effect| match effect {
        Effect::Edit { line, .. } => *line,
        _ => None,
    });
    assert_eq!(line, Some(15));
}
