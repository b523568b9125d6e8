//! Findings: the quotes and guarantees of an article, made ready to be listed and drawn.
//!
//! They are made where they are found, in the worker: with many, putting them in order takes longer than a key may wait.

mod voices;

use std::collections::{HashMap, HashSet};

use super::degree::Degree;
use crate::article::Annotations;
use crate::article::guarantee::Firmness;
use crate::article::section::{Outline, SectionId};
use crate::article::speaker::Attribution;
use crate::doc::block::BlockId;
use crate::text::span::Span;
pub use voices::Voice;
use voices::Voices;

/// What has been found in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The quotes and guarantees themselves.
    pub annotations: Annotations,
    /// All of them in reading order.
    pub items: Vec<Item>,
    /// Whether nothing more will be found.
    pub is_complete: bool,
    /// Whether weak commitments are among the items.
    has_weak: bool,
    /// For each item, how far it and those before it reach.
    reach: Vec<u32>,
    /// The paragraphs that elaborate some guarantee.
    elaborations: HashSet<BlockId>,
    voices: Voices,
    /// The items of each degree, in reading order.
    degrees: [Vec<usize>; Degree::COUNT],
}

/// A quote, a speech or a guarantee, as the list has it.
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
    /// The number of the voice that speaks it or gives it.
    pub voice: usize,
    /// How firm or how sure it is.
    pub degree: Degree,
    /// Other places of the same words by the same speaker, or of the same guarantee: indices of items. They are not listed apart.
    pub repeats: Vec<usize>,
    /// The item that lists it, when it is such a repeat itself.
    pub holder: Option<usize>,
    /// Its number among those of its kind, from 1.
    pub number: usize,
}

/// A quote, a speech or a guarantee by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemId {
    /// A quote.
    Quote(usize),
    /// A turn of one who speaks without marks.
    Speech(usize),
    /// A guarantee.
    Guarantee(usize),
}

impl Findings {
    /// Puts what has been found in order, without weak commitments.
    pub fn new(annotations: Annotations, outline: &Outline, is_complete: bool) -> Self {
        Self::with(annotations, outline, is_complete, false)
    }

    /// The same with weak commitments or without them.
    #[must_use]
    pub fn again(self, outline: &Outline, has_weak: bool) -> Self {
        Self::with(self.annotations, outline, self.is_complete, has_weak)
    }

    fn with(
        annotations: Annotations,
        outline: &Outline,
        is_complete: bool,
        has_weak: bool,
    ) -> Self {
        let mut items = items(&annotations, outline, has_weak);
        let mut voices = Voices::default();
        let mut degrees: [Vec<usize>; Degree::COUNT] = Default::default();
        for (at, item) in items.iter_mut().enumerate() {
            item.voice = voices.enter(voice_name(&annotations, item.id), [at]);
            degrees[item.degree.index()].push(at);
        }
        let mut farthest = 0;
        let reach = items.iter().map(|item| {
            farthest = item.span.end.max(farthest);
            farthest
        });
        let reach = reach.collect();
        let references = annotations
            .guarantees
            .iter()
            .filter(|guarantee| has_weak || guarantee.firmness != Firmness::Weak)
            .flat_map(|guarantee| &guarantee.see_also);
        let elaborations = references.map(|reference| reference.block).collect();
        Self {
            annotations,
            items,
            is_complete,
            has_weak,
            reach,
            elaborations,
            voices,
            degrees,
        }
    }

    /// Whether weak commitments are among the items.
    pub fn has_weak(&self) -> bool {
        self.has_weak
    }

    /// Adds what has been found behind it.
    pub fn append(&mut self, more: Self, outline: &Outline) {
        let more = if more.has_weak == self.has_weak {
            more
        } else {
            more.again(outline, self.has_weak)
        };
        let (items, quotes, speeches, guarantees) = (
            self.items.len(),
            self.annotations.quotes.len(),
            self.annotations.speeches.len(),
            self.annotations.guarantees.len(),
        );
        let voices = more.voices.all().iter().map(|it| {
            let shifted = it.items.iter().map(|at| items + at);
            self.voices.enter(&it.name, shifted)
        });
        let voices: Vec<_> = voices.collect();
        for (all, added) in self.degrees.iter_mut().zip(&more.degrees) {
            all.extend(added.iter().map(|at| items + at));
        }
        self.items.extend(more.items.into_iter().map(|item| {
            let (id, before) = match item.id {
                ItemId::Quote(index) => (ItemId::Quote(quotes + index), quotes),
                ItemId::Speech(index) => (ItemId::Speech(speeches + index), speeches),
                ItemId::Guarantee(index) => (ItemId::Guarantee(guarantees + index), guarantees),
            };
            Item {
                id,
                repeats: item.repeats.iter().map(|at| items + at).collect(),
                holder: item.holder.map(|at| items + at),
                number: before + item.number,
                voice: voices.get(item.voice).copied().unwrap_or_default(),
                ..item
            }
        }));
        let farthest = self.reach.last().copied().unwrap_or(0);
        let reach = more.reach.into_iter().map(|end| end.max(farthest));
        self.reach.extend(reach);
        self.elaborations.extend(more.elaborations);
        self.annotations.append(more.annotations);
        self.is_complete = more.is_complete;
    }

    /// The items with exactly these words, with their indices: one, or a quote and a guarantee.
    pub fn items_at(&self, span: Span) -> impl Iterator<Item = (usize, &Item)> {
        let first = self.items.partition_point(|item| item.span < span);
        let items = self.items.iter().enumerate().skip(first);
        items.take_while(move |(_, item)| item.span == span)
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

    /// Those who are quoted or give guarantees, in the order in which they first do.
    pub fn voices(&self) -> &[Voice] {
        self.voices.all()
    }

    /// The items of a degree, in reading order.
    pub(super) fn of_degree(&self, degree: Degree) -> &[usize] {
        &self.degrees[degree.index()]
    }

    /// Whether some guarantee is elaborated in a block.
    pub fn is_elaboration(&self, block: BlockId) -> bool {
        self.elaborations.contains(&block)
    }
}

/// Who speaks or gives an item.
fn attribution(annotations: &Annotations, id: ItemId) -> Option<&Attribution> {
    match id {
        ItemId::Quote(index) => annotations.quotes.get(index)?.speaker.as_ref(),
        ItemId::Speech(index) => Some(&annotations.speeches.get(index)?.speaker),
        ItemId::Guarantee(index) => annotations.guarantees.get(index)?.actor.as_ref(),
    }
}

/// The name of the voice of an item; nobody known has none.
fn voice_name(annotations: &Annotations, id: ItemId) -> &str {
    let name = attribution(annotations, id).map_or("", |it| &it.name);
    annotations.people.number(name).map_or("", |_| name)
}

fn degree(annotations: &Annotations, id: ItemId) -> Degree {
    match id {
        ItemId::Guarantee(index) => {
            let guarantee = annotations.guarantees.get(index);
            Degree::Guarantee(guarantee.map_or(Firmness::Weak, |it| it.firmness))
        }
        id => Degree::of_speaker(attribution(annotations, id)),
    }
}

fn items(annotations: &Annotations, outline: &Outline, has_weak: bool) -> Vec<Item> {
    let item = |id, span, block| Item {
        id,
        span,
        block,
        section: outline.section_of(block),
        repeats: Vec::new(),
        holder: None,
        number: 0,
        voice: 0,
        degree: degree(annotations, id),
    };
    let quotes = annotations.quotes.iter().enumerate();
    let speeches = annotations.speeches.iter().enumerate();
    let guarantees = annotations.guarantees.iter().enumerate();
    let guarantees = guarantees.filter(|(_, it)| has_weak || it.firmness != Firmness::Weak);
    let mut items: Vec<_> = quotes
        .map(|(index, quote)| item(ItemId::Quote(index), quote.span, quote.block))
        .chain(speeches.map(|(index, it)| item(ItemId::Speech(index), it.span, it.block)))
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
    let (mut quotes, mut speeches, mut guarantees) = (0, 0, 0);
    for item in items {
        let count = match item.id {
            ItemId::Quote(_) => &mut quotes,
            ItemId::Speech(_) => &mut speeches,
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
        ItemId::Speech(_) => None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::annotate;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// The annotations from `quotes` and `guarantees` on, as if nothing stood before.
    fn behind(all: &Annotations, quotes: usize, guarantees: usize) -> Annotations {
        let (mut quotes_behind, mut guarantees_behind) = (
            all.quotes[quotes..].to_vec(),
            all.guarantees[guarantees..].to_vec(),
        );
        for quote in &mut quotes_behind {
            quote.same_as = quote.same_as.and_then(|first| first.checked_sub(quotes));
        }
        for guarantee in &mut guarantees_behind {
            guarantee.same_as = guarantee
                .same_as
                .and_then(|first| first.checked_sub(guarantees));
        }
        Annotations::new(None, quotes_behind, Vec::new(), guarantees_behind)
    }

    #[test]
    fn weak_commitments_wait_until_they_are_asked_for() {
        let text = "Ann Lee said it would pay. Ann Lee promised to pay.";
        let document = Document::read(text.to_owned(), Format::Text);
        let outline = Outline::of(&document);
        let findings = Findings::new(annotate(&document, &outline), &outline, true);
        assert_eq!(findings.items.len(), 1);
        let all = findings.clone().again(&outline, true);
        assert_eq!(all.items.len(), 2);
        let mut growing = Findings::default().again(&outline, true);
        growing.append(findings.clone(), &outline);
        assert_eq!(growing.items, all.items);
        assert_eq!(all.again(&outline, false), findings);
    }

    #[test]
    fn what_is_found_in_two_steps_is_what_is_found_in_one() {
        let section = |who: &str, what: &str| {
            format!(
                "# {who}\n\n{who} said: “{what} it is.” And {who} said: “{what} it is.” {who} promised to {what} it.\n\n"
            )
        };
        let text = section("Ann Lee", "mend") + &section("Bo Kim", "sell");
        let document = Document::read(text, Format::Markdown);
        let outline = Outline::of(&document);
        let all = annotate(&document, &outline);
        assert_eq!((all.quotes.len(), all.guarantees.len()), (4, 2));
        let all = Annotations::new(None, all.quotes, Vec::new(), all.guarantees);
        let first = Annotations::new(
            None,
            all.quotes[..2].to_vec(),
            Vec::new(),
            all.guarantees[..1].to_vec(),
        );
        let mut steps = Findings::new(first, &outline, false);
        steps.append(Findings::new(behind(&all, 2, 1), &outline, true), &outline);
        assert_eq!(steps, Findings::new(all, &outline, true));
        assert!(steps.items[3..].iter().any(|item| item.holder == Some(3)));
    }
}
