//! Ties: what a line must not be broken between, though the rules of Unicode would allow it.
//!
//! Typographers tie a number to its unit (`5 km`, `$3 billion`), its groups to each other (`10 000`), a sign to its number (`§ 5`, `No. 7`), initials and titles to the name
//! (`J. R. Lee`, `Dr. Lee`), and a dash to the words before it (after the Chicago Manual of Style, 7.36 and 7.89 in the 17th edition).

use std::ops::Range;

/// In a column narrower than this only signs and dashes are tied: a long tie would leave half a line empty, in cells.
pub(super) const ROOM: usize = 24;

/// What stands behind a number and belongs to it.
const UNITS: &[&str] = &[
    "%",
    "‰",
    "°",
    "°C",
    "°F",
    "K",
    "mm",
    "cm",
    "m",
    "km",
    "in",
    "ft",
    "mi",
    "mm²",
    "cm²",
    "m²",
    "km²",
    "cm³",
    "m³",
    "nm",
    "µm",
    "μm",
    "ha",
    "mg",
    "g",
    "kg",
    "t",
    "lb",
    "oz",
    "ml",
    "l",
    "s",
    "s²",
    "ns",
    "µs",
    "μs",
    "ms",
    "min",
    "h",
    "mph",
    "Hz",
    "kHz",
    "MHz",
    "GHz",
    "THz",
    "W",
    "kW",
    "MW",
    "GW",
    "TW",
    "Wh",
    "kWh",
    "MWh",
    "GWh",
    "TWh",
    "mV",
    "V",
    "kV",
    "mA",
    "mAh",
    "Ah",
    "kJ",
    "MJ",
    "kcal",
    "Pa",
    "hPa",
    "kPa",
    "dB",
    "bit",
    "kbit",
    "Mbit",
    "Gbit",
    "kbps",
    "Mbps",
    "Gbps",
    "bytes",
    "B",
    "kB",
    "KB",
    "MB",
    "GB",
    "TB",
    "PB",
    "KiB",
    "MiB",
    "GiB",
    "TiB",
    "bn",
    "tn",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "percent",
    "a.m",
    "p.m",
    "am",
    "pm",
    "BC",
    "AD",
    "BCE",
    "CE",
    "€",
    "$",
    "£",
    "¥",
    "kr", // and in other languages:
    "tausend",
    "Millionen",
    "Milliarden",
    "Billionen",
    "Prozent",
    "mille",
    "millions",
    "milliards",
    "millones",
    "milioni",
    "miliardi",
    "miljoen",
    "miljard",
];

/// What else may stand behind the slash in a unit.
const PER: &[&str] = &["d", "day", "week", "month", "year", "a"];

/// What stands before a number and belongs to it.
const SIGNS: &[&str] = &[
    "§", "§§", "¶", "№", "No.", "Nos.", "no.", "nos.", "p.", "pp.", "vol.", "Vol.", "fig.", "Fig.",
    "ch.", "c.", "ca.", "art.", "Art.", "€", "$", "£",
];

/// Titles that stand before a name.
const TITLES: &[&str] = &[
    "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr.", "Dr", "Prof.", "Rev.", "Sen.", "Rep.", "Gov.",
    "Gen.", "Col.", "Capt.", "Lt.", "Sgt.", "St.", "Sir", "Dame",
];

/// Whether a line may end at `at`: neither inside a run of signs such as `C++` nor before a dash, nor between the numbers on both sides of one.
pub(super) fn may_break(text: &str, at: usize) -> bool {
    let before = crate::text::head(text, at).chars().next_back();
    let after = crate::text::tail(text, at).chars().next();
    let (Some(before), Some(after)) = (before, after) else {
        return at > 0;
    };
    if matches!(after, '–' | '—' | '…') || before == '–' && after.is_numeric() {
        return false;
    }
    let is_sign = before.is_ascii() && after.is_ascii() && !before.is_whitespace();
    !is_sign || (matches!(before, '-' | '/' | '?' | '|') && !is_in_unit(text, at))
}

/// Whether `at` is behind the slash of a unit that has its number: `100 MB/s`.
fn is_in_unit(text: &str, at: usize) -> bool {
    let Some(before) = crate::text::head(text, at).strip_suffix('/') else {
        return false;
    };
    let tail = crate::text::tail(before, before.len().saturating_sub(LONGEST));
    let start = tail.trim_end_matches(|c: char| !c.is_whitespace()).len();
    start > 0 && counts(text, before.len() - tail.len() + start)
}

/// Whether the words on both sides of the space before `at` belong together.
pub(super) fn ties(text: &str, at: usize) -> bool {
    let Some(before) = word_before(crate::text::head(text, at)) else {
        return false;
    };
    let after = word_after(crate::text::tail(text, at));
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_name = || after.starts_with(char::is_uppercase);
    if before.ends_with(char::is_numeric) {
        return is_unit(after) || is_grouped(before, after);
    }
    (is_number(after) && SIGNS.contains(&before))
        || (is_name() && (TITLES.contains(&before) || is_initial(before)))
}

/// Whether the word at `at` is the unit of the number before it, whichever space is between.
pub(super) fn counts(text: &str, at: usize) -> bool {
    let before = crate::text::head(text, at);
    let number = before.trim_end_matches(char::is_whitespace);
    number.len() < before.len()
        && number.ends_with(char::is_numeric)
        && is_unit(word_after(crate::text::tail(text, at)))
}

/// Whether two words are the digits of one number: `10 000`.
fn is_grouped(before: &str, after: &str) -> bool {
    let is_digits = |word: &str| word.bytes().all(|it| it.is_ascii_digit());
    is_digits(before) && before.len() <= 3 && is_digits(after) && after.len() == 3
}

/// `km`, or `km/h`.
fn is_unit(word: &str) -> bool {
    let (unit, per) = word.split_once('/').unwrap_or((word, "s"));
    UNITS.contains(&unit) && (UNITS.contains(&per) || PER.contains(&per))
}

/// What a word holds that is an address.
const OF_ADDRESSES: [&str; 3] = ["://", "www.", "@"];

/// Addresses in a text: lines end in them where [`breaks_address`] says, and behind no hyphen, for nobody would know whether it belongs
/// there.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let is_address = |word: &str| OF_ADDRESSES.iter().any(|sign| word.contains(sign));
    if !is_address(text) {
        return Vec::new();
    }
    let mut at = 0;
    let words = text.split_inclusive(char::is_whitespace).map(|word| {
        at += word.len();
        (word, at - word.len()..at)
    });
    let addresses = words.filter(|(word, _)| is_address(word));
    addresses.map(|(_, range)| range).collect()
}

/// Whether a line may end at `at` in an address: behind a slash, or before the sign that a further part of it begins with, as the
/// Chicago Manual has it (14.18). `None` where it is beside other letters than those of addresses.
pub(super) fn breaks_address(text: &str, at: usize) -> Option<bool> {
    let mut after = crate::text::tail(text, at).chars();
    let before = crate::text::head(text, at).chars().next_back()?;
    let after = (after.next()?, after.next().unwrap_or(' '));
    let goes_on = |sign: char| sign.is_ascii_alphanumeric();
    let is_plain = before.is_ascii() && after.0.is_ascii();
    is_plain.then(|| match after {
        ('#' | '?' | '&' | '=' | '.' | '_' | '~' | '%' | '@', next) => goes_on(next),
        (next, _) => before == '/' && goes_on(next),
    })
}

/// Whether one of `ranges`, which are in order, has the byte `at` inside.
pub(super) fn is_inside(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.start < at)
}

/// The longest word that is looked at, in bytes: what is tied is short.
const LONGEST: usize = 16;

/// The word before the space that `text` ends with, without the brackets and marks that open before it.
fn word_before(text: &str) -> Option<&str> {
    let word = text.strip_suffix(' ')?;
    let tail = crate::text::tail(word, word.len().saturating_sub(LONGEST));
    let start = tail.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    Some(crate::text::tail(tail, start).trim_start_matches(['(', '[', '“', '‘', '"', '\'']))
}

/// The word that `text` begins with, without what closes behind it.
fn word_after(text: &str) -> &str {
    let head = crate::text::head(text, LONGEST);
    let end = head.find(char::is_whitespace).unwrap_or(head.len());
    crate::text::head(head, end)
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '”', '’', '"'])
}

/// `J.`, or `J.R.`
fn is_initial(word: &str) -> bool {
    let letters = word.strip_suffix('.').unwrap_or_default();
    !letters.is_empty()
        && letters
            .split('.')
            .all(|letter| letter.chars().count() == 1 && letter.starts_with(char::is_uppercase))
        && letters != "I"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with `_` for the spaces at which no line may end.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown: String = text
            .char_indices()
            .map(|(at, c)| {
                if c == ' ' && ties(text, at + 1) {
                    '_'
                } else {
                    c
                }
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn numbers_keep_their_units_and_signs() {
        check(
            "some 5 km, or $3 billion, at 10 % in all",
            "some 5_km, or $3_billion, at 10_% in all",
        );
        check("see § 5 and No. 7 (pp. 3)", "see §_5 and No._7 (pp._3)");
        check(
            "in 2025 we met; at 5 they left",
            "in 2025 we met; at 5 they left",
        );
        check(
            "10 000 of 1 000 000, in 2025 100",
            "10_000 of 1_000_000, in 2025 100",
        );
    }

    #[test]
    fn units_are_kept_whole() {
        check("at 100 MB/s or 5 GHz", "at 100_MB/s or 5_GHz");
        check("14 Milliarden, 3½ million.", "14_Milliarden, 3½_million.");
        check(
            "14 miles/more and 2 and/or 3",
            "14 miles/more and 2 and/or 3",
        );
        assert!(!may_break("at 100 MB/s", "at 100 MB/".len()));
        assert!(!may_break("3–4", "3–".len()) && may_break("3 – 4", "3 – ".len()));
        assert!(!may_break("100\u{a0}km/h", "100\u{a0}km/".len()));
        assert!(may_break("MB/s", "MB/".len()) && may_break("3 and/or", "3 and/".len()));
    }

    /// `address` with `|` where a line may end.
    #[track_caller]
    fn check_address(address: &str, expected: &str) {
        let mut shown = String::new();
        for (at, c) in address.char_indices() {
            if breaks_address(address, at) == Some(true) {
                shown.push('|');
            }
            shown.push(c);
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn addresses_are_broken_at_their_signs() {
        check_address(
            "https://example.org/a-b/~c/d_e.html?f=1&g=%20#h-i",
            "https://|example|.org/|a-b/|~c/|d|_e|.html|?f|=1|&g=|%20|#h-i",
        );
        check_address("(https://a.org/).", "(https://|a|.org/).");
        check_address("ann@a.org...", "ann|@a|.org...");
    }

    #[test]
    fn names_keep_what_stands_before_them() {
        check(
            "Dr. Lee met J. R. Smith and Mrs. Bo",
            "Dr._Lee met J._R._Smith and Mrs._Bo",
        );
        check(
            "So did I. They left no. One stayed",
            "So did I. They left no. One stayed",
        );
    }

    #[test]
    fn nothing_is_tied_at_the_edges() {
        check(" a ", " a ");
        check("", "");
    }
}
