//! Code: what stands between quotation marks for machines, not because somebody said it.
//!
//! A path, an address, a file name, an identifier, a key before its value, and whatever stands in a template: blogs and manuals show them
//! in running text.

use crate::article::reading::passage::Passage;
use crate::text::{head, tail};

/// Whether the words between a pair of marks are code.
pub(super) fn is_code(passage: &Passage<'_>, pair: usize) -> bool {
    let words = passage.quote(pair);
    let is_one = !words.contains(char::is_whitespace);
    is_one && (is_path(words) || is_identifier(words) || is_key(passage, pair))
        || is_in_template(passage, pair)
}

/// `/a/b`, `a/b.png`, `https://a.b`, `C:\a`, `a.html`, `user@a`
fn is_path(word: &str) -> bool {
    let slashes = word.matches('/').count();
    word.contains(['\\', '@', '=', '<', '>', '{', '}'])
        || word.starts_with('/')
        || word.ends_with('/')
        || slashes > 1
        || has_file_ending(word)
}

/// Whether a full stop stands between two words that could be a file and its ending, or a thing and its part: no `U.S.` and no `a.m.`
fn has_file_ending(word: &str) -> bool {
    const SHORTEST: usize = 2;
    word.rsplit_once('.').is_some_and(|(stem, ending)| {
        let is_small = ending.chars().all(|c| c.is_ascii_lowercase());
        is_small && ending.len() >= SHORTEST && stem.ends_with(char::is_alphanumeric)
    })
}

/// `snake_case`, `camelCase`, `call()`
fn is_identifier(word: &str) -> bool {
    let is_inner = |at: usize| at > 0 && at + 1 < word.len();
    let has_capital_inside = word.starts_with(char::is_lowercase)
        && word.contains(char::is_uppercase)
        && word.chars().all(char::is_alphanumeric);
    word.find('_').is_some_and(is_inner) || has_capital_inside || word.ends_with("()")
}

/// `"name": 1`
fn is_key(passage: &Passage<'_>, pair: usize) -> bool {
    let end = passage.pairs.get(pair).map_or(0, |pair| pair.outer.end);
    let starts_small = passage.quote(pair).starts_with(char::is_lowercase);
    starts_small && tail(passage.prose.as_str(), end).starts_with(':')
}

/// Whether a pair of marks stands in `{{ … }}` or `{% … %}`.
fn is_in_template(passage: &Passage<'_>, pair: usize) -> bool {
    const REACH: usize = 200;
    let start = passage.pairs.get(pair).map_or(0, |pair| pair.outer.start);
    let before = tail(
        head(passage.prose.as_str(), start),
        start.saturating_sub(REACH),
    );
    let is_open = |open: &str, close: &str| before.rfind(open) > before.rfind(close);
    before.contains('{') && (is_open("{{", "}}") || is_open("{%", "%}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::reading::testing;

    /// Whether each pair of marks in a text is code.
    #[track_caller]
    fn check(text: &str, expected: &[bool]) {
        let found = testing::passage(text, |passage, _| {
            let pairs = 0..passage.pairs.len();
            pairs.map(|pair| is_code(passage, pair)).collect::<Vec<_>>()
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn paths_addresses_and_files_are_code() {
        check("“/2020/05/a/” ‘a/b.png’ “https://a.org/b”", &[true; 3]);
        check("“a.html” “page.url” “C:\\a.exe” “lee@kent.org”", &[true; 4]);
    }

    #[test]
    fn identifiers_and_keys_are_code() {
        check("“max_size” “className” “run()” “size”: 1", &[true; 4]);
    }

    #[test]
    fn templates_are_code() {
        check("{{ team[“ann lee”] }} “ann lee”", &[true, false]);
        check("{% card title=2 “my card” %} “my card”", &[true, false]);
    }

    #[test]
    fn words_are_no_code() {
        check(
            "“U.S.” “a.m.” “and/or” “no...” “$5” “_no_” “pro-Kent”",
            &[false; 7],
        );
        check("“No”: he left. “He said so.No.”", &[false; 2]);
    }
}
