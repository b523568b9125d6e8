//! Events: what happens to the reader.

use std::sync::Arc;

use super::area::Size;
use super::effect::Copy;
use super::findings::Findings;
use super::kept::Kept;
use super::links::Neighbour;
use super::pictures::order::Made;
use super::renewal::Renewal;
use super::shelf::{Head, ReadingId};
use crate::article::section::Outline;
pub use crate::config::key::{Code, Key};
use crate::doc::Document;
use crate::input::arrival::Arrived;
use crate::search::manner::Asked;

/// Something that happened outside.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size.
    Resize(Size),
    /// The article has been read so far.
    Read {
        /// Its text.
        document: Arc<Document>,
        /// The sections of that.
        outline: Arc<Outline>,
    },
    /// Quotes and guarantees have been found in it.
    Annotated {
        /// What has been found.
        findings: Box<Findings>,
        /// Whether it comes behind what was found before, and not in its place.
        is_more: bool,
    },
    /// So many bytes of the page have come.
    Fetched(u64),
    /// All of the article has come.
    Arrived(Arrived),
    /// Something that the reader should know of the article.
    Notice(String),
    /// Something was made of a picture, or could not be.
    Made(Box<Made>),
    /// What became of a reading, which may count no more.
    Of(ReadingId, Box<Self>),
    /// The article cannot be read, and why.
    NotOpened(String),
    /// The article was read anew, and is not what it was.
    Renewed(Box<Renewal>),
    /// The article was read anew, and is what it was.
    Unchanged,
    /// The file of an article on the shelf is another one now.
    Outdated(usize),
    /// The file of an article on the shelf is gone.
    Gone(usize),
    /// What the beginning of an article on the shelf tells, or why it cannot be read.
    Glanced {
        /// Which article.
        index: usize,
        /// What it tells.
        head: Result<Head, String>,
    },
    /// Whether the file is there that a link leads to, or what to say.
    Found {
        /// What the link names.
        neighbour: Neighbour,
        /// Whether it can be read.
        is_file: Result<(), String>,
    },
    /// Paths that begin with what was typed.
    Completed {
        /// What was typed.
        typed: String,
        /// The paths.
        paths: Vec<String>,
    },
    /// Words were copied in this way, or why they were not.
    Copied {
        /// The words.
        copy: Copy,
        /// The way.
        way: Result<&'static str, &'static str>,
    },
    /// What was searched for in earlier sessions, the latest last.
    Remembered(Vec<Asked>),
    /// What was kept of the article in earlier sessions. Of one for which this never comes nothing can be kept.
    Kept(Kept),
    /// Nothing can be kept for later sessions, and why.
    Unkept(String),
    /// There is time to go on with what [`super::App::has_work`] speaks of.
    Work,
}

/// What the mouse did, and in which cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The column.
    pub x: u16,
    /// The row.
    pub y: u16,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Press,
    /// The wheel went up.
    WheelUp,
    /// The wheel went down.
    WheelDown,
    /// The wheel, to the left.
    WheelLeft,
    /// The wheel, to the right.
    WheelRight,
}
