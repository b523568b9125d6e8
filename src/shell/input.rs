//! Keys, mouse and pastes: from the terminal to events.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
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

/// The keyboard, seen from the loop: it can be lent to another program.
pub(super) struct Keyboard {
    is_wanted: Arc<AtomicBool>,
    lent: Receiver<()>,
    back: Sender<()>,
}

impl Keyboard {
    /// Has nobody here read keys any more. The thread that waits for them is woken by what tells it of another size of the terminal, so
    /// it need not look up by itself.
    pub(super) fn lend(&self) {
        self.is_wanted.store(true, Ordering::SeqCst);
        let _ = kill_process(getpid(), Signal::WINCH); // a key would wake it too
        let _ = self.lent.recv_timeout(PATIENCE); // a thread that has ended reads no keys either
    }

    /// Has keys read here again.
    pub(super) fn take_back(&self) {
        let _ = self.back.send(()); // the same
    }
}

/// Starts the thread that reads the keyboard. It ends with the program.
pub(super) fn start(sender: Sender<Message>) -> Keyboard {
    let is_wanted = Arc::new(AtomicBool::new(false));
    let (tell, lent) = mpsc::channel();
    let (back, given_back) = mpsc::channel();
    let keyboard = Keyboard {
        is_wanted: Arc::clone(&is_wanted),
        lent,
        back,
    };
    thread::spawn(move || {
        let mut answer = Answer::default();
        loop {
            if is_wanted.swap(false, Ordering::SeqCst)
                && (tell.send(()).is_err() || given_back.recv().is_err())
            {
                return;
            }
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
