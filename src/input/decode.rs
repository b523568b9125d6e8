//! Bytes to text: what they are read as, after the rules of the WHATWG.
//!
//! A byte order mark decides, then the reader, the server, the page itself. Where nothing is told and all is UTF-8, it is that; else
//! the bytes are looked at. Text is handed out as it comes in every charset; only a guess waits, for as much as it needs.

pub mod charset;
mod guess;
mod page;
mod stream;

use charset::{Charset, Clue, Encoding};
use guess::SAMPLE;
use stream::Stream;

use super::{book, mail};

/// The bytes are no text; what they are instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotText(pub(super) &'static str);

impl NotText {
    /// Whether they would be text if the file were whole.
    pub(super) fn is_broken(self) -> bool {
        book::BROKEN.contains(&self)
    }
}

/// First bytes of files that are often taken for text.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF-", "a PDF"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3", "a database"),
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
];

/// What a zip archive begins with; a book is one.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// Bytes that tell what a file is.
const LONGEST_MAGIC: usize = 16;

/// What is known of a charset besides the bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Claims {
    /// What the reader says.
    pub(super) forced: Option<Charset>,
    /// What the server says.
    pub(super) header: Option<Charset>,
}

/// Decodes the bytes of an article.
pub(super) fn decode(bytes: Vec<u8>, claims: Claims) -> Result<(String, Encoding), NotText> {
    let mut decoder = Decoder::new(claims);
    decoder.bytes = bytes;
    decoder.finish()
}

/// Decodes bytes as they come. What has been handed out stays as it is whatever follows.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// What has not been handed out.
    bytes: Vec<u8>,
    /// How many bytes have been.
    gone: usize,
    claims: Claims,
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// Nothing is known.
    #[default]
    Beginning,
    /// UTF-8, of which some has been handed out with so many bytes that nothing else explains.
    Utf8 { clue: Clue, evidence: usize },
    /// The same, though nobody told it, and now something else, of which too little is there.
    Broken { evidence: usize },
    /// The charset is known.
    Known(Stream),
    /// An archive, which can be unpacked when all of it is there.
    Archive,
    /// A message in encoded parts, which can be decoded when all of it is there; then with the charset that it says.
    Mail(Charset),
}

impl Decoder {
    /// A decoder for bytes of which this is known.
    pub(super) fn new(claims: Claims) -> Self {
        Self {
            claims,
            ..Self::default()
        }
    }

    /// What has not been decoded; bytes that are appended to it are decoded next.
    pub(super) fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// The text that is certain by now; empty when there is none.
    pub(super) fn text(&mut self) -> Result<String, NotText> {
        self.advance(false)
    }

    /// The rest of the text, and how all of it was read.
    pub(super) fn finish(mut self) -> Result<(String, Encoding), NotText> {
        let text = self.advance(true)?;
        let encoding = match self.state {
            State::Known(stream) => stream.encoding,
            State::Utf8 { clue, .. } => utf8(clue),
            State::Mail(charset) => Encoding {
                charset,
                clue: Clue::Mail,
                damaged: text.matches(char::REPLACEMENT_CHARACTER).count(),
            },
            State::Beginning | State::Broken { .. } | State::Archive => utf8(Clue::Valid),
        };
        Ok((text, encoding))
    }

    fn advance(&mut self, is_end: bool) -> Result<String, NotText> {
        if matches!(self.state, State::Beginning) && (is_end || self.can_begin()) {
            self.state = self.begin()?;
        }
        if matches!(self.state, State::Archive) {
            return if is_end {
                book::unpack(std::mem::take(&mut self.bytes))
            } else {
                Ok(String::new())
            };
        }
        if matches!(self.state, State::Mail(_)) {
            if !is_end {
                return Ok(String::new());
            }
            if let Some((text, charset)) = mail::decode(&self.bytes) {
                self.state = State::Mail(charset);
                return Ok(text);
            }
            self.state = self.plain();
        }
        let mut text = String::new();
        if let State::Utf8 { clue, evidence } = self.state {
            text = self.valid(clue, evidence, is_end);
        }
        if let State::Broken { evidence } = self.state
            && (is_end || self.bytes.len() >= SAMPLE)
        {
            self.state = State::Known(self.guess(evidence)?);
        }
        if let State::Known(stream) = &mut self.state {
            stream.decode(&self.bytes, is_end, &mut text);
            self.gone += self.bytes.len();
            self.bytes.clear();
        }
        Ok(text)
    }

    /// Whether the first bytes tell what they can. A page may declare something further on; zeros and the like are weighed.
    fn can_begin(&self) -> bool {
        let is_clear =
            || !page::is_page(&self.bytes) && !self.bytes.iter().any(|&it| guess::is_control(it));
        let is_mail = mail::begins(&self.bytes);
        is_mail.is_some()
            && (self.bytes.len() >= page::LENGTH || self.bytes.len() >= LONGEST_MAGIC && is_clear())
    }

    /// Looks at the first bytes.
    fn begin(&mut self) -> Result<State, NotText> {
        let magic = MAGIC.iter().find(|it| self.bytes.starts_with(it.0));
        if let Some((_, what)) = magic {
            return Err(NotText(what));
        }
        if self.bytes.starts_with(ARCHIVE) {
            return Ok(State::Archive);
        }
        if let Some((rules, length)) = encoding_rs::Encoding::for_bom(&self.bytes) {
            self.bytes.drain(..length);
            return Ok(State::told(Charset(rules), Clue::Mark));
        }
        if mail::begins(&self.bytes) == Some(true) {
            return Ok(State::Mail(Charset::UTF_8)); // it says itself what it is in
        }
        Ok(self.plain())
    }

    /// Looks at the first bytes of what is text as it stands.
    fn plain(&self) -> State {
        let forced = self.claims.forced.map(|it| (it, Clue::Forced));
        let header = self.claims.header.map(|it| (it, Clue::Header));
        let told = forced.or(header);
        let told = told.or_else(|| Some((page::charset(&self.bytes)?, Clue::Meta)));
        let told = told.or_else(|| Some((guess::utf16(&self.bytes)?, Clue::Guess)));
        let is_broken =
            |bytes| str::from_utf8(bytes).is_err_and(|error| error.error_len().is_some());
        match told {
            Some((charset, clue)) => State::told(charset, clue),
            // Nothing is handed out of what may turn out to be no text.
            None if is_broken(&self.bytes) => State::Broken { evidence: 0 },
            None => State::told(Charset::UTF_8, Clue::Valid),
        }
    }

    /// The UTF-8 that the bytes begin with.
    fn valid(&mut self, clue: Clue, evidence: usize, is_end: bool) -> String {
        let (text, rest, is_broken) = split(std::mem::take(&mut self.bytes));
        let is_broken = is_broken || is_end && !rest.is_empty();
        self.bytes = rest;
        self.gone += text.len();
        let evidence = evidence + continuing(&text);
        self.state = match clue {
            clue if !is_broken => State::Utf8 { clue, evidence },
            Clue::Valid => State::Broken { evidence },
            clue => State::Known(Stream::new(Charset::UTF_8, clue)),
        };
        text
    }

    /// What bytes are that are not all UTF-8, behind text with so much evidence of it: mostly UTF-8 all the same, or a charset
    /// from before.
    fn guess(&self, evidence: usize) -> Result<Stream, NotText> {
        if self.gone < self.bytes.len() && guess::is_noise(&self.bytes) {
            return Err(NotText("binary data"));
        }
        let sample = guess::sample(&self.bytes);
        let chunks = || sample.utf8_chunks();
        let good: usize = chunks().map(|chunk| continuing(chunk.valid())).sum();
        let bad = chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
        if evidence + good > bad {
            return Ok(Stream::new(Charset::UTF_8, Clue::Valid));
        }
        let charset = guess::legacy(sample, sample.len() == self.bytes.len());
        Ok(Stream::new(charset, Clue::Guess))
    }
}

impl State {
    /// The beginning of a text in a charset. UTF-8 has a way of its own, on which nothing is copied while it is valid.
    fn told(charset: Charset, clue: Clue) -> Self {
        if charset == Charset::UTF_8 {
            Self::Utf8 { clue, evidence: 0 }
        } else {
            Self::Known(Stream::new(charset, clue))
        }
    }
}

fn utf8(clue: Clue) -> Encoding {
    Encoding {
        charset: Charset::UTF_8,
        clue,
        damaged: 0,
    }
}

/// The text that `bytes` begin with, the bytes behind it, and whether those are no UTF-8 whatever comes behind them. Bytes
/// that are all text, the common case, are looked at once.
fn split(bytes: Vec<u8>) -> (String, Vec<u8>, bool) {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new(), false),
        Err(error) => error,
    };
    let (valid, is_broken) = {
        let error = error.utf8_error();
        (error.valid_up_to(), error.error_len().is_some())
    };
    let mut bytes = error.into_bytes();
    let rest = bytes.split_off(valid);
    (
        String::from_utf8(bytes).unwrap_or_default(),
        rest,
        is_broken,
    )
}

/// How many bytes of `text` go on with a character that others began.
fn continuing(text: &str) -> usize {
    text.len() - text.chars().count()
}

#[cfg(test)]
mod tests;
