//! Cues: the verbs and nouns by which somebody binds itself, and what can follow each of them.
//!
//! Written from general knowledge of English. Each row is one family: a verb and the nouns made from it say the same thing.

use bitflags::bitflags;

/// Words that say the same kind of thing: `commit`, `committed`, `commitment`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    Promise,
    Pledge,
    Vow,
    Swear,
    Commit,
    Agree,
    Guarantee,
    Undertake,
    Assure,
    Offer,
    Resolve,
    Bind,
    Warrant,
    Word,
    Will,
    /// What is planned.
    Plan,
    /// What is only thought of, hoped or aimed at.
    Weigh,
}

impl Family {
    /// Whether a clearer word in the same clause says more: `plans to guarantee`.
    pub(super) fn gives_way(self) -> bool {
        matches!(self, Self::Will | Self::Plan | Self::Weigh)
    }

    /// Whether the word itself gives one’s word: `promised that it would` is as firm as a promise.
    pub(super) fn is_pledge(self) -> bool {
        matches!(
            self,
            Self::Promise
                | Self::Pledge
                | Self::Vow
                | Self::Swear
                | Self::Commit
                | Self::Agree
                | Self::Guarantee
                | Self::Undertake
        )
    }

    /// Whether it is no more than what somebody has in mind.
    pub(super) fn is_intention(self) -> bool {
        matches!(self, Self::Plan | Self::Weigh)
    }
}

/// The shape of a cue word; what is `Base` or `Present` may be the noun too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// `promise`
    Base,
    /// `promises`
    Present,
    /// `promised`
    Past,
    /// `promising`
    Gerund,
    /// `commitment`
    Noun,
}

bitflags! {
    /// What can follow a verb.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(super) struct Frames: u16 {
        /// `to build a bridge`
        const ACT = 1;
        /// `that it would build a bridge`
        const CLAUSE = 1 << 1;
        /// `a bridge`
        const THING = 1 << 2;
        /// `to the bridge`
        const TO_THING = 1 << 3;
        /// `them that …`, `them to …`, `them a bridge`
        const RECIPIENT = 1 << 4;
        /// `itself to the bridge`, `money to the bridge`
        const OBJECT_TO = 1 << 5;
        /// “…,” he vowed.
        const SPEECH = 1 << 6;
        /// `building a bridge`
        const DOING = 1 << 7;
        /// `that it is a bridge`
        const FACT = 1 << 8;
    }
}

/// One form of a cue word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) family: Family,
    pub(super) form: Form,
    pub(super) frames: Frames,
    /// Whether the same word is a noun.
    pub(super) is_noun: bool,
}

/// A family: its verb in four forms (with two words where a form has two), what follows it, its nouns. A noun that is a form
/// of the verb too stands in both.
struct Row {
    family: Family,
    verb: [&'static str; 4],
    frames: Frames,
    nouns: &'static [&'static str],
}

/// All forms of all cues.
pub(super) fn forms() -> impl Iterator<Item = (&'static str, Cue)> {
    ROWS.iter().flat_map(|row| {
        let cue = |form, word| Cue {
            family: row.family,
            form,
            frames: row.frames,
            is_noun: row.nouns.contains(&word),
        };
        let forms = [Form::Base, Form::Present, Form::Past, Form::Gerund];
        let verbs = row.verb.into_iter().zip(forms);
        let verbs = verbs.flat_map(|(words, form)| words.split(' ').map(move |word| (word, form)));
        let nouns = row.nouns.iter().filter(|noun| !row.verb.contains(noun));
        verbs
            .filter(|(word, _)| !word.is_empty())
            .chain(nouns.map(|&noun| (noun, Form::Noun)))
            .map(move |(word, form)| (word, cue(form, word)))
    })
}

const SAYS: Frames = Frames::ACT
    .union(Frames::CLAUSE)
    .union(Frames::THING)
    .union(Frames::RECIPIENT)
    .union(Frames::SPEECH);

const ROWS: &[Row] = &[
    Row {
        family: Family::Promise,
        verb: ["promise", "promises", "promised", "promising"],
        frames: SAYS,
        nouns: &["promise", "promises"],
    },
    Row {
        family: Family::Pledge,
        verb: ["pledge", "pledges", "pledged", "pledging"],
        frames: SAYS,
        nouns: &["pledge", "pledges"],
    },
    Row {
        family: Family::Vow,
        verb: ["vow", "vows", "vowed", "vowing"],
        frames: SAYS.difference(Frames::RECIPIENT),
        nouns: &["vow", "vows"],
    },
    Row {
        family: Family::Swear,
        verb: ["swear", "swears", "swore sworn", "swearing"],
        frames: Frames::ACT.union(Frames::CLAUSE),
        nouns: &["oath", "oaths"],
    },
    Row {
        family: Family::Commit,
        verb: ["commit", "commits", "committed", "committing"],
        frames: Frames::ACT
            .union(Frames::TO_THING)
            .union(Frames::OBJECT_TO)
            .union(Frames::THING),
        nouns: &["commitment", "commitments"],
    },
    Row {
        family: Family::Agree,
        verb: ["agree", "agrees", "agreed", "agreeing"],
        frames: Frames::ACT.union(Frames::TO_THING),
        nouns: &[
            "agreement",
            "agreements",
            "deal",
            "deals",
            "pact",
            "pacts",
            "accord",
            "accords",
            "treaty",
            "treaties",
        ],
    },
    Row {
        family: Family::Agree,
        verb: ["consent", "consents", "consented", "consenting"],
        frames: Frames::ACT.union(Frames::TO_THING),
        nouns: &[],
    },
    Row {
        family: Family::Guarantee,
        verb: ["guarantee", "guarantees", "guaranteed", "guaranteeing"],
        frames: SAYS.difference(Frames::SPEECH),
        nouns: &["guarantee", "guarantees"],
    },
    Row {
        family: Family::Undertake,
        verb: [
            "undertake",
            "undertakes",
            "undertook undertaken",
            "undertaking",
        ],
        frames: Frames::ACT.union(Frames::CLAUSE),
        nouns: &["undertaking", "undertakings"],
    },
    Row {
        family: Family::Assure,
        verb: ["assure", "assures", "assured", "assuring"],
        frames: Frames::CLAUSE.union(Frames::RECIPIENT),
        nouns: &["assurance", "assurances"],
    },
    Row {
        family: Family::Assure,
        verb: ["reassure", "reassures", "reassured", "reassuring"],
        frames: Frames::CLAUSE.union(Frames::RECIPIENT),
        nouns: &["reassurance", "reassurances"],
    },
    Row {
        family: Family::Offer,
        verb: ["offer", "offers", "offered", "offering"],
        frames: Frames::ACT.union(Frames::THING),
        nouns: &["offer", "offers"],
    },
    Row {
        family: Family::Resolve,
        verb: ["resolve", "resolves", "resolved", "resolving"],
        frames: Frames::ACT,
        nouns: &[],
    },
    Row {
        family: Family::Offer,
        verb: ["propose", "proposes", "proposed", "proposing"],
        frames: Frames::ACT.union(Frames::DOING),
        nouns: &[],
    },
    Row {
        family: Family::Bind,
        verb: ["bind", "binds", "bound", "binding"],
        frames: Frames::OBJECT_TO,
        nouns: &[],
    },
    Row {
        family: Family::Warrant,
        verb: ["warrant", "warrants", "warranted", "warranting"],
        frames: Frames::CLAUSE.union(Frames::FACT).union(Frames::THING),
        nouns: &[],
    },
    Row {
        family: Family::Plan,
        verb: ["plan", "plans", "planned", "planning"],
        frames: Frames::ACT,
        nouns: &["plan", "plans"],
    },
    Row {
        family: Family::Plan,
        verb: ["intend", "intends", "intended", "intending"],
        frames: Frames::ACT,
        nouns: &[],
    },
    Row {
        family: Family::Weigh,
        verb: ["aim", "aims", "aimed", "aiming"],
        frames: Frames::ACT,
        nouns: &["aim", "aims"],
    },
    Row {
        family: Family::Weigh,
        verb: ["hope", "hopes", "hoped", "hoping"],
        frames: Frames::ACT,
        nouns: &["hope", "hopes"],
    },
    Row {
        family: Family::Weigh,
        verb: ["consider", "considers", "considered", "considering"],
        frames: Frames::DOING,
        nouns: &[],
    },
    Row {
        family: Family::Weigh,
        verb: ["", "", "mulled", "mulling"],
        frames: Frames::DOING,
        nouns: &[],
    },
    Row {
        family: Family::Word,
        verb: ["", "", "", ""],
        frames: Frames::empty(),
        nouns: &["word"],
    },
];
