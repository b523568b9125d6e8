//! The terminal: taking its screen, and giving it back in every case.
//!
//! Whatever ends the program, the modes that were set are reset: on quit, error, panic, signals, suspension. So leaving needs no
//! value in hand: what is needed for it is kept in a static, and it is done at most once per entering.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use rustix::termios::{self, OptionalActions, QueueSelector, Termios};

use crate::app::area::Size;

/// The size of a terminal that does not know its own (serial lines, fresh containers).
const FALLBACK: Size = Size {
    width: 80,
    height: 24,
};

/// Alternate screen, no cursor, pastes in brackets so that they never act as keys.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// The opposite, in the opposite order; colours reset, an open frame closed.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";

/// Buttons and wheel, in decimal; not every movement, which would only cost.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// Bytes written at once: when another thread leaves the screen, no more than these come after it.
const CHUNK: usize = 4096;

/// Whether the screen is ours. Frames are dropped while it is not.
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is ours while the screen is.
static HAS_MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal that keys come from, and its modes before we changed them.
static SAVED: OnceLock<Saved> = OnceLock::new();

struct Saved {
    keys: Option<File>,
    modes: Mutex<Termios>,
}

impl Saved {
    /// The terminal that keys come from.
    fn keys(&self) -> BorrowedFd<'_> {
        match &self.keys {
            Some(file) => file.as_fd(),
            None => rustix::stdio::stdin(),
        }
    }

    /// Its modes before we changed them.
    fn modes(&self) -> MutexGuard<'_, Termios> {
        // A thread that panicked while it held the lock changed nothing behind it.
        self.modes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes the screen. Keys come from standard input, or from the controlling terminal when that is the article.
pub(super) fn enter(has_mouse: bool) -> io::Result<()> {
    let saved = if io::stdin().is_terminal() {
        Saved {
            keys: None,
            modes: Mutex::new(termios::tcgetattr(rustix::stdio::stdin())?),
        }
    } else {
        let keys = File::options().read(true).write(true).open("/dev/tty")?;
        let modes = termios::tcgetattr(&keys)?;
        Saved {
            keys: Some(keys),
            modes: Mutex::new(modes),
        }
    };
    let _ = SAVED.set(saved); // set before only when the reader was run twice, with the same modes
    HAS_MOUSE.store(has_mouse, Ordering::SeqCst);
    enter_again();
    Ok(())
}

/// Takes the screen again after it was given back. What the terminal cannot do is not done.
pub(super) fn enter_again() {
    let Some(saved) = SAVED.get() else { return };
    if IS_OURS.swap(true, Ordering::SeqCst) {
        return;
    }
    let mut raw = saved.modes().clone();
    raw.make_raw();
    let _ = termios::tcsetattr(saved.keys(), OptionalActions::Now, &raw);
    let _ = write(ENTER);
    if HAS_MOUSE.load(Ordering::SeqCst) {
        let _ = write(MOUSE_ON);
    }
}

/// Takes the mouse, or gives it back.
pub(super) fn capture_mouse(is_captured: bool) {
    HAS_MOUSE.store(is_captured, Ordering::SeqCst);
    let _ = write(if is_captured { MOUSE_ON } else { MOUSE_OFF });
}

/// The size of the terminal.
pub(super) fn size() -> Size {
    match termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size {
            width: size.ws_col,
            height: size.ws_row,
        },
        _ => FALLBACK,
    }
}

/// Writes to the screen while it is ours. Past the locks of the standard library, which another thread may have to pass while
/// this one waits for a terminal that does not read.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    bytes
        .chunks(CHUNK)
        .take_while(|_| IS_OURS.load(Ordering::SeqCst))
        .try_for_each(write_all)
}

/// Waits until the other end of the terminal is gone.
pub(super) fn wait_for_hangup() {
    use rustix::event::{PollFd, PollFlags, poll};
    let Some(saved) = SAVED.get() else { return };
    loop {
        let keys = saved.keys();
        match poll(&mut [PollFd::new(&keys, PollFlags::empty())], None) {
            Ok(count) if count > 0 => return,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

/// Gives the screen back, from any thread and in any state; does nothing when it is not ours.
pub(super) fn leave() {
    if IS_OURS.swap(false, Ordering::SeqCst) {
        restore_modes();
        let _ = write_all(LEAVE);
    }
}

/// Gives the screen back although the terminal may have stopped reading: what waits to be written is dropped first.
pub(super) fn leave_at_once() {
    if IS_OURS.swap(false, Ordering::SeqCst) {
        restore_modes();
        let _ = termios::tcflush(rustix::stdio::stdout(), QueueSelector::OFlush);
        let _ = write_all(LEAVE);
    }
}

fn restore_modes() {
    if let Some(saved) = SAVED.get() {
        let _ = termios::tcsetattr(saved.keys(), OptionalActions::Now, &saved.modes());
    }
}

fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR) => {}
            Err(rustix::io::Errno::AGAIN) => wait_until_writable()?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Standard output may have been set to not block by whoever shares it.
fn wait_until_writable() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let out = rustix::stdio::stdout();
    poll(&mut [PollFd::new(&out, PollFlags::OUT)], None)?;
    Ok(())
}
