//! What is left around and within an article that is none of it.
//!
//! Weighing keeps whole boxes of text, and sites put more into them than their article: offers to subscribe, links to other
//! articles, dates and credits. Here they are told by the conventions of the web: what a box is called in its classes, that all
//! of it leads to other pages of the site, what it says. Nothing goes that is a large part of the article or poses a question.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::super::meta::Meta;
use super::questions::asks;
use super::tag;
use super::words::{self, Said};

/// What a box may hold to be none of the article, whatever it is called, in bytes.
const LONGEST_BOX: usize = 1500;

/// The longest box that is told by its address alone: headings are addresses too.
const LONGEST_ADDRESSED: usize = 300;

/// The longest block that is told by what it says, in bytes.
const LONGEST_BLOCK: usize = 400;

/// A paragraph of the article itself has so many words at least.
const PARAGRAPH: usize = 20;

/// How many blocks from the first paragraph on a date may stand.
const NEAR: usize = 3;

/// Takes out of an article what is none of it.
pub(super) fn clean(article: &Document, meta: &Meta) {
    article.select("figure cite, .mw-editsection").remove();
    take_boxes(article);
    take_blocks(article, meta);
    take_repeated_captions(article);
}

/// Takes out boxes by what they are called.
fn take_boxes(article: &Document) {
    let most = article.text().len() / 3;
    for node in article.select("[class], [id]").nodes() {
        let Some(name) = node.node_name().filter(|name| {
            tag::heading(name).is_none() && !matches!(&**name, "body" | "html" | "main" | "article")
        }) else {
            continue;
        };
        let in_table = || {
            node.ancestors_it(Some(4))
                .any(|node| node.has_name("table") || node.has_name("pre"))
        };
        let text = node.text();
        let text = text.trim();
        let is_called = |attribute: &str| words::is_junk(&node.attr_or(attribute, ""));
        let is_junk = text.len() <= most.min(LONGEST_BOX) && is_called("class")
            || text.len() <= most.min(LONGEST_ADDRESSED) && is_called("id")
            || text.len() <= most
                && words::is_gallery(&node.attr_or("class", ""))
                && pictures(node) != 1;
        if is_junk
            && !matches!(&*name, "td" | "th" | "tr" | "li")
            && !in_table()
            && !poses_question(node)
        {
            node.remove_from_parent();
        }
    }
}

fn pictures(node: &NodeRef<'_>) -> usize {
    node.find_descendants("img")
        .len()
        .max(node.find_descendants("figure").len())
}

/// Whether something in a box asks, and is answered there.
fn poses_question(node: &NodeRef<'_>) -> bool {
    let is_heading = |node: &NodeRef<'_>| {
        node.node_name()
            .is_some_and(|name| tag::heading(&name).is_some() || matches!(&*name, "dt" | "summary"))
    };
    node.descendants_it().any(|inner| {
        is_heading(&inner) && asks(&inner.text()) && node.text().len() > inner.text().len() + 80
    })
}

/// A block without blocks in it.
struct Leaf<'a> {
    node: NodeRef<'a>,
    text: String,
    words: usize,
    /// How much of its text leads to other pages, in percent.
    linked: usize,
    is_heading: bool,
    is_item: bool,
}

impl<'a> Leaf<'a> {
    fn of(node: NodeRef<'a>, name: &str) -> Self {
        let text = node.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let outside = node.ancestors_it(Some(2)).any(|node| leads_away(&node));
        let links = node.descendants_it().filter(leads_away);
        let linked: usize = links.map(|link| letters(&link.text())).sum();
        let all = letters(&text);
        Self {
            node,
            words: text
                .split(' ')
                .filter(|word| word.contains(char::is_alphanumeric))
                .count(),
            linked: if outside {
                100
            } else {
                (100 * linked).checked_div(all).unwrap_or(0)
            },
            text,
            is_heading: tag::heading(name).is_some(),
            is_item: name == "li" || node.ancestors_it(Some(2)).any(|node| node.has_name("li")),
        }
    }

    /// Whether it is nothing but the title of another page.
    fn is_cross_link(&self) -> bool {
        self.linked >= 85 && self.words > 2 && !self.is_heading
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn leads_away(node: &NodeRef<'_>) -> bool {
    node.has_name("a") && node.attr("href").is_some_and(|href| !href.starts_with('#'))
}

/// The blocks of an article that hold text, in their order.
fn leaves(article: &Document) -> Vec<Leaf<'_>> {
    let mut holders = HashSet::new();
    let mut blocks = Vec::new();
    for node in article.root().descendants_it().filter(NodeRef::is_element) {
        let name = node.node_name().unwrap_or_default();
        if tag::is_inline(&name)
            || matches!(&*name, "br" | "hr" | "html" | "head" | "body")
            || tag::is_hidden(&name)
        {
            continue;
        }
        holders.extend(node.parent().map(|parent| parent.id));
        blocks.push((node, name));
    }
    // A block may stand in the inline elements of another one.
    let is_leaf = |node: &NodeRef<'_>, holders: &HashSet<NodeId>| !holders.contains(&node.id);
    let in_other = |name: &str| {
        matches!(
            name,
            "td" | "th" | "tr" | "table" | "tbody" | "thead" | "pre" | "caption"
        )
    };
    let leaves = blocks
        .into_iter()
        .filter(|(node, name)| is_leaf(node, &holders) && !in_other(name));
    leaves
        .map(|(node, name)| Leaf::of(node, &name))
        .filter(|leaf| leaf.words > 0)
        .collect()
}

/// Takes out blocks by what they say, and by where they lead; none when that were half of the article.
fn take_blocks(article: &Document, meta: &Meta) {
    let leaves = leaves(article);
    let strange = strange(&leaves, meta);
    let words = |leaves: &mut dyn Iterator<Item = &Leaf<'_>>| -> usize {
        leaves.map(|leaf| leaf.words).sum()
    };
    if words(&mut strange.iter().copied()) * 2 < words(&mut leaves.iter()) {
        for leaf in strange {
            leaf.node.remove_from_parent();
        }
    }
}

/// The blocks that are none of the article.
fn strange<'l, 'a>(leaves: &'l [Leaf<'a>], meta: &Meta) -> Vec<&'l Leaf<'a>> {
    let is_text = |leaf: &Leaf<'_>| leaf.words >= PARAGRAPH && leaf.linked < 50;
    let first = leaves.iter().position(is_text).unwrap_or(0);
    let last = leaves.iter().rposition(is_text).unwrap_or(leaves.len());
    let mut is_under_label = false;
    let mut strange = Vec::new();
    for (at, leaf) in leaves.iter().enumerate() {
        let said = words::said(&leaf.text);
        is_under_label =
            said == Said::Label || is_under_label && leaf.linked >= 40 && !leaf.is_heading;
        let is_inside = (first..=last).contains(&at);
        let is_strange = match said {
            Said::Label | Said::Offer | Said::Rights => true,
            Said::CrossLink => leaf.linked >= 30,
            Said::Date => at < first + NEAR || at > last,
            Said::Byline => at < first && meta.byline.is_some(),
            Said::Other => {
                is_under_label
                    || leaf.is_cross_link()
                        && !(leaf.is_item && is_inside)
                        && is_inner(&leaf.node, meta)
            }
        };
        if is_strange && leaf.text.len() <= LONGEST_BLOCK && !asks(&leaf.text) {
            strange.push(leaf);
        }
    }
    strange
}

/// Whether the links in a block lead to pages of the same site.
fn is_inner(node: &NodeRef<'_>, meta: &Meta) -> bool {
    let host = |url: &str| {
        url.split("//")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .map(|host| host.trim_start_matches("www.").to_owned())
    };
    let own = meta.url.as_deref().and_then(host);
    let links = node
        .descendants_it()
        .chain(node.ancestors_it(Some(2)))
        .filter(leads_away);
    links
        .filter_map(|link| link.attr("href"))
        .all(|href| own.is_none() || host(&href).is_none_or(|host| Some(host) == own))
}

/// Takes out captions that say what was said before.
fn take_repeated_captions(article: &Document) {
    let mut known = HashSet::new();
    for caption in article.select("figcaption").nodes() {
        let text: String = caption
            .text()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        if !known.insert(text) {
            caption.remove_from_parent();
        }
    }
}
