//! An open article: bytes that come from somewhere.

use std::fs::{File, FileType};
use std::io::{self, Cursor, IsTerminal, Read, Stdin};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use ureq::BodyReader;

use super::decode::Claims;
use super::fetch::{self, FetchError, Limits};
use super::{Envelope, LIMIT, OpenError, Origin, Terms};

/// An open article.
pub(super) struct Intake {
    pub(super) origin: Origin,
    pub(super) envelope: Envelope,
    pub(super) claims: Claims,
    limits: Limits,
    pub(super) bytes: Bytes,
    /// How many have been read.
    pub(super) length: u64,
}

/// Where bytes come from.
pub(super) enum Bytes {
    Shipped(Cursor<Arc<[u8]>>),
    File(File),
    Pipe(File),
    Stdin(Stdin),
    Web(BodyReader<'static>),
}

impl Intake {
    /// Opens an article. An address is asked, and its answer awaited up to the body.
    pub(super) fn open(origin: &Origin, terms: &Terms) -> Result<Self, OpenError> {
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
            claims: Claims {
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
    pub(super) fn read(&mut self, into: &mut Vec<u8>, most: usize) -> Result<usize, OpenError> {
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
    pub(super) fn is_silent(&self, time: Duration) -> bool {
        let descriptor = match &self.bytes {
            Bytes::Shipped(_) | Bytes::File(_) | Bytes::Web(_) => return false,
            Bytes::Pipe(pipe) => pipe.as_fd(),
            Bytes::Stdin(stdin) => stdin.as_fd(),
        };
        let time = Timespec::try_from(time).ok();
        let ready = poll(
            &mut [PollFd::from_borrowed_fd(descriptor, PollFlags::IN)],
            time.as_ref(),
        );
        ready == Ok(0)
    }

    /// How many bytes there are, where that can be told before they are read.
    pub(super) fn size(&self) -> u64 {
        match &self.bytes {
            Bytes::Shipped(bytes) => bytes.get_ref().len() as u64,
            Bytes::File(file) => file.metadata().map_or(0, |it| it.len()),
            Bytes::Pipe(_) | Bytes::Stdin(_) | Bytes::Web(_) => 0,
        }
    }

    fn broken(&self, error: io::Error) -> OpenError {
        match &self.origin {
            Origin::File(path) => OpenError::unreadable(path, error),
            Origin::Web(_) => FetchError::broken(error, self.origin.name(), &self.limits).into(),
            _ => OpenError::Stdin(error),
        }
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
        .map_err(|error| OpenError::unreadable(path, error))?
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
    let file = File::open(path).map_err(|error| OpenError::unreadable(path, error))?;
    Ok(if kind.is_fifo() {
        Bytes::Pipe(file)
    } else {
        Bytes::File(file)
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::shipped::Shipped;

    #[test]
    fn what_never_ends_is_refused() {
        let origin = Origin::Shipped(Shipped::article());
        let mut intake = Intake::open(&origin, &Terms::default()).unwrap();
        intake.length = LIMIT;
        let error = intake.read(&mut Vec::new(), 1).unwrap_err();
        assert!(error.to_string().contains("is longer than 256 MiB"));
    }
}
