//! Tags of raw HTML, as far as Markdown needs them: their name, and the places and links that their attributes name.

use std::borrow::Cow;

/// A tag: `<a href="…">` or `</a>`.
#[derive(Clone, Copy, Debug)]
pub(in crate::doc) struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// Reads a tag with its brackets.
    pub(in crate::doc) fn of(tag: &'a str) -> Self {
        let inside = tag.trim_start_matches(['<', '/']);
        let inside = inside.strip_suffix('>').unwrap_or(inside);
        let attributes = inside.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        Self {
            name: crate::text::head(inside, inside.len() - attributes.len()),
            attributes: if tag.starts_with("</") {
                ""
            } else {
                attributes
            },
        }
    }

    /// Whether it begins or ends a link, or names a place.
    pub(in crate::doc) fn is_anchor(self) -> bool {
        self.name.eq_ignore_ascii_case("a")
    }

    /// The place that addresses can name.
    pub(in crate::doc) fn place(self) -> Option<Cow<'a, str>> {
        let named = || self.attribute("name").filter(|_| self.is_anchor());
        self.attribute("id").or_else(named)
    }

    /// Where the link leads that begins.
    pub(in crate::doc) fn href(self) -> Option<Cow<'a, str>> {
        self.attribute("href").filter(|_| self.is_anchor())
    }

    /// The value of an attribute; the first holds.
    fn attribute(self, wanted: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        while let Some((name, value, behind)) = attribute(rest) {
            if name.eq_ignore_ascii_case(wanted) {
                let value = value.trim();
                return Some(if value.contains('&') {
                    Cow::Owned(value.replace("&quot;", "\"").replace("&amp;", "&"))
                } else {
                    Cow::Borrowed(value)
                });
            }
            rest = behind;
        }
        None
    }
}

/// The first attribute of a list with its value, and what stands behind them.
fn attribute(list: &str) -> Option<(&str, &str, &str)> {
    let list = list.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    let name_end = |c: char| c.is_whitespace() || matches!(c, '=' | '/');
    let (name, rest) = split(list, list.find(name_end).unwrap_or(list.len()));
    if list.is_empty() {
        return None;
    }
    let Some(rest) = rest.trim_start().strip_prefix('=') else {
        return Some((
            name,
            "",
            crate::text::tail(rest, usize::from(name.is_empty())),
        ));
    };
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(quote) = quote else {
        let (value, rest) = split(rest, rest.find(char::is_whitespace).unwrap_or(rest.len()));
        return Some((name, value, rest));
    };
    let value = crate::text::tail(rest, 1);
    let (value, rest) = split(value, value.find(quote).unwrap_or(value.len()));
    Some((name, value, crate::text::tail(rest, 1)))
}

fn split(text: &str, at: usize) -> (&str, &str) {
    (crate::text::head(text, at), crate::text::tail(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, place: Option<&str>, href: Option<&str>) {
        let read = Tag::of(tag);
        assert_eq!(read.place().as_deref(), place, "{tag}");
        assert_eq!(read.href().as_deref(), href, "{tag}");
    }

    #[test]
    fn places_and_links_are_read() {
        check("<a id=\"x\">", Some("x"), None);
        check("<A NAME=x>", Some("x"), None);
        check(
            "<a id='x' name=y href = 'z?a&amp;b'>",
            Some("x"),
            Some("z?a&b"),
        );
        check("<div class=\"id=y\" id=x />", Some("x"), None);
        check("<input name=x>", None, None);
        check("<link href=x>", None, None);
        check("</a>", None, None);
        check("</a id=x>", None, None);
    }

    #[test]
    fn nothing_is_read_of_what_is_no_tag() {
        for tag in [
            "",
            "<",
            "<>",
            "<a",
            "<a =",
            "<a = = =",
            "<a href",
            "<a id=\"",
            "<a / / =x>",
            "<é id",
        ] {
            let read = Tag::of(tag);
            assert!(read.place().is_none_or(|it| it.is_empty()), "{tag}");
            assert!(read.href().is_none_or(|it| it.is_empty()), "{tag}");
        }
    }
}
