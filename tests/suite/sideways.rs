//! Sideways: what keeps its lines and is wider than the column.

use sidenote::doc::format::Format;

use crate::screen::Screen;

#[test]
fn a_wide_table_goes_sideways() {
    let cells = |word: &str| format!("|{}", format!(" {word} |").repeat(8));
    let rule = format!("|{}", "---|".repeat(8));
    let text = format!("{}\n{rule}\n{}\n", cells("harbours"), cells("12"));
    let screen = || Screen::read(&text, Format::Markdown, "harbours.md", "46x10");
    insta::assert_snapshot!("wide_table", screen().picture());
    insta::assert_snapshot!("wide_table_right", screen().keys("> >").picture());
    assert_eq!(screen().keys("> > < <").picture(), screen().picture());
}

/// A table and code, each wider than the column, with a paragraph between them.
fn two_wide_blocks() -> Screen {
    let text = "\
| Harbour | Municipality | Responsible authority | Depth | What the council says of it |
|---|---|---|---|---|
| Lindholm | Westerland | Harbourmaster | 12.5 | It silts up every winter |
| Ost | Kappel | Administration | 7 | |

A paragraph that is as wide as the column and wraps.

    let tide = \"it comes in and goes out twice a day\"; // always
";
    Screen::read(text, Format::Markdown, "harbours.md", "50x18")
}

#[test]
fn each_wide_block_moves_by_itself_and_a_table_by_its_columns() {
    let screen = two_wide_blocks();
    insta::assert_snapshot!("wide_blocks", screen.picture());
    insta::assert_snapshot!("wide_blocks_table", two_wide_blocks().keys(">").picture());
    insta::assert_snapshot!(
        "wide_blocks_both",
        two_wide_blocks().keys("9 > > >").picture()
    );
    assert!(
        two_wide_blocks()
            .keys("> > < < <")
            .picture()
            .contains("there is no more to the left")
    );
}

#[test]
fn words_that_are_found_come_into_view_sideways() {
    let screen = two_wide_blocks().keys("/ type:winter Enter");
    insta::assert_snapshot!("wide_blocks_found", screen.picture());
    let screen = screen.keys("/ type:twice Enter");
    assert!(screen.picture().contains("twice"));
    assert!(
        screen
            .keys("/ type:Westerland Enter")
            .picture()
            .contains("Westerland")
    );
}

#[test]
fn what_is_quoted_moves_behind_its_bar() {
    let text = "> A quotation.\n>\n>     let tide = \"it comes in and goes out twice a day\";\n";
    let screen = Screen::read(text, Format::Markdown, "harbours.md", "46x8").keys(">");
    insta::assert_snapshot!("wide_in_quotation", screen.picture());
}

#[test]
fn rows_of_a_table_that_flow_are_not_moved() {
    let cells = "| a cell of many ".repeat(700);
    let text = format!("{cells}|\n{}|\n{cells}|\n", "|---".repeat(700));
    let screen = || Screen::read(&text, Format::Markdown, "harbours.md", "46x8");
    assert!(
        screen()
            .keys("> >")
            .picture()
            .contains("nothing here is wider")
    );
}
