//! The keeper: reads and writes what is kept from one session to the next, while nobody waits for it.

use std::io;
use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use super::{Message, panics};
use crate::app::effect::OwnWidth;
use crate::app::event::Event;
use crate::app::kept::Change;
use crate::input::Origin;
use crate::search::manner::Asked;
use crate::state::{Folder, column, places, searches};

/// How long the end of the program waits for what is still to be kept: a disk may have to wake up.
const PATIENCE: Duration = Duration::from_millis(500);

/// Something to keep, or to remember.
#[derive(Debug)]
pub(super) enum Keep {
    /// Tell of what was searched for before.
    Recall,
    /// A search.
    Search(Asked),
    /// What has changed of what is kept of an article.
    Place(Origin, Box<Change>),
    /// How wide the text column is.
    Width(Option<OwnWidth>),
    /// Tell when all before this is kept.
    Finish(Sender<()>),
}

/// The thread that does it, when anything is to be kept at all. It ends with the program.
#[derive(Clone, Debug)]
pub(super) struct Keeper {
    orders: Option<Sender<Keep>>,
}

impl Keeper {
    pub(super) fn start(folder: Option<Folder>, sender: Sender<Message>) -> Self {
        let Some(folder) = folder else {
            return Self { orders: None };
        };
        let (orders, waiting) = mpsc::channel::<Keep>();
        let mut desk = Desk {
            folder,
            sender,
            has_failed: false,
        };
        let work = move || {
            for order in waiting {
                // A panic costs what this one would have kept.
                _ = panic::catch_unwind(AssertUnwindSafe(|| desk.work(order)));
            }
        };
        let thread = panics::contained();
        Self {
            orders: thread.spawn(work).is_ok().then_some(orders),
        }
    }

    pub(super) fn send(&self, order: Keep) {
        if let Some(orders) = &self.orders {
            _ = orders.send(order); // without a thread nothing is kept, and reading goes on
        }
    }

    /// Waits for what is still to be kept, but not for ever.
    pub(super) fn finish(&self) {
        let (done, finished) = mpsc::channel();
        self.send(Keep::Finish(done));
        _ = finished.recv_timeout(PATIENCE);
    }
}

/// Where it is done.
struct Desk {
    folder: Folder,
    sender: Sender<Message>,
    /// Whether something could not be written, which is told once.
    has_failed: bool,
}

impl Desk {
    fn work(&mut self, order: Keep) {
        let Self { folder, .. } = self;
        let written = match order {
            Keep::Recall => {
                self.recall();
                Ok(())
            }
            Keep::Search(asked) => searches::add(folder, asked),
            Keep::Place(origin, change) => places::write(folder, &origin, *change),
            Keep::Width(made) => column::write(folder, made),
            Keep::Finish(done) => {
                _ = done.send(()); // it may not be waited for any more
                Ok(())
            }
        };
        if let Err(error) = written {
            self.fail(&error);
        }
    }

    fn recall(&self) {
        match searches::read(&self.folder) {
            Ok(searches) => self.tell(Event::Remembered(searches)),
            Err(corrupt) => {
                let told = format!("what was searched for before {corrupt}");
                self.tell(Event::Notice(told));
            }
        }
    }

    fn fail(&mut self, error: &io::Error) {
        if !mem::replace(&mut self.has_failed, true) {
            let why = format!("{}: {error}", self.folder.path().display());
            self.tell(Event::Unkept(why));
        }
    }

    fn tell(&self, event: Event) {
        _ = self.sender.send(Message::Event(event)); // nobody listens any more at the end
    }
}
