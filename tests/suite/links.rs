//! Links, footnotes and the editor, as far as a screen without a terminal shows them.

use sidenote::app::effect::Effect;
use sidenote::app::event::Event;
use sidenote::app::links::Neighbour;
use sidenote::app::shelf::Shelf;
use sidenote::app::update::update;
use sidenote::app::{App, Mode};
use sidenote::config::setting::Settings;
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::input::Origin;
use sidenote::input::shipped::Shipped;

use crate::screen::{Screen, parse_size};

const PIER: &str = "# The pier

See [the plan](https://harbour.example/plan), [the bank](http://bank.example@evil.example/) and [below](#who-pays).[^1] \
Write to [Ann](mailto:ann@harbour.example), [run](javascript:alert(1)) or [look](other.md).

## Who pays?

Nobody pays.

[^1]: The plan of *May*.

    And the one of June.
";

fn pier(size: &str) -> Screen {
    Screen::read(PIER, Format::Markdown, "pier.md", size)
}

fn browsed(screen: &Screen) -> Option<&str> {
    screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::Browse(address) => Some(address.as_str()),
        _ => None,
    })
}

#[test]
fn links_have_letters_and_tell_where_they_lead() {
    insta::assert_snapshot!("links", pier("80x24").keys("o").picture());
    insta::assert_snapshot!("links_50x20", pier("50x20").keys("o").picture());
    let small = pier("20x6").keys("o").picture();
    let keys = small.lines().find(|row| row.contains("look at"));
    assert_eq!(keys.map(str::trim), Some("a-z look at"), "{small}");
    let note = pier("20x6").keys("o d").picture();
    assert!(note.contains("Down for more"), "{note}");
    insta::assert_snapshot!("links_asked", pier("80x24").keys("o b").picture());
    insta::assert_snapshot!("links_refused", pier("50x20").keys("o f").picture());
    insta::assert_snapshot!("links_note", pier("80x24").keys("o d").picture());
}

#[test]
fn an_address_is_opened_when_the_reader_says_so() {
    let screen = pier("80x24").keys("o a");
    assert_eq!(browsed(&screen), None);
    let screen = screen.keys("Enter");
    assert_eq!(browsed(&screen), Some("https://harbour.example/plan"));
    assert_eq!(screen.app.mode, Mode::Read);
    let screen = pier("80x24").keys("o Down Enter y");
    assert_eq!(screen.copied(), Some("http://bank.example@evil.example/"));
    assert_eq!(browsed(&screen), None);
    assert_eq!(
        browsed(&pier("80x24").keys("o e Enter")),
        Some("mailto:ann@harbour.example")
    );
}

#[test]
fn nothing_that_could_do_harm_is_opened() {
    let screen = pier("80x24").keys("o f Enter Enter");
    assert!(screen.effects.is_empty());
    assert!(matches!(screen.app.mode, Mode::Links(_)));
    let screen = screen.keys("Esc Esc");
    assert_eq!(screen.app.mode, Mode::Read);
    let mut screen = pier("80x24").keys("o a");
    screen.event(Event::Paste("\r".to_owned()));
    assert_eq!(browsed(&screen), None);
}

#[test]
fn links_within_the_article_jump_and_can_be_come_back_from() {
    let screen = pier("80x24");
    let here = screen.place();
    let screen = screen.keys("o c");
    assert_eq!(screen.place().0, 1);
    assert_eq!(screen.app.mode, Mode::Read);
    assert_eq!(screen.keys("Ctrl-o").place(), here);
}

#[test]
fn footnotes_are_read_in_place_or_gone_to() {
    let screen = pier("80x24").keys("o d y");
    assert_eq!(
        screen.copied(),
        Some("The plan of May.\n\nAnd the one of June.")
    );
    let screen = pier("80x24").keys("o d Enter");
    let mark = screen.app.view.marked.unwrap();
    assert!(
        screen
            .app
            .article
            .document
            .visible(mark.span)
            .starts_with("The plan of May.")
    );
    assert!(screen.app.can_go_back());
}

#[test]
fn a_click_on_a_link_asks_and_one_beside_closes() {
    let screen = pier("80x24");
    let picture = screen.picture();
    let (y, row) = (0..)
        .zip(picture.lines())
        .find(|(_, row)| row.contains("the plan"))
        .unwrap();
    let x = row.split("plan").next().unwrap().chars().count();
    let screen = screen.keys(&format!("click:{x},{y}"));
    assert!(screen.picture().contains("Open this address?"));
    let screen = screen.keys("click:0,0");
    assert_eq!(screen.app.mode, Mode::Read);
}

#[test]
fn many_links_have_two_letters() {
    let link = |n| format!("[l{n}](https://a{n}.example/) ");
    let text = |count| (0..count).map(link).collect::<String>();
    let screen = Screen::read(&text(52), Format::Markdown, "a.md", "80x40").keys("o Z");
    assert!(screen.picture().contains("https://a51.example/"));
    let screen = Screen::read(&text(60), Format::Markdown, "a.md", "80x40").keys("o");
    assert!(screen.picture().contains("ad  l3"), "{}", screen.picture());
    let screen = screen.keys("a d");
    assert!(screen.picture().contains("https://a3.example/"));
    let screen = screen.keys("Esc z");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("no link has the letter z")
    );
}

#[test]
fn a_long_address_is_shown_whole() {
    let path = "a".repeat(900) + "END";
    let text = format!("[here](https://a.example/{path})");
    let screen = Screen::read(&text, Format::Markdown, "a.md", "40x12").keys("o a");
    assert!(!screen.picture().contains("END"));
    let screen = screen.keys(&"Down ".repeat(40));
    assert!(screen.picture().contains("END"), "{}", screen.picture());
    assert!(screen.picture().contains("host: a.example"));
}

#[test]
fn links_fit_any_screen() {
    for size in ["1x1", "2x1", "12x2", "20x5", "30x10"] {
        for keys in ["o", "o a", "o b Down", "o d", "o f 80x24"] {
            assert!(!pier(size).keys(keys).picture().is_empty());
        }
    }
    let screen = Screen::open("harbour.txt", "80x24").keys("o");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("there are no links on screen · O those of the article")
    );
}

/// The line at which the editor opens, after these keys.
fn line(keys: &str) -> Option<usize> {
    let screen = pier("80x24").keys(keys);
    screen.effects.iter().find_map(|effect| match effect {
        Effect::Edit { line, .. } => *line,
        _ => None,
    })
}

#[test]
fn the_editor_opens_at_the_line_of_the_place() {
    assert_eq!(line("e"), Some(1));
    assert_eq!(line("] } e"), Some(9));
    assert_eq!(line("] v Esc e"), Some(7));
}

#[test]
fn what_has_no_file_cannot_be_edited() {
    for (origin, why) in [
        (
            Origin::Shipped(Shipped::article()),
            "the article that comes with sidenote has no file to edit",
        ),
        (Origin::Stdin, "what was piped in has no file to edit"),
        (
            Origin::File("/dev/fd/63".into()),
            "what came through a pipe has no file to edit",
        ),
        (
            Origin::Web("https://a.example/".to_owned()),
            "a page has no file here to edit",
        ),
    ] {
        let shelf = Shelf::of_one(origin).0;
        let mut app = App::new(parse_size("80x24"), shelf, None, &Settings::default());
        let effects = update(&mut app, Event::Key(sidenote::app::event::Key::char('e')));
        assert!(effects.is_empty());
        assert_eq!(app.notice.as_deref(), Some(why));
    }
}

#[test]
fn notes_of_pages_have_letters_of_their_own() {
    let reference = |n| format!("<sup><a href=\"#fn{n}\">{n}</a></sup>");
    let words =
        "and nobody in the two towns wants to pay for mending it this year, they say. ".repeat(4);
    let page = format!(
        "<article><h1>Pier</h1><p>It is old{}{} {words}</p><p>{words}</p><ol><li id=\"fn1\">First note.</li>\
         <li id=\"fn2\">Second note.</li></ol></article>",
        reference(1),
        reference(2)
    );
    let screen = Screen::read(&page, Format::Html, "pier.html", "80x24").keys("o");
    assert!(
        screen.picture().contains("It is old[a][b] and"),
        "{}",
        screen.picture()
    );
    assert!(screen.keys("b").picture().contains("Second note."));
}

#[test]
fn places_of_pages_are_gone_to() {
    let words =
        "Nobody in the two towns wants to pay for mending it this year, they say. ".repeat(4);
    let page = format!(
        "<article><h1>Pier</h1><p>{words} See <a href=\"#below\">below</a>, <a href=\"#x\">here</a> or <a href=\"#no\">nowhere</a>.</p>\
         <p>{words}</p><h2 id=\"below\">Who pays?</h2><p>{words} And <span id=\"x\">here it is</span>.</p></article>"
    );
    let jumped = |letter: &str| {
        let screen = Screen::read(&page, Format::Html, "pier.html", "80x30")
            .keys("o")
            .keys(letter);
        let mark = screen.app.view.marked;
        mark.map(|mark| screen.app.article.document.visible(mark.span))
    };
    assert_eq!(jumped("a").as_deref(), Some("Who pays?"));
    assert!(jumped("b").unwrap().ends_with("And here it is."));
    assert_eq!(jumped("c"), None);
}

/// Reads Markdown that comes from a file.
fn from_file(text: &str) -> Screen {
    let mut screen = Screen::read(text, Format::Markdown, "docs/one.md", "80x24");
    screen.app.shelf = Shelf::of_one(Origin::File("docs/one.md".into())).0;
    screen
}

/// The file that is looked for, and the place in it.
fn looked_for(screen: &Screen) -> Option<(String, Option<String>)> {
    screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::Find(it) => Some((it.path.display().to_string(), it.place.clone())),
        _ => None,
    })
}

#[test]
fn links_to_files_open_them_as_articles() {
    let text = "[one](two.md), [two](../a%20b/./c.md?x#part-2), [three](/top.md), [four](#not) and [five](../docs/one.md#six).\n\n## Six\n\nwords";
    let screen = from_file(text).keys("o a");
    assert_eq!(looked_for(&screen), Some(("docs/two.md".to_owned(), None)));
    let screen = screen.keys("o b");
    let expected = ("a b/c.md".to_owned(), Some("part-2".to_owned()));
    assert_eq!(looked_for(&screen), Some(expected));
    let screen = screen.keys("o c");
    assert!(screen.picture().contains("it begins at the top of a site"));
    let packed = from_file("[x](%2Fetc%2Fpasswd)").keys("o a");
    assert_eq!(looked_for(&packed), None);
    assert!(packed.picture().contains("it begins at the top of a site"));
    let screen = screen.keys("Esc Esc o d");
    assert!(screen.picture().contains("no heading or place"));
    assert_eq!(screen.keys("Esc Esc o e").place().0, 1);
}

#[test]
fn the_way_back_leads_to_the_article_with_the_link() {
    let mut screen = from_file("[two](two.md#below)").keys("o a");
    let neighbour = screen.effects.iter().find_map(|effect| match effect {
        Effect::Find(neighbour) => Some(neighbour.clone()),
        _ => None,
    });
    screen.event(Event::Found {
        neighbour: neighbour.unwrap(),
        is_file: Ok(()),
    });
    assert_eq!(screen.app.article.name, "two.md");
    assert!(screen.app.can_go_back());
    let text = "# Two\n\nwords\n\n## Below\n\nmore".to_owned();
    screen.arrive(Document::read(text, Format::Markdown).into());
    let section = screen.app.view.section;
    assert_eq!(
        screen.app.article.outline.label(section).as_deref(),
        Some("§1")
    );
    let screen = screen.keys("Ctrl-o");
    assert_eq!(screen.app.shelf.open(), Some(0));
    assert!(screen.picture().contains("two"));
    assert!(!screen.app.can_go_back());
}

#[test]
fn what_is_no_file_is_told() {
    let mut screen = from_file("[two](two.md)").keys("o a");
    screen.event(Event::Found {
        neighbour: Neighbour {
            path: "two.md".into(),
            place: None,
        },
        is_file: Err("no such file: two.md".to_owned()),
    });
    assert_eq!(screen.app.shelf.open(), Some(0));
    assert_eq!(screen.app.notice.as_deref(), Some("no such file: two.md"));
}

#[test]
fn links_are_stepped_through_and_acted_on() {
    let screen = pier("80x24").keys("a");
    let marked = |screen: &Screen| {
        let mark = screen.app.view.marked.unwrap();
        screen.app.article.document.slice(mark.span).to_owned()
    };
    assert_eq!(marked(&screen), "[the plan](https://harbour.example/plan)");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("Enter opens it · harbour.example")
    );
    let screen = screen.keys("Enter");
    assert!(screen.picture().contains("Open this address?"));
    let screen = screen.keys("Esc 3 a");
    assert_eq!(marked(&screen), "[^1]");
    let screen = screen.keys("Enter");
    assert!(
        screen.picture().contains("The plan of May."),
        "{}",
        screen.picture()
    );
    let screen = screen.keys("Esc B Enter");
    assert_eq!(screen.place().0, 1);
    let screen = pier("80x24").keys("9 9 a");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("there are no more links to the end")
    );
}

#[test]
fn enter_acts_on_a_hit_and_goes_down_elsewhere() {
    let screen = pier("80x24").keys("/ b a n k Enter Enter");
    assert!(screen.picture().contains("Open this address?"));
    let words = "word ".repeat(900);
    let screen = Screen::read(&words, Format::Markdown, "a.md", "80x24");
    let top = screen.place();
    assert_ne!(screen.keys("Enter").place(), top);
}

#[test]
fn footnotes_lead_back_to_their_mark() {
    let screen = pier("80x24").keys("o d Enter Enter");
    let mark = screen.app.view.marked.unwrap();
    assert_eq!(screen.app.article.document.slice(mark.span), "[^1]");
    let screen = pier("80x24").keys("w G o");
    assert!(
        screen.picture().contains("[1] back"),
        "{}",
        screen.picture()
    );
}

#[test]
fn all_links_are_listed() {
    let part = |n| {
        format!("## Part {n}\n\nSee [l{n}](https://a{n}.example/).[^{n}]\n\n[^{n}]: Note {n}.\n\n")
    };
    let text: String = (0..40).map(part).collect();
    let screen = Screen::read(&text, Format::Markdown, "a.md", "80x24").keys("] ] O");
    insta::assert_snapshot!("links_all", screen.picture());
    let screen = screen.keys("End Enter");
    assert!(
        screen.picture().contains("Note 39."),
        "{}",
        screen.picture()
    );
    let screen = screen.keys("Esc Home Enter");
    assert!(screen.picture().contains("https://a0.example/"));
    let screen = screen.keys("Esc Esc");
    assert!(screen.keys("O").keys("PageDown Up").app.mode != Mode::Read);
}

#[test]
fn a_list_below_the_text_begins_with_what_it_covers() {
    let line = |n| format!("[l{n}](https://a{n}.example/) and more words\n\n");
    let text: String = (0..9).map(line).collect();
    let screen = Screen::read(&text, Format::Markdown, "a.md", "50x20").keys("o");
    insta::assert_snapshot!("links_covered", screen.picture());
    let screen = screen.keys("click:4,14");
    assert!(screen.picture().contains("Open this address?"));
}

#[test]
fn bare_addresses_are_links() {
    let text = "See https://harbour.example/plan, or write to ann@harbour.example.";
    for format in [Format::Markdown, Format::Text, Format::Terminal] {
        let screen = Screen::read(text, format, "a", "80x24").keys("o a Enter");
        assert_eq!(browsed(&screen), Some("https://harbour.example/plan"));
        let screen = screen.keys("o b Enter");
        assert_eq!(browsed(&screen), Some("mailto:ann@harbour.example"));
    }
}

#[test]
fn links_are_filtered_as_words_are_typed() {
    let screen = pier("80x24").keys("O / type:mailto");
    insta::assert_snapshot!("links_filtered", screen.picture());
    let screen = screen.keys("Enter a");
    assert!(screen.picture().contains("mailto:ann@harbour.example"));
    let screen = screen.keys("Esc Esc");
    let count = |screen: &Screen| match &screen.app.mode {
        Mode::Links(links) => (links.targets.len(), links.count()),
        _ => (0, 0),
    };
    let (shown, all) = count(&screen);
    assert!(shown == all && all > 3, "{shown} of {all}");
    for keys in [
        "/ type:zzz",
        "/ type:zzz Enter Enter",
        "/ type:zzz Enter a End Down",
    ] {
        let screen = pier("50x20").keys("O").keys(keys);
        assert_eq!(count(&screen), (0, all), "{keys}");
        assert_eq!(count(&screen.keys("Esc")), (all, all), "{keys}");
    }
    // Letters are those of what is left.
    let screen = pier("80x24").keys("o / type:ann Enter");
    assert_eq!(count(&screen).0, 1);
    assert!(screen.picture().contains("[a]"), "{}", screen.picture());
    let screen = pier("80x24").keys("o / Down Down Down Enter Enter");
    assert!(screen.picture().contains("Note"), "{}", screen.picture());
}

#[test]
fn letters_stand_in_brackets_where_there_is_room() {
    let written = |text: &str| {
        let screen = Screen::read(text, Format::Markdown, "a.md", "80x24").keys("o");
        let picture = screen.picture();
        let row = picture.lines().find(|row| row.contains("look")).unwrap();
        row.split('│').next().unwrap().trim().to_owned()
    };
    for (text, expected) in [
        (
            "we look at [the pier](https://a.example) now",
            "we look at [a] pier now",
        ),
        (
            "we look at [it](https://a.example) now",
            "we look at[a] now",
        ),
        ("we look at [x](https://a.example) now", "we look at[a]now"),
        (
            "we look (see [x](https://a.example)) now",
            "we look (see a) now",
        ),
        ("we look at[^1] now\n\n[^1]: A note.", "we look at[a] now"),
        (
            "we look at [木の港](https://a.example) now",
            "we look at [a] 港  now",
        ),
    ] {
        assert_eq!(written(text), expected, "{text}");
    }
}
