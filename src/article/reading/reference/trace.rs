//! Traces: who was mentioned on the way, and how much each stands out from where one looks back.

use crate::article::reading::mention::{Link, Sort};
use crate::article::reading::people::{FigureId, Gender, Nature, People};
use crate::article::reading::scene::{Scene, Stance};

/// Where a mention stands: passage and sentence, both counted through the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) scene: usize,
    pub(super) sentence: u32,
}

/// A mention of somebody on the way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trace {
    pub(super) figure: FigureId,
    pub(super) place: Place,
    pub(super) gender: Option<Gender>,
    /// Whether it can be a person.
    pub(super) is_human: bool,
    /// Whether the words only make it likely that this one is meant.
    pub(super) is_guess: bool,
    /// Whether it was asked something.
    pub(super) is_asked: bool,
    /// How much it stands out where it is, in tenths.
    standing: i32,
}

impl Trace {
    /// The mention at `at`, if it means anybody known.
    pub(super) fn of(
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
    pub(super) fn weight(&self, place: Place) -> i32 {
        /// What the sentences between take away.
        const FADING: [i32; 6] = [0, 4, 12, 18, 24, 30];
        let distance = (place.sentence - self.place.sentence) as usize;
        self.standing - FADING.get(distance).unwrap_or(&36)
    }
}
