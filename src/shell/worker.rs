//! The work on the article, apart from the keys: reading it in, finding its quotes and guarantees.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::{Message, ShellError, panics};
use crate::app::article::Article;
use crate::app::event::Event;
use crate::article::annotate;
use crate::article::section::Outline;
use crate::doc::Document;
use crate::doc::format::Format;
use crate::input::{self, OpenError, Origin};

/// The name of the thread, by which the panic hook knows that the screen need not be given up.
pub(super) const NAME: &str = "worker";

/// Starts the work.
pub(super) fn start(origin: Origin, format: Option<Format>, sender: Sender<Message>) {
    // When no thread can be started there is nothing to read with either.
    let _ = thread::Builder::new()
        .name(NAME.to_owned())
        .spawn(move || work(&origin, format, &sender));
}

/// Reads the article, then finds what is in it. A panic costs what the step would have found.
fn work(origin: &Origin, format: Option<Format>, sender: &Sender<Message>) {
    // Nobody listens any more when the program ends.
    let send = |message| _ = sender.send(message);
    let article = match caught(|| read(origin, format)) {
        Some(Ok(article)) => article,
        Some(Err(error)) => return send(Message::NotOpened(error.into())),
        None => return send(Message::NotOpened(ShellError::Unread)),
    };
    let (document, outline) = (Arc::clone(&article.document), Arc::clone(&article.outline));
    send(Message::Event(Event::Opened(Box::new(article))));
    let found = caught(|| {
        panics::panic_when_asked("annotate");
        annotate(&document, &outline)
    });
    send(Message::Event(found.map_or_else(
        || Event::Failed("an error inside sidenote: quotes may be missing".to_owned()),
        Event::Annotated,
    )));
}

fn caught<T>(step: impl FnOnce() -> T) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(step)).ok()
}

fn read(origin: &Origin, format: Option<Format>) -> Result<Article, OpenError> {
    panics::panic_when_asked("read");
    let input = input::open(origin)?;
    let format = format.unwrap_or_else(|| Format::of(origin.path(), &input.text));
    let document = Arc::new(Document::read(input.text, format));
    let outline = Arc::new(Outline::of(&document));
    Ok(Article::new(
        document,
        outline,
        origin.name(),
        input.encoding.notice(),
    ))
}
