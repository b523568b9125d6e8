//! The default file, written out of the tables that it is read by, so that it cannot tell anything else.

use std::fmt::{self, Write};

use super::bindings::{NONE, PLACES};
use super::setting::{SETTINGS, Settings};
use super::theme::ROLES;
use crate::action::{Entry, Scope, actions};

const TOP: &str = "\
# The configuration of sidenote. It is read from $XDG_CONFIG_HOME/sidenote/config.toml, or ~/.config/sidenote/config.toml, or the file
# that `--config` names; arguments win over it. `sidenote --check-config` tells all its mistakes. These are the defaults: a file needs
# to hold only what is different.
";

const KEYS: &str = "\
# A line says what a key does: \"j\" = \"down\". Keys of a chord have spaces between them (\"Ctrl-x k\"), or none when they are two
# characters (\"gg\"); there are Ctrl- and Alt-, and names such as Space, Enter, Esc, Tab, Up, PageDown, F1.
#
# What stands in [keys] holds wherever the action is of use, what stands in [keys.text], [keys.list], [keys.help] or
# [keys.select] there alone. What was in its way gives way: `g` does nothing any more when \"gg\" does something.";

const THEMES: &str = "\
# A theme of your own is another one with some looks changed. A look is the colour of the ink (\"#e0a458\", a number up to 255, or a name
# such as \"bright-red\"; \"terminal\" is what the terminal has), or a table:
#
#     [themes.mine]
#     inherits = \"dark\"
#     accent = \"#e0a458\"
#     hit = { ink = \"black\", paper = \"yellow\", bold = true }
#
# Besides ink and paper a look has bold, dim, italic, underline, reverse and strike.";

/// The file. Settings hold as they stand; keys are comments, for they would hold over a preset as well.
pub fn default_file() -> String {
    let mut file = String::new();
    let _ = write(&mut file); // a string takes everything
    file
}

fn write(file: &mut String) -> fmt::Result {
    file.push_str(TOP);
    let defaults = Settings::default();
    for setting in SETTINGS {
        writeln!(file)?;
        for line in setting.doc.lines() {
            writeln!(file, "# {line}")?;
        }
        writeln!(file, "{} = {}", setting.name, (setting.show)(&defaults))?;
    }
    writeln!(file, "\n{KEYS} \"{NONE}\" unbinds a key.\n\n[keys]")?;
    for entry in actions() {
        writeln!(file, "\n# {}", entry.doc)?;
        write_keys(file, entry, |keys, scope| is_general(entry, keys, scope))?;
    }
    for &(name, place) in PLACES {
        let in_place_only = |entry: &Entry, keys: &str, scope: Scope| {
            !is_general(entry, keys, scope) && scope.contains(place)
        };
        let holds = |entry: &Entry| {
            entry
                .keys
                .iter()
                .any(|&(keys, scope)| in_place_only(entry, keys, scope))
        };
        let mut entries = actions().filter(|entry| holds(entry)).peekable();
        if entries.peek().is_some() {
            writeln!(file, "\n[keys.{name}]")?;
        }
        for entry in entries {
            write_keys(file, entry, |keys, scope| in_place_only(entry, keys, scope))?;
        }
    }
    let roles: Vec<_> = ROLES.iter().map(|&(name, _)| name).collect();
    writeln!(file, "\n{THEMES} The looks are:\n# {}.", roles.join(", "))
}

/// Whether a key stands in the general table: it holds wherever its action is of use, and does nothing else in another place.
fn is_general(entry: &Entry, keys: &str, scope: Scope) -> bool {
    let is_of_one_place = PLACES.iter().any(|&(_, place)| place == scope);
    let others = actions().filter(|other| other.name != entry.name);
    let mut others = others.flat_map(|other| other.keys);
    let is_shared = is_of_one_place && others.any(|&(other, _)| other == keys);
    scope == entry.scope() && !is_shared
}

fn write_keys(
    file: &mut String,
    entry: &Entry,
    is_here: impl Fn(&str, Scope) -> bool,
) -> fmt::Result {
    for (keys, _) in entry
        .keys
        .iter()
        .filter(|&&(keys, scope)| is_here(keys, scope))
    {
        let keys = keys.replace('\\', "\\\\");
        writeln!(file, "#\"{keys}\" = \"{}\"", entry.name)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::file;
    use crate::config::key::Key;
    use crate::config::keymap::{Keymap, Meaning};

    #[test]
    fn the_default_file_holds_the_defaults() {
        let (settings, mistakes) = file::read(&default_file());
        assert_eq!(mistakes, []);
        assert_eq!(settings, Settings::default());
        for setting in SETTINGS {
            let line = format!("\n{} = ", setting.name);
            assert_eq!(default_file().matches(&line).count(), 1, "{line}");
        }
    }

    #[test]
    fn its_keys_are_those_of_the_table() {
        let uncommented = default_file().replace("\n#\"", "\n\"");
        let (settings, mistakes) = file::read(&uncommented);
        assert_eq!(mistakes, []);
        let bound: usize = actions().map(|entry| entry.keys.len()).sum();
        assert_eq!(settings.keys.len(), bound);
        let (read, table) = (settings.keymap(), Keymap::default());
        for entry in actions() {
            for place in [Scope::TEXT, Scope::LIST, Scope::HELP, Scope::SELECT] {
                let keys = |keymap: &Keymap| {
                    let mut keys: Vec<_> = keymap.keys(entry.action, place).collect();
                    keys.sort();
                    keys
                };
                assert_eq!(keys(&read), keys(&table), "{}", entry.name);
            }
        }
        let keys = Key::parse_chord("\\").unwrap();
        assert_ne!(read.meaning(&keys, Scope::TEXT), Meaning::Unbound);
    }
}
