//! Answers that a page holds in its data alone, for its scripts to show.

use std::collections::HashSet;

use dom_query::Document;

use super::super::block::BlockKind;
use super::json_ld;
use super::questions::folded;
use super::stripped;
use super::writer::Writer;
use crate::text::head;

/// Answers that are written.
const MOST: usize = 500;

/// Letters by which an answer is known again in the text.
const KNOWN: usize = 40;

/// Writes the questions and answers of the data of which the article has neither, behind it.
pub(super) fn write(writer: &mut Writer, page: &Document, article: &Document, title: &str) {
    let text = folded(&article.text());
    let mut known = HashSet::from([folded(title)]);
    let mut told = json_ld::answers(page);
    told.truncate(MOST);
    told.retain(|(question, answer)| {
        let (question, answer) = (folded(question), folded(&stripped::line(answer)));
        let is_there = |words: &str| !words.is_empty() && text.contains(words);
        !is_there(&question) && !is_there(head(&answer, KNOWN)) && known.insert(question)
    });
    for (question, answer) in &told {
        writer.begin_kind(BlockKind::Heading(2));
        writer.text(question);
        writer.end_kind();
        stripped::write(writer, answer);
        writer.border();
    }
}
