//! The guard: what of a page is given to the parser.
//!
//! A parser after the rules of browsers takes time with the square of how deep elements stand in each other, and of how many
//! attributes a tag has. So tags are read once before: what would stand too deep is let flow into what is around it, attributes
//! beyond a number are left out, and so is everything that is never text. A page that would cost too much even then is refused.

use std::collections::HashMap;

use super::tag;
use crate::text::{cut, tail};

/// How deep elements may stand in each other, those left out that close themselves.
const DEEPEST: usize = 100;

/// Attributes of a tag.
const MOST_ATTRIBUTES: usize = 60;

/// The longest value of an attribute, in bytes: longer ones are data.
const LONGEST_VALUE: usize = 16 * 1024;

/// The longest page that is taken apart, in bytes.
const LONGEST: usize = 24 * 1024 * 1024;

/// How many tags and bytes of text there may be, each counted as often as elements stand around it: what taking the page apart costs.
const MOST_TAGS: usize = 1_500_000;
const MOST_TEXT: usize = 60_000_000;

/// Elements that are left out with all they contain.
const DROPPED: &[&str] = &[
    "canvas", "iframe", "noembed", "noframes", "noscript", "object", "script", "style", "svg",
    "template", "textarea",
];

/// Elements whose content has no tags.
const RAW: &[&str] = &[
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// How a page is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Markup {
    #[default]
    Html,
    /// A tag that ends with a slash closes itself.
    Xml,
}

impl Markup {
    /// How a page is written that begins so.
    pub(super) fn of(html: &str) -> Self {
        if html.trim_start().starts_with("<?xml") {
            Self::Xml
        } else {
            Self::Html
        }
    }
}

/// The page as it can be parsed; `None` when that would cost too much.
pub(super) fn tame(html: &str, markup: Markup) -> Option<String> {
    if html.len() > LONGEST {
        return None;
    }
    let mut guard = Guard {
        html,
        markup,
        ..Guard::default()
    };
    while guard.at < html.len() {
        guard.step();
        if guard.tags > MOST_TAGS || guard.text > MOST_TEXT {
            return None;
        }
    }
    Some(guard.out)
}

/// How long the declarations are that stand in brackets in one of a document’s kind: `<!DOCTYPE html [ <!ENTITY …> ]>`.
fn entities(declaration: &str) -> usize {
    let before = |sign: u8| memchr::memchr(sign, declaration.as_bytes());
    let is_open = before(b'[').is_some_and(|open| before(b'>').is_none_or(|end| open < end));
    let is_kind = declaration
        .get(2..9)
        .is_some_and(|it| it.eq_ignore_ascii_case("doctype"));
    before(b']')
        .filter(|_| is_open && is_kind)
        .unwrap_or_default()
}

/// Reads tags one by one.
#[derive(Default)]
struct Guard<'a> {
    html: &'a str,
    markup: Markup,
    at: usize,
    out: String,
    /// The elements that are open, each with whether its tag was given on.
    open: Vec<(Name, bool)>,
    /// How many of each are open.
    count: HashMap<Name, usize>,
    /// How many of the open elements were given on.
    depth: usize,
    /// The element that is left out, and how many of its name stand in each other.
    dropped: Option<(Name, usize)>,
    tags: usize,
    text: usize,
    /// Text since the last tag that was given on.
    run: usize,
}

/// The name of an element in small letters, as far as it tells elements apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Name {
    bytes: [u8; 15],
    len: u8,
}

impl Name {
    fn of(name: &str) -> Self {
        let mut bytes = [0; 15];
        for (to, from) in bytes.iter_mut().zip(name.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        Self {
            bytes,
            len: u8::try_from(name.len().min(15)).unwrap_or(15),
        }
    }

    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.len.into()).unwrap_or_default();
        str::from_utf8(bytes).unwrap_or_default()
    }
}

impl Guard<'_> {
    /// Reads the text up to a tag, and the tag.
    fn step(&mut self) {
        let rest = tail(self.html, self.at);
        let text = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        self.give(self.at..self.at + text);
        self.weigh(crate::text::head(rest, text));
        self.at += text;
        let rest = tail(self.html, self.at);
        match rest.as_bytes() {
            [b'<', b'!', b'-', b'-', ..] => self.at += comment(rest),
            [b'<', b'!' | b'?', ..] => self.declaration(rest),
            [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => self.closing(rest),
            [b'<', b'/', _, ..] => {
                self.at += memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
            }
            [b'<', first, ..] if first.is_ascii_alphabetic() => self.opening(rest),
            [_, ..] => {
                self.give(self.at..self.at + 1);
                self.at += 1;
            }
            [] => {}
        }
    }

    fn give(&mut self, range: std::ops::Range<usize>) {
        if self.dropped.is_none() {
            self.out.push_str(cut(self.html, range));
        }
    }

    /// Counts what a stretch of text costs. Each sign that has to be written as an entity costs the text behind it.
    fn weigh(&mut self, text: &str) {
        let signs = memchr::memchr_iter(b'&', text.as_bytes()).count();
        self.run += text.len();
        self.text += text.len() * self.depth.max(1) + signs * self.run / 64;
    }

    fn declaration(&mut self, rest: &str) {
        let start = entities(rest);
        let end = memchr::memchr(b'>', tail(rest, start).as_bytes());
        let end = end.map_or(rest.len(), |at| start + at + 1);
        if self.out.trim().is_empty()
            && rest
                .get(2..9)
                .is_some_and(|word| word.eq_ignore_ascii_case("doctype"))
        {
            self.out.push_str("<!doctype html>");
        }
        self.at += end;
    }

    fn opening(&mut self, rest: &str) {
        let tag = Tag::read(rest);
        self.at += tag.end;
        if !tag.is_whole {
            return; // the page ends in a tag, which no browser shows
        }
        let name = Name::of(tag.name);
        let is_empty = tag.attributes.ends_with('/');
        if let Some((dropped, depth)) = &mut self.dropped {
            *depth += usize::from(*dropped == name && !is_empty);
            return;
        }
        let is_data = name.as_str() == "script" && tag.attributes.contains("ld+json");
        let is_dropped = DROPPED.contains(&name.as_str()) && !is_data;
        let is_raw = RAW.contains(&name.as_str());
        match self.markup {
            Markup::Xml if is_empty && is_dropped => {}
            Markup::Xml if is_empty => self.push_empty(&tag),
            _ if is_dropped && is_raw => self.at += raw(tail(self.html, self.at), tag.name),
            _ if is_dropped && is_empty => {}
            _ if is_dropped => self.dropped = Some((name, 1)),
            _ if name.as_str() == "plaintext" => {}
            _ => {
                self.push(name, &tag);
                if is_raw {
                    self.give_raw(name, tag.name);
                }
            }
        }
    }

    /// Gives on what an element holds in which nothing is a tag, and its end.
    fn give_raw(&mut self, name: Name, written: &str) {
        let end = self.at + raw(tail(self.html, self.at), written);
        self.give(self.at..end);
        self.at = end;
        if let Some((_, true)) = self.pop(name) {
            self.depth -= 1;
            self.out.push_str("</");
            self.out.push_str(name.as_str());
            self.out.push('>');
        }
    }

    /// Gives a tag on unless it stands too deep.
    fn push(&mut self, name: Name, tag: &Tag<'_>) {
        let counts = !tag::is_void(name.as_str()) && !tag::closes_itself(name.as_str());
        let is_given = !counts || self.depth < DEEPEST;
        if is_given {
            self.tags += self.depth.max(1);
            self.run = 0;
            self.out.push('<');
            self.out.push_str(tag.name);
            self.out.push_str(&tag.attributes);
            self.out.push('>');
        } else {
            self.out.push(' '); // words stay apart
        }
        if counts {
            self.depth += usize::from(is_given);
            self.open.push((name, is_given));
            *self.count.entry(name).or_default() += 1;
        }
    }

    /// Gives a tag on that closes itself.
    fn push_empty(&mut self, tag: &Tag<'_>) {
        let attributes = tag.attributes.trim_end_matches('/');
        let end = if tag::is_void(&tag.name.to_ascii_lowercase()) {
            String::new()
        } else {
            format!("</{}>", tag.name)
        };
        self.tags += self.depth.max(1);
        for piece in ["<", tag.name, attributes, ">", &end] {
            self.out.push_str(piece);
        }
    }

    fn closing(&mut self, rest: &str) {
        let tag = Tag::read(tail(rest, 1));
        self.at += 1 + tag.end;
        let name = Name::of(tag.name);
        if let Some((dropped, depth)) = &mut self.dropped {
            *depth -= usize::from(*dropped == name);
            if *depth == 0 {
                self.dropped = None;
            }
            return;
        }
        let is_given = tag::closes_itself(name.as_str()) || self.close(name);
        if is_given && tag.is_whole {
            self.out.push_str("</");
            self.out.push_str(tag.name);
            self.out.push('>');
        }
    }

    /// Takes the elements that a closing tag closes from those that are open. Whether its own was given on.
    fn close(&mut self, name: Name) -> bool {
        let Some((at, is_given)) = self.find(name) else {
            return false;
        };
        if tag::is_style(name.as_str()) {
            self.open.remove(at);
            self.forget(name, is_given);
        } else {
            while self.open.len() > at
                && let Some((name, is_given)) = self.open.pop()
            {
                self.forget(name, is_given);
            }
        }
        is_given
    }

    fn pop(&mut self, name: Name) -> Option<(Name, bool)> {
        let last = self.open.pop_if(|(last, _)| *last == name)?;
        *self.count.entry(name).or_default() -= 1;
        Some(last)
    }

    fn forget(&mut self, name: Name, is_given: bool) {
        self.depth -= usize::from(is_given);
        *self.count.entry(name).or_default() -= 1;
    }

    /// The innermost open element of this name that a closing tag here would close.
    fn find(&self, name: Name) -> Option<(usize, bool)> {
        if self.count.get(&name).is_none_or(|&count| count == 0) {
            return None;
        }
        let is_inline = tag::is_inline(name.as_str());
        for (at, &(open, is_given)) in self.open.iter().enumerate().rev() {
            if open == name {
                return Some((at, is_given));
            }
            let shields = tag::is_scope(open.as_str()) && !tag::is_scope(name.as_str());
            let is_border =
                is_inline && !tag::is_inline(open.as_str()) && !tag::is_style(name.as_str());
            if shields || is_border {
                return None;
            }
        }
        None
    }
}

/// A tag as it stands in the page, from its first sign on.
struct Tag<'a> {
    name: &'a str,
    /// What follows the name, as far as it is taken.
    attributes: String,
    /// Where it ends.
    end: usize,
    is_whole: bool,
}

impl<'a> Tag<'a> {
    fn read(rest: &'a str) -> Self {
        let bytes = rest.as_bytes();
        let mut at = 1 + count(bytes, 1, is_name);
        let mut tag = Self {
            name: cut(rest, 1..at),
            attributes: String::new(),
            end: rest.len(),
            is_whole: false,
        };
        let mut attributes = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte == b'>' {
                tag.end = at + 1;
                tag.is_whole = true;
                break;
            }
            let end = match byte {
                b'=' => value(rest, at + 1),
                byte if is_blank(byte) || byte == b'/' => at + 1,
                _ => {
                    attributes += 1;
                    at + 1 + count(bytes, at + 1, |byte| is_name(byte) && byte != b'=')
                }
            };
            if attributes <= MOST_ATTRIBUTES && end - at <= LONGEST_VALUE {
                tag.attributes.push_str(cut(rest, at..end));
            }
            at = end;
        }
        tag
    }
}

/// Where the value of an attribute ends that begins at `at` or behind the blanks there.
fn value(rest: &str, at: usize) -> usize {
    let bytes = rest.as_bytes();
    let start = at + count(bytes, at, is_blank);
    match bytes.get(start) {
        Some(&quote @ (b'"' | b'\'')) => {
            let inner = bytes.get(start + 1..).unwrap_or_default();
            memchr::memchr(quote, inner).map_or(rest.len(), |end| start + 2 + end)
        }
        _ => start + count(bytes, start, |byte| !is_blank(byte) && byte != b'>'),
    }
}

/// How many bytes from `at` on are such.
fn count(bytes: &[u8], at: usize, is_such: impl Fn(u8) -> bool) -> usize {
    bytes
        .iter()
        .skip(at)
        .take_while(|&&byte| is_such(byte))
        .count()
}

fn is_name(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'>' | b'/')
}

fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

/// The length of a comment.
fn comment(rest: &str) -> usize {
    if rest.starts_with("<!-->") {
        return 5;
    }
    memchr::memmem::find(rest.as_bytes(), b"-->").map_or(rest.len(), |at| at + 3)
}

/// How far the content of an element without tags goes, and its closing tag.
fn raw(rest: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) =
        memchr::memmem::find(rest.as_bytes().get(at..).unwrap_or_default(), b"</")
    {
        let after = tail(rest, at + found + 2);
        if after
            .get(..name.len())
            .is_some_and(|end| end.eq_ignore_ascii_case(name))
        {
            return at + found;
        }
        at += found + 2;
    }
    rest.len()
}
