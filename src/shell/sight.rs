//! How the terminal shows pictures, as far as its environment tells: it is not asked.

use std::env;
use std::process;

use super::terminal;
use crate::app::pictures::Sight;
use crate::config::setting::{Pictures, Settings};
use crate::config::theme::{Depth, Terminal};
use crate::picture::Way;

/// How pictures are shown on this terminal, as it is set.
pub(super) fn of(settings: &Settings, terminal: &Terminal) -> Sight {
    let has_colours = !terminal.no_color && settings.theme != "plain";
    let blocks = blocks(has_colours, terminal.depth);
    let way = match settings.pictures {
        Pictures::Kitty => Way::Kitty,
        Pictures::Iterm => Way::Iterm,
        Pictures::Sixel => Way::Sixel,
        Pictures::Blocks => blocks,
        Pictures::Auto if has_colours => known(|name| env::var(name).ok()).unwrap_or(blocks),
        Pictures::Words | Pictures::Auto => Way::Words,
    };
    Sight {
        way,
        cell: terminal::cell(),
        family: process::id() % FAMILIES,
    }
}

/// How many families of names there are: a name has 24 bits, 12 of them for its family.
const FAMILIES: u32 = 1 << 12;

/// Blocks of colour, where there are enough colours for a picture.
fn blocks(has_colours: bool, depth: Depth) -> Way {
    match depth {
        Depth::Indexed | Depth::Rgb if has_colours => Way::Blocks(depth),
        _ => Way::Words,
    }
}

/// The protocol of a terminal that is known to have one. What runs within another terminal, such as tmux, passes none on; and what was
/// started from another one may have inherited its variables, so that those that say no more count only where no terminal names itself.
fn known(variable: impl Fn(&str) -> Option<String>) -> Option<Way> {
    let value = |name| variable(name).unwrap_or_default();
    let term = value("TERM");
    let program = value("TERM_PROGRAM");
    let is_inside = ["screen", "tmux"].iter().any(|it| term.starts_with(it))
        || variable("TMUX").is_some()
        || variable("STY").is_some();
    let others = ["TERM_PROGRAM", "VTE_VERSION", "XTERM_VERSION"];
    let names_itself = others.iter().any(|name| !value(name).is_empty());
    let is_one_of = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
    if is_inside {
        None
    } else if is_one_of(&["xterm-kitty", "xterm-ghostty"])
        || program == "ghostty"
        || (!names_itself && variable("KITTY_WINDOW_ID").is_some())
    {
        Some(Way::Kitty)
    } else if matches!(program.as_str(), "iTerm.app" | "WezTerm")
        || (!names_itself && value("LC_TERMINAL") == "iTerm2")
    {
        Some(Way::Iterm)
    } else if is_one_of(&["foot", "mlterm", "contour", "yaft"]) {
        Some(Way::Sixel)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(environment: &[(&str, &str)], expected: Option<Way>) {
        let variable = |name: &str| {
            let found = environment.iter().find(|(it, _)| *it == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(known(variable), expected, "{environment:?}");
    }

    #[test]
    fn terminals_are_known_by_their_environment() {
        check(&[("TERM", "xterm-kitty")], Some(Way::Kitty));
        check(&[("KITTY_WINDOW_ID", "1")], Some(Way::Kitty));
        check(&[("TERM", "xterm-ghostty")], Some(Way::Kitty));
        check(&[("TERM_PROGRAM", "iTerm.app")], Some(Way::Iterm));
        check(&[("LC_TERMINAL", "iTerm2")], Some(Way::Iterm));
        check(&[("TERM", "foot-extra")], Some(Way::Sixel));
        check(&[("TERM", "xterm-256color")], None);
        check(&[], None);
    }

    #[test]
    fn variables_of_another_terminal_are_not_believed() {
        let kitty = ("KITTY_WINDOW_ID", "1");
        let iterm = ("LC_TERMINAL", "iTerm2");
        for other in [
            ("VTE_VERSION", "7600"),
            ("XTERM_VERSION", "XTerm(390)"),
            ("TERM_PROGRAM", "vscode"),
        ] {
            check(&[kitty, other], None);
            check(&[iterm, other], None);
            check(&[("TERM", "xterm-kitty"), other], Some(Way::Kitty));
        }
    }

    #[test]
    fn what_runs_within_another_terminal_shows_blocks() {
        let kitty = ("KITTY_WINDOW_ID", "1");
        check(&[kitty, ("TMUX", "/tmp/x")], None);
        check(&[kitty, ("TERM", "tmux-256color")], None);
        check(&[kitty, ("STY", "1.x")], None);
    }
}
