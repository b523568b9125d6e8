//! Layer 2: what the article says.
//!
//! Pure functions over the document. The [sections](section) come from its blocks alone. For the rest the [reading] says once who is
//! who; from it come the [quotes](quote) with their [speakers](speaker), and then the [guarantees](guarantee) with those who give them and
//! the paragraphs that take them up again. Read them in this order.
//!
//! All is found by rules: what is listed stands in the text, but something can be missed.

pub mod guarantee;
pub mod quote;
pub mod reading;
pub mod section;
pub mod speaker;

use crate::doc::Document;
use guarantee::Guarantee;
use quote::Quote;
use reading::OnDemand;
use section::Outline;

/// Everything that is found beside the text, each list in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// Who is quoted saying what.
    pub quotes: Vec<Quote>,
    /// What is promised, offered or agreed.
    pub guarantees: Vec<Guarantee>,
}

/// Finds the quotes and guarantees of an article. Who is who is read once, for both, and only if there is either.
pub fn annotate(document: &Document, outline: &Outline) -> Annotations {
    let reading = OnDemand::new(document);
    let quotes = quote::quotes(document, &reading);
    let guarantees = guarantee::guarantees(document, outline, &reading, &quotes);
    Annotations { quotes, guarantees }
}
