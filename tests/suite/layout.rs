//! Layout: a text at several widths, as a plain picture.

use sidenote::doc::Document;
use sidenote::doc::block::BlockId;
use sidenote::doc::format::Format;
use sidenote::layout::Measure;
use sidenote::layout::cache::Layouts;
use sidenote::layout::row::{PieceText, Row};
use sidenote::layout::walk::Walk;
use sidenote::text::cluster::safe;
use sidenote::text::span::Span;

use crate::fixture;
use crate::screen::Screen;

/// All rows of a document at a width, one a line.
pub(crate) fn picture(document: &Document, width: u16) -> String {
    set(document, measure(width))
}

/// The same, set in a way of its own.
pub(crate) fn set(document: &Document, measure: Measure) -> String {
    let rows = rows(document, measure).into_iter();
    rows.map(|(_, row)| line(document, &row) + "\n").collect()
}

/// All rows of a document, each with its block.
pub(crate) fn rows(document: &Document, measure: Measure) -> Vec<(BlockId, Row)> {
    let mut layouts = Layouts::default();
    let range = BlockId::default()..BlockId::new(document.len());
    let mut walk = Walk {
        document,
        layouts: &mut layouts,
        measure,
        range,
    };
    let top = walk.first();
    walk.rows(top).collect()
}

fn measure(width: u16) -> Measure {
    Measure {
        width,
        ..Measure::default()
    }
}

fn line(document: &Document, row: &Row) -> String {
    let mut line = String::new();
    for piece in &row.pieces {
        let text = match &piece.text {
            PieceText::Source => document.slice(piece.span),
            PieceText::Shown(text) => text,
            PieceText::Picture(_) => "",
        };
        let gap = usize::from(piece.col).saturating_sub(sidenote::text::cluster::width(&line));
        line.push_str(&" ".repeat(gap));
        line.push_str(&safe(text));
    }
    line.trim_end().to_owned()
}

#[test]
fn a_tall_table_row_keeps_its_place_at_another_width() {
    let words: Vec<_> = (100..400).map(|number| format!("w{number}")).collect();
    let text = format!("| a | b |\n|---|---|\n| few | {} |\n", words.join(" "));
    let document = Document::read(text, Format::Markdown);
    let mut layouts = Layouts::default();
    let row = BlockId::new(1);
    let mut walk = Walk {
        document: &document,
        layouts: &mut layouts,
        measure: measure(120),
        range: row..row.next(),
    };
    let top = walk.first();
    let (tenth, _) = walk.step(top, 10);
    let place = walk.place(tenth);
    let shown = document.slice(Span::new(place.at, place.at + 4));
    for width in [120, 40, 20, 300] {
        walk.measure = measure(width);
        let spot = walk.spot(place);
        let (rows, _) = walk.page(spot, 1);
        let line = line(&document, &rows[0].1);
        assert!(line.contains(shown), "{shown} in {line} at {width}");
    }
}

#[test]
fn what_is_wider_than_can_be_counted_is_clipped() {
    let columns = 8000;
    let table = format!(
        "> {}|\n> {}|\n> {}|\n",
        "|".repeat(columns),
        "|-".repeat(columns),
        "|abcdefgh".repeat(columns)
    );
    let label = "a".repeat(70_000);
    let note = format!("x[^{label}]\n\n> [^{label}]: The note.\n");
    for (text, key, shown) in [(table, "g", "│ abcdefgh"), (note, "G", "│ The note.")] {
        let screen = Screen::read(&text, Format::Markdown, "wide.md", "80x24").keys(key);
        assert!(screen.picture().contains(shown), "{}", screen.picture());
    }
}

#[test]
fn everything_at_several_widths() {
    let text = std::fs::read_to_string(fixture("everything.md")).unwrap();
    let document = Document::read(text, Format::Markdown);
    for width in [7, 17, 40, 80] {
        insta::assert_snapshot!(format!("everything_{width}"), picture(&document, width));
    }
}

#[test]
fn news_copy_at_several_widths() {
    let text = std::fs::read_to_string(fixture("harbour.txt")).unwrap();
    let document = Document::read(text, Format::Text);
    for width in [17, 66] {
        insta::assert_snapshot!(format!("harbour_{width}"), picture(&document, width));
    }
}

/// Words that run from right to left, as they stand in an article.
const RIGHT_TO_LEFT: &str = "\
# למה הנמל נסגר?

“הנמל נסגר בשנת 2031”, אמרה Ada Lind (ראש העיר) למאזינים שלה[^1], והוסיפה שהגשר **ייפתח מחדש** בקרוב.

- הגשר הישן
- 12 סירות

> אין לאן לנסוע.
>
> לא היום.

The harbour is called “נמל אדום (קטן)” by everyone who was born there, and by few others.

| שם | boats |
|---|---|
| נמל | 12 |

```
x = 1  # שלום
```

[^1]: כך שמענו.
";

#[test]
fn what_runs_to_the_left_begins_at_the_right_edge() {
    let document = Document::read(RIGHT_TO_LEFT.to_owned(), Format::Markdown);
    for width in [22, 40] {
        insta::assert_snapshot!(format!("right_to_left_{width}"), picture(&document, width));
    }
}

#[test]
fn marks_that_open_a_quotation_hang() {
    let text = "“A bridge is a promise,” she told the council that evening.\n\nNobody spoke for a while after that.\n\n\
        - “Then build it.”\n- Or do not, and say so today.\n\n> “We will,” the mayor said, and that was all of it.\n";
    let document = Document::read(text.to_owned(), Format::Markdown);
    let hung = Measure {
        hang: 1,
        ..measure(26)
    };
    insta::assert_snapshot!("hanging_quotes", set(&document, hung));
}
