//! Dates as lines of their own, and as people write them.

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

/// A date after ISO 8601 as a person writes it: `26 November 2026`. The time of the day is left out.
pub fn written(iso: &str) -> Option<String> {
    let date = crate::text::head(iso.trim(), 10);
    let mut parts = date.split('-');
    let mut next = |length: usize| {
        let part = parts.next().filter(|part| part.len() == length)?;
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(part)
    };
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    let month: usize = month.parse().ok()?;
    let day: u8 = day.parse().ok()?;
    let rest = crate::text::tail(iso.trim(), 10);
    let is_whole = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    let name = MONTHS.get(month.checked_sub(1)?)?;
    (is_whole && (1..=31).contains(&day)).then(|| format!("{day} {name} {year}"))
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
            ("2026-1-1", None),
            ("2026-11-26x", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(written(iso).as_deref(), expected, "{iso}");
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
}
