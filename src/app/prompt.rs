//! The prompt: one line that is typed.

use super::event::{Code, Key};

/// The longest line, in bytes: more than anybody searches for, and little enough to look for with every key.
const LONGEST: usize = 500;

/// What ends lines; terminals paste either.
const BREAKS: [char; 2] = ['\r', '\n'];

/// The keys that matter most while a line is typed, and what they do.
pub const KEYS: [(&str, &str); 3] = [
    ("Enter", "stay here"),
    ("Esc", "cancel"),
    ("Up Down", "earlier searches"),
];

/// The same for the filter of the list.
pub const FILTER_KEYS: [(&str, &str); 2] = [("Enter", "keep"), ("Esc", "list all")];

/// A line being typed, with its cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    text: String,
    /// The cursor, as bytes before it.
    cursor: usize,
}

/// What a key did to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The text changed.
    Changed,
    /// Only the cursor moved, or nothing.
    Nothing,
    /// The line is done.
    Accepted,
    /// It is given up.
    Cancelled,
}

impl Prompt {
    /// A line that holds `text` already.
    pub fn new(text: String) -> Self {
        Self {
            cursor: text.len(),
            text,
        }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before_cursor(&self) -> &str {
        crate::text::head(&self.text, self.cursor)
    }

    /// Types a key. The editing keys are those of a shell.
    pub fn type_key(&mut self, key: Key) -> Typed {
        let before = self.text.len();
        match (key.ctrl, key.code) {
            (_, Code::Enter) => return Typed::Accepted,
            (_, Code::Esc) | (true, Code::Char('c' | 'g')) => return Typed::Cancelled,
            (_, Code::Backspace) if self.text.is_empty() => return Typed::Cancelled,
            (_, Code::Backspace) | (true, Code::Char('h')) => self.remove(self.previous()),
            (_, Code::Delete) | (true, Code::Char('d')) => {
                let next = self.next();
                self.text.replace_range(self.cursor..next, "");
            }
            (true, Code::Char('u')) => self.remove(0),
            (true, Code::Char('k')) => self.text.truncate(self.cursor),
            (true, Code::Char('w')) => self.remove(self.word_start()),
            (_, Code::Left) | (true, Code::Char('b')) => self.cursor = self.previous(),
            (_, Code::Right) | (true, Code::Char('f')) => self.cursor = self.next(),
            (_, Code::Home) | (true, Code::Char('a')) => self.cursor = 0,
            (_, Code::End) | (true, Code::Char('e')) => self.cursor = self.text.len(),
            (false, Code::Char(c)) if !key.alt => self.insert(c.encode_utf8(&mut [0; 4])),
            _ => {}
        }
        if self.text.len() == before {
            Typed::Nothing
        } else {
            Typed::Changed
        }
    }

    /// Inserts text at the cursor, as far as there is room: its lines as one, a space where one broke, without control characters.
    pub fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text.len());
        let text = crate::text::head(text, text.floor_char_boundary(room));
        let line = if text.contains(BREAKS) {
            one_line(text)
        } else {
            text.to_owned()
        };
        let line: String = line.chars().filter(|c| !c.is_control()).collect();
        self.text.insert_str(self.cursor, &line);
        self.cursor += line.len();
    }

    fn remove(&mut self, from: usize) {
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }

    fn previous(&self) -> usize {
        self.text.floor_char_boundary(self.cursor.saturating_sub(1))
    }

    fn next(&self) -> usize {
        self.text
            .ceil_char_boundary((self.cursor + 1).min(self.text.len()))
    }

    fn word_start(&self) -> usize {
        let words = self.before_cursor().trim_end();
        words
            .rfind(char::is_whitespace)
            .map_or(0, |at| words.ceil_char_boundary(at + 1))
    }
}

/// Lines as one, a space where one broke.
fn one_line(text: &str) -> String {
    let lines = text.split(BREAKS).map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keys: &str, text: &str, before_cursor: &str) {
        let mut prompt = Prompt::default();
        for key in keys.split(' ').map(|key| Key::parse(key).unwrap()) {
            prompt.type_key(key);
        }
        assert_eq!(
            (prompt.text(), prompt.before_cursor()),
            (text, before_cursor)
        );
    }

    #[test]
    fn a_line_is_edited_as_in_a_shell() {
        check("a é b", "aéb", "aéb");
        check("a é Left x", "axé", "ax");
        check("a b Home Delete", "b", "");
        check("a Space b Ctrl-w", "a ", "a ");
        check("a b c Left Ctrl-u", "c", "");
        check("a b c Home Right Ctrl-k", "a", "a");
        check("a é Backspace", "a", "a");
    }

    #[test]
    fn a_paste_is_one_line_without_controls() {
        let check = |pasted: &str, expected: &str| {
            let mut prompt = Prompt::default();
            prompt.insert(pasted);
            assert_eq!(prompt.text(), expected);
        };
        check("a\u{1b}[31mb", "a[31mb");
        check(" a", " a");
        check("are\nunder", "are under");
        check("are\runder", "are under");
        check("are \r\n  under\n", "are under");
    }

    #[test]
    fn a_line_has_an_end() {
        let mut prompt = Prompt::default();
        prompt.insert(&"é".repeat(60_000));
        prompt.insert("é");
        assert_eq!(prompt.text(), "é".repeat(LONGEST / 2));
        assert_eq!(prompt.type_key(Key::char('a')), Typed::Nothing);
    }

    #[test]
    fn deleting_nothing_leaves_the_prompt() {
        assert_eq!(
            Prompt::default().type_key(Key::plain(Code::Backspace)),
            Typed::Cancelled
        );
    }
}
