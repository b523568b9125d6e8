//! The label of a block: what [`text::label`](crate::text::label) reads, and names that only their type or place tells.
//!
//! ```text
//! Ann Lee: Why now?         a label and a colon
//! Ann Lee  0:12             a line of its own above the words: with a colon or a time, in bold or in capitals
//! **AL** Why now?           initials in bold
//! ```

use crate::doc::Document;
use crate::doc::block::BlockId;
use crate::doc::run::{Marks, Run, Shown};
use crate::text::label::{Label, is_name_alone};

/// Most letters of initials.
const MOST_INITIALS: usize = 4;

/// The label that a block begins with, whose visible text is `text` but for the space around it. One that ends with the block stands
/// above the words of the next.
pub(in crate::article) fn label<'a>(
    document: &Document,
    id: BlockId,
    text: &'a str,
) -> Option<Label<'a>> {
    Label::of(text)
        .or_else(|| Label::alone(text))
        .or_else(|| initials(document, id, text))
        .or_else(|| name(document, id, text))
}

/// Whether a label is all there is of a text.
pub(in crate::article) fn is_alone(label: &Label<'_>, text: &str) -> bool {
    label.end >= text.len()
}

/// A name that is a line of its own, in bold or in capitals.
fn name<'a>(document: &Document, id: BlockId, text: &'a str) -> Option<Label<'a>> {
    let is_set = || !text.contains(char::is_lowercase) || bold_words(document, id) >= text.len();
    (is_name_alone(text) && is_set()).then_some(Label {
        name: text,
        role: None,
        part: None,
        start: 0,
        end: text.len(),
    })
}

/// Initials in bold before words that are not.
fn initials<'a>(document: &Document, id: BlockId, text: &'a str) -> Option<Label<'a>> {
    let (name, words) = text.split_once(' ')?;
    let is_short = (2..=MOST_INITIALS).contains(&name.chars().count());
    let is_name = is_short && name.chars().all(char::is_uppercase);
    (is_name && bold_words(document, id) == name.len()).then_some(Label {
        name,
        role: None,
        part: None,
        start: 0,
        end: text.len() - words.len(),
    })
}

/// How many bytes of the text of a block are bold, from its beginning on.
fn bold_words(document: &Document, id: BlockId) -> usize {
    let runs = document.runs(id).iter();
    runs.take_while(|run| is_bold(run))
        .map(|run| document.shown(run).trim_end().len())
        .sum()
}

fn is_bold(run: &Run) -> bool {
    run.shown == Shown::Source && run.marks.contains(Marks::STRONG)
}
