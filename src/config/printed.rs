//! The file, written out of the tables that it is read by, so that it cannot tell anything else.

use std::fmt::{self, Write};

use super::bindings::{NONE, PLACES};
use super::setting::{SETTINGS, Settings};
use super::theme::ROLES;
use crate::action::{Entry, Scope, actions};

const TOP: &str = "\
# The configuration of sidenote. It is read from $XDG_CONFIG_HOME/sidenote/config.toml, or ~/.config/sidenote/config.toml, or the file
# that `--config` names; arguments win over it. `sidenote --check-config` tells all its mistakes. A file needs to hold only what is
# different from the defaults.
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

/// The file that sets what is set. Settings hold as they stand; keys are comments, for they would hold over another preset as well.
pub fn file(settings: &Settings) -> String {
    let mut file = String::new();
    let _ = write(&mut file, settings); // a string takes everything
    file
}

/// Keys, what they do, and where.
struct Binding {
    entry: &'static Entry,
    keys: String,
    scope: Scope,
}

fn bindings(settings: &Settings) -> Vec<Binding> {
    let keymap = settings.keymap();
    let of = |entry: &'static Entry| {
        let bindings = keymap.bindings(entry.action);
        bindings.map(move |(keys, scope)| Binding { entry, keys, scope })
    };
    actions().flat_map(of).collect()
}

fn write(file: &mut String, settings: &Settings) -> fmt::Result {
    file.push_str(TOP);
    for setting in SETTINGS {
        writeln!(file)?;
        for line in setting.doc.lines() {
            writeln!(file, "# {line}")?;
        }
        writeln!(file, "{} = {}", setting.name, (setting.show)(settings))?;
    }
    writeln!(file, "\n{KEYS} \"{NONE}\" unbinds a key.\n\n[keys]")?;
    let all = bindings(settings);
    let (general, special): (Vec<&Binding>, Vec<&Binding>) =
        all.iter().partition(|binding| binding.is_general(&all));
    for entry in actions() {
        writeln!(file, "\n# {}", entry.doc)?;
        let of_it = |binding: &&&Binding| binding.entry.name == entry.name;
        write_keys(file, general.iter().filter(of_it).copied())?;
    }
    for &(name, place) in PLACES {
        let here = |binding: &&&Binding| binding.scope.contains(place);
        let mut here = special.iter().filter(here).copied().peekable();
        if here.peek().is_some() {
            writeln!(file, "\n[keys.{name}]")?;
        }
        write_keys(file, here)?;
    }
    let roles: Vec<_> = ROLES.iter().map(|&(name, _)| name).collect();
    writeln!(file, "\n{THEMES} The looks are:\n# {}.", roles.join(", "))
}

impl Binding {
    /// Whether it stands in the general table: it holds wherever its action is of use, and its keys do nothing else in another place.
    fn is_general(&self, all: &[Self]) -> bool {
        let is_of_one_place = PLACES.iter().any(|&(_, place)| place == self.scope);
        let is_other = |other: &&Self| other.entry.name != self.entry.name;
        let mut others = all.iter().filter(is_other);
        let is_shared = is_of_one_place && others.any(|other| other.keys == self.keys);
        self.scope == self.entry.scope() && !is_shared
    }
}

fn write_keys<'a>(file: &mut String, keys: impl Iterator<Item = &'a Binding>) -> fmt::Result {
    for Binding { entry, keys, .. } in keys {
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
    use crate::config::preset::Preset;

    /// The settings of each preset.
    fn presets() -> impl Iterator<Item = Settings> {
        Preset::ALL.iter().map(|&preset| Settings {
            preset,
            ..Settings::default()
        })
    }

    #[test]
    fn it_sets_what_is_set() {
        for set in presets() {
            let printed = file(&set);
            let (settings, mistakes) = file::read(&printed);
            assert_eq!(mistakes, []);
            assert_eq!(settings, set);
            for setting in SETTINGS {
                let line = format!("\n{} = ", setting.name);
                assert_eq!(printed.matches(&line).count(), 1, "{line}");
            }
        }
    }

    #[test]
    fn its_keys_are_those_that_hold() {
        for set in presets() {
            let uncommented = file(&set).replace("\n#\"", "\n\"");
            let (settings, mistakes) = file::read(&uncommented);
            assert_eq!(mistakes, []);
            let (read, expected) = (settings.keymap(), set.keymap());
            for entry in actions() {
                for place in [Scope::TEXT, Scope::LIST, Scope::HELP, Scope::SELECT] {
                    let keys = |keymap: &Keymap| {
                        let mut keys: Vec<_> = keymap.keys(entry.action, place).collect();
                        keys.sort();
                        keys
                    };
                    assert_eq!(keys(&read), keys(&expected), "{}", entry.name);
                }
            }
            let keys = Key::parse_chord("\\").unwrap();
            assert_ne!(read.meaning(&keys, Scope::TEXT), Meaning::Unbound);
        }
    }
}
