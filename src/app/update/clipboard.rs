//! Copying.

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::view::Mark;
use crate::doc::block::BlockId;
use crate::text::cluster::shorten;
use crate::text::word;

/// What terminals take at once, in bytes: xterm's limit, after base64 has made a third more of it.
const LONGEST: usize = 74_994 / 4 * 3;

/// Copies the marked words, or else the paragraph at the top of the screen.
pub(super) fn copy(app: &mut App) {
    let marked = app.view.marked.filter(|mark| !mark.span.is_empty());
    let Some(mark) = marked.or_else(|| paragraph(app)) else {
        app.notice = Some("there is nothing to copy here".to_owned());
        return;
    };
    let words = app.article.document.visible(mark.span);
    app.notice = Some(if words.len() > LONGEST {
        "too long for the clipboard of a terminal".to_owned()
    } else {
        let count = word::count(&words);
        app.effects.push(Effect::Copy(words.clone()));
        format!("copied {count} words: {}", shorten(&words, 60))
    });
}

/// The first paragraph on screen.
fn paragraph(app: &App) -> Option<Mark> {
    let is_paragraph = |block: &BlockId| app.article.outline.paragraph(*block).is_some();
    let block = app
        .page
        .rows
        .iter()
        .map(|(block, _)| *block)
        .find(is_paragraph)?;
    app.article.document.block(block).map(|it| Mark {
        span: it.span,
        block,
    })
}
