//! Sheets as they are told: help, facts, links and what else lies over the article, in lines that nothing is cut from.

use super::spoken::spoken;
use crate::app::chooser::Chooser;
use crate::app::command::CommandLine;
use crate::app::help::{Help, HelpRole, HelpRow};
use crate::app::links::Links;
use crate::app::links::panel::{self, PanelRow};
use crate::app::prompt::Prompt;
use crate::app::{App, Mode, facts, former, help};

/// Cells of a line that is never wrapped.
const ROOM: u16 = 30_000;

/// The lines of the sheet that is shown.
pub(super) fn lines(app: &App) -> Vec<String> {
    let mut lines = match &app.mode {
        Mode::Help(help) => self::help(app, help),
        Mode::Facts(_) => facts(app),
        Mode::Former { change, .. } => former(app, *change),
        Mode::Choose(chooser) => articles(app, chooser),
        Mode::Links(links) => self::links(app, links),
        Mode::Command(command) => suggestion(command),
        _ => Vec::new(),
    };
    lines.extend(app.notice.clone());
    lines
}

/// What is typed in a sheet or beside the article, and what that is for.
pub(super) fn prompt(app: &App) -> Option<(&'static str, &Prompt)> {
    match &app.mode {
        Mode::Filter(prompt) => Some(("Filter", prompt)),
        Mode::Command(command) => Some(("Command, Down tells what fits", &command.prompt)),
        Mode::Help(help) => Some(("Search help", help.prompt.as_ref()?)),
        Mode::Links(links) => Some(("Filter", links.prompt.as_ref()?)),
        Mode::Choose(chooser) => Some(("Filter", chooser.prompt.as_ref()?)),
        _ => None,
    }
}

/// All of help, and behind it the row that was searched for.
fn help(app: &App, help: &Help) -> Vec<String> {
    let rows = help::rows(app);
    let sought = help.sought.as_ref();
    let found = sought.and_then(|sought| sought.at);
    let found = found.map(|at| format!("Found: {}", whole(&rows, at)));
    let standing = sought.map(|sought| spoken(&sought.standing(&rows)));
    let title = "Help. Keys, and what they do:".to_owned();
    let lines = [title].into_iter().chain(help::lines_of(app));
    lines.chain(standing).chain(found).collect()
}

/// What a row of help is a part of: the words before it up to their keys, and those after it.
fn whole(rows: &[HelpRow], at: usize) -> String {
    let is_inside = |row: &&HelpRow| row.keys.is_empty() && row.role == HelpRole::Keys;
    let above = rows.iter().take(at + 1).rev();
    let before = above.take_while(is_inside).count();
    let start = (at + 1).saturating_sub(before + 1);
    let behind = rows.iter().skip(at + 1).take_while(is_inside);
    let rows = rows.iter().take(at + 1).skip(start).chain(behind);
    let words = rows.flat_map(|row| [&row.keys, &row.text]);
    let words = words.flat_map(|words| words.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

fn facts(app: &App) -> Vec<String> {
    let row = |row: facts::FactRow| format!("{}: {}", row.name, spoken(&row.value));
    let title = "What is known of the article:".to_owned();
    [title]
        .into_iter()
        .chain(facts::rows(app, ROOM).into_iter().map(row))
        .collect()
}

fn former(app: &App, change: usize) -> Vec<String> {
    let Some(change) = app.article.changes.get(change) else {
        return Vec::new();
    };
    [spoken(&former::heading(change))]
        .into_iter()
        .chain(change.before.lines().map(str::to_owned))
        .collect()
}

/// The article under the cursor of the chooser.
fn articles(app: &App, chooser: &Chooser) -> Vec<String> {
    let (fitting, all) = (chooser.fitting.len(), app.shelf.volumes().len());
    let filter = match chooser.filter.as_str() {
        "" => String::new(),
        typed => format!(" with “{typed}”"),
    };
    let title = format!("Articles{filter}: {fitting} of {all}.");
    let volume = chooser.chosen().and_then(|index| app.shelf.volume(index));
    let chosen = volume.map(|volume| {
        let name = volume.origin.name();
        let title = volume
            .title()
            .map_or_else(|| name.clone(), |title| format!("{title}, {name}"));
        format!("{} of {fitting}: {title}", chooser.cursor + 1)
    });
    [Some(title), chosen].into_iter().flatten().collect()
}

/// The links, or the one that is looked at.
fn links(app: &App, links: &Links) -> Vec<String> {
    let rows = panel::told(app, links, ROOM);
    let row = |row: &PanelRow| {
        let parts = [&row.letters, &row.text, &row.right].map(|it| spoken(it));
        let parts = parts.into_iter().filter(|it| !it.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    };
    let chosen = rows.iter().find(|row| row.is_chosen);
    let chosen = chosen.map(|it| format!("Chosen: {}", row(it)));
    rows.iter().map(row).chain(chosen).collect()
}

/// What could be meant by a command: how much, and what the cursor is on.
fn suggestion(command: &CommandLine) -> Vec<String> {
    let all = command.suggestions.len();
    let chosen = command
        .cursor
        .and_then(|at| Some((at, command.suggestions.get(at)?)));
    let told = chosen.map(|(at, it)| {
        let parts = [&it.text, &it.keys, &it.doc].map(|it| it.trim());
        let parts = parts.into_iter().filter(|it| !it.is_empty());
        format!(
            "{} of {all}: {}",
            at + 1,
            parts.collect::<Vec<_>>().join(", ")
        )
    });
    told.into_iter().collect()
}
