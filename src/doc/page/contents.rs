//! The table of contents of a book: which places in it are headed how.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::article::is_same;
use super::book::File;
use super::meta::said;
use super::tag;
use crate::text::percent::decoded;

/// How deep entries may stand in each other: no heading is deeper.
const DEEPEST: usize = 5;

/// Letters that may stand between a place and its heading: a number, a picture’s name.
const NEAR: usize = 60;

/// Elements and texts that are looked at for a heading.
const MOST_NODES: usize = 60;

/// Entries that are read.
const MOST_ENTRIES: usize = 10_000;

/// The table of contents of a book.
#[derive(Default)]
pub(super) struct Contents {
    entries: Vec<Entry>,
}

/// An entry: what a place is called, and how deep it stands.
struct Entry {
    place: Place,
    label: String,
    level: u8,
}

/// A place in a book.
pub(super) struct Place {
    /// The file.
    pub(super) path: String,
    /// The address in it; empty for its beginning.
    pub(super) fragment: String,
}

impl Place {
    /// The place that a link in the file `from` leads to.
    pub(super) fn of(href: &str, from: &str) -> Self {
        let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
        let mut folders: Vec<_> = from.split('/').filter(|part| !part.is_empty()).collect();
        if !path.is_empty() {
            folders.pop();
        }
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => _ = folders.pop(),
                part => folders.push(part),
            }
        }
        Self {
            path: decoded(&format!("/{}", folders.join("/"))),
            fragment: decoded(fragment),
        }
    }
}

impl Contents {
    /// The table in a file: a list of links, or the older kind in XML.
    pub(super) fn of(file: &File<'_>) -> Self {
        let Some(page) = file.page() else {
            return Self::default();
        };
        let toc = page.select("nav[epub\\:type~='toc'] a[href], nav[role='doc-toc'] a[href]");
        let links = if toc.is_empty() {
            page.select("nav a[href], body > ol a[href]")
        } else {
            toc
        };
        let entry = |node: &NodeRef<'_>, label: &NodeRef<'_>, href: &str, around: &str| {
            let depth = node
                .ancestors_it(None)
                .filter(|node| node.has_name(around))
                .count();
            let level = u8::try_from(depth.min(DEEPEST) + 1).unwrap_or(2);
            Some(Entry {
                place: Place::of(href, file.path),
                label: said(&label.text())?,
                level: level.max(2),
            })
        };
        let mut entries: Vec<_> = links
            .nodes()
            .iter()
            .filter_map(|link| entry(link, link, &link.attr("href")?, "ol"))
            .collect();
        for point in page.select("navpoint").nodes() {
            let child = |name: &str| point.children_it(false).find(|child| child.has_name(name));
            let (label, content) = (child("navlabel"), child("content"));
            let source = content.and_then(|content| content.attr("src"));
            if let (Some(label), Some(source)) = (label, source) {
                entries.extend(entry(&label, &label, &source, "navpoint"));
            }
        }
        entries.truncate(MOST_ENTRIES);
        Self { entries }
    }

    /// Heads the places in a chapter as the table does. Headings below them go down by as much.
    pub(super) fn head(&self, page: &Document, path: &str) {
        let Some(body) = page.body() else { return };
        let address = |node: NodeRef<'_>| Some((node.attr("id")?.to_string(), node.id));
        let places: HashMap<_, _> = body.descendants_it().filter_map(address).collect();
        // How far down each heading goes that the table names.
        let mut down = HashMap::new();
        for entry in self.entries.iter().filter(|entry| entry.place.path == path) {
            let place = places
                .get(&entry.place.fragment)
                .and_then(|id| page.tree.get(id));
            let Some(place) = place.or((entry.place.fragment.is_empty()).then_some(body)) else {
                continue;
            };
            let (heading, level) = heading(page, &place)
                .or_else(|| Some((entry.take(page, &place)?, entry.level)))
                .unwrap_or_else(|| (entry.add(&place), entry.level));
            down.entry(heading.id)
                .or_insert(i16::from(entry.level) - i16::from(level));
        }
        let mut by = 0;
        for node in body.descendants() {
            if let Some(level) = level(&node) {
                by = down.get(&node.id).copied().unwrap_or(by);
                node.rename(&format!("h{}", (i16::from(level) + by).clamp(1, 6)));
            }
        }
    }
}

impl Entry {
    /// Makes a heading of the first words behind a place, when they are a line that says what the entry does.
    fn take<'a>(&self, page: &'a Document, place: &NodeRef<'a>) -> Option<NodeRef<'a>> {
        let root = page.root();
        let behind = root.descendants_it().skip_while(|node| node.id != place.id);
        let mut texts = behind.take(MOST_NODES).filter(NodeRef::is_text);
        let first = texts.find(|text| !text.text().trim().is_empty())?;
        let mut around = first.ancestors_it(Some(4));
        let line = around.find(|node| node.has_name("p") || node.has_name("div"))?;
        is_same(&self.label, &line.text()).then(|| {
            line.rename(&format!("h{}", self.level));
            line
        })
    }

    /// Adds the heading of the entry at its place.
    fn add<'a>(&self, place: &NodeRef<'a>) -> NodeRef<'a> {
        let heading = place.tree.new_element(&format!("h{}", self.level));
        heading.set_text(self.label.as_str());
        if place.has_name("body") {
            place.prepend_child(&heading);
        } else {
            place.insert_before(&heading);
        }
        heading
    }
}

fn level(node: &NodeRef<'_>) -> Option<u8> {
    tag::heading(&node.node_name()?)
}

/// The heading that a place has already, with its level.
fn heading<'a>(page: &'a Document, place: &NodeRef<'a>) -> Option<(NodeRef<'a>, u8)> {
    if let Some(around) = place
        .ancestors_it(Some(4))
        .find(|node| level(node).is_some())
    {
        let level = level(&around)?;
        return Some((around, level));
    }
    let mut between = 0;
    let root = page.root();
    let behind = root.descendants_it().skip_while(|node| node.id != place.id);
    for node in behind.take(MOST_NODES) {
        if let Some(level) = level(&node) {
            return Some((node, level));
        }
        if node.is_text() {
            between += node.text().trim().chars().count();
        }
        if between > NEAR {
            break;
        }
    }
    None
}
