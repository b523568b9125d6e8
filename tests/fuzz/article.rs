//! Any text, read as any format: blocks follow each other, rows are found, and all that is found lies in the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidenote::article::annotate;
use sidenote::article::section::Outline;
use sidenote::doc::Document;
use sidenote::doc::block::BlockId;
use sidenote::doc::format::Format;
use sidenote::layout::Measure;
use sidenote::layout::cache::Layouts;
use sidenote::layout::walk::Walk;

const FORMATS: [Format; 4] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Terminal,
];

fuzz_target!(|input: (u8, u8, &str)| {
    let (format, width, text) = input;
    let document = Document::read(text.to_owned(), FORMATS[usize::from(format % 4)]);
    let outline = Outline::of(&document);
    let annotations = annotate(&document, &outline);
    let mut end = 0;
    for id in document.ids() {
        let block = document.block(id).expect("the block of an id");
        assert!(block.span.start >= end);
        end = block.span.end;
    }
    assert!(end <= document.bytes());
    for quote in &annotations.quotes {
        assert!(quote.span.end <= document.bytes());
    }
    let mut layouts = Layouts::default();
    let mut walk = Walk {
        document: &document,
        layouts: &mut layouts,
        measure: Measure {
            width: u16::from(width),
            ..Measure::default()
        },
        range: BlockId::default()..BlockId::new(document.len()),
    };
    let top = walk.first();
    walk.page(top, 10_000);
});
