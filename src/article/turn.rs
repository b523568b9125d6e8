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

use super::section::Outline;
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::text::label::{Label, Part};
use crate::text::span::Span;

/// What somebody says at a stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The name of the speaker, written out where it is anywhere.
    pub speaker: String,
    /// The name as it stands in the label.
    pub label: Span,
    /// The words in the first block, behind the label.
    pub words: Span,
    /// The blocks: the one with the label, and those up to the next turn, heading or rule.
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
        let label = Label::of(text.trim())?;
        Some(Turn {
            speaker: outline.name(speaker).to_owned(),
            label: prose.span(indent..indent + label.name.len()),
            words: prose.span(indent + label.end..text.len()),
            blocks: start..end_of(document, start, end),
            part: speaker.part,
        })
    };
    starts.iter().zip(ends).filter_map(turn).collect()
}

/// Where a turn ends that goes on to `end` at the most.
fn end_of(document: &Document, start: BlockId, end: BlockId) -> BlockId {
    let is_border = |id: &BlockId| {
        let kind = document.block(*id).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Heading(_) | BlockKind::Rule))
    };
    let mut behind = (start.next().index()..end.index()).map(BlockId::new);
    behind.find(is_border).unwrap_or(end)
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
    fn notes_and_examples_are_no_turns() {
        check(
            "Note: It rains.\n\nExample: A coat.\n\nNote: It snows.\n\nExample: Boots.",
            &[],
        );
        check("Ann Lee: One question?\n\nThat was all.", &[]);
    }
}
