//! What items are listed under, and in which order the people are.

use crate::app::article::Article;

/// What items are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The sections they stand in.
    #[default]
    Section,
    /// Those who say or give them.
    Speaker,
    /// How firm they are, or how sure it is who speaks.
    Firmness,
}

impl Grouping {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Speaker => "speaker",
            Self::Firmness => "firmness",
        }
    }

    /// The one after it, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Section => Self::Speaker,
            Self::Speaker => Self::Firmness,
            Self::Firmness => Self::Section,
        }
    }
}

/// What people are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Where they are first heard.
    #[default]
    Place,
    /// Their names.
    Name,
    /// How much they say and give, most first.
    Count,
}

impl Order {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Name => "name",
            Self::Count => "count",
        }
    }

    /// The one after it, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Place => Self::Name,
            Self::Name => Self::Count,
            Self::Count => Self::Place,
        }
    }
}

/// The voices of an article in an order of the reader's.
#[derive(Clone, Debug, Default)]
pub struct Ordered {
    /// What they are ordered by.
    order: Order,
    /// The numbers of voices in that order; none where that is their own.
    voices: Vec<usize>,
    /// Where each of them stands.
    places: Vec<usize>,
    /// The items that were there when they were ordered, and how often these had been numbered.
    of: (usize, u32),
}

impl Ordered {
    /// What they are ordered by.
    pub fn order(&self) -> Order {
        self.order
    }

    /// Orders them by something else.
    pub fn turn(&mut self, order: Order, article: &Article) {
        self.order = order;
        self.arrange(article);
    }

    /// Orders them anew when others have come.
    pub fn follow(&mut self, article: &Article) {
        let is_other = self.of != (article.items().len(), article.numbering());
        if self.order != Order::Place && is_other {
            self.arrange(article);
        }
    }

    /// The voice at a place.
    pub fn voice(&self, place: usize) -> usize {
        self.voices.get(place).copied().unwrap_or(place)
    }

    /// The place of a voice.
    pub fn place(&self, voice: usize) -> usize {
        self.places.get(voice).copied().unwrap_or(voice)
    }

    fn arrange(&mut self, article: &Article) {
        let voices = article.voices();
        let mut order: Vec<_> = (0..voices.len()).collect();
        match self.order {
            Order::Place => order.clear(),
            // Those whom nobody names stand behind all others.
            Order::Name => order.sort_by_cached_key(|&voice| {
                let name = &voices[voice].name;
                (name.is_empty(), name.to_lowercase())
            }),
            Order::Count => order.sort_by_key(|&voice| {
                let voice = &voices[voice];
                (voice.name.is_empty(), std::cmp::Reverse(voice.items.len()))
            }),
        }
        self.places = vec![0; order.len()];
        for (place, &voice) in order.iter().enumerate() {
            self.places[voice] = place;
        }
        self.voices = order;
        self.of = (article.items().len(), article.numbering());
    }
}
