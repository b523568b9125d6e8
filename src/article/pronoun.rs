//! Pronouns: whom *he* and *she* mean.
//!
//! The figure that stands out most in the sentences before: near, a subject, one that spoke, named often. *He* is never a place or a body, nor
//! anybody the article calls *Mrs.*

use super::mention::{Link, Pronoun, Sort};
use super::people::{FigureId, Gender, Nature, People};
use super::reading::{MentionId, Reading, Scene};

/// How many mentions back a pronoun looks.
const REACH: usize = 60;

/// How many passages back.
const PASSAGES: usize = 5;

/// Tells every pronoun of the reading whom it means, in reading order.
pub fn resolve(reading: &mut Reading<'_>) {
    let mut first_sentence = 0;
    let mut trail: Vec<Trace> = Vec::new();
    for scene in 0..reading.scenes.len() {
        let Some(now) = reading.scenes.get_mut(scene) else {
            break;
        };
        for mention in 0..now.mentions.len() {
            let sentence = first_sentence + now.sentence(mention);
            if let Some(gender) = now
                .mentions
                .get(mention)
                .and_then(|mention| gender(mention.sort))
            {
                let from = trail.len().saturating_sub(REACH);
                let meant = best(
                    trail.get(from..).unwrap_or_default(),
                    &reading.people,
                    gender,
                    sentence,
                    scene,
                );
                if let Some(figure) = now.figures.get_mut(mention) {
                    *figure = meant;
                }
            }
            if let Some(trace) = Trace::of(now, MentionId { scene, mention }, sentence) {
                trail.push(trace);
            }
        }
        first_sentence += now.last_sentence() + 1;
    }
}

/// A mention of somebody on the way.
#[derive(Clone, Copy, Debug)]
struct Trace {
    figure: FigureId,
    scene: usize,
    sentence: u32,
    link: Link,
    is_subject: bool,
    is_pronoun: bool,
    speaks: bool,
}

impl Trace {
    fn of(scene: &Scene<'_>, id: MentionId, sentence: u32) -> Option<Self> {
        let mention = scene.mentions.get(id.mention)?;
        Some(Self {
            figure: scene.figures.get(id.mention).copied().flatten()?,
            scene: id.scene,
            sentence,
            link: mention.link,
            is_subject: scene.is_first(id.mention),
            is_pronoun: mention.name.is_none(),
            speaks: scene.speaks(id.mention),
        })
    }

    /// How much it stands out, seen from a pronoun in `sentence` of passage `scene`.
    fn weight(&self, people: &People, gender: Gender, sentence: u32, scene: usize) -> Option<f32> {
        let figure = people.figure(self.figure)?;
        let is_possible = !matches!(figure.nature, Nature::Body | Nature::Place)
            && figure.gender.is_none_or(|it| it == gender);
        if !is_possible || scene - self.scene > PASSAGES {
            return None;
        }
        let near = |distance: u32| -> f32 {
            [0.0, 0.4, 1.2, 1.8, 2.4, 3.0]
                .get(distance as usize)
                .copied()
                .unwrap_or(3.6)
        };
        let mut weight = -near(sentence - self.sentence);
        weight += if self.is_subject { 0.8 } else { 0.0 };
        weight += if self.speaks { 1.0 } else { 0.0 };
        weight += if self.is_pronoun { 0.3 } else { 0.0 };
        weight += if matches!(self.link, Link::Governed | Link::Possessive) {
            -0.8
        } else {
            0.0
        };
        weight += if figure.gender.is_some() { 0.6 } else { 0.0 };
        weight += if figure.nature == Nature::Person {
            1.0
        } else {
            0.0
        };
        weight += 0.05 * f32::from(u16::try_from(figure.count.min(10)).unwrap_or(10));
        Some(weight)
    }
}

fn best(
    trail: &[Trace],
    people: &People,
    gender: Gender,
    sentence: u32,
    scene: usize,
) -> Option<FigureId> {
    let weighed = trail
        .iter()
        .rev()
        .filter_map(|trace| Some((trace.weight(people, gender, sentence, scene)?, trace.figure)));
    weighed
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, figure)| figure)
}

fn gender(sort: Sort) -> Option<Gender> {
    match sort {
        Sort::Pronoun(Pronoun::He) => Some(Gender::Male),
        Sort::Pronoun(Pronoun::She) => Some(Gender::Female),
        _ => None,
    }
}
