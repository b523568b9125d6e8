//! No letter is lost and none is doubled: what is written is what is seen, at any width.

use proptest::prelude::*;
use sidenote::doc::Document;
use sidenote::doc::block::BlockId;
use sidenote::doc::format::Format;
use sidenote::layout::Measure;
use sidenote::layout::row::{Piece, PieceText, Role};
use sidenote::text::order::Order;

use crate::{layout, written};

/// The letters and digits of a text. Hyphens that divide words, and what else is drawn around words, are none.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The letters of all rows in the order of the source, in which the cells of a table and what runs to the left do not stand on the screen.
/// Markers of items and footnotes are left out.
fn shown(document: &Document, measure: Measure) -> String {
    let is_of_text = |piece: &Piece| !piece.marks.is_empty() || piece.role != Role::Marker;
    let mut pieces: Vec<_> = layout::rows(document, measure)
        .into_iter()
        .flat_map(|(block, row)| row.pieces.into_iter().map(move |piece| (block, piece)))
        .filter(|(_, piece)| is_of_text(piece))
        .collect();
    pieces.sort_by_key(|(block, piece)| (*block, piece.span.start));
    let text = |(_, piece): &(BlockId, Piece)| match &piece.text {
        PieceText::Source => letters(document.slice(piece.span)),
        PieceText::Shown(text) => letters(text),
        PieceText::Picture(_) => String::new(),
    };
    pieces.iter().map(text).collect()
}

fn measures() -> impl Strategy<Value = Measure> {
    let orders = prop::sample::select(vec![Order::Logical, Order::Visual]);
    (1u16..200, orders).prop_map(|(width, order)| measure(width, order))
}

fn measure(width: u16, order: Order) -> Measure {
    Measure {
        width,
        order,
        ..Measure::default()
    }
}

/// Lines of plain copy; their markers are no letters.
const COPY: &[&str] = &[
    "",
    "",
    "The boats of the harbour went out at 5 km/h, and nobody saw them again.",
    "the boats that were left stayed where they were, “for good,” she said,",
    "and the boats that were tied",
    "Why is it so?",
    "- an item of extra\u{ad}ordinary boats",
    "  * inner https://example.org/a-b/c_d.html?e=f#g",
    "> quoted, and so on",
    "> > - deeper",
    "Year      Boats",
    "1998         12",
    "    /\\    /\\    tide",
    "Ann Lee: Who pays $5 for \\(a_1 + b\\)?",
    "安全保障は重要です。本当に",
    "مرحبا بالعالم (shalom) שלום",
    "[1] A note of the pier.",
    "== Head ==",
];

fn copy() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(prop::sample::select(COPY), 0..40);
    lines.prop_map(|lines| lines.join("\n"))
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn markdown_shows_what_is_written(article in written::articles(), measure in measures()) {
        let document = Document::read(article.markdown(), Format::Markdown);
        prop_assert_eq!(shown(&document, measure), letters(&article.seen()), "{}", article.markdown());
    }

    /// A chapter of a book, for out of a page the article is taken.
    #[test]
    fn a_chapter_shows_what_is_written(article in written::articles(), width in 1u16..200) {
        let book = format!("<?book?>\n<?chapter a.xhtml?>\n<html><body>{}</body></html>", article.html());
        let document = Document::read(book, Format::Epub);
        let measure = measure(width, Order::Logical); // a picture’s words have no bytes of the source to be sorted by
        prop_assert_eq!(shown(&document, measure), letters(&article.seen()), "{}", article.html());
    }

    #[test]
    fn copy_shows_what_is_written(text in copy(), measure in measures()) {
        let document = Document::read(text.clone(), Format::Text);
        prop_assert_eq!(shown(&document, measure), letters(&text), "{}", text);
    }
}
