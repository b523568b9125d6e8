//! Areas of the screen, in cells: where each part of it is.
//!
//! ```text
//! header
//! rule
//! pinned question   │ tabs
//! text              │ list
//! status
//! footer
//! ```
//!
//! What is small loses its frills first: the sidebar, the rule, the footer, the header, the gutter, the status. From 1×1 on there is text.

/// A size in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its left column.
    pub x: u16,
    /// Its top row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell lies inside.
    pub fn contains(self, x: u16, y: u16) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }

    /// Cuts `rows` off its top.
    fn take_top(&mut self, rows: u16) -> Self {
        let rows = rows.min(self.height);
        let top = Self {
            height: rows,
            ..*self
        };
        self.y += rows;
        self.height -= rows;
        top
    }

    /// Cuts `rows` off its bottom.
    fn take_bottom(&mut self, rows: u16) -> Self {
        let rows = rows.min(self.height);
        self.height -= rows;
        Self {
            y: self.y + self.height,
            height: rows,
            ..*self
        }
    }

    /// Cuts `columns` off its right.
    fn take_right(&mut self, columns: u16) -> Self {
        let columns = columns.min(self.width);
        self.width -= columns;
        Self {
            x: self.x + self.width,
            width: columns,
            ..*self
        }
    }
}

/// What is shown side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panes {
    /// The text alone.
    Text,
    /// The same, with nothing around it.
    Zen,
    /// The list alone.
    List,
    /// Both.
    Both,
}

/// Whether the text has anything around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frills {
    /// Whatever there is room for.
    #[default]
    Shown,
    /// Nothing.
    Hidden,
}

/// Columns from which the sidebar is wide.
pub const WIDE: u16 = 110;

/// Columns from which there is a sidebar beside the text.
pub const TWO_PANES: u16 = 80;

/// Rows from which there is one.
const TALL: u16 = 16;

/// Rows from which there is a rule below the header.
const RULE: u16 = 14;

/// Rows from which the keys have a row of their own; where there are less, they stand in the status as long as that has nothing else to say.
const FOOTER: u16 = 12;

/// How wide things may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// The widest text column, in cells.
    pub text: u16,
    /// The list beside it, unless that follows the screen.
    pub list: Option<u16>,
}

/// The width of a text column that takes all of its pane.
pub const ALL: u16 = u16::MAX;

/// Cells that a list beside the text leaves to it.
const LEAST_TEXT: u16 = 40;

/// Where everything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Title and position.
    pub header: Area,
    /// The rule below.
    pub rule: Area,
    /// The line between text and list.
    pub divider: Area,
    /// The pinned question, gutter included.
    pub pinned: Area,
    /// The text, gutter included.
    pub text: Area,
    /// Cells before the text column: letters and the mark bar.
    pub gutter: u16,
    /// Where the text column starts, and how wide it is.
    pub column: u16,
    /// Its width.
    pub measure: u16,
    /// The tabs above the list.
    pub tabs: Area,
    /// The list.
    pub list: Area,
    /// What is going on.
    pub status: Area,
    /// The keys.
    pub footer: Area,
}

/// Whether text and list fit side by side.
pub(super) fn fits_two(size: Size) -> bool {
    size.width >= TWO_PANES && size.height >= TALL
}

/// How many rows of a pinned question there is room for.
pub(super) fn pinned_room(size: Size) -> u16 {
    match size.height {
        TALL.. => 3,
        8.. => 2,
        4.. => 1,
        _ => 0,
    }
}

impl Areas {
    /// Divides a screen. `pinned` is how many rows the pinned question would like, `widths` how many cells the columns may
    /// take.
    pub fn divide(size: Size, panes: Panes, pinned: u16, widths: Widths) -> Self {
        let mut areas = Self::default();
        let mut rest = Area {
            x: 0,
            y: 0,
            width: size.width,
            height: size.height,
        };
        let has_frills = panes != Panes::Zen;
        if size.height >= FOOTER && has_frills {
            areas.footer = rest.take_bottom(1);
        }
        if size.height >= 3 {
            areas.status = rest.take_bottom(1);
        }
        if size.height >= 8 {
            let header = rest.take_top(1); // without frills a blank row
            areas.header = if has_frills { header } else { areas.header };
        }
        if size.height >= RULE && has_frills {
            areas.rule = rest.take_top(1);
        }
        if panes == Panes::Both {
            let most = size.width.saturating_sub(LEAST_TEXT);
            let suitable = if size.width >= WIDE { 48 } else { 34 };
            areas.list = rest.take_right(widths.list.unwrap_or(suitable).min(most));
            areas.divider = rest.take_right(1);
        } else if panes == Panes::List {
            areas.list = rest;
        }
        if size.height >= 6 {
            areas.tabs = areas.list.take_top(if size.height >= TALL { 2 } else { 1 });
        }
        let blank = u16::from(size.height >= TALL && pinned > 0);
        areas.pinned = rest.take_top(pinned.min(pinned_room(size)) + blank);
        areas.text = rest;
        areas.place_column(widths.text);
        if panes == Panes::List {
            areas.text.height = 0;
            areas.pinned.height = 0;
        }
        areas
    }

    /// Puts the text column into the middle of the pane, with room for the gutter before it and a margin behind it.
    fn place_column(&mut self, widest: u16) {
        let pane = self.text.width;
        let (gutter, margin) = match pane {
            _ if widest == ALL => (0, 0),
            40.. => (4, 2),
            20.. => (2, 1),
            _ => (0, 0),
        };
        self.gutter = gutter;
        self.measure = pane.saturating_sub(gutter + margin).clamp(1, widest);
        let spare = pane.saturating_sub(gutter + self.measure + margin);
        self.column = self.text.x + gutter + spare / 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_text_and_every_area_is_on_the_screen() {
        for width in 0..=200 {
            for height in 0..=60 {
                for panes in [Panes::Text, Panes::Zen, Panes::List, Panes::Both] {
                    for pinned in 0..4 {
                        let size = Size { width, height };
                        let widths = Widths {
                            text: 70,
                            list: (width % 2 == 0).then_some(width),
                        };
                        let areas = Areas::divide(size, panes, pinned, widths);
                        let all = [
                            areas.header,
                            areas.rule,
                            areas.pinned,
                            areas.text,
                            areas.tabs,
                            areas.list,
                            areas.status,
                            areas.footer,
                        ];
                        assert!(
                            all.iter().all(|area| area.x + area.width <= width
                                && area.y + area.height <= height)
                        );
                        assert!(
                            height < 4 || panes == Panes::List || areas.text.height > 0,
                            "{size:?}"
                        );
                        assert!(areas.measure >= 1 && areas.measure <= 70);
                    }
                }
            }
        }
    }

    #[test]
    fn the_column_stands_in_the_middle_of_a_wide_pane() {
        const SUITABLE: Widths = Widths {
            text: 70,
            list: None,
        };
        let areas = Areas::divide(
            Size {
                width: 100,
                height: 20,
            },
            Panes::Text,
            1,
            SUITABLE,
        );
        assert_eq!((areas.gutter, areas.column, areas.measure), (4, 16, 70));
        let areas = Areas::divide(
            Size {
                width: 120,
                height: 40,
            },
            Panes::Both,
            1,
            SUITABLE,
        );
        assert_eq!((areas.list.width, areas.column, areas.measure), (48, 4, 65));
    }
}
