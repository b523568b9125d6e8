//! How the terminal shows pictures.

use super::terminal;
use crate::app::pictures::Sight;
use crate::config::setting::{Pictures, Settings};
use crate::config::theme::{Depth, Terminal};
use crate::picture::Way;

/// How pictures are shown on this terminal, as it is set.
pub(super) fn of(settings: &Settings, terminal: &Terminal) -> Sight {
    let has_colours = !terminal.no_color && settings.theme != "plain";
    let way = match settings.pictures {
        Pictures::Words => Way::Words,
        Pictures::Auto | Pictures::Blocks => blocks(has_colours, terminal.depth),
    };
    Sight {
        way,
        cell: terminal::cell(),
    }
}

/// Blocks of colour, where there are enough colours for a picture.
fn blocks(has_colours: bool, depth: Depth) -> Way {
    match depth {
        Depth::Indexed | Depth::Rgb if has_colours => Way::Blocks(depth),
        _ => Way::Words,
    }
}
