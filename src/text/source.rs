//! The reading text: what all spans count in.

use std::sync::OnceLock;

use super::span::Span;

/// The text of an article as it is read, and the one place that slices it by [`Span`].
///
/// For plain text and Markdown this is the decoded file itself.
#[derive(Debug, Default)]
pub struct SourceText {
    text: String,
    lines: OnceLock<Vec<u32>>,
}

impl SourceText {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self {
            text,
            lines: OnceLock::new(),
        }
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Length in bytes.
    pub fn len(&self) -> u32 {
        super::num::offset(self.text.len())
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text that `span` names; empty when the span is none of this text.
    pub fn slice(&self, span: Span) -> &str {
        super::cut(&self.text, span.range())
    }

    /// The 1-based line of the source that holds the byte `at`. The first call reads the text once.
    pub fn line(&self, at: u32) -> usize {
        let lines = self.lines.get_or_init(|| {
            memchr::memchr_iter(b'\n', self.text.as_bytes())
                .map(super::num::offset)
                .collect()
        });
        lines.partition_point(|&end| end < at) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one_and_end_with_their_break() {
        let text = SourceText::new("a\nbc\n\nd".to_owned());
        let lines: Vec<_> = (0..=7).map(|at| text.line(at)).collect();
        assert_eq!(lines, [1, 1, 2, 2, 2, 3, 4, 4]);
    }

    #[test]
    fn a_span_that_cuts_a_character_is_empty() {
        let text = SourceText::new("é".to_owned());
        assert_eq!(text.slice(Span::new(0, 1)), "");
        assert_eq!(text.slice(Span::new(0, 9)), "");
        assert_eq!(text.slice(Span::new(0, 2)), "é");
    }
}
