//! Books: an EPUB in, sections and text out.

use std::io::{Cursor, Write};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cli::{json, sidenote_with, text};

const CONTAINER: &str = r#"<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

const PACKAGE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:x</dc:identifier><dc:title>The Keeper's Answers</dc:title><dc:creator>Mira Tollund</dc:creator><dc:creator>Jonas Breck</dc:creator>
<dc:language>en</dc:language><dc:publisher>Lantern &amp; Sons</dc:publisher><dc:date>2025-10-02</dc:date></metadata>
<manifest><item id="toc" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="text/end%20notes.xhtml" media-type="application/xhtml+xml"/><item id="lost" href="text/lost.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="toc"/><itemref idref="one"/><itemref idref="lost"/><itemref idref="two"/><itemref idref="notes" linear="no"/></spine></package>"#;

const TOC: &str = r#"<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title></head><body>
<nav epub:type="toc"><ol><li><a href="text/one.xhtml">The lamp</a><ol><li><a href="text/one.xhtml#oil">Why oil?</a></li></ol></li>
<li><a href="text/two.xhtml">Fog</a></li></ol></nav></body></html>"#;

const ONE: &str = r##"<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>
<a id="top"/><h1>The lamp</h1><p>It is lit at dusk<a epub:type="noteref" href="end%20notes.xhtml#n1">1</a>, and <a href="two.xhtml">fog</a> or not.</p>
<p id="oil">Because gas was dear<a epub:type="noteref" href="#f1">*</a>. “We promise to keep it burning,” said the keeper.</p>
<aside epub:type="footnote" id="f1"><p>So the ledger says.</p></aside></body></html>"##;

const TWO: &str = r#"<html xmlns="http://www.w3.org/1999/xhtml"><body><p>A horn is blown in fog, once in every minute, from the gallery above the lamp room.</p>
<h2>Who blows it?</h2><p>Whoever has the watch.</p></body></html>"#;

const NOTES: &str = r#"<html xmlns="http://www.w3.org/1999/xhtml"><body><ol><li id="n1"><p>On most days. <a href="one.xhtml#top">↩</a></p></li></ol></body></html>"#;

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn book(package: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OPS/book.opf", package.as_bytes()),
        ("OPS/toc.xhtml", TOC.as_bytes()),
        ("OPS/text/one.xhtml", ONE.as_bytes()),
        ("OPS/text/two.xhtml", TWO.as_bytes()),
        ("OPS/text/end notes.xhtml", NOTES.as_bytes()),
    ])
}

fn extracted(book: &[u8]) -> Value {
    json(&sidenote_with(&["extract", "-"], book))
}

#[test]
fn chapters_are_sections_under_the_table_of_contents() {
    let article = extracted(&book(PACKAGE));
    assert_eq!(article["source"]["format"], "epub");
    let warning = article["warnings"][0]["message"].as_str();
    assert!(warning.is_some_and(|it| it.starts_with("chapters of this book are missing"))); // the spine names one
    for (key, value) in [
        ("title", "The Keeper's Answers"),
        ("byline", "Mira Tollund, Jonas Breck"),
        ("published", "2025-10-02"),
        ("publisher", "Lantern & Sons"),
        ("language", "en"),
    ] {
        assert_eq!(article[key], value, "{key}");
    }
    let sections = article["sections"].as_array().unwrap();
    let sections: Vec<_> = sections
        .iter()
        .map(|section| {
            (
                &section["heading"],
                &section["level"],
                &section["is_question"],
            )
        })
        .map(|(heading, level, asks)| format!("{heading} {level} {asks}"))
        .collect();
    let expected = [
        "\"The lamp\" 2 false",
        "\"Why oil?\" 3 true",
        "\"Fog\" 2 false",
        "\"Who blows it?\" 2 true",
    ];
    assert_eq!(sections, expected);
    assert_eq!(
        article["quotes"][0]["text"],
        "We promise to keep it burning,"
    );
}

#[test]
fn footnotes_are_found_in_other_chapters() {
    let output = sidenote_with(&["--width", "60", "-"], &book(PACKAGE));
    let printed = text(&output.stdout);
    assert!(
        printed.contains("It is lit at dusk[1], and fog or not."),
        "{printed}"
    );
    assert!(printed.contains("Because gas was dear[*]."), "{printed}");
    assert!(printed.contains("[*] So the ledger says."), "{printed}");
    assert!(printed.contains("[1] On most days."), "{printed}");
}

#[test]
fn the_older_table_of_contents_is_read_too() {
    let ncx = r#"<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:depth" content="1"/></head>
<docTitle><text>T</text></docTitle><navMap><navPoint id="a" playOrder="1"><navLabel><text>Fog</text></navLabel><content src="text/two.xhtml"/>
<navPoint id="b" playOrder="2"><navLabel><text>Who blows it?</text></navLabel><content src="text/two.xhtml"/></navPoint></navPoint></navMap></ncx>"#;
    let package = PACKAGE.replace(
        r#"href="toc.xhtml" media-type="application/xhtml+xml" properties="nav""#,
        r#"href="toc.ncx" media-type="application/x-dtbncx+xml""#,
    );
    let book = archive(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OPS/book.opf", package.as_bytes()),
        ("OPS/toc.ncx", ncx.as_bytes()),
        ("OPS/text/two.xhtml", TWO.as_bytes()),
    ]);
    let article = extracted(&book);
    let headings: Vec<_> = article["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["heading"].as_str())
        .collect();
    assert_eq!(headings, [Some("Fog"), Some("Who blows it?")]);
}

#[test]
fn a_broken_book_is_named() {
    let message = |bytes: &[u8]| {
        let output = sidenote_with(&["extract", "-"], bytes);
        assert_eq!(output.status.code(), Some(1));
        text(&output.stderr).trim().to_owned()
    };
    let whole = book(PACKAGE);
    let cut = whole.get(..whole.len() / 2).unwrap();
    assert!(message(cut).contains("is a damaged zip archive: the file is broken; get it again"));
    let document = archive(&[("word/document.xml", b"<w/>")]);
    assert!(message(&document).contains("without a book"));
    let spineless = PACKAGE.replace("<itemref", "<other");
    assert!(message(&book(&spineless)).contains("without its chapters: the file is broken"));
}
