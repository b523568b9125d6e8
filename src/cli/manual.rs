//! The manual page: what `--help` says, and the tables of actions and settings.

mod synopsis;
mod tables;

use std::io;

use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};
use tables::{ENVIRONMENT, EXAMPLES, EXIT_STATUS, FILES, Table};

use super::args::Arguments;
use crate::action::{Entry, FAMILIES};
use crate::app::help::MEASURED;
use crate::config::setting::{SETTINGS, Settings};

/// The page, to be read by `man`.
pub(super) fn page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let command = Arguments::command();
    let subcommands: Vec<_> = command.get_subcommands().cloned().collect();
    let synopsis = synopsis::section(&command);
    let man = Man::new(command);
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    synopsis.to_writer(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for subcommand in subcommands {
        let name = subcommand.get_name().to_uppercase();
        let about = subcommand.get_about().map(ToString::to_string);
        section(&format!("{name} OPTIONS"), &about.unwrap_or_default()).to_writer(&mut page)?;
        let mut options = Vec::new();
        let subcommand = subcommand.hide_possible_values(true); // each is on its own here
        Man::new(subcommand).render_options_section(&mut options)?;
        page.extend(without_heading(&options));
    }
    keys().to_writer(&mut page)?;
    settings().to_writer(&mut page)?;
    for (heading, rows) in [
        ("EXAMPLES", EXAMPLES),
        ("FILES", FILES),
        ("ENVIRONMENT", ENVIRONMENT),
        ("EXIT STATUS", EXIT_STATUS),
    ] {
        table(heading, rows).to_writer(&mut page)?;
    }
    section("MEASURED", MEASURED).to_writer(&mut page)?;
    Ok(page)
}

fn section(heading: &str, text: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    roff.text([roman(text)]);
    roff
}

/// What follows the line of the heading.
fn without_heading(section: &[u8]) -> &[u8] {
    let end = section.windows(4).position(|bytes| bytes == b".SH ");
    let line = end.and_then(|start| {
        let rest = section.get(start..)?;
        Some(start + rest.iter().position(|&byte| byte == b'\n')? + 1)
    });
    section.get(line.unwrap_or(0)..).unwrap_or_default()
}

/// Every action: its keys, what it does, what configuration calls it.
fn keys() -> Roff {
    let mut roff = section(
        "KEYS",
        "After what an action does stands its name, by which configuration gives it other keys.",
    );
    for family in FAMILIES {
        roff.control("SS", [family.title]);
        family.entries.iter().for_each(|it| key_row(&mut roff, it));
    }
    roff
}

fn key_row(roff: &mut Roff, entry: &Entry) {
    let mut keys: Vec<_> = entry.keys.iter().map(|&(keys, _)| keys).collect();
    keys.dedup();
    let keys = keys.join("  ");
    let does = [
        roman(format!("{} (", entry.doc)),
        bold(entry.name),
        roman(")"),
    ];
    row(roff, bold(keys), does);
}

fn settings() -> Roff {
    let mut roff = section(
        "CONFIGURATION",
        "Settings are read from $XDG_CONFIG_HOME/sidenote/config.toml, or ~/.config/sidenote/config.toml, \
         or the file of --config. Arguments win over it. --print-config prints it with comments.",
    );
    let defaults = Settings::default();
    for setting in SETTINGS {
        let written = format!("{} = {}", setting.name, (setting.show)(&defaults));
        row(
            &mut roff,
            bold(written),
            [roman(setting.doc.replace('\n', " "))],
        );
    }
    roff
}

/// What there is, and what it is for.
fn table(heading: &str, rows: Table) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for &(what, text) in rows {
        row(&mut roff, bold(what), [roman(text)]);
    }
    roff
}

fn row(roff: &mut Roff, tag: Inline, text: impl Into<Vec<Inline>>) {
    roff.control("TP", []);
    roff.text([tag]);
    roff.text(text.into());
}
