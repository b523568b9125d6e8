//! Emphasis that a page sets by style, as word processors save it: made the elements that say so.

use dom_query::{Document, NodeRef};

/// Makes elements of what is bold or in italics by its style, and none of what is so by its element alone.
pub(super) fn set(page: &Document) {
    for node in page.select("span[style], b[style]").nodes() {
        let name = match weight(node) {
            Some(true) => "b",
            None if is_italic(node) => "i",
            Some(false) if node.has_name("b") => "span",
            _ => continue,
        };
        node.rename(name);
    }
}

/// Whether the style of an element says that it is bold, or that it is not.
fn weight(node: &NodeRef<'_>) -> Option<bool> {
    let weight = said(node, "font-weight")?;
    match weight.as_str() {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<u16>().ok().map(|number| number >= 600),
    }
}

fn is_italic(node: &NodeRef<'_>) -> bool {
    said(node, "font-style").is_some_and(|style| style == "italic")
}

/// What the style of an element says of this property, in small letters.
fn said(node: &NodeRef<'_>, property: &str) -> Option<String> {
    let style = node.attr_or("style", "").to_ascii_lowercase();
    let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    let (_, value) = rules.find(|(name, _)| name.trim() == property)?;
    Some(value.trim_end_matches("!important").trim().to_owned())
}
