//! Ties: how a candidate with its cue stands to the quote, and what the cue is.

use std::ops::Range;

use super::place::{Place, REACH};
use super::{Candidate, NEAREST};
use crate::article::reading::cue::{Cue, CueKind, Order};
use crate::article::reading::lexicon::Traits;
use crate::article::reading::token::Token;
use crate::article::speaker::evidence::Evidence;

/// Up to how many tokens away something is near a quote.
const NEAR: usize = 5;

/// How many words before a verb tell whether it is said in earnest.
const LEADING: usize = 2;

/// How verbs begin that give something a name, or judge it.
const NAMING: &[&str] = &[
    "call",
    "dub",
    "label",
    "brand",
    "describe",
    "deem",
    "term",
    "characteri",
    "portray",
    "depict",
    "denounce",
    "decr",
    "dismiss",
    "blast",
    "slam",
    "name",
    "refer",
];

/// How verbs of thought begin.
const THOUGHT: &[&str] = &[
    "believe", "think", "thought", "feel", "felt", "hope", "know", "knew", "want", "see", "saw",
    "consider", "expect", "fear", "worr", "hear", "find", "found", "love", "like", "hate",
];

/// Words that make a verb one of what is not, or not yet, said.
const UNREAL: &[&str] = &[
    "not", "never", "would", "could", "might", "may", "should", "will", "can",
];

impl Place<'_> {
    /// What ties a candidate of this passage to the quote.
    pub(super) fn tie(&self, candidate: &Candidate) -> Evidence {
        let here = Some(candidate.mention).filter(|id| id.scene == self.number);
        let mention = here.and_then(|id| self.scene.mentions.get(id.mention));
        let Some(subject) = mention.map(|mention| mention.tokens.clone()) else {
            return Evidence::empty();
        };
        let cue = candidate.cue.and_then(|cue| self.scene.cues.get(cue));
        let words = cue.map_or(subject.clone(), |cue| cue.tokens.clone());
        let is_before = words.start < self.at;
        let (gap, cues) = if is_before {
            let gap = words.end.max(self.at.saturating_sub(REACH))..self.at;
            (gap.clone(), gap)
        } else {
            let start = words.start.min(subject.start);
            (self.at + 1..start, self.at + 1..words.start)
        };
        let is_adjacent = words.end == self.at || words.start == self.at + 1;
        let of_cue = cue.map_or(Evidence::empty(), |cue| {
            self.verb(cue) | self.clause(cue, subject.start)
        });
        let between = if is_before {
            self.between(gap.clone(), candidate)
        } else {
            Evidence::empty()
        };
        let is_over = (is_before || cue.is_some())
            && !between.contains(Evidence::OUTER)
            && self.has_cue(cues);
        let is_first = self.scene.is_first(candidate.mention.mention);
        of_cue
            | between
            | Evidence::of([
                (Evidence::FIRST, is_first),
                (Evidence::TOP, subject.start <= 1),
                (Evidence::BEHIND, subject.start > self.at),
                (Evidence::NEAR, gap.len() <= NEAR),
                (Evidence::ADJACENT, is_adjacent),
                (Evidence::OVER, is_over),
            ])
    }

    /// Whether a cue with a subject stands among some tokens.
    fn has_cue(&self, tokens: Range<usize>) -> bool {
        let cues = &self.scene.cues;
        let first = cues.partition_point(|cue| cue.tokens.start < tokens.start);
        let within = cues.iter().skip(first);
        within
            .take(NEAREST)
            .take_while(|cue| cue.tokens.start < tokens.end)
            .any(|cue| cue.subject.is_some())
    }

    /// What stands between a candidate and the quote behind it.
    fn between(&self, gap: Range<usize>, candidate: &Candidate) -> Evidence {
        let tokens = self.tokens();
        let is_auxiliary = |token: &Token| token.is(Traits::BE | Traits::AUXILIARY);
        let is_border = |at: usize| {
            let is_joined = tokens.is_mark(at, ',') && tokens.is(at + 1, Traits::CONJUNCTION);
            tokens.is_mark(at, ';') || is_joined || self.resumes(at)
        };
        let next = candidate.cue.map(|cue| cue + 1);
        let is_outer = next.is_some_and(|next| {
            let cue = self.scene.cues.get(next);
            cue.is_some_and(|cue| cue.tokens.start < self.at && cue.subject.is_some())
                && self.is_inner(next)
        });
        Evidence::of([
            (
                Evidence::WITHIN,
                tokens.slice(gap.clone()).iter().any(is_auxiliary),
            ),
            (Evidence::BROKEN, gap.clone().any(is_border)),
            (Evidence::OUTER, is_outer),
        ])
    }

    /// What sort of verb a cue is.
    fn verb(&self, cue: &Cue) -> Evidence {
        let (tokens, start) = (self.tokens(), cue.tokens.start);
        if !matches!(cue.kind, CueKind::Say | CueKind::Report) {
            return Evidence::empty();
        }
        let word = tokens.word(start);
        let first = word.as_bytes().first();
        let is_near = |stem: &&&str| stem.as_bytes().first() == first; // few are
        let begins = |stems: &[&str]| stems.iter().filter(is_near).any(|it| word.starts_with(it));
        let mut leading = start.saturating_sub(LEADING)..start;
        let is_direct = cue
            .subject
            .is_some_and(|subject| subject.order != Order::Remote);
        Evidence::of([
            (Evidence::SAID, begins(&["say", "said"])),
            (Evidence::TELLS, tokens.is(start, Traits::TELL)),
            (Evidence::NAMING, begins(NAMING)),
            (Evidence::THOUGHT, begins(THOUGHT)),
            (Evidence::OUTLET, is_direct && begins(&["report"])),
            (Evidence::PARTICIPLE, word.ends_with("ing")),
            (
                Evidence::UNREAL,
                leading.any(|at| UNREAL.contains(&tokens.word(at))),
            ),
        ])
    }

    /// What sort of clause a cue makes with its subject, which begins at `subject`.
    fn clause(&self, cue: &Cue, subject: usize) -> Evidence {
        let tokens = self.tokens();
        let opener = subject.checked_sub(1).map_or("", |at| tokens.word(at));
        let order = cue.subject.map(|subject| subject.order);
        let start = cue.tokens.start.min(subject);
        let has_article = start > 0 && tokens.is(start - 1, Traits::DETERMINER);
        let start = start - usize::from(has_article);
        let is_parted = start == self.at + 1 || start > 0 && tokens.is_mark(start - 1, ',');
        let is_final = start > self.at && is_parted && !self.goes_on(cue, subject);
        Evidence::of([
            (Evidence::INVERTED, order == Some(Order::Inverted)),
            (
                Evidence::RELATIVE,
                matches!(opener, "what" | "which" | "that" | "whom" | "What"),
            ),
            (Evidence::AS, matches!(opener, "as" | "As")),
            (Evidence::FINAL, is_final),
        ])
    }

    /// Whether another quote follows in the sentence, behind a cue and its subject.
    fn goes_on(&self, cue: &Cue, subject: usize) -> bool {
        let tokens = self.tokens();
        let end = cue.tokens.end.max(subject + 1);
        let rest = tokens.slice(end..tokens.len()).iter().take(REACH);
        let sentence = tokens.sentence(cue.tokens.start);
        rest.take_while(|token| Some(token.sentence) == sentence)
            .any(Token::is_stretch)
    }
}
