//! References: whom *he*, *she* and *the senator* mean.
//!
//! The figure that stands out most in the sentences before: near, a subject, one that spoke, named often. *He* is never a place or a body, nor
//! anybody the article calls *Mrs.*; *the senator* is somebody the article has called a senator. Where two stand out alike, the meaning is a
//! guess; it is none where the article has but one senator.

use std::collections::HashMap;

use super::Reading;
use super::lexicon::Traits;
use super::mention::{Link, Mention, Pronoun, Sort};
use super::people::{FigureId, Gender, Meaning, Nature, People};
use super::scene::{Scene, Stance};
use super::token::Shape;

/// How many mentions back a reference looks.
const REACH: usize = 60;

/// How many passages back a pronoun looks.
const PASSAGES: usize = 5;

/// By how much somebody must stand out before all others to be meant without doubt, in tenths.
const CLEAR: i32 = 12;

/// Tells every pronoun and description of the reading whom it means, in reading order.
pub(super) fn resolve(reading: &mut Reading<'_>) {
    let offices = Offices::of(&reading.people);
    let mut first_sentence = 0;
    let mut trail: Vec<Trace> = Vec::new();
    let mut stances = Vec::new();
    for number in 0..reading.scenes.len() {
        let Some(scene) = reading.scenes.get_mut(number) else {
            break;
        };
        scene.stances(&mut stances);
        let is_heading = is_heading(scene);
        for (mention, &stance) in stances.iter().enumerate() {
            let place = Place {
                scene: number,
                sentence: first_sentence + scene.sentence(mention),
            };
            let from = trail.len().saturating_sub(REACH);
            let recent = trail.get(from..).unwrap_or_default();
            let meant = Reference::of(scene, mention).and_then(|reference| {
                let asked = || asked(recent, &reading.people, place, &reference);
                if reference.is_pronoun()
                    && answers(scene, mention)
                    && let Some(figure) = asked()
                {
                    return Some(Meaning::sure(figure));
                }
                let mut meant = reference.resolve(recent, &reading.people, &offices, place)?;
                meant.is_guess |= reference.is_pronoun() && has_stranger(scene, mention);
                Some(meant)
            });
            if let Some(meaning) = scene.meanings.get_mut(mention)
                && meaning.is_none()
            {
                *meaning = meant;
            }
            if !is_heading {
                trail.extend(Trace::of(scene, mention, stance, place, &reading.people));
            }
        }
        first_sentence += scene.last_sentence() + 1;
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

/// Who was asked last, in this sentence or the one or two before, if a pronoun can mean that one.
fn asked(
    recent: &[Trace],
    people: &People<'_>,
    place: Place,
    reference: &Reference<'_>,
) -> Option<FigureId> {
    const REACH: u32 = 2;
    let near = recent.iter().rev();
    let mut near = near.take_while(|trace| place.sentence - trace.place.sentence <= REACH);
    let asked = near.find(|trace| trace.is_asked && reference.fits(trace, people));
    asked.map(|trace| trace.figure)
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

/// Where a mention stands: passage and sentence, both counted through the article.
#[derive(Clone, Copy, Debug)]
struct Place {
    scene: usize,
    sentence: u32,
}

/// A mention of somebody on the way.
#[derive(Clone, Copy, Debug)]
struct Trace {
    figure: FigureId,
    place: Place,
    gender: Option<Gender>,
    /// Whether it can be a person.
    is_human: bool,
    /// Whether the words only make it likely that this one is meant.
    is_guess: bool,
    /// Whether it was asked something.
    is_asked: bool,
    /// How much it stands out where it is, in tenths.
    standing: i32,
}

impl Trace {
    fn of(
        scene: &Scene<'_>,
        at: usize,
        stance: Stance,
        place: Place,
        people: &People<'_>,
    ) -> Option<Self> {
        let mention = scene.mentions.get(at)?;
        let meaning = scene.meanings.get(at).copied().flatten()?;
        let id = meaning.figure;
        let figure = people.figure(id)?;
        let when = |holds: bool, weight: i32| if holds { weight } else { 0 };
        let is_dependent = matches!(mention.link, Link::Governed | Link::Possessive);
        Some(Self {
            figure: id,
            place,
            gender: figure.gender,
            is_human: !matches!(figure.nature, Nature::Body | Nature::Place),
            is_guess: meaning.is_guess && matches!(mention.sort, Sort::Pronoun(_)),
            is_asked: mention.link == Link::Addressed,
            standing: when(stance.is_first, 8)
                + when(stance.speaks, 10)
                + when(mention.name.is_none(), 3)
                + when(is_dependent, -8)
                + when(figure.gender.is_some(), 6)
                + when(figure.nature == Nature::Person, 10)
                + when(figure.count > 2, 2),
        })
    }

    /// How much it stands out, seen from `place`, in tenths.
    fn weight(&self, place: Place) -> i32 {
        /// What the sentences between take away.
        const FADING: [i32; 6] = [0, 4, 12, 18, 24, 30];
        let distance = (place.sentence - self.place.sentence) as usize;
        self.standing - FADING.get(distance).unwrap_or(&36)
    }
}

/// How many people have each word in what the article says that they are, those who were it left out.
struct Offices(HashMap<Vec<u8>, u32>);

impl Offices {
    fn of(people: &People<'_>) -> Self {
        let mut counts = HashMap::new();
        for figure in people.figures() {
            let roles = figure.roles().filter(|role| !is_former(role));
            let mut known: Vec<_> = roles
                .flat_map(words)
                .map(<[u8]>::to_ascii_lowercase)
                .collect();
            known.sort_unstable();
            known.dedup();
            for word in known {
                *counts.entry(word).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// How many have the office.
    fn count(&self, head: &str) -> u32 {
        let count = self.0.get(&head.as_bytes().to_ascii_lowercase());
        count.copied().unwrap_or(0)
    }
}

/// The words of what somebody is.
fn words(role: &str) -> impl Iterator<Item = &[u8]> {
    let is_border = |byte: &u8| matches!(byte, b' ' | b',' | b'-');
    role.as_bytes().split(is_border)
}

/// Whether somebody had an office and has it no more.
fn is_former(role: &str) -> bool {
    let first = words(role).next().unwrap_or_default();
    ["former", "ex", "late", "then"]
        .iter()
        .any(|word| first.eq_ignore_ascii_case(word.as_bytes()))
}

/// What a mention says of whom it means.
enum Reference<'a> {
    /// A pronoun.
    Pronoun(Gender),
    /// *The senator*: the word that says it.
    Description(&'a str),
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

    /// Whoever stands out most and fits; of equals the nearest. Who fits is asked only of those who stand out more than the best so far.
    fn resolve(
        &self,
        trail: &[Trace],
        people: &People<'_>,
        offices: &Offices,
        place: Place,
    ) -> Option<Meaning> {
        let near = trail.iter().rev();
        let near = near.take_while(|trace| self.reaches(place.scene - trace.place.scene));
        let mut best: Option<(i32, &Trace)> = None;
        for trace in near.clone() {
            let weight = trace.weight(place);
            if best.is_none_or(|(most, _)| weight > most) && self.fits(trace, people) {
                best = Some((weight, trace));
            }
        }
        let (
            most,
            &Trace {
                figure, is_guess, ..
            },
        ) = best?;
        let is_guess = match self {
            Self::Pronoun(gender) => {
                is_guess
                    || near.clone().any(|trace| {
                        let may_be = trace.gender.is_none_or(|known| known == *gender);
                        let is_rival = trace.is_human && may_be;
                        is_rival && trace.figure != figure && most - trace.weight(place) < CLEAR
                    })
            }
            Self::Description(head) => offices.count(head) != 1,
        };
        Some(Meaning { figure, is_guess })
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
