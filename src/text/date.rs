//! Dates: lines that are one, and how people write those that articles give after ISO 8601.

use std::fmt;

/// Words of a date, with what says that it is one.
const DATE_WORDS: &[&str] = &[
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
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
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
    "enero",
    "febrero",
    "marzo",
    "mayo",
    "junio",
    "julio",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "uhr",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
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

/// Whether a line in small letters is a date and nothing else.
pub fn is_date(line: &str) -> bool {
    let is_year = |word: &str| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let words: Vec<_> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let of_date = |word: &&&str| {
        DATE_WORDS.contains(*word)
            || word
                .trim_end_matches(char::is_alphabetic)
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                && word.starts_with(|c: char| c.is_ascii_digit())
    };
    words.len() <= 24
        && words.iter().any(|word| is_year(word))
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

/// The day in a date after RFC 5322 (`Thu, 26 Nov 2026 03:00:00 +0000`) as ISO 8601 has it: `2026-11-26`.
pub fn of_message(written: &str) -> Option<String> {
    let words: Vec<_> = written
        .split([' ', ',', '-'])
        .filter(|it| !it.is_empty())
        .take(6)
        .collect();
    words.windows(3).find_map(|words| {
        let &[day, month, year] = words else {
            return None;
        };
        let is_month = |name: &&str| {
            name.get(..3)
                .is_some_and(|name| month.eq_ignore_ascii_case(name))
        };
        let month = 1 + MONTHS.iter().position(is_month)?;
        let day = day
            .parse::<u8>()
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        let year = year.parse::<u16>().ok().filter(|year| *year >= 1970)?;
        Some(format!("{year:04}-{month:02}-{day:02}"))
    })
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
    fn messages_say_their_day() {
        for (written, expected) in [
            ("Thu, 26 Nov 2026 03:00:00 +0000", Some("2026-11-26")),
            ("1 may 2001", Some("2001-05-01")),
            ("26-Nov-2026 03:00", Some("2026-11-26")),
            ("32 Nov 2026", None),
            ("Nov 26 2026", None),
            ("2026-11-26", None),
            ("", None),
        ] {
            assert_eq!(of_message(written).as_deref(), expected, "{written}");
        }
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
