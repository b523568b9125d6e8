//! Footnotes: which links refer to them, and where they stand.
//!
//! A page has no element for a footnote. By convention a small raised link leads to it, and its own text stands under the address
//! that the link names, later in the page.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use super::tag;

/// The longest label of a footnote, in bytes.
const LONGEST: usize = 8;

/// The footnotes of a page.
#[derive(Default)]
pub(super) struct Notes {
    /// The label of each reference.
    references: HashMap<NodeId, String>,
    /// The label of each footnote.
    texts: HashMap<NodeId, String>,
}

/// The addresses that references lead to, each with its label.
pub(super) type Wanted = HashMap<String, String>;

impl Notes {
    /// Finds the footnotes of a page. `wanted` are those that pages before it refer to.
    pub(super) fn of(document: &Document, wanted: &mut Wanted) -> Self {
        let mut notes = Self::default();
        for node in document.select("a[href]").nodes() {
            if let Some((fragment, label)) = reference(node) {
                wanted.entry(fragment).or_insert_with(|| label.clone());
                notes.references.insert(node.id, label);
            }
        }
        if wanted.is_empty() {
            return notes;
        }
        for node in document.select("[id], a[name]").nodes() {
            let name = node
                .attr("id")
                .or_else(|| node.attr("name"))
                .unwrap_or_default();
            if let Some(label) = wanted.get(&*name)
                && let Some(block) = block(*node)
            {
                notes.texts.entry(block).or_insert_with(|| label.clone());
            }
        }
        notes
    }

    /// The label of the reference that a link is.
    pub(super) fn reference(&self, node: &NodeRef<'_>) -> Option<&str> {
        self.references.get(&node.id).map(String::as_str)
    }

    /// The label of the footnote whose text an element is.
    pub(super) fn text(&self, node: &NodeRef<'_>) -> Option<&str> {
        self.texts.get(&node.id).map(String::as_str)
    }
}

/// The place that a reference leads to, and its label.
fn reference(link: &NodeRef<'_>) -> Option<(String, String)> {
    let href = link.attr("href")?;
    let (_, fragment) = href.split_once('#')?;
    let text = link.text();
    let label = text.trim().trim_matches(['[', ']', '(', ')']).trim();
    let is_short = !label.is_empty() && label.len() <= LONGEST && !is_back(label);
    (is_short && !fragment.is_empty() && is_raised(link))
        .then(|| (fragment.to_owned(), label.to_owned()))
}

/// Whether a link stands above the line, or is said to refer to a footnote.
fn is_raised(link: &NodeRef<'_>) -> bool {
    let says_so = |name| link.attr(name).is_some_and(|role| role.contains("noteref"));
    let is_sup = |node: NodeRef<'_>| node.has_name("sup");
    says_so("role")
        || says_so("epub:type")
        || link.ancestors_it(Some(2)).any(is_sup)
        || link.first_element_child().is_some_and(is_sup)
}

/// Whether a link out of a footnote leads back.
pub(super) fn is_back(label: &str) -> bool {
    label.chars().all(|c| {
        matches!(
            c,
            '↩' | '↑' | '⇑' | '⤴' | '⏎' | '^' | '\u{fe0e}' | '\u{fe0f}'
        )
    })
}

/// The block that an address stands in.
fn block(node: NodeRef<'_>) -> Option<NodeId> {
    let is_block = |node: &NodeRef<'_>| node.node_name().is_some_and(|name| !tag::is_inline(&name));
    let block = std::iter::once(node)
        .chain(node.ancestors_it(None))
        .find(is_block)?;
    let is_note = ["li", "p", "div", "dd", "aside", "section"]
        .iter()
        .any(|name| block.has_name(name));
    is_note.then_some(block.id)
}
