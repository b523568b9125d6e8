//! The glossary: the different words of a chapter, each with a number.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::ops::Range;

use crate::text::{cut, num};

/// Longest word that is entered, in bytes. What is longer has no spaces, and is no word of any list and nobody’s name.
const LONGEST: usize = 60;

/// One word in so many bytes is a new one, at the beginning of a text; later they are fewer.
const DIFFERENT: usize = 16;

/// A word, by its number: equal words have the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// All that is too long to be a word.
    pub const LONG: Self = Self(0);

    /// Its number, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A map from words. Their ids are ours, one after the other, so a multiplication spreads them well enough.
pub type WordMap<T> = HashMap<WordId, T, Spread>;

/// How the ids of words are hashed.
pub type Spread = BuildHasherDefault<Spreader>;

/// The hash of an id, or of some.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spreader(u64);

impl Hasher for Spreader {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = fold(self.0 ^ u64::from(number));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The different words of a chapter.
///
/// A hash table over one piece of text. Articles choose their words, so the hash depends on a seed that they cannot know.
#[derive(Debug)]
pub struct Glossary {
    seed: u64,
    letters: String,
    entries: Vec<Entry>,
    /// At least half of them are free.
    slots: Vec<Slot>,
    /// Room to write a word in small letters.
    small: String,
}

/// Where a word hashes to: so much of it that most words are told apart here. No word has no length.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    head: u64,
    length: u32,
    id: WordId,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    end: u32,
    stem: WordId,
    small: WordId,
    plain: WordId,
}

impl Entry {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Glossary {
    /// An empty glossary for a text of so many bytes, which has at first as much room as most texts of that length need.
    pub fn new(bytes: usize) -> Self {
        const LEAST: usize = 256;
        const MOST: usize = 1 << 15;
        let slots = (bytes / DIFFERENT).next_power_of_two();
        let mut glossary = Self {
            seed: RandomState::new().hash_one(LONGEST),
            letters: String::new(),
            entries: Vec::new(),
            slots: vec![Slot::default(); slots.clamp(LEAST, MOST)],
            small: String::new(),
        };
        glossary.push("");
        glossary
    }

    /// The id of a word, which is entered if need be.
    pub fn enter(&mut self, word: &str) -> WordId {
        self.enter_from(word, 0..word.len())
    }

    /// The same for a word of a text: what stands around it lets it be read at once.
    #[inline]
    pub fn enter_from(&mut self, text: &str, word: Range<usize>) -> WordId {
        let opening = Opening::of(text.as_bytes(), &word);
        self.known(text, &word, opening)
            .unwrap_or_else(|| self.enter_new(cut(text, word), opening))
    }

    /// Enters a word that is not there, with what it is without capitals and marks.
    #[cold]
    fn enter_new(&mut self, word: &str, opening: Opening) -> WordId {
        let id = self.add(word, opening);
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            self.relate(id, word);
        }
        id
    }

    /// Enters what a word with capitals or marks is without them.
    fn relate(&mut self, id: WordId, word: &str) {
        let small = self.enter_small(word);
        let plain = match word.trim_end_matches('.') {
            plain if plain.len() < word.len() => self.enter_small(plain),
            _ => small,
        };
        let stem = without_possessive(word);
        let stem = if stem.len() < word.len() {
            self.enter(stem)
        } else {
            id
        };
        let entry = &mut self.entries[id.index()];
        (entry.stem, entry.small, entry.plain) = (stem, small, plain);
    }

    /// The id of a word in small letters, which is entered if need be.
    fn enter_small(&mut self, word: &str) -> WordId {
        if !word.is_ascii() {
            return self.enter(&word.to_lowercase());
        }
        let mut small = std::mem::take(&mut self.small); // so that a word costs no allocation
        small.clear();
        small.push_str(word);
        small.make_ascii_lowercase();
        let id = self.enter(&small);
        self.small = small;
        id
    }

    /// The id of a word that is known.
    pub fn find(&self, word: &str) -> Option<WordId> {
        self.find_from(word, 0..word.len())
    }

    /// The same for a word of a text.
    fn find_from(&self, text: &str, word: Range<usize>) -> Option<WordId> {
        let opening = Opening::of(text.as_bytes(), &word);
        self.known(text, &word, opening)
            .filter(|&id| id != WordId::LONG)
    }

    #[inline]
    fn known(&self, text: &str, word: &Range<usize>, opening: Opening) -> Option<WordId> {
        if word.len() > LONGEST {
            return Some(WordId::LONG);
        }
        let mut at = self.slot(opening.hash(text, word, self.seed));
        loop {
            let slot = self.slots[at];
            if slot.length == 0 {
                return None;
            }
            let is_alike = slot.head == opening.head && slot.length == opening.length;
            let is_short = word.len() <= Opening::SHORT;
            if is_alike && (is_short || self.text(slot.id) == cut(text, word.clone())) {
                return Some(slot.id);
            }
            at = self.after(at);
        }
    }

    /// How many words there are, with the one that is too long.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// All words, in the order of their ids.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..num::offset(self.count())).map(|number| self.text(WordId(number)))
    }

    /// The word; empty for one that is too long.
    pub fn text(&self, id: WordId) -> &str {
        self.entries
            .get(id.index())
            .map_or("", |entry| cut(&self.letters, entry.range()))
    }

    /// The word without `’s`.
    pub fn stem(&self, id: WordId) -> WordId {
        self.entries.get(id.index()).map_or(id, |entry| entry.stem)
    }

    /// The word in small letters.
    pub fn small(&self, id: WordId) -> WordId {
        self.entries.get(id.index()).map_or(id, |entry| entry.small)
    }

    /// The word in small letters without a full stop at its end.
    pub fn plain(&self, id: WordId) -> WordId {
        self.entries.get(id.index()).map_or(id, |entry| entry.plain)
    }

    /// Adds a word that is not there, as one of its own.
    fn add(&mut self, word: &str, opening: Opening) -> WordId {
        if 2 * self.entries.len() >= self.slots.len() {
            self.grow();
        }
        let id = self.push(word);
        self.put(id, word, &(0..word.len()), opening);
        id
    }

    fn push(&mut self, word: &str) -> WordId {
        let id = WordId(num::offset(self.entries.len()));
        let start = num::offset(self.letters.len());
        self.letters.push_str(word);
        self.entries.push(Entry {
            start,
            end: num::offset(self.letters.len()),
            stem: id,
            small: id,
            plain: id,
        });
        id
    }

    /// Makes the slots twice as many.
    fn grow(&mut self) {
        let slots = 2 * self.slots.len();
        self.slots.clear();
        self.slots.resize(slots, Slot::default());
        let letters = std::mem::take(&mut self.letters);
        for number in 1..self.entries.len() {
            let word = self.entries[number].range();
            let opening = Opening::of(letters.as_bytes(), &word);
            self.put(WordId(num::offset(number)), &letters, &word, opening);
        }
        self.letters = letters;
    }

    fn put(&mut self, id: WordId, text: &str, word: &Range<usize>, opening: Opening) {
        let mut at = self.slot(opening.hash(text, word, self.seed));
        while self.slots[at].length > 0 {
            at = self.after(at);
        }
        self.slots[at] = Slot {
            head: opening.head,
            length: opening.length,
            id,
        };
    }

    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        usize::try_from(hash & mask as u64).unwrap_or_default()
    }

    fn after(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// The beginning of a word as a number, and its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Opening {
    head: u64,
    length: u32,
}

impl Opening {
    /// Words of up to so many bytes are all in the head.
    const SHORT: usize = 8;

    fn of(text: &[u8], word: &Range<usize>) -> Self {
        Self {
            head: head(text, word),
            length: num::offset(word.len()),
        }
    }

    /// The hash of the word of `text` that begins like this.
    fn hash(self, text: &str, word: &Range<usize>, seed: u64) -> u64 {
        let begun = fold(seed ^ self.head ^ (u64::from(self.length) << 56));
        if word.len() <= Self::SHORT {
            return begun;
        }
        let word = text.as_bytes().get(word.clone()).unwrap_or_default();
        let Some(tail) = word.last_chunk() else {
            return begun;
        };
        let (chunks, _) = word.as_chunks();
        let middle = chunks.iter().skip(1);
        let hash = middle.fold(begun, |hash, chunk| fold(hash ^ u64::from_le_bytes(*chunk)));
        fold(hash ^ u64::from_le_bytes(*tail))
    }
}

/// Mixes all bits of a number into each other.
fn fold(number: u64) -> u64 {
    const ODD: u128 = 0x9E37_79B9_7F4A_7C15;
    let product = u128::from(number) * ODD;
    let (low, high) = (product & u128::from(u64::MAX), product >> 64);
    u64::try_from(low ^ high).unwrap_or_default()
}

/// The first eight bytes of a word, of a shorter one all, filled up with zeros. Eight are read wherever the text has so many: to take
/// away what is behind the word is quicker than to tell lengths apart.
fn head(text: &[u8], word: &Range<usize>) -> u64 {
    let rest = text.get(word.start..).unwrap_or_default();
    let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; Opening::SHORT];
        for (slot, byte) in bytes.iter_mut().zip(rest) {
            *slot = *byte;
        }
        bytes
    });
    let behind = Opening::SHORT.saturating_sub(word.len());
    let mask = u64::MAX.checked_shr(8 * num::offset(behind));
    u64::from_le_bytes(bytes) & mask.unwrap_or_default()
}

/// A word without `’s`.
fn without_possessive(word: &str) -> &str {
    let stem = word.strip_suffix(['s', 'S']).unwrap_or_default();
    stem.strip_suffix(['’', '\'', '‘']).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_have_one_id_and_their_forms_lead_to_it() {
        let mut glossary = Glossary::new(0);
        let names: Vec<_> = (0..5000).map(|number| format!("Name{number}")).collect();
        let ids: Vec<_> = names.iter().map(|name| glossary.enter(name)).collect();
        for (name, id) in names.iter().zip(ids) {
            assert_eq!(
                (glossary.enter(name), glossary.text(id)),
                (id, name.as_str())
            );
            assert_eq!(
                glossary.find(&name.to_lowercase()),
                Some(glossary.small(id))
            );
        }
        assert_eq!(glossary.find("Name5000"), None);
    }

    #[test]
    fn forms_of_a_word() {
        let mut glossary = Glossary::new(0);
        let mut check = |word: &str, stem: &str, small: &str, plain: &str| {
            let id = glossary.enter(word);
            let forms = [glossary.stem(id), glossary.small(id), glossary.plain(id)];
            assert_eq!(forms.map(|id| glossary.text(id)), [stem, small, plain]);
        };
        check("lee", "lee", "lee", "lee");
        check("Lee’s", "Lee", "lee’s", "lee’s");
        check("U.S.", "U.S.", "u.s.", "u.s");
        check("Élan", "Élan", "élan", "élan");
    }

    #[test]
    fn what_is_too_long_is_no_word() {
        let mut glossary = Glossary::new(0);
        let id = glossary.enter(&"A".repeat(LONGEST + 1));
        assert_eq!((id, glossary.text(id)), (WordId::LONG, ""));
        assert_eq!(glossary.find(""), None);
    }
}
