//! The list beside the text: its groups, its places, what is beyond its edges.

use sidenote::app::Focus;
use sidenote::app::list::{Entry, Group};
use sidenote::doc::format::Format;

use crate::screen::Screen;

/// A quote and a guarantee that stand in two places, one of them taken up in a paragraph.
const GATES: &str = "\
# What was said?

Ann Lee said: “We will never sell the harbour.” The pact would include:

- Guards at every gate of the harbour.

# And then?

Nothing.

# Was that all?

Ann Lee said: “We will never sell the harbour.” Guards at every gate of the harbour stood there.
";

fn gates(size: &str) -> Screen {
    Screen::read(GATES, Format::Markdown, "gates.md", size)
}

/// The rows of the list.
fn list(screen: &Screen) -> Vec<String> {
    let rows = screen.app.page.list.iter().map(|row| {
        let parts: Vec<_> = row.line.parts.iter().map(|it| it.text.as_str()).collect();
        format!("{} {}", parts.concat().trim(), row.line.right)
    });
    rows.map(|row| row.trim_end().to_owned()).collect()
}

fn told(screen: &Screen) -> &str {
    screen.app.notice.as_deref().unwrap_or_default()
}

#[test]
fn the_list_is_grouped_by_section_speaker_and_firmness() {
    insta::assert_snapshot!(
        "by_firmness",
        Screen::open("harbour.txt", "80x24")
            .keys("Tab Lg Lg c")
            .picture()
    );
    insta::assert_snapshot!(
        "by_speaker",
        Screen::open("harbour.txt", "120x40")
            .keys("Tab 2 Lg")
            .picture()
    );
    let screen = Screen::open("harbour.txt", "120x40").keys("Lg");
    assert_eq!(told(&screen), "by speaker");
    assert!(list(&screen)[0].starts_with("▾ their mayors"));
    let screen = screen.keys("Lg");
    assert_eq!(told(&screen), "by firmness");
    assert_eq!(list(&screen)[0], "▾ Firm guarantees G6");
    let screen = screen.keys("3 Lg");
    assert_eq!(told(&screen), "by section");
}

#[test]
fn groups_with_nothing_under_them_are_not_listed() {
    let screen = Screen::open("harbour.txt", "120x40").keys("Tab 2 Lg Lg");
    let headings: Vec<_> = list(&screen)
        .into_iter()
        .filter(|row| row.contains('▾'))
        .collect();
    assert!(
        headings.iter().all(|row| row.contains("Quotes, speaker")),
        "{headings:?}"
    );
    let empty = Screen::read("Nothing.\n", Format::Markdown, "a.md", "120x40");
    let empty = empty.keys("Tab Lg");
    assert_eq!(list(&empty), ["nobody is quoted, nobody promises anything"]);
    let empty = empty.keys("Lg j k G g h l c");
    assert_eq!(list(&empty), ["found nothing"]);
}

#[test]
fn the_cursor_stays_with_its_words_when_they_are_grouped_otherwise() {
    let screen = Screen::open("harbour.txt", "120x40").keys("] ] Tab j");
    let here = screen.app.list.selected;
    assert!(matches!(here, Some(Entry::Item(_))));
    let screen = screen.keys("Lg Lg Lg");
    assert_eq!(screen.app.list.selected, here);
    let screen = screen.keys("Lg k k k k k k k k k k k k k k k k k k k k k k k k k");
    assert!(matches!(
        screen.app.list.selected,
        Some(Entry::Group(Group::Voice(_)))
    ));
}

#[test]
fn an_outline_has_questions_alone() {
    let screen = Screen::open("harbour.txt", "120x40").keys("]");
    let before = list(&screen);
    let screen = screen.keys("Lo");
    let outline = [
        "▸ Introduction Q2",
        "▸ §1 What did the towns agree on? G4",
        "▸ §2 Who pays for the dredging? Q3 G3",
        "▸ §3 Is the night ferry real? Q2",
    ];
    assert_eq!(list(&screen), outline);
    assert_eq!(told(&screen), "questions alone");
    let screen = screen.keys("Tab l");
    assert_eq!(list(&screen).len(), 17);
    let screen = screen.keys("Lo Lo Tab");
    assert_eq!(list(&screen), before);
    let narrow = Screen::open("harbour.txt", "60x20").keys("Lo");
    assert_eq!(narrow.app.focus, Focus::List);
    assert_eq!(list(&narrow), outline);
}

#[test]
fn what_is_above_the_list_and_below_it_is_counted() {
    let rule = |screen: &Screen| screen.picture().lines().nth(1).unwrap().to_owned();
    let screen = Screen::open("harbour.txt", "120x60");
    assert!(!rule(&screen).contains(['↑', '↓']), "{}", rule(&screen));
    for keys in ["Tab", "Tab Space", "Tab G k k k k", "Tab G"] {
        let screen = Screen::open("harbour.txt", "120x20").keys(keys);
        let entries = screen.app.entries();
        let all = entries.from(entries.first()).count();
        let mut shown: Vec<_> = screen.app.page.list.iter().map(|row| row.entry).collect();
        shown.dedup();
        let beyond = screen.app.page.beyond;
        assert_eq!(beyond.above + shown.len() + beyond.below, all, "{keys}");
        let (above, below) = (beyond.above, beyond.below);
        let told = [(above, '↑'), (below, '↓')];
        for (count, sign) in told {
            let written = format!(" {sign}{count} ");
            assert_eq!(rule(&screen).contains(&written), count > 0, "{keys}");
        }
    }
    let many = "Ann Lee said: “We sail.”\n\n".repeat(1500);
    let many = Screen::read(&many, Format::Markdown, "a.md", "80x24");
    assert!(rule(&many).contains("↓999+"), "{}", rule(&many));
}

#[test]
fn places_of_the_same_words_are_stepped_through() {
    for keys in [". .", "Tab j j j j"] {
        let screen = gates("120x40").keys(keys);
        let first = screen.app.view.marked.unwrap();
        let screen = screen.keys("P");
        assert_eq!(told(&screen), "place 2 of 2");
        let second = screen.app.view.marked.unwrap();
        assert!(second.span.start > first.span.end, "{keys}");
        let words = |span| screen.app.article.document.slice(span);
        assert_eq!(words(first.span), words(second.span));
        let screen = screen.keys("P");
        assert_eq!(
            (told(&screen), screen.app.view.marked),
            ("place 1 of 2", Some(first))
        );
    }
    let screen = gates("120x40").keys(". P Ctrl-o");
    assert_eq!(screen.place().0, 0);
    assert_eq!(
        told(&gates("120x40").keys("P")),
        "no quote or guarantee is marked"
    );
    let alone = Screen::open("harbour.txt", "120x40").keys(". P");
    assert_eq!(told(&alone), "these words stand here alone");
}

#[test]
fn what_elaborates_a_guarantee_is_followed_from_the_text_and_back() {
    for size in ["120x40", "80x24", "50x20"] {
        let screen = Screen::open("harbour.txt", size).keys("] . . . .");
        let guarantee = screen.app.view.marked.unwrap();
        let screen = screen.keys("E");
        let paragraph = screen.app.view.marked.unwrap();
        assert_eq!(screen.place().0, 3, "{size}");
        let screen = screen.keys("E");
        assert_eq!(screen.app.view.marked, Some(guarantee), "{size}");
        // The paragraph has `g` beside it: it tells the way when nothing is marked.
        let screen = Screen::open("harbour.txt", size).keys("] ] ] E");
        assert_eq!(screen.app.view.marked, Some(guarantee), "{size}");
        let screen = screen.keys("E");
        assert_eq!(screen.app.view.marked, Some(paragraph), "{size}");
        let screen = screen.keys("Ctrl-o Ctrl-o");
        assert_eq!(screen.place().0, 3, "{size}");
    }
    let screen = Screen::open("harbour.txt", "80x24").keys("E");
    assert_eq!(told(&screen), "nothing is known to belong to this");
}
