//! A page that would cost too much to take apart: its text without its tags.

use super::super::html::{Part, Tags};
use super::super::markdown;
use super::writer::Writer;
use crate::text::cut;

/// Writes the text of a page, a block for each stretch between two elements that are blocks.
pub(super) fn write(writer: &mut Writer, html: &str) {
    for part in Tags::default().strip(html) {
        match part {
            Part::Text(range) => writer.text(cut(html, range)),
            Part::Entity(range) => writer.text(&markdown::visible(cut(html, range))),
            Part::Space(_) => writer.apart(),
            Part::Border(_) => writer.border(),
            Part::Begin(_) | Part::Tag(_) => {}
        }
    }
}

/// The text of a piece of HTML in one line.
pub(super) fn line(html: &str) -> String {
    let mut line = String::new();
    for part in Tags::default().strip(html) {
        match part {
            Part::Text(range) => line.push_str(cut(html, range)),
            Part::Entity(range) => line.push_str(&markdown::visible(cut(html, range))),
            Part::Begin(_) | Part::Tag(_) => {}
            Part::Space(_) | Part::Border(_) => line.push(' '),
        }
    }
    line
}
