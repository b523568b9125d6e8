//! Any keys, on a screen of any size: no cell holds what a terminal would obey.

#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sidenote::app::App;
use sidenote::app::area::Size;
use sidenote::app::event::{Code, Event, Key};
use sidenote::app::findings::Findings;
use sidenote::app::shelf::Shelf;
use sidenote::app::update::update;
use sidenote::article::annotate;
use sidenote::article::section::Outline;
use sidenote::config::setting::Settings;
use sidenote::config::theme::DARK;
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::input::Origin;

fuzz_target!(|input: (&str, &str, u8, u8)| {
    let (text, keys, width, height) = input;
    let size = Size {
        width: u16::from(width),
        height: u16::from(height),
    };
    let shelf = Shelf::of_one(Origin::File("name.md".into())).0;
    let mut app = App::new(size, shelf, None, &Settings::default());
    let document = Arc::new(Document::read(text.to_owned(), Format::Markdown));
    let outline = Outline::of(&document);
    let findings = Findings::new(annotate(&document, &outline), &outline, true);
    tell(
        &mut app,
        Event::Read {
            document,
            outline: Arc::new(outline),
        },
    );
    tell(
        &mut app,
        Event::Annotated {
            findings: Box::new(findings),
            is_more: false,
        },
    );
    for key in keys.chars().take(200) {
        tell(&mut app, Event::Key(pressed(key)));
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    sidenote::ui::draw(&app, &DARK, &mut buffer);
    let symbols = buffer.content().iter().map(ratatui::buffer::Cell::symbol);
    assert!(!symbols.flat_map(str::chars).any(char::is_control));
});

/// Control characters are keys of their own.
fn pressed(c: char) -> Key {
    match c {
        '\u{1b}' => Key {
            code: Code::Esc,
            ..Key::char(c)
        },
        '\n' | '\r' => Key {
            code: Code::Enter,
            ..Key::char(c)
        },
        '\t' => Key {
            code: Code::Tab,
            ..Key::char(c)
        },
        c => Key::char(c),
    }
}

fn tell(app: &mut App, event: Event) {
    let _effects = update(app, event);
    while app.has_work() {
        let _effects = update(app, Event::Work);
    }
    app.settle();
}
