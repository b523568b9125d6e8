//! `sidenote extract`: what the sidebar shows, as data.

use std::ffi::OsStr;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use super::args::{Extract, Output};
use super::wire;
use super::{FAILURE, say};
use crate::article;
use crate::article::section::Outline;
use crate::doc::Document;
use crate::doc::format::Format;
use crate::input::{self, Input, Origin};

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

/// Opens an article; a failure is said, and handed back as text.
fn open(argument: &OsStr) -> Result<Input, String> {
    input::open(&Origin::of(argument)).map_err(|error| {
        let message = error.to_string();
        say(&message);
        message
    })
}

fn reading_texts(request: &Extract, out: &mut impl Write) -> io::Result<bool> {
    let mut has_failed = false;
    for argument in &request.articles {
        match open(argument) {
            Ok(input) => out.write_all(input.text.as_bytes())?,
            Err(_) => has_failed = true,
        }
    }
    Ok(has_failed)
}

fn records(request: &Extract, out: &mut impl Write) -> io::Result<bool> {
    let mut records = Vec::new();
    let mut has_failed = false;
    for argument in &request.articles {
        let record = record(request, argument);
        has_failed |= matches!(record, wire::Record::Failure(_));
        match request.format {
            Output::Jsonl => {
                serde_json::to_writer(&mut *out, &record)?;
                writeln!(out)?;
            }
            Output::Json => records.push(record),
        }
    }
    match records.as_slice() {
        [] => {}
        [record] => write_pretty(out, record)?,
        records => write_pretty(out, records)?,
    }
    Ok(has_failed)
}

fn write_pretty(out: &mut impl Write, value: &(impl serde::Serialize + ?Sized)) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn record(request: &Extract, argument: &OsStr) -> wire::Record {
    let path = argument.to_string_lossy().into_owned();
    let input = match open(argument) {
        Ok(input) => input,
        Err(error) => return wire::Record::failure(path, error),
    };
    let format = request.from.map_or_else(
        || Format::of(Origin::of(argument).path(), &input.text),
        Format::from,
    );
    let source = wire::Source::new(path, format, &input);
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
