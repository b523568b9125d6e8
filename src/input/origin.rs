//! Where an article comes from, and what comes with it.

use std::ffi::OsStr;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};

use super::OpenError;
use super::decode::NotText;
use super::decode::charset::Charset;
use super::fetch;
use super::shipped::Shipped;
use crate::text::cluster::safe;

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program itself.
    Shipped(Shipped),
    /// Standard input.
    Stdin,
    /// A file or a named pipe.
    File(PathBuf),
    /// An address on the web, as it was typed.
    Web(String),
}

/// What came with an article besides its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    pub(super) path: Option<PathBuf>,
    /// The address at which it was found in the end.
    pub address: Option<String>,
    /// The charset that the server declares.
    pub(super) charset: Option<Charset>,
}

impl Origin {
    /// The origin that an argument names: `-` is standard input, and what begins as an address is one.
    pub fn of(argument: &OsStr) -> Self {
        match argument.to_str() {
            Some("-") => Self::Stdin,
            Some(address) if is_address(address) => Self::Web(address.to_owned()),
            _ => Self::File(argument.into()),
        }
    }

    /// Its name as shown to a reader; safe to print.
    pub fn name(&self) -> String {
        match self {
            Self::Shipped(shipped) => shipped.name.to_owned(),
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) if is_descriptor(path) => "pipe".to_owned(),
            Self::File(path) => safe(
                &path
                    .file_name()
                    .unwrap_or(path.as_os_str())
                    .to_string_lossy(),
            )
            .into_owned(),
            Self::Web(address) => {
                fetch::host(address).unwrap_or_else(|| safe(address).into_owned())
            }
        }
    }

    /// The host that has to be asked for it.
    pub fn host(&self) -> Option<String> {
        match self {
            Self::Web(address) => fetch::host(address),
            _ => None,
        }
    }

    /// The file that it is: what comes through a pipe is none.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) if !is_descriptor(path) && !is_fifo(path) => Some(path),
            _ => None,
        }
    }

    /// What is known of it before it is opened.
    pub(super) fn envelope(&self) -> Envelope {
        let path = match self {
            Self::Shipped(shipped) => Some(shipped.file.into()),
            Self::File(path) => Some(path.clone()),
            Self::Stdin | Self::Web(_) => None,
        };
        Envelope {
            path,
            ..Envelope::default()
        }
    }

    /// Whether it can be read once more: what comes through a pipe is gone once it is read.
    pub fn can_be_read_again(&self) -> Result<bool, OpenError> {
        match self {
            Self::Shipped(_) | Self::Web(_) => Ok(true),
            Self::Stdin => Ok(false),
            Self::File(path) => {
                let kind = path
                    .metadata()
                    .map_err(|error| OpenError::unreadable(path, error))?;
                Ok(!kind.file_type().is_fifo())
            }
        }
    }

    /// Whether it can change: a file can, or what is to become one.
    pub fn can_be_watched(&self) -> bool {
        match self {
            Self::File(path) => {
                !is_descriptor(path) && path.metadata().map_or(true, |it| it.is_file())
            }
            Self::Shipped(_) | Self::Stdin | Self::Web(_) => false,
        }
    }

    /// Why there is no text in what came from there.
    pub(super) fn no_text(&self, what: NotText) -> OpenError {
        let (name, is_broken) = (self.name(), what.is_broken());
        let what = what.0;
        if is_broken {
            OpenError::Broken { name, what }
        } else {
            OpenError::NotText { name, what }
        }
    }
}

impl Envelope {
    /// A path whose name may say something about the format.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

/// Whether an argument begins as the addresses do that can be fetched.
fn is_address(argument: &str) -> bool {
    ["http://", "https://"].iter().any(|start| {
        let beginning = argument.get(..start.len());
        beginning.is_some_and(|it| it.eq_ignore_ascii_case(start))
    })
}

/// Whether a path names an open file: standard input, or one by its number, as those do that shells make for `<(command)`.
fn is_descriptor(path: &Path) -> bool {
    let is_number = path.parent().is_some_and(|folder| folder.ends_with("fd"))
        && (path.starts_with("/dev") || path.starts_with("/proc"));
    is_number || path == Path::new("/dev/stdin")
}

/// Whether a path names a pipe.
fn is_fifo(path: &Path) -> bool {
    path.metadata().is_ok_and(|it| it.file_type().is_fifo())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_name_is_called_what_it_is() {
        for (argument, name) in [
            ("-", "standard input"),
            ("/dev/fd/63", "pipe"),
            ("/proc/self/fd/63", "pipe"),
            ("/dev/stdin", "pipe"),
            ("dev/fd/63", "63"),
            ("a/63.md", "63.md"),
            ("HTTPS://ann:b@A.example:81/c", "a.example"),
            ("http://[", "http://["),
        ] {
            assert_eq!(Origin::of(argument.as_ref()).name(), name, "{argument}");
        }
    }
}
