//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16, and other bytes as well as can be.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are looked at to tell text from other data.
const SAMPLE: usize = 64 * 1024;

/// How the bytes of an article were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, as it should be.
    Utf8,
    /// UTF-16.
    Utf16,
    /// Bytes that are no UTF-8, read as Windows-1252.
    Windows1252,
    /// Mostly UTF-8; this many stretches of bytes are none and show as `�`.
    Damaged(usize),
}

impl Encoding {
    /// What a reader should know of it.
    pub fn notice(self) -> Option<String> {
        match self {
            Self::Utf8 => None,
            Self::Utf16 => Some("read as UTF-16".to_owned()),
            Self::Windows1252 => {
                Some("not UTF-8: read as Windows-1252, letters may be wrong".to_owned())
            }
            Self::Damaged(1) => Some("not all UTF-8: 1 place shows as �".to_owned()),
            Self::Damaged(places) => Some(format!("not all UTF-8: {places} places show as �")),
        }
    }
}

/// The bytes are no text; what they are instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText(pub &'static str);

/// First bytes of files that are often taken for text.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a zip archive (EPUB, DOCX and ODT are such)"),
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

/// Bytes that tell what a file is.
const LONGEST_MAGIC: usize = 16;

/// Decodes the bytes of an article.
pub fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), NotText> {
    let state = State::Beginning;
    Decoder { bytes, state }.finish()
}

/// Decodes bytes as they come. UTF-8 is handed out on the way, and stays as it is whatever follows; other bytes have to be there whole.
#[derive(Debug, Default)]
pub struct Decoder {
    /// What has not been handed out.
    bytes: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing is known.
    #[default]
    Beginning,
    /// No UTF-8: nothing can be handed out before the end.
    Other,
    /// UTF-8, of which some has been handed out with so many bytes that nothing else explains.
    Utf8 { evidence: usize },
    /// The same, and now something else, which has to wait for the end.
    Broken { evidence: usize },
}

impl Decoder {
    /// What has not been decoded; bytes that are appended to it are decoded next.
    pub fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// The text that is certain by now; empty when there is none.
    pub fn text(&mut self) -> Result<String, NotText> {
        if self.state == State::Beginning && self.bytes.len() >= LONGEST_MAGIC {
            self.begin()?;
        }
        let State::Utf8 { evidence } = self.state else {
            return Ok(String::new());
        };
        let (text, rest, is_broken) = split(std::mem::take(&mut self.bytes));
        self.bytes = rest;
        let evidence = evidence + continuing(&text);
        self.state = if is_broken {
            State::Broken { evidence }
        } else {
            State::Utf8 { evidence }
        };
        Ok(text)
    }

    /// The rest of the text, and how all of it was read.
    pub fn finish(mut self) -> Result<(String, Encoding), NotText> {
        if self.state == State::Beginning {
            self.begin()?;
        }
        let text = self.text()?;
        let rest = &self.bytes;
        match self.state {
            State::Utf8 { evidence } | State::Broken { evidence } if !rest.is_empty() => {
                let (rest, encoding) = damaged(rest, evidence);
                Ok((text + &rest, encoding))
            }
            State::Other if let Some(encoding) = utf16(rest) => {
                let (text, _) = encoding.decode_with_bom_removal(rest);
                Ok((text.into_owned(), Encoding::Utf16))
            }
            State::Other if is_noise(rest) => Err(NotText("binary data")),
            State::Other => Ok(damaged(rest, 0)),
            _ => Ok((text, Encoding::Utf8)),
        }
    }

    /// Looks at the first bytes.
    fn begin(&mut self) -> Result<(), NotText> {
        if let Some((_, what)) = MAGIC
            .iter()
            .find(|(magic, _)| self.bytes.starts_with(magic))
        {
            return Err(NotText(what));
        }
        if self.bytes.starts_with(b"\xef\xbb\xbf") {
            self.bytes.drain(..3);
        }
        let is_broken =
            |bytes| str::from_utf8(bytes).is_err_and(|error| error.error_len().is_some());
        let is_other = utf16(&self.bytes).is_some() || is_broken(&self.bytes);
        self.state = if is_other {
            State::Other
        } else {
            State::Utf8 { evidence: 0 }
        };
        Ok(())
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

/// Bytes that are not all UTF-8, behind text with so much evidence of it: mostly UTF-8, or Windows-1252.
fn damaged(bytes: &[u8], evidence: usize) -> (String, Encoding) {
    let chunks = || bytes.utf8_chunks();
    let good: usize = chunks().map(|chunk| continuing(chunk.valid())).sum();
    let bad = chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    if evidence + good > bad {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return (text, Encoding::Damaged(bad));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    (text.into_owned(), Encoding::Windows1252)
}

/// How many bytes of `text` go on with a character that others began.
fn continuing(text: &str) -> usize {
    text.len() - text.chars().count()
}

/// UTF-16 by its byte order mark, or by every other byte being zero, as in text of mostly Latin letters.
fn utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(UTF_16BE);
    }
    let sample = bytes.get(..bytes.len().min(SAMPLE))?;
    let zeros = |at: usize| {
        sample
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let many = sample.len().div_ceil(2) * 2 / 3;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > many => Some(UTF_16LE),
        (even, 0) if even > many => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes that are no UTF-8 hold more control characters than any text would.
fn is_noise(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let is_control =
        |&&byte: &&u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x1b');
    sample.iter().filter(is_control).count() * 20 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes.to_owned()), Ok((text.to_owned(), encoding)));
    }

    #[test]
    fn unicode_in_all_its_forms() {
        check(b"\xef\xbb\xbf# A", "# A", Encoding::Utf8);
        check(b"\xff\xfeA\0\x19\x20", "A’", Encoding::Utf16);
        check(b"\xfe\xff\0A\0B", "AB", Encoding::Utf16);
        check(b"A\0B\0C\0D\0", "ABCD", Encoding::Utf16);
        check(b"\xff\xfeA\0B", "A\u{FFFD}", Encoding::Utf16);
    }

    #[test]
    fn other_bytes_as_well_as_can_be() {
        check(b"caf\xe9 \x93hi\x94", "café “hi”", Encoding::Windows1252);
        check(
            "é “a” \u{e9}x".replace('x', "").as_bytes(),
            "é “a” é",
            Encoding::Utf8,
        );
        check(
            b"\xc3\xa9 \xc3\xa9 \xff.",
            "é é \u{FFFD}.",
            Encoding::Damaged(1),
        );
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(
            decode(b"\x1f\x8b\x08".to_vec()),
            Err(NotText("a gzip archive"))
        );
        let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert_eq!(decode(noise), Err(NotText("binary data")));
    }

    #[test]
    fn control_characters_in_good_text_are_text() {
        check(b"a\0b\x1b[31m", "a\0b\x1b[31m", Encoding::Utf8);
        check(b"", "", Encoding::Utf8);
    }

    #[test]
    fn what_comes_in_pieces_is_decoded_alike() {
        let texts: [&[u8]; 8] = [
            b"\xef\xbb\xbfabc \xc3\xa9",
            b"plain, then \xc3\xa9 and \xe2\x80\x9c",
            b"plain, then caf\xe9",
            b"\xc3\xa9\xc3\xa9 then \xff.",
            b"\xc3\xa9 cut in the middle \xe2\x80",
            b"\xff\xfeA\0\x19\x20B\0",
            b"",
            b"a",
        ];
        for bytes in texts {
            let whole = decode(bytes.to_owned()).unwrap();
            for size in 2..bytes.len().max(3) {
                let mut decoder = Decoder::default();
                let mut text = String::new();
                for piece in bytes.chunks(size) {
                    decoder.bytes_mut().extend_from_slice(piece);
                    text += &decoder.text().unwrap();
                }
                let (rest, encoding) = decoder.finish().unwrap();
                assert_eq!((text + &rest, encoding), whole, "{bytes:?} by {size}");
            }
        }
    }
}
