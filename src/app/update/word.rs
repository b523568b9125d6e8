//! Searching for the word at hand: under the mouse, marked, found, or at the top of the screen.

use super::find;
use crate::app::App;
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::find::Find;
use crate::app::here::Here;
use crate::doc::block::BlockId;
use crate::search::Hit;
use crate::search::manner::{Asked, Manner};
use crate::text::span::Span;
use crate::text::word;

/// Bytes that are looked at for a word on each side of a place.
const AROUND: u32 = 256;

/// To the place so many further of the word at hand, whole.
pub(super) fn search(app: &mut App, times: usize, direction: Direction) {
    let Some((hit, typed)) = at_hand(app) else {
        app.notice = Some("there is no word here".to_owned());
        return;
    };
    let mut find = Find::new(app.view.clone(), Manner::WORD, direction);
    find.look_for(&typed);
    find.current = Some(hit);
    app.find = Some(find);
    let asked = Asked {
        typed,
        manner: Manner::WORD,
    };
    app.effects.push(Effect::Remember(asked.clone()));
    find::add_to_history(app, asked);
    find::next_hit(app, times, direction);
}

/// The word that was clicked on, the longest one of those that are marked, the one that was found, or the longest one of the first row.
fn at_hand(app: &mut App) -> Option<(Hit, String)> {
    if let Some(at) = app.pointed {
        return word_at(app, at);
    }
    match app.here() {
        Here::Words(mark) => return longest(app, mark.block, mark.span),
        Here::Hit(hit) => return word_at(app, hit.span.start),
        Here::Top(_) => {}
    }
    let row = app.page.rows.iter().find(|(_, row)| !row.pieces.is_empty());
    let (block, row) = row?;
    let spans = || {
        row.pieces
            .iter()
            .map(|piece| piece.span)
            .filter(|it| !it.is_empty())
    };
    longest(app, *block, spans().reduce(Span::join)?)
}

/// The word that holds a byte.
fn word_at(app: &App, at: u32) -> Option<(Hit, String)> {
    let block = app.article.document.block_at(at);
    let around = Span::new(at.saturating_sub(AROUND), at.saturating_add(AROUND));
    let words = words_in(app, block, around);
    words.into_iter().find(|(hit, _)| hit.span.contains(at))
}

/// The longest word of a span; the first one of several.
fn longest(app: &App, block: BlockId, span: Span) -> Option<(Hit, String)> {
    let words = words_in(app, block, span).into_iter().rev();
    words.max_by_key(|(_, word)| word.chars().count())
}

/// The words of a span of a block, which is cut where it is long.
fn words_in(app: &App, block: BlockId, span: Span) -> Vec<(Hit, String)> {
    let document = &app.article.document;
    let inside = document
        .block(block)
        .map_or(span, |it| it.span.intersection(span));
    let start = document.char_start(inside.start);
    let most = inside.len().min(16 * AROUND);
    let window = document.window(block, start, most, 0);
    let text = window.prose.as_str();
    let words = word::words(text).take_while(|word| word.end <= window.border);
    words
        .map(|word| {
            let span = window.prose.span(word.clone());
            (Hit { span, block }, window.prose.cut(word).to_owned())
        })
        .collect()
}
