//! Answers that a page holds in its data alone, for its scripts to show.

use std::collections::HashSet;

use dom_query::Document;

use super::super::block::BlockKind;
use super::json_ld;
use super::questions::folded;
use super::stripped;
use super::writer::Writer;

/// Answers that are written.
const MOST: usize = 500;

/// Writes the questions and answers of the data where the article has none of them, and less text than they are.
pub(super) fn write(writer: &mut Writer, page: &Document, article: &Document) {
    let mut known = HashSet::new();
    let mut told = json_ld::answers(page);
    told.retain(|(question, _)| known.insert(folded(question)));
    told.truncate(MOST);
    let text = folded(&article.text());
    let length: usize = told.iter().map(|(_, answer)| answer.len()).sum();
    if text.len() > length
        || known
            .iter()
            .any(|question| text.contains(question.as_str()))
    {
        return;
    }
    for (question, answer) in &told {
        writer.begin_kind(BlockKind::Heading(2));
        writer.text(question);
        writer.end_kind();
        stripped::write(writer, answer);
        writer.border();
    }
}
