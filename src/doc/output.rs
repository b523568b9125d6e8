//! Output: what programs print, told from prose where it has no colours: logs, listings, differences, data, code.
//!
//! Its lines are kept. No sign of one line decides: every line is *set*, *prose* or neither, and most have to be set and hardly any prose. In
//! doubt a text is prose.
//!
//! | a line is set that | such as |
//! |---|---|
//! | has columns with the line above or below | `1998     12` |
//! | begins with a time as logs have it, a place in a file, an option, a key or a name that is given a value | `src/a.rs:4: x`, `width = 70` |
//! | is made of signs, numbers and words that are none | `-rw-r--r-- 1 root` |
//! | ends as lines of code do | `fn main() {` |

use super::columns::Gaps;

/// How texts begin that are surely printed by a program, or read by one.
const BEGINNINGS: &[&str] = &[
    "diff --git ",
    "Traceback (most recent call last)",
    "Exception in thread ",
    "#!/",
    "<?php",
];

/// Fewest lines of names alone that are a listing.
const FEWEST_NAMES: usize = 5;

/// Whether a text begins as only what programs print does.
pub(super) fn begins_as_output(text: &str) -> bool {
    let text = text.trim_start();
    let commit = text.strip_prefix("commit ");
    let hash = commit.and_then(|it| it.split(char::is_whitespace).next());
    BEGINNINGS.iter().any(|it| text.starts_with(it))
        || hash.is_some_and(|it| it.len() == 40 && is_hash(it))
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
    set >= 2 && is_set && 5 * prose <= set || is_listing(&filled, set) || is_separated(&filled)
}

/// Whether every line is one name, and some are such as people do not give.
fn is_listing(lines: &[&str], set: usize) -> bool {
    let is_name = |line: &&str| line.split_whitespace().nth(1).is_none();
    lines.len() >= FEWEST_NAMES && 4 * set >= lines.len() && lines.iter().all(is_name)
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

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Blank,
    /// Its end means something.
    Set,
    /// It goes on in the next.
    Prose,
    Doubtful,
}

fn classify(lines: &[&str]) -> Vec<Line> {
    let gaps: Vec<_> = lines.iter().map(|line| Gaps::of(line)).collect();
    let alone: Vec<_> = lines.iter().map(|line| Line::alone(line.trim())).collect();
    let pair = |at: usize| {
        let is_prose =
            alone.get(at) == Some(&Line::Prose) && alone.get(at + 1) == Some(&Line::Prose);
        gaps.get(at)
            .zip(gaps.get(at + 1))
            .is_some_and(|(one, other)| one.are_aligned(other, is_prose))
    };
    let pairs: Vec<_> = (0..lines.len()).map(pair).collect();
    let is_aligned =
        |at: usize| pairs.get(at) == Some(&true) || at > 0 && pairs.get(at - 1) == Some(&true);
    let line = |(at, &line): (usize, &Line)| if is_aligned(at) { Line::Set } else { line };
    alone.iter().enumerate().map(line).collect()
}

impl Line {
    /// What a line is by itself.
    fn alone(line: &str) -> Self {
        if line.is_empty() {
            return Self::Blank;
        }
        let words = Words::of(line);
        let all = words.plain + words.numbers + words.odd;
        let ends_as_code = line.ends_with(['{', '}', ';', '\\', '(', '=', '[', '|']);
        let is_odd = match all {
            0 => false,
            1..3 => 2 * words.odd >= all,
            _ => 3 * words.odd >= all,
        };
        if begins_set(line) || all > 0 && (ends_as_code || is_odd || words.plain == 0) {
            return Self::Set;
        }
        let is_long = words.plain >= 5 && 8 * words.odd <= all && 4 * words.numbers <= all;
        let ends_sentence = line.ends_with(['.', '?', '!', ':', '”', '"', '。', '？']);
        let is_sentence = words.plain >= 3 && words.odd == 0 && ends_sentence;
        // Scripts without spaces have few words in a line, and many letters.
        let is_written = line
            .chars()
            .filter(|c| !c.is_ascii() && c.is_alphabetic())
            .nth(14)
            .is_some();
        if !line.starts_with('#') && (is_long || is_sentence || is_written) {
            Self::Prose
        } else {
            Self::Doubtful
        }
    }
}

/// The words of a line by their kinds.
#[derive(Default)]
struct Words {
    plain: usize,
    numbers: usize,
    /// Names for machines, paths, options, operators.
    odd: usize,
}

impl Words {
    fn of(line: &str) -> Self {
        let mut words = Self::default();
        for word in line.split_whitespace() {
            let core = word.trim_matches(is_mark);
            if is_option(word) {
                words.odd += 1;
            } else if !core.contains(char::is_alphanumeric) {
                words.odd +=
                    usize::from(word.contains(['{', '}', '=', '|', '\\', '#', '$', '@', '`']));
            } else if is_number(core) {
                words.numbers += 1;
            } else if is_odd(core) {
                words.odd += 1;
            } else {
                words.plain += 1;
            }
        }
        words
    }
}

/// Marks around words of prose.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '„'
            | '('
            | ')'
            | '['
            | ']'
            | '*'
            | '.'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '–'
            | '—'
            | '-'
            | '¿'
            | '¡'
            | '<'
            | '>'
    )
}

/// Signs within a word that is none.
fn is_operator(c: char) -> bool {
    matches!(
        c,
        '_' | '/'
            | '\\'
            | '='
            | '<'
            | '>'
            | '{'
            | '}'
            | '['
            | ']'
            | '('
            | ')'
            | '|'
            | '@'
            | '#'
            | '$'
            | '^'
            | '&'
            | '*'
            | '~'
            | '`'
            | '+'
            | ':'
            | ';'
            | '"'
    )
}

/// `-v`, `--verbose`
fn is_option(word: &str) -> bool {
    let name = word.strip_prefix("--").or(word.strip_prefix('-'));
    name.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Digits with at most two letters: `12.5`, `7th`, `8K`, `10:22`.
fn is_number(word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || !c.is_ascii() || ".,:'/-%$+".contains(c);
    word.contains(|c: char| c.is_ascii_digit())
        && word.chars().filter(char::is_ascii_alphabetic).count() <= 2
        && word.chars().all(is_part)
}

/// Whether a word is such as nobody says: it holds signs, letters and digits, or a point between letters.
fn is_odd(word: &str) -> bool {
    let has = |is: fn(&char) -> bool| word.chars().any(|c| is(&c));
    let has_point = || {
        let parts: Vec<_> = word.split('.').collect();
        let ends =
            |part: &str| part.len() >= 2 && part.bytes().all(|it| it.is_ascii_alphanumeric());
        parts.windows(2).any(|it| ends(it[0]) && ends(it[1]))
    };
    word.contains(is_operator)
        || has(char::is_ascii_alphabetic) && has(char::is_ascii_digit)
        || has_point()
}

/// Whether a line begins as no sentence does.
fn begins_set(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    is_option(first)
        || is_mode(first)
        || is_stamp(line)
        || is_change(first)
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
    has("0000-00-00T00:00:00") || has("Aaa 90 00:00:00 ")
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

fn is_hash(word: &str) -> bool {
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

/// `"name": …`, `name: …`, `- name: …`: a key as data has it, in small letters.
fn is_member(line: &str) -> bool {
    if let Some(quoted) = line.strip_prefix('"') {
        return quoted
            .split_once('"')
            .is_some_and(|(name, rest)| !name.is_empty() && rest.starts_with(':'));
    }
    let line = line.strip_prefix("- ").unwrap_or(line);
    let Some((name, rest)) = line.split_once(':') else {
        return false;
    };
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || b"_-.".contains(&it))
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

#[cfg(test)]
mod tests;
