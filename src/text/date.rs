//! Dates: lines that are one, and how people write those that articles give after ISO 8601.

use std::fmt;

/// Words of a date besides the months, with what says that it is one.
const DATE_WORDS: &[&str] = &[
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "at",
    "on",
    "et",
    "est",
    "edt",
    "pt",
    "pst",
    "pdt",
    "ct",
    "cst",
    "gmt",
    "utc",
    "bst",
    "cet",
    "ist",
    "published",
    "updated",
    "posted",
    "last",
    "first",
    "modified",
    "created",
    "original",
    "date",
    "th",
    "st",
    "nd",
    "rd",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "de",
    "às",
    "uhr",
    "le",
    "à",
    "sexta",
    "feira",
    "segunda",
    "terça",
    "quarta",
    "quinta",
    "sábado",
    "domingo",
];

/// The months, as dates are written out.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What each of them is called in dates, in small letters.
const NAMES: [&[&str]; 12] = [
    &["january", "jan", "januar", "janvier", "janeiro", "enero"],
    &[
        "february",
        "feb",
        "februar",
        "février",
        "fevereiro",
        "febrero",
    ],
    &["march", "mar", "märz", "mars", "março", "marzo"],
    &["april", "apr", "avril", "abril"],
    &["may", "mai", "maio", "mayo"],
    &["june", "jun", "juni", "juin", "junho", "junio"],
    &["july", "jul", "juli", "juillet", "julho", "julio"],
    &["august", "aug", "août", "agosto"],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "setembro",
        "septiembre",
    ],
    &["october", "oct", "oktober", "octobre", "outubro", "octubre"],
    &["november", "nov", "novembre", "novembro", "noviembre"],
    &[
        "december",
        "dec",
        "dezember",
        "décembre",
        "dezembro",
        "diciembre",
    ],
];

/// Words between the parts of a date.
const BETWEEN: &[&str] = &["de", "of", "the"];

/// Words that are looked at for a date.
const MOST_WORDS: usize = 40;

/// Whether a line in small letters is a date and nothing else.
pub fn is_date(line: &str) -> bool {
    let words: Vec<_> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let of_date = |word: &&&str| {
        DATE_WORDS.contains(*word)
            || month(word).is_some()
            || word
                .trim_end_matches(char::is_alphabetic)
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                && word.starts_with(|c: char| c.is_ascii_digit())
    };
    words.len() <= 24
        && words.iter().any(|word| year(word).is_some())
        && words.iter().filter(of_date).count() * 10 >= words.len() * 8
}

/// A year, perhaps with its month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: u16,
    month: Option<&'static str>,
    day: Option<u8>,
}

impl Date {
    /// The date that `written` begins with: `2026`, `2026-05`, `2026-05-12`, with a time or without.
    pub fn of(written: &str) -> Option<Self> {
        let date = written.trim().split(['T', ' ']).next()?;
        let mut parts = date.split('-');
        let year = parts.next().filter(|it| it.len() == 4)?;
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let year = year.parse().ok().filter(|_| is_number(year))?;
        let month = parts.next().and_then(|it| it.parse::<usize>().ok());
        let month = month.and_then(|it| MONTHS.get(it.checked_sub(1)?)).copied();
        let day = parts.next().and_then(|it| it.parse().ok());
        Some(Self {
            year,
            month,
            day: day.filter(|day| month.is_some() && (1..=31).contains(day)),
        })
    }

    /// `2026, May 12`
    pub fn year_first(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{}, {month} {day}", self.year),
            (Some(month), None) => format!("{}, {month}", self.year),
            _ => self.year.to_string(),
        }
    }
}

/// `12 May 2026`
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        if let Some(month) = self.month {
            write!(f, "{month} ")?;
        }
        write!(f, "{}", self.year)
    }
}

/// A day after ISO 8601 as a person writes it: `26 November 2026`. The time of the day is left out.
pub fn written(iso: &str) -> Option<String> {
    let date = Date::of(iso).filter(|date| date.day.is_some())?;
    Some(date.to_string())
}

/// The first day in some words, as ISO 8601 has it: `2026-11-26` in `Published November 26, 2026` and `Thu, 26 Nov 2026 03:00:00 +0000`.
pub fn day_in(words: &str) -> Option<String> {
    find(words).map(|(_, day)| day)
}

/// The first day in some words, and the byte at which it begins. What is written in numbers alone has the year first.
pub fn find(words: &str) -> Option<(usize, String)> {
    let mut at = 0;
    let parts = words.split_inclusive(|c: char| !c.is_alphanumeric());
    let parts = parts.map(|part| {
        at += part.len();
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        (at - part.len(), word.to_lowercase())
    });
    let parts = parts.filter(|(_, word)| !word.is_empty() && !BETWEEN.contains(&word.as_str()));
    let parts: Vec<_> = parts.take(MOST_WORDS).collect();
    parts.windows(3).find_map(|parts| {
        let [(start, first), (_, second), (_, third)] = parts else {
            return None;
        };
        let named = |by: &str, at: &str| Some((year(third)?, month(by)?, day(at)?));
        let numbered = || Some((year(first)?, number(second)?, day(third)?));
        let found = named(first, second).or_else(|| named(second, first));
        let (year, month, day) = found.or_else(numbered)?;
        Some((*start, format!("{year:04}-{month:02}-{day:02}")))
    })
}

fn year(word: &str) -> Option<u16> {
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    word.parse().ok().filter(|_| is_year)
}

/// The month that a word in small letters names.
fn month(word: &str) -> Option<usize> {
    let at = NAMES.iter().position(|names| names.contains(&word))?;
    Some(at + 1)
}

/// A month in two digits.
fn number(word: &str) -> Option<usize> {
    let is_month = |month: &usize| word.len() == 2 && (1..=12).contains(month);
    word.parse().ok().filter(is_month)
}

/// A day, which may be counted (`3rd`) or have the time behind it (`03t08`).
fn day(word: &str) -> Option<u8> {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = ["", "st", "nd", "rd", "th", "er"];
    let is_day = behind.contains(&digits) || digits.starts_with('t');
    let day = super::head(word, word.len() - digits.len()).parse().ok();
    day.filter(|day| is_day && (1..=31).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_do() {
        for (iso, expected) in [
            ("2026-11-26", Some("26 November 2026")),
            ("2026-01-02T03:04:05Z", Some("2 January 2026")),
            ("2026-13-01", None),
            ("2026-1-1", Some("1 January 2026")),
            ("2026-11-26x", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(written(iso).as_deref(), expected, "{iso}");
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for (written, expected) in [
            ("Thu, 26 Nov 2026 03:00:00 +0000", Some("2026-11-26")),
            ("1 may 2001", Some("2001-05-01")),
            ("26-Nov-2026 03:00", Some("2026-11-26")),
            ("Nov 26 2026", Some("2026-11-26")),
            (
                "Published on Tuesday, March 3rd, 2026 at 10:30",
                Some("2026-03-03"),
            ),
            ("3. März 2026", Some("2026-03-03")),
            ("le 1er août 2026", Some("2026-08-01")),
            ("3 de marzo de 2026", Some("2026-03-03")),
            ("2026-11-26", Some("2026-11-26")),
            ("2026-11-26T03:00:00Z", Some("2026-11-26")),
            ("32 Nov 2026", None),
            ("3/4/2026", None),
            ("2026-13-01", None),
            ("March 2026", None),
            ("March 3", None),
            ("", None),
        ] {
            assert_eq!(day_in(written).as_deref(), expected, "{written}");
        }
        assert_eq!(find("– 3 May 2026").map(|it| it.0), Some("– ".len()));
    }

    #[test]
    fn a_line_may_be_a_date() {
        for line in ["march 3, 2024", "updated 3 mars 2024 at 10:30", "3.4.2024"] {
            assert!(is_date(line), "{line}");
        }
        for line in ["in march", "1234 ships", "3 may"] {
            assert!(!is_date(line), "{line}");
        }
    }

    #[test]
    fn as_much_of_a_date_is_told_as_there_is() {
        for (written, plain, year_first) in [
            ("2026-05-12", "12 May 2026", "2026, May 12"),
            ("2026-05-12T08:30:00Z", "12 May 2026", "2026, May 12"),
            ("2026-05-12 08:30", "12 May 2026", "2026, May 12"),
            ("2026-05", "May 2026", "2026, May"),
            ("2026", "2026", "2026"),
            ("2026-13-40", "2026", "2026"),
            ("2026-05-40", "May 2026", "2026, May"),
        ] {
            let date = Date::of(written).unwrap();
            assert_eq!(date.to_string(), plain, "{written}");
            assert_eq!(date.year_first(), year_first, "{written}");
        }
        for written in ["", "May 12", "12-05-2026", "+026", "last week"] {
            assert_eq!(Date::of(written), None, "{written}");
        }
    }
}
