//! The verbs that come back to where one was.

use super::{ALL, PANES, entry};
use crate::action::{Action, Entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "back",
        Action::Back,
        "back",
        "back where you were before a jump",
        &[("Ctrl-o", PANES), ("Backspace", PANES), ("Wb", PANES)],
    ),
    entry(
        "forward",
        Action::Forward,
        "forward",
        "forward again",
        &[("F", PANES), ("Alt-Right", PANES), ("Wf", PANES)],
    ),
    entry(
        "set-bookmark",
        Action::SetBookmark,
        "bookmark",
        "with a letter behind it: a bookmark here",
        &[("m", PANES)],
    ),
    entry(
        "go-to-bookmark",
        Action::GoToBookmark,
        "to bookmark",
        "with a letter behind it: to that bookmark; with another ' back where you were before a jump",
        &[("'", PANES), ("Wm", PANES)],
    ),
    entry(
        "cancel",
        Action::Cancel,
        "close",
        "close, cancel, clear hits; in the list, back to where your eyes were",
        &[("Esc", ALL), ("Dx", ALL)],
    ),
];
