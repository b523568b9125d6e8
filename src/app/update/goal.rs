//! Beginning where the reader wants to begin.

use super::jump::{self, Reveal};
use super::{find, motion};
use crate::action::Action;
use crate::app::App;
use crate::app::goal::Goal;
use crate::app::links::places::Places;
use crate::app::view::Mark;
use crate::doc::block::BlockId;
use crate::text::cluster::elided;
use crate::text::num;
use crate::text::span::Span;
use crate::text::word;

/// Cells of a name that is told.
const LONGEST_NAME: usize = 40;

/// Goes to where the reader wants to begin as soon as that is there; says so when it will never be.
pub(super) fn begin(app: &mut App) {
    let Some(goal) = app.goal.take() else {
        return;
    };
    if has_gone(app, &goal) {
        return;
    }
    if app.article.document.is_whole() {
        app.notice = Some(missing(app, &goal));
    } else {
        app.goal = Some(goal);
    }
}

/// Whether it is there, and gone to.
fn has_gone(app: &mut App, goal: &Goal) -> bool {
    let document = &app.article.document;
    let mark = match goal {
        Goal::Section(number) => {
            let section = app.article.outline.numbered(*number);
            if let Some(section) = section {
                app.show_section(section);
            }
            return section.is_some();
        }
        Goal::Words(words) => {
            find::look_for(app, words);
            return true;
        }
        Goal::Left(anchor) => {
            let at = anchor.find(document);
            if let Some(at) = at {
                resume(app, at);
            }
            return at.is_some();
        }
        Goal::Percent(percent) => {
            let is_whole = document.is_whole();
            if is_whole {
                motion::percent(app, Some(*percent));
            }
            return is_whole;
        }
        Goal::End => {
            let is_whole = document.is_whole();
            app.show_end(); // as far as it has come
            return is_whole;
        }
        Goal::Line(number) => {
            let at = document.lines().start(*number);
            let place = at.map(|at| app.article.place_of(at));
            if let Some(place) = place {
                jump::bring(app, place, Reveal::Topmost);
            }
            return place.is_some();
        }
        Goal::Place(name) => Places::of(&app.article).mark(&app.article, name),
        Goal::Paragraph { section, paragraph } => paragraph_mark(app, *section, *paragraph),
        Goal::Byte(at) => (*at < document.bytes()).then(|| word_mark(app, *at)),
        Goal::Span(span) => (span.end <= document.bytes()).then(|| span_mark(app, *span)),
    };
    if let Some(mark) = mark {
        jump::show(app, mark, Reveal::Gently);
    }
    mark.is_some()
}

/// Goes on reading where the article was left.
fn resume(app: &mut App, at: u32) {
    let place = app.article.place_of(at);
    let section = app.article.outline.section_of(place.block);
    app.show_section(section);
    app.view.top = place;
    motion::settle_top(app);
    if !app.mistakes.is_empty() {
        return; // which is told already, and matters more
    }
    let top = app.keymap.keys(Action::Top, app.scope()).next();
    let top = top.map_or_else(String::new, |key| format!(" · {key} the top"));
    app.notice = Some(format!("where you were before{top}"));
}

/// A paragraph of a section.
fn paragraph_mark(app: &App, section: usize, paragraph: u32) -> Option<Mark> {
    let outline = &app.article.outline;
    let section = outline.section(outline.numbered(section)?)?;
    let is_this = |&block: &BlockId| outline.paragraph(block) == Some(paragraph);
    let block = section.body().find(is_this)?;
    let span = app.article.document.block(block)?.span;
    Some(Mark { span, block })
}

/// The word at a byte, or from there on.
fn word_mark(app: &App, at: u32) -> Mark {
    let document = &app.article.document;
    let start = document.char_start(at);
    let block = document.block_at(start);
    let end = document.block(block).map_or(start, |it| it.span.end);
    let rest = document.slice(Span::new(start, end.max(start)));
    let word = word::words(rest).next().filter(|word| word.start == 0);
    let length = word.map_or(0, |word| num::offset(word.end));
    span_mark(app, Span::new(start, start + length))
}

/// A span of the text, on borders of characters.
fn span_mark(app: &App, span: Span) -> Mark {
    let document = &app.article.document;
    let start = document.char_start(span.start);
    let end = document.char_start(span.end).max(start);
    Mark {
        span: Span::new(start, end),
        block: document.block_at(start),
    }
}

/// What is to be said when it is not there.
fn missing(app: &App, goal: &Goal) -> String {
    let outline = &app.article.outline;
    let last = outline.last_number();
    if let Goal::Place(name) = goal {
        return format!(
            "no heading or place here is called {}",
            elided(name, LONGEST_NAME)
        );
    }
    match *goal {
        Goal::Paragraph { section, paragraph } if section <= last => {
            let has = outline.numbered(section).and_then(|id| outline.section(id));
            let count = has.map_or(0, |section| section.paragraphs);
            format!("there is no ¶{paragraph} in §{section}: its last is ¶{count}")
        }
        Goal::Section(number)
        | Goal::Paragraph {
            section: number, ..
        } => {
            format!("there is no section {number}: the sections are 0 to {last}")
        }
        Goal::Line(number) => format!("there is no line {number}"),
        Goal::Byte(at) | Goal::Span(Span { end: at, .. }) => {
            let bytes = app.article.document.bytes();
            format!("there is no byte {at}: the text has {bytes}")
        }
        Goal::Left(_) => "the words where you were before are gone".to_owned(),
        Goal::Percent(_) | Goal::End | Goal::Words(_) | Goal::Place(_) => String::new(), // these are always there, or say so themselves
    }
}
