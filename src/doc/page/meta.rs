//! What a page says of itself: in JSON-LD, in Open Graph and other meta tags, in its microdata.
//!
//! The three are asked in this order; the first that knows holds.

use dom_query::{Document, NodeRef};
use url::Url;

use super::super::meta::Meta;
use super::json_ld;
use super::stripped;

/// The longest thing that a page may say of itself, in characters.
const LONGEST: usize = 500;

/// Questions that are kept.
const MOST_QUESTIONS: usize = 500;

/// Properties and names of meta tags, best first.
const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "title",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.issued",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "article.published",
];
const PUBLISHERS: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
];
const LANGUAGES: &[&str] = &[
    "og:locale",
    "content-language",
    "dc.language",
    "dcterms.language",
    "language",
];

/// What a page says of itself that came from the address `own`, if it has one.
pub(super) fn of(document: &Document, own: Option<&str>) -> Meta {
    let base = base(document).and_then(|base| whole(&base, own));
    let own = base.as_deref().or(own);
    let data = json_ld::of(document);
    let tags = Tags::of(document);
    let mut meta = Meta {
        title: data
            .title
            .or_else(|| tags.first(TITLES))
            .or_else(|| item(document, "headline")),
        byline: data
            .byline
            .or_else(|| tags.all(AUTHORS).find(|name| !name.contains("://")))
            .or_else(|| item(document, "author")),
        published: data
            .published
            .or_else(|| tags.first(DATES).and_then(|date| iso(&date)))
            .or_else(|| time(document)),
        publisher: data.publisher.or_else(|| tags.first(PUBLISHERS)),
        language: language(document)
            .or(data.language)
            .or_else(|| tags.first(LANGUAGES))
            .map(|tag| tag.replace('_', "-")),
        url: address(document)
            .and_then(|url| whole(&url, own))
            .or_else(|| tags.first(&["og:url"]).filter(|url| is_address(url)))
            .or(data.url),
        questions: data.questions,
    };
    for question in document
        .select("[itemtype$='schema.org/Question'] [itemprop='name']")
        .nodes()
    {
        meta.questions.extend(said(&question.text()));
    }
    meta.questions.truncate(MOST_QUESTIONS);
    meta.byline = meta
        .byline
        .map(|name| stripped::line(&name)) // entities in a value that was resolved once already
        .map(|name| without_by(&name).to_owned())
        .filter(|name| !name.is_empty());
    meta
}

/// Text that somebody is to read: in one line, not too long.
pub(super) fn said(text: &str) -> Option<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    let line: String = words.join(" ").chars().take(LONGEST).collect();
    (!line.is_empty()).then_some(line)
}

/// A date after ISO 8601; none where it is written otherwise.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let is_dash = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    let is_date = [0, 1, 2, 3, 5, 6, 8, 9].into_iter().all(is_digit) && is_dash(4) && is_dash(7);
    let is_time =
        |rest: &str| rest.is_empty() || rest.starts_with(['T', 't', ' ']) && rest.len() < 24;
    (is_date && is_time(crate::text::tail(text, 10))).then(|| text.to_owned())
}

/// An address that could be opened.
pub(super) fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(char::is_whitespace)
}

/// An address that could be opened, which may be given relative to the page’s own.
fn whole(url: &str, own: Option<&str>) -> Option<String> {
    if is_address(url) {
        return Some(url.to_owned());
    }
    let joined = Url::parse(own?).ok()?.join(url).ok()?;
    Some(String::from(joined)).filter(|url| is_address(url))
}

fn without_by(name: &str) -> &str {
    ["By ", "by ", "BY "]
        .iter()
        .find_map(|by| name.strip_prefix(by))
        .unwrap_or(name)
        .trim()
}

/// The meta tags of a page: names in small letters, and what they say.
struct Tags(Vec<(String, String)>);

impl Tags {
    fn of(document: &Document) -> Self {
        let tag = |node: &NodeRef<'_>| {
            let name = node
                .attr("property")
                .or_else(|| node.attr("name"))
                .or_else(|| node.attr("http-equiv"))?;
            Some((
                name.trim().to_ascii_lowercase(),
                said(&node.attr("content")?)?,
            ))
        };
        Self(
            document
                .select("meta[content]")
                .nodes()
                .iter()
                .filter_map(tag)
                .collect(),
        )
    }

    fn all<'a>(&'a self, names: &'a [&'a str]) -> impl Iterator<Item = String> + 'a {
        names
            .iter()
            .flat_map(|name| self.0.iter().filter(move |(known, _)| known == name))
            .map(|(_, text)| text.clone())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).next()
    }
}

/// What the microdata of the page calls so.
fn item(document: &Document, name: &str) -> Option<String> {
    let items = document.select(&format!("[itemprop='{name}']"));
    let node = items.nodes().first()?;
    let inner = node
        .descendants_it()
        .find(|node| node.attr("itemprop").is_some_and(|it| &*it == "name"));
    let node = inner.unwrap_or(*node);
    said(&node.attr("content").unwrap_or_else(|| node.text()))
}

/// The date that an element of the page gives, if it is said to be the article’s or is the only one.
fn time(document: &Document) -> Option<String> {
    let date = |node: &NodeRef<'_>| iso(&node.attr("datetime").or_else(|| node.attr("content"))?);
    let said = document.select("[itemprop='datePublished'], time[pubdate]");
    let times =
        document.select("article time[datetime], main time[datetime], header time[datetime]");
    said.nodes().iter().chain(times.nodes()).find_map(date)
}

fn language(document: &Document) -> Option<String> {
    let root = document.select("html");
    said(&root.nodes().first()?.attr("lang")?)
}

/// The address that those in the page are relative to, where it is another than its own.
fn base(document: &Document) -> Option<String> {
    let bases = document.select("base[href]");
    said(&bases.nodes().first()?.attr("href")?)
}

fn address(document: &Document) -> Option<String> {
    let links = document.select("link[rel='canonical'][href]");
    said(&links.nodes().first()?.attr("href")?)
}
