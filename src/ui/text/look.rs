//! How a piece of the text looks, and what is laid over it.

use crate::app::App;
use crate::app::findings::ItemId;
use crate::article::changes::ChangeKind;
use crate::config::theme::{Look, Theme};
use crate::doc::block::BlockId;
use crate::doc::run::Marks;
use crate::layout::row::{Piece, Role};
use crate::text::span::Span;

/// The look of a piece before anything is laid over it. What heads a section looks like a heading, however the author set it.
pub(super) fn base(piece: &Piece, is_heading: bool, theme: &Theme) -> Look {
    let role = match piece.role {
        Role::Text | Role::Term if is_heading => theme.heading,
        Role::Text | Role::Term => Look::default(),
        Role::Title => theme.title,
        Role::Heading | Role::TableHead => theme.heading,
        Role::Byline | Role::CrossLink | Role::Marker | Role::Picture => theme.faint,
        Role::Code => theme.code,
        Role::Bar | Role::Rule => theme.rule,
    };
    let mut look = role;
    if piece.marks.contains(Marks::CODE) {
        look = theme.code.over(look);
    }
    look = light(piece.marks, theme).over(look);
    if piece.marks.contains(Marks::IMAGE) {
        look = theme.faint.over(look);
    }
    if piece.link.is_some() && piece.role != Role::CrossLink {
        look = theme.link.over(look);
    }
    look.bold |= piece.role == Role::Term || piece.marks.contains(Marks::STRONG);
    look.italic |= piece.marks.contains(Marks::EMPHASIS);
    look.strike |= piece.marks.contains(Marks::STRIKE);
    look
}

/// The look of the colour that a program has given its letters.
fn light(marks: Marks, theme: &Theme) -> Look {
    let (red, green, blue) = (Marks::RED, Marks::GREEN, Marks::BLUE);
    let looks = [
        (red, theme.red),
        (green, theme.green),
        (red | green, theme.yellow),
        (blue, theme.blue),
        (red | blue, theme.magenta),
        (green | blue, theme.cyan),
    ];
    let light = marks & Marks::LIGHT;
    let look = looks.into_iter().find(|(lights, _)| *lights == light);
    look.map_or_else(Look::default, |(_, look)| look)
}

/// What lies over the text of a row, the lowest first.
pub(super) struct Overlays {
    spans: Vec<(Span, Look)>,
}

impl Overlays {
    pub(super) fn of(app: &App, block: BlockId, row: Span, theme: &Theme) -> Self {
        let mut spans = Vec::new();
        let items = app.article.items_in(row);
        let items = items.filter(|item| !app.entries().hides(item));
        let items = items.filter_map(|item| match item.id {
            ItemId::Quote(_) => Some((item.span, theme.quote)),
            ItemId::Guarantee(_) => Some((item.span, theme.guarantee)),
            ItemId::Speech(_) => None, // it would be all of an interview
        });
        spans.extend(items);
        let changed = app.article.changes.of_block(block);
        let changed = changed.filter(|it| it.kind == ChangeKind::Changed);
        let words = changed.into_iter().flat_map(|it| it.words_in(row));
        spans.extend(words.map(|span| (span, theme.changed)));
        spans.extend(app.view.marked.map(|mark| (mark.span, theme.marked)));
        if let Some(search) = app.find.as_ref().and_then(|find| find.search()) {
            spans.extend(search.hits_in(row).map(|hit| (hit.span, theme.hit)));
            let current = app.find.as_ref().and_then(|find| find.current);
            spans.extend(current.map(|hit| (hit.span, theme.current_hit)));
        }
        let selection = app.selection.map(|it| (it.span(), theme.selection));
        spans.extend(selection);
        Self { spans }
    }

    pub(super) fn look(&self, at: u32, base: Look) -> Look {
        let over = self.spans.iter().filter(|(span, _)| span.contains(at));
        over.fold(base, |under, (_, look)| look.over(under))
    }
}
