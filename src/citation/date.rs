//! Dates as articles give them: ISO 8601, as much of it as there is.

use std::fmt;

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

/// A year, perhaps with its month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: u16,
    month: Option<&'static str>,
    day: Option<u8>,
}

impl Date {
    /// The date that `written` begins with: `2026`, `2026-05`, `2026-05-12`, with a time or without.
    pub(super) fn of(written: &str) -> Option<Self> {
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
    pub(super) fn year_first(self) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

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
