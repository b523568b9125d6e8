//! Where to begin, as `less` and `vi` are told: arguments with a plus before them (`+G`, `+/TEXT`).

use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::app::goal::Goal;

/// What begins with a plus and means nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0} is no place to begin: there are +N (a line), +N%, +G (the end), +F (the end, and what is added to it) and +/TEXT; a file called so \
     is ./{0}"
)]
pub(super) struct NoBeginning(String);

/// Articles, and where the first of them begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Begin<'a> {
    pub(super) articles: Vec<&'a OsStr>,
    pub(super) goal: Option<Goal>,
    /// Whether the end is to be followed.
    pub(super) follows: bool,
}

impl<'a> Begin<'a> {
    /// Takes the arguments apart. What is no place to begin may yet be a file.
    pub(super) fn of(arguments: &'a [OsString]) -> Result<Self, NoBeginning> {
        let mut begin = Self::default();
        for argument in arguments {
            let place = argument.to_str().and_then(|it| it.strip_prefix('+'));
            match (place, place.and_then(goal)) {
                (Some("F"), _) => begin.follows = true,
                (_, Some(goal)) => begin.goal = Some(goal),
                (Some(_), None) if !Path::new(argument).exists() => {
                    return Err(NoBeginning(argument.to_string_lossy().into_owned()));
                }
                (_, None) => begin.articles.push(argument),
            }
        }
        Ok(begin)
    }
}

/// What stands behind the plus, as `less` reads it.
fn goal(place: &str) -> Option<Goal> {
    if let Some(words) = place.strip_prefix('/') {
        return Some(Goal::Words(words.to_owned()));
    }
    let digits = place.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = crate::text::head(place, place.len() - digits.len());
    match (number, digits) {
        ("", "g") => Some(Goal::Line(1)),
        ("", "G" | "") => Some(Goal::End),
        ("", _) => None,
        (number, "" | "g" | "G") => number.parse().ok().map(Goal::Line),
        (number, "%" | "p") => number.parse().ok().map(Goal::Percent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(arguments: &str) -> Result<(usize, Option<Goal>, bool), String> {
        let arguments: Vec<_> = arguments.split(' ').map(OsString::from).collect();
        let begin = Begin::of(&arguments).map_err(|error| error.to_string())?;
        Ok((begin.articles.len(), begin.goal, begin.follows))
    }

    #[test]
    fn a_plus_tells_where_to_begin() {
        for (written, goal) in [
            ("+G", Goal::End),
            ("+", Goal::End),
            ("+g", Goal::Line(1)),
            ("+12", Goal::Line(12)),
            ("+12G", Goal::Line(12)),
            ("+40%", Goal::Percent(40)),
            ("+40p", Goal::Percent(40)),
            ("+/two", Goal::Words("two".to_owned())),
        ] {
            assert_eq!(
                begin(&format!("a.md {written}")),
                Ok((1, Some(goal), false))
            );
        }
        assert_eq!(begin("+F a.md b.md"), Ok((2, None, true)));
    }

    #[test]
    fn what_means_nothing_is_told() {
        for written in ["+x", "+?two", "+12x", "++G", "+99999999999999999999999"] {
            let told = begin(written).unwrap_err();
            assert!(
                told.starts_with(&format!("{written} is no place")),
                "{told}"
            );
        }
    }
}
