//! Where an article begins to be read.

use std::str::FromStr;

use crate::article::anchor::Anchor;
use crate::text::span::Span;

/// Where an article begins to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A section, by the number that readers see.
    Section(usize),
    /// A paragraph of a section, from 1.
    Paragraph {
        /// The section; 0 is the introduction.
        section: usize,
        /// The paragraph.
        paragraph: u32,
    },
    /// The word at a byte of the reading text.
    Byte(u32),
    /// Bytes of it.
    Span(Span),
    /// A line of the source, from 1.
    Line(usize),
    /// So far into the article.
    Percent(u32),
    /// The end of it.
    End,
    /// The place that an address names so.
    Place(String),
    /// The first place of these words.
    Words(String),
    /// Where it was left in an earlier session.
    Left(Anchor),
}

/// What no place looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a byte (2067), bytes (2067-2109), a section (§3), a paragraph (§3 ¶2 or 3.2) or so far into it (40%) belongs here"
)]
pub struct NoPlace;

/// Places as they are shown, and as `extract` prints them.
impl FromStr for Goal {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let text = text.trim();
        let shown = text.strip_prefix('§').or_else(|| {
            let inside = text.strip_prefix("Introduction").unwrap_or(text);
            inside.contains('¶').then_some(inside)
        });
        if let Some(shown) = shown {
            return location(shown, '¶');
        }
        if let Some(percent) = text.strip_suffix('%') {
            return Ok(Self::Percent(number(percent)?));
        }
        match (text.split_once('-'), text.contains('.')) {
            (Some((start, end)), _) => span(number(start)?, number(end)?),
            (None, true) => location(text, '.'),
            (None, false) => number(text).map(Self::Byte),
        }
    }
}

/// `3 ¶2`, `3` or `¶2`, with this sign before the paragraph.
fn location(text: &str, sign: char) -> Result<Goal, NoPlace> {
    let (section, paragraph) = text.split_once(sign).unwrap_or((text, "0"));
    let section = match section.trim() {
        "" if sign == '¶' && paragraph != "0" => 0,
        section => number(section)?,
    };
    Ok(match number(paragraph)? {
        0 => Goal::Section(section), // `extract` says so of words in a heading
        paragraph => Goal::Paragraph { section, paragraph },
    })
}

fn span(start: u32, end: u32) -> Result<Goal, NoPlace> {
    if start < end {
        Ok(Goal::Span(Span::new(start, end)))
    } else {
        Err(NoPlace)
    }
}

fn number<T: FromStr>(text: &str) -> Result<T, NoPlace> {
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.trim();
    let number = text.parse().ok().filter(|_| is_plain(text));
    number.ok_or(NoPlace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Goal) {
        assert_eq!(text.parse(), Ok(expected), "{text}");
    }

    #[test]
    fn places_are_read_as_they_are_shown_and_printed() {
        let paragraph = |section, paragraph| Goal::Paragraph { section, paragraph };
        check("1372", Goal::Byte(1372));
        check("1372-1412", Goal::Span(Span::new(1372, 1412)));
        check("§3 ¶2", paragraph(3, 2));
        check("§3¶2", paragraph(3, 2));
        check("3.2", paragraph(3, 2));
        check("§3", Goal::Section(3));
        check("3.0", Goal::Section(3));
        check("¶2", paragraph(0, 2));
        check("Introduction ¶2", paragraph(0, 2));
        check("40 %", Goal::Percent(40));
    }

    #[test]
    fn what_is_no_place_is_none() {
        for text in [
            "",
            "x",
            "-1",
            "+1",
            "3.x",
            ".",
            "§",
            "§x",
            "5-3",
            "1-2-3",
            "¶",
            "%",
            "99999999999",
        ] {
            assert_eq!(text.parse::<Goal>(), Err(NoPlace), "{text}");
        }
    }
}
