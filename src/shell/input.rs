//! Keys, mouse and pastes: from the terminal to events.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use rustix::process::{Signal, getpid, kill_process};

use super::paper::Answer;
use super::{Message, panics, terminal};
use crate::app::event::{Code, Event, Key, Mouse, MouseKind};

/// As many events as are handed over at once: what is typed while the reader is busy comes at once, a stream without end does not
/// keep it waiting.
const MOST: usize = 1024;

/// How long it may take until nobody reads keys any more.
const PATIENCE: Duration = Duration::from_secs(1);

/// The keyboard, which can be lent to another program.
#[derive(Clone, Default)]
pub(super) struct Keyboard(Arc<(Mutex<Holder>, Condvar)>);

/// Who reads keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Holder {
    /// The thread here.
    #[default]
    Us,
    /// The same, but another program is waiting.
    Wanted,
    /// Another program.
    Others,
}

impl Keyboard {
    /// Has nobody here read keys any more. The thread that waits for them is woken by what tells it of another size of the terminal, so
    /// it need not look up by itself.
    pub(super) fn lend(&self) {
        let (holder, changed) = &*self.0;
        let mut holder = lock(holder);
        *holder = Holder::Wanted;
        let _ = kill_process(getpid(), Signal::WINCH); // a key would wake it too
        let is_wanted = |holder: &mut Holder| *holder == Holder::Wanted;
        let waited = changed.wait_timeout_while(holder, PATIENCE, is_wanted);
        drop(waited); // a thread that does not answer has ended, and reads no keys either
    }

    /// Has keys read here again.
    pub(super) fn take_back(&self) {
        let (holder, changed) = &*self.0;
        *lock(holder) = Holder::Us;
        changed.notify_all();
    }

    /// Gives the keys away when they are wanted, and waits until they are back.
    fn pause(&self) {
        let (holder, changed) = &*self.0;
        let mut holder = lock(holder);
        if *holder == Holder::Wanted {
            *holder = Holder::Others;
            changed.notify_all();
            let is_away = |holder: &mut Holder| *holder == Holder::Others;
            drop(changed.wait_while(holder, is_away));
        }
    }
}

/// A thread that panicked while it held the lock left nothing half done behind it.
fn lock(holder: &Mutex<Holder>) -> MutexGuard<'_, Holder> {
    holder.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the thread that reads the keyboard. It ends with the program.
pub(super) fn start(sender: Sender<Message>) -> Keyboard {
    let keyboard = Keyboard::default();
    let ours = keyboard.clone();
    thread::spawn(move || {
        let mut answer = Answer::default();
        loop {
            ours.pause();
            let read = read(&mut answer);
            if let Some(is_light) = answer.told() {
                let _ = sender.send(Message::Paper { is_light }); // whether anybody listens shows below
            }
            let message = match read {
                Ok(events) if events.is_empty() => continue,
                Ok(events) => Message::Input(events),
                Err(error) => Message::InputLost(error),
            };
            let is_lost = matches!(message, Message::InputLost(_));
            if sender.send(message).is_err() || is_lost {
                return;
            }
        }
    });
    keyboard
}

/// Waits for an event and takes those that came with it.
fn read(answer: &mut Answer) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    match answer.patience() {
        Some(patience) if !event::poll(patience)? => answer.give_up(&mut events),
        _ => answer.take(event::read()?, &mut events),
    }
    while events.len() < MOST && event::poll(Duration::ZERO)? {
        answer.take(event::read()?, &mut events);
    }
    Ok(events.into_iter().filter_map(translate).collect())
}

fn translate(event: event::Event) -> Option<Event> {
    let event = match event {
        event::Event::Key(key) => Event::Key(translate_key(key)?),
        event::Event::Mouse(mouse) => {
            let kind = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
                MouseEventKind::ScrollUp => MouseKind::WheelUp,
                MouseEventKind::ScrollDown => MouseKind::WheelDown,
                MouseEventKind::ScrollLeft => MouseKind::WheelLeft,
                MouseEventKind::ScrollRight => MouseKind::WheelRight,
                _ => return None,
            };
            Event::Mouse(Mouse {
                kind,
                x: mouse.column,
                y: mouse.row,
            })
        }
        event::Event::Paste(text) => Event::Paste(text),
        event::Event::Resize(..) => Event::Resize(terminal::size()),
        event::Event::FocusGained | event::Event::FocusLost => return None,
    };
    panics::panic_in_input(&event);
    Some(event)
}

fn translate_key(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let code = match key.code {
        KeyCode::Char('h') if ctrl => return Some(Key::plain(Code::Backspace)), // some terminals send it for Backspace
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(number) => Code::Function(number),
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::ShiftTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        _ => return None,
    };
    Some(Key { code, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keyboard_is_lent_and_comes_back_as_often_as_that_is_wanted() {
        let keyboard = Keyboard::default();
        let (count, counted) = std::sync::mpsc::channel();
        let ours = keyboard.clone();
        thread::spawn(move || {
            while count.send(()).is_ok() {
                ours.pause();
            }
        });
        for _ in 0..100 {
            keyboard.lend();
            assert_eq!(*lock(&keyboard.0.0), Holder::Others);
            while counted.try_recv().is_ok() {}
            assert!(counted.try_recv().is_err());
            keyboard.take_back();
            assert!(counted.recv_timeout(PATIENCE).is_ok());
        }
    }
}
