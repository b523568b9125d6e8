//! Panics: the terminal is given back before anything is said.

use std::io::{self, Write};
use std::panic;
use std::thread;

use super::{terminal, worker};
use crate::app::event::Event;
use crate::text::cluster::safe;

/// Installs the hook. A panic of the worker leaves the screen alone: the reader goes on without what it would have found.
pub(super) fn install() {
    panic::set_hook(Box::new(|info| {
        if thread::current().name() == Some(worker::NAME) {
            return;
        }
        terminal::leave();
        let payload = info.payload();
        let message = payload
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        let place = info
            .location()
            .map(|place| format!(" ({}:{})", place.file(), place.line()))
            .unwrap_or_default();
        // The message may hold words of the document. Standard error may be closed.
        let _ = writeln!(
            io::stderr(),
            "sidenote: an error inside the program: {}{place}\nsidenote: please report it, with the article if you can",
            safe(message.unwrap_or("unknown")),
        );
    }));
}

/// Debug builds panic on the key that `SIDENOTE_PANIC_KEY` names, so that it can be seen that the terminal is restored.
pub(super) fn panic_when_asked(event: &Event) {
    if cfg!(debug_assertions)
        && let Event::Key(key) = event
        && std::env::var("SIDENOTE_PANIC_KEY").is_ok_and(|name| name == key.to_string())
    {
        panic!("asked for by SIDENOTE_PANIC_KEY");
    }
}
