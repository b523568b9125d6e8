//! Formulas, which are shown as they are written.
//!
//! What stands between dollar signs is one where it looks so; prices are more frequent. So is what stands in brackets with strokes before them,
//! where other Markdown has brackets alone.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{OPTIONS, Reader};
use crate::doc::run::Shown;
use crate::text::formula;
use crate::text::num;
use crate::text::span::Span;

impl Reader<'_> {
    /// Reads what is shown as it is written, a formula with its dollar signs; `gap` stands between its lines.
    pub(super) fn verbatim(&mut self, span: Span, gap: Shown) {
        let mut at = span.start;
        let mut above: Option<u32> = None;
        for raw in self.builder.text(span).split_inclusive('\n') {
            let words = raw.trim_start_matches(['>', ' ', '\t']).trim_end(); // a quotation marks each of its lines
            let start = at + num::offset(raw.find(words).unwrap_or(0));
            if let Some(above) = above {
                self.inline(Span::new(above, start), gap);
            }
            let end = start + num::offset(words.len());
            self.inline(Span::new(start, end), Shown::Source);
            above = Some(end);
            at += num::offset(raw.len());
        }
    }

    /// Reads the formula that begins with the bracket at the start of `span`, if one does: then what is read before its end is a part of it.
    pub(super) fn bracketed(&mut self, span: Span) -> bool {
        let start = span.start.saturating_sub(1);
        let text = crate::text::head(self.builder.text_from(start), formula::LONGEST);
        let line = text.find('\n').unwrap_or(text.len());
        let paragraph = self.paragraph_end.saturating_sub(start) as usize;
        let text = crate::text::head(text, line.max(paragraph));
        let Some(length) = formula::bracketed(text) else {
            return false;
        };
        let is_apart = text.starts_with(r"\[");
        let gap = if is_apart { Shown::Break } else { Shown::Space };
        self.formula_end = start + num::offset(length);
        self.verbatim(Span::new(start, self.formula_end), gap);
        self.behind_formula(span);
        true
    }

    /// Reads what `span` has behind a formula that it has a part of.
    pub(super) fn behind_formula(&mut self, span: Span) {
        if span.end > self.formula_end {
            self.inline(Span::new(self.formula_end, span.end), Shown::Source);
        }
    }

    /// Reads what stands between two dollar signs that mean money. Over several lines no markup is looked for in it.
    pub(super) fn prices(&mut self, span: Span) {
        let text = self.builder.text(span);
        if text.contains('\n') {
            return self.verbatim(span, Shown::Space);
        }
        for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
            if !matches!(
                event,
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
            ) {
                self.read(event, Span::of(range).shift(span.start));
            }
        }
    }
}
