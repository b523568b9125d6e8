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

    /// Reads one key as it is written.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("Ctrl-") {
            return Self::parse(rest).map(|key| Self { ctrl: true, ..key });
        }
        if let Some(rest) = text.strip_prefix("Alt-") {
            return Self::parse(rest).map(|key| Self { alt: true, ..key });
        }
        if let Some(&(_, code)) = NAMES.iter().find(|(name, _)| *name == text) {
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

    /// Reads a chord: one key by its name, or several characters typed one after the other (`ZZ`).
    pub fn parse_chord(text: &str) -> Option<Vec<Self>> {
        match Self::parse(text) {
            Some(key) => Some(vec![key]),
            None if text.chars().all(|c| c.is_ascii_graphic()) && !text.contains('-') => {
                Some(text.chars().map(Self::char).collect())
            }
            None => None,
        }
    }
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
    fn chords_are_several_keys() {
        assert_eq!(
            Key::parse_chord("ZZ"),
            Some(vec![Key::char('Z'), Key::char('Z')])
        );
        assert_eq!(Key::parse_chord("Tab"), Some(vec![Key::plain(Code::Tab)]));
        assert_eq!(Key::parse_chord("Ctrl-"), None);
    }
}
