//! An article that is still arriving while it is read.

use std::ops::Range;
use std::sync::Arc;

use sidenote::app::App;
use sidenote::app::event::{Event, Key};
use sidenote::app::findings::Findings;
use sidenote::app::goal::Goal;
use sidenote::app::list::Entry;
use sidenote::article::section::{Outline, Outliner};
use sidenote::article::{Annotations, annotate};
use sidenote::config::setting::Settings;
use sidenote::doc::Document;
use sidenote::doc::feed::Feed;
use sidenote::doc::format::Format;

use crate::finding::four_needles;
use crate::screen::{Screen, shelf_of};

/// A reader with the beginning of a long article, and all of it.
fn half_read() -> (Screen, Document) {
    let section = |n| format!("## Why {n}?\n\nBecause of {n}, and of needle{n}.\n\n");
    let text = (0..3000).map(section).collect::<Vec<_>>().concat();
    let mut feed = Feed::new(Format::Markdown);
    assert!(feed.push(&text));
    let mut screen = Screen::new("80x24");
    screen.arrive(Arc::new(feed.document()));
    screen.app.settle();
    (screen, feed.finish())
}

#[test]
fn text_that_arrives_moves_nothing_under_the_eyes() {
    let (screen, whole) = half_read();
    let mut screen = screen.keys("5 0 %");
    let before = screen.picture();
    screen.arrive(Arc::new(whole));
    screen.app.settle();
    let text = |picture: &str| {
        picture
            .lines()
            .skip(2)
            .take(18)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(text(&before), text(&screen.picture()));
}

#[test]
fn the_end_is_the_true_end_once_it_is_there() {
    let (screen, whole) = half_read();
    let mut screen = screen.keys("G");
    assert!(!screen.picture().contains("needle2999"));
    screen.arrive(Arc::new(whole));
    screen.app.settle();
    assert!(screen.picture().contains("needle2999"));
}

#[test]
fn a_search_and_a_section_reach_what_arrives_later() {
    let (screen, whole) = half_read();
    let mut screen = screen.keys("/ type:needle2999 Enter");
    let find = |screen: &Screen| screen.app.find.as_ref().unwrap().position();
    assert_eq!(find(&screen), "0 found…");
    screen.arrive(Arc::new(whole));
    assert_eq!(find(&screen), "1/1");
    let (half, whole) = half_read();
    screen.app = App::new(
        half.app.size,
        shelf_of("a.md"),
        Some(Goal::Section(3000)),
        &Settings::default(),
    );
    screen.outliner = Outliner::default();
    screen.arrive(half.app.article.document);
    screen.arrive(Arc::new(whole));
    screen.app.settle();
    assert!(screen.picture().contains("needle2999"));
}

#[test]
fn the_way_back_is_kept_when_a_hit_comes_late() {
    let long = "Paragraph of wörds. ".repeat(60_000); // letters that have to be folded
    let text = format!("First.\n\n{long}\n\n{long}\n\nneedle stands here.\n");
    let mut screen = Screen::read(&text, Format::Markdown, "a.md", "80x24");
    let here = screen.place();
    for key in "/needle".chars() {
        screen.event(Event::Key(Key::char(key)));
    }
    screen.event(Event::Key(Key::parse("Enter").unwrap()));
    assert_eq!(screen.place(), here);
    while screen.app.has_work() {
        screen.event(Event::Work);
    }
    assert_ne!(screen.place(), here);
    assert_eq!(screen.keys("Ctrl-o").place(), here);
}

#[test]
fn the_way_back_leads_to_where_the_eyes_were_before_the_items() {
    let filler = "More words here.\n\n".repeat(60);
    let text = format!(
        "## One?\n\nFirst words.\n\n{filler}\n\n## Two?\n\n\
         Ann Lee said: “We will never build a pier for nobody here.”\n\n{filler}\n\n\
         Ann Lee said: “We will sooner leave the harbour to the gulls.”\n"
    );
    for keys in [
        ". Ctrl-o",
        "} . Ctrl-o",
        ". . Ctrl-o",
        "2 . Ctrl-o",
        "Tab . Esc",
        "Tab . . Esc",
    ] {
        let screen = Screen::read(&text, Format::Markdown, "a.md", "80x24");
        let here = screen.place();
        let screen = screen.keys(keys);
        assert_eq!((screen.place(), screen.app.notice), (here, None), "{keys}");
    }
}

#[test]
fn a_search_that_is_typed_before_there_is_an_article_finds_it_later() {
    for keys in ["/needle", "/needle\r"] {
        let mut screen = Screen::new("80x24");
        for key in keys.chars() {
            screen.event(Event::Key(match key {
                '\r' => Key::parse("Enter").unwrap(),
                _ => Key::char(key),
            }));
        }
        screen.take(&four_needles(), Format::Markdown, "a.md");
        assert_eq!(screen.app.find.as_ref().unwrap().position(), "1/4");
        assert!(screen.picture().contains("needle 50 stands here."));
    }
}

#[test]
fn an_article_that_is_still_to_come_has_no_percent() {
    assert!(!Screen::new("80x24").picture().contains('%'));
}

#[test]
fn what_is_found_fills_in_and_moves_nothing() {
    let section =
        |n| format!("## Why {n}?\n\nAnn Lee said: “Because of {n}, and that is all.”\n\n");
    let text: String = (0..4).map(section).collect();
    let document = Arc::new(Document::read(text, Format::Markdown));
    let outline = Outline::of(&document);
    let all = annotate(&document, &outline);
    let part = |range: Range<usize>, is_last| {
        let quotes = all.quotes[range.clone()].to_vec();
        let annotations = Annotations::new(None, quotes, Vec::new(), Vec::new());
        Event::Annotated {
            findings: Box::new(Findings::new(annotations, &outline, is_last)),
            is_more: range.start > 0,
        }
    };
    let mut screen = Screen::new("120x40");
    screen.arrive(document);
    screen.event(part(0..2, false));
    let screen = screen.keys("Tab j j j");
    assert_eq!(screen.app.list.selected, Some(Entry::Item(1)));
    let mut screen = screen.keys("Esc G .");
    assert!(screen.picture().contains("still looking …"));
    let place = screen.place();
    let notice = screen.app.notice.as_deref();
    assert_eq!(notice, Some("still looking for quotes or guarantees"));
    screen.event(part(2..4, true));
    screen.app.settle();
    assert_eq!(screen.place(), place);
    let picture = screen.picture();
    assert!(
        !picture.contains("still looking …") && picture.contains("Because of 3"),
        "{picture}"
    );
}
