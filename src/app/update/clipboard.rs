//! Copying and citing.

use crate::app::App;
use crate::app::effect::{Copy, Effect};
use crate::app::here::Here;
use crate::app::view::Mark;
use crate::citation::Citation;
use crate::citation::excerpt::Excerpt;
use crate::config::setting::Clipboard;
use crate::doc::block::BlockId;
use crate::text::word;

/// What is told where nothing is copied.
const SWITCHED_OFF: &str = "nothing is copied: clipboard is set to \"none\"";

/// Copies the words that are selected or marked, or else the paragraph with the hit or at the top of the screen.
pub(super) fn copy(app: &mut App) {
    take(app, |_, _, excerpt| excerpt.text());
}

/// Copies the same words as they are cited.
pub(super) fn cite(app: &mut App) {
    take(app, |app, mark, excerpt| {
        let article = &app.article;
        let speaker = article.speaker_of(mark.span);
        let citation = Citation {
            excerpt,
            speaker: speaker.as_ref(),
            place: &article.locations(mark.span),
            source: &article.source(),
            has_fragment: app.settings.cite_fragment,
        };
        citation.write(app.settings.cite)
    });
}

fn take(app: &mut App, write: impl Fn(&App, Mark, &Excerpt) -> String) {
    if app.settings.clipboard == Clipboard::None {
        app.notice = Some(SWITCHED_OFF.to_owned());
        return;
    }
    app.settle(); // keys that were typed ahead have moved the page
    let mark = match app.here() {
        Here::Words(mark) if !mark.span.is_empty() => Some(mark),
        Here::Hit(mark) => whole(app, mark.block),
        Here::Words(_) | Here::Top(_) => first(app),
    };
    let excerpt = mark.map(|mark| (mark, Excerpt::of(&app.article.document, mark.span)));
    let Some((mark, excerpt)) = excerpt.filter(|(_, excerpt)| !excerpt.is_empty()) else {
        app.notice = Some("there is nothing to copy here".to_owned());
        return;
    };
    let words = write(app, mark, &excerpt);
    let count = counted(excerpt.count(), words != excerpt.text());
    let copy = Copy {
        what: format!("{}, {count}", app.article.locations(mark.span)),
        words,
    };
    if app.selection.take().is_some() {
        app.view.marked = Some(mark);
    }
    app.notice = Some(copy.notice(None));
    app.effects.push(Effect::Copy(copy));
}

/// Copies other words: an address, a note.
pub(super) fn copy_text(app: &mut App, words: String) {
    if app.settings.clipboard == Clipboard::None {
        app.notice = Some(SWITCHED_OFF.to_owned());
        return;
    }
    let what = counted(word::count(&words), false);
    let copy = Copy { words, what };
    app.notice = Some(copy.notice(None));
    app.effects.push(Effect::Copy(copy));
}

/// `11 words`, `11 words with their source`
fn counted(words: usize, is_cited: bool) -> String {
    let unit = if words == 1 { "word" } else { "words" };
    let source = if is_cited { " with their source" } else { "" };
    format!("{words} {unit}{source}")
}

/// Tells how words were copied, when the reader has done nothing else meanwhile.
pub(super) fn copied(app: &mut App, copy: &Copy, way: Result<&'static str, &'static str>) {
    if app.notice.as_ref() == Some(&copy.notice(None)) {
        app.notice = Some(match way {
            Ok(way) => copy.notice(Some(way)),
            Err(why) => why.to_owned(),
        });
    }
}

/// The first paragraph on screen.
fn first(app: &App) -> Option<Mark> {
    let mut blocks = app.page.rows.iter().map(|(block, _)| *block);
    let block = blocks.find(|block| app.article.outline.paragraph(*block).is_some());
    whole(app, block?)
}

fn whole(app: &App, block: BlockId) -> Option<Mark> {
    let span = app.article.document.block(block)?.span;
    Some(Mark { span, block })
}
