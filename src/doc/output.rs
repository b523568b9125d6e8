//! Output: what programs print, told from prose where it has no colours: logs, listings, differences, data, code.
//!
//! Its lines are kept. No sign of one line decides: every line is *set*, *prose* or neither, and most have to be set and hardly any prose. In
//! doubt a text is prose.
//!
//! | a line is set that | such as |
//! |---|---|
//! | has columns with the line above or below | `1998     12` |
//! | begins as the line above or below, with a word that is none | `==912== at main` |
//! | has a key that ends where that of the line above or below does | `   Size: 12` |
//! | begins with a time or a degree as logs have it, a fault, a place in a file, an option, a key or a name that is given a value | `INFO ready`, `src/a.rs:4: x` |
//! | is made of signs, numbers and words that are none | `-rw-r--r-- 1 root` |
//! | ends as lines of code do | `fn main() {` |

mod beginning;
mod line;
mod words;

use beginning::is_hash;
use line::{Line, classify};

/// How texts begin that are surely printed by a program, or read by one.
const BEGINNINGS: &[&str] = &[
    "diff --git ",
    "Traceback (most recent call last)",
    "Exception in thread ",
    "#!/",
    "<?php",
    "Reading package lists... ",
    "default via ",
];

/// Fewest lines of names alone that are a listing.
const FEWEST_NAMES: usize = 5;

/// Whether a text begins as only what programs print does.
pub(super) fn begins_as_output(text: &str) -> bool {
    let text = text.trim_start();
    let commit = text.strip_prefix("commit ");
    let hash = commit.and_then(|it| it.split(char::is_whitespace).next());
    let line = text.lines().next().unwrap_or_default().trim_end();
    BEGINNINGS.iter().any(|it| text.starts_with(it))
        || hash.is_some_and(|it| it.len() == 40 && is_hash(it))
        || manual_page(line).is_some()
        || is_usage(line)
        || is_status(line)
}

/// The name of a manual page, which its first line has at both ends: `LS(1)    User Commands    LS(1)`.
pub(super) fn manual_page(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    let name = words.next()?;
    let (command, section) = name.strip_suffix(')')?.split_once('(')?;
    let is_name = !command.is_empty()
        && section.starts_with(|c: char| c.is_ascii_digit())
        && words.next_back() == Some(name);
    is_name.then_some(name)
}

/// How a program is called: `usage: ls [OPTION]... [FILE]...`
fn is_usage(line: &str) -> bool {
    let call = ["usage: ", "Usage: "]
        .iter()
        .find_map(|it| line.strip_prefix(it));
    call.is_some_and(|call| call.contains(['[', '<', '{']))
}

/// What git says first of the files it watches over: `On branch main`
fn is_status(line: &str) -> bool {
    let name = line
        .strip_prefix("On branch ")
        .or(line.strip_prefix("HEAD detached at "));
    name.is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace))
}

/// Whether a text is what a program prints, by its lines.
pub(super) fn is_output(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let filled: Vec<&str> = lines
        .iter()
        .copied()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let kinds = classify(&lines);
    let count = |kind| kinds.iter().filter(|it| **it == kind).count();
    let (all, set, prose) = (filled.len(), count(Line::Set), count(Line::Prose));
    let is_set = if all > 2 { 2 * set >= all } else { set == all };
    set >= 2 && is_set && 4 * prose <= set || is_listing(&filled) || is_separated(&filled)
}

/// Whether every line is one name. Scripts without spaces have sentences that look so.
fn is_listing(lines: &[&str]) -> bool {
    let is_name = |line: &&str| line.is_ascii() && line.split_whitespace().nth(1).is_none();
    lines.len() >= FEWEST_NAMES && lines.iter().all(is_name)
}

/// Whether the lines are cells with commas, semicolons, bars or tabs between them, nearly always the same number of cells.
fn is_separated(lines: &[&str]) -> bool {
    let [first, _, _, ..] = lines else {
        return false;
    };
    let is_such = |sign: char| {
        let cells = first.matches(sign).count();
        let same = lines
            .iter()
            .filter(|line| line.matches(sign).count() == cells);
        cells >= 2 && 10 * same.count() >= 9 * lines.len()
    };
    !first.contains(", ") && [',', ';', '|', '\t'].into_iter().any(is_such)
}

#[cfg(test)]
mod tests;
