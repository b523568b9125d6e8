//! HTML inside Markdown: its tags are left out, its text is kept.
//!
//! Not a reader of web pages: just enough to know what of a raw HTML block is text. Unclosed comments and tags swallow their
//! block, as they do in a browser, and no more.

mod attribute;

use std::ops::Range;

pub(super) use attribute::Tag;

use super::block::BlockKind;

/// A part of a line of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Visible text.
    Text(Range<usize>),
    /// What may be an entity: `&amp;`, `&#38;`.
    Entity(Range<usize>),
    /// White space between words.
    Space(Range<usize>),
    /// The border of a block element, at this byte.
    Border(usize),
    /// A block of this kind begins with the text that follows.
    Begin(BlockKind),
    /// A tag that stands in one line.
    Tag(Range<usize>),
}

/// Where in the markup a line of HTML starts; kept from one line of a block to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags {
    state: State,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    Tag,
    Comment,
    /// Inside an element whose content is never shown; what its end looks like.
    Hidden(&'static str),
}

/// Elements that flow with the text around them; every other begins a block of its own.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
];

/// Elements whose content is not text, and how they end.
const HIDDEN: &[(&str, &str)] = &[
    ("script", "</script"),
    ("style", "</style"),
    ("template", "</template"),
    ("svg", "</svg"),
    ("head", "</head"),
];

/// The longest entity, in bytes: HTML has names of 31 letters.
const LONGEST_ENTITY: usize = 36;

impl Tags {
    /// The parts of one line, or of several.
    pub(super) fn strip(&mut self, html: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut at = 0;
        while at < html.len() {
            let rest = crate::text::tail(html, at);
            at += match self.state {
                State::Text => self.text(rest, at, &mut parts),
                State::Tag => self.skip(rest, ">"),
                State::Comment => self.skip(rest, "-->"),
                State::Hidden(end) => self.hidden(rest, end),
            };
        }
        parts
    }

    /// Reads text up to the next tag and the tag's name; returns how many bytes that were.
    fn text(&mut self, rest: &str, at: usize, parts: &mut Vec<Part>) -> usize {
        let length = tag_start(rest).unwrap_or(rest.len());
        push_words(crate::text::head(rest, length), at, parts);
        let tag = crate::text::tail(rest, length);
        if tag.starts_with("<!--") {
            self.state = State::Comment;
            return length + 4;
        }
        let name = tag.trim_start_matches(['<', '/']);
        let name: String = name
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if tag.is_empty() {
            return length;
        }
        self.state = State::Tag;
        if !INLINE.contains(&name.as_str()) {
            parts.push(Part::Border(at + length));
        }
        if let Some(kind) = begun(&name).filter(|_| !tag.starts_with("</")) {
            parts.push(Part::Begin(kind));
        }
        if let Some(end) = tag.find('>') {
            parts.push(Part::Tag(at + length..at + length + end + 1));
        }
        if let Some(&(_, end)) = HIDDEN
            .iter()
            .find(|(hidden, _)| *hidden == name && !tag.starts_with("</") && !is_empty(tag))
        {
            self.state = State::Hidden(end);
        }
        length + 1
    }

    fn skip(&mut self, rest: &str, end: &str) -> usize {
        let Some(at) = rest.find(end) else {
            return rest.len();
        };
        self.state = State::Text;
        at + end.len()
    }

    fn hidden(&mut self, rest: &str, end: &str) -> usize {
        let is_end = |&(at, _): &(usize, &str)| {
            crate::text::cut(rest, at..at + end.len()).eq_ignore_ascii_case(end)
        };
        let Some((at, _)) = rest.match_indices("</").find(is_end) else {
            return rest.len();
        };
        self.state = State::Tag;
        at + end.len()
    }
}

/// What kind of block an element begins, other than a paragraph.
fn begun(name: &str) -> Option<BlockKind> {
    match name {
        "summary" | "dt" => Some(BlockKind::Term),
        _ => {
            let level = name.strip_prefix('h')?.parse().ok()?;
            (1..=6)
                .contains(&level)
                .then_some(BlockKind::Heading(level))
        }
    }
}

/// Whether an inline tag is a line break.
pub(super) fn is_line_break(tag: &str) -> bool {
    let tag = tag.trim_start_matches('<');
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next();
    name.is_some_and(|name| name.eq_ignore_ascii_case("br"))
}

/// Whether the element that begins with `tag` ends with it too: `<svg/>`.
fn is_empty(tag: &str) -> bool {
    tag.find('>')
        .is_some_and(|end| crate::text::head(tag, end).ends_with('/'))
}

/// Where the next `<` stands that begins a tag, an end tag, a comment or a declaration.
fn tag_start(text: &str) -> Option<usize> {
    let begins = |&(at, _): &(usize, &str)| {
        crate::text::tail(text, at + 1)
            .starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
    };
    text.match_indices('<').find(begins).map(|(at, _)| at)
}

fn push_words(text: &str, base: usize, parts: &mut Vec<Part>) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        let end = start + words.len();
        if at < start {
            parts.push(Part::Space(base + at..base + start));
        }
        if start < end {
            push_text(words, base + start, parts);
        }
        at += line.len();
        if end < at && !words.is_empty() {
            parts.push(Part::Space(base + end..base + at));
        }
    }
}

/// Adds words without space around them; entities apart.
fn push_text(words: &str, base: usize, parts: &mut Vec<Part>) {
    let mut at = 0;
    for (start, _) in words.match_indices('&') {
        let Some(length) = entity(crate::text::tail(words, start)) else {
            continue;
        };
        if at < start {
            parts.push(Part::Text(base + at..base + start));
        }
        at = start + length;
        parts.push(Part::Entity(base + start..base + at));
    }
    if at < words.len() {
        parts.push(Part::Text(base + at..base + words.len()));
    }
}

/// The length of what looks like an entity at the beginning of `text`.
fn entity(text: &str) -> Option<usize> {
    let end = crate::text::head(text, LONGEST_ENTITY).find(';')?;
    let name = crate::text::cut(text, 1..end);
    let name = name.strip_prefix('#').unwrap_or(name);
    (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let mut tags = Tags::default();
        let mut shown = String::new();
        for line in html.split_inclusive('\n') {
            for part in tags.strip(line) {
                match part {
                    Part::Entity(range) => {
                        shown.extend(["[", crate::text::cut(line, range), "]"]);
                    }
                    Part::Text(range) => shown.push_str(crate::text::cut(line, range)),
                    Part::Space(_) => shown.push(' '),
                    Part::Border(_) => shown.push('|'),
                    Part::Begin(BlockKind::Heading(_)) => shown.push('#'),
                    Part::Begin(_) => shown.push(':'),
                    Part::Tag(_) => {}
                }
            }
        }
        assert_eq!(shown, expected, "{html:?}");
    }

    #[test]
    fn tags_go_and_text_stays() {
        check("<div><b>Bold</b> text</div>", "|Bold text|");
        check("<a\n href='x'>link</a>", "link");
        check("a < b\n", "a < b ");
        check("<summary>Why?</summary>", "|:Why?|");
        check("<h2>Why?</h2>", "|#Why?|");
        check("<p>A &amp; B&#38;C & D;</p>", "|A [&amp;] B[&#38;]C & D;|");
    }

    #[test]
    fn hidden_content_stays_hidden() {
        check("<script>let x = '<p>';\n</script>after", "|after");
        check("<!-- <p>\nno --> yes", " yes");
        check("<!-- open", "");
        check("<div><svg/>Words.</div>", "||Words.|");
    }

    #[test]
    fn a_line_break_is_known_by_its_name() {
        for tag in ["<br>", "<BR/>", "<br />", "<br class=\"x\">"] {
            assert!(is_line_break(tag), "{tag}");
        }
        assert!(!is_line_break("<b>") && !is_line_break("<broken>"));
    }
}
