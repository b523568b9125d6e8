//! What a page folds away: shown where a reader could unfold it, left out where it is hidden from everybody.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use super::questions::{asks, folded, place};
use super::tag;

/// What may stand under a heading that is no text of the article.
const APART: &[&str] = &["nav", "footer", "aside", "form", "dialog", "template"];

/// The longest line that an answer is folded under, in bytes.
const LONGEST_LINE: usize = 300;

/// What unfolds an answer when it is pressed.
const BUTTONS: &str = "button, [role='button'], [role='tab'], div[aria-expanded], p[aria-expanded], span[aria-expanded]";

/// What names what it unfolds.
const CONTROLS: &str = "[aria-controls], [data-target^='#'], [data-bs-target^='#'], [data-toggle='collapse'][href^='#']";

/// What answers by its markup.
const ANSWERS: &str =
    "[itemtype$='schema.org/Answer'], [itemprop='acceptedAnswer'], details, details > *";

/// What may hold nothing but a button that unfolds its answer.
const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, dt, summary";

/// Fewest buttons that ask, for others beside them to be questions.
const FEWEST: usize = 2;

/// Unfolds what stands behind a button, a tab or an answer’s question, and makes headings of buttons that ask something, or stand as those do.
/// `told` are the questions that the page says it has.
pub(super) fn unfold(page: &Document, told: &[String]) {
    keep_headings(page);
    let told: HashSet<_> = told.iter().map(|question| folded(question)).collect();
    let asks = |text: &str| asks(text) || !told.is_empty() && told.contains(&folded(text));
    let asking = asking_buttons(page, asks);
    show_controlled(page);
    for answer in page.select(ANSWERS).nodes() {
        show(answer);
    }
    for node in page
        .select("[hidden], [aria-hidden='true'], [style]")
        .nodes()
    {
        let is_hidden = node.has_attr("hidden") || node.has_attr("aria-hidden") || hides(node);
        if is_hidden && is_answer(node, &asking, asks) {
            show(node);
        }
    }
    // Weighing drops what stands aside.
    page.select("aside[role^='doc-'], aside[id^='fn']")
        .rename("div");
    make_headings(page, &asking);
}

/// Shows what a button names as what it unfolds.
fn show_controlled(page: &Document) {
    let mut controlled = HashSet::new();
    for button in page.select(CONTROLS).nodes() {
        for name in ["aria-controls", "data-target", "data-bs-target", "href"] {
            let target = button.attr_or(name, "");
            let ids = target.split_whitespace();
            controlled.extend(ids.map(|id| id.trim_start_matches('#').to_owned()));
        }
    }
    for node in page.select("[id]").nodes() {
        if controlled.contains(&*node.attr_or("id", "")) {
            show(node);
        }
    }
}

/// Makes headings of the buttons that ask; words, of one that stands in a heading.
fn make_headings(page: &Document, asking: &HashSet<NodeId>) {
    let heads = |node: &NodeRef<'_>| node.node_name().is_some_and(|name| is_heading(&name));
    let buttons = page.select(BUTTONS);
    for button in buttons.nodes().iter().filter(|it| asking.contains(&it.id)) {
        let is_inside = button.ancestors_it(Some(3)).any(|node| heads(&node));
        button.rename(if is_inside { "span" } else { "h3" });
        button.remove_attrs(&["role", "class"]);
    }
}

fn is_heading(name: &str) -> bool {
    tag::heading(name).is_some() || matches!(name, "dt" | "summary")
}

/// Makes words of a button that is all there is of a heading: weighing drops buttons, and an answer would be left without its question.
fn keep_headings(page: &Document) {
    for heading in page.select(HEADINGS).nodes() {
        let text = heading.text();
        let buttons = heading.find_descendants("button");
        let whole = buttons.iter().find(|it| it.text().trim() == text.trim());
        if let Some(button) = whole.filter(|_| !text.trim().is_empty()) {
            button.rename("span");
        }
    }
}

/// The buttons that ask something, and those that stand where two of them do: in a row of questions one may be no question.
fn asking_buttons(page: &Document, asks: impl Fn(&str) -> bool) -> HashSet<NodeId> {
    let buttons = page.select(BUTTONS);
    let mut places = HashMap::new();
    for button in buttons.nodes().iter().filter(|it| asks(&it.text())) {
        *places.entry(place(button)).or_insert(0) += 1;
    }
    let is_alike = |button: &NodeRef<'_>| {
        let count = places.get(&place(button)).copied().unwrap_or(0);
        let length = button.text().trim().len();
        count >= FEWEST
            && (1..=LONGEST_LINE).contains(&length)
            && button.next_element_sibling().is_some_and(|next| {
                next.node_name().is_some_and(|name| !tag::is_inline(&name))
                    && !next.text().trim().is_empty()
            })
    };
    let asking = buttons
        .nodes()
        .iter()
        .filter(|it| asks(&it.text()) || !places.is_empty() && is_alike(it));
    asking.map(|button| button.id).collect()
}

/// Whether a block stands right under a heading or a question, as what is unfolded by pressing that does.
fn is_answer(node: &NodeRef<'_>, asking: &HashSet<NodeId>, asks: impl Fn(&str) -> bool) -> bool {
    let is_block = node.node_name().is_some_and(|name| !tag::is_inline(&name));
    let Some(line) = node.prev_element_sibling().filter(|_| is_block) else {
        return false;
    };
    let text = line.text();
    let is_line = line.node_name().is_some_and(|name| {
        let is_question = || asks(&text) || asking.contains(&line.id);
        is_heading(&name) || is_question()
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

pub(super) fn show(node: &NodeRef<'_>) {
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
