//! Many sentences and lists at once: every class of promise, and of what only looks like one.
//!
//! The cases stand in `tests/fixtures`, one a line. A line that begins with `?` is known to be read wrongly today; when it is
//! read rightly the mark has to go.

use super::testing::read;
use super::{Firmness, Guarantee};
use crate::doc::Document;
use crate::doc::format::Format;

const SENTENCES: &str = include_str!("../../../tests/fixtures/commitments.txt");
const LISTS: &str = include_str!("../../../tests/fixtures/lists.txt");

/// A line of a fixture: what is expected, and the columns behind.
struct Case<'a> {
    line: &'a str,
    is_wrong_today: bool,
    /// `None` where nothing is to be found.
    firmness: Option<Firmness>,
    /// Who gives it; any or nobody when empty. For nothing: why.
    actor: &'a str,
    rest: Vec<&'a str>,
}

impl<'a> Case<'a> {
    fn read(line: &'a str) -> Self {
        let case = line.strip_prefix("? ");
        let mut columns = case.unwrap_or(line).split('|').map(str::trim);
        let firmness = columns.next().unwrap_or_default();
        Self {
            line,
            is_wrong_today: case.is_some(),
            firmness: firmness_of(firmness),
            actor: columns.next().unwrap_or_default(),
            rest: columns.collect(),
        }
    }

    /// Whether what is found is what is expected; a weak one is none.
    fn is_met(&self, document: &Document, found: Option<&Guarantee>) -> bool {
        let found = found
            .filter(|it| self.firmness == Some(Firmness::Weak) || it.firmness != Firmness::Weak);
        let is_by = |it: &Guarantee| {
            let actor = it.actor.as_ref();
            actor.is_some_and(|actor| {
                document.slice(actor.mention) == self.actor || actor.name == self.actor
            })
        };
        match (self.firmness, found) {
            (None, None) => true,
            (Some(firmness), Some(it)) => {
                it.firmness == firmness && (self.actor.is_empty() || is_by(it))
            }
            _ => false,
        }
    }
}

fn firmness_of(word: &str) -> Option<Firmness> {
    match word {
        "firm" => Some(Firmness::Firm),
        "conditional" => Some(Firmness::Conditional),
        "potential" => Some(Firmness::Potential),
        "reported" => Some(Firmness::Reported),
        "weak" => Some(Firmness::Weak),
        "none" => None,
        other => panic!("no firmness: {other}"),
    }
}

/// Checks all cases of a fixture; `is_right` reads one.
#[track_caller]
fn check(fixture: &str, is_right: fn(&Case<'_>) -> bool) {
    let lines = fixture
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let surprises: Vec<_> = lines
        .map(Case::read)
        .filter(|case| is_right(case) == case.is_wrong_today)
        .map(|case| case.line)
        .collect();
    assert_eq!(surprises, [""; 0]);
}

#[test]
fn sentences_are_told_apart() {
    check(SENTENCES, |case| {
        let text = format!("It was so.\n\n{}\n\nSo it was.\n", case.rest.join("|"));
        let (document, guarantees) = read(&text, Format::Text);
        case.is_met(&document, guarantees.first())
    });
}

#[test]
fn lists_are_told_apart() {
    check(LISTS, |case| {
        let [heading, lead_in, items @ ..] = case.rest.as_slice() else {
            return false;
        };
        let heading = format!("## {heading}\n\n");
        let heading = if heading.len() > 5 {
            heading
        } else {
            String::new()
        };
        let items: String = items.iter().flat_map(|item| ["- ", item, "\n"]).collect();
        let text = format!("It was so.\n\n{heading}{lead_in}\n\n{items}");
        let (document, guarantees) = read(&text, Format::Markdown);
        let is_item = |line: &str| items.contains(line);
        let found = guarantees
            .iter()
            .find(|it| is_item(document.slice(it.span)));
        case.is_met(&document, found)
    });
}
