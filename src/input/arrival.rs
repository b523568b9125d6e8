//! Arrivals: an article that comes in piece by piece.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::decode::Decoder;
use super::decode::charset::Encoding;
use super::intake::Intake;
use super::{Envelope, OpenError, Origin, Terms};

/// Bytes that are waited for before the first text is handed out: a few screens.
const FIRST: usize = 64 * 1024;

/// Bytes that are waited for after that.
const LATER: usize = 512 * 1024;

/// Texts that wait to be taken before no more is read.
const AHEAD: usize = 2;

/// How long a pipe is silent before it is time to show what it has sent.
const SILENCE: Duration = Duration::from_millis(50);

/// How often it is told how much of a page has come.
const PULSE: Duration = Duration::from_millis(100);

/// An article that comes in.
pub struct Arrival {
    intake: Intake,
    decoder: Decoder,
    /// Bytes that are waited for before more text is handed out.
    step: usize,
    /// Whether anything has come in since the last silence.
    is_fresh: bool,
    /// When it was told how much has come.
    told: Option<Instant>,
}

/// The first of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// Some screens of text.
    pub text: String,
    /// How many bytes the whole has.
    pub bytes: u64,
    /// What came with it.
    pub envelope: Envelope,
}

impl Beginning {
    /// The beginning of an article; `None` where looking would take it away from who reads it, or wait for it.
    pub fn of(origin: &Origin, terms: &Terms) -> Result<Option<Self>, OpenError> {
        if matches!(origin, Origin::Web(_)) || !origin.can_be_read_again()? {
            return Ok(None);
        }
        let mut arrival = Arrival::open(origin, terms)?;
        let bytes = arrival.intake.size();
        let (text, bytes) = loop {
            match arrival.wait()? {
                Next::End(text, _) => break (text.clone(), text.len() as u64),
                Next::Text(text) | Next::Pause(text) if !text.is_empty() => break (text, bytes),
                _ => {} // some formats have no text before their end
            }
        };
        Ok(Some(Self {
            text,
            bytes,
            envelope: arrival.intake.envelope,
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
    /// So many bytes of a page have come; no text with them.
    Bytes(u64),
    /// The rest of the text, and what is known of all of it.
    End(String, Arrived),
}

/// What is known of an article that has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// How its bytes were read.
    pub encoding: Encoding,
    /// How many there were.
    pub bytes: u64,
    /// The address at which it was found in the end.
    pub address: Option<String>,
}

impl Arrival {
    /// Opens an article.
    pub fn open(origin: &Origin, terms: &Terms) -> Result<Self, OpenError> {
        let intake = Intake::open(origin, terms)?;
        Ok(Self {
            decoder: Decoder::new(intake.claims),
            intake,
            step: FIRST,
            is_fresh: false,
            told: None,
        })
    }

    /// What comes with it besides the text.
    pub fn envelope(&self) -> &Envelope {
        &self.intake.envelope
    }

    /// What comes next. Waits for it; when a pipe that has sent something falls silent, says so once.
    fn wait(&mut self) -> Result<Next, OpenError> {
        loop {
            if self.is_fresh && self.intake.is_silent(SILENCE) {
                self.is_fresh = false;
                let text = self.text()?;
                if !text.is_empty() {
                    return Ok(Next::Pause(text));
                }
            }
            let bytes = self.decoder.bytes_mut();
            if self.intake.read(bytes, self.step)? == 0 {
                return self.end();
            }
            self.is_fresh = true;
            if bytes.len() >= self.step {
                self.step = LATER;
                return Ok(Next::Text(self.text()?));
            }
            if self.is_to_tell() {
                self.told = Some(Instant::now());
                return Ok(Next::Bytes(self.intake.length));
            }
        }
    }

    fn end(&mut self) -> Result<Next, OpenError> {
        let decoder = std::mem::take(&mut self.decoder);
        let rest = decoder.finish();
        let (text, encoding) = rest.map_err(|what| self.intake.origin.no_text(what))?;
        let arrived = Arrived {
            encoding,
            bytes: self.intake.length,
            address: self.intake.envelope.address.clone(),
        };
        Ok(Next::End(text, arrived))
    }

    /// Whether a page is coming of which nothing has been told for a while.
    fn is_to_tell(&self) -> bool {
        let is_page = matches!(self.intake.origin, Origin::Web(_));
        is_page && self.told.is_none_or(|told| told.elapsed() >= PULSE)
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
            .map_err(|what| self.intake.origin.no_text(what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    use crate::input::intake::Bytes;
    use crate::input::shipped::Shipped;

    fn arrival(bytes: Vec<u8>) -> Arrival {
        let mut arrival =
            Arrival::open(&Origin::Shipped(Shipped::article()), &Terms::default()).unwrap();
        arrival.intake.bytes = Bytes::Shipped(Cursor::new(bytes.into()));
        arrival
    }

    #[test]
    fn the_beginning_is_there_before_the_end() {
        let arrival = arrival(b"A line of text.\n".repeat(200_000));
        let coming = arrival.ahead(thread::Builder::new());
        let mut lengths = Vec::new();
        let arrived = loop {
            match coming.recv().unwrap().unwrap() {
                Next::Text(text) | Next::Pause(text) => lengths.push(text.len()),
                Next::Bytes(_) => unreachable!("it is no page"),
                Next::End(text, arrived) => {
                    lengths.push(text.len());
                    break arrived;
                }
            }
        };
        assert_eq!(arrived.encoding.to_string(), "UTF-8, told by its bytes");
        assert_eq!(arrived.bytes, 3_200_000);
        assert_eq!(lengths.iter().sum::<usize>(), 3_200_000);
        assert_eq!(lengths.first(), Some(&FIRST));
    }

    #[test]
    fn what_is_no_text_is_refused_before_its_end() {
        let mut arrival = arrival([b"\x1f\x8b\x08".to_vec(), vec![0; 100_000]].concat());
        let error = arrival.wait().unwrap_err();
        assert!(error.to_string().contains("gzip archive"));
    }
}
