//! A line of the list, and its parts.

use crate::text::order::Direction;

/// One line of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its parts from left to right.
    pub parts: Vec<Part>,
    /// What stands at the right edge.
    pub right: String,
}

impl Line {
    /// The same line so many cells further to the right.
    pub(super) fn indented(mut self, cells: usize) -> Self {
        if cells > 0 {
            self.parts
                .insert(0, part(" ".repeat(cells), PartRole::Detail));
        }
        self
    }
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// What it is.
    pub role: PartRole,
    /// Which way the text runs that it is a part of; `None` where it stands for itself.
    pub direction: Option<Direction>,
}

/// What a part of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// The heading of a section.
    Heading,
    /// `Q` or `G`, a fold mark.
    Sign,
    /// The words of a quote.
    Quote,
    /// The words of a guarantee.
    Guarantee,
    /// What is known about them.
    Detail,
    /// What was searched for.
    Hit,
}

pub(in crate::app::list) fn part(text: impl Into<String>, role: PartRole) -> Part {
    Part {
        text: text.into(),
        role,
        direction: None,
    }
}
