//! Guesses: what bytes are of which nothing is told.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::charset::Charset;

/// How many bytes are looked at.
pub(super) const SAMPLE: usize = 64 * 1024;

/// The charset that bytes look like which are no UTF-8. `is_all` when nothing follows them.
pub(super) fn legacy(bytes: &[u8], is_all: bool) -> Charset {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, is_all);
    Charset(detector.guess(None, Utf8Detection::Deny))
}

/// UTF-16 without a mark: every other byte is zero, as in text of mostly Latin letters; or what is noise byte by byte is text
/// unit by unit.
pub(super) fn utf16(bytes: &[u8]) -> Option<Charset> {
    let sample = sample(bytes);
    let zeros = |at: usize| {
        let every_other = sample.iter().skip(at).step_by(2);
        every_other.filter(|&&byte| byte == 0).count()
    };
    let many = sample.len().div_ceil(2) * 2 / 3;
    match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (0, odd) if odd > many => Some(Charset(UTF_16LE)),
        (even, 0) if even > many => Some(Charset(UTF_16BE)),
        _ if !is_noise(sample) || is_legible(sample) => None,
        (even, odd) => {
            let likely = if odd >= even {
                [UTF_16LE, UTF_16BE]
            } else {
                [UTF_16BE, UTF_16LE]
            };
            let rules = likely.into_iter().find(|it| reads_well(sample, it));
            rules.map(Charset)
        }
    }
}

/// Whether bytes are words with spaces or line ends between them, and nothing that no text holds.
fn reads_well(bytes: &[u8], rules: &'static Encoding) -> bool {
    let whole = bytes.get(..bytes.len() & !1).unwrap_or_default();
    let Some(text) = rules.decode_without_bom_handling_and_without_replacement(whole) else {
        return false;
    };
    let is_private = |c| ('\u{e000}'..='\u{f8ff}').contains(&c);
    let is_strange = |c: char| c.is_control() && !c.is_whitespace() || is_private(c);
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    let blanks = text.chars().filter(char::is_ascii_whitespace).count();
    blanks > 0 && !text.contains(is_strange) && (letters + blanks) * 5 > text.chars().count() * 4
}

/// Whether most bytes are letters and spaces as they stand. Of the two bytes of a unit hardly ever both are.
fn is_legible(bytes: &[u8]) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_alphabetic() || byte.is_ascii_whitespace();
    bytes.iter().filter(|it| is_plain(it)).count() * 5 > bytes.len() * 3
}

/// Whether bytes hold more control characters than any text would.
pub(super) fn is_noise(bytes: &[u8]) -> bool {
    let sample = sample(bytes);
    sample.iter().filter(|&&byte| is_control(byte)).count() * 20 > sample.len()
}

/// Whether a byte is a control character that texts do not hold.
pub(super) fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x1b')
}

/// As much of the beginning as is looked at.
pub(super) fn sample(bytes: &[u8]) -> &[u8] {
    bytes.get(..SAMPLE).unwrap_or(bytes)
}
