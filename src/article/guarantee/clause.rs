//! Clauses: where the words of a commitment end, and whether they hang on a condition.

use std::ops::Range;

use super::lexicon::Tags;
use super::token::{Gap, Sentence};

/// The longest commitment, in words.
const LONGEST: usize = 60;

/// The end of the clause that holds `from`, which is past its verb.
pub(super) fn end(sentence: Sentence<'_>, from: usize) -> usize {
    let limit = sentence.len().min(from + LONGEST);
    (from + 1..limit)
        .find(|&at| ends_before(sentence, at))
        .unwrap_or(limit)
}

fn ends_before(sentence: Sentence<'_>, at: usize) -> bool {
    let gap = sentence.gap(at);
    if gap.intersects(Gap::BREAK | Gap::QUESTION) {
        return true;
    }
    if gap.contains(Gap::COMMA) {
        return !goes_on_after_comma(sentence, at);
    }
    // A fragment in quotation marks belongs to the clause around it; a quotation that was open before ends it.
    if gap.contains(Gap::CLOSE) && is_new_clause(sentence, at) {
        return true;
    }
    let joins = sentence.has(at, Tags::AND | Tags::CONTRAST);
    joins && is_new_clause(sentence, at + 1)
        || sentence.is(
            at,
            &["but", "because", "although", "though", "whereas", "yet"],
        )
}

/// Whether what follows a comma is one more part of the same clause: a member of a list, or a condition.
fn goes_on_after_comma(sentence: Sentence<'_>, at: usize) -> bool {
    if sentence.has(at, Tags::CONDITION) {
        return true;
    }
    if sentence.has(
        at,
        Tags::RELATIVE | Tags::CONTRAST | Tags::SUBORDINATOR | Tags::REPORT | Tags::GERUND,
    ) || sentence.is(at, &["according", "which", "saying"])
        || sentence.gap(at).contains(Gap::CLOSE)
    {
        return false;
    }
    if is_new_clause(sentence, at) {
        return false;
    }
    if sentence.has(at, Tags::AND) {
        return !is_new_clause(sentence, at + 1);
    }
    is_list(sentence, at)
}

/// Whether a comma and `and` or `or` follow the member at `at` without another border between: then it is a list.
fn is_list(sentence: Sentence<'_>, at: usize) -> bool {
    let border = |&at: &usize| {
        sentence.gap(at).intersects(Gap::HARD) || sentence.has(at, Tags::RELATIVE | Tags::REPORT)
    };
    (at + 1..sentence.len().min(at + LONGEST / 2))
        .take_while(|at| !border(at))
        .any(|at| sentence.has(at, Tags::AND))
}

/// Whether a subject and its verb begin at `at`.
fn is_new_clause(sentence: Sentence<'_>, at: usize) -> bool {
    if sentence.has(at, Tags::SUBJECT) && !sentence.has(at, Tags::OBJECT) {
        return true;
    }
    let mut end = super::phrase::end_after(sentence, at);
    while end > at && sentence.is(end, &["by", "on"]) && !sentence.breaks(end, Gap::PHRASE) {
        let next = super::phrase::end_after(sentence, end + 1);
        if next == end + 1 {
            break;
        }
        end = next; // `a pledge by the league is …`
    }
    let verb = (end..end + 2)
        .find(|&at| !sentence.has(at, Tags::ADVERB))
        .unwrap_or(end);
    end > at
        && !sentence.breaks(end, Gap::PHRASE)
        && sentence.has(verb, Tags::AUXILIARY | Tags::REPORT)
}

/// Whether `words` or an `if` clause right before them makes what they say hang on something.
pub(super) fn is_conditional(sentence: Sentence<'_>, words: Range<usize>) -> bool {
    let earliest = words.start.saturating_sub(LONGEST);
    let mut before = (earliest..words.start).rev().take_while(|&at| {
        !sentence
            .gap(at + 1)
            .intersects(Gap::HARD.difference(Gap::OPEN))
    });
    let leads = before.any(|at| is_leading(sentence, at) && is_condition(sentence, at));
    let mut after = words.start..sentence.len().min(words.end + 2);
    leads || after.any(|at| is_condition(sentence, at))
}

/// The word that opens a condition in front of the clause that begins at `start`: `If they agree, …`.
pub(super) fn condition_before(sentence: Sentence<'_>, start: usize) -> Option<usize> {
    if !sentence.gap(start).contains(Gap::COMMA) {
        return None;
    }
    let mut before = (start.saturating_sub(LONGEST)..start)
        .rev()
        .take_while(|&at| {
            !sentence
                .gap(at + 1)
                .intersects(Gap::HARD.difference(Gap::OPEN))
        });
    before.find(|&at| {
        sentence.is(at, &["if", "once", "unless"])
            && is_leading(sentence, at)
            && is_condition(sentence, at)
    })
}

/// Conditions of a bargain: they say what is given in return, and so are no mere forecast.
const BARGAINS: &[&str] = &[
    "provided that",
    "provided the",
    "providing that",
    "on condition",
    "on the condition",
    "upon condition",
    "under the condition",
    "in exchange for",
    "in return for",
    "as long as",
    "so long as",
];

/// Whether `words`, or an opening before them, say under what bargain they hold.
pub(super) fn is_bargain(sentence: Sentence<'_>, words: Range<usize>) -> bool {
    let end = sentence.len().min(words.end + 2);
    let has_opening = sentence.gap(words.start).contains(Gap::COMMA);
    let mut opening = words.start.saturating_sub(LONGEST)..words.start;
    (words.start..end).any(|at| opens_bargain(sentence, at))
        || has_opening && opening.any(|at| opens_bargain(sentence, at) && is_leading(sentence, at))
}

fn opens_bargain(sentence: Sentence<'_>, at: usize) -> bool {
    let opener = Tags::CONDITION | Tags::SUBORDINATOR | Tags::PREPOSITION | Tags::CONTRAST;
    // Most words are done with their class.
    sentence.has(at, opener) && BARGAINS.iter().any(|phrase| sentence.reads(at, phrase))
}

/// Whether anything in a sentence could be a condition or a bargain.
pub(super) fn may_hang(sentence: Sentence<'_>) -> bool {
    let is_open = |at| sentence.has(at, Tags::CONDITION) || opens_bargain(sentence, at);
    (0..sentence.len()).any(is_open)
}

/// Past forms that do not end in `-ed`, and what only supposes: behind `if` they make a mere supposition. From general knowledge.
const SUPPOSED: &[&str] = &[
    "became", "began", "broke", "came", "could", "did", "fell", "found", "gave", "got", "had",
    "held", "kept", "knew", "left", "lost", "made", "met", "might", "paid", "rose", "said", "sent",
    "sold", "took", "was", "went", "were", "won", "would",
];

/// Whether words hang on an `if` with a verb in the present: `would free them if the rebels leave`, not `if they left`.
pub(super) fn is_open_condition(sentence: Sentence<'_>, words: Range<usize>) -> bool {
    let end = sentence.len().min(words.end + 2);
    let is_if =
        |&at: &usize| sentence.is(at, &["if", "unless", "once"]) && is_condition(sentence, at);
    let Some(condition) = (words.start..end).find(is_if) else {
        return false;
    };
    !is_unreal(sentence, condition..sentence.len().min(condition + LONGEST))
}

/// Whether the condition that begins `words` has a verb in the past.
pub(super) fn is_unreal(sentence: Sentence<'_>, words: Range<usize>) -> bool {
    let first = words.start + 1;
    let is_open = |at: &usize| !sentence.breaks(*at, Gap::HARD) || *at == first;
    let is_past = |at| sentence.has(at, Tags::PAST) || sentence.is(at, SUPPOSED);
    (first..words.end).take_while(is_open).any(is_past)
}

/// `If elected, he would …`: nothing but the opening of the clause stands before it.
fn is_leading(sentence: Sentence<'_>, at: usize) -> bool {
    at == 0
        || sentence
            .gap(at)
            .intersects(Gap::OPEN | Gap::COMMA | Gap::BREAK)
        || sentence.had(at, Tags::THAT | Tags::AND | Tags::CONTRAST)
}

/// What makes a condition of the words behind it, by its first word. From general knowledge of English.
const CONDITIONS: &[(&str, &[&str])] = &[
    (
        "as",
        &[
            "long as",
            "soon as",
            "president",
            "prime minister",
            "chancellor",
            "governor",
            "mayor",
        ],
    ),
    ("so", &["long as"]),
    ("in", &["exchange for", "return for"]),
    ("on", &["condition", "the condition"]),
    ("upon", &["condition", "the condition"]),
    ("under", &["the condition"]),
    ("only", &["when", "after", "once"]),
    ("not", &["when", "after", "once"]),
    ("provided", &["that", "he", "she", "it", "we", "they"]),
    ("providing", &["that"]),
    ("assuming", &["that", "he", "she", "it", "we", "they"]),
];

/// Words before `if` that make it no condition: `even if`, `ask if`.
const NO_CONDITION: &[&str] = &[
    "even", "as", "ask", "asked", "know", "wonder", "see", "what",
];

/// Words behind a `once` that only counts: `once a year`, `once again`.
const ONCE_ONLY: &[&str] = &[
    "a", "an", "again", "more", "every", "per", "and", "each", "or",
];

/// What has to come for a deal to hold: `subject to approval by …`.
const APPROVALS: &[&str] = &[
    "approval",
    "approvals",
    "clearance",
    "completion",
    "condition",
    "conditions",
    "consent",
    "ratification",
    "review",
    "vote",
];

/// How many words behind `subject to` what has to come is named.
const LONGEST_APPROVAL: usize = 6;

/// Verbs that rest, which nobody means to: `will not rest until they are home` is no condition.
const RESTING: &[&str] = &["cease", "quit", "relent", "rest", "sleep", "stop", "waver"];

/// `will not rest until`, with the `until` at `at`.
fn is_emphatic(sentence: Sentence<'_>, at: usize) -> bool {
    let before = at.saturating_sub(2)..at;
    before
        .filter(|&at| sentence.is(at, RESTING))
        .any(|at| sentence.had(at, Tags::NEGATION))
}

fn is_condition(sentence: Sentence<'_>, at: usize) -> bool {
    if sentence.has(at + 1, Tags::TO) && sentence.is(at, &["subject"]) {
        let mut near = at + 2..at + 2 + LONGEST_APPROVAL;
        return near.any(|at| sentence.is(at, APPROVALS));
    }
    let opener = Tags::CONDITION
        | Tags::SUBORDINATOR
        | Tags::PREPOSITION
        | Tags::CONTRAST
        | Tags::ADVERB
        | Tags::NEGATION;
    if !sentence.has(at, opener) {
        return false;
    }
    let is_asked = sentence.was(at, NO_CONDITION);
    let is_inverted = sentence.is(at, &["should"])
        && sentence.has(at + 1, Tags::SUBJECT | Tags::DETERMINER | Tags::POSSESSIVE);
    let is_once =
        sentence.is(at, &["once"]) && !sentence.is(at + 1, ONCE_ONLY) && !sentence.was(at, &["at"]);
    sentence.is(at, &["if", "unless"]) && !is_asked
        || is_inverted
        || is_once && at + 2 < sentence.len()
        || sentence.is(at, &["until"]) && !is_emphatic(sentence, at) && is_event(sentence, at + 1)
        || is_conditional_phrase(sentence, at)
}

/// Whether a clause begins at `at` whose verb may be any: `until it agrees`, not `until the end of June`.
fn is_event(sentence: Sentence<'_>, at: usize) -> bool {
    let end = super::phrase::end_after(sentence, at);
    let is_verb = sentence.cue(end).is_some() || sentence.has(end, Tags::VERB | Tags::PAST);
    is_new_clause(sentence, at) || end > at && is_verb && !sentence.breaks(end, Gap::PHRASE)
}

fn is_conditional_phrase(sentence: Sentence<'_>, at: usize) -> bool {
    let known = CONDITIONS
        .iter()
        .find(|(first, _)| sentence.is(at, &[first]));
    let is_haste = sentence.is(
        at + 3,
        &[
            "possible",
            "practicable",
            "practical",
            "needed",
            "necessary",
        ],
    ) || sentence.reads(at + 3, "it takes");
    !is_haste
        && known.is_some_and(|(_, rests)| rests.iter().any(|rest| sentence.reads(at + 1, rest)))
}

#[cfg(test)]
mod tests {
    use super::super::token::Tokens;
    use super::*;

    /// `text` with a bar where the clause of its first word ends.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let tokens = Tokens::read(&text);
        let sentence = tokens.whole();
        let end = sentence.bytes(0..end(sentence, 0)).end;
        assert_eq!(end, marked.find('|').unwrap_or(text.len()), "{marked}");
    }

    #[test]
    fn a_clause_ends_where_another_begins() {
        check("build a wall| and he left");
        check("build a wall|, which fell");
        check("build a wall|, he said");
        check("build a wall| but not a road");
        check("build a wall|; then rest");
        check("build a wall| because it rains");
    }

    #[test]
    fn members_and_conditions_belong_to_it() {
        check("build a wall, a road and a bridge|");
        check("build a wall and leave|");
        check("build a wall, if they pay|");
    }

    #[test]
    fn conditions_are_told_from_times_and_questions() {
        let is_conditional = |text: &str| {
            let tokens = Tokens::read(text);
            is_conditional(tokens.whole(), 3..tokens.whole().len())
        };
        for text in [
            "we will leave if they do",
            "we will leave as long as they do",
            "we will leave in exchange for money",
            "we will stay until they leave",
            "we will sell it, subject to approval by the board",
        ] {
            assert!(is_conditional(text), "{text}");
        }
        for text in [
            "we will leave even if they stay",
            "we will stay until June",
            "we will ask if they do",
            "we will not rest until they leave",
            "we will sell goods subject to duty",
        ] {
            assert!(!is_conditional(text), "{text}");
        }
    }
}
