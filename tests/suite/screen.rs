//! A screen without a terminal: keys in, picture out.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use sidenote::app::App;
use sidenote::app::area::Size;
use sidenote::app::effect::Effect;
use sidenote::app::event::{Code, Event, Key, Mouse, MouseKind};
use sidenote::app::findings::Findings;
use sidenote::app::goal::Goal;
use sidenote::app::kept::Kept;
use sidenote::app::shelf::Shelf;
use sidenote::app::update::update;
use sidenote::article::annotate;
use sidenote::article::section::{Outline, Outliner};
use sidenote::config::file;
use sidenote::config::setting::Settings;
use sidenote::config::theme::{COLOURLESS, Colour, Look, Theme};
use sidenote::doc::Document;
use sidenote::doc::format::Format;
use sidenote::input::Origin;

use crate::fixture;

/// A shelf with one article, which lies on the desk.
pub(crate) fn shelf_of(name: &str) -> Shelf {
    Shelf::of_one(Origin::File(name.into())).0
}

/// A reader with an article open.
pub(crate) struct Screen {
    pub(crate) app: App,
    pub(crate) effects: Vec<Effect>,
    pub(crate) outliner: Outliner,
}

impl Screen {
    /// Opens a fixture on a screen such as `80x24`.
    pub(crate) fn open(name: &str, size: &str) -> Self {
        let path = fixture(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let format = Format::of(Some(&path), &text);
        Self::read(&text, format, name, size)
    }

    /// Opens a text.
    pub(crate) fn read(text: &str, format: Format, name: &str, size: &str) -> Self {
        let mut screen = Self::new(size);
        screen.take(text, format, name);
        screen
    }

    /// A reader with a configuration file that waits for its article.
    pub(crate) fn set(configuration: &str, size: &str) -> Self {
        let (settings, mistakes) = file::read(configuration);
        assert!(mistakes.is_empty(), "{configuration}");
        Self::with(&settings, size)
    }

    /// Opens a fixture with a configuration file.
    pub(crate) fn configured(configuration: &str, name: &str, size: &str) -> Self {
        let (settings, mistakes) = file::read(configuration);
        let mut screen = Self::with(&settings, size);
        let path = fixture(name);
        let text = std::fs::read_to_string(&path).unwrap();
        screen.take(&text, Format::of(Some(&path), &text), name);
        let told = |mistake| format!("config.toml:{mistake}");
        let told = mistakes.iter().map(told).collect();
        screen.app.tell_mistakes("config.toml", told);
        screen
    }

    /// A reader that waits for its article.
    pub(crate) fn new(size: &str) -> Self {
        Self::with(&Settings::default(), size)
    }

    /// A reader that begins somewhere in an article of Markdown.
    pub(crate) fn begun(goal: Goal, text: &str, size: &str) -> Self {
        let mut screen = Self::aimed(Some(goal), &Settings::default(), size);
        screen.take(text, Format::Markdown, "a.md");
        screen
    }

    fn with(settings: &Settings, size: &str) -> Self {
        Self::aimed(None, settings, size)
    }

    fn aimed(goal: Option<Goal>, settings: &Settings, size: &str) -> Self {
        let mut app = App::new(parse_size(size), shelf_of("expected"), goal, settings);
        app.settle();
        let mut screen = Self {
            app,
            effects: Vec::new(),
            outliner: Outliner::default(),
        };
        screen.event(Event::Kept(Kept::default()));
        screen
    }

    /// Gives it a text.
    pub(crate) fn take(&mut self, text: &str, format: Format, name: &str) {
        let document = Arc::new(Document::read(text.to_owned(), format));
        let outline = Outline::of(&document);
        let findings = Findings::new(annotate(&document, &outline), &outline, true);
        name.clone_into(&mut self.app.article.name);
        self.arrive(document);
        self.event(Event::Annotated {
            findings: Box::new(findings),
            is_more: false,
        });
        while self.app.has_work() {
            self.event(Event::Work);
        }
        self.app.settle();
    }

    /// Types keys, separated by spaces as they are written in help; `type:words` types words, `40x10` resizes, `click:3,4` clicks.
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            self.one(key);
            self.app.settle();
        }
        self
    }

    fn one(&mut self, written: &str) {
        if let Some(words) = written.strip_prefix("type:") {
            return words
                .chars()
                .for_each(|c| self.key(Key::char(if c == '_' { ' ' } else { c })));
        }
        if let Some((x, y)) = written
            .strip_prefix("click:")
            .and_then(|cell| cell.split_once(','))
        {
            let mouse = Mouse {
                kind: MouseKind::Press,
                x: x.parse().unwrap(),
                y: y.parse().unwrap(),
            };
            return self.event(Event::Mouse(mouse));
        }
        let is_size = written
            .split_once('x')
            .is_some_and(|(w, h)| w.parse::<u16>().is_ok() && h.parse::<u16>().is_ok());
        if is_size {
            return self.event(Event::Resize(parse_size(written)));
        }
        let chord = Key::parse_chord(written).unwrap_or_else(|| panic!("no key {written}"));
        for key in chord {
            self.key(key);
        }
    }

    fn key(&mut self, key: Key) {
        self.event(Event::Key(key));
        while self.app.has_work() {
            self.event(Event::Work);
        }
        self.app.settle();
    }

    /// All that has been read of its article by now.
    pub(crate) fn arrive(&mut self, document: Arc<Document>) {
        let outline = Arc::new(self.outliner.extend(&document).clone());
        self.event(Event::Read { document, outline });
    }

    pub(crate) fn event(&mut self, event: Event) {
        self.effects.extend(update(&mut self.app, event));
    }

    /// The screen as text.
    pub(crate) fn picture(&self) -> String {
        self.draw(&COLOURLESS, |symbol, _, _| symbol.to_owned())
    }

    /// The screen as one letter a cell for the part of the theme that painted it; a dot for plain text.
    pub(crate) fn roles(&self) -> String {
        self.draw(&lettered(), |symbol, ink, modifier| {
            let letter = match ink {
                Color::Indexed(index) => char::from(b'a' + index),
                _ if symbol == " " => ' ',
                _ => '.',
            };
            if modifier.contains(Modifier::UNDERLINED) {
                letter.to_ascii_uppercase().to_string()
            } else {
                letter.to_string()
            }
        })
    }

    fn draw(&self, theme: &Theme, show: impl Fn(&str, Color, Modifier) -> String) -> String {
        let Size { width, height } = self.app.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        sidenote::ui::draw(&self.app, theme, &mut buffer);
        let mut picture = String::new();
        for y in 0..height {
            let row: String = (0..width)
                .map(|x| {
                    show(
                        buffer[(x, y)].symbol(),
                        buffer[(x, y)].fg,
                        buffer[(x, y)].modifier,
                    )
                })
                .collect();
            picture.push_str(row.trim_end());
            picture.push('\n');
        }
        picture
    }

    /// Where the reader is: the section and the top of the screen.
    pub(crate) fn place(&self) -> (usize, u32) {
        (self.app.view.section.index(), self.app.view.top.at)
    }

    /// Whether some row on screen shows a byte of the text.
    pub(crate) fn shows(&self, at: u32) -> bool {
        let mut pieces = self.app.page.rows.iter().flat_map(|(_, row)| &row.pieces);
        pieces.any(|piece| piece.span.contains(at))
    }

    /// The row so many above the bottom, from 1.
    pub(crate) fn row_from_below(&self, rows: usize) -> String {
        let picture = self.picture();
        picture.lines().nth_back(rows - 1).unwrap().to_owned()
    }

    /// The words that were last copied.
    pub(crate) fn copied(&self) -> Option<&str> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Copy(copy) => Some(copy.words.as_str()),
            _ => None,
        })
    }
}

pub(crate) fn esc() -> Key {
    Key::plain(Code::Esc)
}

pub(crate) fn parse_size(size: &str) -> Size {
    let (width, height) = size.split_once('x').unwrap();
    Size {
        width: width.parse().unwrap(),
        height: height.parse().unwrap(),
    }
}

/// A theme in which every part has a letter of its own, in the order of its fields.
fn lettered() -> Theme {
    let ink = |letter: u8, look: Look| Look {
        ink: Colour::Ansi(letter - b'a'),
        ..look
    };
    let plain = Look::default();
    let underlined = Look {
        underline: true,
        ..plain
    };
    Theme {
        text: plain,
        title: ink(b't', plain),
        heading: ink(b'h', plain),
        faint: ink(b'f', plain),
        rule: ink(b'r', plain),
        accent: ink(b'a', plain),
        code: ink(b'c', plain),
        link: ink(b'l', underlined),
        quote: ink(b'q', underlined),
        guarantee: ink(b'g', plain),
        marked: ink(b'm', plain),
        hit: ink(b'i', plain),
        current_hit: ink(b'j', plain),
        selected: ink(b's', plain),
        notice: ink(b'n', plain),
        changed: ink(b'k', underlined),
        red: ink(b'u', plain),
        green: ink(b'e', plain),
        yellow: ink(b'w', plain),
        blue: ink(b'x', plain),
        magenta: ink(b'y', plain),
        cyan: ink(b'z', plain),
        selection: ink(b'v', plain),
    }
}
