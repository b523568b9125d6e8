//! Marks: single quotation marks in a text, and what each does there.

use std::ops::Range;

use crate::text::charset::CharSet;
use crate::text::{cut, head, tail};

/// A quotation mark.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) family: Family,
    pub(super) side: Side,
}

/// Which marks close which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// “ ” „ " '' ``
    Comma,
    /// « »
    Angle,
    /// 「 」 『 』
    Corner,
    /// ‘ ’ '
    Single,
}

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Opens,
    Closes,
    /// Closes what is open, else opens.
    Turns,
    /// Closes if something is open, else nothing.
    MayClose,
    /// An apostrophe, an inch, the value of an attribute.
    Nothing,
}

/// The quotation marks of a text, in order; apostrophes are none.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(start) = MARKS.find(text, at) {
        at = start;
        let range = at..at + mark_len(text, at);
        let before = head(text, range.start).chars().next_back();
        let after = tail(text, range.end).chars().next();
        let (family, side) = classify(cut(text, range.clone()), before, after);
        at = range.end;
        if side != Side::Nothing {
            marks.push(Mark {
                range,
                family,
                side,
            });
        }
    }
    marks
}

const MARKS: CharSet = CharSet::of(*b"\"'`", "“”„‟‘’‚«»「」『』");

fn is_mark(c: char) -> bool {
    MARKS.contains(c)
}

/// Two strokes typed one by one are one mark. Of three the outer two are the double one.
fn mark_len(text: &str, at: usize) -> usize {
    let rest = tail(text, at);
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let one = head(rest, first);
    let run = rest
        .chars()
        .take(4)
        .take_while(|c| one.starts_with(*c))
        .count();
    let is_stroke = matches!(one, "'" | "’" | "‘" | "`");
    let opens = head(text, at)
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || is_opening(c));
    match run {
        2 if is_stroke => 2 * first,
        3 if is_stroke && opens => 2 * first,
        _ => first,
    }
}

fn classify(mark: &str, before: Option<char>, after: Option<char>) -> (Family, Side) {
    let look = Look::of(before, after);
    match mark {
        "「" | "『" => (Family::Corner, Side::Opens),
        "」" | "』" => (Family::Corner, Side::Closes),
        "«" if look == Look::Closing => (Family::Angle, Side::Turns),
        "»" if look == Look::Opening => (Family::Angle, Side::Turns),
        "«" => (Family::Angle, Side::Opens),
        "»" => (Family::Angle, Side::Closes),
        "“" if look == Look::Closing => (Family::Comma, Side::MayClose),
        "“" | "„" | "‟" | "‘‘" | "``" => (Family::Comma, Side::Opens),
        "”" | "’’" if look == Look::Opening => (Family::Comma, Side::Turns),
        "”" | "’’" => (Family::Comma, Side::Closes),
        "\"" | "''" => (Family::Comma, straight(look, before)),
        _ => (Family::Single, single(mark, look, before, after)),
    }
}

/// What a mark that looks the same on both sides does.
fn straight(look: Look, before: Option<char>) -> Side {
    match look {
        Look::Opening => Side::Opens,
        Look::Closing => Side::Closes,
        Look::Between if before == Some('=') => Side::Nothing,
        Look::Between if before.is_some_and(char::is_alphanumeric) => Side::MayClose,
        Look::Apart | Look::Between => Side::Turns,
    }
}

fn single(mark: &str, look: Look, before: Option<char>, after: Option<char>) -> Side {
    let may_begin =
        after.is_some_and(|c| c.is_alphabetic() || is_mark(c) || matches!(c, '[' | '$' | '…'));
    match (mark, look) {
        ("‘" | "'" | "‚", Look::Opening) if may_begin => Side::Opens,
        ("’" | "'" | "‘", Look::Closing)
            if before.is_some_and(|c| !is_mark(c) || c == '”' || c == '"') =>
        {
            Side::Closes
        }
        _ => Side::Nothing,
    }
}

/// How a mark touches what is around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Space before, words after.
    Opening,
    /// Words before, space after.
    Closing,
    /// Space on both sides.
    Apart,
    /// Words on both sides.
    Between,
}

impl Look {
    fn of(before: Option<char>, after: Option<char>) -> Self {
        let free_before = before.is_none_or(|c| c.is_whitespace() || is_opening(c));
        let free_after = after.is_none_or(|c| c.is_whitespace() || is_closing(c));
        let touches_after = after.is_some_and(|c| !c.is_whitespace());
        match (free_before, free_after) {
            (true, false) => Self::Opening,
            (false, true) => Self::Closing,
            // `("…` and `—“…`, but also `“—` and `“...`
            (true, true) if before.is_none_or(char::is_whitespace) && touches_after => {
                Self::Opening
            }
            (true, true) if before.is_some_and(|c| !c.is_whitespace()) => Self::Closing,
            (true, true) => Self::Apart,
            (false, false) => Self::Between,
        }
    }
}

/// What stands before an opening mark as space does.
fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '—' | '–' | '-' | '/' | '¿' | '¡' | '“' | '‘' | '«' | '„' | '*' | '_'
    )
}

/// What stands after a closing mark as space does.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '—'
            | '–'
            | '-'
            | '…'
            | '/'
            | '”'
            | '’'
            | '»'
            | '*'
            | '_'
            | '"'
            | '\''
    )
}
