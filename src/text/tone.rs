//! Whether a heading, a term or a turn asks something.
//!
//! Told by the question marks of all scripts; where there is none, by how a request begins, or by a question word with its verb. The words are
//! those of English; in other languages the mark decides.

use super::sentence::{CLOSING, ends_asking};

/// What a text that may head a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It asks.
    Question,
    /// It asks for an answer without being a question: “Tell us about …”.
    Request,
    /// It says something.
    Statement,
}

/// How requests begin.
const REQUESTS: &[&str] = &[
    "compare",
    "define",
    "describe",
    "discuss",
    "elaborate",
    "explain",
    "give",
    "list",
    "name",
    "please",
    "rank",
    "share",
    "summarise",
    "summarize",
    "take us",
    "talk",
    "tell",
    "walk",
];

/// Question words.
const ASKING: &[&str] = &[
    "how", "what", "when", "where", "which", "who", "whom", "whose", "why",
];

/// What makes a question of a question word before it.
const VERBS: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would", "not", "about",
];

/// What makes a question of a verb before it.
const SUBJECTS: &[&str] = &[
    "i", "you", "we", "he", "she", "it", "they", "my", "your", "our", "there",
];

impl Tone {
    /// The tone of a text that stands alone.
    pub fn of(text: &str) -> Self {
        if has_question(text) {
            return Self::Question;
        }
        let mut words = text
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let mut next = || words.next().unwrap_or_default();
        let (first, second, third) = (next(), next(), next());
        let is = |list: &[&str], word: &str| list.iter().any(|it| it.eq_ignore_ascii_case(word));
        let is_question = is(ASKING, first) && is(VERBS, second)
            || is(VERBS, first) && is(SUBJECTS, second)
            || is(&["how"], first) && is(VERBS, third);
        if is_question && !text.trim_end().ends_with(['.', ':', '!']) {
            Self::Question
        } else if REQUESTS.iter().any(|it| {
            let (head, tail) = it.split_once(' ').unwrap_or((it, ""));
            is(&[head], first) && (tail.is_empty() || is(&[tail], second))
        }) {
            Self::Request
        } else {
            Self::Statement
        }
    }
}

/// Whether a text asks for an answer to those who speak: “Tell us about …”, but not “Compare the prices.”
pub fn asks_us(text: &str) -> bool {
    let second = text.split_whitespace().nth(1).unwrap_or_default();
    matches!(second, "us" | "me") && Tone::of(text) == Tone::Request
}

/// Whether some sentence of a text is a question: its mark is followed by nothing, or by what a sentence begins with.
fn has_question(text: &str) -> bool {
    let ends = |at: usize, mark: char| {
        let behind = super::tail(text, at + mark.len_utf8());
        let rest = behind.trim_start_matches(CLOSING);
        let next = rest.trim_start();
        let is_wide = mark == '？';
        (is_wide || rest.len() > next.len()) && !next.starts_with(char::is_lowercase)
    };
    let mut marks = text.match_indices(['?', '？', '؟', '\u{37E}']);
    ends_asking(text)
        || ends_with_ka(text)
        || marks.any(|(at, mark)| mark.chars().any(|mark| ends(at, mark)))
}

/// Whether a text ends as Japanese asks without a mark: `…ですか。`
fn ends_with_ka(text: &str) -> bool {
    let words = text.trim_end().trim_end_matches(CLOSING);
    words.trim_end_matches('。').ends_with('か')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expected: Tone, texts: &[&str]) {
        for text in texts {
            assert_eq!(Tone::of(text), expected, "{text}");
        }
    }

    #[test]
    fn questions_have_the_marks_of_many_scripts() {
        check(
            Tone::Question,
            &[
                "Why now?",
                "“Why now?”",
                "Why now?! ",
                "¿Por qué ahora?",
                "Τι είναι αυτό;",
                "ما هذا؟",
                "为什么？",
                "「为什么？」",
                "誰が払うのですか。",
                "Pourquoi maintenant ?",
            ],
        );
    }

    #[test]
    fn words_may_follow_a_question() {
        check(
            Tone::Question,
            &[
                "Who pays? I heard it is the state.",
                "谁付钱？我听说是国家。",
                "Who pays? (And when?)",
            ],
        );
        check(
            Tone::Statement,
            &[
                "The “who cares?” way of life",
                "See a.example/?id=4",
                "Why; then",
            ],
        );
    }

    #[test]
    fn a_question_word_with_its_verb_needs_no_mark() {
        check(
            Tone::Question,
            &[
                "Why do the lights go out",
                "Why not wait",
                "Can I bring a dog",
                "How long does it take",
            ],
        );
        check(
            Tone::Statement,
            &[
                "How it works",
                "What we know",
                "Where the money goes",
                "Will Ames speaks",
                "What is new:",
            ],
        );
    }

    #[test]
    fn requests_ask_for_an_answer() {
        check(
            Tone::Request,
            &[
                "Tell us about the harbour.",
                "Describe a tide",
                "Please introduce yourself.",
            ],
        );
    }
}
