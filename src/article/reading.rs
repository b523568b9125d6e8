//! The reading: an article as the detectors see it, with everybody it names.
//!
//! Built once from the passages: names, mentions and cues in each, and the index of [people](super::people). Descriptions that a name
//! explains (*the mayor, Ann Lee,*) and pronouns are told whom they mean.

use super::cue::{self, Cue};
use super::lexicon::Traits;
use super::marks::Pair;
use super::mention::{self, Link, Mention, Sort};
use super::name::{Name, Vocabulary, names};
use super::passage::{PairId, Passage};
use super::people::{Figure, FigureId, Gender, Naming, People};
use super::reference;
use super::token::Token;

/// An article with all that could tell who speaks.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its passages, in order.
    pub scenes: Vec<Scene<'a>>,
    /// Everybody it names.
    pub people: People,
    /// Its language.
    pub language: Language,
}

/// What language an article is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, whose words are known here.
    English,
    /// Any other.
    Other,
}

impl Language {
    /// The language as far as small words tell. A few words tell nothing, and count as English.
    fn of(passages: &[Passage<'_>]) -> Self {
        const FEWEST: usize = 30;
        let tokens = passages
            .iter()
            .flat_map(|passage| passage.narration.iter().chain(&passage.quoted));
        let (mut words, mut small) = (0, 0);
        for token in tokens.filter(|token| token.is_word()) {
            words += 1;
            small += usize::from(token.is(Traits::FUNCTION));
        }
        if words < FEWEST || 4 * small >= words {
            Self::English
        } else {
            Self::Other
        }
    }
}

/// A passage with what was found in its narration.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The passage.
    pub passage: Passage<'a>,
    /// The mentions in it, in order.
    pub mentions: Vec<Mention>,
    /// Whom each mention means, where that is known.
    pub meanings: Vec<Option<Meaning>>,
    /// The cues in it, in order.
    pub cues: Vec<Cue>,
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
    fn sure(figure: FigureId) -> Self {
        Self {
            figure,
            is_guess: false,
        }
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
        let sketches = sketches(&passages);
        let mut people = People::default();
        enter_full_names(&mut people, &passages, &sketches);
        let scenes = passages
            .into_iter()
            .zip(sketches)
            .enumerate()
            .map(|(number, (passage, sketch))| Scene::new(number, passage, sketch, &mut people))
            .collect();
        let mut reading = Self {
            scenes,
            people,
            language,
        };
        reference::resolve(&mut reading);
        reading
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

impl<'a> Scene<'a> {
    fn new(number: usize, passage: Passage<'a>, sketch: Sketch, people: &mut People) -> Self {
        let Sketch {
            names, mentions, ..
        } = sketch;
        let mut meet = |mention: &Mention| {
            people.meet(&Naming {
                scene: number,
                tokens: passage.told(),
                name: names.get(mention.name?)?,
                mention: Some(mention),
                is_title_case: passage.is_title_case,
            })
        };
        let meanings = mentions
            .iter()
            .map(|mention| meet(mention).map(Meaning::sure))
            .collect();
        let cues = cue::cues(passage.told(), &mentions, passage.is_title_case);
        let mut scene = Self {
            passage,
            mentions,
            meanings,
            cues,
        };
        scene.join_appositions(people);
        scene
    }

    /// The sentence of a mention, within the passage.
    pub fn sentence(&self, mention: usize) -> u32 {
        let start = self
            .mentions
            .get(mention)
            .map_or(0, |mention| mention.tokens.start);
        self.passage.told().sentence(start).unwrap_or(0)
    }

    /// The number of its last sentence.
    pub fn last_sentence(&self) -> u32 {
        self.passage
            .narration
            .last()
            .map_or(0, |token| token.sentence)
    }

    /// Whether a mention is the first of its sentence that can be a subject.
    pub fn is_first(&self, mention: usize) -> bool {
        const REACH: usize = 8;
        let is_free = |at: usize| {
            self.mentions
                .get(at)
                .is_some_and(|mention| mention.link == Link::Free)
        };
        let sentence = self.sentence(mention);
        let mut before = (0..mention)
            .rev()
            .take(REACH)
            .take_while(|&at| self.sentence(at) == sentence);
        is_free(mention) && !before.any(is_free)
    }

    /// Whether a mention is the subject of a cue.
    pub fn speaks(&self, mention: usize) -> bool {
        const REACH: usize = 40;
        let Some(start) = self
            .mentions
            .get(mention)
            .map(|mention| mention.tokens.start)
        else {
            return false;
        };
        let from = self
            .cues
            .partition_point(|cue| cue.tokens.start + REACH < start);
        let near = self
            .cues
            .iter()
            .skip(from)
            .take_while(|cue| cue.tokens.start <= start + REACH);
        near.filter_map(|cue| cue.subject)
            .any(|subject| subject.mention == mention)
    }

    /// Joins names with the phrases that explain them: *Ann Lee, the mayor of Kent,* and *the mayor of Kent, Ann Lee,*.
    fn join_appositions(&mut self, people: &mut People) {
        for first in 0..self.mentions.len() {
            let second = self.chain_end(first) + 1;
            let (Some(a), Some(b)) = (self.mentions.get(first), self.mentions.get(second)) else {
                break;
            };
            if a.link == Link::Governed || b.link != Link::Free || !self.is_apposed(second) {
                continue;
            }
            let figure = |at: usize| Some(self.meanings.get(at).copied().flatten()?.figure);
            let (named, phrase) = match (a.sort, b.sort) {
                (Sort::Name, Sort::Role) => (figure(first), b),
                (Sort::Role, Sort::Name) if self.ends_insertion(b) => (figure(second), a),
                _ => continue,
            };
            let Some(named) = named else { continue };
            people.describe(named, &self.description(phrase), self.gender(phrase));
            if let Some(slot) = self.meanings.get_mut(first) {
                *slot = Some(Meaning::sure(named));
            }
        }
    }

    /// The last of the mentions that hang on the mention `first` by prepositions: the mayor *of Kent in England*.
    fn chain_end(&self, first: usize) -> usize {
        const LONGEST: usize = 3;
        let hangs = |&at: &usize| {
            let Some((before, it)) = at
                .checked_sub(1)
                .and_then(|before| self.mentions.get(before))
                .zip(self.mentions.get(at))
            else {
                return false;
            };
            it.link == Link::Governed
                && it.tokens.start - before.tokens.end <= LONGEST
                && self
                    .passage
                    .told()
                    .is_joined(before.tokens.end, it.tokens.start)
        };
        (first + 1..first + 1 + LONGEST)
            .take_while(hangs)
            .last()
            .unwrap_or(first)
    }

    /// Whether nothing but a comma stands between a mention and the one before.
    fn is_apposed(&self, mention: usize) -> bool {
        let ends = mention
            .checked_sub(1)
            .and_then(|before| self.mentions.get(before))
            .map(|before| before.tokens.end);
        let starts = self
            .mentions
            .get(mention)
            .map(|mention| mention.tokens.start);
        ends.is_some_and(|end| starts == Some(end + 1) && self.passage.told().is_mark(end, ','))
    }

    /// Whether a comma or the sentence ends with a mention.
    fn ends_insertion(&self, mention: &Mention) -> bool {
        !self
            .passage
            .told()
            .is_joined(mention.tokens.end - 1, mention.tokens.end)
    }

    /// What the head of a phrase tells.
    fn gender(&self, phrase: &Mention) -> Option<Gender> {
        let head = self.passage.told().before(phrase.tokens.end)?;
        match (head.is(Traits::MALE), head.is(Traits::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }

    /// The words of a phrase and what belongs to it, to the next mark or verb, without its article.
    fn description(&self, phrase: &Mention) -> String {
        const LONGEST: usize = 16;
        const VERB: Traits = Traits::CUE
            .union(Traits::AUXILIARY)
            .union(Traits::BE)
            .union(Traits::CONJUNCTION);
        let tokens = self.passage.told();
        let goes_on = |&at: &usize| {
            tokens.is_joined(at - 1, at)
                && (!tokens.is(at, VERB) || tokens.get(at).is_some_and(Token::is_capital))
        };
        let end = (phrase.tokens.end..phrase.tokens.end + LONGEST)
            .take_while(goes_on)
            .last()
            .map_or(phrase.tokens.end, |at| at + 1);
        let has_article = matches!(
            tokens.word(phrase.tokens.start),
            "the" | "a" | "an" | "The" | "A" | "An"
        );
        tokens.text(phrase.tokens.start + usize::from(has_article)..end)
    }
}
