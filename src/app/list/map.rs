//! The map of an article: a section as a bar, as long as the section is, with what is where.
//!
//! ```text
//! §2 Who pays for the dredging?  ━━━Q━G━◆──*────G──
//! ```

use super::Group;
use super::entries::Entries;
use super::rows::{Line, Part, PartRole, Style, part};
use crate::app::article::Article;
use crate::app::findings::ItemId;
use crate::app::seen::Seen;
use crate::article::section::{Section, SectionId};
use crate::text::cluster::{shorten, width};
use crate::text::num;
use crate::text::span::Span;

/// Items that are looked at to tell what is in a cell: with more, it says what the first ones are.
const LOOKED_AT: usize = 64;

/// Cells from which titles and bars get their counts.
const WIDE: usize = 60;

/// What the signs of the map mean.
pub const LEGEND: &str = "◆ here · ━ seen · Q quote · G guarantee · * both · ─ not seen yet";

/// What all bars of a map have in common.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    /// Bytes of the longest section.
    longest: u32,
    /// What has been on screen.
    seen: &'a Seen,
    /// The byte at the top of the screen.
    here: u32,
}

impl<'a> Scale<'a> {
    /// The scale for an article. Linear in sections.
    pub fn new(article: &Article, seen: &'a Seen, here: u32) -> Self {
        let sections = (0..article.outline.len()).map(SectionId::new);
        let longest = sections.map(|it| extent(article, it).len()).max();
        Self {
            longest: longest.unwrap_or(0).max(1),
            seen,
            here,
        }
    }
}

/// The bytes of a section.
fn extent(article: &Article, section: SectionId) -> Span {
    let range = article.outline.section(section).map(Section::range);
    let start_of = |block| {
        let block = article.document.block(block);
        block.map_or(article.document.bytes(), |it| it.span.start)
    };
    range.map_or(Span::at(0), |range| {
        Span::new(start_of(range.start), start_of(range.end))
    })
}

/// The row of a section.
pub(super) fn line(
    entries: Entries<'_>,
    id: SectionId,
    scale: Scale<'_>,
    style: Style<'_>,
) -> Line {
    let article = entries.article;
    let is_wide = style.width >= WIDE;
    let right = if is_wide {
        super::rows::counts(entries.under(Group::Section(id)))
    } else {
        String::new()
    };
    let taken = 5 + if is_wide { right.len().max(10) } else { 0 };
    let room = style.width.saturating_sub(taken);
    let for_name = room * 2 / 5;
    let label = article.outline.label(id).map(|label| format!("{label} "));
    let label = label.unwrap_or_default();
    let title = shorten(
        article.outline.title(id),
        for_name.saturating_sub(width(&label)),
    );
    let gap = for_name.saturating_sub(width(&label) + width(&title)) + 1;
    let mut parts = vec![
        part(" ", PartRole::Detail),
        part(label, PartRole::Detail),
        part(title, PartRole::Heading),
        part(" ".repeat(gap), PartRole::Detail),
    ];
    parts.extend(bar(entries, id, scale, (room - for_name, style)));
    Line { parts, right }
}

/// The bar of a section in so many cells at the most.
fn bar(
    entries: Entries<'_>,
    id: SectionId,
    scale: Scale<'_>,
    (room, style): (usize, Style<'_>),
) -> Vec<Part> {
    let whole = extent(entries.article, id);
    let cells = (whole.len() as usize * room).div_ceil(scale.longest as usize);
    let border = |cell: usize| {
        let bytes = whole.len() as usize * cell / cells.max(1);
        whole.start + num::offset(bytes)
    };
    let mut parts: Vec<Part> = Vec::new();
    for cell in 0..cells {
        let span = Span::new(border(cell), border(cell + 1));
        let (sign, role) = sign(entries, span, scale);
        let sign = style.symbols.of(sign);
        match parts.last_mut().filter(|last| last.role == role) {
            Some(last) => last.text.push_str(sign),
            None => parts.push(part(sign, role)),
        }
    }
    parts
}

/// What stands for a stretch of the article.
fn sign(entries: Entries<'_>, span: Span, scale: Scale<'_>) -> (&'static str, PartRole) {
    let article = entries.article;
    if span.contains(scale.here) {
        return ("◆", PartRole::Sign);
    }
    let items = article.items();
    let first = items.partition_point(|item| item.span.start < span.start);
    let inside = (first..items.len()).take_while(|&at| items[at].span.start < span.end);
    let (mut has_quote, mut has_guarantee) = (false, false);
    for at in inside.take(LOOKED_AT).filter(|&at| entries.has(at)) {
        match items[at].id {
            ItemId::Quote(_) | ItemId::Speech(_) => has_quote = true,
            ItemId::Guarantee(_) => has_guarantee = true,
        }
    }
    match (has_quote, has_guarantee) {
        (true, true) => ("*", PartRole::Sign),
        (true, false) => ("Q", PartRole::Quote),
        (false, true) => ("G", PartRole::Guarantee),
        (false, false) if scale.seen.contains(span.start + span.len() / 2) => {
            ("━", PartRole::Detail)
        }
        (false, false) => ("─", PartRole::Detail),
    }
}
