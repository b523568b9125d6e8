//! Reads the blocks of an article in order and gathers what they promise.

use std::collections::HashMap;
use std::ops::Range;

use super::cue::Family;
use super::finding::Finding;
use super::item;
use super::lead_in::{self, Promise};
use super::sentence;
use super::token::Tokens;
use super::{Firmness, Guarantee, GuaranteeKind};
use crate::article::speaker::Attribution;
use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind, ListId};
use crate::doc::prose::Prose;
use crate::text::span::Span;

/// The longest lead-in that is read, in bytes; more is no lead-in.
const LONGEST_LEAD_IN: usize = 2000;

/// A lead-in of no more words than this may leave the promise to the heading above it (`In short:`).
const SHORT_LEAD_IN: usize = 6;

/// What has been found so far.
pub(super) struct Reader<'a> {
    document: &'a Document,
    /// What the lead-in of each list says; `None` when it promises nothing.
    lists: HashMap<ListId, Option<LeadIn>>,
    pub(super) found: Vec<Guarantee>,
    /// The family of the cue of each; none for items.
    pub(super) families: Vec<Option<Family>>,
}

/// A lead-in that promises.
#[derive(Clone, Debug)]
struct LeadIn {
    span: Span,
    cue: Span,
    actor: Option<Attribution>,
    firmness: Firmness,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            lists: HashMap::new(),
            found: Vec::new(),
            families: Vec::new(),
        }
    }

    /// Reads one block; only paragraphs and list items promise anything.
    pub(super) fn block(&mut self, id: BlockId) {
        let document = self.document;
        if document
            .block(id)
            .is_none_or(|block| block.kind != BlockKind::Paragraph)
        {
            return;
        }
        let prose = document.prose(id);
        let tokens = Tokens::read(prose.as_str());
        if self.is_promised_item(id, &prose, &tokens) || !sentence::is_worth_reading(&tokens) {
            return;
        }
        for sentence in tokens.sentences() {
            for finding in sentence::findings(sentence) {
                let span = |words: Range<usize>| prose.span(sentence.bytes(words));
                self.push(id, &finding, span);
            }
        }
    }

    fn push(&mut self, block: BlockId, finding: &Finding, span: impl Fn(Range<usize>) -> Span) {
        let actor = finding
            .actor
            .clone()
            .map(|words| attribution(self.document, span(words)));
        self.families.push(Some(finding.family));
        self.found.push(Guarantee {
            span: span(finding.words.clone()),
            block,
            kind: GuaranteeKind::Sentence,
            actor,
            firmness: finding.firmness,
            cue: Some(span(finding.cue.clone())),
            see_also: Vec::new(),
            same_as: None,
        });
    }

    /// Takes in an item whose list promises; false for anything else.
    fn is_promised_item(&mut self, id: BlockId, prose: &Prose<'_>, tokens: &Tokens<'_>) -> bool {
        let Some(list) = self.document.list(id) else {
            return false;
        };
        let is_first = self
            .document
            .frames(id)
            .next()
            .is_some_and(|frame| frame.first == id);
        if !self.lists.contains_key(&list) {
            let lead_in = LeadIn::before(self.document, id);
            self.drop_overlapping(lead_in.as_ref());
            self.lists.insert(list, lead_in);
        }
        let lead_in = self.lists.get(&list).and_then(Option::as_ref);
        let item = tokens.whole();
        let is_promise = match lead_in {
            Some(_) => !item::is_no_promise(item),
            None => item::is_own_promise(item),
        };
        if !is_first || !is_promise {
            return false;
        }
        let own = || attribution(self.document, prose.span(item.bytes(0..1)));
        let words = prose.as_str();
        let start = words.len() - words.trim_start().len();
        self.families.push(None);
        self.found.push(Guarantee {
            span: prose.span(start..words.trim_end().len()),
            block: id,
            kind: GuaranteeKind::Item {
                lead_in: lead_in.map(|lead_in| lead_in.span),
            },
            actor: lead_in.map_or_else(|| Some(own()), |lead_in| lead_in.actor.clone()),
            firmness: item::firmness(item, lead_in.map_or(Firmness::Firm, |it| it.firmness)),
            cue: Some(lead_in.map_or_else(|| prose.span(item.bytes(1..2)), |lead_in| lead_in.cue)),
            see_also: Vec::new(),
            same_as: None,
        });
        true
    }

    /// A lead-in is no guarantee beside the items that it leads into.
    fn drop_overlapping(&mut self, lead_in: Option<&LeadIn>) {
        while let Some(lead_in) = lead_in
            && self
                .found
                .last()
                .is_some_and(|last| last.span.overlaps(lead_in.span))
        {
            self.found.pop();
            self.families.pop();
        }
    }
}

impl LeadIn {
    /// The lead-in of the list that begins with the block `first`: the paragraph or the heading before it, or the heading
    /// above a paragraph of few words.
    fn before(document: &Document, first: BlockId) -> Option<Self> {
        let before = first.previous()?;
        let kind = document.block(before)?.kind;
        let prose = document.prose(before);
        if prose.as_str().len() > LONGEST_LEAD_IN {
            return None;
        }
        let tokens = Tokens::read(prose.as_str());
        let sentences = tokens.sentences();
        let sentence = match kind {
            BlockKind::Heading(_) => tokens.whole(),
            BlockKind::Paragraph => *sentences.last()?,
            _ => return None,
        };
        let Some(promise) = lead_in::read(sentence) else {
            let is_short =
                sentence.len() <= SHORT_LEAD_IN && prose.as_str().trim_end().ends_with(':');
            let above = before
                .previous()
                .filter(|_| is_short && kind == BlockKind::Paragraph)?;
            let is_heading = matches!(document.block(above)?.kind, BlockKind::Heading(_));
            return is_heading.then(|| Self::before(document, before)).flatten();
        };
        let span = |words: Range<usize>| prose.span(sentence.bytes(words));
        let end = prose.as_str().trim_end().len();
        let start = sentence.bytes(0..1).start;
        Some(Self::new(document, prose.span(start..end), &promise, span))
    }

    fn new(
        document: &Document,
        whole: Span,
        promise: &Promise,
        span: impl Fn(Range<usize>) -> Span,
    ) -> Self {
        Self {
            span: whole,
            cue: span(promise.cue.clone()),
            actor: promise
                .actor
                .clone()
                .map(|words| attribution(document, span(words))),
            firmness: promise.firmness,
        }
    }
}

/// Who stands at `mention`; the name is what stands there until a fuller one is known.
fn attribution(document: &Document, mention: Span) -> Attribution {
    Attribution {
        mention,
        name: document.slice(mention).to_owned(),
        role: None,
        is_inferred: false,
    }
}
