//! People: who and what the article names, with the fullest name, what they are, and what speaks for a man or a woman.
//!
//! Everybody is entered once, under the last word of the name; *Mr. Lee*, *Ann* and *Lee* lead to *Ann B. Lee*. Descriptions and pronouns
//! are resolved elsewhere.

mod kin;
mod naming;

use std::ops::Range;

use smallvec::SmallVec;

use crate::article::chapter::glossary::{Glossary, WordId, WordMap};
use crate::text::num;
use kin::Age;
pub use naming::Naming;

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
    /// What else it is called, in the order in which that is met; [`MOST_ALIASES`] at the most.
    pub aliases: Vec<String>,
    /// Where the narration names it first: the passage, and the tokens.
    pub first: Option<(usize, Range<usize>)>,
    /// How often it is named.
    pub count: u32,
    /// Whether the narration names it elsewhere than in headlines, where any words can look like a name.
    pub is_told: bool,
    /// The words of the name in small letters; the last one is the key.
    parts: Parts,
    /// The title before the full name, *Dr.* or *Sen.*, which tells namesakes apart.
    title: Option<WordId>,
    /// What stands behind it and belongs to it: *Jr.*
    suffix: Option<WordId>,
    /// Which one it is of two who share a name.
    age: Option<Age>,
    /// The form of address as it stands: *Mrs.*
    address: Option<String>,
    /// The passage and the sentence in which it was last entered.
    entered: (usize, Option<u32>),
}

/// The words of a name in small letters, without the stops of initials.
type Parts = SmallVec<[WordId; 4]>;

/// A figure, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureId(u32);

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

/// Figures that share a word of their names.
type Namesakes = SmallVec<[FigureId; 2]>;

/// Who was named in full last, with the passage and the sentence.
#[derive(Clone, Copy, Debug)]
struct Latest {
    figure: FigureId,
    scene: usize,
    sentence: Option<u32>,
}

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

/// For how many passages a full name decides whom a bare surname means that several share.
const FRESH: usize = 2;

/// How many other names of a figure are kept.
pub const MOST_ALIASES: usize = 8;

/// How many other roles of a figure are kept.
const MOST_ROLES: usize = 4;

/// How many figures of the same last name are told apart.
const NAMESAKES: usize = 40;

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
        let parts = naming.parts(self.glossary);
        if parts.len() < 2 {
            return;
        }
        let fitting = self.fitting(&parts, naming.suffix(self.glossary), naming.nature());
        match fitting.filter(|&id| !self.is_another(id, &parts, naming)) {
            Some(id) => self.lengthen(id, naming, parts),
            None => _ = self.add(naming, parts),
        }
    }

    /// Whom a name means, and whether that is a guess; a name that leads nowhere is entered.
    pub fn meet(&mut self, naming: &Naming<'_>) -> Option<(FigureId, bool)> {
        let parts = naming.parts(self.glossary);
        let key = *parts.last()?;
        let is_full = parts.len() > 1;
        let aged = naming.age().filter(|_| !is_full);
        let aged = aged.and_then(|age| self.of_age(key, age));
        let known = if let Some((figure, _)) = aged {
            Some(figure)
        } else if is_full {
            self.fitting(&parts, naming.suffix(self.glossary), naming.nature())
        } else {
            self.by_surname(key, naming)
                .or_else(|| self.by_given_name(key))
        };
        let id = known.unwrap_or_else(|| self.add(naming, parts));
        if is_full && naming.is_subject() {
            self.keep_latest(key, id, naming);
        }
        let is_guess = match aged {
            Some((_, is_guess)) => is_guess,
            None => !is_full && self.has_rivals(id, key, naming),
        };
        self.note(id, naming);
        Some((id, is_guess))
    }

    /// Keeps who was named in full, unless only in passing: as somebody’s relative, or behind a namesake in the same sentence.
    fn keep_latest(&mut self, key: WordId, figure: FigureId, naming: &Naming<'_>) {
        let latest = Latest {
            figure,
            scene: naming.scene,
            sentence: naming.sentence(),
        };
        let known = self.latest.get(&key);
        let follows = known
            .is_some_and(|known| (known.scene, known.sentence) == (latest.scene, latest.sentence));
        let is_in_passing = known.is_some() && naming.is_relative();
        if !follows && !is_in_passing {
            self.latest.insert(key, latest);
        }
    }

    /// Whether a surname could as well mean somebody else who bears it, whom neither title nor gender rules out, and who is named
    /// more than half as often.
    fn has_rivals(&self, id: FigureId, key: WordId, naming: &Naming<'_>) -> bool {
        let Some(meant) = self.figure(id).filter(|it| it.parts.last() == Some(&key)) else {
            return false;
        };
        if meant.suffix.is_some() && meant.suffix == naming.suffix(self.glossary) {
            return false;
        }
        let gender = naming.gender();
        let is_titled = meant.title.is_some() && meant.title == naming.title_word(self.glossary);
        let is_rival = |other: &FigureId| {
            let other = self.figure(*other).filter(|_| *other != id);
            other.is_some_and(|it| {
                let is_of_gender =
                    gender.is_none() || it.gender == gender || meant.gender.is_none();
                let is_of_title = !is_titled || it.title == meant.title;
                let is_person = it.parts.len() > 1 && it.nature == Nature::Person;
                let may_be = is_of_gender && is_of_title && !self.is_left_out(it);
                is_person && may_be && 2 * it.count > meant.count
            })
        };
        let same = self
            .by_key
            .get(&key)
            .map_or(&[][..], |same| same.as_slice());
        same.iter().rev().take(NAMESAKES).any(is_rival)
    }

    /// The figure that a full name fits: rather one of the same name than one of a longer or shorter one. *Jr.* makes another name.
    fn fitting(
        &self,
        parts: &[WordId],
        suffix: Option<WordId>,
        nature: Nature,
    ) -> Option<FigureId> {
        let same = self.by_key.get(parts.last()?)?;
        let fits = |id: &&FigureId| {
            self.figure(**id).is_some_and(|figure| {
                let is_body = nature == Nature::Body || figure.nature == Nature::Body;
                let is_one = figure.suffix == suffix || figure.parts.len() == 1;
                is_one && !is_body && self.is_compatible(&figure.parts, parts)
            })
        };
        let is_same = |id: &&FigureId| {
            self.figure(**id)
                .is_some_and(|figure| figure.suffix == suffix && figure.parts.as_slice() == parts)
        };
        let recent = || same.iter().rev().take(NAMESAKES).rev();
        recent()
            .find(is_same)
            .or_else(|| recent().find(fits))
            .copied()
    }

    /// Whether two names of the same last word can be one person’s: *Donald J. Trump* and *Donald Trump*, *B. Lee* and *Ben Lee*, but not
    /// *Bo A. Lee* and *Bo C. Lee*.
    fn is_compatible(&self, one: &[WordId], other: &[WordId]) -> bool {
        let is_form = |a: WordId, b: WordId| {
            a == b || is_short_form(self.glossary.text(a), self.glossary.text(b))
        };
        match (one, other) {
            ([a, middle, .., _], [b, other_middle, .., _]) => {
                is_form(*a, *b) && is_form(*middle, *other_middle)
            }
            ([a, _, ..], [b, _, ..]) => is_form(*a, *b),
            _ => true,
        }
    }

    /// The figure with this last name. Of several of the right gender, the one with the title, or that was just named in full, or else is
    /// named most.
    fn by_surname(&self, key: WordId, naming: &Naming<'_>) -> Option<FigureId> {
        let gender = naming.gender();
        let title = naming.title_word(self.glossary);
        let fits = |id: &FigureId| {
            let known = self.figure(*id).and_then(|figure| figure.gender);
            known.is_none() || gender.is_none() || known == gender
        };
        let suffix = naming.suffix(self.glossary);
        let is_of_suffix = |id: &FigureId| {
            let figure = self.figure(*id);
            figure.is_some_and(|figure| match suffix {
                Some(_) => figure.suffix == suffix,
                None => !self.is_left_out(figure),
            })
        };
        let same = self.by_key.get(&key)?;
        let is_told = suffix.is_some() && same.iter().take(NAMESAKES).any(is_of_suffix);
        let fits = |id: &FigureId| fits(id) && (suffix.is_some() && !is_told || is_of_suffix(id));
        let recent = same.iter().rev().take(NAMESAKES).copied().filter(fits);
        let has_title = |id: &FigureId| self.figure(*id).is_some_and(|it| it.title == title);
        let mut titled = recent.clone().filter(|id| title.is_some() && has_title(id));
        if let (Some(only), None) = (titled.next(), titled.next()) {
            return Some(only);
        }
        let is_fresh = |it: &&Latest| gender.is_none() && naming.scene - it.scene <= FRESH;
        let fresh = self.latest.get(&key).filter(is_fresh);
        if let Some(latest) = fresh.filter(|it| fits(&it.figure)) {
            return Some(latest.figure);
        }
        let rank = |id: &FigureId| {
            let figure = self.figure(*id);
            (
                gender.is_some() && figure.is_some_and(|figure| figure.gender == gender),
                figure.map(|figure| figure.count),
            )
        };
        recent.max_by_key(rank)
    }

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
        let nature = naming.nature();
        if let Some(&key) = parts.last() {
            self.by_key.entry(key).or_default().push(id);
        }
        if let (&[first, _], true) = (parts.as_slice(), naming.has_own_name()) {
            self.by_first.entry(first).or_default().push(id);
        }
        if let (&[given, _, ..], Nature::Person) = (parts.as_slice(), nature) {
            self.by_given.entry(given).or_default().push(id);
        }
        self.figures.push(Figure {
            name: naming.text(),
            nature,
            gender: naming.gender(),
            role: naming.role(),
            other_roles: Vec::new(),
            aliases: Vec::new(),
            first: None,
            count: 1,
            is_told: false,
            title: naming.title_word(self.glossary).filter(|_| parts.len() > 1),
            suffix: naming.suffix(self.glossary),
            age: naming.generation(),
            address: naming.address(),
            entered: naming.entry(),
            parts,
        });
        id
    }

    /// Takes over a longer name.
    fn lengthen(&mut self, id: FigureId, naming: &Naming<'_>, parts: Parts) {
        let Some(figure) = self.figures.get_mut(id.0 as usize) else {
            return;
        };
        figure.count += 1;
        figure.entered = naming.entry();
        figure.title = figure.title.or_else(|| naming.title_word(self.glossary));
        figure.age = figure.age.or_else(|| naming.generation());
        if parts.len() > figure.parts.len() {
            figure.name = naming.text();
            figure.suffix = naming.suffix(self.glossary);
            figure.parts = parts;
        }
    }

    /// Learns what a naming tells.
    fn note(&mut self, id: FigureId, naming: &Naming<'_>) {
        let nature = naming.nature();
        let Some(figure) = self.figures.get_mut(id.0 as usize) else {
            return;
        };
        figure.count += 1;
        figure.is_told |= !naming.is_title_case;
        figure.first.get_or_insert_with(|| naming.place());
        let is_shouted = !figure.name.contains(char::is_lowercase);
        if is_shouted && naming.parts(self.glossary) == figure.parts {
            figure.spell(naming);
        }
        figure.call(naming);
        figure.gender = figure.gender.or_else(|| naming.gender());
        figure.age = figure.age.or_else(|| naming.generation());
        if figure.address.is_none() {
            figure.address = naming.address();
        }
        if let Some(role) = naming.role() {
            figure.be(&role);
        }
        if figure.nature == Nature::Unknown || nature == Nature::Person {
            figure.nature = nature;
        }
    }

    /// Says that somebody is a person, unless it is known to be something else.
    pub fn is_person(&mut self, id: FigureId) {
        let figure = self.figures.get_mut(id.0 as usize);
        if let Some(figure) = figure.filter(|it| it.nature == Nature::Unknown) {
            figure.nature = Nature::Person;
        }
    }

    /// Says what a person is. Bodies and places have no office, but a man or a woman is no place.
    pub fn describe(&mut self, id: FigureId, role: &str, gender: Option<Gender>) {
        let Some(figure) = self.figures.get_mut(id.0 as usize) else {
            return;
        };
        let is_place = figure.nature == Nature::Place && gender.is_none();
        if figure.nature == Nature::Body || is_place {
            return;
        }
        figure.be(role);
        figure.gender = figure.gender.or(gender);
        if matches!(figure.nature, Nature::Unknown | Nature::Place) {
            figure.nature = Nature::Person;
        }
    }
}

impl Figure {
    /// All that the article says it is.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.role
            .iter()
            .chain(&self.other_roles)
            .map(String::as_str)
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

/// Whether one of two given names can be short for the other: the beginning of it, if it is its initial or has three letters.
fn is_short_form(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !matches!(short.chars().count(), 0 | 2) && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::chapter::Chapter;
    use crate::article::reading::Reading;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// The figures in the order of their entry: name, nature, gender, role.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, Nature, Option<Gender>, Option<&str>)]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let reading = Reading::of(&chapter);
        let found: Vec<_> = reading
            .people
            .figures
            .iter()
            .map(|it| (it.name.as_str(), it.nature, it.gender, it.role.as_deref()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    /// Whom the last name of a text means, with `?` behind a guess.
    #[track_caller]
    fn check_last(text: &str, expected: &str) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let reading = Reading::of(&chapter);
        let last = reading.scenes.last().unwrap().meanings.last();
        let meaning = last.copied().flatten().unwrap();
        let name = &reading.people.figure(meaning.figure).unwrap().name;
        let doubt = if meaning.is_guess { "?" } else { "" };
        assert_eq!(format!("{name}{doubt}"), expected, "{text}");
    }

    #[test]
    fn namesakes_are_told_apart_by_title_gender_and_place() {
        let couple = "Dr. Sam Hale and his wife, Ann Hale, met us.";
        check_last(&format!("{couple} Then Dr. Hale left."), "Sam Hale");
        check_last(&format!("{couple} Then Mrs. Hale left."), "Ann Hale");
        check_last(&format!("{couple} Then Hale left."), "Sam Hale?");
        check_last(
            "Don Hale came. His son, Eric Hale, came too. Then Hale left.",
            "Don Hale?",
        );
        check_last("Bob Hale met Mary Hale. Then Hale left.", "Bob Hale?");
        check_last("Bob Hale met Mary Poe. Then Hale left.", "Bob Hale");
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

    #[test]
    fn a_name_just_given_in_full_decides_a_shared_surname() {
        let text =
            "We saw Don Lee. Don Lee ran. Don Lee won.\nThen Ann Lee spoke.\nIt was Lee who spoke.";
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let reading = Reading::of(&chapter);
        let last = reading.scenes.last().unwrap();
        let meant = last.meanings.iter().flatten().next().unwrap();
        assert_eq!(reading.people.figure(meant.figure).unwrap().name, "Ann Lee");
    }

    #[test]
    fn short_forms_and_initials_are_of_one_name() {
        assert!(is_short_form("b", "ben") && is_short_form("benjamin", "ben"));
        assert!(!is_short_form("ann", "ben") && !is_short_form("be", "ben"));
    }
}
