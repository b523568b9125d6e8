//! The editor: what of an article can be edited, and where.

use crate::app::App;
use crate::app::effect::Effect;
use crate::doc::format::Format;
use crate::input::Origin;

/// Opens the file of the article in the editor, at the line of the selected or marked words, or else of the first on screen.
pub(super) fn open(app: &mut App) {
    let Some(index) = app.shelf.open() else {
        return;
    };
    let Some(origin) = app.shelf.volume(index).map(|it| &it.origin) else {
        return;
    };
    let is_book = app.article.document.format() == Format::Epub;
    let Some(path) = origin.path().filter(|_| !is_book) else {
        app.notice = Some(why_not(origin));
        return;
    };
    let path = path.to_owned();
    app.effects.push(Effect::Edit {
        index,
        path,
        line: line(app),
        editor: app.settings.editor.clone(),
    });
}

/// Why an article has no file to edit.
fn why_not(origin: &Origin) -> String {
    match origin {
        Origin::File(_) if origin.path().is_some() => "a book is no text to edit".to_owned(),
        Origin::File(_) => "what came through a pipe has no file to edit".to_owned(),
        Origin::Stdin => "what was piped in has no file to edit".to_owned(),
        Origin::Web(_) => "a page has no file here to edit".to_owned(),
        Origin::Shipped(shipped) => format!("{} has no file to edit", shipped.name),
    }
}

/// The line of the place; of a page, whose text is made of its source, none is known.
fn line(app: &App) -> Option<usize> {
    let document = &app.article.document;
    let selected = app.selection.map(|it| it.span().start);
    let marked = app.view.marked.map(|mark| mark.span.start);
    let at = selected.or(marked).unwrap_or(app.view.top.at);
    (!document.format().is_derived()).then(|| document.lines().number(at))
}
