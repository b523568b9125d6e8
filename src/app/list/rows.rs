//! What the entries of the list say, line by line.

mod change;
mod clip;
mod details;
mod heading;
mod hit;
mod item;
mod line;
mod section;

pub use change::words as change_words;
pub use details::detail;
pub use item::words;
pub use line::{Line, Part, PartRole};

pub(super) use heading::counts;
pub(super) use line::part;

use super::entries::Entries;
use super::grouping::Order;
use super::map::{self, Scale};
use super::{Entry, Group, Kind};
use crate::app::article::Article;
use crate::app::findings::ItemId;
use crate::article::section::SectionId;
use crate::config::symbols::Symbols;
use crate::text::cluster::shorten;

/// Cells before the words of an item: its letter between spaces.
const INDENT: usize = 4;

/// Cells of the cursor, which is drawn before each line.
const CURSOR: usize = 1;

/// Cells between a heading and its counts.
const GAP: usize = 1;

/// Cells that are left free at the right edge.
const MARGIN: usize = 1;

/// How entries are written.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// Cells of a line.
    pub width: usize,
    /// Which items are counted.
    pub kind: Kind,
    /// The signs that are drawn.
    pub symbols: Symbols,
    /// The section that is read; only there it is said that nothing was found.
    pub here: SectionId,
    /// What the bars of a map are drawn by, where one is listed.
    pub map: Option<Scale<'a>>,
}

/// Cells for the words of an item on a line of `width` cells.
fn room(width: usize) -> usize {
    width.saturating_sub(CURSOR + INDENT + MARGIN).max(1)
}

/// The lines of an entry; those of items stand under the heading of their section.
pub fn lines(entries: Entries<'_>, entry: Entry, style: Style<'_>) -> Vec<Line> {
    let article = entries.article;
    let group = entries.group_above(entry);
    let depth = match group {
        Group::Section(_) if style.kind == Kind::Hits => 0,
        Group::Section(section) => depth(entries, section),
        Group::Voice(_) | Group::Degree(_) | Group::Change(_) => 0,
    };
    let width = style.width.saturating_sub(depth);
    let lines = match entry {
        Entry::Group(group) => {
            return group_lines(entries, group, style);
        }
        Entry::Hit(at) => hit::lines(entries, at, width),
        Entry::Item(index) => article.items().get(index).map_or_else(Vec::new, |item| {
            item::lines(entries, item, group, Style { width, ..style })
        }),
        Entry::Repeat { place, .. } => {
            let at = article
                .items()
                .get(place)
                .map(|item| article.locations(item.span).to_string())
                .unwrap_or_default();
            vec![pointer("=", &at, "the same again", width)]
        }
        Entry::Reference { item, index } => {
            vec![reference_line(
                article,
                item,
                index,
                Style { width, ..style },
            )]
        }
    };
    lines.into_iter().map(|line| line.indented(depth)).collect()
}

/// Cells that the heading of a section stands further to the right than those of the first level, as long as it stands below them.
fn depth(entries: Entries<'_>, section: SectionId) -> usize {
    let section = entries.article.outline.section(section);
    let section = section.filter(|_| entries.list.order() == Order::Own);
    let level = section.map_or(0, |section| section.level);
    usize::from(level.saturating_sub(2)).min(4) * 2
}

/// How many lines an entry takes.
pub fn height(entries: Entries<'_>, entry: Entry, style: Style<'_>) -> usize {
    match entry {
        Entry::Repeat { .. } | Entry::Reference { .. } => 1,
        Entry::Group(Group::Section(section)) if section != style.here => 1,
        _ => lines(entries, entry, style).len(),
    }
}

fn group_lines(entries: Entries<'_>, group: Group, style: Style<'_>) -> Vec<Line> {
    let article = entries.article;
    if !entries.contains(Entry::Group(group)) {
        return vec![section::nothing_at_all(entries, group, style)];
    }
    let is_unfolded = entries.is_unfolded(group);
    match group {
        Group::Section(section) => match style.map {
            Some(scale) => vec![map::line(entries, section, scale, style)],
            None => section::lines(entries, section, is_unfolded, style),
        },
        Group::Voice(voice) => heading::voice_lines(entries, voice, is_unfolded, style),
        Group::Degree(degree) => heading::degree_lines(entries, degree, is_unfolded, style),
        Group::Change(change) => change::lines(article, change, style.width),
    }
}

fn reference_line(article: &Article, item: usize, index: usize, style: Style<'_>) -> Line {
    let Some(block) = article.reference(item, index).map(|mark| mark.block) else {
        return Line::default();
    };
    let is_quote = matches!(
        article.items().get(item).map(|item| item.id),
        Some(ItemId::Quote(_))
    );
    let section = article.outline.section(article.outline.section_of(block));
    let what = match section {
        _ if is_quote => "the fuller quote",
        Some(section) => &section.title,
        None => "",
    };
    let leads = style.symbols.of("↔");
    pointer(
        leads,
        &article.outline.location(block).to_string(),
        what,
        style.width,
    )
}

fn pointer(sign: &str, location: &str, what: &str, width: usize) -> Line {
    let room = room(width);
    let text = format!("{sign} {location} {what}");
    Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(shorten(text.trim_end(), room), PartRole::Detail),
        ],
        right: String::new(),
    }
}
