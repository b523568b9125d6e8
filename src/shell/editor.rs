//! The editor: which one it is, and how it is told the line.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::Command;

use super::program;
use crate::text::cluster::safe;

/// How an editor is told the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// `+12 article.md`
    Plus,
    /// `article.md:12`
    Colon,
    /// `--goto article.md:12`
    Goto,
    /// `--line 12 article.md`
    Line,
}

/// Editors by the names of their programs. One that is not here is given the file alone.
const EDITORS: &[(Way, &[&str])] = &[
    (
        Way::Plus,
        &[
            "vi",
            "vim",
            "nvim",
            "gvim",
            "mvim",
            "view",
            "vim.basic",
            "vim.tiny",
            "ex",
            "nano",
            "pico",
            "emacs",
            "emacsclient",
            "mg",
            "jmacs",
            "joe",
            "jed",
            "ne",
            "kak",
            "micro",
            "gedit",
            "gnome-text-editor",
            "geany",
            "mcedit",
            "vis",
            "elvis",
            "nvi",
            "tilde",
        ],
    ),
    (
        Way::Colon,
        &[
            "hx",
            "helix",
            "subl",
            "sublime_text",
            "zed",
            "zeditor",
            "lapce",
        ],
    ),
    (
        Way::Goto,
        &[
            "code",
            "code-insiders",
            "code-oss",
            "codium",
            "vscodium",
            "cursor",
            "windsurf",
        ],
    ),
    (
        Way::Line,
        &["kate", "kwrite", "mate", "idea", "pycharm", "bbedit"],
    ),
];

/// What is edited when nobody says: it is everywhere.
const USUAL: &str = "vi";

/// Lets the reader edit a file from a line on, and waits for the end of that. The terminal must have been given up before.
pub(super) fn edit(setting: &str, path: &Path, line: Option<usize>) -> Result<(), String> {
    if !fs::metadata(path).is_ok_and(|it| it.is_file()) {
        return Err(format!(
            "{} is no file to edit",
            safe(&path.to_string_lossy())
        ));
    }
    let command = command(setting, |name| env::var(name).ok());
    let Some((program, options)) = command.split_first() else {
        return Err("no editor is named".to_owned());
    };
    let mut editor = Command::new(program);
    editor.args(options).args(arguments(program, path, line));
    editor.stdin(program::keys());
    match editor.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} ended with {status}", safe(program))),
        Err(error) => Err(format!("cannot start {}: {error}", safe(program))),
    }
}

/// The command: that of the settings, or else of the environment.
fn command(setting: &str, variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let told = ["VISUAL", "EDITOR"].into_iter().filter_map(variable);
    let commands = std::iter::once(setting.to_owned()).chain(told);
    let mut commands = commands.map(|it| program::words(&it));
    commands
        .find(|words| !words.is_empty())
        .unwrap_or_else(|| vec![USUAL.to_owned()])
}

fn arguments(program: &str, path: &Path, line: Option<usize>) -> Vec<OsString> {
    let name = Path::new(program).file_name().and_then(OsStr::to_str);
    let is_named = |(_, names): &&(Way, &[&str])| name.is_some_and(|name| names.contains(&name));
    let way = EDITORS.iter().find(is_named).map(|(way, _)| *way);
    let file = as_file(path);
    let at_line = |line: usize| {
        let mut place = file.clone();
        place.push(format!(":{line}"));
        place
    };
    match (way, line) {
        (Some(Way::Plus), Some(line)) => vec![format!("+{line}").into(), file],
        (Some(Way::Colon), Some(line)) => vec![at_line(line)],
        (Some(Way::Goto), Some(line)) => vec!["--goto".into(), at_line(line)],
        (Some(Way::Line), Some(line)) => vec!["--line".into(), line.to_string().into(), file],
        (None, _) | (_, None) => vec![file],
    }
}

/// A path that no program takes for an option.
fn as_file(path: &Path) -> OsString {
    let starts = path.as_os_str().as_encoded_bytes().first();
    if starts.is_some_and(|byte| matches!(byte, b'-' | b'+')) {
        Path::new(".").join(path).into()
    } else {
        path.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_line_in_its_way() {
        for (program, path, line, expected) in [
            ("vim", "a.md", Some(12), &["+12", "a.md"][..]),
            ("/usr/bin/nano", "a b.md", Some(1), &["+1", "a b.md"]),
            ("hx", "a.md", Some(12), &["a.md:12"]),
            ("code", "a.md", Some(12), &["--goto", "a.md:12"]),
            ("kate", "a.md", Some(12), &["--line", "12", "a.md"]),
            ("ed", "a.md", Some(12), &["a.md"]),
            ("vim", "a.html", None, &["a.html"]),
            ("vim", "-a.md", Some(2), &["+2", "./-a.md"]),
            ("vim", "+1", None, &["./+1"]),
        ] {
            assert_eq!(
                arguments(program, Path::new(path), line),
                expected,
                "{program} {path}"
            );
        }
    }

    #[test]
    fn the_settings_name_the_editor_before_the_environment() {
        let variable = |name: &str| match name {
            "VISUAL" => Some(" ".to_owned()),
            "EDITOR" => Some("code --wait".to_owned()),
            _ => None,
        };
        assert_eq!(command("hx -v", variable), ["hx", "-v"]);
        assert_eq!(command("", variable), ["code", "--wait"]);
        assert_eq!(command("", |_| None), ["vi"]);
    }

    #[test]
    fn what_cannot_be_edited_is_told() {
        let told = edit("true", Path::new("/dev/null"), None);
        assert_eq!(told.unwrap_err(), "/dev/null is no file to edit");
        let here = Path::new(file!());
        let told = edit("no-such-editor", here, None).unwrap_err();
        assert!(told.starts_with("cannot start no-such-editor: "), "{told}");
    }
}
