//! The keeper: reads and writes what is kept from one session to the next, while nobody waits for it.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use super::{Message, panics};
use crate::app::effect::Made;
use crate::app::event::Event;
use crate::app::kept::Kept;
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
    /// The place where an article is read.
    Place(Origin, Kept),
    /// How wide the text column is.
    Width(Option<Made>),
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
        let work = move || {
            for order in waiting {
                // A panic costs what this one would have kept.
                let event = panic::catch_unwind(AssertUnwindSafe(|| run(order, &folder)));
                if let Ok(Some(event)) = event {
                    _ = sender.send(Message::Event(event)); // nobody listens any more at the end
                }
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

/// Where something cannot be written, nothing is kept.
fn run(order: Keep, folder: &Folder) -> Option<Event> {
    match order {
        Keep::Recall => return Some(Event::Remembered(searches::read(folder))),
        Keep::Search(asked) => _ = searches::add(folder, asked),
        Keep::Place(origin, kept) => _ = places::write(folder, &origin, kept),
        Keep::Width(made) => _ = column::write(folder, made),
        Keep::Finish(done) => _ = done.send(()),
    }
    None
}
