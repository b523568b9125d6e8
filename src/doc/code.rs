//! Code within prose: where in the source its text stands.
//!
//! What stands between the backticks is shown as it is, but for line breaks, which are spaces, and the marks of a quotation
//! around it, which begin its lines and are left out.

use crate::text::span::Span;

/// The bytes of `source`, a span of code with its backticks, that show `text`, one span a line; `None` where other signs do.
pub(super) fn lines(source: &str, text: &str) -> Option<Vec<Span>> {
    let ticks = source.len() - source.trim_start_matches('`').len();
    let inner = crate::text::cut(source, ticks..source.len().checked_sub(ticks)?);
    if text.is_empty() {
        return None;
    }
    if let Some(at) = inner.find(text) {
        let start = ticks + at;
        return Some(vec![Span::of(start..start + text.len())]);
    }
    let (mut rest, mut at, mut lines) = (text, ticks, Vec::new());
    for line in inner.split_inclusive('\n') {
        let unmarked = line.trim_start_matches([' ', '\t', '>']);
        let words = unmarked.trim_end();
        let start = at + (line.len() - unmarked.len());
        if !words.is_empty() {
            rest = rest.trim_start().strip_prefix(words)?;
            lines.push(Span::of(start..start + words.len()));
        }
        at += line.len();
    }
    rest.trim().is_empty().then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, text: &str, expected: Option<&[&str]>) {
        let found = lines(source, text);
        let shown = found.map(|lines| {
            let cut = |span: Span| crate::text::cut(source, span.range());
            lines.into_iter().map(cut).collect::<Vec<_>>()
        });
        assert_eq!(shown.as_deref(), expected, "{source:?}");
    }

    #[test]
    fn lines_of_code_are_found_behind_the_backticks() {
        check("`a b`", "a b", Some(&["a b"]));
        check("`a b\nc d`", "a b c d", Some(&["a b", "c d"]));
        check("`a\n> b`", "a b", Some(&["a", "b"]));
        check("`a \\| b`", "a | b", None);
        assert_eq!(lines("`` ` ``", "`"), Some(vec![Span::new(3, 4)]));
    }
}
