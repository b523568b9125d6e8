//! The paper of the terminal, light or dark: the one thing that it is asked.
//!
//! Nobody waits for the answer. It comes as if it were typed, at once, late or never, so it is taken out of what is typed, however late and
//! in whatever pieces:
//!
//! ```text
//! Esc ] 11;          rgb:fbfb/f9f9/f4f4   Ctrl-g, or Esc \
//! PREFIX             the colour           the end
//! ```
//!
//! Only who gives the terminal to somebody else waits, for an answer that comes later would be typed to them. Not every terminal has one,
//! so then it is asked something more that all of them answer, in their turn.

use std::env;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyModifiers};

/// Asks for the colour of the paper. Terminals end their answer as the question ends, most of them.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x07";

/// Asks what the terminal is (DA1), which every terminal answers when it has answered all that it was asked before.
pub(super) const LAST_QUESTION: &[u8] = b"\x1b[c";

/// What an answer begins with. Nobody types that.
const PREFIX: &str = "\x1b]11;";

/// The longest answer. What is longer is none.
const LONGEST: usize = 64;

/// How long what may be the beginning of an answer is kept from the reader. Only `Esc` alone ever is one that somebody types.
const PATIENCE: Duration = Duration::from_millis(25);

/// How long the rest of an answer is waited for.
const PATIENCE_IN_ANSWER: Duration = Duration::from_secs(1);

/// Whether the terminal understands the question. The console of Linux does not, and old ones would print it.
pub(super) fn may_be_asked() -> bool {
    env::var("TERM").is_ok_and(|term| !term.starts_with("linux"))
}

/// Whether the answer to [`LAST_QUESTION`] is in what was sent: `Esc [ ? 62 ; 4 c`, with other numbers.
pub(super) fn has_last_answer(sent: &[u8]) -> bool {
    let is_number = |byte: &&u8| byte.is_ascii_digit() || **byte == b';';
    let ends_so = |rest: &[u8]| rest.iter().find(|byte| !is_number(byte)) == Some(&b'c');
    sent.windows(3)
        .zip(3..)
        .any(|(start, at)| start == b"\x1b[?" && sent.get(at..).is_some_and(ends_so))
}

/// What takes the answer out of what is typed.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// What may be the beginning of an answer, as it was sent.
    text: String,
    /// The events that it came as.
    held: Vec<Event>,
    /// Whether the paper is light, when that has been answered and not been told.
    is_light: Option<bool>,
}

impl Answer {
    /// How long to wait for more before [`Self::give_up`]; `None` while nothing is kept.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.text.len() {
            0 => None,
            length if length < PREFIX.len() => Some(PATIENCE),
            _ => Some(PATIENCE_IN_ANSWER),
        }
    }

    /// Whether the paper is light, once for each answer.
    pub(super) fn told(&mut self) -> Option<bool> {
        self.is_light.take()
    }

    /// Takes an event; hands on what is no part of an answer.
    pub(super) fn take(&mut self, event: Event, passed: &mut Vec<Event>) {
        let before = self.text.len();
        match sent(&event) {
            Sent::Text(prefix, c) => {
                self.text.push_str(prefix);
                self.text.push(c);
            }
            Sent::Else if matches!(event, Event::Key(_)) => {}
            // A resize, the mouse: it came meanwhile.
            Sent::Else => return passed.push(event),
        }
        match read(&self.text) {
            _ if self.text.len() == before => {
                self.give_up(passed);
                passed.push(event);
            }
            Read::Beginning => self.held.push(event),
            Read::Answer(colour) => {
                self.is_light = is_light(colour).or(self.is_light);
                self.forget();
            }
            Read::Nothing if before == 0 => {
                self.forget();
                passed.push(event);
            }
            Read::Nothing => {
                self.text.truncate(before);
                self.give_up(passed);
                self.take(event, passed);
            }
        }
    }

    /// Hands on what was kept: no more came. Of an answer that breaks off nothing is left.
    pub(super) fn give_up(&mut self, passed: &mut Vec<Event>) {
        match self.text.strip_prefix(PREFIX) {
            // Some terminals end their answer with half an end.
            Some(rest) => self.is_light = rest.strip_suffix('\x1b').and_then(is_light),
            None => passed.append(&mut self.held),
        }
        self.forget();
    }

    fn forget(&mut self) {
        self.text.clear();
        self.held.clear();
    }
}

/// What an event was sent as, as far as it can belong to an answer.
enum Sent {
    Text(&'static str, char),
    Else,
}

fn sent(event: &Event) -> Sent {
    let Event::Key(key) = event else {
        return Sent::Else;
    };
    match (key.code, key.modifiers.difference(KeyModifiers::SHIFT)) {
        (KeyCode::Esc, KeyModifiers::NONE) => Sent::Text("", '\x1b'),
        (KeyCode::Char('g'), KeyModifiers::CONTROL) => Sent::Text("", '\x07'),
        (KeyCode::Char(c), KeyModifiers::NONE) => Sent::Text("", c),
        (KeyCode::Char(c), KeyModifiers::ALT) => Sent::Text("\x1b", c),
        _ => Sent::Else,
    }
}

/// What was sent, read as an answer.
enum Read<'a> {
    /// More must come.
    Beginning,
    /// It is one, with this colour.
    Answer(&'a str),
    /// It is none.
    Nothing,
}

fn read(text: &str) -> Read<'_> {
    let Some(rest) = text.strip_prefix(PREFIX) else {
        let is_beginning = PREFIX.starts_with(text);
        return if is_beginning {
            Read::Beginning
        } else {
            Read::Nothing
        };
    };
    let colour = rest.trim_end_matches(['\x07', '\x1b', '\\']);
    let is_colour = colour
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || ":/#.,".contains(c));
    match rest.get(colour.len()..) {
        _ if !is_colour || text.len() > LONGEST => Read::Nothing,
        Some("" | "\x1b") => Read::Beginning,
        Some("\x07" | "\x1b\\") => Read::Answer(colour),
        _ => Read::Nothing,
    }
}

/// Whether a colour is light: `rgb:` and three numbers of one to four hexadecimal digits, or `rgba:` and four.
fn is_light(colour: &str) -> Option<bool> {
    let (_, parts) = colour
        .split_once(':')
        .filter(|(kind, _)| matches!(*kind, "rgb" | "rgba"))?;
    let part = |part: &str| {
        let largest = 16_u32.checked_pow(u32::try_from(part.len()).ok()?)? - 1;
        let value = u32::from_str_radix(part, 16).ok()?;
        Some(f64::from(value) / f64::from(largest))
    };
    let parts: Vec<_> = parts.split('/').map(part).collect::<Option<_>>()?;
    let [r, g, b, ..] = parts[..] else {
        return None;
    };
    Some(0.299 * r + 0.587 * g + 0.114 * b > 0.5)
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// The events that crossterm makes of bytes that come at once.
    fn events(text: &str) -> Vec<Event> {
        let mut events = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let (code, modifiers) = match (c, chars.peek().copied()) {
                ('\x1b', Some(next)) => {
                    chars.next();
                    (KeyCode::Char(next), KeyModifiers::ALT)
                }
                ('\x1b', None) => (KeyCode::Esc, KeyModifiers::NONE),
                ('\x07', _) => (KeyCode::Char('g'), KeyModifiers::CONTROL),
                (c, _) if c.is_uppercase() => (KeyCode::Char(c), KeyModifiers::SHIFT),
                (c, _) => (KeyCode::Char(c), KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(code, modifiers)));
        }
        events
    }

    fn take_all(answer: &mut Answer, events: Vec<Event>, came: &mut Vec<Event>) {
        for event in events {
            answer.take(event, came);
        }
    }

    /// Sends pieces, of which `…` is a pause, and checks which events come through and what is told.
    #[track_caller]
    fn check(pieces: &[&str], passed: &str, told: Option<bool>) {
        let mut answer = Answer::default();
        let mut came = Vec::new();
        for &piece in pieces {
            if piece == "…" {
                answer.give_up(&mut came);
            } else {
                take_all(&mut answer, events(piece), &mut came);
            }
        }
        assert_eq!(came, events(passed), "{pieces:?}");
        assert_eq!(answer.told(), told, "{pieces:?}");
        assert_eq!(answer.patience(), None, "{pieces:?}");
    }

    #[test]
    fn an_answer_is_taken_out_of_what_is_typed() {
        let light = Some(true);
        check(&["\x1b]11;rgb:fbfb/f9f9/f4f4\x07"], "", light);
        check(&["\x1b]11;rgb:1717/1818/1b1b\x1b\\"], "", Some(false));
        check(&["\x1b]11;rgba:ffff/ffff/ffff/8000\x1b\\"], "", light);
        check(&["\x1b]11;rgb:F/F/F\x07"], "", light);
        check(&["j", "\x1b]11;rgb:ff/ff/ff\x07", "q"], "jq", light);
        check(&["\x1b]11;#ffffff\x07"], "", None);
    }

    #[test]
    fn an_answer_may_come_in_pieces() {
        let light = Some(true);
        check(&["\x1b", "]11;rgb:ff/ff/ff\x07"], "", light);
        check(&["\x1b]1", "1;rgb:ff/f", "f/ff\x1b", "\\q"], "q", light);
        check(&["\x1b]11;rgb:ff/ff/ff\x1b", "…", "q"], "q", light);
        check(&["\x1b]11;rgb:ff/f", "…", "q"], "q", None);
    }

    #[test]
    fn the_last_answer_is_known_whatever_comes_before_and_behind_it() {
        for (sent, expected) in [
            ("\x1b[?62;4c", true),
            ("\x1b[?6c", true),
            ("j\x1b]11;rgb:ff/ff/ff\x1b\\\x1b[?1;2cq", true),
            ("\x1b[?1u\x1b[?62c", true),
            ("\x1b[?62;4", false),
            ("\x1b[?2026;2$y", false),
            ("c", false),
            ("", false),
        ] {
            assert_eq!(has_last_answer(sent.as_bytes()), expected, "{sent:?}");
        }
    }

    #[test]
    fn what_is_typed_comes_through() {
        for typed in [
            &["\x1b", "…", "j"][..],
            &["\x1b]", "q"],
            &["\x1b]1", "…"],
            &["\x1b", "j"],
            &["\x1b]1", "\x1bx"],
            &["/1", "1;rgb:ff"],
            &["\x07"],
        ] {
            let mut answer = Answer::default();
            let (mut sent, mut came) = (Vec::new(), Vec::new());
            for &piece in typed {
                if piece == "…" {
                    answer.give_up(&mut came);
                }
                let events = if piece == "…" {
                    Vec::new()
                } else {
                    events(piece)
                };
                sent.extend(events.clone());
                take_all(&mut answer, events, &mut came);
            }
            assert_eq!(came, sent, "{typed:?}");
        }
    }

    #[test]
    fn a_key_that_breaks_an_answer_off_is_a_key() {
        let mut answer = Answer::default();
        let mut came = Vec::new();
        let up = Event::Key(KeyEvent::new(KeyCode::Up, KeyModifiers::NONE));
        take_all(&mut answer, events("\x1b]11;rgb:ff"), &mut came);
        answer.take(up.clone(), &mut came);
        assert_eq!(came, [up]);
        let long = format!("\x1b]11;{}\x07", "f".repeat(200));
        let mut came = Vec::new();
        take_all(&mut answer, events(&long), &mut came);
        assert_eq!(answer.told(), None);
    }
}
