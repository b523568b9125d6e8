//! Noun phrases: who acts and what is given, found from their borders.
//!
//! There is no grammar here and no dictionary of nouns. A phrase is what stands between words that cannot be part of one,
//! which is right for most subjects of news copy and wrong for some.

use std::ops::Range;

use super::cue::Form;
use super::lexicon::Tags;
use super::token::{Gap, Sentence};

/// How many `of …`, `from …` and `and …` a phrase can have.
const MOST_LINKS: usize = 4;

/// The longest simple phrase, in words; no article has a longer one.
const LONGEST_PHRASE: usize = 24;

/// How far back a parenthesis between commas is followed, in words.
const LONGEST_ASIDE: usize = 30;

/// Quantities that are a phrase alone: `both vowed to stay`.
pub(super) const QUANTITIES: &[&str] = &[
    "both", "all", "each", "many", "most", "several", "few", "some", "one", "others", "neither",
];

/// The noun phrase that ends before the word `end`, `of …` and the like included; `None` when there is no noun.
pub(super) fn before(sentence: Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let mut start = simple_before(sentence, end)?;
    for _ in 0..MOST_LINKS {
        let Some(outer) = link_before(sentence, start) else {
            break;
        };
        start = outer;
    }
    let start = trim(sentence, start..end);
    (start < end).then_some(start..end)
}

/// Where the simple phrase begins that ends before `end`: a pronoun, or nouns and what stands before them.
pub(super) fn simple_before(sentence: Sentence<'_>, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    if sentence.has(last, Tags::SUBJECT | Tags::OBJECT | Tags::RELATIVE)
        || sentence.is(last, QUANTITIES)
    {
        let is_counted = sentence.had(last, Tags::SUBJECT) && !sentence.has(last, Tags::SUBJECT);
        return Some(last - usize::from(is_counted)); // `they all`
    }
    let mut start = end;
    let earliest = end.saturating_sub(LONGEST_PHRASE);
    while start > earliest && is_inside(sentence, start - 1) {
        start -= 1;
        let is_owner = sentence.has(start, Tags::OWNER);
        if sentence.has(start, Tags::DETERMINER | Tags::POSSESSIVE) && !is_owner {
            break;
        }
        if sentence.gap(start).intersects(Gap::PHRASE) {
            break;
        }
    }
    if sentence.is(start, &["few"]) && sentence.was(start, &["a"]) {
        start -= 1;
    }
    let is_noun = |at| !sentence.has(at, Tags::ADVERB | Tags::DETERMINER | Tags::POSSESSIVE);
    (start..end).any(is_noun).then_some(start)
}

/// Whether a word can stand inside a noun phrase.
fn is_inside(sentence: Sentence<'_>, at: usize) -> bool {
    let opens = sentence.has(at, Tags::DETERMINER | Tags::POSSESSIVE);
    let is_name = sentence.has(at, Tags::CAPITAL) && at > 0 && !sentence.has(at, Tags::FUNCTION);
    let is_about = sentence.has(at, Tags::PREPOSITION)
        && sentence.has(at + 1, Tags::NUMBER)
        && sentence.is(at, &["about", "around", "over", "under"]);
    if opens || is_name || is_about {
        return true;
    }
    let after_opener = sentence.had(at, Tags::DETERMINER | Tags::POSSESSIVE);
    let is_participle = sentence.word(at).ends_with("ed");
    let is_verb = if is_participle {
        let is_known = sentence.has(at, Tags::VERB | Tags::REPORT);
        let is_followed = sentence.has(at, Tags::PAST) && sentence.has(at + 1, VERB_BEFORE);
        !after_opener && (is_known || is_followed)
    } else {
        sentence.has(at, Tags::NO_NOUN)
    };
    let is_infinitive = sentence.had(at, Tags::TO) && !sentence.has(at, Tags::GERUND);
    !is_verb && !is_infinitive
}

/// What follows a past form that is a verb and not an adjective: `praised Anna`, `warned the`.
const VERB_BEFORE: Tags = Tags::CAPITAL
    .union(Tags::DETERMINER)
    .union(Tags::POSSESSIVE)
    .union(Tags::PREPOSITION);

/// The phrase that `of`, `from` or `and` ties to the one that begins at `start`.
fn link_before(sentence: Sentence<'_>, start: usize) -> Option<usize> {
    let link = start.checked_sub(1)?;
    if sentence.breaks(start, Gap::PHRASE) || sentence.breaks(link, Gap::PHRASE) {
        return None;
    }
    let is_pronoun = |at| sentence.has(at, Tags::SUBJECT | Tags::OBJECT | Tags::RELATIVE);
    if is_pronoun(link - 1) || is_pronoun(start) {
        return None;
    }
    let is_free = !sentence.has(start, Tags::TIME);
    if sentence.is(link, &["of"]) || is_free && sentence.is(link, &["from", "for", "in", "at"]) {
        return simple_before(sentence, link);
    }
    let are_names = sentence.has(link - 1, Tags::CAPITAL)
        && sentence.has(start, Tags::CAPITAL | Tags::POSSESSIVE);
    // `The airline and its pilots`, where nothing but the first of them can stand before `and`.
    let opener = Tags::DETERMINER | Tags::POSSESSIVE;
    let are_both = sentence.has(start, opener)
        && simple_before(sentence, link).is_some_and(|first| {
            sentence.has(first, opener) && sentence.breaks(first, Gap::PHRASE)
        });
    if sentence.has(link, Tags::AND) && (are_names || are_both) {
        return simple_before(sentence, link);
    }
    None
}

/// Where a phrase begins without the words of time and the adverbs before it (`Monday the company`).
fn trim(sentence: Sentence<'_>, phrase: Range<usize>) -> usize {
    let is_loose = |&at: &usize| sentence.has(at, Tags::TIME | Tags::ADVERB);
    phrase
        .clone()
        .find(|at| !is_loose(at))
        .unwrap_or(phrase.end)
}

/// The end of the noun phrase that begins at `start`, `of …` and the like included; `start` when there is none.
pub(super) fn end_after(sentence: Sentence<'_>, start: usize) -> usize {
    let mut end = simple_after(sentence, start);
    for _ in 0..MOST_LINKS {
        if end == start || sentence.breaks(end, Gap::PHRASE) {
            break;
        }
        let is_link = sentence.is(end, &["of", "from", "for", "in", "at"]);
        let is_and =
            sentence.has(end, Tags::AND) && !sentence.has(end + 1, Tags::SUBJECT | Tags::TO);
        if !(is_link || is_and) {
            break;
        }
        let next = simple_after(sentence, end + 1);
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

/// The end of the simple phrase that begins at `start`.
pub(super) fn simple_after(sentence: Sentence<'_>, start: usize) -> usize {
    if sentence.has(start, Tags::SUBJECT | Tags::OBJECT | Tags::REFLEXIVE) {
        return start + 1;
    }
    let mut end = start;
    let limit = sentence.len().min(start + LONGEST_PHRASE);
    while end < limit && goes_on(sentence, start, end) {
        end += 1;
    }
    end
}

/// Whether the phrase that begins at `start` goes on with the word at `at`.
fn goes_on(sentence: Sentence<'_>, start: usize, at: usize) -> bool {
    if at == start {
        return is_inside(sentence, at);
    }
    let is_owner = sentence.has(at, Tags::OWNER);
    let is_adverb = sentence.has(at, Tags::ADVERB) && !sentence.had(at, Tags::DETERMINER);
    let is_new = sentence.has(at, Tags::DETERMINER | Tags::POSSESSIVE) && !is_owner;
    let is_cue = sentence
        .cue(at)
        .is_some_and(|cue| cue.form != Form::Noun && !cue.family.is_intention());
    let after_opener = sentence.had(at, Tags::DETERMINER | Tags::POSSESSIVE);
    let is_verb = !after_opener && (is_cue || sentence.has(at, Tags::PAST));
    !sentence.breaks(at, Gap::PHRASE)
        && !is_new
        && !is_verb
        && !is_adverb
        && is_inside(sentence, at)
}

/// The subject of the verb that begins at `verb`: what stands before it, before the aside between them, or before `who`.
pub(super) fn subject(sentence: Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let nearest = nearest_subject(sentence, verb)?;
    let whole = over_adjective(sentence, &nearest);
    Some(whole.unwrap_or_else(|| over_relative(sentence, nearest)))
}

/// Adjectives that stand behind their noun, each with its preposition. From general knowledge of English.
const BEHIND: &[(&str, &[&str])] = &[
    ("aware", &["of"]),
    ("briefed", &["by", "on"]),
    ("close", &["to"]),
    ("familiar", &["with"]),
    ("involved", &["in", "with"]),
    ("knowledgeable", &["about"]),
    ("loyal", &["to"]),
    ("opposed", &["to"]),
    ("privy", &["to"]),
    ("responsible", &["for"]),
];

/// Whether an adjective that stands behind its noun is at `at`: `a person close to the talks`.
pub(super) fn stands_behind(sentence: Sentence<'_>, at: usize) -> bool {
    let is_pair =
        |(word, links): &(&str, &[&str])| sentence.is(at, &[word]) && sentence.is(at + 1, links);
    sentence.has(at + 1, Tags::PREPOSITION | Tags::TO) && BEHIND.iter().any(is_pair)
}

/// `a person close to the talks` for `the talks`.
fn over_adjective(sentence: Sentence<'_>, object: &Range<usize>) -> Option<Range<usize>> {
    let adjective = object.start.checked_sub(2)?;
    if !stands_behind(sentence, adjective) || sentence.breaks(object.start, Gap::PHRASE) {
        return None;
    }
    let is_noun = !sentence.breaks(adjective, Gap::PHRASE) && !sentence.had(adjective, Tags::BE);
    let noun = is_noun.then(|| before(sentence, adjective)).flatten()?;
    Some(noun.start..object.end)
}

/// `companies that had insured the mines` for `the mines`: who is told by a clause that ends before the verb.
fn over_relative(sentence: Sentence<'_>, object: Range<usize>) -> Range<usize> {
    let verbal = Tags::AUXILIARY | Tags::PAST | Tags::VERB | Tags::ADVERB;
    let is_open = |&at: &usize| !sentence.gap(at + 1).intersects(Gap::PHRASE);
    let pronoun = (object.start.saturating_sub(4)..object.start)
        .rev()
        .take_while(is_open)
        .find(|&at| !sentence.has(at, verbal));
    let is_relative =
        |&at: &usize| sentence.is(at, &["that", "who", "which"]) && at + 1 < object.start;
    let is_predicate =
        sentence.had(object.start, Tags::BE) && pronoun != Some(object.start.saturating_sub(2));
    pronoun
        .filter(|_| !is_predicate)
        .filter(is_relative)
        .and_then(|at| before(sentence, at))
        .filter(|found| !sentence.had(found.start, Tags::REPORT))
        .unwrap_or(object)
}

/// Where the brackets open that close right before `end` (`Acme (NASDAQ: ACM)`); `end` where there are none.
pub(super) fn before_brackets(sentence: Sentence<'_>, end: usize) -> usize {
    if end == 0 || !sentence.gap(end).contains(Gap::UNBRACKET) {
        return end;
    }
    (end.saturating_sub(LONGEST_ASIDE).max(1)..end)
        .rev()
        .find(|&at| sentence.gap(at).contains(Gap::BRACKET))
        .unwrap_or(end)
}

fn nearest_subject(sentence: Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let is_loose = sentence.had(verb, Tags::ADVERB | Tags::TIME);
    let is_bracketed = is_loose && sentence.gap(verb - 1).contains(Gap::UNBRACKET);
    let verb = before_brackets(sentence, verb - usize::from(is_bracketed)); // `Acme (NASDAQ: ACM) today promised`
    let after_aside = sentence.gap(verb).contains(Gap::COMMA) && verb > 0;
    let is_bracketed = sentence.gap(verb).contains(Gap::BRACKET);
    let end = if after_aside {
        match aside_start(sentence, verb) {
            Some(start) => before_brackets(sentence, start),
            None => return main(sentence, verb),
        }
    } else if sentence.had(verb, Tags::AND | Tags::CONTRAST) {
        return main(sentence, verb);
    } else {
        verb
    };
    if end > 0 && sentence.has(end - 1, Tags::RELATIVE | Tags::THAT) {
        let antecedent = before(sentence, before_brackets(sentence, end - 1));
        return antecedent.or((end == 1).then_some(0..1));
    }
    if sentence.gap(end).intersects(Gap::HARD) && end == verb && !is_bracketed {
        return None;
    }
    before(sentence, end)
}

/// Where the aside begins that a comma before `end` closes.
fn aside_start(sentence: Sentence<'_>, end: usize) -> Option<usize> {
    (end.saturating_sub(LONGEST_ASIDE).max(1)..end)
        .rev()
        .find(|&at| sentence.gap(at).intersects(Gap::PHRASE))
        .filter(|&at| sentence.gap(at).contains(Gap::COMMA))
}

/// Where the clause begins that holds the word `at`: after a dash, a quotation mark or the `that` of a report.
pub(super) fn clause_start(sentence: Sentence<'_>, at: usize) -> usize {
    let begins = |&at: &usize| {
        sentence.gap(at).intersects(Gap::HARD)
            || sentence.had(at, Tags::THAT) && at > 1 && sentence.had(at - 1, Tags::REPORT)
    };
    (1..=at.min(sentence.len()))
        .rev()
        .take(2 * LONGEST_ASIDE)
        .find(begins)
        .unwrap_or(at.saturating_sub(2 * LONGEST_ASIDE))
}

/// The subject of the clause that holds the word `at`; where a quotation stands between the two, of the sentence.
pub(super) fn main(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let start = clause_start(sentence, at);
    let is_said = sentence.gap(start).contains(Gap::CLOSE) && !sentence.gap(0).contains(Gap::OPEN);
    let of_clause = first(sentence, start, at).filter(|_| !is_said);
    of_clause.or_else(|| is_said.then(|| first(sentence, 0, at)).flatten())
}

/// The first noun phrase from `start` on that ends before `limit`, an introductory phrase and its comma left out.
pub(super) fn first(sentence: Sentence<'_>, start: usize, limit: usize) -> Option<Range<usize>> {
    let mut start = start;
    let is_opener = |at| {
        sentence.has(at, Tags::PREPOSITION | Tags::SUBORDINATOR | Tags::TO)
            || sentence.has(at, Tags::GERUND | Tags::PAST) && !sentence.has(at, Tags::CAPITAL)
    };
    if is_opener(start) || sentence.has(start, Tags::GERUND) && start == 0 {
        let comma = (start + 1..limit)
            .take(LONGEST_ASIDE)
            .find(|&at| sentence.gap(at).contains(Gap::COMMA))?;
        start = comma;
    }
    while start < limit
        && sentence.has(
            start,
            Tags::ADVERB | Tags::AND | Tags::CONTRAST | Tags::TIME,
        )
    {
        start += 1;
    }
    let end = end_after(sentence, start).min(limit);
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::super::token::Tokens;
    use super::*;

    /// The phrase that `find` sees from the word `mark` on, as text.
    #[track_caller]
    fn check(
        text: &str,
        mark: &str,
        find: fn(Sentence<'_>, usize) -> Option<Range<usize>>,
        expected: Option<&str>,
    ) {
        let tokens = Tokens::read(text);
        let sentence = tokens.whole();
        let at = (0..sentence.len()).find(|&at| sentence.word(at) == mark);
        let found = at
            .and_then(|at| find(sentence, at))
            .map(|words| sentence.bytes(words));
        assert_eq!(
            found.map(|bytes| crate::text::cut(text, bytes)),
            expected,
            "{text}"
        );
    }

    #[test]
    fn a_subject_stands_before_its_verb() {
        for (text, expected) in [
            ("the head of the board promised", "the head of the board"),
            ("Sweden and Finland promised", "Sweden and Finland"),
            (
                "a club of about 30 towns promised",
                "a club of about 30 towns",
            ),
            ("On Monday Anna promised", "Anna"),
            ("The mayor, who is ill, promised", "The mayor"),
            ("The mayor who promised", "The mayor"),
            ("Anna came late and promised", "Anna"),
            ("After the flood, the city met and promised", "the city"),
            (
                "he warned the embattled mayor promised",
                "the embattled mayor",
            ),
            ("as they all promised", "they all"),
            (
                "A person close to the talks promised",
                "A person close to the talks",
            ),
            (
                "Two aides familiar with its thinking promised",
                "Two aides familiar with its thinking",
            ),
            ("Acme (NASDAQ: ACM) today promised", "Acme"),
            ("Acme Corp (NASDAQ: ACM) promised", "Acme Corp"),
            ("Acme Corp (Oslo: ACM), a bank, promised", "Acme Corp"),
        ] {
            check(text, "promised", subject, Some(expected));
        }
        check("said promised", "promised", subject, None);
    }

    #[test]
    fn an_object_ends_before_the_next_verb() {
        let after = |sentence: Sentence<'_>, at: usize| Some(at + 1..end_after(sentence, at + 1));
        for (text, expected) in [
            (
                "promised its people of the coast that",
                "its people of the coast",
            ),
            ("promised them a place", "them"),
            ("promised the union’s leaders would", "the union’s leaders"),
            ("promised , nothing", ""),
        ] {
            check(text, "promised", after, Some(expected));
        }
    }
}
