//! The shelf: the articles that can be gone to, each with the place where it was left.
//!
//! One of them at the most lies on the desk: the fields of [`App`]. The others stand here as they were left, and what becomes of them
//! meanwhile reaches them all the same.

use std::mem;

use super::article::{Article, minutes};
use super::bookmark::Bookmarks;
use super::fetch::Fetch;
use super::find::Find;
use super::goal::Goal;
use super::jumps::Jumps;
use super::kept::Kept;
use super::list::List;
use super::pictures::Pictures;
use super::seen::Seen;
use super::view::View;
use super::{App, Focus, Stage};
use crate::doc::feed::Feed;
use crate::doc::format::Format;
use crate::input::Origin;
use crate::input::arrival::Beginning;
use crate::layout::cache::Layouts;
use crate::layout::walk::Place;
use crate::text::word;

/// One reading of an article, from its first bytes to the last that is found in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReadingId(u32);

/// The articles that can be gone to.
#[derive(Debug, Default)]
pub struct Shelf {
    volumes: Vec<Volume>,
    /// The one on the desk.
    pub(super) open: Option<usize>,
    /// The one that was there before.
    pub(super) before: Option<usize>,
    /// How many readings were begun.
    readings: u32,
}

/// An article on the shelf.
#[derive(Debug)]
pub struct Volume {
    /// Where it comes from.
    pub origin: Origin,
    /// What is known of it without reading it.
    pub glance: Glance,
    /// Whether it was named while reading, and has not been there yet: what cannot be opened is taken off the shelf again.
    pub(super) is_on_trial: bool,
    /// The article with the link that led here.
    pub(super) linked_from: Option<usize>,
    /// The reading whose news count.
    pub(super) reading: Option<ReadingId>,
    /// The reading that is to take its place.
    pub(super) renewal: Option<Rereading>,
    /// How it was left, once it was on the desk and is no more.
    left: Option<Box<Desk>>,
}

/// A reading of an article that was read before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rereading {
    pub(super) reading: ReadingId,
    /// Who wants to know that nothing has changed.
    pub(super) asker: Asker,
    /// Whether the file has changed again meanwhile.
    pub(super) is_outdated: bool,
}

/// Who has an article read anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// The reader.
    Reader,
    /// The watch over its file.
    Watch,
}

/// What is known of an article without reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Glance {
    /// Nobody has looked.
    #[default]
    None,
    /// Somebody is looking.
    Asked,
    /// What its beginning tells.
    Seen(Head),
    /// Why it cannot be read.
    Failed(String),
}

/// What the beginning of an article tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its title.
    pub title: Option<String>,
    /// Its format.
    pub format: Option<Format>,
    /// Minutes that it takes to read.
    pub minutes: Option<usize>,
}

impl Head {
    /// What a beginning tells. What can be read but once is not looked at, and tells nothing.
    pub fn of(format: Option<Format>, beginning: Option<&Beginning>) -> Self {
        let Some(Beginning {
            text,
            bytes,
            envelope,
        }) = beginning
        else {
            return Self::default();
        };
        let format = format.unwrap_or_else(|| Format::of(envelope.path(), text));
        let mut feed = Feed::new(format);
        feed.push(text);
        let document = feed.preview();
        let words: usize = document.pieces().map(|(_, piece)| word::count(piece)).sum();
        let words = words as u64 * bytes / (text.len() as u64).max(1);
        Self {
            title: document.meta().title.clone(),
            format: Some(format),
            minutes: usize::try_from(words).ok().map(minutes),
        }
    }
}

impl Volume {
    fn new(origin: Origin) -> Self {
        Self {
            origin,
            glance: Glance::default(),
            is_on_trial: false,
            linked_from: None,
            reading: None,
            renewal: None,
            left: None,
        }
    }

    pub(super) fn is_renewed_by(&self, reading: ReadingId) -> bool {
        self.renewal.is_some_and(|it| it.reading == reading)
    }

    /// The title, when it is known.
    pub fn title(&self) -> Option<&str> {
        let left = self.left.as_ref();
        let read = left.and_then(|desk| desk.article.document.meta().title.as_deref());
        read.or(match &self.glance {
            Glance::Seen(head) => head.title.as_deref(),
            _ => None,
        })
    }
}

impl Shelf {
    /// A shelf with these articles.
    pub fn new(origins: impl IntoIterator<Item = Origin>) -> Self {
        Self {
            volumes: origins.into_iter().map(Volume::new).collect(),
            ..Self::default()
        }
    }

    /// A shelf with one article, which is read at once.
    pub fn of_one(origin: Origin) -> (Self, ReadingId) {
        let mut shelf = Self::new([origin]);
        let reading = shelf.begin(0);
        shelf.open = Some(0);
        (shelf, reading)
    }

    /// The articles.
    pub fn volumes(&self) -> &[Volume] {
        &self.volumes
    }

    /// One of them.
    pub fn volume(&self, index: usize) -> Option<&Volume> {
        self.volumes.get(index)
    }

    pub(super) fn volume_mut(&mut self, index: usize) -> Option<&mut Volume> {
        self.volumes.get_mut(index)
    }

    /// The index of the one on the desk.
    pub fn open(&self) -> Option<usize> {
        self.open
    }

    /// Whether there is no article to go to but one.
    pub fn is_single(&self) -> bool {
        self.volumes.len() < 2
    }

    /// The index of the article of this origin, which is put behind all others on trial when it is new.
    pub(super) fn add(&mut self, origin: Origin) -> usize {
        let known = self.volumes.iter().position(|it| it.origin == origin);
        known.unwrap_or_else(|| {
            self.volumes.push(Volume {
                is_on_trial: true,
                ..Volume::new(origin)
            });
            self.volumes.len() - 1
        })
    }

    /// Takes an article off the shelf that was there on trial. The others keep their indices, so only the last one can be taken off.
    pub(super) fn dismiss(&mut self, index: usize) {
        let is_last = index + 1 == self.volumes.len();
        if is_last && self.volumes.last().is_some_and(|it| it.is_on_trial) {
            self.volumes.pop();
            self.before = self.before.filter(|&before| before != index);
        }
    }

    /// Begins another reading of an article: what comes of the one before counts no more.
    pub(super) fn begin(&mut self, index: usize) -> ReadingId {
        let reading = self.number();
        if let Some(volume) = self.volumes.get_mut(index) {
            volume.reading = Some(reading);
        }
        reading
    }

    /// Begins a reading that is to take the place of another one.
    pub(super) fn begin_renewal(&mut self, index: usize, asker: Asker) -> ReadingId {
        let reading = self.number();
        if let Some(volume) = self.volumes.get_mut(index) {
            volume.renewal = Some(Rereading {
                reading,
                asker,
                is_outdated: false,
            });
        }
        reading
    }

    fn number(&mut self) -> ReadingId {
        self.readings += 1;
        ReadingId(self.readings)
    }

    /// The article whose reading this is, while it counts.
    pub fn index_of(&self, reading: ReadingId) -> Option<usize> {
        self.volumes
            .iter()
            .position(|volume| volume.reading == Some(reading) || volume.is_renewed_by(reading))
    }
}

/// What lies on the desk: an article and how it is read.
#[derive(Debug, Default)]
struct Desk {
    article: Article,
    stage: Stage,
    view: View,
    list: List,
    focus: Focus,
    find: Option<Find>,
    notice: Option<String>,
    jumps: Jumps,
    bookmarks: Bookmarks,
    kept: Option<Kept>,
    kept_at: Option<Place>,
    seen: Seen,
    pictures: Pictures,
    goal: Option<Goal>,
    is_at_end: bool,
    fetch: Option<Fetch>,
}

impl Desk {
    fn swap(&mut self, app: &mut App) {
        mem::swap(&mut self.article, &mut app.article);
        mem::swap(&mut self.stage, &mut app.stage);
        mem::swap(&mut self.view, &mut app.view);
        mem::swap(&mut self.list, &mut app.list);
        mem::swap(&mut self.focus, &mut app.focus);
        mem::swap(&mut self.find, &mut app.find);
        mem::swap(&mut self.notice, &mut app.notice);
        mem::swap(&mut self.jumps, &mut app.jumps);
        mem::swap(&mut self.bookmarks, &mut app.bookmarks);
        mem::swap(&mut self.kept, &mut app.kept);
        mem::swap(&mut self.kept_at, &mut app.kept_at);
        mem::swap(&mut self.seen, &mut app.seen);
        mem::swap(&mut self.pictures, &mut app.pictures);
        app.pictures.order_again();
        mem::swap(&mut self.goal, &mut app.goal);
        mem::swap(&mut self.is_at_end, &mut app.is_at_end);
        mem::swap(&mut self.fetch, &mut app.fetch);
        app.layouts = Layouts::default();
    }
}

impl App {
    /// Puts an article on the desk as it was left, and the one that lies there back on the shelf. Whether it was ever there.
    pub(super) fn take_up(&mut self, index: usize) -> bool {
        let left = self.shelf.volume_mut(index).and_then(|it| it.left.take());
        let was_there = left.is_some();
        let mut desk = left.unwrap_or_default();
        desk.swap(self);
        if !was_there {
            self.set_up();
            self.goal = self.first_goal.take();
        }
        if let Some(before) = self.shelf.open.and_then(|at| self.shelf.volume_mut(at)) {
            before.left = Some(desk);
        }
        self.shelf.before = self.shelf.open;
        self.shelf.open = Some(index);
        was_there
    }

    /// Clears the desk of an article that cannot be read.
    pub(super) fn give_up(&mut self) {
        Desk::default().swap(self);
        self.shelf.open = None;
    }

    /// Changes an article wherever it is.
    pub(super) fn with_volume(&mut self, index: usize, change: impl FnOnce(&mut Self)) {
        if self.shelf.open == Some(index) {
            return change(self);
        }
        let Some(mut left) = self.shelf.volume_mut(index).and_then(|it| it.left.take()) else {
            return;
        };
        left.swap(self);
        change(self);
        left.swap(self);
        if let Some(volume) = self.shelf.volume_mut(index) {
            volume.left = Some(left);
        }
    }
}
