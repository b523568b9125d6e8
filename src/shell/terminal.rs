//! The terminal: taking its screen, and giving it back in every case.
//!
//! Whatever ends the program, the modes that were set are reset: on quit, error, panic, signals, suspension. So leaving needs no
//! value in hand: what is needed for it is kept in a static, and it is done at most once per entering.
//!
//! A terminal may stop reading (Ctrl-S, a dead connection). Writing therefore never blocks inside the kernel, where it would hold
//! a lock that the way out needs too; it waits outside, and gives up when the screen is no longer ours. Only a terminal that cannot
//! be opened anew, neither as standard output nor as the controlling terminal, is written to as it is.

use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::{Errno, retry_on_intr};
use rustix::process::{getpgrp, getsid};
use rustix::stdio;
use rustix::termios::{self, OptionalActions, QueueSelector, Termios};

use super::pen::kitty;
use crate::app::area::{Size, TWO_PANES};
use crate::picture::size::Cell;

/// The size of a terminal that does not know its own (serial lines, fresh containers).
const FALLBACK: Size = Size {
    width: 80,
    height: 24,
};

/// The largest screen that is painted; what a terminal claims beyond that stays blank. A claim of 65,535 columns and rows would
/// take more memory than there is.
const LARGEST: Size = Size {
    width: 2000,
    height: 1000,
};

/// The widest screen that has one pane.
const ONE_PANE: u16 = TWO_PANES - 1;

/// Alternate screen, no cursor, pastes in brackets so that they never act as keys.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// The opposite, in the opposite order; colours reset, an open frame closed.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";

/// The end of a string (ECMA-48, ST).
const END_STRING: &[u8] = b"\x1b\\";

/// Letters stay in the cells where they are put (ECMA-48, BDSM): terminals that would order them once more are told not to.
const KEEP_ORDER: &[u8] = b"\x1b[8l";

/// [`LEAVE`], with that taken back.
const LEAVE_ORDER: &[u8] =
    b"\x1b[?2026l\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[8h\x1b[0m\x1b[?25h\x1b[?1049l";

/// Buttons and wheel, in decimal; not every movement, which would only cost.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// What is needed to take the screen and to give it back.
static TERMINAL: OnceLock<Terminal> = OnceLock::new();

/// Whether the screen is ours; nothing is written while it is not. Held while something is written, which never takes long.
static IS_OURS: Mutex<bool> = Mutex::new(false);

/// Whether the screen is taken at all: where lines are told one after the other, only the keys are.
static HAS_SCREEN: AtomicBool = AtomicBool::new(true);

/// Whether letters stay where they are put while the screen is ours.
static KEEPS_ORDER: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is ours while the screen is.
static HAS_MOUSE: AtomicBool = AtomicBool::new(false);

/// Whether pictures are sent in strings, of which the last may be left without its end.
static SENDS_STRINGS: AtomicBool = AtomicBool::new(false);

/// The pictures that the terminal keeps for us, by name, to be taken back with the screen.
static PICTURES: Mutex<Vec<u32>> = Mutex::new(Vec::new());

struct Terminal {
    /// Where keys come from; standard input when that is a terminal.
    keys: Option<OwnedFd>,
    /// Where frames go, opened anew so that it can be set to not block; standard output when that is not possible.
    screen: Option<OwnedFd>,
    /// The modes before we changed them.
    modes: Mutex<Termios>,
}

impl Terminal {
    fn find() -> io::Result<Self> {
        let keys = if io::stdin().is_terminal() {
            None
        } else {
            Some(open(
                "/dev/tty",
                OFlags::RDWR | OFlags::CLOEXEC,
                Mode::empty(),
            )?)
        };
        let modes = Mutex::new(termios::tcgetattr(
            keys.as_ref().map_or(stdio::stdin(), AsFd::as_fd),
        )?);
        Ok(Self {
            keys,
            screen: open_screen().ok(),
            modes,
        })
    }

    fn keys(&self) -> BorrowedFd<'_> {
        match &self.keys {
            Some(keys) => keys.as_fd(),
            None => stdio::stdin(),
        }
    }

    fn screen(&self) -> BorrowedFd<'_> {
        match &self.screen {
            Some(screen) => screen.as_fd(),
            None => stdio::stdout(),
        }
    }

    fn set_raw(&self) {
        let mut raw = lock(&self.modes).clone();
        raw.make_raw();
        let _ = termios::tcsetattr(self.keys(), OptionalActions::Now, &raw); // without raw mode keys need Enter, no more
    }

    fn restore_modes(&self) {
        let _ = termios::tcsetattr(self.keys(), OptionalActions::Now, &lock(&self.modes)); // nothing more can be done
    }

    /// What is typed, once there is something; nothing when there is none until `end`.
    fn read_until(&self, end: Instant) -> rustix::io::Result<Vec<u8>> {
        let mut bytes = vec![0; 1024];
        let left = Timespec::try_from(end.saturating_duration_since(Instant::now())).ok();
        let keys = self.keys();
        let typed = &mut [PollFd::new(&keys, PollFlags::IN)];
        let count = match retry_on_intr(|| poll(typed, left.as_ref()))? {
            0 => 0,
            _ => retry_on_intr(|| rustix::io::read(keys, &mut bytes))?,
        };
        bytes.truncate(count);
        Ok(bytes)
    }

    /// Writes what can be written at once; returns how much that was.
    fn write_some(&self, bytes: &[u8]) -> rustix::io::Result<usize> {
        match rustix::io::write(self.screen(), bytes) {
            Err(Errno::INTR | Errno::AGAIN) => Ok(0),
            result => result,
        }
    }

    /// Writes everything, waiting where it must, for as long as `may_go_on`, which holds a lock meanwhile or does not.
    fn write_while<G>(
        &self,
        mut bytes: &[u8],
        may_go_on: impl Fn() -> Option<G>,
    ) -> io::Result<()> {
        while !bytes.is_empty() {
            let Some(guard) = may_go_on() else {
                return Ok(());
            };
            let written = self.write_some(bytes)?;
            drop(guard);
            bytes = bytes.get(written..).unwrap_or_default();
            if written == 0 {
                let _ = poll(&mut [PollFd::new(&self.screen(), PollFlags::OUT)], None); // an error shows at the next write
            }
        }
        Ok(())
    }
}

/// Standard output, opened anew. Where the terminal belongs to somebody else (after `su`) only its other name can be opened.
fn open_screen() -> rustix::io::Result<OwnedFd> {
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    open("/dev/stdout", flags, Mode::empty()).or_else(|error| {
        if termios::tcgetsid(stdio::stdout()) == getsid(None) {
            open("/dev/tty", flags, Mode::empty())
        } else {
            Err(error)
        }
    })
}

/// A thread that panicked while it held one of these locks left nothing half done behind it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Finds the terminal. Keys come from standard input, or from the controlling terminal when that is the article.
pub(super) fn find(has_screen: bool, has_mouse: bool) -> io::Result<()> {
    let _ = TERMINAL.set(Terminal::find()?); // set before only when the reader was run twice, with the same terminal
    HAS_SCREEN.store(has_screen, Ordering::SeqCst);
    HAS_MOUSE.store(has_screen && has_mouse, Ordering::SeqCst);
    Ok(())
}

/// Takes the screen when it is not ours and may be: changing the modes in the background would stop the program.
pub(super) fn enter() {
    let Some(terminal) = TERMINAL.get().filter(|_| is_in_foreground()) else {
        return;
    };
    // The modes are set under the lock, so that nobody can restore them before.
    let mut is_ours = lock(&IS_OURS);
    if std::mem::replace(&mut *is_ours, true) {
        return;
    }
    terminal.set_raw();
    drop(is_ours);
    if HAS_SCREEN.load(Ordering::SeqCst) {
        let _ = write(ENTER); // a terminal that is gone shows at the first frame
    }
    if HAS_SCREEN.load(Ordering::SeqCst) && KEEPS_ORDER.load(Ordering::SeqCst) {
        let _ = write(KEEP_ORDER);
    }
    if HAS_MOUSE.load(Ordering::SeqCst) {
        let _ = write(MOUSE_ON);
    }
}

/// Says that letters stay where they are put: they have the order in which they are seen.
pub(super) fn keep_order(is_kept: bool) {
    KEEPS_ORDER.store(is_kept, Ordering::SeqCst);
}

/// Whether the terminal is ours to use; so is one that knows nothing of process groups.
pub(super) fn is_in_foreground() -> bool {
    TERMINAL.get().is_none_or(|terminal| {
        termios::tcgetpgrp(terminal.keys()).map_or(true, |group| group == getpgrp())
    })
}

/// Takes the mouse, or gives it back.
pub(super) fn capture_mouse(is_captured: bool) -> io::Result<()> {
    HAS_MOUSE.store(is_captured, Ordering::SeqCst);
    write(if is_captured { MOUSE_ON } else { MOUSE_OFF })
}

/// The size of the terminal. What is told in lines is told of one pane at a time, as narrow screens have it.
pub(super) fn size() -> Size {
    let size = termios::tcgetwinsize(stdio::stdout());
    let size = size.map_or(FALLBACK, |size| sane(size.ws_col, size.ws_row));
    if HAS_SCREEN.load(Ordering::SeqCst) {
        return size;
    }
    Size {
        width: size.width.min(ONE_PANE),
        ..size
    }
}

/// The size of its cells in pixels, as far as it tells.
pub(super) fn cell() -> Cell {
    let size = termios::tcgetwinsize(stdio::stdout());
    size.map_or_else(
        |_error| Cell::default(),
        |it| Cell::of(it.ws_col, it.ws_row, it.ws_xpixel, it.ws_ypixel),
    )
}

fn sane(columns: u16, rows: u16) -> Size {
    if columns == 0 || rows == 0 {
        return FALLBACK;
    }
    Size {
        width: columns.min(LARGEST.width),
        height: rows.min(LARGEST.height),
    }
}

/// Writes to the screen while it is ours.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let Some(terminal) = TERMINAL.get() else {
        return Ok(());
    };
    terminal.write_while(bytes, || Some(lock(&IS_OURS)).filter(|is_ours| **is_ours))
}

/// Asks something, and drops what is typed until that is answered or `patience` has an end. Nobody else may read keys meanwhile.
pub(super) fn hear_out(question: &[u8], has_answer: impl Fn(&[u8]) -> bool, patience: Duration) {
    let end = Instant::now() + patience;
    let Some(terminal) = TERMINAL.get().filter(|_| write(question).is_ok()) else {
        return;
    };
    let mut typed = Vec::new();
    while !has_answer(&typed) {
        match terminal.read_until(end) {
            Ok(bytes) if !bytes.is_empty() => typed.extend(bytes),
            _ => return,
        }
    }
}

/// Says whether pictures are sent in strings. What was sent in one before may still be without its end.
pub(super) fn send_strings(are_sent: bool) {
    SENDS_STRINGS.fetch_or(are_sent, Ordering::SeqCst);
}

/// Says which pictures the terminal keeps for us.
pub(super) fn keep_pictures(names: &[u32]) {
    let mut kept = lock(&PICTURES);
    if *kept != names {
        *kept = names.to_vec();
    }
}

/// What gives back what was taken. What was being sent may have been broken off in a string, which would swallow all the rest.
fn way_out() -> Vec<u8> {
    let is_set = |flag: &AtomicBool| flag.load(Ordering::SeqCst);
    let mut way = Vec::new();
    if is_set(&SENDS_STRINGS) {
        way.extend(END_STRING);
    }
    for name in lock(&PICTURES).drain(..) {
        kitty::delete(name, &mut way);
    }
    way.extend(match (is_set(&HAS_SCREEN), is_set(&KEEPS_ORDER)) {
        (true, true) => LEAVE_ORDER,
        (true, false) => LEAVE,
        (false, _) => b"", // the modes are all
    });
    way
}

/// Gives the screen back, from any thread and in any state; does nothing when it is not ours.
pub(super) fn leave() {
    if let Some(terminal) = stop_writing() {
        let _ = terminal.write_while(&way_out(), || Some(())); // nobody is left to tell
    }
}

/// Gives the screen back although the terminal may have stopped reading. What waits to be written is dropped then, to make
/// room for the way out.
pub(super) fn leave_at_once() {
    let Some(terminal) = stop_writing() else {
        return;
    };
    let way = way_out();
    if terminal.write_some(&way) != Ok(way.len()) {
        let _ = termios::tcflush(stdio::stdout(), QueueSelector::OFlush); // it only makes room
        let _ = terminal.write_while(&way, || Some(()));
    }
}

/// Makes sure that nothing more is written, and restores the modes; the terminal, when the screen was ours.
fn stop_writing() -> Option<&'static Terminal> {
    let terminal = TERMINAL.get()?;
    let mut is_ours = lock(&IS_OURS);
    if !std::mem::replace(&mut *is_ours, false) {
        return None;
    }
    terminal.restore_modes();
    Some(terminal)
}

/// Waits until the other end of the terminal is gone.
pub(super) fn wait_for_hangup() {
    let Some(terminal) = TERMINAL.get() else {
        return;
    };
    loop {
        match poll(
            &mut [PollFd::new(&terminal.keys(), PollFlags::empty())],
            None,
        ) {
            Ok(0) | Err(Errno::INTR) => {}
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_cannot_be_is_another() {
        for (claimed, expected) in [
            ((80, 24), (80, 24)),
            ((0, 24), (80, 24)),
            ((80, 0), (80, 24)),
            ((20_000, 20_000), (2000, 1000)),
        ] {
            let Size { width, height } = sane(claimed.0, claimed.1);
            assert_eq!((width, height), expected);
        }
    }
}
