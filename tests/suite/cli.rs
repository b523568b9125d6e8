//! The command line: standard output, standard error, exit status.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::fixture;

pub(crate) fn sidenote(arguments: &[&str]) -> Output {
    sidenote_with(arguments, b"")
}

pub(crate) fn sidenote_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sidenote"))
        .args(arguments)
        .current_dir(fixture("."))
        .env("XDG_CONFIG_HOME", fixture("nowhere"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end without reading: a closed pipe is its right.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

pub(crate) fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn printed_to_a_pipe_the_article_is_plain_text_with_its_sections() {
    let output = sidenote(&["harbour.txt"]);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output.stdout);
    assert!(
        printed.contains("\n§1  What did the towns agree on?\n\n"),
        "{printed}"
    );
    assert!(
        printed.contains("\n• Free berths for fishing boats under twelve metres.\n"),
        "{printed}"
    );
    assert!(
        printed.lines().all(|line| line.chars().count() <= 76),
        "{printed}"
    );
    assert!(!printed.contains('\u{1b}'));
}

#[test]
fn what_the_article_says_of_itself_stands_above_its_text() {
    let printed = |input: &str| {
        let output = sidenote_with(&["--width", "40", "-"], input.as_bytes());
        text(&output.stdout).to_owned()
    };
    let front = "---\ntitle: The Levy\nauthor: Ann Lee\ndate: 2026-05-12\n---\n\n";
    assert_eq!(
        printed(&format!(
            "{front}Text `one\ntwo`.\n\n<p>A&nbsp;&amp; B<svg/></p>\n"
        )),
        "The Levy\nAnn Lee · 12 May 2026\n\nText one two.\n\nA\u{a0}& B\n"
    );
    assert_eq!(
        printed(&format!("{front}# The Levy\n\nBy Ann Lee\n\nText.\n")),
        "The Levy\nBy Ann Lee\n\nText.\n"
    );
}

#[test]
fn one_section_can_be_printed() {
    let output = sidenote(&["--section", "3", "--width", "40", "harbour.txt"]);
    let printed = text(&output.stdout);
    assert!(
        printed.starts_with("§3  Is the night ferry real?\n"),
        "{printed}"
    );
    assert!(
        printed.lines().all(|line| line.chars().count() <= 44),
        "{printed}"
    );
    let output = sidenote(&["--section", "9", "harbour.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "sidenote: there is no section 9: the sections are 0 to 3\n"
    );
}

#[test]
fn only_the_reader_begins_somewhere() {
    for arguments in [
        &["--find", "ferry", "harbour.txt"][..],
        &["--at", "3.2", "harbour.txt"],
        &["+/ferry", "harbour.txt"],
        &["+7", "harbour.txt"],
    ] {
        let output = sidenote(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(
            text(&output.stderr),
            "sidenote: there is no terminal to begin at that place: only --section is printed alone\n"
        );
    }
    let output = sidenote(&["--at", "5-3", "harbour.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("(2067-2109), a section (§3)"));
    let output = sidenote(&["+x", "harbour.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("sidenote: +x is no place to begin"));
}

#[test]
fn standard_input_is_read() {
    for arguments in [&["-"][..], &[][..]] {
        let output = sidenote_with(arguments, "# A\n\nWords.\n".as_bytes());
        assert_eq!(text(&output.stdout), "A\n\nWords.\n");
    }
    let output = sidenote_with(&["--format", "text", "-"], b"# A\n");
    assert_eq!(text(&output.stdout), "# A\n");
}

#[test]
fn without_an_argument_the_shipped_article_is_printed() {
    let output = Command::new(env!("CARGO_BIN_EXE_sidenote"))
        .env("XDG_CONFIG_HOME", fixture("nowhere"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(text(&output.stdout).contains("What would the guarantees consist of?"));
}

#[test]
fn what_cannot_be_opened_is_said_in_one_line() {
    for (argument, message) in [
        ("nothing.txt", "no such file: nothing.txt"),
        ("bad\u{1b}]0;x\u{7}.txt", "no such file: bad␛]0;x␇.txt"),
        (".", ". is a directory: name a file in it"),
        (
            "www.harbour.example/pier",
            "no such file; try https://www.harbour.example/pier",
        ),
        (
            "/dev/zero",
            "/dev/zero is a device, not an article: name a file, or pipe text in with `-`",
        ),
    ] {
        let output = sidenote(&[argument]);
        assert_eq!(output.status.code(), Some(1), "{argument}");
        assert_eq!(text(&output.stderr), format!("sidenote: {message}\n"));
        assert!(output.stdout.is_empty());
    }
    let output = sidenote_with(&["-"], b"\x1f\x8b\x08\0");
    assert_eq!(
        text(&output.stderr),
        "sidenote: standard input is not text but a gzip archive: convert it to text or Markdown first\n"
    );
}

#[test]
fn wrong_use_is_status_two() {
    for arguments in [
        &["--nonsense"][..],
        &["--width", "0"],
        &["extract"],
        &["quotes"],
        &["--theme", "pink"],
    ] {
        let output = sidenote(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).starts_with("error: "));
    }
    assert_eq!(sidenote(&["--help"]).status.code(), Some(0));
    assert!(text(&sidenote(&["--version"]).stdout).starts_with("sidenote "));
}

#[test]
fn several_articles_are_printed_one_after_the_other() {
    let harbour = fixture("harbour.txt");
    let output = sidenote(&[
        harbour.to_str().unwrap(),
        "nothing.txt",
        harbour.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "sidenote: no such file: nothing.txt\n"
    );
    let printed = text(&output.stdout);
    let names: Vec<_> = printed
        .lines()
        .filter(|line| line.starts_with("==> "))
        .collect();
    assert_eq!(
        names,
        [
            "==> harbour.txt <==",
            "==> nothing.txt <==",
            "==> harbour.txt <=="
        ]
    );
}

#[test]
fn what_cannot_change_cannot_be_watched() {
    for (argument, name) in [("-", "standard input"), ("/dev/fd/0", "pipe")] {
        let output = sidenote(&["--watch", argument]);
        assert_eq!(output.status.code(), Some(2), "{argument}");
        let message = format!("sidenote: {name} cannot be watched: name a file\n");
        assert_eq!(text(&output.stderr), message);
    }
}

#[test]
fn arguments_are_repeated_without_their_control_characters() {
    for arguments in [
        &["--\u{1b}]0;x\u{7}"][..],
        &["extract", "--format", "b\u{1b}[2J", "a"],
        &["--theme", "\u{1b}[31mx"],
        &["--width", "\u{9b}31m"],
    ] {
        let output = sidenote(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = text(&output.stderr);
        assert!(
            !said.contains(|c: char| c.is_control() && c != '\n') && said.lines().count() > 1,
            "{said:?}"
        );
    }
}
