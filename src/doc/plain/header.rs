//! The header of a message: the fields that mail, and readers of feeds for their pagers, put before a text.
//!
//! ```text
//! From: Ann Lee <ann@example.org>        Feed: The Harbour
//! Subject: Who pays for the ferry?       Title: Who pays for the ferry?
//! Date: Thu, 26 Nov 2026 03:00:00 +0000  Link: https://example.org/ferry
//! ```
//!
//! After RFC 5322: a name, a colon and a value, which goes on in lines that begin with space, up to the first blank line. Each name
//! has to be one that mail or newsboat writes, and one of them that of a title, so that no dialogue is taken for a header.

use super::line::Line;
use crate::doc::meta::Meta;
use crate::text::date;
use crate::text::span::Span;

/// Fields that name a text.
const TITLES: &[&str] = &["subject", "title"];

/// Fields that name who wrote it.
const AUTHORS: &[&str] = &["author", "from"];

/// Every other field that tells of it.
const OTHERS: &[&str] = &[
    "bcc", "cc", "date", "feed", "flags", "link", "reply-to", "sender", "to", "x-label",
];

/// What the names of fields begin with that are for machines.
const TECHNICAL: &[&str] = &[
    "arc-",
    "authentication-",
    "content-",
    "delivered-",
    "dkim-",
    "in-reply-",
    "list-",
    "lines",
    "message-",
    "mime-",
    "podcast ",
    "precedence",
    "received",
    "references",
    "return-",
    "status",
    "user-",
    "x-",
];

/// Most fields that are read.
const MOST: usize = 200;

/// The header of a message.
pub(super) struct Header<'l> {
    fields: Vec<Field<'l>>,
    /// The lines of the text below it.
    pub(super) below: &'l [Line],
    text: &'l str,
}

/// A field of a header.
#[derive(Clone, Copy)]
pub(super) struct Field<'l> {
    name: &'l str,
    /// Its lines, of which the first has the name before the value.
    lines: &'l [Line],
    /// Where its value begins, in bytes.
    value: u32,
}

impl<'l> Header<'l> {
    /// The header at the top of a text of these lines.
    pub(super) fn of(text: &'l str, lines: &'l [Line]) -> Option<Self> {
        let blank = lines.iter().take_while(|line| line.is_blank()).count();
        let mut rest = lines.get(blank..).unwrap_or_default();
        if rest
            .first()
            .is_some_and(|line| is_postmark(line.words(text)))
        {
            rest = rest.get(1..).unwrap_or_default();
        }
        let mut fields = Vec::new();
        while let Some(first) = rest.first().filter(|line| !line.is_blank()) {
            let more = rest.iter().skip(1);
            let count = 1 + more.take_while(|line| line.indent > 0).count();
            let (lines, below) = rest.split_at(count);
            fields.push(Field::of(text, *first, lines).filter(|_| fields.len() < MOST)?);
            rest = below;
        }
        let has = |names: &[&str]| {
            fields
                .iter()
                .any(|field: &Field<'_>| field.is_one_of(names))
        };
        (has(TITLES) && (has(AUTHORS) || has(OTHERS))).then_some(Self {
            fields,
            below: rest,
            text,
        })
    }

    /// The fields to be read; those for machines are not.
    pub(super) fn shown(&self) -> Vec<Field<'l>> {
        let is_shown = |field: &&Field<'_>| !field.is_technical() && !field.is_empty();
        self.fields.iter().filter(is_shown).copied().collect()
    }

    /// What the fields say of the text.
    pub(super) fn meta(&self) -> Meta {
        let value = |names| self.value(names);
        Meta {
            title: value(TITLES),
            byline: value(AUTHORS).map(|author| name_of(&author).to_owned()),
            published: value(&["date"]).and_then(|date| date::day_in(&date)),
            publisher: value(&["feed"]),
            url: value(&["link"])
                .filter(|it| it.starts_with("https://") || it.starts_with("http://")),
            ..Meta::default()
        }
    }

    fn value(&self, names: &[&str]) -> Option<String> {
        let mut fields = self.fields.iter();
        let field = fields.find(|field| field.is_one_of(names) && !field.is_empty())?;
        let words = field
            .from(field.value)
            .map(|it| crate::text::cut(self.text, it.range()));
        Some(words.collect::<Vec<_>>().join(" "))
    }
}

impl<'l> Field<'l> {
    fn of(text: &'l str, first: Line, lines: &'l [Line]) -> Option<Self> {
        let words = first.words(text);
        let (name, behind) = words.split_once(':')?;
        let value = behind.trim_start();
        let field = Self {
            name,
            lines,
            value: first.span.end - crate::text::num::offset(value.len()),
        };
        let is_known = [TITLES, AUTHORS, OTHERS]
            .iter()
            .any(|names| field.is_one_of(names));
        (first.indent == 0 && (is_known || field.is_technical())).then_some(field)
    }

    /// Whether it names the text.
    pub(super) fn is_title(&self) -> bool {
        self.is_one_of(TITLES)
    }

    /// Where it begins, in bytes.
    pub(super) fn start(&self) -> u32 {
        self.lines
            .first()
            .map_or(self.value, |line| line.span.start)
    }

    /// What is seen of it, line by line: a title has no name before it.
    pub(super) fn pieces(&self) -> impl Iterator<Item = Span> {
        let start = if self.is_title() {
            self.value
        } else {
            self.start()
        };
        self.from(start)
    }

    /// Its lines from the byte `start` on, which is in the first.
    fn from(&self, start: u32) -> impl Iterator<Item = Span> {
        let first = self
            .lines
            .first()
            .map(|line| Span::new(start, line.span.end));
        let more = self.lines.iter().skip(1).map(|line| line.span);
        first.into_iter().chain(more)
    }

    fn is_empty(&self) -> bool {
        self.from(self.value).all(Span::is_empty)
    }

    fn is_one_of(&self, names: &[&str]) -> bool {
        names
            .iter()
            .any(|name| self.name.eq_ignore_ascii_case(name))
    }

    fn is_technical(&self) -> bool {
        TECHNICAL.iter().any(|beginning| {
            let name = self.name.get(..beginning.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(beginning))
        })
    }
}

/// Whether a line parts the messages of a mailbox: `From ann@example.org Thu Nov 26 03:00:00 2026`.
fn is_postmark(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next() == Some("From")
        && words
            .next()
            .is_some_and(|from| from.contains('@') || from.contains('-'))
        && words.next_back().is_some_and(|year| year.len() == 4)
}

/// The name in an address: `Ann Lee` of `"Ann Lee" <ann@example.org>`; without a name all of it.
fn name_of(author: &str) -> &str {
    let name = author.split('<').next().unwrap_or_default();
    match name.trim_matches([' ', '"']) {
        "" => author.trim_matches(['<', '>']),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    fn read(text: &str) -> Option<(Meta, Vec<String>)> {
        let lines = lines(text);
        let header = Header::of(text, &lines)?;
        let name = |field: &Field<'_>| field.name.to_owned();
        Some((header.meta(), header.shown().iter().map(name).collect()))
    }

    #[test]
    fn mail_says_who_writes_and_when() {
        let mail = "From ann@example.org Thu Nov 26 03:00:00 2026\nReceived: by a\n  for b\nFROM: \"Ann Lee\" <ann@example.org>\nTo: Bo\nDate: Thu, 26 Nov 2026 03:00:00 +0100\nSubject: Who pays\n for the ferry?\nX-Spam: no\n\nWords.\n";
        let (meta, shown) = read(mail).unwrap();
        assert_eq!(
            meta,
            Meta {
                title: Some("Who pays for the ferry?".to_owned()),
                byline: Some("Ann Lee".to_owned()),
                published: Some("2026-11-26".to_owned()),
                ..Meta::default()
            }
        );
        assert_eq!(shown, ["FROM", "To", "Date", "Subject"]);
    }

    #[test]
    fn a_feed_reader_says_where_it_stands() {
        let item = "Feed: The Harbour\nTitle: Ferries\nAuthor: \nDate: Thu, 26 Nov 2026 03:00:00 +0000\nLink: https://example.org/1\n\nWords.";
        let (meta, shown) = read(item).unwrap();
        assert_eq!(
            meta,
            Meta {
                title: Some("Ferries".to_owned()),
                published: Some("2026-11-26".to_owned()),
                publisher: Some("The Harbour".to_owned()),
                url: Some("https://example.org/1".to_owned()),
                ..Meta::default()
            }
        );
        assert_eq!(shown, ["Feed", "Title", "Date", "Link"]);
    }

    #[test]
    fn dialogue_and_copy_have_no_header() {
        for text in [
            "",
            "Title: Ferries\n\nWords.",
            "Q: Who pays?\nA: Nobody.\n",
            "From: here\nTo: there\n\nWords.",
            "Title: Ferries\nDate: today\nWords go on here.\n",
            "Subject: x\nHOLT: Yes.\n\n",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_address_without_a_name_is_one() {
        for (author, name) in [
            ("Ann Lee <a@example.org>", "Ann Lee"),
            ("<a@example.org>", "a@example.org"),
            ("a@example.org", "a@example.org"),
            ("", ""),
        ] {
            assert_eq!(name_of(author), name);
        }
    }
}
