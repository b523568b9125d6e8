//! Guarantees: what somebody binds itself to, as a list item under a promising lead-in or in a sentence.
//!
//! Found by rules over the words of English, in paragraphs and list items: a cue (a verb, a noun, `will`), who stands before
//! it, what follows it, and what takes it back (a negation, a demand, a question). What another treaty guarantees, what is
//! forecast or asked for is none. Tables, headings and code are not read; other languages yield nothing.
//!
//! 1. `token` takes a block apart, `form` and `lexicon` say what each word can be; `cue` lists the words that promise, `phrase`, `clause`, `group` and
//!    `complement` find what hangs on them; `party` says who can bind itself.
//! 2. `sentence` asks `verb`, `noun`, `will` and `instrument` for commitments in running text; `binding` tells whether somebody
//!    binds itself by a verb, `deed` and `nominal` what is done with a noun, `hearsay` whether others say so.
//! 3. `list`, `lead_in` and `item` do so for lists; `reader` goes through the blocks.
//! 4. `actor` names who gives them, with what `issuer` and `count` know of *we* and *the five*; `same` and `crossref` link them; [`sighting`] tells what was seen of every cue.
//!
//! Some modules are called as those of the [reading](super::reading), and are not the same. There a quoted stretch is one opaque token and a
//! cue says that somebody speaks. Here promises inside quotes are read too, short forms are words of their own (*we’ll*), and a
//! phrase is found from its borders rather than from its head.

mod actor;
mod binding;
mod clause;
mod complement;
#[cfg(test)]
mod corpus;
mod crossref;
mod cue;
mod deed;
mod finding;
mod form;
mod group;
mod hearsay;
mod idiom;
mod instrument;
mod issuer;
mod item;
mod key;
mod lead_in;
mod lexicon;
mod nominal;
mod noun;
mod party;
mod phrase;
mod reader;
mod same;
mod sentence;
pub mod sighting;
mod stem;
#[cfg(test)]
mod testing;
mod token;
mod verb;
mod will;

use actor::Actors;
use issuer::Issuer;
use reader::Reader;

use super::quote::Quote;
use super::reading::OnDemand;
use super::section::Outline;
use super::speaker::Attribution;
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
    /// No more than “said it would”, or what is hoped for and thought of.
    Weak,
}

impl Firmness {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Conditional => "conditional",
            Self::Potential => "potential",
            Self::Reported => "reported",
            Self::Weak => "weak",
        }
    }
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

/// The guarantees of a chapter, in reading order, tied to each other and to the paragraphs there that take them up. Linear in its
/// length.
pub fn guarantees(outline: &Outline, reading: &OnDemand<'_>, quotes: &[Quote]) -> Vec<Guarantee> {
    let chapter = reading.chapter();
    let document = chapter.document();
    let is_dialogue = !outline.voices().is_empty(); // there *we* are whoever speaks
    let issuer = Issuer::of(document).filter(|_| !is_dialogue);
    let mut reader = Reader::new(Actors {
        document,
        reading,
        quotes,
        issuer: issuer.as_ref(),
    });
    for id in chapter.ids() {
        reader.block(id);
    }
    let Reader {
        mut found,
        families,
        ..
    } = reader;
    same::mark(document, &mut found, &families);
    crossref::refer(chapter, outline, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Firmness::{Firm, Potential};
    use super::testing::{check, check_items, check_none, read};
    use super::*;
    use crate::doc::format::Format;

    #[test]
    fn items_have_their_lead_in_and_the_lead_in_is_no_guarantee() {
        let text = "The mayor has agreed to these points:\n\n- lower fees\n- more *and* better buses\n\nShe vowed to stay.";
        let (document, guarantees) = read(text, Format::Markdown);
        let found: Vec<_> = guarantees
            .iter()
            .map(|it| {
                let lead_in = match it.kind {
                    GuaranteeKind::Item { lead_in } => lead_in.map(|span| document.slice(span)),
                    GuaranteeKind::Sentence => None,
                };
                (document.slice(it.span), lead_in)
            })
            .collect();
        let lead_in = Some("The mayor has agreed to these points:");
        let expected = [
            ("lower fees", lead_in),
            ("more *and* better buses", lead_in),
            ("She vowed to stay", None),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_list_inside_a_list_has_its_own_lead_in() {
        check_items(
            "We will:\n\n- repair these:\n  - a road\n- pay\n\nText.\n\n- nothing\n",
            &[(Firm, "We", "repair these:"), (Firm, "We", "pay")],
        );
    }

    #[test]
    fn a_sentence_can_hold_several_guarantees() {
        check(
            "France promised to pay, but Spain has only offered to help.",
            &[
                (Firm, "France", "France promised to pay"),
                (Potential, "Spain", "Spain has only offered to help"),
            ],
        );
    }

    #[test]
    fn marks_within_numbers_and_short_forms_end_nothing() {
        check(
            "We promise to pay $5,000 or 2.500,50 for 10–12 hours. France vowed by 3:30 to open Gate No. 5 of the U.S. Navy, or 1/2 of it.",
            &[
                (
                    Firm,
                    "We",
                    "We promise to pay $5,000 or 2.500,50 for 10–12 hours",
                ),
                (
                    Firm,
                    "France",
                    "France vowed by 3:30 to open Gate No. 5 of the U.S. Navy, or 1/2 of it",
                ),
            ],
        );
    }

    #[test]
    fn headings_code_and_cross_links_promise_nothing() {
        let text = "# We promise to pay\n\n    We promise to pay.\n\nAlso Read: Mayor promises to pay\n\n|We promise to pay|\n|-|\n|We promise to pay|\n";
        assert_eq!(read(text, Format::Markdown).1, []);
    }

    #[test]
    fn other_languages_yield_nothing() {
        check_none(&[
            "Le gouvernement a promis une garantie, et la promise est contente.",
            "Die Regierung verspricht, den Deal zu halten und will mehr bauen.",
            "El acuerdo de paz promete mucho a todos.",
        ]);
    }

    proptest! {
        /// Words of the rules in any order find every branch; none of it may panic or leave its block.
        #[test]
        fn spans_lie_in_their_block_and_do_not_overlap(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
            let (document, guarantees) = read(&words.concat(), Format::Markdown);
            let mut end = 0;
            for guarantee in &guarantees {
                let block = document.block(guarantee.block).map(|block| block.span);
                prop_assert!(block.is_some_and(|block| block.covers(guarantee.span)));
                prop_assert!(guarantee.span.start >= end && !document.slice(guarantee.span).is_empty());
                prop_assert!(guarantee.see_also.len() <= 3);
                end = guarantee.span.end;
            }
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            read(&text, Format::Markdown);
            read(&text, Format::Text);
        }
    }

    const WORDS: &[&str] = &[
        "We ",
        "will ",
        "promise ",
        "promised ",
        "promising ",
        "to ",
        "that ",
        "pay ",
        "not ",
        "the ",
        "deal ",
        "requires ",
        "bank ",
        "it",
        ", ",
        "“",
        "”",
        "? ",
        ". ",
        "\n\n",
        "\n- ",
        "\n\n## ",
        "if ",
        "a ",
        "pledge ",
        "of ",
        "from ",
        "’s ",
        "committed ",
        "his ",
        "made ",
        "has ",
        "been ",
        "would ",
        "said ",
        "he ",
        "who ",
        "and ",
        "Anna ",
        "$5 ",
        "under ",
        ":",
        "agreed ",
        "– ",
        "é",
        "*",
        "ready ",
        "\"",
        "by ",
        "in ",
        "on ",
    ];
}
