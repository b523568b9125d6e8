//! Where the reader is: what keys go by that act on this place without saying which.

use super::App;
use super::selection::Selection;
use super::view::{Extent, Mark};
use crate::layout::walk::Place;
use crate::search::Hit;
use crate::text::span::Span;

/// Where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// At words that are selected or marked: they are meant themselves.
    Words(Mark),
    /// At a hit: what holds it is meant.
    Hit(Mark),
    /// At the top of the screen.
    Top(Place),
}

impl Here {
    /// The words that stand out.
    pub fn mark(self) -> Option<Mark> {
        match self {
            Self::Words(mark) | Self::Hit(mark) => Some(mark),
            Self::Top(_) => None,
        }
    }

    /// The bytes of these, or the first one on screen.
    pub fn span(self) -> Span {
        match self {
            Self::Words(mark) | Self::Hit(mark) => mark.span,
            Self::Top(place) => Span::at(place.at),
        }
    }

    /// Where they begin.
    pub fn place(self) -> Place {
        match self {
            Self::Words(mark) | Self::Hit(mark) => Place::new(mark.block, mark.span.start),
            Self::Top(place) => place,
        }
    }
}

impl App {
    /// Where the reader is: at words that are selected or marked, at a hit while it is on screen, else at the top of the screen.
    pub(super) fn here(&mut self) -> Here {
        let top = Here::Top(self.view.top);
        match self.outstanding() {
            Some(hit @ Here::Hit(_)) if !self.is_in_view(hit.place()) => top,
            here => here.unwrap_or(top),
        }
    }

    /// The words that stand out, wherever they are: selected, marked or else found.
    pub(super) fn outstanding(&self) -> Option<Here> {
        let selected = self.selection.map(|selection| self.mark_of(selection));
        let hit = self.find.as_ref().and_then(|find| find.current);
        let is_hit = |mark: &Mark| hit.is_some_and(|hit| hit.span == mark.span);
        let marked = self.view.marked.filter(|mark| !is_hit(mark));
        let words = selected.or(marked).map(Here::Words);
        words.or_else(|| Some(Here::Hit(Mark::from(hit?))))
    }

    fn mark_of(&self, selection: Selection) -> Mark {
        let span = selection.span();
        let block = self.article.document.block_at(span.start);
        Mark { span, block }
    }

    /// Whether a place is on screen, pinned or below, in the view of this moment: the page may still be that of the one before.
    pub(super) fn is_in_view(&mut self, place: Place) -> bool {
        let section = self.article.outline.section(self.view.section);
        if self.view.extent == Extent::Section
            && section.is_some_and(|section| section.heading == Some(place.block))
        {
            return true;
        }
        let height = isize::try_from(self.text_height()).unwrap_or(isize::MAX);
        let top = self.view.top;
        self.walk(|walk| {
            let top = walk.spot(top);
            let bottom = walk.step(top, height - 1).0;
            walk.range.contains(&place.block) && (top..=bottom).contains(&walk.spot_showing(place))
        })
    }
}

impl From<Hit> for Mark {
    fn from(Hit { span, block }: Hit) -> Self {
        Self { span, block }
    }
}
