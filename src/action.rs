//! Layer 2: the table of actions.
//!
//! Every verb of the reader, once: its name, what it does in one line, and its keys. Help, footer and keymap read this table,
//! so none of them can tell anything else.

use bitflags::bitflags;

/// What a key can make the reader do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is documented in ACTIONS")]
pub enum Action {
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Percent,
    NextQuestion,
    PreviousQuestion,
    NextParagraph,
    PreviousParagraph,
    NextItem,
    PreviousItem,
    SwapPane,
    ToggleSidebar,
    CycleKind,
    ShowAll,
    ShowQuotes,
    ShowGuarantees,
    ShowPeople,
    ToggleWeak,
    ShowChanges,
    ToggleWhole,
    Left,
    Right,
    Open,
    Fold,
    Unfold,
    FoldAll,
    Cancel,
    Back,
    Forward,
    Search,
    NextHit,
    PreviousHit,
    Copy,
    Reload,
    Command,
    Choose,
    NextArticle,
    PreviousArticle,
    ToggleMouse,
    Redraw,
    Suspend,
    Help,
    Quit,
    Interrupt,
}

bitflags! {
    /// Where a key holds.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Scope: u8 {
        /// While the text has the focus.
        const TEXT = 1;
        /// While the sidebar has it.
        const LIST = 1 << 1;
        /// While help is shown.
        const HELP = 1 << 2;
        /// In both panes.
        const PANES = Self::TEXT.bits() | Self::LIST.bits();
        /// Everywhere.
        const ALL = Self::PANES.bits() | Self::HELP.bits();
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// A word or two for the footer.
    pub label: &'static str,
    /// What it does, for help.
    pub doc: &'static str,
    /// Its keys and where they hold, the one to show first.
    pub keys: &'static [(&'static str, Scope)],
}

const TEXT: Scope = Scope::TEXT;
const LIST: Scope = Scope::LIST;
const PANES: Scope = Scope::PANES;
const ALL: Scope = Scope::ALL;

const fn entry(
    action: Action,
    label: &'static str,
    doc: &'static str,
    keys: &'static [(&'static str, Scope)],
) -> Entry {
    Entry {
        action,
        label,
        doc,
        keys,
    }
}

/// All actions, in the order of help.
pub const ACTIONS: &[Entry] = &[
    entry(
        Action::Down,
        "move",
        "a line down, to the end of the section; in the list, the next entry",
        &[("j", ALL), ("Down", ALL), ("Enter", TEXT)],
    ),
    entry(
        Action::Up,
        "up",
        "a line up; in the list, the entry before",
        &[("k", ALL), ("Up", ALL)],
    ),
    entry(
        Action::PageDown,
        "page",
        "a page down; past the end of a section, the next one",
        &[
            ("Space", ALL),
            ("f", ALL),
            ("PageDown", ALL),
            ("Ctrl-f", ALL),
        ],
    ),
    entry(
        Action::PageUp,
        "page up",
        "a page up",
        &[("b", ALL), ("PageUp", ALL), ("Ctrl-b", ALL)],
    ),
    entry(
        Action::HalfDown,
        "half page",
        "half a page down, to the end of the section",
        &[("d", ALL), ("Ctrl-d", ALL)],
    ),
    entry(
        Action::HalfUp,
        "half page up",
        "half a page up",
        &[("u", ALL), ("Ctrl-u", ALL)],
    ),
    entry(
        Action::Top,
        "top",
        "the top of the article",
        &[("g", ALL), ("Home", ALL)],
    ),
    entry(
        Action::Bottom,
        "bottom",
        "the bottom of the article",
        &[("G", ALL), ("End", ALL)],
    ),
    entry(
        Action::Percent,
        "percent",
        "with a count before it (40%): that far into the article",
        &[("%", TEXT)],
    ),
    entry(
        Action::NextQuestion,
        "question",
        "the next question",
        &[("]", PANES), ("l", TEXT), ("Right", TEXT)],
    ),
    entry(
        Action::PreviousQuestion,
        "question before",
        "the question before",
        &[("[", PANES), ("h", TEXT), ("Left", TEXT)],
    ),
    entry(
        Action::NextParagraph,
        "paragraph",
        "the next paragraph, marked for copying",
        &[("}", TEXT)],
    ),
    entry(
        Action::PreviousParagraph,
        "paragraph before",
        "the paragraph before",
        &[("{", TEXT)],
    ),
    entry(
        Action::NextItem,
        "item",
        "the next quote or guarantee, whichever is listed",
        &[(".", PANES)],
    ),
    entry(
        Action::PreviousItem,
        "item before",
        "the quote or guarantee before",
        &[(",", PANES)],
    ),
    entry(
        Action::SwapPane,
        "list",
        "from the text to the list and back",
        &[("Tab", PANES), ("Shift-Tab", PANES)],
    ),
    entry(
        Action::Open,
        "jump",
        "in the list: jump to the entry",
        &[("Enter", LIST)],
    ),
    entry(
        Action::Unfold,
        "unfold",
        "in the list: unfold the section or person",
        &[("l", LIST), ("Right", LIST)],
    ),
    entry(
        Action::Fold,
        "fold",
        "in the list: fold the section or person",
        &[("h", LIST), ("Left", LIST)],
    ),
    entry(
        Action::FoldAll,
        "fold all",
        "in the list: fold or unfold everything",
        &[("c", LIST)],
    ),
    entry(
        Action::ShowAll,
        "all",
        "in the list: quotes and guarantees",
        &[("1", LIST)],
    ),
    entry(
        Action::ShowQuotes,
        "quotes",
        "in the list: quotes only",
        &[("2", LIST)],
    ),
    entry(
        Action::ShowGuarantees,
        "guarantees",
        "in the list: guarantees only",
        &[("3", LIST)],
    ),
    entry(
        Action::ShowPeople,
        "people",
        "in the list: both, by who says or gives them",
        &[("4", LIST)],
    ),
    entry(
        Action::ToggleWeak,
        "weak",
        "in the list: weak commitments too (“said it would”)",
        &[("5", LIST)],
    ),
    entry(
        Action::ShowChanges,
        "changes",
        "in the list: what has changed since it was read before",
        &[("6", LIST)],
    ),
    entry(
        Action::CycleKind,
        "kind",
        "all, quotes, guarantees, people in turn",
        &[("t", PANES)],
    ),
    entry(
        Action::Back,
        "back",
        "back where you were before a jump",
        &[("Ctrl-o", PANES), ("Backspace", PANES), ("''", PANES)],
    ),
    entry(
        Action::Forward,
        "forward",
        "forward again",
        &[("F", PANES), ("Alt-Right", PANES)],
    ),
    entry(
        Action::Cancel,
        "close",
        "close, cancel, clear hits; in the list, back to where your eyes were",
        &[("Esc", ALL)],
    ),
    entry(
        Action::Search,
        "search",
        "search the whole article as you type",
        &[("/", PANES)],
    ),
    entry(Action::NextHit, "next hit", "the next hit", &[("n", PANES)]),
    entry(
        Action::PreviousHit,
        "hit before",
        "the hit before",
        &[("N", PANES)],
    ),
    entry(
        Action::Copy,
        "copy",
        "copy the marked words, or else the paragraph at the top",
        &[("y", PANES)],
    ),
    entry(
        Action::Command,
        "command",
        "a command: :n :p :e PATH :42 :42% :q, or any of these by name",
        &[(":", PANES)],
    ),
    entry(
        Action::Reload,
        "reload",
        "read the article anew, keep the place, and mark what has changed",
        &[("r", PANES)],
    ),
    entry(
        Action::NextArticle,
        "next article",
        "the next of the articles that are open",
        &[(")", PANES)],
    ),
    entry(
        Action::PreviousArticle,
        "article before",
        "the article before",
        &[("(", PANES)],
    ),
    entry(
        Action::Choose,
        "articles",
        "choose among the articles that are open",
        &[("A", PANES)],
    ),
    entry(
        Action::ToggleSidebar,
        "sidebar",
        "show or hide the sidebar",
        &[("s", PANES)],
    ),
    entry(
        Action::ToggleWhole,
        "whole",
        "one section at a time, or the whole article in one flow",
        &[("w", PANES)],
    ),
    entry(
        Action::Left,
        "left",
        "a wide table or code: to the left",
        &[("<", TEXT)],
    ),
    entry(
        Action::Right,
        "right",
        "a wide table or code: to the right",
        &[(">", TEXT)],
    ),
    entry(
        Action::ToggleMouse,
        "mouse",
        "give the mouse to the terminal, for selecting, or take it back",
        &[("M", PANES)],
    ),
    entry(
        Action::Redraw,
        "redraw",
        "draw the screen anew",
        &[("Ctrl-l", ALL)],
    ),
    entry(
        Action::Suspend,
        "suspend",
        "suspend; `fg` comes back",
        &[("Ctrl-z", ALL)],
    ),
    entry(
        Action::Help,
        "help",
        "this help",
        &[("?", ALL), ("F1", ALL)],
    ),
    entry(
        Action::Quit,
        "quit",
        "quit",
        &[("q", ALL), ("Q", ALL), ("ZZ", ALL)],
    ),
    entry(
        Action::Interrupt,
        "interrupt",
        "interrupt: quit, or leave the prompt",
        &[("Ctrl-c", ALL)],
    ),
];

/// The row of an action.
pub fn describe(action: Action) -> Option<&'static Entry> {
    ACTIONS.iter().find(|entry| entry.action == action)
}
