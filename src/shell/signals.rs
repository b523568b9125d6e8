//! Signals: the terminal is given back first, then what the signal does by default is done.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::process::{
    Signal, getpgrp, getpid, getppid, getsid, kill_current_process_group, kill_process,
};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::Message;
use super::terminal;

/// How long a terminal that does not read may hold up the end of the program.
const GRACE: Duration = Duration::from_secs(1);

/// Whether the terminal is lent to another program.
static IS_LENT: AtomicBool = AtomicBool::new(false);

/// While the terminal is lent, interrupts are meant for who has it, and Ctrl-Z stops us at once together with it.
pub(super) fn lend(is_lent: bool) {
    IS_LENT.store(is_lent, Ordering::SeqCst);
}

/// Starts the threads that wait for signals, and for the terminal to go away.
pub(super) fn start(sender: Sender<Message>) {
    if let Ok(signals) = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]) {
        thread::spawn(move || wait(signals, &sender));
    }
    // A lost terminal makes every read return at once for ever, and where SIGHUP is ignored nothing else tells of it.
    thread::spawn(|| {
        terminal::wait_for_hangup();
        process::exit(128 + SIGHUP);
    });
}

fn wait(mut signals: Signals, sender: &Sender<Message>) {
    for signal in signals.forever() {
        let is_lent = IS_LENT.load(Ordering::SeqCst);
        let message = match signal {
            SIGINT | SIGQUIT | SIGCONT if is_lent => continue,
            SIGTSTP if is_lent => {
                if has_shell() {
                    let _ = kill_process(getpid(), Signal::STOP);
                }
                continue;
            }
            SIGTSTP => Message::Suspend,
            SIGCONT => Message::Continued,
            _ => return end(signal),
        };
        if sender.send(message).is_err() {
            return;
        }
    }
}

/// Ends the program as the signal would have, the terminal given back. In a thread of its own, for the main one may be waiting
/// for a terminal that has stopped reading.
fn end(signal: i32) {
    thread::spawn(move || {
        thread::sleep(GRACE);
        die_of(signal);
    });
    terminal::leave_at_once();
    die_of(signal);
}

fn die_of(signal: i32) {
    let _ = emulate_default_handler(signal);
    process::exit(128 + signal);
}

/// Ends the program as Ctrl-C does.
pub(super) fn interrupt() {
    die_of(SIGINT);
}

/// Stops the process group until it is continued. Where nobody could continue it, as in a terminal without a shell, nothing
/// happens.
pub(super) fn stop() {
    if has_shell() {
        let _ = kill_current_process_group(Signal::STOP);
    }
}

/// Whether a parent in another process group of this session waits for us.
fn has_shell() -> bool {
    let Some(parent) = getppid() else {
        return false;
    };
    let is_same_session =
        matches!((getsid(Some(parent)), getsid(None)), (Ok(theirs), Ok(ours)) if theirs == ours);
    let is_other_group =
        rustix::process::getpgid(Some(parent)).is_ok_and(|group| group != getpgrp());
    is_same_session && is_other_group
}
