//! Keys: words as two numbers, so that looking one up compares no text and copies none.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// The first bytes of a word in small letters, with a straight apostrophe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Key {
    head: u64,
    tail: u64,
}

/// A map from words.
pub(super) type WordMap<T> = HashMap<Key, T, BuildHasherDefault<KeyHasher>>;

/// A set of openings.
pub(super) type KeySet = HashSet<u64, BuildHasherDefault<KeyHasher>>;

/// How many bytes a key holds; no word of the lists is longer.
const LONGEST: usize = 16;

impl Key {
    /// The key of a word; `None` for one that is too long to be in any list.
    pub(super) fn of(word: &str) -> Option<Self> {
        let (key, is_whole) = Self::read(word);
        is_whole.then_some(key)
    }

    /// The first letters alone, as many as every content word has.
    pub(super) fn opening(self) -> u64 {
        self.head & 0xFF_FFFF
    }

    /// The key of as much of a word as fits: words that differ only behind that are one.
    pub(super) fn of_head(word: &str) -> Self {
        Self::read(word).0
    }

    fn read(word: &str) -> (Self, bool) {
        let mut bytes = [0; LONGEST];
        let rest = if word.as_bytes().contains(&CURLY[0]) {
            copy_straight(word.as_bytes(), &mut bytes)
        } else {
            let length = word.len().min(LONGEST);
            let (head, rest) = word.as_bytes().split_at(length);
            bytes[..length].copy_from_slice(head);
            rest
        };
        bytes.make_ascii_lowercase();
        let whole = u128::from_le_bytes(bytes);
        let half = |shift: u32| u64::try_from((whole >> shift) & u128::from(u64::MAX));
        let key = Self {
            head: half(0).unwrap_or_default(),
            tail: half(64).unwrap_or_default(),
        };
        (key, rest.is_empty())
    }
}

/// A curly apostrophe.
const CURLY: [u8; 3] = [0xE2, 0x80, 0x99];

/// Copies as much of a word as fits, with straight apostrophes. What does not fit is returned.
fn copy_straight<'a>(word: &'a [u8], bytes: &mut [u8]) -> &'a [u8] {
    let mut rest = word;
    for slot in bytes {
        let Some((&byte, behind)) = rest.split_first() else {
            break;
        };
        let straight = rest.strip_prefix(&CURLY);
        *slot = if straight.is_some() { b'\'' } else { byte };
        rest = straight.unwrap_or(behind);
    }
    rest
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
