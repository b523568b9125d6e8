//! Cross-references: which later paragraphs take up what a guarantee says.
//!
//! A paragraph takes it up when the two share words that are rare in the article, names above all; the heading above the paragraph
//! speaks for it too. One pass over the text, however many guarantees there are.

mod index;
mod words;

use super::{CrossRef, Guarantee, GuaranteeKind, Strength};
use crate::article::chapter::Chapter;
use crate::article::section::Outline;
use crate::doc::Document;
use crate::doc::block::BlockId;
use index::{Index, Shared};
use words::Words;

/// How many guarantees get references; an article has tens, a machine can write millions.
const MOST_GUARANTEES: usize = 512;

/// How many references a guarantee has at most.
const MOST_REFERENCES: usize = 3;

/// Fewest shared words that make more than a chance of a paragraph that takes up no more than a part, beside one that surely takes it
/// up, and for clauses of running text: the articles of a campaign are full of pledges and support.
const FEWEST: usize = 3;

/// Adds to each guarantee the later paragraphs that elaborate it, best first.
pub(super) fn refer(chapter: &Chapter<'_>, outline: &Outline, guarantees: &mut [Guarantee]) {
    let document = chapter.document();
    let mut words = Words::default();
    let considered = guarantees.iter().take(MOST_GUARANTEES);
    let of_each: Vec<_> = considered
        .map(|guarantee| words.enter(document, guarantee))
        .collect();
    if words.known.is_empty() {
        return;
    }
    let index = Index::new(chapter, outline, &words);
    for (guarantee, own) in guarantees.iter_mut().zip(&of_each) {
        let takes_up =
            |reference, shared: &[Shared]| takes_up(document, guarantee, &words, reference, shared);
        guarantee.see_also = index.elaborations(guarantee.block, own, takes_up);
    }
    for (first, block) in same_places(guarantees) {
        refer_to_same(&mut guarantees[first], block);
    }
}

/// Whether what a paragraph shares with a guarantee is enough. What stands in the same list elaborates none of its items; a clause of
/// running text asks for more than an item.
fn takes_up(
    document: &Document,
    guarantee: &Guarantee,
    words: &Words,
    reference: CrossRef,
    shared: &[Shared],
) -> bool {
    if guarantee.kind != GuaranteeKind::Sentence {
        return document.list(reference.block) != document.list(guarantee.block);
    }
    let has_name = || shared.iter().any(|it| words.names.contains(&it.word));
    match reference.strength {
        Strength::Strong => shared.len() >= FEWEST || has_name(),
        Strength::Medium => shared.len() >= FEWEST,
        Strength::Weak => false,
    }
}

/// The guarantees that are named again in a later block, with that block.
fn same_places(guarantees: &[Guarantee]) -> Vec<(usize, BlockId)> {
    let later = |guarantee: &Guarantee| Some((guarantee.same_as?, guarantee.block));
    let is_later = |&(first, block): &(usize, BlockId)| {
        guarantees.get(first).is_some_and(|it| it.block < block)
    };
    guarantees
        .iter()
        .filter_map(later)
        .filter(is_later)
        .collect()
}

/// Where the same guarantee is named again, it surely is taken up.
fn refer_to_same(guarantee: &mut Guarantee, block: BlockId) {
    let is_full = guarantee
        .see_also
        .iter()
        .filter(|reference| reference.strength == Strength::Strong)
        .count()
        == MOST_REFERENCES;
    if !is_full {
        guarantee
            .see_also
            .retain(|reference| reference.block != block);
        let strength = Strength::Strong;
        let at = guarantee
            .see_also
            .partition_point(|reference| reference.strength == strength);
        guarantee.see_also.insert(at, CrossRef { block, strength });
        guarantee.see_also.truncate(MOST_REFERENCES);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::doc::format::Format;

    const ARTICLE: &str = "\
The talks went on.

The pact under discussion would include:

- Shared satellite images of the coast.
- Stationing of foreign frigates in the harbour.
- Money.

## Who pays?

That is open.

## Will frigates come?

Perhaps. Foreign frigates could be stationed there for years, and the harbour is deep.

Fishermen are against it.

## What do satellites see?

Images show every boat.
";

    /// For each guarantee the section and paragraph of each reference, and how sure it is.
    #[track_caller]
    fn check(markdown: &str, expected: &[&[(usize, u32, Strength)]]) {
        let (document, guarantees) = testing::read(markdown, Format::Markdown);
        let outline = Outline::of(&document);
        let place = |reference: &CrossRef| {
            let section = outline.section_of(reference.block).index();
            (
                section,
                outline.paragraph(reference.block).unwrap_or(0),
                reference.strength,
            )
        };
        let found: Vec<Vec<_>> = guarantees
            .iter()
            .map(|it| it.see_also.iter().map(place).collect())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_item_points_to_where_it_is_elaborated() {
        check(
            ARTICLE,
            &[&[(3, 1, Strength::Weak)], &[(2, 1, Strength::Strong)], &[]],
        );
    }

    #[test]
    fn a_section_about_it_comes_before_a_remark() {
        check(
            "\
The pact promises:

- two icebreakers for Skagen
- lower fees

## Who pays for the icebreakers?

Oslo buys both icebreakers. The money comes from a fund.

## Is everybody happy?

Not quite.

In Skagen they joke that the icebreakers will come when the sea has melted anyway.

## When does it begin?

In May.
",
            &[&[(1, 1, Strength::Strong)], &[]],
        );
    }

    #[test]
    fn a_guarantee_points_to_where_it_is_named_again() {
        check(
            "One spoke of a commitment from U.S. leaders.\n\nA commitment from U.S. leaders to help is new.",
            &[&[(0, 2, Strength::Strong)], &[]],
        );
    }
}
