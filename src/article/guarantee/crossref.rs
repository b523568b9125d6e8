//! Cross-references: which later paragraphs take up what a guarantee says.
//!
//! A paragraph takes it up when the two share words that are rare in the article, names above all; the heading above the paragraph
//! speaks for it too. One pass over the text, however many guarantees there are.

use std::collections::HashSet;
use std::ops::Range;

use super::key::{Key, WordMap};
use super::stem::{Openings, root, stem};
use super::{CrossRef, Guarantee, GuaranteeKind, Strength};
use crate::article::chapter::Chapter;
use crate::article::section::Outline;
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::text::span::Span;
use crate::text::{cut, word};

/// How many guarantees get references; an article has tens, a machine can write millions.
const MOST_GUARANTEES: usize = 512;

/// How many words of a guarantee are compared.
const MOST_WORDS: usize = 48;

/// A word that stands in more paragraphs than this tells nothing.
const MOST_PARAGRAPHS: usize = 400;

/// What a word counts that only the guarantee itself has: no paragraph can share it.
const LONE_SHARE: f32 = 0.5;

/// How many references a guarantee has at most.
const MOST_REFERENCES: usize = 3;

/// What a word in the heading above a paragraph counts, against one in the paragraph.
const HEADING_SHARE: f32 = 0.5;

/// What a name counts against another word as rare.
const NAME: f32 = 1.5;

/// Fewest shared words that make more than a chance of a paragraph that takes up no more than a part, beside one that surely takes it
/// up, and for clauses of running text: the articles of a campaign are full of pledges and support.
const FEWEST: usize = 3;

/// The share of the words of a guarantee, weighted by their rarity, that a paragraph must hold.
const STRONG_SHARE: f32 = 0.5;
const MEDIUM_SHARE: f32 = 0.3;
const WEAK_SHARE: f32 = 0.2;

/// Which word it is, by the order in which the guarantees first use it.
type Word = usize;

/// Where the words of the guarantees stand in the article.
struct Index {
    paragraphs: Vec<BlockId>,
    /// For each word the paragraphs that hold it, in reading order.
    places: Vec<Vec<usize>>,
    /// For each word how much it says that a passage holds it: nothing when it stands everywhere.
    weights: Vec<f32>,
    /// The words of the heading above each paragraph, as an index into `headings`.
    heading: Vec<usize>,
    /// Each in the order of its words’ numbers.
    headings: Vec<Vec<Word>>,
}

/// Adds to each guarantee the later paragraphs that elaborate it, best first.
pub(super) fn refer(chapter: &Chapter<'_>, outline: &Outline, guarantees: &mut [Guarantee]) {
    let document = chapter.document();
    let considered = guarantees.len().min(MOST_GUARANTEES);
    let mut known = WordMap::default();
    let mut names = HashSet::new();
    let words: Vec<_> = guarantees
        .iter()
        .take(considered)
        .map(|guarantee| words_of(document, guarantee, &mut known, &mut names))
        .collect();
    if known.is_empty() {
        return;
    }
    let mut index = Index::new(chapter, outline, &known);
    for &name in &names {
        index.weights[name] *= NAME;
    }
    let same = same_places(guarantees);
    for (guarantee, words) in guarantees.iter_mut().zip(&words) {
        let list = document.list(guarantee.block);
        let is_sentence = guarantee.kind == GuaranteeKind::Sentence;
        let takes_up = |reference: CrossRef, shared: &[(usize, Word)]| {
            let has_name = || shared.iter().any(|(_, word)| names.contains(word));
            let is_enough = match reference.strength {
                Strength::Strong => shared.len() >= FEWEST || has_name(),
                Strength::Medium => shared.len() >= FEWEST,
                Strength::Weak => false,
            };
            if is_sentence {
                is_enough
            } else {
                document.list(reference.block) != list
            }
        };
        guarantee.see_also = index.elaborations(guarantee.block, words, takes_up);
    }
    for (first, block) in same {
        refer_to_same(&mut guarantees[first], block);
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

/// The content words of a guarantee without those of its actor, each once. Those with a capital within it are names.
fn words_of(
    document: &Document,
    guarantee: &Guarantee,
    known: &mut WordMap<Word>,
    names: &mut HashSet<Word>,
) -> Vec<Word> {
    let text = &document.excerpt(guarantee.span);
    let actor = guarantee.actor.as_ref();
    let own: Vec<_> = actor.map_or(Vec::new(), |actor| {
        let words = word::words(&actor.name);
        let stems = words.filter_map(|range| stem(cut(&actor.name, range)));
        stems.map(|stem| Key::of_head(&stem)).collect()
    });
    let actor = actor.map_or(Span::at(0), |actor| actor.mention);
    let mut words = Vec::new();
    let all: Vec<_> = word::words(text).take(MOST_WORDS).collect();
    let is_capital =
        |range: &Range<usize>| cut(text, range.clone()).starts_with(char::is_uppercase);
    let next = all.iter().skip(1).map(Some).chain([None]);
    for (range, next) in all.iter().cloned().zip(next) {
        // Of a name in several words the last one speaks for all.
        let is_first = next.is_some_and(|next| {
            is_capital(&range) && is_capital(next) && cut(text, range.end..next.start) == " "
        });
        let is_number = cut(text, range.clone()).starts_with(char::is_numeric);
        if is_first || is_number {
            continue;
        }
        let is_actor = Span::of(range.clone())
            .shift(guarantee.span.start)
            .overlaps(actor);
        let is_name = range.start > 0 && is_capital(&range);
        let Some(stem) = stem(cut(text, range)).filter(|_| !is_actor) else {
            continue;
        };
        let key = Key::of_head(&stem);
        if own.contains(&key) {
            continue;
        }
        let next = known.len();
        let word = *known.entry(key).or_insert(next);
        if is_name {
            names.insert(word);
        }
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

impl Index {
    fn new(chapter: &Chapter<'_>, outline: &Outline, known: &WordMap<Word>) -> Self {
        let mut index = Self {
            paragraphs: Vec::new(),
            places: vec![Vec::new(); known.len()],
            weights: Vec::new(),
            heading: Vec::new(),
            headings: vec![Vec::new()],
        };
        let openings = Openings::of(known.keys());
        let find = |word| known.get(&root(word, &openings)?).copied();
        let known: Vec<_> = chapter.glossary().words().map(find).collect();
        for id in chapter.ids() {
            let words = chapter.wording(id).map_or(&[][..], |wording| wording.words);
            let found = words.iter().filter_map(|word| known[word.id.index()]);
            if outline.is_heading(id) {
                let mut heading: Vec<_> = found.collect();
                heading.sort_unstable();
                index.headings.push(heading);
            } else if outline.paragraph(id).is_some() {
                index.add(id, found);
            }
        }
        let weigh = |places: &Vec<usize>| index.weigh(places.len());
        index.weights = index.places.iter().map(weigh).collect();
        index
    }

    fn add(&mut self, id: BlockId, words: impl Iterator<Item = Word>) {
        let number = self.paragraphs.len();
        for word in words {
            let places = &mut self.places[word];
            if places.last() != Some(&number) && places.len() <= MOST_PARAGRAPHS {
                places.push(number);
            }
        }
        self.paragraphs.push(id);
        self.heading.push(self.headings.len() - 1);
    }

    /// How much a word says that stands in so many paragraphs.
    fn weigh(&self, count: usize) -> f32 {
        if count > MOST_PARAGRAPHS {
            return 0.0;
        }
        let whole = u16::try_from(self.paragraphs.len()).unwrap_or(u16::MAX);
        let part = u16::try_from(count).unwrap_or(u16::MAX);
        (f32::from(whole.max(1)) / f32::from(part.max(1))).ln()
    }

    fn elaborations(
        &self,
        block: BlockId,
        words: &[Word],
        takes_up: impl Fn(CrossRef, &[(usize, Word)]) -> bool,
    ) -> Vec<CrossRef> {
        let total = self.total(words);
        let first = self
            .paragraphs
            .partition_point(|&paragraph| paragraph <= block);
        let mut shared: Vec<(usize, Word)> = words
            .iter()
            .filter(|&&word| self.weights[word] > 0.0)
            .flat_map(|&word| {
                let places = &self.places[word];
                let later = places.partition_point(|&place| place < first);
                places.iter().skip(later).map(move |&place| (place, word))
            })
            .collect();
        shared.sort_unstable();
        let mut above = (None, 0.0); // the heading of the last paragraph: many stand under one
        let mut ranked: Vec<_> = shared
            .chunk_by(|one, other| one.0 == other.0)
            .filter_map(|shared| {
                let &(place, _) = shared.first()?;
                let weight: f32 = shared.iter().map(|&(_, word)| self.weights[word]).sum();
                let heading = self.heading[place];
                if above.0 != Some(heading) {
                    above = (Some(heading), self.heading_score(heading, words));
                }
                let named = self.named_above(place, shared);
                let is_headed = named > 0.0;
                let score = weight + above.1 + named * HEADING_SHARE;
                let count = shared.len() + usize::from(is_headed);
                let is_more = count > 1 || above.1 > 0.0;
                let strength = strength(score / total, count).filter(|_| is_more)?;
                let block = self.paragraphs[place];
                let reference = CrossRef { block, strength };
                let is_about = is_headed && strength == Strength::Strong || shared.len() >= FEWEST;
                takes_up(reference, shared).then_some((reference, score, is_about))
            })
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.block.cmp(&b.0.block)));
        let is_strong = |it: &CrossRef| it.strength == Strength::Strong;
        let has_strong = ranked.iter().any(|(it, ..)| is_strong(it));
        let has_headed = ranked
            .iter()
            .any(|(it, _, is_about)| is_strong(it) && *is_about);
        // What a section is about is not taken up by a remark in another one.
        ranked
            .retain(|(it, _, is_about)| *is_about || !has_headed && (!has_strong || is_strong(it)));
        let best = ranked.into_iter().take(MOST_REFERENCES);
        let mut references: Vec<_> = best.map(|(reference, ..)| reference).collect();
        references.sort_by_key(|reference| std::cmp::Reverse(reference.strength));
        references
    }

    /// What a paragraph would score that held all the words.
    fn total(&self, words: &[Word]) -> f32 {
        let share = |word: Word| {
            if self.places[word].len() > 1 {
                1.0
            } else {
                LONE_SHARE
            }
        };
        words
            .iter()
            .map(|&word| self.weights[word] * share(word))
            .sum()
    }

    /// The weight of the words that a paragraph shares and the heading above it too: it says what the paragraph is about.
    fn named_above(&self, place: usize, shared: &[(usize, Word)]) -> f32 {
        let heading = &self.headings[self.heading[place]];
        let named = shared
            .iter()
            .filter(|(_, word)| heading.binary_search(word).is_ok());
        named.map(|&(_, word)| self.weights[word]).sum()
    }

    fn heading_score(&self, heading: usize, words: &[Word]) -> f32 {
        let heading = &self.headings[heading];
        let shared = words
            .iter()
            .filter(|word| heading.binary_search(word).is_ok());
        shared.map(|&word| self.weights[word] * HEADING_SHARE).sum()
    }
}

/// How surely a paragraph elaborates what it shares `share` of the weight and `count` words with.
fn strength(share: f32, count: usize) -> Option<Strength> {
    match count {
        0 => None,
        1 => (share >= MEDIUM_SHARE).then_some(Strength::Weak),
        _ if share >= STRONG_SHARE => Some(Strength::Strong),
        _ if share >= MEDIUM_SHARE => Some(Strength::Medium),
        _ => (share >= WEAK_SHARE).then_some(Strength::Weak),
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
