//! Guarantees: what somebody binds itself to, as a list item under a promising lead-in or in a sentence.
//!
//! Found by rules over the words of English, in paragraphs and list items: a cue (a verb, a noun, `will`), who stands before
//! it, what follows it, and what takes it back (a negation, a demand, a question). What another treaty guarantees, what is
//! forecast or asked for is none. Tables, headings and code are not read; other languages yield nothing.

mod binding;
mod clause;
mod complement;
mod crossref;
mod cue;
mod deed;
mod finding;
mod group;
mod instrument;
mod item;
mod lead_in;
mod lexicon;
mod names;
mod nominal;
mod noun;
mod phrase;
mod reader;
mod same;
mod sentence;
mod stem;
mod token;
mod verb;
mod will;

use reader::Reader;

use super::section::Outline;
use super::speaker::Attribution;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::span::Span;

/// A guarantee or commitment that the article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarantee {
    /// Its words.
    pub span: Span,
    /// The block they stand in.
    pub block: BlockId,
    /// A list item with its lead-in, or a sentence.
    pub kind: GuaranteeKind,
    /// Who binds itself; `None` when the article does not say.
    pub actor: Option<Attribution>,
    /// How firmly.
    pub firmness: Firmness,
    /// The words that say so.
    pub cue: Option<Span>,
    /// Later paragraphs that elaborate it.
    pub see_also: Vec<CrossRef>,
    /// The index of the first guarantee that is the same one.
    pub same_as: Option<usize>,
}

/// The shape a guarantee comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GuaranteeKind {
    /// An item under a lead-in or heading that promises.
    Item {
        /// The words that lead into the list.
        lead_in: Option<Span>,
    },
    /// A clause of running text.
    Sentence,
}

/// How firmly something is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Firmness {
    /// The actor's own unconditional commitment.
    Firm,
    /// Under an explicit condition.
    Conditional,
    /// Offered, proposed, planned, under discussion.
    Potential,
    /// At second hand, or only presupposed.
    Reported,
    /// No more than “said it would”.
    Weak,
}

/// A place that takes something up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CrossRef {
    /// The paragraph.
    pub block: BlockId,
    /// How surely.
    pub strength: Strength,
}

/// How surely a paragraph elaborates an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// A word or two in common.
    Weak,
    /// Several words in common.
    Medium,
    /// The same thing, named.
    Strong,
}

/// The guarantees of an article in reading order.
pub fn guarantees(document: &Document, outline: &Outline) -> Vec<Guarantee> {
    let mut reader = Reader::new(document);
    for id in document.ids() {
        reader.block(id);
    }
    let mut found = reader.found;
    names::complete(&mut found);
    same::mark(document, &mut found, &reader.families);
    crossref::refer(document, outline, &mut found);
    found
}
