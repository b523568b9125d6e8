//! The work on the article, apart from the keys: reading it in, finding its quotes and guarantees.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::Message;
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
    let work = move || {
        let done = panic::catch_unwind(AssertUnwindSafe(|| work(&origin, format, &sender)));
        let message = match done {
            Ok(Ok(())) => return,
            Ok(Err(error)) => Message::NotOpened(error),
            Err(_) => Message::Event(Event::Failed(
                "an error inside sidenote: quotes may be missing".to_owned(),
            )),
        };
        let _ = sender.send(message); // nobody listens any more when the program ends
    };
    // When no thread can be started there is nothing to read with either.
    let _ = thread::Builder::new().name(NAME.to_owned()).spawn(work);
}

fn work(
    origin: &Origin,
    format: Option<Format>,
    sender: &Sender<Message>,
) -> Result<(), OpenError> {
    let input = input::open(origin)?;
    let format = format.unwrap_or_else(|| Format::of(origin.path(), &input.text));
    let document = Arc::new(Document::read(input.text, format));
    let outline = Arc::new(Outline::of(&document));
    let article = Article::new(
        Arc::clone(&document),
        Arc::clone(&outline),
        origin.name(),
        input.encoding.notice(),
    );
    // Nobody listens any more when the program ends.
    let _ = sender.send(Message::Event(Event::Opened(Box::new(article))));
    let _ = sender.send(Message::Event(Event::Annotated(annotate(
        &document, &outline,
    ))));
    Ok(())
}
