//! Completions: the scripts by which shells complete our arguments.
//!
//! They are made of the arguments by `clap_complete`. What it leaves out for a shell is put into its script here.

use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;

use super::args::{Arguments, Kind};

/// What bash does with words that are no options: it offers commands and files.
const BASH: &str = include_str!("../../assets/completion.bash");

/// The script for a shell.
pub(super) fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "sidenote", &mut script);
    let text = String::from_utf8_lossy(&script);
    match shell {
        Shell::Fish => for_fish(&text).into_bytes(),
        Shell::Bash => for_bash(&text).into_bytes(),
        _ => script,
    }
}

/// An option that still waits for its value is no reason to complete nothing: `clap_complete` lets fish take it for a mistake.
fn for_fish(script: &str) -> String {
    script.replace("\n    or return\n", "\n    or return 0\n")
}

/// In bash `clap_complete` offers no files as arguments, and no values behind `=` and commas.
fn for_bash(script: &str) -> String {
    let kinds: Vec<_> = Kind::value_variants()
        .iter()
        .filter_map(ValueEnum::to_possible_value)
        .map(|kind| kind.get_name().to_owned())
        .collect();
    let kinds = kinds.join(" ");
    let one = format!(r#"-W "{kinds}" -- "${{cur}}""#);
    let last = format!(r#"-P "${{cur%"${{cur##*,}}"}}" -W "{kinds}" -- "${{cur##*,}}""#);
    let words = r#"    COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;"#;
    let files = "    _sidenote_articles
            return 0
            ;;";
    let mended = script
        .replace(" || ${COMP_CWORD} -eq 1 ]]", " ]]")
        .replace(" || ${COMP_CWORD} -eq 2 ]]", " ]]")
        .replace(
            "case \"${cmd}\" in",
            "_sidenote_apart\n    case \"${cmd}\" in",
        )
        .replace(&one, &last)
        .replace(words, files);
    BASH.to_owned() + &mended
}
