//! The brand of the terminal: which one it is, as far as its environment tells.

use std::env;
use std::fs;
use std::path::Path;

/// Terminals that show pictures, or do something about text that runs from right to left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brand {
    /// kitty. It turns the letters of each word that runs to the left.
    Kitty,
    /// Ghostty.
    Ghostty,
    /// iTerm2.
    Iterm,
    /// WezTerm.
    WezTerm,
    /// Konsole of a version, such as 250403. It orders what runs to the left, whatever it is told.
    Konsole(u32),
    /// One that VTE draws, as GNOME's. It orders what runs to the left, unless it is told not to.
    Vte,
    /// mintty, which does the same.
    Mintty,
    /// One that has always drawn sixels.
    Sixel,
    /// Any other.
    Other,
}

impl Brand {
    /// That of the terminal which started us, or which the multiplexer runs in that did.
    pub(super) fn here() -> Self {
        Self::of(|name| env::var(name).ok())
    }

    /// The brand that variables tell. What was started from another terminal may have inherited its variables, so that those which say
    /// no more count only where no other names itself.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| variable(name).unwrap_or_default();
        let is_set = |name| !value(name).is_empty();
        let term = value("TERM");
        let is_one_of = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
        if is_one_of(&["xterm-kitty"]) {
            return Self::Kitty;
        } else if is_one_of(&["xterm-ghostty"]) {
            return Self::Ghostty;
        } else if is_one_of(&["foot", "mlterm", "contour", "yaft"]) {
            return Self::Sixel;
        }
        match value("TERM_PROGRAM").as_str() {
            "ghostty" => Self::Ghostty,
            "iTerm.app" => Self::Iterm,
            "WezTerm" => Self::WezTerm,
            "mintty" => Self::Mintty,
            "" | "tmux" if is_set("XTERM_VERSION") || is_set("ALACRITTY_WINDOW_ID") => Self::Other,
            "" | "tmux" if is_set("VTE_VERSION") => Self::Vte,
            "" | "tmux" if is_set("KONSOLE_VERSION") => {
                Self::Konsole(value("KONSOLE_VERSION").parse().unwrap_or_default())
            }
            "" | "tmux" if is_set("KITTY_WINDOW_ID") => Self::Kitty,
            "" | "tmux" if value("LC_TERMINAL") == "iTerm2" => Self::Iterm,
            _ => Self::Other,
        }
    }
}

/// Whether the terminal is that of another computer, which an environment tells.
pub(super) fn is_afar(is_set: impl Fn(&str) -> bool) -> bool {
    is_set("SSH_CONNECTION") || is_set("SSH_TTY")
}

/// Whether a variable of the environment holds anything.
pub(super) fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// The version of the kitty around us, from the files that it says are its own. One that is a single file, or runs on another computer, has
/// none that could be read.
pub(super) fn kitty_version() -> Option<(u32, u32)> {
    let folder = env::var_os("KITTY_INSTALLATION_DIR")?;
    let constants = fs::read_to_string(Path::new(&folder).join("kitty/constants.py")).ok()?;
    version(&constants)
}

/// The first two numbers of `version: Version = Version(0, 26, 5)`.
fn version(constants: &str) -> Option<(u32, u32)> {
    let (_, version) = constants.split_once("\nversion: Version = Version(")?;
    let mut numbers = version.split([',', ')']).map(|it| it.trim().parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KITTY: (&str, &str) = ("KITTY_WINDOW_ID", "1");
    const ITERM: (&str, &str) = ("LC_TERMINAL", "iTerm2");
    const KONSOLE: (&str, &str) = ("KONSOLE_VERSION", "250403");

    #[track_caller]
    fn check(environment: &[(&str, &str)], expected: Brand) {
        let variable = |name: &str| {
            let found = environment.iter().find(|(it, _)| *it == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Brand::of(variable), expected, "{environment:?}");
    }

    #[test]
    fn terminals_are_known_by_their_environment() {
        check(&[("TERM", "xterm-kitty")], Brand::Kitty);
        check(&[KITTY], Brand::Kitty);
        check(&[("TERM", "xterm-ghostty")], Brand::Ghostty);
        check(&[("TERM_PROGRAM", "iTerm.app")], Brand::Iterm);
        check(&[ITERM], Brand::Iterm);
        check(&[KONSOLE], Brand::Konsole(250_403));
        check(&[("VTE_VERSION", "7600")], Brand::Vte);
        check(&[("TERM", "foot-extra")], Brand::Sixel);
        check(&[("TERM", "xterm-256color")], Brand::Other);
        check(&[], Brand::Other);
    }

    #[test]
    fn variables_of_another_terminal_are_not_believed() {
        check(&[KITTY, KONSOLE], Brand::Konsole(250_403));
        check(&[("TERM", "foot"), KONSOLE], Brand::Sixel);
        for (other, brand) in [
            (("VTE_VERSION", "7600"), Brand::Vte),
            (("XTERM_VERSION", "XTerm(390)"), Brand::Other),
            (("ALACRITTY_WINDOW_ID", "94"), Brand::Other),
            (("TERM_PROGRAM", "vscode"), Brand::Other),
        ] {
            for inherited in [KITTY, ITERM, KONSOLE] {
                check(&[inherited, other], brand);
            }
            check(&[("TERM", "xterm-kitty"), other], Brand::Kitty);
        }
    }

    #[test]
    fn the_version_of_kitty_stands_in_its_files() {
        let constants =
            "class Version(NamedTuple):\n    major: int\n\nversion: Version = Version(0, 26, 5)\n";
        assert_eq!(version(constants), Some((0, 26)));
        assert_eq!(version("version = 1"), None);
    }

    #[test]
    fn a_multiplexer_hides_no_brand() {
        let tmux = [("TERM", "tmux-256color"), ("TERM_PROGRAM", "tmux")];
        check(&[tmux[0], tmux[1], KONSOLE], Brand::Konsole(250_403));
        check(&[tmux[0], tmux[1], KITTY], Brand::Kitty);
    }
}
