//! What a page folds away: shown where a reader could unfold it, left out where it is hidden from everybody.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

use super::questions::asks;

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
    // Weighing drops what stands aside.
    page.select("aside[role^='doc-'], aside[id^='fn']")
        .rename("div");
    for button in page.select("button, [role='button'], [role='tab']").nodes() {
        if asks(&button.text()) {
            let in_heading = button.ancestors_it(Some(3)).any(|node| {
                node.node_name().is_some_and(|name| {
                    super::tag::heading(&name).is_some() || matches!(&*name, "dt" | "summary")
                })
            });
            button.rename(if in_heading { "span" } else { "h3" });
            button.remove_attrs(&["role", "class"]);
        }
    }
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
