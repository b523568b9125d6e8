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
mod looks;
mod panics;
mod paper;
mod pen;
mod pictures;
mod program;
mod screen;
mod short;
mod sight;
mod signals;
mod staff;
mod terminal;
mod told;
mod watch;
mod worker;

use std::io::{self, Write};
use std::mem;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, RecvError, TryRecvError};

use crate::app::App;
use crate::app::effect::{Copy, Effect};
use crate::app::event::Event;
use crate::app::goal::Goal;
use crate::app::shelf::{ReadingId, Shelf};
use crate::app::update::update;
use crate::config::setting::{Clipboard, Settings};
use crate::config::theme::{Terminal, Theme};
use crate::doc::format::Format;
use crate::input::{OpenError, Origin, Terms};
use crate::state::Folder;
use brand::Brand;
use browser::Browsers;
use errand::Errand;
use flood::Flood;
use input::Keyboard;
use keeper::Keep;
use looks::Looks;
use screen::{Screen, Turn};
use staff::Staff;
use told::Told;

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
    pub interface: Interface,
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
pub enum Interface {
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
    /// The next of these browsers is to be lent the terminal.
    Browse(Browsers),
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
    let staff = Staff::new(&start, &sender);
    let (articles, mut first) = staff.first(mem::take(&mut start.origins), &messages)?;
    let turn = share_order(&mut start.settings);
    let output = Output::of(start.interface, turn);
    terminal::find(output.is_screen(), start.settings.mouse).map_err(ShellError::NoTerminal)?;
    let mut app = app(&start, articles);
    let clipboard = start.settings.clipboard;
    let mut looks = Looks::new(start.settings, start.colours);
    if start.interface == Interface::ScreenIfLong
        && app.shelf.is_single()
        && let Some(lines) = short::lines(&mut app, &looks.printed(), first.take(), &messages)?
    {
        io::stdout().write_all(&lines).map_err(ShellError::Lost)?;
        return Ok(ExitCode::SUCCESS);
    }
    // A terminal that has stopped reading holds up the taking of its screen; signals must not wait for that.
    signals::start(sender.clone());
    if !terminal::is_in_foreground() {
        signals::stop();
    }
    staff.keeper.send(Keep::Recall);
    terminal::enter();
    looks.ask();
    let mut shell = Shell {
        app,
        output,
        looks,
        clipboard,
        staff,
        keyboard: input::start(sender),
    };
    shell.see();
    shell.read(&messages, first)
}

/// Settles with the terminal who puts in order what runs from right to left; what we turn round for it.
fn share_order(settings: &mut Settings) -> Turn {
    let brand = Brand::here();
    settings.bidi &= !matches!(brand, Brand::Konsole(_)); // it would do it once more, whatever it is told
    terminal::keep_order(settings.bidi && matches!(brand, Brand::Vte | Brand::Mintty));
    match brand {
        Brand::Kitty if settings.bidi => Turn::Words,
        _ => Turn::Nothing,
    }
}

/// The reader as it is started.
fn app(start: &Start, articles: Shelf) -> App {
    let mut app = App::new(
        terminal::size(),
        articles,
        start.goal.clone(),
        &start.settings,
    );
    if let Some(cells) = start.column {
        app.set_column(cells);
    }
    if start.state.is_none() {
        app.forget();
    }
    let (file, mistakes) = &start.mistakes;
    app.tell_mistakes(file, mistakes.clone());
    if start.follow {
        app.follow();
    }
    app
}

/// The reader and its terminal.
struct Shell {
    app: App,
    output: Output,
    looks: Looks,
    /// Where copied words go.
    clipboard: Clipboard,
    staff: Staff,
    keyboard: Keyboard,
}

/// How the reader is shown.
enum Output {
    Screen(Screen),
    Lines(Told),
}

impl Output {
    fn of(interface: Interface, turn: Turn) -> Self {
        match interface {
            Interface::Screen | Interface::ScreenIfLong => Self::Screen(Screen::new(turn)),
            Interface::Lines => Self::Lines(Told::default()),
        }
    }

    fn is_screen(&self) -> bool {
        matches!(self, Self::Screen(_))
    }

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
                    self.staff.keeper.finish();
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
                self.looks.hear(is_light);
                self.see();
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
            Message::Browse(browsers) => match self.lend(|| browsers.show()) {
                Ok(told) => return self.change(Event::Notice(told)),
                Err(left) => self.staff.browse(left),
            },
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
                } => self.staff.read(reading, index, origin, before),
                Effect::Watch => self.staff.watch(),
                Effect::Glance { index, origin } => {
                    self.staff.send(Errand::Glance { index, origin });
                }
                Effect::Browse(address) => self.staff.browse(Browsers::of(address)),
                Effect::Edit {
                    index,
                    path,
                    line,
                    editor,
                } => {
                    let event = match self.lend(|| editor::edit(&editor, &path, line)) {
                        Ok(()) => Event::Outdated(index),
                        Err(message) => Event::Notice(message),
                    };
                    self.change(event)?; // which ends nothing
                }
                Effect::Remember(asked) => self.staff.keeper.send(Keep::Search(asked)),
                Effect::Keep { origin, change } => {
                    let keep = Keep::Place(origin, Box::new(change));
                    self.staff.keeper.send(keep);
                }
                Effect::KeepWidth(made) => self.staff.keeper.send(Keep::Width(made)),
                Effect::Theme(name) => {
                    self.looks.change(name);
                    self.see();
                }
                Effect::Find(neighbour) => self.staff.send(Errand::Find(neighbour)),
                Effect::Complete(typed) => self.staff.send(Errand::Complete(typed)),
            }
        }
        Ok(None)
    }

    /// Finds how pictures are shown, which depends on the looks. What is told in lines has none.
    fn see(&mut self) {
        if self.output.is_screen() {
            self.app.sight = self.looks.sight();
            terminal::send_strings(self.app.sight.way.has_strings());
        }
    }

    /// Copies words: by a program for it, of which a message will tell, or else at once by the terminal, which is told by an event.
    fn copy(&self, copy: Copy) -> Result<Option<Event>, ShellError> {
        if self.clipboard == Clipboard::Auto && clipboard::has_helpers() {
            self.staff.copy(copy);
            return Ok(None);
        }
        copy_to_terminal(copy).map(Some)
    }

    fn draw(&mut self) -> Result<(), ShellError> {
        self.app.settle();
        if let Some(orders) = self.app.orders() {
            self.staff.order(orders);
        }
        write(&self.output.frame(&self.app, &self.looks.theme))
    }

    /// Lends terminal and keys to a program, and takes them back.
    fn lend<T>(&mut self, program: impl FnOnce() -> T) -> T {
        self.leave();
        signals::lend(true);
        let result = program();
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

    /// Gives back the screen and the keys.
    fn leave(&mut self) {
        self.keyboard.lend();
        self.looks.hear_out();
        terminal::leave();
    }

    /// Takes them again. The paper may be another by now.
    fn resume(&mut self) {
        terminal::enter();
        self.looks.ask();
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
