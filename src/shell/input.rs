//! Keys, mouse and pastes: from the terminal to events.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::paper::Answer;
use super::{Message, panics, terminal};
use crate::app::event::{Code, Event, Key, Mouse, MouseKind};

/// As many events as are handed over at once: what is typed while the reader is busy comes at once, a stream without end does not
/// keep it waiting.
const MOST: usize = 1024;

/// Starts the thread that reads the keyboard. It ends with the program.
pub(super) fn start(sender: Sender<Message>) {
    thread::spawn(move || {
        let mut answer = Answer::default();
        loop {
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
