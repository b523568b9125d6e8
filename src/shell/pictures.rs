//! Studios: where pictures are found, decoded and made into plates, while nobody waits for it.
//!
//! There are two: one for what is on this computer, one for what must be fetched, so that no server holds up a file. Each is told all that
//! is wanted at the moment, and what it was told before counts no more.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::SystemTime;

use super::{Message, panics};
use crate::app::event::Event;
use crate::app::pictures::order::{Made, Order, Product};
use crate::input::fetch::Web;
use crate::input::picture::{PictureError, PictureOrigin};
use crate::picture::decode::Decoded;
use crate::picture::plate::Plate;

/// Bytes of decoded pictures that each of them keeps.
const KEPT: usize = 48 << 20;

/// The studios, once there was something for them to do.
#[derive(Debug, Default)]
pub(super) struct Studios {
    here: Option<Sender<Vec<Order>>>,
    away: Option<Sender<Vec<Order>>>,
}

impl Studios {
    /// Orders all that is wanted now.
    pub(super) fn order(&mut self, orders: Vec<Order>, web: &Web, sender: &Sender<Message>) {
        let is_away = |order: &Order| order.origin.host().is_some();
        let (away, here): (Vec<_>, Vec<_>) = orders.into_iter().partition(is_away);
        for (studio, orders) in [(&mut self.here, here), (&mut self.away, away)] {
            if studio.is_some() || !orders.is_empty() {
                let studio = studio.get_or_insert_with(|| start(web.clone(), sender.clone()));
                _ = studio.send(orders); // without a thread nothing is made
            }
        }
    }
}

/// Starts the thread of a studio. It ends with the program.
fn start(web: Web, sender: Sender<Message>) -> Sender<Vec<Order>> {
    let (orders, lists) = mpsc::channel();
    // Without a thread the words of pictures are all there is.
    _ = panics::contained().spawn(move || {
        let mut studio = Studio {
            web,
            inbox: Inbox {
                lists,
                newer: RefCell::default(),
            },
            kept: Vec::new(),
        };
        studio.work(&sender);
    });
    orders
}

/// A studio.
struct Studio {
    web: Web,
    inbox: Inbox,
    /// Pictures that were decoded, the one that was used last at the end.
    kept: Vec<Kept>,
}

/// What is wanted.
struct Inbox {
    lists: Receiver<Vec<Order>>,
    /// What came while something was made.
    newer: RefCell<Option<Vec<Order>>>,
}

/// A picture that was decoded.
struct Kept {
    origin: Arc<PictureOrigin>,
    stamp: Option<(SystemTime, u64)>,
    picture: Arc<Decoded>,
}

impl Inbox {
    /// Waits for what is wanted next.
    fn wait(&self) -> Option<Vec<Order>> {
        self.look();
        let newer = self.newer.take();
        newer.or_else(|| self.lists.recv().ok())
    }

    /// Looks for what is wanted by now.
    fn look(&self) {
        while let Ok(list) = self.lists.try_recv() {
            self.newer.replace(Some(list));
        }
    }

    /// Whether something else is wanted by now.
    fn has_newer(&self) -> bool {
        self.look();
        self.newer.borrow().is_some()
    }

    /// Whether something is still wanted.
    fn wants(&self, order: &Order) -> bool {
        self.look();
        let newer = self.newer.borrow();
        newer.as_ref().is_none_or(|list| list.contains(order))
    }
}

impl Studio {
    fn work(&mut self, sender: &Sender<Message>) {
        while let Some(list) = self.inbox.wait() {
            for order in list {
                if self.inbox.has_newer() {
                    break;
                }
                // A panic costs this picture.
                let made = panic::catch_unwind(AssertUnwindSafe(|| self.make(&order)));
                let made = made.unwrap_or_else(|_panic| Err("an error inside sidenote".to_owned()));
                let Some(result) = made.transpose().filter(|_| self.inbox.wants(&order)) else {
                    break;
                };
                let made = Event::Made(Box::new(Made { order, result }));
                if sender.send(Message::Event(made)).is_err() {
                    return;
                }
            }
        }
    }

    /// Makes what is ordered; nothing where that is no longer wanted.
    fn make(&mut self, order: &Order) -> Result<Option<Product>, String> {
        let Some(picture) = self.picture(order)? else {
            return Ok(None);
        };
        let Some(mould) = order.mould else {
            return Ok(Some(Product::Size(picture.size)));
        };
        let plate = Plate::of(&picture, mould).ok_or("pictures are not shown")?;
        Ok(Some(Product::Plate(plate)))
    }

    /// The picture of an order, decoded.
    fn picture(&mut self, order: &Order) -> Result<Option<Arc<Decoded>>, String> {
        let stamp = order.origin.stamp();
        let is_it = |kept: &Kept| kept.origin == order.origin && kept.stamp == stamp;
        let kept = match self.kept.iter().position(is_it) {
            Some(at) => self.kept.remove(at),
            None => match self.read(order)? {
                Some(picture) => Kept {
                    origin: Arc::clone(&order.origin),
                    stamp,
                    picture: Arc::new(picture),
                },
                None => return Ok(None),
            },
        };
        let picture = Arc::clone(&kept.picture);
        self.kept.push(kept);
        self.tidy();
        Ok(Some(picture))
    }

    fn read(&self, order: &Order) -> Result<Option<Decoded>, String> {
        let is_wanted = || self.inbox.wants(order);
        let bytes = match order.origin.read(&self.web, &is_wanted) {
            Err(PictureError::Unwanted) => return Ok(None),
            bytes => bytes.map_err(|error| error.to_string())?,
        };
        let picture = Decoded::read(&bytes).map_err(|error| error.to_string())?;
        Ok(Some(picture))
    }

    /// Forgets what was used longest ago, until the rest is little enough.
    fn tidy(&mut self) {
        let bytes = |kept: &[Kept]| kept.iter().map(|it| it.picture.bytes()).sum::<usize>();
        while self.kept.len() > 1 && bytes(&self.kept) > KEPT {
            self.kept.remove(0);
        }
    }
}
