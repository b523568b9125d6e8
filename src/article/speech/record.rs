//! Records of parliaments and courts: labels in capitals, and questions and answers whose speakers were named before.
//!
//! ```text
//! BY MR. DELACOE:             the questions that follow are his
//! PERRIN VANCE, having been   the answers are hers
//! THE COURT: Overruled.
//! ```

use std::collections::HashMap;

use super::{Start, Who};
use crate::article::reading::lexicon::{self, Traits};
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::text::label::{self, Part};
use crate::text::span::Span;
use crate::text::{head, tail};

/// Fewest labels of a record, fewest of them with more than one word, and fewest speakers.
const FEWEST_LABELS: usize = 3;
const FEWEST_NAMES: usize = 2;
const FEWEST_SPEAKERS: usize = 2;

/// Fewest letters of a label: *Q* and *A* are none of these.
const SHORTEST: usize = 3;

/// Longest label in bytes, with an office in brackets.
const LONGEST: usize = 120;

/// What tells in a record who speaks.
pub(super) struct Record<'a> {
    document: &'a Document,
    labels: Vec<(BlockId, Label)>,
    /// The fullest name with each last word.
    full: HashMap<String, Named>,
}

/// A name and what its label says this one is.
type Named = (String, Option<String>);

/// What a paragraph begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Label {
    /// `MR. HALE: `, with the bytes up to the words behind it.
    Speaker {
        name: String,
        office: Option<String>,
        end: usize,
    },
    /// `Q. ` or `A. `, with the bytes up to the words behind it.
    Turn(Part, usize),
    /// `BY MR. HALE:`
    Examiner(String),
    /// `PERRIN VANCE, having been duly sworn, …`
    Witness(String),
    /// Anything else in capitals or brackets.
    Direction,
}

impl<'a> Record<'a> {
    /// The record that a document is, if it is one.
    pub(super) fn of(document: &'a Document) -> Option<Self> {
        let is_spoken = |id: &BlockId| {
            let kind = document.block(*id).map(|block| block.kind);
            matches!(kind, Some(BlockKind::Paragraph | BlockKind::Heading(_)))
        };
        let label = |id: BlockId| Some((id, Label::of(document.prose(id).as_str())?));
        let labels: Vec<_> = document.ids().filter(is_spoken).filter_map(label).collect();
        let mut record = Self {
            document,
            labels,
            full: HashMap::new(),
        };
        let names: Vec<_> = record.names().collect();
        let spoken = names.iter().filter(|(name, _)| name.contains(' ')).count();
        let mut speakers: Vec<_> = names.iter().map(|(name, _)| last_word(name)).collect();
        let count = speakers.len();
        speakers.sort();
        speakers.dedup();
        let is_record =
            count >= FEWEST_LABELS && spoken >= FEWEST_NAMES && speakers.len() >= FEWEST_SPEAKERS;
        for (name, office) in names {
            let known = record
                .full
                .entry(last_word(&name))
                .or_insert((String::new(), None));
            if bare(&name).len() > known.0.len() {
                known.0 = bare(&name);
            }
            known.1 = known.1.take().or(office);
        }
        is_record.then_some(record)
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
        let (mut examiner, mut witness) = (Who::Nobody, Who::Answering);
        let mut labels = self.labels.iter().peekable();
        for start in starts {
            while let Some((_, label)) = labels.next_if(|(block, _)| *block <= start.block) {
                match label {
                    Label::Examiner(name) => examiner = self.who(name),
                    Label::Witness(name) => witness = self.who(name),
                    Label::Speaker { .. } | Label::Turn(..) | Label::Direction => {}
                }
            }
            let is_witness = matches!(&start.who, Who::Named(name, _) if name == "the witness");
            let is_question = start.who == Who::Nobody && start.words.start > start.label.start;
            if start.who == Who::Answering || is_witness && witness != Who::Answering {
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
            Label::Examiner(_) | Label::Witness(_) | Label::Direction => {
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
        let (full, office) = self.full.get(&last_word(name)).cloned().unwrap_or_default();
        let name = if full.is_empty() { bare(name) } else { full };
        Who::Named(name, office)
    }
}

impl Label {
    fn of(text: &str) -> Option<Self> {
        let line = head(text, LONGEST);
        if line.starts_with(['(', '[']) {
            return Some(Self::Direction);
        }
        let turn =
            label::Label::of(text).and_then(|label| Some(Self::Turn(label.part?, label.end)));
        if turn.is_some() {
            return turn;
        }
        let capitals = capitals(line);
        let rest = tail(line, capitals.len());
        let mut letters = capitals.chars().filter(|c| c.is_alphabetic());
        letters.nth(SHORTEST - 1)?;
        if is_calling(rest) {
            return Some(Self::Witness(readable(capitals)));
        }
        let (office, behind) = office(rest);
        let Some(words) = behind.strip_prefix(':') else {
            return rest.trim().is_empty().then_some(Self::Direction);
        };
        if let Some(name) = capitals
            .strip_prefix("BY ")
            .filter(|_| words.trim().is_empty())
        {
            return Some(Self::Examiner(readable(name)));
        }
        words
            .starts_with(char::is_whitespace)
            .then(|| Self::Speaker {
                name: readable(capitals),
                office,
                end: line.len() - words.trim_start().len(),
            })
    }
}

/// Whether what follows a name in capitals calls a witness.
fn is_calling(rest: &str) -> bool {
    const CALLS: &[&str] = &[
        "having been",
        "being first",
        "being duly",
        "called as a witness",
    ];
    let rest = rest.strip_prefix(", ");
    rest.is_some_and(|rest| CALLS.iter().any(|call| rest.starts_with(call)))
}

/// The words in capitals that a line begins with, without the space behind them.
fn capitals(line: &str) -> &str {
    let is_part = |word: &str| {
        let has_letters = word.chars().any(char::is_alphabetic);
        has_letters && !word.contains(char::is_lowercase)
    };
    let mut end = 0;
    for word in line.split(' ') {
        let name = word.trim_end_matches([':', ',']);
        if !is_part(name) {
            break;
        }
        end += usize::from(end > 0) + name.len();
        if name.len() < word.len() {
            break;
        }
    }
    head(line, end)
}

/// An office in brackets behind a name, and what follows.
fn office(rest: &str) -> (Option<String>, &str) {
    let inside = rest
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'));
    inside.map_or((None, rest), |(office, behind)| {
        (Some(office.to_owned()), behind)
    })
}

/// `MR. HALE` as *Mr. Hale*, `THE COURT` as *the court*.
fn readable(name: &str) -> String {
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    let is_described = lexicon::traits(&first).intersects(Traits::DETERMINER);
    if is_described {
        return name.to_lowercase();
    }
    let word = |word: &str| {
        let first = word.chars().next().map_or(0, char::len_utf8);
        head(word, first).to_owned() + &tail(word, first).to_lowercase()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A name without its form of address.
fn bare(name: &str) -> String {
    let is_address =
        |word: &&str| lexicon::traits(word.trim_end_matches('.')).intersects(Traits::ADDRESS);
    let words: Vec<_> = name.split(' ').skip_while(is_address).collect();
    words.join(" ")
}

fn last_word(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read() {
        let speaker = |name: &str, office: Option<&str>, end| {
            let office = office.map(str::to_owned);
            Some(Label::Speaker {
                name: name.to_owned(),
                office,
                end,
            })
        };
        for (text, expected) in [
            ("MR. HALE: I ask.", speaker("Mr. Hale", None, 10)),
            (
                "MS. BRAY (Minister): Yes.",
                speaker("Ms. Bray", Some("Minister"), 21),
            ),
            ("THE COURT: Sit.", speaker("the court", None, 11)),
            ("BY MR. HALE:", Some(Label::Examiner("Mr. Hale".to_owned()))),
            (
                "ANN VANCE, having been sworn, said:",
                Some(Label::Witness("Ann Vance".to_owned())),
            ),
            (
                "ANN VANCE, called as a witness, said:",
                Some(Label::Witness("Ann Vance".to_owned())),
            ),
            ("DIRECT EXAMINATION", Some(Label::Direction)),
            ("NATO said no.", None),
            ("Ann Lee: Yes.", None),
            ("A: Yes.", Some(Label::Turn(Part::Answer, 3))),
        ] {
            assert_eq!(Label::of(text), expected, "{text}");
        }
    }
}
