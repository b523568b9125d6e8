//! Help in rows for the width of the moment.

use super::MARGIN;
use super::notes::{Notes, notes};
use crate::action::{Entry, FAMILIES, Family, Scope};
use crate::app::App;
use crate::layout::wrap_text;
use crate::text::cluster::width;
use crate::text::{cut, num};

/// The least room for words beside the keys; where there is less, they stand below.
const BESIDE: u16 = 16;

/// Cells between two keys for the same.
const GAP: &str = "  ";

/// A row of help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpRow {
    /// Keys, or a part of them.
    pub keys: String,
    /// A part of what they do, of a note, or a heading.
    pub text: String,
    /// Where the text starts, in cells from the left edge.
    pub col: u16,
    /// What the text is.
    pub role: HelpRole,
}

/// What the text of a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HelpRole {
    /// What keys do.
    #[default]
    Keys,
    /// A heading.
    Heading,
    /// A note.
    Note,
    /// What is wrong in the configuration.
    Mistake,
}

/// All rows of help: first what is wrong in the configuration, then keys, then notes.
pub fn rows(app: &App) -> Vec<HelpRow> {
    let columns = app.size.width;
    let mut rows: Vec<_> = app
        .mistakes
        .iter()
        .flat_map(|it| wrapped(it, HelpRole::Mistake, columns))
        .collect();
    let keys = Columns::of(app);
    for family in FAMILIES {
        rows.extend(heading(family.title, rows.is_empty()));
        rows.extend(family_rows(app, family, keys));
    }
    for Notes { title, notes } in notes(app) {
        rows.extend(heading(title, rows.is_empty()));
        rows.extend(
            notes
                .iter()
                .flat_map(|it| wrapped(it, HelpRole::Note, columns)),
        );
    }
    rows
}

/// The same in lines that are as long as they are: `j, Down: a line down`.
pub fn lines_of(app: &App) -> Vec<String> {
    let mut lines = app.mistakes.clone();
    for family in FAMILIES {
        lines.push(family.title.to_owned());
        let line = |entry: &Entry| format!("{}: {}", keys(app, entry).join(", "), entry.doc);
        lines.extend(family.entries.iter().map(line));
    }
    for Notes { title, notes } in notes(app) {
        lines.push(title.to_owned());
        lines.extend(notes);
    }
    lines
}

/// A heading, with a blank row above it.
fn heading(title: &str, is_first: bool) -> impl Iterator<Item = HelpRow> {
    let heading = HelpRow {
        text: title.to_owned(),
        col: MARGIN,
        role: HelpRole::Heading,
        ..HelpRow::default()
    };
    let blank = (!is_first).then(HelpRow::default);
    blank.into_iter().chain([heading])
}

fn family_rows(app: &App, family: &Family, columns: Columns) -> impl Iterator<Item = HelpRow> {
    let entries = family.entries.iter();
    entries.flat_map(move |entry| columns.rows(&keys(app, entry), entry.doc))
}

/// The keys of an action; its name on the command line where it has none.
fn keys(app: &App, entry: &Entry) -> Vec<String> {
    let mut keys: Vec<_> = app
        .keymap
        .keys(entry.action, Scope::PANES | Scope::SELECT)
        .collect();
    keys.dedup();
    if keys.is_empty() {
        keys.push(format!(":{}", entry.name));
    }
    keys
}

/// Where keys stand, and what they do.
#[derive(Clone, Copy)]
struct Columns {
    /// Cells for keys.
    keys: u16,
    /// Cells of the screen.
    all: u16,
}

impl Columns {
    /// Keys get what they need, up to a quarter of the screen: an action with many of them takes several rows.
    fn of(app: &App) -> Self {
        let all = app.size.width;
        let most = usize::from(all / 4).clamp(12, 26);
        let actions = FAMILIES.iter().flat_map(|family| family.entries);
        let lines = actions.flat_map(|entry| lines(&keys(app, entry), most));
        let widest = lines.map(|line| width(&line)).max().unwrap_or(0);
        Self {
            keys: num::cells(widest),
            all,
        }
    }

    /// Keys and beside them what they do; above it where room is short.
    fn rows(self, keys: &[String], doc: &str) -> Vec<HelpRow> {
        let col = self.keys + 2 * MARGIN;
        let is_wide = self.all >= col + BESIDE;
        let (col, room) = if is_wide {
            (col, self.keys)
        } else {
            (2 * MARGIN, self.all.saturating_sub(MARGIN + 1))
        };
        let mut keys = lines(keys, room.into()).into_iter();
        let mut rows = Vec::new();
        if !is_wide {
            rows.extend(keys.by_ref().map(|keys| HelpRow {
                keys,
                col: self.all,
                ..HelpRow::default()
            }));
        }
        for text in wrapped_at(doc, col, self.all) {
            let keys = keys.next().unwrap_or_default();
            let role = HelpRole::Keys;
            rows.push(HelpRow {
                keys,
                text,
                col,
                role,
            });
        }
        rows.extend(keys.map(|keys| HelpRow {
            keys,
            col,
            ..HelpRow::default()
        }));
        rows
    }
}

/// Keys in lines of so many cells, none of them divided.
fn lines(keys: &[String], room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for key in keys {
        match lines.last_mut() {
            Some(line) if width(line) + width(GAP) + width(key) <= room => {
                line.push_str(GAP);
                line.push_str(key);
            }
            _ => lines.push(key.clone()),
        }
    }
    lines
}

fn wrapped(text: &str, role: HelpRole, columns: u16) -> Vec<HelpRow> {
    let row = |text| HelpRow {
        text,
        col: MARGIN,
        role,
        ..HelpRow::default()
    };
    wrapped_at(text, MARGIN, columns).map(row).collect()
}

fn wrapped_at(text: &str, col: u16, columns: u16) -> impl Iterator<Item = String> {
    let room = columns.saturating_sub(col.saturating_add(1)).max(8);
    wrap_text(text, room)
        .into_iter()
        .map(|range| cut(text, range).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keys: &[&str], room: usize, expected: &[&str]) {
        let keys: Vec<_> = keys.iter().map(|&key| key.to_owned()).collect();
        assert_eq!(lines(&keys, room), expected);
    }

    #[test]
    fn keys_are_not_divided() {
        check(&[], 9, &[]);
        check(
            &["a", "Ctrl-x Ctrl-x", "b", "c"],
            9,
            &["a", "Ctrl-x Ctrl-x", "b  c"],
        );
        check(&["Space", "f", "z"], 8, &["Space  f", "z"]);
    }
}
