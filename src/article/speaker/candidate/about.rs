//! About: what holds of a quote, whoever spoke, and of a candidate, wherever it stands.

use super::Candidate;
use super::place::{Place, REACH};
use crate::article::reading::mention::{Link, Mention, Pronoun, Sort};
use crate::article::reading::people::{FigureId, Nature};
use crate::article::reading::{MentionId, Reading};
use crate::article::speaker::Spoken;
use crate::article::speaker::evidence::Evidence;

/// How often somebody is named at least who is named often.
const OFTEN: u32 = 4;

/// What holds of the quote between two pairs of marks, which may be the same.
pub(super) fn quote(first: Place<'_>, last: Place<'_>) -> Evidence {
    let passage = &first.scene.passage;
    let (tokens, words) = (first.tokens(), last.words());
    let is_whole = first.number != last.number || passage.is_whole(first.pair);
    let before = first.at.checked_sub(1);
    let is_second = (0..first.at)
        .rev()
        .take(REACH)
        .take_while(|&at| tokens.is_together(at, first.at))
        .any(|at| tokens.is_stretch(at));
    Evidence::of([
        (Evidence::WHOLE, is_whole),
        (Evidence::FRAGMENT, !is_whole),
        (
            Evidence::STOPS,
            words.ends_with('.') && !words.ends_with(".."),
        ),
        (
            Evidence::COLON,
            before.is_some_and(|at| tokens.is_mark(at, ':')),
        ),
        (
            Evidence::QUOTED_AS,
            before.is_some_and(|at| tokens.word(at) == "as"),
        ),
        (Evidence::SECOND, is_second),
        (Evidence::ALONE, passage.is_all_quotes()),
        (
            Evidence::HEADLINE,
            passage.is_title_case || first.number == 0,
        ),
    ])
}

/// What holds of the words of a candidate.
pub(super) fn mention(reading: &Reading<'_>, candidate: &Candidate) -> Evidence {
    let Some(mention) = reading.mention(candidate.mention) else {
        return Evidence::empty();
    };
    let is_name = mention.sort == Sort::Name;
    of_words(mention)
        | Evidence::of([
            (Evidence::FULL_NAME, is_name && mention.tokens.len() > 1),
            (Evidence::BODY, mention.sort == Sort::Body),
            (Evidence::PEOPLE, mention.sort == Sort::People),
            (Evidence::ADDRESSED, mention.link == Link::Addressed),
            (Evidence::GOVERNED, mention.link == Link::Governed),
            (Evidence::POSSESSIVE, mention.link == Link::Possessive),
        ])
}

fn of_words(mention: &Mention) -> Evidence {
    match mention.sort {
        Sort::Name => Evidence::NAME,
        Sort::Pronoun(Pronoun::He | Pronoun::She | Pronoun::They) => Evidence::PRONOUN,
        Sort::Pronoun(Pronoun::It) => Evidence::IT,
        Sort::Pronoun(Pronoun::I) => Evidence::WRITER,
        Sort::Role | Sort::People | Sort::Body => Evidence::empty(),
        Sort::Text => Evidence::TEXT,
    }
}

/// What holds of whom a candidate means; `before` is the quote before.
pub(super) fn person(
    reading: &Reading<'_>,
    candidate: &Candidate,
    before: Option<&Spoken>,
) -> Evidence {
    let figure = reading.figure(candidate.mention);
    let nature = figure.map(|figure| figure.nature);
    let is_again = before.is_some_and(|before| {
        before.mention == candidate.mention || is_same(reading, before.mention, candidate.mention)
    });
    let is_inner = candidate.evidence.contains(Evidence::INNER);
    Evidence::of([
        (Evidence::PERSON, nature == Some(Nature::Person)),
        (Evidence::PLACE, nature == Some(Nature::Place)),
        (Evidence::BODY, nature == Some(Nature::Body)),
        (
            Evidence::OFTEN,
            figure.is_some_and(|figure| figure.count >= OFTEN),
        ),
        (Evidence::AGAIN, is_again),
        (
            Evidence::ECHO,
            is_inner && says_of_itself(reading, candidate).unwrap_or(false),
        ),
    ])
}

/// Whether the cue before, which says that the candidate says something, has the same subject.
fn says_of_itself(reading: &Reading<'_>, candidate: &Candidate) -> Option<bool> {
    let scene = reading.scenes.get(candidate.mention.scene)?;
    let outer = scene.cues.get(candidate.cue?.checked_sub(1)?)?;
    let mention = outer.subject?.mention;
    let outer = MentionId {
        mention,
        ..candidate.mention
    };
    Some(outer != candidate.mention && is_same(reading, outer, candidate.mention))
}

fn is_same(reading: &Reading<'_>, one: MentionId, other: MentionId) -> bool {
    let figure = |id| -> Option<FigureId> { Some(reading.meaning(id)?.figure) };
    figure(one).is_some() && figure(one) == figure(other)
}
