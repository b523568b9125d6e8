//! The panel of links, in rows for the width of the moment.

use super::{Leads, Links, Sheet, Target};
use crate::app::App;
use crate::layout::wrap_text;
use crate::text::cluster::shorten;
use crate::text::cut;

/// Cells on both sides.
pub const MARGIN: u16 = 2;

/// Rows of the article that stay in sight above the panel, where there are so many.
const ABOVE: usize = 3;

/// The keys that matter most in the panel, and what they do.
pub fn keys(links: &Links) -> &'static [(&'static str, &'static str)] {
    const LIST: &[(&str, &str)] = &[
        ("a-z", "look at"),
        ("Enter", "the one under the cursor"),
        ("Up Down", "move"),
        ("Esc", "close"),
    ];
    const OPEN: &[(&str, &str)] = &[
        ("Enter", "open"),
        ("y", "copy the address"),
        ("Esc", "back"),
    ];
    const GO: &[(&str, &str)] = &[("Enter", "go there"), ("y", "copy"), ("Esc", "back")];
    const REFUSED: &[(&str, &str)] = &[("y", "copy the address"), ("Esc", "back")];
    match (links.sheet, links.chosen().map(|it| &it.leads)) {
        (Sheet::List, _) | (_, None) => LIST,
        (_, Some(Leads::Out(_))) => OPEN,
        (_, Some(Leads::Here(_) | Leads::Note { .. })) => GO,
        (_, Some(Leads::Nowhere { .. })) => REFUSED,
    }
}

/// A row of the panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelRow {
    /// The letters of a link.
    pub letters: String,
    /// What it says.
    pub text: String,
    /// What stands at the right edge.
    pub right: String,
    /// What kind of row it is.
    pub tone: Tone,
    /// Whether the cursor is on it.
    pub is_chosen: bool,
}

/// What kind of row it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Text.
    #[default]
    Text,
    /// What stands above.
    Title,
    /// What is told of it.
    Detail,
    /// What should be looked at twice.
    Doubt,
}

/// The rows that there is room for, and whether there are more.
pub fn shown(app: &App, links: &Links) -> (Vec<PanelRow>, bool) {
    let rows = rows(app, links);
    let room = room(app);
    let top = top(app, links);
    let has_more = top + room < rows.len();
    (rows.into_iter().skip(top).take(room).collect(), has_more)
}

/// The first row that is shown.
fn top(app: &App, links: &Links) -> usize {
    match links.sheet {
        Sheet::List => (links.cursor + 1).saturating_sub(room(app)),
        Sheet::One(top) => top.min(lowest_top(app, links)),
    }
}

/// How far the panel can be scrolled down.
pub fn lowest_top(app: &App, links: &Links) -> usize {
    rows(app, links).len().saturating_sub(room(app))
}

/// Rows there is room for.
fn room(app: &App) -> usize {
    let below = match app.page.areas.status {
        status if status.height > 0 => status.y,
        _ => app.size.height,
    };
    usize::from(below).saturating_sub(ABOVE).max(1)
}

fn rows(app: &App, links: &Links) -> Vec<PanelRow> {
    told(app, links, app.size.width.saturating_sub(2 * MARGIN).max(1))
}

/// All rows in so many cells.
pub fn told(app: &App, links: &Links, width: u16) -> Vec<PanelRow> {
    match (links.sheet, links.chosen()) {
        (Sheet::One(_), Some(target)) => one(app, target, width),
        _ => list(app, links, width),
    }
}

/// All links, one a row: `a  the pier                harbour.example`.
fn list(app: &App, links: &Links, width: u16) -> Vec<PanelRow> {
    let half = usize::from(width) / 2;
    let row = |(index, target): (usize, &Target)| {
        let right = match &target.leads {
            Leads::Out(address) if address.doubts.is_empty() => address.host.clone(),
            Leads::Out(address) => format!("! {}", address.host),
            Leads::Here(mark) => app.article.outline.location(mark.block),
            Leads::Note { words, .. } => words.replace('\n', " "),
            Leads::Nowhere { written, .. } => format!("- {written}"),
        };
        let right = shorten(&right, half).into_owned();
        let taken = crate::text::cluster::width(&right) + 6;
        PanelRow {
            letters: links.letters(index),
            text: shorten(&target.text, usize::from(width).saturating_sub(taken)).into_owned(),
            right,
            is_chosen: index == links.cursor,
            ..PanelRow::default()
        }
    };
    links.targets.iter().enumerate().map(row).collect()
}

/// Text in rows of one tone, its blank lines kept.
fn wrapped(text: &str, tone: Tone, width: u16) -> Vec<PanelRow> {
    let row = |text: &str| PanelRow {
        text: text.to_owned(),
        tone,
        ..PanelRow::default()
    };
    let lines = text.lines().flat_map(|line| {
        let mut ranges = wrap_text(line, width);
        if ranges.is_empty() {
            ranges.push(0..0);
        }
        ranges.into_iter().map(move |range| row(cut(line, range)))
    });
    lines.collect()
}

/// One link with all that is known of it.
fn one(app: &App, target: &Target, width: u16) -> Vec<PanelRow> {
    let (title, text, details, doubts) = match &target.leads {
        Leads::Out(address) => (
            "Open this address?".to_owned(),
            address.whole.clone(),
            format!("host: {}", address.host),
            address.doubts.clone(),
        ),
        Leads::Note { words, mark } => (
            format!("Note {}", target.text),
            words.clone(),
            app.article.outline.location(mark.block),
            Vec::new(),
        ),
        Leads::Here(mark) => (
            "A place in this article".to_owned(),
            target.text.clone(),
            app.article.outline.location(mark.block),
            Vec::new(),
        ),
        Leads::Nowhere { written, why } => (
            "This is not opened".to_owned(),
            written.clone(),
            String::new(),
            vec![why.clone()],
        ),
    };
    let doubts = doubts
        .iter()
        .flat_map(|it| wrapped(&format!("! {it}"), Tone::Doubt, width));
    let rows = wrapped(&title, Tone::Title, width).into_iter();
    rows.chain(wrapped(&text, Tone::Text, width))
        .chain(wrapped(&details, Tone::Detail, width))
        .chain(doubts)
        .collect()
}
