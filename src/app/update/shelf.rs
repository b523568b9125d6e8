//! Going from article to article.

use std::ffi::OsStr;

use super::{goal, renew};
use crate::app::direction::Direction;
use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::fetch::Fetch;
use crate::app::goal::Goal;
use crate::app::links::Neighbour;
use crate::app::shelf::{Glance, ReadingId};
use crate::app::{App, Mode, Stage};
use crate::input::Origin;

/// Puts an article on the desk; one that has not been there is read.
pub(super) fn open(app: &mut App, index: usize) {
    app.mode = Mode::Read;
    if app.shelf.open() == Some(index) {
        return;
    }
    let Some(origin) = app.shelf.volume(index).map(|it| it.origin.clone()) else {
        return;
    };
    super::bookmark::follow(app, true);
    if !app.take_up(index) {
        app.article.name = origin.name();
        app.fetch = origin.host().map(Fetch::from);
        let reading = app.shelf.begin(index);
        app.effects.push(Effect::Read {
            index,
            reading,
            origin,
            before: None,
        });
    }
}

/// Opens what was named, as another article.
pub(super) fn open_named(app: &mut App, name: &str) {
    let origin = Origin::of(OsStr::new(name));
    if origin == Origin::Stdin && !app.shelf.volumes().iter().any(|it| it.origin == origin) {
        app.notice = Some("standard input is read when it is named at the start".to_owned());
        return;
    }
    let index = app.shelf.add(origin);
    open(app, index);
}

/// Opens a file that a link leads to, at the place that it names.
pub(super) fn open_neighbour(app: &mut App, neighbour: Neighbour) {
    let from = app.shelf.open();
    let mut volumes = app.shelf.volumes().iter();
    let known = volumes.position(|it| neighbour.is(&it.origin));
    let Neighbour { path, place } = neighbour;
    let index = known.unwrap_or_else(|| app.shelf.add(Origin::File(path)));
    if from != Some(index)
        && let Some(volume) = app.shelf.volume_mut(index)
    {
        volume.linked_from = from;
    }
    open(app, index);
    if let Some(place) = place {
        app.goal = Some(Goal::Place(place));
        if app.stage == Stage::Open {
            goal::begin(app);
        }
    }
}

/// Back to the article with the link that led here. Whether there was one.
pub(super) fn return_from_link(app: &mut App) -> bool {
    let volume = app
        .shelf
        .open()
        .and_then(|index| app.shelf.volume_mut(index));
    let Some(from) = volume.and_then(|volume| volume.linked_from.take()) else {
        return false;
    };
    open(app, from);
    true
}

/// To the article so many further; those that could not be read are passed over.
pub(super) fn turn(app: &mut App, times: usize, direction: Direction) {
    let last = app.shelf.volumes().len();
    let here = app.shelf.open().unwrap_or(0);
    let is_legible = |&index: &usize| {
        let volume = app.shelf.volume(index);
        volume.is_some_and(|it| !matches!(it.glance, Glance::Failed(_)))
    };
    let skipped = times.saturating_sub(1);
    let target = match direction {
        Direction::Down => (here + 1..last).filter(is_legible).nth(skipped),
        Direction::Up => (0..here).rev().filter(is_legible).nth(skipped),
    };
    match target {
        Some(index) => open(app, index),
        None if app.shelf.is_single() => app.notice = Some("there is no other article".to_owned()),
        None => app.notice = Some(format!("this is the {} article", direction.last())),
    }
}

/// Does what an event of a reading does, to the article that is read, wherever it is. What comes late of a reading that counts no more
/// is dropped.
pub(super) fn hear(app: &mut App, reading: ReadingId, event: Event) {
    let Some(index) = app.shelf.index_of(reading) else {
        return;
    };
    let is_renewal = app
        .shelf
        .volume(index)
        .is_some_and(|volume| volume.is_renewed_by(reading));
    match event {
        event if is_renewal => renew::hear(app, index, event),
        Event::NotOpened(message) => not_opened(app, index, message),
        event => app.with_volume(index, |app| super::change(app, event)),
    }
}

/// Goes back to where the reader was before an article that cannot be read.
fn not_opened(app: &mut App, index: usize, message: String) {
    if let Some(volume) = app.shelf.volume_mut(index) {
        volume.reading = None;
        volume.glance = Glance::Failed(message.clone());
    }
    if app.shelf.open() == Some(index) {
        retreat(app, index);
        app.notice = Some(message);
    } else {
        app.shelf.dismiss(index);
    }
}

/// Waits no more for an article of which nothing can be read yet. Whether there is somewhere else to go.
pub(super) fn abandon(app: &mut App) -> bool {
    let opening = app.shelf.open().filter(|_| app.stage == Stage::Opening);
    let Some(index) = opening.filter(|_| !app.shelf.is_single()) else {
        return false;
    };
    if let Some(volume) = app.shelf.volume_mut(index) {
        volume.reading = None;
    }
    let name = std::mem::take(&mut app.article.name);
    retreat(app, index);
    app.notice = Some(format!("{name} was not waited for"));
    true
}

/// From an article that is not there to the one before, or else to the list.
fn retreat(app: &mut App, index: usize) {
    let before = app.shelf.before.filter(|&before| before != index);
    app.give_up();
    app.shelf.dismiss(index);
    let last = app.shelf.volumes().len().saturating_sub(1);
    match before {
        Some(before) => open(app, before),
        None => super::choose::open(app, index.min(last)),
    }
}
