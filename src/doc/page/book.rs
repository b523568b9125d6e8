//! Books: the chapters of an EPUB, each a page of its own, under the headings of its table of contents.
//!
//! The text holds the files of the book one after the other, as the archive names them. A link from one to another stays in the
//! book: all addresses of it are made those of one page.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

use super::super::meta::Meta;
use super::super::part::{Part, Start};
use super::contents::{Contents, Place};
use super::guard::{self, Markup};
use super::meta::{iso, said};
use super::notes::{Notes, Wanted};
use super::writer::Writer;
use super::{code, fold, formula, stripped, walk};

/// A file of the book.
pub(super) struct File<'a> {
    kind: &'a str,
    pub(super) path: &'a str,
    text: &'a str,
}

impl File<'_> {
    /// Its elements; none where that would cost too much.
    pub(super) fn page(&self) -> Option<Document> {
        guard::tame(self.text, Markup::Xml).map(Document::from)
    }
}

/// What is told of a book that is not whole.
const MISSING: &str = "chapters of this book are missing from its file: get it again";

/// Reads the chapters of a book, a part for each, and what a reader should know of it.
pub(in super::super) fn read(text: &str) -> (Vec<Part>, Option<&'static str>) {
    let files: Vec<_> = files(text).collect();
    let first = |kind: &str| files.iter().find(|file| file.kind == kind);
    let contents = first("contents").map(Contents::of).unwrap_or_default();
    let (missing, there): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.kind == "missing");
    let paths: HashSet<_> = there.iter().map(|file| file.path).collect();
    let mut wanted = Wanted::default();
    let mut parts: Vec<Part> = Vec::new();
    for chapter in files.iter().filter(|file| file.kind == "chapter") {
        let start = parts.last().map_or(Start::default(), Part::end);
        let mut writer = Writer::new(start);
        match chapter.page() {
            Some(page) => {
                formula::write_out(&page);
                fold::remove_hidden(&page);
                code::set(&page);
                contents.head(&page, chapter.path);
                if !parts.is_empty() {
                    part_off(&page);
                }
                join(&page, chapter.path, &paths);
                writer.anchor(&format!("{}#", chapter.path));
                walk::write(&mut writer, page.root(), &Notes::of(&page, &mut wanted));
            }
            None => stripped::write(&mut writer, chapter.text),
        }
        parts.push(writer.finish());
    }
    if let (Some(part), Some(package)) = (parts.first_mut(), first("package")) {
        part.meta = meta(package);
    }
    (parts, (!missing.is_empty()).then_some(MISSING))
}

/// Draws a rule above a chapter that has no heading, so that it does not melt into the one before it.
fn part_off(page: &Document) {
    let is_headed = page.select("h1, h2, h3, h4, h5, h6").exists();
    if let Some(body) = page.body().filter(|_| !is_headed) {
        body.prepend_child(&page.tree.new_element("hr"));
    }
}

/// The files that a text holds.
fn files(text: &str) -> impl Iterator<Item = File<'_>> {
    text.split("<?").filter_map(|piece| {
        let (line, text) = piece.split_once("?>\n")?;
        let (kind, path) = line.split_once(' ')?;
        Some(File { kind, path, text })
    })
}

/// What the package says of the book.
fn meta(package: &File<'_>) -> Meta {
    let Some(page) = package.page() else {
        return Meta::default();
    };
    let root = page.root();
    let all = |name: &str| -> Vec<String> {
        let named = root.descendants_it().filter(|node| node.has_name(name));
        named.filter_map(|node| said(&node.text())).collect()
    };
    let first = |name: &str| all(name).into_iter().next();
    let creators = all("dc:creator");
    Meta {
        title: first("dc:title"),
        byline: (!creators.is_empty()).then(|| creators.join(", ")),
        published: all("dc:date").iter().find_map(|date| iso(date)),
        publisher: first("dc:publisher"),
        language: first("dc:language"),
        ..Meta::default()
    }
}

/// Makes the addresses in a chapter those of one page that holds the whole book; those of pictures, names in its archive.
fn join(page: &Document, path: &str, paths: &HashSet<&str>) {
    for node in page.select("[id]").nodes() {
        let id = node.attr_or("id", "");
        node.set_attr("id", &format!("{path}#{id}"));
    }
    for picture in page.select("img[src]").nodes() {
        let address = picture.attr_or("src", "");
        if !address.contains(':') {
            picture.set_attr("src", &Place::of(&address, path).path);
        }
    }
    for link in page.select("a[href]").nodes() {
        let place = Place::of(&link.attr_or("href", ""), path);
        if paths.contains(place.path.as_str()) {
            link.set_attr("href", &format!("#{}#{}", place.path, place.fragment));
        } else if !is_web(link) {
            link.remove_attr("href"); // a picture, or nothing
        }
    }
}

fn is_web(link: &NodeRef<'_>) -> bool {
    let href = link.attr_or("href", "");
    ["http:", "https:", "mailto:"]
        .iter()
        .any(|scheme| href.starts_with(scheme))
}
