//! What is set, on the screen: keys, signs, widths, and mistakes in the file.

use sidenote::app::effect::Effect;
use sidenote::app::{Focus, Mode};

use crate::screen::Screen;

/// Opens the article with a configuration.
fn screen(configuration: &str, size: &str) -> Screen {
    Screen::configured(configuration, "harbour.txt", size)
}

#[test]
fn help_and_footer_tell_the_keys_of_the_presets() {
    for preset in ["less", "vim"] {
        let open = |size| screen(&format!("preset = \"{preset}\""), size);
        let help = if preset == "less" { "h" } else { "g?" };
        insta::assert_snapshot!(format!("preset_{preset}"), open("100x24").picture());
        insta::assert_snapshot!(
            format!("preset_{preset}_help"),
            open("100x175").keys(help).picture()
        );
    }
}

#[test]
fn help_and_footer_tell_the_keys_of_the_file() {
    let file = "[keys]\n\"Ctrl-x x\" = \"quit\"\nq = \"none\"\n\"Alt-f\" = \"search\"\n";
    let screen = screen(file, "120x40");
    let footer = screen.row_from_below(1);
    assert!(footer.contains("Ctrl-x x quit"), "{footer}");
    assert!(footer.contains("Alt-f search"), "{footer}");
    let screen = screen.keys("q");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("q does nothing here · ? help")
    );
    let screen = screen.keys("Ctrl-x");
    assert!(screen.row_from_below(2).contains("Ctrl-x"));
    let help = screen.keys("x 120x170 ?").picture();
    assert!(help.contains("Ctrl-x x  Q  ZZ"), "{help}");
}

/// Where the current hit begins.
fn hit(screen: &Screen) -> u32 {
    let find = screen.app.find.as_ref().unwrap();
    find.current.unwrap().span.start
}

#[test]
fn hands_that_know_less_find_their_way() {
    let screen = screen("preset = \"less\"", "80x16").keys("e e y");
    assert_eq!(screen.app.focus, Focus::Text);
    let down = screen.place();
    let screen = screen.keys("e k >");
    assert_ne!(screen.place(), down);
    let end = screen.place();
    let screen = screen.keys("? type:ferry Enter");
    let here = hit(&screen);
    assert!(here < end.1);
    let screen = screen.keys("n");
    assert!(hit(&screen) < here);
    let screen = screen.keys("N");
    assert_eq!(hit(&screen), here);
    let screen = screen.keys("H");
    assert!(matches!(screen.app.mode, Mode::Help(_)));
}

#[test]
fn an_interrupt_ends_what_goes_on_and_no_preset_that_knows_better() {
    let ends = |screen: &Screen| {
        screen
            .effects
            .iter()
            .any(|it| matches!(it, Effect::Interrupt))
    };
    assert!(ends(&screen("", "80x16").keys("Ctrl-c")));
    for preset in ["less", "vim"] {
        for keys in [
            "Ctrl-c",
            "5 Ctrl-c",
            "m Ctrl-c",
            "/ a Ctrl-c Ctrl-c",
            "v Ctrl-c",
        ] {
            let screen = screen(&format!("preset = \"{preset}\""), "80x16").keys(keys);
            assert!(!ends(&screen) && screen.app.mode == Mode::Read, "{keys}");
            assert!(screen.app.selection.is_none() && screen.app.find.is_none());
        }
    }
}

#[test]
fn the_end_is_followed_by_key() {
    let screen = screen("preset = \"less\"", "80x16").keys("F");
    let notice = |screen: &Screen| screen.app.notice.clone().unwrap_or_default();
    assert!(screen.app.is_following(), "{}", notice(&screen));
    let screen = screen.keys("Ctrl-c");
    assert!(!screen.app.is_following());
    assert_eq!(notice(&screen), "follows no more · F follows again");
}

#[test]
fn hands_that_know_vim_find_their_way() {
    let screen = screen("preset = \"vim\"", "80x16").keys("]] ]] Ctrl-e Ctrl-y");
    assert_eq!(screen.place().0, 2);
    let screen = screen.keys("[[ g g");
    assert_eq!(screen.place(), (0, 0));
    let screen = screen.keys("Ctrl-w w");
    assert_eq!(screen.app.focus, Focus::List);
    let screen = screen.keys("Ctrl-w w / type:harbour Enter * *");
    let at = hit(&screen);
    let screen = screen.keys("#");
    assert!(hit(&screen) < at);
    let screen = screen.keys("N");
    assert_eq!(hit(&screen), at);
}

#[test]
fn commands_of_vim_do_what_they_can_here() {
    let said = |keys: &str| {
        let screen = screen("preset = \"vim\"", "80x16").keys(keys);
        let quits = screen.effects.iter().any(|it| matches!(it, Effect::Quit));
        (screen.app.notice.unwrap_or_default(), quits)
    };
    let nothing = "nothing to write: an article is read, never changed";
    for written in ["w", "w!", "write", "w_other.txt", "update"] {
        assert_eq!(
            said(&format!(": type:{written} Enter")),
            (nothing.to_owned(), false)
        );
    }
    for written in ["q", "q!", "qa", "wq", "x"] {
        assert!(said(&format!(": type:{written} Enter")).1, "{written}");
    }
    assert_eq!(said("ZZ"), said("ZQ"));
}

#[test]
fn marked_words_go_where_they_are_wanted() {
    let screen = screen("preset = \"vim\"\nwhole = true", "80x16").keys(". .");
    let row_of_mark = |screen: &Screen| {
        let mark = screen.app.view.marked.unwrap().span.start;
        let shows = |row: &sidenote::layout::row::Row| {
            row.pieces.iter().any(|piece| piece.span.contains(mark))
        };
        screen.app.page.rows.iter().position(|(_, row)| shows(row))
    };
    let screen = screen.keys("zt");
    assert_eq!(row_of_mark(&screen), Some(0));
    let screen = screen.keys("zz");
    assert!(row_of_mark(&screen).unwrap() > 2);
    let screen = screen.keys("Esc zz");
    assert_eq!(screen.app.notice.as_deref(), Some("no words are marked"));
}

#[test]
fn a_search_goes_backwards() {
    let screen = screen("", "80x24").keys("G \\ type:ferry");
    let picture = screen.picture();
    assert!(screen.row_from_below(2).starts_with(" ?ferry"), "{picture}");
    let at = screen
        .app
        .find
        .as_ref()
        .unwrap()
        .current
        .unwrap()
        .span
        .start;
    assert!(at < screen.app.find.as_ref().unwrap().origin.top.at);
    let screen = screen.keys("Enter g \\ type:ferry Enter");
    let find = screen.app.find.as_ref().unwrap();
    assert_eq!(find.position(), {
        let count = find.search().unwrap().len();
        format!("{count}/{count}")
    });
}

#[test]
fn mistakes_are_told_in_the_status_line_and_in_help() {
    let file = "widht = 60\nsidebar = 3\n[keys]\nj = \"dwn\"\n";
    insta::assert_snapshot!("mistakes", screen(file, "80x24").picture());
    insta::assert_snapshot!("mistakes_help", screen(file, "80x24").keys("?").picture());
}

#[test]
fn signs_can_be_ascii() {
    let file = "symbols = \"ascii\"";
    insta::assert_snapshot!("ascii", screen(file, "120x40").keys("] ] Tab j").picture());
    let beside = screen(file, "120x40").picture();
    assert!(beside.contains("|@- Introduction"), "{beside}");
    let table = Screen::configured(file, "everything.md", "100x30").keys("] ]");
    let is_a_sign = |c: char| "×↔│─━┬┼▌▸▾›".contains(c);
    for picture in [table.picture(), screen(file, "80x24").keys("?").picture()] {
        assert!(!picture.contains(is_a_sign), "{picture}");
    }
}

#[test]
fn the_reader_starts_as_it_is_set() {
    let file = "width = 40\nsidebar-width = 60\nwhole = true\nweak = true\nmouse = false\n";
    insta::assert_snapshot!("settings", screen(file, "120x30").picture());
    let alone = screen("sidebar = false", "120x40").keys("s");
    assert!(!alone.app.list.is_hidden());
    assert!(screen(file, "80x24").app.is_mouse_released);
}
