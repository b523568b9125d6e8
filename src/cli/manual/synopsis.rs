//! The synopsis: each command with its options and what they take.

use clap::{Arg, ArgAction, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

/// The section, a paragraph for the program and one for each of its commands.
pub(super) fn section(command: &Command) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text(line(command, command.get_name()));
    for subcommand in command.get_subcommands() {
        roff.control("PP", []);
        let name = format!("{} {}", command.get_name(), subcommand.get_name());
        roff.text(line(subcommand, &name));
    }
    roff
}

fn line(command: &Command, name: &str) -> Vec<Inline> {
    let options = command.get_arguments().filter(|it| !it.is_positional());
    let options = options.filter(|it| !matches!(it.get_action(), ArgAction::Help));
    let mut line = vec![bold(name)];
    line.extend(options.filter(|it| !it.is_hide_set()).flat_map(option));
    line.extend(command.get_positionals().flat_map(positional));
    line
}

/// `[--width N]`
fn option(option: &Arg) -> Vec<Inline> {
    let short = option.get_short().map(|short| format!("-{short}"));
    let long = option.get_long().map(|long| format!("--{long}"));
    let mut line = vec![roman(" ["), bold(short.or(long).unwrap_or_default())];
    if option.get_action().takes_values() {
        line.push(roman(" "));
        line.push(italic(value(option)));
    }
    line.push(roman("]"));
    line
}

fn value(option: &Arg) -> String {
    let names = option.get_value_names().unwrap_or_default();
    names.join(" ")
}

/// `[ARTICLE ...]`
fn positional(argument: &Arg) -> Vec<Inline> {
    let name = italic(format!("{} ...", value(argument)));
    if argument.is_required_set() {
        vec![roman(" "), name]
    } else {
        vec![roman(" ["), name, roman("]")]
    }
}
