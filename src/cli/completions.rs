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

/// In bash it offers no files as arguments, and no values behind `=` and commas.
fn for_bash(script: &str) -> String {
    let mut mended = String::new();
    for line in script.split_inclusive('\n') {
        let body = line.trim_start();
        let indent = crate::text::head(line, line.len() - body.len());
        if body.starts_with("if [[ ${cur} == -* ||") {
            mended.push_str(indent);
            mended.push_str("if [[ ${cur} == -* ]] ; then\n");
        } else if body.starts_with("case \"${cmd}\" in") {
            mended.push_str("    _sidenote_apart\n");
            mended.push_str(line);
        } else {
            mended.push_str(line);
        }
    }
    let rest = r#"            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
"#;
    let files = "            _sidenote_articles\n            return 0\n            ;;\n";
    let kinds = Kind::value_variants().iter();
    let kinds = kinds.filter_map(ValueEnum::to_possible_value);
    let kinds: Vec<_> = kinds.map(|it| it.get_name().to_owned()).collect();
    let one = format!("compgen -W \"{}\" -- \"${{cur}}\"", kinds.join(" "));
    let last = one
        .replace("-W", "-P \"${cur%\"${cur##*,}\"}\" -W")
        .replace("\"${cur}\"", "\"${cur##*,}\"");
    BASH.to_owned() + &mended.replace(rest, files).replace(&one, &last)
}
