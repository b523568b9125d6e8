//! Layer 2: the table of actions.
//!
//! Every verb of the reader, once: its name, what it does in one line, and its keys. Help, footer, keymap, configuration and the
//! manual read this table, so none of them can tell anything else.

mod scope;
mod table;

pub use scope::Scope;
pub use table::FAMILIES;

/// What a key can make the reader do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is documented in its row of the table")]
pub enum Action {
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    FollowEnd,
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
    SearchWordBack,
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
    Pictures,
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

/// Verbs that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// What they have in common, as a heading.
    pub title: &'static str,
    /// Their rows.
    pub entries: &'static [Entry],
}

impl Entry {
    /// Where the action is of use: wherever one of its keys holds.
    pub fn scope(&self) -> Scope {
        self.keys
            .iter()
            .fold(Scope::empty(), |all, &(_, scope)| all | scope)
    }
}

/// All actions, in the order of help.
pub fn actions() -> impl Iterator<Item = &'static Entry> + Clone {
    FAMILIES.iter().flat_map(|family| family.entries)
}

/// The row of an action.
pub fn describe(action: Action) -> Option<&'static Entry> {
    actions().find(|entry| entry.action == action)
}

/// The action that configuration calls so.
pub fn named(name: &str) -> Option<Action> {
    let entry = actions().find(|entry| entry.name == name)?;
    Some(entry.action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_name_of_its_own_words_and_a_key() {
        for entry in actions() {
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
