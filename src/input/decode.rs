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

/// Decodes the bytes of an article.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), NotText> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(NotText(what));
    }
    if let Some(body) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok(utf8(body));
    }
    if let Some(encoding) = utf16(bytes) {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        return Ok((text.into_owned(), Encoding::Utf16));
    }
    let (text, encoding) = utf8(bytes);
    if encoding == Encoding::Utf8 {
        return Ok((text, encoding));
    }
    if is_noise(bytes) {
        return Err(NotText("binary data"));
    }
    if has_utf8(bytes) {
        return Ok((text, encoding));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text.into_owned(), Encoding::Windows1252))
}

fn utf8(bytes: &[u8]) -> (String, Encoding) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), Encoding::Utf8);
    }
    let places = bytes
        .utf8_chunks()
        .filter(|chunk| !chunk.invalid().is_empty())
        .count();
    (
        String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Damaged(places),
    )
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

/// Whether at least one character beyond ASCII is good UTF-8, and most are.
fn has_utf8(bytes: &[u8]) -> bool {
    let chunks = || bytes.utf8_chunks();
    let good: usize = chunks()
        .map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count())
        .sum();
    let bad = chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    good > bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Ok((text.to_owned(), encoding)));
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
        assert_eq!(decode(b"\x1f\x8b\x08"), Err(NotText("a gzip archive")));
        let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert_eq!(decode(&noise), Err(NotText("binary data")));
    }

    #[test]
    fn control_characters_in_good_text_are_text() {
        check(b"a\0b\x1b[31m", "a\0b\x1b[31m", Encoding::Utf8);
        check(b"", "", Encoding::Utf8);
    }
}
