//! How the terminal shows pictures, as far as its environment tells.
//!
//! It is not asked: that it draws sixels stands in the answer to what it is (DA1), which crossterm takes out of what is typed and shows
//! nobody, and to read before crossterm does would be to wait for it.

use std::env;
use std::process;

use super::brand::{self, Brand};
use super::terminal;
use crate::app::pictures::Sight;
use crate::config::setting::{Pictures, Settings};
use crate::config::theme::{Colour, Depth, Terminal};
use crate::picture::Way;

/// How pictures are shown on this terminal, as it is set, and on which paper.
pub(super) fn of(settings: &Settings, terminal: &Terminal, paper: Colour) -> Sight {
    let has_colours = !terminal.no_color && settings.theme != "plain";
    let blocks = blocks(has_colours, terminal.depth);
    let way = match settings.pictures {
        Pictures::Kitty => Way::Kitty,
        Pictures::Iterm => Way::Iterm(paper),
        Pictures::Sixel => Way::Sixel,
        Pictures::Blocks => blocks,
        Pictures::Auto if has_colours => {
            let kitty = brand::kitty_version();
            known(Brand::here(), kitty, is_inside(), paper).unwrap_or(blocks)
        }
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

/// The first Konsole that shows pictures.
const KONSOLE: u32 = 220_400;

/// The first kitty that shows them where the text has signs for them.
const KITTY: (u32, u32) = (0, 28);

/// The protocol of a terminal that is known to have one. What runs within another terminal, such as tmux, passes none on.
fn known(brand: Brand, kitty: Option<(u32, u32)>, is_inside: bool, paper: Colour) -> Option<Way> {
    match brand {
        _ if is_inside => None,
        Brand::Kitty if kitty.is_some_and(|it| it < KITTY) => None,
        Brand::Kitty | Brand::Ghostty => Some(Way::Kitty),
        Brand::Iterm | Brand::WezTerm => Some(Way::Iterm(paper)),
        Brand::Konsole(version) => (version >= KONSOLE).then_some(Way::Iterm(paper)),
        Brand::Sixel => Some(Way::Sixel),
        Brand::Vte | Brand::Mintty | Brand::Other => None,
    }
}

/// Whether we run within a multiplexer.
fn is_inside() -> bool {
    let term = env::var("TERM").unwrap_or_default();
    ["screen", "tmux"].iter().any(|it| term.starts_with(it))
        || ["TMUX", "STY"]
            .iter()
            .any(|name| env::var_os(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_no_pictures_is_sent_none() {
        let paper = Colour::Rgb(1, 2, 3);
        let kitty = |version| known(Brand::Kitty, version, false, paper);
        assert_eq!(kitty(Some((0, 26))), None);
        assert_eq!(kitty(Some((0, 41))), Some(Way::Kitty));
        let known = |brand, is_inside| known(brand, None, is_inside, paper);
        assert_eq!(known(Brand::Kitty, false), Some(Way::Kitty));
        assert_eq!(known(Brand::Kitty, true), None);
        let konsole = known(Brand::Konsole(250_403), false);
        assert_eq!(konsole, Some(Way::Iterm(paper)));
        assert_eq!(known(Brand::Konsole(211_203), false), None);
        assert_eq!(known(Brand::Vte, false), None);
    }
}
