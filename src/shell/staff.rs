//! The staff: threads that read articles, make pictures, keep what is to be kept, and look at what could be read.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::browser::Browsers;
use super::errand::{self, Errand};
use super::keeper::Keeper;
use super::pictures::Studios;
use super::watch::{self, Watched};
use super::worker::{self, Reporter, Task};
use super::{Message, ShellError, Start, clipboard, panics};
use crate::app::effect::Copy;
use crate::app::event::Event;
use crate::app::pictures::order::Order;
use crate::app::renewal::Reading;
use crate::app::shelf::{ReadingId, Shelf};
use crate::doc::format::Format;
use crate::input::{Origin, Terms};
use crate::state::Folder;

/// How long the article is waited for before the screen is taken: what opens in this time is there in the first frame, and
/// what fails in this time leaves the terminal untouched.
const PATIENCE: Duration = Duration::from_millis(200);

/// Whom the loop gives work to. What becomes of it comes as messages.
pub(super) struct Staff {
    terms: Terms,
    format: Option<Format>,
    errands: Sender<Errand>,
    pub(super) keeper: Keeper,
    studios: Studios,
    state: Option<Folder>,
    watch: Option<Sender<Watched>>,
    sender: Sender<Message>,
}

impl Staff {
    pub(super) fn new(start: &Start, sender: &Sender<Message>) -> Self {
        let Start { terms, format, .. } = start;
        Self {
            terms: terms.clone(),
            format: *format,
            errands: errand::start(terms.clone(), *format, sender.clone()),
            keeper: Keeper::start(start.state.clone(), sender.clone()),
            studios: Studios::default(),
            state: start.state.clone(),
            watch: start.watch.then(|| watch::start(sender.clone())),
            sender: sender.clone(),
        }
    }

    /// Begins to read where there is one article, and waits for a moment for what becomes of it.
    pub(super) fn first(
        &self,
        origins: Vec<Origin>,
        messages: &Receiver<Message>,
    ) -> Result<(Shelf, Option<Message>), ShellError> {
        let origin = match <[Origin; 1]>::try_from(origins) {
            Ok([origin]) => origin,
            Err(origins) => return Ok((Shelf::new(origins), None)),
        };
        let (articles, reading) = Shelf::of_one(origin.clone());
        self.read(reading, 0, origin, None);
        match messages.recv_timeout(PATIENCE) {
            Ok(Message::NotOpened(_, error)) => Err(error),
            Ok(message) => Ok((articles, Some(message))),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok((articles, None)),
        }
    }

    /// Has an article read.
    pub(super) fn read(
        &self,
        reading: ReadingId,
        index: usize,
        origin: Origin,
        before: Option<Reading>,
    ) {
        let task = Task {
            index,
            origin,
            terms: self.terms.clone(),
            format: self.format,
            before,
            state: self.state.clone(),
            watch: self.watch.clone(),
        };
        worker::start(task, Reporter::new(reading, self.sender.clone()));
    }

    /// Watches the files that are read from now on.
    pub(super) fn watch(&mut self) {
        let start = || watch::start(self.sender.clone());
        self.watch.get_or_insert_with(start);
    }

    /// Has something looked up.
    pub(super) fn send(&self, errand: Errand) {
        _ = self.errands.send(errand); // without a thread nothing comes of it
    }

    /// Has a program copy words.
    pub(super) fn copy(&self, copy: Copy) {
        self.aside(move || match clipboard::hand_over(&copy.words) {
            Some(way) => Message::Event(Event::Copied { copy, way: Ok(way) }),
            None => Message::NotCopied(copy),
        });
    }

    /// Has a browser show an address.
    pub(super) fn browse(&self, browsers: Browsers) {
        self.aside(move || match browsers.open() {
            Ok(told) => Message::Event(Event::Notice(told)),
            Err(browsers) => Message::Browse(browsers),
        });
    }

    /// Has pictures made; what was ordered before is not needed any more.
    pub(super) fn order(&mut self, orders: Vec<Order>) {
        self.studios.order(orders, &self.terms.web, &self.sender);
    }

    /// Does what may take a while in a thread of its own.
    fn aside(&self, work: impl FnOnce() -> Message + Send + 'static) {
        let sender = self.sender.clone();
        let thread = panics::contained();
        _ = thread.spawn(move || sender.send(work())); // without a thread nothing comes of it
    }
}
