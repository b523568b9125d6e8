//! Candidates: the mentions near a quote that could be its speaker, each with the evidence for it.
//!
//! They come from cues before and behind the quote, from the subjects of sentences without a cue, from the end of the passage before, and
//! from the quote before. Only so many are looked at, so that a search takes the same time in any text.

use std::ops::Range;

use super::Spoken;
use super::evidence::Evidence;
use crate::article::cue::{Cue, Manner, Order};
use crate::article::lexicon::Traits;
use crate::article::mention::{Link, Mention, Pronoun, Sort};
use crate::article::passage::PairId;
use crate::article::people::Nature;
use crate::article::quote::extent::is_whole;
use crate::article::quote::stretch::Stretch;
use crate::article::reading::{MentionId, Reading, Scene};
use crate::article::token::{Token, Tokens};

/// A mention that could be the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The mention.
    pub mention: MentionId,
    /// The cue that ties it to the quote, by its number in the passage of the mention.
    pub cue: Option<usize>,
    /// What speaks for and against it.
    pub evidence: Evidence,
}

/// How many cues or mentions are looked at on each side.
const NEAREST: usize = 8;

/// How many tokens away a cue can be.
const REACH: usize = 80;

/// The candidates for a stretch.
pub fn candidates(
    reading: &Reading<'_>,
    stretch: Stretch,
    before: Option<&Spoken>,
) -> Vec<Candidate> {
    let (Some(first), Some(last)) = (
        Place::of(reading, stretch.first),
        Place::of(reading, stretch.last),
    ) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    found.extend(first.cues_before());
    found.extend(last.cues_behind());
    found.extend(first.label());
    found.extend(first.subjects_before());
    found.extend(last.name_behind());
    found.extend(signature(reading, last));
    if first.at == 0 {
        found.extend(passage_before(reading, first.number));
    }
    found.extend(before.and_then(|before| first.carried(before)));
    let shape = shape(first, last);
    for candidate in &mut found {
        candidate.evidence |= shape | of_mention(reading, candidate.mention, last.inner());
        let is_subject = candidate.evidence.contains(Evidence::DIRECT)
            && !candidate.evidence.contains(Evidence::NOUN);
        candidate.evidence.set(
            Evidence::BOUND,
            candidate.evidence.contains(Evidence::BOUND) && !is_subject,
        );
    }
    found
}

/// Where a pair of marks stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    scene: &'a Scene<'a>,
    /// The number of the passage.
    number: usize,
    /// The token of the pair.
    at: usize,
    /// The number of the pair.
    pair: usize,
}

impl<'a> Place<'a> {
    fn of(reading: &'a Reading<'a>, id: PairId) -> Option<Self> {
        let scene = reading.scenes.get(id.scene)?;
        Some(Self {
            scene,
            number: id.scene,
            at: scene.passage.token_of(id.pair)?,
            pair: id.pair,
        })
    }

    fn tokens(&self) -> Tokens<'a> {
        self.scene.passage.told()
    }

    /// The words between the marks.
    fn inner(&self) -> &'a str {
        let pair = self.scene.passage.pairs.get(self.pair);
        pair.map_or("", |pair| {
            self.scene.passage.prose.cut(pair.inner.clone()).trim()
        })
    }

    /// How many sentences the token `at` stands before the quote, or behind it.
    fn sentences_from(&self, at: usize) -> Option<u32> {
        Some(
            self.tokens()
                .sentence(self.at)?
                .abs_diff(self.tokens().sentence(at)?),
        )
    }

    /// What lies between the quote and something at `gap`.
    fn gap(&self, gap: Range<usize>) -> Evidence {
        let mut evidence = match gap.len() {
            0..=4 => Evidence::NEAR,
            5..=20 => Evidence::empty(),
            _ => Evidence::FAR,
        };
        evidence.set(
            Evidence::ACROSS,
            self.tokens().slice(gap).iter().any(Token::is_stretch),
        );
        evidence
    }

    fn candidate(&self, mention: usize, cue: Option<usize>, evidence: Evidence) -> Candidate {
        Candidate {
            mention: MentionId {
                scene: self.number,
                mention,
            },
            cue,
            evidence,
        }
    }

    /// The subjects of the cues before the quote, in its sentence and the one before.
    fn cues_before(self) -> impl Iterator<Item = Candidate> {
        let upto = self
            .scene
            .cues
            .partition_point(|cue| cue.tokens.start < self.at);
        let near = (0..upto).rev().take(NEAREST);
        near.filter_map(move |index| {
            let cue = self.scene.cues.get(index)?;
            let gap = cue.tokens.end..self.at;
            let side = match self.sentences_from(cue.tokens.start)? {
                0 => Evidence::BEFORE,
                1 => Evidence::SENTENCE_BEFORE,
                _ => return None,
            };
            if gap.len() > REACH {
                return None;
            }
            let mut evidence = side | self.gap(gap.clone()) | of_cue(cue);
            evidence.set(
                Evidence::TOUCHES_BEFORE,
                side == Evidence::BEFORE && self.touches(gap),
            );
            evidence.set(Evidence::INNER, self.is_inner(index));
            Some(self.candidate(cue.subject?.mention, Some(index), evidence))
        })
    }

    /// Whether hardly anything stands between a cue and the quote behind it: a mark, *that*, whom it was said to.
    fn touches(&self, gap: Range<usize>) -> bool {
        let between = self.tokens().slice(gap.clone());
        let words = between.iter().filter(|token| token.is_word()).count();
        let is_mark = |token: &Token| [',', ':', '—'].iter().any(|&c| token.is_mark(c));
        let ends_with_mark = between.last().is_some_and(is_mark);
        let is_that = words == 1 && self.tokens().word(gap.start) == "that";
        words == 0
            || is_that
            || words <= 6 && ends_with_mark && !between.iter().any(Token::is_stretch)
    }

    /// Whether the cue `index` reports in a clause of what another one says: *Lee said she feels “…”*
    fn is_inner(&self, index: usize) -> bool {
        let is_outer = |outer: &Cue, inner: &Cue| {
            let subject = inner
                .subject
                .and_then(|subject| self.scene.mentions.get(subject.mention));
            let starts_behind =
                subject.is_some_and(|mention| mention.tokens.start >= outer.tokens.end);
            let gap = outer.tokens.end..inner.tokens.start;
            let has_stretch = self.tokens().slice(gap).iter().any(Token::is_stretch);
            outer.manner == Manner::Say
                && outer.subject.is_some()
                && starts_behind
                && !has_stretch
                && self
                    .tokens()
                    .is_together(outer.tokens.start, inner.tokens.start)
        };
        let (Some(inner), Some(outer)) = (self.scene.cues.get(index), index.checked_sub(1)) else {
            return false;
        };
        self.scene
            .cues
            .get(outer)
            .is_some_and(|outer| is_outer(outer, inner))
    }

    /// The subjects of the cues behind the quote, in its sentence and the next one.
    fn cues_behind(self) -> impl Iterator<Item = Candidate> {
        let from = self
            .scene
            .cues
            .partition_point(|cue| cue.tokens.start <= self.at);
        let near = (from..self.scene.cues.len()).take(NEAREST);
        near.filter_map(move |index| {
            let cue = self.scene.cues.get(index)?;
            let subject = cue.subject?;
            let mention = self.scene.mentions.get(subject.mention)?;
            let start = match subject.order {
                Order::Direct if mention.tokens.start > self.at => mention.tokens.start,
                _ => cue.tokens.start,
            };
            let gap = self.at + 1..start;
            let side = match self.sentences_from(cue.tokens.start)? {
                0 => Evidence::AFTER,
                1 => Evidence::SENTENCE_AFTER,
                _ => return None,
            };
            if gap.len() > REACH {
                return None;
            }
            let mut evidence = side | self.gap(gap.clone()) | of_cue(cue);
            let is_behind = subject.order == Order::Inverted || mention.tokens.start > self.at;
            evidence.set(
                Evidence::TOUCHES_AFTER,
                is_behind && self.is_mark_at_most(gap),
            );
            Some(self.candidate(subject.mention, Some(index), evidence))
        })
    }

    fn is_mark_at_most(&self, gap: Range<usize>) -> bool {
        let is_light = |token: &Token| [',', '—', '('].iter().any(|&c| token.is_mark(c));
        gap.len() <= 1 && self.tokens().slice(gap).iter().all(is_light)
    }

    /// `Lee: “…”`, where nothing else stands in the sentence.
    fn label(self) -> Option<Candidate> {
        let colon = self
            .at
            .checked_sub(1)
            .filter(|&at| self.tokens().is_mark(at, ':'))?;
        let mention = self
            .scene
            .mentions
            .partition_point(|mention| mention.tokens.end < colon);
        let found = self
            .scene
            .mentions
            .get(mention)
            .filter(|mention| mention.tokens.end == colon)?;
        let is_alone = found.link == Link::Free && self.scene.is_first(mention);
        is_alone.then(|| self.candidate(mention, None, Evidence::LABEL | Evidence::NEAR))
    }

    /// The subjects of the sentence of the quote and of the one before, whatever they do.
    fn subjects_before(self) -> impl Iterator<Item = Candidate> {
        let upto = self
            .scene
            .mentions
            .partition_point(|mention| mention.tokens.start < self.at);
        let near = (0..upto).rev().take(2 * NEAREST);
        near.filter(move |&index| self.scene.is_first(index))
            .filter_map(move |index| {
                let mention = self.scene.mentions.get(index)?;
                let side = match self.sentences_from(mention.tokens.start)? {
                    0 => Evidence::BEFORE,
                    1 => Evidence::SENTENCE_BEFORE,
                    _ => return None,
                };
                let evidence = side | Evidence::CUELESS | self.gap(mention.tokens.end..self.at);
                Some(self.candidate(index, None, evidence))
            })
    }

    /// A name right behind the quote, whatever its verb: “…,” Lee chuckled.
    fn name_behind(self) -> Option<Candidate> {
        let next = self
            .scene
            .mentions
            .partition_point(|mention| mention.tokens.start <= self.at);
        let mention = self.scene.mentions.get(next)?;
        let gap = self.at + 1..mention.tokens.start;
        let is_subject = mention.link == Link::Free
            && self
                .tokens()
                .is_joined(mention.tokens.end - 1, mention.tokens.end);
        let touches = is_subject
            && self.is_mark_at_most(gap.clone())
            && self.inner().ends_with([',', '?', '!', '…', '—']);
        touches.then(|| {
            self.candidate(
                next,
                None,
                Evidence::AFTER | Evidence::TOUCHES_AFTER | Evidence::CUELESS | self.gap(gap),
            )
        })
    }

    /// The speaker of the quote before.
    fn carried(self, before: &Spoken) -> Option<Candidate> {
        let evidence = match self.number - before.end.0 {
            0 => {
                let sentence = self.tokens().sentence(before.end.1.saturating_sub(1))?;
                match self.tokens().sentence(self.at)?.abs_diff(sentence) {
                    0 => Evidence::CARRIED | Evidence::SAME_SENTENCE,
                    1 => Evidence::CARRIED | Evidence::AT_ONCE,
                    _ => Evidence::CARRIED,
                }
            }
            1 if self.at == 0 => Evidence::CARRIED_OVER,
            _ => return None,
        };
        Some(Candidate {
            mention: before.mention,
            cue: None,
            evidence,
        })
    }
}

/// A name under the quote, as under a letter: “…” — *Ann Lee, Kent*.
fn signature(reading: &Reading<'_>, last: Place<'_>) -> Option<Candidate> {
    let ends_passage = last.at + 1 == last.tokens().len();
    let place = if ends_passage {
        let scene = reading.scenes.get(last.number + 1)?;
        Place {
            scene,
            number: last.number + 1,
            at: 0,
            pair: 0,
        }
    } else {
        Place {
            at: last.at + 1,
            ..last
        }
    };
    let start = place.at + usize::from(place.tokens().is_mark(place.at, '—'));
    let has_dash = start > place.at;
    let mention = place
        .scene
        .mentions
        .partition_point(|mention| mention.tokens.start < start);
    let is_name = place
        .scene
        .mentions
        .get(mention)
        .is_some_and(|name| name.sort == Sort::Name && name.tokens.start == start);
    let is_line = has_dash && is_signature(place.tokens(), start);
    (is_name && is_line).then(|| place.candidate(mention, None, Evidence::SIGNED))
}

/// Whether nothing but names, places and ages stands from `start` to the end.
fn is_signature(tokens: Tokens<'_>, start: usize) -> bool {
    const LONGEST: usize = 14;
    const VERB: Traits = Traits::CUE.union(Traits::AUXILIARY).union(Traits::BE);
    let rest = tokens.slice(start..tokens.len());
    rest.len() <= LONGEST
        && !rest
            .iter()
            .any(|token| token.is_stretch() || token.is(VERB) && !token.is_capital())
}

/// The subjects of the last sentence of the passage before the passage `number`.
fn passage_before(reading: &Reading<'_>, number: usize) -> Vec<Candidate> {
    let Some(place) = number.checked_sub(1).and_then(|number| {
        let scene = reading.scenes.get(number)?;
        Some(Place {
            scene,
            number,
            at: scene.passage.narration.len().checked_sub(1)?,
            pair: 0,
        })
    }) else {
        return Vec::new();
    };
    let mut evidence = Evidence::PASSAGE_BEFORE;
    evidence.set(Evidence::LED_IN, place.tokens().is_mark(place.at, ':'));
    let is_last = |at: usize| place.tokens().is_together(at, place.at);
    let scene = place.scene;
    let from = scene
        .mentions
        .partition_point(|mention| !is_last(mention.tokens.start));
    let subject = (from..scene.mentions.len())
        .take(NEAREST)
        .find(|&at| scene.is_first(at));
    let cue = scene
        .cues
        .iter()
        .enumerate()
        .next_back()
        .filter(|(_, cue)| is_last(cue.tokens.start));
    let without =
        subject.map(|mention| place.candidate(mention, None, evidence | Evidence::CUELESS));
    let with = cue.and_then(|(index, cue)| {
        Some(place.candidate(cue.subject?.mention, Some(index), evidence | of_cue(cue)))
    });
    without.into_iter().chain(with).collect()
}

/// What holds of the quote, whoever spoke.
fn shape(first: Place<'_>, last: Place<'_>) -> Evidence {
    let mut shape = Evidence::empty();
    let words = last.inner();
    shape.set(
        Evidence::STOPS,
        words.ends_with('.') && !words.ends_with(".."),
    );
    shape.set(
        Evidence::COLON,
        first.at > 0 && first.tokens().is_mark(first.at - 1, ':'),
    );
    shape.set(Evidence::ALONE, first.scene.passage.is_all_quotes());
    let pair = first.scene.passage.pairs.get(first.pair);
    let is_whole = pair.is_some_and(|pair| is_whole(&first.scene.passage, pair));
    shape.set(Evidence::WHOLE, is_whole);
    shape.set(Evidence::FRAGMENT, !is_whole);
    shape
}

/// What holds of a cue, wherever it stands.
fn of_cue(cue: &Cue) -> Evidence {
    let manner = match cue.manner {
        Manner::Say => Evidence::SAY,
        Manner::Report => Evidence::REPORT,
        Manner::According => Evidence::ACCORDING,
        Manner::Passive => Evidence::PASSIVE,
        Manner::Noun => Evidence::NOUN,
    };
    let is_direct = cue
        .subject
        .is_some_and(|subject| subject.order != Order::Remote);
    manner
        | if is_direct {
            Evidence::DIRECT
        } else {
            Evidence::empty()
        }
}

/// What holds of a mention, wherever it stands. `words`: what the quote says.
fn of_mention(reading: &Reading<'_>, id: MentionId, words: &str) -> Evidence {
    let Some(mention) = reading.mention(id) else {
        return Evidence::empty();
    };
    let mut evidence = of_words(mention);
    if let Some(figure) = reading.figure(id) {
        evidence.set(Evidence::PERSON, figure.nature == Nature::Person);
        evidence.set(Evidence::PLACE, figure.nature == Nature::Place);
        let key = figure.name.rsplit(' ').next().unwrap_or_default();
        evidence.set(Evidence::NAMED_INSIDE, key.len() > 3 && words.contains(key));
    }
    evidence
}

fn of_words(mention: &Mention) -> Evidence {
    let mut evidence = match mention.sort {
        Sort::Name => Evidence::NAME,
        Sort::Pronoun(Pronoun::He | Pronoun::She | Pronoun::They) => Evidence::PRONOUN,
        Sort::Pronoun(Pronoun::It) => Evidence::IT,
        Sort::Pronoun(Pronoun::I) => Evidence::WRITER,
        Sort::Role | Sort::People | Sort::Body => Evidence::ROLE,
        Sort::Text => Evidence::TEXT,
    };
    evidence.set(
        Evidence::BOUND,
        matches!(
            mention.link,
            Link::Governed | Link::Possessive | Link::Aside
        ),
    );
    evidence.set(Evidence::ADDRESSED, mention.link == Link::Addressed);
    evidence
}
