//! Where a paragraph is two: a question and its answer that no blank line parts.
//!
//! `**Why now?** Because …`, `Q: Why now? A: Because …`, a speaker’s name on a bold line above the words, and turns with labels on lines that
//! follow each other. Told from the paragraph alone, so that it does not matter how a text arrives.

use super::run::{Marks, Run, Shown};
use crate::text::label::{Label, Part, is_name_alone};
use crate::text::num;
use crate::text::sentence;
use crate::text::span::Span;
use crate::text::tone;

/// How much is looked at for a label, in bytes.
const BEGINNING: usize = 80;

/// Where the second of two paragraphs begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The run that it begins in.
    pub(super) run: usize,
    /// The byte of that run with which it begins.
    pub(super) at: u32,
    /// Where the first ends.
    pub(super) end: u32,
    /// Whether what stands before it is a term that it defines.
    pub(super) is_behind_term: bool,
}

impl Cut {
    fn at(run: usize, at: u32) -> Self {
        Self {
            run,
            at,
            end: at,
            is_behind_term: false,
        }
    }
}

/// Where a paragraph falls apart; `None` for nearly all.
pub(super) fn cut(text: &str, runs: &[Run]) -> Option<Cut> {
    before_definition(text, runs).or_else(|| cut_behind(text, runs, runs.first()?.span.start))
}

/// A line that begins with a colon, under the term that it defines.
fn before_definition(text: &str, runs: &[Run]) -> Option<Cut> {
    let at = runs.windows(2).position(|pair| {
        let words = crate::text::cut(text, pair[1].span.range());
        pair[0].shown == Shown::Space
            && pair[1].shown == Shown::Source
            && words.starts_with(':')
            && crate::text::tail(words, 1).starts_with([' ', '\t'])
    })?;
    let words = crate::text::cut(text, runs[at + 1].span.range());
    let definition = crate::text::tail(words, 1).trim_start();
    (!definition.is_empty()).then(|| Cut {
        run: at + 1,
        at: runs[at + 1].span.end - num::offset(definition.len()),
        end: runs[at + 1].span.start,
        is_behind_term: true,
    })
}

/// Where what stands behind the byte `start` of a paragraph falls apart.
pub(super) fn cut_behind(text: &str, runs: &[Run], start: u32) -> Option<Cut> {
    let is_bold = runs.first()?.marks.contains(Marks::STRONG);
    let question = is_bold.then(|| behind_bold(text, runs)).flatten();
    if question.is_some() || !may_have_label(text, start) {
        return question;
    }
    let words = beginning(text, runs, start);
    let label = Label::of(&words)?;
    let line = between_lines(text, runs, label.part, is_bold);
    let asks = label.part == Some(Part::Question);
    let above = line.map_or(runs, |cut| runs.get(..cut.run).unwrap_or_default());
    let answer = asks.then(|| before_answer(text, above, start)).flatten();
    answer.or(line)
}

/// Whether a text may begin with a label, told without looking at its markup.
fn may_have_label(text: &str, start: u32) -> bool {
    let start = start as usize;
    let words = crate::text::cut(text, start..text.floor_char_boundary(start + BEGINNING));
    let is_short = || {
        let mut chars = words.chars().skip(1);
        chars
            .next()
            .is_some_and(|c| matches!(c, '.' | ')' | '0'..='9'))
    };
    words.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && (words.contains([':', '：']) || is_short())
}

/// Where the words begin behind a bold question, or below a bold name.
fn behind_bold(text: &str, runs: &[Run]) -> Option<Cut> {
    behind_bold_question(text, runs).or_else(|| below_bold_name(text, runs))
}

/// `**Ann Lee**` and a new line, but not `**Ann Lee**` and a line that goes on with it.
fn below_bold_name(text: &str, runs: &[Run]) -> Option<Cut> {
    let [name, gap, words, ..] = runs else {
        return None;
    };
    let is_line = name.shown == Shown::Source
        && matches!(gap.shown, Shown::Space | Shown::Break)
        && words.shown == Shown::Source
        && !words.marks.contains(Marks::STRONG);
    let begins = crate::text::cut(text, words.span.range())
        .trim_start()
        .starts_with(|c: char| c.is_uppercase());
    let name = crate::text::cut(text, name.span.range());
    (is_line && begins && is_name_alone(name))
        .then(|| from(text, runs, 2))
        .flatten()
}

/// `**Why now?** Because …` and `**Tell us more.** It is …`, but not `**Why?** he asked`.
fn behind_bold_question(text: &str, runs: &[Run]) -> Option<Cut> {
    let is_bold = |run: &Run| run.marks.contains(Marks::STRONG) || run.shown == Shown::Space;
    let end = runs.iter().position(|run| !is_bold(run))?;
    let last = runs
        .get(..end)?
        .iter()
        .rfind(|run| run.shown == Shown::Source)?;
    let cut = from(text, runs, end)?;
    let words = crate::text::cut(text, cut.at as usize..runs[cut.run].span.end as usize);
    let begins = words.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    let is_other =
        runs[cut.run].shown != Shown::Source || words.starts_with(['“', '"', '‘', '«', '„', '「']);
    let question = crate::text::cut(text, last.span.range());
    let asks =
        sentence::ends_asking(question) || question.ends_with('.') && tone::asks_us(question);
    (asks && (begins || is_other)).then_some(cut)
}

/// A line that begins with another label.
fn between_lines(text: &str, runs: &[Run], part: Option<Part>, is_bold: bool) -> Option<Cut> {
    let is_break = |run: &Run| matches!(run.shown, Shown::Space | Shown::Break);
    (1..runs.len()).find_map(|at| {
        let begins = is_break(&runs[at - 1]) && !is_break(&runs[at]);
        let is_marked = is_bold && runs[at].marks.contains(Marks::STRONG);
        if !begins || !is_marked && part.is_none() {
            return None;
        }
        let words = beginning(text, runs.get(at..)?, 0);
        let label = Label::of(&words).filter(|label| is_marked || label.part.is_some());
        label.and_then(|_| from(text, runs, at))
    })
}

/// An answer with its label behind a question mark.
fn before_answer(text: &str, runs: &[Run], start: u32) -> Option<Cut> {
    runs.iter().enumerate().find_map(|(run, it)| {
        let words = crate::text::cut(text, from_byte(it.span, start).range());
        let answer = |(mark, _): (usize, &str)| {
            let rest =
                crate::text::tail(words, mark).trim_start_matches(['?', '？', '؟', '”', '"', ')']);
            let answer = rest.trim_start();
            let label = Label::of(answer).filter(|_| answer.len() < rest.len());
            let is_answer = label.is_some_and(|label| label.part == Some(Part::Answer));
            is_answer.then(|| it.span.end - num::offset(answer.len()))
        };
        let mut marks = words.match_indices(['?', '？', '؟']);
        let at = (it.shown == Shown::Source).then(|| marks.find_map(answer));
        at.flatten().map(|at| Cut::at(run, at))
    })
}

/// The first words from the run at `run` on; `None` when there are none.
fn from(text: &str, runs: &[Run], run: usize) -> Option<Cut> {
    runs.iter().enumerate().skip(run).find_map(|(run, it)| {
        let words = match it.shown {
            Shown::Source => crate::text::cut(text, it.span.range()).trim_start(),
            Shown::Text(_) => {
                return Some(Cut::at(run, it.span.start));
            }
            _ => "",
        };
        let at = it.span.end - num::offset(words.len());
        (!words.is_empty()).then_some(Cut::at(run, at))
    })
}

/// What `runs` begin with from the byte `start` on, as far as it stands in the source.
fn beginning(text: &str, runs: &[Run], start: u32) -> String {
    let mut words = String::new();
    for run in runs {
        if run.shown != Shown::Source || words.len() >= BEGINNING {
            break;
        }
        let source = crate::text::cut(text, from_byte(run.span, start).range());
        words.push_str(crate::text::head(source, BEGINNING));
    }
    words
}

/// The part of a span from the byte `start` on.
fn from_byte(span: Span, start: u32) -> Span {
    Span::new(start.clamp(span.start, span.end), span.end)
}

#[cfg(test)]
mod tests {
    use crate::doc::Document;
    use crate::doc::format::Format;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text.to_owned(), Format::Markdown);
        let words: Vec<_> = document
            .ids()
            .map(|id| document.prose(id).as_str().to_owned())
            .collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn a_bold_question_stands_alone() {
        check("**Why now?** Because.", &["Why now?", "Because."]);
        check("**Why *now*?**\nBecause.", &["Why now?", "Because."]);
        check("- **Why?** Because.", &["Why?", "Because."]);
        check("**Why?** he asked.", &["Why? he asked."]);
        check("**Why?**, and more.", &["Why?, and more."]);
        check("**Not yet.** Wait.", &["Not yet. Wait."]);
        check(
            "**Tell us more.** It is so.",
            &["Tell us more.", "It is so."],
        );
        check(
            "**List your ships.** It helps.",
            &["List your ships. It helps."],
        );
    }

    #[test]
    fn a_bold_name_stands_above_the_words() {
        check("**Ann Lee**\nWhy now?", &["Ann Lee", "Why now?"]);
        check("**Ann Lee** Why now?", &["Ann Lee Why now?"]);
        check("**Ann Lee**\nsails.", &["Ann Lee sails."]);
        check("**It is so**\nNot here.", &["It is so Not here."]);
    }

    #[test]
    fn a_term_stands_above_what_defines_it() {
        check(
            "Who sails?\n: The old ones.",
            &["Who sails?", "The old ones."],
        );
        check("Who sails?\n:smile: So.", &["Who sails? :smile: So."]);
    }

    #[test]
    fn turns_stand_alone() {
        check("Q: Why? A: So. Not so.", &["Q: Why?", "A: So. Not so."]);
        check(
            "Q: Tell me.\nA: So.\nQ: More?\nA: No.",
            &["Q: Tell me.", "A: So.", "Q: More?", "A: No."],
        );
        check(
            "**Ann Lee:** Why\nnow?\n**Bo Roe:** So.",
            &["Ann Lee: Why now?", "Bo Roe: So."],
        );
        check("He asked: Why?\nNote: so.", &["He asked: Why? Note: so."]);
    }
}
