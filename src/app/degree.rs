//! Degrees: how firm a guarantee is, and how sure it is whose words a quote has.

use crate::article::guarantee::Firmness;
use crate::article::speaker::Attribution;

/// How firm a guarantee is, or how sure it is who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Degree {
    /// A guarantee, by its firmness.
    Guarantee(Firmness),
    /// Words of somebody whom the text names beside them.
    Told,
    /// Words of somebody whom only the context tells.
    Inferred,
    /// Words of nobody knows whom.
    Unknown,
}

impl Degree {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// All degrees, the firmest and surest of their sort first.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Guarantee(Firmness::Firm),
        Self::Guarantee(Firmness::Conditional),
        Self::Guarantee(Firmness::Potential),
        Self::Guarantee(Firmness::Reported),
        Self::Guarantee(Firmness::Weak),
        Self::Told,
        Self::Inferred,
        Self::Unknown,
    ];

    /// Its number among them.
    pub fn index(self) -> usize {
        let of_quotes = |number: usize| Self::COUNT - 3 + number;
        match self {
            Self::Guarantee(firmness) => firmness as usize,
            Self::Told => of_quotes(0),
            Self::Inferred => of_quotes(1),
            Self::Unknown => of_quotes(2),
        }
    }

    /// What stands above those of this degree.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Guarantee(Firmness::Firm) => "Firm guarantees",
            Self::Guarantee(Firmness::Conditional) => "Conditional guarantees",
            Self::Guarantee(Firmness::Potential) => "Potential guarantees",
            Self::Guarantee(Firmness::Reported) => "Reported guarantees",
            Self::Guarantee(Firmness::Weak) => "Weak commitments",
            Self::Told => "Quotes, speaker told",
            Self::Inferred => "Quotes, speaker inferred",
            Self::Unknown => "Quotes, speaker unknown",
        }
    }

    /// How sure it is who speaks words.
    pub(super) fn of_speaker(speaker: Option<&Attribution>) -> Self {
        match speaker {
            Some(speaker) if speaker.is_inferred => Self::Inferred,
            Some(_) => Self::Told,
            None => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_degree_stands_where_its_number_says() {
        for (index, degree) in Degree::ALL.into_iter().enumerate() {
            assert_eq!(degree.index(), index);
        }
    }
}
