//! Labels of records: what a paragraph begins with that tells who speaks, or who will.
//!
//! ```text
//! MR. HALE: …      MS. BRAY (Minister for Ports): …      courts, and many parliaments
//! Mr. HALE of Ohio. …      The SPEAKER. …                the Congressional Record
//! Ann Hale (Orrin North) (Lab): …                        Hansard, at her first words
//! ```

use crate::article::reading::lexicon::{self, Traits};
use crate::text::label::{self, Part};
use crate::text::{cut, head, tail, word};

/// Fewest letters of a label: *Q* and *A* are none of these.
const SHORTEST: usize = 3;

/// Longest label in bytes, with an office in brackets.
const LONGEST: usize = 160;

/// How far into a speech somebody is called.
const REACH: usize = 400;

/// What a paragraph begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `MR. HALE: `, with the bytes up to the words behind it.
    Speaker {
        name: String,
        office: Option<String>,
        end: usize,
        /// Who is called as a witness in the words.
        calls: Option<String>,
    },
    /// `Q. ` or `A. `, with the bytes up to the words behind it.
    Turn(Part, usize),
    /// `BY MR. HALE:`
    Examiner(String),
    /// `PERRIN VANCE, having been duly sworn, …`
    Witness(String),
    /// `DIRECT EXAMINATION`, `TRANSCRIPT OF PROCEEDINGS`
    Hearing,
    /// Anything else in capitals or brackets.
    Direction,
}

impl Label {
    /// The label that `text` begins with.
    pub(super) fn of(text: &str) -> Option<Self> {
        let line = head(text, LONGEST);
        if line.starts_with(['(', '[']) {
            return Some(Self::Direction);
        }
        Self::turn(text)
            .or_else(|| Self::member(text, line))
            .or_else(|| Self::elected(text, line))
            .or_else(|| Self::introduced(text))
            .or_else(|| Self::presiding(text, line))
            .or_else(|| Self::in_capitals(text, line))
    }

    /// `Q. Where were you?`
    fn turn(text: &str) -> Option<Self> {
        let label = label::Label::of(text)?;
        Some(Self::Turn(label.part?, label.end))
    }

    /// Capitals: a witness, an examiner, a speaker with a colon, or what stands alone as a heading or a direction.
    fn in_capitals(text: &str, line: &str) -> Option<Self> {
        let capitals = capitals(line);
        let rest = tail(line, capitals.len());
        let mut letters = capitals.chars().filter(|c| c.is_alphabetic());
        letters.nth(SHORTEST - 1)?;
        if is_calling(rest) {
            return Some(Self::Witness(readable(capitals)));
        }
        let (office, behind) = office(rest);
        let examiner = examiner(capitals).filter(|_| behind.trim_matches([':', ' ']).is_empty());
        if let Some(name) = examiner {
            return Some(Self::Examiner(readable(name)));
        }
        let Some(words) = behind.strip_prefix(':') else {
            return rest.trim().is_empty().then(|| Self::alone(capitals));
        };
        let end = line.len() - words.trim_start().len();
        words
            .starts_with(char::is_whitespace)
            .then(|| Self::speaker(text, readable(capitals), office, end))
    }

    /// Capitals with nothing behind them.
    fn alone(capitals: &str) -> Self {
        if HEARINGS.iter().any(|word| capitals.contains(word)) {
            Self::Hearing
        } else {
            Self::Direction
        }
    }

    /// A name without capitals and a colon; it tells nothing by itself.
    pub(super) fn plain(text: &str) -> Option<Self> {
        let label = label::Label::of(text).filter(|label| label.part.is_none())?;
        Some(Self::speaker(text, label.name.to_owned(), None, label.end))
    }

    /// `ANN HALE, NIGHT HOST: `, at her first words.
    fn introduced(text: &str) -> Option<Self> {
        let label = label::Label::of(text)?;
        let (name, role) = (readable(label.name), label.role?.to_owned());
        Some(Self::speaker(text, name, Some(role), label.end))
    }

    fn speaker(text: &str, name: String, office: Option<String>, end: usize) -> Self {
        Self::Speaker {
            name,
            office,
            end,
            calls: called(head(tail(text, end), REACH)),
        }
    }

    /// `Mr. HALE of Ohio. `, `The SPEAKER pro tempore. `
    fn member(text: &str, line: &str) -> Option<Self> {
        const ADDRESSES: [&str; 9] = [
            "Mr. ",
            "Ms. ",
            "Mrs. ",
            "Miss ",
            "Dr. ",
            "Senator ",
            "Representative ",
            "Chairman ",
            "Chairwoman ",
        ];
        let address = ADDRESSES.iter().find_map(|it| line.strip_prefix(it));
        let behind = address.or_else(|| line.strip_prefix("The "))?;
        let (label, _) = behind.split_once(". ")?;
        let capitals = capitals(label);
        let rest = tail(label, capitals.len());
        let has_name = capitals.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST;
        let is_state = rest.strip_prefix(" of ").is_some_and(is_state);
        if !has_name || !(rest.is_empty() || rest == " pro tempore" || is_state) {
            return None;
        }
        let end = line.len() - behind.len() + label.len() + ". ".len();
        let name = match address {
            Some(_) => readable(capitals) + rest,
            None => format!("the {}{rest}", capitals.to_lowercase()),
        };
        let name = head(line, line.len() - behind.len())
            .trim_start_matches("The ")
            .to_owned()
            + &name;
        Some(Self::speaker(text, name, None, end))
    }

    /// `Mr. Speaker: `, `Hon. Members: `, `The Deputy Speaker: `
    fn presiding(text: &str, line: &str) -> Option<Self> {
        const ADDRESSES: [&str; 8] = [
            "Mr. ",
            "Mr ",
            "Madam ",
            "The ",
            "Hon. ",
            "An Hon. ",
            "Some Hon. ",
            "Several Hon. ",
        ];
        const OFFICES: [&str; 12] = [
            "Speaker",
            "Deputy Speaker",
            "Acting Speaker",
            "Chair",
            "Chairman",
            "Chairwoman",
            "Chairperson",
            "Presiding Officer",
            "Temporary Chairman",
            "Member",
            "Members",
            "Senators",
        ];
        let (label, words) = line.split_once(':')?;
        let office = ADDRESSES.iter().find_map(|it| label.strip_prefix(it))?;
        let is_apart = words.starts_with(char::is_whitespace);
        let end = line.len() - words.trim_start().len();
        let name = if label.contains("Hon. ") {
            label.to_lowercase()
        } else {
            format!("the {}", office.to_lowercase())
        };
        (OFFICES.contains(&office) && is_apart).then(|| Self::speaker(text, name, None, end))
    }

    /// `Ann Hale (Orrin North) (Lab): `, `The Minister for Ports (Ann Hale): `
    fn elected(text: &str, line: &str) -> Option<Self> {
        let (label, words) = line.split_once(':')?;
        let (outer, brackets) = label.split_once(" (")?;
        let brackets = brackets.strip_suffix(')')?;
        let is_name = |name: &str| {
            let mut words = name.split(' ');
            name.contains(' ') && words.all(|it| it.starts_with(char::is_uppercase))
        };
        let end = line.len() - words.trim_start().len();
        let (name, office) = match (outer.strip_prefix("The "), brackets.split_once(") (")) {
            (Some(office), None) if is_name(brackets) => (brackets, office.to_owned()),
            (None, Some((seat, party))) if is_name(outer) && !party.contains(['(', ')']) => {
                (outer, format!("{seat}, {party}"))
            }
            _ => return None,
        };
        let is_apart = words.starts_with(char::is_whitespace);
        is_apart.then(|| Self::speaker(text, name.to_owned(), Some(office), end))
    }
}

/// Who asks from here on: `BY MR. HALE`, `CROSS-EXAMINATION BY MS. BRAY`
fn examiner(capitals: &str) -> Option<&str> {
    let (heading, name) = capitals.split_once("BY ")?;
    let heading = heading.trim_end();
    let is_heading = heading.is_empty() || heading.ends_with("EXAMINATION");
    is_heading.then_some(name)
}

/// Words of headings of hearings.
const HEARINGS: [&str; 7] = [
    "EXAMINATION",
    "PROCEEDINGS",
    "TESTIMONY",
    "DEPOSITION",
    "HEARING",
    "TRANSCRIPT",
    "SWORN",
];

/// Whether words are the name of a state: *Texas*, *New York*.
fn is_state(words: &str) -> bool {
    const MOST: usize = 3;
    let mut all = words.split(' ');
    all.clone().count() <= MOST && all.all(|word| word.starts_with(char::is_uppercase))
}

/// Who is called as a witness: *I call Ruth Pell*, *the defence calls Perrin Vance*.
fn called(words: &str) -> Option<String> {
    const LONGEST: usize = 3;
    const SHORTEST: usize = 2;
    let mut list: Vec<_> = word::words(words)
        .map(|range| (cut(words, range.clone()), range))
        .collect();
    let call = list
        .iter()
        .position(|(word, _)| matches!(*word, "call" | "calls" | "recall" | "recalls"))?;
    let name = list.split_off(call + 1);
    let is_part = |(word, _): &&(&str, _)| word.starts_with(char::is_uppercase);
    let count = name.iter().take(LONGEST).take_while(is_part).count();
    let start = name.first()?.1.start;
    let end = name.get(count.checked_sub(1)?)?.1.end;
    let called = cut(words, start..end);
    let is_name = count >= SHORTEST && !called.contains(['.', ',', ':', ';', '?', '!']);
    is_name.then(|| called.to_owned())
}

/// Whether what follows a name in capitals calls a witness.
fn is_calling(rest: &str) -> bool {
    const CALLS: &[&str] = &[
        "having been",
        "being first",
        "being duly",
        "called as a witness",
    ];
    let rest = rest.strip_prefix(", ");
    rest.is_some_and(|rest| CALLS.iter().any(|call| rest.starts_with(call)))
}

/// The words in capitals that a line begins with, without the space behind them.
fn capitals(line: &str) -> &str {
    let is_part = |word: &str| {
        let has_letters = word.chars().any(char::is_alphabetic);
        has_letters && !word.contains(char::is_lowercase)
    };
    let mut end = 0;
    for word in line.split(' ') {
        let name = word.trim_end_matches([':', ',']);
        if !is_part(name) {
            break;
        }
        end += usize::from(end > 0) + name.len();
        if name.len() < word.len() {
            break;
        }
    }
    head(line, end)
}

/// An office in brackets behind a name, and what follows; an aside or a time is none.
fn office(rest: &str) -> (Option<String>, &str) {
    let inside = rest
        .trim_start()
        .strip_prefix(['(', '['])
        .and_then(|rest| rest.split_once([')', ']']));
    inside.map_or((None, rest), |(office, behind)| {
        let is_office = office.starts_with(char::is_uppercase);
        (is_office.then(|| office.to_owned()), behind)
    })
}

/// `MR. HALE` as *Mr. Hale*, `THE COURT` as *the court*.
fn readable(name: &str) -> String {
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    let is_described = lexicon::traits(&first).intersects(Traits::DETERMINER);
    if is_described {
        return name.to_lowercase();
    }
    let word = |word: &str| {
        let first = word.chars().next().map_or(0, char::len_utf8);
        head(word, first).to_owned() + &tail(word, first).to_lowercase()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A name without its form of address and title: *Mr. Hale*, *Justice Kay*.
pub(super) fn bare(name: &str) -> String {
    let behind = tail(name, address(name).len()).trim_start();
    tail(behind, office_before(behind).len())
        .trim_start()
        .to_owned()
}

/// The title before a name: *Justice* Kay.
pub(super) fn title(name: &str) -> Option<String> {
    let title = office_before(tail(name, address(name).len()).trim_start());
    (!title.is_empty()).then(|| title.to_owned())
}

/// The form of address that a name begins with.
fn address(name: &str) -> &str {
    leading(name, |word| {
        lexicon::traits(word.trim_end_matches('.')).intersects(Traits::ADDRESS)
    })
}

/// The words for an office that a name begins with; an office alone has no name behind it.
fn office_before(name: &str) -> &str {
    let is_office = |word: &str| {
        let traits = lexicon::traits(word);
        word.starts_with(char::is_uppercase)
            && traits.intersects(Traits::ROLE | Traits::TITLE)
            && !traits.intersects(Traits::GIVEN)
    };
    let title = leading(name, is_office);
    if title.len() < name.len() && !tail(name, title.len()).starts_with(" of ") {
        title
    } else {
        ""
    }
}

/// The words that a name begins with of which `holds` is true.
fn leading(name: &str, holds: impl Fn(&str) -> bool) -> &str {
    let mut end = 0;
    for word in name.split(' ').take_while(|word| holds(word)) {
        end += usize::from(end > 0) + word.len();
    }
    head(name, end)
}

/// What tells a name from others in small letters: its last word, or all of it where its state is said.
pub(super) fn key(name: &str) -> String {
    let bare = bare(name);
    let is_of_state = bare.contains(" of ");
    let last = bare.rsplit(' ').next().filter(|_| !is_of_state);
    last.unwrap_or(&bare).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read() {
        let speaker = |name: &str, office: Option<&str>, end| {
            let office = office.map(str::to_owned);
            Some(Label::Speaker {
                name: name.to_owned(),
                office,
                end,
                calls: None,
            })
        };
        for (text, expected) in [
            ("MR. HALE: I ask.", speaker("Mr. Hale", None, 10)),
            (
                "MS. BRAY (Minister): Yes.",
                speaker("Ms. Bray", Some("Minister"), 21),
            ),
            ("THE COURT: Sit.", speaker("the court", None, 11)),
            (
                "ANN HALE, NIGHT HOST: Yes.",
                speaker("Ann Hale", Some("NIGHT HOST"), 22),
            ),
            ("HALE (off camera): Yes.", speaker("Hale", None, 19)),
            ("HALE [00:12]: Yes.", speaker("Hale", None, 14)),
            ("BY MR. HALE:", Some(Label::Examiner("Mr. Hale".to_owned()))),
            (
                "ANN VANCE, having been sworn, said:",
                Some(Label::Witness("Ann Vance".to_owned())),
            ),
            (
                "ANN VANCE, called as a witness, said:",
                Some(Label::Witness("Ann Vance".to_owned())),
            ),
            ("NATO said no.", None),
            (
                "Mr. HALE of New York. I rise.",
                speaker("Mr. Hale of New York", None, 22),
            ),
            (
                "The SPEAKER pro tempore. The time is up.",
                speaker("the speaker pro tempore", None, 25),
            ),
            ("Mr. HALE rose. He spoke.", None),
            (
                "Senator COLE. Thank you. I rise.",
                speaker("Senator Cole", None, 14),
            ),
            ("Senator COLE rose. He spoke.", None),
            ("Mr. Speaker: Order.", speaker("the speaker", None, 13)),
            ("Hon. Members: Shame!", speaker("hon. members", None, 14)),
            ("The Chair: Order.", speaker("the chair", None, 11)),
            ("The Rule: Wait.", None),
            (
                "CROSS-EXAMINATION BY MS. BRAY:",
                Some(Label::Examiner("Ms. Bray".to_owned())),
            ),
            ("STORM HITS BY MR. HALE", Some(Label::Direction)),
            (
                "Ann Hale (Orrin North) (Lab): Yes.",
                speaker("Ann Hale", Some("Orrin North, Lab"), 30),
            ),
            (
                "The Minister for Ports (Ann Hale): Yes.",
                speaker("Ann Hale", Some("Minister for Ports"), 35),
            ),
            ("Day One (Monday): A walk.", None),
            ("DIRECT EXAMINATION", Some(Label::Hearing)),
            ("HARBOUR BILL", Some(Label::Direction)),
            ("Ann Lee: Yes.", None),
            ("A: Yes.", Some(Label::Turn(Part::Answer, 3))),
        ] {
            assert_eq!(Label::of(text), expected, "{text}");
        }
    }

    #[test]
    fn a_speech_calls_a_witness_by_name() {
        assert_eq!(called("I call Ruth Pell."), Some("Ruth Pell".to_owned()));
        assert_eq!(
            called("The defence calls Dr Ann Vance to the stand."),
            Some("Dr Ann Vance".to_owned())
        );
        for words in [
            "I call for order.",
            "They call her Ann.",
            "Call me. Ruth Pell",
        ] {
            assert_eq!(called(words), None, "{words}");
        }
    }
}
