//! Rules: what heads the sections of a text besides its headings, each with the least that it takes.

use std::collections::HashSet;

use bitflags::bitflags;

use super::dialogue::Dialogue;
use super::evidence::{Candidate, Evidence, Next};
use super::number::Numbers;
use super::shape::Shape;
use crate::text::label::Part;
use crate::text::tone::Tone;

bitflags! {
    /// The rules that a text keeps, each with the least that it takes.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(super) struct Rules: u16 {
        /// The questions of a dialogue are headings: half of the turns of those who ask. What they say besides is no heading then.
        const HEADED_TURNS = 1;
        /// Terms head sections: two of them ask, and half of all. A glossary asks nothing.
        const TERMS = 1 << 1;
        /// Bold paragraphs do, also those that are no questions: two others are, and half of all. What the questioner says in passing
        /// is one. So do those that are the words of one who asks, and, where nothing else heads a section, three lines that stand as
        /// headings do.
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
        /// many others, or each of three above prose. Where headings are underlined or numbered, other lines are none.
        const BARE = 1 << 6;
        /// Paragraphs that are questions do: three that are followed by text, and one of six paragraphs, where nothing else asks. In
        /// plain text they are headings anyway, but for those in guillemets, which are questions where the answers have none, also
        /// beside others.
        const QUESTIONS = 1 << 7;
        /// Lines that ask for an answer do: two, or one besides two questions, with those three and one of six paragraphs, where people speak to
        /// each other.
        const REQUESTS = 1 << 8;
        /// All paragraphs in italics do: they are the words of one who asks.
        const ITALIC_TURNS = 1 << 9;
        /// Questions with a label do where their answers have none: two that ask.
        const LABELLED = 1 << 10;
        /// Bold questions do beside anything else that stands out like a heading, be it no question. One alone, at the most under a title,
        /// is emphasis.
        const BOLD_QUESTIONS = 1 << 11;
    }
}

/// How many candidates there are of each kind.
struct Counts {
    /// Turns of those who ask, and those of them that are headings.
    askers: usize,
    headed: usize,
    /// Headings that ask, those with numbers among them, and other headings.
    headings: usize,
    numbers: usize,
    other_headings: usize,
    /// Titles, which are headings of the first level.
    titles: usize,
    /// Terms, and those that ask.
    terms: usize,
    asking_terms: usize,
    /// Bold paragraphs, and those that ask.
    bold: usize,
    asking_bold: usize,
    /// Lines in italics that ask, above text.
    italic: usize,
    /// Items that ask, and those of them above text.
    items: usize,
    answered_items: usize,
    /// Questions with a label, above text.
    labelled: usize,
    /// Lines of plain text without a full stop, above text.
    bare: usize,
    /// Paragraphs that are questions, and lines that ask for an answer, above text.
    questions: usize,
    requests: usize,
    /// Such lines in which people speak to each other.
    spoken: usize,
}

impl Counts {
    fn of(evidence: &Evidence, dialogue: &Dialogue) -> Self {
        let all = &evidence.candidates;
        let count = |is: &dyn Fn(&Candidate) -> bool| all.iter().filter(|it| is(it)).count();
        let asks = |it: &Candidate| it.said.tone == Tone::Question;
        let pleads = |it: &Candidate| it.said.tone != Tone::Statement;
        let is_asker = |it: &Candidate| {
            let speaker = dialogue.speaker(it);
            speaker.is_some_and(|speaker| speaker.part == Part::Question)
        };
        let is_heading = |it: &Candidate| matches!(it.shape, Shape::Heading(_));
        let is_bold = |it: &Candidate| is_bold(it, dialogue);
        let is_item = |it: &Candidate| matches!(it.shape, Shape::Item(_)) && it.said.ends_asking;
        let is_above = |it: &Candidate, shape| it.shape == shape && it.has_text();
        let is_spoken = |it: &Candidate| it.said.talk.to_another || it.said.talk.of_oneself;
        Self {
            askers: count(&is_asker),
            headed: count(&|it| is_asker(it) && is_heading(it)),
            headings: count(&|it| is_heading(it) && asks(it)),
            numbers: count(&|it| is_heading(it) && asks(it) && it.number.is_some()),
            other_headings: count(&|it| is_heading(it) && !it.said.ends_asking),
            titles: count(&|it| it.shape == Shape::Heading(1)),
            terms: count(&|it| it.shape == Shape::Term),
            asking_terms: count(&|it| it.shape == Shape::Term && pleads(it)),
            bold: count(&is_bold),
            asking_bold: count(&|it| is_bold(it) && asks(it)),
            italic: count(&|it| is_above(it, Shape::Italic) && pleads(it)),
            items: count(&is_item),
            answered_items: count(&|it| is_item(it) && it.has_text()),
            labelled: count(&|it| is_labelled(it) && asks(it) && it.has_text()),
            bare: count(&|it| is_above(it, Shape::Bare)),
            questions: count(&|it| is_above(it, Shape::Question)),
            requests: count(&|it| is_above(it, Shape::Request)),
            spoken: count(&|it| is_above(it, Shape::Request) && is_spoken(it)),
        }
    }
}

impl Rules {
    /// The rules that a text keeps.
    pub(super) fn of(evidence: &Evidence, dialogue: &Dialogue) -> Self {
        let text = Text {
            evidence,
            dialogue,
            counts: Counts::of(evidence, dialogue),
            is_plain: evidence.is_plain,
        };
        let it = &text.counts;
        let is_monologue = dialogue.is_empty();
        let is_italic = |it: &Candidate| it.shape == Shape::Italic;
        let headed_turns = !text.is_plain && half(1, it.headed, it.askers);
        let rules = [
            (Self::HEADED_TURNS, headed_turns),
            (Self::TERMS, half(2, it.asking_terms, it.terms)),
            (Self::BOLD, text.has_bold()),
            (Self::BOLD_QUESTIONS, text.has_bold_questions()),
            (Self::ITALIC, it.italic >= 3),
            (Self::ITALIC_TURNS, are_of_one_who_asks(evidence, is_italic)),
            (
                Self::ITEMS,
                it.headings == 0 && half(2, it.answered_items, it.items),
            ),
            (Self::LABELLED, is_monologue && it.labelled >= 2),
            (Self::NUMBERS, text.has_numbers()),
            (Self::BARE, text.has_bare()),
            (Self::QUESTIONS, text.has_questions()),
            (Self::REQUESTS, text.has_requests()),
        ];
        let kept = rules.into_iter().filter(|(_, holds)| *holds);
        kept.map(|(rule, _)| rule).collect()
    }
}

/// A text that is asked which rules it keeps.
struct Text<'a> {
    evidence: &'a Evidence,
    dialogue: &'a Dialogue,
    counts: Counts,
    is_plain: bool,
}

impl Text<'_> {
    fn has_bold(&self) -> bool {
        let it = &self.counts;
        let is_bold = |it: &Candidate| is_bold(it, self.dialogue);
        let is_headless = it.headings + it.other_headings + it.terms == 0;
        half(2, it.asking_bold, it.bold)
            || are_of_one_who_asks(self.evidence, is_bold)
            || self.dialogue.is_empty() && is_headless && stand_as_headings(self.evidence, is_bold)
    }

    fn has_bold_questions(&self) -> bool {
        let it = &self.counts;
        let has_company = it.bold >= 2 || it.terms > 0 || !self.dialogue.is_empty();
        has_company || it.headings + it.other_headings > it.titles.min(1)
    }

    fn has_numbers(&self) -> bool {
        let numbers = self.counts.numbers;
        let are_in_order = || numbered_in_order(&self.evidence.candidates) >= 3;
        numbers >= 3 || self.is_plain && numbers >= 2 && are_in_order()
    }

    fn has_bare(&self) -> bool {
        let it = &self.counts;
        let are_headings = it.headings >= 2
            || it.bare >= 3 && 5 * it.bare <= self.evidence.paragraphs
            || stand_as_headings(self.evidence, |it| it.shape == Shape::Bare);
        !self.has_numbers() && it.other_headings == 0 && are_headings
    }

    fn has_questions(&self) -> bool {
        let it = &self.counts;
        let is_plain_copy = self.is_plain && self.dialogue.is_empty() && it.terms == 0;
        let are_alone = is_plain_copy || !self.asks_otherwise();
        let are_answered_plainly = !self.is_plain
            || self.evidence.quoted == 0
                && it.questions > 0
                && self.is_dense(it.questions + self.among_others(), 4);
        are_alone && it.italic == 0 && are_answered_plainly && self.asks_throughout()
    }

    fn has_requests(&self) -> bool {
        let it = &self.counts;
        let are_enough = it.requests >= 2 || !self.is_plain && it.questions >= 2;
        (self.is_plain || !self.asks_otherwise())
            && are_enough
            && it.spoken > 0
            && self.asks_throughout()
    }

    /// Whether something asks besides paragraphs.
    fn asks_otherwise(&self) -> bool {
        let it = &self.counts;
        !self.dialogue.is_empty() || it.asking_terms + it.asking_bold + it.headings > 0
    }

    /// Whether three lines ask, and one of six paragraphs.
    fn asks_throughout(&self) -> bool {
        let asking = self.counts.questions + self.counts.requests + self.among_others();
        asking >= 3 && self.is_dense(asking, 6)
    }

    /// Paragraphs that ask and are headings anyway.
    fn among_others(&self) -> usize {
        if self.is_plain {
            self.counts.headings
        } else {
            0
        }
    }

    /// Whether some are one of so many paragraphs.
    fn is_dense(&self, some: usize, one_of: usize) -> bool {
        one_of * some >= self.evidence.paragraphs
    }
}

/// Whether a paragraph is bold, and no turn of a dialogue.
fn is_bold(it: &Candidate, dialogue: &Dialogue) -> bool {
    it.shape == Shape::Bold && dialogue.speaker(it).is_none()
}

/// Whether so many of all are enough, and half.
fn half(least: usize, some: usize, all: usize) -> bool {
    some >= least && 2 * some >= all
}

/// Whether paragraphs of a kind are the words of one who asks, whatever each of them says: three or more, nearly all above text and one of six
/// paragraphs. Half of them speak to another, and one asks or three ask for something.
fn are_of_one_who_asks(evidence: &Evidence, is: impl Fn(&Candidate) -> bool) -> bool {
    let all = || evidence.candidates.iter().filter(|it| is(it));
    let count = |is: &dyn Fn(&Candidate) -> bool| all().filter(|it| is(it)).count();
    let lines = all().count();
    let asking = count(&|it| it.said.tone == Tone::Question);
    let requests = count(&|it| it.said.tone == Tone::Request);
    let is_above_text = 4 * lines <= 5 * count(&Candidate::has_text);
    let is_spoken = 2 * count(&|it| it.said.speaks_to_another()) >= lines;
    lines >= 3
        && (asking >= 1 && asking + requests >= 2 || requests >= 3)
        && is_above_text
        && is_spoken
        && 6 * lines >= evidence.paragraphs
}

/// Whether lines of a kind stand as headings do though none asks: three or more, each open at its end, other than the others and above prose,
/// of which there is as much again.
fn stand_as_headings(evidence: &Evidence, is: impl Fn(&Candidate) -> bool) -> bool {
    let lines: Vec<_> = evidence.candidates.iter().filter(|it| is(it)).collect();
    let names: HashSet<_> = lines.iter().map(|it| it.key).collect();
    let is_heading = |it: &&Candidate| it.is_line && it.is_open && it.next == Next::Prose;
    lines.len() >= 3
        && names.len() == lines.len()
        && 2 * lines.len() <= evidence.paragraphs
        && lines.iter().all(is_heading)
}

/// Whether a label says that a question follows.
pub(super) fn is_labelled(it: &Candidate) -> bool {
    it.voice
        .is_some_and(|voice| voice.part == Some(Part::Question))
}

/// How many numbered lines stand above text in the order of their numbers, from the first on.
fn numbered_in_order(all: &[Candidate]) -> usize {
    let mut numbers = Numbers::default();
    let is_next = |it: &&Candidate| it.is_line && it.has_text() && numbers.follow(it.number);
    all.iter().filter(is_next).count()
}
