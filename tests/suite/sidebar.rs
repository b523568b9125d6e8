//! The list beside the text: its groups, its places, what is beyond its edges.

use sidenote::app::Focus;
use sidenote::app::effect::Effect;
use sidenote::app::event::Event;
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
    assert_eq!(told(&empty), "nothing was found to group");
    let empty = empty.keys("Ls");
    assert_eq!(told(&empty), "nothing was found to order");
    let empty = empty.keys("4 j k G g h l c");
    assert_eq!(list(&empty), ["nobody is quoted, nobody promises anything"]);
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
    assert_eq!(list(&screen).len(), 18);
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
    let ships = |number| format!("Ann Lee said “we sail {number} ships” in May.\n\n");
    let many: Vec<_> = (0..1500).map(ships).collect();
    let many = Screen::read(&many.concat(), Format::Markdown, "a.md", "80x24");
    assert!(rule(&many).contains("↓99+"), "{}", rule(&many));
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
    let screen = gates("120x40");
    assert!(!screen.row_from_below(1).contains("P same words"));
    let screen = screen.keys(".");
    assert!(screen.row_from_below(1).contains("P same words"));
    let screen = screen.keys("P Ctrl-o");
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
        let footer = screen.row_from_below(1);
        assert_eq!(footer.contains("E follow"), size != "50x20", "{footer}");
        let screen = screen.keys("E");
        let paragraph = screen.app.view.marked.unwrap();
        assert_eq!(screen.place().0, 3, "{size}");
        // Two paragraphs tell more of it: from the second the way leads back.
        let screen = screen.keys("E");
        assert_ne!(screen.app.view.marked, Some(paragraph), "{size}");
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

#[test]
fn a_map_shows_how_long_sections_are_and_what_is_where() {
    let screen = Screen::open("harbour.txt", "120x40").keys("] ] Lm");
    insta::assert_snapshot!("map", screen.picture());
    insta::assert_snapshot!(
        "map_80x24",
        Screen::open("harbour.txt", "80x24").keys("Tab 8").picture()
    );
    let wide = screen.keys("Lw");
    insta::assert_snapshot!("map_wide", wide.picture());
    let rows = list(&wide);
    assert!(rows[0].contains('━') && !rows[3].contains('━'), "{rows:?}");
    let there = wide.keys("j Enter");
    assert_eq!((there.place().0, there.app.focus), (3, Focus::Text));
    let rows = list(&there.keys("Lm Lw"));
    assert!(rows[3].contains("━━"), "{rows:?}");
}

#[test]
fn the_map_is_left_by_any_other_kind_and_steps_go_on() {
    let screen = Screen::open("harbour.txt", "80x24").keys("Lm .");
    assert!(screen.app.view.marked.is_some());
    let screen = screen.keys("t");
    assert!(!screen.picture().contains("Map"));
    for size in ["120x40", "80x24", "50x20", "30x10", "12x4", "3x3", "1x1"] {
        Screen::open("harbour.txt", size).keys("Lm j j k G g Lw h l c Enter Lp Lw Tab Tab s s");
        Screen::read("", Format::Text, "a.txt", size).keys("Lm j k Lw Enter Lp j Lo");
    }
}

#[test]
fn who_said_what_takes_the_full_width() {
    let screen = Screen::open("harbour.txt", "80x24").keys("] Lp");
    insta::assert_snapshot!("who_said_what", screen.picture());
    assert_eq!(screen.app.page.areas.list.width, 80);
    let screen = screen.keys("j j Enter");
    assert_eq!(screen.app.focus, Focus::Text);
    assert!(screen.app.view.marked.is_some());
    assert_eq!(screen.app.page.areas.list.width, 34);
    let screen = screen.keys("Ctrl-o");
    assert_eq!(screen.place().0, 1);
    let screen = screen.keys("Tab Lw");
    assert_eq!(screen.app.page.areas.list.width, 34);
}

#[test]
fn the_list_is_filtered_as_words_are_typed() {
    let screen = Screen::open("harbour.txt", "80x24").keys("Lf type:reyd_said");
    insta::assert_snapshot!("filter_typing", screen.picture());
    let screen = screen.keys("Enter");
    // Sections without any are gone, what is left is unfolded.
    assert!(list(&screen)[0].starts_with("▾ §2 Who pays"));
    let screen = screen.keys("Lg");
    assert_eq!(list(&screen)[0], "▾ Tomas Reyd Q2");
    let screen = screen.keys("Esc Lg Lg");
    assert_eq!(screen.app.focus, Focus::List);
    assert!(screen.app.list.filter.is_none());
    assert!(list(&screen)[0].contains(" Introduction"));
    let screen = Screen::open("harbour.txt", "120x40").keys("Lf type:zeppelin Enter j k G g h l");
    assert_eq!(list(&screen), ["nothing fits the filter"]);
    let screen = screen.keys("Lf BackSpace BackSpace Esc");
    assert!(screen.app.list.filter.is_none());
}

#[test]
fn a_filter_holds_for_steps_and_for_what_is_found_later() {
    let mut screen = Screen::open("harbour.txt", "120x40").keys("3 Lf type:firm Enter Tab");
    let mut steps = 0;
    loop {
        let before = screen.app.view.marked;
        screen = screen.keys(".");
        if screen.app.view.marked == before {
            break;
        }
        steps += 1;
        let mark = screen.app.view.marked.unwrap();
        let words = screen.app.article.document.visible(mark.span);
        assert!(!words.contains("possible"), "{words}");
    }
    assert!(steps > 3, "{steps}");
    let mut early = Screen::new("120x40").keys("Lf type:lee Enter");
    early.take(GATES, Format::Markdown, "gates.md");
    assert!(list(&early)[0].contains("What was said?"));
    // Items have other numbers with weak commitments among them.
    let text = "Bo Kim said it would pay. Ann Lee promised to pay.\n";
    let weak = Screen::read(text, Format::Markdown, "a.md", "120x40").keys("Lf type:ann Enter");
    assert_eq!(list(&weak)[0], "▾ The text G1");
    let weak = weak.keys("5");
    assert_eq!(list(&weak)[0], "▾ The text G1");
}

#[test]
fn under_a_name_a_guess_is_told_in_words() {
    let text = "Mayor Ann Lee opened the pier on Monday. She was glad.\n\n“The pier is ours again,” said Lee.\n\n\
                “It was a long winter.”\n\n“Nobody gave up, and nobody left the town, and now the pier stands.”\n";
    let screen = Screen::read(text, Format::Text, "a.txt", "80x24").keys("Tab 4 l");
    let rows = list(&screen);
    let guesses = rows.iter().filter(|row| row.starts_with("a guess")).count();
    assert_eq!(guesses, 1, "{rows:?}");
    assert!(!rows.iter().any(|row| row.contains('?')), "{rows:?}");
}

/// The names of the groups that are listed.
fn groups(screen: &Screen) -> Vec<String> {
    let entries = screen.app.entries();
    let all = entries.from(entries.first());
    let groups = all.filter(|entry| matches!(entry, Entry::Group(_)));
    assert!(all_ranks_rise(screen));
    groups.map(|entry| format!("{entry:?}")).collect()
}

/// Whether the list reads the same from bottom to top, and its entries know where they stand.
fn all_ranks_rise(screen: &Screen) -> bool {
    let entries = screen.app.entries();
    let down: Vec<_> = entries.from(entries.first()).collect();
    let mut up: Vec<_> =
        std::iter::successors(Some(entries.last()), |&at| entries.before(at)).collect();
    up.reverse();
    up == down && down.is_sorted_by_key(|&entry| entries.rank(entry))
}

#[test]
fn groups_are_listed_in_other_orders() {
    let rule = |screen: &Screen| screen.picture().lines().nth(1).unwrap().to_owned();
    let headings = |screen: &Screen| -> Vec<String> {
        let rows = list(screen).into_iter();
        let headings = rows.filter(|row| row.starts_with(['▸', '▾']));
        headings
            .map(|row| row.trim_start_matches(['▸', '▾', ' ']).to_owned())
            .collect()
    };
    let screen = Screen::open("harbour.txt", "120x60").keys("Tab Ls");
    assert_eq!(told(&screen), "by section, most first");
    assert!(rule(&screen).contains(" most first "), "{}", rule(&screen));
    let expected = [
        "§2 Who pays for the dredging? Q3 G3",
        "§1 What did the towns agree on? G4",
        "Introduction Q2",
        "§3 Is the night ferry real? Q2",
    ];
    assert_eq!(headings(&screen), expected);
    groups(&screen);
    // What is counted is what is listed.
    let screen = screen.keys("2");
    assert!(
        headings(&screen)[3].starts_with("§1 "),
        "{:?}",
        headings(&screen)
    );
    let screen = screen.keys("1 Lf type:calloway Enter");
    assert_eq!(groups(&screen).len(), headings(&screen).len());
    let screen = screen.keys("Esc Ls");
    assert_eq!(told(&screen), "by section, as in the article");
    assert!(headings(&screen)[0].starts_with("Introduction"));
    // Firmness has an order of its own, people have names.
    let screen = screen.keys("Lg Lg Ls");
    assert_eq!(told(&screen), "by firmness, most first");
    groups(&screen);
    let screen = screen.keys("Ls");
    assert_eq!(told(&screen), "by firmness, firmest first");
    let screen = screen.keys("4 Ls");
    assert_eq!(told(&screen), "by speaker, most first");
    assert_eq!(headings(&screen)[0], "Tomas Reyd Q3 G2");
    let screen = screen.keys("Ls");
    assert_eq!(told(&screen), "by speaker, A to Z");
    let names = [
        "a senior harbour official",
        "Ines Calloway",
        "the towns",
        "their mayors",
        "Tomas Reyd",
        "nobody named",
    ];
    let shown = headings(&screen);
    assert_eq!(shown.len(), names.len());
    let as_expected = |(name, expected): (&String, &&str)| name.starts_with(*expected);
    assert!(shown.iter().zip(&names).all(as_expected), "{shown:?}");
    groups(&screen);
    // Sections have no such order: they stand as in the article.
    let screen = screen.keys("1 Lg");
    assert!(headings(&screen)[0].starts_with("Introduction"));
    let screen = screen.keys("Lm Ls");
    assert_eq!(told(&screen), "map: always as in the article");
}

#[test]
fn a_wrong_row_is_hidden_and_brought_back() {
    let screen = Screen::open("harbour.txt", "120x40").keys("] ] Tab j");
    let row = screen.app.list.selected;
    let mark = screen.app.view.marked;
    let before = screen.picture();
    assert!(before.contains("All 14   Quotes 7"));
    let screen = screen.keys("x");
    assert_eq!(told(&screen), "hidden · X brings it back");
    assert!(screen.picture().contains("All 13   Quotes 6"));
    assert!(matches!(screen.app.list.selected, Some(Entry::Item(_))));
    assert_ne!(screen.app.list.selected, row);
    assert!(!list(&screen).iter().any(|row| row.contains("bigger ships")));
    // Neither its letter nor its line is drawn, and no step comes to it.
    let picture = screen.picture();
    let line = picture.lines().find(|it| it.contains("thirds of the bill"));
    assert!(line.unwrap().starts_with("    "), "{picture}");
    let stepped = screen.keys("Esc .");
    assert_ne!(stepped.app.view.marked, mark);
    let screen = stepped.keys("Tab X");
    assert_eq!(
        (told(&screen), screen.app.list.selected),
        ("listed again", row)
    );
    assert!(screen.picture().contains("All 14   Quotes 7"));
    assert_eq!(told(&screen.keys("X")), "nothing is hidden");
}

#[test]
fn what_is_not_kept_is_said_to_hold_for_this_session() {
    let mut screen = Screen::open("harbour.txt", "80x24");
    screen.event(Event::Unkept("/nowhere: it is full".to_owned()));
    let why = "what you mark is kept for this session only · /nowhere: it is full";
    assert_eq!(told(&screen), why);
    let screen = screen.keys("] ] Tab j x");
    assert_eq!(told(&screen), "hidden for this session · X brings it back");
    let screen = screen.keys("m a");
    assert_eq!(told(&screen), "bookmark a is here, for this session");
}

#[test]
fn what_is_hidden_can_be_listed_too() {
    let screen = Screen::open("harbour.txt", "120x40").keys("] ] Tab j x Lx");
    assert_eq!(told(&screen), "the hidden row is listed too");
    assert!(
        list(&screen).contains(&"hidden · Ines Calloway · said · full quote".to_owned()),
        "{:?}",
        list(&screen)
    );
    let screen = screen.keys("Lx");
    assert_eq!(told(&screen), "the hidden row is left out");
    let screen = screen.keys("Lx k x");
    assert_eq!(told(&screen), "listed again");
    assert_eq!(told(&screen.keys("Lx")), "nothing is hidden");
    let screen = Screen::open("harbour.txt", "80x24").keys("Tab x");
    assert_eq!(
        told(&screen),
        "only quotes, turns and guarantees can be hidden"
    );
    assert_eq!(told(&screen.keys("Lx")), "nothing is hidden");
}

#[test]
fn what_is_hidden_stays_so_in_later_sessions() {
    let screen = Screen::open("harbour.txt", "120x40").keys("] ] Tab j x");
    let kept = screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep { change, .. } => Some(change.after.clone()),
        _ => None,
    });
    let kept = kept.unwrap();
    assert_eq!(kept.hidden.len(), 1);
    let (_, row) = kept.hidden.first().unwrap();
    assert!(row.behind.starts_with("We have the bigger ships"));
    let text = std::fs::read_to_string(crate::fixture("harbour.txt")).unwrap();
    for (before, count) in [("", 13), ("A word before all that.\n", 13)] {
        let mut later = Screen::new("120x40");
        later.event(Event::Kept(kept.clone()));
        later.take(&format!("{before}{text}"), Format::Text, "harbour.txt");
        assert!(
            later.picture().contains(&format!("All {count} ")),
            "{before}"
        );
        assert_eq!(later.app.list.hidden.len(), 1);
    }
    // Words that are gone hide nothing, but are kept: they may come back.
    let mut other = Screen::new("120x40");
    other.event(Event::Kept(kept));
    other.take(GATES, Format::Markdown, "gates.md");
    assert!(other.app.list.hidden.is_empty());
    let document = &other.app.article.document;
    assert_eq!(other.app.list.hidden.anchors(document).len(), 1);
}
