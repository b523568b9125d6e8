//! Kinds: what sort of one appears in an article.

use crate::article::reading::lexicon::{self, Traits};
use crate::article::reading::people::Nature;

/// What kind of one appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonKind {
    /// A human being.
    Person,
    /// A body: a party, a ministry, an agency.
    Body,
    /// A place that stands for its government: *Kyiv*.
    Place,
    /// A name, and the article does not tell of what.
    Unknown,
    /// Somebody without a name: *another official*.
    Described,
    /// Several people without a name: *residents of Orrin*.
    Several,
}

impl PersonKind {
    /// What tells it from a person; nothing where it is one, or may be.
    pub fn note(self) -> Option<&'static str> {
        match self {
            Self::Person | Self::Unknown | Self::Described => None,
            Self::Body => Some("a body"),
            Self::Place => Some("a place"),
            Self::Several => Some("several people"),
        }
    }

    /// That of whoever is described so, by the last word that can be the head of the phrase.
    pub(super) fn of_description(words: &str) -> Self {
        const BORDER: Traits = Traits::PREPOSITION.union(Traits::CONJUNCTION);
        const MANY: &[&str] = &[
            "others", "many", "most", "both", "some", "several", "few", "percent", "all",
        ];
        if words.starts_with(char::is_uppercase) && words.contains(" and ") {
            return Self::Several; // two who speak together
        }
        let words = words.split(' ').map(|word| (word, lexicon::traits(word)));
        let phrase = words.take_while(|(word, traits)| {
            !traits.intersects(BORDER) && !matches!(*word, "close" | "who")
        });
        let (mut kind, mut is_many) = (None, false);
        for (word, traits) in phrase {
            is_many |= MANY.contains(&word);
            if traits.intersects(Traits::PLURAL | Traits::ROLE | Traits::GROUP) {
                kind = Some(match () {
                    () if traits.contains(Traits::PLURAL) => Self::Several,
                    () if traits.contains(Traits::ROLE) => Self::Described,
                    () => Self::Body,
                });
            }
        }
        kind.unwrap_or(if is_many {
            Self::Several
        } else {
            Self::Described
        })
    }
}

impl From<Nature> for PersonKind {
    fn from(nature: Nature) -> Self {
        match nature {
            Nature::Person => Self::Person,
            Nature::Body => Self::Body,
            Nature::Place => Self::Place,
            Nature::Unknown => Self::Unknown,
        }
    }
}
