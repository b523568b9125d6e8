//! The panel of links, in rows for the width of the moment.
//!
//! The list stands over the sidebar where there is one beside the text, so that no word is hidden; else below the text, over a third of it at the
//! most. One link takes the room that its address needs.

use super::lines::lines;
use super::{Leads, Links, Sheet, Target};
use crate::app::App;
use crate::app::area::Area;
use crate::app::prompt;
use crate::app::view::Mark;
use crate::citation::excerpt::Excerpt;
use crate::layout::wrap_text;
use crate::text::cluster::shorten;
use crate::text::cut;
use crate::text::num;
use crate::text::span::Span;

/// Cells on both sides.
pub const MARGIN: u16 = 2;

/// Rows of the article that stay in sight above one link, where there are so many.
const ABOVE: u16 = 3;

/// Rows of a list below the text, where there are so many.
const FEWEST: u16 = 4;

/// Bytes of a footnote that are looked at for its row in the list.
const BEGINNING: u32 = 400;

/// The keys that matter most in the panel, and what they do.
pub fn keys(links: &Links) -> &'static [(&'static str, &'static str)] {
    const LIST: &[(&str, &str)] = &[
        ("a-z", "look at"),
        ("Enter", "the one under the cursor"),
        ("Up Down", "move"),
        ("/", "filter"),
        ("Esc", "close"),
    ];
    const FILTERED: &[(&str, &str)] = &[
        ("a-z", "look at"),
        ("Enter", "the one under the cursor"),
        ("Up Down", "move"),
        ("/", "filter"),
        ("Esc", "list all"),
    ];
    const OPEN: &[(&str, &str)] = &[
        ("Enter", "open"),
        ("y", "copy the address"),
        ("Esc", "back"),
    ];
    const GO: &[(&str, &str)] = &[("Enter", "go there"), ("y", "copy"), ("Esc", "back")];
    const REFUSED: &[(&str, &str)] = &[("y", "copy the address"), ("Esc", "back")];
    match (links.sheet, links.chosen().map(|it| &it.leads)) {
        (Sheet::List, _) if links.prompt.is_some() => &prompt::FILTER_KEYS,
        (Sheet::List, _) if links.filter.is_some() => FILTERED,
        (Sheet::List, _) | (_, None) => LIST,
        (_, Some(Leads::Out(_))) => OPEN,
        (_, Some(Leads::Here(_) | Leads::Note(_) | Leads::Beside(_))) => GO,
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
    pub role: PanelRole,
    /// Whether the cursor is on it.
    pub is_chosen: bool,
}

/// What kind of row it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PanelRole {
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

/// The panel as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Where it stands.
    pub area: Area,
    /// Its rows, from the top of the area on.
    pub rows: Vec<PanelRow>,
    /// Whether there are more than there is room for.
    pub has_more: bool,
    /// The row of the area with the first link, in a list.
    pub first: usize,
}

/// The panel of these links.
pub fn panel(app: &App, links: &Links) -> Panel {
    match (links.sheet, links.chosen()) {
        (Sheet::One(top), Some(target)) => {
            let all = one(app, target);
            let room = usize::from(room_below(app));
            let top = top.min(all.len().saturating_sub(room));
            let has_more = top + room < all.len();
            let rows: Vec<_> = all.into_iter().skip(top).take(room).collect();
            Panel {
                area: below(app, rows.len()),
                rows,
                has_more,
                first: 0,
            }
        }
        _ => list(app, links),
    }
}

/// How far one link can be scrolled down.
pub fn lowest_top(app: &App, links: &Links) -> usize {
    let rows = links.chosen().map_or(0, |target| one(app, target).len());
    rows.saturating_sub(room_below(app).into())
}

/// Links that the list has room for.
pub fn room(app: &App) -> usize {
    let room = match beside(app) {
        Some(area) => area.height - 1,
        None => room_below(app).min((foot(app) / 3).max(FEWEST)),
    };
    usize::from(room).max(1)
}

/// The first link that a list below the text would cover, as far as the list has to be scrolled for it.
pub fn first_covered(app: &App, links: &Links) -> usize {
    let count = links.targets.len();
    let room = room(app);
    if beside(app).is_some() || count <= room {
        return 0;
    }
    let text = app.page.areas.text;
    let seen = below(app, room).y.saturating_sub(text.y + 1);
    let rows = app.page.rows.iter().skip(seen.into());
    let covered = rows.flat_map(|(_, row)| &row.pieces).map(|it| it.span);
    let first = covered.filter(|it| !it.is_empty()).map(|it| it.start).min();
    let is_covered = |target: &Target| first.is_some_and(|at| target.span.start >= at);
    let index = links.targets.iter().position(is_covered).unwrap_or(0);
    index.min(count - room)
}

/// The link of the list in a cell of the screen.
pub fn pressed(app: &App, links: &Links, x: u16, y: u16) -> Option<usize> {
    let panel = list(app, links);
    let is_inside = links.sheet == Sheet::List && panel.area.contains(x, y);
    let row = usize::from(y.checked_sub(panel.area.y).filter(|_| is_inside)?);
    let index = links.top(room(app)) + row.checked_sub(panel.first)?;
    (index < links.targets.len()).then_some(index)
}

/// The sidebar, where it stands beside the text.
fn beside(app: &App) -> Option<Area> {
    let areas = app.page.areas;
    let whole = Area {
        y: areas.tabs.y.min(areas.list.y),
        height: areas.tabs.height + areas.list.height,
        ..areas.list
    };
    let is_there = areas.text.width > 0 && areas.tabs.height > 0 && areas.list.height > 0;
    is_there.then_some(whole)
}

/// The rows above the bottom edge that so many rows take.
fn below(app: &App, rows: usize) -> Area {
    let foot = foot(app);
    let height = num::cells(rows).min(foot);
    Area {
        x: 0,
        y: foot - height,
        width: app.size.width,
        height,
    }
}

/// The row below the text.
fn foot(app: &App) -> u16 {
    match app.page.areas.status {
        status if status.height > 0 => status.y,
        _ => app.size.height,
    }
}

fn room_below(app: &App) -> u16 {
    foot(app).saturating_sub(ABOVE).max(1)
}

/// Cells that rows have between their margins.
fn width(area: Area) -> u16 {
    area.width.saturating_sub(2 * MARGIN).max(1)
}

/// All links, one a row: `a  the pier                harbour.example`.
fn list(app: &App, links: &Links) -> Panel {
    let room = room(app);
    let title = beside(app).map(|area| (area, title(links)));
    let area = title
        .as_ref()
        .map_or_else(|| below(app, room.min(links.count())), |(area, _)| *area);
    let top = links.top(room);
    let end = links.targets.len().min(top + room);
    let rows = (top..end).map(|at| row(app, links, at, width(area)));
    let rows = rows.chain(nothing(links));
    Panel {
        area,
        has_more: end < links.targets.len(),
        first: usize::from(title.is_some()),
        rows: title.into_iter().map(|(_, row)| row).chain(rows).collect(),
    }
}

fn title(links: &Links) -> PanelRow {
    let count = links.count();
    PanelRow {
        text: match (&links.filter, count) {
            (Some(filter), _) => {
                format!(
                    "{} of {count} with “{}”",
                    links.targets.len(),
                    filter.typed()
                )
            }
            (None, 1) => "A link or footnote".to_owned(),
            (None, _) => format!("{count} links and footnotes"),
        },
        role: PanelRole::Title,
        ..PanelRow::default()
    }
}

/// What stands where no link fits the filter.
fn nothing(links: &Links) -> Option<PanelRow> {
    links.targets.is_empty().then(|| PanelRow {
        text: "nothing fits the filter".to_owned(),
        role: PanelRole::Detail,
        ..PanelRow::default()
    })
}

fn row(app: &App, links: &Links, index: usize, width: u16) -> PanelRow {
    let Some(target) = links.targets.get(index) else {
        return PanelRow::default();
    };
    let letters = links.letters(index);
    let right = shorten(&target.leads.briefly(app), usize::from(width) / 2).into_owned();
    let taken = crate::text::cluster::width(&right) + letters.len() + 4;
    PanelRow {
        letters,
        text: shorten(&target.text, usize::from(width).saturating_sub(taken)).into_owned(),
        right,
        is_chosen: index == links.cursor,
        ..PanelRow::default()
    }
}

impl Leads {
    /// Where it leads, in a few words.
    pub fn briefly(&self, app: &App) -> String {
        match self {
            Self::Out(address) if address.doubts.is_empty() => address.host.clone(),
            Self::Out(address) => format!("! {}", address.host),
            Self::Here(mark) => app.article.outline.location(mark.block).to_string(),
            Self::Note(mark) => {
                let end = mark.span.end.min(mark.span.start.saturating_add(BEGINNING));
                let end = app.article.document.char_start(end);
                let words = Excerpt::of(&app.article.document, Span::new(mark.span.start, end));
                words.text().replace('\n', " ")
            }
            Self::Beside(neighbour) => neighbour.path.display().to_string(),
            Self::Nowhere { written, .. } => format!("- {written}"),
        }
    }
}

/// Text in rows of one role, its blank lines kept.
fn wrapped(text: &str, role: PanelRole, width: u16) -> Vec<PanelRow> {
    let row = |text: &str| PanelRow {
        text: text.to_owned(),
        role,
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

/// An address in rows.
fn address(text: &str, label: &str, role: PanelRole, width: u16) -> Vec<PanelRow> {
    let indent = crate::text::cluster::width(label);
    let room = usize::from(width).saturating_sub(indent).max(1);
    let mut label = label.to_owned();
    let rows = lines(text, room).into_iter().map(|line| {
        let row = format!("{label}{}", cut(text, line));
        label = " ".repeat(indent);
        PanelRow {
            text: row,
            role,
            ..PanelRow::default()
        }
    });
    rows.collect()
}

/// The same for those who are told: rows of so many cells, of a list as many as one listens to.
pub fn told(app: &App, links: &Links, width: u16) -> Vec<PanelRow> {
    const MOST: usize = 50;
    if let (Sheet::One(_), Some(target)) = (links.sheet, links.chosen()) {
        return one_in(app, target, width);
    }
    let top = links.top(MOST);
    let end = links.targets.len().min(top + MOST);
    let rows = (top..end).map(|at| row(app, links, at, width));
    [title(links)]
        .into_iter()
        .chain(rows)
        .chain(nothing(links))
        .collect()
}

/// One link with all that is known of it.
fn one(app: &App, target: &Target) -> Vec<PanelRow> {
    one_in(app, target, width(below(app, 1)))
}

fn one_in(app: &App, target: &Target, width: u16) -> Vec<PanelRow> {
    let title = |text: &str| wrapped(text, PanelRole::Title, width);
    let place = |mark: &Mark| {
        let location = app.article.outline.location(mark.block).to_string();
        wrapped(&location, PanelRole::Detail, width)
    };
    let doubt = |text: &String| wrapped(&format!("! {text}"), PanelRole::Doubt, width);
    let parts = match &target.leads {
        Leads::Out(it) => vec![
            title("Open this address?"),
            address(&it.whole, "", PanelRole::Text, width),
            address(&it.host, "host: ", PanelRole::Detail, width),
            it.doubts.iter().flat_map(doubt).collect(),
        ],
        Leads::Note(mark) => {
            let words = Excerpt::of(&app.article.document, mark.span).text();
            vec![
                title(&format!("Note {}", target.text)),
                wrapped(&words, PanelRole::Text, width),
                place(mark),
            ]
        }
        Leads::Here(mark) => vec![
            title("A place in this article"),
            wrapped(&target.text, PanelRole::Text, width),
            place(mark),
        ],
        Leads::Beside(neighbour) => vec![
            title("Another article"),
            address(
                &neighbour.path.display().to_string(),
                "",
                PanelRole::Text,
                width,
            ),
        ],
        Leads::Nowhere { written, why } => vec![
            title("This is not opened"),
            address(written, "", PanelRole::Text, width),
            doubt(why),
        ],
    };
    parts.concat()
}
