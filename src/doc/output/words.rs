//! The words of a line by their kinds: those that people say, numbers, and what is neither.

/// The words of a line by their kinds.
#[derive(Default)]
pub(super) struct Words {
    pub(super) plain: usize,
    pub(super) numbers: usize,
    /// Names for machines, paths, options, operators.
    pub(super) odd: usize,
}

impl Words {
    pub(super) fn of(line: &str) -> Self {
        let mut words = Self::default();
        for word in line.split_whitespace() {
            let core = word.trim_matches(is_mark);
            if is_option(word) {
                words.odd += 1;
            } else if !core.contains(char::is_alphanumeric) {
                words.odd +=
                    usize::from(word.contains(['{', '}', '=', '|', '\\', '#', '$', '@', '`']));
            } else if is_version(core) {
                words.odd += 1;
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
pub(super) fn is_mark(c: char) -> bool {
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
pub(super) fn is_option(word: &str) -> bool {
    let name = word.strip_prefix("--").or(word.strip_prefix('-'));
    name.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Digits with at most two letters: `12.5`, `7th`, `8K`, `10:22`.
pub(super) fn is_number(word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || !c.is_ascii() || ".,:'/-%$+".contains(c);
    word.contains(|c: char| c.is_ascii_digit())
        && word.chars().filter(char::is_ascii_alphabetic).count() <= 2
        && word.chars().all(is_part)
}

/// The number of a version, or of a computer: `v1.2.0`, `192.0.2.1`, `52:54:00:12:34:56`.
fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix('v').unwrap_or(word);
    let has = |sign: char, times: usize| digits.matches(sign).count() >= times;
    digits.starts_with(|c: char| c.is_ascii_digit())
        && (digits.len() < word.len() && has('.', 1) || has('.', 3) || has(':', 3))
}

/// Whether a word is such as nobody says: it holds signs, letters and digits, or a point between letters.
pub(super) fn is_odd(word: &str) -> bool {
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
