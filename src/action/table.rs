//! The table: what the verbs are called, what they do and by which keys, in the order of help.

mod articles;
mod back;
mod list;
mod moving;
mod program;
mod search;
mod view;
mod words;

use super::{Action, Entry, Family, Scope};

/// All verbs, by what they are for.
pub const FAMILIES: &[Family] = &[
    Family {
        title: "Moving",
        entries: moving::ENTRIES,
    },
    Family {
        title: "The list",
        entries: list::ENTRIES,
    },
    Family {
        title: "Coming back",
        entries: back::ENTRIES,
    },
    Family {
        title: "Searching",
        entries: search::ENTRIES,
    },
    Family {
        title: "Selecting and copying",
        entries: words::ENTRIES,
    },
    Family {
        title: "Links and articles",
        entries: articles::ENTRIES,
    },
    Family {
        title: "What is shown",
        entries: view::ENTRIES,
    },
    Family {
        title: "The program",
        entries: program::ENTRIES,
    },
];

const TEXT: Scope = Scope::TEXT;
const LIST: Scope = Scope::LIST;
const PANES: Scope = Scope::PANES;
const ALL: Scope = Scope::ALL;
const SELECT: Scope = Scope::SELECT;
const TEXT_SELECT: Scope = TEXT.union(SELECT);
const PANES_HELP: Scope = PANES.union(Scope::HELP);
const PANES_SELECT: Scope = PANES.union(SELECT);

const fn entry(
    name: &'static str,
    action: Action,
    label: &'static str,
    doc: &'static str,
    keys: &'static [(&'static str, Scope)],
) -> Entry {
    Entry {
        name,
        action,
        label,
        doc,
        keys,
    }
}
