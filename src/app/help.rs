//! Help, made of the live keymap, in rows for the width of the moment.

use super::App;
use super::list::map;
use crate::action::{Action, Scope, actions};
use crate::layout::wrap_text;
use crate::text::cluster::width;
use crate::text::{cut, num};

/// Cells before everything.
pub const MARGIN: u16 = 2;

/// The least room for words beside the keys; where there is less, they stand below.
const BESIDE: u16 = 16;

/// What the letters beside the text mean.
const LETTERS: &str = "In the gutter: Q a quote, G a guarantee, g a paragraph that elaborates one.";

/// Where all this is learnt.
const TUTORIAL: &str = "sidenote --tutorial teaches all this by doing.";

/// What is to be known of all that is listed.
const RULES: &str = "Quotes and guarantees are found by rules. What is listed stands in the text; some can be missed.";

/// What was measured, on what, and on what not.
pub const MEASURED: &str = "Measured on 84 annotated US political news articles of November 2016 (PolNeAR): F1 97.8 for finding quotes, \
88.9 for finding them with the right speaker. On sentences and lists sampled from such news, precision and recall: commitments 88 and 84, \
list items 90 and 89. Not measured: interviews, court records, letters, posts, press releases, headlines, poetry, dialogue, block quotations, \
other languages.";

/// What is told besides the keys.
fn notes(app: &App) -> [String; 7] {
    let key = |action| app.keymap.keys(action, Scope::TEXT).next();
    let [down, percent] = [Action::Down, Action::Percent].map(|it| key(it).unwrap_or_default());
    let leads = app.symbols.of("↔");
    [
        format!("A number before a key repeats it (5{down}) or says how far (40{percent})."),
        LETTERS.to_owned(),
        format!(
            "In the list: ? after a name that is a guess, = the same words again, {leads} more about it."
        ),
        format!("On the map: {}.", app.symbols.write(map::LEGEND)),
        TUTORIAL.to_owned(),
        RULES.to_owned(),
        MEASURED.to_owned(),
    ]
}

/// A row of help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpRow {
    /// The keys, in the first row of what they do or in rows of their own.
    pub keys: String,
    /// A part of what they do, or of a note.
    pub text: String,
    /// Where the text starts, in cells from the left edge.
    pub col: u16,
    /// Whether it belongs to a note, not to keys.
    pub is_note: bool,
}

/// All rows of help: first what is wrong in the configuration, then keys, then notes.
pub fn rows(app: &App) -> Vec<HelpRow> {
    rows_of(app, app.size.width)
}

/// The same on a screen of `columns` cells.
pub fn rows_of(app: &App, columns: u16) -> Vec<HelpRow> {
    let note = |note: &str| wrapped(String::new(), note, MARGIN, columns);
    let mut rows: Vec<_> = app.mistakes.iter().flat_map(|it| note(it)).collect();
    if !rows.is_empty() {
        rows.push(HelpRow::default());
    }
    rows.extend(key_rows(app, columns));
    rows.push(HelpRow::default());
    rows.extend(notes(app).iter().flat_map(|it| note(it)));
    rows
}

fn key_rows(app: &App, columns: u16) -> Vec<HelpRow> {
    let bound: Vec<_> = actions()
        .map(|entry| {
            let mut keys: Vec<_> = app
                .keymap
                .keys(entry.action, Scope::PANES | Scope::SELECT)
                .collect();
            keys.dedup();
            (keys.join("  "), entry.doc)
        })
        .filter(|(keys, _)| !keys.is_empty())
        .collect();
    let widest = bound.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    let col = num::cells(widest) + 2 * MARGIN;
    let is_wide = columns >= col + BESIDE;
    bound
        .into_iter()
        .flat_map(|(keys, doc)| {
            if is_wide {
                wrapped(keys, doc, col, columns)
            } else {
                stacked(&keys, doc, columns)
            }
        })
        .collect()
}

/// Keys, and below them what they do.
fn stacked(keys: &str, doc: &str, columns: u16) -> Vec<HelpRow> {
    let room = columns.saturating_sub(MARGIN + 1).max(8);
    let keys = wrap_text(keys, room).into_iter().map(|range| HelpRow {
        keys: cut(keys, range).to_owned(),
        col: columns,
        ..HelpRow::default()
    });
    keys.chain(wrapped(String::new(), doc, 2 * MARGIN, columns))
        .collect()
}

fn wrapped(mut keys: String, text: &str, col: u16, columns: u16) -> Vec<HelpRow> {
    let room = columns.saturating_sub(col.saturating_add(1)).max(8);
    let row = |range| HelpRow {
        keys: std::mem::take(&mut keys),
        text: cut(text, range).to_owned(),
        col,
        is_note: col == MARGIN,
    };
    wrap_text(text, room).into_iter().map(row).collect()
}

/// How many rows of help are on screen.
pub fn room(app: &App) -> usize {
    usize::from(app.size.height).saturating_sub(2).max(1)
}

/// How far help can be scrolled down, in rows.
pub fn lowest_top(app: &App) -> usize {
    rows(app).len().saturating_sub(room(app))
}
