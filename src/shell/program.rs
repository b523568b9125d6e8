//! Programs of the reader's own: their commands, taken apart as a shell would, without one, their keys, and how they end.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often it is looked whether a program has ended.
const PULSE: Duration = Duration::from_millis(5);

/// Whether a program ends well; `None` when it goes on for longer than that.
pub(super) fn outcome(child: &mut Child, patience: Duration) -> Option<bool> {
    let start = Instant::now();
    while start.elapsed() < patience {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) => thread::sleep(PULSE),
            Err(_) => return Some(false),
        }
    }
    None
}

/// Where one that is lent the terminal gets its keys from: the terminal, also where the article was piped in.
pub(super) fn keys() -> Stdio {
    let terminal = || File::open("/dev/tty").map_or_else(|_| Stdio::inherit(), Stdio::from);
    if io::stdin().is_terminal() {
        Stdio::inherit()
    } else {
        terminal()
    }
}

/// The words of a command. Quotation marks and backslashes keep spaces in them; nothing else means anything.
pub(super) fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('\\', None | Some('"')) => {
                let next = chars.next().unwrap_or('\\');
                word.get_or_insert_default().push(next);
            }
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_taken_apart_as_shells_do() {
        for (command, expected) in [
            ("vim", &["vim"][..]),
            ("  code   --wait ", &["code", "--wait"]),
            (
                "'/opt/my editor' -c \"set nu\"",
                &["/opt/my editor", "-c", "set nu"],
            ),
            (r"/opt/my\ editor", &["/opt/my editor"]),
            (r#""a \"b\"" ''"#, &["a \"b\"", ""]),
            ("a;b $(c) `d` | e", &["a;b", "$(c)", "`d`", "|", "e"]),
            ("", &[]),
        ] {
            assert_eq!(words(command), expected, "{command}");
        }
    }
}
