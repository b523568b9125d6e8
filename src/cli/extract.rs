//! `sidenote extract`: what the sidebar shows, as data.

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use super::args::{Extract, Output};
use super::wire;
use super::{FAILURE, say};
use crate::article;
use crate::article::section::Outline;
use crate::doc::Document;
use crate::doc::format::Format;
use crate::input::{self, Origin};
use crate::text::cluster::safe;
use crate::text::{cut, tail};

/// Answers the request on standard output. An article that cannot be opened is named on standard error, and the others
/// are still answered.
pub(super) fn run(request: &Extract) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let has_failed = if request.reading_text {
        reading_texts(request, &mut out)?
    } else {
        records(request, &mut out)?
    };
    out.flush()?;
    Ok(if has_failed {
        ExitCode::from(FAILURE)
    } else {
        ExitCode::SUCCESS
    })
}

/// Writes the texts as they are; on a terminal, where nobody counts bytes, as they are drawn.
fn reading_texts(request: &Extract, out: &mut impl Write) -> io::Result<bool> {
    let is_seen = io::stdout().is_terminal();
    let mut has_failed = false;
    for argument in &request.articles {
        match input::open(&Origin::of(argument)) {
            Ok(input) if is_seen => write_safe(out, &input.text)?,
            Ok(input) => out.write_all(input.text.as_bytes())?,
            Err(error) => {
                say(&error.to_string());
                has_failed = true;
            }
        }
    }
    Ok(has_failed)
}

fn write_safe(out: &mut impl Write, text: &str) -> io::Result<()> {
    text.lines()
        .try_for_each(|line| writeln!(out, "{}", safe(line)))
}

fn records(request: &Extract, out: &mut impl Write) -> io::Result<bool> {
    let mut records = Vec::new();
    let mut has_failed = false;
    for argument in &request.articles {
        let record = record(request, argument);
        has_failed |= matches!(record, wire::Record::Failure(_));
        match request.format {
            Output::Jsonl => write_json(out, &serde_json::to_string(&record)?)?,
            Output::Json => records.push(record),
        }
    }
    match records.as_slice() {
        [] => {}
        [record] => write_json(out, &serde_json::to_string_pretty(record)?)?,
        records => write_json(out, &serde_json::to_string_pretty(records)?)?,
    }
    Ok(has_failed)
}

/// Writes JSON on lines of its own. Characters that a terminal would obey are written as escapes: they stand in strings alone,
/// where both mean the same.
fn write_json(out: &mut impl Write, json: &str) -> io::Result<()> {
    let mut written = 0;
    for (at, character) in json.match_indices(is_obeyed) {
        out.write_all(cut(json, written..at).as_bytes())?;
        for unit in character.encode_utf16() {
            write!(out, "\\u{unit:04x}")?;
        }
        written = at + character.len();
    }
    writeln!(out, "{}", tail(json, written))
}

/// Whether a terminal may take a character for a command: the controls that `serde_json` writes as they are, the directions of
/// writing, and the ends of lines and paragraphs.
fn is_obeyed(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn record(request: &Extract, argument: &OsStr) -> wire::Record {
    let path = argument.to_string_lossy().into_owned();
    let origin = Origin::of(argument);
    let opened = input::read(&origin).and_then(|raw| {
        let bytes = wire::Bytes::of(&raw.bytes); // before they are decoded, which takes them
        Ok((bytes, raw.decode()?))
    });
    let (bytes, input) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            say(&error.to_string());
            return wire::Record::failure(path, error.to_string());
        }
    };
    let format = request
        .from
        .map_or_else(|| Format::of(origin.path(), &input.text), Format::from);
    let source = wire::Source::new(path, format, bytes, input.encoding);
    let document = Document::read(input.text, format);
    let outline = Outline::of(&document);
    let annotations = article::annotate(&document, &outline);
    wire::Record::article(
        source,
        &wire::View {
            document: &document,
            outline: &outline,
            annotations: &annotations,
        },
        request,
    )
}
