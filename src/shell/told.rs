//! Telling: what a screen would show, line by line (`--plain-ui`).
//!
//! For screen readers, and for whoever wants no screen to be taken: lines are only ever added, nothing is painted again, there are no boxes, and
//! where the reader is is said in words. What is told comes from the frame that would be painted, so nothing can be seen that is not told.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::pen;
use crate::app::area::Area;
use crate::app::find::Find;
use crate::app::page::{ListRow, Position};
use crate::app::prompt::Prompt;
use crate::app::selection::Selection;
use crate::app::{App, Focus, Mode};
use crate::config::theme::COLOURLESS;
use crate::doc::block::BlockId;
use crate::text::cluster::safe;
use crate::text::span::Span;
use crate::text::{num, tail};

/// What has been told so far, as far as that decides what is told next.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The rows of the text that were on screen.
    rows: Vec<(BlockId, u32)>,
    /// The entry of the list.
    entry: String,
    /// What was going on.
    status: String,
    /// How far the search is.
    hits: String,
    /// The words that stood out.
    words: Option<Span>,
    section: Option<String>,
    /// The lines of a sheet over the article.
    sheet: Vec<String>,
    /// What stood in a prompt, while one is open.
    typed: Option<String>,
}

impl Told {
    /// The lines that are new since the last time; none when nothing is.
    pub(super) fn more(&mut self, app: &App) -> Vec<u8> {
        let mut out = String::new();
        match &app.mode {
            Mode::Prompt(prompt) => self.prompt("Search", prompt, &mut out),
            Mode::Filter(prompt) => self.prompt("Filter", prompt, &mut out),
            Mode::Command(line) => self.prompt("Command", &line.prompt, &mut out),
            mode => {
                if self.typed.take().is_some() {
                    out.push_str("\r\n");
                }
                match mode {
                    Mode::Read | Mode::Bookmark(_) => self.page(app, &mut out),
                    _ => self.sheet(app, &mut out),
                }
            }
        }
        out.into_bytes()
    }

    /// What has been typed is told as it is typed, on one line as long as it only grows.
    fn prompt(&mut self, name: &str, prompt: &Prompt, out: &mut String) {
        let typed = prompt.text();
        match &self.typed {
            Some(before) if typed.starts_with(before.as_str()) => {
                out.push_str(&safe(tail(typed, before.len())));
            }
            before => {
                let end = if before.is_some() { "\r\n" } else { "" };
                let _ = write!(out, "{end}{name}: {}", safe(typed)); // a String takes everything
            }
        }
        self.typed = Some(typed.to_owned());
    }

    fn page(&mut self, app: &App, out: &mut String) {
        self.sheet.clear();
        let frame = Frame::of(app);
        let areas = app.page.areas;
        let position = &app.page.position;
        if position.section != self.section {
            self.section.clone_from(&position.section);
            let heading = frame.lines(areas.pinned).join(" ");
            line(&section(app, &heading), out);
        }
        let rows: Vec<_> = app
            .page
            .rows
            .iter()
            .map(|(block, row)| (*block, row.at))
            .collect();
        if app.focus == Focus::Text {
            let column = Area {
                x: areas.column,
                width: areas.measure + 1,
                ..areas.text
            };
            let texts = frame.lines(column);
            let new: Vec<_> = rows
                .iter()
                .zip(texts)
                .filter(|(row, _)| !self.rows.contains(row))
                .collect();
            for (_, text) in &new {
                line(text, out);
            }
            if new.len() > 1 {
                line(&place(position), out);
            } else {
                self.words(app, out);
            }
            self.rows = rows;
        } else {
            let lines = frame.lines(selected(app));
            let words = lines.iter().flat_map(|line| line.split_whitespace());
            let words: Vec<_> = words.filter(|word| *word != ">").collect();
            let entry = words.join(" ");
            if entry != self.entry {
                line(&entry, out);
                self.entry = entry;
            }
        }
        self.status(app, out);
    }

    /// The words that are selected or marked, where the text stays what it was.
    fn words(&mut self, app: &App, out: &mut String) {
        let marked = app.view.marked.map(|mark| mark.span);
        let words = app.selection.map(Selection::span).or(marked);
        if let Some(words) = words.filter(|_| words != self.words) {
            line(&safe(&app.article.document.visible(words)), out);
        }
        self.words = words;
    }

    fn status(&mut self, app: &App, out: &mut String) {
        let hits = app.find.as_ref().map(Find::position).unwrap_or_default();
        for (told, now, name) in [
            (&mut self.status, crate::ui::going_on(app), ""),
            (&mut self.hits, hits, "Hit "),
        ] {
            if *told != now && !now.is_empty() {
                line(&format!("{name}{now}"), out);
            }
            *told = now;
        }
    }

    /// Help and other sheets are told whole, and then what changes in them.
    fn sheet(&mut self, app: &App, out: &mut String) {
        let all = Area {
            x: 0,
            y: 0,
            width: app.size.width,
            height: app.size.height,
        };
        let lines = Frame::of(app).lines(all);
        lines
            .iter()
            .filter(|it| !self.sheet.contains(it))
            .for_each(|it| line(it, out));
        self.sheet = lines;
    }
}

/// The frame that would be painted.
struct Frame(Buffer);

impl Frame {
    fn of(app: &App) -> Self {
        let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
        crate::ui::draw(app, &COLOURLESS, &mut buffer);
        Self(buffer)
    }

    /// What stands in an area, without space around it, row by row.
    fn lines(&self, area: Area) -> Vec<String> {
        let row = |y| {
            let cells = (area.x..area.x + area.width).filter_map(|x| self.0.cell((x, y)));
            let text: String = pen::uncovered(cells).map(Cell::symbol).collect();
            text.trim().to_owned()
        };
        (area.y..area.y + area.height).map(row).collect()
    }
}

/// The rows of the list that its cursor is on.
fn selected(app: &App) -> Area {
    let list = app.page.areas.list;
    let is_selected = |row: &&ListRow| row.is_selected;
    let above = app
        .page
        .list
        .iter()
        .take_while(|row| !row.is_selected)
        .count();
    let count = app.page.list.iter().filter(is_selected).count();
    Area {
        y: list.y + num::cells(above),
        height: num::cells(count),
        ..list
    }
}

/// `Section 3 of 5: Is Europe on board?`
fn section(app: &App, heading: &str) -> String {
    let outline = &app.article.outline;
    match outline.label(app.view.section) {
        Some(label) => format!(
            "Section {} of {}: {}",
            label.trim_start_matches('§'),
            outline.last_number(),
            heading.trim_start_matches(&label).trim()
        ),
        None => "Introduction".to_owned(),
    }
}

/// `Paragraph 2, 62 percent.`
fn place(position: &Position) -> String {
    let paragraph = position
        .paragraph
        .map(|number| format!("Paragraph {number}, "));
    format!(
        "{}{} percent.",
        paragraph.unwrap_or_default(),
        position.percent
    )
}

/// Adds a line; blank ones say nothing.
fn line(text: &str, out: &mut String) {
    let text = text.trim();
    if !text.is_empty() {
        out.push_str(text);
        out.push_str("\r\n");
    }
}
