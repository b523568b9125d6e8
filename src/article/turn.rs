//! Turns: who says what in an interview or another dialogue whose turns have labels.
//!
//! ```
//! use sidenote::article::{section::Outline, turn::turns};
//! use sidenote::doc::{Document, format::Format};
//!
//! let text = "Ann Lee: Why now?\n\nBo Roe: It is time.\n\nAL: And then?\n\nBR: We wait.";
//! let document = Document::read(text.to_owned(), Format::Markdown);
//! let turns = turns(&document, &Outline::of(&document));
//! let names: Vec<_> = turns.iter().map(|turn| turn.speaker.as_str()).collect();
//! assert_eq!(names, ["Ann Lee", "Bo Roe", "Ann Lee", "Bo Roe"]);
//! ```

use std::ops::Range;

use super::section::{Outline, is_alone, label};
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::text::label::{Part, is_aside};
use crate::text::span::Span;

/// What somebody says at a stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The name of the speaker, written out where it is anywhere.
    pub speaker: String,
    /// The name as it stands in the label.
    pub label: Span,
    /// The words in the first block, behind the label; those in the next where the label stands alone.
    pub words: Span,
    /// The blocks: the one with the label, and those up to the next turn, heading or rule, without a stage direction at their end.
    pub blocks: Range<BlockId>,
    /// Whether the speaker is one who asks or one who answers.
    pub part: Part,
}

/// The turns of an article in reading order; none where it is no dialogue. Linear.
pub fn turns(document: &Document, outline: &Outline) -> Vec<Turn> {
    let starts = outline.voices();
    let ends = starts.iter().skip(1).map(|&(block, _)| block);
    let ends = ends.chain([BlockId::new(document.len())]);
    let turn = |(&(start, speaker), end): (&_, BlockId)| {
        let prose = document.prose(start);
        let text = prose.as_str();
        let indent = text.len() - text.trim_start().len();
        let label = label(document, start, text.trim())?;
        let name = indent + label.start;
        let (first, words) = if is_alone(&label, text.trim()) {
            let below = document.prose(start.next());
            (start.next(), below.span(0..below.as_str().len()))
        } else {
            (start, prose.span(indent + label.end..text.len()))
        };
        Some(Turn {
            speaker: outline.name(speaker).to_owned(),
            label: prose.span(name..name + label.name.len()),
            words,
            blocks: start..end_of(document, first, end),
            part: speaker.part,
        })
    };
    starts.iter().zip(ends).filter_map(turn).collect()
}

/// Where a turn ends whose words begin in a block and go on to `end` at the most.
fn end_of(document: &Document, first: BlockId, end: BlockId) -> BlockId {
    let is_border = |id: &BlockId| {
        let kind = document.block(*id).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Heading(_) | BlockKind::Rule))
    };
    let behind = first.next().index();
    let border = (behind..end.index()).map(BlockId::new).find(is_border);
    let border = border.unwrap_or(end);
    let words = (behind..border.index()).rev().map(BlockId::new);
    let asides = words.take_while(|&id| is_aside(document.prose(id).as_str()));
    asides.last().unwrap_or(border)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    /// One line a turn: speaker, label, words and how many blocks; `?` before those of one who asks.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Markdown);
        let shown = |turn: &Turn| {
            let part = if turn.part == Part::Question {
                "? "
            } else {
                ""
            };
            format!(
                "{part}{} [{}] {} ({})",
                turn.speaker,
                document.slice(turn.label),
                document.visible(turn.words),
                turn.blocks.end.index() - turn.blocks.start.index(),
            )
        };
        let turns = turns(&document, &Outline::of(&document));
        assert_eq!(turns.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_and_initials_are_the_same_speaker() {
        check(
            "Two talk.\n\n**Ann Lee (AL):** Why the *harbour*?\n\n**Bo Roe:** It is deep.\n\nAnd calm.\n\n**AL:** What else?\n\n**BR:** Nothing.\n\n---\n\nThe end.",
            &[
                "? Ann Lee [Ann Lee (AL)] Why the harbour? (1)",
                "Bo Roe [Bo Roe] It is deep. (2)",
                "? Ann Lee [AL] What else? (1)",
                "Bo Roe [BR] Nothing. (1)",
            ],
        );
    }

    #[test]
    fn labels_may_stand_above_the_words() {
        let turns = [
            "? Ann Lee [Ann Lee] Why now? (2)",
            "Bo Roe [Bo Roe] It is time. (3)",
            "? Ann Lee [Ann Lee] And then? (2)",
            "Bo Roe [Bo Roe] We wait. (2)",
        ];
        for marks in [["", ":"], ["**", "**"], ["", " [00:12]"]] {
            let name = |name: &str| format!("{}{name}{}", marks[0], marks[1]);
            let (ann, bo) = (name("Ann Lee"), name("Bo Roe"));
            check(
                &format!(
                    "{ann}\n\nWhy now?\n\n{bo}\n\nIt is time.\n\nIt was late.\n\n{ann}\n\nAnd then?\n\n{bo}\n\nWe wait."
                ),
                &turns,
            );
        }
        check(
            "**AL** Why now?\n\n**BR** It is time.\n\n(LAUGHTER)\n\n**AL** And then?\n\n**BR** We wait.",
            &[
                "? AL [AL] Why now? (1)",
                "BR [BR] It is time. (1)",
                "? AL [AL] And then? (1)",
                "BR [BR] We wait. (1)",
            ],
        );
    }

    #[test]
    fn times_and_asides_belong_to_no_name() {
        check(
            "[00:12] Lee: Why now?\n\nRoe (laughs): It is time.\n\n[00:20] Lee: And then?\n\nRoe: We wait.",
            &[
                "? Lee [Lee] Why now? (1)",
                "Roe [Roe] It is time. (1)",
                "? Lee [Lee] And then? (1)",
                "Roe [Roe] We wait. (1)",
            ],
        );
        check(
            "Lee: Why now?\n\nRoe: It is time.\n\nLee: And then?\n\nBo Roe: No.\n\nRoe: We wait.",
            &[
                "? Lee [Lee] Why now? (1)",
                "Bo Roe [Roe] It is time. (1)",
                "? Lee [Lee] And then? (1)",
                "Bo Roe [Bo Roe] No. (1)",
                "Bo Roe [Roe] We wait. (1)",
            ],
        );
    }

    #[test]
    fn those_who_speak_once_speak_too() {
        check(
            "Reporter 1: Why now?\n\nRoe: It is time.\n\nReporter 2: And then?\n\nAnn Lee: He waits.\n\nEditor’s Note: It rains.\n\nRoe: We wait.",
            &[
                "? Reporter 1 [Reporter 1] Why now? (1)",
                "Roe [Roe] It is time. (1)",
                "? Reporter 2 [Reporter 2] And then? (1)",
                "Ann Lee [Ann Lee] He waits. (2)",
                "Roe [Roe] We wait. (1)",
            ],
        );
    }

    #[test]
    fn notes_and_examples_are_no_turns() {
        check(
            "Note: It rains.\n\nExample: A coat.\n\nNote: It snows.\n\nExample: Boots.",
            &[],
        );
        check("Ann Lee: One question?\n\nThat was all.", &[]);
    }
}
