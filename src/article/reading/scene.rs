//! Scenes: passages with what was found in their narration.

use super::cue::{Cue, CueKind};
use super::lexicon::Traits;
use super::mention::{self, Link, Mention, Sort};
use super::name::{Name, is_degree};
use super::passage::Passage;
use super::people::{Gender, Meaning, Naming, People};
use super::token::{Shape, Token};

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

/// How many mentions before another are looked at for the subject of its sentence.
const SUBJECTS: usize = 8;

/// How a mention stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stance {
    /// Whether it is the first that can be a subject.
    pub is_first: bool,
    /// Whether it is the subject of a cue that is not far away.
    pub speaks: bool,
}

impl<'a> Scene<'a> {
    /// Asks the people whom the names mean. `number` is that of the passage.
    pub fn new(
        number: usize,
        passage: Passage<'a>,
        names: &[Name],
        mentions: Vec<Mention>,
        cues: Vec<Cue>,
        people: &mut People<'_>,
    ) -> Self {
        let mut meet = |mention: &Mention| {
            people.meet(&Naming {
                scene: number,
                tokens: passage.told(),
                name: names.get(mention.name?)?,
                mention: Some(mention),
                is_title_case: passage.is_title_case,
            })
        };
        let meanings = mentions.iter().map(&mut meet).collect();
        let mut scene = Self {
            passage,
            mentions,
            meanings,
            cues,
        };
        scene.join_appositions(people);
        scene.join_copulas(people);
        scene.note_ages(people);
        scene
    }

    /// The first mention that does not end before the byte `at` of the visible text.
    pub fn mention_from(&self, at: usize) -> usize {
        let narration = &self.passage.narration;
        let ends_before = |mention: &Mention| {
            let last = mention.tokens.end.checked_sub(1);
            last.and_then(|last| narration.get(last))
                .is_some_and(|last| last.range().end <= at)
        };
        self.mentions.partition_point(ends_before)
    }

    /// The mention that covers the token `at`.
    pub fn mention_at(&self, at: usize) -> Option<usize> {
        mention::covering(&self.mentions, at)
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
        let is_free = |at: usize| {
            self.mentions
                .get(at)
                .is_some_and(|mention| mention.link == Link::Free)
        };
        let sentence = self.sentence(mention);
        let mut before = (0..mention)
            .rev()
            .take(SUBJECTS)
            .take_while(|&at| self.sentence(at) == sentence);
        is_free(mention) && !before.any(is_free)
    }

    /// How each mention stands in its sentence. The list that is filled can be an old one.
    pub fn stances(&self, stances: &mut Vec<Stance>) {
        const REACH: usize = 40;
        let mut before = None; // the last that can be a subject, with its sentence
        stances.clear();
        for (at, mention) in self.mentions.iter().enumerate() {
            let sentence = self.sentence(at);
            let follows =
                before.is_some_and(|(last, same)| same == sentence && at - last <= SUBJECTS);
            let is_free = mention.link == Link::Free;
            stances.push(Stance {
                is_first: is_free && !follows,
                speaks: false,
            });
            before = if is_free {
                Some((at, sentence))
            } else {
                before
            };
        }
        for cue in &self.cues {
            let at = cue.subject.map(|subject| subject.mention);
            let subject = at.and_then(|at| self.mentions.get(at).zip(stances.get_mut(at)));
            if let Some((mention, stance)) = subject {
                stance.speaks |= mention.tokens.start.abs_diff(cue.tokens.start) <= REACH;
            }
        }
    }

    /// The passive before the stretch at `at` that says something of somebody, nobody says by whom: *he was said to be “…”*. Whoever was
    /// quoted speaks.
    pub fn passive_before(&self, at: usize) -> Option<&Cue> {
        const REACH: usize = 7;
        let upto = self.cues.partition_point(|cue| cue.tokens.start < at);
        let cue = self.cues.get(upto.checked_sub(1)?)?;
        let tokens = self.passage.told();
        let gap = cue.tokens.end..at;
        let leads_on = |at: usize| {
            let word = tokens.get(at).filter(|token| token.is_word());
            let parts = |word: &Token| word.is(Traits::CONJUNCTION | Traits::AUXILIARY);
            word.is_some_and(|word| !parts(word) || tokens.word(at) == "that")
        };
        let leads = gap.len() <= REACH
            && tokens.is_together(cue.tokens.start, at)
            && gap.clone().all(leads_on);
        let is_of_nobody = cue.kind == CueKind::Passive && cue.subject.is_none();
        let is_quoted = matches!(tokens.word(cue.tokens.start), "quoted" | "cited");
        (is_of_nobody && leads && !is_quoted).then_some(cue)
    }

    /// Joins names with the phrases that explain them: *Ann Lee, the mayor of Kent,* and *the mayor of Kent, Ann Lee,*.
    fn join_appositions(&mut self, people: &mut People<'_>) {
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
            let is_seat = a.sort == Sort::Role && second > first + 1 && b.tokens.len() == 1;
            if is_seat {
                continue; // a scholar at the University of California, Berkeley
            }
            people.describe(named, &self.description(phrase), self.gender(phrase));
            if let Some(slot) = self.meanings.get_mut(first) {
                *slot = Some(Meaning::sure(named));
            }
        }
    }

    /// Learns that those are persons who have an age: *Helma Straub, 52,*
    fn note_ages(&self, people: &mut People<'_>) {
        const LONGEST: usize = 2;
        let tokens = self.passage.told();
        let is_age = |at: usize| {
            let is_number = tokens.word(at).len() <= LONGEST && tokens.has(at, Shape::NUMBER);
            is_number && !tokens.is_joined(at, at + 1)
        };
        for (mention, meaning) in self.mentions.iter().zip(&self.meanings) {
            let end = mention.tokens.end;
            let is_aged =
                tokens.is_mark(end, ',') && tokens.is_together(end, end + 1) && is_age(end + 1);
            if let Some(meaning) = meaning.filter(|_| is_aged) {
                people.mark_person(meaning.figure);
            }
        }
    }

    /// Learns what a sentence says that somebody is: *Ann Lee is the mayor of Kent*.
    fn join_copulas(&mut self, people: &mut People<'_>) {
        for first in 0..self.mentions.len().saturating_sub(1) {
            let Some(role) = self.complement(first) else {
                continue;
            };
            if let Some(meaning) = self.meanings.get(first).copied().flatten() {
                people.describe(meaning.figure, &self.description(role), self.gender(role));
                if let Some(slot) = self.meanings.get_mut(first + 1) {
                    slot.get_or_insert(Meaning::sure(meaning.figure));
                }
            }
        }
    }

    /// What the sentence says that the name `name` is, if that is the only one who is so: *is the mayor*, but not *is a mayor*.
    fn complement(&self, name: usize) -> Option<&Mention> {
        const PASSING: &[&str] = &["only", "first", "last", "next", "best", "kind"];
        let tokens = self.passage.told();
        let (it, role) = (self.mentions.get(name)?, self.mentions.get(name + 1)?);
        let end = it.tokens.end;
        let is_said = matches!(tokens.word(end), "is" | "remains")
            && role.tokens.start == end + 1
            && tokens.is_joined(end - 1, end + 1);
        let is_one = tokens.is(end + 1, Traits::DETERMINER | Traits::PLACE)
            && !matches!(tokens.word(end + 1), "a" | "an")
            || tokens.has(end + 1, Shape::POSSESSIVE);
        let is_passing = |at: usize| PASSING.contains(&tokens.word(at));
        let is_role = it.sort == Sort::Name
            && it.link == Link::Free
            && role.sort == Sort::Role
            && !role.tokens.clone().any(is_passing);
        (is_said && is_one && is_role).then_some(role)
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
        let tokens = self.passage.told();
        ends.zip(starts).is_some_and(|(end, start)| {
            let degrees = (end + 1..start).step_by(2);
            let all = degrees.take_while(|&at| is_degree(tokens, at)).count();
            start == end + 2 * all + 1 && tokens.is_mark(start - 1, ',')
        })
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
        /// How soon a second office follows: *chairman and chief executive*.
        const SECOND: usize = 3;
        const VERB: Traits = Traits::CUE
            .union(Traits::AUXILIARY)
            .union(Traits::BE)
            .union(Traits::CONJUNCTION);
        let tokens = self.passage.told();
        let is_capital = tokens.has(phrase.tokens.end - 1, Shape::CAPITAL);
        let is_office =
            |token: &Token| token.is(Traits::ROLE) && (is_capital || !token.is_capital());
        let leads_on = |at: usize| {
            let next = tokens.slice(at + 1..at + 1 + SECOND);
            tokens.word(at) == "and" && next.iter().any(is_office)
        };
        let goes_on = |&at: &usize| {
            let is_verb = tokens.is(at, VERB) && !tokens.has(at, Shape::CAPITAL);
            tokens.is_joined(at - 1, at) && (!is_verb || leads_on(at))
        };
        let end = (phrase.tokens.end..phrase.tokens.end + LONGEST)
            .take_while(goes_on)
            .last()
            .map_or(phrase.tokens.end, |at| at + 1);
        let is_owned = matches!(
            tokens.word(phrase.tokens.start),
            "his" | "her" | "their" | "my" | "our"
        );
        let has_article = tokens.is(phrase.tokens.start, Traits::DETERMINER) && !is_owned;
        tokens.text(phrase.tokens.start + usize::from(has_article)..end)
    }
}
