//! Floods: events that come faster than anybody types.
//!
//! What comes at once is answered at once. Where the next event follows within milliseconds (a macro, a resized window, a wheel that spins
//! on), a frame for each would be work for nothing, and on a slow line the frames would pile up behind each other. So while a
//! flood lasts, frames wait for its end, or for a moment.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::Message;

/// Events that follow each other within this time are a flood; people, and keyboards that repeat, are ten times slower.
const GAP: Duration = Duration::from_millis(3);

/// After this time without an event a flood is over.
const CALM: Duration = Duration::from_millis(30);

/// How long a frame waits at the most while a flood lasts.
const PATIENCE: Duration = Duration::from_millis(250);

/// The flood that may be on.
#[derive(Debug)]
pub(super) struct Flood {
    /// When the last event came.
    last: Option<Instant>,
    /// Since when the next frame has been waiting; `None` while no flood is on.
    since: Option<Instant>,
    /// How long a pause is waited for. It doubles with every frame of a flood, so that a flood with pauses of its own has few.
    gap: Duration,
}

impl Default for Flood {
    fn default() -> Self {
        Self {
            last: None,
            since: None,
            gap: GAP,
        }
    }
}

impl Flood {
    /// Takes note of a message.
    pub(super) fn note(&mut self, message: &Message) {
        let Message::Input(_) = message else { return };
        let now = Instant::now();
        let pause = self.last.map_or(CALM, |last| now - last);
        if pause >= CALM {
            *self = Self::default();
        } else if pause < GAP {
            self.since.get_or_insert(now);
        }
        self.last = Some(now);
    }

    /// The next message of a flood that is on; `None` when it is time for a frame.
    pub(super) fn more(&mut self, messages: &Receiver<Message>) -> Option<Message> {
        let left = PATIENCE
            .checked_sub(self.since?.elapsed())
            .unwrap_or_default();
        let message = messages.recv_timeout(self.gap.min(left)).ok();
        if message.is_none() {
            self.since = None; // the next frame waits again when the next event is fast again
            self.gap = (2 * self.gap).min(PATIENCE);
        }
        message
    }
}
