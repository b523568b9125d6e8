//! Panics: the terminal is given back before anything is said.

use std::io::{self, Write};
use std::panic;
use std::process;
use std::thread;

use super::terminal;
use crate::app::event::Event;
use crate::text::cluster::safe;

/// What a program ends with after a panic.
const PANICKED: i32 = 101;

/// The name of threads whose panics are contained.
const CONTAINED: &str = "worker";

/// A thread whose panic leaves the screen alone: the reader goes on without what it would have found.
pub(super) fn contained() -> thread::Builder {
    thread::Builder::new().name(CONTAINED.to_owned())
}

/// Installs the hook. A panic of a thread that is contained is not spoken of. One of
/// the main thread ends the program by itself; any other thread ends it here, for the loop would go on without ears.
pub(super) fn install() {
    panic::set_hook(Box::new(|info| {
        let thread = thread::current();
        if thread.name() == Some(CONTAINED) {
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
        if thread.name() != Some("main") {
            process::exit(PANICKED);
        }
    }));
}

/// Debug builds panic where `SIDENOTE_PANIC` says, so that it can be seen what becomes of the terminal.
pub(super) fn panic_when_asked(place: &str) {
    panic_if_set("SIDENOTE_PANIC", place);
}

/// The same, in the loop, on the key that `SIDENOTE_PANIC_KEY` names.
pub(super) fn panic_in_loop(event: &Event) {
    if cfg!(debug_assertions)
        && let Event::Key(key) = event
    {
        panic_if_set("SIDENOTE_PANIC_KEY", &key.to_string());
    }
}

/// The same, in the thread that reads keys, when `SIDENOTE_PANIC` says `input X`.
pub(super) fn panic_in_input(event: &Event) {
    if cfg!(debug_assertions)
        && let Event::Key(key) = event
    {
        panic_when_asked(&format!("input {key}"));
    }
}

fn panic_if_set(variable: &str, value: &str) {
    let is_asked = || std::env::var(variable).is_ok_and(|asked| asked == value);
    assert!(
        !cfg!(debug_assertions) || !is_asked(),
        "asked for by {variable}"
    );
}
