//! Order: where text that runs from right to left is seen, after UAX #9.
//!
//! A terminal fills its cells from left to right, so Hebrew and Arabic are put in order here, cluster by cluster, numbers and Latin
//! words among them from left to right, brackets mirrored. Controls that would order letters otherwise than they are read
//! (embeddings, overrides, isolates) count for nothing, since they are shown as signs: no text can be made to look like another.

use std::borrow::Cow;
use std::ops::Range;

pub use unicode_bidi::Level;
use unicode_bidi::{BidiClass, ParagraphBidiInfo, bidi_class};

use super::cluster::clusters;

/// Who orders what runs from right to left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// We do: cells have the order in which they are seen.
    #[default]
    Visual,
    /// Whoever draws it: cells have the order in which they are stored.
    Logical,
}

/// Which way a paragraph runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As this one.
    #[default]
    LeftToRight,
    /// As Hebrew and Arabic.
    RightToLeft,
}

impl Direction {
    /// That of the first letter among `signs` which has one.
    pub fn of(mut signs: impl Iterator<Item = char>) -> Option<Self> {
        signs.find_map(|sign| match sign {
            'A'..='Z' | 'a'..='z' => Some(Self::LeftToRight),
            ..='\u{7F}' => None,
            _ => match bidi_class(sign) {
                BidiClass::L => Some(Self::LeftToRight),
                BidiClass::R | BidiClass::AL => Some(Self::RightToLeft),
                _ => None,
            },
        })
    }

    fn level(self) -> Level {
        match self {
            Self::LeftToRight => Level::ltr(),
            Self::RightToLeft => Level::rtl(),
        }
    }
}

/// How deep each byte of a paragraph stands in changes of direction: on even levels text runs to the right, on odd ones to the left.
pub struct Levels(Vec<Level>);

impl Levels {
    /// The levels of a paragraph; `None` where all of it runs to the right. Linear.
    pub fn of(text: &str, direction: Direction) -> Option<Self> {
        let runs_right = text.is_ascii() || !text.chars().any(runs_left);
        if runs_right && direction == Direction::LeftToRight {
            return None;
        }
        let text = without_controls(text);
        let info = ParagraphBidiInfo::new(&text, Some(direction.level()));
        Some(Self(info.levels))
    }

    /// The level of the byte `at`.
    pub fn at(&self, at: usize) -> Level {
        self.0.get(at).copied().unwrap_or(Level::ltr())
    }
}

/// Whether a character stands in a block of a script that runs from right to left, or is the mark of one.
pub fn runs_left(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The text with a sign of no direction for each control, of as many bytes.
fn without_controls(text: &str) -> Cow<'_, str> {
    let is_control = |sign| matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text.contains(is_control) {
        Cow::Owned(text.replace(is_control, "\u{FFFC}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The clusters of a line in the order in which they are seen, given the level of each: stretches that run to the right, and single
/// clusters of what runs to the left.
pub fn stretches(levels: &[Level]) -> Vec<Range<usize>> {
    let runs_right = |at: usize| levels.get(at).is_some_and(Level::is_ltr);
    let goes_on =
        |&one: &usize, &next: &usize| next == one + 1 && runs_right(one) && runs_right(next);
    let order = ParagraphBidiInfo::reorder_visual(levels);
    let range = |stretch: &[usize]| Some(*stretch.first()?..*stretch.last()? + 1);
    order.chunk_by(goes_on).filter_map(range).collect()
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its bytes.
    pub range: Range<usize>,
    /// What is seen in their place.
    pub mirrored: Option<&'static str>,
}

impl Part {
    /// All of a line.
    pub fn whole(text: &str) -> Self {
        Self {
            range: 0..text.len(),
            mirrored: None,
        }
    }
}

/// The parts of a line in the order in which they are seen.
pub fn parts(text: &str, direction: Direction) -> Vec<Part> {
    let Some(levels) = Levels::of(text, direction) else {
        return vec![Part::whole(text)];
    };
    let clusters: Vec<_> = clusters(text).map(|it| it.at..it.at + it.len).collect();
    let depths: Vec<_> = clusters.iter().map(|it| levels.at(it.start)).collect();
    let part = |stretch: Range<usize>| {
        let (first, last) = (clusters.get(stretch.start)?, clusters.get(stretch.end - 1)?);
        let range = first.start..last.end;
        let runs_left = depths.get(stretch.start).is_some_and(Level::is_rtl);
        let mirrored = mirrored(super::cut(text, range.clone())).filter(|_| runs_left);
        Some(Part { range, mirrored })
    };
    stretches(&depths).into_iter().filter_map(part).collect()
}

/// A line as it is seen, safe to draw.
///
/// ```
/// use sidenote::text::order::{Direction, line};
/// assert_eq!(line("אב (12)", Direction::RightToLeft), "(12) בא");
/// ```
pub fn line(text: &str, direction: Direction) -> Cow<'_, str> {
    let parts = parts(text, direction);
    if parts == [Part::whole(text)] {
        return Cow::Borrowed(text);
    }
    let seen = |part: Part| match part.mirrored {
        Some(sign) => Cow::Borrowed(sign),
        None => super::cluster::safe(super::cut(text, part.range)),
    };
    Cow::Owned(parts.into_iter().map(seen).collect())
}

/// Signs that face the other way where text runs to the left: those of Unicode's list that stand in prose.
const PAIRS: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("<", ">"),
    ("«", "»"),
    ("‹", "›"),
    ("≤", "≥"),
    ("≪", "≫"),
    ("⟨", "⟩"),
    ("⟪", "⟫"),
    ("⁽", "⁾"),
    ("₍", "₎"),
];

/// The sign that a cluster is seen as where text runs to the left, if it is another.
pub fn mirrored(cluster: &str) -> Option<&'static str> {
    PAIRS.iter().find_map(|&(open, close)| {
        if cluster == open {
            Some(close)
        } else {
            (cluster == close).then_some(open)
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let direction = Direction::of(text.chars()).unwrap_or_default();
        assert_eq!(line(text, direction), expected, "{text:?}");
    }

    #[test]
    fn letters_run_to_the_left_and_numbers_to_the_right() {
        check("שלום", "םולש");
        check("אב 12 גד", "דג 12 בא");
        check("אב 3.5 גד", "דג 3.5 בא");
        check("سنة 2031", "2031 ةنس");
    }

    #[test]
    fn words_of_the_other_direction_keep_theirs() {
        check("אב one two גד", "דג one two בא");
        check("one אב גד two", "one דג בא two");
        check("say “אב”.", "say “בא”.");
    }

    #[test]
    fn brackets_face_what_they_hold() {
        check("(אב)", "(בא)");
        check("אב (גד) < 5", "5 > (דג) בא");
        check("one (אב) two", "one (בא) two");
    }

    #[test]
    fn what_runs_to_the_right_is_left_alone() {
        check("plain (a)", "plain (a)");
        check("日本 (a)", "日本 (a)");
        check("", "");
    }

    #[test]
    fn controls_order_nothing() {
        check("user\u{202e}txt.exe", "user\u{202e}txt.exe");
        check("אב\u{202d}גד", "דג⟨LRO⟩בא");
        check(
            "\u{2067}ab\u{2069} אב",
            "\u{2067}ab\u{2069} בא"
                .replace('\u{2067}', "⟨RLI⟩")
                .replace('\u{2069}', "⟨PDI⟩")
                .as_str(),
        );
    }

    #[test]
    fn the_first_letter_tells_the_direction() {
        let direction = |text: &str| Direction::of(text.chars());
        assert_eq!(direction("12 – אב c"), Some(Direction::RightToLeft));
        assert_eq!(direction("“a” אב"), Some(Direction::LeftToRight));
        assert_eq!(direction("12 …"), None);
    }

    proptest! {
        #[test]
        fn every_cluster_is_seen_once(text in "[a-c א-ג0-3().\u{202e}\u{301}]{0,40}") {
            let direction = Direction::of(text.chars()).unwrap_or_default();
            let mut seen: Vec<_> = parts(&text, direction).into_iter().map(|part| part.range).filter(|it| !it.is_empty()).collect();
            seen.sort_by_key(|range| range.start);
            let mut at = 0;
            for range in seen {
                prop_assert_eq!(range.start, at);
                at = range.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
