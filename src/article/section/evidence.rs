//! Evidence: what each block would be if it headed a section.
//!
//! Gathered block by block, cheaply: most blocks are told from headings by their first words or their length alone. What of it
//! counts is said by the [conventions](super::convention) of the whole text.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::label::{is_alone, label};
use super::number::{Number, unnumbered};
use super::shape::{LONGEST_BOLD, Shape, is_line};
use super::talk::Talk;
use crate::doc::Document;
use crate::doc::block::{Block, BlockId, BlockKind, FrameKind, Marker};
use crate::doc::format::Format;
use crate::text::contents::is_contents;
use crate::text::label::{Label, Part};
use crate::text::sentence;
use crate::text::tone::Tone;

/// How many frames around an answer are looked at for the item of its question.
const NEAR: usize = 4;

/// A block that may head a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) block: BlockId,
    pub(super) shape: Shape,
    pub(super) said: Said,
    /// What is said in the next block, when this one is no more than a label.
    pub(super) below: Option<Said>,
    /// Whether it is no longer than a line, or a question.
    pub(super) is_line: bool,
    /// Whether it has no mark at its end, as headings have none.
    pub(super) is_open: bool,
    pub(super) number: Option<Number>,
    /// Whose words it begins.
    pub(super) voice: Option<Voice>,
    pub(super) next: Next,
    /// The same for the same words, whatever number is before them.
    pub(super) key: u64,
    /// Whether it says nothing but that it stands above a table of contents.
    pub(super) names_contents: bool,
}

impl Candidate {
    /// Whether text follows by which it may be answered.
    pub(super) fn has_text(&self) -> bool {
        matches!(self.next, Next::Text | Next::Prose | Next::Answer)
    }

    /// What the speaker says whose label it has.
    pub(super) fn spoken(&self) -> Said {
        self.below.unwrap_or(self.said)
    }

    /// The block behind the label and the words that belong to it.
    pub(super) fn behind(&self) -> BlockId {
        let is_alone = self.voice.is_some_and(|voice| voice.is_alone);
        if is_alone {
            self.block.next().next()
        } else {
            self.block.next()
        }
    }
}

/// What words say, and whether they ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) tone: Tone,
    pub(super) talk: Talk,
    /// Whether their last sentence is a question.
    pub(super) ends_asking: bool,
    /// Whether their first asks, or asks for something. Who is asked answers first, and may ask back then.
    pub(super) asks_at_once: bool,
}

impl Said {
    fn of(words: &str) -> Self {
        let first = sentence::sentences(words).next().unwrap_or_default();
        Self {
            tone: Tone::of(words),
            talk: Talk::of(words),
            ends_asking: sentence::ends_asking(words),
            asks_at_once: Tone::of(crate::text::cut(words, first)) != Tone::Statement,
        }
    }

    /// Whether it is said to somebody: it asks, asks for something, or says “you”.
    pub(super) fn speaks_to_another(self) -> bool {
        self.tone != Tone::Statement || self.talk.to_another
    }
}

/// A label as it was first met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    /// The number of its name.
    pub(super) name: usize,
    /// What the name alone says.
    pub(super) part: Option<Part>,
    /// Whether the label stands alone, above the words.
    pub(super) is_alone: bool,
}

/// What stands behind a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing, yet.
    Nothing,
    /// Text, by which a question may be answered.
    Text,
    /// Text that ends as a sentence does.
    Prose,
    /// Text of the same item of a list.
    Answer,
    /// The next item of the same list.
    Item,
    /// Something that may head a section itself, and has this shape.
    Candidate(Shape),
}

/// All candidates in reading order, and the names in their labels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) candidates: Vec<Candidate>,
    pub(super) names: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, usize>,
    /// The keys of the questions that the article says it answers.
    told: HashSet<u64>,
    /// Whether some label so far says that a question follows.
    has_asked: bool,
    /// Blocks that readers count as paragraphs.
    pub(super) paragraphs: usize,
    /// Those of them that begin with a quotation mark and are no questions.
    pub(super) quoted: usize,
    /// Whether the headings of the text are questions that stand alone on their lines.
    pub(super) is_plain: bool,
}

impl Evidence {
    /// Takes in the next block.
    pub(super) fn add(&mut self, document: &Document, id: BlockId, block: &Block) {
        if self.told.is_empty() {
            let questions = document.meta().questions.iter();
            self.told = questions
                .map(|it| key(entry(unnumbered(it.trim()))))
                .collect();
        }
        let candidate = self.candidate(document, id, block);
        let candidate = candidate.filter(|it| !self.is_reply(document, it));
        if let Some(last) = self.candidates.last_mut()
            && last.block.next() == id
        {
            let prose = document.prose(id);
            let words = prose.as_str().trim();
            if last.voice.is_some_and(|voice| voice.is_alone) {
                last.below = Some(Said::of(words));
            }
            last.next = match &candidate {
                _ if is_next_item(document, last.shape, id) => Next::Item,
                Some(candidate) if stands_out(candidate) => Next::Candidate(candidate.shape),
                _ if is_in_item(document, last, id) => Next::Answer,
                _ if words.ends_with(['.', '!', '?', '…', '”', '"', '。']) => Next::Prose,
                _ => Next::Text,
            };
        }
        self.is_plain = document.format() == Format::Text;
        self.quoted += usize::from(candidate.is_none() && is_quoted(document, block));
        let is_heading = |it: &Candidate| matches!(it.shape, Shape::Heading(_));
        let is_paragraph = block.kind.is_paragraph() && !candidate.as_ref().is_some_and(is_heading);
        self.paragraphs += usize::from(is_paragraph);
        self.candidates.extend(candidate);
    }

    fn candidate(&mut self, document: &Document, id: BlockId, block: &Block) -> Option<Candidate> {
        let may_be_told = !self.told.is_empty() && block.span.len() <= LONGEST_BOLD;
        let may_be_told = may_be_told && block.kind == BlockKind::Paragraph;
        let shape = Shape::of(document, id, block).or(may_be_told.then_some(Shape::Words))?;
        let prose = document.prose(id);
        let text = prose.as_str().trim();
        let is_told = self.is_told(text);
        let shape = match shape {
            Shape::Heading(_) | Shape::Term => shape,
            _ if is_told && document.frames(id).next().is_none() => Shape::Told,
            _ => shape,
        };
        let label = label(document, id, text);
        let label = label.filter(|label| !self.is_lettered(shape, text, label));
        if shape == Shape::Words && label.is_none() || text.is_empty() {
            return None;
        }
        let is_alone = label.is_some_and(|label| is_alone(&label, text));
        let behind = label.filter(|_| !is_alone);
        let words = unnumbered(behind.map_or(text, |label| crate::text::tail(text, label.end)));
        let mut said = Said::of(words);
        if is_told {
            said.tone = Tone::Question;
        }
        Some(Candidate {
            block: id,
            shape,
            said,
            below: None,
            is_line: said.ends_asking || is_line(words),
            is_open: words
                .trim_end_matches(sentence::CLOSING)
                .ends_with(char::is_alphanumeric),
            number: Number::of(text).or_else(|| marker(document, id)),
            voice: label.map(|label| self.voice(label, is_alone)),
            next: Next::Nothing,
            key: key(entry(words)),
            names_contents: is_contents(words),
        })
    }

    /// Whether the article says of itself that it answers this.
    fn is_told(&self, text: &str) -> bool {
        !self.told.is_empty() && self.told.contains(&key(entry(unnumbered(text))))
    }

    /// Whether a paragraph answers the question above it and asks back: something is told before it asks. “I was. Were you?”
    fn is_reply(&self, document: &Document, it: &Candidate) -> bool {
        let is_plain = it.shape == Shape::Question && it.voice.is_none() && it.number.is_none();
        let above = self.candidates.last();
        let above = above.filter(|above| is_plain && above.block.next() == it.block);
        above.is_some_and(|above| above.said.ends_asking && above.shape != Shape::Words)
            && sentence::tells_first(document.prose(it.block).as_str())
    }

    /// Whether a label is the letter of a heading in a row of them: `## A. Ships`. Hardly a row is so long that it has a Q, and an answer
    /// follows a question.
    fn is_lettered(&self, shape: Shape, text: &str, label: &Label<'_>) -> bool {
        let is_answer = label.part == Some(Part::Answer) && self.has_asked;
        matches!(shape, Shape::Heading(_))
            && crate::text::tail(text, label.name.len()).starts_with(['.', ')'])
            && !matches!(label.name, "Q" | "P")
            && !is_answer
    }

    fn voice(&mut self, label: Label<'_>, is_alone: bool) -> Voice {
        self.has_asked |= label.part == Some(Part::Question);
        let next = self.names.len();
        let name = self.numbers.get(label.name).copied().unwrap_or(next);
        if name == next {
            let word: Arc<str> = label.name.into();
            self.names.push(Arc::clone(&word));
            self.numbers.insert(word, next);
        }
        Voice {
            name,
            part: label.part,
            is_alone,
        }
    }
}

/// A number for the letters and digits of `words`, in small letters (after Fowler, Noll and Vo).
fn key(words: &str) -> u64 {
    const START: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01B3;
    let letters = words.chars().filter(|c| c.is_alphanumeric());
    letters
        .flat_map(char::to_lowercase)
        .fold(START, |key, c| (key ^ u64::from(c)).wrapping_mul(PRIME))
}

/// An entry of a table of contents without the dots and the number of a page behind it.
fn entry(words: &str) -> &str {
    let title = words
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit());
    let is_leader = |c: char| matches!(c, '.' | '…' | '·' | '_' | ' ');
    let name = title.trim_end_matches(is_leader);
    let leader = crate::text::tail(title, name.len());
    let is_led = title.len() < words.trim_end().len()
        && leader.chars().filter(|&c| c != ' ' && c != '…').count()
            + 3 * leader.matches('…').count()
            >= 3;
    if is_led { name } else { words }
}

/// Whether something that may head a section stands between a question and its answer. A line of a list without a question may be part of
/// the answer.
fn stands_out(candidate: &Candidate) -> bool {
    let is_step = matches!(candidate.shape, Shape::Item(_)) && !candidate.said.ends_asking;
    candidate.shape != Shape::Words && !is_step
}

/// Whether a paragraph begins with a quotation mark.
fn is_quoted(document: &Document, block: &Block) -> bool {
    let text = document.slice(block.span);
    block.kind == BlockKind::Paragraph && text.starts_with(['“', '"', '«', '„', '»', '‘', '「'])
}

/// The number that a list gives to its item.
fn marker(document: &Document, id: BlockId) -> Option<Number> {
    match document.frames(id).next()?.kind {
        FrameKind::Item(_, Marker::Number(number)) => Some(Number {
            depth: 1,
            last: u32::try_from(number).ok()?,
        }),
        _ => None,
    }
}

/// Whether a block begins the item after one of this shape.
fn is_next_item(document: &Document, shape: Shape, id: BlockId) -> bool {
    let Shape::Item(list) = shape else {
        return false;
    };
    let frame = document.frames(id).next();
    frame.is_some_and(|it| {
        it.first == id && matches!(it.kind, FrameKind::Item(other, _) if other == list)
    })
}

/// Whether a block stands in the same item as the candidate above it.
fn is_in_item(document: &Document, item: &Candidate, id: BlockId) -> bool {
    matches!(item.shape, Shape::Item(_))
        && document
            .frames(id)
            .take(NEAR)
            .any(|it| it.first == item.block)
}
