//! Short articles: what fits on the screen is printed, where nobody needs a reader for it (`-F`).

use std::sync::mpsc::{Receiver, RecvError};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Message, ShellError, pen};
use crate::app::App;
use crate::app::area::Size;
use crate::app::update::update;
use crate::config::theme::Theme;

/// Rows around the text at the most: header, rule, pinned question, status, footer.
const AROUND: u16 = 12;

/// The article as lines for the terminal, when it fits on the screen. Takes in messages until that is clear.
pub(super) fn lines(
    app: &mut App,
    theme: &Theme,
    first: Option<Message>,
    messages: &Receiver<Message>,
) -> Result<Option<Vec<u8>>, ShellError> {
    let mut next = first;
    loop {
        match next {
            Some(Message::Event(event)) => drop(update(app, event)), // nothing outside depends on what is printed
            Some(Message::NotOpened(_, error)) => return Err(error),
            _ => {}
        }
        let screen = usize::from(app.size.height.saturating_sub(1)); // the next prompt has the last row
        let Some(rows) = app.height_alone(screen) else {
            return Ok(None);
        };
        if app.article.document.is_whole() {
            return Ok(Some(print(app, theme, rows)));
        }
        next = Some(
            messages
                .recv()
                .map_err(|RecvError| ShellError::Deaf(RecvError))?,
        );
    }
}

/// The rows of a text that are as many.
fn print(app: &mut App, theme: &Theme, rows: usize) -> Vec<u8> {
    let rows = crate::text::num::cells(rows);
    let screen = app.size;
    app.size = Size {
        height: rows.saturating_add(AROUND),
        ..screen
    };
    app.show_alone();
    app.settle();
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    crate::ui::draw(app, theme, &mut buffer);
    let text = app.page.areas.text;
    let left = app.page.areas.column;
    let mut out = Vec::new();
    for y in text.y..text.y + rows.min(text.height) {
        let cells: Vec<_> = (left..text.x + text.width)
            .filter_map(|x| buffer.cell((x, y)).cloned())
            .collect();
        let end = cells
            .iter()
            .rposition(|cell| cell.symbol() != " ")
            .map_or(0, |at| at + 1);
        pen::line(cells.get(..end).unwrap_or_default(), &mut out);
    }
    app.size = screen;
    out
}
