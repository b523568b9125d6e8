//! The editor: what of an article can be edited, and where.

use crate::app::App;
use crate::app::effect::Effect;
use crate::doc::format::Format;
use crate::input::Origin;

/// Opens the file of the article in the editor, at the line where the reader is.
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
    let line = line(app);
    app.effects.push(Effect::Edit {
        index,
        path,
        line,
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
fn line(app: &mut App) -> Option<usize> {
    let at = app.here().place().at;
    let document = &app.article.document;
    (!document.format().is_derived()).then(|| document.lines().number(at))
}
