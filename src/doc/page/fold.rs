//! What a page folds away: shown where a reader could unfold it, left out where it is hidden from everybody.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

use super::questions::asks;
use super::tag;

/// What may stand under a heading that is no text of the article.
const APART: &[&str] = &["nav", "footer", "aside", "form", "dialog", "template"];

/// The longest line that an answer is folded under, in bytes.
const LONGEST_LINE: usize = 300;

/// Unfolds what stands behind a button, a tab or an answer’s question, and makes headings of buttons that ask something.
pub(super) fn unfold(page: &Document) {
    let mut folded = HashSet::new();
    for button in page.select("[aria-controls], [data-target^='#'], [data-bs-target^='#'], [data-toggle='collapse'][href^='#']").nodes() {
        for name in ["aria-controls", "data-target", "data-bs-target", "href"] {
            let target = button.attr(name).unwrap_or_default();
            folded.extend(target.split_whitespace().map(|id| id.trim_start_matches('#').to_owned()));
        }
    }
    for node in page.select("[id]").nodes() {
        if folded.contains(&*node.attr_or("id", "")) {
            show(node);
        }
    }
    for answer in page
        .select(
            "[itemtype$='schema.org/Answer'], [itemprop='acceptedAnswer'], details, details > *",
        )
        .nodes()
    {
        show(answer);
    }
    for node in page
        .select("[hidden], [aria-hidden='true'], [style]")
        .nodes()
    {
        let is_hidden = node.has_attr("hidden") || node.has_attr("aria-hidden") || hides(node);
        if is_hidden && is_answer(node) {
            show(node);
        }
    }
    // Weighing drops what stands aside.
    page.select("aside[role^='doc-'], aside[id^='fn']")
        .rename("div");
    for button in page.select("button, [role='button'], [role='tab']").nodes() {
        if asks(&button.text()) {
            let in_heading = button.ancestors_it(Some(3)).any(|node| {
                node.node_name().is_some_and(|name| {
                    tag::heading(&name).is_some() || matches!(&*name, "dt" | "summary")
                })
            });
            button.rename(if in_heading { "span" } else { "h3" });
            button.remove_attrs(&["role", "class"]);
        }
    }
}

/// Whether a block stands right under a heading or a question, as what is unfolded by pressing that does.
fn is_answer(node: &NodeRef<'_>) -> bool {
    let is_block = node.node_name().is_some_and(|name| !tag::is_inline(&name));
    let Some(line) = node.prev_element_sibling().filter(|_| is_block) else {
        return false;
    };
    let text = line.text();
    let is_line = line.node_name().is_some_and(|name| {
        tag::heading(&name).is_some() || matches!(&*name, "dt" | "summary") || asks(&text)
    });
    let is_apart = |node: NodeRef<'_>| {
        node.node_name().is_some_and(|name| APART.contains(&&*name))
            || node.attr_or("role", "").ends_with("dialog")
    };
    is_line
        && (1..=LONGEST_LINE).contains(&text.trim().len())
        && !is_apart(*node)
        && !node.ancestors_it(None).any(is_apart)
}

fn show(node: &NodeRef<'_>) {
    node.remove_attrs(&["hidden", "aria-hidden"]);
    if hides(node) {
        node.remove_attr("style");
    }
}

/// Takes out what is hidden from all readers, and what never is text.
pub(super) fn remove_hidden(page: &Document) {
    page.select("[hidden], dialog, [role='dialog'], [role='alertdialog']")
        .remove();
    for node in page.select("[style]").nodes() {
        if hides(node) {
            node.remove_from_parent();
        }
    }
}

fn hides(node: &NodeRef<'_>) -> bool {
    let style = node
        .attr_or("style", "")
        .to_ascii_lowercase()
        .replace(char::is_whitespace, "");
    style.split(';').any(|rule| {
        matches!(
            rule.trim_end_matches("!important"),
            "display:none" | "visibility:hidden"
        )
    })
}
