//! Conventions: by which of its habits a text asks its questions.
//!
//! Headings always head sections. Everything else does where the text as a whole says so: one bold line is emphasis, a bold line
//! above each answer is a convention.

use std::ops::Range;

use bitflags::bitflags;

use super::contents;
use super::dialogue::Dialogue;
use super::evidence::{Candidate, Evidence, Next, Shape};
use super::number::Number;
use super::question::Tone;
use crate::doc::block::BlockId;
use crate::text::label::Part;

bitflags! {
    /// The rules that a text keeps, each with the least that it takes.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(super) struct Rules: u16 {
        /// The questions of a dialogue are headings: half of the turns of those who ask. What they say besides is no heading then.
        const HEADED_TURNS = 1;
        /// Terms head sections: two of them ask, and half of all. A glossary asks nothing.
        const TERMS = 1 << 1;
        /// Bold paragraphs do, also those that are no questions: two others are, and half of all. What the questioner says in passing
        /// is one. So do those that are the words of one who asks.
        const BOLD = 1 << 2;
        /// Questions in italics do: three that are followed by text, with what asks for an answer without being one.
        const ITALIC = 1 << 3;
        /// Questions as items of a list do: two that are followed by an answer, and half of all. Items upon items are a list of
        /// questions, and where headings ask, items belong to the answers.
        const ITEMS = 1 << 4;
        /// Numbered lines of plain text do: three numbered questions show that the numbers go through the text, or two and a line with the
        /// next number.
        const NUMBERS = 1 << 5;
        /// Lines of plain text without a full stop do: two questions stand alone like them, or three such lines among four times as
        /// many others. Where headings are underlined or numbered, other lines are none.
        const BARE = 1 << 6;
        /// Paragraphs that are questions do: three that are followed by text, and one of six paragraphs, where nothing else asks. In
        /// plain text they are headings anyway, but for those in quotation marks, which are questions where the answers have none.
        const QUESTIONS = 1 << 7;
        /// Lines that ask for an answer do: two, with questions three, and one of six paragraphs, where people speak to each other.
        const REQUESTS = 1 << 8;
        /// All paragraphs in italics do: they are the words of one who asks.
        const ITALIC_TURNS = 1 << 9;
    }
}

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
        if let Some(speaker) = self.dialogue.speaker(it) {
            let is_heading = matches!(it.shape, Shape::Heading(_)) && !evidence.is_plain;
            let asks = || it.tone == Tone::Question || self.is_answered(all, at);
            let is_turn = !self.has(Rules::HEADED_TURNS) && speaker.part == Part::Question;
            return is_heading || is_turn && asks();
        }
        match it.shape {
            Shape::Heading(_) if it.names_contents => false,
            Shape::Heading(_) => {
                numbers.pass(it.number);
                true
            }
            Shape::Term => self.has(Rules::TERMS),
            _ if is_listed(all, at) => false,
            Shape::Bold => self.has(Rules::BOLD) || it.ends_asking && it.next != Next::Nothing,
            Shape::Italic if self.has(Rules::ITALIC_TURNS) => it.has_text(),
            Shape::Italic => self.has(Rules::ITALIC) && it.tone != Tone::Statement,
            Shape::Item(_) if it.next == Next::Item => false,
            Shape::Item(_) => {
                self.has(Rules::NUMBERS) && it.is_line && numbers.follow(it.number)
                    || self.has(Rules::ITEMS) && (it.ends_asking || is_headed_alike(it))
            }
            Shape::Bare if it.number.is_some() => self.has(Rules::NUMBERS),
            Shape::Bare => self.has(Rules::BARE) && !is_beside_another(all, at),
            Shape::Question => {
                self.has(Rules::QUESTIONS) || self.has(Rules::NUMBERS) && numbers.follow(it.number)
            }
            Shape::Request => self.has(Rules::REQUESTS) && it.has_text(),
            Shape::Told => true,
            Shape::Words => false,
        }
    }

    /// Whether somebody answers in the next block: thanks at the end are no question.
    fn is_answered(&self, all: &[Candidate], at: usize) -> bool {
        let next = all
            .get(at + 1)
            .filter(|it| all[at].block.next() == it.block);
        let speaker = next.and_then(|it| self.dialogue.speaker(it));
        speaker.is_some_and(|speaker| speaker.part == Part::Answer)
    }
}

impl Rules {
    fn of(evidence: &Evidence, dialogue: &Dialogue) -> Self {
        let all = &evidence.candidates;
        let count = |is: &dyn Fn(&Candidate) -> bool| all.iter().filter(|it| is(it)).count();
        let asks = |it: &Candidate| it.tone == Tone::Question;
        let pleads = |it: &Candidate| it.tone != Tone::Statement;
        let is_asker = |it: &Candidate| {
            let speaker = dialogue.speaker(it);
            speaker.is_some_and(|speaker| speaker.part == Part::Question)
        };
        let is_heading = |it: &Candidate| matches!(it.shape, Shape::Heading(_));
        let is_term = |it: &Candidate| it.shape == Shape::Term;
        let is_bold = |it: &Candidate| it.shape == Shape::Bold && dialogue.speaker(it).is_none();
        let is_italic = |it: &Candidate| it.shape == Shape::Italic;
        let is_item = |it: &Candidate| matches!(it.shape, Shape::Item(_)) && it.ends_asking;
        let is_request = |it: &Candidate| it.shape == Shape::Request && it.has_text();

        let headed = count(&|it| is_asker(it) && is_heading(it));
        let headings = count(&|it| is_heading(it) && asks(it));
        let numbers = count(&|it| is_heading(it) && asks(it) && it.number.is_some());
        let other_headings = count(&|it| is_heading(it) && !it.ends_asking);
        let terms = count(&|it| is_term(it) && pleads(it));
        let bold = count(&|it| is_bold(it) && asks(it));
        let italic = count(&|it| is_italic(it) && pleads(it) && it.has_text());
        let items = count(&|it| is_item(it) && it.has_text());
        let bare = count(&|it| it.shape == Shape::Bare && it.has_text());
        let questions = count(&|it| it.shape == Shape::Question && it.has_text());
        let requests = count(&is_request);

        let half = |least, some, of| some >= least && 2 * some >= of;
        let is_dense = |some, one_of| one_of * some >= evidence.paragraphs;
        let has_numbers =
            numbers >= 3 || evidence.is_plain && numbers >= 2 && numbered_in_order(all) >= 3;
        let has_bare = headings >= 2 || bare >= 3 && 5 * bare <= evidence.paragraphs;
        let has_other = !dialogue.is_empty() || terms + bold + headings > 0;
        let is_quoted = evidence.is_plain && (evidence.quoted > 0 || !is_dense(questions, 4));
        let is_spoken =
            count(&|it| is_request(it) && (it.talk.to_another || it.talk.of_oneself)) > 0;
        let pleas = questions + requests + if evidence.is_plain { headings } else { 0 };
        [
            (
                Self::HEADED_TURNS,
                !evidence.is_plain && half(1, headed, count(&is_asker)),
            ),
            (Self::TERMS, half(2, terms, count(&is_term))),
            (
                Self::BOLD,
                half(2, bold, count(&is_bold)) || are_words_of_one_who_asks(evidence, is_bold),
            ),
            (Self::ITALIC, italic >= 3),
            (
                Self::ITALIC_TURNS,
                are_words_of_one_who_asks(evidence, is_italic),
            ),
            (
                Self::ITEMS,
                headings == 0 && half(2, items, count(&is_item)),
            ),
            (Self::NUMBERS, has_numbers),
            (Self::BARE, !has_numbers && other_headings == 0 && has_bare),
            (
                Self::QUESTIONS,
                !has_other && italic == 0 && !is_quoted && pleas >= 3 && is_dense(pleas, 6),
            ),
            (
                Self::REQUESTS,
                (evidence.is_plain || !has_other)
                    && requests >= 2
                    && pleas >= 3
                    && is_dense(pleas, 6)
                    && is_spoken,
            ),
        ]
        .into_iter()
        .filter_map(|(rule, holds)| holds.then_some(rule))
        .collect()
    }
}

/// Whether paragraphs of a kind are the words of one who asks, whatever each of them says: three or more, nearly all above text and one of six
/// paragraphs. Half of them speak to another, and one asks or three ask for something.
fn are_words_of_one_who_asks(evidence: &Evidence, is: impl Fn(&Candidate) -> bool) -> bool {
    let all = || evidence.candidates.iter().filter(|it| is(it));
    let count = |is: &dyn Fn(&Candidate) -> bool| all().filter(|it| is(it)).count();
    let lines = all().count();
    let asking = count(&|it| it.tone == Tone::Question);
    let requests = count(&|it| it.tone == Tone::Request);
    let is_above_text = 4 * lines <= 5 * count(&Candidate::has_text);
    let is_spoken = 2 * count(&Candidate::speaks_to_another) >= lines;
    lines >= 3
        && (asking >= 1 && asking + requests >= 2 || requests >= 3)
        && is_above_text
        && is_spoken
        && 6 * lines >= evidence.paragraphs
}

/// How many numbered lines stand above text in the order of their numbers, from the first on.
fn numbered_in_order(all: &[Candidate]) -> usize {
    let mut numbers = Numbers::default();
    let is_next = |it: &&Candidate| it.is_line && it.has_text() && numbers.follow(it.number);
    all.iter().filter(is_next).count()
}

/// Whether a numbered item without a question stands above its text, as those with questions do.
fn is_headed_alike(item: &Candidate) -> bool {
    item.number.is_some() && item.is_line && item.next == Next::Answer
}

/// The numbers that have gone by: an item among numbered headings is one of them when it has the next number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    last: u32,
}

impl Numbers {
    fn pass(&mut self, number: Option<Number>) {
        if let Some(number) = number.filter(|it| it.depth == 1) {
            self.last = number.last;
        }
    }

    fn follow(&mut self, number: Option<Number>) -> bool {
        let is_next = number.is_some_and(|it| it.depth == 1 && it.last == self.last + 1);
        if is_next {
            self.last += 1;
        }
        is_next
    }
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
