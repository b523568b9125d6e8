//! Evidence: what speaks for and against a mention as the speaker of a quote. How much it does is told by [`weights`](super::weights).

use bitflags::bitflags;

bitflags! {
    /// What is seen of a mention and a quote.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Evidence: u128 {
        // Where the mention or its cue stands.

        /// In the sentence of the quote, before it.
        const BEFORE = 1;

        /// In the sentence of the quote, behind it.
        const AFTER = 1 << 1;

        /// In the sentence before.
        const SENTENCE_BEFORE = 1 << 2;

        /// In the sentence behind.
        const SENTENCE_AFTER = 1 << 3;

        /// In the last sentence of the passage before.
        const PASSAGE_BEFORE = 1 << 4;

        /// Right before the quote: Lee said, “…”
        const TOUCHES_BEFORE = 1 << 5;

        /// Right behind the quote: “…,” Lee said.
        const TOUCHES_AFTER = 1 << 6;

        /// Not a word stands between.
        const ADJACENT = 1 << 7;

        /// Few words away.
        const NEAR = 1 << 8;

        /// Many words away.
        const FAR = 1 << 9;

        /// Beyond another quote.
        const ACROSS = 1 << 10;

        /// Beyond another cue that has a subject, and is no part of what its own says.
        const OVER = 1 << 11;

        /// A clause begins between: behind a semicolon, or with a conjunction behind a comma.
        const BROKEN = 1 << 12;

        /// An auxiliary stands between: Lee said it *is* “…”
        const WITHIN = 1 << 13;

        /// The mention itself stands behind the quote.
        const BEHIND = 1 << 14;

        /// Behind the quote, as a clause of its own that says who spoke: “…”, *said Lee*.
        const FINAL = 1 << 15;

        /// In a passage that ends with a colon.
        const LED_IN = 1 << 16;

        /// The mention opens the passage.
        const TOP = 1 << 17;

        /// The mention is the first of its sentence that can be a subject.
        const FIRST = 1 << 18;

        // How it is tied to the quote.

        /// By a verb that can carry a whole quotation.
        const SAY = 1 << 19;

        /// By a verb that works a fragment into a sentence.
        const REPORT = 1 << 20;

        /// By *according to*.
        const ACCORDING = 1 << 21;

        /// By a passive, as its agent.
        const PASSIVE = 1 << 22;

        /// By a noun: *his warning*.
        const NOUN = 1 << 23;

        /// By *say* itself.
        const SAID = 1 << 24;

        /// By a verb that has somebody who listens.
        const TELLS = 1 << 25;

        /// By a verb that gives a name: *calls it “…”*
        const NAMING = 1 << 26;

        /// By a verb of thought: *feels that it is “…”*
        const THOUGHT = 1 << 27;

        /// By *report*, as papers do.
        const OUTLET = 1 << 28;

        /// It stands next to its cue.
        const DIRECT = 1 << 29;

        /// It stands behind its cue: *said Lee*.
        const INVERTED = 1 << 30;

        /// By a participle: *Lee left, calling it “…”*
        const PARTICIPLE = 1 << 31;

        /// By what is not said, or only may be: *would call it “…”*
        const UNREAL = 1 << 32;

        /// In a clause that says what something is: *what Lee calls “…”*
        const RELATIVE = 1 << 33;

        /// In a clause with *as*: *as Lee says*.
        const AS = 1 << 34;

        /// Its cue reports within what somebody else says.
        const INNER = 1 << 35;

        /// Its cue reports that somebody says it.
        const OUTER = 1 << 36;

        /// It is the one who says that it says so: Lee said *she* feels “…”
        const ECHO = 1 << 37;

        /// It is the subject of a sentence without a cue.
        const CUELESS = 1 << 38;

        /// By a colon and nothing else: Lee: “…”
        const LABEL = 1 << 39;

        /// By a line of its own, or like a signature: “…” — Lee
        const SIGNED = 1 << 40;

        /// It spoke the quote before, in the same passage.
        const CARRIED = 1 << 41;

        /// That quote stands in the same sentence.
        const SAME_SENTENCE = 1 << 42;

        /// That quote stands in the sentence before.
        const AT_ONCE = 1 << 43;

        /// It spoke the last quote of the passage before.
        const CARRIED_OVER = 1 << 44;

        /// Whoever it means spoke the quote before.
        const AGAIN = 1 << 45;

        // What it is.

        /// A name.
        const NAME = 1 << 46;

        /// A name of several words.
        const FULL_NAME = 1 << 47;

        /// A person.
        const PERSON = 1 << 48;

        /// A place.
        const PLACE = 1 << 49;

        /// A body.
        const BODY = 1 << 50;

        /// Several people.
        const PEOPLE = 1 << 51;

        /// *He*, *she*, *they*.
        const PRONOUN = 1 << 52;

        /// *It*.
        const IT = 1 << 53;

        /// *I*, *we*.
        const WRITER = 1 << 54;

        /// Something to read.
        const TEXT = 1 << 55;

        /// Whoever it means is named often.
        const OFTEN = 1 << 56;

        /// It hangs on a preposition.
        const GOVERNED = 1 << 57;

        /// It is a possessive.
        const POSSESSIVE = 1 << 58;

        /// It listens.
        const ADDRESSED = 1 << 59;

        // What the quote is.

        /// A fragment.
        const FRAGMENT = 1 << 60;

        /// Whole sentences.
        const WHOLE = 1 << 61;

        /// It ends with a full stop, so that what follows may be a new sentence.
        const STOPS = 1 << 62;

        /// A colon stands right before it.
        const COLON = 1 << 63;

        /// *As* stands right before it.
        const QUOTED_AS = 1 << 64;

        /// Another quote stands before it in its sentence.
        const SECOND = 1 << 65;

        /// Its passage is nothing but quotes.
        const ALONE = 1 << 66;

        /// It stands in a headline, or in the first passage.
        const HEADLINE = 1 << 67;

        // Further ties.

        /// By the verb of the quote before, left out: Lee said “…” and the mayor “…”
        const GAPPED = 1 << 68;

        /// By a colon behind the quote that opens a headline: ‘…’: residents speak out
        const HEADLINED = 1 << 69;

        /// By saying how it feels: the mayor was “shocked”
        const FELT = 1 << 70;
    }
}

impl Evidence {
    /// The pieces that hold.
    pub(super) fn of<const N: usize>(pieces: [(Self, bool); N]) -> Self {
        let holding = pieces.into_iter().filter(|(_, holds)| *holds);
        holding.map(|(piece, _)| piece).collect()
    }
}
