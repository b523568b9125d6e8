//! Why an article could not be opened, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use super::LIMIT;
use super::fetch::FetchError;
use crate::text::cluster::safe;

/// Why an article could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("no such file{}", hint(.0))]
    Missing(PathBuf),
    /// A folder was named.
    #[error("{} is a directory: name a file in it", shown(.0))]
    Directory(PathBuf),
    /// A device or a socket was named.
    #[error("{} is a {kind}, not an article: name a file, or pipe text in with `-`", shown(.path))]
    Special {
        /// What was named.
        path: PathBuf,
        /// What it is.
        kind: &'static str,
    },
    /// The system does not let us read it.
    #[error("cannot read {}: {}", shown(.path), reason(.source))]
    Unreadable {
        /// What was named.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Standard input broke off.
    #[error("cannot read standard input: {}", reason(.0))]
    Stdin(io::Error),
    /// `-` was given, but nothing is piped in.
    #[error("nothing is piped in: name a file, or use a pipe (`command | sidenote -`)")]
    NothingPiped,
    /// It is to be read anew, but what comes through a pipe is gone once it is read.
    #[error("{0} can be read but once")]
    Once(String),
    /// It is longer than [`LIMIT`].
    #[error("{} is longer than {} MiB: cut out a part of it, for example with `head -c`", .0, LIMIT >> 20)]
    TooLong(String),
    /// It holds no text.
    #[error("{name} is not text but {what}: convert it to text or Markdown first")]
    NotText {
        /// What was named.
        name: String,
        /// What its bytes look like.
        what: &'static str,
    },
    /// It would hold text if it were whole.
    #[error("{name} is {what}: the file is broken; get it again")]
    Broken {
        /// What was named.
        name: String,
        /// What its bytes look like.
        what: &'static str,
    },
    /// It could not be fetched.
    #[error(transparent)]
    Fetch(#[from] FetchError),
}

impl OpenError {
    /// Why a file could not be read, as the system says.
    pub(super) fn unreadable(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing(path),
            io::ErrorKind::IsADirectory => Self::Directory(path),
            _ => Self::Unreadable { path, source },
        }
    }
}

fn shown(path: &Path) -> String {
    safe(&path.to_string_lossy()).into_owned()
}

/// Which file it is; where an address was named without its beginning, what to type instead.
fn hint(path: &Path) -> String {
    let name = path.to_string_lossy();
    let shown = safe(&name);
    match name.split_once("://") {
        Some(("file", rest)) => format!(": {shown}; name the file by its path, {}", safe(rest)),
        Some(_) => format!(": {shown}; addresses begin with https:// or http://"),
        None if is_bare_address(&name) => format!("; try https://{shown}"),
        None => format!(": {shown}"),
    }
}

/// Whether a name looks like an address that was typed without its scheme: `example.org/a`, `www.example.org`. A host alone could as
/// well be the name of a file.
fn is_bare_address(name: &str) -> bool {
    let (host, has_path) = match name.split_once('/') {
        Some((host, _)) => (host, true),
        None => (name, false),
    };
    let is_host_char = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let is_domain = |end: &str| end.len() >= 2 && end.chars().all(char::is_alphabetic);
    let is_host = !host.starts_with('.')
        && host.chars().all(is_host_char)
        && host.rsplit_once('.').is_some_and(|(_, end)| is_domain(end));
    is_host && (has_path || host.starts_with("www."))
}

/// What the system says, without its number.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error")
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::input::{Origin, Terms, open};

    #[track_caller]
    fn check(path: &str, message: &str) {
        let error = open(&Origin::File(path.into()), &Terms::default()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn every_failure_says_what_to_do() {
        check("no/such\u{1b}[2J", "no such file: no/such␛[2J");
        check(
            "file:///no/such",
            "no such file: file:///no/such; name the file by its path, /no/such",
        );
        check(
            "ftp://a.example/b",
            "no such file: ftp://a.example/b; addresses begin with https:// or http://",
        );
        check("/", "/ is a directory: name a file in it");
        check(
            "/dev/null",
            "/dev/null is a device, not an article: name a file, or pipe text in with `-`",
        );
    }

    #[test]
    fn an_address_without_its_scheme_is_told_from_a_file() {
        for address in ["a.example/b", "www.a.example"] {
            check(address, &format!("no such file; try https://{address}"));
        }
        for file in ["a.example", ".a.example/b", "a.b2/c", "no such.org/a"] {
            check(file, &format!("no such file: {file}"));
        }
    }
}
