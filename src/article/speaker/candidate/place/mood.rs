//! Moods: fragments that say how somebody feels, which nobody else can say of one.

use crate::text::{cut, word};

/// How many words are looked at for the one that tells.
const REACH: usize = 4;

/// Whether a fragment says how somebody feels: *shocked*, *not so sure*. *Corrupt* is what others say one is.
pub(super) fn is_mood(fragment: &str) -> bool {
    let words = word::words(fragment).map(|range| cut(fragment, range));
    let is_degree = |word: &&str| DEGREES.contains(word) || word.ends_with("ly");
    let told = words.take(REACH).find(|word| !is_degree(word));
    told.is_some_and(|word| MOODS.contains(&word))
}

/// Words that say how much, or not at all.
const DEGREES: &[&str] = &[
    "not", "so", "very", "too", "quite", "rather", "more", "most", "still", "also", "never",
    "pretty", "as", "just", "all", "a", "bit", "little",
];

const MOODS: &[&str] = &[
    "afraid",
    "aghast",
    "amazed",
    "amused",
    "angry",
    "annoyed",
    "anxious",
    "appalled",
    "ashamed",
    "astonished",
    "aware",
    "baffled",
    "bewildered",
    "bored",
    "certain",
    "cheered",
    "comfortable",
    "concerned",
    "confident",
    "confused",
    "convinced",
    "curious",
    "delighted",
    "depressed",
    "desperate",
    "devastated",
    "disappointed",
    "disgusted",
    "dismayed",
    "distraught",
    "disturbed",
    "eager",
    "ecstatic",
    "elated",
    "embarrassed",
    "encouraged",
    "enraged",
    "excited",
    "exhausted",
    "fearful",
    "frightened",
    "frustrated",
    "furious",
    "glad",
    "grateful",
    "happy",
    "heartbroken",
    "hesitant",
    "honored",
    "honoured",
    "hopeful",
    "horrified",
    "humbled",
    "hurt",
    "impressed",
    "incensed",
    "inspired",
    "interested",
    "joyful",
    "keen",
    "livid",
    "lonely",
    "mad",
    "moved",
    "nervous",
    "optimistic",
    "outraged",
    "overjoyed",
    "overwhelmed",
    "panicked",
    "perplexed",
    "pessimistic",
    "pleased",
    "proud",
    "puzzled",
    "ready",
    "relieved",
    "reluctant",
    "sad",
    "saddened",
    "scared",
    "sceptical",
    "shaken",
    "shocked",
    "skeptical",
    "sorry",
    "stunned",
    "sure",
    "surprised",
    "terrified",
    "thankful",
    "thrilled",
    "tired",
    "touched",
    "troubled",
    "uncertain",
    "uncomfortable",
    "undecided",
    "uneasy",
    "unhappy",
    "unsure",
    "upset",
    "willing",
    "worried",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feelings_are_told_from_judgements() {
        for fragment in [
            "shocked.",
            "not so sure.",
            "deeply disappointed",
            "a bit worried about it",
        ] {
            assert!(is_mood(fragment), "{fragment}");
        }
        for fragment in [
            "corrupt.",
            "a liar",
            "not fit to lead, and sad",
            "",
            "surely",
        ] {
            assert!(!is_mood(fragment), "{fragment}");
        }
    }
}
