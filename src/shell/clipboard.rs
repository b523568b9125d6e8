//! The clipboard of the terminal, by OSC 52: it works through ssh and needs no program beside.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The sequence that puts words into the clipboard. Control characters of the document stay behind.
pub(super) fn sequence(words: &str) -> Vec<u8> {
    let clean: String = words
        .chars()
        .filter(|&c| !c.is_control() || c == '\n')
        .collect();
    format!("\x1b]52;c;{}\x1b\\", STANDARD.encode(clean)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_encoded_without_control_characters() {
        assert_eq!(sequence("a\u{1b}b"), b"\x1b]52;c;YWI=\x1b\\");
    }
}
