//! The article that is read, and what has been found in it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::view::{Mark, View};
use crate::article::Annotations;
use crate::article::guarantee::{CrossRef, Guarantee};
use crate::article::quote::Quote;
use crate::article::section::{Outline, SectionId};
use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::layout::walk::Place;
use crate::text::span::Span;
use crate::text::word;

/// Words a minute that people read of a text that matters (Brysbaert, “How many words do we read per minute?”, 2019: 238 for
/// non-fiction).
const READING_SPEED: usize = 238;

/// How many bytes are counted to learn how long words are.
const SAMPLE: usize = 32 * 1024;

/// An article as the reader has it.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Its text.
    pub document: Arc<Document>,
    /// Its sections.
    pub outline: Outline,
    /// What it is called when it has no title; safe to draw.
    pub name: String,
    /// How many of its bytes have been counted to learn how long words are, and the words in them.
    counted: (usize, usize),
    annotations: Option<Annotations>,
    items: Vec<Item>,
    /// For each item, how far it and those before it reach.
    reach: Vec<u32>,
    /// The paragraphs that elaborate some guarantee.
    elaborations: HashSet<BlockId>,
}

/// A quote or a guarantee, as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which one.
    pub id: ItemId,
    /// Its words.
    pub span: Span,
    /// The block they begin in.
    pub block: BlockId,
    /// The section that is in.
    pub section: SectionId,
    /// Other places of the same words by the same speaker, or of the same guarantee: indices of items. They are not listed apart.
    pub repeats: Vec<usize>,
    /// The item that lists it, when it is such a repeat itself.
    pub holder: Option<usize>,
    /// Its number among those of its kind, from 1.
    pub number: usize,
}

/// A quote or a guarantee by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemId {
    /// A quote.
    Quote(usize),
    /// A guarantee.
    Guarantee(usize),
}

impl Article {
    /// An article that is still to come.
    pub fn expected(name: String) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// Takes in what has been read by now. Whether blocks that were there are other ones now.
    pub fn grow(&mut self, document: Arc<Document>) -> bool {
        let has_changed = document.revision() != self.document.revision();
        if has_changed {
            self.outline = Outline::default();
        }
        self.document = document;
        self.outline.extend(&self.document);
        let sample = sample(&self.document);
        if sample.len() != self.counted.0 {
            self.counted = (sample.len(), word::count(sample));
        }
        has_changed
    }

    /// A view of the same text after the blocks have changed.
    pub fn again(&self, view: &View) -> View {
        let top = self.place_of(view.top.at);
        let marked = view.marked.map(|mark| Mark {
            block: self.document.block_at(mark.span.start),
            ..mark
        });
        View {
            section: self.outline.section_of(top.block),
            top,
            marked,
            ..view.clone()
        }
    }

    /// What to call it.
    pub fn title(&self) -> &str {
        self.document.meta().title.as_deref().unwrap_or(&self.name)
    }

    /// Whether its quotes and guarantees have been found.
    pub fn is_annotated(&self) -> bool {
        self.annotations.is_some()
    }

    /// Takes what has been found.
    pub fn annotate(&mut self, annotations: Annotations) {
        self.items = items(&annotations, &self.outline);
        let mut farthest = 0;
        let reach = self.items.iter().map(|item| {
            farthest = item.span.end.max(farthest);
            farthest
        });
        self.reach = reach.collect();
        let references = annotations
            .guarantees
            .iter()
            .flat_map(|guarantee| &guarantee.see_also);
        self.elaborations = references.map(|reference| reference.block).collect();
        self.annotations = Some(annotations);
    }

    /// All items in reading order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// How many of them are quotes.
    pub fn quotes(&self) -> usize {
        self.annotations
            .as_ref()
            .map_or(0, |found| found.quotes.len())
    }

    /// How many of them are guarantees.
    pub fn guarantees(&self) -> usize {
        self.items.len() - self.quotes()
    }

    /// The items with exactly these words, with their indices: one, or a quote and a guarantee.
    pub fn items_at(&self, span: Span) -> impl Iterator<Item = (usize, &Item)> {
        let first = self.items.partition_point(|item| item.span < span);
        let items = self.items.iter().enumerate().skip(first);
        items.take_while(move |(_, item)| item.span == span)
    }

    /// A quote.
    pub fn quote(&self, index: usize) -> Option<&Quote> {
        self.annotations.as_ref()?.quotes.get(index)
    }

    /// A guarantee.
    pub fn guarantee(&self, index: usize) -> Option<&Guarantee> {
        self.annotations.as_ref()?.guarantees.get(index)
    }

    /// A paragraph that elaborates the guarantee which is the item at `item`.
    pub fn reference(&self, item: usize, index: usize) -> Option<CrossRef> {
        match self.items.get(item)?.id {
            ItemId::Guarantee(guarantee) => self.guarantee(guarantee)?.see_also.get(index).copied(),
            ItemId::Quote(_) => None,
        }
    }

    /// The items whose words reach into `span`, in reading order.
    pub fn items_in(&self, span: Span) -> impl Iterator<Item = &Item> {
        let from = self.reach.partition_point(|&end| end <= span.start);
        let after = self
            .items
            .partition_point(|item| item.span.start < span.end);
        self.items
            .get(from..after)
            .unwrap_or_default()
            .iter()
            .filter(move |item| item.span.overlaps(span))
    }

    /// Whether some guarantee is elaborated in a block.
    pub fn is_elaboration(&self, block: BlockId) -> bool {
        self.elaborations.contains(&block)
    }

    /// The place where a block begins.
    pub fn place(&self, block: BlockId) -> Place {
        Place {
            block,
            at: self
                .document
                .block(block)
                .map_or(0, |block| block.span.start),
        }
    }

    /// The place of a byte of the text.
    pub fn place_of(&self, at: u32) -> Place {
        Place {
            block: self.document.block_at(at),
            at,
        }
    }

    /// Minutes that are left to read when `gone` parts of `all` are behind the reader, rounded up.
    pub fn minutes_left(&self, gone: u32, all: u32) -> usize {
        let (bytes, words) = self.counted;
        let all_words = self.document.bytes() as usize * words.max(1) / bytes.max(1);
        let left = all_words * all.saturating_sub(gone) as usize;
        left.div_ceil(READING_SPEED * all.max(1) as usize)
    }
}

/// The beginning of the text, in which words are counted.
fn sample(document: &Document) -> &str {
    let beginning = document.pieces().next().map_or("", |(_, text)| text);
    crate::text::head(beginning, SAMPLE)
}

fn items(annotations: &Annotations, outline: &Outline) -> Vec<Item> {
    let item = |id, span, block| Item {
        id,
        span,
        block,
        section: outline.section_of(block),
        repeats: Vec::new(),
        holder: None,
        number: 0,
    };
    let quotes = annotations.quotes.iter().enumerate();
    let guarantees = annotations.guarantees.iter().enumerate();
    let mut items: Vec<_> = quotes
        .map(|(index, quote)| item(ItemId::Quote(index), quote.span, quote.block))
        .chain(guarantees.map(|(index, guarantee)| {
            item(ItemId::Guarantee(index), guarantee.span, guarantee.block)
        }))
        .collect();
    items.sort_by_key(|item| item.span);
    number(&mut items);
    tie_repeats(&mut items, annotations);
    items
}

fn number(items: &mut [Item]) {
    let (mut quotes, mut guarantees) = (0, 0);
    for item in items {
        let count = match item.id {
            ItemId::Quote(_) => &mut quotes,
            ItemId::Guarantee(_) => &mut guarantees,
        };
        *count += 1;
        item.number = *count;
    }
}

fn tie_repeats(items: &mut [Item], annotations: &Annotations) {
    let first_of = |id| match id {
        ItemId::Quote(index) => annotations.quotes.get(index)?.same_as.map(ItemId::Quote),
        ItemId::Guarantee(index) => annotations
            .guarantees
            .get(index)?
            .same_as
            .map(ItemId::Guarantee),
    };
    let places: HashMap<_, _> = items
        .iter()
        .enumerate()
        .map(|(at, item)| (item.id, at))
        .collect();
    for at in 0..items.len() {
        if let Some(&first) = first_of(items[at].id).and_then(|first| places.get(&first))
            && first != at
        {
            items[at].holder = Some(first);
            items[first].repeats.push(at);
        }
    }
}
