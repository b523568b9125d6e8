//! Keys: words as two numbers, so that looking one up compares no text and copies none.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The first bytes of a word in small letters, with a straight apostrophe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Key {
    head: u64,
    tail: u64,
}

/// A map from words by their keys.
pub(super) type KeyMap<T> = HashMap<Key, T, BuildHasherDefault<KeyHasher>>;

/// How many bytes a key holds; no word of the lists is longer.
const LONGEST: usize = 16;

impl Key {
    /// The key of a word; `None` for one that is too long to be in any list.
    pub(super) fn of(word: &str) -> Option<Self> {
        let (key, is_whole) = Self::read(word);
        is_whole.then_some(key)
    }

    /// The bytes that it holds, with zeros behind them.
    pub(super) fn bytes(self) -> [u8; LONGEST] {
        let whole = u128::from(self.head) | u128::from(self.tail) << u64::BITS;
        whole.to_le_bytes()
    }

    /// The key of as much of a word as fits: words that differ only behind that are one.
    pub(super) fn of_head(word: &str) -> Self {
        Self::read(word).0
    }

    fn read(word: &str) -> (Self, bool) {
        let mut bytes = [0; LONGEST];
        let is_whole = if word.is_ascii() {
            for (slot, byte) in bytes.iter_mut().zip(word.bytes()) {
                *slot = byte;
            }
            word.len() <= LONGEST
        } else {
            copy_straight(word.as_bytes(), &mut bytes)
        };
        bytes.make_ascii_lowercase();
        let whole = u128::from_le_bytes(bytes);
        let half = |shift: u32| u64::try_from((whole >> shift) & u128::from(u64::MAX));
        let key = Self {
            head: half(0).unwrap_or_default(),
            tail: half(64).unwrap_or_default(),
        };
        (key, is_whole)
    }
}

/// Copies as much of a word as fits, with straight apostrophes, and tells whether that is all of it.
fn copy_straight(word: &[u8], bytes: &mut [u8]) -> bool {
    let mut rest = word;
    for slot in bytes {
        rest = match rest {
            [] => break,
            [0xE2, 0x80, 0x99, rest @ ..] => {
                *slot = b'\'';
                rest
            }
            [byte, rest @ ..] => {
                *slot = *byte;
                rest
            }
        };
    }
    rest.is_empty()
}

/// Mixes the two numbers of a key. Keys come from articles, so a text made to collide costs its reader time and nothing else:
/// the maps hold the words of our lists and of at most some hundred guarantees.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mixed = (self.0.rotate_left(29) ^ number).wrapping_mul(ODD);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_the_kind_of_apostrophe_do_not_matter() {
        assert_eq!(Key::of("We’LL"), Key::of("we'll"));
        assert_ne!(Key::of("é"), Key::of("e"));
        assert_eq!(Key::of("communiqué"), Key::of("Communiqué"));
    }

    #[test]
    fn what_is_too_long_is_no_word_of_a_list() {
        assert_eq!(Key::of("constitutionally-minded"), None);
        let heads = ["internationalisation", "internationalisations"].map(Key::of_head);
        assert_eq!(heads[0], heads[1]);
    }
}
