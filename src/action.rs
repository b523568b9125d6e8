//! Layer 2: the table of actions.
//!
//! Every verb of the reader, once: its name, what it does in one line, and its keys. Help, footer, keymap, configuration and the
//! manual read this table, so none of them can tell anything else.

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
    NextSentence,
    PreviousSentence,
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
    ShowMap,
    WidenList,
    WhoSaidWhat,
    NextGrouping,
    NextOrder,
    Filter,
    Hide,
    BringBack,
    ToggleHidden,
    ToggleOutline,
    NextPlace,
    Follow,
    ShowChanges,
    ShowHits,
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
    SetBookmark,
    GoToBookmark,
    Search,
    SearchBackwards,
    NextHit,
    PreviousHit,
    SearchWord,
    ToggleHits,
    ToggleRegex,
    ToggleWords,
    ToggleCase,
    CentreMark,
    RaiseMark,
    Copy,
    Cite,
    Select,
    SelectWord,
    SelectWordBack,
    SentenceEnd,
    SentenceStart,
    SelectSentence,
    SelectParagraph,
    OtherEnd,
    Links,
    AllLinks,
    NextLink,
    PreviousLink,
    Editor,
    Reload,
    Command,
    Choose,
    NextArticle,
    PreviousArticle,
    Narrower,
    Wider,
    ResetWidth,
    ToggleZen,
    ToggleMouse,
    Redraw,
    Suspend,
    Help,
    Facts,
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
        /// While words are selected.
        const SELECT = 1 << 3;
        /// In both panes.
        const PANES = Self::TEXT.bits() | Self::LIST.bits();
        /// Everywhere.
        const ALL = Self::PANES.bits() | Self::HELP.bits() | Self::SELECT.bits();
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What configuration calls it, for good.
    pub name: &'static str,
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
const SELECT: Scope = Scope::SELECT;
const TEXT_SELECT: Scope = TEXT.union(SELECT);
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

/// All actions, in the order of help.
pub const ACTIONS: &[Entry] = &[
    entry(
        "down",
        Action::Down,
        "move",
        "a line down, to the end of the section; in the list, the next entry",
        &[("j", ALL), ("Down", ALL)],
    ),
    entry(
        "up",
        Action::Up,
        "up",
        "a line up; in the list, the entry before",
        &[("k", ALL), ("Up", ALL)],
    ),
    entry(
        "page-down",
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
        "page-up",
        Action::PageUp,
        "page up",
        "a page up",
        &[("b", ALL), ("PageUp", ALL), ("Ctrl-b", ALL)],
    ),
    entry(
        "half-down",
        Action::HalfDown,
        "half page",
        "half a page down, to the end of the section",
        &[("d", ALL), ("Ctrl-d", ALL)],
    ),
    entry(
        "half-up",
        Action::HalfUp,
        "half page up",
        "half a page up",
        &[("u", ALL), ("Ctrl-u", ALL)],
    ),
    entry(
        "top",
        Action::Top,
        "top",
        "the top of the article",
        &[("g", ALL), ("Home", ALL)],
    ),
    entry(
        "bottom",
        Action::Bottom,
        "bottom",
        "the bottom of the article",
        &[("G", ALL), ("End", ALL)],
    ),
    entry(
        "percent",
        Action::Percent,
        "percent",
        "with a number before it: that many percent into the article",
        &[("%", TEXT)],
    ),
    entry(
        "next-question",
        Action::NextQuestion,
        "question",
        "the next question",
        &[("]", PANES), ("l", TEXT), ("Right", TEXT)],
    ),
    entry(
        "previous-question",
        Action::PreviousQuestion,
        "question before",
        "the question before",
        &[("[", PANES), ("h", TEXT), ("Left", TEXT)],
    ),
    entry(
        "next-paragraph",
        Action::NextParagraph,
        "paragraph",
        "the next paragraph, marked for copying",
        &[("}", TEXT_SELECT)],
    ),
    entry(
        "previous-paragraph",
        Action::PreviousParagraph,
        "paragraph before",
        "the paragraph before",
        &[("{", TEXT_SELECT)],
    ),
    entry(
        "next-sentence",
        Action::NextSentence,
        "sentence",
        "the next sentence, marked for copying",
        &[("J", TEXT), ("Alt-e", TEXT)],
    ),
    entry(
        "previous-sentence",
        Action::PreviousSentence,
        "sentence before",
        "the sentence before",
        &[("K", TEXT), ("Alt-a", TEXT)],
    ),
    entry(
        "next-item",
        Action::NextItem,
        "item",
        "the next quote or guarantee, whichever is listed",
        &[(".", PANES)],
    ),
    entry(
        "previous-item",
        Action::PreviousItem,
        "item before",
        "the quote or guarantee before",
        &[(",", PANES)],
    ),
    entry(
        "swap-pane",
        Action::SwapPane,
        "list",
        "from the text to the list and back",
        &[("Tab", PANES), ("Shift-Tab", PANES)],
    ),
    entry(
        "open",
        Action::Open,
        "jump",
        "in the list: jump to the entry; in the text: act on the link that is marked, or else a line down",
        &[("Enter", PANES)],
    ),
    entry(
        "unfold",
        Action::Unfold,
        "unfold",
        "in the list: unfold the section or person",
        &[("l", LIST), ("Right", LIST)],
    ),
    entry(
        "fold",
        Action::Fold,
        "fold",
        "in the list: fold the section or person",
        &[("h", LIST), ("Left", LIST)],
    ),
    entry(
        "fold-all",
        Action::FoldAll,
        "fold all",
        "in the list: fold or unfold everything",
        &[("c", LIST)],
    ),
    entry(
        "show-all",
        Action::ShowAll,
        "all",
        "in the list: quotes and guarantees",
        &[("1", LIST)],
    ),
    entry(
        "show-quotes",
        Action::ShowQuotes,
        "quotes",
        "in the list: quotes only",
        &[("2", LIST)],
    ),
    entry(
        "show-guarantees",
        Action::ShowGuarantees,
        "guarantees",
        "in the list: guarantees only",
        &[("3", LIST)],
    ),
    entry(
        "show-people",
        Action::ShowPeople,
        "people",
        "in the list: people, with what they say and give, and their turns",
        &[("4", LIST)],
    ),
    entry(
        "toggle-weak",
        Action::ToggleWeak,
        "weak",
        "in the list: weak commitments too (“said it would”)",
        &[("5", LIST)],
    ),
    entry(
        "show-map",
        Action::ShowMap,
        "map",
        "a map: how long the sections are, what is where, what you have seen",
        &[("Lm", PANES), ("8", LIST)],
    ),
    entry(
        "widen-list",
        Action::WidenList,
        "full width",
        "the list over the full width, or beside the text again",
        &[("Lw", PANES)],
    ),
    entry(
        "who-said-what",
        Action::WhoSaidWhat,
        "who said what",
        "people over the full width, with all they say and give",
        &[("Lp", PANES)],
    ),
    entry(
        "next-grouping",
        Action::NextGrouping,
        "group",
        "the list by section, by speaker, by firmness in turn",
        &[("Lg", PANES)],
    ),
    entry(
        "next-order",
        Action::NextOrder,
        "order",
        "people by place, by name, by count in turn",
        &[("Ls", PANES)],
    ),
    entry(
        "filter",
        Action::Filter,
        "filter",
        "list only what has the words you type, in itself or in what is known of it: speaker, cue, firmness",
        &[("Lf", PANES)],
    ),
    entry(
        "hide",
        Action::Hide,
        "hide",
        "in the list: hide a wrong row for good, also in later sessions; or list it again",
        &[("x", LIST)],
    ),
    entry(
        "bring-back",
        Action::BringBack,
        "bring back",
        "in the list: bring back what was hidden last",
        &[("X", LIST)],
    ),
    entry(
        "toggle-hidden",
        Action::ToggleHidden,
        "hidden",
        "what is hidden is listed too, or no more",
        &[("Lx", PANES)],
    ),
    entry(
        "toggle-outline",
        Action::ToggleOutline,
        "outline",
        "the list as an outline: questions alone, with their counts; or as it was",
        &[("Lo", PANES)],
    ),
    entry(
        "next-place",
        Action::NextPlace,
        "same words",
        "to the next place of the same words (×2), after the last to the first",
        &[("P", PANES)],
    ),
    entry(
        "follow",
        Action::Follow,
        "follow",
        "to what elaborates a guarantee (↔), or the fuller quote; from there back",
        &[("E", PANES)],
    ),
    entry(
        "show-changes",
        Action::ShowChanges,
        "changes",
        "in the list: what has changed since it was read before",
        &[("6", LIST)],
    ),
    entry(
        "show-hits",
        Action::ShowHits,
        "hits",
        "in the list: what was searched for, with the words around it",
        &[("7", LIST)],
    ),
    entry(
        "cycle-kind",
        Action::CycleKind,
        "kind",
        "all, quotes, guarantees, people in turn",
        &[("t", PANES)],
    ),
    entry(
        "back",
        Action::Back,
        "back",
        "back where you were before a jump",
        &[("Ctrl-o", PANES), ("Backspace", PANES)],
    ),
    entry(
        "forward",
        Action::Forward,
        "forward",
        "forward again",
        &[("F", PANES), ("Alt-Right", PANES)],
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
        &[("'", PANES)],
    ),
    entry(
        "cancel",
        Action::Cancel,
        "close",
        "close, cancel, clear hits; in the list, back to where your eyes were",
        &[("Esc", ALL)],
    ),
    entry(
        "search",
        Action::Search,
        "search",
        "search the whole article as you type",
        &[("/", PANES)],
    ),
    entry(
        "search-backwards",
        Action::SearchBackwards,
        "search back",
        "the same, backwards from here",
        &[("\\", PANES)],
    ),
    entry(
        "next-hit",
        Action::NextHit,
        "next hit",
        "the next hit, in the direction of the search",
        &[("n", PANES)],
    ),
    entry(
        "previous-hit",
        Action::PreviousHit,
        "hit before",
        "the hit before, against that direction",
        &[("N", PANES)],
    ),
    entry(
        "search-word",
        Action::SearchWord,
        "word",
        "search for a word: the one clicked on, or else the longest one that is marked or in the top row",
        &[("*", PANES)],
    ),
    entry(
        "toggle-hits",
        Action::ToggleHits,
        "only hits",
        "only sections and items with hits, or all of them again",
        &[("&", PANES)],
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
        &[(";", PANES)],
    ),
    entry(
        "raise-mark",
        Action::RaiseMark,
        "raise",
        "the same, to its top",
        &[("T", PANES)],
    ),
    entry(
        "copy",
        Action::Copy,
        "copy",
        "copy the marked words, or else the paragraph at the top",
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
        "select words by keyboard, from the marked ones or the first on screen",
        &[("v", TEXT_SELECT)],
    ),
    entry(
        "select-word",
        Action::SelectWord,
        "words",
        "selecting: a word further on",
        &[("l", SELECT), ("Right", SELECT), ("w", SELECT)],
    ),
    entry(
        "select-word-back",
        Action::SelectWordBack,
        "word back",
        "selecting: a word further back",
        &[("h", SELECT), ("Left", SELECT)],
    ),
    entry(
        "sentence-end",
        Action::SentenceEnd,
        "sentences",
        "selecting: to the end of the sentence, then of the next",
        &[(")", SELECT)],
    ),
    entry(
        "sentence-start",
        Action::SentenceStart,
        "sentence back",
        "selecting: to the start of the sentence, then of the one before",
        &[("(", SELECT)],
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
    entry(
        "links",
        Action::Links,
        "links",
        "links and footnotes on screen, each by its letter",
        &[("o", PANES)],
    ),
    entry(
        "all-links",
        Action::AllLinks,
        "all links",
        "links and footnotes of the whole article",
        &[("O", PANES)],
    ),
    entry(
        "next-link",
        Action::NextLink,
        "link",
        "the next link or footnote, marked so that Enter acts on it",
        &[("a", PANES)],
    ),
    entry(
        "previous-link",
        Action::PreviousLink,
        "link before",
        "the link or footnote before",
        &[("B", PANES)],
    ),
    entry(
        "editor",
        Action::Editor,
        "editor",
        "open the file in your editor, at this line; then read it anew",
        &[("e", PANES)],
    ),
    entry(
        "command",
        Action::Command,
        "command",
        "a command: :n :p :e PATH :42 :42% :q, or any of these by name",
        &[(":", PANES)],
    ),
    entry(
        "reload",
        Action::Reload,
        "reload",
        "read the article anew, keep the place, and mark what has changed",
        &[("r", PANES)],
    ),
    entry(
        "next-article",
        Action::NextArticle,
        "next article",
        "the next of the articles that are open",
        &[(")", PANES)],
    ),
    entry(
        "previous-article",
        Action::PreviousArticle,
        "article before",
        "the article before",
        &[("(", PANES)],
    ),
    entry(
        "choose-article",
        Action::Choose,
        "articles",
        "choose among the articles that are open",
        &[("A", PANES)],
    ),
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
        &[("w", PANES)],
    ),
    entry(
        "left",
        Action::Left,
        "left",
        "a wide table or code: to the left",
        &[("<", TEXT)],
    ),
    entry(
        "right",
        Action::Right,
        "right",
        "a wide table or code: to the right",
        &[(">", TEXT)],
    ),
    entry(
        "narrower",
        Action::Narrower,
        "narrower",
        "a narrower text column, also in later sessions",
        &[("-", PANES)],
    ),
    entry(
        "wider",
        Action::Wider,
        "wider",
        "a wider one",
        &[("+", PANES)],
    ),
    entry(
        "reset-width",
        Action::ResetWidth,
        "reset",
        "a column as wide as it is set to be",
        &[("=", PANES), ("Alt-=", PANES)],
    ),
    entry(
        "toggle-zen",
        Action::ToggleZen,
        "text alone",
        "the text alone, with nothing around it, or everything again",
        &[("z", PANES), ("Alt-z", PANES)],
    ),
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
        &[("Ctrl-l", ALL)],
    ),
    entry(
        "suspend",
        Action::Suspend,
        "suspend",
        "suspend; `fg` comes back",
        &[("Ctrl-z", ALL)],
    ),
    entry(
        "help",
        Action::Help,
        "help",
        "this help",
        &[("?", ALL), ("F1", ALL)],
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
        &[("Ctrl-c", ALL)],
    ),
];

impl Entry {
    /// Where the action is of use: wherever one of its keys holds.
    pub fn scope(&self) -> Scope {
        self.keys
            .iter()
            .fold(Scope::empty(), |all, &(_, scope)| all | scope)
    }
}

/// The row of an action.
pub fn describe(action: Action) -> Option<&'static Entry> {
    ACTIONS.iter().find(|entry| entry.action == action)
}

/// The action that configuration calls so.
pub fn named(name: &str) -> Option<Action> {
    let entry = ACTIONS.iter().find(|entry| entry.name == name)?;
    Some(entry.action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_name_of_its_own_words_and_a_key() {
        for entry in ACTIONS {
            let is_kebab = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(entry.name.chars().all(is_kebab), "{}", entry.name);
            assert_eq!(named(entry.name), Some(entry.action));
            assert_eq!(describe(entry.action).unwrap().name, entry.name);
            let has_all =
                !entry.label.is_empty() && !entry.doc.is_empty() && !entry.keys.is_empty();
            assert!(has_all, "{}", entry.name);
        }
        assert_eq!(named("none"), None);
    }
}
