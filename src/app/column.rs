//! The text column: how wide it is, the blocks that flow in it, and the heading that is pinned above them.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::App;
use super::area::{self, Areas, Widths};
use super::list::Room;
use super::sideways;
use super::view::Extent;
use crate::article::section::SectionId;
use crate::doc::block::BlockId;
use crate::doc::format::Format;
use crate::layout::row::Row;
use crate::layout::walk::Walk;
use crate::layout::{Flow, Measure};
use crate::text::cluster::width;
use crate::text::num;
use crate::text::order::Order;

impl App {
    /// Makes the text column as wide as the reader has made it in an earlier session.
    pub fn set_column(&mut self, cells: u16) {
        self.widths.text = cells.max(1);
    }

    /// How many rows all of the article takes without the list beside it; `None` when they are more than `most`, or something would have
    /// to be moved sideways to be seen.
    pub fn height_alone(&mut self, most: usize) -> Option<usize> {
        let (room, view) = (self.list.room, self.view.clone());
        self.show_alone();
        let rows: Vec<_> = self.walk(|walk| {
            let first = walk.first();
            walk.rows(first).take(most + 1).collect()
        });
        let (_, wide) = sideways::lie(self, &rows);
        (self.list.room, self.view) = (room, view);
        (rows.len() <= most && wide.is_empty()).then_some(rows.len())
    }

    /// Shows all of the article in one flow, without the list.
    pub fn show_alone(&mut self) {
        self.list.room = Room::Hidden;
        self.view.extent = Extent::Whole;
        self.view.top = self.article.place(BlockId::default());
    }

    /// Where everything is.
    pub(crate) fn areas(&mut self) -> Areas {
        let pinned = num::cells(self.heading_height());
        Areas::divide(self.size, self.panes(), pinned, self.widths())
    }

    /// How wide text and list may be. What a program has set for a terminal is as wide as that.
    fn widths(&self) -> Widths {
        let text = match self.article.document.format() {
            Format::Terminal => area::ALL,
            _ => self.widths.text.saturating_add(self.hang()),
        };
        Widths {
            text,
            ..self.widths
        }
    }

    pub(crate) fn measure(&self) -> Measure {
        Measure {
            width: Areas::divide(self.size, self.panes(), 0, self.widths()).measure,
            hang: self.hang(),
            order: self.order(),
            room: self.picture_room(),
        }
    }

    /// Cells before the text for quotation marks that hang. What a program has set stays as it is.
    fn hang(&self) -> u16 {
        let is_set = self.article.document.format() == Format::Terminal;
        u16::from(self.settings.hanging_quotes && !is_set)
    }

    /// Who orders what runs from right to left.
    pub fn order(&self) -> Order {
        if self.settings.bidi {
            Order::Visual
        } else {
            Order::Logical
        }
    }

    /// Whether the first section is read from the title of the article on: there is no introduction for it to stand in, and it is too long for
    /// the header, half of which is for other things.
    pub(crate) fn is_titled(&self) -> bool {
        let outline = &self.article.outline;
        let heading = outline
            .section(SectionId::default())
            .and_then(|it| it.heading);
        self.view.section == SectionId::default()
            && heading.is_some_and(|heading| heading.index() > 0)
            && width(self.article.title()) > usize::from(self.size.width / 2)
    }

    /// The heading of the section, laid out, and how many of the rows show it: a blank one may follow. What a program prints has none
    /// that stands apart, nor has the whole flow, or what begins with a title, before its heading has left the top.
    fn heading(&mut self) -> Option<(Rc<Flow>, usize)> {
        if self.article.document.format() == Format::Terminal {
            return None;
        }
        let measure = self.measure();
        let flows = self.view.extent == Extent::Whole || self.is_titled();
        let Self {
            article,
            layouts,
            view,
            ..
        } = self;
        let heading = article.outline.section(view.section)?.heading?;
        // In the first row it is there itself. A title above the first question is in its section as well.
        let start = article.document.block(heading)?.span.start;
        let is_ahead =
            view.top.at <= start && article.outline.section_of(view.top.block) == view.section;
        if flows && is_ahead {
            return None;
        }
        let slab = layouts.slabs(&article.document, heading).slab(0);
        let flow = layouts.flow(&article.document, slab, measure);
        let count = flow.rows.partition_point(|row| row.at < slab.span.end);
        Some((flow, count))
    }

    /// How many rows the heading takes.
    pub(crate) fn heading_height(&mut self) -> usize {
        self.heading().map_or(0, |(_, count)| count)
    }

    /// The rows of the heading that are pinned above the text.
    pub(crate) fn pinned(&mut self) -> Vec<Row> {
        let room = area::pinned_room(self.size).into();
        let heading = self.heading();
        heading.map_or_else(Vec::new, |(flow, count)| {
            flow.rows.iter().take(count.min(room)).cloned().collect()
        })
    }

    /// The blocks that can be scrolled to. A heading that is pinned whole is not among them.
    fn range(&mut self) -> Range<BlockId> {
        let is_pinned = self.heading_height() <= area::pinned_room(self.size).into();
        match (
            self.view.extent,
            self.article.outline.section(self.view.section),
        ) {
            (Extent::Section, Some(section)) if self.is_titled() => {
                BlockId::default()..section.range().end
            }
            (Extent::Section, Some(section)) => {
                let range = section.range();
                if is_pinned && section.heading.is_some() {
                    range.start.next()..range.end
                } else {
                    range
                }
            }
            _ => BlockId::default()..BlockId::new(self.article.document.len()),
        }
    }

    /// Walks over the rows that can be scrolled to.
    pub(crate) fn walk<T>(&mut self, visit: impl FnOnce(&mut Walk<'_>) -> T) -> T {
        let (measure, range) = (self.measure(), self.range());
        let document = Arc::clone(&self.article.document);
        visit(&mut Walk {
            document: &document,
            layouts: &mut self.layouts,
            measure,
            range,
        })
    }

    /// Shows a section from its top.
    pub(super) fn show_section(&mut self, section: SectionId) {
        self.view.section = section;
        let start = self.range().start;
        self.view.top = self.article.place(start);
    }

    /// Rows of text on screen.
    pub(super) fn text_height(&mut self) -> usize {
        usize::from(self.areas().text.height).max(1)
    }

    /// Shows the beginning of the article.
    pub(super) fn show_start(&mut self) {
        self.show_section(SectionId::default());
        if self.view.extent == Extent::Whole {
            self.view.top = self.article.place_of(0);
        }
    }

    /// Shows the end of the article, as far as it has come.
    pub(super) fn show_end(&mut self) {
        self.show_section(SectionId::new(self.article.outline.len().saturating_sub(1)));
        self.show_last_page();
        self.follow_section();
    }

    /// Shows the end of what can be scrolled to.
    pub(super) fn show_last_page(&mut self) {
        let height = self.text_height();
        self.view.top = self.walk(|walk| {
            let lowest = walk.lowest_top(height);
            walk.place(lowest)
        });
    }

    /// The bytes that can stand at the top of the screen: from the top of the article to where its end is on screen.
    pub(super) fn tops(&mut self) -> Range<u32> {
        let here = self.view.clone();
        self.show_start();
        let start = self.view.top.at;
        self.show_end();
        let end = self.view.top.at.max(start);
        self.view = here;
        start..end
    }

    /// In the whole flow, the section is the one of the first words on screen; as long as these are its heading, still the one before.
    pub(super) fn follow_section(&mut self) {
        if self.view.extent == Extent::Whole {
            let top = self.view.top;
            let first = self.walk(|walk| {
                let spot = walk.spot(top);
                let mut rows = walk.rows(spot);
                rows.find(|(_, row)| !row.pieces.is_empty())
            });
            let block = first.map_or(top.block, |(block, _)| block);
            let outline = &self.article.outline;
            let section = outline.section_of(block);
            let is_heading = outline.section(section).and_then(|it| it.heading) == Some(block);
            let before = section.index().checked_sub(1).filter(|_| is_heading);
            self.view.section = before.map_or(section, SectionId::new);
        }
    }
}
