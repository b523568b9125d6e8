//! Keys, as they are written in help and in configuration: `j`, `Ctrl-d`, `Alt-Right`, `Space`.

use std::fmt;

/// A key with its modifiers. Shift is part of the character (`G`), but for keys that have none (`Shift-Tab`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they are named as on the keyboard")]
pub enum Code {
    Char(char),
    Function(u8),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Enter,
    Esc,
    Tab,
    ShiftTab,
    Backspace,
    Delete,
}

/// The names of the keys that have one.
const NAMES: &[(&str, Code)] = &[
    ("Space", Code::Char(' ')),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::ShiftTab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
];

impl Key {
    /// A key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// A character.
    pub fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// Whether it is a digit alone.
    pub fn is_digit(self) -> bool {
        matches!(self.code, Code::Char('0'..='9')) && !self.ctrl && !self.alt
    }

    /// Reads one key as it is written. Names may be written in any case.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = after(text, "Ctrl-") {
            return Self::parse(rest).map(|key| Self { ctrl: true, ..key }.as_sent());
        }
        if let Some(rest) = after(text, "Alt-") {
            return Self::parse(rest).map(|key| Self { alt: true, ..key });
        }
        let named = |(name, _): &&(&str, Code)| name.eq_ignore_ascii_case(text);
        if let Some(&(_, code)) = NAMES.iter().find(named) {
            return Some(Self::plain(code));
        }
        if let Some(number) = text
            .strip_prefix('F')
            .and_then(|number| number.parse().ok())
        {
            return Some(Self::plain(Code::Function(number)));
        }
        let mut chars = text.chars();
        chars
            .next()
            .filter(|_| chars.next().is_none())
            .map(Self::char)
    }

    /// The key that a terminal sends for it: with Ctrl some keys are the same as others, and capitals as small letters.
    fn as_sent(self) -> Self {
        let code = match self.code {
            Code::Char('i' | 'I') => Code::Tab,
            Code::Char('j' | 'J' | 'm' | 'M') => Code::Enter,
            Code::Char('h' | 'H') => Code::Backspace,
            Code::Char('[') => Code::Esc,
            Code::Char(c) => {
                let code = Code::Char(c.to_ascii_lowercase());
                return Self { code, ..self };
            }
            _ => return self,
        };
        Self {
            code,
            ctrl: false,
            ..self
        }
    }

    /// Reads a chord: keys with spaces between them (`Ctrl-x k`), of which two characters need none (`ZZ`).
    pub fn parse_chord(text: &str) -> Option<Vec<Self>> {
        let mut keys = Vec::new();
        for word in text.split_whitespace() {
            match Self::parse(word) {
                Some(key) => keys.push(key),
                None if word.chars().count() == 2 => keys.extend(word.chars().map(Self::char)),
                None => return None,
            }
        }
        (!keys.is_empty()).then_some(keys)
    }

    /// A chord as it is written: with spaces, but for two characters that can be told apart without (`ZZ`).
    pub fn write_chord(keys: &[Self]) -> String {
        let written: Vec<_> = keys.iter().map(Self::to_string).collect();
        let joined = written.concat();
        if Self::parse_chord(&joined).is_some_and(|read| read == keys) {
            joined
        } else {
            written.join(" ")
        }
    }

    /// The names of the keys that have one.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|&(name, _)| name)
    }
}

/// What follows a prefix, whose letters may be of any case.
fn after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    (head.eq_ignore_ascii_case(prefix) && !rest.is_empty()).then_some(rest)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if let Some((name, _)) = NAMES.iter().find(|&&(_, code)| code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(c) => write!(f, "{c}"),
            Code::Function(number) => write!(f, "F{number}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_read() {
        for text in [
            "j",
            "G",
            "%",
            "-",
            "Space",
            "Ctrl-d",
            "Alt-Right",
            "F1",
            "F12",
            "Shift-Tab",
            "Ctrl-Alt-x",
            "é",
        ] {
            assert_eq!(Key::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Key::parse("Nonsense"), None);
    }

    #[test]
    fn keys_that_a_terminal_cannot_tell_apart_are_the_same() {
        for (written, sent) in [
            ("Ctrl-i", "Tab"),
            ("ctrl-M", "Enter"),
            ("Ctrl-j", "Enter"),
            ("Ctrl-h", "Backspace"),
            ("Ctrl-[", "Esc"),
            ("Ctrl-D", "Ctrl-d"),
            ("pagedown", "PageDown"),
        ] {
            assert_eq!(Key::parse(written), Key::parse(sent), "{written}");
        }
    }

    #[test]
    fn chords_are_several_keys_and_written_as_they_are_read() {
        for (written, count) in [
            ("ZZ", 2),
            ("gg", 2),
            ("''", 2),
            ("Tab", 1),
            ("Ctrl-x Ctrl-c", 2),
            ("g Space", 2),
            ("U p", 2),
            ("F 1", 2),
            ("-x", 2),
            ("a b c", 3),
        ] {
            let keys = Key::parse_chord(written).unwrap();
            assert_eq!(
                (keys.len(), Key::write_chord(&keys)),
                (count, written.to_owned())
            );
        }
        assert_eq!(Key::parse_chord("g g"), Key::parse_chord("gg"));
        for nonsense in ["Ctrl-", "", " ", "C-x", "Entr"] {
            assert_eq!(Key::parse_chord(nonsense), None, "{nonsense:?}");
        }
    }
}
