//! Layer 2: what the article says.
//!
//! Pure functions over the document: its [sections](section), the [quotes](quote) in it with their speakers, the
//! [guarantees](guarantee) it names, and where those are taken up again. Found by rules: what is listed stands in the text,
//! but something can be missed.

pub mod cue;
pub mod guarantee;
pub mod language;
pub mod lexicon;
pub mod marks;
pub mod mention;
pub mod name;
pub mod passage;
pub mod people;
pub mod phrase;
pub mod quote;
pub mod reading;
mod reference;
pub mod scene;
pub mod section;
pub mod speaker;
pub mod stretch;
pub mod token;

use crate::doc::Document;
use guarantee::Guarantee;
use passage::passages;
use quote::Quote;
use reading::Reading;
use section::Outline;

/// Everything that is found beside the text, each list in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// Who is quoted saying what.
    pub quotes: Vec<Quote>,
    /// What is promised, offered or agreed.
    pub guarantees: Vec<Guarantee>,
}

/// Finds the quotes and guarantees of an article. Who is who is read once, for both.
pub fn annotate(document: &Document, outline: &Outline) -> Annotations {
    let reading = Reading::of(passages(document));
    let quotes = quote::quotes(document, &reading);
    let guarantees = guarantee::guarantees(document, outline, &reading, &quotes);
    Annotations { quotes, guarantees }
}
