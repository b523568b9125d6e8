//! Arrivals: an article that comes in piece by piece.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::Duration;

use super::decode::{Decoder, Encoding};
use super::{OpenError, Origin, Source};

/// Bytes that are waited for before the first text is handed out: a few screens.
const FIRST: usize = 64 * 1024;

/// Bytes that are waited for after that.
const LATER: usize = 512 * 1024;

/// Texts that wait to be taken before no more is read.
const AHEAD: usize = 2;

/// How long a pipe is silent before it is time to show what it has sent.
const SILENCE: Duration = Duration::from_millis(50);

/// An article that comes in.
#[derive(Debug)]
pub struct Arrival {
    source: Source,
    decoder: Decoder,
    /// Bytes that are waited for before more text is handed out.
    step: usize,
    /// Whether anything has come in since the last silence.
    is_fresh: bool,
}

/// The first of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Some screens of text.
    pub text: String,
    /// How many bytes the whole has, as the text has them.
    pub bytes: u64,
}

impl Beginning {
    /// The beginning of an article; `None` where looking would take it away from who reads it, or wait for it.
    pub fn of(origin: &Origin) -> Result<Option<Self>, OpenError> {
        if !origin.can_be_read_again()? {
            return Ok(None);
        }
        let mut arrival = Arrival::open(origin)?;
        let bytes = arrival.source.size();
        Ok(Some(match arrival.wait()? {
            Next::End(text, _) => Self {
                bytes: text.len() as u64,
                text,
            },
            Next::Text(text) | Next::Pause(text) => Self { text, bytes },
        }))
    }
}

/// What comes next of an article.
#[derive(Debug)]
pub enum Next {
    /// More text.
    Text(String),
    /// More text, and nothing behind it for the moment: it is time to show what there is.
    Pause(String),
    /// The rest of the text, and how all of it was read.
    End(String, Encoding),
}

impl Arrival {
    /// Opens an article.
    pub fn open(origin: &Origin) -> Result<Self, OpenError> {
        Ok(Self {
            source: Source::open(origin)?,
            decoder: Decoder::default(),
            step: FIRST,
            is_fresh: false,
        })
    }

    /// What comes next. Waits for it; when a pipe that has sent something falls silent, says so once.
    fn wait(&mut self) -> Result<Next, OpenError> {
        loop {
            if self.is_fresh && self.source.is_silent(SILENCE) {
                self.is_fresh = false;
                let text = self.text()?;
                if !text.is_empty() {
                    return Ok(Next::Pause(text));
                }
            }
            let bytes = self.decoder.bytes_mut();
            if self.source.read(bytes, self.step)? == 0 {
                let decoder = std::mem::take(&mut self.decoder);
                let (text, encoding) = decoder
                    .finish()
                    .map_err(|what| self.source.origin.no_text(what))?;
                return Ok(Next::End(text, encoding));
            }
            self.is_fresh = true;
            if bytes.len() >= self.step {
                self.step = LATER;
                return Ok(Next::Text(self.text()?));
            }
        }
    }

    /// All that comes, up to the end or an error, read by `thread` while the caller works on what it has taken.
    pub fn ahead(mut self, thread: thread::Builder) -> Receiver<Result<Next, OpenError>> {
        let (sender, receiver) = sync_channel(AHEAD);
        // Without a thread the caller finds that nothing comes.
        _ = thread.spawn(move || {
            loop {
                let next = self.wait();
                let is_last = matches!(next, Ok(Next::End(..)) | Err(_));
                if sender.send(next).is_err() || is_last {
                    break;
                }
            }
        });
        receiver
    }

    fn text(&mut self) -> Result<String, OpenError> {
        self.decoder
            .text()
            .map_err(|what| self.source.origin.no_text(what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Bytes;

    fn arrival(bytes: Vec<u8>) -> Arrival {
        let mut arrival = Arrival::open(&Origin::Shipped).unwrap();
        arrival.source.bytes = Bytes::Shipped(bytes.leak());
        arrival
    }

    #[test]
    fn the_beginning_is_there_before_the_end() {
        let arrival = arrival(b"A line of text.\n".repeat(200_000));
        let coming = arrival.ahead(thread::Builder::new());
        let mut lengths = Vec::new();
        let encoding = loop {
            match coming.recv().unwrap().unwrap() {
                Next::Text(text) | Next::Pause(text) => lengths.push(text.len()),
                Next::End(text, encoding) => {
                    lengths.push(text.len());
                    break encoding;
                }
            }
        };
        assert_eq!(encoding, Encoding::Utf8);
        assert_eq!(lengths.iter().sum::<usize>(), 3_200_000);
        assert_eq!(lengths.first(), Some(&FIRST));
    }

    #[test]
    fn what_is_no_text_is_refused_before_its_end() {
        let mut arrival = arrival([b"PK\x03\x04".to_vec(), vec![0; 100_000]].concat());
        let error = arrival.wait().unwrap_err();
        assert!(error.to_string().contains("zip archive"));
    }
}
