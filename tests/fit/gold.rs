//! Annotated articles: what is quoted in them, and who says it.
//!
//! Each article is a text, `NAME.txt`, with a list of what stands between its quotation marks, `NAME.gold.json`; positions count
//! characters.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::Value;

/// An article with what was annotated in it.
pub(crate) struct Article {
    pub(crate) text: String,
    pub(crate) quotes: Vec<Quote>,
}

/// What somebody said, as far as one pair of quotation marks goes.
pub(crate) struct Quote {
    /// The words inside the marks, in bytes.
    pub(crate) span: Range<usize>,
    /// Whether it is a fragment.
    pub(crate) is_partial: bool,
    /// Who says it, where the text tells.
    pub(crate) source: Option<Source>,
}

/// Where the text names who says something.
pub(crate) struct Source {
    /// The words that do, in bytes; of a relative, also what it stands for.
    pub(crate) spans: Vec<Range<usize>>,
    /// The word that the phrase is about, in small letters; nothing for a pronoun, which only means somebody where it stands.
    pub(crate) head: Option<String>,
}

/// The articles of a folder, by name.
pub(crate) fn articles(folder: &Path) -> io::Result<Vec<Article>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    paths.retain(|path| path.to_string_lossy().ends_with(".gold.json"));
    paths.sort();
    paths.iter().map(|path| article(path)).collect()
}

fn article(gold: &Path) -> io::Result<Article> {
    let text = fs::read_to_string(gold.to_string_lossy().replace(".gold.json", ".txt"))?;
    let gold: Value = serde_json::from_str(&fs::read_to_string(gold)?)?;
    let starts = text.char_indices().map(|(at, _)| at);
    let bytes: Vec<usize> = starts.chain([text.len()]).collect();
    let items = gold["quotes"].as_array().into_iter().flatten();
    let quotes = items
        .filter(|item| item["kind"] == "quote")
        .filter_map(|item| Quote::of(item, &bytes))
        .collect();
    Ok(Article { text, quotes })
}

impl Quote {
    fn of(item: &Value, bytes: &[usize]) -> Option<Self> {
        Some(Self {
            span: span(item, bytes)?,
            is_partial: item["partial"].as_bool().unwrap_or(false),
            source: Source::of(&item["speaker"], bytes),
        })
    }
}

impl Source {
    fn of(speaker: &Value, bytes: &[usize]) -> Option<Self> {
        let whole = span(speaker, bytes)?;
        let parts = speaker["spans"].as_array().into_iter().flatten();
        let mut spans: Vec<_> = parts
            .filter_map(|part| Some(byte(&part[0], bytes)?..byte(&part[1], bytes)?))
            .collect();
        if spans.is_empty() {
            spans.push(whole);
        }
        spans.extend(span(&speaker["antecedent"], bytes));
        let is_pronoun = !matches!(speaker["pronoun"], Value::Null | Value::Bool(false));
        let head = speaker["head"].as_str().filter(|_| !is_pronoun);
        Some(Self {
            spans,
            head: head.map(str::to_lowercase),
        })
    }
}

fn span(value: &Value, bytes: &[usize]) -> Option<Range<usize>> {
    Some(byte(&value["start"], bytes)?..byte(&value["end"], bytes)?)
}

fn byte(value: &Value, bytes: &[usize]) -> Option<usize> {
    bytes.get(usize::try_from(value.as_u64()?).ok()?).copied()
}
