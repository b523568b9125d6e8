//! What the program says around the text: keys that may follow, messages, help, at every size.

use sidenote::action::{Action, actions};
use sidenote::app::effect::Effect;
use sidenote::app::findings::ItemId;
use sidenote::app::shelf::Shelf;
use sidenote::app::{App, Focus, Mode, Pending};
use sidenote::article::section::Outliner;
use sidenote::config::keymap::Keymap;
use sidenote::config::setting::Settings;
use sidenote::doc::format::Format;
use sidenote::input::Origin;
use sidenote::input::shipped::Shipped;

use crate::screen::{Screen, parse_size};

fn open(size: &str) -> Screen {
    Screen::open("harbour.txt", size)
}

#[test]
fn keys_that_wait_show_what_may_follow() {
    insta::assert_snapshot!("ways_80x24", open("80x24").keys("] L").picture());
    insta::assert_snapshot!("ways_50x20", open("50x20").keys("] L").picture());
    insta::assert_snapshot!("ways_20x6", open("20x6").keys("] L").picture());
    // Chords of the reader's own are among them.
    let remapped = Screen::set("[keys]\n\"L c\" = \"copy\"", "80x24").keys("L");
    assert!(remapped.picture().contains("  c copy"));
    let vim = Screen::set("preset = \"vim\"", "80x24").keys("z");
    assert!(vim.picture().contains("z .  centre"), "{}", vim.picture());
}

#[test]
fn what_was_begun_is_left_without_a_word() {
    for keys in [
        "L Esc", "Z Esc", "5 Esc", "5 L Esc", "L Ctrl-c", "m Esc", "' Ctrl-c",
    ] {
        let screen = open("80x24").keys(keys);
        assert_eq!(screen.app.pending, Pending::default(), "{keys}");
        assert_eq!(screen.app.mode, Mode::Read, "{keys}");
        let said = screen.app.notice.as_deref();
        let is_bookmark = keys.starts_with(['m', '\'']);
        assert!(is_bookmark || said.is_none(), "{keys}: {said:?}");
        let leaves = |it: &Effect| matches!(it, Effect::Quit | Effect::Interrupt);
        assert!(!screen.effects.iter().any(leaves), "{keys}");
    }
    let said = open("80x24").keys("L z").app.notice;
    assert_eq!(said.as_deref(), Some("Lz does nothing here · ? help"));
}

#[test]
fn bookmarks_are_shown_with_where_they_lead() {
    let screen = open("80x24").keys("m a ] ] m b '");
    insta::assert_snapshot!("bookmarks", screen.picture());
    let screen = screen.keys("a");
    assert_eq!(screen.place().0, 0);
}

#[test]
fn every_size_tells_keys_and_messages() {
    insta::assert_snapshot!("keys_40x10", open("40x10").picture());
    for (size, rows) in [
        ("20x1", 1),
        ("20x2", 2),
        ("20x3", 3),
        ("20x6", 6),
        ("40x11", 11),
    ] {
        let picture = open(size).keys("x").picture();
        let last = picture.lines().nth(rows - 1).unwrap();
        assert!(last.contains("x does nothing"), "{size}: {last}");
        let typed = open(size).keys("/ type:zzz").picture();
        assert!(
            typed.lines().nth(rows - 1).unwrap().contains("/zzz"),
            "{size}"
        );
    }
    for size in ["30x3", "30x8", "30x11", "30x12", "30x14", "30x16"] {
        assert!(open(size).keys("j").picture().contains("? help"), "{size}");
        assert!(
            !open(size).keys("z j").picture().contains("? help"),
            "{size}"
        );
    }
}

/// Does whatever can be done, and looks at all that is said: what matters of it is never cut.
#[test]
fn messages_fit() {
    let keymap = Keymap::default();
    for size in ["50x20", "80x24", "50x10"] {
        for start in [
            "",
            "Tab",
            ".",
            "Tab 4",
            "/ type:the Enter",
            "2 Lf type:said Enter",
        ] {
            let mut screen = open(size).keys(start);
            for entry in actions() {
                let leaves = matches!(entry.action, Action::Quit | Action::Interrupt);
                let keys = keymap.keys(entry.action, screen.app.scope()).next();
                let Some(keys) = keys.filter(|_| !leaves) else {
                    continue;
                };
                screen = screen.keys(&keys);
                check_message(&screen, &format!("{start} {keys} at {size}"));
                screen = screen.keys("Esc");
                if screen.app.focus == Focus::Text && start.starts_with("Tab") {
                    screen = screen.keys("Tab");
                }
            }
        }
    }
}

#[test]
fn a_greeting_is_told_in_whole_parts() {
    for (size, expected) in [
        (
            "80x24",
            "? for all keys · new here? sidenote --tutorial teaches them",
        ),
        ("20x6", "? for all keys"),
    ] {
        let (shelf, _) = Shelf::of_one(Origin::Shipped(Shipped::article()));
        let settings = Settings::default();
        let mut app = App::new(parse_size(size), shelf, None, &settings);
        app.settle();
        let screen = Screen {
            app,
            effects: Vec::new(),
            outliner: Outliner::default(),
        };
        let picture = screen.picture();
        let is_told = picture.lines().any(|row| row.trim() == expected);
        assert!(is_told, "{picture}");
    }
}

fn check_message(screen: &Screen, when: &str) {
    let Some(said) = &screen.app.notice else {
        return;
    };
    if matches!(screen.app.mode, Mode::Help(_) | Mode::Facts(_)) {
        return;
    }
    let matters = said.split(" · ").next().unwrap();
    let rows: Vec<_> = (1..=2).map(|row| screen.row_from_below(row)).collect();
    let is_whole = rows.iter().any(|row| row.contains(matters));
    assert!(is_whole, "{when}: {said:?} shows as {rows:?}");
}

#[test]
fn help_is_searched_as_text_is() {
    let screen = open("80x24").keys("? / type:bookmark");
    let Mode::Help(help) = &screen.app.mode else {
        panic!("help is closed");
    };
    let first = help.top;
    assert!(first > 0);
    let screen = screen.keys("Enter");
    insta::assert_snapshot!("help_search", screen.roles());
    let standing = |screen: &Screen| screen.row_from_below(1);
    assert!(standing(&screen).contains("1/"), "{}", standing(&screen));
    let screen = screen.keys("n");
    assert!(standing(&screen).contains("2/"));
    let screen = screen.keys("N N");
    assert!(!standing(&screen).contains("1/"), "{}", standing(&screen));
    let screen = screen.keys("Esc");
    assert!(matches!(screen.app.mode, Mode::Help(_)));
    assert_eq!(screen.keys("Esc").app.mode, Mode::Read);
    let none = open("80x24").keys("? / type:zzz Enter");
    assert!(standing(&none).contains("no match"));
    let left = open("80x24").keys("? j j / type:zzz Esc");
    let Mode::Help(help) = &left.app.mode else {
        panic!("help is closed");
    };
    assert_eq!((help.top, &help.sought), (2, &None));
}

#[test]
fn help_lists_every_action() {
    for preset in ["", "preset = \"less\"", "[keys]\n\"x\" = \"none\""] {
        let screen = Screen::set(preset, "100x400").keys("h ? F1");
        let screen = if matches!(screen.app.mode, Mode::Help(_)) {
            screen
        } else {
            screen.keys("F1")
        };
        let picture = screen.picture();
        for entry in actions() {
            let words: Vec<_> = entry.doc.split(' ').take(4).collect();
            assert!(
                picture.contains(&words.join(" ")),
                "{} in {preset}",
                entry.name
            );
        }
        assert!(!preset.contains("none") || picture.contains("  :hide "));
    }
}

#[test]
fn a_filter_narrows_hits_map_and_counts() {
    let screen = open("120x40").keys("/ type:ferry Enter 7");
    let screen = screen.keys("Tab 7");
    let hits = |screen: &Screen| {
        let rows = screen.app.page.list.iter();
        let mut entries: Vec<_> = rows.map(|row| row.entry).collect();
        entries.dedup();
        entries.retain(|it| matches!(it, sidenote::app::list::Entry::Hit(_)));
        entries.len()
    };
    let all = hits(&screen);
    let screen = screen.keys("Lf type:passengers Enter");
    let some = hits(&screen);
    assert!(0 < some && some < all, "{some} of {all}");
    assert!(screen.picture().contains(&format!("Hits {some}")));
    let footer = screen.row_from_below(1);
    assert!(footer.contains("Esc list all"), "{footer}");
    let screen = screen.keys("Esc");
    assert_eq!(hits(&screen), all);
    let map = open("120x40").keys("Tab 8 Lf type:reyd Enter");
    assert!(map.picture().contains("Map 2"), "{}", map.picture());
    assert_eq!(map.app.page.list.len(), 2);
    let people = map.keys("4");
    assert!(people.picture().contains("People 1"));
    // What holds is told where the list has no focus, too.
    let text = people.keys("Tab");
    assert!(text.row_from_below(1).contains("Esc list all"));
    let changes = Screen::read("Nothing.\n", Format::Markdown, "a.md", "80x24").keys("Lf type:x");
    assert!(changes.picture().contains("nothing fits the filter"));
}

/// Whoever sees no colours sees letters: every quote and guarantee has one in the gutter of the row that it begins in.
#[test]
fn nothing_is_told_by_colour_alone() {
    for keys in ["", "]", "] ]", "w"] {
        let screen = open("80x24").keys(keys);
        let (picture, areas) = (screen.picture(), screen.app.page.areas);
        let mut seen = 0;
        for (y, (_, row)) in (usize::from(areas.text.y)..).zip(&screen.app.page.rows) {
            let begins = |at: u32| row.pieces.iter().any(|piece| piece.span.contains(at));
            let items = screen.app.article.items().iter();
            let line = picture.lines().nth(y).unwrap();
            let gutter: String = line.chars().take(areas.gutter.into()).collect();
            for item in items.filter(|item| begins(item.span.start)) {
                let letter = match item.id {
                    ItemId::Quote(_) => 'Q',
                    ItemId::Guarantee(_) => 'G',
                    ItemId::Speech(_) => continue,
                };
                assert!(gutter.contains(letter), "{keys}: {line}");
                seen += 1;
            }
        }
        assert!(seen > 0, "{keys}");
    }
}
