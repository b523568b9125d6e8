//! The verbs of searching.

use super::{PANES, PANES_HELP, entry};
use crate::action::{Action, Entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "search",
        Action::Search,
        "search",
        "search the whole article as you type",
        &[("/", PANES_HELP), ("Ss", PANES_HELP)],
    ),
    entry(
        "search-backwards",
        Action::SearchBackwards,
        "search back",
        "the same, backwards from here",
        &[("\\", PANES_HELP), ("SS", PANES_HELP)],
    ),
    entry(
        "next-hit",
        Action::NextHit,
        "next hit",
        "the next hit, in the direction of the search",
        &[("n", PANES_HELP)],
    ),
    entry(
        "previous-hit",
        Action::PreviousHit,
        "hit before",
        "the hit before, against that direction",
        &[("N", PANES_HELP)],
    ),
    entry(
        "search-word",
        Action::SearchWord,
        "word",
        "search for a word: the one clicked on, or else the longest one that is marked or in the top row",
        &[("*", PANES), ("St", PANES)],
    ),
    entry(
        "search-word-back",
        Action::SearchWordBack,
        "word back",
        "the same, backwards",
        &[("#", PANES), ("ST", PANES)],
    ),
    entry(
        "toggle-hits",
        Action::ToggleHits,
        "only hits",
        "only sections and items with hits, or all of them again",
        &[("&", PANES), ("So", PANES)],
    ),
    entry(
        "toggle-regex",
        Action::ToggleRegex,
        "regex",
        "searches are regular expressions, or words as they stand",
        &[("Sr", PANES), ("Alt-r", PANES)],
    ),
    entry(
        "toggle-words",
        Action::ToggleWords,
        "words",
        "searches find whole words only, or parts of words too",
        &[("Sw", PANES), ("Alt-w", PANES)],
    ),
    entry(
        "toggle-case",
        Action::ToggleCase,
        "case",
        "capitals matter to searches: where one is typed, always, never",
        &[("Sc", PANES), ("Alt-c", PANES)],
    ),
    entry(
        "centre-mark",
        Action::CentreMark,
        "centre",
        "the marked words, or else the hit, to the middle of the screen",
        &[(";", PANES), ("Wc", PANES)],
    ),
    entry(
        "raise-mark",
        Action::RaiseMark,
        "raise",
        "the same, to its top",
        &[("T", PANES)],
    ),
];
