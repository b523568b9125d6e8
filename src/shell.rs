//! Layer 5: the reader in a real terminal.
//!
//! One loop on the main thread: wait for a message, take all that are waiting, change the state, settle, draw the difference.
//! Keys, signals, the hang-up of the terminal and the work on the article each have a thread that sends messages. Idle costs
//! nothing: there is no timer.

mod brand;
mod browser;
mod clipboard;
mod editor;
mod errand;
mod flood;
mod input;
mod keeper;
mod panics;
mod paper;
mod pen;
mod pictures;
mod program;
mod screen;
mod short;
mod sight;
mod signals;
mod terminal;
mod told;
mod watch;
mod worker;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, RecvError, RecvTimeoutError, Sender, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::App;
use crate::app::effect::{Copy, Effect};
use crate::app::event::Event;
use crate::app::goal::Goal;
use crate::app::renewal::Reading;
use crate::app::shelf::{ReadingId, Shelf};
use crate::app::update::update;
use crate::config::setting::{Clipboard, Settings};
use crate::config::theme::{COLOURLESS, PRINTED, TERMINAL, Terminal, Theme};
use crate::doc::format::Format;
use crate::input::{OpenError, Origin, Terms};
use crate::state::Folder;
use brand::Brand;
use errand::Errand;
use flood::Flood;
use input::Keyboard;
use keeper::{Keep, Keeper};
use pictures::Studios;
use screen::{Screen, Turn};
use told::Told;
use watch::Watched;
use worker::{Order, Wire};

/// How long the article is waited for before the screen is taken: what opens in this time is there in the first frame, and
/// what fails in this time leaves the terminal untouched.
const PATIENCE: Duration = Duration::from_millis(200);

/// How long a terminal that answers takes for it, also at the other end of a line.
const ANSWER: Duration = Duration::from_secs(2);

/// What the reader is started with.
#[derive(Debug)]
pub struct Start {
    /// The articles, one at least.
    pub origins: Vec<Origin>,
    /// How they are to be opened.
    pub terms: Terms,
    /// Their format, when it was forced.
    pub format: Option<Format>,
    /// Where the first one begins.
    pub goal: Option<Goal>,
    /// Whether to follow files that change.
    pub watch: bool,
    /// Whether to stay at the end while more is added to it.
    pub follow: bool,
    /// How it is shown.
    pub manner: Manner,
    /// What is set.
    pub settings: Settings,
    /// The file that says so, and what is wrong in it.
    pub mistakes: (String, Vec<String>),
    /// What is known of the terminal's colours.
    pub colours: Terminal,
    /// How wide the text column was made in an earlier session.
    pub column: Option<u16>,
    /// Where something is kept from one session to the next, when it is.
    pub state: Option<Folder>,
}

/// How an article is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// On the screen.
    Screen,
    /// On the screen, unless all of it fits there: then it is printed, and no more.
    ScreenIfLong,
    /// In lines that tell what a screen would show.
    Lines,
}

/// Why the reader could not start or go on.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// The article could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The worker panicked before it had read the article.
    #[error(
        "an error inside the program: the article cannot be read; please report it, with the article if you can"
    )]
    Unread,
    /// There is no terminal to read keys from.
    #[error(
        "there is no terminal to read keys from: pipe the output on to have the article printed ({0})"
    )]
    NoTerminal(io::Error),
    /// No thread tells us anything any more.
    #[error("no keys can be read any more: {0}")]
    Deaf(RecvError),
    /// The terminal went away.
    #[error("the terminal is gone: {0}")]
    Lost(io::Error),
}

/// What the threads tell the loop.
#[derive(Debug)]
enum Message {
    /// What the reader's hands did, as much as came at once.
    Input(Vec<Event>),
    /// What the terminal answered: whether its paper is light.
    Paper { is_light: bool },
    /// Something that became of an article.
    Event(Event),
    /// There will be no article of this reading.
    NotOpened(ReadingId, ShellError),
    /// No program has copied these words.
    NotCopied(Copy),
    /// We are to stop, as Ctrl-Z asks for.
    Suspend,
    /// We go on after having been stopped.
    Continued,
    /// No more keys will come.
    InputLost(io::Error),
}

/// Opens the reader and stays in it until the end.
pub fn run(mut start: Start) -> Result<ExitCode, ShellError> {
    panics::install();
    let (sender, messages) = mpsc::channel();
    let desk = Desk {
        format: start.format,
        errands: errand::start(start.terms.clone(), start.format, sender.clone()),
        terms: start.terms,
        keeper: Keeper::start(start.state.clone(), sender.clone()),
        studios: Studios::default(),
        state: start.state,
        watch: start.watch.then(|| watch::start(sender.clone())),
        sender: sender.clone(),
    };
    let (articles, mut first) = desk.first(start.origins, &messages)?;
    let is_told = start.manner == Manner::Lines;
    let brand = Brand::here();
    start.settings.bidi &= !matches!(brand, Brand::Konsole(_)); // it would put in order once more what is
    terminal::keep_order(start.settings.bidi && matches!(brand, Brand::Vte | Brand::Mintty));
    terminal::find(!is_told, start.settings.mouse).map_err(ShellError::NoTerminal)?;
    let mut app = App::new(terminal::size(), articles, start.goal, &start.settings);
    if let Some(cells) = start.column {
        app.set_column(cells);
    }
    let (file, mistakes) = start.mistakes;
    app.tell_mistakes(&file, mistakes);
    if start.follow {
        app.follow();
    }
    if start.manner == Manner::ScreenIfLong
        && app.shelf.is_single()
        && let Some(lines) = short::lines(
            &mut app,
            &printed(&start.settings, &start.colours),
            first.take(),
            &messages,
        )?
    {
        io::stdout().write_all(&lines).map_err(ShellError::Lost)?;
        return Ok(ExitCode::SUCCESS);
    }
    // A terminal that has stopped reading holds up the taking of its screen; signals must not wait for that.
    signals::start(sender.clone());
    if !terminal::is_in_foreground() {
        signals::stop();
    }
    desk.keeper.send(Keep::Recall);
    terminal::enter();
    let asked = ask(&start.settings, &start.colours);
    let keyboard = input::start(sender);
    let mut shell = Shell {
        app,
        output: if is_told {
            Output::Lines(Told::default())
        } else {
            Output::Screen(Screen::new(match brand {
                Brand::Kitty if start.settings.bidi => Turn::Words,
                _ => Turn::Nothing,
            }))
        },
        theme: start.settings.theme(&start.colours).unwrap_or(TERMINAL),
        settings: start.settings,
        colours: start.colours,
        asked,
        desk,
        keyboard,
    };
    shell.see();
    shell.read(&messages, first)
}

/// Who reads articles, and looks at those that could be read.
struct Desk {
    terms: Terms,
    format: Option<Format>,
    errands: Sender<Errand>,
    keeper: Keeper,
    studios: Studios,
    state: Option<Folder>,
    watch: Option<Sender<Watched>>,
    sender: Sender<Message>,
}

impl Desk {
    fn read(&self, reading: ReadingId, index: usize, origin: Origin, before: Option<Reading>) {
        let order = Order {
            index,
            origin,
            terms: self.terms.clone(),
            format: self.format,
            before,
            state: self.state.clone(),
            watch: self.watch.clone(),
        };
        worker::start(order, Wire::new(reading, self.sender.clone()));
    }

    fn send(&self, errand: Errand) {
        _ = self.errands.send(errand); // without a thread nothing comes of it
    }

    /// Has a program copy words.
    fn copy(&self, copy: Copy) {
        self.aside(move || match clipboard::hand_over(&copy.words) {
            Some(way) => Message::Event(Event::Copied { copy, way: Ok(way) }),
            None => Message::NotCopied(copy),
        });
    }

    /// Has a browser show an address.
    fn browse(&self, address: String) {
        self.aside(move || Message::Event(Event::Notice(browser::open(&address))));
    }

    /// Has pictures made; what was ordered before is not needed any more.
    fn order(&mut self, orders: Vec<crate::app::pictures::order::Order>) {
        self.studios.order(orders, &self.terms.web, &self.sender);
    }

    /// Does what may take a while in a thread of its own.
    fn aside(&self, work: impl FnOnce() -> Message + Send + 'static) {
        let sender = self.sender.clone();
        let thread = thread::Builder::new().name(worker::NAME.to_owned());
        _ = thread.spawn(move || sender.send(work())); // without a thread nothing comes of it
    }

    /// Begins to read where there is one article, and waits for a moment for what becomes of it.
    fn first(
        &self,
        mut origins: Vec<Origin>,
        messages: &Receiver<Message>,
    ) -> Result<(Shelf, Option<Message>), ShellError> {
        if origins.len() != 1 {
            return Ok((Shelf::new(origins), None));
        }
        let origin = origins.remove(0);
        let (articles, reading) = Shelf::of_one(origin.clone());
        self.read(reading, 0, origin, None);
        match messages.recv_timeout(PATIENCE) {
            Ok(Message::NotOpened(_, error)) => Err(error),
            Ok(message) => Ok((articles, Some(message))),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok((articles, None)),
        }
    }
}

/// The looks of what is printed and stays: the colours of the terminal, or none where none are wanted.
fn printed(settings: &Settings, colours: &Terminal) -> Theme {
    match settings.theme(colours) {
        Some(COLOURLESS) => COLOURLESS,
        _ => PRINTED,
    }
}

/// Asks the terminal for its paper where the looks follow that; returns when.
fn ask(settings: &Settings, colours: &Terminal) -> Option<Instant> {
    let theme = |is_light| {
        settings.theme(&Terminal {
            is_light,
            ..colours.clone()
        })
    };
    if theme(true) == theme(false) || !paper::may_be_asked() {
        return None;
    }
    terminal::write(paper::QUESTION).ok()?; // a terminal that is gone shows at the first frame
    Some(Instant::now())
}

/// The reader and its terminal.
struct Shell {
    app: App,
    output: Output,
    theme: Theme,
    desk: Desk,
    keyboard: Keyboard,
    settings: Settings,
    colours: Terminal,
    /// When the terminal was asked for its paper, until it answers.
    asked: Option<Instant>,
}

/// How the reader is shown.
enum Output {
    Screen(Screen),
    Lines(Told),
}

impl Output {
    /// Makes the next frame draw every cell. Lines that were told stay.
    fn forget(&mut self) {
        if let Self::Screen(screen) = self {
            screen.forget();
        }
    }

    /// The bytes that show what has changed.
    fn frame(&mut self, app: &App, theme: &Theme) -> Vec<u8> {
        match self {
            Self::Screen(screen) => {
                let find = |name| app.plate(name);
                let paint = |buffer: &mut _| crate::ui::draw(app, theme, buffer);
                let frame = screen.frame(app.size, &find, paint);
                terminal::keep_pictures(screen.sent());
                frame
            }
            Self::Lines(told) => told.more(app),
        }
    }
}

/// How the loop ends.
enum End {
    Quit,
    Interrupted,
}

impl Shell {
    fn read(
        &mut self,
        messages: &Receiver<Message>,
        first: Option<Message>,
    ) -> Result<ExitCode, ShellError> {
        self.change(Event::Resize(self.app.size))?; // the articles that can be chosen are looked at
        let mut flood = Flood::default();
        let mut next = first;
        loop {
            while let Some(message) = next {
                flood.note(&message);
                if let Some(end) = self.take(message)? {
                    self.desk.keeper.finish();
                    self.leave();
                    if let End::Interrupted = end {
                        signals::interrupt();
                    }
                    return Ok(ExitCode::SUCCESS);
                }
                next = messages.try_recv().ok();
            }
            next = flood.more(messages);
            if next.is_none() {
                self.work()?;
                self.draw()?;
                next = self.wait(messages)?;
            }
        }
    }

    /// Goes on with work that is left, for a moment.
    fn work(&mut self) -> Result<(), ShellError> {
        if self.app.has_work() {
            self.change(Event::Work)?;
        }
        Ok(())
    }

    /// Waits for the next message; while work is left, only looks for one.
    fn wait(&self, messages: &Receiver<Message>) -> Result<Option<Message>, ShellError> {
        if !self.app.has_work() {
            return messages.recv().map(Some).map_err(ShellError::Deaf);
        }
        match messages.try_recv() {
            Ok(message) => Ok(Some(message)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(ShellError::Deaf(RecvError)),
        }
    }

    fn take(&mut self, message: Message) -> Result<Option<End>, ShellError> {
        match message {
            Message::Input(events) => {
                for event in events {
                    panics::panic_in_loop(&event);
                    if let Some(end) = self.change(event)? {
                        return Ok(Some(end));
                    }
                }
            }
            Message::Paper { is_light } => {
                self.asked = None;
                self.colours.is_light = is_light;
                self.theme = self.settings.theme(&self.colours).unwrap_or(self.theme);
            }
            Message::Event(event) => return self.change(event),
            Message::NotOpened(_, error) if self.app.shelf.is_single() => {
                self.leave();
                return Err(error);
            }
            Message::NotOpened(reading, error) => {
                let event = Event::NotOpened(error.to_string());
                return self.change(Event::Of(reading, Box::new(event)));
            }
            Message::NotCopied(copy) => {
                let event = copy_to_terminal(copy)?;
                return self.change(event);
            }
            Message::Suspend => self.suspend(),
            Message::Continued => self.resume(),
            Message::InputLost(error) => {
                terminal::leave();
                return Err(ShellError::Lost(error));
            }
        }
        Ok(None)
    }

    fn change(&mut self, event: Event) -> Result<Option<End>, ShellError> {
        if let Event::Resize(_) = event {
            self.app.sight.cell = terminal::cell();
        }
        for effect in update(&mut self.app, event) {
            match effect {
                Effect::Quit => return Ok(Some(End::Quit)),
                Effect::Interrupt => return Ok(Some(End::Interrupted)),
                Effect::Copy(copy) => {
                    if let Some(event) = self.copy(copy)? {
                        self.change(event)?; // which ends nothing
                    }
                }
                Effect::CaptureMouse(is_captured) => {
                    terminal::capture_mouse(is_captured).map_err(ShellError::Lost)?;
                }
                Effect::Redraw => self.output.forget(),
                Effect::Suspend => self.suspend(),
                Effect::Read {
                    index,
                    reading,
                    origin,
                    before,
                } => self.desk.read(reading, index, origin, before),
                Effect::Glance { index, origin } => {
                    self.desk.send(Errand::Glance { index, origin });
                }
                Effect::Browse(address) => self.desk.browse(address),
                Effect::Edit {
                    index,
                    path,
                    line,
                    editor,
                } => {
                    let event = match self.edit(&editor, &path, line) {
                        Ok(()) => Event::Outdated(index),
                        Err(message) => Event::Notice(message),
                    };
                    self.change(event)?; // which ends nothing
                }
                Effect::Remember(asked) => self.desk.keeper.send(Keep::Search(asked)),
                Effect::Keep { origin, kept } => self.desk.keeper.send(Keep::Place(origin, kept)),
                Effect::KeepWidth(made) => self.desk.keeper.send(Keep::Width(made)),
                Effect::Theme(name) => self.look(name),
                Effect::Find(neighbour) => self.desk.send(Errand::Find(neighbour)),
                Effect::Complete(typed) => self.desk.send(Errand::Complete(typed)),
            }
        }
        Ok(None)
    }

    /// Takes another theme; light or dark is asked for where that depends on it.
    fn look(&mut self, theme: String) {
        self.settings.theme = theme;
        self.theme = self.settings.theme(&self.colours).unwrap_or(self.theme);
        self.asked = self.asked.or_else(|| ask(&self.settings, &self.colours));
        self.see();
    }

    /// Finds how pictures are shown, which depends on the looks. What is told in lines has none.
    fn see(&mut self) {
        if let Output::Screen(_) = self.output {
            self.app.sight = sight::of(&self.settings, &self.colours);
            terminal::send_strings(self.app.sight.way.has_strings());
        }
    }

    /// Copies words: by a program for it, of which a message will tell, or else at once by the terminal, which is told by an event.
    fn copy(&self, copy: Copy) -> Result<Option<Event>, ShellError> {
        if self.settings.clipboard == Clipboard::Auto && clipboard::has_helpers() {
            self.desk.copy(copy);
            return Ok(None);
        }
        copy_to_terminal(copy).map(Some)
    }

    fn draw(&mut self) -> Result<(), ShellError> {
        self.app.settle();
        if let Some(orders) = self.app.orders() {
            self.desk.order(orders);
        }
        write(&self.output.frame(&self.app, &self.theme))
    }

    /// Lends terminal and keys to the editor, and takes them back.
    fn edit(&mut self, editor: &str, path: &Path, line: Option<usize>) -> Result<(), String> {
        self.leave();
        signals::lend(true);
        let result = editor::edit(editor, path, line);
        signals::lend(false);
        self.resume();
        result
    }

    /// Leaves the screen, stops, and comes back when the shell continues us.
    fn suspend(&mut self) {
        self.leave();
        signals::stop();
        self.resume();
    }

    /// Gives back the screen and the keys. What the terminal was asked just now is answered first: whoever is next would be typed it.
    fn leave(&mut self) {
        self.keyboard.lend();
        let left = |asked: Instant| ANSWER.checked_sub(asked.elapsed());
        if let Some(left) = self.asked.take().and_then(left) {
            terminal::hear_out(paper::LAST_QUESTION, paper::has_last_answer, left);
        }
        terminal::leave();
    }

    /// Takes them again. The paper may be another by now.
    fn resume(&mut self) {
        terminal::enter();
        self.asked = self.asked.or_else(|| ask(&self.settings, &self.colours));
        self.keyboard.take_back();
        self.output.forget();
        self.app.sight.cell = terminal::cell();
        update(&mut self.app, Event::Resize(terminal::size()));
    }
}

/// Gives words to the terminal.
fn copy_to_terminal(copy: Copy) -> Result<Event, ShellError> {
    let way = match clipboard::sequence(&copy.words) {
        Some(sequence) => {
            write(&sequence)?;
            Ok(clipboard::TERMINAL)
        }
        None => Err("too long for the clipboard of a terminal"),
    };
    Ok(Event::Copied { copy, way })
}

fn write(bytes: &[u8]) -> Result<(), ShellError> {
    terminal::write(bytes).map_err(ShellError::Lost)
}
