//! Labels: what stands before the words of a speaker, a question or an answer.
//!
//! `Q: Why?`, `A. Because.`, `Ann Lee: I don’t know.`, `AL: …`. Whether a text has speakers at all is told by all its labels together;
//! here one is read.

/// The label at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    /// Who or what it names, without the mark behind it.
    pub name: &'a str,
    /// What the name alone says of the words behind it.
    pub part: Option<Part>,
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

/// The longest label, in bytes: a name with a title and its initials in brackets.
const LONGEST: usize = 64;

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
        if !is_mark || name.starts_with(char::is_lowercase) {
            return None;
        }
        let part = part(name)?;
        let at = head.len() - rest.len() + mark.len_utf8();
        Self::behind(text, name, Some(part), at)
    }

    /// A name and a colon.
    fn name(text: &'a str, head: &'a str) -> Option<Self> {
        memchr::memchr2(COLONS[0], COLONS[1], head.as_bytes())?; // most texts have none
        let (name, words) = head.split_once([':', '：'])?;
        let name = name.trim();
        let part = part(name.trim_end_matches(|c: char| c == ' ' || c.is_ascii_digit()));
        is_name(name)
            .then(|| Self::behind(text, name, part, head.len() - words.len()))
            .flatten()
    }

    /// A label that ends at `at`, when white space or a wide colon is there.
    fn behind(text: &'a str, name: &'a str, part: Option<Part>, at: usize) -> Option<Self> {
        let words = super::tail(text, at);
        let start = words.trim_start();
        let is_apart = start.len() < words.len() || super::head(text, at).ends_with('：');
        (is_apart && !start.is_empty()).then(|| Self {
            name,
            part,
            end: text.len() - start.len(),
        })
    }
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
