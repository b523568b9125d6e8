//! Moving: bookmarks, sentences, the column, and the place where an article was left.

use sidenote::app::effect::Effect;
use sidenote::app::event::Event;
use sidenote::app::goal::Goal;
use sidenote::app::kept::Kept;
use sidenote::doc::format::Format;

use crate::finding::four_needles;
use crate::screen::Screen;

fn notice(screen: &Screen) -> &str {
    screen.app.notice.as_deref().unwrap_or_default()
}

#[test]
fn a_bookmark_is_gone_to_and_left_again() {
    let screen = Screen::open("harbour.txt", "80x24").keys("] j m a");
    assert_eq!(notice(&screen), "bookmark a is here");
    let here = screen.place();
    let screen = screen.keys("G m b '");
    assert_eq!(notice(&screen), "to which bookmark?");
    let screen = screen.keys("a");
    assert_eq!(screen.place(), here);
    let screen = screen.keys("' '");
    assert_eq!(screen.place().0, 3);
    for (keys, expected) in [
        ("'", "no bookmark is set"),
        ("' x", "there is no bookmark x"),
        ("m", "a bookmark here: type its letter"),
        ("m Tab", "a bookmark is a letter or a digit"),
        ("m Esc", ""),
        ("m 1", "bookmark 1 is here"),
        ("' '", "there was no jump before"),
    ] {
        let screen = Screen::open("harbour.txt", "80x24").keys(keys);
        assert_eq!(notice(&screen), expected, "{keys}");
    }
}

#[test]
fn a_number_before_the_ends_is_a_line_of_the_source() {
    for preset in ["", "preset = \"less\"", "preset = \"vim\""] {
        let keys = |keys: &str| {
            let screen = Screen::configured(preset, "harbour.txt", "80x24").keys(keys);
            (screen.place(), notice(&screen).to_owned())
        };
        let top = if preset.contains("vim") { "gg" } else { "g" };
        for line in ["1", "12", "16", "99"] {
            let typed = line.replace("", " ");
            let expected = keys(&format!(": type:{line} Enter"));
            assert_eq!(keys(&format!("{typed} G")), expected, "{line}G {preset}");
            assert_eq!(keys(&format!("{typed} {top}")), expected, "{line}{top}");
        }
        assert_eq!(keys("1 2 G").0.0, 2);
        assert_ne!(keys("G").0, keys("1 2 G").0);
    }
}

#[test]
fn a_number_counts_before_all_moves() {
    let at = |keys: &str| {
        let screen = Screen::open("harbour.txt", "80x16").keys(keys);
        (screen.place(), screen.app.view.marked, screen.app.selection)
    };
    for (counted, repeated) in [
        ("3 j", "j j j"),
        ("2 Space", "Space Space"),
        ("2 ]", "] ]"),
        ("2 }", "} }"),
        ("3 J", "J J J"),
        ("3 .", ". . ."),
        ("2 *", "* n"),
        ("] ] ] 3 k 2 [", "] ] ] 3 k [ ["),
        ("] ] ] 2 Ctrl-o", "] ] ] Ctrl-o Ctrl-o"),
        ("] ] Ctrl-o Ctrl-o 2 F", "] ]"),
        ("v 3 l", "v l l l"),
        ("v 2 )", "v ) )"),
        ("v G 2 Ctrl-b", "v G Ctrl-b Ctrl-b"),
    ] {
        assert_eq!(at(counted), at(repeated), "{counted}");
    }
    // While words are selected a line is gone to as it is otherwise.
    let line = at("v 1 2 G").2.map(|it| it.span().end);
    assert_ne!(line, at("v G").2.map(|it| it.span().end));
    assert_eq!(at("v 1 2 G"), at("v 1 2 g"));
    let nowhere = Screen::open("harbour.txt", "80x16").keys("v 9 9 9 G");
    assert_eq!(notice(&nowhere), "there is no line 999");
}

#[test]
fn a_heading_at_the_top_of_the_whole_flow_is_there_once() {
    let headings = |keys: &str| {
        let screen = Screen::open("harbour.txt", "80x16").keys("w").keys(keys);
        let picture = screen.picture();
        assert!(!picture.contains("agree on? …"), "{picture}");
        let count = |words| picture.matches(words).count();
        (
            count("What did the towns agree on?"),
            count("Who pays for the dredging?"),
        )
    };
    for keys in ["]", "] j", "] j k", "] k k", "] ] [ ["] {
        let (first, second) = headings(keys);
        assert!(first == 1 && second <= 1, "{keys}: {first} {second}");
    }
    // From the heading in the first row on, the section is that above it, until it has left.
    let section = |keys: &str| Screen::open("harbour.txt", "80x16").keys(keys).place().0;
    assert_eq!(
        [section("w ]"), section("w ] k k"), section("w ] k k ]")],
        [1, 0, 1]
    );
    assert_eq!([section("w ] ] ["), section("w ] ] j [")], [1, 2]);
}

#[test]
fn the_end_is_followed_also_in_a_file_that_has_been_read() {
    let screen = Screen::open("harbour.txt", "80x16").keys("R");
    assert!(screen.app.is_following());
    let end = screen.place();
    let effects = || screen.effects.iter();
    assert!(effects().any(|it| matches!(it, Effect::Watch)));
    assert!(effects().any(|it| matches!(it, Effect::Read { .. })));
    let screen = screen.keys("g R k");
    assert!(!screen.app.is_following());
    assert!(screen.place() <= end);
}

#[test]
fn bookmarks_stay_when_the_screen_changes() {
    let screen = Screen::open("harbour.txt", "80x24").keys("] ] m a g 40x12 ' a");
    assert_eq!(screen.place().0, 2);
    let words = Screen::open("harbour.txt", "80x24").keys(": type:set-bookmark Enter q ] ' q");
    assert_eq!(words.place().0, 0);
}

#[test]
fn sentences_are_gone_through_one_by_one() {
    let text = "# T\n\nOne is *short*. Two is\nlonger. “Three!” he said.\n\n## Q?\n\n- Four.\n\nFive. Six.\n";
    let marked = |keys: &str| {
        let screen = Screen::read(text, Format::Markdown, "a.md", "80x24").keys(keys);
        let span = screen.app.view.marked.unwrap().span;
        screen.app.article.document.visible(span)
    };
    for (keys, expected) in [
        ("J", "One is short."),
        ("J J", "Two is longer."),
        ("2 J", "Two is longer."),
        ("J J J", "“Three!” he said."),
        ("J J J J", "Four."),
        ("5 J", "Five."),
        ("9 J", "Six."),
        ("9 J K", "Five."),
        ("9 J K K", "Four."),
        ("9 J 3 K", "“Three!” he said."),
        ("9 J 9 K", "One is short."),
        ("Alt-e Alt-e Alt-a", "One is short."),
    ] {
        assert_eq!(marked(keys), expected, "{keys}");
    }
    let screen = Screen::read(text, Format::Markdown, "a.md", "80x24").keys("9 J y");
    assert_eq!(screen.copied(), Some("Six."));
    let screen = Screen::read(text, Format::Markdown, "a.md", "80x24").keys("K");
    assert_eq!(notice(&screen), "this is the first sentence");
}

#[test]
fn a_block_without_sentences_is_passed_in_no_time() {
    let text = format!("One.\n\n{}\n\nTwo.\n", "boat ".repeat(2_000_000));
    let screen = Screen::read(&text, Format::Markdown, "a.md", "80x24").keys("J J J J");
    let span = screen.app.view.marked.unwrap().span;
    assert_eq!(screen.app.article.document.visible(span), "Two.");
}

#[test]
fn the_text_can_be_alone() {
    let screen = Screen::open("harbour.txt", "80x24").keys("] z Ctrl-l");
    insta::assert_snapshot!("zen", screen.keys("j").picture());
    let screen = Screen::open("harbour.txt", "100x24").keys("] z / type:ferry Enter");
    insta::assert_snapshot!("zen_found", screen.picture());
    let screen = screen.keys("Tab");
    assert!(screen.picture().contains("All 14"));
    let screen = screen.keys("Tab");
    assert!(!screen.picture().contains("All 14"));
    assert!(screen.keys("s").picture().contains("All 14"));
    for size in ["1x1", "3x2", "12x8", "20x16"] {
        assert!(
            !Screen::open("harbour.txt", size)
                .keys("z")
                .picture()
                .trim()
                .is_empty()
        );
    }
}

#[test]
fn the_column_is_as_wide_as_the_reader_makes_it() {
    let kept = |screen: &Screen| {
        let kept = screen.effects.iter().filter_map(|effect| match effect {
            Effect::KeepWidth(made) => Some(made.map(|it| (it.width, it.of))),
            _ => None,
        });
        kept.collect::<Vec<_>>()
    };
    let screen = Screen::open("harbour.txt", "100x24").keys("z - -");
    assert_eq!(notice(&screen), "a column of 62 cells");
    assert_eq!(screen.app.page.areas.measure, 62);
    let screen = screen.keys("+ =");
    assert_eq!(notice(&screen), "a column of 70 cells");
    assert_eq!(
        kept(&screen),
        [Some((66, 70)), Some((62, 70)), Some((66, 70)), None]
    );
    let screen = screen.keys("9 9 +");
    assert_eq!(notice(&screen), "a column of 94 cells, all there is");
    let screen = screen.keys("+");
    assert_eq!(notice(&screen), "there is no room for a wider column");
    let mut screen = screen.keys("9 9 -");
    assert_eq!(screen.app.page.areas.measure, 20);
    screen.event(Event::Unkept("it is full".to_owned()));
    let screen = screen.keys("+");
    assert_eq!(notice(&screen), "a column of 24 cells, for this session");
    assert_eq!(notice(&screen.keys("=")), "a column of 70 cells");
}

/// What would be kept of an article after some keys.
fn kept(keys: &str) -> Vec<Kept> {
    let screen = Screen::read(&four_needles(), Format::Markdown, "a.md", "80x24").keys(keys);
    let kept = screen
        .effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Keep { change, .. } => Some(change.after),
            _ => None,
        });
    kept.collect()
}

#[test]
fn an_article_is_found_where_it_was_left() {
    let [left] = &kept("/ type:needle Enter n q")[..] else {
        panic!("one place is kept")
    };
    let open = |text: &str, size: &str| {
        let mut screen = Screen::new(size);
        screen.event(Event::Kept(left.clone()));
        screen.take(text, Format::Markdown, "a.md");
        screen
    };
    let text = four_needles();
    for size in ["80x24", "40x12", "200x50"] {
        let screen = open(&text, size);
        assert_eq!(notice(&screen), "where you were before · g the top");
        assert!(
            screen.picture().contains("Paragraph 149"),
            "{}",
            screen.picture()
        );
    }
    let grown = format!("Something new.\n\n{text}");
    assert!(open(&grown, "80x24").picture().contains("Paragraph 149"));
    let other = open("Something else.\n", "80x24");
    assert_eq!(notice(&other), "the words where you were before are gone");
}

#[test]
fn who_wants_the_end_is_not_led_where_it_was_left() {
    let [left] = &kept("/ type:needle Enter n q")[..] else {
        panic!("one place is kept")
    };
    let text = four_needles();
    let mut following = Screen::new("80x24");
    following.app.follow();
    following.event(Event::Kept(left.clone()));
    following.take(&text, Format::Markdown, "a.md");
    assert!(following.picture().contains(" FOLLOW"));
    let end = Screen::begun(Goal::End, &text, "80x24");
    assert_eq!(end.place(), following.place());
    assert!(end.picture().contains(" READ"));
    assert_eq!(end.keys("G").place(), following.place());
}

#[test]
fn what_was_not_moved_in_is_not_kept() {
    assert_eq!(kept("q"), []);
    assert_eq!(kept("j k q"), []);
    assert_eq!(kept("j q").len(), 1);
    let [moved, back] = &kept("m a G q")[..] else {
        panic!("a bookmark is kept at once")
    };
    assert!(moved.top.is_none() && back.top.is_some());
    assert_eq!(moved.bookmarks, back.bookmarks);
    assert!(!moved.is_empty());
    let mut screen = Screen::new("80x24");
    screen.event(Event::Kept(back.clone()));
    screen.take(&four_needles(), Format::Markdown, "a.md");
    let screen = screen.keys("' a");
    assert_eq!(screen.place(), (0, 0));
    let screen = screen.keys("m b q");
    let letters = screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep { change, .. } => Some(change.after.bookmarks.keys().collect::<String>()),
        _ => None,
    });
    assert_eq!(letters.as_deref(), Some("ab"));
}
