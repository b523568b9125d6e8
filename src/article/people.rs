//! People: who appears in an article, one index of them.
//!
//! Everybody is entered once, by the fullest name. Persons and bodies are entered wherever the narration names them; places, names of which
//! the article does not tell what they are, and those who are only described, when they are quoted or give a guarantee.

mod kind;

use std::collections::{HashMap, HashSet};

use super::guarantee::Guarantee;
use super::quote::Quote;
use super::reading::Reading;
use super::reading::lexicon::{self, Traits};
use super::reading::people::{Figure, Nature};
use super::speaker::Attribution;
use super::speech::Speech;
use crate::text::span::Span;

pub use kind::PersonKind;

/// One who appears in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The fullest name that the article gives; of one who is only described, the description.
    pub name: String,
    /// What kind of one.
    pub kind: PersonKind,
    /// What the article says this person is.
    pub role: Option<String>,
    /// What else the article calls them.
    pub aliases: Vec<String>,
    /// Where they appear first.
    pub first: Span,
    /// The quotes they speak, by their indices.
    pub quotes: Vec<usize>,
    /// The speeches they give, by their indices.
    pub speeches: Vec<usize>,
    /// The guarantees they give, by their indices.
    pub guarantees: Vec<usize>,
}

/// All who appear in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// In the order in which they appear.
    people: Vec<Person>,
    /// Their numbers by name.
    numbers: HashMap<String, usize>,
}

impl People {
    /// The people behind quotes and guarantees, and all others whom the reading that was made for these names.
    pub(super) fn of(
        reading: Option<&Reading<'_>>,
        quotes: &[Quote],
        speeches: &[Speech],
        guarantees: &[Guarantee],
    ) -> Self {
        let mut people = Self::default();
        if let Some(reading) = reading {
            let speakers = quotes.iter().filter_map(|quote| quote.speaker.as_ref());
            let spoken = speeches.iter().map(|speech| &speech.speaker);
            let actors = guarantees.iter().filter_map(|it| it.actor.as_ref());
            let attributions = speakers.chain(spoken).chain(actors);
            let attributed = attributions.map(|it| it.name.as_str()).collect();
            people.enter(reading, &attributed, speeches);
        }
        for (index, quote) in quotes.iter().enumerate() {
            if let Some(person) = people.of_attribution(quote.speaker.as_ref()) {
                person.quotes.push(index);
            }
        }
        for (index, speech) in speeches.iter().enumerate() {
            if let Some(person) = people.of_attribution(Some(&speech.speaker)) {
                person.speeches.push(index);
                person.learn(&speech.speaker);
            }
        }
        for (index, guarantee) in guarantees.iter().enumerate() {
            if let Some(person) = people.of_attribution(guarantee.actor.as_ref()) {
                person.guarantees.push(index);
            }
        }
        people.sort();
        people
    }

    /// Enters whom the narration names: persons and bodies, and of the others those with an item. Who only passes by, or only stands in
    /// headlines, is left out, and so is who only stands in somebody else’s label.
    fn enter(&mut self, reading: &Reading<'_>, attributed: &HashSet<&str>, speeches: &[Speech]) {
        let labels = labels(speeches);
        let figures = reading.people.figures();
        self.people.reserve(figures.len());
        self.numbers.reserve(figures.len());
        for figure in figures.iter().filter(|it| !labels.contains(&it.name)) {
            let is_sure = figure.is_told && matches!(figure.nature, Nature::Person | Nature::Body);
            if !is_sure && !attributed.contains(figure.name.as_str()) {
                continue;
            }
            let first = first(reading, figure);
            if let Some(first) = first.filter(|&it| !is_in_label(speeches, figure, it)) {
                self.add(Person::new(figure, first));
            }
        }
    }

    /// All of them, in the order in which they appear.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Person> {
        self.people.iter()
    }

    /// The number of the one with this name, which is that of an [`Attribution`].
    pub fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// One of them, by number.
    pub fn get(&self, number: usize) -> Option<&Person> {
        self.people.get(number)
    }

    /// Adds those of the text that follows, before which so many quotes, speeches and guarantees stand.
    pub(super) fn append(&mut self, more: Self, before: [usize; 3]) {
        let [quotes, speeches, guarantees] = before;
        for mut person in more.people {
            let shift = |indices: &mut Vec<usize>, by| indices.iter_mut().for_each(|it| *it += by);
            shift(&mut person.quotes, quotes);
            shift(&mut person.speeches, speeches);
            shift(&mut person.guarantees, guarantees);
            match self
                .number(&person.name)
                .and_then(|at| self.people.get_mut(at))
            {
                Some(known) => known.join(person),
                None => self.add(person),
            }
        }
    }

    fn add(&mut self, person: Person) {
        let number = self.people.len();
        self.numbers.entry(person.name.clone()).or_insert(number);
        self.people.push(person);
    }

    /// The one an attribution names, who is entered if need be. A pronoun that stands for nobody known is nobody.
    fn of_attribution(&mut self, attribution: Option<&Attribution>) -> Option<&mut Person> {
        let attribution = attribution.filter(|it| !is_pronoun(&it.name))?;
        let at = self.number(&attribution.name).unwrap_or_else(|| {
            self.add(Person {
                name: attribution.name.clone(),
                kind: PersonKind::of_description(&attribution.name),
                role: attribution.role.clone(),
                aliases: Vec::new(),
                first: attribution.mention,
                quotes: Vec::new(),
                speeches: Vec::new(),
                guarantees: Vec::new(),
            });
            self.people.len() - 1
        });
        self.people.get_mut(at)
    }

    /// Puts them in the order in which they appear. Of those with one name the first has it.
    fn sort(&mut self) {
        self.people.sort_by_key(|person| person.first);
        for (number, person) in self.people.iter().enumerate().rev() {
            if let Some(known) = self.numbers.get_mut(&person.name) {
                *known = number;
            }
        }
    }
}

impl Person {
    /// One whom the narration names, first at `first`.
    fn new(figure: &Figure, first: Span) -> Self {
        Self {
            name: figure.name.clone(),
            kind: figure.nature.into(),
            role: figure.role.clone(),
            aliases: figure.aliases.clone(),
            first,
            quotes: Vec::new(),
            speeches: Vec::new(),
            guarantees: Vec::new(),
        }
    }

    /// Learns what a label says: its role, and that who speaks by name is a person unless it is known to be something else.
    fn learn(&mut self, label: &Attribution) {
        if self.role.is_none() {
            self.role.clone_from(&label.role);
        }
        let is_name = self.name.starts_with(char::is_uppercase);
        if is_name && matches!(self.kind, PersonKind::Described | PersonKind::Unknown) {
            self.kind = PersonKind::Person;
        }
    }

    /// Takes over what is known of the same one from the text that follows.
    fn join(&mut self, more: Self) {
        if matches!(self.kind, PersonKind::Unknown | PersonKind::Described) {
            self.kind = more.kind;
        }
        self.role = self.role.take().or(more.role);
        for alias in more.aliases {
            if !self.aliases.contains(&alias) {
                self.aliases.push(alias);
            }
        }
        self.quotes.extend(more.quotes);
        self.speeches.extend(more.speeches);
        self.guarantees.extend(more.guarantees);
    }
}

/// The names of speakers in capitals, as the labels of a record have them: they are nobody else.
fn labels(speeches: &[Speech]) -> HashSet<String> {
    let names = speeches
        .iter()
        .map(|speech| speech.speaker.name.to_uppercase());
    let bare = |name: String| {
        let behind = name.split_once(' ').map(|(_, behind)| behind.to_owned());
        [Some(name), behind]
    };
    names.flat_map(bare).flatten().collect()
}

/// Whether a name is none: *they*, *it*.
fn is_pronoun(name: &str) -> bool {
    !name.contains(' ') && lexicon::traits(name).intersects(Traits::PRONOUN)
}

/// Whether a figure that is no person is named first in the label of another.
fn is_in_label(speeches: &[Speech], figure: &Figure, first: Span) -> bool {
    let after = speeches.partition_point(|it| it.speaker.mention <= first);
    let label = after.checked_sub(1).and_then(|at| speeches.get(at));
    let label = label.filter(|it| it.speaker.mention.covers(first));
    figure.nature != Nature::Person && label.is_some_and(|it| it.speaker.name != figure.name)
}

/// Where the narration names a figure first; `None` when only quoted words do.
fn first(reading: &Reading<'_>, figure: &Figure) -> Option<Span> {
    let (scene, tokens) = figure.first.clone()?;
    Some(reading.scenes.get(scene)?.passage.span(tokens))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::annotate;
    use crate::article::section::Outline;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// Name, kind, role, aliases, quotes and guarantees of everybody, one a line.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Text);
        let people = annotate(&document, &Outline::of(&document)).people;
        let shown = |it: &Person| {
            let (role, aliases) = (it.role.as_deref().unwrap_or("-"), it.aliases.join(", "));
            format!(
                "{}: {:?}, {role} [{aliases}] {:?} {:?} at {}",
                it.name,
                it.kind,
                it.quotes,
                it.guarantees,
                document.slice(it.first)
            )
        };
        let found: Vec<_> = people.iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn everybody_appears_once_with_what_they_said_and_gave() {
        check(
            "Mayor Ann Lee met Bo Kim in Kent. “We go,” Lee said. Mr. Kim promised to pay.\n\n“It is late,” Ms. Lee said.",
            &[
                "Ann Lee: Person, Mayor [Lee] [0, 1] [] at Ann Lee",
                "Bo Kim: Person, - [Kim] [] [0] at Bo Kim",
            ],
        );
    }

    #[test]
    fn bodies_places_and_descriptions_are_told_apart() {
        check(
            "“We go,” said the Kent City Council. “It is late,” Kyiv said. “Not yet,” another official said.",
            &[
                "Kent City Council: Body, - [] [0] [] at Kent City Council",
                "Kyiv: Place, - [] [1] [] at Kyiv",
                "another official: Described, - [] [2] [] at another official",
            ],
        );
    }

    #[test]
    fn a_name_in_capitals_is_no_body() {
        check(
            "Nobody met Zzzan Qqqel. ZZZAN QQQEL said: “We go.” The VDK said: “Wait.”",
            &[
                "Zzzan Qqqel: Unknown, - [ZZZAN QQQEL] [0] [] at Zzzan Qqqel",
                "VDK: Body, - [] [1] [] at VDK",
            ],
        );
    }

    #[test]
    fn offices_are_those_of_one_and_bodies_have_none() {
        check(
            "First Deputy Mayor Ann Lee met Sens. Bo Kim and Cy Fox. “We go,” said Lee, chairwoman and chief envoy of Kent. \
                A reporter of the California Teachers Association said it was “late.”",
            &[
                "Ann Lee: Person, First Deputy Mayor [Lee] [0] [] at Ann Lee",
                "Bo Kim: Person, Sen. [] [] [] at Bo Kim",
                "a reporter: Described, - [] [1] [] at A reporter",
                "California Teachers Association: Body, - [] [] [] at California Teachers Association",
            ],
        );
    }

    #[test]
    fn several_people_are_no_person() {
        let check =
            |words, expected| assert_eq!(PersonKind::of_description(words), expected, "{words}");
        check("residents of Orrin", PersonKind::Several);
        check("several police officers", PersonKind::Several);
        check("most", PersonKind::Several);
        check("21 percent", PersonKind::Several);
        check("a police officer", PersonKind::Described);
        check("a person close to the talks", PersonKind::Described);
        check("Lee’s campaign manager", PersonKind::Described);
        check("the company", PersonKind::Body);
        check("the beekeeper", PersonKind::Described);
    }

    #[test]
    fn headlines_and_pronouns_are_nobody() {
        check(
            "Mayor Lee Slams Bo Kim Over Bridge Plan\nIt was “late,” they said. The envoy called it “a mess.” “No,” the envoy said.",
            &["the envoy: Described, - [] [1, 2] [] at The envoy"],
        );
    }

    #[test]
    fn a_couple_is_two() {
        check(
            "Ann Lee met voters. Her husband, former Gov. Rolf Lee, was there. “I stay,” Mr. Lee said. “I go,” Mrs. Lee said.",
            &[
                "Ann Lee: Person, - [Lee] [1] [] at Ann Lee",
                "Rolf Lee: Person, former Gov. [Lee] [0] [] at Rolf Lee",
            ],
        );
    }

    #[test]
    fn what_follows_is_joined_by_name() {
        let of = |text: &str| {
            let document = Document::read(text.to_owned(), Format::Text);
            annotate(&document, &Outline::of(&document))
        };
        let mut all = of("“We go,” Ann Lee said. “Now,” Bo Kim said.");
        all.append(of("“No,” Cy Fox said. “Yes,” said Ann Lee, the mayor."));
        let ann = all
            .people
            .get(all.people.number("Ann Lee").unwrap())
            .unwrap();
        assert_eq!(
            (ann.quotes.as_slice(), ann.role.as_deref()),
            (&[0, 3][..], Some("mayor"))
        );
        assert_eq!(all.people.iter().len(), 3);
    }
}
