//! Directives that fold an answer away under its question, in the dialects of Markdown that have them.
//!
//! `.. question:: Why?`, `??? question "Why?"`, `::: details Why?`. Only their first line is understood: what follows is text as it
//! stands.

use std::ops::Range;

/// Directives whose title is a question, or what is shown of something folded away.
const NAMES: &[&str] = &[
    "accordion",
    "collapse",
    "details",
    "dropdown",
    "faq",
    "qa",
    "question",
    "spoiler",
    "toggle",
];

/// What stands before the name, and behind it.
const MARKS: &[(&str, &str)] = &[
    (".. ", "::"),
    ("???+", ""),
    ("???", ""),
    (":::", ""),
    ("!!!", ""),
];

/// The title of the directive that a paragraph begins with, in its first line.
pub(super) fn title(text: &str) -> Option<Range<usize>> {
    let line = text.lines().next()?;
    let is_mark = |mark: &&(&str, &str)| line.starts_with(mark.0);
    let (before, behind) = MARKS.iter().find(is_mark)?;
    let rest = crate::text::tail(line, before.len()).trim_start();
    let name = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let is_known = NAMES.contains(&crate::text::head(rest, name));
    let words = crate::text::tail(rest, name).strip_prefix(behind)?;
    let title = words.trim_start();
    let is_apart = title.len() < words.len();
    let start = line.len() - title.len();
    let title = title.trim_end();
    let inner = title.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    let range = match inner {
        Some(inner) => start + 1..start + 1 + inner.len(),
        None => start..start + title.len(),
    };
    (is_known && is_apart && !range.is_empty()).then_some(range)
}

/// Whether a line under a directive says how it is set: `:open:`.
pub(super) fn is_option(line: &str) -> bool {
    let name = line
        .trim()
        .strip_prefix(':')
        .and_then(|it| it.split_once(':'));
    name.is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_read_from_several_dialects() {
        for (line, expected) in [
            (".. question:: Why?", Some("Why?")),
            ("??? question \"Why?\"", Some("Why?")),
            ("::: details Why?", Some("Why?")),
            (":::details Why?", Some("Why?")),
            (".. toc:: Contents", None),
            (".. question::", None),
            ("!!! note \"So\"", None),
            ("question: Why?", None),
        ] {
            let found = title(line).map(|range| crate::text::cut(line, range));
            assert_eq!(found, expected, "{line}");
        }
        assert!(is_option("  :level: 3") && !is_option(": no") && !is_option("so: no"));
    }
}
