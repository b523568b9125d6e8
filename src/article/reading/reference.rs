//! References: whom *he*, *she* and *the senator* mean.
//!
//! The figure that stands out most in the sentences before: near, a subject, one that spoke, named often. *He* is never a place or a body, nor
//! anybody the article calls *Mrs.*; *the senator* is somebody the article has called a senator. Where two stand out alike, the meaning is a
//! guess; it is none where the article has but one senator.

mod office;
mod trace;

use super::Reading;
use super::lexicon::Traits;
use super::mention::{Mention, Pronoun, Sort};
use super::people::{FigureId, Gender, Meaning, People};
use super::scene::Scene;
use super::token::Shape;
use office::{Offices, words};
use trace::{Place, Trace};

/// How many mentions back a reference looks.
const REACH: usize = 60;

/// How many passages back a pronoun looks.
const PASSAGES: usize = 5;

/// By how much somebody must stand out before all others to be meant without doubt, in tenths.
const CLEAR: i32 = 12;

/// Tells every pronoun and description of the reading whom it means, in reading order.
pub(super) fn resolve(reading: &mut Reading<'_>) {
    let people = &reading.people;
    let offices = Offices::of(people);
    let mut first_sentence = 0;
    let mut trail: Vec<Trace> = Vec::new();
    let mut stances = Vec::new();
    for (number, scene) in reading.scenes.iter_mut().enumerate() {
        scene.stances(&mut stances);
        let is_heading = is_heading(scene);
        for (mention, &stance) in stances.iter().enumerate() {
            let view = View {
                trail: tail(&trail),
                people,
                offices: &offices,
                place: Place {
                    scene: number,
                    sentence: first_sentence + scene.sentence(mention),
                },
            };
            let meant = view.meaning(scene, mention);
            let place = view.place;
            if let Some(meaning) = scene.meanings.get_mut(mention) {
                *meaning = meaning.or(meant);
            }
            if !is_heading {
                trail.extend(Trace::of(scene, mention, stance, place, people));
            }
        }
        first_sentence += scene.last_sentence() + 1;
    }
}

/// The end of a trail, as far as references look back.
fn tail(trail: &[Trace]) -> &[Trace] {
    let from = trail.len().saturating_sub(REACH);
    trail.get(from..).unwrap_or_default()
}

/// What a reference sees of the text before it.
struct View<'a> {
    /// Who was mentioned, the nearest last.
    trail: &'a [Trace],
    people: &'a People<'a>,
    offices: &'a Offices,
    /// Where it stands.
    place: Place,
}

impl View<'_> {
    /// Whom a mention means, if it is a reference and there is such a one.
    fn meaning(&self, scene: &Scene<'_>, mention: usize) -> Option<Meaning> {
        let reference = Reference::of(scene, mention)?;
        if !reference.is_pronoun() {
            return self.resolve(&reference);
        }
        let asked = || self.asked(&reference).map(Meaning::sure);
        if let Some(asked) = answers(scene, mention).then(asked).flatten() {
            return Some(asked);
        }
        let mut meaning = self.resolve(&reference)?;
        meaning.is_guess |= has_stranger(scene, mention);
        Some(meaning)
    }

    /// Who was asked last, in this sentence or the one or two before, if a pronoun can mean that one.
    fn asked(&self, reference: &Reference<'_>) -> Option<FigureId> {
        const REACH: u32 = 2;
        let near = self.trail.iter().rev();
        let mut near = near.take_while(|trace| self.place.sentence - trace.place.sentence <= REACH);
        let asked = near.find(|trace| trace.is_asked && reference.fits(trace, self.people));
        asked.map(|trace| trace.figure)
    }

    /// Whoever stands out most and fits; of equals the nearest. Who fits is asked only of those who stand out more than the best so far.
    fn resolve(&self, reference: &Reference<'_>) -> Option<Meaning> {
        let near = self.trail.iter().rev();
        let near = near.take_while(|trace| reference.reaches(self.place.scene - trace.place.scene));
        let mut best: Option<(i32, &Trace)> = None;
        for trace in near.clone() {
            let weight = trace.weight(self.place);
            if best.is_none_or(|(most, _)| weight > most) && reference.fits(trace, self.people) {
                best = Some((weight, trace));
            }
        }
        let (most, best) = best?;
        let is_guess = match reference {
            Reference::Pronoun(gender) => {
                let is_rival = |it: &Trace| {
                    let may_be = it.is_human && it.gender.is_none_or(|known| known == *gender);
                    may_be && it.figure != best.figure && most - it.weight(self.place) < CLEAR
                };
                best.is_guess || near.clone().any(is_rival)
            }
            Reference::Description(head) => self.offices.count(head) != 1,
        };
        Some(Meaning {
            figure: best.figure,
            is_guess,
        })
    }
}

/// Whether a mention is the subject of a verb that answers.
fn answers(scene: &Scene<'_>, mention: usize) -> bool {
    const ANSWERS: &[&str] = &[
        "answered",
        "answers",
        "replied",
        "replies",
        "responded",
        "responds",
    ];
    let Some(end) = scene.mentions.get(mention).map(|it| it.tokens.end) else {
        return false;
    };
    ANSWERS.contains(&scene.passage.told().word(end))
}

/// Whether somebody who is only described is the subject of the sentence of a mention, and stands before it.
fn has_stranger(scene: &Scene<'_>, mention: usize) -> bool {
    const REACH: usize = 8;
    let sentence = scene.sentence(mention);
    let near = (0..mention).rev().take(REACH);
    near.take_while(|&at| scene.sentence(at) == sentence)
        .any(|at| {
            let is_role = scene
                .mentions
                .get(at)
                .is_some_and(|it| it.sort == Sort::Role);
            is_role && scene.is_first(at) && scene.meanings.get(at).is_some_and(Option::is_none)
        })
}

/// Whether a passage is nothing but capitals, as what heads a part of a record: it tells who speaks next, not of whom.
fn is_heading(scene: &Scene<'_>) -> bool {
    let mut words = scene
        .passage
        .narration
        .iter()
        .filter(|token| token.is_word());
    words.all(|word| word.has(Shape::CAPITALS))
}

/// What a mention says of whom it means.
enum Reference<'a> {
    /// A pronoun.
    Pronoun(Gender),
    /// *The senator*: the word that says it.
    Description(&'a str),
}

impl<'a> Reference<'a> {
    fn is_pronoun(&self) -> bool {
        matches!(self, Self::Pronoun(_))
    }

    fn of(scene: &'a Scene<'_>, mention: usize) -> Option<Self> {
        let mention = scene.mentions.get(mention)?;
        match mention.sort {
            Sort::Pronoun(Pronoun::He) => Some(Self::Pronoun(Gender::Male)),
            Sort::Pronoun(Pronoun::She) => Some(Self::Pronoun(Gender::Female)),
            Sort::Role => Self::description(scene, mention),
            _ => None,
        }
    }

    /// A description of somebody known: it begins with *the*.
    fn description(scene: &'a Scene<'_>, mention: &Mention) -> Option<Self> {
        let tokens = scene.passage.told();
        let is_definite = tokens
            .word(mention.tokens.start)
            .eq_ignore_ascii_case("the");
        let head = mention.tokens.end - 1;
        (is_definite && tokens.is(head, Traits::ROLE)).then(|| Self::Description(tokens.word(head)))
    }

    /// A description is as good as a name, however far away.
    fn reaches(&self, passages: usize) -> bool {
        matches!(self, Self::Description(_)) || passages <= PASSAGES
    }

    fn fits(&self, trace: &Trace, people: &People<'_>) -> bool {
        match self {
            _ if !trace.is_human => false,
            Self::Pronoun(gender) => trace.gender.is_none_or(|known| known == *gender),
            Self::Description(head) => {
                let is_head = |word: &[u8]| word.eq_ignore_ascii_case(head.as_bytes());
                let figure = people.figure(trace.figure);
                figure.is_some_and(|it| it.roles().any(|role| words(role).any(is_head)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::reading::{MentionId, testing};

    /// Whom the last mention of a text means.
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let name = testing::reading(text, |reading| {
            let scene = reading.scenes.len() - 1;
            let mention = reading.scenes.last()?.mentions.len() - 1;
            let figure = reading.figure(MentionId { scene, mention })?;
            Some(figure.name.clone())
        });
        assert_eq!(name.as_deref(), expected, "{text}");
    }

    #[test]
    fn headings_tell_who_speaks_and_not_of_whom() {
        check("BY MR. STONE:\n\nThen he left.", None);
        check("By Mr. Stone and others.\n\nThen he left.", Some("Stone"));
    }

    #[test]
    fn pronouns_mean_the_one_who_stands_out() {
        check("Ann Lee met Bob Smith. Then she left.", Some("Ann Lee"));
        check("Ann Lee met Bob Smith. Then he left.", Some("Bob Smith"));
        check("Don Lee met Bob Smith. Then he left.", Some("Don Lee"));
        check(
            "Don Lee was there. Bob Smith said no. But he left.",
            Some("Bob Smith"),
        );
    }

    #[test]
    fn he_is_no_woman_no_place_and_no_body() {
        check("Mrs. Zzz met NATO in Iran. Then he left.", None);
        check(
            "A chairwoman, Zzz Qqq, met Kent City Council. Then he left.",
            None,
        );
    }

    /// Whether it is a guess whom the last mention means.
    #[track_caller]
    fn check_guess(text: &str, expected: bool) {
        let last = testing::reading(text, |reading| {
            let last = reading.scenes.last()?;
            *last.meanings.last()?
        });
        assert_eq!(last.unwrap().is_guess, expected, "{text}");
    }

    #[test]
    fn one_of_several_is_a_guess() {
        check_guess("Ann Lee met Mary Poe. Then she left.", true);
        check_guess("Ann Lee met Bob Smith. Then she left.", false);
        check_guess("Mary Poe was there. Ann Lee said no. Then she left.", false);
        check_guess(
            "Ann Lee, the mayor, met Bob Smith. Then the mayor left.",
            false,
        );
        check_guess(
            "Mayor Ann Lee met Mayor Bob Smith. Then the mayor left.",
            true,
        );
        check_guess(
            "Mayor Ann Lee met former Mayor Bob Smith. Then the mayor left.",
            false,
        );
    }

    #[test]
    fn sentences_say_what_somebody_is() {
        check(
            "Ann Lee is the mayor of Kent. Then the mayor left.",
            Some("Ann Lee"),
        );
        check("Ann Lee is a mayor. Then the mayor left.", None);
        check("Ann Lee is not the mayor. Then the mayor left.", None);
    }

    #[test]
    fn descriptions_mean_whom_the_article_has_called_so() {
        check(
            "Sen. Ann Lee met Mayor Bob Smith. Then the mayor left.",
            Some("Bob Smith"),
        );
        check("Sen. Ann Lee met Mayor Bob Smith. Then a mayor left.", None);
        check(
            "It was Iran, the host of the talks. Then the host left.",
            None,
        );
        check(
            "Sen. Ann Lee met Mayor Bob Smith. Then the judge left.",
            None,
        );
    }
}
