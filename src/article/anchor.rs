//! Anchors: places that are found again by what stands around them, whatever has become of the rest.

use memchr::memmem;

use crate::doc::Document;
use crate::text::num;
use crate::text::span::Span;

/// Bytes of the text that are kept before a place.
const BEFORE: u32 = 48;

/// Bytes that are kept behind it.
const BEHIND: u32 = 96;

/// A place in a text, with the text around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// The byte it was at.
    pub at: u32,
    /// What stood before it.
    pub before: String,
    /// What stood behind it.
    pub behind: String,
}

impl Anchor {
    /// The anchor of a byte of the reading text.
    pub fn of(document: &Document, at: u32) -> Self {
        let at = document.char_start(at);
        let from = document.char_start(at.saturating_sub(BEFORE));
        let to = document.char_start(at.saturating_add(BEHIND));
        Self {
            at,
            before: document.excerpt(Span::new(from, at)).into_owned(),
            behind: document.excerpt(Span::new(at, to.max(at))).into_owned(),
        }
    }

    /// Where it is now: where it was, or else where the same words stand nearest to that. Until all of the text is there it is looked
    /// for in its place alone. Linear in the text.
    pub fn find(&self, document: &Document) -> Option<u32> {
        if self.is_at(document, self.at) {
            return Some(self.at);
        }
        if !document.is_whole() {
            return None;
        }
        let behind = self.nearest(document, &self.behind);
        let before = || {
            let at = self.nearest(document, &self.before)?;
            Some(at + num::offset(self.before.len()))
        };
        behind.or_else(before)
    }

    fn is_at(&self, document: &Document, at: u32) -> bool {
        let start = at.saturating_sub(num::offset(self.before.len()));
        let end = at.saturating_add(num::offset(self.behind.len()));
        let around = document.excerpt(Span::new(start, end.min(document.bytes()).max(start)));
        around.len() == self.before.len() + self.behind.len()
            && around.starts_with(&self.before)
            && around.ends_with(&self.behind)
    }

    /// The place nearest to where it was at which `words` stand in one piece of the text.
    fn nearest(&self, document: &Document, words: &str) -> Option<u32> {
        if words.trim().is_empty() {
            return None;
        }
        let finder = memmem::Finder::new(words.as_bytes());
        let places = document.pieces().flat_map(|(start, text)| {
            let found = finder.find_iter(text.as_bytes());
            found
                .map(move |at| start + num::offset(at))
                .collect::<Vec<_>>()
        });
        places.min_by_key(|at| at.abs_diff(self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    const TEXT: &str = "Ann left the harbour in June, before the ice came and the ferries were laid up for good.\n\nNobody saw her leave but Bo, \
        who was mending nets on the quay that morning and said nothing.\n\nThe end.\n";

    /// An anchor at some words of [`TEXT`], and what is found of it in another text.
    #[track_caller]
    fn check(words: &str, new: &str, expected: Option<&str>) {
        let document = |text: &str| Document::read(text.to_owned(), Format::Markdown);
        let at = num::offset(TEXT.find(words).unwrap());
        let anchor = Anchor::of(&document(TEXT), at);
        let found = anchor.find(&document(new));
        let expected = expected.map(|words| num::offset(new.find(words).unwrap()));
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn a_place_is_found_by_what_stands_around_it() {
        check("Nobody", TEXT, Some("Nobody"));
        let longer = format!("# A new beginning\n\nSome words more.\n\n{TEXT}");
        check("Nobody", &longer, Some("Nobody"));
        check("Ann", &longer, Some("Ann"));
        check("The end", &format!("{TEXT}And more.\n"), Some("The end"));
        check(
            "Nobody",
            &TEXT.replace("Nobody saw", "Everybody saw"),
            Some("Everybody"),
        );
        check("Nobody", "Another text.\n", None);
        check("Nobody", "", None);
    }

    #[test]
    fn of_the_same_words_those_count_that_are_nearest() {
        let document = |text: &str| Document::read(text.to_owned(), Format::Markdown);
        let anchor = Anchor::of(&document(TEXT), num::offset(TEXT.find("The end").unwrap()));
        let new = format!("The end.\n\n{TEXT}");
        let last = new.rfind("The end").map(num::offset);
        assert_eq!(anchor.find(&document(&new)), last);
    }
}
