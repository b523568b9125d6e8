//! Telling: what a screen would show, line by line (`--plain-ui`).
//!
//! For screen readers, and for whoever wants no screen to be taken: lines are only ever added, nothing is painted again, there are no boxes, and
//! where the reader is is said in words. What is on screen is told block by block, each whole and once as long as it stays there: paragraphs as
//! they are, rows of tables cell by cell under the names of their columns, code line by line. What was jumped to comes first.

mod entry;
mod lines;
mod sheet;
mod spoken;
mod text;

use std::collections::HashSet;

use crate::action::{Action, Scope};
use crate::app::find::Find;
use crate::app::prompt::Prompt;
use crate::app::selection::Selection;
use crate::app::view::Extent;
use crate::app::{App, Focus, Mode, Stage};
use crate::article::section::SectionId;
use crate::text::span::Span;
use crate::text::tail;
use lines::Lines;
use spoken::spoken;
use text::Unit;

/// What has been told so far, as far as that decides what is told next.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The name of the article.
    article: Option<String>,
    /// What of the text was on screen.
    units: Vec<Unit>,
    /// The entry of the list.
    entry: String,
    /// Which list it stands in.
    list: Option<String>,
    /// What was going on.
    status: String,
    /// How far the search is.
    hits: String,
    /// The words that stood out.
    words: Option<Span>,
    section: Option<SectionId>,
    /// The lines of a sheet over the article.
    sheet: Vec<String>,
    /// All that sheets have told since the article was left for them.
    heard: HashSet<String>,
    /// What stood in a prompt, while one is open.
    typed: Option<String>,
}

impl Told {
    /// The lines that are new since the last time; none when nothing is.
    pub(super) fn more(&mut self, app: &App) -> Vec<u8> {
        let mut out = Lines::new(app.size.width);
        match (&app.mode, sheet::prompt(app)) {
            (Mode::Prompt(prompt), _) => self.search(app, prompt, &mut out),
            (_, Some((name, prompt))) => self.sought(app, name, prompt, &mut out),
            (mode, None) => {
                if self.typed.take().is_some() {
                    out.end();
                }
                match mode {
                    Mode::Read | Mode::Bookmark(_) => self.page(app, &mut out),
                    _ => self.sheet(sheet::lines(app), &mut out),
                }
            }
        }
        out.into_bytes()
    }

    /// What has been typed is told as it is typed, on one line as long as it only grows.
    fn prompt(&mut self, name: &str, prompt: &Prompt, out: &mut Lines) {
        let typed = prompt.text();
        match &self.typed {
            Some(before) if typed.starts_with(before.as_str()) => {
                out.add(tail(typed, before.len()));
            }
            before => {
                if before.is_some() {
                    out.end();
                }
                out.add(&format!("{name}: {typed}"));
            }
        }
        self.typed = Some(typed.to_owned());
    }

    /// What is typed to find something in a sheet, and what is found, once it is not typed on.
    fn sought(&mut self, app: &App, name: &str, prompt: &Prompt, out: &mut Lines) {
        let is_same = self.typed.as_deref() == Some(prompt.text());
        self.prompt(name, prompt, out);
        if is_same {
            self.sheet(sheet::lines(app), out);
        }
    }

    /// A search, and what is wrong with it, once it is not typed on.
    fn search(&mut self, app: &App, prompt: &Prompt, out: &mut Lines) {
        let is_same = self.typed.as_deref() == Some(prompt.text());
        self.prompt("Search", prompt, out);
        if let Some(wrong) = app
            .find
            .as_ref()
            .and_then(|find| find.wrong.as_ref())
            .filter(|_| is_same)
        {
            out.end();
            out.say(wrong);
            self.typed = None;
        }
    }

    fn page(&mut self, app: &App, out: &mut Lines) {
        let was_sheet = !std::mem::take(&mut self.sheet).is_empty();
        self.heard.clear();
        if app.stage == Stage::Opening {
            return self.status(app, out);
        }
        let is_new = self.article(app, out);
        if app.focus == Focus::Text {
            let was_list = self.list.take().is_some();
            let is_back = (was_list || was_sheet) && !is_new;
            if is_back {
                out.say("Text.");
            }
            self.section(app, out);
            self.status(app, out);
            self.words(app, out);
            self.text(app, is_back, out);
        } else {
            self.list(app, out);
            self.status(app, out);
        }
    }

    /// Which article is read, and how more is learnt of it. Whether it is another one than before.
    fn article(&mut self, app: &App, out: &mut Lines) -> bool {
        let article = &app.article;
        let is_new = self.article.as_ref() != Some(&article.name) && !app.page.rows.is_empty();
        if is_new {
            let key = |action| app.keymap.keys(action, Scope::TEXT).next();
            let keys = [(Action::Help, "help"), (Action::Quit, "quits")];
            let keys = keys.map(|(action, what)| key(action).map(|key| format!(" {key} {what}.")));
            let keys: String = keys.into_iter().flatten().collect();
            out.say(&format!("Article: {}.{keys}", article.title()));
            self.article = Some(article.name.clone());
        }
        is_new
    }

    /// The section that is read, where only one is shown at a time.
    fn section(&mut self, app: &App, out: &mut Lines) {
        let section = Some(app.view.section);
        if app.view.extent == Extent::Section && section != self.section {
            out.say(&text::section(app, app.view.section));
        }
        self.section = section;
    }

    /// The blocks that have come on screen, and where they stand.
    fn text(&mut self, app: &App, is_back: bool, out: &mut Lines) {
        let units = text::on_screen(app);
        let new: Vec<_> = units.iter().filter(|it| !self.units.contains(it)).collect();
        for unit in &new {
            text::tell(app, unit, out);
        }
        let told = if new.is_empty() && is_back {
            units.iter().collect()
        } else {
            new
        };
        if !told.is_empty() {
            out.say(&text::place(app, &told));
        }
        self.units = units;
    }

    /// The entry under the cursor of the list, and which list that is.
    fn list(&mut self, app: &App, out: &mut Lines) {
        let list = entry::list(app);
        if self.list.as_ref() != Some(&list) {
            out.say(&list);
            self.list = Some(list);
            self.entry.clear();
        }
        let entry = entry::selected(app);
        if entry != self.entry {
            out.say(&entry);
            self.entry = entry;
        }
    }

    /// The words that are selected or marked.
    fn words(&mut self, app: &App, out: &mut Lines) {
        let marked = app
            .view
            .marked
            .filter(|_| entry::marked(app).is_none())
            .map(|mark| mark.span);
        let words = app.selection.map(Selection::span).or(marked);
        if let Some(words) = words.filter(|_| words != self.words) {
            out.say(&app.article.document.visible(words));
        }
        self.words = words;
    }

    fn status(&mut self, app: &App, out: &mut Lines) {
        let hits = app.find.as_ref().map(Find::position).unwrap_or_default();
        let at = app.find.as_ref().and_then(|find| find.current);
        let around = at.map_or_else(String::new, |hit| text::around(app, hit));
        let is_one = at.is_some() && hits.starts_with(|c: char| c.is_ascii_digit());
        let hits = if is_one {
            format!("Hit {}{around}", spoken(&hits))
        } else {
            hits
        };
        let is_waiting = !app.pending.keys.is_empty() || app.focus == Focus::List;
        let is_plain = app.notice.is_some() || app.selection.is_some() || is_waiting;
        let item = entry::marked(app).filter(|_| !is_plain);
        let status = item.unwrap_or_else(|| spoken(&crate::ui::going_on(app)));
        for (told, now) in [(&mut self.status, status), (&mut self.hits, hits)] {
            if *told != now && !now.is_empty() {
                out.say(&now);
            }
            *told = now;
        }
    }

    /// Help and other sheets are told whole, and then what changes in them. Of one that is come back to it is told which, and where one is.
    fn sheet(&mut self, lines: Vec<String>, out: &mut Lines) {
        let is_open = !self.sheet.is_empty();
        let is_other = is_open && self.sheet.first() != lines.first();
        let mut new: Vec<_> = lines
            .iter()
            .filter(|it| !self.heard.contains(*it))
            .collect();
        if is_other && new.is_empty() {
            new = lines
                .iter()
                .take(1)
                .chain(lines.iter().skip(1).last())
                .collect();
        } else if is_open && !is_other {
            let told: HashSet<_> = self.sheet.iter().collect();
            new = lines.iter().filter(|it| !told.contains(it)).collect();
        }
        if self.typed.is_some() && !new.is_empty() {
            out.end();
        }
        for text in &new {
            out.say(text);
        }
        self.heard.extend(lines.iter().cloned());
        self.sheet = lines;
    }
}
