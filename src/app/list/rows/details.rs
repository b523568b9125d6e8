//! What is known about an item.

use std::fmt;

use crate::app::article::Article;
use crate::app::findings::{Item, ItemId};
use crate::article::guarantee::Guarantee;
use crate::article::quote::{Extent, Quote};
use crate::article::speaker::Attribution;

/// What is known about an item: speaker, cue, extent; or actor, cue, firmness.
pub fn detail(article: &Article, item: &Item) -> String {
    details(article, item).to_string()
}

/// What is known about an item.
#[derive(Default)]
pub(super) struct Details<'a> {
    /// Whose it is.
    who: Option<&'a Attribution>,
    /// Whether that is left out, but for doubts.
    is_nameless: bool,
    /// The rest.
    others: Vec<String>,
}

impl Details<'_> {
    /// Leaves the name out, which stands above.
    pub(super) fn hide_name(&mut self) {
        self.is_nameless = true;
    }
}

impl fmt::Display for Details<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = match self.who {
            Some(who) if !self.is_nameless => speaker(who),
            Some(who) if who.is_inferred => "a guess".to_owned(),
            _ => String::new(),
        };
        let parts = [&who].into_iter().chain(&self.others);
        let parts: Vec<_> = parts
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect();
        f.write_str(&parts.join(" · "))
    }
}

pub(super) fn details<'a>(article: &'a Article, item: &Item) -> Details<'a> {
    let details = match item.id {
        ItemId::Quote(index) => article
            .quote(index)
            .map(|quote| quote_details(article, quote)),
        ItemId::Speech(index) => article.speech(index).map(|it| Details {
            who: Some(&it.speaker),
            others: vec!["a turn".to_owned()],
            ..Details::default()
        }),
        ItemId::Guarantee(index) => article.guarantee(index).map(|it| Details {
            who: it.actor.as_ref(),
            others: guarantee_others(article, it),
            ..Details::default()
        }),
    };
    details.unwrap_or_default()
}

/// The words that decided it, and how firm it is.
fn guarantee_others(article: &Article, guarantee: &Guarantee) -> Vec<String> {
    let cue = guarantee.cue.map(|cue| article.document.visible(cue));
    let firmness = guarantee.firmness.name().to_owned();
    cue.into_iter().chain([firmness]).collect()
}

fn quote_details<'a>(article: &Article, quote: &'a Quote) -> Details<'a> {
    let unknown = "speaker unknown".to_owned();
    let others = [
        quote.speaker.is_none().then_some(unknown),
        quote.cue.map(|cue| article.document.visible(cue)),
        (quote.extent == Extent::Full).then(|| "full quote".to_owned()),
    ];
    Details {
        who: quote.speaker.as_ref(),
        others: others.into_iter().flatten().collect(),
        ..Details::default()
    }
}

/// The name, with `?` behind one that is a guess.
fn speaker(speaker: &Attribution) -> String {
    format!(
        "{}{}",
        speaker.name,
        if speaker.is_inferred { "?" } else { "" }
    )
}
