//! Symbols: the signs that the reader draws beside the words of an article.

use std::borrow::Cow;

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Symbols {
    /// The signs as they should be.
    #[default]
    Unicode,
    /// Signs for terminals and places where those are drawn too wide, or not at all.
    Ascii,
}

impl Symbols {
    /// All sets.
    pub const ALL: &[Self] = &[Self::Unicode, Self::Ascii];

    /// What configuration calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unicode => "unicode",
            Self::Ascii => "ascii",
        }
    }

    /// Text that consists of signs, in those of this set.
    pub fn write(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Unicode => Cow::Borrowed(text),
            Self::Ascii => SIGNS
                .iter()
                .fold(Cow::Borrowed(text), |text, (unicode, ascii)| {
                    if text.contains(unicode) {
                        Cow::Owned(text.replace(unicode, ascii))
                    } else {
                        text
                    }
                }),
        }
    }

    /// The sign of this set for one of the signs that the reader draws.
    pub fn of(self, sign: &'static str) -> &'static str {
        match self {
            Self::Unicode => sign,
            Self::Ascii => SIGNS
                .iter()
                .find(|(unicode, _)| *unicode == sign)
                .map_or(sign, |(_, ascii)| ascii),
        }
    }

    /// The sign beside the entry of the list where the reader is; it stands beside a line, so in ASCII it is none.
    pub fn here(self) -> &'static str {
        match self {
            Self::Unicode => "▌",
            Self::Ascii => self.of("◆"),
        }
    }
}

/// The signs, and what stands for them.
const SIGNS: &[(&str, &str)] = &[
    ("×", "x"),
    ("↔", "<->"),
    ("◆", "@"),
    ("↑", "^"),
    ("↓", "v"),
    ("│", "|"),
    ("─", "-"),
    ("━", "="),
    ("┬", "+"),
    ("┼", "+"),
    ("▌", "|"),
    ("▸", "+"),
    ("▾", "-"),
    ("›", ">"),
    ("‹", "<"),
];
