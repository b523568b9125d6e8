//! The clipboard: that of the system where a program for it is at hand, else that of the terminal.
//!
//! The terminal's (OSC 52) works through ssh and needs no program beside, but many terminals don't have it or have it switched off, and
//! none says so. A program says whether it worked; when it did not, or takes too long, the words go to the terminal after all.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{brand, program};

/// What terminals take at once, in bytes: xterm's limit, after base64 has made a third more of it.
const LONGEST: usize = 74_994 / 4 * 3;

/// How long a program may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// The way of the terminal, as it is told.
pub(super) const TERMINAL: &str = "the terminal";

/// A program that takes words from its standard input to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Helper {
    name: &'static str,
    arguments: &'static [&'static str],
    /// Whether it wants UTF-16.
    is_wide: bool,
}

const fn helper(name: &'static str, arguments: &'static [&'static str]) -> Helper {
    Helper {
        name,
        arguments,
        is_wide: false,
    }
}

const WAYLAND: &[Helper] = &[helper("wl-copy", &["--type", "text/plain;charset=utf-8"])];
const X: &[Helper] = &[
    helper("xclip", &["-selection", "clipboard", "-in"]),
    helper("xsel", &["--clipboard", "--input"]),
];
const MAC: &[Helper] = &[helper("pbcopy", &[])];
const WINDOWS: &[Helper] = &[Helper {
    name: "clip.exe",
    arguments: &[],
    is_wide: true,
}];

/// tmux takes words into a buffer of its own and with `-w`, which it knows since 3.2, hands them to the terminal around it, also through
/// ssh. What programs inside send to a terminal it keeps back, as it is set by default.
const TMUX: &[Helper] = &[
    helper("tmux", &["load-buffer", "-w", "-"]),
    helper("tmux", &["load-buffer", "-"]),
];

/// The programs that could serve in an environment. Through ssh the clipboard of that computer is not the reader's.
fn helpers(is_set: impl Fn(&str) -> bool) -> Vec<Helper> {
    let is_near = !brand::is_afar(&is_set);
    let is_windows = is_set("WSL_DISTRO_NAME") || is_set("WSL_INTEROP");
    let places = [
        (is_near && cfg!(target_os = "macos"), MAC),
        (is_near && is_windows, WINDOWS),
        (is_near && is_set("WAYLAND_DISPLAY"), WAYLAND),
        (is_near && is_set("DISPLAY"), X),
        (is_set("TMUX"), TMUX),
    ];
    let here = places.into_iter().filter(|(is_here, _)| *is_here);
    here.flat_map(|(_, helpers)| helpers.iter().copied())
        .collect()
}

/// Whether there may be a program that serves here.
pub(super) fn has_helpers() -> bool {
    !of_environment().is_empty()
}

fn of_environment() -> Vec<Helper> {
    helpers(brand::is_set)
}

/// Gives words to the first program that takes them; returns its name. Waits for it.
pub(super) fn hand_over(words: &str) -> Option<&'static str> {
    let clean = clean(words);
    let mut helpers = of_environment().into_iter();
    helpers.find_map(|helper| helper.take(&clean).then_some(helper.name))
}

impl Helper {
    /// Whether the program took the words.
    fn take(self, words: &str) -> bool {
        let started = Command::new(self.name)
            .args(self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0) // what keeps the clipboard must neither stop nor end with us
            .spawn();
        let Ok(mut child) = started else {
            return false;
        };
        let bytes = self.encoded(words);
        if let Some(mut input) = child.stdin.take() {
            // A program that does not read would hold us up; when it is ended, so is the writing.
            thread::spawn(move || {
                let _ = input.write_all(&bytes); // whether they were taken, its end tells
            });
        }
        succeeds(&mut child)
    }

    fn encoded(self, words: &str) -> Vec<u8> {
        if self.is_wide {
            let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        } else {
            words.as_bytes().to_vec()
        }
    }
}

/// Waits until a program has ended well; one that takes too long is ended.
fn succeeds(child: &mut Child) -> bool {
    program::outcome(child, PATIENCE).unwrap_or_else(|| {
        let _ = child.kill(); // it may have ended meanwhile
        let _ = child.wait();
        false
    })
}

/// The sequence that puts words into the clipboard of the terminal; none when they are too long for it.
pub(super) fn sequence(words: &str) -> Option<Vec<u8>> {
    let clean = clean(words);
    let sequence = || format!("\x1b]52;c;{}\x1b\\", STANDARD.encode(&clean)).into_bytes();
    (clean.len() <= LONGEST).then(sequence)
}

/// The words without the control characters of the document, but for the ends of lines and the tabs between cells.
fn clean(words: &str) -> String {
    words
        .chars()
        .filter(|&c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_encoded_without_control_characters() {
        assert_eq!(sequence("a\u{1b}b").unwrap(), b"\x1b]52;c;YWI=\x1b\\");
        assert_eq!(clean("a\tb\r\n\u{9b}c\u{7f}"), "a\tb\nc");
        assert_eq!(sequence(&"a".repeat(LONGEST + 1)), None);
    }

    #[test]
    fn the_environment_tells_who_serves() {
        let names = |set: &[&str]| -> Vec<_> {
            let helpers = helpers(|name| set.contains(&name));
            helpers
                .iter()
                .map(|it| it.name)
                .filter(|it| *it != "pbcopy")
                .collect()
        };
        assert_eq!(
            names(&["WAYLAND_DISPLAY", "DISPLAY"]),
            ["wl-copy", "xclip", "xsel"]
        );
        assert_eq!(names(&["WSL_INTEROP"]), ["clip.exe"]);
        assert_eq!(names(&["DISPLAY", "SSH_TTY"]), [""; 0]);
        assert_eq!(
            names(&["DISPLAY", "TMUX"]),
            ["xclip", "xsel", "tmux", "tmux"]
        );
        assert_eq!(names(&["SSH_TTY", "TMUX"]), ["tmux", "tmux"]);
        assert_eq!(names(&[]), [""; 0]);
    }

    #[test]
    fn a_program_that_fails_takes_nothing() {
        assert!(!helper("no-such-program-for-the-clipboard", &[]).take("a"));
        assert!(helper("cat", &[]).take("a"));
        assert!(!helper("false", &[]).take("a"));
    }

    #[test]
    fn windows_gets_utf_16() {
        assert_eq!(WINDOWS[0].encoded("é"), [0xFF, 0xFE, 0xE9, 0]);
    }
}
