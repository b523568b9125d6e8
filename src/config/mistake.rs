//! Mistakes in the configuration: what is wrong, and where.

use std::fmt;

/// Something in the file that means nothing. The rest of the file holds all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Its line, from 1.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
    /// What is wrong, and what to write instead when that is known.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.what)
    }
}

/// Mistakes on the way through a file, by where they are in it, in bytes.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    found: Vec<(usize, String)>,
}

impl Mistakes {
    /// Takes note of one.
    pub(super) fn note(&mut self, at: usize, what: impl Into<String>) {
        self.found.push((at, what.into()));
    }

    /// All of them in the order of the file, with their lines.
    pub(super) fn in_lines_of(mut self, text: &str) -> Vec<Mistake> {
        self.found.sort();
        let mut found = self.found.into_iter().peekable();
        let mut mistakes = Vec::new();
        let mut start = 0;
        for (line, content) in text.split_inclusive('\n').chain([""]).enumerate() {
            let end = start + content.len();
            let is_here = |at: usize| at < end || content.is_empty();
            while let Some((at, what)) = found.next_if(|(at, _)| is_here(*at)) {
                let before = crate::text::head(content, at.saturating_sub(start));
                mistakes.push(Mistake {
                    line: line + 1,
                    column: before.chars().count() + 1,
                    what,
                });
            }
            start = end;
        }
        mistakes
    }
}

/// `; did you mean x?` when one of the names is near to what was written.
pub(super) fn suggestion(written: &str, names: impl IntoIterator<Item = &'static str>) -> String {
    nearest(written, names).map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// The nearest of the names, if it is no more than a third away from what was written.
fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (written.chars().count() / 3).max(1);
    let distance = |name: &str| strsim::damerau_levenshtein(written, name);
    let near = names
        .into_iter()
        .map(|name| (distance(name), name))
        .filter(|(distance, _)| *distance <= most);
    near.min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_have_lines_and_columns() {
        let text = "one\n\u{e9} two\nthree";
        let mut mistakes = Mistakes::default();
        for at in [18, 7, 0, 12] {
            mistakes.note(at, at.to_string());
        }
        let written: Vec<_> = mistakes
            .in_lines_of(text)
            .iter()
            .map(Mistake::to_string)
            .collect();
        assert_eq!(written, ["1:1: 0", "2:3: 7", "3:2: 12", "4:1: 18"]);
    }

    #[test]
    fn what_is_near_is_suggested() {
        let names = ["width", "theme", "mouse"];
        for (written, expected) in [
            ("widht", Some("width")),
            ("themes", Some("theme")),
            ("colour", None),
        ] {
            assert_eq!(nearest(written, names), expected);
        }
    }
}
