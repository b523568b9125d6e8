//! Conventions: by which of its habits a text asks its questions.
//!
//! Headings always head sections. Everything else does where the text as a whole says so: one bold line is emphasis, a bold line
//! above each answer is a convention.

use std::ops::Range;

use super::contents;
use super::dialogue::Dialogue;
use super::evidence::{Candidate, Evidence, Next};
use super::number::Numbers;
use super::rules::{Rules, is_labelled};
use super::shape::Shape;
use crate::doc::block::BlockId;
use crate::text::label::Part;
use crate::text::tone::Tone;

/// How a text sets its questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Conventions {
    /// Turns with labels.
    pub(super) dialogue: Dialogue,
    /// What else heads sections.
    rules: Rules,
    /// The table of contents, whose entries head none.
    contents: Range<BlockId>,
}

impl Conventions {
    /// The conventions of a text, as far as it is known. Linear in the number of candidates.
    pub(super) fn of(evidence: &Evidence) -> Self {
        let dialogue = Dialogue::of(evidence);
        let rules = Rules::of(evidence, &dialogue);
        Self {
            dialogue,
            rules,
            contents: contents::of(evidence),
        }
    }

    /// Whether the text keeps a rule.
    pub(super) fn has(&self, rule: Rules) -> bool {
        self.rules.contains(rule)
    }

    /// Whether the candidate at `at` heads a section.
    pub(super) fn accept(&self, evidence: &Evidence, at: usize, numbers: &mut Numbers) -> bool {
        let all = &evidence.candidates;
        let is_entry = |it: &Candidate| self.contents.contains(&it.block);
        let Some(it) = all.get(at).filter(|it| !is_entry(it)) else {
            return false;
        };
        if self.is_below_label(all, at) {
            return false;
        }
        if let Some(speaker) = self.dialogue.speaker(it) {
            let is_heading = matches!(it.shape, Shape::Heading(_)) && !evidence.is_plain;
            let asks = || it.spoken().tone == Tone::Question || self.is_answered(all, at);
            let is_turn = !self.has(Rules::HEADED_TURNS) && speaker.part == Part::Question;
            return is_heading || is_turn && asks();
        }
        if self.has(Rules::LABELLED) && is_labelled(it) {
            return it.said.tone != Tone::Statement && it.next != Next::Nothing;
        }
        match it.shape {
            Shape::Heading(_) if it.names_contents => false,
            Shape::Heading(_) => {
                numbers.pass(it.number);
                true
            }
            Shape::Term => self.has(Rules::TERMS),
            _ if is_listed(all, at) => false,
            Shape::Bold => {
                let is_question = it.said.ends_asking && it.next != Next::Nothing;
                self.has(Rules::BOLD) || is_question && self.has(Rules::BOLD_QUESTIONS)
            }
            Shape::Italic if self.has(Rules::ITALIC_TURNS) => it.has_text(),
            Shape::Italic => self.has(Rules::ITALIC) && it.said.tone != Tone::Statement,
            Shape::Item(_) if it.next == Next::Item => false,
            Shape::Item(_) => {
                self.has(Rules::NUMBERS) && it.is_line && numbers.follow(it.number)
                    || self.has(Rules::ITEMS) && (it.said.ends_asking || is_headed_alike(it))
            }
            Shape::Bare if it.number.is_some() => self.has(Rules::NUMBERS),
            Shape::Bare => self.has(Rules::BARE) && !is_beside_another(all, at),
            Shape::Question => {
                self.has(Rules::QUESTIONS) && (it.has_text() || !evidence.is_plain)
                    || self.has(Rules::NUMBERS) && numbers.follow(it.number)
            }
            Shape::Request => self.has(Rules::REQUESTS) && it.has_text(),
            Shape::Told => true,
            Shape::Words => false,
        }
    }

    /// Whether somebody answers in the next block: thanks at the end are no question.
    fn is_answered(&self, all: &[Candidate], at: usize) -> bool {
        let behind = all[at].behind();
        let next = all
            .iter()
            .skip(at + 1)
            .take(2)
            .find(|it| it.block == behind);
        let speaker = next.and_then(|it| self.dialogue.speaker(it));
        speaker.is_some_and(|speaker| speaker.part == Part::Answer)
    }

    /// Whether a block holds the words of the speaker whose label stands alone above it.
    fn is_below_label(&self, all: &[Candidate], at: usize) -> bool {
        let above = at.checked_sub(1).map(|above| &all[above]);
        let above = above.filter(|it| it.voice.is_some_and(|voice| voice.is_alone));
        above.is_some_and(|it| {
            it.block.next() == all[at].block && self.dialogue.speaker(it).is_some()
        })
    }
}

/// Whether a numbered item without a question stands above its text, as those with questions do.
fn is_headed_alike(item: &Candidate) -> bool {
    item.number.is_some() && item.is_line && item.next == Next::Answer
}

/// Whether one of three lines of a kind in a row, with nothing between them: a table of contents, or a list that was flattened.
fn is_listed(all: &[Candidate], at: usize) -> bool {
    let goes_on = |first: usize| match all.get(first..first + 2) {
        Some([a, b]) => a.block.next() == b.block && is_more(a, b),
        _ => false,
    };
    let after = (at..at + 2).take_while(|&at| goes_on(at)).count();
    let before = (at.saturating_sub(2)..at).rev();
    after + before.take_while(|&at| goes_on(at)).count() >= 2
}

/// Whether a bare line has another above or below it, as those of an address or a poem do, or nothing.
fn is_beside_another(all: &[Candidate], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| &all[above]);
    let is_above = above.is_some_and(|it| {
        it.shape == Shape::Bare && it.number.is_none() && it.block.next() == all[at].block
    });
    is_above || matches!(all[at].next, Next::Nothing | Next::Candidate(Shape::Bare))
}

/// Whether a line may be the next one of the same list: set like the one before, or with a later number.
fn is_more(line: &Candidate, next: &Candidate) -> bool {
    let is_block = |shape| matches!(shape, Shape::Heading(_) | Shape::Term | Shape::Words);
    let are_of_two_lists = match (line.shape, next.shape) {
        (Shape::Item(list), Shape::Item(other)) => list != other,
        _ => false,
    };
    match (line.number, next.number) {
        _ if is_block(line.shape) || is_block(next.shape) || are_of_two_lists => false,
        (Some(number), Some(other)) => other.depth != number.depth || other.last > number.last,
        (None, None) => line.shape == next.shape,
        _ => false,
    }
}
