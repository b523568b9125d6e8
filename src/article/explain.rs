//! Explanations: why what stands between quotation marks is a quote or is none, and why somebody is its speaker.
//!
//! They show what [`verdict`](super::quote::verdict) and [`evidence`](super::speaker::evidence) weighed, in the names that the tables
//! there have, and nothing else: an explanation is the decision itself.

use super::chapter::Chapter;
use super::chapters;
use super::quote::said::{Judgement, said};
use super::reading::{OnDemand, Reading};
use super::section::Outline;
use super::speaker::attribution;
use super::speaker::candidate::Candidate;
use crate::doc::Document;
use crate::text::span::Span;

/// Why a stretch between quotation marks is a quote or is none, and who could have said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The words inside the marks.
    pub span: Span,
    /// Whether they are a quote.
    pub is_quote: bool,
    /// What speaks for that and against it.
    pub reasons: Vec<Reason>,
    /// All who could have said it, the likeliest first.
    pub candidates: Vec<Choice>,
}

/// Somebody who could have said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What stands in the text.
    pub mention: Span,
    /// Whom it means.
    pub name: String,
    /// Whether this is the speaker.
    pub is_speaker: bool,
    /// What speaks for it and against it.
    pub reasons: Vec<Reason>,
}

/// A row of a table of weights that counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What was seen, in words: `touches after + say`.
    pub name: String,
    /// What it weighs.
    pub weight: f32,
}

impl Choice {
    /// What all reasons weigh together.
    pub fn weight(&self) -> f32 {
        self.reasons.iter().map(|reason| reason.weight).sum()
    }
}

/// Explains every stretch between quotation marks, in reading order.
pub fn explain(document: &Document, outline: &Outline) -> Vec<Explanation> {
    let mut explanations = Vec::new();
    for chapter in chapters(document, outline) {
        let chapter = Chapter::new(document, chapter);
        let reading = OnDemand::new(&chapter);
        if reading.has_pairs() {
            let reading = reading.get();
            said(reading, |judgement| {
                explanations.extend(explanation(reading, judgement));
            });
        }
    }
    explanations
}

fn explanation(reading: &Reading<'_>, judgement: &Judgement) -> Option<Explanation> {
    let (first, pair) = reading.pair(judgement.stretch.first)?;
    let (last, last_pair) = reading.pair(judgement.stretch.last)?;
    let start = first.passage.prose.span(pair.inner.clone());
    let end = last.passage.prose.span(last_pair.inner.clone());
    let signs = judgement.verdict.signs.rows();
    let mut candidates: Vec<_> = judgement
        .candidates
        .iter()
        .filter_map(|candidate| choice(reading, candidate, judgement.speaker))
        .collect();
    candidates.sort_by(|one, other| other.weight().total_cmp(&one.weight()));
    Some(Explanation {
        span: start.join(end),
        is_quote: judgement.verdict.is_quote,
        reasons: signs
            .map(|(signs, weight)| Reason::new(signs.iter_names().map(|it| it.0), weight))
            .collect(),
        candidates,
    })
}

fn choice(
    reading: &Reading<'_>,
    candidate: &Candidate,
    speaker: Option<Candidate>,
) -> Option<Choice> {
    let attribution = attribution(reading, candidate)?;
    let rows = candidate.evidence.rows();
    Some(Choice {
        mention: attribution.mention,
        name: attribution.name,
        is_speaker: speaker == Some(*candidate),
        reasons: rows
            .map(|row| Reason {
                name: row.evidence.words(),
                weight: row.weight,
            })
            .collect(),
    })
}

impl Reason {
    fn new(names: impl Iterator<Item = &'static str>, weight: f32) -> Self {
        let names: Vec<_> = names
            .map(|name| name.replace('_', " ").to_lowercase())
            .collect();
        Self {
            name: names.join(" + "),
            weight,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::annotate;
    use crate::doc::format::Format;

    fn read(text: &str) -> (Document, Outline) {
        let document = Document::read(text.to_owned(), Format::Text);
        let outline = Outline::of(&document);
        (document, outline)
    }

    /// The words, whether they are a quote, and who could have said them, each with the strongest reason.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (document, outline) = read(text);
        let strongest = |reasons: &[Reason]| {
            let strongest = reasons
                .iter()
                .max_by(|one, other| one.weight.abs().total_cmp(&other.weight.abs()));
            strongest.map_or(String::new(), |reason| reason.name.clone())
        };
        let shown = |it: &Explanation| {
            let choices = it
                .candidates
                .iter()
                .map(|choice| format!(" | {}: {}", choice.name, strongest(&choice.reasons)));
            let verdict = if it.is_quote { "quote" } else { "none" };
            let reason = strongest(&it.reasons);
            let choices: String = choices.collect();
            format!("{} | {verdict}: {reason}{choices}", document.slice(it.span))
        };
        let found: Vec<_> = explain(&document, &outline).iter().map(shown).collect();
        assert_eq!(found.join("\n"), expected, "{text}");
    }

    #[test]
    fn reasons_have_names() {
        check(
            "“We go,” Ann Lee said.",
            "We go, | quote: told | Ann Lee: touches after | Ann Lee: touches after",
        );
        check(
            "They saw “The Long Way.”",
            "The Long Way. | none: titled | they: before",
        );
    }

    #[test]
    fn explanations_and_quotes_agree() {
        let (document, outline) = read(
            "Ann Lee left. “We go,” she said, “now.”\n\n“It is late.” Bob Smith called it “a mess.” The film “Heat” was on.",
        );
        let quotes = annotate(&document, &outline).quotes;
        let speaker = |it: &Explanation| {
            let choice = it.candidates.iter().find(|choice| choice.is_speaker);
            (it.span, choice.map(|choice| choice.mention))
        };
        let explained: Vec<_> = explain(&document, &outline)
            .iter()
            .filter(|it| it.is_quote)
            .map(speaker)
            .collect();
        let found: Vec<_> = quotes
            .iter()
            .map(|quote| (quote.span, quote.speaker.as_ref().map(|it| it.mention)))
            .collect();
        assert_eq!(explained, found);
    }
}
