//! What has changed since an article was read before.

use super::clip::clipped;
use super::line::{Line, PartRole, part};
use super::{INDENT, room};
use crate::app::article::Article;
use crate::article::changes::{Change, ChangeKind};
use crate::text::cluster::shorten;

/// What has changed: its sign, where it is, the words that are gone and those that are new; then what it is.
pub(super) fn lines(article: &Article, index: usize, width: usize) -> Vec<Line> {
    let Some(change) = article.changes.get(index) else {
        return vec![Line::default()];
    };
    let location = article
        .outline
        .location(article.document.block_at(change.span.start));
    let words = words(article, change);
    let room = room(width);
    let lines = clipped(format!("{location} {words}").trim_end(), room);
    let mut lines: Vec<_> = (0..)
        .zip(lines)
        .map(|(number, text)| {
            let sign = if number == 0 { change.kind.sign() } else { " " };
            Line {
                parts: vec![
                    part(format!("  {sign} "), PartRole::Sign),
                    part(text, PartRole::Quote),
                ],
                right: String::new(),
            }
        })
        .collect();
    let mut detail = format!("{} {}", change.subject.name(), change.kind.name());
    for note in &change.notes {
        detail = format!("{detail} · {note}");
    }
    lines.push(Line {
        parts: vec![
            part(" ".repeat(INDENT), PartRole::Detail),
            part(shorten(&detail, room), PartRole::Detail),
        ],
        right: String::new(),
    });
    lines
}

/// `gone → new`, one of them where there is no other.
pub fn words(article: &Article, change: &Change) -> String {
    let new = change
        .words
        .iter()
        .map(|&span| article.document.visible(span));
    let new = new.collect::<Vec<_>>().join(" … ");
    match (change.kind, change.gone.is_empty(), new.is_empty()) {
        (ChangeKind::Changed, false, false) => format!("“{}” → “{new}”", change.gone),
        (ChangeKind::Changed, false, true) => format!("without “{}”", change.gone),
        (ChangeKind::Changed, true, false) => format!("with “{new}”"),
        (ChangeKind::Changed, true, true) | (ChangeKind::Moved, ..) => {
            article.document.visible(change.span)
        }
        (ChangeKind::Removed, ..) => change.gone.clone(),
        (ChangeKind::Added, ..) => new,
    }
}
