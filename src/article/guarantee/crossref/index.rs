//! The index: where the words of the guarantees stand in the article, and how much each says.

use super::words::{Word, Words};
use super::{CrossRef, FEWEST, MOST_REFERENCES, Strength};
use crate::article::chapter::Chapter;
use crate::article::guarantee::stem::{Openings, root};
use crate::article::section::Outline;
use crate::doc::block::BlockId;

/// A word that stands in more paragraphs than this tells nothing.
const MOST_PARAGRAPHS: usize = 400;

/// What a word counts that only the guarantee itself has: no paragraph can share it.
const LONE_SHARE: f32 = 0.5;

/// What a word in the heading above a paragraph counts, against one in the paragraph.
const HEADING_SHARE: f32 = 0.5;

/// What a name counts against another word as rare.
const NAME: f32 = 1.5;

/// The share of the words of a guarantee, weighted by their rarity, that a paragraph must hold.
const STRONG_SHARE: f32 = 0.5;
const MEDIUM_SHARE: f32 = 0.3;
const WEAK_SHARE: f32 = 0.2;

/// Where the words of the guarantees stand in the article.
pub(super) struct Index {
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

/// A word that a guarantee and a later paragraph have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shared {
    /// The number of the paragraph.
    paragraph: usize,
    pub(super) word: Word,
}

/// A paragraph that takes up a guarantee.
struct Elaboration {
    reference: CrossRef,
    score: f32,
    /// Whether it is about the guarantee, and not only touches upon it.
    is_about: bool,
}

impl Elaboration {
    fn is_strong(&self) -> bool {
        self.reference.strength == Strength::Strong
    }
}

impl Index {
    /// Looks for the words in a chapter. One pass.
    pub(super) fn new(chapter: &Chapter<'_>, outline: &Outline, words: &Words) -> Self {
        let known = &words.known;
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
            let wording = chapter.wording(id);
            let here = wording.map_or(&[][..], |wording| wording.words);
            let found = here.iter().filter_map(|word| known[word.id.index()]);
            if outline.is_heading(id) {
                let mut heading: Vec<_> = found.collect();
                heading.sort_unstable();
                index.headings.push(heading);
            } else if outline.paragraph(id).is_some() {
                index.add(id, found);
            }
        }
        index.weigh(words);
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

    /// Weighs every word by the paragraphs that hold it.
    fn weigh(&mut self, words: &Words) {
        let weight = |places: &Vec<usize>| self.rarity(places.len());
        let mut weights: Vec<_> = self.places.iter().map(weight).collect();
        for &name in &words.names {
            weights[name] *= NAME;
        }
        self.weights = weights;
    }

    /// How much a word says that stands in so many paragraphs.
    fn rarity(&self, count: usize) -> f32 {
        if count > MOST_PARAGRAPHS {
            return 0.0;
        }
        let whole = u16::try_from(self.paragraphs.len()).unwrap_or(u16::MAX);
        let part = u16::try_from(count).unwrap_or(u16::MAX);
        (f32::from(whole.max(1)) / f32::from(part.max(1))).ln()
    }

    /// The paragraphs behind a block that elaborate these words, the surest first; `takes_up` has the last word on each.
    pub(super) fn elaborations(
        &self,
        block: BlockId,
        words: &[Word],
        takes_up: impl Fn(CrossRef, &[Shared]) -> bool,
    ) -> Vec<CrossRef> {
        let total = self.total(words);
        let mut above = (None, 0.0); // the heading of the last paragraph: many stand under one
        let mut found = Vec::new();
        for shared in self
            .shared(block, words)
            .chunk_by(|one, other| one.paragraph == other.paragraph)
        {
            let heading = shared.first().map(|it| self.heading[it.paragraph]);
            if above.0 != heading {
                above = (heading, heading.map_or(0.0, |it| self.score_of(it, words)));
            }
            let elaboration = self.elaboration(shared, above.1, total);
            found.extend(elaboration.filter(|it| takes_up(it.reference, shared)));
        }
        best(found)
    }

    /// The words that the paragraphs behind a block share, by paragraph.
    fn shared(&self, block: BlockId, words: &[Word]) -> Vec<Shared> {
        let first = self
            .paragraphs
            .partition_point(|&paragraph| paragraph <= block);
        let mut shared = Vec::new();
        for &word in words.iter().filter(|&&word| self.weights[word] > 0.0) {
            let places = &self.places[word];
            let later = places.partition_point(|&place| place < first);
            let places = places.iter().skip(later);
            shared.extend(places.map(|&paragraph| Shared { paragraph, word }));
        }
        shared.sort_unstable();
        shared
    }

    /// How far the paragraph that shares these words elaborates a guarantee whose words score `total`; `above` is the score of its heading.
    fn elaboration(&self, shared: &[Shared], above: f32, total: f32) -> Option<Elaboration> {
        let paragraph = shared.first()?.paragraph;
        let weight: f32 = shared.iter().map(|it| self.weights[it.word]).sum();
        let named = self.named_above(paragraph, shared);
        let is_headed = named > 0.0;
        let score = weight + above + named * HEADING_SHARE;
        let count = shared.len() + usize::from(is_headed);
        let is_more = count > 1 || above > 0.0;
        let strength = strength(score / total, count).filter(|_| is_more)?;
        let block = self.paragraphs[paragraph];
        Some(Elaboration {
            reference: CrossRef { block, strength },
            score,
            is_about: is_headed && strength == Strength::Strong || shared.len() >= FEWEST,
        })
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
        let scores = words.iter().map(|&word| self.weights[word] * share(word));
        scores.sum()
    }

    /// The weight of the words that a paragraph shares and the heading above it too: it says what the paragraph is about.
    fn named_above(&self, paragraph: usize, shared: &[Shared]) -> f32 {
        let heading = &self.headings[self.heading[paragraph]];
        let named = shared
            .iter()
            .filter(|it| heading.binary_search(&it.word).is_ok());
        named.map(|it| self.weights[it.word]).sum()
    }

    /// What a heading scores for the words that it holds.
    fn score_of(&self, heading: usize, words: &[Word]) -> f32 {
        let heading = &self.headings[heading];
        let shared = words
            .iter()
            .filter(|word| heading.binary_search(word).is_ok());
        shared.map(|&word| self.weights[word] * HEADING_SHARE).sum()
    }
}

/// The best of them, the surest first. What a section is about is not taken up by a remark in another one.
fn best(mut found: Vec<Elaboration>) -> Vec<CrossRef> {
    found.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        by_score.then(a.reference.block.cmp(&b.reference.block))
    });
    let has_strong = found.iter().any(Elaboration::is_strong);
    let has_section = found.iter().any(|it| it.is_strong() && it.is_about);
    found.retain(|it| it.is_about || !has_section && (!has_strong || it.is_strong()));
    let best = found.into_iter().take(MOST_REFERENCES);
    let mut references: Vec<_> = best.map(|it| it.reference).collect();
    references.sort_by_key(|reference| std::cmp::Reverse(reference.strength));
    references
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
