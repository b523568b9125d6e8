//! People: who and what the article names, with the fullest name, what they are, and what speaks for a man or a woman.
//!
//! Everybody is entered once, under the last word of the name; *Mr. Lee*, *Ann* and *Lee* lead to *Ann B. Lee*. Descriptions and pronouns
//! are resolved elsewhere.

mod figure;
mod kin;
mod namesakes;
mod naming;

use smallvec::SmallVec;

use crate::article::chapter::glossary::{Glossary, WordId, WordMap};
use crate::text::num;
use figure::Parts;
use namesakes::{Latest, Namesakes};

pub use figure::{Figure, FigureId, Gender, Meaning, Nature};
pub use naming::Naming;

/// All figures of an article.
#[derive(Debug)]
pub struct People<'a> {
    glossary: &'a Glossary,
    figures: Vec<Figure>,
    /// By the last word of the name.
    by_key: WordMap<Namesakes>,
    /// People by given name.
    by_given: WordMap<Namesakes>,
    /// Those whose first word can be a given name, though no list knows it.
    by_first: WordMap<Namesakes>,
    /// Who was named in full last under a key, and where.
    latest: WordMap<Latest>,
}

impl<'a> People<'a> {
    /// Nobody, in an article the words of which are in `glossary`.
    pub fn new(glossary: &'a Glossary) -> Self {
        Self {
            glossary,
            figures: Vec::new(),
            by_key: WordMap::default(),
            by_given: WordMap::default(),
            by_first: WordMap::default(),
            latest: WordMap::default(),
        }
    }

    /// One figure.
    pub fn figure(&self, id: FigureId) -> Option<&Figure> {
        self.figures.get(id.0 as usize)
    }

    fn figure_mut(&mut self, id: FigureId) -> Option<&mut Figure> {
        self.figures.get_mut(id.0 as usize)
    }

    /// All figures, in the order of their entry: those with full names first.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The figure that goes by this name, or by a fuller one. `None` when several do.
    pub fn known(&self, name: &str) -> Option<&Figure> {
        let part = |word: &str| self.glossary.find(&word.to_lowercase());
        let parts = name.split_whitespace().map(part);
        let parts = parts.collect::<Option<Parts>>()?;
        let id = match (parts.as_slice(), self.by_key.get(parts.last()?)?.as_slice()) {
            ([_], [only]) => *only,
            ([_], _) => return None,
            _ => self.fitting(&parts, None, Nature::Unknown)?,
        };
        self.figure(id)
            .filter(|figure| figure.parts.len() >= parts.len())
    }

    /// Enters a full name: two words or more.
    pub fn enter(&mut self, naming: &Naming<'_>) {
        if naming.name.proper.len() < 2 {
            return;
        }
        let glossary = self.glossary;
        let parts = naming.parts(glossary);
        if parts.len() < 2 {
            return;
        }
        let fitting = self.fitting(&parts, naming.suffix(glossary), naming.nature());
        let fitting = fitting.filter(|&id| !self.is_another(id, &parts, naming));
        match fitting.and_then(|id| self.figure_mut(id)) {
            Some(figure) => figure.lengthen(naming, parts, glossary),
            None => _ = self.add(naming, parts),
        }
    }

    /// Whom a name means; a name that leads nowhere is entered. `None` where there is no word in it.
    pub fn meet(&mut self, naming: &Naming<'_>) -> Option<Meaning> {
        let parts = naming.parts(self.glossary);
        let key = *parts.last()?;
        let meaning = if parts.len() > 1 {
            self.meet_in_full(key, parts, naming)
        } else {
            self.meet_briefly(key, parts, naming)
        };
        let glossary = self.glossary;
        if let Some(figure) = self.figure_mut(meaning.figure) {
            figure.note(naming, glossary);
        }
        Some(meaning)
    }

    fn meet_in_full(&mut self, key: WordId, parts: Parts, naming: &Naming<'_>) -> Meaning {
        let known = self.fitting(&parts, naming.suffix(self.glossary), naming.nature());
        let figure = known.unwrap_or_else(|| self.add(naming, parts));
        if naming.is_subject() {
            self.keep_latest(key, figure, naming);
        }
        Meaning::sure(figure)
    }

    /// Whom one word means: *the elder Lee*, *Lee*, *Ann*.
    fn meet_briefly(&mut self, key: WordId, parts: Parts, naming: &Naming<'_>) -> Meaning {
        if let Some(meaning) = naming.age().and_then(|age| self.of_age(key, age)) {
            return meaning;
        }
        let known = self
            .by_surname(key, naming)
            .or_else(|| self.by_given_name(key));
        let figure = known.unwrap_or_else(|| self.add(naming, parts));
        Meaning {
            figure,
            is_guess: self.has_rivals(figure, key, naming),
        }
    }

    /// The only one of this given name.
    fn by_given_name(&self, given: WordId) -> Option<FigureId> {
        let known = self.by_given.get(&given).map(SmallVec::as_slice);
        match known {
            Some([only]) => Some(*only),
            Some(_) => None,
            None => self.by_first_word(given),
        }
    }

    /// The one whose name begins with a word that is in no list, if the narration has named this one in full before, and nobody else has
    /// the last word.
    fn by_first_word(&self, first: WordId) -> Option<FigureId> {
        let &[only] = self.by_first.get(&first)?.as_slice() else {
            return None;
        };
        let figure = self.figure(only).filter(|it| it.first.is_some())?;
        let same = self.by_key.get(figure.parts.last()?)?;
        (same.len() == 1).then_some(only)
    }

    fn add(&mut self, naming: &Naming<'_>, parts: Parts) -> FigureId {
        let id = FigureId(num::offset(self.figures.len()));
        if let Some(&key) = parts.last() {
            self.by_key.entry(key).or_default().push(id);
        }
        if let (&[first, _], true) = (parts.as_slice(), naming.has_own_name()) {
            self.by_first.entry(first).or_default().push(id);
        }
        if let (&[given, _, ..], Nature::Person) = (parts.as_slice(), naming.nature()) {
            self.by_given.entry(given).or_default().push(id);
        }
        self.figures.push(Figure::new(naming, parts, self.glossary));
        id
    }

    /// Says that somebody is a person, unless it is known to be something else.
    pub fn mark_person(&mut self, id: FigureId) {
        let figure = self.figure_mut(id);
        if let Some(figure) = figure.filter(|it| it.nature == Nature::Unknown) {
            figure.nature = Nature::Person;
        }
    }

    /// Says what a person is. Bodies and places have no office, but a man or a woman is no place.
    pub fn describe(&mut self, id: FigureId, role: &str, gender: Option<Gender>) {
        if let Some(figure) = self.figure_mut(id) {
            figure.describe(role, gender);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    /// The figures in the order of their entry: name, nature, gender, role.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, Nature, Option<Gender>, Option<&str>)]) {
        let figures = testing::reading(text, |reading| reading.people.figures().to_vec());
        let found: Vec<_> = figures
            .iter()
            .map(|it| (it.name.as_str(), it.nature, it.gender, it.role.as_deref()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    const MALE: Option<Gender> = Some(Gender::Male);
    const FEMALE: Option<Gender> = Some(Gender::Female);

    #[test]
    fn everybody_is_entered_once_with_the_fullest_name() {
        check(
            "We saw Ann Lee. Then Ms. Lee saw Ann B. Lee. It was Lee.",
            &[("Ann B. Lee", Nature::Person, FEMALE, None)],
        );
        check(
            "We saw Don Lee. Then Ann Lee came, and Mr. Lee left.",
            &[
                ("Don Lee", Nature::Person, MALE, None),
                ("Ann Lee", Nature::Person, FEMALE, None),
            ],
        );
    }

    #[test]
    fn roles_stand_before_the_name_or_behind_it() {
        check(
            "We saw First Deputy Minister Ann Lee.",
            &[(
                "Ann Lee",
                Nature::Person,
                FEMALE,
                Some("First Deputy Minister"),
            )],
        );
        check(
            "We saw Ann Lee, the mayor of Kent, there.",
            &[
                ("Ann Lee", Nature::Person, FEMALE, Some("mayor of Kent")),
                ("Kent", Nature::Unknown, None, None),
            ],
        );
        check(
            "We saw the party’s chairwoman, Zzz Qqq, there.",
            &[(
                "Zzz Qqq",
                Nature::Person,
                FEMALE,
                Some("party’s chairwoman"),
            )],
        );
    }

    #[test]
    fn bodies_and_places_are_no_people() {
        check(
            "It was in Iran that the Kent City Council first met with NATO.",
            &[
                ("Kent City Council", Nature::Body, None, None),
                ("Iran", Nature::Place, None, None),
                ("NATO", Nature::Body, None, None),
            ],
        );
    }
}
