//! Effects: what a change of state asks of the outside world.

use std::path::PathBuf;

use super::kept::Change;
use super::links::Neighbour;
use super::renewal::Reading;
use super::shelf::ReadingId;
use crate::input::Origin;
use crate::search::manner::Asked;
use crate::text::cluster::elided;

/// Cells of the words that are told.
const SHOWN: usize = 60;

/// Something only the shell can do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// End the program.
    Quit,
    /// End it as an interrupt does.
    Interrupt,
    /// Put words into the clipboard.
    Copy(Copy),
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
    /// Look from now on whether the files that are read change.
    Watch,
    /// Look at the beginning of an article on the shelf.
    Glance {
        /// Which one.
        index: usize,
        /// Where it comes from.
        origin: Origin,
    },
    /// Keep a search for later sessions.
    Remember(Asked),
    /// Keep the place where an article is read, its bookmarks and hidden rows.
    Keep {
        /// The article.
        origin: Origin,
        /// What has changed of what is kept.
        change: Change,
    },
    /// Keep how wide the text column was made; none when it is what is set.
    KeepWidth(Option<OwnWidth>),
    /// Look otherwise until the end: the name of a theme that there is.
    Theme(String),
    /// Find the paths that begin so.
    Complete(String),
    /// Find out whether a file is there that a link leads to.
    Find(Neighbour),
    /// Show an address in a browser; it is one of those that may be opened.
    Browse(String),
    /// Let the reader edit the file of an article.
    Edit {
        /// Its place on the shelf.
        index: usize,
        /// The file.
        path: PathBuf,
        /// The line to begin at.
        line: Option<usize>,
        /// The editor, with its arguments; empty where the environment names it.
        editor: String,
    },
    /// Stop until the shell continues us.
    Suspend,
}

/// A width of the text column that the reader has made of the one that is set. It holds until another is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnWidth {
    /// The width, in cells.
    pub width: u16,
    /// What was set.
    pub of: u16,
}

/// Words on their way to the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The words.
    pub words: String,
    /// What they are: `11 words`.
    pub what: String,
}

impl Copy {
    /// What is told of it; by which way, once that is known.
    pub fn notice(&self, way: Option<&str>) -> String {
        let through = way.map_or_else(String::new, |way| format!(" · through {way}"));
        let words = elided(&self.words, SHOWN);
        let is_quoted = words.starts_with('“'); // as citations are
        let [open, close] = if is_quoted { ["", ""] } else { ["“", "”"] };
        format!("copied {}{through} · {open}{words}{close}", self.what)
    }
}
