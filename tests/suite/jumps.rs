//! Jumps: there, back, and forward again.

use sidenote::app::Focus;
use sidenote::app::list::Entry;

use crate::screen::Screen;

#[test]
fn esc_returns_to_the_line_the_eyes_came_from() {
    let before = Screen::open("harbour.txt", "80x24").keys("] ]");
    let here = before.place();
    let after = before.keys("Tab k k");
    assert_ne!(after.place(), here);
    let after = after.keys("Esc");
    assert_eq!((after.place(), after.app.focus), (here, Focus::Text));
}

#[test]
fn back_and_forward_follow_jumps() {
    let screen = Screen::open("harbour.txt", "80x16").keys("]");
    let here = screen.place();
    let screen = screen.keys("/ type:passengers Enter");
    let there = screen.place();
    assert_ne!(here, there);
    let screen = screen.keys("Ctrl-o");
    assert_eq!(screen.place(), here);
    let screen = screen.keys("F");
    assert_eq!(screen.place(), there);
    let screen = screen.keys("''");
    assert_eq!(screen.place(), here);
}

#[test]
fn back_and_forward_bring_the_mark_of_a_jump_back() {
    for size in ["120x40", "80x16"] {
        let screen = Screen::open("harbour.txt", size).keys("] ] Tab j j Enter");
        let there = screen.app.view.clone();
        assert!(there.marked.is_some(), "{size}");
        let screen = screen.keys("Ctrl-o");
        assert_eq!(screen.app.view.marked, None);
        let screen = screen.keys("F");
        assert_eq!(screen.app.view, there);
        let screen = screen.keys("g Ctrl-o");
        assert_eq!(screen.app.view, there);
    }
}

#[test]
fn the_list_keeps_its_place_at_a_reference_that_was_followed() {
    let is_reference = |screen: &Screen| {
        let selected = screen.app.list.selected;
        matches!(selected, Some(Entry::Reference { .. }))
    };
    for size in ["120x40", "80x16"] {
        for keys in [
            "Enter Tab",
            "Enter Ctrl-o Tab",
            "Enter Tab Enter Ctrl-o Tab",
        ] {
            let mut screen = Screen::open("harbour.txt", size).keys("] Tab");
            for _ in 0..9 {
                if !is_reference(&screen) {
                    screen = screen.keys("j");
                }
            }
            let here = screen.app.list.selected;
            assert!(is_reference(&screen), "{size}");
            let screen = screen.keys("Enter");
            assert_eq!(screen.app.focus, Focus::Text);
            let screen = screen.keys(keys.trim_start_matches("Enter "));
            let (focus, selected) = (screen.app.focus, screen.app.list.selected);
            assert_eq!((focus, selected), (Focus::List, here), "{size} {keys}");
        }
    }
}

#[test]
fn a_jump_that_does_not_scroll_has_a_way_back() {
    let screen = Screen::open("harbour.txt", "120x40").keys("] ]");
    let here = screen.app.view.clone();
    let screen = screen.keys(".");
    assert_eq!(screen.app.view.top, here.top);
    let screen = screen.keys("Ctrl-o");
    assert_eq!((screen.app.view.clone(), screen.app.notice), (here, None));
}
