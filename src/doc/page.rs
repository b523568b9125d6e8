//! Web pages: the article of a page as text, blocks and runs.
//!
//! A page is more than its article, and its markup is not what a reader reads. So the page is made harmless ([`guard`]), asked
//! what it says of itself ([`meta`]), and the article is taken out of it ([`article`]); then its elements are said one by one
//! ([`walk`]) to a writer that makes text of them ([`writer`]). The only user of the crates for HTML. Nothing is fetched.

mod answers;
mod article;
mod attribution;
pub(super) mod book;
mod clean;
mod code;
mod contents;
mod emphasis;
mod fold;
mod formula;
mod guard;
mod json_ld;
mod meta;
mod notes;
mod questions;
mod rows;
mod stripped;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod walk;
mod words;
mod writer;

use dom_query::Document;

use super::part::{Part, Start};
use guard::Markup;
use notes::{Notes, Wanted};
use writer::Writer;

/// What a reader should know of a page that was not taken apart.
const TOO_MUCH: &str = "a page too large or too deep to take apart: all of its text is shown";

/// What a reader should know of a page that its scripts would have to fill.
const NO_TEXT: &str = "a page that holds no text without its scripts";

/// Reads the article of a page that came from `address`, and what a reader should know of that.
pub(super) fn read(html: &str, address: Option<&str>) -> (Part, Option<&'static str>) {
    let mut writer = Writer::new(Start::default());
    let Some(tame) = guard::tame(html, Markup::of(html)) else {
        stripped::write(&mut writer, html);
        return (writer.finish(), Some(TOO_MUCH));
    };
    let page = Document::from(tame);
    formula::write_out(&page);
    if address.is_none() {
        keep_neighbours(&page);
    }
    let mut meta = meta::of(&page, address);
    let address = address.map(ToOwned::to_owned).or_else(|| meta.url.clone());
    let article = article::take(&page, address.as_deref(), &mut meta);
    walk::write(
        &mut writer,
        article.root(),
        &Notes::of(&article, &mut Wanted::default()),
    );
    if !meta.questions.is_empty() {
        let title = meta.title.as_deref().unwrap_or_default();
        answers::write(&mut writer, &page, &article, title);
    }
    let mut part = writer.finish();
    part.meta = meta;
    let is_unfilled = part.blocks.is_empty() && html.to_ascii_lowercase().contains("<script");
    (part, is_unfilled.then_some(NO_TEXT))
}

/// Keeps pictures of a saved page where the browser has saved them, beside it: their addresses are not seen from the place on the web that the
/// page says it has.
fn keep_neighbours(page: &Document) {
    for picture in page.select("img[src]:not([data-src])").nodes() {
        let address = picture.attr_or("src", "");
        let is_elsewhere = address.starts_with('/')
            || address.split('/').next().is_some_and(|it| it.contains(':'));
        if !is_elsewhere {
            picture.set_attr("data-src", &address);
        }
    }
}
