//! The configuration file: TOML to settings, with all mistakes in it.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::bindings;
use super::entries::in_order;
use super::mistake::{Mistake, Mistakes, suggestion};
use super::setting::{SETTINGS, Settings};
use super::theme::draft;

/// Tables of the file besides the settings.
const TABLES: [&str; 2] = ["keys", "themes"];

/// Reads a file over the default settings. What is wrong is left out, and told.
pub fn read(file: impl AsRef<[u8]>) -> (Settings, Vec<Mistake>) {
    let (text, illegible) = decoded(file.as_ref());
    let text = text.as_str();
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        text,
        broken: HashSet::new(),
        settings: Settings::default(),
        mistakes: Mistakes::default(),
    };
    for at in illegible {
        if reader.broken.insert(reader.line_start(at)) {
            reader.mistakes.note(at, "this is no UTF-8");
        }
    }
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        // One mistake can look like several to a parser, the first is it.
        if reader.broken.insert(reader.line_start(at)) {
            reader.mistakes.note(at, error.message());
        }
    }
    let mut theme = None;
    for (key, value) in in_order(table.get_ref()) {
        if reader.broken.contains(&reader.line_start(key.span().start)) {
            continue;
        }
        if key.get_ref() == "theme" {
            theme = Some(value.span().start);
        }
        reader.entry(key, value);
    }
    if let Some(at) = theme {
        reader.check_theme(at);
    }
    (reader.settings, reader.mistakes.in_lines_of(text))
}

/// The text of a file, and where it has signs instead of what is no UTF-8.
fn decoded(file: &[u8]) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(file.len());
    let mut illegible = Vec::new();
    for chunk in file.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            illegible.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text, illegible)
}

struct Reader<'a> {
    text: &'a str,
    /// The beginnings of lines that are no TOML.
    broken: HashSet<usize>,
    settings: Settings,
    mistakes: Mistakes,
}

impl Reader<'_> {
    fn line_start(&self, at: usize) -> usize {
        let before = crate::text::head(self.text, at);
        before.rfind('\n').map_or(0, |line_end| line_end + 1)
    }

    fn entry(&mut self, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) {
        let (name, at) = (key.get_ref(), key.span().start);
        let setting = SETTINGS.iter().find(|setting| setting.name == name);
        match (name.as_ref(), value.get_ref(), setting) {
            ("keys", DeValue::Table(table), _) => {
                self.settings.keys = bindings::read(table, &mut self.mistakes);
            }
            ("themes", DeValue::Table(table), _) => {
                self.settings.themes = draft::read(table, &mut self.mistakes);
            }
            ("keys" | "themes", ..) => {
                self.mistakes.note(at, format!("`[{name}]` is a table"));
            }
            (_, value, Some(setting)) => {
                if let Err(what) = (setting.take)(&mut self.settings, value) {
                    self.mistakes.note(at, format!("`{name}`: {what}"));
                }
            }
            _ => {
                let names = SETTINGS.iter().map(|setting| setting.name).chain(TABLES);
                let near = suggestion(name, names);
                self.mistakes
                    .note(at, format!("there is no setting `{name}`{near}"));
            }
        }
    }

    /// Falls back to the theme of the default when there is none of the name that is set.
    fn check_theme(&mut self, at: usize) {
        if let Err(what) = self.settings.check_theme() {
            self.mistakes.note(at, what);
            self.settings.theme = Settings::default().theme;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Action, Scope};
    use crate::config::key::Key;
    use crate::config::keymap::Meaning;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) -> Settings {
        let (settings, mistakes) = read(text);
        let told: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(told, expected, "in {text}");
        settings
    }

    fn meaning(settings: &Settings, keys: &str, scope: Scope) -> Meaning {
        let keys = Key::parse_chord(keys).unwrap();
        settings.keymap().meaning(&keys, scope)
    }

    #[test]
    fn nothing_and_what_is_right_have_no_mistakes() {
        assert_eq!(check("", &[]), Settings::default());
        let settings = check("width = 50\nsidebar-width = 30\nmouse = false\n", &[]);
        assert_eq!(
            (settings.width, settings.sidebar_width, settings.mouse),
            (50, Some(30), false)
        );
    }

    #[test]
    fn all_mistakes_are_told_and_the_rest_holds() {
        let text = "\
widht = 60
width = \"wide\"
mouse = 1
theme = \"drak\"
symbols = ascii
preset = \"lesss\"
weak = true

[keys]
\"Ctrl-\" = \"down\"
\"Entr\" = \"down\"
x = \"nxt-item\"
\"g g\" = \"top\"
gg = \"bottom\"
v = \"down\"
vv = \"up\"
1 = \"down\"
Ctrl-c = \"down\"
help.o = \"fold\"
l = 3
";
        let expected = [
            "1:1: there is no setting `widht`; did you mean `width`?",
            "2:1: `width`: a number from 1 to 2000 belongs here",
            "3:1: `mouse`: `true` or `false` belongs here",
            "4:9: there is no theme `drak`; did you mean `dark`?",
            "5:11: string values must be quoted, expected literal string",
            "6:1: `preset`: \"sidenote\" or \"less\" or \"vim\" belongs here; did you mean `less`?",
            "10:1: `Ctrl-` is no key",
            "11:1: `Entr` is no key; did you mean `Enter`?",
            "12:1: no action is called `nxt-item`; did you mean `next-item`?",
            "14:1: `gg` is the same as `g g`, which stands here already",
            "16:1: `vv` can never be typed whole: `v` does something at once",
            "17:1: `1` begins with a digit: in the text digits are counts",
            "18:1: `Ctrl-c` can be `interrupt` or `cancel` only",
            "19:6: `fold` is of use in list only",
            "20:1: the name of an action belongs here",
        ];
        let settings = check(text, &expected);
        assert!(settings.weak);
        assert_eq!((settings.width, settings.theme.as_str()), (70, "auto"));
        let top = Meaning::Action(Action::Top);
        assert_eq!(meaning(&settings, "gg", Scope::LIST), top);
    }

    #[test]
    fn keys_that_are_the_same_and_keys_of_other_programs_are_told() {
        let text = "\
[keys]
Enter = \"none\"
Ctrl-j = \"open\"
A-x = \"up\"
\"C-x k\" = \"up\"
\"<C-x>\" = \"up\"
A-nothing = \"up\"
";
        let expected = [
            "3:1: `Ctrl-j` is the same as `Enter`, which stands here already",
            "4:1: `A-x` is no key; did you mean `Alt-x`?",
            "5:1: `C-x k` is no key; did you mean `Ctrl-x k`?",
            "6:1: `<C-x>` is no key; did you mean `Ctrl-x`?",
            "7:1: `A-nothing` is no key",
        ];
        check(text, &expected);
    }

    #[test]
    fn what_is_no_utf_8_is_told_with_its_line_and_the_rest_holds() {
        let text = b"width = 50\n# caf\xe9 \xff\ntheme = \"\xe9\"\nmouse = false\n";
        let (settings, mistakes) = read(text);
        let told: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["2:6: this is no UTF-8", "3:10: this is no UTF-8"]);
        assert_eq!((settings.width, settings.mouse), (50, false));
    }

    #[test]
    fn a_place_has_the_last_word() {
        let text = "[keys.text]\nx = \"up\"\nq = \"none\"\n[keys]\nx = \"down\"\n";
        let settings = check(text, &[]);
        let (up, down) = (Meaning::Action(Action::Up), Meaning::Action(Action::Down));
        assert_eq!(meaning(&settings, "x", Scope::TEXT), up);
        assert_eq!(meaning(&settings, "x", Scope::LIST), down);
        assert_eq!(meaning(&settings, "q", Scope::TEXT), Meaning::Unbound);
        assert_ne!(meaning(&settings, "q", Scope::LIST), Meaning::Unbound);
    }

    #[test]
    fn anything_can_be_read() {
        for text in [
            "[",
            "[[keys]]",
            "keys = 1",
            "[themes]\nx = 1",
            "\u{feff}",
            "a.b = [1,",
            "\0",
            "[keys.text]\n[keys.text]",
        ] {
            let (settings, mistakes) = read(text);
            assert_eq!(settings, Settings::default(), "{text}");
            assert_eq!(
                mistakes.is_empty(),
                text == "\u{feff}",
                "{text}: {mistakes:?}"
            );
        }
    }
}
