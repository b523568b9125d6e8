//! The lexicon: what single English words can be.
//!
//! One look-up per word answers for all lists at once. A word can be several things (*will*, *bill*, *major*); what it is in its
//! place is decided by those who ask. Lists only; spelling is looked at in [`token`](super::token).

mod grammar;
mod names;
mod places;
mod roles;
mod verbs;

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use bitflags::bitflags;

bitflags! {
    /// What a word can be.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Traits: u32 {
        /// A verb that can carry a whole quotation.
        const SAY = 1;
        /// A verb that works a fragment into a sentence.
        const REPORT = 1 << 1;
        /// A form of *to be*.
        const BE = 1 << 2;
        /// Another auxiliary.
        const AUXILIARY = 1 << 3;
        /// What begins a noun phrase.
        const DETERMINER = 1 << 4;
        /// A preposition.
        const PREPOSITION = 1 << 5;
        /// A conjunction or relative.
        const CONJUNCTION = 1 << 6;
        /// An adverb.
        const ADVERB = 1 << 7;
        /// A personal pronoun.
        const PRONOUN = 1 << 8;
        /// A month, a day.
        const CALENDAR = 1 << 9;
        /// Another word that opens sentences.
        const OPENER = 1 << 10;
        /// What stands before the word for an office.
        const MODIFIER = 1 << 11;
        /// A country, state or city.
        const PLACE = 1 << 12;
        /// Where or what somebody comes from.
        const DEMONYM = 1 << 13;
        /// Several people at once.
        const PLURAL = 1 << 14;
        /// A title that only stands before a name.
        const TITLE = 1 << 15;
        /// What one person can be.
        const ROLE = 1 << 16;
        /// The last word of the name of a body.
        const BODY = 1 << 17;
        /// A body without a name.
        const GROUP = 1 << 18;
        /// What can be read.
        const TEXT = 1 << 19;
        /// A given name.
        const GIVEN = 1 << 20;
        /// A man, with `GIVEN` his name.
        const MALE = 1 << 21;
        /// A woman, with `GIVEN` her name.
        const FEMALE = 1 << 22;
        /// What belongs to the name before it.
        const SUFFIX = 1 << 23;
        /// A small word within a name.
        const PARTICLE = 1 << 24;
        /// A verb that needs somebody who listens.
        const TELL = 1 << 25;
        /// Something said: *warning*, *claim*.
        const NOUN = 1 << 26;
        /// A word that makes a cue together with those behind it: *put it*, *according to*.
        const IDIOM = 1 << 27;
        /// A word that announces a name or a term: *film*, *entitled*.
        const NAMING = 1 << 28;
        /// A form of address, which says nothing of what somebody is.
        const ADDRESS = 1 << 29;
        /// A verb that says that something begins or goes on, which speech can too.
        const ONSET = 1 << 30;
        /// A number in words, or a part of many.
        const AMOUNT = 1 << 31;
    }
}

impl Traits {
    /// A verb that can be a cue.
    pub const CUE: Self = Self::SAY.union(Self::REPORT);

    /// The small words that are no part of a name.
    pub const FUNCTION: Self = Self::BE
        .union(Self::AUXILIARY)
        .union(Self::DETERMINER)
        .union(Self::PREPOSITION)
        .union(Self::CONJUNCTION)
        .union(Self::ADVERB)
        .union(Self::PRONOUN);

    /// What the last part of a compound tells of all of it.
    const OFFICE: Self = Self::ROLE
        .union(Self::PLURAL)
        .union(Self::TITLE)
        .union(Self::MALE)
        .union(Self::FEMALE);

    /// What only a word with a capital can be.
    const CAPITAL_ONLY: Self = Self::PLACE
        .union(Self::BODY)
        .union(Self::GIVEN)
        .union(Self::CALENDAR);
}

/// Every list with what its words can be.
const LISTS: &[(Traits, &str)] = &[
    (Traits::SAY, verbs::SAY),
    (Traits::REPORT, verbs::REPORT),
    (Traits::TELL, verbs::TELL),
    (Traits::ONSET, verbs::ONSET),
    (Traits::NOUN, verbs::NOUN),
    (Traits::IDIOM, verbs::IDIOM),
    (Traits::NAMING, grammar::NAMING),
    (Traits::BE, grammar::BE),
    (Traits::AUXILIARY, grammar::AUXILIARY),
    (Traits::DETERMINER, grammar::DETERMINER),
    (Traits::PREPOSITION, grammar::PREPOSITION),
    (Traits::CONJUNCTION, grammar::CONJUNCTION),
    (Traits::ADVERB, grammar::ADVERB),
    (Traits::PRONOUN, grammar::PRONOUN),
    (Traits::CALENDAR, grammar::CALENDAR),
    (Traits::OPENER, grammar::OPENER),
    (Traits::MODIFIER, grammar::MODIFIER),
    (Traits::AMOUNT, grammar::AMOUNT),
    (Traits::PLACE, places::PLACE),
    (Traits::DEMONYM, places::DEMONYM),
    (Traits::PLURAL, places::PEOPLE),
    (Traits::TITLE, roles::TITLE),
    (Traits::TITLE.union(Traits::MALE), roles::MISTER),
    (Traits::TITLE.union(Traits::FEMALE), roles::MISTRESS),
    (Traits::TITLE.union(Traits::ADDRESS), roles::ADDRESS),
    (Traits::ROLE, roles::ROLE),
    (Traits::ROLE.union(Traits::MALE), roles::MALE),
    (Traits::ROLE.union(Traits::FEMALE), roles::FEMALE),
    (Traits::PLURAL, roles::ROLES),
    (Traits::BODY, roles::BODY),
    (Traits::GROUP, roles::BODY_NOUN),
    (Traits::TEXT, roles::TEXT),
    (Traits::GIVEN.union(Traits::MALE), names::MEN),
    (Traits::GIVEN.union(Traits::FEMALE), names::WOMEN),
    (Traits::SUFFIX, names::SUFFIX),
    (Traits::PARTICLE, names::PARTICLE),
];

static WORDS: LazyLock<HashMap<Key, Traits, Quick>> = LazyLock::new(|| {
    let mut words = HashMap::with_hasher(Quick::default());
    for &(traits, list) in LISTS {
        for key in list.split_whitespace().filter_map(key) {
            *words.entry(key).or_default() |= traits;
        }
    }
    words
});

/// Longest word of the lists, in bytes.
const LONGEST: usize = 24;

/// A word in small letters, filled up with zeros, as numbers that are compared and hashed at once.
type Key = [u64; LONGEST / 8];

type Quick = BuildHasherDefault<Mix>;

/// A hash of a few numbers, one multiplication each: quick, and safe for keys that are all ours.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        let (numbers, _) = bytes.as_chunks();
        for number in numbers {
            self.write_u64(u64::from_ne_bytes(*number));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517C_C1B7_2722_0A95);
    }

    fn write_usize(&mut self, _: usize) {} // all keys are of one length

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// What `word` can be; nothing for words that no list knows.
pub fn traits(word: &str) -> Traits {
    let is_capital = word.starts_with(char::is_uppercase);
    let known = look_up(word)
        .unwrap_or_else(|| word.rsplit_once('-').map_or_else(|| trade(word), compound));
    if is_capital {
        known
    } else {
        known - Traits::CAPITAL_ONLY
    }
}

/// A compound is what its last part is: *co-founder*, *then-Sen*. Only people are so many *year-old*.
fn compound((first, last): (&str, &str)) -> Traits {
    match last {
        "old" if first.ends_with("-year") => Traits::ROLE,
        "olds" if first.ends_with("-year") => Traits::PLURAL,
        _ => look_up(last).unwrap_or_default() & Traits::OFFICE,
    }
}

/// A word that no list knows tells by its ending who has that trade: *hydrologist*, *cartographers*.
fn trade(word: &str) -> Traits {
    const ENDINGS: [&str; 4] = ["ologist", "ographer", "iatrist", "onomist"];
    let is_trade = |word: &str| ENDINGS.iter().any(|ending| word.ends_with(ending));
    match word.strip_suffix('s') {
        _ if is_trade(word) => Traits::ROLE,
        Some(one) if is_trade(one) => Traits::PLURAL,
        _ => Traits::empty(),
    }
}

fn look_up(word: &str) -> Option<Traits> {
    WORDS.get(&key(word)?).copied()
}

fn key(word: &str) -> Option<Key> {
    let mut bytes = [0; LONGEST];
    let small = if word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    };
    let letters = bytes.get_mut(..small.len()).filter(|it| !it.is_empty())?;
    letters.copy_from_slice(small.as_bytes());
    letters.make_ascii_lowercase();
    let (parts, _) = bytes.as_chunks();
    Some(std::array::from_fn(|at| {
        parts.get(at).map_or(0, |part| u64::from_ne_bytes(*part))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Traits) {
        assert_eq!(traits(word), expected, "{word}");
    }

    #[test]
    fn a_word_is_all_that_its_lists_say() {
        check("said", Traits::SAY);
        check("told", Traits::SAY | Traits::TELL);
        check("zebra", Traits::empty());
        check("", Traits::empty());
    }

    #[test]
    fn names_need_their_capital() {
        check("Ann", Traits::GIVEN | Traits::FEMALE);
        check("iran", Traits::empty());
        check("Iran", Traits::PLACE);
        check("IRAN", Traits::PLACE);
    }

    #[test]
    fn a_compound_is_what_its_last_part_is() {
        check("ex-ambassador", Traits::ROLE);
        check("then-Sen", Traits::TITLE);
        check("self-said", Traits::empty());
        check("-", Traits::empty());
    }

    #[test]
    fn trades_are_told_by_their_endings() {
        check("hydrologist", Traits::ROLE);
        check("cartographers", Traits::PLURAL);
        check("hydrology", Traits::empty());
    }

    #[test]
    fn no_listed_word_is_too_long_to_be_found() {
        let words = LISTS.iter().flat_map(|(_, list)| list.split_whitespace());
        let lost: Vec<_> = words.filter(|word| look_up(word).is_none()).collect();
        assert_eq!(lost, Vec::<&str>::new());
    }
}
