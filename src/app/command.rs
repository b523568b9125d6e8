//! The command line of the reader: what is typed behind `:`, what it means, and what is suggested for it.

use std::cmp::Reverse;

use super::direction::Direction;
use super::prompt::Prompt;
use super::words::Words;
use crate::action::{Action, Scope, actions};
use crate::config::keymap::Keymap;
use crate::text::fuzzy;

/// The keys that matter most in it, and what they do.
pub const KEYS: [(&str, &str); 5] = [
    ("Enter", "do it"),
    ("Esc", "cancel"),
    ("Tab", "complete"),
    ("Down", "choose"),
    ("Up", "earlier commands"),
];

/// Commands that are remembered.
const REMEMBERED: usize = 100;

/// Suggestions that are shown at once at the most.
pub const MOST: usize = 8;

/// Commands that take something, and what they do.
const FORMS: [(&str, &str); 4] = [
    ("e ", "another article, by its path or address"),
    ("42", "to that line of the source"),
    ("42%", "that far into the article"),
    ("theme ", "how it looks, in this session"),
];

/// Short names of actions, as `less` and `vi` have them.
const SHORT: &[(&[&str], Action)] = &[
    (&["n", "next", "bn", "bnext"], Action::NextArticle),
    (
        &["p", "prev", "previous", "N", "bp", "bprevious"],
        Action::PreviousArticle,
    ),
    (&["ls", "files", "buffers"], Action::Choose),
    (&["f", "file"], Action::Facts),
    (&["h"], Action::Help),
    (&["$"], Action::Bottom),
    (&["marks"], Action::GoToBookmark),
    (&["noh", "nohlsearch"], Action::Cancel),
    (
        &[
            "q", "q!", "quit!", "qa", "qa!", "qall", "wq", "wq!", "wqa", "x", "x!", "xa",
        ],
        Action::Quit,
    ),
];

/// Names of what is not done: an article is never changed.
const WRITING: &[&str] = &["w", "w!", "write", "wa", "sav", "saveas", "update"];

/// A command being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandLine {
    /// What has been typed.
    pub prompt: Prompt,
    /// What could be meant, the best first.
    pub suggestions: Vec<Suggestion>,
    /// The suggestion under the cursor, once it has been moved.
    pub cursor: Option<usize>,
    /// The themes that there are.
    pub(super) themes: Vec<String>,
    /// What was typed before, the latest last.
    pub(super) earlier: Vec<String>,
    /// Which of that has been taken up.
    pub(super) recalled: Option<usize>,
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
    command: Command,
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
    /// Another theme.
    Theme(String),
    /// To write the article, which is not done.
    Write,
    /// More must be typed behind this.
    Incomplete(String),
    /// Nothing that is known.
    Unknown,
}

impl CommandLine {
    /// An empty command line, with the themes that there are and what was typed before.
    pub fn new(keymap: &Keymap, themes: Vec<String>, earlier: &[String]) -> Self {
        let mut line = Self {
            themes,
            earlier: earlier.to_vec(),
            ..Self::default()
        };
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
                .retain(|it| matches!(it.command, Command::Open(_)) && it.text.starts_with(typed));
        } else if let Some(name) = theme(typed) {
            self.suggestions = self.themes_like(name);
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
                command: Command::Open(path),
            })
            .collect();
    }

    fn themes_like(&self, typed: &str) -> Vec<Suggestion> {
        let themes = self.themes.iter();
        let like = themes.filter_map(|name| Some((Reverse(fuzzy::score(typed, name)?), name)));
        let mut like: Vec<_> = like.collect();
        like.sort_by_key(|(score, _)| *score);
        let suggestion = |(_, name): (_, &String)| Suggestion {
            text: format!("theme {name}"),
            keys: String::new(),
            doc: String::new(),
            command: Command::Theme(name.clone()),
        };
        like.into_iter().map(suggestion).collect()
    }

    /// Types what was typed before, or after that; whether there is such a command.
    pub fn recall(&mut self, direction: Direction, keymap: &Keymap) -> bool {
        let wanted = match (direction, self.recalled) {
            (Direction::Up, None) => self.earlier.len().checked_sub(1),
            (Direction::Up, Some(at)) => Some(at.saturating_sub(1)),
            (Direction::Down, at) => at.map(|at| at + 1),
        };
        let Some(text) = wanted.and_then(|at| self.earlier.get(at)) else {
            return false;
        };
        self.prompt = Prompt::new(text.clone());
        self.recalled = wanted;
        self.suggest(keymap);
        true
    }

    /// Moves the cursor through the suggestions, and out of them at their top.
    pub fn step(&mut self, direction: Direction) {
        let last = self.suggestions.len().checked_sub(1);
        self.cursor = match (direction, self.cursor) {
            (Direction::Down, at) => last.map(|last| at.map_or(0, |at| last.min(at + 1))),
            (Direction::Up, Some(at)) => at.checked_sub(1),
            (Direction::Up, None) => last,
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

    /// What it means: what the cursor is on, what was typed exactly, or else the best suggestion, where that has the words.
    pub fn meaning(&self) -> Command {
        let suggestion = |at: usize| Some(self.suggestions.get(at)?.command.clone());
        let chosen = self.cursor.and_then(suggestion);
        chosen
            .or_else(|| self.named_theme())
            .or_else(|| exact(self.prompt.text()))
            .or_else(|| suggestion(0).filter(|_| self.is_sure()))
            .unwrap_or(Command::Unknown)
    }

    /// Whether the best suggestion has what is typed as its words or their beginnings; letters here and there are shown, not done.
    fn is_sure(&self) -> bool {
        let typed = self.prompt.text().trim().to_lowercase();
        let has_words = |best: &Suggestion| {
            let mut words = best.text.split([' ', '-']);
            let is_named = typed
                .split([' ', '-'])
                .all(|typed| words.any(|word| word.starts_with(typed)));
            is_named || Words::new(&typed).is_some_and(|it| it.are_in(&best.doc))
        };
        self.suggestions.first().is_some_and(has_words)
    }

    /// The theme that is named exactly.
    fn named_theme(&self) -> Option<Command> {
        let name = theme(self.prompt.text())?;
        let is_known = self.themes.iter().any(|it| it == name);
        is_known.then(|| Command::Theme(name.to_owned()))
    }
}

/// Keeps a command that was typed.
pub fn remember(commands: &mut Vec<String>, typed: &str) {
    let typed = typed.trim();
    if typed.is_empty() {
        return;
    }
    commands.retain(|it| it != typed);
    commands.push(typed.to_owned());
    let over = commands.len().saturating_sub(REMEMBERED);
    commands.drain(..over);
}

/// What stands behind the command that changes the theme.
pub(super) fn theme(typed: &str) -> Option<&str> {
    let (command, name) = typed.trim_start().split_once(' ')?;
    (command == "theme").then(|| name.trim())
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
        let percent: Option<u32> = percent.trim().parse().ok();
        return percent.map(|percent| Command::Percent(percent.min(100)));
    }
    if let Ok(line) = typed.parse::<usize>() {
        return Some(Command::Line(line.max(1)));
    }
    if WRITING.contains(&typed.split(' ').next().unwrap_or_default()) {
        return Some(Command::Write);
    }
    if let "e" | "edit" = typed {
        return Some(Command::Incomplete("e ".to_owned()));
    }
    if typed == "theme" {
        return Some(Command::Incomplete("theme ".to_owned()));
    }
    let short = SHORT.iter().find(|(names, _)| names.contains(&typed));
    let is_named = |name: &str| actions().find(|entry| entry.name == name);
    let named = || is_named(typed).or_else(|| is_named(&typed.replace(' ', "-")));
    short
        .map(|&(_, action)| action)
        .or_else(|| named().map(|entry| entry.action))
        .map(Command::Do)
}

/// What could be meant: what has exactly this name, then names that are like it, then what is told of actions in these words.
fn suggestions(typed: &str, keymap: &Keymap) -> Vec<Suggestion> {
    let forms = FORMS.iter().map(|&(text, doc)| Suggestion {
        text: text.to_owned(),
        keys: String::new(),
        doc: doc.to_owned(),
        command: Command::Incomplete(text.to_owned()),
    });
    let actions = actions().map(|entry| {
        let mut keys: Vec<_> = keymap.keys(entry.action, Scope::ALL).collect();
        keys.dedup();
        Suggestion {
            text: entry.name.to_owned(),
            keys: keys.join("  "),
            doc: entry.doc.to_owned(),
            command: Command::Do(entry.action),
        }
    });
    let (exact, words) = (exact(typed), Words::new(typed));
    let rank = |suggestion: &Suggestion| {
        if exact.as_ref() == Some(&suggestion.command) {
            return Some((2, 0));
        }
        let by_name = fuzzy::score(typed, &suggestion.text).map(|score| (1, score));
        let has_words = words.as_ref().is_some_and(|it| it.are_in(&suggestion.doc));
        by_name.or(has_words.then_some((0, 0)))
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
        check("150%", &Command::Percent(100));
        check("e a b.md", &Command::Open("a b.md".to_owned()));
        check("e", &Command::Incomplete("e ".to_owned()));
        check("page up", &Command::Do(Action::PageUp));
    }

    #[test]
    fn others_are_guessed() {
        check("pag u", &Command::Do(Action::PageUp));
        check("half", &Command::Do(Action::HalfDown));
        check("zzxq", &Command::Unknown);
        check("set nu", &Command::Unknown);
        check("set wrap", &Command::Unknown);
        check("set nowrap", &Command::Unknown);
        check("srch", &Command::Unknown);
        check("q!", &Command::Do(Action::Quit));
        check("wq", &Command::Do(Action::Quit));
        check("ls", &Command::Do(Action::Choose));
        check("x", &Command::Do(Action::Quit));
        check("w", &Command::Write);
        check("w other.txt", &Command::Write);
        check("wide", &Command::Do(Action::WidenList));
        check("back forward", &Command::Unknown);
        check("bookmark here", &Command::Do(Action::SetBookmark));
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
    fn themes_are_named_or_guessed() {
        let themes = ["dark", "light", "mine"].map(str::to_owned).to_vec();
        for (typed, expected) in [
            ("theme dark", Command::Theme("dark".to_owned())),
            ("theme li", Command::Theme("light".to_owned())),
            ("theme zz", Command::Unknown),
            ("theme", Command::Incomplete("theme ".to_owned())),
        ] {
            let mut line = CommandLine::new(&Keymap::default(), themes.clone(), &[]);
            line.prompt = Prompt::new(typed.to_owned());
            line.suggest(&Keymap::default());
            assert_eq!(line.meaning(), expected, "{typed}");
        }
    }

    #[test]
    fn earlier_commands_come_back() {
        let mut commands = Vec::new();
        for typed in ["n", "42", " n ", ""] {
            remember(&mut commands, typed);
        }
        assert_eq!(commands, ["42", "n"]);
        let keymap = Keymap::default();
        let mut line = CommandLine::new(&keymap, Vec::new(), &commands);
        for (direction, expected) in [
            (Direction::Up, Some("n")),
            (Direction::Up, Some("42")),
            (Direction::Up, Some("42")),
            (Direction::Down, Some("n")),
            (Direction::Down, None),
        ] {
            let is_there = line.recall(direction, &keymap);
            assert_eq!(is_there.then(|| line.prompt.text()), expected);
        }
    }

    #[test]
    fn every_action_can_be_named() {
        for entry in actions() {
            check(entry.name, &Command::Do(entry.action));
        }
    }
}
