//! Issuers: who *I* and *we* are in a text that somebody signs or puts out, as its end tells.
//!
//! A letter ends with a closing and a name under it; a press release ends with a paragraph about the body that puts it out. Everything
//! else says nothing of who writes.

use std::iter::successors;

use crate::doc::Document;
use crate::doc::block::{BlockId, BlockKind};
use crate::text::{cut, head, tail};

/// How many blocks from the end are looked at, and how many from the beginning.
const END: usize = 40;
const BEGINNING: usize = 4;

/// How many lines a signature has.
const SIGNATURE: usize = 3;

/// The longest line of a signature, and the longest block that is looked at, in bytes.
const LONGEST_LINE: usize = 60;
const LONGEST: usize = 400;

/// What a letter closes with, in small letters. From general knowledge of how letters are written.
const CLOSINGS: &[&str] = &[
    "sincerely",
    "sincerely yours",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "yours",
    "faithfully yours",
    "respectfully",
    "respectfully yours",
    "kind regards",
    "best regards",
    "warm regards",
    "regards",
    "with best wishes",
    "best wishes",
    "in solidarity",
    "signed",
];

/// Who a text speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Issuer {
    /// Who is *I*.
    pub(super) person: Option<String>,
    /// Who is *we*.
    pub(super) body: Option<String>,
}

impl Issuer {
    /// The issuer of a text; `None` where nothing tells. The cost is bounded.
    pub(super) fn of(document: &Document) -> Option<Self> {
        let last = document.len().saturating_sub(END);
        let end: Vec<_> = (last..document.len()).map(BlockId::new).collect();
        let signed = end.iter().rev().find_map(|&id| signature(document, id));
        signed.or_else(|| end.iter().rev().find_map(|&id| about(document, id)))
    }
}

/// The name under a closing: in the lines behind it, or in the next block.
fn signature(document: &Document, id: BlockId) -> Option<Issuer> {
    let text = short(document, id)?;
    let mut lines = lines_of(text);
    let closing = *lines.first()?;
    lines.remove(0);
    let word = closing.trim_end_matches([',', ':', '.']).to_lowercase();
    let is_closing = word.len() < closing.len() && CLOSINGS.contains(&word.as_str());
    let following = successors(Some(id.next()), |id| Some(id.next())).take(SIGNATURE);
    lines.extend(following.flat_map(|id| lines_of(short(document, id).unwrap_or_default())));
    let signed = lines
        .into_iter()
        .take(SIGNATURE)
        .take_while(|line| is_name(line));
    let mut names = signed.flat_map(|line| line.split(','));
    let person = names.next().map(str::trim).filter(|_| is_closing)?;
    let is_body = |name: &&str| is_name(name) && !is_office(name);
    let body = names.map(str::trim).find(is_body);
    is_name(person).then(|| Issuer {
        person: Some(person.to_owned()),
        body: body.or(Some(person)).map(str::to_owned),
    })
}

/// The lines of a text that are not blank.
fn lines_of(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).collect()
}

/// The body of `About Acme`, where the text begins with it too.
fn about(document: &Document, id: BlockId) -> Option<Issuer> {
    let kind = document.block(id)?.kind;
    let text = short(document, id)?;
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let name = tail(text, head_len(text, "about ")?);
    let is_title = matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph) && is_name(name);
    let opens = (0..id.index().min(BEGINNING)).any(|at| {
        let block = BlockId::new(at);
        short(document, block).is_some_and(|text| text.contains(name))
    });
    (is_title && opens).then(|| Issuer {
        person: None,
        body: Some(name.to_owned()),
    })
}

fn head_len(text: &str, start: &str) -> Option<usize> {
    let length = start.len();
    head(text, length.min(text.len()))
        .eq_ignore_ascii_case(start)
        .then_some(length)
}

/// The text of a block that is short enough to be a signature, a title or the beginning of an article.
fn short(document: &Document, id: BlockId) -> Option<&str> {
    let text = document.slice(document.block(id)?.span);
    Some(cut(text, 0..text.floor_char_boundary(LONGEST)))
}

/// Whether every word of a line that is no small one begins with a capital, as those of names do.
fn is_name(line: &str) -> bool {
    const SMALL: &[&str] = &["of", "the", "and", "for", "de", "von", "van", "&"];
    let is_part = |word: &str| word.starts_with(char::is_uppercase) || SMALL.contains(&word);
    !line.is_empty()
        && line.len() <= LONGEST_LINE
        && line.starts_with(char::is_uppercase)
        && !line.ends_with(['.', '?', '!', ':'])
        && line.split_whitespace().all(is_part)
}

/// Whether a line of a signature says what somebody is: `Chief Executive`.
fn is_office(line: &str) -> bool {
    const OFFICES: &[&str] = &[
        "chair",
        "chairman",
        "chairwoman",
        "chief",
        "ceo",
        "director",
        "executive",
        "founder",
        "head",
        "manager",
        "mayor",
        "minister",
        "officer",
        "president",
        "principal",
        "secretary",
        "treasurer",
    ];
    let mut words = line.split_whitespace();
    words.any(|word| OFFICES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::format::Format;

    #[track_caller]
    fn check(text: &str, person: Option<&str>, body: Option<&str>) {
        let document = Document::read(text.to_owned(), Format::Text);
        let found = Issuer::of(&document);
        let found = found.map_or((None, None), |it| (it.person, it.body));
        let expected = (person.map(str::to_owned), body.map(str::to_owned));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_letter_is_signed() {
        let letter = "Dear neighbours,\n\nWe will mend the road.\n\n";
        for (end, person, body) in [
            ("Sincerely,\nAnna Low", "Anna Low", "Anna Low"),
            ("Yours faithfully,\n\nAnna Low", "Anna Low", "Anna Low"),
            (
                "Kind regards,\nAnna Low\nChief Executive, Kent Water",
                "Anna Low",
                "Kent Water",
            ),
        ] {
            check(&format!("{letter}{end}\n"), Some(person), Some(body));
        }
        check(
            &format!("{letter}Sincerely yours, as they say.\n"),
            None,
            None,
        );
        check(
            &format!("{letter}Regards,\nthe people of the road\n"),
            None,
            None,
        );
    }

    #[test]
    fn a_press_release_is_about_who_puts_it_out() {
        let release = "Kent Water opens its books\n\nKent Water said so on Monday.\n\nWe will publish every bill.\n\n";
        check(
            &format!("{release}About Kent Water\n\nKent Water has pipes.\n"),
            None,
            Some("Kent Water"),
        );
        check(
            &format!("{release}About Anna Low\n\nShe has books.\n"),
            None,
            None,
        );
        check(
            &format!("{release}About the author\n\nShe has books.\n"),
            None,
            None,
        );
    }
}
