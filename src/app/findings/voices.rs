//! Voices: those who are quoted or give guarantees, each with the items.

use std::collections::HashMap;

/// One who is quoted or gives guarantees, with the items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// Its name among the people of the article; empty where nobody knows who it is.
    pub name: String,
    /// The items, in reading order.
    pub items: Vec<usize>,
}

/// All voices, in the order in which they first speak.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Voices {
    voices: Vec<Voice>,
    numbers: HashMap<String, usize>,
}

impl Voices {
    /// Adds items to the voice with this name, which is new when there is none. Its number.
    pub(super) fn enter(&mut self, name: &str, items: impl IntoIterator<Item = usize>) -> usize {
        let number = self.numbers.get(name).copied();
        let number = number.unwrap_or_else(|| {
            self.numbers.insert(name.to_owned(), self.voices.len());
            self.voices.push(Voice {
                name: name.to_owned(),
                items: Vec::new(),
            });
            self.voices.len() - 1
        });
        self.voices[number].items.extend(items);
        number
    }

    pub(super) fn all(&self) -> &[Voice] {
        &self.voices
    }
}
