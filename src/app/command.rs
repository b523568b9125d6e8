//! The command line of the reader: what is typed behind `:`, what it means, and what is suggested for it.

use std::cmp::Reverse;

use super::prompt::Prompt;
use crate::action::{Action, Scope, actions};
use crate::config::keymap::Keymap;
use crate::text::fuzzy;

/// The keys that matter most in it, and what they do.
pub const KEYS: [(&str, &str); 4] = [
    ("Enter", "do it"),
    ("Esc", "cancel"),
    ("Tab", "complete"),
    ("Up Down", "choose"),
];

/// Suggestions that are shown at once at the most.
pub const MOST: usize = 8;

/// Commands that take something, and what they do.
const FORMS: [(&str, &str); 3] = [
    ("e ", "with a path or an address: open another article"),
    ("42", "a number: to that line of the source"),
    ("42%", "a number and %: that far into the article"),
];

/// Short names of actions, as `less` and `vi` have them.
const SHORT: [(&str, Action); 8] = [
    ("n", Action::NextArticle),
    ("next", Action::NextArticle),
    ("p", Action::PreviousArticle),
    ("prev", Action::PreviousArticle),
    ("previous", Action::PreviousArticle),
    ("q", Action::Quit),
    ("quit!", Action::Quit),
    ("q!", Action::Quit),
];

/// A command being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandLine {
    /// What has been typed.
    pub prompt: Prompt,
    /// What could be meant, the best first.
    pub suggestions: Vec<Suggestion>,
    /// The suggestion under the cursor, once it has been moved.
    pub cursor: Option<usize>,
    /// Whether paths that are still to come are to be typed as far as they are sure.
    pub(super) is_waiting: bool,
}

/// Something that could be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What would be typed for it.
    pub text: String,
    /// The keys that do it too.
    pub keys: String,
    /// What it does.
    pub doc: String,
    action: Option<Action>,
}

/// What a command means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Nothing was typed.
    Nothing,
    /// An action.
    Do(Action),
    /// To a line of the source, from 1.
    Line(usize),
    /// So far into the article.
    Percent(u32),
    /// Another article.
    Open(String),
    /// More must be typed behind this.
    Incomplete(String),
    /// Nothing that is known.
    Unknown,
}

impl CommandLine {
    /// An empty command line.
    pub fn new(keymap: &Keymap) -> Self {
        let mut line = Self::default();
        line.suggest(keymap);
        line
    }

    /// Finds what could be meant by what is typed now.
    pub fn suggest(&mut self, keymap: &Keymap) {
        self.cursor = None;
        let typed = self.prompt.text();
        if argument(typed).is_some() {
            // Until others are known.
            self.suggestions
                .retain(|it| it.action.is_none() && it.text.starts_with(typed));
        } else {
            self.suggestions = suggestions(typed.trim(), keymap);
        }
    }

    /// Suggests these in the place of others.
    pub fn suggest_paths(&mut self, paths: Vec<String>) {
        self.cursor = None;
        self.suggestions = paths
            .into_iter()
            .map(|path| Suggestion {
                text: format!("e {path}"),
                keys: String::new(),
                doc: String::new(),
                action: None,
            })
            .collect();
    }

    /// Moves the cursor through the suggestions, and out of them at their top.
    pub fn step(&mut self, is_down: bool) {
        let last = self.suggestions.len().checked_sub(1);
        self.cursor = match (self.cursor, is_down) {
            (None, true) => last.map(|_| 0),
            (None, false) => last,
            (Some(at), true) => last.map(|last| (at + 1).min(last)),
            (Some(at), false) => at.checked_sub(1),
        };
    }

    /// Types what is suggested at the cursor; without one, as much as all paths have in common, or else the first suggestion.
    pub fn complete(&mut self) {
        let common = argument(self.prompt.text()).and_then(|_| self.common());
        let common =
            common.filter(|it| self.cursor.is_none() && it.len() > self.prompt.text().len());
        let chosen = self.suggestions.get(self.cursor.unwrap_or(0));
        if let Some(text) = common.or_else(|| Some(chosen?.text.clone())) {
            self.prompt = Prompt::new(text);
        }
    }

    /// What all suggestions begin with.
    fn common(&self) -> Option<String> {
        let mut texts = self.suggestions.iter().map(|it| it.text.as_str());
        let first = texts.next()?;
        let shared = |a: &str, b: &str| {
            let pairs = a.char_indices().zip(b.chars());
            let mut same = pairs.skip_while(|((_, a), b)| a == b);
            same.next().map_or(a.len().min(b.len()), |((at, _), _)| at)
        };
        let length = texts.fold(first.len(), |length, text| {
            shared(crate::text::head(first, length), text)
        });
        Some(crate::text::head(first, length).to_owned())
    }

    /// The first suggestion on a screen with room for so many.
    pub fn top(&self, room: usize) -> usize {
        (self.cursor.unwrap_or(0) + 1).saturating_sub(room)
    }

    /// What it means: what the cursor is on, what was typed exactly, or else the best suggestion.
    pub fn meaning(&self) -> Command {
        let suggestion = |at: usize| {
            let suggestion = self.suggestions.get(at)?;
            Some(match (suggestion.action, argument(&suggestion.text)) {
                (Some(action), _) => Command::Do(action),
                (None, Some(path)) if !path.is_empty() => Command::Open(path.to_owned()),
                (None, _) => Command::Incomplete(suggestion.text.clone()),
            })
        };
        let chosen = self.cursor.and_then(suggestion);
        chosen
            .or_else(|| exact(self.prompt.text()))
            .or_else(|| suggestion(0))
            .unwrap_or(Command::Unknown)
    }
}

/// What stands behind the command that opens an article.
pub fn argument(typed: &str) -> Option<&str> {
    let (command, argument) = typed.trim_start().split_once(' ')?;
    matches!(command, "e" | "edit").then(|| argument.trim())
}

/// What is meant when exactly this is typed.
fn exact(typed: &str) -> Option<Command> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(Command::Nothing);
    }
    if let Some(argument) = argument(typed) {
        return Some(Command::Open(argument.to_owned()));
    }
    if let Some(percent) = typed.strip_suffix('%') {
        return percent.trim().parse().ok().map(Command::Percent);
    }
    if let Ok(line) = typed.parse() {
        return Some(Command::Line(line));
    }
    if let "e" | "edit" = typed {
        return Some(Command::Incomplete("e ".to_owned()));
    }
    let short = SHORT.iter().find(|(name, _)| *name == typed);
    let is_named = |name: &str| actions().find(|entry| entry.name == name);
    let named = || is_named(typed).or_else(|| is_named(&typed.replace(' ', "-")));
    short
        .map(|&(_, action)| action)
        .or_else(|| named().map(|entry| entry.action))
        .map(Command::Do)
}

/// What could be meant: names of actions before what they do, for those who do not know the name.
fn suggestions(typed: &str, keymap: &Keymap) -> Vec<Suggestion> {
    let forms = FORMS.iter().map(|&(text, doc)| Suggestion {
        text: text.to_owned(),
        keys: String::new(),
        doc: doc.to_owned(),
        action: None,
    });
    let actions = actions().map(|entry| {
        let mut keys: Vec<_> = keymap.keys(entry.action, Scope::ALL).collect();
        keys.dedup();
        Suggestion {
            text: entry.name.to_owned(),
            keys: keys.join("  "),
            doc: entry.doc.to_owned(),
            action: Some(entry.action),
        }
    });
    let rank = |suggestion: &Suggestion| {
        let by_name = fuzzy::score(typed, &suggestion.text).map(|score| (true, score));
        let by_doc = || fuzzy::score(typed, &suggestion.doc).map(|score| (false, score));
        by_name.or_else(by_doc)
    };
    let mut ranked: Vec<_> = forms
        .chain(actions)
        .filter_map(|suggestion| Some((Reverse(rank(&suggestion)?), suggestion)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked
        .into_iter()
        .map(|(_, suggestion)| suggestion)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &Command) {
        let mut line = CommandLine {
            prompt: Prompt::new(typed.to_owned()),
            ..CommandLine::default()
        };
        line.suggest(&Keymap::default());
        assert_eq!(line.meaning(), *expected, "{typed}");
    }

    #[test]
    fn exact_commands_win() {
        check("", &Command::Nothing);
        check("n", &Command::Do(Action::NextArticle));
        check("p", &Command::Do(Action::PreviousArticle));
        check(" q ", &Command::Do(Action::Quit));
        check("42", &Command::Line(42));
        check("42%", &Command::Percent(42));
        check("e a b.md", &Command::Open("a b.md".to_owned()));
        check("e", &Command::Incomplete("e ".to_owned()));
        check("page up", &Command::Do(Action::PageUp));
    }

    #[test]
    fn others_are_guessed() {
        check("pag u", &Command::Do(Action::PageUp));
        check("half", &Command::Do(Action::HalfDown));
        check("zzxq", &Command::Unknown);
        check("99999999999999999999999", &Command::Unknown);
    }

    #[test]
    fn paths_are_typed_as_far_as_they_are_sure() {
        let mut line = CommandLine {
            prompt: Prompt::new("e h".to_owned()),
            ..CommandLine::default()
        };
        line.suggest_paths(["häfen.md", "häuser.md"].map(str::to_owned).to_vec());
        line.complete();
        assert_eq!(line.prompt.text(), "e hä");
        line.complete();
        assert_eq!(line.prompt.text(), "e häfen.md");
    }

    #[test]
    fn every_action_can_be_named() {
        for entry in actions() {
            check(entry.name, &Command::Do(entry.action));
        }
    }
}
