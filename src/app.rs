//! Layer 3: the state of the reader and its changes.
//!
//! Events go in, effects come out ([`update::update`]); then the page that is about to be shown is settled. No input or output,
//! no clock, no terminal.

pub mod area;
pub mod article;
pub mod bookmark;
pub mod chooser;
mod column;
pub mod command;
pub mod degree;
pub mod direction;
pub mod effect;
pub mod event;
pub mod facts;
pub mod fetch;
pub mod find;
pub mod findings;
pub mod former;
pub mod goal;
pub mod help;
pub mod here;
pub mod jumps;
pub mod kept;
pub mod links;
pub mod list;
pub mod page;
pub mod pictures;
pub mod prompt;
pub mod renewal;
pub mod seen;
pub mod selection;
pub mod shelf;
pub mod sideways;
pub mod update;
pub mod view;
pub mod ways;
pub mod words;

use area::{Frills, Panes, Size, Widths};
use article::Article;
use bookmark::{Bookmarking, Bookmarks};
use chooser::Chooser;
use command::CommandLine;
use effect::Effect;
use event::Key;
use fetch::Fetch;
use find::Find;
use goal::Goal;
use help::Help;
use jumps::Jumps;
use kept::{Kept, Memory};
use links::Links;
use list::entries::Entries;
use list::hits::Hits;
use list::{Kind, List, Room, Unfolded};
use page::Page;
use pictures::{Pictures, Sight};
use prompt::Prompt;
use seen::Seen;
use selection::Selection;
use shelf::Shelf;
use view::{Extent, View};

use crate::action::{Action, Scope};
use crate::config::keymap::Keymap;
use crate::config::setting::Settings;
use crate::config::symbols::Symbols;
use crate::input::Origin;
use crate::input::shipped::Shipped;
use crate::layout::cache::Layouts;
use crate::layout::walk::Place;
use crate::search::Search;
use crate::search::manner::{Asked, Manner};

/// Everything the reader is.
#[derive(Debug, Default)]
pub struct App {
    /// What can be read.
    pub shelf: Shelf,
    /// What is read.
    pub article: Article,
    /// How far that has come.
    pub stage: Stage,
    /// The page that is being fetched.
    pub fetch: Option<Fetch>,
    /// The screen.
    pub size: Size,
    /// Which part of the article is on it.
    pub view: View,
    /// The list beside it.
    pub list: List,
    /// Which of the two the keys go to.
    pub focus: Focus,
    /// What the keys mean.
    pub mode: Mode,
    /// What is selected by keyboard.
    pub selection: Option<Selection>,
    /// The search, once there was one.
    pub find: Option<Find>,
    /// What the reader should know, until the next key.
    pub notice: Option<String>,
    /// The keys.
    pub keymap: Keymap,
    /// The signs beside the text.
    pub symbols: Symbols,
    /// What is wrong in the configuration, for help.
    pub mistakes: Vec<String>,
    /// The file that settings are read from, where there is one to be.
    pub config: Option<String>,
    /// What is set, for articles that are opened later.
    settings: Settings,
    /// The byte that was clicked on last.
    pointed: Option<u32>,
    /// Keys that wait for more, with their count.
    pub pending: Pending,
    /// Whether the mouse is given to the terminal.
    pub is_mouse_released: bool,
    /// What is on screen.
    pub page: Page,
    /// What has been on it.
    pub seen: Seen,
    /// How the terminal shows pictures.
    pub sight: Sight,
    pictures: Pictures,
    /// How many plates have had a name, as far as there are names.
    plates: u32,
    jumps: Jumps,
    bookmarks: Bookmarks,
    /// What is kept of the article, as far as this session knows; none where nothing can be.
    kept: Option<Kept>,
    /// For how long.
    memory: Memory,
    /// The top of the screen when that was kept last, or the article opened.
    kept_at: Option<Place>,
    layouts: Layouts,
    /// How wide text and list may be.
    widths: Widths,
    /// Whether the text is alone on the screen.
    frills: Frills,
    /// Where the first article that is read begins.
    first_goal: Option<Goal>,
    /// Where to begin, once it is there.
    goal: Option<Goal>,
    /// Whether the reader wants to see the end, as far as it has come.
    is_at_end: bool,
    /// Whether the end stays on screen as long as nobody moves away from it, whatever is added.
    follows: bool,
    /// What was searched for before, the latest last.
    history: Vec<Asked>,
    /// The commands that were typed, the latest last.
    commands: Vec<String>,
    /// How the next search is taken.
    manner: Manner,
    /// What the change that is being made asks of the outside.
    effects: Vec<Effect>,
}

/// How far the article has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It is being read in.
    #[default]
    Opening,
    /// It is there.
    Open,
}

/// Which pane the keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The text.
    #[default]
    Text,
    /// The list.
    List,
}

/// What the keys mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Actions.
    #[default]
    Read,
    /// A search being typed.
    Prompt(Prompt),
    /// The filter of the list being typed.
    Filter(Prompt),
    /// A command being typed.
    Command(CommandLine),
    /// An article being chosen.
    Choose(Chooser),
    /// A link being chosen.
    Links(Links),
    /// Help.
    Help(Help),
    /// A letter being waited for.
    Bookmark(Bookmarking),
    /// What has changed, as it was.
    Former {
        /// Which change.
        change: usize,
        /// The first row on screen.
        top: usize,
    },
    /// What is known of the article, scrolled by this many rows.
    Facts(usize),
}

/// Keys typed so far that are no action yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// The count before them.
    pub count: Option<u32>,
    /// The beginning of a chord.
    pub keys: Vec<Key>,
}

impl App {
    /// A reader that has read nothing yet. Where there is no article on the desk, one is chosen.
    ///
    /// `goal` is where the first one begins.
    pub fn new(size: Size, shelf: Shelf, goal: Option<Goal>, settings: &Settings) -> Self {
        let open = shelf.open().and_then(|index| shelf.volume(index));
        let mode = match open {
            Some(_) => Mode::Read,
            None => Mode::Choose(Chooser::new(&shelf, 0)),
        };
        let (goal, first_goal) = match open {
            Some(_) => (goal, None),
            None => (None, goal),
        };
        let mut app = Self {
            article: Article::expected(open.map_or_else(String::new, |it| it.origin.name())),
            fetch: open.and_then(|it| it.origin.host()).map(Fetch::from),
            mode,
            shelf,
            size,
            goal,
            first_goal,
            widths: Widths {
                text: settings.width.max(1),
                list: settings.sidebar_width,
            },
            keymap: settings.keymap(),
            symbols: settings.symbols,
            is_mouse_released: !settings.mouse,
            settings: settings.clone(),
            ..Self::default()
        };
        app.set_up();
        app.notice = app.greeting();
        app
    }

    /// Sets up how an article is shown at first.
    fn set_up(&mut self) {
        if !self.settings.sidebar {
            self.list.room = Room::Hidden;
        }
        if self.settings.whole {
            self.view.extent = Extent::Whole;
        }
        if self.settings.weak {
            self.article.toggle_weak();
        }
    }

    /// What somebody who starts without an article should know first.
    fn greeting(&self) -> Option<String> {
        let open = self.shelf.volume(self.shelf.open()?)?;
        let is_shipped = open.origin == Origin::Shipped(Shipped::article());
        let help = self.keymap.way("help");
        is_shipped
            .then(|| format!("{help} for all keys · new here? sidenote --tutorial teaches them"))
    }

    /// Tells what is wrong in a file of settings: how much in the status line, all of it in help.
    pub fn tell_mistakes(&mut self, file: &str, mistakes: Vec<String>) {
        self.config = Some(file.to_owned());
        let how_many = match mistakes.len() {
            0 => return,
            1 => "a mistake".to_owned(),
            count => format!("{count} mistakes"),
        };
        let help = self.keymap.keys(Action::Help, self.scope()).next();
        let help = help.map_or_else(String::new, |key| format!(" · {key} shows what is wrong"));
        let file = file.rsplit('/').next().unwrap_or(file);
        self.notice = Some(format!("{how_many} in {file}{help}"));
        self.mistakes = mistakes;
    }

    /// Shows the end, and what is added to it.
    pub fn follow(&mut self) {
        self.follows = true;
        self.is_at_end = true;
    }

    /// Whether what is added to the article comes on screen.
    pub fn is_following(&self) -> bool {
        self.follows && self.is_at_end
    }

    /// Keeps nothing for later sessions.
    pub fn forget(&mut self) {
        self.memory = Memory::Session;
    }

    /// Whether what the reader marks is kept for later sessions.
    pub fn keeps(&self) -> bool {
        self.kept.is_some() && self.memory == Memory::Lasting
    }

    /// Whether there is something to go on with when nothing happens.
    pub fn has_work(&self) -> bool {
        let filter = self.list.filter.as_ref();
        self.find.as_ref().is_some_and(Find::has_work)
            || filter.is_some_and(|it| it.has_work(&self.article, self.find.as_ref()))
    }

    /// Lays out what is about to be shown.
    pub fn settle(&mut self) {
        page::settle(self);
    }

    /// Whether there was a jump to come back from.
    pub fn can_go_back(&self) -> bool {
        let open = self.shelf.open().and_then(|index| self.shelf.volume(index));
        let is_linked = open.is_some_and(|it| it.linked_from.is_some());
        is_linked || self.jumps.has_back(&self.view)
    }

    /// Where keys hold at the moment.
    pub fn scope(&self) -> Scope {
        match (&self.mode, self.focus) {
            (Mode::Help(_) | Mode::Facts(_) | Mode::Former { .. }, _) => Scope::HELP,
            (Mode::Choose(_), _) => Scope::LIST,
            _ if self.selection.is_some() => Scope::SELECT,
            (_, Focus::Text) => Scope::TEXT,
            (_, Focus::List) => Scope::LIST,
        }
    }

    /// What is shown side by side.
    pub fn panes(&self) -> Panes {
        match self.focus {
            Focus::Text if self.frills == Frills::Hidden => Panes::Zen,
            Focus::List if self.list.room == Room::Full => Panes::List,
            _ if area::fits_two(self.size) && !self.list.is_hidden() => Panes::Both,
            Focus::Text => Panes::Text,
            Focus::List => Panes::List,
        }
    }

    /// Which groups of the list are unfolded unless the reader says otherwise: all where there is room, a line is all that each entry takes, or
    /// few are left.
    pub fn unfolded(&self) -> Unfolded {
        let reading = self
            .list
            .peek
            .as_ref()
            .map_or(self.view.section, |eyes| eyes.section);
        let is_full = self.list.room == Room::Full && self.focus == Focus::List;
        let is_short = self.list.kind == Kind::Hits || self.list.filter.is_some();
        if self.size.width >= area::WIDE || is_full || is_short {
            Unfolded::Every
        } else {
            Unfolded::Only(reading)
        }
    }

    /// The search, once something was typed that can be looked for.
    pub fn search(&self) -> Option<&Search> {
        self.find.as_ref()?.search()
    }

    /// The entries of the list.
    pub fn entries(&self) -> Entries<'_> {
        Entries {
            article: &self.article,
            list: &self.list,
            unfolded: self.unfolded(),
            hits: self.find.as_ref().and_then(|find| {
                let filter = self.list.filter.as_ref();
                Some(Hits {
                    search: find.search()?,
                    article: &self.article,
                    fitting: filter.map(|it| it.hits(find)),
                })
            }),
        }
    }
}
