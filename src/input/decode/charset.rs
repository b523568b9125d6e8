//! Charsets by their labels, and what is known of how an article was read.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use encoding_rs::{Encoding as Rules, UTF_8};

/// Names that are told when one is not known. Others are read too, under all labels of the WHATWG.
const NAMES: &str = "UTF-8, UTF-16LE, UTF-16BE, windows-1250 to windows-1258, windows-874, ISO-8859-2 to ISO-8859-16, KOI8-R, KOI8-U, IBM866, \
macintosh, Shift_JIS, EUC-JP, ISO-2022-JP, GBK, gb18030, Big5, EUC-KR";

/// A way to write characters as bytes, after the rules of the WHATWG: `latin1` is windows-1252 there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset(pub(super) &'static Rules);

impl Charset {
    /// The charset that everything is in unless something else is told.
    pub const UTF_8: Self = Self(UTF_8);

    /// The charset that a label names.
    pub fn labelled(label: &[u8]) -> Option<Self> {
        Rules::for_label_no_replacement(label).map(Self)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// No charset has this label.
#[derive(Debug, thiserror::Error)]
#[error("no encoding is called so; known are {NAMES}")]
pub struct UnknownCharset;

impl FromStr for Charset {
    type Err = UnknownCharset;

    fn from_str(label: &str) -> Result<Self, UnknownCharset> {
        Self::labelled(label.as_bytes()).ok_or(UnknownCharset)
    }
}

/// What told the charset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    /// A byte order mark.
    Mark,
    /// The reader.
    Forced,
    /// The server that sent it.
    Header,
    /// The page itself.
    Meta,
    /// The mail itself.
    Mail,
    /// Bytes that are UTF-8, all or most of them.
    Valid,
    /// What the bytes look like.
    Guess,
}

/// How the bytes of an article were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// What they were taken for.
    pub charset: Charset,
    /// Why.
    pub clue: Clue,
    /// How many stretches of bytes are nothing in this charset and show as `�`.
    pub damaged: usize,
}

impl Encoding {
    /// What a reader should know of it at once: nothing where it is UTF-8, or what the reader asked for, without a fault.
    pub fn notice(self) -> Option<String> {
        let places = match self.damaged {
            1 => "1 place shows as �".to_owned(),
            places => format!("{places} places show as �"),
        };
        let is_utf8 = self.charset == Charset::UTF_8;
        match self.damaged {
            0 if is_utf8 || matches!(self.clue, Clue::Forced | Clue::Mail) => None,
            0 => Some(self.told()),
            _ if is_utf8 => Some(format!("not all UTF-8: {places}")),
            _ => Some(format!("{}; {places}", self.told())),
        }
    }

    fn told(self) -> String {
        let name = self.charset.name();
        match self.clue {
            Clue::Guess => {
                format!("not UTF-8: read as {name}, a guess; --encoding forces another")
            }
            clue => format!("read as {name}, told by {clue}"),
        }
    }
}

impl Display for Clue {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Mark => "its byte order mark",
            Self::Forced => "you",
            Self::Header => "the server",
            Self::Meta => "the page",
            Self::Mail => "the mail",
            Self::Valid => "its bytes",
            Self::Guess => "a guess",
        })
    }
}

impl Display for Encoding {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "{}, told by {}", self.charset.name(), self.clue)?;
        match self.damaged {
            0 => Ok(()),
            1 => to.write_str("; 1 place shows as �"),
            places => write!(to, "; {places} places show as �"),
        }
    }
}
