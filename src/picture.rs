//! Layer 2: pictures as terminals show them.
//!
//! The bytes of a picture are [decoded](decode) within limits, a [fit](size) says how many cells it takes, and a [plate] is what is
//! shown there: made from pixels alone, so nothing of a file reaches the terminal as it stands. Nothing here reads files or asks
//! servers. The only user of `image`.
//!
//! ```
//! use sidenote::picture::size::{Cell, Fit, Pixels, Room};
//!
//! let room = Room { cell: Cell { width: 8, height: 16 }, rows: 20 };
//! let fit = Fit::of(Pixels { width: 640, height: 480 }, 40, room);
//! assert_eq!(fit, Some(Fit { cols: 40, rows: 15 }));
//! ```

pub mod decode;
pub mod plate;
mod sixel;
pub mod size;
pub mod tile;

use crate::config::theme::{Colour, Depth};

/// How a terminal shows pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// By the words that stand for them.
    #[default]
    Words,
    /// Each cell as two blocks of colour, one above the other, of so many colours.
    Blocks(Depth),
    /// By the protocol of kitty: sent once, then named in the cells that show it.
    Kitty,
    /// By the protocol of iTerm2, row by row, on paper of a colour: where a picture is clear, Konsole shows those that were there before.
    Iterm(Colour),
    /// As sixels, row by row.
    Sixel,
}

impl Way {
    /// Whether pictures are sent in control strings, which are nothing until their end has come.
    pub fn has_strings(self) -> bool {
        matches!(self, Self::Kitty | Self::Iterm(_) | Self::Sixel)
    }
}
