//! Lists: what the words before a list, or an item itself, say of who promises and how firmly.

use super::super::actor::Actors;
use super::super::lead_in::{self, Promise};
use super::super::token::{Sentence, Tokens};
use super::super::{Firmness, item};
use crate::article::speaker::Attribution;
use crate::doc::block::{BlockId, BlockKind};
use crate::doc::prose::Prose;
use crate::text::span::Span;

/// The longest lead-in that is read, in bytes; more is no lead-in.
const LONGEST: usize = 2000;

/// A lead-in of no more words than this may leave the promise to the heading above it (`In short:`).
const FEW_WORDS: usize = 6;

/// What makes guarantees of the items of a list.
#[derive(Clone, Debug)]
pub(super) struct LeadIn {
    /// The words before the list; `None` when the item promises by itself.
    pub(super) span: Option<Span>,
    pub(super) cue: Span,
    pub(super) actor: Option<Attribution>,
    pub(super) firmness: Firmness,
}

impl LeadIn {
    /// The lead-in of the list that begins with the block `first`: the paragraph or the heading before it, or the heading
    /// above a paragraph of few words.
    pub(super) fn of_list(actors: &Actors<'_, '_>, first: BlockId) -> Option<Self> {
        let document = actors.document;
        let before = first.previous()?;
        let kind = document.block(before)?.kind;
        let prose = document.prose(before);
        let text = prose.as_str();
        if text.len() > LONGEST {
            return None;
        }
        let tokens = Tokens::read(text);
        let sentence = match kind {
            BlockKind::Heading(_) => tokens.whole(),
            BlockKind::Paragraph => *tokens.sentences().last()?,
            _ => return None,
        };
        if let Some(promise) = lead_in::read(sentence) {
            return Some(Self::new(actors, before, &prose, sentence, &promise));
        }
        let is_short = sentence.len() <= FEW_WORDS && text.trim_end().ends_with(':');
        let above = before.previous().and_then(|id| document.block(id))?;
        let has_heading =
            kind == BlockKind::Paragraph && matches!(above.kind, BlockKind::Heading(_));
        (is_short && has_heading)
            .then(|| Self::of_list(actors, before))
            .flatten()
    }

    /// What an item says that promises by its own words.
    pub(super) fn of_item(
        actors: &Actors<'_, '_>,
        block: BlockId,
        prose: &Prose<'_>,
        item: Sentence<'_>,
    ) -> Option<Self> {
        item::own_promise(item).map(|start| Self {
            span: None,
            cue: prose.span(item.bytes(start + 1..start + 2)),
            actor: Some(actors.actor(block, prose, item, start..start + 1)),
            firmness: Firmness::Firm,
        })
    }

    fn new(
        actors: &Actors<'_, '_>,
        block: BlockId,
        prose: &Prose<'_>,
        sentence: Sentence<'_>,
        promise: &Promise,
    ) -> Self {
        let actor = promise.actor.clone();
        let clause = promise.clause_start(sentence);
        let start = sentence.bytes(clause..clause + 1).start;
        let end = prose.as_str().trim_end().len();
        Self {
            span: Some(prose.span(start..end)),
            cue: prose.span(sentence.bytes(promise.cue.clone())),
            actor: actor.map(|words| actors.actor(block, prose, sentence, words)),
            firmness: promise.firmness,
        }
    }
}
