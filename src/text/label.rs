//! Labels: what stands before the words of a speaker, a question or an answer.
//!
//! `Q: Why?`, `A. Because.`, `Ann Lee: I don’t know.`, `AL: …`; with a time, an aside or an office: `[00:12] Ann:`, `Ann (laughs):`,
//! `ANN LEE, HOST:`. Whether a text has speakers at all is told by all its labels together; here one is read.

/// The label at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    /// Who or what it names, without the mark behind it, and without a time or an aside.
    pub name: &'a str,
    /// What it says the named one is: `HOST` in `ANN LEE, HOST:`.
    pub role: Option<&'a str>,
    /// What the name alone says of the words behind it.
    pub part: Option<Part>,
    /// The byte with which the name begins.
    pub start: usize,
    /// The byte with which the words behind it begin.
    pub end: usize,
}

/// What words are in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Those of one who asks.
    Question,
    /// Those of one who answers.
    Answer,
}

/// The longest label, in bytes: a name with an office, or with a title and its initials in brackets.
const LONGEST: usize = 96;

/// The longest aside, in bytes: `(LAUGHTER AND APPLAUSE)`.
const LONGEST_ASIDE: usize = 48;

/// The first bytes of the colons of all scripts.
const COLONS: [u8; 2] = [b':', 0xEF];

/// Most words of a label.
const MOST_WORDS: usize = 5;

/// Names of a question in the languages of Europe and East Asia, in small letters.
const QUESTIONS: &[&str] = &[
    "q",
    "question",
    "f",
    "frage",
    "p",
    "pregunta",
    "pergunta",
    "d",
    "domanda",
    "v",
    "vraag",
    "pyt",
    "pytanie",
    "в",
    "вопрос",
    "питання",
    "запитання",
    "ε",
    "ερώτηση",
    "问",
    "問",
    "질문",
];

/// Names of an answer, in small letters.
const ANSWERS: &[&str] = &[
    "a",
    "answer",
    "antwort",
    "r",
    "réponse",
    "reponse",
    "respuesta",
    "resposta",
    "risposta",
    "antwoord",
    "odp",
    "odpowiedź",
    "о",
    "ответ",
    "відповідь",
    "α",
    "απάντηση",
    "答",
    "답",
];

impl<'a> Label<'a> {
    /// The label that `text` begins with.
    pub fn of(text: &'a str) -> Option<Self> {
        let head = super::head(text, LONGEST);
        Self::short(text, head).or_else(|| Self::name(text, head))
    }

    /// `Q.`, `A)`, `Q12 -`: the names of question and answer may have other marks than a colon behind them.
    fn short(text: &'a str, head: &'a str) -> Option<Self> {
        let letters = head.find(|c: char| !c.is_alphabetic());
        let name = super::head(head, letters.unwrap_or(head.len()));
        let behind = super::tail(head, name.len());
        let rest = behind.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
        let number = super::head(behind, behind.len() - rest.len());
        let has_digits = number.contains(|c: char| c.is_ascii_digit());
        let is_letter = name.chars().nth(1).is_none();
        let mark = rest.chars().next()?;
        let is_mark = match mark {
            ':' | '：' => true,
            '.' | ')' => is_letter || has_digits,
            '-' | '–' | '—' => is_letter && has_digits,
            _ => false,
        };
        let has_gap = name == "Q" && behind.chars().take_while(|c| c.is_whitespace()).count() > 1;
        if !is_mark && !has_gap || name.starts_with(char::is_lowercase) {
            return None;
        }
        let part = part(name)?;
        let at = head.len() - rest.len() + if is_mark { mark.len_utf8() } else { 0 };
        let label = Self {
            name,
            role: None,
            part: Some(part),
            start: 0,
            end: at,
        };
        label.before_words(text)
    }

    /// A name and a colon.
    fn name(text: &'a str, head: &'a str) -> Option<Self> {
        memchr::memchr2(COLONS[0], COLONS[1], head.as_bytes())?; // most texts have none
        let start = head.len() - behind_time(head).len();
        let rest = super::tail(head, start);
        let at = colon(rest)?;
        let colon = super::tail(rest, at)
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        Self::named(super::head(rest, at), start, start + at + colon)?.before_words(text)
    }

    /// The label that stands alone on its line, with a colon or a time behind the name: `Ann Lee:`, `Ann Lee  0:12`.
    pub fn alone(line: &'a str) -> Option<Self> {
        if line.len() > LONGEST {
            return None;
        }
        let start = line.len() - behind_time(line).len();
        let rest = super::tail(line, start);
        let words = rest.strip_suffix([':', '：']).or_else(|| {
            let (name, time) = rest.rsplit_once(char::is_whitespace)?;
            is_time(without_brackets(time).unwrap_or(time)).then_some(name)
        })?;
        Self::named(words, start, line.len())
    }

    /// The label of one whose name stands in `words`, which begin at `start`.
    fn named(words: &'a str, start: usize, end: usize) -> Option<Self> {
        let words = without_asides(words.trim_end());
        let (name, role) = match words.split_once(", ") {
            Some((name, role)) if is_in_capitals(name) => (name, Some(role)),
            _ => (words, None),
        };
        let part = part(name.trim_end_matches(|c: char| c == ' ' || c.is_ascii_digit()));
        is_name(name).then_some(Self {
            name,
            role,
            part,
            start,
            end,
        })
    }

    /// The label with its end where the words behind it begin, when white space or a wide colon parts them.
    fn before_words(self, text: &str) -> Option<Self> {
        let words = super::tail(text, self.end);
        let start = words.trim_start();
        let before = super::head(text, self.end);
        let is_apart = start.len() < words.len() || before.ends_with(['：', ' ', '\u{a0}', '\t']);
        (is_apart && !start.is_empty()).then(|| Self {
            end: text.len() - start.len(),
            ..self
        })
    }
}

/// Whether a line is no words of a speaker, but says what happens meanwhile, or when: `(LAUGHTER)`, `[20:05:12]`.
pub fn is_aside(line: &str) -> bool {
    let inside = without_brackets(line.trim());
    inside.is_some_and(|inside| {
        let is_said = inside.contains(['(', '[', ')', ']', '.', '?', '!']) && !is_time(inside);
        inside.len() <= LONGEST_ASIDE && !is_said
    })
}

/// Whether a line is nothing but a name of few words, each with a capital.
pub fn is_name_alone(line: &str) -> bool {
    const LONGEST: usize = 48;
    const MOST_WORDS: usize = 4;
    let is_mark = |c: char| matches!(c, ' ' | '.' | '’' | '\'' | '-');
    line.len() <= LONGEST
        && line.split(' ').count() <= MOST_WORDS
        && line
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
        && line.ends_with(char::is_alphabetic)
        && line.chars().all(|c| c.is_alphabetic() || is_mark(c))
}

/// Whether a name is that of something that is told besides: `Editor’s Note`, `Read More`.
pub fn is_notice(name: &str) -> bool {
    const NOTICES: &[&str] = &[
        "also",
        "caption",
        "correction",
        "credit",
        "credits",
        "disclosure",
        "example",
        "fact",
        "more",
        "note",
        "notes",
        "photo",
        "photos",
        "picture",
        "source",
        "sources",
        "tip",
        "update",
        "video",
        "warning",
    ];
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    NOTICES.contains(&last.as_str())
}

/// A text without the time in brackets that it begins with.
fn behind_time(text: &str) -> &str {
    let rest = || {
        let (time, rest) = text.strip_prefix(['[', '('])?.split_once([']', ')'])?;
        is_time(time).then(|| rest.trim_start())
    };
    rest().unwrap_or(text)
}

/// The first colon that stands in no brackets.
fn colon(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    let found = text.char_indices().find(|&(_, c)| {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            _ => {}
        }
        open == 0 && matches!(c, ':' | '：')
    });
    found.map(|(at, _)| at)
}

/// A name without what is told in brackets behind it: `(laughs)`, `[00:12]`. Initials and seats stay.
fn without_asides(name: &str) -> &str {
    let mut name = name;
    while let Some(at) = name.rfind(['(', '[']) {
        let inside = without_brackets(super::tail(name, at)).unwrap_or_default();
        if !inside.starts_with(char::is_lowercase) && !is_time(inside) {
            break;
        }
        name = super::head(name, at).trim_end();
    }
    name
}

fn without_brackets(text: &str) -> Option<&str> {
    let round = || text.strip_prefix('(')?.strip_suffix(')');
    round().or_else(|| text.strip_prefix('[')?.strip_suffix(']'))
}

/// Whether a text is a time of a recording or of the day: `0:12`, `01:02:03.5`.
fn is_time(text: &str) -> bool {
    text.contains(':')
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ','))
}

/// Whether a name is written in capitals.
fn is_in_capitals(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.contains(char::is_lowercase)
}

/// What a name says of the words behind it.
fn part(name: &str) -> Option<Part> {
    if name.len() > LONGEST / 2 {
        return None;
    }
    let name = name.to_lowercase();
    if QUESTIONS.contains(&name.as_str()) {
        Some(Part::Question)
    } else {
        ANSWERS.contains(&name.as_str()).then_some(Part::Answer)
    }
}

/// Whether words may name a speaker: few, the first with a capital, no marks but those of names.
fn is_name(name: &str) -> bool {
    let is_mark = |c: char| {
        matches!(
            c,
            ' ' | '.' | '’' | '\'' | '-' | '&' | '/' | '(' | ')' | '#' | '·' | '・'
        )
    };
    name.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && name.chars().any(|c| c.is_alphabetic() && !c.is_lowercase())
        && name.chars().all(|c| c.is_alphanumeric() || is_mark(c))
        && name.split_whitespace().count() <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Option<Part>, &str)>) {
        let found = Label::of(text);
        let found = found.map(|it| (it.name, it.part, crate::text::tail(text, it.end)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn questions_and_answers_are_named_in_many_ways() {
        let question = |name, words| Some((name, Some(Part::Question), words));
        let answer = |name, words| Some((name, Some(Part::Answer), words));
        check("Q: Why?", question("Q", "Why?"));
        check("Q. Why?", question("Q", "Why?"));
        check("Q12) Why?", question("Q", "Why?"));
        check("Question 3: Why?", question("Question", "Why?"));
        check("A: So.", answer("A", "So."));
        check("R. Porque sí.", answer("R", "Porque sí."));
        check("问：为什么？", question("问", "为什么？"));
        check("答：不知道。", answer("答", "不知道。"));
    }

    #[test]
    fn speakers_have_names() {
        check("Ann Lee: Why?", Some(("Ann Lee", None, "Why?")));
        check("Ann Lee (AL): Why?", Some(("Ann Lee (AL)", None, "Why?")));
        check("AL: Why?", Some(("AL", None, "Why?")));
        check("U.S. team: Why?", Some(("U.S. team", None, "Why?")));
    }

    #[test]
    fn times_asides_and_offices_are_no_part_of_a_name() {
        for (text, name, role) in [
            ("Lee (laughs): Why?", "Lee", None),
            ("Lee [00:12]: Why?", "Lee", None),
            ("[00:00:12] Lee: Why?", "Lee", None),
            ("Lee [00:12] (off mic): Why?", "Lee", None),
            ("ANN LEE, NIGHT HOST: Why?", "ANN LEE", Some("NIGHT HOST")),
            ("Lee (Orrin): Why?", "Lee (Orrin)", None),
            ("Q   Why?", "Q", None),
        ] {
            let label = Label::of(text).unwrap();
            assert_eq!((label.name, label.role), (name, role), "{text}");
            assert_eq!(super::super::tail(text, label.end), "Why?");
            assert!(super::super::tail(text, label.start).starts_with(name));
        }
        for text in ["Oslo, Norway: it rains", "Lee [sic: Leigh] said: no", "Q  "] {
            check(text, None);
        }
    }

    #[test]
    fn a_label_may_stand_alone() {
        for (line, name) in [
            ("Ann Lee:", "Ann Lee"),
            ("Ann Lee  0:12", "Ann Lee"),
            ("Ann Lee [00:00:12]", "Ann Lee"),
            ("[0:12] Ann Lee:", "Ann Lee"),
        ] {
            assert_eq!(Label::alone(line).map(|it| it.name), Some(name), "{line}");
        }
        for line in [
            "Ann Lee",
            "at 0:12",
            "Open from 9:30 to 10:45",
            "they said:",
            "",
        ] {
            assert_eq!(Label::alone(line), None, "{line}");
        }
    }

    #[test]
    fn what_happens_meanwhile_is_an_aside() {
        for line in ["(LAUGHTER)", "[20:05:12]", "(Applause)", "[cross-talk]"] {
            assert!(is_aside(line), "{line}");
        }
        for line in [
            "(He never was there.)",
            "Yes (laughs)",
            "(a) or (b)",
            "Laughter",
        ] {
            assert!(!is_aside(line), "{line}");
        }
    }

    #[test]
    fn other_colons_make_no_label() {
        for text in [
            "10:30 is the time",
            "he said: no",
            "https://a.example",
            "The answer, they say: no",
            "Quiet. Very quiet",
            "A long way",
            "Name:",
            "Four words and two more words: no",
            "",
        ] {
            check(text, None);
        }
    }
}
