//! The heading of a section, and what stands under it where nothing was found.

use super::heading::{Heading, counts};
use super::line::{Line, PartRole, part};
use super::{INDENT, Style, depth, room};
use crate::app::article::Article;
use crate::app::list::entries::Entries;
use crate::app::list::{Group, Kind, items_of};
use crate::article::section::SectionId;
use crate::text::cluster::{shorten, width};

pub(super) fn lines(
    entries: Entries<'_>,
    id: SectionId,
    is_unfolded: bool,
    style: Style<'_>,
) -> Vec<Line> {
    let article = entries.article;
    let items = || entries.under(Group::Section(id));
    let label = article
        .outline
        .label(id)
        .map(|label| format!("{label} "))
        .unwrap_or_default();
    let heading = Heading {
        depth: depth(entries, id),
        label: &label,
        title: article.outline.title(id),
        behind: "",
    };
    let hits = entries.hits.map_or(0, |hits| hits.of_section(id).len());
    let mut counts = counts(items());
    if hits > 0 {
        let gap = if counts.is_empty() { "" } else { " " };
        counts = format!("{counts}{gap}/{hits}");
    }
    let mut lines = vec![heading.line(is_unfolded, counts, style)];
    let has_any = match style.kind {
        Kind::Hits => hits > 0,
        _ => items().next().is_some(),
    };
    if is_unfolded && id == style.here && !has_any {
        let depth = heading.depth;
        let width = style.width.saturating_sub(depth);
        let line = nothing_line(article, id, Style { width, ..style });
        lines.push(line.indented(depth));
    }
    lines
}

/// What stands under a section where nothing was found.
fn nothing_line(article: &Article, section: SectionId, style: Style<'_>) -> Line {
    let behind = items_of(article, section).end;
    let next = article
        .items()
        .iter()
        .skip(behind)
        .find(|item| style.kind.lists(item.id))
        .and_then(|item| article.outline.label(item.section));
    let what = match style.kind {
        Kind::All | Kind::People | Kind::Changes | Kind::Map => "nothing",
        Kind::Hits => "no hits",
        Kind::Quotes => "no quotes",
        Kind::Guarantees => "no guarantees",
    };
    let ways = match next {
        Some(next) => vec![
            format!("found {what} here · next in {next}"),
            format!("found {what} · next: {next}"),
            format!("none found · next: {next}"),
        ],
        None if !article.is_annotated() && style.kind != Kind::Hits => {
            vec!["still looking …".to_owned()]
        }
        None => vec![format!("found {what} here")],
    };
    let room = room(style.width);
    let fitting = ways.iter().find(|way| width(way) <= room).or(ways.last());
    let text = shorten(fitting.map_or("", String::as_str), room).into_owned();
    Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(text, PartRole::Detail),
        ],
        right: String::new(),
    }
}

/// What the list says when there is nothing in it.
pub(super) fn nothing_at_all(entries: Entries<'_>, group: Group, style: Style<'_>) -> Line {
    let text = match group {
        _ if !entries.article.is_annotated() => "still looking …",
        _ if entries.list.filter.is_some() => "nothing fits the filter",
        Group::Voice(_) => "found no quotes or promises",
        _ => "found nothing",
    };
    let text = format!("  {}", shorten(text, room(style.width)));
    Line {
        parts: vec![part(text, PartRole::Detail)],
        right: String::new(),
    }
}
