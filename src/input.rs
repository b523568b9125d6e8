//! Layer 1: how an article arrives.
//!
//! From the program itself, a file, a pipe, standard input or an address on the web; in whatever charset it is. The outside world
//! fails with an [`OpenError`], whose message says what to do.

pub mod arrival;
mod book;
pub mod decode;
pub mod fetch;
pub mod shipped;

use std::ffi::OsStr;
use std::fs::{File, FileType};
use std::io::{self, Cursor, IsTerminal, Read, Stdin};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use decode::charset::{Charset, Encoding};
use decode::{NotText, Told};
use fetch::{FetchError, Limits, Web};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use shipped::Shipped;

use ureq::BodyReader;

use crate::text::cluster::safe;

/// The longest article that is read, in bytes.
pub const LIMIT: u64 = 256 * 1024 * 1024;

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

/// How articles are to be opened.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// What they are to be read as, whatever they say.
    pub charset: Option<Charset>,
    /// How pages are fetched.
    pub web: Web,
}

/// What came with an article besides its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// A path whose name may say something about the format.
    pub path: Option<PathBuf>,
    /// The address at which it was found in the end.
    pub address: Option<String>,
    /// The charset that the server declares.
    charset: Option<Charset>,
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

    /// The file that it is, as its name tells: what comes through a pipe is none.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) if !is_descriptor(path) => Some(path),
            _ => None,
        }
    }

    fn envelope(&self) -> Envelope {
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
                let kind = path.metadata().map_err(|error| unreadable(path, error))?;
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

    fn no_text(&self, what: NotText) -> OpenError {
        let (name, is_broken) = (self.name(), what.is_broken());
        let what = what.0;
        if is_broken {
            OpenError::Broken { name, what }
        } else {
            OpenError::NotText { name, what }
        }
    }
}

/// Whether an argument begins as the addresses do that can be fetched.
fn is_address(argument: &str) -> bool {
    ["http://", "https://"].iter().any(|start| {
        let beginning = argument.get(..start.len());
        beginning.is_some_and(|it| it.eq_ignore_ascii_case(start))
    })
}

impl Envelope {
    /// A path whose name may say something about the format.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

/// Whether a path names an open file by its number, as those do that shells make for `<(command)`.
fn is_descriptor(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with("fd"))
        && (path.starts_with("/dev") || path.starts_with("/proc"))
}

/// An article as it arrived.
#[derive(Debug)]
pub struct Raw {
    /// Its bytes.
    pub bytes: Vec<u8>,
    origin: Origin,
    envelope: Envelope,
    told: Told,
}

/// An article, decoded.
#[derive(Debug)]
pub struct Input {
    /// Its text.
    pub text: String,
    /// How it was read.
    pub encoding: Encoding,
    /// What came with it.
    pub envelope: Envelope,
}

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

fn shown(path: &Path) -> String {
    safe(&path.to_string_lossy()).into_owned()
}

/// Which file it is; where an address was named without its beginning, what to type instead.
fn hint(path: &Path) -> String {
    let name = path.to_string_lossy();
    if let Some((scheme, rest)) = name.split_once("://") {
        let shown = safe(&name);
        return match scheme {
            "file" => format!(": {shown}; name the file by its path, {}", safe(rest)),
            _ => format!(": {shown}; addresses begin with https:// or http://"),
        };
    }
    let (host, is_alone) = name
        .split_once('/')
        .map_or((&*name, true), |(host, _)| (host, false));
    let end = host.rsplit('.').next().unwrap_or_default();
    let is_host = host.contains('.')
        && !host.starts_with('.')
        && end.len() >= 2
        && end.chars().all(char::is_alphabetic)
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    if is_host && (host.starts_with("www.") || !is_alone) {
        format!("; try https://{}", safe(&name))
    } else {
        format!(": {}", safe(&name))
    }
}

/// What the system says, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error")
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

/// Reads an article to its end and decodes it. Blocks as long as a pipe stays open.
pub fn open(origin: &Origin, terms: &Terms) -> Result<Input, OpenError> {
    read(origin, terms)?.decode()
}

/// Reads an article to its end. Blocks as long as a pipe stays open.
pub fn read(origin: &Origin, terms: &Terms) -> Result<Raw, OpenError> {
    const STEP: usize = 1024 * 1024;
    let mut source = Source::open(origin, terms)?;
    let mut bytes = Vec::new();
    while source.read(&mut bytes, STEP)? > 0 {}
    Ok(Raw {
        bytes,
        told: source.told,
        origin: source.origin,
        envelope: source.envelope,
    })
}

impl Raw {
    /// The text in the bytes, which become it: UTF-8 is not copied.
    pub fn decode(self) -> Result<Input, OpenError> {
        let decoded = decode::decode(self.bytes, self.told);
        let (text, encoding) = decoded.map_err(|what| self.origin.no_text(what))?;
        Ok(Input {
            text,
            encoding,
            envelope: self.envelope,
        })
    }
}

/// An open article.
struct Source {
    origin: Origin,
    envelope: Envelope,
    told: Told,
    limits: Limits,
    bytes: Bytes,
    /// How many have been read.
    length: u64,
}

/// Where bytes come from.
enum Bytes {
    Shipped(Cursor<Arc<[u8]>>),
    File(File),
    Pipe(File),
    Stdin(Stdin),
    Web(BodyReader<'static>),
}

impl Source {
    fn open(origin: &Origin, terms: &Terms) -> Result<Self, OpenError> {
        let mut envelope = origin.envelope();
        let bytes = match origin {
            Origin::Shipped(shipped) => Bytes::Shipped(Cursor::new(shipped.text.clone().into())),
            Origin::Stdin if io::stdin().is_terminal() => return Err(OpenError::NothingPiped),
            Origin::Stdin => Bytes::Stdin(io::stdin()),
            Origin::File(path) => open_file(path)?,
            Origin::Web(address) => {
                let page = fetch::fetch(address, &terms.web)?;
                envelope = page.envelope;
                Bytes::Web(page.body)
            }
        };
        Ok(Self {
            origin: origin.clone(),
            told: Told {
                forced: terms.charset,
                header: envelope.charset,
            },
            envelope,
            limits: terms.web.limits,
            bytes,
            length: 0,
        })
    }

    /// Appends bytes, at the most so many; waits for the first of them. Returns how many came, 0 at the end.
    fn read(&mut self, into: &mut Vec<u8>, most: usize) -> Result<usize, OpenError> {
        let before = into.len();
        let result = match &mut self.bytes {
            Bytes::Shipped(bytes) => bytes.take(most as u64).read_to_end(into),
            Bytes::File(file) => file.take(most as u64).read_to_end(into),
            Bytes::Pipe(pipe) => read_some(pipe, into),
            Bytes::Stdin(stdin) => read_some(stdin, into),
            Bytes::Web(body) => read_some(body, into),
        };
        let read = into.len() - before;
        self.length += read as u64;
        match result {
            Err(error) => Err(self.broken(error)),
            Ok(_) if self.length > self.limit() => Err(self.too_long()),
            Ok(_) => Ok(read),
        }
    }

    fn limit(&self) -> u64 {
        match self.origin {
            Origin::Web(_) => self.limits.bytes,
            _ => LIMIT,
        }
    }

    fn too_long(&self) -> OpenError {
        match self.origin {
            Origin::Web(_) => FetchError::TooLong(self.origin.name(), self.limits.bytes).into(),
            _ => OpenError::TooLong(self.origin.name()),
        }
    }

    /// Whether nothing comes for so long. Files are never silent, and of pages it is not told.
    fn is_silent(&self, time: Duration) -> bool {
        let source = match &self.bytes {
            Bytes::Shipped(_) | Bytes::File(_) | Bytes::Web(_) => return false,
            Bytes::Pipe(pipe) => pipe.as_fd(),
            Bytes::Stdin(stdin) => stdin.as_fd(),
        };
        let time = Timespec::try_from(time).ok();
        let ready = poll(
            &mut [PollFd::from_borrowed_fd(source, PollFlags::IN)],
            time.as_ref(),
        );
        ready == Ok(0)
    }

    /// How many bytes there are, where that can be told before they are read.
    fn size(&self) -> u64 {
        match &self.bytes {
            Bytes::Shipped(bytes) => bytes.get_ref().len() as u64,
            Bytes::File(file) => file.metadata().map_or(0, |it| it.len()),
            Bytes::Pipe(_) | Bytes::Stdin(_) | Bytes::Web(_) => 0,
        }
    }

    fn broken(&self, error: io::Error) -> OpenError {
        match &self.origin {
            Origin::File(path) => unreadable(path, error),
            Origin::Web(_) => FetchError::broken(error, self.origin.name(), &self.limits).into(),
            _ => OpenError::Stdin(error),
        }
    }
}

/// Appends what a pipe holds, or waits for something.
fn read_some(pipe: &mut impl Read, into: &mut Vec<u8>) -> io::Result<usize> {
    let mut buffer = [0; 16 * 1024];
    loop {
        match pipe.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
            Ok(read) => {
                into.extend_from_slice(buffer.get(..read).unwrap_or_default());
                return Ok(read);
            }
        }
    }
}

fn unreadable(path: &Path, source: io::Error) -> OpenError {
    match source.kind() {
        io::ErrorKind::NotFound => OpenError::Missing(path.to_owned()),
        io::ErrorKind::IsADirectory => OpenError::Directory(path.to_owned()),
        _ => OpenError::Unreadable {
            path: path.to_owned(),
            source,
        },
    }
}

/// Whether a path names a plain file: what an article leads to is nothing else.
pub fn is_plain_file(path: &Path) -> Result<(), OpenError> {
    let kind = file_type(path)?;
    if kind.is_fifo() {
        return Err(OpenError::Special {
            path: path.to_owned(),
            kind: "pipe",
        });
    }
    Ok(())
}

/// What a path names, when it is a file or a pipe.
fn file_type(path: &Path) -> Result<FileType, OpenError> {
    let kind = path
        .metadata()
        .map_err(|error| unreadable(path, error))?
        .file_type();
    if kind.is_dir() {
        return Err(OpenError::Directory(path.to_owned()));
    }
    if !kind.is_file() && !kind.is_fifo() {
        let kind = if kind.is_socket() { "socket" } else { "device" };
        return Err(OpenError::Special {
            path: path.to_owned(),
            kind,
        });
    }
    Ok(kind)
}

fn open_file(path: &Path) -> Result<Bytes, OpenError> {
    // Looked at before it is opened: opening a device or a socket can do harm or wait for ever.
    let kind = file_type(path)?;
    let file = File::open(path).map_err(|error| unreadable(path, error))?;
    Ok(if kind.is_fifo() {
        Bytes::Pipe(file)
    } else {
        Bytes::File(file)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_has_no_name_is_called_what_it_is() {
        for (argument, name) in [
            ("-", "standard input"),
            ("/dev/fd/63", "pipe"),
            ("/proc/self/fd/63", "pipe"),
            ("dev/fd/63", "63"),
            ("a/63.md", "63.md"),
            ("HTTPS://ann:b@A.example:81/c", "a.example"),
            ("http://[", "http://["),
        ] {
            assert_eq!(Origin::of(argument.as_ref()).name(), name, "{argument}");
        }
    }

    #[test]
    fn what_never_ends_is_refused() {
        let mut source =
            Source::open(&Origin::Shipped(Shipped::article()), &Terms::default()).unwrap();
        source.length = LIMIT;
        let error = source.read(&mut Vec::new(), 1).unwrap_err();
        assert!(error.to_string().contains("is longer than 256 MiB"));
    }

    #[test]
    fn the_shipped_article_opens() {
        let input = open(&Origin::Shipped(Shipped::article()), &Terms::default()).unwrap();
        assert_eq!(input.encoding.charset, Charset::UTF_8);
        assert!(input.text.len() > 3000);
    }
}
