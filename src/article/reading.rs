//! The reading: an article as the detectors see it, with everybody it names.
//!
//! Here is what is known of language and people, whoever asks. Each step uses those above it:
//!
//! | step | modules |
//! |---|---|
//! | words and what is known of them | [`lexicon`], [`spelling`], [`token`] |
//! | the marks around what is quoted | [`marks`], `unmarked`, [`passage`], [`stretch`], `census` |
//! | who could be meant | [`name`], [`phrase`], [`mention`] |
//! | who says something | [`cue`], [`scene`] |
//! | who is who | [`people`], and `reference` for *she* and *the mayor* |
//!
//! [`Reading::of`] goes through them once. The [quotes](super::quote) and their [speakers](super::speaker) come from it, and the names
//! of those who give [guarantees](super::guarantee). An article without either is never read: see [`OnDemand`].

mod census;
pub mod cue;
pub mod lexicon;
pub mod marks;
pub mod mention;
pub mod name;
pub mod passage;
pub mod people;
pub mod phrase;
mod reference;
pub mod scene;
pub mod spelling;
pub mod stretch;
#[cfg(test)]
pub(super) mod testing;
pub mod token;
mod unmarked;

use std::cell::OnceCell;
use std::ops::Range;

use super::chapter::Chapter;
use crate::doc::block::BlockId;
use crate::text::language::Language;
use census::Census;
use cue::{Cue, cues};
use lexicon::Traits;
use marks::Pair;
use mention::{Mention, Pronoun, Sort};
use name::{Name, Vocabulary, names};
use passage::{PairId, Passage, has_pairs, passages};
use people::{Figure, Meaning, Naming, People};
use scene::Scene;
use stretch::{Stretch, stretches};

/// An article with all that could tell who speaks.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its passages, in order.
    pub scenes: Vec<Scene<'a>>,
    /// What stands between its quotation marks.
    pub stretches: Vec<Stretch>,
    /// Everybody it names.
    pub people: People<'a>,
    /// Its language; `None` when it is none that is known.
    pub language: Option<Language>,
}

/// The reading of a chapter, made when somebody first asks for it.
#[derive(Debug)]
pub struct OnDemand<'a> {
    chapter: &'a Chapter<'a>,
    reading: OnceCell<Reading<'a>>,
}

impl<'a> OnDemand<'a> {
    /// The reading that a chapter will have.
    pub fn new(chapter: &'a Chapter<'a>) -> Self {
        Self {
            chapter,
            reading: OnceCell::new(),
        }
    }

    /// What is read.
    pub fn chapter(&self) -> &'a Chapter<'a> {
        self.chapter
    }

    /// Whether anything in the chapter stands between quotation marks.
    pub fn has_pairs(&self) -> bool {
        has_pairs(self.chapter)
    }

    /// The reading, if anybody has asked for it.
    pub fn made(&self) -> Option<&Reading<'a>> {
        self.reading.get()
    }

    /// The reading.
    pub fn get(&self) -> &Reading<'a> {
        self.reading.get_or_init(|| Reading::of(self.chapter))
    }
}

const THEY: Sort = Sort::Pronoun(Pronoun::They);

/// A mention, by its passage and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionId {
    /// The number of the passage.
    pub scene: usize,
    /// The number of the mention in it.
    pub mention: usize,
}

impl<'a> Reading<'a> {
    /// Reads a chapter.
    pub fn of(chapter: &'a Chapter<'a>) -> Self {
        let glossary = chapter.glossary();
        let mut vocabulary = Vocabulary::new(glossary);
        let mut census = Census::default();
        let passages: Vec<_> = passages(chapter)
            .inspect(|passage| {
                vocabulary.read(passage);
                census.read(passage);
            })
            .collect();
        let stretches = stretches(&passages);
        let mut people = People::new(glossary);
        let sketch = Sketch::new(&passages, &vocabulary, &mut people);
        let scenes = passages
            .into_iter()
            .zip(sketch.passages)
            .enumerate()
            .map(|(number, (passage, (names, mentions, cues)))| {
                let names = &sketch.names[names];
                Scene::new(number, passage, names, mentions, cues, &mut people)
            })
            .collect();
        let mut reading = Self {
            scenes,
            stretches,
            people,
            language: census.language(chapter.document()),
        };
        reading.people.tell_apart();
        reference::resolve(&mut reading);
        reading
    }

    /// Whether it is written in the language whose words are known here.
    pub fn is_english(&self) -> bool {
        self.language == Some(Language::ENGLISH)
    }

    /// The passage that a block is.
    pub fn scene(&self, block: BlockId) -> Option<&Scene<'a>> {
        let number = self
            .scenes
            .binary_search_by_key(&block, |scene| scene.passage.block);
        self.scenes.get(number.ok()?)
    }

    /// One mention.
    pub fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.scenes.get(id.scene)?.mentions.get(id.mention)
    }

    /// A pair of marks and where it stands.
    pub fn pair(&self, id: PairId) -> Option<(&Scene<'a>, &Pair)> {
        let scene = self.scenes.get(id.scene)?;
        Some((scene, scene.passage.pairs.get(id.pair)?))
    }

    /// Whom a mention means.
    pub fn meaning(&self, id: MentionId) -> Option<Meaning> {
        self.scenes
            .get(id.scene)?
            .meanings
            .get(id.mention)
            .copied()
            .flatten()
    }

    /// The words for whoever without a name a pronoun means: the subject of the sentence, or of one just before, if that is several people,
    /// or one who is met there: *a clerk said no; he left*.
    pub fn stranger(&self, id: MentionId) -> Option<String> {
        const REACH: usize = 20;
        const SUBJECTS: usize = 3;
        let pronoun = self.mention(id)?.sort;
        let before = id.scene.checked_sub(1).filter(|_| pronoun == THEY);
        let before = before.map(|scene| (scene, self.scenes[scene].mentions.len()));
        let mentions = [Some((id.scene, id.mention)), before].into_iter().flatten();
        let mut subjects = mentions
            .flat_map(|(scene, upto)| (0..upto).rev().take(REACH).map(move |at| (scene, at)))
            .filter(|&(scene, at)| self.scenes[scene].is_first(at))
            .take(SUBJECTS)
            .skip_while(|&(scene, at)| self.scenes[scene].mentions[at].sort == pronoun);
        let (number, at) = subjects.next()?;
        let scene = &self.scenes[number];
        let subject = &scene.mentions[at];
        let tokens = scene.passage.told();
        let first = subject.tokens.start;
        let head = tokens.get(subject.tokens.end - 1)?;
        let is_of_gender = |other: Traits| !head.is(other);
        let is_met = || {
            let article = tokens.word(first).to_ascii_lowercase();
            let is_new = matches!(article.as_str(), "a" | "an" | "one" | "another");
            is_new && subject.sort == Sort::Role && scene.meanings[at].is_none()
        };
        let is_it = match pronoun {
            THEY => {
                let stands_in = tokens.is(first, Traits::DETERMINER) && subject.tokens.len() == 1;
                subject.sort == Sort::People && !stands_in
            }
            Sort::Pronoun(Pronoun::He) => is_met() && is_of_gender(Traits::FEMALE),
            Sort::Pronoun(Pronoun::She) => is_met() && is_of_gender(Traits::MALE),
            _ => false,
        };
        is_it.then(|| tokens.text(subject.tokens.clone()))
    }

    /// The figure that a mention means.
    pub fn figure(&self, id: MentionId) -> Option<&Figure> {
        self.people.figure(self.meaning(id)?.figure)
    }
}

/// What is known of the passages before everybody is known.
#[derive(Default)]
struct Sketch {
    /// The names of the narration, one passage after the other.
    names: Vec<Name>,
    /// For each passage its part of the names, its mentions, and its cues.
    passages: Vec<(Range<usize>, Vec<Mention>, Vec<Cue>)>,
    /// The names within quotes, with their passages.
    quoted: Vec<(usize, Name)>,
}

impl Sketch {
    /// Finds the names, mentions and cues. The full names of the narration are entered on the way, then those that only stand in quotes.
    /// Headlines name nobody first.
    fn new(passages: &[Passage<'_>], vocabulary: &Vocabulary<'_>, people: &mut People<'_>) -> Self {
        let mut sketch = Self {
            passages: Vec::with_capacity(passages.len()),
            ..Self::default()
        };
        for (scene, passage) in passages.iter().enumerate() {
            let find = |tokens| names(tokens, vocabulary, passage.is_title_case);
            let first = sketch.names.len();
            sketch.names.extend(find(passage.told()));
            let names = &sketch.names[first..];
            let mentions = mention::mentions(passage.told(), names);
            if !passage.is_title_case {
                enter(people, scene, passage, names, &mentions);
                let quoted = find(passage.quotes()).map(|name| (scene, name));
                sketch.quoted.extend(quoted);
            }
            let cues = cues(passage.told(), &mentions, passage.is_title_case);
            sketch
                .passages
                .push((first..sketch.names.len(), mentions, cues));
        }
        for (scene, name) in &sketch.quoted {
            people.enter(&Naming {
                scene: *scene,
                tokens: passages[*scene].quotes(),
                name,
                mention: None,
                is_title_case: false,
            });
        }
        sketch
    }
}

/// Enters the full names of a passage.
fn enter(
    people: &mut People<'_>,
    scene: usize,
    passage: &Passage<'_>,
    names: &[Name],
    mentions: &[Mention],
) {
    for mention in mentions {
        if let Some(name) = mention.name.and_then(|index| names.get(index)) {
            people.enter(&Naming {
                scene,
                tokens: passage.told(),
                name,
                mention: Some(mention),
                is_title_case: false,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::guarantee::guarantees;
    use crate::article::quote::quotes;
    use crate::article::section::Outline;
    use crate::doc::Document;
    use crate::doc::format::Format;

    /// Whether the quotes and guarantees of a text asked for its reading.
    #[track_caller]
    fn check(text: &str, expected: bool) {
        let document = Document::read(text.to_owned(), Format::Text);
        let chapter = Chapter::whole(&document);
        let reading = OnDemand::new(&chapter);
        let quotes = quotes(&document, &reading);
        let outline = Outline::of(&document);
        guarantees(&outline, &reading, &quotes);
        assert_eq!(reading.reading.get().is_some(), expected, "{text}");
    }

    #[test]
    fn an_article_is_read_when_it_quotes_or_promises() {
        check("Ann Lee didn't go.", false);
        check("Ann Lee went “home.”", true);
        check("Ann Lee promised to go.", true);
    }
}
