//! What lines begin with that no sentence does.

use super::words::is_option;

/// How firmly a program says something, in capitals before it.
const DEGREES: &[&str] = &[
    "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL",
];

/// Whether a line begins as no sentence does.
pub(super) fn begins_set(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let branch = line.trim_start_matches(['*', '|', '/', '\\', '_', ' ']);
    let change = branch.split_whitespace().next().unwrap_or_default();
    is_option(first)
        || is_mode(first)
        || is_stamp(line)
        || is_degree(first)
        || is_fault(line)
        || is_change(change)
        || is_place(first)
        || is_member(line)
        || is_value(line)
}

/// `2024-01-12T10:22:33`, `[2024-01-12 10:22:33]`, `Jan 12 10:22:33 `
fn is_stamp(line: &str) -> bool {
    let line = line.strip_prefix('[').unwrap_or(line);
    let has = |shape: &str| {
        let pairs = shape.chars().zip(line.chars());
        line.len() >= shape.len()
            && pairs.into_iter().all(|(shape, c)| match shape {
                '0' => c.is_ascii_digit(),
                '9' => c.is_ascii_digit() || c == ' ',
                'A' => c.is_ascii_uppercase(),
                'a' => c.is_ascii_lowercase(),
                '-' => matches!(c, '-' | '/'),
                'T' => matches!(c, 'T' | ' '),
                other => c == other,
            })
    };
    has("0000-00-00T00:00:00") || has("00-Aaa-0000 00:00:00") || has("Aaa 90 00:00:00 ")
}

/// What stands behind the time of the day that a line begins with, with its seconds: `[10:22:33] `, `10:22:33.123 `. Recordings of talk have such
/// times as well.
pub(super) fn behind_clock(line: &str) -> Option<&str> {
    let (time, behind) = line.split_once(' ')?;
    let time = time
        .strip_prefix('[')
        .and_then(|it| it.strip_suffix(']'))
        .unwrap_or(time);
    let is_part = |part: &str| {
        part.len() >= 2
            && part
                .bytes()
                .all(|it| it.is_ascii_digit() || it == b'.' || it == b',')
    };
    let parts = || time.split(':');
    (parts().count() == 3 && parts().all(is_part)).then_some(behind.trim_start())
}

/// `INFO`, `[WARN]`, `ERROR:root:`
fn is_degree(word: &str) -> bool {
    let word = word.trim_start_matches('[');
    let end = word.find([']', ':']).unwrap_or(word.len());
    DEGREES.contains(&crate::text::head(word, end))
}

/// What went wrong: `Traceback (most recent call last):`, `Caused by: …`, `KeyError: 'a'`
fn is_fault(line: &str) -> bool {
    let kind = line.split_once(": ").map(|(kind, _)| kind);
    line.starts_with("Traceback (most recent call last)")
        || line.starts_with("Caused by: ")
        || kind.is_some_and(|kind| {
            let is_kind = ["Error", "Exception"]
                .iter()
                .any(|end| kind.strip_suffix(end).is_some_and(|it| !it.is_empty()));
            is_kind && !kind.contains(char::is_whitespace)
        })
}

/// What may be done with a file: `-rw-r--r--`
fn is_mode(word: &str) -> bool {
    word.len() >= 10
        && word.starts_with(['-', 'd', 'l', 'b', 'c', 'p', 's'])
        && word
            .bytes()
            .skip(1)
            .take(9)
            .all(|it| b"-rwxsStT".contains(&it))
}

/// The short number of a version: `7d3a9f1`
fn is_change(word: &str) -> bool {
    (7..=40).contains(&word.len())
        && is_hash(word)
        && word.contains(|c: char| c.is_ascii_digit())
        && word.contains(|c: char| c.is_ascii_lowercase())
}

pub(super) fn is_hash(word: &str) -> bool {
    word.bytes()
        .all(|it| it.is_ascii_digit() || matches!(it, b'a'..=b'f'))
}

/// A line of a file: `src/main.rs:12:`
fn is_place(word: &str) -> bool {
    let mut parts = word.split(':');
    let path = parts.next().unwrap_or_default();
    let is_line = parts
        .next()
        .is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
    path.contains(['/', '.']) && is_line && parts.next().is_some()
}

/// `"name": …`, `name: …`, `- name: …`, `1: name: …`: a key as data has it, in small letters.
fn is_member(line: &str) -> bool {
    if let Some(quoted) = line.strip_prefix('"') {
        return quoted
            .split_once('"')
            .is_some_and(|(name, rest)| !name.is_empty() && rest.starts_with(':'));
    }
    let line = line
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .strip_prefix(": ")
        .or(line.strip_prefix("- "))
        .unwrap_or(line);
    let Some((name, rest)) = line.split_once(':') else {
        return false;
    };
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || b"_-.@".contains(&it))
        && (rest.is_empty() || rest.starts_with(' '))
        && !line.ends_with(['.', '?', '!'])
}

/// `name = value`, `NAME=value`
fn is_value(line: &str) -> bool {
    let Some((name, value)) = line.split_once('=') else {
        return false;
    };
    let name = name.trim_end_matches([' ', ':', '+']);
    !name.is_empty()
        && !value.trim().is_empty()
        && !value.starts_with('=')
        && name
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"_-.[]\"".contains(&it))
}
