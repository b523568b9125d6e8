//! The reading: an article as the detectors see it, with everybody it names.
//!
//! Here is what is known of language and people, whoever asks. Each step uses those above it:
//!
//! | step | modules |
//! |---|---|
//! | words and what is known of them | [`lexicon`], [`token`] |
//! | the marks around what is quoted | [`marks`], `unmarked`, [`passage`], [`stretch`], [`language`] |
//! | who could be meant | [`name`], [`phrase`], [`mention`] |
//! | who says something | [`cue`], [`scene`] |
//! | who is who | [`people`], and `reference` for *she* and *the mayor* |
//!
//! [`Reading::of`] goes through them once. The [quotes](super::quote) and their [speakers](super::speaker) come from it, and the names
//! of those who give [guarantees](super::guarantee). An article without either is never read: see [`OnDemand`].

pub mod cue;
pub mod language;
pub mod lexicon;
pub mod marks;
pub mod mention;
pub mod name;
pub mod passage;
pub mod people;
pub mod phrase;
mod reference;
pub mod scene;
pub mod stretch;
pub mod token;
mod unmarked;

use std::cell::OnceCell;
use std::ops::Range;

use crate::doc::Document;
use crate::doc::block::BlockId;
use language::Language;
use marks::Pair;
use mention::Mention;
use name::{Name, Vocabulary, names};
use passage::{PairId, Passage, has_pairs, passages};
use people::{Figure, Naming, People};
use scene::{Meaning, Scene};
use stretch::{Stretch, stretches};

/// An article with all that could tell who speaks.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its passages, in order.
    pub scenes: Vec<Scene<'a>>,
    /// What stands between its quotation marks.
    pub stretches: Vec<Stretch>,
    /// Everybody it names.
    pub people: People,
    /// Its language.
    pub language: Language,
}

/// The reading of some blocks of an article, made when somebody first asks for it.
#[derive(Debug)]
pub struct OnDemand<'a> {
    document: &'a Document,
    blocks: Range<BlockId>,
    reading: OnceCell<Reading<'a>>,
}

impl<'a> OnDemand<'a> {
    /// The reading that these blocks will have.
    pub fn new(document: &'a Document, blocks: Range<BlockId>) -> Self {
        Self {
            document,
            blocks,
            reading: OnceCell::new(),
        }
    }

    /// Whether anything in the blocks stands between quotation marks.
    pub fn has_pairs(&self) -> bool {
        has_pairs(self.document, self.blocks.clone())
    }

    /// The reading, if anybody has asked for it.
    pub fn made(&self) -> Option<&Reading<'a>> {
        self.reading.get()
    }

    /// The reading.
    pub fn get(&self) -> &Reading<'a> {
        self.reading
            .get_or_init(|| Reading::of(passages(self.document, self.blocks.clone())))
    }
}

/// A mention, by its passage and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionId {
    /// The number of the passage.
    pub scene: usize,
    /// The number of the mention in it.
    pub mention: usize,
}

impl<'a> Reading<'a> {
    /// Reads the passages.
    pub fn of(passages: Vec<Passage<'a>>) -> Self {
        let language = Language::of(&passages);
        let stretches = stretches(&passages);
        let sketches = sketches(&passages);
        let mut people = People::default();
        enter_full_names(&mut people, &passages, &sketches);
        let scenes = passages
            .into_iter()
            .zip(sketches)
            .enumerate()
            .map(|(number, (passage, sketch))| {
                Scene::new(number, passage, &sketch.names, sketch.mentions, &mut people)
            })
            .collect();
        let mut reading = Self {
            scenes,
            stretches,
            people,
            language,
        };
        reference::resolve(&mut reading);
        reading
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

    /// The figure that a mention means.
    pub fn figure(&self, id: MentionId) -> Option<&Figure> {
        self.people.figure(self.meaning(id)?.figure)
    }
}

/// What is known of a passage before everybody is known.
struct Sketch {
    names: Vec<Name>,
    quoted: Vec<Name>,
    mentions: Vec<Mention>,
}

fn sketches(passages: &[Passage<'_>]) -> Vec<Sketch> {
    let vocabulary = Vocabulary::of(passages);
    let sketch = |passage: &Passage<'_>| {
        let find = |tokens| names(tokens, &vocabulary, passage.is_title_case);
        let told = find(passage.told());
        Sketch {
            mentions: mention::mentions(passage.told(), &told),
            names: told,
            quoted: find(passage.quotes()),
        }
    };
    passages.iter().map(sketch).collect()
}

/// Enters all full names: first those of the narration, then those that only stand in quotes. Headlines name nobody first.
fn enter_full_names(people: &mut People, passages: &[Passage<'_>], sketches: &[Sketch]) {
    let plain = || {
        let all = passages.iter().zip(sketches).enumerate();
        all.filter(|(_, (passage, _))| !passage.is_title_case)
    };
    for (scene, (passage, sketch)) in plain() {
        let naming = |name, mention| Naming {
            scene,
            tokens: passage.told(),
            name,
            mention,
            is_title_case: false,
        };
        for mention in &sketch.mentions {
            if let Some(name) = mention.name.and_then(|index| sketch.names.get(index)) {
                people.enter(&naming(name, Some(mention)));
            }
        }
    }
    for (scene, (passage, sketch)) in plain() {
        for name in &sketch.quoted {
            people.enter(&Naming {
                scene,
                tokens: passage.quotes(),
                name,
                mention: None,
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
    use crate::doc::format::Format;

    /// Whether the quotes and guarantees of a text asked for its reading.
    #[track_caller]
    fn check(text: &str, expected: bool) {
        let document = Document::read(text.to_owned(), Format::Text);
        let reading = OnDemand::new(&document, document.blocks());
        let quotes = quotes(&document, &reading);
        let outline = Outline::of(&document);
        guarantees(&document, &outline, document.blocks(), &reading, &quotes);
        assert_eq!(reading.reading.get().is_some(), expected, "{text}");
    }

    #[test]
    fn an_article_is_read_when_it_quotes_or_promises() {
        check("Ann Lee didn't go.", false);
        check("Ann Lee went “home.”", true);
        check("Ann Lee promised to go.", true);
    }
}
