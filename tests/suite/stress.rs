//! A reader that is handed whatever comes: keys, sizes, clicks, searches, and an article that grows under it.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sidenote::action::actions;
use sidenote::app::area::{Panes, Size};
use sidenote::app::effect::Effect;
use sidenote::app::event::{Code, Event, Key, Mouse, MouseKind};
use sidenote::app::findings::Findings;
use sidenote::app::renewal::Renewal;
use sidenote::app::sideways::Sideways;
use sidenote::app::update::update;
use sidenote::app::{App, Mode};
use sidenote::article::annotate;
use sidenote::article::section::{Outline, Outliner};
use sidenote::config::setting::Settings;
use sidenote::config::theme::DARK;
use sidenote::doc::Document;
use sidenote::doc::block::BlockKind;
use sidenote::doc::feed::Feed;
use sidenote::doc::format::Format;
use sidenote::layout::row::{Piece, PieceText, Role};
use sidenote::text::span::Span;

use crate::article::article;
use crate::fixture;
use crate::screen::shelf_of;

/// Of so many events that could be one, one is a reload.
const RELOAD: usize = 20;

/// The same for a reload of a file that has changed.
const RENEWAL: usize = 4;

/// How many times the article grows until it is whole.
const STEPS: usize = 12;

/// How many jumps the reader may be able to take back.
const JUMPS: usize = 200;

/// Numbers that look random and are always the same.
struct Random(u64);

impl Random {
    /// The next number below `end`, by the SplitMix generator.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    fn cells(&mut self, end: u16) -> u16 {
        u16::try_from(self.below(end.into())).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// What was done last; told when the test fails.
struct Trace {
    seed: u64,
    count: usize,
    last: String,
}

impl Drop for Trace {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}, event {}: {}", self.seed, self.count, self.last);
        }
    }
}

struct Stress {
    random: Random,
    trace: Trace,
    app: App,
    chords: Vec<Vec<Key>>,
    feed: Option<Feed>,
    outliner: Outliner,
    /// The whole article, to be read again.
    text: String,
    /// What has not been fed yet.
    rest: String,
    step: usize,
}

impl Stress {
    fn new(seed: u64, text: String) -> Self {
        let chords = actions().flat_map(|entry| entry.keys);
        Self {
            random: Random(seed),
            trace: Trace {
                seed,
                count: 0,
                last: String::new(),
            },
            app: App::new(
                size(80, 24),
                shelf_of("article.md"),
                None,
                &Settings::default(),
            ),
            chords: chords
                .filter_map(|(keys, _)| Key::parse_chord(keys))
                .collect(),
            feed: Some(Feed::new(Format::Markdown)),
            outliner: Outliner::default(),
            step: text.len() / STEPS + 1,
            rest: text.clone(),
            text,
        }
    }

    fn run(&mut self, events: usize) {
        self.grow();
        let growth = events / (2 * STEPS);
        while self.trace.count < events {
            if self.trace.count / growth.max(1) >= STEPS - self.rest.len() / self.step {
                self.grow();
            }
            match self.random.below(100) {
                0..60 => self.bound_key(),
                60..66 => self.any_key(),
                66..74 => self.resize(),
                74..80 => self.search(),
                80..94 => self.mouse(),
                94..96 => self.paste(),
                96 if self.random.below(RELOAD) == 0 => self.reload(),
                97 if self.random.below(RENEWAL) == 0 => self.renew(),
                _ => self.work(),
            }
        }
    }

    fn event(&mut self, event: Event) {
        self.trace.count += 1;
        self.trace.last = match &event {
            Event::Read { document, .. } => format!("{} bytes read", document.bytes()),
            Event::Annotated { .. } => "annotated".to_owned(),
            Event::Of(..) => "read anew".to_owned(),
            event => format!("{event:?}"),
        };
        update(&mut self.app, event);
        self.app.settle();
        if self.trace.count.is_multiple_of(4) {
            self.check();
        }
    }

    fn keys(&mut self, keys: &[Key]) {
        for &key in keys {
            self.event(Event::Key(key));
        }
    }

    fn arrive(&mut self, document: Arc<Document>) {
        let outline = Arc::new(self.outliner.extend(&document).clone());
        self.event(Event::Read { document, outline });
    }

    /// The next piece of the article arrives; after the last one, what was found in it.
    fn grow(&mut self) {
        let Some(mut feed) = self.feed.take() else {
            return;
        };
        let rest = self
            .rest
            .split_off(self.rest.ceil_char_boundary(self.step.min(self.rest.len())));
        feed.push(&std::mem::replace(&mut self.rest, rest));
        if !self.rest.is_empty() {
            self.arrive(Arc::new(feed.preview()));
            self.feed = Some(feed);
            return;
        }
        let document = Arc::new(feed.finish());
        let outline = Outline::of(&document);
        let findings = Findings::new(annotate(&document, &outline), &outline, true);
        self.arrive(document);
        self.event(Event::Annotated {
            findings: Box::new(findings),
            is_more: false,
        });
    }

    /// The article is read again once it is there: every block is another one, and the reader stays where they were.
    fn reload(&mut self) {
        if self.feed.is_some() {
            return;
        }
        let mut feed = Feed::new(Format::Markdown);
        feed.push(&self.text);
        if self.app.article.document.revision() == 0 {
            feed.preview(); // what comes now is of a later revision
        }
        let document = Arc::new(feed.finish());
        let top = self.app.view.top;
        self.arrive(Arc::clone(&document));
        assert_eq!(self.app.view.top.at, top.at);
        let outline = Outline::of(&document);
        let findings = Findings::new(annotate(&document, &outline), &outline, true);
        self.event(Event::Annotated {
            findings: Box::new(findings),
            is_more: false,
        });
    }

    /// The article is read anew once it is there, and something in it is another one.
    fn renew(&mut self) {
        if self.feed.is_some() {
            return;
        }
        self.edit();
        let before = self.app.article.reading();
        let document = Document::read(self.text.clone(), Format::Markdown);
        let Some(renewal) = Renewal::of(document, None, &before) else {
            return;
        };
        let index = self.app.shelf.open().unwrap();
        self.app.mode = Mode::Read;
        for effect in update(&mut self.app, Event::Outdated(index)) {
            if let Effect::Read { reading, .. } = effect {
                let news = Box::new(Event::Renewed(Box::new(renewal)));
                return self.event(Event::Of(reading, news));
            }
        }
    }

    /// Takes a piece of the text away, or puts another one in its place.
    fn edit(&mut self) {
        let at = |random: &mut Random, text: &str| {
            let at = random.below(text.len());
            text.ceil_char_boundary(at)
        };
        let (a, b) = (
            at(&mut self.random, &self.text),
            at(&mut self.random, &self.text),
        );
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 5_000));
        let to = self.text.ceil_char_boundary(to);
        let new = *self
            .random
            .pick(&["", "\n\nA new paragraph.\n\n", "words", "\n\n## Why?\n\n"]);
        self.text.replace_range(from..to, new);
    }

    fn bound_key(&mut self) {
        if self.random.below(8) == 0 {
            let digit = char::from(b'1' + u8::try_from(self.random.below(9)).unwrap());
            self.keys(&[Key::char(digit)]);
        }
        let chord = self.random.pick(&self.chords).clone();
        self.keys(&chord);
    }

    fn any_key(&mut self) {
        let code = *self.random.pick(&[
            Code::Char('é'),
            Code::Char('安'),
            Code::Char('\u{301}'),
            Code::Char('9'),
            Code::Backspace,
            Code::Enter,
            Code::Esc,
            Code::Tab,
            Code::Home,
            Code::Delete,
            Code::Up,
        ]);
        self.keys(&[Key::plain(code)]);
    }

    fn resize(&mut self) {
        let any = size(1 + self.random.cells(200), 1 + self.random.cells(60));
        let usual = *self
            .random
            .pick(&[size(1, 1), size(80, 24), size(120, 40), size(3, 50)]);
        let size = *self.random.pick(&[any, usual]);
        self.event(Event::Resize(size));
    }

    fn search(&mut self) {
        let words = *self.random.pick(&[
            "harbour",
            "“we will",
            "of the n",
            "e",
            "Northmole has met",
            "nowhere at all",
            "tabs and",
        ]);
        self.keys(&[Key::plain(Code::Esc), Key::char('/')]);
        let typed = words.chars().take(1 + self.random.below(20));
        for letter in typed {
            self.keys(&[Key::char(letter)]);
        }
        let end = *self.random.pick(&[Code::Enter, Code::Esc]);
        self.keys(&[Key::plain(end)]);
    }

    fn mouse(&mut self) {
        let kind = *self.random.pick(&[
            MouseKind::Press,
            MouseKind::Press,
            MouseKind::WheelUp,
            MouseKind::WheelDown,
        ]);
        // Now and then outside the screen: a report may be older than a resize.
        let (x, y) = (self.random.cells(210), self.random.cells(65));
        let (x, y) = *self
            .random
            .pick(&[(x, y), (x % self.app.size.width, y % self.app.size.height)]);
        self.event(Event::Mouse(Mouse { kind, x, y }));
    }

    fn paste(&mut self) {
        let text = *self
            .random
            .pick(&["two words", "\u{1b}[31m\n", "é\r\n安全\t"]);
        self.event(Event::Paste(text.to_owned()));
    }

    fn work(&mut self) {
        for _ in 0..5 {
            if self.app.has_work() {
                self.event(Event::Work);
            }
        }
    }

    /// What is drawn is the text of the article where the reader is said to be.
    fn check(&self) {
        let buffer = self.draw();
        let (app, areas) = (&self.app, self.app.page.areas);
        let is_covered =
            !matches!(app.mode, Mode::Read | Mode::Prompt(_)) || app.panes() == Panes::List;
        let Some((block, row)) = app.page.rows.first() else {
            return;
        };
        // Where it has no row of its own, a message or a prompt takes one of the text.
        let is_typed = matches!(app.mode, Mode::Prompt(_));
        let is_told = areas.status.height == 0 && (app.notice.is_some() || is_typed);
        let is_moved = app.view.sideways != Sideways::default();
        if is_covered || is_told || areas.text.height == 0 || is_moved {
            return;
        }
        self.check_top();

        let block = app.article.document.block(*block).unwrap();
        let is_in_cells = matches!(block.kind, BlockKind::Row(..));
        // Rows that share a byte, as those of a picture’s mark on a narrow screen do, push the next rows’ places on.
        let first = row.pieces.iter().find(|piece| is_read(piece));
        let start = if is_in_cells {
            block.span.start
        } else {
            first.map_or(row.at, |piece| piece.span.start.min(row.at))
        };
        let source = Span::new(start.min(block.span.end), block.span.end);
        let source = app.article.document.slice(source);
        let mut rest = source;
        for piece in row.pieces.iter().filter(|piece| is_read(piece)) {
            let left = areas.column + piece.col;
            let end = (left + piece.cols).min(areas.text.x + areas.text.width);
            let drawn: String = (left..end)
                .map(|x| buffer[(x, areas.text.y)].symbol())
                .collect();
            for word in words(&drawn) {
                let at = rest.find(word);
                let at = at.unwrap_or_else(|| panic!("{word:?} of {drawn:?} is not in {source:?}"));
                if !is_in_cells {
                    rest = sidenote::text::tail(rest, at + word.len());
                }
            }
        }
    }

    /// The row at the top holds the place of the view; one further down does when the rest of the section leaves room.
    fn check_top(&self) {
        let (app, rows) = (&self.app, &self.app.page.rows);
        let top = app.view.top;
        let section = app.article.outline.section(app.view.section).unwrap();
        let is_end = rows.last().unwrap().0.next() >= section.range().end;
        // On a screen that has grown, a heading that was read is pinned above what follows it; on one that has shrunk, a heading
        // without text is all that there is to show of its section.
        let is_pinned = section.heading == Some(top.block) && rows[0].0 == top.block.next();
        let is_heading = section.body().next().is_none() && section.heading == Some(rows[0].0);
        let above = rows.partition_point(|(block, row)| (*block, row.at) <= (top.block, top.at));
        let at = above.saturating_sub(1); // a place before the first row of its block is that row's
        let is_shown = rows[at].0 == top.block && (at == 0 || is_end);
        assert!(
            is_pinned || is_heading || is_shown,
            "{top:?} is not where {:?} is",
            rows[at]
        );
    }

    fn draw(&self) -> Buffer {
        let Size { width, height } = self.app.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        sidenote::ui::draw(&self.app, &DARK, &mut buffer);
        buffer
    }

    /// However much has been done, so many jumps can be taken back and no more.
    fn check_jumps(&mut self) {
        self.keys(&[Key::plain(Code::Esc), Key::plain(Code::Esc)]);
        let back = Key::parse_chord("Ctrl-o").unwrap();
        let mut count = 0;
        loop {
            let before = self.app.view.clone();
            self.keys(&back);
            if self.app.view == before {
                break;
            }
            count += 1;
            assert!(count <= JUMPS, "more than {JUMPS} jumps are kept");
        }
    }
}

fn size(width: u16, height: u16) -> Size {
    Size { width, height }
}

/// Whether a piece of a row is drawn as it stands in its block.
fn is_read(piece: &Piece) -> bool {
    piece.text == PieceText::Source && piece.role != Role::Marker
}

/// Words that look the same in the source and on the screen.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// An article with everything in it that Markdown has.
fn everything(bytes: usize) -> String {
    let unit = std::fs::read_to_string(fixture("everything.md")).unwrap();
    let unit = unit + "\n\n" + &article(8_000);
    unit.repeat(bytes / unit.len() + 1)
}

fn stress(seed: u64, bytes: usize, events: usize) {
    let mut stress = Stress::new(seed, everything(bytes));
    stress.run(events);
    stress.check_jumps();
}

#[test]
fn a_reader_withstands_anything() {
    stress(1, 100_000, 1_500);
}

/// Far more of the same:
/// `cargo test --release --test suite -- --ignored for_long`.
#[test]
#[ignore = "takes minutes"]
fn a_reader_withstands_anything_for_long() {
    stress(2, 10_000_000, 200_000);
}
