//! The verbs of the program itself.

use super::{ALL, PANES, entry};
use crate::action::{Action, Entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "toggle-mouse",
        Action::ToggleMouse,
        "mouse",
        "give the mouse to the terminal, for selecting, or take it back",
        &[("M", PANES)],
    ),
    entry(
        "redraw",
        Action::Redraw,
        "redraw",
        "draw the screen anew",
        &[("Ctrl-l", ALL), ("Dd", ALL)],
    ),
    entry(
        "suspend",
        Action::Suspend,
        "suspend",
        "suspend; `fg` comes back",
        &[("Ctrl-z", ALL), ("Dz", ALL)],
    ),
    entry(
        "help",
        Action::Help,
        "help",
        "this help",
        &[("?", ALL), ("F1", ALL), ("Dh", ALL)],
    ),
    entry(
        "facts",
        Action::Facts,
        "facts",
        "what is known of the article: date, address, encoding, counts",
        &[("i", ALL)],
    ),
    entry(
        "quit",
        Action::Quit,
        "quit",
        "quit",
        &[("q", ALL), ("Q", ALL), ("ZZ", ALL)],
    ),
    entry(
        "interrupt",
        Action::Interrupt,
        "interrupt",
        "interrupt: quit, or leave the prompt",
        &[("Ctrl-c", ALL), ("Di", ALL)],
    ),
];
