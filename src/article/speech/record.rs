//! Records of parliaments and courts: their labels, and questions and answers whose speakers were named before.
//!
//! ```text
//! BY MR. DELACOE:             the questions that follow are his
//! PERRIN VANCE, having been   the answers are hers
//! THE COURT: Overruled.
//! ```
//!
//! Who calls a witness asks the first questions. A witness who is not named is *the witness*.

mod label;

use std::collections::{HashMap, HashSet};

use super::{Start, Who};
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::text::head;
use crate::text::label::Part;
use crate::text::span::Span;
use label::{Label, bare, key, title};

/// Fewest labels of a record, fewest of them with more than one word, and fewest speakers.
const FEWEST_LABELS: usize = 3;
const FEWEST_NAMES: usize = 2;
const FEWEST_SPEAKERS: usize = 2;

/// Fewest questions and answers that make a record of one label.
const FEWEST_TURNS: usize = 2;

/// What tells in a record who speaks.
pub(super) struct Record<'a> {
    document: &'a Document,
    labels: Vec<(BlockId, Label)>,
    /// The fullest name with each key.
    full: HashMap<String, Named>,
    /// Whether there are questions and answers in it.
    has_turns: bool,
}

/// What a witness is called who has no name.
const WITNESS: &str = "the witness";

/// A name and what its label says this one is.
type Named = (String, Option<String>);

impl<'a> Record<'a> {
    /// The record that a document is, if it is one.
    pub(super) fn of(document: &'a Document) -> Option<Self> {
        let is_spoken = |id: &BlockId| {
            let kind = document.block(*id).map(|block| block.kind);
            matches!(
                kind,
                Some(BlockKind::Title | BlockKind::Paragraph | BlockKind::Heading(_))
            )
        };
        let label = |id: BlockId| Some((id, Label::of(document.prose(id).as_str())?));
        let labels: Vec<_> = document.ids().filter(is_spoken).filter_map(label).collect();
        let count = |wanted: fn(&Label) -> bool| {
            let wanted = labels.iter().filter(|(_, label)| wanted(label));
            wanted.take(FEWEST_TURNS).count()
        };
        let asked = count(|label| matches!(label, Label::Turn(Part::Question, _)));
        let answered = count(|label| matches!(label, Label::Turn(Part::Answer, _)));
        let mut record = Self {
            document,
            full: HashMap::new(),
            has_turns: asked.min(answered) >= FEWEST_TURNS,
            labels,
        };
        record.learn();
        record.extend();
        record.is_record().then_some(record)
    }

    /// Whether the labels change between several speakers, or questions and answers are those of a hearing.
    fn is_record(&self) -> bool {
        let names: Vec<_> = self.names().collect();
        let spoken = names.iter().filter(|(name, _)| name.contains(' ')).count();
        let mut speakers: Vec<_> = names.iter().map(|(name, _)| key(name)).collect();
        speakers.sort();
        speakers.dedup();
        let is_debate = names.len() >= FEWEST_LABELS
            && spoken >= FEWEST_NAMES
            && speakers.len() >= FEWEST_SPEAKERS;
        let is_of_court = |(_, label): &(BlockId, Label)| match label {
            Label::Examiner(_) | Label::Witness(_) | Label::Hearing => true,
            Label::Speaker { name, .. } => bare(name) != *name || name.starts_with("the "),
            Label::Turn(..) | Label::Direction => false,
        };
        is_debate || self.has_turns && self.labels.iter().any(is_of_court)
    }

    /// Learns the fullest name of everybody, and the office.
    fn learn(&mut self) {
        let names: Vec<_> = self.names().collect();
        for (name, office) in names {
            let known = self.full.entry(key(&name)).or_default();
            if bare(&name).len() > known.0.len() {
                known.0 = bare(&name);
            }
            known.1 = known.1.take().or(office).or_else(|| title(&name));
        }
    }

    /// Adds the labels that are nothing but the name of somebody who has been labelled in full.
    fn extend(&mut self) {
        let is_labelled: HashSet<BlockId> = self.labels.iter().map(|(block, _)| *block).collect();
        let named = self.document.ids().filter_map(|id| {
            let kind = self.document.block(id)?.kind;
            let is_free = kind == BlockKind::Paragraph && !is_labelled.contains(&id);
            let label = is_free.then(|| Label::plain(self.document.prose(id).as_str()))??;
            let Label::Speaker { name, .. } = &label else {
                return None;
            };
            self.full.contains_key(&key(name)).then_some((id, label))
        });
        let named: Vec<_> = named.collect();
        self.labels.extend(named);
        self.labels.sort_by_key(|(block, _)| *block);
    }

    fn names(&self) -> impl Iterator<Item = Named> {
        self.labels.iter().filter_map(|(_, label)| match label {
            Label::Speaker { name, office, .. } => Some((name.clone(), office.clone())),
            _ => None,
        })
    }

    /// Adds the turns that the labels begin, and tells those that ask and answer by the names of counsel and witness.
    pub(super) fn name(&self, starts: &mut Vec<Start>) {
        let labels = self.labels.iter();
        let of_labels = labels.filter_map(|(block, label)| self.start(*block, label));
        starts.splice(0..0, of_labels); // of two in one block the one that has a name, rather with its label read here
        starts.sort_by_key(|start| (start.block, !matches!(start.who, Who::Named(..))));
        starts.dedup_by_key(|start| start.block);
        let unnamed = Who::Named(WITNESS.to_owned(), None);
        let (mut examiner, mut witness) = (Who::Nobody, unnamed.clone());
        let mut labels = self.labels.iter().peekable();
        for start in starts {
            while let Some((_, label)) = labels.next_if(|(block, _)| *block <= start.block) {
                match label {
                    Label::Examiner(name) => examiner = self.who(name),
                    Label::Witness(name) => witness = self.who(name),
                    Label::Speaker {
                        name,
                        calls: Some(called),
                        ..
                    } if self.has_turns => {
                        (examiner, witness) = (self.who(name), self.who(called));
                    }
                    _ => {}
                }
            }
            let is_witness = matches!(&start.who, Who::Named(name, _) if name == WITNESS);
            let is_question = start.who == Who::Nobody && start.words.start > start.label.start;
            if start.who == Who::Answering || is_witness && witness != unnamed {
                start.who = witness.clone();
            } else if is_question {
                start.who = examiner.clone();
            }
        }
    }

    fn start(&self, block: BlockId, label: &Label) -> Option<Start> {
        let span = self.document.block(block)?.span;
        let (who, end) = match label {
            Label::Speaker { name, end, .. } => (self.who(name), *end),
            Label::Turn(Part::Answer, end) => (Who::Answering, *end),
            Label::Turn(Part::Question, end) => (Who::Nobody, *end),
            Label::Examiner(_) | Label::Witness(_) | Label::Hearing | Label::Direction => {
                let (label, words) = (Span::at(span.start), Span::at(span.start));
                return Some(Start {
                    block,
                    label,
                    words,
                    who: Who::Nobody,
                });
            }
        };
        let prose = self.document.prose(block);
        let stop = head(prose.as_str(), end).trim_end().len();
        Some(Start {
            block,
            label: prose.span(0..stop.saturating_sub(1)),
            words: prose.span(end..prose.as_str().len()),
            who,
        })
    }

    fn who(&self, name: &str) -> Who {
        let (full, office) = self.full.get(&key(name)).cloned().unwrap_or_default();
        let name = if full.is_empty() { bare(name) } else { full };
        Who::Named(name, office)
    }
}
