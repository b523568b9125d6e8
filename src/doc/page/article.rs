//! The article of a page: taken out of what a site puts around it.
//!
//! `dom_smoothie` weighs the elements of a page and finds the article among them. Around it, three things are looked after here:
//! what a page folds away until it is pressed is unfolded before; questions with their answers, and footnotes, which weighing
//! may take for boilerplate, are brought back after; and so is the title kept apart.

use dom_query::{Document, NodeRef};
use dom_smoothie::{CandidateSelectMode, Config, Readability};

use super::super::meta::Meta;
use super::attribution;
use super::clean;
use super::code;
use super::emphasis;
use super::fold;
use super::questions::Questions;
use super::rows;

/// Elements around an article when weighing found none.
const AROUND: &str = "nav, header, footer, aside, [role='navigation'], [role='banner'], [role='contentinfo'], [role='search']";

/// Takes the article out of a page. `meta` learns the title where the page does not tell it.
pub(super) fn take(page: &Document, address: Option<&str>, meta: &mut Meta) -> Document {
    fold::unfold(page, &meta.questions);
    fold::remove_hidden(page);
    code::set(page);
    attribution::set_apart(page);
    emphasis::set(page);
    rows::open(page);
    take_title(page, meta);
    let questions = Questions::of(page, &meta.questions);
    let article = weigh(page, address).unwrap_or_else(|| whole(page));
    clean::clean(&article, meta);
    questions.bring_back(page, &article);
    article
}

/// The article by its weight among the elements of the page.
fn weigh(page: &Document, address: Option<&str>) -> Option<Document> {
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        candidate_select_mode: CandidateSelectMode::DomSmoothie,
        ..Config::default()
    };
    let address = address.filter(|address| super::meta::is_address(address));
    let mut reader = Readability::with_document(page.clone(), address, Some(config)).ok()?;
    let article = reader.parse().ok()?;
    (!article.text_content.trim().is_empty()).then(|| Document::from(article.content))
}

/// All of the page but what is marked as something else than its content.
fn whole(page: &Document) -> Document {
    let page = page.clone();
    page.select("script, style").remove();
    let around = page.select(AROUND);
    let text = page.text().len();
    if around.text().len() * 2 < text {
        around.remove();
    }
    page
}

/// Takes the heading that repeats the title out of the page; where there is no title, the one heading of the first level is it.
fn take_title(page: &Document, meta: &mut Meta) {
    let headings = page.select("h1");
    let headings: Vec<_> = headings
        .nodes()
        .iter()
        .filter(|node| !node.text().trim().is_empty())
        .collect();
    let name = page.select_single("title").text();
    let own = |node: &NodeRef<'_>| super::meta::said(&node.text());
    if meta.title.is_none() {
        let named = headings
            .iter()
            .find(|node| headings.len() == 1 || is_same(&name, &node.text()));
        meta.title = named
            .and_then(|node| own(node))
            .or_else(|| super::meta::said(&name));
    }
    let Some(title) = &meta.title else { return };
    for heading in &headings {
        if headings.len() == 1 || is_same(title, &heading.text()) {
            heading.remove_from_parent();
        }
    }
}

/// Whether two titles say the same, but for a name of the site before or behind it.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let fold = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (one, other) = (fold(one), fold(other));
    let (long, short) = if one.len() < other.len() {
        (other, one)
    } else {
        (one, other)
    };
    !short.is_empty()
        && (long == short
            || short.len() > 12
                && short.len() * 2 > long.len()
                && (long.starts_with(&short) || long.ends_with(&short)))
}
