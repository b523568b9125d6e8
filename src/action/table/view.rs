//! The verbs that change how an article is shown.

use super::{PANES, TEXT, entry};
use crate::action::{Action, Entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "toggle-sidebar",
        Action::ToggleSidebar,
        "sidebar",
        "show or hide the sidebar",
        &[("s", PANES)],
    ),
    entry(
        "toggle-whole",
        Action::ToggleWhole,
        "whole",
        "one section at a time, or the whole article in one flow",
        &[("w", PANES), ("Df", PANES)],
    ),
    entry(
        "left",
        Action::Left,
        "left",
        "the wide table or code in the middle: to the left",
        &[("<", TEXT), ("Dl", TEXT)],
    ),
    entry(
        "right",
        Action::Right,
        "right",
        "the wide table or code in the middle: to the right",
        &[(">", TEXT), ("Dr", TEXT)],
    ),
    entry(
        "narrower",
        Action::Narrower,
        "narrower",
        "a narrower text column, also in later sessions",
        &[("-", PANES), ("Dn", PANES)],
    ),
    entry(
        "wider",
        Action::Wider,
        "wider",
        "a wider one",
        &[("+", PANES), ("Dw", PANES)],
    ),
    entry(
        "reset-width",
        Action::ResetWidth,
        "reset",
        "a column as wide as it is set to be",
        &[("=", PANES), ("Alt-=", PANES), ("Ds", PANES)],
    ),
    entry(
        "toggle-zen",
        Action::ToggleZen,
        "text alone",
        "the text alone, with nothing around it, or everything again",
        &[("z", PANES), ("Alt-z", PANES), ("Da", PANES)],
    ),
];
