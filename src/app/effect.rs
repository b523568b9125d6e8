//! Effects: what a change of state asks of the outside world.

use super::kept::Kept;
use super::renewal::Reading;
use super::shelf::ReadingId;
use crate::input::Origin;
use crate::search::manner::Asked;

/// Something only the shell can do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// End the program.
    Quit,
    /// End it as an interrupt does.
    Interrupt,
    /// Put words into the clipboard of the terminal.
    Copy(String),
    /// Take the mouse, or give it back to the terminal.
    CaptureMouse(bool),
    /// Draw every cell anew.
    Redraw,
    /// Read an article.
    Read {
        /// Its place on the shelf.
        index: usize,
        /// What to call this reading in the events that come of it.
        reading: ReadingId,
        /// The article.
        origin: Origin,
        /// What it was, when it is read anew.
        before: Option<Reading>,
    },
    /// Look at the beginning of an article on the shelf.
    Glance {
        /// Which one.
        index: usize,
        /// Where it comes from.
        origin: Origin,
    },
    /// Keep a search for later sessions.
    Remember(Asked),
    /// Keep the place where an article is read, and its bookmarks.
    Keep {
        /// The article.
        origin: Origin,
        /// What is kept of it.
        kept: Kept,
    },
    /// Keep how wide the text column was made; none when it is what is set.
    KeepWidth(Option<u16>),
    /// Find the paths that begin so.
    Complete(String),
    /// Stop until the shell continues us.
    Suspend,
}
