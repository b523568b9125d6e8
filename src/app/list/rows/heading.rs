//! The headings that items are listed under: whose or what they are, and how many.

use super::line::{Line, PartRole, part};
use super::{CURSOR, GAP, MARGIN, Style};
use crate::app::degree::Degree;
use crate::app::findings::{Item, ItemId};
use crate::app::list::Group;
use crate::app::list::entries::Entries;
use crate::text::cluster::{shorten, width};

/// The heading of a group.
pub(super) struct Heading<'a> {
    /// Cells that it stands further to the right.
    pub depth: usize,
    pub label: &'a str,
    pub title: &'a str,
    /// What is said of it behind its title, where there is room.
    pub behind: &'a str,
}

impl Heading<'_> {
    pub(super) fn line(&self, is_unfolded: bool, counts: String, style: Style<'_>) -> Line {
        let sign = if is_unfolded { "▾" } else { "▸" };
        let sign = format!("{} ", style.symbols.of(sign));
        let taken =
            CURSOR + self.depth + width(&sign) + width(self.label) + GAP + width(&counts) + MARGIN;
        let room = style.width.saturating_sub(taken);
        let title = shorten(self.title, room);
        let left = room.saturating_sub(width(&title));
        Line {
            parts: vec![
                part(" ".repeat(self.depth), PartRole::Detail),
                part(sign, PartRole::Sign),
                part(self.label, PartRole::Detail),
                part(title, PartRole::Heading),
                part(shorten(self.behind, left), PartRole::Detail),
            ],
            right: counts,
        }
    }
}

/// `T1 Q2 G1`: how many places of each kind.
pub(in crate::app::list) fn counts<'a>(items: impl Iterator<Item = &'a Item>) -> String {
    let (mut turns, mut quotes, mut guarantees) = (0, 0, 0);
    for item in items {
        match item.id {
            ItemId::Speech(_) => turns += 1,
            ItemId::Quote(_) => quotes += 1,
            ItemId::Guarantee(_) => guarantees += 1,
        }
    }
    let counts = [('T', turns), ('Q', quotes), ('G', guarantees)];
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(letter, count)| format!("{letter}{count}"));
    counts.collect::<Vec<_>>().join(" ")
}

/// One who is quoted or gives guarantees, with what the article says they are.
pub(super) fn voice_lines(
    entries: Entries<'_>,
    voice: usize,
    is_unfolded: bool,
    style: Style<'_>,
) -> Vec<Line> {
    let article = entries.article;
    let person = article.person(voice);
    let role = person.and_then(|person| person.role.as_deref());
    let note = person.and_then(|person| person.kind.note());
    let behind = match (role, note) {
        (Some(role), _) => format!(", {role}"),
        (None, Some(note)) => format!(" ({note})"),
        (None, None) => String::new(),
    };
    let heading = Heading {
        depth: 0,
        label: "",
        title: person.map_or("nobody named", |person| &person.name),
        behind: &behind,
    };
    let items = entries.under(Group::Voice(voice));
    vec![heading.line(is_unfolded, counts(items), style)]
}

/// A degree of firmness, or of sureness.
pub(super) fn degree_lines(
    entries: Entries<'_>,
    degree: Degree,
    is_unfolded: bool,
    style: Style<'_>,
) -> Vec<Line> {
    let heading = Heading {
        depth: 0,
        label: "",
        title: degree.heading(),
        behind: "",
    };
    let items = entries.under(Group::Degree(degree));
    vec![heading.line(is_unfolded, counts(items), style)]
}
