//! `sidenote extract`: what the sidebar shows, as data.

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use super::args::{Extract, Output};
use super::findings::{self, Finding};
use super::{answered, csv, digest, opened, pool, say, wire};
use crate::article;
use crate::article::section::Outline;
use crate::citation::Source;
use crate::doc::Document;
use crate::doc::format::Format;
use crate::input::{self, Input, OpenError, Origin, Raw, Terms};
use crate::text::cluster::safe;
use crate::text::{cut, tail};

/// Answers the request on standard output. An article that cannot be opened is named on standard error, and the others
/// are still answered.
pub(super) fn run(request: &Extract, terms: &Terms) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let has_failed = if request.reading_text {
        reading_texts(request, terms, &mut out)?
    } else {
        records(request, terms, &mut out)?
    };
    out.flush()?;
    Ok(answered(has_failed))
}

/// Writes the texts as they are; on a terminal, where nobody counts bytes, as they are drawn.
fn reading_texts(request: &Extract, terms: &Terms, out: &mut impl Write) -> io::Result<bool> {
    let is_seen = io::stdout().is_terminal();
    let mut has_failed = false;
    for argument in &request.read.articles {
        match reading_text(argument, request, terms) {
            Ok(text) if is_seen => write_safe(out, &text)?,
            Ok(text) => out.write_all(text.as_bytes())?,
            Err(error) => {
                say(&error.to_string());
                has_failed = true;
            }
        }
    }
    Ok(has_failed)
}

/// The text that spans count in: the article itself, or what was made of it.
fn reading_text(argument: &OsStr, request: &Extract, terms: &Terms) -> Result<String, OpenError> {
    let origin = Origin::of(argument);
    let input = input::open(&origin, terms)?;
    let format = format(request, &input);
    Ok(if format.is_derived() {
        let document = Document::read_from(input.text, format, input.envelope.address);
        if let Some(notice) = opened::notice(&document, &origin.name()) {
            say(&notice);
        }
        document.pieces().map(|(_, text)| text).collect()
    } else {
        input.text
    })
}

fn format(request: &Extract, input: &Input) -> Format {
    let told = request.read.from;
    told.unwrap_or_else(|| Format::of(input.envelope.path(), &input.text))
}

fn write_safe(out: &mut impl Write, text: &str) -> io::Result<()> {
    text.lines()
        .try_for_each(|line| writeln!(out, "{}", safe(line)))
}

fn records(request: &Extract, terms: &Terms, out: &mut impl Write) -> io::Result<bool> {
    let mut has_failed = false;
    let [mut before, between, end] = match request.format {
        Output::Json if request.read.articles.len() > 1 => ["[\n  ", ",\n  ", "\n]\n"],
        Output::Json | Output::Jsonl => ["", "", ""],
        Output::Csv => [csv::HEADER, "", ""],
        Output::Markdown => ["", "\n", ""],
    };
    let mut take = |answer: io::Result<Answer>| {
        let answer = answer?;
        has_failed |= answer.error.is_some();
        for told in answer.error.iter().chain(&answer.notice) {
            say(told);
        }
        out.write_all(before.as_bytes())?;
        before = between;
        out.write_all(&answer.bytes)?;
        out.flush() // whoever reads the answers need not wait for the others
    };
    if let [argument] = request.read.articles.as_slice() {
        take(answer(Article::read(argument, terms), request))?;
    } else {
        let articles = request.read.articles.clone().into_iter();
        let (request, terms) = (request.clone(), terms.clone());
        pool::in_order(
            articles.map(move |argument| Article::read(&argument, &terms)),
            move |article| answer(article, &request),
            take,
        )?;
    }
    out.write_all(end.as_bytes())?;
    Ok(has_failed)
}

/// An article that has been read and not looked at.
struct Article {
    path: String,
    /// What it is called without a title.
    name: String,
    raw: Result<Raw, OpenError>,
}

impl Article {
    fn read(argument: &OsStr, terms: &Terms) -> Self {
        let origin = Origin::of(argument);
        Self {
            path: argument.to_string_lossy().into_owned(),
            name: origin.name(),
            raw: input::read(&origin, terms),
        }
    }
}

/// What is answered for an article.
#[derive(Default)]
struct Answer {
    /// What is found, as it is written in the format that is asked for.
    bytes: Vec<u8>,
    /// What a person should know of it, where the format has no place for that.
    notice: Option<String>,
    /// Why it holds nothing of the article.
    error: Option<String>,
}

fn answer(article: Article, request: &Extract) -> io::Result<Answer> {
    match request.format {
        Output::Json | Output::Jsonl => json(article, request),
        Output::Csv => Ok(told(article, request, csv::rows)),
        Output::Markdown => Ok(told(article, request, digest::write)),
    }
}

/// What `tell` tells of an article; nothing of one that cannot be read.
fn told(
    article: Article,
    request: &Extract,
    tell: impl FnOnce(&str, &Source, &[Finding]) -> String,
) -> Answer {
    let (path, name) = (article.path.clone(), article.name.clone());
    let told = look(article, request, |source, view| Answer {
        notice: opened::notice(view.document, &name),
        bytes: {
            let known = Source::new(view.document.meta(), &name, source.address());
            tell(&path, &known, &findings::of(view, request)).into_bytes()
        },
        error: None,
    });
    told.unwrap_or_else(|error| Answer {
        error: Some(error.to_string()),
        ..Answer::default()
    })
}

fn json(article: Article, request: &Extract) -> io::Result<Answer> {
    let path = article.path.clone();
    let record = look(article, request, |source, view| {
        wire::Record::article(source, view, request)
    });
    let (record, error) = match record {
        Ok(record) => (record, None),
        Err(error) => {
            let error = error.to_string();
            (wire::Record::failure(path, error.clone()), Some(error))
        }
    };
    let json = match request.format {
        Output::Jsonl => serde_json::to_string(&record)? + "\n",
        _ if request.read.articles.len() == 1 => serde_json::to_string_pretty(&record)? + "\n",
        // Its lines stand inside an array; the strings in it have none of their own.
        _ => serde_json::to_string_pretty(&record)?.replace('\n', "\n  "),
    };
    Ok(Answer {
        bytes: tame(&json)?,
        notice: None,
        error,
    })
}

/// Reads an article and shows what was found in it.
fn look<T>(
    article: Article,
    request: &Extract,
    show: impl FnOnce(wire::Source, &wire::View<'_>) -> T,
) -> Result<T, OpenError> {
    let raw = article.raw?;
    let bytes = wire::Bytes::of(&raw.bytes); // before they are decoded, which takes them
    let input = raw.decode()?;
    let format = format(request, &input);
    let address = input.envelope.address;
    let source =
        wire::Source::new(article.path, format, bytes, input.arrived.encoding).at(address.clone());
    let document = Document::read_from(input.text, format, address);
    let outline = Outline::of(&document);
    let annotations = article::annotate(&document, &outline);
    let view = wire::View {
        document: &document,
        outline: &outline,
        annotations: &annotations,
        has_weak: request.weak,
    };
    Ok(show(source, &view))
}

/// JSON without characters that a terminal would obey. They are written as escapes: they stand in strings alone, where both mean
/// the same.
fn tame(json: &str) -> io::Result<Vec<u8>> {
    let mut out = Vec::with_capacity(json.len());
    let mut written = 0;
    for (at, character) in json.match_indices(is_obeyed) {
        out.extend_from_slice(cut(json, written..at).as_bytes());
        for unit in character.encode_utf16() {
            write!(out, "\\u{unit:04x}")?;
        }
        written = at + character.len();
    }
    out.extend_from_slice(tail(json, written).as_bytes());
    Ok(out)
}

/// Whether a terminal may take a character for a command: the controls that `serde_json` writes as they are, the directions of
/// writing, and the ends of lines and paragraphs.
fn is_obeyed(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
