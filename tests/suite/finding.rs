//! Searching: what is found, what is said of it, and where the keys lead.

use sidenote::app::effect::Effect;
use sidenote::app::event::{Event, Key};
use sidenote::app::goal::Goal;
use sidenote::app::list::{Entry, Kind};
use sidenote::app::prompt::Prompt;
use sidenote::app::{Focus, Mode};
use sidenote::doc::format::Format;
use sidenote::search::manner::{Asked, Manner};

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
    for (keys, expected, standing) in [
        ("/ type:silts Enter n", Some("the only one"), "/silts 1/1"),
        ("/ type:silts Enter N", Some("the only one"), "/silts 1/1"),
        ("/ type:ferry Enter n", None, "/ferry 2/5"),
        ("/ type:ferry Enter N", Some("from the end"), "/ferry 5/5"),
        (
            "/ type:ferry Enter N n",
            Some("from the beginning"),
            "/ferry 1/5",
        ),
        ("} } } *", None, "/harbour words · 4/4"),
    ] {
        for size in ["80x24", "44x24"] {
            let screen = Screen::open("harbour.txt", size).keys(keys);
            assert_eq!(screen.app.notice.as_deref(), expected, "{keys}");
            let picture = screen.picture().replace('\u{200e}', "");
            let told = picture.lines().any(|row| row.ends_with(standing));
            assert!(told, "{keys} at {size}: {picture}");
        }
    }
}

#[test]
fn the_search_says_everything_once() {
    let screen = Screen::open("harbour.txt", "80x24").keys("/ type:silts");
    let footer = screen.row_from_below(1);
    assert_eq!(
        footer.trim_end(),
        " Enter stay here   Esc cancel   Alt-r regex   Alt-w words   Alt-c case"
    );
    let status = screen.keys("Enter n").row_from_below(2);
    assert!(status.contains("the only one"));
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

#[test]
fn a_search_is_taken_as_the_keys_say() {
    let text = "Harbour harbours harbour, harbor.\n";
    for (keys, expected) in [
        ("/ type:harbour", "1/3"),
        ("/ type:harbour Alt-w", "words · 1/2"),
        ("/ Alt-w type:harbour Alt-c", "words, case · 1/1"),
        ("/ type:Harbour Alt-c Alt-c", "no case · 1/3"),
        ("/ Alt-r type:harbou?r\\b", "regex · 1/3"),
        ("/ Alt-r type:harbou?r Alt-r", "no match"),
        ("Sr / type:^h.*s", "regex · 1/1"),
        ("/ type:harbour Enter Sw", "words · 1/2"),
        ("/ type:harbour Enter Sw Sw n", "2/3"),
        ("/ type:harbour Enter Sw / Enter", "words · 2/2"),
    ] {
        let screen = Screen::read(text, Format::Text, "a.txt", "80x24").keys(keys);
        assert_eq!(screen.app.find.unwrap().standing(), expected, "{keys}");
    }
}

#[test]
fn a_wrong_pattern_says_what_is_wrong_and_keeps_the_hits() {
    let screen = Screen::read(&four_needles(), Format::Markdown, "a.md", "80x24")
        .keys("/ Alt-r type:need(le)");
    let here = screen.place();
    let screen = screen.keys("type:( Enter");
    assert_eq!(screen.place(), here);
    let find = screen.app.find.as_ref().unwrap();
    assert_eq!(find.standing(), "regex · unclosed group");
    assert_eq!(find.search().unwrap().len(), 4);
    insta::assert_snapshot!("search_wrong", screen.picture());
    let screen = screen.keys("Backspace Enter n");
    assert_eq!(screen.app.find.unwrap().standing(), "regex · 2/4");
}

#[test]
fn earlier_searches_come_back_as_they_were_taken() {
    let mut screen = Screen::open("harbour.txt", "80x24");
    let regex = Manner {
        is_regex: true,
        ..Manner::default()
    };
    let asked = |typed: &str, manner| Asked {
        typed: typed.to_owned(),
        manner,
    };
    let old = ["ferry", "silts"].map(|typed| asked(typed, Manner::default()));
    screen.event(Event::Remembered(
        [&old[..], &[asked("f.rr", regex)]].concat(),
    ));
    let screen = screen.keys("/ Up");
    assert_eq!(screen.app.find.as_ref().unwrap().manner, regex);
    let screen = screen.keys("Up Up Down Enter");
    let find = screen.app.find.as_ref().unwrap();
    assert_eq!(
        (find.typed.as_str(), find.manner),
        ("silts", Manner::default())
    );
    let kept = screen.effects.iter().find_map(|effect| match effect {
        Effect::Remember(asked) => Some(asked.typed.as_str()),
        _ => None,
    });
    assert_eq!(kept, Some("silts"));
    let mut screen = screen.keys("/ type:zeppelin Enter");
    screen.event(Event::Remembered(vec![asked("oldest", regex)]));
    let screen = screen.keys("/ Up Up Up Up Up Up");
    assert_eq!(screen.app.find.unwrap().typed, "oldest");
}

#[test]
fn the_last_search_of_an_earlier_session_is_taken_up() {
    let mut screen = Screen::open("harbour.txt", "120x40");
    screen.event(Event::Remembered(vec![Asked {
        typed: "passengers".to_owned(),
        manner: Manner::default(),
    }]));
    let screen = screen.keys("] ] Tab 7");
    assert_eq!(screen.place().0, 2);
    assert_eq!(screen.app.list.kind, Kind::Hits);
    assert_eq!(screen.app.find.as_ref().unwrap().position(), "2 found");
    assert!(matches!(screen.app.list.selected, Some(Entry::Hit(_))));
    let screen = screen.keys("n");
    assert_eq!(screen.app.find.unwrap().position(), "1/2");
}

#[test]
fn what_has_hits_is_shown_alone_as_it_is_typed() {
    let screen = Screen::open("harbour.txt", "120x40");
    let groups = |screen: &Screen| {
        let entries = screen.app.entries();
        let all = entries.from(entries.first());
        all.filter(|it| matches!(it, Entry::Group(_))).count()
    };
    let all = groups(&screen);
    let screen = screen.keys("&");
    assert_eq!(
        (groups(&screen), &screen.app.mode),
        (all, &Mode::Prompt(Prompt::default()))
    );
    let screen = screen.keys("type:passengers");
    assert_eq!(groups(&screen), 1);
    let screen = screen.keys("Enter");
    assert_eq!((groups(&screen), screen.place().0), (1, 3));
    let screen = screen.keys("&");
    assert_eq!(groups(&screen), all);
    let screen = Screen::open("harbour.txt", "120x40").keys("& type:passengers Esc");
    assert!(screen.app.find.is_none() && !screen.app.list.is_sifted);
    assert_eq!(groups(&screen), all);
}

#[test]
fn the_list_of_hits_begins_at_the_current_one() {
    for keys in ["n n Tab 7", "Tab 7 . .", "n n Tab c c 7"] {
        let screen = Screen::open("harbour.txt", "120x40")
            .keys("/ type:ferry Enter")
            .keys(keys);
        let current = screen.app.find.as_ref().unwrap().current.unwrap();
        assert_eq!(screen.app.find.as_ref().unwrap().position(), "3/5");
        let expected = Some(Entry::Hit(current.span.start));
        assert_eq!(screen.app.list.selected, expected, "{keys}");
        let drawn = screen.app.page.list.iter().find(|row| row.is_selected);
        assert_eq!(drawn.map(|row| row.entry), expected, "{keys}");
    }
}

#[test]
fn a_narrow_prompt_tells_what_matters() {
    for (keys, size, expected) in [
        ("/ Alt-r type:a(b", "20x6", "/a(b  unclosed group"),
        ("/ Alt-r type:a(b_and_so_on", "20x6", "/nd so on  unclosed…"),
        ("/ Alt-w type:harwords", "20x6", "/harwords   no match"),
        (
            "/ Alt-w type:harwords",
            "30x6",
            "/harwords   words · no match",
        ),
        ("/ Alt-w type:harwords", "26x6", "/harwords       no match"),
        ("/ Alt-w", "20x6", "/              words"),
    ] {
        let screen = Screen::open("harbour.txt", size).keys(keys);
        let picture = screen.picture();
        let row = picture
            .lines()
            .find(|row| row.trim_start().starts_with('/'));
        assert_eq!(row.map(str::trim), Some(expected), "{keys} at {size}");
    }
}

#[test]
fn hits_are_counted_by_section_and_listed_in_context() {
    let screen = Screen::open("harbour.txt", "120x40").keys("/ type:ferry Enter");
    insta::assert_snapshot!("hits_counted", screen.picture());
    let screen = screen.keys("Tab 7");
    insta::assert_snapshot!("hits_listed", screen.picture());
    let narrow = Screen::open("harbour.txt", "80x24").keys("/ type:ferry Enter Tab 7 j j");
    insta::assert_snapshot!("hits_listed_80x24", narrow.picture());
    insta::assert_snapshot!("hits_listed_roles", narrow.roles());
}

#[test]
fn enter_on_a_listed_hit_goes_there() {
    let screen = Screen::open("harbour.txt", "120x40").keys("/ type:ferry Enter Tab 7 G");
    let peeked = screen.app.find.as_ref().unwrap().position();
    assert_eq!(peeked, "5/5");
    let back = screen.keys("Esc");
    assert_eq!(back.place().0, 1);
    let screen = back.keys("Tab G Enter");
    assert_eq!(screen.app.focus, Focus::Text);
    assert_eq!(screen.app.view.section.index(), 3);
    let screen = screen.keys("n");
    assert_eq!(screen.app.find.as_ref().unwrap().position(), "1/5");
    let selected = screen.app.page.list.iter().find(|row| row.is_selected);
    assert!(matches!(selected.unwrap().entry, Entry::Hit(_)));
    let screen = screen.keys(". . ,");
    assert_eq!(screen.app.find.as_ref().unwrap().position(), "2/5");
    let screen = screen.keys("Esc Esc");
    assert!(screen.app.find.is_none());
    assert_eq!(screen.app.list.kind, Kind::All);
}

#[test]
fn only_what_has_hits_is_shown_on_demand() {
    let screen = Screen::open("harbour.txt", "120x40").keys("/ type:ferry Enter &");
    insta::assert_snapshot!("only_hits", screen.picture());
    let screen = screen.keys("]");
    assert_eq!(screen.app.view.section.index(), 3);
    assert_eq!(screen.keys("] [ [").place().0, 1);
    for (keys, notice) in [
        ("Tab 7", "nothing is searched for: / first"),
        ("n", "nothing is searched for: / first"),
        ("/ type:ferry Enter & &", "all sections and items"),
        (
            "/ type:zeppelin Enter &",
            "nothing is found that could be shown alone",
        ),
    ] {
        let screen = Screen::open("harbour.txt", "120x40").keys(keys);
        assert_eq!(screen.app.notice.as_deref(), Some(notice), "{keys}");
        assert!(!screen.app.list.is_sifted);
    }
    let screen = Screen::open("harbour.txt", "80x24").keys("/ type:ferry Enter & Esc");
    assert!(!screen.app.list.is_sifted);
}

#[test]
fn pages_go_over_sections_with_hits_while_only_these_are_shown() {
    let mut screen = Screen::open("harbour.txt", "120x40").keys("/ type:ferry Enter &");
    assert!(screen.picture().contains("only hits (& ends)"));
    let mut sections = Vec::new();
    for _ in 0..9 {
        sections.push(screen.app.view.section.index());
        screen = screen.keys("Space");
    }
    sections.dedup();
    assert_eq!(sections, [1, 3]);
    for keys in ["g", "1 g"] {
        let screen = Screen::open("harbour.txt", "120x40").keys("/ type:ferry Enter &");
        let screen = screen.keys(keys);
        assert_eq!(screen.app.view.section.index(), 0);
        assert!(!screen.app.list.is_sifted, "{keys}");
    }
    let screen = Screen::open("harbour.txt", "120x40").keys("/ type:ferry Enter & w G");
    assert!(screen.app.list.is_sifted);
}

#[test]
fn the_list_of_hits_reads_the_same_both_ways() {
    for keys in [
        "Tab 7", "& Tab 7", "& Tab 1", "& Tab 2", "& Tab 4", "Tab 7 c", "Tab 7 h",
    ] {
        for typed in ["ferry", "a", "zeppelin"] {
            let keys = format!("/ type:{typed} Enter {keys}");
            let screen = Screen::open("harbour.txt", "120x40").keys(&keys);
            let entries = screen.app.entries();
            let down: Vec<_> = entries.from(entries.first()).collect();
            let mut up: Vec<_> =
                std::iter::successors(Some(entries.last()), |&at| entries.before(at)).collect();
            up.reverse();
            assert_eq!(down, up, "{keys}");
            assert!(down.iter().all(|&entry| entries.contains(entry)), "{keys}");
            assert!(
                down.is_sorted_by_key(|&entry| entries.rank(entry)),
                "{keys}"
            );
        }
    }
}

#[test]
fn the_word_at_hand_is_searched_for() {
    let text = "The harbour is deep.\n\nA harbourmaster, a harbour, the ferries.\n\nHarbour.\n";
    let open = || Screen::read(text, Format::Markdown, "a.md", "80x24");
    let found = |screen: Screen| {
        let find = screen.app.find.unwrap();
        (find.typed.clone(), find.standing())
    };
    let is = |typed: &str, standing: &str| (typed.to_owned(), format!("words · {standing}"));
    assert_eq!(found(open().keys("*")), is("harbour", "2/3"));
    assert_eq!(found(open().keys("* *")), is("harbour", "3/3"));
    assert_eq!(found(open().keys("* N")), is("harbour", "1/3"));
    assert_eq!(found(open().keys("} *")), is("harbourmaster", "1/1"));
    let screen = open();
    let y = screen.app.page.areas.text.y;
    let x = screen.app.page.areas.column + 1;
    assert_eq!(
        found(screen.keys(&format!("click:{x},{y} *"))),
        is("The", "1/1")
    );
    let empty = Screen::read("", Format::Text, "a.txt", "80x24").keys("*");
    assert_eq!(empty.app.notice.as_deref(), Some("there is no word here"));
}

#[test]
fn reading_begins_where_the_shell_says() {
    let text = "Intro one.\n\nIntro two.\n\n# First?\n\nWords here.\n\nMore **words** here.\n\n# Second?\n\nNothing é.\n";
    let at = |words: &str| text.find(words).unwrap();
    let check = |goal: &str, words: &str| {
        let screen = Screen::begun(goal.parse().unwrap(), text, "80x24");
        let mark = screen.app.view.marked;
        let marked = mark.map(|it| screen.app.article.document.slice(it.span));
        assert_eq!(marked, Some(words), "{goal}");
        assert!(screen.shows(mark.unwrap().span.start), "{goal}");
    };
    check("¶2", "Intro two.");
    check("0.2", "Intro two.");
    check("§1 ¶2", "More **words** here.");
    check("2.1", "Nothing é.");
    check(&at("words**").to_string(), "words");
    let span = format!("{}-{}", at("words**"), at(" here.\n\n# S"));
    check(&span, "words**");
    check(&(at("é") + 1).to_string(), "é");
    for (goal, notice) in [
        ("9.1", "there is no section 9: the sections are 0 to 2"),
        ("§1 ¶3", "there is no ¶3 in §1: its last is ¶2"),
        ("9999", "there is no byte 9999: the text has 92"),
        ("5-9999", "there is no byte 9999: the text has 92"),
    ] {
        let screen = Screen::begun(goal.parse().unwrap(), text, "80x24");
        assert_eq!(screen.app.notice.as_deref(), Some(notice));
    }
    let screen = Screen::begun(Goal::Words("nothing".to_owned()), text, "80x24");
    assert_eq!(screen.app.find.as_ref().unwrap().position(), "1/1");
    assert_eq!(screen.place().0, 2);
    let screen = Screen::begun(Goal::Line(11), text, "80x24");
    assert_eq!(screen.place().0, 2);
    let screen = Screen::begun(Goal::Line(99), text, "80x24");
    assert_eq!(screen.app.notice.as_deref(), Some("there is no line 99"));
    let screen = Screen::begun("100%".parse().unwrap(), text, "80x24");
    assert_eq!(screen.place().0, 2);
}
