//! A quote, a speech or a guarantee: its words, and what is known about it.

use super::clip::clipped;
use super::details::details;
use super::line::{Line, Part, PartRole, part};
use super::{INDENT, Style, room};
use crate::app::article::Article;
use crate::app::findings::{Item, ItemId};
use crate::app::list::Group;
use crate::app::list::entries::Entries;
use crate::text::cluster::shorten;
use crate::text::order::Direction;

/// Under a section an item tells its paragraph and whose it is, under a name where it stands.
pub(super) fn lines(
    entries: Entries<'_>,
    item: &Item,
    group: Group,
    style: Style<'_>,
) -> Vec<Line> {
    let article = entries.article;
    let (letter, role) = match item.id {
        ItemId::Quote(_) => ("Q", PartRole::Quote),
        ItemId::Speech(_) => ("T", PartRole::Quote),
        ItemId::Guarantee(_) => ("G", PartRole::Guarantee),
    };
    let mut details = details(article, item);
    if matches!(group, Group::Voice(_)) {
        details.hide_name();
    }
    let mut detail = details.to_string();
    if !item.repeats.is_empty() {
        let times = style.symbols.of("×");
        detail = format!("{times}{} · {detail}", item.repeats.len() + 1);
    }
    if entries.list.hidden.has(item) {
        detail = format!("hidden · {detail}");
    }
    let blocks = article.document.blocks_of(item.span);
    let paragraph = match group {
        Group::Section(_) => article.outline.paragraphs(&blocks),
        Group::Voice(_) | Group::Degree(_) | Group::Change(_) => {
            article.outline.locations(&blocks).to_string()
        }
    };
    let gap = if paragraph.is_empty() { "" } else { " " };
    let words = words(article, item);
    let direction = Direction::of(words.chars());
    let paragraph = format!("{paragraph}{gap}");
    let room = room(style.width);
    let mut lines = Vec::new();
    for (index, text) in clipped(&format!("{paragraph}{words}"), room)
        .into_iter()
        .enumerate()
    {
        let sign = if index == 0 { letter } else { " " };
        let mut parts = vec![part(format!("  {sign} "), PartRole::Sign)];
        let words = match text.strip_prefix(&paragraph).filter(|_| index == 0) {
            Some(words) => {
                parts.push(part(&*paragraph, role));
                words
            }
            None => &text,
        };
        parts.push(Part {
            direction,
            ..part(words, role)
        });
        lines.push(Line {
            parts,
            right: String::new(),
        });
    }
    let detail = shorten(&detail, room).into_owned();
    lines.push(Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(detail, PartRole::Detail),
        ],
        right: String::new(),
    });
    lines
}

/// The words of an item as a reader sees them: quotes in their marks.
pub fn words(article: &Article, item: &Item) -> String {
    let quote = match item.id {
        ItemId::Quote(index) => article.quote(index),
        ItemId::Speech(_) | ItemId::Guarantee(_) => None,
    };
    quote.map_or_else(
        || article.document.visible(item.span),
        |quote| {
            let words = quote.words(&article.document);
            let (opens, closes) = quote.marks(&article.document);
            format!("{opens}{words}{closes}")
        },
    )
}
