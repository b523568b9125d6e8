//! Help in rows for the width of the moment.

use super::MARGIN;
use super::notes::{Notes, beginning, end};
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

/// All rows of help: first what is wrong in the configuration, then how to read, then keys, then what else is to be known.
pub fn rows(app: &App) -> Vec<HelpRow> {
    let columns = app.size.width;
    let mut rows: Vec<_> = app
        .mistakes
        .iter()
        .flat_map(|it| wrapped(it, HelpRole::Mistake, columns))
        .collect();
    let keys = Columns::of(app);
    rows.extend(note_rows(&beginning(app), rows.is_empty(), columns));
    for family in FAMILIES {
        rows.extend(heading(family.title, false));
        rows.extend(family_rows(app, family, keys));
    }
    rows.extend(note_rows(&end(app), false, columns));
    rows
}

fn note_rows(notes: &Notes, is_first: bool, columns: u16) -> impl Iterator<Item = HelpRow> {
    let paragraphs = notes.notes.iter();
    let rows = paragraphs.flat_map(move |it| wrapped(it, HelpRole::Note, columns));
    heading(notes.title, is_first).chain(rows)
}

/// The same in lines that are as long as they are: `j, Down: a line down`.
pub fn lines_of(app: &App) -> Vec<String> {
    let mut lines = app.mistakes.clone();
    let note_lines = |it: Notes| std::iter::once(it.title.to_owned()).chain(it.notes);
    lines.extend(note_lines(beginning(app)));
    for family in FAMILIES {
        lines.push(family.title.to_owned());
        let line = |entry| {
            let (keys, doc) = told(app, entry);
            format!("{}: {doc}", keys.join(", "))
        };
        lines.extend(family.entries.iter().map(line));
    }
    lines.extend(note_lines(end(app)));
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
    entries.flat_map(move |entry| {
        let (keys, doc) = told(app, entry);
        columns.rows(&keys, &doc)
    })
}

/// The keys of an action, and what they do; its name on the command line where it has none. Of keys that hold in only one of the panes
/// that it is for, that is said.
fn told(app: &App, entry: &Entry) -> (Vec<String>, String) {
    let bound = bound(app, entry);
    let all = bound.iter().fold(Scope::empty(), |all, it| all | it.1);
    let of = |scope| {
        let keys = bound.iter().filter(move |it| it.1 == scope);
        keys.map(|it| it.0.clone()).collect::<Vec<_>>()
    };
    let mut doc = entry.doc.to_owned();
    let mut keys = of(all);
    for (pane, name) in [(Scope::TEXT, "text"), (Scope::LIST, "list")] {
        let others = of(pane);
        match others.as_slice() {
            [] => {}
            _ if pane == all => {}
            others if keys.is_empty() => keys = others.to_vec(),
            others => doc = format!("{doc}; in the {name} also {}", others.join(", ")),
        }
    }
    if keys.is_empty() {
        keys.push(format!(":{}", entry.name));
    }
    (keys, doc)
}

/// The keys of an action, each with the panes where it holds; those that hold while selecting, of what is done then alone.
fn bound(app: &App, entry: &Entry) -> Vec<(String, Scope)> {
    let is_for_panes = entry.scope().intersects(Scope::PANES);
    let home = if is_for_panes {
        Scope::PANES
    } else {
        Scope::SELECT
    };
    let mut bound: Vec<(String, Scope)> = Vec::new();
    for (keys, scope) in app.keymap.bindings(entry.action) {
        match bound.iter_mut().find(|it| it.0 == keys) {
            Some(it) => it.1 |= scope & home,
            None => bound.push((keys, scope & home)),
        }
    }
    bound.retain(|it| !it.1.is_empty());
    bound
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
        let lines = actions.flat_map(|entry| lines(&told(app, entry).0, most));
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
