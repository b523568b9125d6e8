//! Directions in what runs from top to bottom: the text, the list, hits, earlier searches.

/// Which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end.
    #[default]
    Down,
    /// Towards the beginning.
    Up,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Down => Self::Up,
            Self::Up => Self::Down,
        }
    }

    /// The side of the article that it leads to.
    pub fn end(self) -> &'static str {
        match self {
            Self::Down => "end",
            Self::Up => "beginning",
        }
    }

    /// What the section or paragraph is called after which it leads no further.
    pub fn last(self) -> &'static str {
        match self {
            Self::Down => "last",
            Self::Up => "first",
        }
    }

    /// The sign that something is searched for with.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Down => "/",
            Self::Up => "?",
        }
    }
}
