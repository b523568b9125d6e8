//! Configuration, completions and manual, as the shell sees them.

use std::process::{Command, Output};

use crate::cli::{sidenote, text};

/// A configuration file for a test.
fn configuration(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("sidenote-{}-{name}.toml", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn mistakes_in_the_configuration_are_told_all_at_once() {
    let path = configuration("mistakes", "width = 40\nthemme = 1\n[keys]\nx = \"dwn\"\n");
    let output = sidenote(&["--config", &path, "--check-config"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = format!(
        "{path}:2:1: there is no setting `themme`; did you mean `theme`?\n\
         {path}:4:1: no action is called `dwn`; did you mean `down`?\n"
    );
    assert_eq!(text(&output.stdout), expected);
    let output = sidenote(&["--config", &path, "harbour.txt"]);
    assert_eq!(output.status.code(), Some(0));
    let told = expected.replace(&path, &format!("sidenote: {path}"));
    assert_eq!(text(&output.stderr), told);
    let printed = text(&output.stdout);
    assert!(printed.lines().all(|line| line.chars().count() <= 40));
    std::fs::remove_file(path).unwrap();
}

#[test]
fn arguments_win_over_the_configuration() {
    let path = configuration("arguments", "width = 40\ntheme = \"mine\"\n[themes.mine]\n");
    let output = sidenote(&[
        "--config",
        &path,
        "--width",
        "60",
        "--theme",
        "mine",
        "harbour.txt",
    ]);
    assert_eq!(text(&output.stderr), "");
    let widest = text(&output.stdout)
        .lines()
        .map(|line| line.chars().count())
        .max();
    assert!((41..=60).contains(&widest.unwrap()));
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_configuration_that_is_not_there_is_none_unless_it_was_asked_for() {
    let output = sidenote(&["--check-config"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).ends_with("sidenote/config.toml: no mistakes\n"));
    let output = sidenote(&["--config", "nowhere.toml", "harbour.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).starts_with("sidenote: cannot read the configuration nowhere.toml: ")
    );
}

#[test]
fn the_printed_configuration_has_no_mistakes() {
    let output = sidenote(&["--print-config"]);
    let path = configuration("printed", text(&output.stdout));
    let output = sidenote(&["--config", &path, "--check-config"]);
    assert_eq!(text(&output.stdout), format!("{path}: no mistakes\n"));
    std::fs::remove_file(path).unwrap();
}

/// The words of a help text or manual page, however it wraps and escapes them.
fn words(output: &Output) -> String {
    let plain = text(&output.stdout).replace("\\-", "-");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn help_and_manual_tell_what_was_measured() {
    for arguments in [
        &["quotes", "--help"][..],
        &["guarantees", "--help"],
        &["--man"],
    ] {
        let told = words(&sidenote(arguments));
        assert!(
            told.contains(sidenote::app::help::MEASURED),
            "{arguments:?}: {told}"
        );
    }
    // The figures of the README are the same.
    let readme = include_str!("../../README.md");
    let measured = sidenote::app::help::MEASURED;
    for figure in ["97.8", "88.6", "88 and 84", "90 and 89"] {
        assert!(
            measured.contains(figure) && readme.contains(figure),
            "{figure}"
        );
    }
}

/// What bash offers for the last of the words of a command, whose folder has `essay.md` and `two words.md`.
fn offered(words: &str) -> String {
    let folder = std::env::temp_dir().join(format!("sidenote-bash-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["essay.md", "two words.md"] {
        std::fs::write(folder.join(name), "").unwrap();
    }
    let script = r#"
source <("$0" --completions bash)
shopt -s progcomp
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_sidenote sidenote "${@: -1}" "${@: -2:1}"
printf '%s|' "${COMPREPLY[@]}"
"#;
    let output = Command::new("bash")
        .args(["--norc", "-c", script, env!("CARGO_BIN_EXE_sidenote")])
        .args(words.split(' '))
        .current_dir(&folder)
        .output()
        .unwrap();
    text(&output.stdout).to_owned()
}

#[test]
fn bash_offers_files_commands_and_values() {
    for (words, expected) in [
        ("sidenote e", "extract|essay.md|"),
        // Where nothing is offered here bash itself completes files.
        ("sidenote tw", "|"),
        ("sidenote extract ", "|"),
        ("sidenote --theme d", "dark|"),
        ("sidenote --theme = d", "dark|"),
        (
            "sidenote --theme =",
            "auto|dark|light|high-contrast|terminal|plain|",
        ),
        ("sidenote extract --kind quotes,g", "quotes,guarantees|"),
        ("sidenote extract --kind q", "quotes|"),
        ("sidenote essay.md --the", "--theme|"),
    ] {
        assert_eq!(offered(words), expected, "{words}");
    }
}

#[test]
fn completions_and_manual_know_every_argument_action_and_setting() {
    let help = sidenote(&["--help"]);
    let arguments: Vec<_> = text(&help.stdout)
        .split_whitespace()
        .filter_map(|word| word.strip_prefix("--"))
        .collect();
    assert!(arguments.contains(&"print-config"));
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = sidenote(&["--completions", shell]);
        let script = text(&output.stdout);
        assert!(
            arguments.iter().all(|name| script.contains(name)),
            "{shell}"
        );
    }
    // What an option takes is completed, too.
    for (shell, expected) in [
        ("bash", "auto dark light high-contrast"),
        (
            "zsh",
            ":THEME:(auto dark light high-contrast terminal plain)",
        ),
        ("fish", "high-contrast"),
        ("fish", "or return 0"),
    ] {
        let output = sidenote(&["--completions", shell]);
        assert!(text(&output.stdout).contains(expected), "{shell}");
    }
    let output = sidenote(&["--man"]);
    let page = text(&output.stdout).replace("\\-", "-");
    assert!(page.contains(".TH sidenote 1"), "{page}");
    assert!(page.contains("[\\fB--theme\\fR \\fITHEME\\fR]"), "{page}");
    for heading in [
        "SYNOPSIS",
        "EXAMPLES",
        "FILES",
        "ENVIRONMENT",
        "\"EXIT STATUS\"",
    ] {
        assert!(page.contains(&format!(".SH {heading}")), "{heading}");
    }
    assert!(arguments.iter().all(|name| page.contains(name)));
    for entry in sidenote::action::actions() {
        assert!(
            page.contains(&format!("\\fB{}\\fR", entry.name)),
            "{}",
            entry.name
        );
    }
    for setting in sidenote::config::setting::SETTINGS {
        assert!(
            page.contains(&format!("\\fB{} = ", setting.name)),
            "{}",
            setting.name
        );
    }
}
