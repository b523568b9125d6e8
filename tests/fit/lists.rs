//! Lists: for every quote of an article the evidence for all who could have said it, and which of them did.

use sidenote::article::chapter::Chapter;
use sidenote::article::reading::stretch::Stretch;
use sidenote::article::reading::{OnDemand, Reading};
use sidenote::article::speaker::Spoken;
use sidenote::article::speaker::candidate::{Candidate, candidates};
use sidenote::article::speaker::evidence::Evidence;
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::text::span::Span;

use crate::gold::{Article, Quote, Source};

/// Everybody who could have said a quote.
pub(crate) struct List {
    pub(crate) options: Vec<Evidence>,
    /// Which options are right, as long as the article names the speaker.
    pub(crate) right: Vec<bool>,
    /// Which options name the right one, be it in another place.
    pub(crate) fitting: Vec<bool>,
    pub(crate) is_partial: bool,
    /// Whether the article names the speaker.
    pub(crate) has_source: bool,
    /// The number of the article.
    pub(crate) article: usize,
}

impl List {
    /// Whether something can be learnt: what is right is among the options, or it is nobody.
    pub(crate) fn teaches(&self) -> bool {
        !self.has_source || self.right.contains(&true)
    }
}

/// The lists of one article. Whoever said the quote before is known, as if all before had been told right.
pub(crate) fn lists(number: usize, article: &Article) -> Vec<List> {
    let document = Document::read(article.text.clone(), Format::Text);
    let chapter = Chapter::whole(&document);
    let reading = OnDemand::new(&chapter);
    let reader = Reader {
        document: &document,
        reading: reading.get(),
    };
    let mut lists = Vec::new();
    let mut before: Option<Spoken> = None;
    for &stretch in &reader.reading.stretches {
        let Some(quote) = reader.quote(stretch, article) else {
            continue;
        };
        let found = candidates(reader.reading, stretch, before.as_ref());
        let list = reader.list(number, quote, &found);
        let right = found.iter().zip(&list.right).filter(|(_, right)| **right);
        let right = right.map(|(candidate, _)| candidate);
        let told = right.clone().find(|it| it.cue.is_some());
        let speaker = told.or_else(|| right.clone().next());
        before = speaker.and_then(|it| Spoken::new(reader.reading, stretch, it));
        lists.push(list);
    }
    lists
}

struct Reader<'a> {
    document: &'a Document,
    reading: &'a Reading<'a>,
}

impl Reader<'_> {
    fn quote<'b>(&self, stretch: Stretch, article: &'b Article) -> Option<&'b Quote> {
        let (scene, pair) = self.reading.pair(stretch.first)?;
        let span = scene.passage.prose.span(pair.inner.clone()).range();
        let meets = |quote: &&Quote| quote.span.start < span.end && span.start < quote.span.end;
        article.quotes.iter().find(meets)
    }

    fn list(&self, article: usize, quote: &Quote, found: &[Candidate]) -> List {
        let (right, fitting): (Vec<_>, Vec<_>) = found
            .iter()
            .map(|candidate| {
                let source = quote.source.as_ref();
                let is_there = source.is_some_and(|it| self.stands_in(it, candidate));
                let is_called = source.is_some_and(|it| self.is_called(it, candidate));
                (is_there, is_there || is_called)
            })
            .unzip();
        let is_elsewhere = !right.contains(&true);
        List {
            options: found.iter().map(|candidate| candidate.evidence).collect(),
            right: if is_elsewhere { fitting.clone() } else { right },
            fitting,
            is_partial: quote.is_partial,
            has_source: quote.source.is_some(),
            article,
        }
    }

    fn stands_in(&self, source: &Source, candidate: &Candidate) -> bool {
        let mention = self.mention(candidate).range();
        let mut spans = source.spans.iter();
        spans.any(|span| span.start < mention.end && mention.start < span.end)
    }

    /// Whether the mention ends with the word that the source is about.
    fn is_called(&self, source: &Source, candidate: &Candidate) -> bool {
        let words = self.document.slice(self.mention(candidate));
        let last = words.split_whitespace().last();
        last.is_some_and(|last| Some(last.to_lowercase()) == source.head)
    }

    fn mention(&self, candidate: &Candidate) -> Span {
        let scene = self.reading.scenes.get(candidate.mention.scene);
        let mention = self.reading.mention(candidate.mention);
        let both = scene.zip(mention);
        both.map_or_else(Span::default, |(scene, mention)| {
            scene.passage.span(mention.tokens.clone())
        })
    }
}
