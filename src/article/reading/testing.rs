//! What the tests of a reading share: a plain text in, and a look at as much of its reading as they ask for.

use super::Reading;
use super::mention::{Mention, mentions};
use super::name::{Vocabulary, names};
use super::passage::{Passage, passages};
use super::people::Meaning;
use super::token::Tokens;
use crate::article::chapter::Chapter;
use crate::doc::Document;
use crate::doc::format::Format;

/// Looks at the first passage of a text, with what the text tells of its words.
pub(in crate::article) fn passage<T>(
    text: &str,
    look: impl FnOnce(&Passage<'_>, &Vocabulary<'_>) -> T,
) -> T {
    let document = Document::read(text.to_owned(), Format::Text);
    let chapter = Chapter::whole(&document);
    let passage = passages(&chapter).next().expect("a text has a passage");
    let mut vocabulary = Vocabulary::new(chapter.glossary());
    vocabulary.read(&passage);
    look(&passage, &vocabulary)
}

/// Looks at the mentions in the narration of the first passage of a text.
pub(super) fn narration<T>(text: &str, look: impl FnOnce(Tokens<'_>, &[Mention]) -> T) -> T {
    passage(text, |passage, vocabulary| {
        let tokens = passage.told();
        let names: Vec<_> = names(tokens, vocabulary, false).collect();
        look(tokens, &mentions(tokens, &names))
    })
}

/// Looks at all that is read of a text.
pub(super) fn reading<T>(text: &str, look: impl FnOnce(&Reading<'_>) -> T) -> T {
    let document = Document::read(text.to_owned(), Format::Text);
    let chapter = Chapter::whole(&document);
    look(&Reading::of(&chapter))
}

/// Whom each mention of the last passage means that means anybody, with `?` behind a guess.
pub(super) fn meant(text: &str) -> Vec<String> {
    let shown = |reading: &Reading<'_>, meaning: &Meaning| {
        let figure = reading.people.figure(meaning.figure)?;
        let doubt = if meaning.is_guess { "?" } else { "" };
        Some(format!("{}{doubt}", figure.name))
    };
    reading(text, |reading| {
        let last = reading.scenes.last();
        let meanings = last.map_or(&[][..], |scene| &scene.meanings);
        let meanings = meanings.iter().flatten();
        meanings.filter_map(|it| shown(reading, it)).collect()
    })
}
