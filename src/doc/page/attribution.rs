//! Who said what a block quotation holds: a line of its own, with a dash before it, as in a text without markup.

use dom_query::{Document, NodeRef};

/// The longest attribution, in bytes.
const LONGEST: usize = 300;

/// Makes lines of the attributions in and under the block quotations of a page.
pub(super) fn set_apart(page: &Document) {
    let footers = page.select("blockquote footer");
    let captions = page.select("figure:has(blockquote) figcaption");
    for line in footers.nodes().iter().chain(captions.nodes()) {
        // Weighing drops footers, and citations that stand with pictures.
        if line.has_name("footer") {
            line.rename("p");
        }
        for cite in line.find_descendants("cite") {
            cite.rename("span");
        }
        sign(line);
    }
    for cite in page
        .select("blockquote > cite, blockquote > p > cite")
        .nodes()
    {
        let line = cite
            .parent()
            .filter(|node| node.has_name("p"))
            .unwrap_or(*cite);
        let words = letters(cite);
        if words > 0 && words == letters(&line) && is_behind_words(&line) {
            cite.rename("span");
            line.rename("p");
            sign(&line);
        }
    }
}

/// Puts a dash before an attribution that has none.
fn sign(line: &NodeRef<'_>) {
    let text = line.text();
    let text = text.trim();
    if !text.is_empty() && text.len() <= LONGEST && !text.starts_with(['—', '–', '―', '-', '~'])
    {
        line.prepend_html("— ");
    }
}

fn letters(node: &NodeRef<'_>) -> usize {
    node.text().chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether only blanks follow, and words stand before.
fn is_behind_words(line: &NodeRef<'_>) -> bool {
    let has_words = |node: &NodeRef<'_>| node.text().contains(char::is_alphanumeric);
    let mut next = line.next_sibling();
    while let Some(node) = next {
        if has_words(&node) {
            return false;
        }
        next = node.next_sibling();
    }
    let mut before = line.prev_sibling();
    while let Some(node) = before {
        if has_words(&node) {
            return true;
        }
        before = node.prev_sibling();
    }
    false
}
