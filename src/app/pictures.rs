//! Pictures of the article: what is known of those near the screen, and what is to be made of them.
//!
//! Where a picture is stands in the text ([`picture`](crate::doc::Document::picture)). Near the screen it is looked for, so that its size is known; then its rows
//! are laid out; then a [plate](crate::picture::plate) for just these rows is made. Both are done elsewhere: [`App::orders`] lists what
//! is wanted, and [`Event::Made`](super::event::Event::Made) tells what became of it.

pub mod order;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use order::{Made, Order, Product};

use super::App;
use crate::action::Action;
use crate::doc::block::BlockId;
use crate::doc::format::Format;
use crate::input::Origin;
use crate::input::picture::{Base, PictureOrigin};
use crate::layout::picture::Above;
use crate::layout::row::{Piece, PieceText, Row, Share};
use crate::picture::Way;
use crate::picture::plate::{Mould, Plate};
use crate::picture::size::{Cell, Fit, Pixels, Room, most_rows};

/// Blocks above and below the screen whose pictures are looked for.
const NEAR: usize = 8;

/// Plates that are kept of a picture, each of another mould: that of the screen, and the one before.
const MOULDS: usize = 2;

/// How the terminal shows pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// In which way.
    pub way: Way,
    /// How large its cells are.
    pub cell: Cell,
    /// What all names of plates begin with: the same for none of the programs that share the terminal, if all goes well.
    pub family: u32,
}

/// How many names a family has.
pub const NAMES: u32 = 1 << 12;

/// The pictures of an article.
#[derive(Debug, Default)]
pub struct Pictures {
    /// What is known of those that were near, by the byte at which each begins.
    known: HashMap<u32, Known>,
    /// What is shown of those that are near.
    plates: Vec<Held>,
    /// Whether the reader wants those of the web.
    is_asked: bool,
    /// Whether the reader wants them no more, and nobody was told yet.
    is_stopped: bool,
    /// What was wanted last.
    ordered: Vec<Order>,
    /// What is wanted now.
    wanted: Vec<Order>,
}

/// What is known of a picture.
#[derive(Debug)]
struct Known {
    /// Where it is.
    origin: Option<Arc<PictureOrigin>>,
    state: State,
}

/// How far a picture has come.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// It is looked for, once it may be.
    Coming,
    /// It has so many pixels.
    There(Pixels),
    /// It cannot be shown, and why.
    Failed(String),
}

/// A plate of the picture at a byte, with its name.
#[derive(Debug)]
struct Held {
    at: u32,
    name: u32,
    plate: Plate,
}

/// What a row shows of a plate.
#[derive(Clone, Copy, Debug)]
pub struct Strip<'a> {
    /// The name of the plate.
    pub name: u32,
    /// The plate.
    pub plate: &'a Plate,
    /// Which row of it.
    pub row: u16,
}

impl Known {
    fn of(written: &str, base: Base<'_>) -> Self {
        match PictureOrigin::of(written, base) {
            Ok(origin) => Self {
                origin: Some(Arc::new(origin)),
                state: State::Coming,
            },
            Err(error) => Self {
                origin: None,
                state: State::Failed(error.to_string()),
            },
        }
    }

    /// The host that has to be asked for it.
    fn host(&self) -> Option<String> {
        self.origin.as_ref()?.host()
    }

    fn above(&self) -> Above {
        match &self.state {
            State::There(pixels) => Above::Picture(*pixels),
            State::Coming if self.host().is_some() => Above::Notice,
            State::Coming | State::Failed(_) => Above::Nothing,
        }
    }
}

impl Pictures {
    /// Wants anew what is wanted: what came meanwhile did not find it.
    pub(super) fn order_again(&mut self) {
        self.ordered.clear();
    }

    /// Forgets what was found: the article, or what it names, may have changed.
    pub(super) fn forget(&mut self) {
        *self = Self {
            is_asked: self.is_asked,
            ..Self::default()
        };
    }

    /// The plate of the picture at a byte.
    fn held(&self, at: u32, mould: Mould) -> Option<&Held> {
        let mut held = self.plates.iter();
        held.find(|it| it.at == at && it.plate.mould == mould)
    }

    /// Keeps a plate, and lets the oldest of its picture go when there are too many.
    fn hold(&mut self, new: Held) {
        let is_of_it = |it: &Held| it.at == new.at;
        let mut older = self.plates.iter();
        if let Some(oldest) = older.position(is_of_it)
            && older.filter(|it| is_of_it(it)).count() + 1 >= MOULDS
        {
            self.plates.remove(oldest);
        }
        self.plates.push(new);
    }

    /// Takes in what was made, under this name. Why there is nothing, where the reader waits for it.
    fn take(&mut self, made: Made, name: u32) -> Option<String> {
        let Made { order, result } = made;
        let known = self.known.get_mut(&order.at)?;
        let origin = known.origin.as_ref()?;
        if !Arc::ptr_eq(origin, &order.origin) {
            return None;
        }
        match result {
            Ok(Product::Size(pixels)) => known.state = State::There(pixels),
            Ok(Product::Plate(plate)) => {
                if self.held(order.at, plate.mould).is_none() {
                    let at = order.at;
                    self.hold(Held { at, name, plate });
                }
            }
            Err(why) => {
                let is_waited_for = origin.host().is_some();
                known.state = State::Failed(why.clone());
                return is_waited_for.then_some(why);
            }
        }
        None
    }

    /// Wants the size of a picture that is near, if that may be looked for.
    fn want(&mut self, at: u32) {
        let Some(known) = self.known.get(&at) else {
            return;
        };
        let may_come = self.is_asked || known.host().is_none();
        if known.state == State::Coming
            && may_come
            && let Some(origin) = known.origin.clone()
        {
            self.wanted.push(Order {
                at,
                origin,
                mould: None,
            });
        }
    }

    /// Wants the plate of a picture that is on screen, or will be soon.
    fn want_plate(&mut self, at: u32, mould: Mould) {
        if self.held(at, mould).is_some() {
            return;
        }
        let known = self.known.get(&at);
        if let Some(Known {
            origin: Some(origin),
            state: State::There(_),
        }) = known
        {
            let order = Order {
                at,
                origin: Arc::clone(origin),
                mould: Some(mould),
            };
            if !self.wanted.contains(&order) {
                self.wanted.push(order);
            }
        }
    }

    /// How many cannot be shown of those that were looked for, and why the first of them.
    pub(super) fn failed(&self) -> Option<(usize, String)> {
        let failed = self.known.iter().filter_map(|(at, known)| {
            let State::Failed(why) = &known.state else {
                return None;
            };
            let name = known.origin.as_ref().map(|it| it.name());
            let name = name.filter(|_| known.host().is_none());
            let name = name.map_or_else(String::new, |name| name + ": ");
            Some((at, format!("{name}{why}")))
        });
        let failed: Vec<_> = failed.collect();
        let (_, first) = failed.iter().min()?;
        Some((failed.len(), first.clone()))
    }
}

impl App {
    /// What is to be made now, when that is more than was told before: it takes the place of that.
    pub fn orders(&mut self) -> Option<Vec<Order>> {
        let pictures = &mut self.pictures;
        let is_new = |it: &Order| !pictures.ordered.contains(it);
        let is_stopped = std::mem::take(&mut pictures.is_stopped);
        let is_done = pictures.wanted.is_empty() && !pictures.ordered.is_empty();
        if !is_stopped && !is_done && !pictures.wanted.iter().any(is_new) {
            return None;
        }
        pictures.ordered.clone_from(&pictures.wanted);
        Some(pictures.wanted.clone())
    }

    /// How much room there is for a picture.
    pub(super) fn picture_room(&self) -> Room {
        let Sight { way, cell, .. } = self.sight;
        Room {
            cell: match way {
                Way::Blocks(_) => cell.of_blocks(),
                _ => cell,
            },
            rows: match way {
                Way::Words => 0,
                _ => most_rows(self.size.height),
            },
        }
    }

    /// What a piece of a row shows of a plate, once that is there.
    pub fn strip(&self, piece: &Piece) -> Option<Strip<'_>> {
        let (mould, row) = self.mould(piece)?;
        let Held { name, plate, .. } = self.pictures.held(piece.span.start, mould)?;
        let name = *name;
        Some(Strip { name, plate, row })
    }

    /// The plate of this name.
    pub fn plate(&self, name: u32) -> Option<&Plate> {
        let mut held = self.pictures.plates.iter();
        held.find(|it| it.name == name).map(|it| &it.plate)
    }

    /// What is to be made of a picture for a piece of a row, and which strip of it that shows.
    fn mould(&self, piece: &Piece) -> Option<(Mould, u16)> {
        let PieceText::Picture(Share::Strip { row, rows }) = piece.text else {
            return None;
        };
        let fit = Fit {
            cols: piece.cols,
            rows,
        };
        let Sight { way, cell, .. } = self.sight;
        Some((Mould { fit, cell, way }, row))
    }

    /// What is said in the place of the picture at a byte.
    pub fn picture_notice(&self, at: u32) -> Option<String> {
        let host = self.pictures.known.get(&at)?.host()?;
        if self.pictures.is_asked {
            return Some(format!("fetching a picture from {host} …"));
        }
        let key = self.keymap.way("pictures");
        Some(format!("{key} fetches a picture from {host}"))
    }
}

/// Looks which pictures are near the screen, and says what is known of them to the layout.
pub(super) fn settle(app: &mut App) {
    app.pictures.wanted.clear();
    if app.sight.way == Way::Words {
        return;
    }
    let near = near(app);
    let document = Arc::clone(&app.article.document);
    let origin = app.shelf.open().and_then(|at| app.shelf.volume(at));
    let origin = origin.map_or(&Origin::Stdin, |it| &it.origin);
    let arrived = app.article.arrived.as_ref();
    let address = arrived.and_then(|it| it.address.as_deref());
    let base = Base {
        origin,
        address: address.or(match origin {
            Origin::Web(address) => Some(address),
            _ => None,
        }),
        is_book: document.format() == Format::Epub,
    };
    let mut found = Vec::new();
    for id in near {
        let Some(picture) = document.picture(id) else {
            continue;
        };
        let at = picture.span.start;
        let known = app.pictures.known.entry(at);
        let known = known.or_insert_with(|| Known::of(&picture.address, base));
        app.layouts.set_above(at, known.above());
        app.pictures.want(at);
        found.push(at);
    }
    app.pictures.plates.retain(|held| found.contains(&held.at));
    if !found.is_empty() {
        want_plates(app);
    }
}

/// The blocks near the screen, those on it first.
fn near(app: &App) -> impl Iterator<Item = BlockId> + use<> {
    let top = app.view.top.block.index();
    let below = top + usize::from(app.size.height) + NEAR;
    let ids = |range: Range<usize>| range.map(BlockId::new);
    ids(top..below.min(app.article.document.len())).chain(ids(top.saturating_sub(NEAR)..top))
}

/// Wants plates for the screen, and for the next one.
fn want_plates(app: &mut App) {
    let top = app.view.top;
    let rows = 2 * usize::from(app.size.height);
    let (rows, _) = app.walk(|walk| {
        let top = walk.spot(top);
        walk.page(top, rows)
    });
    let pieces = rows
        .iter()
        .flat_map(|(_, row): &(BlockId, Row)| &row.pieces);
    for piece in pieces {
        if let Some((mould, _)) = app.mould(piece) {
            app.pictures.want_plate(piece.span.start, mould);
        }
    }
}

/// Takes in what was made of a picture.
pub(super) fn made(app: &mut App, made: Made) {
    app.plates = (app.plates + 1) % NAMES;
    let name = app.sight.family * NAMES + app.plates;
    let at = made.order.at;
    if let Some(why) = app.pictures.take(made, name) {
        app.notice = Some(why);
    }
    if let Some(known) = app.pictures.known.get(&at) {
        app.layouts.set_above(at, known.above());
    }
}

/// Fetches the pictures of the article from the web, or stops that.
pub(super) fn fetch(app: &mut App) {
    if app.sight.way == Way::Words {
        app.notice =
            Some("pictures are shown as words here · the setting `pictures` says how".to_owned());
        return;
    }
    if app.pictures.is_asked {
        app.pictures.is_asked = false;
        app.pictures.is_stopped = true;
        app.notice = Some("no more pictures are fetched".to_owned());
        return;
    }
    let known = app.pictures.known.values_mut();
    let mut is_any = false;
    for known in known.filter(|it| it.host().is_some()) {
        is_any = true;
        if let State::Failed(_) = known.state {
            known.state = State::Coming;
        }
    }
    app.notice = if is_any {
        app.pictures.is_asked = true;
        let key = app.keymap.keys(Action::Pictures, app.scope()).next();
        let key = key.map_or_else(String::new, |key| format!(" · {key} stops"));
        Some(format!("pictures are fetched as you come to them{key}"))
    } else {
        let failed = app.pictures.failed().map(|(_, why)| why);
        Some(failed.unwrap_or_else(|| "no picture near here is on the web".to_owned()))
    };
}
