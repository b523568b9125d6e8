//! Places: a quote within its passage, and the candidates that are seen from there.

mod mood;

use std::ops::Range;

use super::{Candidate, NEAREST, of_cue};
use crate::article::reading::cue::{Cue, CueKind, Order};
use crate::article::reading::lexicon::Traits;
use crate::article::reading::marks::Strokes;
use crate::article::reading::mention::{Link, Sort};
use crate::article::reading::passage::PairId;
use crate::article::reading::scene::Scene;
use crate::article::reading::token::{Token, Tokens};
use crate::article::reading::{MentionId, Reading};
use crate::article::speaker::Spoken;
use crate::article::speaker::evidence::Evidence;

/// How many tokens away a cue can be.
pub(super) const REACH: usize = 80;

/// From how many tokens on something is far from a quote.
const FAR: usize = 21;

/// Where a pair of marks stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// The number of the passage.
    pub(super) number: usize,
    /// The token of the pair.
    pub(super) at: usize,
    /// The number of the pair.
    pub(super) pair: usize,
}

impl<'a> Place<'a> {
    pub(super) fn of(reading: &'a Reading<'a>, id: PairId) -> Option<Self> {
        let scene = reading.scenes.get(id.scene)?;
        Some(Self {
            scene,
            number: id.scene,
            at: scene.passage.token_of(id.pair)?,
            pair: id.pair,
        })
    }

    /// The first token of a passage.
    pub(super) fn first_of(reading: &'a Reading<'a>, number: usize) -> Option<Self> {
        let scene = reading.scenes.get(number)?;
        Some(Self {
            scene,
            number,
            at: 0,
            pair: 0,
        })
    }

    /// The last token of a passage.
    pub(super) fn last_of(reading: &'a Reading<'a>, number: usize) -> Option<Self> {
        let scene = reading.scenes.get(number)?;
        let at = scene.passage.narration.len().checked_sub(1)?;
        Some(Self {
            scene,
            number,
            at,
            pair: 0,
        })
    }

    pub(super) fn tokens(&self) -> Tokens<'a> {
        self.scene.passage.told()
    }

    /// The words between the marks.
    pub(super) fn words(&self) -> &'a str {
        self.scene.passage.quote(self.pair)
    }

    /// Whether the words between the marks end a sentence.
    pub(super) fn is_over(&self) -> bool {
        self.words().ends_with(['.', '?', '!', '…', '—'])
    }

    pub(super) fn candidate(
        &self,
        mention: usize,
        cue: Option<usize>,
        evidence: Evidence,
    ) -> Candidate {
        Candidate {
            mention: MentionId {
                scene: self.number,
                mention,
            },
            cue,
            evidence,
        }
    }

    /// On which side of the quote, and within one sentence or not; `None` further away.
    fn side(&self, at: usize, here: Evidence, near: Evidence) -> Option<Evidence> {
        match self
            .tokens()
            .sentence(self.at)?
            .abs_diff(self.tokens().sentence(at)?)
        {
            0 => Some(here),
            1 => Some(near),
            _ => None,
        }
    }

    /// What the tokens between the quote and something else tell.
    fn gap(&self, gap: Range<usize>) -> Evidence {
        let mut evidence = Evidence::empty();
        evidence.set(Evidence::FAR, gap.len() >= FAR);
        evidence.set(
            Evidence::ACROSS,
            self.tokens().slice(gap).iter().any(Token::is_stretch),
        );
        evidence
    }

    /// The subjects of the cues before the quote, in its sentence and the one before.
    pub(super) fn cues_before(self) -> impl Iterator<Item = Candidate> {
        let upto = self
            .scene
            .cues
            .partition_point(|cue| cue.tokens.start < self.at);
        (0..upto)
            .rev()
            .take(NEAREST)
            .filter_map(move |index| self.cue_before(index))
    }

    fn cue_before(&self, index: usize) -> Option<Candidate> {
        let cue = self.scene.cues.get(index)?;
        let gap = cue.tokens.end..self.at;
        let side = self.side(
            cue.tokens.start,
            Evidence::BEFORE,
            Evidence::SENTENCE_BEFORE,
        )?;
        if gap.len() > REACH || self.has_own_clause(cue.tokens.end) {
            return None;
        }
        let touches = side == Evidence::BEFORE && self.touches(gap.clone());
        let mut evidence = side | self.gap(gap) | of_cue(cue);
        evidence.set(Evidence::TOUCHES_BEFORE, touches);
        evidence.set(Evidence::INNER, self.is_inner(index));
        Some(self.candidate(cue.subject?.mention, Some(index), evidence))
    }

    /// Whether hardly anything stands between a cue and the quote behind it: a mark, *that*, whom it was said to.
    fn touches(&self, gap: Range<usize>) -> bool {
        const LISTENER: usize = 6;
        let between = self.tokens().slice(gap.clone());
        let words = between.iter().filter(|token| token.is_word()).count();
        let is_mark = |token: &Token| [',', ':', '—'].iter().any(|&c| token.is_mark(c));
        let is_that = words == 1 && self.tokens().word(gap.start) == "that";
        let is_listener = words <= LISTENER
            && between.last().is_some_and(is_mark)
            && !between.iter().any(Token::is_stretch);
        words == 0 || is_that || is_listener
    }

    /// Whether the cue `index` reports in a clause of what another one says: *Lee said she feels “…”*
    pub(super) fn is_inner(&self, index: usize) -> bool {
        let outer = index
            .checked_sub(1)
            .and_then(|outer| self.scene.cues.get(outer));
        let Some((outer, inner)) = outer.zip(self.scene.cues.get(index)) else {
            return false;
        };
        let gap = outer.tokens.end..inner.tokens.start;
        let is_one_sentence = self
            .tokens()
            .is_together(outer.tokens.start, inner.tokens.start);
        let is_said = outer.kind == CueKind::Say && outer.subject.is_some();
        let starts_behind = self
            .subject_start(inner)
            .is_some_and(|start| start >= outer.tokens.end);
        is_said
            && is_one_sentence
            && starts_behind
            && !self.parts(gap.clone(), self.subject_start(inner).unwrap_or(0))
            && !self.tokens().slice(gap).iter().any(Token::is_stretch)
    }

    /// Whether a clause begins between that is no part of what is said: “…” *but* Lee, *after* Lee, *as* Lee, *an offer that* Lee.
    fn parts(&self, gap: Range<usize>, subject: usize) -> bool {
        const PARTING: &[&str] = &[
            "after", "when", "as", "while", "before", "but", "although", "though", "because",
            "whereas", "which", "whom", "since", "until",
        ];
        let tokens = self.tokens();
        let is_part = |at: usize| PARTING.contains(&tokens.word(at));
        let is_border = |at: usize| {
            tokens.is_mark(at, ';')
                || self.resumes(at)
                || (tokens.is_mark(at, ',') || tokens.is_mark(at, '—'))
                    && matches!(tokens.word(at + 1), "but" | "and" | "while" | "though")
        };
        subject > 0 && is_part(subject - 1) || gap.clone().any(is_border)
    }

    /// Whether the comma at `at` takes up what was said before: *, an offer that …*
    pub(super) fn resumes(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let mut words = (at + 2..at + 5).map(|at| tokens.word(at));
        tokens.is_mark(at, ',')
            && matches!(tokens.word(at + 1), "a" | "an" | "something")
            && words.any(|word| matches!(word, "that" | "which"))
    }

    fn subject_start(&self, cue: &Cue) -> Option<usize> {
        Some(self.scene.mentions.get(cue.subject?.mention)?.tokens.start)
    }

    /// The subjects of the cues behind the quote, in its sentence and the next one.
    pub(super) fn cues_behind(self) -> impl Iterator<Item = Candidate> {
        let from = self
            .scene
            .cues
            .partition_point(|cue| cue.tokens.start <= self.at);
        let cues = from..self.scene.cues.len();
        cues.take(NEAREST)
            .filter_map(move |index| self.cue_behind(index))
    }

    fn cue_behind(&self, index: usize) -> Option<Candidate> {
        let cue = self.scene.cues.get(index)?;
        let (subject, subject_start) = (cue.subject?, self.subject_start(cue)?);
        let is_behind = subject_start > self.at;
        let start = match subject.order {
            Order::Direct if is_behind => subject_start,
            _ => cue.tokens.start,
        };
        let gap = self.at + 1..start;
        let side = self.side(cue.tokens.start, Evidence::AFTER, Evidence::SENTENCE_AFTER)?;
        if gap.len() > REACH {
            return None;
        }
        let mut evidence = side | self.gap(gap.clone()) | of_cue(cue);
        let goes_on = side == Evidence::AFTER || self.words().ends_with(['.', '?', '!', '…']);
        let touches = is_behind && goes_on && self.is_mark_at_most(gap);
        evidence.set(Evidence::TOUCHES_AFTER, touches);
        Some(self.candidate(subject.mention, Some(index), evidence))
    }

    fn is_mark_at_most(&self, gap: Range<usize>) -> bool {
        let is_mark = |token: &Token| [',', '—', '('].iter().any(|&c| token.is_mark(c));
        match self.tokens().slice(gap) {
            [] => true,
            [one] => is_mark(one) || one.is(Traits::DETERMINER),
            [mark, article] => is_mark(mark) && article.is(Traits::DETERMINER),
            _ => false,
        }
    }

    /// `Lee: “…”`, where nothing else stands in the sentence.
    pub(super) fn label(self) -> Option<Candidate> {
        let colon = self
            .at
            .checked_sub(1)
            .filter(|&at| self.tokens().is_mark(at, ':'))?;
        let mention = self
            .scene
            .mentions
            .partition_point(|mention| mention.tokens.end < colon);
        let ends_there = self.scene.mentions.get(mention)?.tokens.end == colon;
        let is_posted = || {
            let pair = self.scene.passage.pairs.get(self.pair);
            pair.is_some_and(|pair| pair.strokes == Strokes::Posted)
        };
        let is_label = ends_there && (self.scene.is_first(mention) || is_posted());
        is_label.then(|| self.candidate(mention, None, Evidence::LABEL))
    }

    /// Whoever stands right before the quote and has the verb of the quote `before`: Lee said “…” *and the mayor* “…”
    pub(super) fn gapped(self, before: Option<&Spoken>) -> Option<Candidate> {
        let tokens = self.tokens();
        let is_here = |it: &&Spoken| it.mention.scene == self.number && it.end.0 == self.number;
        let before = before.filter(is_here)?;
        let cue = before.cue.and_then(|cue| self.scene.cues.get(cue));
        let behind = |cue: &Cue| {
            let last = cue.tokens.end;
            if tokens.is_stretch(last) {
                last
            } else {
                before.end.1
            }
        };
        let first = cue.map_or(before.end.1.checked_sub(1)?, behind);
        let can_say = |cue: &Cue| {
            let verb = cue.tokens.start;
            tokens.is(verb, Traits::SAY) && !tokens.is(verb, Traits::TELL)
        };
        let carries = |is_colon: bool| {
            (tokens.is_stretch(first) || is_colon && tokens.is_mark(first, ','))
                && cue.is_none_or(can_say)
                && tokens.is_together(first, self.at)
        };
        let mark = self
            .at
            .checked_sub(1)
            .filter(|&at| !tokens.get(at).is_some_and(Token::is_word));
        let is_colon = mark.is_some_and(|at| tokens.is_mark(at, ':'));
        let is_comma = mark.is_some_and(|at| tokens.is_mark(at, ','));
        let end = self.at - usize::from(is_comma || is_colon);
        let mentions = &self.scene.mentions;
        let mention = mentions.partition_point(|mention| mention.tokens.end < end);
        let it = mentions.get(mention)?;
        let is_subject = it.tokens.end == end && it.link == Link::Free;
        let start = it.tokens.start.checked_sub(1)?;
        let is_parted =
            start == first || matches!(tokens.word(start), "and" | "but" | "while" | "," | ";");
        let evidence = Evidence::BEFORE | Evidence::GAPPED | cue.map_or(Evidence::empty(), of_cue);
        (carries(is_colon) && is_subject && is_parted && start >= first)
            .then(|| self.candidate(mention, before.cue, evidence))
    }

    /// The subject of a sentence that says how it feels, as long as nobody in it says so: *the mayor was “shocked.”*
    pub(super) fn felt(self) -> Option<Candidate> {
        const ADVERBS: usize = 3;
        let tokens = self.tokens();
        let is_adverb = |at: &usize| tokens.is(*at, Traits::ADVERB) && !tokens.is(*at, Traits::BE);
        let before = (0..self.at).rev();
        let verb = self.at - before.take(ADVERBS).take_while(is_adverb).count();
        let verb = verb
            .checked_sub(1)
            .filter(|&at| tokens.is(at, Traits::BE))?;
        let mention = self.scene.mention_at(verb.checked_sub(1)?)?;
        let it = self.scene.mentions.get(mention)?;
        let is_subject = it.link == Link::Free
            && matches!(it.sort, Sort::Name | Sort::Role | Sort::People)
            && tokens.is_together(it.tokens.start, self.at);
        let says =
            |cue: &Cue| cue.subject.is_some() && tokens.is_together(cue.tokens.start, self.at);
        let from = self
            .scene
            .cues
            .partition_point(|cue| cue.tokens.end + REACH < self.at);
        let is_told = self
            .scene
            .cues
            .iter()
            .skip(from)
            .take(2 * NEAREST)
            .any(says);
        (is_subject && !is_told && mood::is_mood(self.words()))
            .then(|| self.candidate(mention, None, Evidence::BEFORE | Evidence::FELT))
    }

    /// Whoever stands behind the quote that opens a headline, and a colon: *‘…’: residents speak out*. `first` is where the quote begins.
    pub(super) fn headlined(self, first: Place<'_>) -> Option<Candidate> {
        const WHO: [Sort; 3] = [Sort::Name, Sort::Role, Sort::People];
        let tokens = self.tokens();
        let start = self.at + 2;
        let mention = self.scene.mention_at(start)?;
        let it = self.scene.mentions.get(mention)?;
        let end = it.tokens.end;
        let acts = tokens.is_joined(end - 1, end)
            && !tokens.is(end, Traits::PREPOSITION | Traits::CONJUNCTION | Traits::BE)
            || tokens.word(end) == "on"; // residents on the flood
        let is_label = first.at == 0 && tokens.is_mark(self.at + 1, ':');
        (is_label && acts && it.link == Link::Free && WHO.contains(&it.sort))
            .then(|| self.candidate(mention, None, Evidence::AFTER | Evidence::HEADLINED))
    }

    /// The subjects of the sentence of the quote and of the one before, whatever they do.
    pub(super) fn subjects_before(self) -> impl Iterator<Item = Candidate> {
        let upto = self
            .scene
            .mentions
            .partition_point(|mention| mention.tokens.start < self.at);
        let near = (0..upto).rev().take(2 * NEAREST);
        near.filter(move |&index| self.scene.is_first(index))
            .filter_map(move |index| {
                let mention = self.scene.mentions.get(index)?;
                let side = self.side(
                    mention.tokens.start,
                    Evidence::BEFORE,
                    Evidence::SENTENCE_BEFORE,
                )?;
                let evidence = side | Evidence::CUELESS | self.gap(mention.tokens.end..self.at);
                Some(self.candidate(index, None, evidence))
            })
    }

    /// A name right behind the quote, whatever its verb: “…,” Lee chuckled.
    pub(super) fn name_behind(self) -> Option<Candidate> {
        let next = self
            .scene
            .mentions
            .partition_point(|mention| mention.tokens.start <= self.at);
        let mention = self.scene.mentions.get(next)?;
        let gap = self.at + 1..mention.tokens.start;
        let is_open = self.words().ends_with([',', '?', '!', '…', '—']);
        let has_verb = self
            .tokens()
            .is_joined(mention.tokens.end - 1, mention.tokens.end);
        let touches =
            is_open && has_verb && mention.link == Link::Free && self.is_mark_at_most(gap);
        let evidence = Evidence::AFTER | Evidence::TOUCHES_AFTER | Evidence::CUELESS;
        touches.then(|| self.candidate(next, None, evidence))
    }

    /// Whether a semicolon behind `from` begins the clause of the quote, and somebody else says something in it.
    fn has_own_clause(self, from: usize) -> bool {
        let tokens = self.tokens();
        let near = from.max(self.at.saturating_sub(REACH))..self.at;
        let border = near.rev().find(|&at| tokens.is_mark(at, ';'));
        let border = border.filter(|&at| tokens.is_together(at, self.at));
        border.is_some_and(|border| {
            let first = self
                .scene
                .cues
                .partition_point(|cue| cue.tokens.start < border);
            let cues = self.scene.cues.iter().skip(first);
            let mut here = cues.take_while(|cue| cue.tokens.start < self.at);
            here.any(|cue| self.subject_start(cue).is_some_and(|start| start > border))
        })
    }

    /// The speaker of the quote before; within a passage the same cue still holds.
    pub(super) fn carried(self, before: &Spoken) -> Option<Candidate> {
        let (cue, evidence) = match self.number - before.end.0 {
            0 if self.has_own_clause(before.end.1) => return None,
            0 => {
                let end = self.tokens().sentence(before.end.1.saturating_sub(1))?;
                let evidence = match self.tokens().sentence(self.at)?.abs_diff(end) {
                    0 => Evidence::CARRIED | Evidence::SAME_SENTENCE,
                    1 => Evidence::CARRIED | Evidence::AT_ONCE,
                    _ => Evidence::CARRIED,
                };
                (before.cue, evidence)
            }
            1 if self.at == 0 => (None, Evidence::CARRIED_OVER),
            _ => return None,
        };
        Some(Candidate {
            mention: before.mention,
            cue,
            evidence,
        })
    }
}
