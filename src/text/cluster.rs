//! Clusters: what one step of the eye covers, made safe to draw, with its width in cells.
//!
//! This is the one place where text of a document becomes something a terminal may be sent, and the one width policy:
//! layout measures with the same clusters that the painter draws. Nothing is ever changed in the text itself, so search,
//! copying and `extract` work on the original.
//!
//! | in the text | drawn |
//! |---|---|
//! | C0 controls, DEL | their picture: `␛`, `␀`, `␡` |
//! | C1 controls, noncharacters, U+FFF9–FFFB, the sign that names pictures to terminals (U+10EEEE) | `�` |
//! | line and page breaks, tab | one space (formats split at them before; code expands its tabs) |
//! | bidirectional overrides, embeddings, isolates | their name: `⟨RLO⟩` |
//! | other invisible characters (marks of direction, fillers, tags, soft hyphen …) | nothing |
//! | Korean in single letters | their syllable |
//! | emoji sequences | their first emoji, because terminals disagree by up to six cells on the rest |
//! | a mark without a letter | on `◌`, or it would sit on whatever was printed before |
//! | more than 16 characters in one cluster | the first 16 |

mod cells;
mod emoji;
mod placeholder;

use std::borrow::Cow;

use cells::cells;
use emoji::{extends_emoji, first_emoji, is_emoji_sequence, is_pictograph};
use placeholder::placeholder;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Characters drawn of one cluster at the most; scripts need up to about eight, stacked marks are piled without end.
const CAP: usize = 16;

/// One grapheme cluster of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// Where it starts, in bytes of the text.
    pub at: usize,
    /// How many bytes of the text it covers.
    pub len: usize,
    /// What is drawn for it: printable characters only, or nothing.
    pub shown: Cow<'a, str>,
    /// Cells that `shown` takes.
    pub width: usize,
}

/// The clusters of `text`, in order, without a gap. Linear, also when the text is a single cluster.
pub fn clusters(text: &str) -> Clusters<'_> {
    Clusters {
        text,
        at: 0,
        grapheme_end: 0,
    }
}

/// Cells that `text` takes when drawn.
pub fn width(text: &str) -> usize {
    clusters(text).map(|cluster| cluster.width).sum()
}

/// `text` as it is drawn: for file names, messages and output to a pipe.
///
/// ```
/// assert_eq!(sidenote::text::cluster::safe("a\u{1b}[31m"), "a␛[31m");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(clusters(text).map(|cluster| cluster.shown).collect())
}

/// `text` as it is passed on to other programs: without what a terminal would obey, and else as it stands. Emoji sequences are whole,
/// and marks are as many as they are: nothing has to stand in a cell.
///
/// ```
/// assert_eq!(sidenote::text::cluster::printed("\u{1b}[1m👩\u{200d}🚒 1\u{fe0f}\u{20e3}"), "␛[1m👩\u{200d}🚒 1\u{fe0f}\u{20e3}");
/// ```
pub fn printed(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let graphemes = text.graphemes(true);
    Cow::Owned(graphemes.fold(String::new(), |mut printed, raw| {
        if is_emoji_sequence(raw) {
            printed.push_str(raw);
        } else {
            print_each(raw, &mut printed);
        }
        printed
    }))
}

/// Prints the characters of a cluster, but those that have no look of their own.
fn print_each(raw: &str, printed: &mut String) {
    let joins = raw.starts_with(needs_joiners);
    for c in raw.chars() {
        match placeholder(c) {
            Some(shown) if !(joins && is_joiner(c)) => printed.push_str(shown),
            _ => printed.push(c),
        }
    }
}

/// As much of `text` as fits in `cells`, with `…` for the rest.
pub fn shorten(text: &str, cells: usize) -> Cow<'_, str> {
    let mut used = 0;
    let mut fits = 0; // bytes that leave room for the ellipsis
    for cluster in clusters(text) {
        used += cluster.width;
        if used > cells {
            let head = super::head(text, fits).trim_end();
            return Cow::Owned(if cells == 0 {
                String::new()
            } else {
                format!("{head}…")
            });
        }
        if used < cells {
            fits = cluster.at + cluster.len;
        }
    }
    Cow::Borrowed(text)
}

/// The same in whole words, with `[…]` for the rest: words that are somebody's are shortened so that it shows.
///
/// ```
/// assert_eq!(sidenote::text::cluster::elided("the old pier", 12), "the old pier");
/// assert_eq!(sidenote::text::cluster::elided("the old pier", 11), "the […]");
/// ```
pub fn elided(text: &str, cells: usize) -> Cow<'_, str> {
    const LEFT_OUT: &str = " […]";
    let Cow::Owned(_) = shorten(text, cells) else {
        return Cow::Borrowed(text);
    };
    let part = shorten(text, cells.saturating_sub(LEFT_OUT.chars().count() - 1));
    let part = super::head(&part, part.len().saturating_sub('…'.len_utf8()));
    let part = part
        .rfind(' ')
        .map_or(part, |space| super::head(part, space));
    Cow::Owned(format!("{}{LEFT_OUT}", part.trim_end()))
}

/// Iterator over the clusters of a text; see [`clusters`].
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    text: &'a str,
    at: usize,
    /// Where the grapheme cluster ends that was looked at last: sound marks cut it in many, and it is not measured for each.
    grapheme_end: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    fn next(&mut self) -> Option<Cluster<'a>> {
        let at = self.at;
        let bytes = self.text.as_bytes();
        let &first = bytes.get(at)?;
        // A printable ASCII byte before another ASCII byte is a whole cluster: nothing can combine with it.
        if is_plain(first) && bytes.get(at + 1).is_none_or(u8::is_ascii) {
            self.at = at + 1;
            let shown = Cow::Borrowed(super::cut(self.text, at..at + 1));
            return Some(Cluster {
                at,
                len: 1,
                shown,
                width: 1,
            });
        }
        let raw = self.raw()?;
        self.at = at + raw.len();
        let mut shown = drawn(raw);
        if !shown.is_empty() && cells(&shown) == 0 {
            shown = Cow::Borrowed("\u{FFFD}"); // a lone vowel of a syllable block would join its neighbour
        }
        let width = cells(&shown);
        Some(Cluster {
            at,
            len: raw.len(),
            shown,
            width,
        })
    }
}

impl<'a> Clusters<'a> {
    /// The next extended grapheme cluster, but that halfwidth sound marks stand alone, as every terminal draws them.
    fn raw(&mut self) -> Option<&'a str> {
        let is_rest = self.at < self.grapheme_end;
        if !is_rest {
            let grapheme = super::tail(self.text, self.at).graphemes(true).next()?;
            self.grapheme_end = self.at + grapheme.len();
        }
        let grapheme = super::cut(self.text, self.at..self.grapheme_end);
        let sound_mark = grapheme
            .char_indices()
            .skip(1)
            .find(|&(_, c)| matches!(c, '\u{FF9E}' | '\u{FF9F}'));
        let raw = sound_mark.map_or(grapheme, |(at, _)| super::head(grapheme, at));
        if is_rest {
            raw.graphemes(true).next() // what a sound mark separates need not belong together any more
        } else {
            Some(raw)
        }
    }
}

fn is_plain(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte)
}

/// What is drawn for a cluster.
fn drawn(raw: &str) -> Cow<'_, str> {
    let mut chars = raw.chars();
    let (Some(first), rest) = (chars.next(), chars.as_str()) else {
        return Cow::Borrowed("");
    };
    if rest.is_empty() {
        return match placeholder(first) {
            Some(shown) => Cow::Borrowed(shown),
            None if is_mark(first) => Cow::Owned(format!("◌{first}")),
            None => Cow::Borrowed(raw),
        };
    }
    if is_pictograph(first) && rest.starts_with(extends_emoji) {
        return Cow::Borrowed(first_emoji(raw, first));
    }
    let joins = needs_joiners(first);
    let plain = |c: char| placeholder(c).is_none() || joins && is_joiner(c);
    if !is_mark(first) && raw.chars().take(CAP + 1).count() <= CAP && raw.chars().all(plain) {
        return if raw.contains(is_part_of_syllable) {
            Cow::Owned(raw.nfc().collect())
        } else {
            Cow::Borrowed(raw)
        };
    }
    if rest.chars().take(CAP).all(|c| !plain(c)) {
        return drawn(super::head(raw, first.len_utf8())); // CR LF, and letters hidden behind invisible ones
    }
    let stacked = raw.chars().take(CAP).filter(|&c| plain(c));
    Cow::Owned(if is_mark(first) {
        std::iter::once('◌').chain(stacked).collect()
    } else {
        stacked.collect()
    })
}

/// Whether a letter belongs to the scripts that need joiners: Arabic to Vedic.
fn needs_joiners(c: char) -> bool {
    ('\u{600}'..='\u{1CFF}').contains(&c)
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Vowels and finals of Korean that stand by themselves in the text: some terminals draw each in a cell of its own, as none does with syllables.
fn is_part_of_syllable(c: char) -> bool {
    ('\u{1161}'..='\u{11FF}').contains(&c)
}

/// Marks that combine with what stands before them.
fn is_mark(c: char) -> bool {
    c.width() == Some(0) && unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, shown: &[&str]) {
        let drawn: Vec<_> = clusters(text)
            .map(|cluster| cluster.shown.into_owned())
            .collect();
        assert_eq!(drawn, shown, "{text:?}");
    }

    #[test]
    fn controls_are_shown_not_sent() {
        check("a\u{1b}[0m", &["a", "␛", "[", "0", "m"]);
        check("x\u{9b}y\u{7f}\0", &["x", "\u{FFFD}", "y", "␡", "␀"]);
        check("\u{10EEEE}a", &["\u{FFFD}", "a"]);
        check("a\r\nb\u{2028}c", &["a", " ", "b", " ", "c"]);
    }

    #[test]
    fn what_is_printed_is_the_text_without_what_terminals_obey() {
        for (text, expected) in [
            ("a\u{1b}[0m\u{9b}", "a␛[0m\u{FFFD}"),
            ("\u{202e}gpj\u{ad}", "⟨RLO⟩gpj"),
            (
                "👩\u{200d}👩\u{200d}👧 👍🏽 1\u{fe0f}\u{20e3} ❤\u{fe0f}",
                "👩\u{200d}👩\u{200d}👧 👍🏽 1\u{fe0f}\u{20e3} ❤\u{fe0f}",
            ),
            ("👍\u{e0061}\u{e0062}", "👍"),
            ("a\u{fe0f}\u{200d}b", "ab"),
            ("\u{301}a", "\u{301}a"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            assert_eq!(printed(text), expected, "{text:?}");
        }
        let stacked = format!("a{}", "\u{301}".repeat(40));
        assert_eq!(printed(&stacked), stacked);
    }

    #[test]
    fn direction_is_named_or_dropped_never_sent() {
        check("\u{202e}gpj", &["⟨RLO⟩", "g", "p", "j"]);
        check("a\u{200f}b", &["a", "", "b"]);
    }

    #[test]
    fn sequences_are_reduced_to_what_terminals_agree_on() {
        check("❤\u{fe0f}!", &["❤", "!"]);
        check("👩\u{200d}👩\u{200d}👧", &["👩"]);
        check("👍🏽", &["👍"]);
        check("1\u{fe0f}\u{20e3}", &["1"]);
        check("🇩🇪", &["🇩🇪"]);
        check("ｶﾞ", &["ｶ", "ﾞ"]);
        check("क्‍ष", &["क्‍ष"]);
        check("\u{1112}\u{1161}\u{11ab}", &["한"]);
        check("하\u{11ab}", &["한"]);
    }

    /// Anything but linear would take minutes here.
    #[test]
    fn sound_marks_stand_alone() {
        check(
            "👩\u{ff9e}\u{200d}👧ﾞ\u{301}ﾟ",
            &["👩", "ﾞ", "👧", "ﾞ\u{301}", "ﾟ"],
        );
        let marks = "\u{ff9e}".repeat(200_000);
        assert_eq!(width(&marks), 200_000);
    }

    #[test]
    fn marks_never_sit_on_a_stranger() {
        check("\u{301}a", &["◌\u{301}", "a"]);
        check("e\u{301}", &["e\u{301}"]);
        let zalgo = format!("z{}", "\u{335}".repeat(60));
        assert_eq!(clusters(&zalgo).next().unwrap().shown.chars().count(), CAP);
    }

    #[test]
    fn hidden_characters_cannot_be_smuggled_in_a_cluster() {
        check("a\u{e0041}\u{e0042}", &["a"]);
        check("g\u{fe01}\u{e0101}\u{301}", &["g\u{301}"]);
        check("a\u{34f}b", &["a", "b"]);
    }

    #[test]
    fn shortening_leaves_room_for_its_mark() {
        assert_eq!(shorten("guarantees", 10), "guarantees");
        assert_eq!(shorten("guarantees", 7), "guaran…");
        assert_eq!(shorten("安全保障", 5), "安全…");
        assert_eq!(shorten("ab", 1), "…");
        assert_eq!(shorten("ab", 0), "");
    }

    fn is_safe(shown: &str) -> bool {
        shown.chars().all(|c| {
            !c.is_control()
                && placeholder(c).is_none_or(|_| {
                    matches!(c, '\u{200c}' | '\u{200d}' | '\u{e0020}'..='\u{e007f}')
                })
        })
    }

    #[test]
    fn every_code_point_is_safe_alone() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            for cluster in clusters(&text) {
                assert!(
                    is_safe(&cluster.shown),
                    "{c:?} is drawn as {:?}",
                    cluster.shown
                );
                assert!(
                    cluster.shown.is_empty() == (cluster.width == 0),
                    "{c:?} takes {} cells",
                    cluster.width
                );
            }
        }
    }

    proptest! {
        #[test]
        fn clusters_cover_the_text_and_are_safe(text in any::<String>()) {
            let mut at = 0;
            for cluster in clusters(&text) {
                prop_assert_eq!(cluster.at, at);
                prop_assert!(is_safe(&cluster.shown), "{:?}", cluster.shown);
                at += cluster.len;
            }
            prop_assert_eq!(at, text.len());
        }

        #[test]
        fn what_is_safe_stays_as_it_is(text in any::<String>()) {
            let once = safe(&text).into_owned();
            prop_assert_eq!(safe(&once), once.as_str());
        }
    }
}
