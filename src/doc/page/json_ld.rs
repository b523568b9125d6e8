//! JSON-LD: what a page says of itself in data for search engines.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};
use serde_json::Value;

use super::super::meta::Meta;
use super::meta::{is_address, iso, said};
use super::stripped;

/// The longest data that are read, in bytes.
const LONGEST: usize = 2 * 1024 * 1024;

/// What the data of all scripts of a page say.
pub(super) fn of(document: &Document) -> Meta {
    let mut meta = Meta::default();
    let data: Vec<_> = data(document).collect();
    let things: Vec<_> = data.iter().flat_map(things).collect();
    let known = Known::of(&things);
    for value in things {
        if is_a(value, &["Question"]) {
            meta.questions.extend(question(value));
        } else if is_article(value) {
            article(value, &known, &mut meta);
        }
    }
    meta
}

/// The questions of a page and the markup of their answers.
pub(super) fn answers(document: &Document) -> Vec<(String, String)> {
    let mut answers = Vec::new();
    for data in data(document) {
        let questions = things(&data)
            .into_iter()
            .filter(|it| is_a(it, &["Question"]));
        answers.extend(questions.filter_map(|it| Some((question(it)?, answer(it)?))));
    }
    answers
}

fn question(value: &Value) -> Option<String> {
    text(value, "name").or_else(|| text(value, "text"))
}

/// The answer that was accepted, or the first that was given.
fn answer(question: &Value) -> Option<String> {
    let given = question
        .get("acceptedAnswer")
        .or_else(|| question.get("suggestedAnswer"))?;
    let first = given
        .as_array()
        .map_or(Some(given), |given| given.first())?;
    let text = first.get("text").unwrap_or(first).as_str()?;
    Some(text.to_owned()).filter(|text| !text.trim().is_empty())
}

/// The data of all scripts.
fn data(document: &Document) -> impl Iterator<Item = Value> {
    let scripts = document.select("script[type*='ld+json']");
    let texts: Vec<_> = scripts.nodes().iter().map(NodeRef::text).collect();
    let texts = texts.into_iter().filter(|text| text.len() <= LONGEST);
    texts.filter_map(|text| parse(&text))
}

/// Sites wrap their data so that old browsers do not show them.
fn parse(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//")
        .trim_start()
        .trim_start_matches("<![CDATA[");
    let text = text
        .trim_end()
        .trim_end_matches("-->")
        .trim_end_matches("]]>")
        .trim_end()
        .trim_end_matches("//");
    serde_json::from_str(text).ok()
}

/// All things that the data tell of, in their order.
fn things(data: &Value) -> Vec<&Value> {
    let mut things = Vec::new();
    let mut waiting = vec![data];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values.iter().rev()),
            Value::Object(object) => {
                things.push(value);
                let inner = object
                    .values()
                    .filter(|value| value.is_array() || value.is_object());
                waiting.extend(inner.collect::<Vec<_>>().into_iter().rev());
            }
            _ => {}
        }
    }
    things
}

/// The things that have a name of their own, by which others tell of them.
struct Known<'a>(HashMap<&'a str, &'a Value>);

impl<'a> Known<'a> {
    fn of(things: &[&'a Value]) -> Self {
        let named = things.iter().filter(|it| it.get("name").is_some());
        Self(
            named
                .filter_map(|it| Some((it.get("@id")?.as_str()?, *it)))
                .collect(),
        )
    }

    /// What a value tells, or the thing that it tells of: `{"@id": "#ann"}`.
    fn thing(&self, value: &'a Value) -> &'a Value {
        let id = || value.get("@id")?.as_str();
        let is_told = value.get("name").is_some();
        let other = id().filter(|_| !is_told).and_then(|id| self.0.get(id));
        other.copied().unwrap_or(value)
    }

    /// The names of one or several people or bodies.
    fn names(&self, value: &'a Value) -> Option<String> {
        let name = |value: &'a Value| match self.thing(value) {
            Value::String(name) => plain(name).filter(|name| !name.contains("://")),
            value => match value.get("name")? {
                Value::Array(names) => plain(names.first()?.as_str()?),
                name => plain(name.as_str()?),
            },
        };
        let names: Vec<_> = match value {
            Value::Array(values) => values.iter().take(8).filter_map(name).collect(),
            value => name(value).into_iter().collect(),
        };
        (!names.is_empty()).then(|| names.join(", "))
    }
}

fn article<'a>(value: &'a Value, known: &Known<'a>, meta: &mut Meta) {
    let Meta {
        title,
        byline,
        published,
        publisher,
        language,
        url,
        ..
    } = meta;
    *title = title
        .take()
        .or_else(|| text(value, "headline"))
        .or_else(|| text(value, "name"));
    *byline = byline
        .take()
        .or_else(|| known.names(value.get("author").or_else(|| value.get("creator"))?));
    *published = published
        .take()
        .or_else(|| iso(value.get("datePublished")?.as_str()?));
    *publisher = publisher
        .take()
        .or_else(|| known.names(value.get("publisher")?));
    *language = language.take().or_else(|| text(value, "inLanguage"));
    *url = url
        .take()
        .or_else(|| text(value, "url").filter(|url| is_address(url)))
        .or_else(|| page(value).filter(|url| is_address(url)));
}

/// The page that an article is the main thing of.
fn page(article: &Value) -> Option<String> {
    let page = article.get("mainEntityOfPage")?;
    let address = page.get("@id").unwrap_or(page).as_str()?;
    said(address)
}

fn is_article(value: &Value) -> bool {
    let is_one = |kind: &str| {
        kind.ends_with("Article")
            || kind.ends_with("Posting")
            || matches!(
                kind,
                "Report" | "Review" | "FAQPage" | "QAPage" | "Interview"
            )
    };
    kinds(value).any(is_one)
}

fn is_a(value: &Value, names: &[&str]) -> bool {
    kinds(value).any(|kind| names.contains(&kind))
}

fn kinds(value: &Value) -> impl Iterator<Item = &str> {
    let kind = value.get("@type");
    let many = kind.and_then(Value::as_array).into_iter().flatten();
    let kinds = kind.into_iter().chain(many).filter_map(Value::as_str);
    kinds.map(|kind| kind.rsplit('/').next().unwrap_or(kind))
}

/// What a property says, without markup.
fn text(value: &Value, name: &str) -> Option<String> {
    plain(value.get(name)?.as_str()?)
}

/// What a text says, without markup and entities.
fn plain(text: &str) -> Option<String> {
    said(&stripped::line(text))
}
