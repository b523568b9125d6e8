//! Evidence: what speaks for and against a mention as the speaker of a quote, and how much.

use bitflags::bitflags;

bitflags! {
    /// What is seen of a mention and a quote.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Evidence: u64 {
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
        /// Many words away.
        const FAR = 1 << 7;
        /// Beyond another quote.
        const ACROSS = 1 << 8;
        /// In a passage that ends with a colon.
        const LED_IN = 1 << 9;

        // How it is tied to the quote.

        /// By a verb that can carry a whole quotation.
        const SAY = 1 << 10;
        /// By a verb that works a fragment into a sentence.
        const REPORT = 1 << 11;
        /// By *according to*.
        const ACCORDING = 1 << 12;
        /// By a passive, as its agent.
        const PASSIVE = 1 << 13;
        /// By a noun: *his warning*.
        const NOUN = 1 << 14;
        /// It stands next to its cue.
        const DIRECT = 1 << 15;
        /// Its cue reports within what somebody else says.
        const INNER = 1 << 16;
        /// It is the subject of a sentence without a cue.
        const CUELESS = 1 << 17;
        /// By a colon and nothing else: Lee: “…”
        const LABEL = 1 << 18;
        /// By a line of its own, or like a signature: “…” — Lee
        const SIGNED = 1 << 19;
        /// It spoke the quote before, in the same passage.
        const CARRIED = 1 << 20;
        /// That quote stands in the same sentence.
        const SAME_SENTENCE = 1 << 21;
        /// That quote stands in the sentence before.
        const AT_ONCE = 1 << 22;
        /// It spoke the last quote of the passage before.
        const CARRIED_OVER = 1 << 23;

        // What it is.

        /// A name.
        const NAME = 1 << 24;
        /// A person.
        const PERSON = 1 << 25;
        /// A place.
        const PLACE = 1 << 26;
        /// *He*, *she*, *they*.
        const PRONOUN = 1 << 27;
        /// *It*.
        const IT = 1 << 28;
        /// *I*, *we*.
        const WRITER = 1 << 29;
        /// Something to read.
        const TEXT = 1 << 30;
        /// It hangs on a preposition, or is a possessive.
        const BOUND = 1 << 31;
        /// It listens.
        const ADDRESSED = 1 << 32;

        // What the quote is.

        /// A fragment.
        const FRAGMENT = 1 << 33;
        /// Whole sentences.
        const WHOLE = 1 << 34;
        /// It ends with a full stop, so that what follows may be a new sentence.
        const STOPS = 1 << 35;
        /// A colon stands right before it.
        const COLON = 1 << 36;
        /// Its passage is nothing but quotes.
        const ALONE = 1 << 37;
    }
}

/// What each piece of evidence weighs; a row with several pieces counts when all of them are there.
///
/// Set by hand, then moved one by one as long as more quotes of the training articles got their speakers.
pub const WEIGHTS: &[(Evidence, f32)] = &[
    (Evidence::BEFORE, 2.5),
    (Evidence::AFTER, 1.5),
    (Evidence::SENTENCE_BEFORE, 0.5),
    (Evidence::SENTENCE_AFTER, -0.5),
    (Evidence::PASSAGE_BEFORE, -0.5),
    (Evidence::PASSAGE_BEFORE.union(Evidence::ALONE), 2.0),
    (Evidence::PASSAGE_BEFORE.union(Evidence::LED_IN), 2.0),
    (Evidence::TOUCHES_BEFORE, 4.0),
    (Evidence::TOUCHES_AFTER, 4.0),
    (Evidence::TOUCHES_AFTER.union(Evidence::STOPS), -4.5),
    (Evidence::TOUCHES_AFTER.union(Evidence::SAY), 1.5),
    (Evidence::TOUCHES_AFTER.union(Evidence::CUELESS), -3.5),
    (Evidence::FAR, -1.0),
    (Evidence::ACROSS, -1.0),
    (Evidence::SAY, 1.0),
    (Evidence::REPORT, 0.5),
    (Evidence::ACCORDING, 3.5),
    (Evidence::PASSIVE, 1.0),
    (Evidence::NOUN, -0.5),
    (Evidence::DIRECT, 1.0),
    (Evidence::INNER, -1.0),
    (Evidence::INNER.union(Evidence::REPORT), -3.0),
    (Evidence::CUELESS, -1.0),
    (
        Evidence::CUELESS
            .union(Evidence::BEFORE)
            .union(Evidence::COLON),
        2.5,
    ),
    (
        Evidence::CUELESS
            .union(Evidence::BEFORE)
            .union(Evidence::FRAGMENT),
        0.5,
    ),
    (
        Evidence::CUELESS
            .union(Evidence::BEFORE)
            .union(Evidence::WHOLE),
        1.5,
    ),
    (Evidence::LABEL, 6.0),
    (Evidence::SIGNED, 6.0),
    (Evidence::CARRIED, 1.5),
    (Evidence::CARRIED.union(Evidence::SAME_SENTENCE), 2.0),
    (
        Evidence::CARRIED
            .union(Evidence::AT_ONCE)
            .union(Evidence::WHOLE),
        2.0,
    ),
    (Evidence::CARRIED_OVER, 1.5),
    (Evidence::CARRIED_OVER.union(Evidence::ALONE), 1.5),
    (Evidence::NAME, 0.3),
    (Evidence::PERSON, 0.5),
    (Evidence::PLACE, -1.0),
    (Evidence::PRONOUN, 0.8),
    (Evidence::IT, -1.0),
    (Evidence::WRITER, -1.0),
    (Evidence::TEXT, -0.3),
    (Evidence::BOUND, -2.0),
    (Evidence::ADDRESSED, -4.0),
];

/// The weight below which nobody is named.
pub const LEAST: f32 = 0.5;

impl Evidence {
    /// What it all weighs.
    pub fn weight(self) -> f32 {
        self.rows().map(|(_, weight)| weight).sum()
    }

    /// The rows of the table that count.
    pub fn rows(self) -> impl Iterator<Item = (Self, f32)> {
        let rows = WEIGHTS.iter().copied();
        rows.filter(move |(evidence, _)| self.contains(*evidence))
    }
}
