//! The examples of the CommonMark specification, read whole and in parts.
//!
//! They are not kept here: `SIDENOTE_COMMONMARK` names their JSON, a list of objects with the keys `n` and `markdown`.

use serde_json::Value;
use sidenote::doc::Document;
use sidenote::doc::block::BlockId;
use sidenote::doc::feed::Feed;
use sidenote::doc::format::Format;

/// Text after which the feed has made parts: more than its first and its second.
const LONG: usize = 3_200_000;

/// Copy that is longer than what is looked at to learn about a text.
const FILLER: usize = 20_000;

/// What stands between two examples.
const BETWEEN: &str = "\n\nA paragraph between.\n\n";

fn examples() -> Option<Vec<(u64, String)>> {
    let path = std::env::var_os("SIDENOTE_COMMONMARK")?;
    let json = std::fs::read(path).expect("SIDENOTE_COMMONMARK names a file");
    let list: Vec<Value> = serde_json::from_slice(&json).expect("the file holds a JSON list");
    let example = |entry: &Value| {
        let markdown = entry["markdown"].as_str().unwrap().to_owned();
        (entry["n"].as_u64().unwrap(), markdown)
    };
    Some(list.iter().map(example).collect())
}

/// What a reader has of each block: where it is, its words, its links.
fn picture(document: &Document) -> Vec<String> {
    let block = |id: BlockId| {
        let links = document.runs(id).iter().filter_map(|run| run.link);
        let links: Vec<_> = links
            .filter_map(|link| document.link(link).map(|link| (&link.url, link.span)))
            .collect();
        let frames: Vec<_> = document
            .frames(id)
            .map(|frame| std::mem::discriminant(&frame.kind))
            .collect();
        let block = document.block(id).unwrap();
        let kind = std::mem::discriminant(&block.kind);
        let span = block.span;
        let prose = document.prose(id);
        format!("{span:?} {kind:?} {frames:?} {links:?} {}", prose.as_str())
    };
    document.ids().map(block).collect()
}

fn in_pushes(text: &str, step: usize) -> Document {
    let mut feed = Feed::new(Format::Markdown);
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.ceil_char_boundary(step.min(rest.len())));
        feed.push(piece);
        rest = after;
    }
    feed.finish()
}

fn is_the_same(text: &str, step: usize) -> bool {
    let whole = Document::read(text.to_owned(), Format::Markdown);
    picture(&in_pushes(text, step)) == picture(&whole)
}

/// Copy, and behind it an example, so often that the first part of the feed ends among them.
fn behind_filler(example: &str) -> String {
    let paragraph = "The committee met again and had nothing new to say.\n\n";
    let filler = paragraph.repeat(FILLER / paragraph.len());
    let unit = format!("{example}{BETWEEN}");
    filler + &unit.repeat(40_000 / unit.len())
}

#[test]
fn the_examples_of_commonmark_are_the_same_in_parts() {
    let Some(examples) = examples() else {
        return tell("not run: SIDENOTE_COMMONMARK names no JSON of examples");
    };
    let differs = |(_, text): &&(u64, String)| {
        !is_the_same(text, 7) || !is_the_same(&behind_filler(text), 4099)
    };
    let other: Vec<_> = examples.iter().filter(differs).map(|(n, _)| n).collect();
    tell(&format!(
        "{} of {} examples hold alone",
        examples.len() - other.len(),
        examples.len()
    ));
    let texts: Vec<_> = examples.iter().map(|(_, text)| text.as_str()).collect();
    let joined = behind_filler("") + &texts.join(BETWEEN) + BETWEEN;
    let long = joined.repeat(LONG / joined.len() + 1);
    let is_joined = is_the_same(&long, 60_001);
    assert!(
        other.is_empty() && is_joined,
        "examples {other:?} are not the same in parts; all joined: {is_joined}"
    );
}

/// Says something that the harness shows with `--nocapture`, and always of a test that fails.
#[expect(clippy::print_stdout, reason = "what was not run is to be known")]
fn tell(words: &str) {
    println!("CommonMark: {words}");
}
