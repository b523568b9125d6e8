//! Figures: somebody or something that the article names, and all that it says of who or what that is.

use std::ops::Range;

use smallvec::SmallVec;

use super::Naming;
use super::kin::Age;
use crate::article::chapter::glossary::{Glossary, WordId};

/// How many other names of a figure are kept.
const MOST_ALIASES: usize = 8;

/// How many other roles of a figure are kept.
const MOST_ROLES: usize = 4;

/// Somebody or something the article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The fullest name that the article gives.
    pub name: String,
    /// What it is.
    pub nature: Nature,
    /// Man or woman, where it is known.
    pub gender: Option<Gender>,
    /// What the article says this figure is; the first that it says.
    pub role: Option<String>,
    /// What else it says that it is; a few at the most.
    pub other_roles: Vec<String>,
    /// What else it is called, in the order in which that is met; a few at the most.
    pub aliases: Vec<String>,
    /// Where the narration names it first: the passage, and the tokens.
    pub first: Option<(usize, Range<usize>)>,
    /// How often it is named.
    pub count: u32,
    /// Whether the narration names it elsewhere than in headlines, where any words can look like a name.
    pub is_told: bool,
    /// The words of the name in small letters; the last one is the key.
    pub(super) parts: Parts,
    /// The title before the full name, *Dr.* or *Sen.*, which tells namesakes apart.
    pub(super) title: Option<WordId>,
    /// What stands behind it and belongs to it: *Jr.*
    pub(super) suffix: Option<WordId>,
    /// Which one it is of two who share a name.
    pub(super) age: Option<Age>,
    /// The form of address as it stands: *Mrs.*
    pub(super) address: Option<String>,
    /// The passage and the sentence in which it was last entered.
    pub(super) entered: (usize, Option<u32>),
}

/// The words of a name in small letters, without the stops of initials.
pub(super) type Parts = SmallVec<[WordId; 4]>;

/// A figure, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureId(pub(super) u32);

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// A person.
    Person,
    /// A body.
    Body,
    /// A place; its name can stand for a government.
    Place,
    /// The article does not tell.
    Unknown,
}

/// Man or woman, as far as pronouns go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// *He*.
    Male,
    /// *She*.
    Female,
}

/// Whom a mention means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The figure.
    pub figure: FigureId,
    /// Whether the words only make it likely.
    pub is_guess: bool,
}

impl Meaning {
    /// The words leave no doubt.
    pub fn sure(figure: FigureId) -> Self {
        Self {
            figure,
            is_guess: false,
        }
    }
}

impl Figure {
    /// Whoever a name names first. The words of the article are in `glossary`.
    pub(super) fn new(naming: &Naming<'_>, parts: Parts, glossary: &Glossary) -> Self {
        Self {
            name: naming.text(),
            nature: naming.nature(),
            gender: naming.gender(),
            role: naming.role(),
            other_roles: Vec::new(),
            aliases: Vec::new(),
            first: None,
            count: 1,
            is_told: false,
            title: naming.title_word(glossary).filter(|_| parts.len() > 1),
            suffix: naming.suffix(glossary),
            age: naming.generation(),
            address: naming.address(),
            entered: naming.entry(),
            parts,
        }
    }

    /// All that the article says it is.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.role
            .iter()
            .chain(&self.other_roles)
            .map(String::as_str)
    }

    /// Whether it is a person with more than a surname.
    pub(super) fn has_full_name(&self) -> bool {
        self.nature == Nature::Person && self.parts.len() > 1
    }

    /// Takes over a full name: the longer one is its name from now on.
    pub(super) fn lengthen(&mut self, naming: &Naming<'_>, parts: Parts, glossary: &Glossary) {
        self.count += 1;
        self.entered = naming.entry();
        self.title = self.title.or_else(|| naming.title_word(glossary));
        self.age = self.age.or_else(|| naming.generation());
        if parts.len() > self.parts.len() {
            self.name = naming.text();
            self.suffix = naming.suffix(glossary);
            self.parts = parts;
        }
    }

    /// Learns what a naming tells.
    pub(super) fn note(&mut self, naming: &Naming<'_>, glossary: &Glossary) {
        self.count += 1;
        self.is_told |= !naming.is_title_case;
        self.first.get_or_insert_with(|| naming.place());
        let is_shouted = !self.name.contains(char::is_lowercase);
        if is_shouted && naming.parts(glossary) == self.parts {
            self.spell(naming);
        }
        self.call(naming);
        self.gender = self.gender.or_else(|| naming.gender());
        self.age = self.age.or_else(|| naming.generation());
        if self.address.is_none() {
            self.address = naming.address();
        }
        if let Some(role) = naming.role() {
            self.be(&role);
        }
        let nature = naming.nature();
        if self.nature == Nature::Unknown || nature == Nature::Person {
            self.nature = nature;
        }
    }

    /// Takes in what the article says that a person is. Bodies and places have no office, but a man or a woman is no place.
    pub(super) fn describe(&mut self, role: &str, gender: Option<Gender>) {
        let is_place = self.nature == Nature::Place && gender.is_none();
        if self.nature == Nature::Body || is_place {
            return;
        }
        self.be(role);
        self.gender = self.gender.or(gender);
        if matches!(self.nature, Nature::Unknown | Nature::Place) {
            self.nature = Nature::Person;
        }
    }

    /// Keeps what it is.
    fn be(&mut self, role: &str) {
        if self.role.is_none() {
            self.role = Some(role.to_owned());
        } else if self.other_roles.len() < MOST_ROLES && !self.roles().any(|known| known == role) {
            self.other_roles.push(role.to_owned());
        }
    }

    /// Takes over how a name is written that was met in capitals first, as in a label or before a report: *WASHINGTON*.
    fn spell(&mut self, naming: &Naming<'_>) {
        let name = naming.text();
        if name.contains(char::is_lowercase) {
            self.name = name;
            self.role = naming.role().or_else(|| self.role.take());
        }
    }

    /// Keeps a name that the figure has not had before.
    fn call(&mut self, naming: &Naming<'_>) {
        let is_known = |figure: &Self, name: &str| {
            figure.name == name || figure.aliases.iter().any(|alias| alias == name)
        };
        if self.aliases.len() >= MOST_ALIASES || is_known(self, naming.written()) {
            return;
        }
        let name = naming.text();
        if !is_known(self, &name) {
            self.aliases.push(name);
        }
    }
}
