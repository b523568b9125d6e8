//! Reads the blocks of an article in order and gathers what they promise.

mod list;
mod marks;

use std::collections::HashMap;
use std::ops::Range;

use super::actor::Actors;
use super::cue::Family;
use super::finding::Finding;
use super::form::Forms;
use super::token::{Sentence, Tokens};
use super::{Guarantee, GuaranteeKind};
use super::{item, sentence};
use crate::article::chapter::Wording;
use crate::doc::block::{BlockId, BlockKind, ListId};
use crate::doc::prose::Prose;
use crate::text::span::Span;
use list::LeadIn;

/// What has been found so far.
pub(super) struct Reader<'a, 'd> {
    actors: Actors<'a, 'd>,
    forms: Forms,
    /// What leads into each list; `None` when it promises nothing.
    lists: HashMap<ListId, Option<LeadIn>>,
    pub(super) found: Vec<Guarantee>,
    /// The family of the cue of each; none for items.
    pub(super) families: Vec<Option<Family>>,
}

impl<'a, 'd> Reader<'a, 'd> {
    pub(super) fn new(actors: Actors<'a, 'd>) -> Self {
        Self {
            actors,
            forms: Forms::of(actors.reading.chapter().glossary()),
            lists: HashMap::new(),
            found: Vec::new(),
            families: Vec::new(),
        }
    }

    /// Reads one block; only paragraphs and list items promise anything.
    pub(super) fn block(&mut self, id: BlockId) {
        let document = self.actors.document;
        if document.block(id).map(|block| block.kind) != Some(BlockKind::Paragraph) {
            return;
        }
        let Some(Wording { prose, words }) = self.actors.reading.chapter().wording(id) else {
            return;
        };
        let can_promise = self.forms.can_promise(words);
        if !can_promise && document.list(id).is_none() {
            return;
        }
        let tokens = Tokens::new(prose.as_str(), words, &self.forms);
        if let Some(lead_in) = self.promise_of_item(id, prose, &tokens) {
            self.push_item(id, prose, &tokens, &lead_in);
        } else if can_promise {
            self.sentences(id, prose, &tokens);
        }
    }

    /// What makes a guarantee of the item that `id` begins; `None` for anything else.
    fn promise_of_item(
        &mut self,
        id: BlockId,
        prose: &Prose<'_>,
        tokens: &Tokens<'_>,
    ) -> Option<LeadIn> {
        let document = self.actors.document;
        let list = document.list(id)?;
        let item = tokens.whole();
        let frame = document.frames(id).next();
        let is_first = frame.is_some_and(|frame| frame.first == id);
        if !self.lists.contains_key(&list) {
            let lead_in = LeadIn::of_list(&self.actors, id);
            self.drop_overlapping(lead_in.as_ref().and_then(|lead_in| lead_in.span));
            self.lists.insert(list, lead_in);
        }
        match self.lists.get(&list).and_then(Option::as_ref) {
            _ if !is_first || item::is_no_promise(item) || item::begins_with_a_question(tokens) => {
                None
            }
            Some(lead_in) => Some(lead_in.clone()),
            None => LeadIn::of_item(&self.actors, id, prose, item),
        }
    }

    /// A lead-in is no guarantee beside the items that it leads into.
    fn drop_overlapping(&mut self, lead_in: Option<Span>) {
        let Some(lead_in) = lead_in else {
            return;
        };
        while self
            .found
            .last()
            .is_some_and(|last| last.span.overlaps(lead_in))
        {
            self.found.pop();
            self.families.pop();
        }
    }

    fn push_item(&mut self, id: BlockId, prose: &Prose<'_>, tokens: &Tokens<'_>, lead_in: &LeadIn) {
        let words = prose.as_str();
        let start = words.len() - words.trim_start().len();
        self.families.push(None);
        self.found.push(Guarantee {
            span: prose.span(start..words.trim_end().len()),
            block: id,
            kind: GuaranteeKind::Item {
                lead_in: lead_in.span,
            },
            actor: lead_in.actor.clone(),
            firmness: item::firmness(tokens, lead_in.firmness),
            cue: Some(lead_in.cue),
            see_also: Vec::new(),
            same_as: None,
        });
    }

    fn sentences(&mut self, id: BlockId, prose: &Prose<'_>, tokens: &Tokens<'_>) {
        for sentence in tokens.sentences() {
            for finding in sentence::findings(sentence) {
                self.push_finding(id, prose, sentence, finding);
            }
        }
    }

    fn push_finding(
        &mut self,
        block: BlockId,
        prose: &Prose<'_>,
        sentence: Sentence<'_>,
        finding: Finding,
    ) {
        let span = |words: Range<usize>| prose.span(sentence.bytes(words));
        let whole = marks::balanced(prose.as_str(), sentence.bytes(finding.words));
        self.families.push(Some(finding.family));
        self.found.push(Guarantee {
            span: prose.span(whole),
            block,
            kind: GuaranteeKind::Sentence,
            actor: finding
                .actor
                .map(|words| self.actors.actor(block, prose, sentence, words)),
            firmness: finding.firmness,
            cue: Some(span(finding.cue)),
            see_also: Vec::new(),
            same_as: None,
        });
    }
}
