//! Going from sentence to sentence.

use super::jump::{self, Reveal};
use crate::app::App;
use crate::app::direction::Direction;
use crate::app::here::Here;
use crate::app::view::Mark;
use crate::doc::block::BlockId;
use crate::layout::walk::Place;
use crate::text::sentence::sentences;
use crate::text::span::Span;

/// Bytes of a block in which sentences are looked for on each side of a place: longer ones are no sentences.
const AROUND: u32 = 16 * 1024;

/// Sentences that one key goes over at the most.
const FARTHEST: usize = 2000;

/// To the sentence so many further, which is marked so that it can be copied. From a hit the first is that which holds it.
pub(super) fn go(app: &mut App, times: usize, direction: Direction) {
    let mut here = app.here();
    let mut found = None;
    for _ in 0..times.min(FARTHEST) {
        let Some(mark) = further(app, here, direction) else {
            app.notice = Some(format!("this is the {} sentence", direction.last()));
            break;
        };
        here = Here::Words(mark);
        found = Some(mark);
    }
    if let Some(mark) = found {
        jump::show(app, mark, Reveal::Gently);
    }
}

/// The next sentence from here on.
fn further(app: &App, here: Here, direction: Direction) -> Option<Mark> {
    let Place { block, at, .. } = here.place();
    let inside = around(app, block, at);
    let mark = |span| Mark { span, block };
    match direction {
        Direction::Down => {
            let is_next = |span: &&Span| match here {
                Here::Words(_) => span.start > at,
                Here::Hit(_) => span.end > at,
                Here::Top(_) => span.start >= at,
            };
            let next = inside.iter().find(is_next).copied().map(mark);
            let below = || {
                let mut blocks = (block.index() + 1..app.article.document.len()).map(BlockId::new);
                blocks.find_map(|block| {
                    let span = around(app, block, 0).into_iter().next()?;
                    Some(Mark { span, block })
                })
            };
            next.or_else(below)
        }
        Direction::Up => {
            let is_before = |span: &&Span| match here {
                Here::Hit(_) => span.start <= at,
                Here::Words(_) | Here::Top(_) => span.start < at,
            };
            let before = inside.iter().rfind(is_before);
            let above = || {
                let mut blocks = (0..block.index()).rev().map(BlockId::new);
                blocks.find_map(|block| {
                    let span = around(app, block, u32::MAX).into_iter().next_back()?;
                    Some(Mark { span, block })
                })
            };
            before.copied().map(mark).or_else(above)
        }
    }
}

/// The sentences of a paragraph around a byte.
fn around(app: &App, block: BlockId, at: u32) -> Vec<Span> {
    let document = &app.article.document;
    let Some(whole) = document.block(block).map(|it| it.span) else {
        return Vec::new();
    };
    if app.article.outline.paragraph(block).is_none() {
        return Vec::new();
    }
    let at = at.clamp(whole.start, whole.end);
    let from = document
        .char_start(at.saturating_sub(AROUND))
        .max(whole.start);
    let window = document.window(block, from, (at - from) + AROUND, 0);
    let is_cut = usize::from(from > whole.start); // the first one begins somewhere before
    let all = sentences(window.prose.as_str()).skip(is_cut);
    all.map(|range| window.prose.span(range)).collect()
}
