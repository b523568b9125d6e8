//! What lines of plain copy ask: a question alone on its line heads what stands below it, unless it is one of a list, or somebody’s.

use std::collections::HashSet;

use super::item::{self, Item};
use super::line::Line;
use crate::doc::cross_link::is_cross_link;
use crate::text::label::{self, Label};
use crate::text::sentence;

/// Longest heading, in characters.
const LONGEST: usize = 200;

/// Longest heading, in wrapped lines.
const MOST_LINES: usize = 3;

/// What a line asks, next to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Nothing,
    /// A question, with the number before it; 0 for none.
    Question(u64),
    /// A question that stands among those right above it already: a table of contents ends there.
    Again,
}

impl Ask {
    pub(super) fn of(line: &str, is_question: bool) -> Self {
        if is_question {
            Self::Question(item::number_before(line))
        } else {
            Self::Nothing
        }
    }

    /// Whether this goes on with the list of the question above. Where the numbers begin anew, another list does, or the text itself.
    fn follows(self, above: Self) -> bool {
        match (above, self) {
            (Self::Question(above), Self::Question(number)) => number == 0 || number > above,
            (Self::Again, Self::Question(_)) => true,
            _ => false,
        }
    }
}

/// What each of several lines asks, with whether it is a question, below one that asks `above`. Who is asked may ask back: a line that tells
/// something first, right under a question, is its answer.
pub(super) fn asks<'a>(lines: impl Iterator<Item = (&'a str, bool)>, above: Ask) -> Vec<Ask> {
    let mut asks: Vec<Ask> = Vec::new();
    let mut above_it = HashSet::new();
    for (line, is_question) in lines {
        let above = asks.last().copied().unwrap_or(above);
        let is_marked = || item::number_before(line) > 0 || is_turn(line);
        let is_reply = above != Ask::Nothing && !is_marked() && sentence::tells_first(line);
        let ask = match Ask::of(line, is_question && !is_reply) {
            Ask::Question(0) if !above_it.insert(line) => Ask::Again,
            ask => ask,
        };
        if ask == Ask::Nothing || ask == Ask::Again {
            above_it.clear();
        }
        asks.push(ask);
    }
    asks
}

/// Whether one of several questions upon questions, which are a list of them.
pub(super) fn is_listed(questions: &[Ask], at: usize) -> bool {
    let follows = |at: usize| {
        let above = at.checked_sub(1).and_then(|above| questions.get(above));
        let pair = above.zip(questions.get(at));
        pair.is_some_and(|(above, it)| it.follows(*above))
    };
    let before = (at.saturating_sub(1)..=at).rev();
    let after = (at + 1..at + 3).take_while(|&at| follows(at)).count();
    before.take_while(|&at| follows(at)).count() + after >= 2
}

/// What is asked from so many lines before `at` up to so many after.
pub(super) fn near(asks: &[Ask], at: usize, before: usize, after: usize) -> &[Ask] {
    let end = (at + after).min(asks.len());
    asks.get(at.saturating_sub(before)..end).unwrap_or_default()
}

/// Whether a line is a question and nothing else.
pub(super) fn is_question(line: &str) -> bool {
    let line = line.trim_end();
    let is_asked = line.ends_with(['?', '？', '؟', '\u{37E}'])
        || line.ends_with(';') && sentence::ends_asking(line);
    is_asked
        && line.chars().take(LONGEST + 1).count() <= LONGEST
        && line
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase())
        && !line.starts_with(['"', '“', '‘', '«', '„', '-', '*', '•', '–'])
        && sentence::sentences(line).nth(2).is_none()
}

/// Whether lines are a question that stands alone and that nobody is said to ask: whether a speaker’s heads a section is told by all labels of
/// the text together.
pub(super) fn is_heading(text: &str, lines: &[Line]) -> bool {
    let words = lines.first().map_or("", |line| line.words(text));
    !is_spoken(words) && stands_alone(text, lines)
}

/// Whether a line begins with the label of somebody.
pub(super) fn is_spoken(line: &str) -> bool {
    Label::of(line).is_some_and(|label| label.part != Some(label::Part::Question))
}

/// Whether lines are a question that stands alone.
pub(super) fn stands_alone(text: &str, lines: &[Line]) -> bool {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return false;
    };
    let words = crate::text::cut(text, first.span.join(last.span).range());
    lines.len() <= MOST_LINES
        && is_question(words)
        && (lines.len() == 1 || sentence::sentences(words).count() == 1)
        && Item::of(words).is_none()
        && !is_cross_link(words)
}

/// Whether a line begins with the label of a question or an answer.
pub(super) fn is_turn(line: &str) -> bool {
    Label::of(line).is_some_and(|label| label.part.is_some())
}

/// Whether lines are a question that goes on under its label or number, however many sentences it has.
pub(super) fn is_hanging_question(text: &str, lines: &[Line]) -> bool {
    let [first, rest @ .., last] = lines else {
        return false;
    };
    let words = first.words(text);
    let is_marked = || is_turn(words) || words.starts_with(|c: char| c.is_ascii_digit());
    lines.len() <= MOST_LINES
        && rest
            .iter()
            .chain([last])
            .all(|line| line.indent > first.indent)
        && sentence::ends_asking(last.words(text))
        && is_marked()
}
