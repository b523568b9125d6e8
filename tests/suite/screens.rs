//! Screens: keys in, picture out, against reviewed pictures.

use sidenote::app::effect::Effect;
use sidenote::app::event::{Event, Key};
use sidenote::app::fetch::Fetch;
use sidenote::app::{Focus, Mode};
use sidenote::doc::format::Format;
use sidenote::input::arrival::Arrived;
use sidenote::input::decode::charset::{Charset, Clue, Encoding};

use crate::finding::four_needles;
use crate::screen::Screen;

macro_rules! picture {
    ($name:literal, $article:literal, $size:literal, $keys:literal) => {
        insta::assert_snapshot!($name, Screen::open($article, $size).keys($keys).picture())
    };
}

macro_rules! roles {
    ($name:literal, $article:literal, $size:literal, $keys:literal) => {
        insta::assert_snapshot!($name, Screen::open($article, $size).keys($keys).roles())
    };
}

#[test]
fn the_first_screen_at_four_sizes() {
    picture!("start_120x40", "harbour.txt", "120x40", "");
    picture!("start_80x24", "harbour.txt", "80x24", "");
    picture!("start_50x20", "harbour.txt", "50x20", "");
    picture!("start_1x1", "harbour.txt", "1x1", "");
}

#[test]
fn small_screens_lose_their_frills_first() {
    picture!("small_30x10", "harbour.txt", "30x10", "]");
    picture!("small_20x5", "harbour.txt", "20x5", "]");
    picture!("small_12x2", "harbour.txt", "12x2", "]");
    picture!("small_list_30x10", "harbour.txt", "30x10", "] Tab");
}

#[test]
fn the_list_peeks_jumps_and_lets_go() {
    picture!("list_peek", "harbour.txt", "120x40", "] ] Tab j");
    picture!("list_jump", "harbour.txt", "120x40", "] ] Tab j j Enter");
    picture!("list_kind_and_fold", "harbour.txt", "80x24", "] Tab t h");
    picture!("list_people", "harbour.txt", "120x40", "Tab 4 j");
    picture!("list_people_folded", "harbour.txt", "80x24", "Tab 4 j l");
    roles!("list_roles", "harbour.txt", "80x24", "] ] Tab j");
}

#[test]
fn a_search_lights_its_hits() {
    picture!("search_typing", "harbour.txt", "80x24", "/ type:ferry");
    picture!(
        "search_not_found",
        "harbour.txt",
        "80x24",
        "/ type:zeppelin"
    );
    roles!(
        "search_roles",
        "harbour.txt",
        "80x24",
        "/ type:the_night_ferry Enter"
    );
}

#[test]
fn help_comes_from_the_keymap() {
    picture!("help_80x24", "harbour.txt", "80x24", "?");
    picture!("help_scrolled", "harbour.txt", "50x20", "? G");
}

#[test]
fn facts_tell_what_is_known_of_the_article() {
    let screen = |size| {
        let mut screen = Screen::open("harbour.txt", size);
        screen.event(Event::Arrived(Arrived {
            encoding: Encoding {
                charset: Charset::UTF_8,
                clue: Clue::Mark,
                damaged: 2,
            },
            bytes: 4321,
            address: Some("https://harbour.example/two-towns".to_owned()),
        }));
        screen
    };
    let told = "not all UTF-8: 2 places show as �";
    assert!(screen("80x24").keys("40x20").picture().contains(told));
    insta::assert_snapshot!("facts_80x24", screen("80x24").keys("i").picture());
    insta::assert_snapshot!("facts_narrow", screen("24x10").keys("i G").picture());
    for key in ["i", "q", "Esc"] {
        let screen = screen("80x24").keys("i").keys(key);
        assert!(
            screen.effects.is_empty() && screen.app.mode == Mode::Read,
            "{key}"
        );
    }
}

#[test]
fn a_page_on_its_way_is_told_and_can_be_given_up() {
    let mut screen = Screen::new("60x10");
    screen.app.fetch = Some(Fetch::from("harbour.example".to_owned()));
    assert!(screen.picture().contains("fetching harbour.example …\n"));
    screen.event(Event::Fetched(120_000));
    assert!(
        screen
            .picture()
            .contains("fetching harbour.example … 120 KB")
    );
    let screen = screen.keys("j Esc");
    assert!(matches!(screen.effects[..], [Effect::Quit]));
}

#[test]
fn help_can_be_scrolled_to_its_end_and_no_further() {
    for size in ["120x40", "80x24", "50x20", "40x60", "20x8", "30x3"] {
        let end = Screen::open("harbour.txt", size).keys("? G");
        let picture = end.picture();
        assert!(picture.contains("languages."), "{size}: {picture}");
        assert!(!picture.contains("for more"), "{size}: {picture}");
        assert_eq!(end.keys("j Space").picture(), picture, "{size}");
    }
}

#[test]
fn help_on_a_narrow_screen_has_keys_and_words_in_rows_of_their_own() {
    let screen = Screen::open("harbour.txt", "20x8").keys("? / type:a_line_down Enter");
    let picture = screen.picture();
    let rows: Vec<_> = picture.lines().map(str::trim_end).collect();
    assert_eq!(
        rows[..7],
        [
            " Help",
            "  Moving",
            "  j  Down",
            "    a line down,",
            "    to the end of",
            "    the section; in",
            "    the list, the",
        ]
    );
}

#[test]
fn the_footer_offers_a_way_back_where_there_is_one() {
    let screen = Screen::open("harbour.txt", "120x40");
    assert!(!screen.row_from_below(1).contains("back"));
    let screen = screen.keys("]");
    assert!(screen.row_from_below(1).contains("Ctrl-o back"));
    let screen = screen.keys("Ctrl-o");
    assert!(!screen.row_from_below(1).contains("back"));
}

#[test]
fn markdown_on_the_screen() {
    picture!("markdown", "everything.md", "100x30", "]");
    picture!("markdown_table", "everything.md", "100x30", "] ] > >");
    roles!("markdown_roles", "everything.md", "100x30", "");
}

#[test]
fn questions_in_many_conventions_are_pinned() {
    picture!("faq_bold", "faq.md", "80x24", "]");
    picture!("faq_bold_whole", "faq.md", "80x24", "w");
    roles!("faq_bold_roles", "faq.md", "80x24", "]");
    picture!("interview", "interview.md", "120x40", "] ] ]");
    picture!("interview_prompt", "interview.md", "80x24", "] ]");
    roles!("interview_whole_roles", "interview.md", "80x24", "w");
    picture!("questions_and_answers", "questions.txt", "80x24", "] ]");
    picture!("details", "details.md", "120x40", "] ]");
    picture!("details_whole", "details.md", "80x24", "w");
}

#[test]
fn the_whole_article_in_one_flow() {
    picture!("whole", "harbour.txt", "80x24", "] ] w");
}

#[test]
fn counts_repeat_and_percent_goes_far() {
    let screen = Screen::open("harbour.txt", "80x24").keys("2 ]");
    assert_eq!(screen.place().0, 2);
    let screen = screen.keys("1 0 0 %");
    assert_eq!(screen.place().0, 3);
    let screen = screen.keys("0 %");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("how far? type a number before it: 40%")
    );
    let screen = screen.keys("g");
    assert_eq!(screen.place(), (0, 0));
}

#[test]
fn pages_turn_at_the_ends_of_sections() {
    let screen = Screen::open("harbour.txt", "80x24");
    let screen = screen.keys("Space Space");
    assert_eq!(screen.place().0, 2);
    let screen = screen.keys("b b");
    assert_eq!(screen.place().0, 0);
    let screen = screen.keys("k");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("the beginning of the article")
    );
    let screen = screen.keys("G j");
    assert_eq!(screen.app.notice.as_deref(), Some("the end of the article"));
}

#[test]
fn lines_and_half_pages_stop_at_the_ends_of_sections() {
    for keys in ["j", "d", "5 j"] {
        let screen = Screen::open("harbour.txt", "120x40").keys("]").keys(keys);
        assert_eq!(screen.place().0, 1, "{keys}");
        assert_eq!(
            screen.app.notice.as_deref(),
            Some("the end of the section · Space turns the page")
        );
    }
    let screen = Screen::open("harbour.txt", "120x40").keys("] k");
    assert_eq!(screen.place().0, 1);
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("the beginning of the section · b turns the page")
    );
}

#[test]
fn paragraphs_are_marked_and_copied() {
    let screen = Screen::open("harbour.txt", "80x24").keys("] }");
    assert!(screen.picture().contains("§1/3 · ¶2"));
    assert_eq!(
        screen
            .app
            .view
            .marked
            .map(|mark| screen.app.article.outline.paragraph(mark.block)),
        Some(Some(2))
    );
    let screen = screen.keys("y");
    assert_eq!(screen.copied(), Some("The contract provides for:"));
    let screen = screen.keys("Esc ] y");
    assert!(
        screen
            .copied()
            .unwrap()
            .starts_with("Mayor Ines Calloway of Northmole said")
    );
}

#[test]
fn quotes_are_copied_without_their_marks() {
    let screen = Screen::open("harbour.txt", "80x24").keys("t ] ] . y");
    assert_eq!(
        screen.copied(),
        Some("We have the bigger ships, so we have the bigger bill,")
    );
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("copied §2 ¶1, 11 words · “We have the bigger ships, so we have the bigger bill,”")
    );
}

#[test]
fn a_click_answers_what_was_said() {
    for at in ["50,8", "10,8", "0,0"] {
        let mut screen = Screen::open("harbour.txt", "80x24");
        screen.app.notice = Some("said".to_owned());
        assert_eq!(screen.keys(&format!("click:{at}")).app.notice, None, "{at}");
    }
}

#[test]
fn a_title_that_is_too_long_for_the_header_begins_the_first_section() {
    let title = "How two towns on one bay came to share a ferry, and what each of them pays";
    let text = format!(
        "# {title}\n\n## Who pays?\n\nBoth.\n\n## Why?\n\n{}",
        "Words. ".repeat(400)
    );
    let screen = Screen::read(&text, Format::Markdown, "a.md", "50x14");
    insta::assert_snapshot!("long_title", screen.picture());
    assert!(screen.picture().contains("§1  Who pays?"));
    let next = screen.keys("]").picture();
    assert!(!next.contains("what each"), "{next}");
    let wide = Screen::read(&text, Format::Markdown, "a.md", "160x14").picture();
    assert_eq!(wide.matches(title).count(), 1, "{wide}");
    // Back at the top, and with the heading pinned below it.
    let long = format!("# {title}\n\n## Who pays?\n\n{}", "Words. ".repeat(400));
    let screen = Screen::read(&long, Format::Markdown, "a.md", "50x14").keys("Space");
    assert!(
        screen.picture().contains("§1  Who pays?"),
        "{}",
        screen.picture()
    );
    let top = screen.keys("g").picture();
    assert!(top.contains("what each"), "{top}");
}

#[test]
fn a_quote_is_underlined_and_clicked_to_its_end() {
    let promise = "We will guarantee the safety of the harbour for ten years. ";
    let text = format!(
        "Mayor Ann Lee said: “{}We love our towns in peace,” she added.\n",
        promise.repeat(12)
    );
    let screen = Screen::read(&text, Format::Markdown, "a.md", "70x40");
    let picture = screen.picture();
    let (y, row) = (0..)
        .zip(picture.lines())
        .find(|(_, row)| row.contains("in peace"))
        .unwrap();
    let x = row.chars().count() - row.split("peace").last().unwrap().chars().count() - 2;
    let roles = screen.roles();
    assert_eq!(roles.lines().nth(y).unwrap().chars().nth(x), Some('Q'));
    let screen = screen.keys(&format!("click:{x},{y}"));
    let mark = screen.app.view.marked.unwrap();
    assert!(
        screen
            .app
            .article
            .document
            .slice(mark.span)
            .ends_with("in peace,")
    );
}

#[test]
fn items_are_stepped_through_with_the_whole_span_marked() {
    let mut screen = Screen::open("harbour.txt", "80x24").keys("t");
    let quotes = screen
        .app
        .article
        .items()
        .iter()
        .filter(|item| screen.app.list.kind.lists(item.id))
        .count();
    let mut seen = Vec::new();
    for _ in 0..quotes {
        screen = screen.keys(".");
        seen.push(screen.app.view.marked.unwrap().span);
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(seen, sorted);
    let screen = screen.keys(".");
    assert_eq!(
        screen.app.notice.as_deref(),
        Some("found no quotes after this")
    );
}

/// The first byte that the text on screen shows.
fn first_byte(screen: &Screen) -> u32 {
    let mut pieces = screen.app.page.rows.iter().flat_map(|(_, row)| &row.pieces);
    pieces
        .find(|piece| !piece.span.is_empty())
        .unwrap()
        .span
        .start
}

#[test]
fn a_resize_keeps_what_stands_at_the_top() {
    let words = "one two three four five six seven ".repeat(40);
    let text = format!(
        "{words}\n\nRun `{words}` now.\n\n| a | b |\n|---|---|\n{}\n\n```\n{}```\n",
        "| cell of a table | another |\n".repeat(30),
        "a line of code\n".repeat(30),
    );
    for down in [3, 20, 30, 45, 60, 75] {
        for size in ["20x5", "40x9", "100x30", "60x12"] {
            let screen =
                Screen::read(&text, Format::Markdown, "a.md", "60x12").keys(&"j ".repeat(down));
            let top = first_byte(&screen);
            let screen = screen.keys(size);
            assert!(
                screen.shows(top),
                "{down} rows down, {size}:\n{}",
                screen.picture()
            );
        }
    }
}

#[test]
fn the_sidebar_is_hidden_and_shown() {
    let screen = Screen::open("harbour.txt", "120x40").keys("s");
    assert_eq!(screen.app.page.areas.list.width, 0);
    let screen = screen.keys("Tab");
    assert!(screen.app.page.areas.list.width > 0 && screen.app.focus == Focus::List);
}

#[test]
fn a_click_goes_where_it_is_made() {
    let screen = Screen::open("harbour.txt", "80x24").keys("] ]");
    let row = screen
        .app
        .page
        .list
        .iter()
        .position(|row| {
            row.line
                .parts
                .iter()
                .any(|part| part.text.contains("cheque"))
        })
        .unwrap();
    let area = screen.app.page.areas.list;
    let screen = screen.keys(&format!(
        "click:{},{}",
        area.x + 8,
        usize::from(area.y) + row
    ));
    assert_eq!(screen.app.focus, Focus::List);
    let mark = screen.app.view.marked.unwrap();
    assert!(
        screen
            .app
            .article
            .document
            .slice(mark.span)
            .starts_with("I will not sign")
    );
    let screen = screen.keys("click:10,6");
    assert_eq!(screen.app.focus, Focus::Text);
}

#[test]
fn items_stand_under_their_nested_heading() {
    let text = "## A\n\nWords.\n\n### B\n\nWe will guarantee peace.\n";
    let screen = Screen::read(text, Format::Markdown, "a.md", "120x40");
    let picture = screen.picture();
    let column = |words: &str| {
        let row = picture
            .lines()
            .find_map(|row| row.split_once('│')?.1.split_once(words));
        row.unwrap_or_else(|| panic!("{picture}")).0.chars().count()
    };
    assert!(column("G ¶1") > column("▾ §2"), "{picture}");
}

#[test]
fn pasted_text_never_acts_as_keys() {
    let mut screen = Screen::open("harbour.txt", "80x24");
    screen.event(Event::Paste("q\u{1b}]0;x\u{7}:!touch x\r".to_owned()));
    assert!(screen.effects.is_empty() && screen.app.mode == Mode::Read);
    screen.event(Event::Key(Key::char('/')));
    screen.event(Event::Paste("fer\u{1b}ry\nmore".to_owned()));
    let Mode::Prompt(prompt) = &screen.app.mode else {
        panic!("no prompt")
    };
    assert_eq!(prompt.text(), "ferry more");
}

#[test]
fn percent_goes_from_the_top_of_the_article_to_its_end() {
    let position = |screen: Screen| screen.app.page.position;
    for extent in ["", "w"] {
        let read =
            |keys: &str| position(Screen::open("harbour.txt", "80x16").keys(extent).keys(keys));
        for (keys, percent) in [("", 0), ("G", 100), ("G g", 0), ("1 0 0 %", 100)] {
            assert_eq!(read(keys).percent, percent, "{extent} {keys}");
        }
        assert_eq!((read("").minutes > 0, read("G").minutes), (true, 0));
    }
    let long = Screen::read(&four_needles(), Format::Markdown, "a.md", "80x24");
    assert_eq!(position(long.keys("5 0 %")).percent, 50);
    let short = Screen::read("Few words.", Format::Markdown, "a.md", "80x24");
    assert_eq!(position(short).percent, 100);
}

/// Sections of some rows each.
fn sections() -> String {
    let section = |n| format!("## Why {n}?\n\nBecause of the {n}.\n\nAnd of more.\n\n");
    (1..30).map(section).collect()
}

#[test]
fn headings_in_the_whole_flow_have_their_numbers() {
    let screen = Screen::read(&sections(), Format::Markdown, "a.md", "80x24").keys("w");
    let picture = screen.picture();
    assert!(picture.contains("§2  Why 2?"), "{picture}");
}

/// The section of the first words; as long as these are its heading, that above them, which is pinned.
#[test]
fn the_whole_flow_is_in_the_section_of_the_first_words_on_screen() {
    let mut screen = Screen::read(&sections(), Format::Markdown, "a.md", "50x20").keys("w");
    for down in 0..40 {
        screen = screen.keys(["j", "50x18", "j", "70x20"][down % 4]);
        let mut rows = screen.app.page.rows.iter();
        let (block, _) = rows.find(|(_, row)| !row.pieces.is_empty()).unwrap();
        let outline = &screen.app.article.outline;
        let section = outline.section_of(*block);
        let is_heading = outline.section(section).unwrap().heading == Some(*block);
        let above = section.index().saturating_sub(is_heading.into());
        let picture = screen.picture();
        assert_eq!(screen.app.view.section.index(), above, "{picture}");
        let heading = format!("Why {}?", above + 1);
        assert!(picture.matches(&heading).count() == 1, "{picture}");
    }
}

#[test]
fn an_empty_article_is_a_working_screen() {
    for text in ["", " \n\n\t"] {
        let screen = Screen::read(text, Format::Text, "empty.txt", "80x24")
            .keys("j G ] . , n / type:x Enter Tab j Enter w } y");
        let picture = screen.picture();
        assert!(picture.contains("there is nothing to read"), "{picture}");
    }
}

#[test]
fn a_heading_too_long_to_pin_is_in_the_text_too() {
    let heading = "word ".repeat(80);
    let screen = Screen::read(
        &format!("## {heading}\n\nText.\n\n## Next?\n\nText.\n"),
        Format::Markdown,
        "a.md",
        "50x20",
    );
    assert!(screen.picture().matches("word").count() >= 80);
}

#[test]
fn a_web_page_is_its_article() {
    picture!("page", "page.html", "80x24", "");
    picture!("page_table", "page.html", "80x24", "] ]");
    picture!("page_questions", "page.html", "80x24", "G");
}

/// A paragraph in Hebrew: what is found, clicked on and copied is what the cells show.
#[test]
fn words_that_run_to_the_left_are_found_where_they_are_seen() {
    let text = "הנמל נסגר בשנת 2031, אמרה Ada Lind.";
    let read = |configuration: &str| {
        let mut screen = Screen::set(configuration, "46x8");
        screen.take(text, Format::Markdown, "harbour.md");
        screen
    };
    insta::assert_snapshot!("right_to_left", read("").keys("/ type:נסגר Enter").roles());
    insta::assert_snapshot!("left_to_the_terminal", read("bidi = false").picture());
}

/// In the list a quote runs as it does in the text, between the marks that the writer has.
#[test]
fn quotes_that_run_to_the_left_are_listed_as_they_are_read() {
    let text = "# הנמל\n\n## מי סגר את הנמל?\n\nראש העיר אמרה: «הנמל נסגר לפני שנתיים, והגשר הישן ייפתח מחדש רק \
        כאשר כל הסירות יחזרו הביתה.» הדייגים ממתינים.\n";
    let screen = Screen::read(text, Format::Markdown, "harbour.md", "100x16");
    insta::assert_snapshot!("right_to_left_list", screen.picture());
}

#[test]
fn no_question_is_pinned_while_its_heading_is_still_below() {
    let more = "Nothing else is known of it.\n\n".repeat(20);
    let text = format!("# The tide mills\n\nBy Ann Lee\n\n## What is a tide mill?\n\n{more}");
    let read = |keys: &str| {
        let screen = Screen::read(&text, Format::Markdown, "mills.md", "60x16").keys(keys);
        screen.picture().matches("§1  What is a tide mill?").count()
    };
    assert_eq!([read("w g"), read("w g 6 j"), read("w G")], [1, 1, 1]);
    let screen = Screen::read(&text, Format::Markdown, "mills.md", "60x16").keys("w g");
    assert!(screen.app.page.pinned.is_empty());
    assert!(!screen.keys("6 j").app.page.pinned.is_empty());
}

#[test]
fn code_is_coloured_where_its_language_is_known() {
    let code = "fn main() {\n\tlet name = \"Ada\"; // who\n}\n";
    let text = format!("```rust\n{code}```\n\n```\n{code}```\n");
    let screen = Screen::read(&text, Format::Markdown, "code.md", "46x14");
    insta::assert_snapshot!("coloured_code", screen.roles());
}

#[test]
fn quotation_marks_hang_where_that_is_set() {
    let text = "“A bridge is a promise,” she told the council.\n\nNobody spoke.\n";
    let mut screen = Screen::set("hanging-quotes = true\nwidth = 30", "46x8");
    screen.take(text, Format::Markdown, "harbour.md");
    insta::assert_snapshot!("hanging_quotes", screen.picture());
}
