//! Idioms: what people commit, pledge or agree that is no commitment.

use super::cue::Family;
use super::token::Sentence;

/// The words that make an idiom of a cue of each family. From general knowledge of English.
const IDIOMS: &[(Family, &[&str])] = &[
    (
        Family::Commit,
        &[
            "suicide",
            "murder",
            "murders",
            "crime",
            "crimes",
            "fraud",
            "adultery",
            "perjury",
            "treason",
            "error",
            "errors",
            "mistake",
            "mistakes",
            "sin",
            "sins",
            "offence",
            "offense",
            "offenses",
            "offences",
            "act",
            "acts",
            "violence",
            "atrocities",
            "genocide",
            "abuse",
            "abuses",
            "felony",
            "felonies",
            "assault",
            "robbery",
            "theft",
            "memory",
            "paper",
            "prison",
            "custody",
            "hospital",
            "asylum",
            "institution",
            "jail",
            "trial",
            "battle",
            "combat",
            "ground",
            "flames",
            "grave",
            "care",
        ],
    ),
    (
        Family::Pledge,
        &[
            "allegiance",
            "delegates",
            "delegate",
            "superdelegates",
            "drive",
            "collateral",
            "surety",
        ],
    ),
    (Family::Agree, &["disagree"]),
    (Family::Promise, &["land"]),
];

/// How many words after a cue its idiom can end.
const LONGEST_IDIOM: usize = 4;

/// Whether the cue at `verb` is part of an idiom: `committed a crime`, `pledge allegiance`.
pub(super) fn is_idiom(sentence: Sentence<'_>, verb: usize, family: Family) -> bool {
    let near = verb + 1..=verb + LONGEST_IDIOM;
    let is_pawned = |at| sentence.reads(at, "as collateral") || sentence.reads(at, "as security");
    if family == Family::Pledge && (verb..sentence.len()).any(is_pawned) {
        return true; // `pledged a tenth of the shares as collateral`
    }
    IDIOMS
        .iter()
        .filter(|(of, _)| *of == family)
        .any(|(_, words)| near.clone().any(|at| sentence.is(at, words)))
}
