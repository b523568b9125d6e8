//! The verbs that select and copy words.

use super::{PANES_SELECT, SELECT, TEXT_SELECT, entry};
use crate::action::{Action, Entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "copy",
        Action::Copy,
        "copy",
        "copy the marked words, or else the paragraph of the hit or at the top",
        &[("y", PANES_SELECT)],
    ),
    entry(
        "cite",
        Action::Cite,
        "cite",
        "copy them with who said them, the article, its date and address, and where they stand",
        &[("Y", PANES_SELECT)],
    ),
    entry(
        "select",
        Action::Select,
        "select",
        "select words by keyboard, from the marked ones, the hit or the first on screen",
        &[("v", TEXT_SELECT)],
    ),
    entry(
        "select-word",
        Action::SelectWord,
        "words",
        "selecting: a word further on",
        &[
            ("l", SELECT),
            ("Right", SELECT),
            ("w", SELECT),
            ("Ww", SELECT),
        ],
    ),
    entry(
        "select-word-back",
        Action::SelectWordBack,
        "word back",
        "selecting: a word further back",
        &[("h", SELECT), ("Left", SELECT), ("WW", SELECT)],
    ),
    entry(
        "sentence-end",
        Action::SentenceEnd,
        "sentences",
        "selecting: to the end of the sentence, then of the next",
        &[(")", SELECT), ("We", SELECT)],
    ),
    entry(
        "sentence-start",
        Action::SentenceStart,
        "sentence back",
        "selecting: to the start of the sentence, then of the one before",
        &[("(", SELECT), ("WE", SELECT)],
    ),
    entry(
        "select-sentence",
        Action::SelectSentence,
        "whole sentences",
        "selecting: whole sentences; again, one more",
        &[("s", SELECT)],
    ),
    entry(
        "select-paragraph",
        Action::SelectParagraph,
        "whole paragraphs",
        "selecting: whole paragraphs; again, one more",
        &[("p", SELECT)],
    ),
    entry(
        "other-end",
        Action::OtherEnd,
        "other end",
        "selecting: go on from the other end",
        &[("o", SELECT)],
    ),
];
