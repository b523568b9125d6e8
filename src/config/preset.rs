//! Presets: keys to begin with, for hands that know another program.
//!
//! A preset is what differs from the table of actions. What is not named here is as it is there.

use super::key::Key;
use super::keymap::Change;
use crate::action::{Action, Scope, describe};

/// Keys to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// Those of the table of actions.
    #[default]
    Sidenote,
    /// Those of less.
    Less,
    /// Those of vim.
    Vim,
}

impl Preset {
    /// All presets.
    pub const ALL: &[Self] = &[Self::Sidenote, Self::Less, Self::Vim];

    /// What configuration calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sidenote => "sidenote",
            Self::Less => "less",
            Self::Vim => "vim",
        }
    }

    /// What it changes in the keys of the table. Keys hold wherever their action does.
    pub fn changes(self) -> Vec<Change> {
        let rows = match self {
            Self::Sidenote => &[],
            Self::Less => LESS,
            Self::Vim => VIM,
        };
        let changes = rows.iter().flat_map(|&(action, keys)| {
            let scope = describe(action).map_or(Scope::ALL, crate::action::Entry::scope);
            keys.iter().filter_map(move |keys| {
                Some(Change {
                    keys: Key::parse_chord(keys)?,
                    scope,
                    action: Some(action),
                })
            })
        });
        changes.collect()
    }
}

/// Actions with the keys that they get, the one to show first.
type Rows = &'static [(Action, &'static [&'static str])];

/// less moves by lines with `e` and `y`, by windows with `z` and `w`, so what these do here moves to capitals. The arrows go sideways. `Ctrl-c`
/// ends what goes on and never the program.
const LESS: Rows = &[
    (Action::Down, &["j", "e", "Ctrl-e", "Ctrl-n", "J", "Alt-j"]),
    (
        Action::Up,
        &["k", "y", "Ctrl-y", "Ctrl-k", "Ctrl-p", "K", "Alt-k"],
    ),
    (
        Action::PageDown,
        &["Space", "f", "z", "Ctrl-v", "Alt-Space"],
    ),
    (Action::PageUp, &["b", "w", "Alt-v"]),
    (Action::Top, &["g", "<", "Alt-<"]),
    (Action::Bottom, &["G", ">", "Alt->", "Alt-G"]),
    (Action::FollowEnd, &["F", "Alt-F"]),
    (Action::Percent, &["p", "%"]),
    (Action::Left, &["Left", "Alt-(", "Alt-{"]),
    (Action::Right, &["Right", "Alt-)", "Alt-}"]),
    (Action::SearchBackwards, &["?"]),
    (Action::NextHit, &["n", "Alt-n"]),
    (Action::PreviousHit, &["N", "Alt-N"]),
    (Action::Cancel, &["Esc", "Ctrl-c", "Alt-u"]),
    (Action::Back, &["Ctrl-x Ctrl-x"]),
    (Action::Redraw, &["r", "Ctrl-r"]),
    (Action::Reload, &["R"]),
    (Action::Facts, &["=", "Ctrl-g"]),
    (Action::Help, &["h", "H"]),
    (Action::Copy, &["C"]),
    (Action::Editor, &["v"]),
    (Action::Select, &["V"]),
];

/// vim's keys for scrolling, searching, tabs, windows and folds. `Tab` stays what it is, although vim goes forward with it.
const VIM: Rows = &[
    (Action::Top, &["gg"]),
    (Action::Down, &["j", "Ctrl-e", "gj"]),
    (Action::Up, &["k", "Ctrl-y", "gk"]),
    (Action::NextQuestion, &["]]"]),
    (Action::PreviousQuestion, &["[["]),
    (Action::NextSentence, &[")"]),
    (Action::PreviousSentence, &["("]),
    (Action::NextArticle, &["]b"]),
    (Action::PreviousArticle, &["[b"]),
    (Action::CentreMark, &["zz", "z."]),
    (Action::RaiseMark, &["zt"]),
    (Action::Left, &["zh"]),
    (Action::Right, &["zl"]),
    (Action::SearchBackwards, &["?"]),
    (Action::Select, &["v", "V"]),
    (Action::SelectWord, &["w", "e", "l"]),
    (Action::SelectWordBack, &["b", "h"]),
    (Action::Links, &["o", "gx", "gf"]),
    (Action::Back, &["Ctrl-o", "Ctrl-t"]),
    (Action::GoToBookmark, &["'", "`"]),
    (Action::SwapPane, &["Tab", "Ctrl-w w", "Ctrl-w Ctrl-w"]),
    (Action::CycleKind, &["gt", "t"]),
    (Action::Unfold, &["zo"]),
    (Action::Fold, &["zc"]),
    (Action::FoldAll, &["zM", "zR"]),
    (Action::Facts, &["Ctrl-g", "i"]),
    (Action::Help, &["g?", "F1"]),
    (Action::Cancel, &["Esc", "Ctrl-c"]),
    (Action::Quit, &["q", "ZZ", "ZQ"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::actions;
    use crate::config::key::Code;
    use crate::config::keymap::{Keymap, Meaning};

    #[test]
    fn every_key_of_a_preset_does_what_it_says() {
        for (preset, rows) in [(Preset::Less, LESS), (Preset::Vim, VIM)] {
            let keymap = Keymap::default().changed(preset.changes());
            for &(action, keys) in rows {
                let scope = describe(action).unwrap().scope();
                for (written, place) in keys
                    .iter()
                    .flat_map(|written| scope.iter().map(move |place| (written, place)))
                {
                    let keys = Key::parse_chord(written).unwrap();
                    let meaning = keymap.meaning(&keys, place);
                    assert_eq!(meaning, Meaning::Action(action), "{written} in {preset:?}");
                }
            }
        }
    }

    #[test]
    fn every_action_has_a_key_of_letters_alone_wherever_it_holds() {
        let is_letter = |key: &Key| match key.code {
            Code::Char(c) => c.is_ascii_alphabetic() && !key.ctrl && !key.alt,
            _ => false,
        };
        let is_typed = |keys: String| Key::parse_chord(&keys).unwrap().iter().all(is_letter);
        let mut lost = Vec::new();
        for preset in Preset::ALL {
            let keymap = Keymap::default().changed(preset.changes());
            for entry in actions() {
                for place in entry.scope().iter() {
                    if !keymap.keys(entry.action, place).any(is_typed) {
                        lost.push(format!("{} in {place:?} of {preset:?}", entry.name));
                    }
                }
            }
        }
        assert!(lost.is_empty(), "{lost:#?}");
    }
}
