//! Kin: people of one surname, told apart by what stands with it: *Jr.*, *the elder*, *Mrs.*

use super::figure::{Figure, FigureId, Meaning};
use super::{Naming, People};
use crate::article::chapter::glossary::WordId;

/// Which one of two who share a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Age {
    /// *Sr.*, *his father*, *the elder*.
    Elder,
    /// *Jr.*, *her son*, *the younger*.
    Younger,
}

impl People<'_> {
    /// The one of this age among those who bear a surname: who is known to be of the other age is not meant, and who is known to be of
    /// this one rather than anybody else.
    pub(super) fn of_age(&self, key: WordId, age: Age) -> Option<Meaning> {
        let people = || self.bearers(key).rev().filter(|(_, it)| it.has_full_name());
        let known = || people().filter(|(_, it)| it.age == Some(age));
        let others = || people().filter(|(_, it)| it.age.is_none());
        if let Some((figure, _)) = known().next() {
            let is_guess = known().nth(1).is_some();
            return Some(Meaning { figure, is_guess });
        }
        let (figure, _) = others().max_by_key(|(_, it)| it.count)?;
        let has_other_age = people().count() > others().count();
        let is_guess = !has_other_age || others().nth(1).is_some();
        Some(Meaning { figure, is_guess })
    }

    /// Whether a full name is that of another one, though it could be the figure’s: one sentence has both, and one is longer.
    pub(super) fn is_another(&self, id: FigureId, parts: &[WordId], naming: &Naming<'_>) -> bool {
        let entry = naming.entry();
        let figure = self.figure(id).filter(|_| entry.1.is_some());
        figure.is_some_and(|it| it.entered == entry && it.parts.as_slice() != parts)
    }

    /// Whether a bare surname leaves somebody out: a *Jr.* beside one who bears the same name without it.
    pub(super) fn is_left_out(&self, figure: &Figure) -> bool {
        let bears_the_same =
            |it: &Figure| it.suffix.is_none() && it.parts.first() == figure.parts.first();
        let key = figure.parts.last().filter(|_| figure.suffix.is_some());
        key.is_some_and(|&key| self.bearers(key).any(|(_, it)| bears_the_same(it)))
    }

    /// Shows those with their form of address whose bare surname others bear too: *Mr. Lee* and *Mrs. Lee*.
    pub fn tell_apart(&mut self) {
        let is_shared = |figure: &Figure| {
            let same = figure.parts.last().and_then(|key| self.by_key.get(key));
            figure.parts.len() == 1 && same.is_some_and(|same| same.len() > 1)
        };
        let shared: Vec<_> = self.figures.iter().map(is_shared).collect();
        for (figure, is_shared) in self.figures.iter_mut().zip(shared) {
            if let Some(address) = figure.address.as_ref().filter(|_| is_shared) {
                figure.name = format!("{address} {}", figure.name);
            }
        }
    }
}

impl Naming<'_> {
    /// What stands before the name or behind it and tells the elder from the younger.
    pub(super) fn age(&self) -> Option<Age> {
        let start = self.name.proper.start;
        let word = start.checked_sub(1).map_or("", |at| self.tokens.word(at));
        match word {
            "elder" | "older" | "Elder" => Some(Age::Elder),
            "younger" | "Younger" => Some(Age::Younger),
            _ => None,
        }
    }

    /// Which generation the whole name tells: that of a *Jr.*, of *her father, Bo Lee*.
    pub(super) fn generation(&self) -> Option<Age> {
        let suffix = self.suffix_text().map(str::to_ascii_lowercase);
        match (suffix.as_deref(), self.relative()) {
            (Some("jr"), _) => Some(Age::Younger),
            (Some("sr"), _) => Some(Age::Elder),
            (_, Some("father" | "mother" | "uncle" | "aunt" | "grandfather" | "grandmother")) => {
                Some(Age::Elder)
            }
            (_, Some("son" | "daughter" | "nephew" | "niece" | "grandson" | "granddaughter")) => {
                Some(Age::Younger)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::reading::testing;

    /// Whom each name of the last paragraph means, with `?` behind a guess.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(testing::meant(text), expected, "{text}");
    }

    #[test]
    fn the_younger_bears_his_suffix() {
        check(
            "Rolf Hale met us. His son, Rolf Hale Jr., was there.\nHale left before Hale Jr. came.",
            &["Rolf Hale", "Rolf Hale Jr."],
        );
        check("Rolf Hale Jr. met us.\nHale left.", &["Rolf Hale Jr."]);
    }

    #[test]
    fn elder_and_younger_are_told_by_kinship() {
        let family = "Rolf A. Hale met his father, Rolf C. D. Hale, in Kent.";
        check(
            &format!("{family}\nThe younger Hale left. The elder Hale stayed."),
            &["Rolf A. Hale", "Rolf C. D. Hale"],
        );
        check(
            "Bob Hale met Rolf Hale.\nThe elder Hale left.",
            &["Rolf Hale?"],
        );
    }

    #[test]
    fn one_sentence_does_not_name_one_person_in_two_ways() {
        check(
            "Then Rolf A. Hale met Rolf Hale outside their office.\nRolf Hale stayed. Rolf A. Hale left.",
            &["Rolf Hale", "Rolf A. Hale"],
        );
        check(
            "We saw Rolf A. Hale. He is tall.\nRolf Hale stayed.",
            &["Rolf A. Hale"],
        );
    }

    #[test]
    fn couples_without_given_names_keep_their_address() {
        check(
            "We saw Mr. Hale and Mrs. Hale there.\nMrs. Hale left, and Mr. Hale stayed.",
            &["Mrs. Hale", "Mr. Hale"],
        );
        check("We saw Mr. Hale there.\nMr. Hale left.", &["Hale"]);
    }
}
