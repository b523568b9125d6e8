//! Kin: people of one surname, told apart by what stands with it: *Jr.*, *the elder*, *Mrs.*

use super::{Figure, FigureId, NAMESAKES, Naming, Nature, People};
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
    /// The one of this age among those who bear a surname, and whether that is a guess: who is known to be of the other age is not meant,
    /// and who is known to be of this one rather than anybody else.
    pub(super) fn of_age(&self, key: WordId, age: Age) -> Option<(FigureId, bool)> {
        let same = self.by_key.get(&key)?;
        let aged = |id: &FigureId| self.figure(*id).and_then(|figure| figure.age);
        let is_person = |id: &&FigureId| {
            let figure = self.figure(**id);
            figure.is_some_and(|it| it.nature == Nature::Person && it.parts.len() > 1)
        };
        let people = || same.iter().take(NAMESAKES).filter(is_person);
        let known = || people().filter(|id| aged(id) == Some(age));
        let others = || people().filter(|id| aged(id).is_none());
        if let Some(first) = known().next() {
            return Some((*first, known().nth(1).is_some()));
        }
        let count = |id: &&FigureId| self.figure(**id).map(|figure| figure.count);
        let likeliest = others().max_by_key(count)?;
        let has_other = people().count() > others().count();
        Some((*likeliest, !has_other || others().nth(1).is_some()))
    }

    /// Whether a full name is that of another one, though it could be the figure’s: one sentence has both, and one is longer.
    pub(super) fn is_another(&self, id: FigureId, parts: &[WordId], naming: &Naming<'_>) -> bool {
        let entry = naming.entry();
        let figure = self.figure(id).filter(|_| entry.1.is_some());
        figure.is_some_and(|it| it.entered == entry && it.parts.as_slice() != parts)
    }

    /// Whether a bare surname leaves somebody out: a *Jr.* beside one who bears the same name without it.
    pub(super) fn is_left_out(&self, figure: &Figure) -> bool {
        let same = figure.parts.last().and_then(|key| self.by_key.get(key));
        let bears_the_same = |id: &FigureId| {
            let other = self.figure(*id);
            other.is_some_and(|it| it.suffix.is_none() && it.parts.first() == figure.parts.first())
        };
        figure.suffix.is_some()
            && same.is_some_and(|same| same.iter().take(NAMESAKES).any(bears_the_same))
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
    use crate::article::chapter::Chapter;
    use crate::article::reading::Reading;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// Whom each name of the last paragraph means, with `?` behind a guess.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let reading = Reading::of(&chapter);
        let last = reading.scenes.last().unwrap();
        let meant = last.meanings.iter().flatten().map(|meaning| {
            let figure = reading.people.figure(meaning.figure).unwrap();
            let doubt = if meaning.is_guess { "?" } else { "" };
            format!("{}{doubt}", figure.name)
        });
        assert_eq!(meant.collect::<Vec<_>>(), expected, "{text}");
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
