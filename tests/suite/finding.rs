//! Searching: what is found, what is said of it, and where the keys lead.

use sidenote::app::event::{Event, Key};
use sidenote::doc::format::Format;

use crate::screen::Screen;

#[test]
fn a_search_returns_on_esc_and_stays_on_enter() {
    let screen = Screen::open("harbour.txt", "80x16");
    let here = screen.place();
    let screen = screen.keys("/ type:passengers");
    assert_ne!(screen.place(), here);
    let screen = screen.keys("Esc");
    assert_eq!(screen.place(), here);
    assert!(screen.app.find.is_none());
}

#[test]
fn n_goes_round_and_says_so() {
    let screen = Screen::open("harbour.txt", "80x24").keys("/ type:silts Enter n");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("search goes on from the beginning")
    );
    let screen = screen.keys("N");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("search goes on from the end")
    );
}

#[test]
fn the_search_says_everything_once() {
    let screen = Screen::open("harbour.txt", "80x24").keys("/ type:silts");
    let footer = screen.row_from_below(1);
    assert_eq!(
        footer.trim_end(),
        " Enter stay here   Esc cancel   Up Down earlier searches"
    );
    let status = screen.keys("Enter n").row_from_below(2);
    assert!(status.contains("search goes on from the beginning"));
    assert!(status.trim_end().ends_with("1/1"), "{status}");
    for keys in ["/ type:zeppelin Enter", "/ type:zeppelin Enter n"] {
        let status = Screen::open("harbour.txt", "80x24")
            .keys(keys)
            .row_from_below(2);
        assert_eq!(status.matches("zeppelin").count(), 1, "{status}");
        assert_eq!(status.matches("no match").count(), 1, "{status}");
    }
}

/// Four hits, several screens apart.
pub(crate) fn four_needles() -> String {
    let paragraph = |number: usize| {
        if number % 100 == 50 {
            format!("needle {number} stands here.\n\n")
        } else {
            format!("Paragraph {number} of words.\n\n")
        }
    };
    (0..400).map(paragraph).collect()
}

#[test]
fn counts_go_so_many_hits_further() {
    for (keys, expected) in [
        ("n", "needle 150"),
        ("n n", "needle 250"),
        ("2 n", "needle 250"),
        ("3 n", "needle 350"),
        ("4 n", "needle 50"),
        ("9 9 9 9 9 n", "needle 350"),
        ("3 N", "needle 150"),
        ("j n", "needle 150"),
        ("G N", "needle 350"),
        ("G 2 N", "needle 250"),
    ] {
        let screen = Screen::read(&four_needles(), Format::Markdown, "a.md", "80x24")
            .keys("/ type:needle Enter")
            .keys(keys);
        let hit = screen.app.find.as_ref().unwrap().current.unwrap();
        let block = screen.app.article.document.block(hit.block).unwrap();
        let found = screen.app.article.document.slice(block.span);
        assert_eq!(found, format!("{expected} stands here."), "{keys}");
    }
}

#[test]
fn an_empty_search_repeats_the_last_one() {
    let text = "One needle, two needles, three needles.\n";
    let screen =
        Screen::read(text, Format::Text, "a.txt", "80x24").keys("/ type:needle Enter / Enter");
    assert_eq!(screen.app.find.as_ref().unwrap().position(), "2/3");
    let screen = screen.keys("/ Enter");
    assert_eq!(screen.app.find.unwrap().position(), "3/3");
}

#[test]
fn keys_that_come_before_a_frame_go_on_from_hit_to_hit() {
    let mut screen = Screen::read(&four_needles(), Format::Markdown, "a.md", "80x24")
        .keys("/ type:needle Enter");
    for _ in 0..2 {
        screen.event(Event::Key(Key::char('n')));
    }
    assert_eq!(screen.app.find.unwrap().position(), "3/4");
}

#[test]
fn hits_in_headings_are_left_both_ways() {
    let text = "# T\n\nA needle.\n\n## A needle needle\n\nWords.\n\n## B\n\nA needle.\n";
    for (keys, expected) in [
        ("n", "2/4"),
        ("n n", "3/4"),
        ("n n N", "2/4"),
        ("n N", "1/4"),
    ] {
        let screen = Screen::read(text, Format::Markdown, "a.md", "80x24")
            .keys("/ type:needle Enter")
            .keys(keys);
        assert_eq!(screen.app.find.unwrap().position(), expected, "{keys}");
    }
}

#[test]
fn a_phrase_is_found_across_wraps_markup_and_marks() {
    for (typed, section) in [
        ("we have the bigger bill", 2),
        ("Reyd's office", 3),
        ("is a VERY", 3),
    ] {
        let typed = typed.to_lowercase().replace(' ', "_");
        let screen = Screen::open("harbour.txt", "40x12").keys(&format!("/ type:{typed} Enter"));
        assert_eq!(screen.app.view.section.index(), section, "{typed}");
        assert!(screen.app.find.unwrap().current.is_some());
    }
    let markdown = "# T\n\nsome **bold and** plain\n";
    let screen =
        Screen::read(markdown, Format::Markdown, "a.md", "60x12").keys("/ type:bold_and_plain");
    assert!(screen.app.find.unwrap().current.is_some());
}

#[test]
fn a_resize_keeps_the_hit() {
    for size in ["20x5", "1x1", "500x200", "80x24"] {
        let mut screen = Screen::read(&four_needles(), Format::Markdown, "a.md", "120x40")
            .keys("/ type:needle Enter n");
        let hit = screen.app.find.as_ref().unwrap().current.unwrap();
        while screen.app.view.top.block < hit.block {
            screen = screen.keys("j");
        }
        let screen = screen.keys(size);
        assert!(
            screen.shows(hit.span.start),
            "{size}:\n{}",
            screen.picture()
        );
        let screen = screen.keys("n");
        assert_eq!(screen.app.find.unwrap().position(), "3/4");
    }
}

#[test]
fn so_many_hits_are_enough() {
    let text = "a a a a a a a a\n\n".repeat(200_000);
    let screen = Screen::read(&text, Format::Text, "a.txt", "80x24").keys("/ type:a Enter");
    let find = screen.app.find.as_ref().unwrap();
    let count = find.search().unwrap().len();
    assert!((1_000_000..1_100_000).contains(&count));
    assert_eq!(find.position(), format!("1/{count}+"));
    assert!(!screen.app.has_work());
    let find = screen.keys("N").app.find.unwrap();
    assert_eq!(find.position(), format!("{count}/{count}+"));
}
